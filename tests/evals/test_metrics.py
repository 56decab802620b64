from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.cases import Told, load_cases
from evals.figures import FIGURES, estimate
from evals.judge import Exhibit, exhibit
from evals.metrics import ATTRIBUTIONS, Score, Share, _is_nobody, _same_role, score
from evals.predictions import Assertion, Person, Place, Prediction, Said, Stand, located
from summarizer.document import Document
from summarizer.reading import Reading, read
from summarizer.spans import Span

SEEDS = Path(__file__).parents[2] / "seeds"

TEXT = (
    "Mayor Ada Lind said “we will not sell the harbour”. Piet Osk, the head of Corvane, called it "
    "“a costly mistake”. “The rain,” Lind said, “was ours.” Tarn lost 18 boats. It may rain in "
    "Velm."
)

LIND = Person(id="lind", name="Ada Lind", aliases=("Lind",), role="Mayor", kind="person", weight=3)
OSK = Person(id="osk", name="Piet Osk", role="head of Corvane", kind="person")
TARN = Person(id="tarn", name="Tarn", kind="organisation", weight=1)
VELM = Person(id="velm", name="Velm", kind="country", weight=1)
CAST = (LIND, OSK, TARN, VELM)


@cache
def reading(text: str = TEXT) -> Reading:
    return read(Document.from_text(text))


def scored(gold: Prediction, predicted: Prediction, *, open_quotes: bool = False) -> Score:
    return score(gold, predicted, reading(), open_quotes=open_quotes)


def place(*pieces: str) -> Place:
    return tuple(Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces)


def said(*pieces: str, by: str | None = None, **more: Any) -> Said:
    """A quotation with the place of each piece; none if one stands nowhere."""
    found = all(piece in TEXT for piece in pieces)
    return Said(texts=pieces, places=(place(*pieces),) if found else (), speaker=by, **more)


def stand(holder: str | None, issue: str, stance: Any, *evidence: str, weight: Any = 2) -> Stand:
    return Stand(
        holder=holder, issue=issue, stance=stance, evidence=place(*evidence), weight=weight
    )


def claim(statement: str, *evidence: str, by: str | None = None, weight: Any = 2) -> Assertion:
    evidence = evidence or (statement,)
    return Assertion(statement=statement, asserted_by=by, evidence=place(*evidence), weight=weight)


def made(**sections: Any) -> Prediction:
    return Prediction(participants=CAST, **sections)


def not_perfect(found: Score) -> dict[str, float | None]:
    values = {figure: estimate(figure, [found.shares]).value for figure in FIGURES}
    return {f.name: value for f, value in values.items() if value not in {None, f.best}}


# Any predictions

WEIGHTS = st.sampled_from([1, 2, 3])
STARTS = [at for at in range(len(TEXT)) if at == 0 or TEXT[at - 1] == " "]
SENTENCES = reading().sentences
HOLDERS = st.sampled_from(["lind", "osk", "tarn", None])


@st.composite
def places(draw: st.DrawFn) -> Place:
    ends = draw(st.lists(st.sampled_from(STARTS), min_size=2, max_size=4, unique=True))
    ends = sorted(ends)[: len(ends) // 2 * 2]
    return tuple(Span(a, b - 1) for a, b in zip(ends[::2], ends[1::2], strict=True))


@st.composite
def quotes(draw: st.DrawFn) -> Said:
    spans = draw(places())
    return Said(
        texts=tuple(span.of(TEXT) for span in spans),
        places=(spans,),
        speaker=draw(HOLDERS),
        attribution=draw(st.sampled_from([*ATTRIBUTIONS, None])),
        weight=draw(WEIGHTS),
    )


PIECES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2, unique=True).map(
    lambda spans: tuple(sorted(spans))
)
POSITIONS = st.builds(
    Stand,
    holder=HOLDERS,
    issue=st.sampled_from(["the sale", "sale of the harbour", "the rain", "boats of Tarn"]),
    stance=st.sampled_from(["supports", "opposes", "mixed", "unclear"]),
    evidence=PIECES,
    weight=WEIGHTS,
)


@st.composite
def claims(draw: st.DrawFn) -> Assertion:
    span = draw(st.sampled_from(SENTENCES))
    by = draw(st.sampled_from(["lind", "osk", None]))
    statement = span.of(TEXT)
    return Assertion(statement=statement, asserted_by=by, evidence=(span,), weight=draw(WEIGHTS))


def some(items: st.SearchStrategy[Any], by: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=4, unique_by=by).map(tuple)


