"""The command line, run as people run it: in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from articles import HARBOUR
from fake_endpoint import Reply, completion

if TYPE_CHECKING:
    from fake_endpoint import FakeEndpoint

POSITION = {"sentence": 1, "issue": "sell its harbour", "stance": "opposes"}
ANSWERS = {
    "participants": {"n2": "organisation", "n4": "other", "others": []},
    "positions": {"n1": POSITION},
    "claims": {"s6": "Corvane wants to create 300 jobs in Tarn."},
    "summary": {
        name: {"sentence": 1, "line": "Tarn keeps its harbour."}
        for name in ("bottom_line", "sides", "facts", "open")
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(HARBOUR, "utf-8")
    (tmp_path / "answers.json").write_text(json.dumps(ANSWERS), "utf-8")
    return tmp_path


def command(folder: Path, *words: str, **environment: str) -> subprocess.Popen[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - the words are those of the tests
        [sys.executable, "-m", "summarizer", *words],
        cwd=folder,
        env={
            **kept,
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "SUMMARIZER_CACHE_DIR": str(folder / "cache"),
            **environment,
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def run(folder: Path, *words: str, stdin: str = "", **environment: str) -> tuple[int, str, str]:
    process = command(folder, *words, **environment)
    out, err = process.communicate(stdin, timeout=60)
    return process.returncode, out, err


SCRIPTED = {"SUMMARIZER_MODEL": "scripted/answers.json"}


def test_a_brief_goes_to_stdout_and_everything_else_to_stderr(folder: Path) -> None:
    code, out, err = run(folder, "brief", "harbour.txt", **SCRIPTED)
    assert code == 0, err
    assert out.startswith("# harbour")
    assert "“will not sell”" in out
    assert err == f"summarizer: harbour.txt: {len(HARBOUR)} characters, read by scripted\n"


def test_json_is_valid_against_the_schema_that_is_printed(folder: Path) -> None:
    code, out, _ = run(folder, "brief", "harbour.txt", "--format", "json", **SCRIPTED)
    assert code == 0
    brief = json.loads(out)
    _, printed, _ = run(folder, "schema")
    assert set(brief) == set(json.loads(printed)["required"])
    for quote in brief["quotes"]:
        for span in quote["spans"]:
            assert HARBOUR[span["start"] : span["end"]] == span["text"]


def test_standard_input_is_read_with_a_dash_and_a_file_is_written_with_o(folder: Path) -> None:
    code, out, _ = run(folder, "brief", "-", "-o", "note.md", stdin=HARBOUR, **SCRIPTED)
    assert (code, out) == (0, "")
    assert "Ada Lind" in (folder / "note.md").read_text("utf-8")


def test_prompts_of_the_users_own_change_what_is_asked(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "summary.j2").write_text("{{ nonsense }}", "utf-8")
    code, _, err = run(folder, "brief", "harbour.txt", "--prompts", "mine", **SCRIPTED)
    assert code == 3
    assert "summary.j2" in err
    assert "nonsense" in err


def refused(name: str, content: bytes | None) -> tuple[str, bytes | None]:
    return name, content


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("missing.txt", None, "no such file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        ("latin.txt", "caf\xe9".encode("latin-1"), "not UTF-8"),
        ("page.html", b"<p>", "no loader"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line_and_exit_code_2(
    folder: Path, name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    code, out, err = run(folder, "brief", name, **SCRIPTED)
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["brief"], 1, "sources"),
        (["brief", "harbour.txt", "--format", "pdf"], 1, "md, json"),
        (["brief", "harbour.txt", "--plan", "twice"], 3, "plan"),
        (["brief", "harbour.txt", "--no-cache", "--replay"], 1, "one of"),
        (["brief", "harbour.txt", "--model", "gpt-9"], 3, "openai/gpt-9"),
        (["brief", "harbour.txt", "--model", "openai/gpt-9"], 3, "OPENAI_API_KEY"),
        (["brief", "harbour.txt", "--model", "nobody/one"], 3, "nobody"),
        (["nonsense"], 1, "nonsense"),
    ],
)
def test_a_wrong_word_is_said_with_what_would_be_right(
    folder: Path, words: list[str], code: int, says: str
) -> None:
    ended, out, err = run(folder, *words)
    assert (ended, out) == (code, "")
    assert says in err
    assert err.count("\n") == 1


def test_of_several_documents_one_bad_one_does_not_lose_the_others(folder: Path) -> None:
    words = ["brief", "missing.txt", "harbour.txt", "-f", "json"]
    code, out, err = run(folder, *words, **SCRIPTED)
    assert code == 7
    assert json.loads(out)["source"]["source"] == "harbour.txt"
    assert "missing.txt" in err


def test_a_wrong_key_is_one_line_that_does_not_show_it(
    folder: Path, endpoint: FakeEndpoint
) -> None:
    endpoint.replies.append(Reply('{"error": {"message": "bad key sk-canary-1234"}}', status=401))
    code, out, err = run(
        folder,
        "brief",
        "harbour.txt",
        "-m",
        "openai/some-model",
        OPENAI_API_KEY="sk-canary-1234",
        OPENAI_BASE_URL=endpoint.url,
    )
    assert (code, out) == (4, "")
    assert "OPENAI_API_KEY" in err
    assert "sk-canary" not in err
    assert err.count("\n") == 2


def test_an_unreachable_endpoint_is_one_line_and_exit_code_4(folder: Path) -> None:
    code, out, err = run(
        folder,
        "brief",
        "harbour.txt",
        "-m",
        "openai/some-model",
        OPENAI_BASE_URL="http://127.0.0.1:9/v1",
        SUMMARIZER_RETRIES="0",
    )
    assert (code, out) == (4, "")
    assert "127.0.0.1:9" in err
    assert "Traceback" not in err


def test_replay_without_stored_answers_says_what_to_do(folder: Path) -> None:
    code, _, err = run(
        folder,
        "brief",
        "harbour.txt",
        "--replay",
        "-m",
        "openai/some-model",
        OPENAI_BASE_URL="http://127.0.0.1:9/v1",
    )
    assert code == 4
    assert "SUMMARIZER_CACHE=on" in err


def test_ctrl_c_ends_with_one_line_and_exit_code_130(folder: Path, endpoint: FakeEndpoint) -> None:
    endpoint.replies.append(Reply("{}", delay=30))
    process = command(
        folder, "brief", "harbour.txt", "-m", "openai/slow", OPENAI_BASE_URL=endpoint.url
    )
    deadline = time.monotonic() + 20
    while not endpoint.asked and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert out == ""
    assert err.endswith("summarizer: interrupted\n")
    assert "Traceback" not in err


def test_the_cache_can_be_looked_at_and_cleared(folder: Path) -> None:
    assert "0 answers" in run(folder, "cache", "info")[1]
    assert "0 answers forgotten" in run(folder, "cache", "clear")[1]


def test_the_catalogue_of_weights_is_listed_with_its_licence(folder: Path) -> None:
    code, out, _ = run(folder, "models", "list")
    assert code == 0
    assert "Apache-2.0" in out
    assert "not fetched" in out


def test_settings_are_read_from_a_env_file_in_the_working_folder(folder: Path) -> None:
    (folder / ".env").write_text("SUMMARIZER_MODEL=scripted/answers.json\n", "utf-8")
    code, _, err = run(folder, "brief", "harbour.txt")
    assert code == 0, err


@pytest.mark.parametrize("words", [[], ["brief"], ["models"], ["cache"], ["models", "pull"]])
def test_help_has_a_usage_and_costs_no_model(folder: Path, words: list[str]) -> None:
    code, out, _ = run(folder, *words, "--help")
    assert code == 0
    assert out.startswith("Usage: summarizer")


def test_ctrl_c_does_not_wait_for_several_slow_answers(
    folder: Path, endpoint: FakeEndpoint
) -> None:
    first = json.dumps(ANSWERS["participants"])
    endpoint.says(Reply(completion(first)), Reply("{}", delay=30))
    words = ["brief", "harbour.txt", "-m", "openai/slow"]
    process = command(folder, *words, OPENAI_BASE_URL=endpoint.url)
    deadline = time.monotonic() + 20
    while endpoint.calls < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    interrupted = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == 130
    assert time.monotonic() - interrupted < 5
