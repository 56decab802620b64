"""Compare: whether one run is better than another, and by how much it would have to be.

Both runs are of the same documents. Under the null hypothesis the two results of a document
could as well be exchanged, so p is the share of all exchanges (all of them up to twelve
documents, else ten thousand) with a difference at least as large.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.stats import permutation_test
from scipy.stats import t as student

from .figures import Figure, Shares, estimate, residuals, standard_error

__all__ = ["ENOUGH", "Change", "Moved", "compare", "holm", "moved"]

ENOUGH = 0.02
"""A smaller drop is no regression, however sure it is."""

RESAMPLES = 10_000
LEVEL = 0.05
POWER = 0.8


@dataclass(frozen=True)
class Change:
    """One figure in two runs.

    `p` is adjusted for the number of figures; `detectable` is the smallest difference that so
    many documents show in four of five trials.
    """

    figure: Figure
    before: float
    after: float
    p: float
    detectable: float | None

    @property
    def gain(self) -> float:
        """How much better the second run is; below 0 it is worse."""
        difference = self.after - self.before
        return difference if self.figure.better == "more" else -difference

    @property
    def verdict(self) -> str:
        """In a word."""
        if self.p >= LEVEL:
            return "no difference shown"
        if self.gain > 0:
            return "better"
        return "worse" if self.gain <= -ENOUGH else "a little worse"


def compare(
    before: Mapping[str, Shares], after: Mapping[str, Shares], figures: Sequence[Figure]
) -> list[Change]:
    """The gated figures of two runs of the same documents; those without a value are left out.

    >>> from .metrics import Share
    >>> runs = [{str(n): {"f": Share(hit, 1)} for n in range(8)} for hit in (0, 1)]
    >>> [change] = compare(*runs, [Figure("f", "", gated=True)])
    >>> change.verdict, round(change.p, 3)
    ('better', 0.008)
    """
    names = sorted(before.keys() & after.keys())
    one, other = [before[name] for name in names], [after[name] for name in names]
    found = []
    for figure in figures:
        values = (estimate(figure, one).value, estimate(figure, other).value)
        if figure.gated and values[0] is not None and values[1] is not None:
            found.append((figure, values, _p(figure, one, other), _detectable(figure, one, other)))
    adjusted = holm([p for _, _, p, _ in found])
    return [
        Change(figure, values[0] or 0.0, values[1] or 0.0, p, detectable)
        for (figure, values, _, detectable), p in zip(found, adjusted, strict=True)
    ]


def _p(figure: Figure, one: Sequence[Shares], other: Sequence[Shares]) -> float:
    """Of a paired sign-flip test on the difference of the ratios."""
    if len(one) < 2:
        return 1.0
    shares = [
        np.array([[d.get(ratio, (0, 0)) for ratio in figure.ratios] for d in run], dtype=float)
        for run in (one, other)
    ]
    pooled = np.concatenate(shares)  # documents of both runs, ratios, numerator and denominator

    def difference(first: np.ndarray, second: np.ndarray, axis: int = -1) -> Any:
        return _value(pooled[second.astype(int)], axis) - _value(pooled[first.astype(int)], axis)

    size = len(one)
    tested = permutation_test(
        (np.arange(size), np.arange(size, 2 * size)),
        difference,
        permutation_type="samples",
        n_resamples=RESAMPLES if size > 12 else np.inf,
        vectorized=True,
        rng=np.random.default_rng(0),
        axis=-1,
    )
    return float(tested.pvalue)


def _value(shares: np.ndarray, axis: int) -> np.ndarray:
    """The mean of the ratios of sums; a ratio with nothing to divide by counts as 0."""
    # Two axes stand behind the documents: ratios, and numerator with denominator.
    sums = shares.sum(axis=axis - 2 if axis < 0 else axis)
    n, m = sums[..., 0], sums[..., 1]
    values: np.ndarray = np.divide(n, m, out=np.zeros_like(n), where=m > 0).mean(axis=-1)
    return values


def _detectable(figure: Figure, one: Sequence[Shares], other: Sequence[Shares]) -> float | None:
    if len(one) < 2:
        return None
    spread = standard_error([residuals(figure, other) - residuals(figure, one)])
    freedom = len(one) - 1
    return float((student.ppf(1 - LEVEL / 2, freedom) + student.ppf(POWER, freedom)) * spread)


def holm(ps: Sequence[float]) -> list[float]:
    """Adjust p-values of several tests, step by step, from the smallest up.

    >>> holm([0.01, 0.04, 0.03])
    [0.03, 0.06, 0.06]
    """
    order = sorted(range(len(ps)), key=ps.__getitem__)
    adjusted = [1.0] * len(ps)
    floor = 0.0
    for rank, at in enumerate(order):
        floor = max(floor, min(1.0, (len(ps) - rank) * ps[at]))
        adjusted[at] = floor
    return adjusted


@dataclass(frozen=True)
class Moved:
    """A document whose figures changed: name, and the ratio of each before and after."""

    document: str
    figures: tuple[tuple[Figure, float, float], ...]

    @property
    def distance(self) -> float:
        """The sum of all changes."""
        return sum(abs(after - before) for _, before, after in self.figures)


def moved(
    before: Mapping[str, Shares], after: Mapping[str, Shares], figures: Sequence[Figure]
) -> list[Moved]:
    """The documents in which a gated figure changed, those with the largest changes first."""
    found = []
    for name in sorted(before.keys() & after.keys()):
        changed = []
        for figure in figures:
            values = [estimate(figure, [run[name]]).value for run in (before, after)]
            if figure.gated and values[0] != values[1]:
                changed.append((figure, values[0] or 0.0, values[1] or 0.0))
        if changed:
            found.append(Moved(name, tuple(changed)))
    return sorted(found, key=lambda each: -each.distance)
