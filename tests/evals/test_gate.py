from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from seeds_of_tarn import ANSWERS, plant

from evals.cases import LabelError
from evals.cli import main
from evals.gate import read_baseline, replayed
from evals.invariants import violations
from evals.recordings import Recording, read_recording, record, replay, write_recording
from summarizer.document import Document
from summarizer.errors import AnswerError
from summarizer.providers.scripted import Scripted

Gate = Callable[..., tuple[int, str]]


@pytest.fixture
def gate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Gate:
    """A gate over two seeds, blessed; call it with a command, get exit code and output."""
    seeds = plant(tmp_path)
    folder = tmp_path / "recordings"
    for name in ("sale", "rain"):
        document = Document.from_path(seeds / f"{name}.txt")
        provider = Scripted(ANSWERS if name == "sale" else RAIN_ANSWERS)
        write_recording(record(name, document, provider), folder)
    places = ["--seeds", seeds, "--recordings", folder, "--baseline", tmp_path / "baseline.json"]

    def call(command: str = "gate") -> tuple[int, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main([command, *map(str, places)])
        said = capsys.readouterr()
        return int(str(done.value.code)), said.out + said.err

    assert call("bless")[0] == 0
    return call


RAIN_ANSWERS = {
    "summary": {
        name: {"sentence": 1, "line": "It rained in Tarn."} for name in ("bottom_line", "sides")
    },
}


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_was_blessed_passes_and_says_the_same_each_time(gate: Gate) -> None:
    code, said = gate()
    assert (code, gate()) == (0, (code, said))
    assert said.startswith("pass: 2 documents, ")


def test_one_word_of_a_recorded_answer_is_a_regression_that_names_the_document(
    gate: Gate, tmp_path: Path
) -> None:
    edited(tmp_path / "recordings" / "sale.json", '"n4": "organisation"', '"n4": "person"')
    code, said = gate()
    assert code == 1
    assert "sale: participants.f1 was 6 of 6, is 4 of 6" in said
    assert "rain" not in said


def test_a_word_that_changes_no_figure_is_a_regression_too(gate: Gate, tmp_path: Path) -> None:
    edited(tmp_path / "recordings" / "rain.json", "It rained in Tarn.", "It poured in Tarn.")
    code, said = gate()
    assert code == 1
    assert "rain: the recording has changed" in said


def test_one_weight_of_one_label_is_a_regression_that_names_the_figure(
    gate: Gate, tmp_path: Path
) -> None:
    edited(
        tmp_path / "seeds" / "sale.yaml",
        "head of Corvane, kind: person, weight: 2",
        "head of Corvane, kind: person, weight: 1",
    )
    code, said = gate()
    assert code == 1
    assert "sale: the labels have changed" in said
    assert "sale: participants.weighted was 7 of 7, is 6 of 6" in said


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("seeds/sale.yaml", ("a costly mistake.", "a mistake"), r"yaml:10: the text 'a mistake'"),
        ("recordings/sale.json", ('"answers"', "answers"), r"json:5: Expecting property name"),
        ("recordings/sale.json", ('"model"', '"modell"'), r"json:1: model: Field required"),
        ("recordings/sale.json", ('"sha256": "', '"sha256": "0'), "json:1: it is of another text"),
        ("baseline.json", ('"rain"', "rain"), r"baseline\.json:2: this is no baseline"),
    ],
)
def test_what_is_broken_is_named_with_file_and_line(
    gate: Gate, tmp_path: Path, file: str, change: tuple[str, str], said: str
) -> None:
    edited(tmp_path / file, *change)
    code, output = gate()
    assert code == 2
    assert re.search(said, output)


def test_what_is_missing_is_named(gate: Gate, tmp_path: Path) -> None:
    (tmp_path / "recordings" / "rain.json").rename(tmp_path / "recordings" / "r.json")
    assert gate()[0] == 2
    (tmp_path / "recordings" / "r.json").rename(tmp_path / "recordings" / "rain.json")
    (tmp_path / "baseline.json").unlink()
    code, said = gate()
    assert code == 2
    assert "there is no baseline" in said


def test_a_seed_that_is_new_or_gone_is_a_regression(gate: Gate, tmp_path: Path) -> None:
    for suffix in (".txt", ".yaml"):
        (tmp_path / "seeds" / "rain").with_suffix(suffix).unlink()
    code, said = gate()
    assert (code, "rain: is not there any more" in said) == (1, True)


