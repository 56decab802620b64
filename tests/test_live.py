"""The seed article with the embedded model: floors, not exact wording. Needs the weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Brief, Document, Settings, summarize

pytestmark = pytest.mark.live

SEED = Path(__file__).parent.parent / "seeds" / "rubio-lavrov-kuala-lumpur.txt"
SPEAKERS = ["Marco Rubio"] * 9 + ["Donald Trump"] * 3


@pytest.fixture(scope="module")
def document() -> Document:
    return Document.from_path(SEED)


@pytest.fixture(scope="module")
def brief(document: Document) -> Brief:
    return summarize(document, settings=Settings(model="local", cache="off"))


def test_all_quotes_are_found_word_for_word(brief: Brief, document: Document) -> None:
    assert len(brief.quotes) == 12
    assert all(document.text[p.start : p.end] == p.text for p in brief.passages())


def test_nearly_all_quotes_have_the_right_speaker(brief: Brief) -> None:
    said_by = [brief.name_of(quote.speaker) for quote in brief.quotes]
    assert sum(a == b for a, b in zip(said_by, SPEAKERS, strict=True)) >= 11


def test_the_main_participants_have_their_roles(brief: Brief) -> None:
    roles = {p.name: p.role.text if p.role else None for p in brief.participants}
    assert roles["Marco Rubio"] == "US Secretary of State"
    assert roles["Donald Trump"] == "US President"
    assert roles["Vladimir Putin"] == "Russian President"
    assert "Sergey Lavrov" in roles


def test_nobody_takes_part_who_is_not_in_the_source(brief: Brief, document: Document) -> None:
    assert all(p.name in document.text and p.mentions for p in brief.participants)


def test_both_sides_have_a_position_with_evidence(brief: Brief) -> None:
    evidence = {
        (p.holder, word)
        for p in brief.positions
        for piece in p.evidence
        for word in ("engag", "end")
        if word in piece.text
    }
    assert ("rubio", "engag") in evidence
    assert ("trump", "end") in evidence


def test_the_claim_on_soldiers_is_asserted_by_the_one_who_makes_it(brief: Brief) -> None:
    claims = [claim for claim in brief.claims if "100,000" in claim.statement]
    assert [claim.asserted_by for claim in claims] == ["rubio"]
    assert "100,000 soldiers" in claims[0].evidence[0].text


def test_every_line_of_the_summary_has_evidence(brief: Brief) -> None:
    assert 2 <= len(brief.summary) <= 4
    assert all(line.evidence for line in brief.summary)


def test_weekdays_have_their_date(brief: Brief) -> None:
    days = {c.when.isoformat() for c in brief.claims if c.when and "Thursday" in c.statement}
    assert days == {"2025-07-10"}


def test_the_ledger_says_what_it_cost(brief: Brief) -> None:
    assert brief.ledger.calls >= 2
    assert brief.ledger.cached_tokens > brief.ledger.prompt_tokens / 3
    assert brief.ledger.missing == ()
