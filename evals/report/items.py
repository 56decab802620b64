"""Items: labels and predictions beside each other, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ..judge import Judged
from ..predictions import Assertion, Person, Prediction, Said, Stand
from ..support import unsupported
from .overlay import SIGNS, Kind, Sign, name_in, sides

__all__ = ["SECTIONS", "Line", "lines"]

Verdict = tuple[Kind, str]


class Line(NamedTuple):
    """A labelled item and the predicted one beside it; one of them may not be there."""

    kind: Kind
    note: str
    gold: str | None
    predicted: str | None

    @property
    def sign(self) -> Sign:
        """How it went."""
        return SIGNS[self.kind]


def lines(judged: Judged, section: str) -> Iterator[Line]:
    """Every item of a section: pairs and what is missed first, then what is left."""
    gold, predicted = sides(judged)
    describe, verdict = SECTIONS[section]
    labels, items = getattr(gold, section), getattr(predicted, section)
    for g, p in _aligned(getattr(judged.score.pairs, section), len(labels), len(items)):
        one = _weighed(describe(gold, labels[g]), labels[g]) if g >= 0 else None
        other = describe(predicted, items[p]) if p >= 0 else None
        yield Line(*verdict(judged, g, p), one, other)


def _of_participant(_: Judged, g: int, p: int) -> Verdict:
    return ("right" if g >= 0 <= p else _alone(g)), ""


def _of_quote(judged: Judged, g: int, p: int) -> Verdict:
    if p < 0:
        return "missed", ""
    if not sides(judged)[1].quotes[p].places:
        return "extra", "stands nowhere in the source"
    if g < 0:
        return ("open" if judged.exhibit.open_quotes else "extra"), ""
    return judged.score.speakers[g, p], ""


def _of_position(judged: Judged, g: int, p: int) -> Verdict:
    gold, predicted = sides(judged)
    if g < 0 or p < 0:
        return _alone(g), "" if p < 0 or predicted.positions[p].evidence else "no evidence"
    agree = gold.positions[g].stance == predicted.positions[p].stance
    return ("right", "") if agree else ("wrong", "another stance")


def _of_claim(judged: Judged, g: int, p: int) -> Verdict:
    if p < 0:
        return "missed", ""
    predicted = sides(judged)[1]
    lacks = unsupported(predicted.claims[p], predicted, judged.exhibit.reading)
    if g < 0:
        return ("review" if p in judged.score.unknown else "extra"), ", ".join(lacks)
    told = (g, p) in judged.score.voices
    return ("right" if told else "wrong"), ", ".join(["another asserter"] * (not told) + lacks)


def _aligned(
    pairs: Iterable[tuple[int, int]], gold: int, predicted: int
) -> Iterator[tuple[int, int]]:
    """Pairs and what is missed in the labels' order, then what is left; -1 is nothing.

    >>> list(_aligned([(1, 0)], 2, 2))
    [(0, -1), (1, 0), (-1, 1)]
    """
    found = dict(pairs)
    yield from ((g, found.get(g, -1)) for g in range(gold))
    yield from ((-1, p) for p in range(predicted) if p not in found.values())


def _alone(gold: int) -> Kind:
    return "missed" if gold >= 0 else "extra"


def _person(_: Prediction, person: Person) -> str:
    also = f" (also {', '.join(person.aliases)})" if person.aliases else ""
    about = ", ".join(filter(None, (person.role, person.kind)))
    return f"{person.name}{also}: {about}" if about else f"{person.name}{also}"


def _said(side: Prediction, quote: Said) -> str:
    return f"{name_in(side, quote.speaker)}: “{' … '.join(quote.texts)}”"


def _stand(side: Prediction, position: Stand) -> str:
    statement = f" – {position.statement}" if position.statement else ""
    return (
        f"{name_in(side, position.holder)} {_STANCES[position.stance]} {position.issue}{statement}"
    )


_STANCES = {
    "supports": "supports",
    "opposes": "opposes",
    "mixed": "is divided on",
    "unclear": "has a view on",
}


def _assertion(side: Prediction, claim: Assertion) -> str:
    voice = name_in(side, claim.asserted_by) if claim.asserted_by else "the text"
    return f"{voice}: {claim.statement}"


SECTIONS: dict[str, tuple[Callable[[Prediction, Any], str], Callable[..., Verdict]]] = {
    "participants": (_person, _of_participant),
    "quotes": (_said, _of_quote),
    "positions": (_stand, _of_position),
    "claims": (_assertion, _of_claim),
}
"""How an item of a section is told, and how a pair is judged; -1 for what is not there."""


def _weighed(text: str, item: Person | Said | Stand | Assertion) -> str:
    return f"{text} [{ {3: 'must', 2: 'should', 1: 'nice'}[item.weight] }]"
