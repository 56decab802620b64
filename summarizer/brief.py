"""The brief: the sections put together, and the JSON schema that other tools rely on."""

from __future__ import annotations

import hashlib
from datetime import date as Date  # noqa: N812 - the field is called date

from pydantic import Field

from summarizer.document import Document
from summarizer.grounding import Finished, Passage, Problem
from summarizer.sections.claims import Claim
from summarizer.sections.participants import Participant
from summarizer.sections.positions import Position
from summarizer.sections.quotes import Quote
from summarizer.sections.summary import Line

__all__ = ["Brief", "Ledger", "Source"]


class Source(Finished):
    """Which document a brief is of."""

    title: str | None
    date: Date | None
    source: str | None = Field(description="Where it came from: a path or an address.")
    language: str
    characters: int
    sha256: str = Field(description="Of the text as UTF-8: all offsets are into this text.")

    @classmethod
    def of(cls, document: Document) -> Source:
        """What is known about a document."""
        return cls(
            title=document.title,
            date=document.date,
            source=document.source,
            language=document.language,
            characters=len(document.text),
            sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        )


class Ledger(Finished):
    """What a brief cost. Tokens as the endpoint counts them; seconds of waiting for answers."""

    model: str
    calls: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    cache_hits: int = 0
    asked_again: tuple[str, ...] = Field(
        (), description="Sections whose first answer was not usable."
    )
    missing: tuple[str, ...] = Field((), description="Sections without a usable answer.")


class Brief(Finished):
    """A typed brief of one document.

    Every `Passage` in it is a slice of the source: `source[start:end] == text`, in code
    points. Ids are unique within a brief; `problems` says what a reader should check.
    """

    source: Source
    participants: tuple[Participant, ...]
    quotes: tuple[Quote, ...]
    positions: tuple[Position, ...]
    claims: tuple[Claim, ...]
    summary: tuple[Line, ...]
    problems: tuple[Problem, ...]
    ledger: Ledger

    def name_of(self, participant: str | None) -> str | None:
        """The name behind a participant's id."""
        return next((p.name for p in self.participants if p.id == participant), None)

    def passages(self) -> tuple[Passage, ...]:
        """Every passage of the source that the brief holds."""
        found: list[Passage] = []
        for participant in self.participants:
            found += [*participant.mentions, *([participant.role] if participant.role else [])]
        for quote in self.quotes:
            found += [*quote.spans, *([quote.evidence] if quote.evidence else [])]
        grounded: tuple[Position | Claim | Line, ...] = (
            *self.positions,
            *self.claims,
            *self.summary,
        )
        for item in grounded:
            found += item.evidence
        return tuple(found)