GOLD = st.builds(
    Prediction,
    participants=st.lists(st.sampled_from(CAST), unique=True).map(tuple),
    others=st.just(CAST),
    quotes=some(quotes(), lambda quote: quote.places),
    positions=some(POSITIONS, lambda p: (p.holder, p.issue, p.evidence)),
    claims=some(claims(), lambda claim: claim.evidence),
)
"""Labels: everything stands in the text, nothing is there twice."""

OTHERS = [
    Person(id="mayor", name="Mayor Lind", kind="person"),
    Person(id="bo", name="Bo Rund", role="mayor", kind="person"),
    Person(id="both", name="Osk", aliases=("Tarn", "Ada Lind")),
]
INVENTED = [
    said("we shall sell", by="lind"),
    Said(texts=("harbour",), places=(place("sell"), place("harbour")), speaker="bo"),
]
ANY = st.builds(
    Prediction,
    participants=st.lists(st.sampled_from([*CAST, *OTHERS]), unique=True).map(tuple),
    others=st.just((*CAST, *OTHERS)),
    quotes=st.lists(st.one_of(quotes(), st.sampled_from(INVENTED)), max_size=4).map(tuple),
    positions=st.lists(
        st.one_of(POSITIONS, st.just(stand("lind", "the sale", "opposes"))), max_size=4
    ).map(tuple),
    claims=st.lists(
        st.one_of(claims(), st.just(claim("Osk lost 19 boats.", "Tarn lost 18 boats."))), max_size=4
    ).map(tuple),
)
"""What a program might say: also twice, without evidence, invented."""

SECTIONS = ("participants", "quotes", "positions", "claims")
laws = settings(max_examples=100, deadline=None)


@given(GOLD, st.booleans())
@laws
def test_labels_are_perfect_by_themselves(gold: Prediction, open_quotes: bool) -> None:  # noqa: FBT001
    found = scored(gold, gold, open_quotes=open_quotes)
    assert not_perfect(found) == {}
    assert (found.missed, found.invented, found.unknown) == ([], [], [])


@cache
def seeds() -> dict[str, Exhibit]:
    return {case.name: exhibit(case, SEEDS) for case in load_cases(SEEDS)}


@pytest.mark.parametrize("name", sorted(path.stem for path in SEEDS.glob("*.txt")))
def test_the_labels_of_a_seed_are_perfect_by_themselves(name: str) -> None:
    seed = seeds()[name]
    found = score(seed.gold, seed.gold, seed.reading, open_quotes=seed.open_quotes)
    assert not_perfect(found) == {}
    assert found.invented == []


@given(GOLD, ANY, st.booleans(), st.randoms(use_true_random=False))
@laws
def test_the_order_of_items_never_matters(
    gold: Prediction,
    predicted: Prediction,
    open_quotes: bool,  # noqa: FBT001
    random: Any,
) -> None:
    def shuffled(side: Prediction) -> Prediction:
        items = {name: getattr(side, name) for name in SECTIONS}
        mixed = {name: tuple(random.sample(each, len(each))) for name, each in items.items()}
        return side.model_copy(update=mixed)

    mixed = shuffled(predicted)
    one = scored(gold, predicted, open_quotes=open_quotes)
    other = scored(shuffled(gold), mixed, open_quotes=open_quotes)
    assert one.shares == other.shares
    assert sorted(one.missed) == sorted(other.missed)
    assert sorted(one.invented) == sorted(other.invented)
    unknown = {predicted.claims[number] for number in one.unknown}
    assert unknown == {mixed.claims[number] for number in other.unknown}


@given(GOLD, GOLD)
@laws
def test_who_is_called_gold_swaps_precision_and_recall(one: Prediction, other: Prediction) -> None:
    there, back = scored(one, other).shares, scored(other, one).shares
    for section in ("participants", "quotes", "positions"):
        assert there[f"{section}.precision"] == back[f"{section}.recall"]
        assert there[f"{section}.recall"] == back[f"{section}.precision"]
        assert there[f"{section}.f1"] == back[f"{section}.f1"]
    assert there["quotes.f1_tight"] == back["quotes.f1_tight"]
    assert there["quotes.f1_exact"] == back["quotes.f1_exact"]


def value(found: Score, ratio: str) -> float | None:
    share = found.shares[ratio]
    return share.n / share.m if share.m else None


WRONG: dict[str, Any] = {
    "participants": Person(id="nobody", name="Viktor Nirgend"),
    "quotes": said("I never said that", by="lind"),
    "positions": stand("lind", "price of tea", "opposes"),
    "claims": Assertion(statement="Corvane bought 99 ships.", asserted_by=None, evidence=()),
}
PRECISION = {
    "participants": ("participants.precision", "participants.f1"),
    "quotes": ("quotes.precision", "quotes.f1", "quotes.f1_exact", "attribution.f1"),
    "positions": ("positions.precision", "positions.f1", "positions.opposes"),
    "claims": ("claims.support", "claims.f1_at_k"),
}


