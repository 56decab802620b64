"""Stances: what speakers of committees think, and what actors in Dutch newspapers want."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.reading import Reading
from summarizer.sections.positions import Stance
from summarizer.spans import Span

from ..figures import Figure
from ..matching import Names
from ..metrics import Share
from ..predictions import Person, Prediction, Stand
from .records import Record, span_of

__all__ = ["ACTOR_FIGURES", "TURN_FIGURES", "actor_positions", "turn_positions"]

TURN_FIGURES = (
    Figure("positions.turn", "a turn that shows the position is in its evidence", gated=True),
    Figure("positions.holder", "the speaker has a position at all"),
    Figure("positions.listed", "positions listed in a document", is_share=False),
)
ACTOR_FIGURES = (
    Figure("positions.found", "the sentence is evidence of a position", gated=True),
    Figure("positions.stance", "with the right stance", gated=True),
    Figure("positions.flipped", "for instead of against, or the reverse", "less"),
    Figure("positions.actor", "the actor is the holder, where it is found"),
    Figure("positions.invented", "sentences without a stance that got one", "less"),
)

_DUTCH: dict[str, Stance | None] = {
    "Voor": "supports",
    "Tegen": "opposes",
    "Neutraal": "unclear",
    "geen": None,
}


def turn_positions(
    record: Record, predicted: Prediction, reading: Reading
) -> Iterator[tuple[str, Share]]:
    """Whether the turns that answer `what did X say about Y` are evidence of a position of X."""
    turns = {turn["turn"]: span_of(turn) for turn in record.labels["turns"]}
    shown = held = 0
    for position in record.labels["positions"]:
        actor = Person(id="gold", name=_name(position["actor"]))
        of_actor = [p for p in predicted.positions if _holds(p, actor, predicted)]
        spans = [span for number in position["evidence_turns"] if (span := turns.get(number))]
        held += bool(of_actor)
        shown += any(_touches(each, span) for each in of_actor for span in spans)
    labels = len(record.labels["positions"])
    yield "positions.turn", Share(shown, labels)
    yield "positions.holder", Share(held, labels)
    yield "positions.listed", Share(len(predicted.positions), 1)


def _name(label: str) -> str:
    """The name in a label of a turn.

    >>> _name("Right Hon. Justin Trudeau (Prime Minister)")
    'Justin Trudeau'
    """
    bare = re.sub(r"\(.*?\)", "", label).strip()
    return re.sub(r"^(?:(?:Right )?Hon\.|Mrs?\.|Ms\.|Dr\.)\s*", "", bare)


def _holds(position: Stand, actor: Person, predicted: Prediction) -> bool:
    holder = predicted.person(position.holder)
    return holder is not None and Names([actor, holder]).same(actor, holder)


def _touches(position: Stand, span: Span) -> bool:
    return any(piece.overlaps(span) for piece in position.evidence)


def actor_positions(
    record: Record, predicted: Prediction, reading: Reading
) -> Iterator[tuple[str, Share]]:
    """Whether the labelled sentence is evidence of a position, whose, and which way."""
    target = Span(record.labels["target_start"], record.labels["target_end"])
    there = [p for p in predicted.positions if _touches(p, target)]
    for label in record.labels["positions"]:
        wanted = _DUTCH[label["stance"]]
        if wanted is None:
            yield "positions.invented", Share(bool(there), 1)
            continue
        taken = {position.stance for position in there}
        poles = {"supports", "opposes"}
        yield "positions.found", Share(bool(there), 1)
        yield "positions.stance", Share(wanted in taken, 1)
        flipped = wanted in poles and taken & poles == poles - {wanted}
        yield "positions.flipped", Share(flipped, bool(there))
        holders = [predicted.person(position.holder) for position in there]
        yield "positions.actor", Share(any(_is(label["actor"], h) for h in holders), bool(there))


def _is(actor: str, holder: Person | None) -> bool:
    words = set(re.findall(r"\w+", actor.lower()))
    forms = " ".join((*holder.forms, holder.role or "")) if holder else ""
    return bool(words & set(re.findall(r"\w+", forms.lower())))
