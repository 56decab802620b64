from __future__ import annotations

import pytest
from briefs import TEXT, brief, claim, cut, lind, line, position

from summarizer.brief import Brief
from summarizer.document import Document
from summarizer.reading import read
from summarizer.verify import verify

READING = read(Document.from_text(TEXT))


def problems_of(**parts: object) -> list[tuple[str, str, str | None]]:
    empty: dict[str, object] = {"positions": (), "claims": (), "summary": (), "problems": ()}
    found = verify(brief(**{**empty, **parts}), READING)
    return [(problem.kind, problem.section, problem.item) for problem in found]


def messages_of(whole: Brief) -> str:
    return " ".join(problem.message for problem in verify(whole, READING))


def test_what_the_evidence_carries_is_no_problem() -> None:
    assert problems_of(positions=(position(),), claims=(claim(),), summary=(line(),)) == []


@pytest.mark.parametrize(
    ("statement", "lacks"),
    [
        ("Corvane offered 50 million crowns.", "50"),
        ("Corvane and Veldt offered 40 million crowns.", "Veldt"),
        ("Corvane offered 40 million crowns to Bo Rund.", "Rund"),
    ],
)
def test_a_claim_with_numbers_or_names_that_its_evidence_lacks_is_unsupported(
    statement: str, lacks: str
) -> None:
    assert problems_of(claims=(claim(statement=statement),)) == [("unsupported", "claims", "c1")]
    assert lacks in messages_of(brief(claims=(claim(statement=statement),), problems=()))


def test_a_denial_that_the_evidence_does_not_make_is_unsupported() -> None:
    text = "Corvane offered 40 million crowns. It rained in Tarn."
    reading = read(Document.from_text(text))
    evidence = (cut("Corvane offered 40 million crowns.", text),)
    denied = claim(statement="Corvane did not offer 40 million crowns.", evidence=evidence)
    parts = brief(claims=(denied,), summary=(), positions=(), problems=())
    assert [problem.kind for problem in verify(parts, reading)] == ["unsupported"]


def test_a_line_of_the_summary_is_named_by_its_number() -> None:
    lines = (line(), line(text="Tarn sold 12 boats."))
    assert problems_of(summary=lines) == [("unsupported", "summary", "s2")]


def test_a_position_whose_evidence_has_nothing_to_do_with_its_holder_is_unlinked() -> None:
    stray = position(holder="corvane", issue="to stay", evidence=(cut("We stay,"),))
    assert ("unlinked", "positions", "p1") in problems_of(positions=(stray,))


@pytest.mark.parametrize("words", ["We stay,", "Mayor Ada Lind said on Thursday"])
def test_a_position_is_linked_by_what_its_holder_says_or_by_their_name(words: str) -> None:
    linked = position(issue="to stay", evidence=(cut(words),))
    assert ("unlinked", "positions", "p1") not in problems_of(positions=(linked,))


@pytest.mark.parametrize(
    ("before", "is_linked"), [("Ada Lind left.", True), ("Ada Lind left with Eva Rund.", False)]
)
def test_a_position_is_linked_by_a_pronoun_that_surely_means_its_holder(
    before: str, *, is_linked: bool
) -> None:
    text = f"Ada Lind met Mr. Osk. {before} She wants a new harbour for the town."
    whole = cut("She wants a new harbour for the town.", text)
    holder = lind(mentions=(cut("Ada Lind", text),), role=None)
    wants = position(issue="a new harbour", evidence=(whole,))
    parts = brief(
        participants=(holder,), quotes=(), positions=(wants,), claims=(), summary=(), problems=()
    )
    found = {problem.kind for problem in verify(parts, read(Document.from_text(text)))}
    assert ("unlinked" not in found) == is_linked


def test_a_brief_is_asked_and_never_changed() -> None:
    whole = brief(claims=(claim(statement="Corvane offered 50 boats."),), problems=())
    before = whole.model_dump_json()
    assert verify(whole, READING)
    assert whole.model_dump_json() == before
