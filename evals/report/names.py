"""Names: what systems, models and repeats are called, and text that any format can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..judge import Judged, by_document
from ..tables import System

__all__ = ["clean", "label_of", "repeat_of", "shares_of", "systems_of"]


def systems_of(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    """The results by system and model."""
    systems: dict[str, list[Judged]] = {}
    for each in judged:
        systems.setdefault(label_of(each), []).append(each)
    return systems


def shares_of(systems: dict[str, list[Judged]]) -> dict[str, System]:
    """The shares of every document, by system and model."""
    return {label: by_document(results) for label, results in systems.items()}


def label_of(judged: Judged) -> str:
    """System and model."""
    system, model = judged.result.system, judged.result.model
    return f"{system}, {model}" if model not in {"", "none"} else system


def repeat_of(judged: Judged, beside: Iterable[Judged]) -> str:
    """Which repeat it is, if there are several."""
    repeats = {other.result.repeat for other in beside if label_of(other) == label_of(judged)}
    return f", repeat {judged.result.repeat}" if len(repeats) > 1 else ""


_IMPOSSIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Without the characters that XML forbids, and those that turn the text behind them."""
    return _IMPOSSIBLE.sub("", text)