@given(GOLD, ANY, st.booleans(), st.sampled_from(SECTIONS))
@laws
def test_a_wrong_item_never_raises_precision(
    gold: Prediction,
    predicted: Prediction,
    open_quotes: bool,  # noqa: FBT001
    section: str,
) -> None:
    items = (*getattr(predicted, section), WRONG[section])
    more = predicted.model_copy(update={section: items})
    before = scored(gold, predicted, open_quotes=open_quotes)
    after = scored(gold, more, open_quotes=open_quotes)
    for ratio in PRECISION[section]:
        old, new = value(before, ratio), value(after, ratio)
        assert new is not None
        assert new == 0 if old is None else new <= old
    assert after.shares["trust.hallucinated"] == before.shares["trust.hallucinated"] + Share(1, 1)
    assert after.missed == before.missed


FOUND = {
    "participants": ("participants.recall", "participants.weighted"),
    "quotes": ("quotes.recall", "quotes.f1_tight", "quotes.f1_exact", "attribution.f1"),
    "positions": ("positions.recall", "positions.supports", "positions.opposes"),
    "claims": ("claims.coverage", "claims.f1_at_k"),
}


@given(GOLD, ANY, st.booleans(), st.sampled_from(SECTIONS), st.data())
@laws
def test_an_item_said_twice_finds_no_more_than_said_once(
    gold: Prediction,
    predicted: Prediction,
    open_quotes: bool,  # noqa: FBT001
    section: str,
    data: st.DataObject,
) -> None:
    items = getattr(predicted, section)
    if not items:
        return
    twice = (*items, data.draw(st.sampled_from(items)))
    before = scored(gold, predicted, open_quotes=open_quotes)
    more = predicted.model_copy(update={section: twice})
    after = scored(gold, more, open_quotes=open_quotes)
    for ratio in FOUND[section]:
        assert after.shares[ratio].n <= before.shares[ratio].n
    assert after.missed == before.missed


@given(GOLD)
@laws
def test_who_says_nothing_has_a_recall_of_0_and_no_precision(gold: Prediction) -> None:
    found = scored(gold, Prediction())
    for section in ("participants", "quotes", "positions"):
        assert found.shares[f"{section}.recall"] == Share(0, len(getattr(gold, section)))
        assert value(found, f"{section}.precision") is None
    assert value(found, "claims.support") is None
    assert value(found, "trust.hallucinated") is None
    weights = [item.weight for section in SECTIONS for item in getattr(gold, section)]
    assert found.shares["omission.weighted"] == Share(sum(weights), sum(weights))
    assert len(found.missed) == weights.count(3) == found.shares["omission.must"].n


def test_without_labels_and_predictions_nothing_has_a_value_but_the_document() -> None:
    shares = scored(Prediction(), Prediction()).shares
    assert {name for name, share in shares.items() if share.m} == {"trust.documents"}


def test_every_ratio_has_a_figure() -> None:
    ratios = {ratio for figure in FIGURES for ratio in figure.ratios}
    assert scored(made(), made()).shares.keys() == {
        ratio for ratio in ratios if not ratio.startswith("structure.")
    }


# Participants


def cast(*people: Person, **more: Any) -> Prediction:
    return Prediction(participants=people, **more)


@pytest.mark.parametrize(
    ("predicted", "precision", "recall"),
    [
        (cast(*CAST), Share(4, 4), Share(4, 4)),
        (cast(LIND, WRONG["participants"]), Share(1, 2), Share(1, 4)),
        (cast(LIND.model_copy(update={"kind": "group"})), Share(0, 1), Share(0, 4)),
        (cast(LIND.model_copy(update={"kind": None})), Share(1, 1), Share(1, 4)),
        (cast(LIND, Person(id="x", name="Mayor Lind")), Share(1, 2), Share(1, 4)),
        (cast(Person(id="x", name="Lind", kind="person")), Share(1, 1), Share(1, 4)),
        (cast(Person(id="x", name="Bo Lind", kind="person")), Share(0, 1), Share(0, 4)),
    ],
)
def test_participants_are_found_by_name_and_kind(
    predicted: Prediction, precision: Share, recall: Share
) -> None:
    shares = scored(made(), predicted).shares
    assert shares["participants.precision"] == precision
    assert shares["participants.recall"] == recall
    assert shares["participants.f1"] == Share(2 * recall.n, precision.m + recall.m)


