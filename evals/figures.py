"""Figures: ratios over documents, each with its interval.

A figure is the mean of one or more ratios r = ΣN_d / ΣM_d. Its interval is r ± t·SE with the
linearised residuals z_d = (N_d - r·M_d) / ΣM and SE = sqrt(D/(D-1) · Σz_d²), over D documents.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.stats import t as student

from .metrics import ATTRIBUTIONS, Share

__all__ = [
    "COSTS",
    "FIGURES",
    "Estimate",
    "Figure",
    "Shares",
    "composite",
    "estimate",
    "figure_named",
    "residuals",
    "standard_error",
    "summed",
]

Shares = Mapping[str, Share]
"""What one document gives, by the name of the ratio."""

FEWEST = 5
"""With fewer documents there is no interval."""

Better = Literal["more", "less"]


@dataclass(frozen=True)
class Figure:
    """A figure by its name, as the mean of the ratios named in `parts`."""

    name: str
    label: str
    better: Better = "more"
    parts: tuple[str, ...] = ()
    gated: bool = False
    is_share: bool = True
    """Whether it lies between 0 and 1."""

    @property
    def ratios(self) -> tuple[str, ...]:
        """The ratios it is made of: itself, if nothing else is said."""
        return self.parts or (self.name,)

    def reaches(self, value: float | None, floor: float) -> bool:
        """Whether a value is as good as a floor; no value is not.

        >>> Figure("f1", "").reaches(0.8, 0.8), Figure("ghosts", "", "less").reaches(0.1, 0.0)
        (True, False)
        """
        if value is None:
            return False
        return value >= floor if self.better == "more" else value <= floor

    @property
    def best(self) -> float:
        """What a perfect prediction has."""
        return 1.0 if self.better == "more" else 0.0


FIGURES: tuple[Figure, ...] = (
    Figure("attribution.f1", "quotes with the right speaker, F1", gated=True),
    Figure("quotes.f1", "quotes, F1, half of the words or more", gated=True),
    Figure("quotes.precision", "quotes, precision"),
    Figure("quotes.recall", "quotes, recall"),
    Figure("quotes.f1_tight", "quotes, F1, .8 of the words or more"),
    Figure("quotes.f1_exact", "quotes, F1, exactly"),
    Figure("quotes.verbatim", "quotes that are word for word"),
    Figure("quotes.offsets", "quotes that stand where they are said to"),
    Figure("quotes.split_whole", "split quotes found whole"),
    Figure("attribution.accuracy", "right speaker of a found quote"),
    Figure("attribution.wrong", "wrong name for a speaker", "less", gated=True),
    Figure("attribution.abstained", "no name for a named speaker", "less"),
    *(
        Figure(f"attribution.{kind}", f"right speaker where told by {how}")
        for kind, how in zip(
            ATTRIBUTIONS,
            ("a name", "a turn's label", "a pronoun", "a description", "nothing beside it"),
            strict=True,
        )
    ),
    Figure("participants.f1", "participants, F1", gated=True),
    Figure("participants.precision", "participants, precision"),
    Figure("participants.recall", "participants, recall"),
    Figure("participants.weighted", "participants, recall by weight"),
    Figure("participants.role", "right role"),
    Figure("participants.split", "one participant listed twice", "less"),
    Figure("participants.merged", "two participants listed as one", "less"),
    Figure("participants.ghosts", "names that stand nowhere", "less", gated=True),
    Figure(
        "positions.f_avg",
        "positions with the right stance, mean F1 of for and against",
        parts=("positions.supports", "positions.opposes"),
        gated=True,
    ),
    Figure("positions.f1", "positions whatever the stance, F1"),
    Figure("positions.precision", "positions, precision"),
    Figure("positions.recall", "positions, recall"),
    Figure("positions.flipped", "for instead of against, or the reverse", "less", gated=True),
    Figure("claims.f1_at_k", "claims, F1 at K", gated=True),
    Figure("claims.support", "claims that their evidence carries"),
    Figure("claims.coverage", "labelled claims covered, by weight"),
    Figure("claims.asserted_by", "right asserter of a covered claim"),
    Figure("trust.hallucinated", "items without ground in the source", "less", gated=True),
    Figure("trust.documents", "documents with any such item", "less"),
    Figure("omission.weighted", "labelled items missed, by weight", "less"),
    Figure("omission.must", "items of weight 3 missed", "less", gated=True),
    Figure("structure.valid", "documents with a usable answer"),
    Figure("structure.first_try", "usable at the first try"),
    Figure("structure.complete", "no section missing"),
    Figure("structure.lawful", "no law of a brief broken"),
)
"""In the order in which tables show them. Gated ones are what two runs are compared by."""


def figure_named(name: str) -> Figure:
    """The figure with this name; raise `KeyError` if there is none."""
    return {figure.name: figure for figure in FIGURES}[name]


COSTS: tuple[Figure, ...] = (
    Figure("cost.seconds", "seconds a document", "less", is_share=False),
    Figure("cost.calls", "calls a document", "less", is_share=False),
    Figure("cost.prompt_tokens", "tokens read", "less", is_share=False),
    Figure("cost.cached_tokens", "of them from the prompt cache", is_share=False),
    Figure("cost.output_tokens", "tokens written", "less", is_share=False),
)
"""Means over the documents that were not answered from the cache."""


@dataclass(frozen=True)
class Estimate:
    """A figure's value and 95% interval; both None where there is nothing to divide by."""

    value: float | None
    low: float | None = None
    high: float | None = None
    documents: int = 0

    @property
    def at_most(self) -> float | None:
        """For a value of 0, the rate that so many documents leave possible: 1 - .05^(1/n)."""
        if self.value != 0 or not self.documents:
            return None
        return float(1 - 0.05 ** (1 / self.documents))


