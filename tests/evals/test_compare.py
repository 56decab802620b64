from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.compare import compare, holm, moved
from evals.figures import Figure, Shares
from evals.metrics import Share

F1 = Figure("f1", "f1", gated=True)
WRONG = Figure("wrong", "wrong", "less", gated=True)
MEAN = Figure("mean", "mean", parts=("one", "two"), gated=True)


def run_of(*pairs: tuple[int, int], name: str = "f1") -> dict[str, Shares]:
    return {f"d{number}": {name: Share(*pair)} for number, pair in enumerate(pairs)}


def brute_p(before: dict[str, Shares], after: dict[str, Shares]) -> float:
    """Every way of exchanging the two results of a document, one after the other."""
    pairs = [(before[name]["f1"], after[name]["f1"]) for name in before]

    def difference(exchanged: tuple[bool, ...]) -> float:
        sides = [
            [p[flip] for p, flip in zip(pairs, exchanged, strict=True)],
            [p[not flip] for p, flip in zip(pairs, exchanged, strict=True)],
        ]
        one, other = (sum(s.n for s in side) / sum(s.m for s in side) for side in sides)
        return other - one

    seen = difference((False,) * len(pairs))
    found = [difference(flips) for flips in product((False, True), repeat=len(pairs))]
    above = sum(each >= seen - 1e-12 for each in found) / len(found)
    below = sum(each <= seen + 1e-12 for each in found) / len(found)
    return min(1.0, 2 * min(above, below))


parts = st.integers(1, 9).flatmap(lambda m: st.tuples(st.integers(0, m), st.just(m)))


@given(st.lists(st.tuples(parts, parts), min_size=2, max_size=7))
def test_up_to_twelve_documents_p_counts_every_exchange(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    before, after = run_of(*(one for one, _ in pairs)), run_of(*(other for _, other in pairs))
    [change] = compare(before, after, [F1])
    assert change.p == pytest.approx(brute_p(before, after))


def test_equal_runs_show_no_difference() -> None:
    run = run_of((1, 2), (3, 4), (0, 5), (2, 2), (1, 1))
    [change] = compare(run, run, [F1])
    assert (change.gain, change.p, change.verdict) == (0.0, 1.0, "no difference shown")
    assert moved(run, run, [F1]) == []


def test_a_drop_in_every_document_is_worse_and_exchanging_the_runs_makes_it_better() -> None:
    before, after = run_of(*[(9, 10)] * 8), run_of(*[(5, 10)] * 8)
    assert [c.verdict for c in compare(before, after, [F1])] == ["worse"]
    assert [c.verdict for c in compare(after, before, [F1])] == ["better"]
    assert compare(before, after, [F1])[0].gain == pytest.approx(-0.4)


def test_a_sure_drop_below_two_hundredths_is_only_a_little_worse() -> None:
    before, after = run_of(*[(1000, 1000)] * 8), run_of(*[(985, 1000)] * 8)
    assert compare(before, after, [F1])[0].verdict == "a little worse"


def test_of_a_figure_that_should_be_small_less_is_better() -> None:
    before, after = (run_of(*[(n, 10)] * 8, name="wrong") for n in (5, 1))
    assert compare(before, after, [WRONG])[0].verdict == "better"


def test_a_mean_of_two_ratios_is_compared_as_one_figure() -> None:
    def run(n: int) -> dict[str, Shares]:
        return {str(at): {"one": Share(n, 4), "two": Share(4, 4)} for at in range(8)}

    [change] = compare(run(0), run(4), [MEAN])
    assert (change.before, change.after, change.verdict) == (0.5, 1.0, "better")


def test_more_than_twelve_documents_are_drawn_at_random_and_always_the_same() -> None:
    rng = np.random.default_rng(1)
    before, after = (run_of(*((int(n), 10) for n in rng.integers(0, 10, 30))) for _ in range(2))
    first, again = (compare(before, after, [F1])[0] for _ in range(2))
    assert first == again
    assert 0 < first.p <= 1


def test_the_detectable_difference_shrinks_with_the_number_of_documents() -> None:
    def detectable(size: int) -> float:
        before = run_of(*[(n % 3, 3) for n in range(size)])
        after = run_of(*[((n + n // 3) % 3, 3) for n in range(size)])
        found = compare(before, after, [F1])[0].detectable
        assert found is not None
        return found

    assert detectable(45) < detectable(9)


def test_only_documents_of_both_runs_and_gated_figures_count() -> None:
    before = run_of((1, 2), (1, 2))
    after = {**run_of((1, 2)), "other": {"f1": Share(0, 9)}}
    [change] = compare(before, after, [F1, Figure("f1", "not gated")])
    assert (change.before, change.after, change.p, change.detectable) == (0.5, 0.5, 1.0, None)
    assert compare(before, after, [WRONG]) == []


def test_documents_that_moved_most_come_first() -> None:
    before, after = run_of((5, 5), (5, 5), (5, 5)), run_of((5, 5), (0, 5), (4, 5))
    assert [(each.document, each.distance) for each in moved(before, after, [F1])] == [
        ("d1", 1.0),
        ("d2", pytest.approx(0.2)),
    ]


@pytest.mark.parametrize(
    ("ps", "adjusted"),
    [([], []), ([0.04], [0.04]), ([0.04, 0.01], [0.04, 0.02]), ([0.6, 0.7], [1.0, 1.0])],
)
def test_holm_multiplies_the_smallest_by_most(ps: list[float], adjusted: list[float]) -> None:
    assert holm(ps) == pytest.approx(adjusted)


@given(st.lists(st.floats(0, 1), max_size=8))
def test_holm_keeps_the_order_and_never_lowers(ps: list[float]) -> None:
    adjusted = holm(ps)
    assert all(p <= a <= 1 for p, a in zip(ps, adjusted, strict=True))
    order = sorted(range(len(ps)), key=ps.__getitem__)
    assert [adjusted[at] for at in order] == sorted(adjusted)
