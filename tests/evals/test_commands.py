"""The judge's command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from seeds_of_tarn import plant

from evals.cli import main
from evals.results import read_results

ROOT = Path(__file__).parents[2]

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return plant(tmp_path)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], seeds: Path) -> Call:
    """Run a command in the folder of the seeds; give exit code, output and messages."""
    assert seeds

    def run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main(list(words))
        said = capsys.readouterr()
        return int(str(done.value.code)), said.out, said.err

    return run


def test_run_prints_a_column_for_each_system_with_the_number_of_documents(call: Call) -> None:
    code, out, err = call("run", "--system", "rules", "-o", "r.jsonl")
    assert code == 0
    assert out.startswith("| figure | rules (2) |\n|---|---|\n| quotes with the right speaker, F1")
    assert "evals: rules: 2 of 2, sale" in err
    assert len(read_results(Path("r.jsonl"))) == 2


def test_run_asks_nobody_for_what_the_file_has(call: Call) -> None:
    first = call("run", "--system", "rules", "-o", "r.jsonl")
    again = call("run", "--system", "rules", "-o", "r.jsonl")
    offline = call("run", "--system", "rules", "--offline", "-o", "r.jsonl")
    assert (again, offline) == ((0, first[1], ""), (0, first[1], ""))


def test_too_many_failed_documents_are_inconclusive_and_count_as_missed(call: Call) -> None:
    code, out, err = call("run", "--model", "scripted/answers.json", "--no-cache", "-o", "r.jsonl")
    assert code == 3
    assert "rain: AnswerError" in err
    assert "inconclusive: 1 of 2 results are errors" in err
    assert "| documents with a usable answer | .50 |" in out


def test_a_floor_that_is_missed_is_a_regression_that_names_figure_and_value(call: Call) -> None:
    words = ("run", "--model", "scripted/answers.json", "--only", "sale", "-o", "r.jsonl")
    assert call(*words, "--floor", "quotes.f1=.8", "--floor", "omission.must=.5")[0] == 0
    code, _, err = call(*words, "--floor", "claims.coverage=1.01")
    assert (code, "claims.coverage is 1.000, its floor 1.01" in err) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "--floor", "fun=1"], "fun=1 is not FIGURE=VALUE"),
        (["run", "--system", "magic"], "magic; known are ours, plain, code, rules, second"),
        (["run", "--only", "moon"], "moon; known are rain, sale"),
        (["run", "--seeds", "nowhere"], "there is no NAME.yaml"),
        (["run", "--model", "moon"], "model 'moon' has no provider"),
        (["run", "--system", "second"], "there is no NAME.second.yaml"),
        (["run", "--repeats", "0"], "greater than or equal to 1"),
        (["bench", "moon", "x.jsonl"], "moon; known are polnear"),
        (["bench", "polnear", "x.jsonl"], "x.jsonl cannot be read"),
        (["report", "none.jsonl"], "none.jsonl cannot be read"),
        (["compare", "a.jsonl", "b.jsonl"], "a.jsonl cannot be read"),
        (["dance"], "No such command"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_with_exit_code_2(
    call: Call, words: list[str], said: str
) -> None:
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.startswith("evals: ")
    assert err.count("\n") == 1


def test_a_broken_label_has_exit_code_2_with_file_and_line(call: Call, seeds: Path) -> None:
    path = seeds / "sale.yaml"
    path.write_text(path.read_text("utf-8").replace("speaker: osk", "speaker: oskar"), "utf-8")
    code, _, err = call("run", "--system", "rules")
    assert (code, "sale.yaml:10: there is no participant 'oskar'" in err) == (2, True)


def test_the_agreement_of_two_annotators_is_a_column(call: Call, seeds: Path) -> None:
    (seeds / "sale.second.yaml").write_text((seeds / "sale.yaml").read_text("utf-8"), "utf-8")
    code, out, _ = call("run", "--system", "second", "--system", "rules", "-o", "r.jsonl")
    assert code == 0
    assert out.startswith("| figure | second (1) | rules (2) |")


def test_compare_says_for_each_figure_whether_the_second_run_is_better(call: Call) -> None:
    call("run", "--system", "rules", "-o", "a.jsonl")
    call("run", "--model", "scripted/answers.json", "--only", "sale", "-o", "b.jsonl")
    code, out, _ = call("compare", "a.jsonl", "b.jsonl", "--system", "rules,ours")
    assert code == 0
    assert out.startswith("1 documents in both runs")
    assert "| quotes with the right speaker, F1 | 0.000 | 1.000 | +1.000 |" in out
    assert "the documents that moved most" in out
    assert "| sale | quotes with the right speaker, F1 | 0.00 | 1.00 |" in out


def test_compare_of_a_run_with_failed_documents_is_inconclusive(call: Call) -> None:
    call("run", "--model", "scripted/answers.json", "--no-cache", "-o", "a.jsonl")
    code, _, err = call("compare", "a.jsonl", "a.jsonl")
    assert (code, "inconclusive: 2 results are errors" in err) == (3, True)


def test_a_run_with_inventions_where_there_were_none_is_a_regression(call: Call) -> None:
    call("run", "--system", "rules", "--only", "sale", "-o", "a.jsonl")
    line = json.loads(Path("a.jsonl").read_text("utf-8"))
    line["prediction"]["participants"][0] |= {"name": "Bo Rund", "aliases": []}
    Path("b.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    code, _, err = call("compare", "a.jsonl", "b.jsonl", "--system", "rules")
    assert (code, "regress: names that stand nowhere" in err) == (1, True)


def test_report_writes_a_page_junit_and_markdown(call: Call) -> None:
    call("run", "--system", "rules", "-o", "r.jsonl")
    code, out, _ = call(
        "report", "r.jsonl", "-o", "r.html", "--junit", "r.xml", "--markdown", "r.md"
    )
    assert (code, out) == (0, "")
    assert "<html" in Path("r.html").read_text("utf-8")
    assert "<testsuite" in Path("r.xml").read_text("utf-8")
    assert Path("r.md").read_text("utf-8") in call("report", "r.jsonl")[1]


def test_every_command_has_help_with_an_example(call: Call) -> None:
    commands = ("run", "bench", "gate", "bless", "record", "compare", "report", "label")
    for command in commands:
        code, out, _ = call(command, "--help")
        assert code == 0
        assert f"python -m evals {command}" in " ".join(out.split())
    assert all(command in call("--help")[1] for command in commands)


def test_the_module_runs_and_says_how() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "evals", "--help"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Exit codes: 0 pass, 1 regression" in " ".join(done.stdout.split())


def test_record_keeps_the_answers_of_a_model(call: Call) -> None:
    words = ("record", "--model", "scripted/answers.json", "--recordings", "kept", "--only", "sale")
    code, _, err = call(*words)
    assert code == 0
    assert json.loads(Path("kept/sale.json").read_text("utf-8"))["model"] == "scripted"
    assert "recording: 0 of 1, sale" in err
