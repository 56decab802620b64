from __future__ import annotations

import string
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.matching import (
    CLAIMS,
    EXACT,
    PARTICIPANTS,
    POSITIONS,
    QUOTES,
    TIGHT,
    Names,
    assign,
    claim_similarity,
    content,
    dice,
    issue_similarity,
    paired,
    position_similarity,
    quote_similarity,
    similarities,
    token_f1,
)
from evals.predictions import Assertion, Person, Place, Said, Stand
from summarizer.spans import Span

TEXT = "Ada Lind said “we will not sell the harbour”. Piet Osk wept. It rained in Tarn."


def place(*pieces: str) -> Place:
    return tuple(Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces)


def as_it_is(spans: Place) -> Place:
    return spans


# The assignment


@st.composite
def grids(draw: st.DrawFn) -> np.ndarray:
    rows, columns = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    cells = st.lists(st.integers(0, 100), min_size=rows * columns, max_size=rows * columns)
    return np.array(draw(cells), dtype=float).reshape(rows, columns) / 100


def best_sum(worth: np.ndarray) -> float:
    """Over all ways to give every row a column of its own."""
    worth = worth if worth.shape[0] <= worth.shape[1] else worth.T
    rows = range(worth.shape[0])
    ways = permutations(range(worth.shape[1]), worth.shape[0])
    return max(float(sum(worth[r, c] for r, c in zip(rows, way, strict=True))) for way in ways)


@given(grids(), st.sampled_from([0.5, 0.6, 0.85]))
@settings(max_examples=150, deadline=None)
def test_no_other_assignment_has_a_greater_sum(similar: np.ndarray, threshold: float) -> None:
    pairs = assign(similar, threshold)
    possible = np.where(similar >= threshold, similar, 0.0)
    assert sum(similar[pair] for pair in pairs) == pytest.approx(best_sum(possible), abs=1e-9)
    assert all(similar[pair] >= threshold for pair in pairs)
    rows, columns = [r for r, _ in pairs], [c for _, c in pairs]
    assert len(set(rows)) == len(set(columns)) == len(pairs)