def test_the_recall_of_participants_by_weight() -> None:
    assert scored(made(), cast(LIND, TARN)).shares["participants.weighted"] == Share(4, 7)


@pytest.mark.parametrize("refused", ["Corvane", "CORVANE", "Lind of Corvane"])
def test_who_is_listed_as_no_participant_matches_nobody(refused: str) -> None:
    gold = cast(Person(id="c", name="Corvane", aliases=("Lind of Corvane",)))
    assert scored(gold, gold).shares["participants.f1"] == Share(2, 2)
    strict = gold.model_copy(update={"not_participants": (refused,)})
    assert scored(strict, gold).shares["participants.f1"] == Share(0, 2)


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("US Secretary of State", "Secretary of State", True),
        ("Mayor", "mayor", True),
        ("Mayor", "the Mayor of Tarn", True),  # 2 · 1 / 3
        ("Mayor", "Mayor Tarn Velm", False),  # 2 · 1 / 4
        ("one two three four five", "one two three dry wet", True),  # 6 / 10 is enough
        ("one two three four five six", "one two three dry wet", False),
        ("Mayor", "bishop", False),
        ("Mayor", None, False),
        ("Mayor", "", False),
        ("—", "—", False),
        (None, None, False),
    ],
)
def test_roles_are_the_same_by_their_words(
    gold: str | None, predicted: str | None, *, same: bool
) -> None:
    assert _same_role(gold, predicted) is same


def test_a_role_is_judged_where_the_labels_have_one_and_the_participant_is_found() -> None:
    lind, osk = (each.model_copy(update={"role": "bishop"}) for each in (LIND, OSK))
    tarn = TARN.model_copy(update={"role": "town"})
    assert scored(made(), cast(LIND, osk, tarn)).shares["participants.role"] == Share(1, 2)
    assert scored(made(), cast(lind)).shares["participants.role"] == Share(0, 1)
    assert scored(made(), cast(tarn)).shares["participants.role"] == Share(0, 0)


def test_a_ghost_is_nowhere_in_the_source() -> None:
    half = Person(id="x", name="Viktor Nirgend", aliases=("Corvane",))
    found = scored(made(), cast(LIND, half, WRONG["participants"]))
    assert found.shares["participants.ghosts"] == Share(1, 3)
    assert found.invented == ["participant: Viktor Nirgend"]


def test_one_who_is_listed_twice_is_split_and_two_who_are_one_are_merged() -> None:
    twice = cast(LIND, Person(id="x", name="Mayor Lind"), OSK)
    shares = scored(made(), twice).shares
    assert shares["participants.split"] == Share(1, 4)
    assert shares["participants.merged"] == Share(0, 3)
    both = Person(id="x", name="Ada Lind", aliases=("Piet Osk",))
    shares = scored(made(), cast(both, TARN)).shares
    assert shares["participants.split"] == Share(0, 4)
    assert shares["participants.merged"] == Share(1, 2)
    assert shares["participants.recall"] == Share(2, 4)


# Quotes

HARBOUR = said("we will not sell the harbour", by="lind", attribution="cue", weight=3)
MISTAKE = said("a costly mistake", by="osk", attribution="description", weight=2)
RAIN = said("The rain,", "was ours.", by="lind", attribution="cue", weight=1)
SPEECHES = made(quotes=(HARBOUR, MISTAKE, RAIN))


@pytest.mark.parametrize(
    ("predicted", "half", "tight", "exact"),
    [
        ((HARBOUR,), 2, 2, 2),
        ((said("will not sell the harbour"),), 2, 2, 0),
        ((said("sell the harbour"),), 2, 0, 0),
        ((said("harbour"),), 0, 0, 0),
        ((said("we will not sell the harbor"),), 0, 0, 0),
    ],
)
def test_a_quote_is_found_at_three_thresholds(
    predicted: tuple[Said, ...], half: int, tight: int, exact: int
) -> None:
    shares = scored(SPEECHES, made(quotes=predicted)).shares
    names = ("quotes.f1", "quotes.f1_tight", "quotes.f1_exact")
    assert [shares[name] for name in names] == [Share(n, 4) for n in (half, tight, exact)]
    assert shares["quotes.precision"] == Share(half / 2, 1)
    assert shares["quotes.recall"] == Share(half / 2, 3)


WHOLE_TURN = said("Tarn lost 18 boats", by="tarn")
FABRICATED = said("we shall sell", by="lind")