def estimate(figure: Figure, documents: Sequence[Shares]) -> Estimate:
    """The figure over these documents, with no interval for fewer than five.

    A ratio to which no document gives anything has no value; a mean is taken over the others.

    >>> f1 = Figure("quotes.f1", "")
    >>> found = [{"quotes.f1": Share(n, 4)} for n in (4, 4, 2, 4, 3)]
    >>> estimate(f1, found)  # doctest: +ELLIPSIS
    Estimate(value=0.85, low=0.57..., high=1.0, documents=5)
    >>> estimate(f1, [{}]).value is None
    True
    """
    counted = [d for d in documents if any(d.get(ratio, _NONE).m for ratio in figure.ratios)]
    ratios = [_ratio(ratio, counted) for ratio in figure.ratios]
    known = [(value, residuals) for value, residuals in ratios if value is not None]
    if not known:
        return Estimate(None)
    value = float(np.mean([value for value, _ in known]))
    size = len(counted)
    if size < FEWEST:
        return Estimate(value, documents=size)
    half = student.ppf(0.975, size - 1) * standard_error([each for _, each in known])
    low, high = value - half, value + half
    if figure.is_share:
        low, high = max(0.0, low), min(1.0, high)
    return Estimate(value, float(low), float(high), size)


_NONE = Share(0, 0)


def _ratio(name: str, documents: Sequence[Shares]) -> tuple[float | None, np.ndarray]:
    """The ratio, and every document's residual."""
    n = np.array([document.get(name, _NONE).n for document in documents], dtype=float)
    m = np.array([document.get(name, _NONE).m for document in documents], dtype=float)
    if not m.sum():
        return None, m
    value = n.sum() / m.sum()
    return float(value), (n - value * m) / m.sum()


def residuals(figure: Figure, documents: Sequence[Shares]) -> np.ndarray:
    """Every document's part in the error of the figure."""
    known = [
        r for value, r in (_ratio(each, documents) for each in figure.ratios) if value is not None
    ]
    return np.mean(known, axis=0) if known else np.zeros(len(documents))


def standard_error(parts: Sequence[np.ndarray]) -> float:
    """Of the mean of ratios with these residuals."""
    z = np.mean(parts, axis=0)
    return math.sqrt(len(z) / (len(z) - 1) * float(z @ z))


def composite(documents: Sequence[Shares]) -> float | None:
    """One number from 0 to 100, for display only: nothing is decided by it."""
    wanted = (
        "attribution.f1 participants.f1 positions.f_avg claims.f1_at_k omission.must "
        "trust.hallucinated structure.valid"
    ).split()
    values = {f.name: estimate(f, documents).value for f in FIGURES if f.name in wanted}
    if any(value is None for value in values.values()):
        return None
    speaker, cast, stance, claims, missed, invented, valid = (
        values[name] or 0.0 for name in wanted
    )
    quality = 0.25 * speaker + 0.2 * (cast + stance + claims) + 0.15 * (1 - missed)
    return 100 * valid * quality * (1 - min(1.0, 2 * invented))


def summed(documents: Iterable[Shares]) -> dict[str, Share]:
    """Shares of several results of one document, added: the document stays the unit.

    >>> summed([{"a": Share(1, 2)}, {"a": Share(2, 2), "b": Share(0, 1)}])
    {'a': Share(n=3, m=4), 'b': Share(n=0, m=1)}
    """
    total: dict[str, Share] = {}
    for shares in documents:
        for name, share in shares.items():
            total[name] = total.get(name, _NONE) + share
    return total