@given(grids(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_agreement_never_costs_a_pair_or_similarity(similar: np.ndarray, random: Any) -> None:
    cells = [random.randint(0, 1) for _ in range(similar.size)]
    agree = np.array(cells, dtype=float).reshape(similar.shape)
    without, within = assign(similar, 0.5), assign(similar, 0.5, agree)
    assert len(within) == len(without)
    total = sum(similar[pair] for pair in without)
    assert sum(similar[pair] for pair in within) == pytest.approx(total, abs=1e-9)
    assert sum(agree[pair] for pair in within) >= sum(agree[pair] for pair in without)


@pytest.mark.parametrize(
    ("similar", "pairs"),
    [
        ([[0.9, 0.6], [0.8, 0.1]], [(0, 1), (1, 0)]),  # greedy takes .9 and loses the second
        ([[0.6, 0.4], [0.4, 0.0]], [(0, 0)]),  # with the threshold last .4 + .4 wins, and falls
        ([[0.5]], [(0, 0)]),
        ([[0.49]], []),
        ([[0.2, 0.7, 0.6]], [(0, 1)]),
        ([[0.2], [0.7], [0.6]], [(1, 0)]),
        ([[1.0, 0.5], [0.5, 0.0]], [(0, 1), (1, 0)]),  # 1 and .5 + .5 are equal: two are more
        ([[0.5, 1.0], [0.0, 0.5]], [(0, 0), (1, 1)]),
        ([[1.0, 0.5], [0.49, 0.0]], [(0, 0)]),
        ([[1.0, 0.5, 0.0], [0.0, 1.0, 0.5], [0.5, 0.0, 0.0]], [(0, 0), (1, 1)]),  # 2 beat 3 halves
    ],
)
def test_pairs_below_the_threshold_take_no_place_from_those_above(
    similar: list[list[float]], pairs: list[tuple[int, int]]
) -> None:
    assert assign(np.array(similar), 0.5) == pairs


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_where_one_side_is_empty_there_are_no_pairs(shape: tuple[int, int]) -> None:
    assert assign(np.zeros(shape), 0.5) == []
    assert assign(np.zeros(shape), 0.0, np.zeros(shape)) == []


@pytest.mark.parametrize(
    ("similar", "agree", "pairs"),
    [
        ([[0.7, 0.7]], [[0, 1]], [(0, 1)]),
        ([[0.7, 0.7]], [[1, 0]], [(0, 0)]),
        ([[0.7], [0.7]], [[0], [1]], [(1, 0)]),
        ([[0.71, 0.7]], [[0, 1]], [(0, 0)]),
        ([[0.7, 0.4]], [[0, 1]], [(0, 0)]),  # what agrees and is not alike is no pair
        ([[0.4, 0.4]], [[0, 1]], []),
        ([[1.0, 0.5], [0.5, 0.0]], [[1, 0], [0, 0]], [(0, 1), (1, 0)]),
    ],
)
def test_ties_go_to_the_pair_that_agrees(
    similar: list[list[float]], agree: list[list[float]], pairs: list[tuple[int, int]]
) -> None:
    assert assign(np.array(similar), 0.5, np.array(agree)) == pairs


def test_similarities_have_a_row_for_each_label_and_a_column_for_each_prediction() -> None:
    found = similarities([1.0, 2.0], [3.0, 4.0, 5.0], lambda g, p: g / p)
    assert found.shape == (2, 3)
    assert found[1, 2] == 0.4
    assert similarities([], [1], max).shape == (0, 1)
    assert similarities([1], [], max).shape == (1, 0)


def test_the_thresholds_are_those_of_the_book() -> None:
    assert (PARTICIPANTS, QUOTES, POSITIONS, CLAIMS, TIGHT, EXACT) == (0.85, 0.5, 0.6, 0.5, 0.8, 1)


def claims(*statements: str) -> list[Assertion]:
    return [Assertion(statement=each, asserted_by=None, evidence=()) for each in statements]


def test_of_equals_the_same_is_taken_in_whatever_order_they_stand() -> None:
    gold, predicted = claims("Tarn flooded.", "Corvane flooded."), claims("It flooded.")
    similar = similarities(gold, predicted, lambda _, __: 0.7)
    there = paired(gold, predicted, similar, CLAIMS)
    back = paired(gold[::-1], predicted, similar, CLAIMS)
    assert [gold[g].statement for g, _ in there] == ["Corvane flooded."]
    assert [gold[::-1][g].statement for g, _ in back] == ["Corvane flooded."]


def test_a_prediction_said_twice_finds_no_second_label() -> None:
    gold, predicted = claims("Tarn flooded.", "Corvane flooded."), claims("Both did.", "Both did.")
    similar = similarities(gold, predicted, lambda _, __: 0.7)
    assert len(paired(gold, predicted[:1], similar[:, :1], CLAIMS)) == 1
    assert len(paired(gold, predicted, similar, CLAIMS)) == 1


def test_people_who_differ_in_their_id_only_are_one_said_twice() -> None:
    gold = [Person(id="a", name="Ada Lind"), Person(id="b", name="Piet Osk")]
    both = [Person(id=identity, name="Ada Lind", aliases=("Piet Osk",)) for identity in "cd"]
    assert len(paired(gold, both, np.ones((2, 2)), PARTICIPANTS)) == 1


def test_pairs_agree_where_they_can_and_stand_in_the_order_of_the_labels() -> None:
    gold, predicted = claims("b", "a"), claims("y", "x")
    similar, agree = np.full((2, 2), 0.7), np.array([[0.0, 1.0], [1.0, 0.0]])
    assert paired(gold, predicted, similar, CLAIMS, agree) == [(0, 1), (1, 0)]
    assert paired(gold, predicted, similar, CLAIMS, 1 - agree) == [(0, 0), (1, 1)]
    assert paired(gold, predicted, similar, 0.8, agree) == []


# Names


def person(name: str, *aliases: str, kind: Any = "person") -> Person:
    return Person(id=name, name=name, aliases=aliases, kind=kind)


def likeness(one: Person, other: Person, *others: Person) -> float:
    names = Names([one, other, *others])
    there, back = names.similarity(one, other), names.similarity(other, one)
    assert there == back
    return there


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ada Lind", "Ada Lind", 1),
        ("Ada Lind", "ADA  LIND", 1),
        ("Ada O’Rund", "Ada O'Rund", 1),
        ("Mayor Ada Lind", "Ada Lind", 0.97),
        ("Núñez", "Nunez", 0.97),
        ("President José Núñez", "Jose Nunez", 0.97),
        ("the mayor", "Mayor", 0.90),
        ("Ada Lind's", "Ada Lind", 0.97),
        ("A. Lind", "A Lind", 0.90),
        ("A. Lind", "Ada Lind", 0.92),
        ("Ada J. Lind", "Ada Lind", 0.92),
        ("Ada Josefa Lind", "Josefa Lind", 0.92),
        ("Ada Josefa Lind", "A. J. Lind", 0.92),
        ("Jan van der Rund", "Jan Rund", 0.92),
        ("Lind", "Ada Lind", 0.90),
        ("Mayor Lind", "Ada Lind", 0.90),
        ("Ada Lind", "Bo Lind", 0),
        ("Ada Lind", "B. Lind", 0),
        ("Bo Lind", "A. Lind", 0),
        ("Ada Lind", "Adam Lind", 0),
        ("Ada J. Lind", "Ada Maria Lind", 0),
        ("Ada Maria Lind", "Maria Ada Lind", 0),
        ("Ada Lind", "Ada Rund", 0),
        ("Ada", "Ada Lind", 0),
        ("Ada Lind", "", 0),
        ("…", "Ada Lind", 0),
        ("Die!", "die", 0.97),
        ("ML", "Mayor Lind", 0.90),
    ],
)
def test_two_names_of_people_are_as_alike(one: str, other: str, expected: float) -> None:
    assert likeness(person(one), person(other)) == expected
    assert likeness(person(one, kind=None), person(other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tarn Harbour Board", "THB", 0.90),
        ("Society of the Friends of Tarn", "SFT", 0.90),
        ("Society of the Friends of Tarn", "SOTFOT", 0.90),
        ("The Board", "TB", 0.90),
        ("Board", "B", 0),
        ("Tarn Harbour Board", "TH", 0),
        ("Tarn Harbour Board", "Tarn Harbor", 0),
        ("Tarn Harbour Board", "THB Tarn", 0),
        ("The Harbour Board", "Harbour Board", 0.97),
        ("Tarn Harbour Board", "Board", 0),
        ("Tarn & Sons", "Tarn Sons", 0),
    ],
)
def test_two_names_of_organisations_are_as_alike(one: str, other: str, expected: float) -> None:
    kind = "organisation"
    assert likeness(person(one, kind=kind), person(other, kind=kind)) == expected