@pytest.mark.parametrize(
    ("more", "closed", "opened"),
    [
        ((), Share(2, 2), Share(2, 2)),
        ((WHOLE_TURN,), Share(2, 3), Share(2, 2)),
        ((FABRICATED,), Share(2, 3), Share(2, 3)),
        ((WHOLE_TURN, FABRICATED), Share(2, 4), Share(2, 3)),
        ((FABRICATED, said("nor this")), Share(2, 4), Share(2, 4)),
    ],
)
def test_with_open_quotes_an_unknown_one_counts_neither_way_and_a_fabricated_one_does(
    more: tuple[Said, ...], closed: Share, opened: Share
) -> None:
    gold = made(quotes=(HARBOUR, MISTAKE))
    predicted = made(quotes=(HARBOUR, MISTAKE.model_copy(update={"speaker": "lind"}), *more))
    for open_quotes, precision in ((False, closed), (True, opened)):
        shares = scored(gold, predicted, open_quotes=open_quotes).shares
        assert shares["quotes.precision"] == precision
        assert shares["quotes.f1"] == shares["quotes.f1_exact"] == Share(4, precision.m + 2)
        assert shares["attribution.f1"] == Share(2, precision.m + 2)
        assert shares["attribution.wrong"] == Share(1, 2)


def test_with_open_quotes_half_a_quote_is_unknown_where_more_is_asked() -> None:
    half = made(quotes=(said("sell the harbour"), MISTAKE))
    shares = scored(SPEECHES, half, open_quotes=True).shares
    assert shares["quotes.f1"] == Share(4, 5)
    assert shares["quotes.f1_tight"] == Share(2, 4)


def test_a_split_quote_is_whole_with_all_its_pieces() -> None:
    for predicted, whole in ((RAIN, 1), (said("The rain,"), 0), (said("was ours."), 0)):
        shares = scored(SPEECHES, made(quotes=(predicted,))).shares
        assert shares["quotes.split_whole"] == Share(whole, 1)
    unsplit = made(quotes=(HARBOUR, MISTAKE))
    assert scored(unsplit, unsplit).shares["quotes.split_whole"] == Share(0, 0)


def test_word_for_word_is_letter_for_letter_and_an_offset_forgives_marks_and_case() -> None:
    loud = Said(texts=("A COSTLY mistake!",), places=(place("a costly mistake"),), speaker=None)
    wrong = Said(texts=("a costly mistake",), places=(place("we will not"),), speaker=None)
    half = Said(texts=("The rain,", "was mine."), places=(place("The rain,"),), speaker=None)
    second = Said(texts=("ours",), places=(place("rain"), place("ours")), speaker=None)
    predicted = made(quotes=(HARBOUR, RAIN, loud, wrong, half, second, FABRICATED))
    shares = scored(SPEECHES, predicted).shares
    assert shares["quotes.verbatim"] == Share(4, 7)
    assert shares["quotes.offsets"] == Share(4, 6)


# Attribution


@pytest.mark.parametrize(
    ("speaker", "predicted", "right", "wrong", "abstained"),
    [
        ("lind", "lind", 1, 0, 0),
        ("lind", "osk", 0, 1, 0),
        ("lind", "surname", 1, 0, 0),
        ("lind", None, 0, 0, 1),
        ("lind", "whoever", 0, 0, 1),
        ("lind", "described", 0, 0, 1),
        (None, None, 1, 0, 0),
        (None, "whoever", 1, 0, 0),
        (None, "described", 1, 0, 0),
        (None, "lind", 0, 1, 0),
    ],
)
def test_a_wrong_name_is_worse_than_none(
    speaker: str | None, predicted: str | None, right: int, wrong: int, abstained: int
) -> None:
    others = (Person(id="surname", name="Lind"), Person(id="described", name="A spokeswoman"))
    gold = HARBOUR.model_copy(update={"speaker": speaker})
    quote = HARBOUR.model_copy(update={"speaker": predicted})
    shares = scored(made(quotes=(gold,)), made(quotes=(quote,), others=others)).shares
    assert shares["attribution.accuracy"] == Share(right, 1)
    assert shares["attribution.wrong"] == Share(wrong, 1)
    assert shares["attribution.abstained"] == Share(abstained, 1)
    assert shares["attribution.f1"] == Share(2 * right, 2)
    assert shares["attribution.cue"] == Share(right, 1)
    assert shares["attribution.turn"] == Share(0, 0)


@pytest.mark.parametrize(
    ("name", "nobody"),
    [
        ("unknown", True),
        ("Unknown", True),
        ("Unknown Speaker", True),
        ("unidentified official", True),
        ("Anonymous", True),
        ("none", True),
        ("N/A", True),
        ("n/a", True),
        ("", True),
        ("A spokeswoman", True),
        ("the head of the board", True),
        ("an official", True),
        ("spokesman", True),
        ("the Corvane board", False),
        ("The Guard", False),
        ("spokeswoman Ada Lind", False),
        ("A. Lind", False),
        ("Ada Lind", False),
        ("ada lind", False),
        ("N. Lind", False),
    ],
)
def test_nobody_is_who_has_no_name(name: str, *, nobody: bool) -> None:
    assert _is_nobody(Person(id="x", name=name)) is nobody


