from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.figures import (
    COSTS,
    FEWEST,
    FIGURES,
    Estimate,
    Figure,
    composite,
    estimate,
    figure_named,
    residuals,
    standard_error,
    summed,
)
from evals.metrics import Share

F1 = Figure("quotes.f1", "quotes")
MEAN = Figure("both", "a mean", parts=("one", "other"))


T4 = 2.7764451051977987
"""The .975 quantile of Student's t with 4 degrees of freedom."""


def documents(*shares: tuple[float, float], ratio: str = "quotes.f1") -> list[dict[str, Share]]:
    return [{ratio: Share(*share)} for share in shares]


def test_a_ratio_is_of_sums_and_its_interval_is_as_by_hand() -> None:
    """r = 12 / 20; e = n - r·m = 1.6, -1.4, 1, -.4, -.8 and Σe² = 6.32.

    SE = sqrt(5 / 4 · 6.32) / 20 = .14053; t(.975, 4) = 2.77645; .6 ± .39018.
    """
    found = estimate(F1, documents((4, 4), (1, 4), (4, 5), (2, 4), (1, 3)))
    assert found.value == pytest.approx(0.6)
    assert found.low == pytest.approx(0.6 - 0.39018, abs=1e-5)
    assert found.high == pytest.approx(0.6 + 0.39018, abs=1e-5)
    assert found.documents == 5


def test_the_mean_of_two_ratios_has_the_interval_of_its_documents() -> None:
    """The residuals of a document are added before they are squared: here they cancel out."""
    both = [{"one": Share(n, 4), "other": Share(4 - n, 4)} for n in (0, 1, 2, 3, 4)]
    found = estimate(MEAN, both)
    assert (found.value, found.documents) == (0.5, 5)
    assert found.low == pytest.approx(0.5)
    assert found.high == pytest.approx(0.5)
    alike = [{"one": Share(n, 4), "other": Share(n, 4)} for n in (0, 1, 2, 3, 4)]
    alone = estimate(F1, documents(*((n, 4) for n in (0, 1, 2, 3, 4))))
    assert estimate(MEAN, alike) == alone
    assert alone.low == pytest.approx(0.5 - T4 * math.sqrt(5 / 4 * 10) / 20)


@pytest.mark.parametrize(
    ("shares", "value", "counted"),
    [
        ([(1, 2), (1, 1)], 2 / 3, 2),
        ([(1, 2), (0, 0)], 0.5, 1),
        ([(0, 3)], 0.0, 1),
        ([(0, 0)], None, 0),
        ([], None, 0),
    ],
)
def test_a_document_with_nothing_to_divide_by_is_not_counted(
    shares: list[tuple[float, float]], value: float | None, counted: int
) -> None:
    found = estimate(F1, documents(*shares))
    assert found == Estimate(value, documents=counted)


def test_a_document_without_the_ratio_is_not_counted() -> None:
    known = documents((1, 2), (2, 2), (1, 1), (0, 1), (3, 4))
    assert estimate(F1, [*known, {}, {"other": Share(1, 1)}]) == estimate(F1, known)


def test_below_five_documents_there_is_no_interval() -> None:
    shares = [(1, 2), (2, 2), (1, 1), (0, 1), (3, 4)]
    assert len(shares) == FEWEST
    four = estimate(F1, documents(*shares[:4], (0, 0)))
    assert (four.low, four.high, four.documents) == (None, None, 4)
    assert None not in {estimate(F1, documents(*shares)).low, estimate(F1, documents(*shares)).high}


@pytest.mark.parametrize(
    ("shares", "low", "high"),
    [
        ([(1, 1)] * 4 + [(0, 1)], 0.8 - T4 * 0.2, 1.0),
        ([(0, 1)] * 4 + [(1, 1)], 0.0, 0.2 + T4 * 0.2),
        ([(1, 1)] * 5, 1.0, 1.0),
        ([(0, 1)] * 5, 0.0, 0.0),
    ],
)
def test_an_interval_ends_at_0_and_1(
    shares: list[tuple[float, float]], low: float, high: float
) -> None:
    found = estimate(F1, documents(*shares))
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


def test_costs_may_be_more_than_1() -> None:
    seconds = documents((2, 1), (3, 1), (4, 1), (3, 1), (3, 1), ratio="cost.seconds")
    found = estimate(COSTS[0], seconds)
    assert found.value == 3
    assert found.low == pytest.approx(3 - T4 * math.sqrt(0.1))
    assert found.high == pytest.approx(3 + T4 * math.sqrt(0.1))


@pytest.mark.parametrize(
    ("parts", "value", "counted"),
    [
        ({"one": Share(1, 2), "other": Share(1, 1)}, 0.75, 1),
        ({"one": Share(1, 2), "other": Share(0, 0)}, 0.5, 1),
        ({"other": Share(0, 2)}, 0.0, 1),
        ({"one": Share(0, 0)}, None, 0),
    ],
)
def test_a_mean_is_of_the_ratios_that_have_a_value(
    parts: dict[str, Share], value: float | None, counted: int
) -> None:
    assert estimate(MEAN, [parts, {}]) == Estimate(value, documents=counted)


@pytest.mark.parametrize(
    ("value", "counted", "at_most"),
    [
        (0.0, 1, 0.95),
        (0.0, 10, 0.258866),
        (0.0, 59, 0.049508),
        (0.0, 0, None),
        (0.1, 10, None),
        (None, 10, None),
    ],
)
def test_a_0_tells_what_it_leaves_possible(
    value: float | None, counted: int, at_most: float | None
) -> None:
    found = Estimate(value, documents=counted).at_most
    assert found == (None if at_most is None else pytest.approx(at_most, abs=1e-6))