def test_an_alias_counts_as_much_as_the_name() -> None:
    assert likeness(person("Ada Lind", "the Heron"), person("the heron")) == 1
    assert likeness(person("Ada Lind", "the Heron"), person("heron", "Osk")) == 0.97
    assert likeness(person("Ada Lind", "the Heron"), person("Piet Osk", "Heron")) == 0.97


def test_other_given_names_are_0_whatever_else_is_equal() -> None:
    assert likeness(person("Ada Lind", "Lind"), person("Bo Lind", "Lind")) == 0
    assert likeness(person("Ada Lind", "Mayor Lind"), person("Bo Lind", "Mayor Lind")) == 0


def test_an_alias_with_another_given_name_is_not_the_name() -> None:
    assert likeness(person("Lind", "Bo Lind"), person("Ada Lind")) == 0.9
    assert likeness(person("Osk", "Bo Lind"), person("Ada Lind")) == 0


def test_a_surname_that_two_bear_is_nobodys() -> None:
    ada, bo, lind = person("Ada Lind"), person("Bo Lind"), person("Lind")
    assert likeness(ada, lind, person("A. Lind")) == 0.9
    assert likeness(ada, lind, bo) == 0
    assert likeness(person("Ada Lind", "Lind"), lind, bo) == 1
    assert likeness(person("Ada Rund"), person("Rund"), ada, bo) == 0.9


def test_an_organisation_shares_no_surname() -> None:
    works = person("Bo Lind", kind="organisation")
    assert likeness(person("Ada Lind"), person("Lind"), works) == 0.9
    assert likeness(person("Ada Lind"), person("Lind", kind="organisation")) == 0
    assert likeness(person("Ada Lind"), person("Lind", kind=None)) == 0.9


def test_nobody_is_nobody_and_no_other() -> None:
    ada = person("Ada Lind")
    names = Names([ada])
    assert names.same(None, None)
    assert not names.same(ada, None)
    assert not names.same(None, ada)
    assert names.same(ada, person("Lind"))
    assert not names.same(ada, person("Osk"))


def test_who_is_held_for_another_kind_may_be_the_same() -> None:
    assert Names([]).same(person("Tarn", kind="country"), person("Tarn", kind="organisation"))