def test_attribution_is_told_apart_by_all_the_kinds_that_labels_have() -> None:
    assert get_args(Told) == ATTRIBUTIONS
    for kind in ATTRIBUTIONS:
        gold = made(quotes=(HARBOUR.model_copy(update={"attribution": kind}),))
        shares = scored(gold, gold).shares
        told = [name for name in ATTRIBUTIONS if shares[f"attribution.{name}"].m]
        assert told == [kind]


def test_a_speaker_counts_where_the_quote_is_found() -> None:
    predicted = made(quotes=(MISTAKE, WHOLE_TURN))
    shares = scored(SPEECHES, predicted).shares
    assert shares["attribution.accuracy"] == Share(1, 1)
    assert shares["attribution.f1"] == Share(2, 5)
    assert shares["attribution.description"] == Share(1, 1)
    assert shares["attribution.cue"] == Share(0, 0)


@pytest.mark.parametrize(("speaker", "other"), [("lind", "osk"), ("osk", "lind"), (None, "lind")])
def test_of_two_speakers_of_the_same_words_the_right_one_is_taken(
    speaker: str | None, other: str
) -> None:
    right, wrong = (HARBOUR.model_copy(update={"speaker": who}) for who in (speaker, other))
    for quotes_ in ((wrong, right), (right, wrong)):
        shares = scored(made(quotes=(right,)), made(quotes=quotes_)).shares
        assert shares["attribution.accuracy"] == Share(1, 1)
        assert shares["attribution.f1"] == Share(2, 3)


# Positions

AGAINST = stand("lind", "sale of the harbour", "opposes", "we will not sell", weight=3)
FOR = stand("osk", "boats", "supports", "Tarn lost 18 boats.")
TORN = stand("tarn", "rain", "mixed", "The rain,")
STANDS = made(positions=(AGAINST, FOR, TORN))


def turned(position: Stand, stance: str) -> Stand:
    return position.model_copy(update={"stance": stance})


@pytest.mark.parametrize(
    ("predicted", "found", "supports", "opposes", "flipped"),
    [
        ((AGAINST, FOR, TORN), 3, Share(2, 2), Share(2, 2), Share(0, 3)),
        ((AGAINST,), 1, Share(0, 1), Share(2, 2), Share(0, 1)),
        ((turned(AGAINST, "supports"),), 1, Share(0, 2), Share(0, 1), Share(1, 1)),
        ((turned(FOR, "opposes"),), 1, Share(0, 1), Share(0, 2), Share(1, 1)),
        ((turned(AGAINST, "unclear"),), 1, Share(0, 1), Share(0, 1), Share(0, 1)),
        ((turned(TORN, "supports"), FOR), 2, Share(2, 3), Share(0, 1), Share(0, 2)),
        ((FOR.model_copy(update={"holder": "lind"}),), 0, Share(0, 2), Share(0, 1), Share(0, 0)),
        ((FOR.model_copy(update={"holder": None}),), 0, Share(0, 2), Share(0, 1), Share(0, 0)),
        ((AGAINST, turned(AGAINST, "supports")), 1, Share(0, 2), Share(2, 2), Share(0, 1)),
        ((turned(FOR, "opposes"), FOR), 1, Share(2, 2), Share(0, 2), Share(0, 1)),
    ],
)
def test_a_position_needs_its_holder_and_then_its_stance(
    predicted: tuple[Stand, ...], found: int, supports: Share, opposes: Share, flipped: Share
) -> None:
    shares = scored(STANDS, made(positions=predicted)).shares
    assert shares["positions.precision"] == Share(found, len(predicted))
    assert shares["positions.recall"] == Share(found, 3)
    assert shares["positions.f1"] == Share(2 * found, 3 + len(predicted))
    assert shares["positions.supports"] == supports
    assert shares["positions.opposes"] == opposes
    assert shares["positions.flipped"] == flipped


def test_the_evidence_of_a_position_counts_by_whole_sentences() -> None:
    other = stand("lind", "nothing of it", "opposes", "Mayor")
    assert scored(STANDS, made(positions=(other,))).shares["positions.f1"] == Share(2, 4)


# Claims

