"""Predictions: what is compared with what, in one form for labels and for every system.

Speakers and holders are ids of the same prediction's participants. A quotation has a *place*
for every way in which its words can be found in the document: one for a label and for a brief,
none for words that stand nowhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise, product
from typing import NamedTuple

from pydantic import BaseModel

from summarizer.brief import Brief
from summarizer.grounding import Passage, find_phrase
from summarizer.sections.participants import Kind
from summarizer.sections.positions import Stance
from summarizer.spans import Span

from .cases import UNNAMED, Case, Weight

__all__ = [
    "Assertion",
    "Person",
    "Place",
    "Prediction",
    "Said",
    "Stand",
    "located",
    "of_brief",
    "of_case",
]

Place = tuple[Span, ...]
"""The pieces of one quotation, in the document's order."""

MANY = 16
"""So many places of a text are kept: a copied "yes" stands everywhere."""


class _Item(BaseModel):
    model_config = {"extra": "forbid", "frozen": True}


class Person(_Item):
    """A participant: somebody or something that acts."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    kind: Kind | None = None
    weight: Weight = 2
    mentions: Place = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


class Said(_Item):
    """A quotation. `cue` is where the words stand that tell the speaker."""

    texts: tuple[str, ...]
    places: tuple[Place, ...]
    speaker: str | None
    attribution: str | None = None
    cue: Span | None = None
    weight: Weight = 2


class Stand(_Item):
    """A position; without evidence it points nowhere."""

    holder: str | None
    issue: str
    issue_aliases: tuple[str, ...] = ()
    stance: Stance
    statement: str = ""
    evidence: Place
    weight: Weight = 2


class Assertion(_Item):
    """A claim; `asserted_by` is None where the document itself asserts it."""

    statement: str
    asserted_by: str | None
    evidence: Place
    weight: Weight = 2


class Prediction(_Item):
    """All items of one document, by a person or a program."""

    participants: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()  # named as speakers or holders, yet not listed
    quotes: tuple[Said, ...] = ()
    positions: tuple[Stand, ...] = ()
    claims: tuple[Assertion, ...] = ()
    not_participants: tuple[str, ...] = ()

    def person(self, identity: str | None) -> Person | None:
        """The participant with this id."""
        everybody = (*self.participants, *self.others)
        return next((p for p in everybody if p.id == identity), None)


def of_case(case: Case) -> Prediction:
    """The labels of a case: what a perfect prediction would be."""
    return Prediction(
        participants=tuple(
            Person(
                id=identity,
                name=each.name,
                aliases=each.aliases,
                role=each.role,
                kind=each.kind,
                weight=each.weight,
            )
            for identity, each in case.participants.items()
        ),
        quotes=tuple(
            Said(
                texts=tuple(part.text for part in each.text),
                places=(each.spans,),
                speaker=None if each.speaker == UNNAMED else each.speaker,
                attribution=each.attribution,
                weight=each.weight,
            )
            for each in case.quotes
        ),
        positions=tuple(
            Stand(
                holder=each.holder,
                issue=each.issue,
                issue_aliases=each.issue_aliases,
                stance=each.stance,
                evidence=tuple(part.span for part in each.evidence),
                weight=each.weight,
            )
            for each in case.positions
        ),
        claims=tuple(
            Assertion(
                statement=each.claim,
                asserted_by=each.asserted_by if each.asserted_by in case.participants else None,
                evidence=tuple(part.span for part in each.evidence),
                weight=each.weight,
            )
            for each in case.claims
        ),
        not_participants=case.not_participants,
    )


def of_brief(brief: Brief) -> Prediction:
    """What a brief says, without its summary."""
    known = {participant.id for participant in brief.participants}
    return Prediction(
        participants=tuple(
            Person(
                id=each.id,
                name=each.name,
                aliases=each.aliases,
                role=each.role.text if each.role else None,
                kind=each.kind,
                mentions=_spans(each.mentions),
            )
            for each in brief.participants
        ),
        quotes=tuple(
            Said(
                texts=tuple(span.text for span in each.spans),
                places=(_spans(each.spans),),
                speaker=each.speaker,
                attribution=each.attribution,
                cue=each.evidence.span if each.evidence else None,
                weight=each.weight,
            )
            for each in brief.quotes
        ),
        positions=tuple(
            Stand(
                holder=each.holder,
                issue=each.issue,
                stance=each.stance,
                evidence=_spans(each.evidence),
            )
            for each in brief.positions
        ),
        claims=tuple(
            Assertion(
                statement=each.statement,
                asserted_by=each.asserted_by if each.asserted_by in known else None,
                evidence=_spans(each.evidence),
            )
            for each in brief.claims
        ),
    )


def _spans(passages: Iterable[Passage]) -> Place:
    return tuple(passage.span for passage in passages)


class _Piece(NamedTuple):
    """One stretch of a copied text between its ellipses."""

    text: str
    spans: list[Span]


def located(copied: str, text: str) -> tuple[Place, ...]:
    """Every place where a copied text stands, marks, case, spaces and its ends forgiven.

    A text with an ellipsis in it is looked for piece by piece, in order.

    >>> located('"stay here." … "we are home"', "“We stay here,” he said. “We are home.”")
    ((Span(start=4, end=13), Span(start=26, end=37)),)
    >>> located("we are gone", "“We are home.”")
    ()
    """
    pieces = [_Piece(part, _found(part, text)) for part in re.split(r"…|\.\.\.", copied)]
    pieces = [piece for piece in pieces if re.search(r"\w", piece.text)]
    if not pieces or len(pieces) > MANY:
        return ()
    places = product(*(piece.spans[: MANY if len(pieces) == 1 else 2] for piece in pieces[:4]))
    return tuple(place for place in places if all(a.end <= b.start for a, b in pairwise(place)))


def _found(part: str, text: str) -> list[Span]:
    bare = part.strip().strip("\"“”„‟«»‘’'‚‹› ")
    return find_phrase(bare, text) or find_phrase(bare.strip(" .,;:!?-–—\"”’'"), text)
