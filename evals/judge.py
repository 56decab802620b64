"""Judge: results and labels together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer.document import Document
from summarizer.reading import Reading, read

from .cases import Case, sha256_of
from .figures import Shares, summed
from .metrics import Score, Share, score
from .predictions import Prediction, of_case
from .results import Result, ResultsError

__all__ = ["OPEN", "Exhibit", "Judged", "by_document", "costs", "exhibit", "judge", "structure"]

OPEN = frozenset({"transcript", "remarks", "interview"})
"""Genres in which every turn is speech: labels list what a brief must have, not all of it."""


@dataclass(frozen=True)
class Exhibit:
    """A labelled document, read."""

    name: str
    gold: Prediction
    reading: Reading
    open_quotes: bool = False

    @property
    def document(self) -> Document:
        """The document."""
        return self.reading.document


@dataclass(frozen=True)
class Judged:
    """A result, and what it gives to every figure."""

    result: Result
    exhibit: Exhibit
    score: Score
    shares: Shares


def exhibit(case: Case, folder: Path) -> Exhibit:
    """A seed with its document as the program reads it; the date is also the labels'."""
    document = Document.from_path(folder / f"{case.name}.txt")
    document = replace(document, date=document.date or case.document.date)
    return Exhibit(case.name, of_case(case), read(document), case.document.genre in OPEN)


def judge(results: Iterable[Result], exhibits: Iterable[Exhibit]) -> list[Judged]:
    """Score every result; a document that failed counts as all missed.

    Raises `ResultsError` for a result whose document has another text now, or is not there.
    """
    known = {each.name: each for each in exhibits}
    judged: list[Judged] = []
    for result in results:
        if (shown := known.get(result.document)) is None:
            raise ResultsError(f"there are no labels for {result.document}")
        if result.sha256 != sha256_of(shown.reading.document.text):
            raise ResultsError(f"the text of {result.document} has changed since it was run")
        predicted = result.prediction or Prediction()
        found = score(shown.gold, predicted, shown.reading, open_quotes=shown.open_quotes)
        shares = {**found.shares, **structure(result), **costs(result)}
        judged.append(Judged(result, shown, found, shares))
    return judged


_BRIEFS = frozenset({"ours", "code"})
"""The systems that make whole briefs, which laws hold for."""


def structure(result: Result) -> dict[str, Share]:
    """Whether there was an answer, at the first try, complete and within the laws."""
    valid = result.error is None
    shares = {
        "structure.valid": Share(valid, 1),
        "structure.first_try": Share(valid and not result.reasked, 1),
        "structure.complete": Share(valid and not result.missing, 1),
    }
    if result.system in _BRIEFS:
        shares["structure.lawful"] = Share(not result.broken, 1)
    return shares


def costs(result: Result) -> dict[str, Share]:
    """What it took; nothing where the cache answered, or nobody was asked."""
    ledger = result.ledger
    if ledger.cache_hits or not ledger.calls:
        return {}
    counted = {name: value for name, value in vars(ledger).items() if name != "cache_hits"}
    return {f"cost.{name}": Share(value, 1) for name, value in counted.items()}


def by_document(judged: Sequence[Judged]) -> dict[str, Shares]:
    """The shares of every document, those of its repeats added."""
    names = dict.fromkeys(each.result.document for each in judged)
    return {
        name: summed(each.shares for each in judged if each.result.document == name)
        for name in names
    }