def test_a_95_percent_interval_holds_the_truth_nearly_that_often_at_12_documents() -> None:
    """Items of a document are right together: each document has a rate of its own, mean .7."""
    chance = np.random.default_rng(12)
    held = 0
    for _ in range(2000):
        sizes = chance.integers(4, 20, size=12)
        right = chance.binomial(sizes, chance.beta(7, 3, size=12))
        found = estimate(F1, documents(*zip(right, sizes, strict=True)))
        assert found.low is not None
        assert found.high is not None
        held += found.low <= 0.7 <= found.high
    assert 0.90 <= held / 2000 <= 0.98


SHARES = st.integers(1, 9).flatmap(
    lambda m: st.integers(0, m).map(lambda n: {"quotes.f1": Share(n, m)})
)


@given(st.lists(SHARES, min_size=1, max_size=12))
@settings(deadline=None)
def test_a_value_lies_in_its_interval_whatever_the_order(
    shares: list[dict[str, Share]],
) -> None:
    found = estimate(F1, shares)
    assert found.value is not None
    low, high = found.low, found.high
    assert 0 <= (found.value if low is None else low) <= found.value + 1e-12
    assert found.value - 1e-12 <= (found.value if high is None else high) <= 1
    back = estimate(F1, shares[::-1])
    assert back.value == found.value
    assert (back.low, back.high) == (
        None if low is None else pytest.approx(low),
        None if high is None else pytest.approx(high),
    )


@given(st.lists(SHARES, min_size=2, max_size=12))
@settings(deadline=None)
def test_residuals_add_up_to_nothing(shares: list[dict[str, Share]]) -> None:
    parts = residuals(F1, shares)
    assert len(parts) == len(shares)
    assert float(parts.sum()) == pytest.approx(0, abs=1e-9)


def test_residuals_are_those_that_the_interval_is_made_of() -> None:
    shares = documents((4, 4), (1, 4), (4, 5), (2, 4), (1, 3))
    found = residuals(F1, shares)
    assert found * 20 == pytest.approx(np.array([1.6, -1.4, 1, -0.4, -0.8]))
    assert standard_error([found]) == pytest.approx(math.sqrt(5 / 4 * 6.32) / 20)
    assert list(residuals(F1, [{}, {}])) == [0, 0]
    assert list(residuals(MEAN, [{"one": Share(1, 1)}, {"one": Share(0, 1)}])) == [0.25, -0.25]


GOOD = {
    "attribution.f1": Share(8, 10),
    "participants.f1": Share(9, 10),
    "positions.supports": Share(4, 10),
    "positions.opposes": Share(8, 10),
    "claims.f1_at_k": Share(7, 10),
    "omission.must": Share(2, 10),
    "trust.hallucinated": Share(1, 10),
    "structure.valid": Share(1, 1),
}


@pytest.mark.parametrize(
    ("changed", "value"),
    [
        ({}, 100 * (0.25 * 0.8 + 0.2 * (0.9 + 0.6 + 0.7) + 0.15 * 0.8) * 0.8),
        ({"trust.hallucinated": Share(5, 10)}, 0),
        ({"trust.hallucinated": Share(9, 10)}, 0),
        ({"structure.valid": Share(0, 1)}, 0),
        ({"structure.valid": Share(1, 2)}, 30.4),
        ({"attribution.f1": Share(0, 10)}, 100 * (0.2 * 2.2 + 0.15 * 0.8) * 0.8),
        ({"omission.must": Share(0, 10)}, 100 * (0.25 * 0.8 + 0.2 * 2.2 + 0.15) * 0.8),
        ({"positions.opposes": Share(0, 0)}, 100 * (0.2 + 0.2 * (0.9 + 0.4 + 0.7) + 0.12) * 0.8),
        ({"claims.f1_at_k": Share(0, 0)}, None),
    ],
)
def test_the_composite_is_as_by_hand(changed: dict[str, Share], value: float | None) -> None:
    assert composite([GOOD | changed]) == (None if value is None else pytest.approx(value))


def test_a_perfect_composite_is_100() -> None:
    best = {ratio: Share(figure.best, 1) for figure in FIGURES for ratio in figure.ratios}
    assert composite([best]) == pytest.approx(100)


def test_repeats_of_a_document_are_added_up() -> None:
    assert summed([{"a": Share(1, 2)}, {"a": Share(1, 3), "b": Share(0, 1)}, {}]) == {
        "a": Share(2, 5),
        "b": Share(0, 1),
    }
    assert summed([]) == {}


def test_figures_have_names_of_their_own_and_are_found_by_them() -> None:
    names = [figure.name for figure in (*FIGURES, *COSTS)]
    assert len(set(names)) == len(names)
    assert figure_named("trust.hallucinated").best == 0
    assert figure_named("quotes.f1").best == 1
    assert figure_named("positions.f_avg").ratios == ("positions.supports", "positions.opposes")
    with pytest.raises(KeyError):
        figure_named("quotes.f2")


def test_what_must_not_get_worse_is_gated() -> None:
    assert {figure.name for figure in FIGURES if figure.gated} == {
        "attribution.f1",
        "quotes.f1",
        "attribution.wrong",
        "participants.f1",
        "participants.ghosts",
        "positions.f_avg",
        "positions.flipped",
        "claims.f1_at_k",
        "trust.hallucinated",
        "omission.must",
    }


def test_a_count_is_not_clipped_as_a_share_is() -> None:
    listed = [{"listed": Share(n, 1)} for n in (2, 3, 4, 2, 3)]
    found = estimate(Figure("listed", "", is_share=False), listed)
    assert found.value == pytest.approx(2.8)
    assert found.high is not None
    assert found.high > found.value
