"""Overlay: the source with what labels and a prediction say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Literal, NamedTuple

from summarizer.spans import Span

from ..judge import Judged
from ..matching import dice
from ..predictions import Place, Prediction

__all__ = ["SIGNS", "Kind", "Mark", "Piece", "Sign", "marks", "name_in", "pieces", "sides"]

Kind = Literal["right", "wrong", "silent", "missed", "extra", "open", "review", "evidence"]


class Sign(NamedTuple):
    """How a kind of mark is shown to those who cannot tell colours apart."""

    symbol: str
    word: str


SIGNS: dict[Kind, Sign] = {
    "right": Sign("✓", "right"),
    "wrong": Sign("✗", "wrong"),
    "silent": Sign("?", "no name"),
    "missed": Sign("−", "missed"),
    "extra": Sign("+", "extra"),
    "open": Sign("·", "not judged"),
    "review": Sign("?", "for review"),
    "evidence": Sign("", "evidence"),
}


class Mark(NamedTuple):
    """A stretch of the source, what is to be said of it, and in which words."""

    span: Span
    kind: Kind
    title: str


@dataclass(frozen=True)
class Piece:
    """A stretch of the source with the marks that cover all of it."""

    text: str
    marks: tuple[Mark, ...] = ()
    starts: tuple[Kind, ...] = ()  # the kinds that begin here: they get their symbol

    @property
    def kinds(self) -> str:
        """The classes of the element."""
        return " ".join(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def title(self) -> str:
        """All that is to be said, a line each."""
        return "\n".join(dict.fromkeys(mark.title for mark in self.marks))

    @property
    def symbols(self) -> str:
        """The symbols of what begins here."""
        return "".join(SIGNS[kind].symbol for kind in self.starts)


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The text cut wherever a mark begins or ends.

    >>> outer, inner = Mark(Span(0, 4), "evidence", "e"), Mark(Span(2, 4), "right", "r")
    >>> [(piece.text, piece.kinds) for piece in pieces("abcdef", [outer, inner])]
    [('ab', 'evidence'), ('cd', 'evidence right'), ('ef', '')]
    """
    kept = [mark for mark in marks if mark.span.of(text).strip()]
    ends = {at for mark in kept for at in mark.span if at < len(text)}
    for start, end in pairwise(sorted({0, len(text)} | ends)):
        here = Span(start, end)
        covering = tuple(mark for mark in kept if here.overlaps(mark.span))
        begun = dict.fromkeys(mark.kind for mark in covering if mark.span.start == start)
        yield Piece(here.of(text), covering, tuple(begun))


def marks(judged: Judged) -> Iterator[Mark]:
    """Quotes by how their words and speakers went, and the evidence of both sides."""
    gold, predicted = sides(judged)
    yield from _evidence(gold, "labels")
    yield from _evidence(predicted, "predicted")
    pairs = judged.score.pairs.quotes
    for g, p in pairs:
        yield from _marks_of_pair(judged, g, p)
    for g, quote in enumerate(gold.quotes):
        if g not in {g for g, _ in pairs} and quote.places:
            title = f"missed: labelled {name_in(gold, quote.speaker)}"
            yield from (Mark(span, "missed", title) for span in quote.places[0])
    kind: Kind = "open" if judged.exhibit.open_quotes else "extra"
    for p, quote in enumerate(predicted.quotes):
        if p not in {p for _, p in pairs} and quote.places:
            title = f"{SIGNS[kind].word}: predicted {name_in(predicted, quote.speaker)}"
            yield from (Mark(span, kind, title) for span in quote.places[0])


def _marks_of_pair(judged: Judged, g: int, p: int) -> Iterator[Mark]:
    gold, predicted = sides(judged)
    text = judged.exhibit.reading.document.text
    one, other = gold.quotes[g], predicted.quotes[p]
    places = product(one.places, other.places)
    place, found = max(places, key=lambda both: dice(both[0], both[1], text))
    kind: Kind = judged.score.speakers[g, p]
    names = f"labelled {name_in(gold, one.speaker)}, predicted {name_in(predicted, other.speaker)}"
    for which, spans in (
        (kind, _shared(place, found)),
        ("missed", _without(place, found)),
        ("extra", _without(found, place)),
    ):
        word = "speaker " * (which == kind) + SIGNS[which].word
        yield from (Mark(span, which, f"{word}: {names}") for span in spans)


def _evidence(side: Prediction, whose: str) -> Iterator[Mark]:
    found = [(f"position on {position.issue}", position.evidence) for position in side.positions]
    found += [(f"claim: {claim.statement}", claim.evidence) for claim in side.claims]
    for what, spans in found:
        yield from (Mark(span, "evidence", f"evidence ({whose}) of {what}") for span in spans)


def _shared(one: Place, other: Place) -> list[Span]:
    """What lies in both.

    >>> _shared((Span(0, 4), Span(6, 9)), (Span(2, 7),))
    [Span(start=2, end=4), Span(start=6, end=7)]
    """
    both = [(a, b) for a in one for b in other if a.overlaps(b)]
    return [Span(max(a.start, b.start), min(a.end, b.end)) for a, b in both]


def _without(one: Place, other: Place) -> list[Span]:
    """What lies in the first alone.

    >>> _without((Span(0, 9),), (Span(2, 4), Span(7, 12)))
    [Span(start=0, end=2), Span(start=4, end=7)]
    """
    left = list(one)
    for gone in other:
        left = [rest for span in left for rest in _outside(span, gone)]
    return left


def _outside(span: Span, gone: Span) -> list[Span]:
    if not span.overlaps(gone):
        return [span]
    ends = (Span(span.start, gone.start), Span(gone.end, span.end))
    return [end for end in ends if end.start < end.end]


def name_in(side: Prediction, identity: str | None) -> str:
    """Who is behind an id."""
    person = side.person(identity)
    return person.name if person else "nobody by name"


def sides(judged: Judged) -> tuple[Prediction, Prediction]:
    """The labels and the prediction."""
    return judged.exhibit.gold, judged.result.prediction or Prediction()