BOATS = claim("Tarn lost 18 boats.", weight=3)
VELMS = claim("It may rain in Velm.", by="lind", weight=2)
CALLED = claim("Osk called it a costly mistake.", "a costly mistake", by="osk", weight=1)
TOLD = made(claims=(BOATS, VELMS, CALLED))
MAYOR = claim("Mayor Ada Lind will not sell the harbour.", "we will not sell the harbour")
FALSE = claim("Tarn lost 19 boats.", "Tarn lost 18 boats.")


@pytest.mark.parametrize(
    ("predicted", "support", "coverage", "f1_at_k", "unknown"),
    [
        ((BOATS, VELMS, CALLED), Share(3, 3), Share(6, 6), Share(6, 6), []),
        ((BOATS,), Share(1, 1), Share(3, 6), Share(2, 3), []),
        ((BOATS, VELMS), Share(2, 2), Share(5, 6), Share(4, 4), []),
        ((MAYOR,), Share(1, 1), Share(0, 6), Share(2, 3), [0]),
        ((BOATS, MAYOR), Share(2, 2), Share(3, 6), Share(4, 4), [1]),
        ((FALSE,), Share(0, 1), Share(0, 6), Share(0, 3), []),
        ((BOATS, FALSE), Share(1, 2), Share(3, 6), Share(2, 4), []),
        ((BOATS, BOATS), Share(2, 2), Share(3, 6), Share(2, 4), []),
        ((MAYOR, MAYOR), Share(2, 2), Share(0, 6), Share(2, 4), [0, 1]),
        ((), Share(0, 0), Share(0, 6), Share(0, 2), []),
    ],
)
def test_claims_are_judged_by_support_and_gold_by_coverage(
    predicted: tuple[Assertion, ...],
    support: Share,
    coverage: Share,
    f1_at_k: Share,
    unknown: list[int],
) -> None:
    found = scored(TOLD, made(claims=predicted))
    assert found.shares["claims.support"] == support
    assert found.shares["claims.coverage"] == coverage
    assert found.shares["claims.f1_at_k"] == f1_at_k
    assert found.unknown == unknown


@pytest.mark.parametrize(("voice", "right"), [("lind", 1), ("osk", 0), (None, 0), ("whoever", 0)])
def test_a_covered_claim_has_its_asserter(voice: str | None, right: int) -> None:
    predicted = VELMS.model_copy(update={"asserted_by": voice})
    assert scored(TOLD, made(claims=(predicted,))).shares["claims.asserted_by"] == Share(right, 1)


@pytest.mark.parametrize(("voice", "other"), [("lind", "osk"), ("osk", "lind"), ("osk", None)])
def test_of_two_asserters_of_a_claim_the_right_one_is_taken(voice: str, other: str | None) -> None:
    right, wrong = (VELMS.model_copy(update={"asserted_by": who}) for who in (voice, other))
    for both in ((wrong, right), (right, wrong)):
        found = scored(made(claims=(right,)), made(claims=both))
        assert found.shares["claims.asserted_by"] == Share(1, 1)


def test_the_document_asserts_what_nobody_does() -> None:
    assert scored(TOLD, made(claims=(BOATS,))).shares["claims.asserted_by"] == Share(1, 1)


def test_the_evidence_of_a_claim_counts_by_whole_sentences() -> None:
    other = claim("Boats.", "lost", by=None)
    assert scored(TOLD, made(claims=(other,))).shares["claims.coverage"] == Share(3, 6)


# Trust

PARTS: dict[str, tuple[dict[str, Any], str]] = {
    "fabricated": ({"quotes": (FABRICATED, HARBOUR)}, "quote: we shall sell"),
    "split": ({"quotes": (said("The rain,", "is mine."),)}, "quote: The rain, … is mine."),
    "groundless": (
        {"positions": (stand("lind", "the sale", "opposes"), AGAINST)},
        "position without evidence: the sale",
    ),
    "unsupported": ({"claims": (FALSE, BOATS)}, "claim: Tarn lost 19 boats. (19)"),
    "unsupported twice": (
        {"claims": (claim("Tarn lost 19 boats, 20 nets.", "Tarn lost 18 boats."),)},
        "claim: Tarn lost 19 boats, 20 nets. (19, 20)",
    ),
    "without evidence": (
        {"claims": (Assertion(statement="It rained.", asserted_by=None, evidence=()),)},
        "claim: It rained. (no evidence in the source)",
    ),
}


@pytest.mark.parametrize(("sections", "named"), PARTS.values(), ids=PARTS)
def test_what_has_no_ground_in_the_source_is_counted_and_named(
    sections: dict[str, Any], named: str
) -> None:
    found = scored(made(), made(**sections))
    items = len(CAST) + sum(map(len, sections.values()))
    assert found.invented == [named]
    assert found.shares["trust.hallucinated"] == Share(1, items)
    assert found.shares["trust.documents"] == Share(1, 1)


