from __future__ import annotations

import pytest
from hypothesis import given, settings
from texts import TEXTS

from summarizer.document import Document
from summarizer.errors import InputError
from summarizer.reading import Reading, read
from summarizer.salience import factual_sentences, salient_names, speaking_names

ARTICLE = (
    "Mayor Ada Lind said on Monday that the town of Tarn must not sell its old harbour to Corvane. "
    "Corvane has offered 40 million crowns for the harbour and for 12 of its boats.\n\n"
    "“We reject the offer, and we will never sell the harbour of Tarn to anybody,” Lind said.\n\n"
    "The Veldish company did not answer. It rained. Is it right to sell a harbour in the rain?"
)


def reading_of(text: str) -> Reading:
    return read(Document.from_text(text))


def named(reading: Reading, numbers: list[int]) -> list[str]:
    return [reading.names.all[number].text for number in numbers]


def test_speakers_come_first_and_nationalities_and_mere_places_are_left_out() -> None:
    reading = reading_of(ARTICLE)
    names = named(reading, salient_names(reading, 9))
    assert names[0] == "Ada Lind"
    assert "Corvane" in names
    assert "Veldish" not in names


def test_no_more_names_than_asked_for() -> None:
    reading = reading_of(ARTICLE)
    assert len(salient_names(reading, 1)) == 1
    assert salient_names(reading, 0) == []


def test_the_speaking_names_are_those_that_the_text_gives_a_speech_to() -> None:
    reading = reading_of(ARTICLE)
    assert named(reading, speaking_names(reading)) == ["Ada Lind"]


def test_a_question_and_a_remark_are_no_facts_to_start_with() -> None:
    reading = reading_of(ARTICLE)
    best = factual_sentences(reading, 2)
    assert [reading.sentences[n].of(ARTICLE).split()[0] for n in best] == ["Mayor", "Corvane"]
    every = {reading.sentences[n].of(ARTICLE) for n in factual_sentences(reading, 99)}
    assert not any(sentence.endswith("?") or sentence == "It rained." for sentence in every)


@pytest.mark.parametrize("most", [0, 1, 3])
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_what_is_proposed_exists_is_in_order_and_is_no_more_than_asked_for(
    most: int, text: str
) -> None:
    try:
        reading = reading_of(text)
    except InputError:
        return
    facts = factual_sentences(reading, most)
    assert facts == sorted(set(facts))
    assert all(number in range(len(reading.sentences)) for number in facts)
    assert all(number in range(len(reading.names.all)) for number in salient_names(reading, most))
    assert max(len(facts), len(salient_names(reading, most))) <= most