NAMES = st.lists(
    st.sampled_from(["Ada", "Bo", "A.", "Maria", "Lind", "Rund", "Mayor", "the", "AL", "TL"]),
    max_size=4,
).map(" ".join)
PEOPLE = st.builds(
    Person,
    id=st.just("x"),
    name=NAMES,
    aliases=st.lists(NAMES, max_size=2).map(tuple),
    kind=st.sampled_from(["person", "organisation", "group", None]),
)


@given(PEOPLE, PEOPLE, st.lists(PEOPLE, max_size=3))
@settings(max_examples=300, deadline=None)
def test_names_are_as_alike_in_both_directions(
    one: Person, other: Person, others: list[Person]
) -> None:
    assert likeness(one, other, *others) in {0, 0.9, 0.92, 0.97, 1}
    assert likeness(one, one, *others) == 1


@given(PEOPLE, PEOPLE, st.lists(PEOPLE, max_size=3))
@settings(max_examples=150, deadline=None)
def test_more_people_never_make_two_names_more_alike(
    one: Person, other: Person, others: list[Person]
) -> None:
    assert likeness(one, other, *others) <= likeness(one, other)


# Words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the closing of the Velm dams", {"closin", "dams", "velm"}),
        ("Lind's boats and Lind’s boat", {"lind", "boats", "boat"}),
        ("of the", {"of", "the"}),
        ("les bateaux de la ville", {"bateau", "ville"}),
        ("—", set()),
    ],
)
def test_words_with_a_meaning_are_cut_to_six_letters(text: str, words: set[str]) -> None:
    assert content(text) == words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tarn lost 100 boats", "Tarn lost 200 boats", 0.75),
        ("Tarn lost", "LOST Tarn!", 1),
        ("no no", "no", 2 / 3),
        ("Tarn", "Corvane", 0),
        ("", "Tarn", 0),
        ("Tarn", "", 0),
        ("", "…", 0),
    ],
)
def test_token_f1_counts_every_word_as_often_as_it_stands_there(
    one: str, other: str, expected: float
) -> None:
    assert token_f1(one, other) == token_f1(other, one) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (["closing the dam"], ["closing the dam"], 1),
        (["closing the dam"], ["the closing of the Velm dam", "its end"], 0.8),
        (["its end", "the closing of the Velm dam"], ["closing the dam"], 0.8),
        (["the dam"], ["the harbour"], 0),
        (["the dam"], [], 0),
        ([], ["the dam"], 0),
        (["—"], ["…"], 0),
        (["—"], ["the dam"], 0),
        (["—", "the dam"], ["…", "a dam"], 1),
    ],
)
def test_two_issues_are_as_alike_as_their_nearest_wordings(
    one: list[str], other: list[str], expected: float
) -> None:
    assert issue_similarity(one, other) == issue_similarity(other, one) == pytest.approx(expected)


@given(st.text(max_size=30), st.text(max_size=30))
@settings(deadline=None)
def test_words_are_as_alike_in_both_directions(one: str, other: str) -> None:
    assert 0 <= token_f1(one, other) == token_f1(other, one) <= 1
    assert 0 <= issue_similarity([one], [other]) == issue_similarity([other], [one]) <= 1


# Spans

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))
UNIONS = st.lists(SPANS, max_size=3)


@given(UNIONS, UNIONS, st.text(string.ascii_letters + "  \n", min_size=40, max_size=40))
@settings(max_examples=300, deadline=None)
def test_dice_is_1_for_the_same_characters_only(
    one: list[Span], other: list[Span], text: str
) -> None:
    a, b = (
        {at for span in spans for at in range(span.start, span.end) if text[at] not in " \n"}
        for spans in (one, other)
    )
    found = dice(one, other, text)
    assert 0 <= found == dice(other, one, text) <= 1
    assert (found == 1) == bool(a and a == b)
    assert (found > 0) == bool(a & b)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([(0, 4)], [(2, 8)], 0.4),
        ([(0, 4)], [(4, 8)], 0),
        ([(0, 8)], [(0, 4), (4, 8)], 1),
        ([(0, 8)], [(0, 4), (2, 8)], 1),
        ([(0, 4), (6, 8)], [(0, 8)], 12 / 14),
        ([(0, 8)], [(0, 9)], 1),
        ([(8, 9)], [(8, 9)], 0),
        ([], [(0, 4)], 0),
        ([], [], 0),
    ],
)
def test_dice_counts_the_characters_of_unions_and_no_white_space(
    one: list[tuple[int, int]], other: list[tuple[int, int]], expected: float
) -> None:
    a, b = ([Span(*ends) for ends in each] for each in (one, other))
    assert dice(a, b, "abcdefgh ") == pytest.approx(expected)


