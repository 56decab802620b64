"""Verifier: the program's own check of claims, as a detector of those that are not supported.

No model is asked: claims that other systems wrote, or that stand in an encyclopaedia, are held
against the document they are said to rest on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summarizer.reading import Reading
from summarizer.support import content_words, lacking

from ..figures import Figure
from ..metrics import Share
from ..predictions import Prediction
from .records import Record

__all__ = ["FIGURES", "verdicts"]

FIGURES = (
    Figure(
        "verifier.balanced",
        "balanced accuracy",
        parts=("verifier.caught", "verifier.passed"),
        gated=True,
    ),
    Figure("verifier.caught", "unsupported claims that it reports"),
    Figure("verifier.passed", "supported claims that it lets pass"),
)


def verdicts(
    record: Record, predicted: Prediction, reading: Reading
) -> Iterator[tuple[str, Share]]:
    """How many unsupported claims are caught, and supported ones let pass."""
    for claim in record.labels["claims"]:
        reported = any(_reported(sentence, reading) for sentence in _sentences(claim))
        if claim["label"] == "supported":
            yield "verifier.passed", Share(not reported, 1)
        else:
            yield "verifier.caught", Share(reported, 1)


def _sentences(claim: dict[str, Any]) -> list[str]:
    return claim.get("sentences") or [claim["claim"]]


def _reported(sentence: str, reading: Reading) -> bool:
    """Whether no sentence carries it, or the one that carries most lacks something."""
    wanted = content_words(sentence, reading)
    shared = [
        len(wanted & content_words(span.of(reading.text), reading)) for span in reading.sentences
    ]
    most = max(shared, default=0)
    evidence = reading.sentences[shared.index(most)] if most else None
    return evidence is None or bool(lacking(sentence, [evidence], reading))
