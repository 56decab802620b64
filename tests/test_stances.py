from __future__ import annotations

import pytest
from hypothesis import given, settings
from texts import TEXTS

from summarizer.document import Document
from summarizer.errors import InputError
from summarizer.reading import Reading, read
from summarizer.stances import Stand, find_stands


def reading_of(text: str) -> Reading:
    return read(Document.from_text(text))


def told(text: str) -> list[tuple[str, str, str]]:
    """The holder, the stance and the issue of each firm stand."""
    reading = reading_of(text)
    return [
        (reading.names.all[stand.holder].text, _stance(stand), stand.issue.of(text))
        for stand in find_stands(reading)
        if stand.is_firm
    ]


def _stance(stand: Stand) -> str:
    return "mixed" if stand.is_mixed else "for" if stand.supports else "against"


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Ada Lind wants the harbour closed by May.", ("for", "the harbour closed by May")),
        ("Ada Lind is against closing the harbour.", ("against", "closing the harbour")),
        ("Ada Lind does not support the plan.", ("against", "the plan")),
        ("Ada Lind would not support the plan.", ("against", "the plan")),
        ("It did not help, and Ada Lind wants the plan.", ("for", "the plan")),
        ("Bo Rund said that Ada Lind backs it, and she wants the plan.", ("for", "the plan")),
        ("Ada Lind refused to oppose the plan.", ("for", "the plan")),
        ("Ada Lind urged the board to drop the plan.", ("against", "the plan")),
        ("Ada Lind demanded on Monday that the harbour close.", ("for", "the harbour close")),
        ("Ada Lind backs the plan, provided that nobody leaves.", ("mixed", "the plan")),
        ("Ada Lind rejected the plan, which she called late.", ("against", "the plan")),
        ("The plan of the town was rejected by Ada Lind.", ("against", "The plan of the town")),
        (
            "It was proposed by Ada Lind that the harbour be sold.",
            ("for", "the harbour be sold"),
        ),
        ("“We oppose the new plan,” Ada Lind said.", ("against", "the new plan")),
        ("“The plan must not pass in May,” Ada Lind said.", ("against", "pass in May")),
        ("Mrs. Ada Lind was there. She wants the harbour to stay.", ("for", "the harbour to stay")),
        (
            "Die Ministerin Ada Lind lehnt den Verkauf des Hafens ab.",
            ("against", "den Verkauf des Hafens"),
        ),
    ],
)
def test_a_stand_is_read_from_its_words(text: str, stand: tuple[str, str]) -> None:
    assert told(text) == [("Ada Lind", *stand)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind wants to begin with the weather of today.",
        "Ada Lind declined to comment on the plan.",
        "Ada Lind went there with the support of the board.",
        "The plan was rejected on Monday in Tarn.",
        "If Ada Lind supports the plan, it will pass.",
        "Does Ada Lind support the plan?",
        "“They want to close the harbour,” Ada Lind said.",
        "Ada Lind counted the many who opposed the plan and those who backed the plan.",
        "Nobody in Tarn wants the plan to pass.",
        "Ada Lind and Bo Rund were there. She wants the plan to pass.",
    ],
)
def test_other_words_are_no_stand_of_hers(text: str) -> None:
    assert "Ada Lind" not in {holder for holder, _, _ in told(text)}


def test_two_stands_of_one_sentence_are_two() -> None:
    text = "Ada Lind wants the harbour closed, and she wants Osk to go."
    assert [issue for _, _, issue in told(text)] == ["the harbour closed", "Osk to go"]


def test_what_points_back_at_an_issue_is_none_of_its_own() -> None:
    text = "Ada Lind does not like wars and she wants them to end."
    assert told(text) == [("Ada Lind", "against", "wars")]


def test_a_holder_has_no_more_stands_than_asked_for() -> None:
    words = "“We reject the offer of the company, and we oppose the sale,” Ada Lind said. "
    reading = reading_of(words * 3)
    assert [len(find_stands(reading, per_holder=n)) for n in (1, 2)] == [1, 2]
    assert find_stands(reading, most=0) == []


@pytest.mark.parametrize("most", [0, 1, 3])
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_stands_are_in_order_within_their_sentences_and_no_more_than_asked_for(
    most: int, text: str
) -> None:
    try:
        reading = reading_of(text)
    except InputError:
        return
    stands = find_stands(reading, most=most)
    assert len(stands) <= most
    assert [stand.word for stand in stands] == sorted(stand.word for stand in stands)
    for stand in stands:
        sentence = reading.sentences[stand.sentence]
        assert sentence.start <= stand.word.start < stand.word.end <= sentence.end
        assert sentence.start <= stand.issue.start < stand.issue.end <= sentence.end
        assert stand.holder in range(len(reading.names.all))
