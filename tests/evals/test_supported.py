"""Whether the evidence of a claim carries it, by the judge's own rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Date  # noqa: N812 - the type of a date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.predictions import Assertion, Person, Place, Prediction
from evals.support import unsupported, widened
from summarizer.document import Document
from summarizer.reading import Reading, read
from summarizer.spans import Span

FRIDAY = Date(2026, 3, 6)


@cache
def reading(text: str, day: Date | None = None) -> Reading:
    return read(replace(Document.from_text(text), date=day))


def reasons(
    statement: str, evidence: str, text: str | None = None, day: Date | None = None
) -> list[str]:
    """What is said against a claim with this evidence, in a text that is nothing else."""
    source = text or evidence
    at = source.index(evidence)
    claim = Assertion(
        statement=statement, asserted_by=None, evidence=(Span(at, at + len(evidence)),)
    )
    return unsupported(claim, Prediction(), reading(source, day))


SOLD = "Captain Ada Lind sold 11,500 ships in Tarn."


@pytest.mark.parametrize(
    ("statement", "evidence", "missing"),
    [
        ("Ada Lind sold 11,500 ships.", SOLD, []),
        ("Ada Lind sold 11500 ships.", SOLD, []),
        ("Ada Lind sold 11.500 ships.", SOLD, []),
        ("Ada Lind sold 11,501 ships.", SOLD, ["11,501"]),
        ("Ada Lind sold 11 ships.", SOLD, ["11"]),
        ("Ada Lind sold 500 ships.", SOLD, ["500"]),
        ("Ada Lind sold 11,500 ships for 3 boats and 4 nets.", SOLD, ["3", "4"]),
        ("Tarn lost 2.5 percent.", "Tarn lost 2.5 percent.", []),
        ("Tarn lost 25 percent.", "Tarn lost 2.5 percent.", ["25"]),
        ("Tarn lost 2 percent.", "Tarn lost 2.5 percent.", ["2"]),
        ("Tarn lost 1000000 boats.", "Tarn lost 1,000,000 boats.", []),
    ],
)
def test_a_number_stands_in_the_evidence(statement: str, evidence: str, missing: list[str]) -> None:
    assert reasons(statement, evidence) == missing


@pytest.mark.parametrize(
    ("number", "words", "missing"),
    [
        ("12", "twelve", []),
        ("11", "twelve", ["11"]),
        ("2", "two", []),
        ("2", "both", []),
        ("18", "eighteen", []),
        ("20", "twenty", []),
        ("99", "Ninety-nine", []),
        ("42", "forty-two", []),
        ("40", "forty-two", ["40"]),
        ("2", "forty-two", ["2"]),
        ("5", "fünf", []),
        ("4", "quatre", []),
        ("11", "once", []),
        ("100", "ten", ["100"]),
    ],
)
def test_a_number_may_be_a_word_there(number: str, words: str, missing: list[str]) -> None:
    assert reasons(f"Tarn lost {number} boats.", f"Tarn lost {words} boats.") == missing


@pytest.mark.parametrize(
    ("statement", "evidence", "missing"),
    [
        ("Tarn paid $5.", "Tarn paid 5 dollars.", []),
        ("Tarn paid 5 dollars.", "Tarn paid $5.", []),
        ("Tarn paid 5 euros.", "Tarn paid 5 dollars.", ["euro"]),
        ("Tarn paid €5.", "Tarn paid 5.", ["euro"]),
        ("Tarn paid £5.", "Tarn paid five pounds.", []),
        ("Tarn paid 5 pounds.", "Tarn paid 5 francs.", ["pound"]),
        ("Tarn paid 5 yen.", "Tarn paid ¥5.", []),
        ("Tarn paid 5 kroner.", "Tarn paid 5 crowns.", []),
        ("Tarn paid 5 Kronen.", "Tarn paid 5 pesos.", ["crown", "Kronen"]),
        ("Tarn paid 5.", "Tarn paid 5 dollars.", []),
    ],
)
def test_money_is_of_the_same_currency(statement: str, evidence: str, missing: list[str]) -> None:
    assert reasons(statement, evidence) == missing


@pytest.mark.parametrize(
    "name", ["Europe", "Francis", "Doyen", "Crownhill", "Compound", "Pesola", "Franco"]
)
def test_a_word_is_not_a_currency_because_it_starts_or_ends_like_one(name: str) -> None:
    text = f"The captain met {name} in the harbour. It rained. It rained on. She sold 5 boats."
    assert reasons(f"She sold 5 boats to {name}.", "She sold 5 boats.", text) == []


@pytest.mark.parametrize(
    ("statement", "evidence", "missing"),
    [
        ("Lind sold ships.", SOLD, []),
        ("Ada Lind sold ships in Corvane.", SOLD, ["Corvane"]),
        ("Osk sold ships.", SOLD, []),  # nobody of the document, at the start of a sentence
        ("Piet Osk sold ships.", SOLD, ["Osk"]),
        ("Captain Lind’s ships were sold.", "Ada Lind sold the ships of the captain.", []),
        ("The captain sold ships.", SOLD, []),
    ],
)
def test_a_name_stands_in_the_evidence(statement: str, evidence: str, missing: list[str]) -> None:
    assert reasons(statement, evidence) == missing


def test_a_month_needs_a_day_that_is_known() -> None:
    sold = "Lind sold the ships of the harbour."
    assert reasons("Lind sold ships in March.", sold, day=FRIDAY) == []
    assert reasons("Lind sold ships in March.", sold) == ["March"]


RAIN = "Piet Osk came to Tarn. It rained. It rained on. Ships sank in the harbour. It rained."


def test_a_name_before_the_evidence_needs_a_pronoun_in_it() -> None:
    pronoun = RAIN.replace("Ships sank", "He sank ships")
    sank = "He sank ships in the harbour."
    assert reasons("Osk sank ships in the harbour.", sank, pronoun) == []
    assert reasons("Rund sank ships with Viktor.", sank, pronoun) == ["Viktor"]


def test_a_neighbouring_sentence_counts_and_one_further_away_does_not() -> None:
    text = "Tarn lost 18 boats. Osk wept. Velm lost 19 ships. Rund slept. Corvane lost 20 nets."
    assert reasons("Velm lost 19 ships.", "Velm lost 19 ships.", text) == []
    assert reasons("Osk wept over 18 boats, then 19 ships.", "Osk wept.", text) == []
    assert reasons("Osk wept over 20 boats.", "Osk wept.", text) == ["20"]
    assert reasons("Velm, Rund and Osk lost ships.", "Velm lost 19 ships.", text) == []
    assert reasons("Velm and Corvane lost ships.", "Velm lost 19 ships.", text) == ["Corvane"]


def test_who_asserts_a_claim_may_be_named_in_it() -> None:
    text = "Ada Lind came. Rain fell. Rain fell again. Ships sank in Tarn."
    lind = Person(id="lind", name="Ada Lind")
    at = text.index("Ships")
    claim = Assertion(
        statement="Ships sank, says Lind.", asserted_by=None, evidence=(Span(at, len(text)),)
    )
    said = claim.model_copy(update={"asserted_by": "lind"})
    people = Prediction(participants=(lind,))
    assert unsupported(claim, people, reading(text)) == ["Lind"]
    assert unsupported(said, people, reading(text)) == []


@pytest.mark.parametrize(
    ("statement", "evidence", "missing"),
    [
        ("The board met on 5 March 2026.", "The board met on Thursday.", []),
        ("The board met on 2026-03-05.", "The board met on Thursday.", []),
        ("The board met on 4 March 2026.", "The board met on Thursday.", ["4"]),
        ("The board met on 5 March 2025.", "The board met on Thursday.", ["2025"]),
        ("The board met on 5 March 2026.", "The board met yesterday.", []),
        ("The board meets on 7 March 2026.", "The board meets tomorrow.", []),
        ("The board meets by 12 March 2026.", "The board meets by Thursday.", []),  # the coming one
        ("The board meets by 19 March 2026.", "The board meets by Thursday.", ["19"]),
        ("The board met on 9 March 2026.", "The board met on 2 March.", ["9"]),
        ("The board met on 6 March 2026.", "The board met.", []),
        ("The board met in 2026.", "The board met.", []),
        ("The board met in 2025.", "The board met last year.", []),
        ("The board meets in 2027.", "The board meets next year.", []),
        ("The board met in 2024.", "The board met last year.", ["2024"]),
        ("The board met in 2025.", "The board met.", ["2025"]),
        ("The board met 6 times.", "The board met.", ["6"]),  # the day is no number of times
        ("The board met 5 times.", "The board met on Thursday.", ["5"]),
    ],
)
def test_a_date_is_meant_by_the_day_of_the_document(
    statement: str, evidence: str, missing: list[str]
) -> None:
    assert reasons(statement, evidence, day=FRIDAY) == missing


def test_without_the_day_of_the_document_no_date_is_meant() -> None:
    found = reasons("The board met on 5 March 2026.", "The board met on Thursday.")
    assert found == ["5", "2026", "March"]
    assert reasons("The board met in 2025.", "The board met last year.") == ["2025"]


@pytest.mark.parametrize(
    ("statement", "evidence", "missing"),
    [
        ("Lind did not sell the ships.", "Lind did not sell the ships.", []),
        ("Lind didn’t sell the ships.", "Lind never did sell the ships.", []),
        ("Lind did not sell the ships.", "Lind did sell the ships.", ["it denies"]),
        ("Lind never sold the ships.", "Lind sold the ships.", ["it denies"]),
        ("Lind can't sell the ships.", "Lind can sell the ships.", ["it denies"]),
        ("Lind sold the ships.", "Lind never sold the ships.", ["a denial is lost"]),
        ("The captain sold the ships.", "Lind never sold the ships of Tarn in Velm.", []),
        ("Lind denies that the ships sank.", "Lind said the ships never sank.", []),
        ("Lind refuses: ships sold never.", "Lind said ships are not sold.", []),
        ("Lind rejects that the ships sank.", "Lind said no ships sank.", []),
    ],
)
def test_a_denial_is_on_both_sides_or_on_none(
    statement: str, evidence: str, missing: list[str]
) -> None:
    assert reasons(statement, evidence) == missing


@pytest.mark.parametrize(
    ("statement", "evidence", "missing"),
    [
        ("Lind may sell the ships.", "Lind may sell the ships.", []),
        ("Lind could sell the ships.", "Lind sells the ships.", []),
        ("Lind thinks that the ships sank.", "I think the ships of Lind sank.", []),
        ("The ships appeared in Tarn.", "The ships appeared in Tarn.", []),
        ("The list of ships is in Tarn.", "The list of ships that appeared in Tarn.", []),
        ("Lind sold ships on 2026-05-03.", "Lind sold the ships on May 3, 2026.", []),
        ("Lind sold ships on 2026-05-03.", "Lind sold the ships on 3 May 2026.", []),
        ("The ships sank.", "The ships appeared to sink and sank.", []),
        (
            "The ships of Tarn sank.",
            "It appeared that the ships of Tarn sank.",
            ["a hedge is lost"],
        ),
        ("Lind sold all ships of Tarn.", "Perhaps Lind sold ships of Velm and Tarn.", []),
    ],
)
def test_a_hedge_that_is_kept_or_stands_in_other_words_is_none_lost(
    statement: str, evidence: str, missing: list[str]
) -> None:
    assert reasons(statement, evidence) == missing


LONG = "Captain Ada Lind might sell eleven ships with green sails of Tarn and Velm tomorrow."


def test_a_hedge_is_lost_where_all_else_is_said() -> None:
    assert reasons(LONG.replace("might ", "will "), LONG) == ["a hedge is lost"]
    assert reasons("Lind will sell ships.", "Lind might sell the ships.") == ["a hedge is lost"]
    assert reasons("Lind sells ships.", "Lind perhaps sells the ships.") == ["a hedge is lost"]
    assert reasons(LONG.replace("might", "could"), LONG) == []
    assert reasons("Captain Ada Lind will sell ships.", LONG) == []


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("Ada Lind sold ships.", []),
        ("Captain Lind gave boats.", []),  # two of four
        ("Captain Lind gave her boats.", []),
        ("Lind gave away boats.", ["it is about something else"]),
        ("The price of bread rose.", ["it is about something else"]),
        ("11,500", []),
    ],
)
def test_half_of_the_words_with_a_meaning_are_those_of_the_evidence(
    statement: str, missing: list[str]
) -> None:
    assert reasons(statement, SOLD) == missing


def test_without_evidence_a_claim_is_not_carried() -> None:
    claim = Assertion(statement="Lind sold ships.", asserted_by=None, evidence=())
    assert unsupported(claim, Prediction(), reading(SOLD)) == ["no evidence in the source"]


def test_nouns_with_capitals_are_no_names_in_german() -> None:
    text = (
        "Die Ministerin Ada Lind verkauft die Schiffe am Montag. Die Fischer sind wütend und "
        "wollen nicht mehr im Hafen bleiben. Piet Osk war nicht da."
    )
    sold = "Die Ministerin Ada Lind verkauft die Schiffe am Montag."
    assert reasons("Ada Lind verkauft Schiffe im Winter.", sold, text) == []
    assert reasons("Ada Lind verkauft Schiffe an Osk.", sold, text) == []  # die Ministerin
    fishers = "Die Fischer sind wütend und wollen nicht mehr im Hafen bleiben."
    assert reasons("Viele Fischer wollen nicht im Hafen bleiben.", fishers, text) == []


SENTENCES = "Ada Lind left. Tarn lost 18 boats. It rained."


@pytest.mark.parametrize(
    ("spans", "numbers"),
    [
        ((), ()),
        (((4, 8),), (0,)),
        (((4, 16),), (0, 1)),
        (((36, 38), (4, 8)), (0, 2)),
        (((4, 5), (6, 7)), (0,)),
    ],
)
def test_evidence_is_widened_to_whole_sentences(
    spans: tuple[tuple[int, int], ...], numbers: tuple[int, ...]
) -> None:
    read_ = reading(SENTENCES)
    place: Place = tuple(Span(*ends) for ends in spans)
    assert widened(place, read_) == tuple(read_.sentences[number] for number in numbers)


WORDS = st.lists(
    st.sampled_from("Ada Lind sold not may 18 dollars Tarn the on Friday he 2.5".split()),
    min_size=1,
    max_size=12,
)


@given(WORDS)
@settings(max_examples=150, deadline=None)
def test_every_sentence_carries_itself(words: list[str]) -> None:
    sentence = " ".join(words) + "."
    assert reasons(sentence, sentence) == []


@given(WORDS, st.sampled_from(["77", "$", "Nirgend"]))
@settings(max_examples=100, deadline=None)
def test_what_is_put_into_a_sentence_is_found(words: list[str], more: str) -> None:
    sentence = " ".join(words)
    claim = f"{sentence} with {more}."
    here = reasons(claim, f"{sentence}.")
    if more == "$":
        assert here == ([] if "dollars" in words else ["dollar"])
    else:
        assert more in here


def test_a_contraction_is_no_name() -> None:
    said = "replied, “It’s late. That’s all.”"
    text = f"Ada Lind came. She {said}"
    assert reasons(f"Ada Lind {said}", f"She {said}", text) == []
