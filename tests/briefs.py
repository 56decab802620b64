"""A brief built by hand, for the rooms that take one."""

from __future__ import annotations

from datetime import date

from summarizer.brief import Brief, Ledger, Source
from summarizer.document import Document
from summarizer.grounding import Passage, Problem, passage
from summarizer.sections.claims import Claim
from summarizer.sections.participants import Participant
from summarizer.sections.positions import Position
from summarizer.sections.quotes import Quote
from summarizer.sections.summary import Line
from summarizer.spans import Span

TEXT = (
    "---\ntitle: A full harbour\ndate: 2026-03-06\n---\n"
    "Mayor Ada Lind said on Thursday that Tarn would not sell its harbour. “We stay,” Lind said, "
    "“all of us.”\n\nCorvane offered 40 million crowns. “Nobody asked us.”"
)


def cut(words: str, text: str = TEXT) -> Passage:
    """The passage where these words first stand."""
    start = text.index(words)
    return passage(text, Span(start, start + len(words)))


def lind(**changes: object) -> Participant:
    fields = {
        "id": "lind",
        "name": "Ada Lind",
        "aliases": ("Lind",),
        "role": cut("Mayor"),
        "kind": "person",
        "mentions": (cut("Ada Lind"), cut("Lind said, ")),
    }
    return Participant.model_validate(fields | changes)


def corvane(**changes: object) -> Participant:
    fields = {
        "id": "corvane",
        "name": "Corvane",
        "aliases": (),
        "role": None,
        "kind": "organisation",
        "mentions": (cut("Corvane"),),
    }
    return Participant.model_validate(fields | changes)


def position(**changes: object) -> Position:
    fields = {
        "id": "p1",
        "holder": "lind",
        "issue": "sale of the harbour",
        "stance": "opposes",
        "evidence": (cut("Mayor Ada Lind said on Thursday that Tarn would not sell its harbour."),),
    }
    return Position.model_validate(fields | changes)


def claim(**changes: object) -> Claim:
    fields = {
        "id": "c1",
        "statement": "Corvane offered 40 million crowns.",
        "asserted_by": "text",
        "evidence": (cut("Corvane offered 40 million crowns."),),
        "hedged": False,
        "when": None,
    }
    return Claim.model_validate(fields | changes)


def line(**changes: object) -> Line:
    fields = {
        "text": "Tarn will not sell its harbour.",
        "asserted_by": "text",
        "evidence": (cut("Tarn would not sell its harbour."),),
    }
    return Line.model_validate(fields | changes)


def quotes() -> tuple[Quote, ...]:
    return (
        Quote(
            id="q1",
            spans=(cut("We stay,"), cut("all of us.")),
            speaker="lind",
            attribution="cue",
            evidence=cut("Lind said"),
            weight=1,
        ),
        Quote(
            id="q2",
            spans=(cut("Nobody asked us."),),
            speaker=None,
            attribution="unknown",
            evidence=None,
            weight=1,
        ),
    )


def brief(**changes: object) -> Brief:
    """The whole brief, or one with other parts."""
    fields = {
        "source": Source.of(Document.from_text(TEXT)),
        "participants": (lind(), corvane()),
        "quotes": quotes(),
        "positions": (position(),),
        "claims": (claim(hedged=True, when=date(2026, 3, 5), asserted_by="lind"), claim(id="c2")),
        "summary": (line(),),
        "problems": (
            Problem(kind="unattributed", section="quotes", item="q2", message="nobody knows"),
            Problem(kind="unsupported", section="claims", item="c2", message="no 40"),
        ),
        "ledger": Ledger(model="a-model", calls=5, output_tokens=321, seconds=4.25),
    }
    return Brief.model_validate(fields | changes)
