"""Labelling, with the answers of a person on standard input."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import typer
import yaml
from seeds_of_tarn import SALE, plant
from typer.testing import CliRunner

from evals.cases import LabelError, load_case, load_cases
from evals.cli import app
from evals.judge import by_document, exhibit, judge
from evals.run import result_of
from evals.systems import SYSTEMS
from summarizer.document import Document
from summarizer.settings import Settings

Label = Callable[..., str]


@pytest.fixture
def label(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Label:
    """Label a copy of the sale, proposed by answers written down, with these answers to it."""
    plant(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.txt").write_text(SALE, "utf-8")

    def run(answers: Sequence[str], *words: str) -> str:
        command = ["label", "talk.txt", "--model", "scripted/answers.json", *words]
        done = CliRunner().invoke(app, command, input="\n".join(answers) + "\n")
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.output

    return run


def test_what_is_accepted_becomes_labels_that_load(label: Label) -> None:
    output = label(["news", "invented", *["a"] * 20])
    assert "talk.yaml is written and right" in output
    case = load_case(Path("talk.yaml"))
    assert (case.document.genre, case.document.source) == ("news", "invented")
    names = {person.name for person in case.participants.values()}
    assert names == {"Ada Lind", "Piet Osk", "Corvane"}
    assert {quote.speaker for quote in case.quotes} == {"lind", "osk"}


def test_labels_that_were_accepted_give_the_brief_that_proposed_them_a_full_score(
    label: Label,
) -> None:
    label(["news", "invented", *["a"] * 20])
    Path("one").mkdir()
    for suffix in (".txt", ".yaml"):
        Path("talk").with_suffix(suffix).rename(Path("one/talk").with_suffix(suffix))
    exhibits = [exhibit(case, Path("one")) for case in load_cases(Path("one"))]
    system = SYSTEMS["ours"](Settings(model="scripted/answers.json", cache="off"))
    result = result_of(system, "talk", Document.from_path(Path("one/talk.txt")))
    [shares] = by_document(judge([result], exhibits)).values()
    for figure in ("attribution.f1", "participants.f1", "claims.coverage"):
        assert shares[figure].n == shares[figure].m > 0


def test_what_is_rejected_is_not_written_and_quitting_saves(label: Label) -> None:
    label(["news", "invented", "a", "r", "q"])
    case = load_case(Path("talk.yaml"))
    assert [person.name for person in case.participants.values()] == ["Ada Lind"]
    assert case.quotes == ()


def test_every_value_can_be_mended(label: Label) -> None:
    mended = ["f", "", "Ada Lind", "[Lind]", "", "", "3"]
    label(["news", "invented", *mended, "q"])
    [person] = load_case(Path("talk.yaml")).participants.values()
    assert (person.aliases, person.role, person.weight) == (("Lind",), "Mayor", 3)


def test_a_wrong_letter_is_asked_again(label: Label) -> None:
    assert label(["news", "invented", "x", "q"]).count("(a)ccept") == 2


def test_words_that_stand_twice_are_told_apart(label: Label) -> None:
    Path("talk.txt").write_text("“Yes,” Ada Lind said. “Yes,” Piet Osk said.", "utf-8")
    label(["news", "invented", *["a"] * 12], "--system", "rules")
    quotes = load_case(Path("talk.yaml")).quotes
    assert [quote.spans[0].start for quote in quotes] == [1, 23]


def test_labels_that_do_not_load_are_kept_and_their_lines_named(label: Label) -> None:
    with pytest.raises(LabelError, match=r"(?s)talk\.yaml:\d+: .*has to be mended"):
        label(["poem", "invented", "q"])
    assert Path("talk.yaml").exists()


def test_labels_are_never_written_over(label: Label) -> None:
    Path("talk.yaml").write_text("mine", "utf-8")
    with pytest.raises(LabelError, match="there are labels already"):
        label(["news", "invented", "q"])
    assert Path("talk.yaml").read_text("utf-8") == "mine"


def test_a_review_adds_what_a_run_found_and_labels_do_not_have(label: Label) -> None:
    label(["news", "invented", "a", "a", "a", "q"])
    Path("one").mkdir()
    for suffix in (".txt", ".yaml"):
        Path("talk").with_suffix(suffix).rename(Path("one/talk").with_suffix(suffix))
    system = SYSTEMS["ours"](Settings(model="scripted/answers.json", cache="off"))
    result = result_of(system, "talk", Document.from_path(Path("one/talk.txt")))
    Path("run.jsonl").write_text(result.model_dump_json() + "\n", "utf-8")
    command = ["label", "one/talk.txt", "--review", "run.jsonl"]
    done = CliRunner().invoke(app, command, input="a\n" * 20)
    assert done.exit_code == 0, done.output
    labels = yaml.safe_load(Path("one/talk.yaml").read_text("utf-8"))
    assert len(labels["quotes"]) == len(result.prediction.quotes) if result.prediction else False
    assert len(labels["participants"]) == 3
    again = CliRunner().invoke(app, command, input="")
    assert "(a)ccept" not in again.output


def test_a_review_of_a_document_that_was_not_run_says_so(label: Label) -> None:
    label(["news", "invented", "q"])
    Path("run.jsonl").write_text("", "utf-8")
    done = CliRunner().invoke(app, ["label", "talk.txt", "--review", "run.jsonl"])
    assert "there is no result of talk as it is now" in str(done.exception)


def test_an_interrupted_labelling_writes_nothing(
    label: Label, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typer, "prompt", _interrupted)
    label([])
    assert not Path("talk.yaml").exists()


def _interrupted(*_words: object, **_more: object) -> None:
    raise KeyboardInterrupt