def test_all_that_has_no_ground_is_counted_together() -> None:
    predicted = cast(
        LIND,
        *(WRONG["participants"], OTHERS[1]),
        quotes=(FABRICATED,),
        positions=(WRONG["positions"],),
        claims=(FALSE,),
    )
    found = scored(made(), predicted)
    assert found.invented == [
        "quote: we shall sell",
        "participant: Viktor Nirgend",
        "participant: Bo Rund",
        "position without evidence: price of tea",
        "claim: Tarn lost 19 boats. (19)",
    ]
    assert found.shares["trust.hallucinated"] == Share(5, 6)
    assert found.shares["trust.documents"] == Share(1, 1)


def test_a_document_in_which_all_has_ground_counts_as_one() -> None:
    assert scored(made(), made(quotes=(HARBOUR,))).shares["trust.documents"] == Share(0, 1)


# Omission


def test_what_must_be_there_and_is_not_is_named() -> None:
    must = {"weight": 3}
    gold = made(
        quotes=(HARBOUR, RAIN.model_copy(update=must)),
        positions=(
            AGAINST,
            stand(None, "rain", "mixed", "The rain,", weight=3),
            stand("osk", "boats", "supports", "Tarn lost 18 boats.", weight=2),
        ),
        claims=(BOATS, VELMS),
    )
    found = scored(gold, cast(OSK, quotes=(HARBOUR,)))
    assert found.missed == [
        "participant: Ada Lind",
        "quote: The rain, … was ours.",
        "position: Ada Lind opposes sale of the harbour",
        "position: somebody mixed rain",
        "claim: Tarn lost 18 boats.",
    ]
    assert found.shares["omission.must"] == Share(5, 6)
    assert found.shares["omission.weighted"] == Share(5 + 3 + 8 + 5, 7 + 6 + 8 + 5)


def test_shares_are_added_part_by_part_and_to_nothing_else() -> None:
    assert Share(1, 2) + Share(3, 4) == Share(4, 6)
    assert Share(1, 2) + (3, 4) == Share(1, 2)  # noqa: RUF005 - no tuple is put behind another


def test_a_score_says_which_item_is_which() -> None:
    stranger = HARBOUR.model_copy(update={"speaker": "osk"})
    nobody = RAIN.model_copy(update={"speaker": None})
    predicted = Prediction(
        participants=(OSK, LIND),
        others=(TARN,),
        quotes=(MISTAKE, stranger, nobody),
        positions=(TORN, turned(AGAINST, "mixed")),
        claims=(VELMS.model_copy(update={"asserted_by": "osk"}), BOATS),
    )
    gold = made(quotes=SPEECHES.quotes, positions=STANDS.positions, claims=TOLD.claims)
    found = scored(gold, predicted)
    assert found.pairs.participants == [(0, 1), (1, 0)]
    assert found.pairs.quotes == [(0, 1), (1, 0), (2, 2)]
    assert found.pairs.positions == [(0, 1), (2, 0)]
    assert found.pairs.claims == [(0, 1), (1, 0)]
    assert found.speakers == {(0, 1): "wrong", (1, 0): "right", (2, 2): "silent"}
    assert found.voices == {(0, 1)}


def test_labels_list_every_quote_unless_something_else_is_said() -> None:
    found = score(made(quotes=(HARBOUR,)), made(quotes=(HARBOUR, WHOLE_TURN)), reading())
    assert found.shares["quotes.precision"] == Share(1, 2)


def test_copied_words_are_found_where_they_stand() -> None:
    """A prediction made of strings is judged like one made of spans."""
    pieces = ("“THE RAIN,” … was  ours", "we will not sell")
    quotes_ = [Said(texts=(p,), places=located(p, TEXT), speaker="lind") for p in pieces]
    shares = scored(SPEECHES, made(quotes=tuple(quotes_))).shares
    assert shares["quotes.recall"] == Share(2, 3)
    assert shares["quotes.verbatim"] == Share(1, 2)


def test_what_the_laws_above_take_for_wrong_is_wrong_by_any_labels() -> None:
    everything = made(quotes=SPEECHES.quotes, positions=STANDS.positions, claims=TOLD.claims)
    wrong = Prediction(others=CAST, **{section: (WRONG[section],) for section in SECTIONS})
    found = scored(everything, wrong)
    assert not any(found.shares[f"{section}.recall"].n for section in SECTIONS[:3])
    assert found.shares["claims.coverage"].n == 0
    assert len(found.invented) == 4