def test_bless_says_what_it_changes_and_the_gate_passes_again(gate: Gate, tmp_path: Path) -> None:
    edited(tmp_path / "recordings" / "sale.json", '"n4": "organisation"', '"n4": "person"')
    code, said = gate("bless")
    assert code == 0
    assert "sale: participants.f1 was 6 of 6, is 4 of 6" in said
    assert gate()[0] == 0
    assert gate("bless") == (0, "nothing has changed\n")


def test_the_environment_does_not_change_a_replay(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_PLAN", "single")
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai/other")
    assert gate()[0] == 0


def test_an_answer_that_failed_is_recorded_and_fails_again(tmp_path: Path) -> None:
    seeds = plant(tmp_path)
    document = Document.from_path(seeds / "sale.txt")
    answers = {name: answer for name, answer in ANSWERS.items() if name != "summary"}
    recording = record("sale", document, Scripted(answers))
    assert recording.answers["summary"] == [None]
    assert replay(recording, document).ledger.missing == ("summary",)


def test_a_recording_reads_as_it_was_written(tmp_path: Path) -> None:
    recording = Recording(document="é", sha256="0", model="m", answers={"quotes": [{"q1": "“a”"}]})
    write_recording(recording, tmp_path / "new")
    assert read_recording(tmp_path / "new" / "é.json") == recording
    assert "“a”" in (tmp_path / "new" / "é.json").read_text("utf-8")


def test_a_model_that_answers_nothing_makes_no_recording(tmp_path: Path) -> None:
    seeds = plant(tmp_path)
    with pytest.raises(AnswerError):
        record("sale", Document.from_path(seeds / "sale.txt"), Scripted({}))


def test_the_baseline_reads_as_it_was_written(gate: Gate, tmp_path: Path) -> None:
    assert gate
    today = replayed(tmp_path / "seeds", tmp_path / "recordings")
    assert read_baseline(tmp_path / "baseline.json") == {each.name: each.entry for each in today}
    lines = (tmp_path / "baseline.json").read_text("utf-8").splitlines()
    assert any('"quotes.f1": [' in line and line.rstrip(",").endswith("]") for line in lines)


# The laws --------------------------------------------------------------------------------


def test_each_law_of_a_brief_is_held(tmp_path: Path) -> None:
    seeds = plant(tmp_path)
    document = Document.from_path(seeds / "sale.txt")
    brief = replay(record("sale", document, Scripted(ANSWERS)), document)
    assert list(violations(brief, document.text)) == []
    shifted = document.text.replace("Mayor", "The mayor", 1)
    assert any("does not stand at" in law for law in violations(brief, shifted))
    ghost = brief.participants[0].model_copy(update={"name": "Bo Rund"})
    haunted = brief.model_copy(update={"participants": (ghost, *brief.participants[1:])})
    assert list(violations(haunted, document.text)) == ["the name 'Bo Rund' is not in the source"]
    twice = brief.model_copy(update={"quotes": (*brief.quotes, brief.quotes[0])})
    assert list(violations(twice, document.text)) == ["the id 'q1' is there twice"]
    alone = brief.model_copy(update={"participants": brief.participants[1:]})
    assert "q1 names 'lind', who is no participant" in list(violations(alone, document.text))


def test_a_brief_that_breaks_a_law_fails_the_gate_and_cannot_be_blessed(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evals.gate.violations", lambda _brief, _text: ["the sky fell"])
    code, said = gate()
    assert (code, "sale: the sky fell" in said) == (1, True)
    code, said = gate("bless")
    assert (code, "cannot be blessed" in said) == (2, True)


def test_labels_and_recordings_of_the_project_pass() -> None:
    """The gate itself, on the seeds: with sockets closed, as all tests are."""
    with pytest.raises(SystemExit) as done:
        main(["gate"])
    assert done.value.code == 0


def test_every_recording_of_the_project_is_of_a_seed() -> None:
    root = Path(__file__).parents[2]
    recorded = {path.stem for path in (root / "evals" / "recordings").glob("*.json")}
    assert recorded == {path.stem for path in (root / "seeds").glob("*.txt")}
    assert json.loads((root / "evals" / "baseline.json").read_text("utf-8")).keys() == recorded


def test_a_folder_without_labels_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match=r"there is no NAME\.yaml"):
        list(replayed(tmp_path, tmp_path))
