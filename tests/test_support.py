"""Whether sentences carry a statement."""

from __future__ import annotations

import pytest

from summarizer import Document, Span
from summarizer.reading import Reading, read
from summarizer.support import breaks_off, lacking, telling_sentences

TEXT = (
    "Captain Ada Lind sold 11,500 ships in Tarn. She does not regret it. "
    "Mayor Piet Osk called the sale a mistake. It rained on Tuesday."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(Document.from_text(TEXT))


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("Ada Lind sold 11,500 ships.", []),
        ("Ada Lind sold 11500 ships.", []),
        ("Ada Lind sold 12 ships.", ["12"]),
        ("Lind sold ships in Oslo.", ["Oslo"]),
        ("Mayor Ada Lind sold ships.", ["Mayor Ada Lind"]),
        ("Captain Lind sold ships.", []),
        ("Ada Lind sold 冲突 ships.", ["冲突"]),
        ("Piet Osk regrets it.", []),
        ("Ada Lind wanted ships in Tarn.", ["wanted"]),
    ],
)
def test_what_the_evidence_does_not_have_is_named(
    reading: Reading, statement: str, missing: list[str]
) -> None:
    assert lacking(statement, [reading.sentences[0]], reading) == missing


def test_a_title_that_the_evidence_has_is_nobodys_mistake() -> None:
    reading = read(Document.from_text("Captain Ada Lind left. Her father Lind Rund said so."))
    assert lacking("Her father Lind Rund said so.", [reading.sentences[1]], reading) == []


def test_a_denial_needs_one_in_the_evidence(reading: Reading) -> None:
    assert lacking("Osk did not call it a mistake.", [reading.sentences[3]], reading) == ["not"]
    assert lacking("Lind does not regret it.", [reading.sentences[1]], reading) == []


def test_who_wants_something_needs_evidence_of_somebody_who_does() -> None:
    reading = read(Document.from_text("Ada Lind called for a harbour. It rained in Tarn."))
    assert lacking("Ada Lind wants a harbour.", [reading.sentences[0]], reading) == []


def test_nouns_with_capitals_are_no_names_in_german() -> None:
    german = read(Document.from_text("Ada Lind sagte, dass sie die Schiffe nicht verkauft habe."))
    assert lacking("Der Verkauf war Ada Lind nicht recht.", [german.sentences[0]], german) == []


def test_evidence_far_outside_the_text_is_no_error(reading: Reading) -> None:
    assert lacking("Lind.", [Span(0, 10_000)], reading) == []


@pytest.mark.parametrize(
    ("line", "broken"),
    [("Osk called it a", True), ("Osk called it a mistake", False), ("Yes.", False)],
)
def test_a_line_that_ends_on_a_function_word_breaks_off(
    reading: Reading, line: str, *, broken: bool
) -> None:
    assert breaks_off(line, reading) is broken


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("Ada Lind sold eleven ships in the harbour of Tarn.", []),
        ("Weather across northern regions remained mostly unsettled.", ["Weather", "unsettled"]),
    ],
)
def test_a_statement_in_other_words_than_its_evidence_lacks_them(
    statement: str, missing: list[str]
) -> None:
    text = "Mayor Ada Lind sold eleven old ships in the harbour of Tarn. It rained."
    reading = read(Document.from_text(text))
    lacks = lacking(statement, reading.sentences[:1], reading)
    assert [word for word in ("Weather", "unsettled") if word in lacks] == missing


def test_what_is_put_together_from_two_sentences_lacks_its_neighbours() -> None:
    text = (
        "The old harbour master sold eleven ships to the town. "
        "The young mayor of Veldia praised a second bridge across the river."
    )
    reading = read(Document.from_text(text))
    new = "The young harbour praised eleven bridge ships across the town."
    assert lacking(new, reading.sentences, reading)
    assert lacking("The young mayor praised a second bridge.", reading.sentences, reading) == []


FERRY = (
    "The ferry Solveig, which is 30 years old, ran aground off Tarn on Monday. "
    "Osk may sell the ferry to Corvane. The board wants a new pier. "
    "Lind does not run the pier any more. Banks fell as hopes of lower interest rates faded."
)


@pytest.mark.parametrize(
    ("statement", "numbers"),
    [
        ("The ferry Solveig ran aground off Tarn on Monday.", [0]),
        ("The ferry Solveig ran aground off Tarn on Monday; the board wants a new pier.", [0, 2]),
        ("Osk may sell the ferry to Corvane.", [1]),
        ("Corvane may sell the ferry to Osk.", []),
        ("Osk sells the ferry to Corvane.", []),
        ("The board has a new pier.", []),
        ("Lind does run the pier any more.", []),
        ("Banks fell as hopes of lower interest", []),
        ("Hopes of lower interest rates faded.", []),
        ("The ferry Solveig ran aground because Osk sold the pier.", []),
        ("", []),
    ],
)
def test_a_statement_tells_a_sentence_that_it_shortens(statement: str, numbers: list[int]) -> None:
    assert telling_sentences(statement, read(Document.from_text(FERRY))) == numbers


@pytest.mark.parametrize("number", range(5))
def test_every_sentence_tells_itself(number: int) -> None:
    reading = read(Document.from_text(FERRY))
    assert telling_sentences(reading.sentences[number].of(reading.text), reading) == [number]