def said(*places: Place) -> Said:
    return Said(texts=("x",), places=places, speaker=None)


def test_of_several_places_of_a_quote_the_best_counts() -> None:
    gold = said(place("we will not sell"))
    assert quote_similarity(gold, said(place("Piet"), place("we will not sell")), TEXT) == 1
    assert quote_similarity(gold, said(place("we will"), place("Piet")), TEXT) == 12 / 19
    assert quote_similarity(said(place("Tarn"), place("Piet")), said(place("Piet")), TEXT) == 1


def test_a_quote_that_stands_nowhere_is_like_none() -> None:
    assert quote_similarity(said(place("we will")), said(), TEXT) == 0


def claim(statement: str, *evidence: str) -> Assertion:
    return Assertion(statement=statement, asserted_by=None, evidence=place(*evidence))


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        (claim("Osk wept.", "Piet Osk wept."), claim("Osk wept.", "Piet Osk wept."), 1),
        (claim("Osk wept.", "Piet Osk wept."), claim("Tarn sank.", "Piet Osk wept."), 0.7),
        (claim("Osk wept.", "Piet Osk wept."), claim("Osk wept.", "It rained"), 0.3),
        (claim("Osk wept.", "Piet Osk wept."), claim("Osk slept.", "It rained"), 0.15),
        (claim("Osk wept.", "Osk"), claim("Tarn sank.", "Osk wept."), 0.7 * 6 / 11),
        (claim("Osk wept.", "Osk"), claim("Osk wept."), 0.3),
    ],
)
def test_claims_are_alike_by_evidence_and_by_words(
    gold: Assertion, predicted: Assertion, expected: float
) -> None:
    found = claim_similarity(gold, predicted, as_it_is, TEXT)
    assert found == pytest.approx(expected)
    assert claim_similarity(predicted, gold, as_it_is, TEXT) == found


def test_the_evidence_of_both_claims_is_widened() -> None:
    gold, predicted = claim("Osk wept.", "Piet"), claim("Osk wept.", "wept")
    everything = place(TEXT)
    assert claim_similarity(gold, predicted, lambda _: everything, TEXT) == 1


def stand(issue: str, *evidence: str, also: tuple[str, ...] = ()) -> Stand:
    return Stand(
        holder="osk", issue=issue, issue_aliases=also, stance="opposes", evidence=place(*evidence)
    )


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        (stand("the sale"), stand("sale"), 1),
        (stand("the sale", also=("the deal",)), stand("deal"), 1),
        (stand("deal"), stand("the sale", also=("the deal",)), 1),
        (stand("the sale"), stand("the rain"), 0),
        (stand("the sale", "Piet Osk wept."), stand("the rain", "Piet Osk wept."), 1),
        (stand("the sale", "Piet Osk"), stand("the rain", "Piet"), 8 / 11),
        (stand("sale", "Piet"), stand("rain", "Piet Osk wept."), 0.6),  # Dice is 8 / 16
        (stand("sale", "Osk"), stand("rain", "Piet Osk wept."), 0),  # Dice is 6 / 15
        (stand("boat sale", "Osk"), stand("boat", "Piet Osk wept."), 2 / 3),
        (stand("boat sale", "Piet"), stand("boat", "Piet Osk wept."), 2 / 3),
    ],
)
def test_positions_are_alike_by_issue_or_by_evidence(
    gold: Stand, predicted: Stand, expected: float
) -> None:
    found = position_similarity(gold, predicted, as_it_is, TEXT)
    assert found == pytest.approx(expected)
    assert position_similarity(predicted, gold, as_it_is, TEXT) == found


def test_the_evidence_of_both_positions_is_widened() -> None:
    everything = place(TEXT)
    gold, predicted = stand("sale", "Piet"), stand("rain", "wept")
    assert position_similarity(gold, predicted, lambda _: everything, TEXT) == 1


def test_of_labels_that_an_item_fits_alike_the_heavier_is_found() -> None:
    gold = [Person(id="a", name="Tarn", weight=1), Person(id="b", name="Osk", weight=3)]
    predicted = [Person(id="x", name="Rund", aliases=("Tarn", "Osk"))]
    assert paired(gold, predicted, np.ones((2, 1)), 0.5) == [(1, 0)]
