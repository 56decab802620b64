"""Bench: public sets with human labels, and the figures that each can carry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summarizer.reading import Reading, read

from ..cases import LabelError, sha256_of
from ..figures import Figure, Shares, summed
from ..judge import costs, structure
from ..metrics import Share
from ..predictions import Prediction
from ..results import Result, ResultsError
from . import speech, stances, verifier
from .records import Record, read_records

__all__ = ["SETS", "PublicSet", "Record", "read_records", "record_shares"]

Scorer = Callable[[Record, Prediction, Reading], Iterator[tuple[str, Share]]]


@dataclass(frozen=True)
class PublicSet:
    """A set by its name: what scores a prediction of it, and the figures that come of it.

    `only` is a part of the records' source, for halves that are reported apart.
    """

    scorers: tuple[Scorer, ...]
    figures: tuple[Figure, ...]
    asks: bool = True
    only: str = ""


_STRUCTURE = (Figure("structure.valid", "documents with a usable answer"),)

SETS: dict[str, PublicSet] = {
    "polnear": PublicSet((speech.quotations,), (*speech.QUOTE_FIGURES, *_STRUCTURE)),
    "gum_news": PublicSet(
        (speech.quotations, speech.attributed_claims, speech.summary_people),
        (*speech.QUOTE_FIGURES, *speech.CLAIM_FIGURES, *speech.PEOPLE_FIGURES, *_STRUCTURE),
    ),
    "wikinews_de": PublicSet((speech.quotations,), (*speech.QUOTE_FIGURES, *_STRUCTURE)),
    "qmsum_positions": PublicSet((stances.turn_positions,), (*stances.TURN_FIGURES, *_STRUCTURE)),
    "issuepos_nl": PublicSet((stances.actor_positions,), (*stances.ACTOR_FIGURES, *_STRUCTURE)),
    "frank": PublicSet((verifier.verdicts,), verifier.FIGURES, asks=False, only="cnndm"),
    "wice": PublicSet((verifier.verdicts,), verifier.FIGURES, asks=False),
}


def record_shares(chosen: PublicSet, record: Record, result: Result | None) -> Shares:
    """What one document gives; without a result, for a set that asks no system.

    Raises `ResultsError` if the result is of another text.
    """
    if result and result.sha256 != sha256_of(record.document.text):
        raise ResultsError(f"the text of {record.name} has changed since it was run")
    reading = read(record.document)
    predicted = (result.prediction if result else None) or Prediction()
    try:
        parts = [
            {name: share}
            for scorer in chosen.scorers
            for name, share in scorer(record, predicted, reading)
        ]
    except (KeyError, TypeError) as error:
        raise LabelError(f"{record.name} has not the labels of this set: {error!r}") from None
    about = {**structure(result), **costs(result)} if result else {}
    return {**summed(parts), **about}
