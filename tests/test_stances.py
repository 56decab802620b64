from __future__ import annotations

import pytest
from hypothesis import given, settings
from texts import TEXTS

from summarizer.document import Document
from summarizer.errors import InputError
from summarizer.reading import Reading, read
from summarizer.stances import Stance, find_stands


def reading_of(text: str) -> Reading:
    return read(Document.from_text(text))


def told(text: str) -> list[tuple[str, str, str]]:
    """The holder, the stance and the issue of each firm stand."""
    reading = reading_of(text)
    return [
        (reading.names.all[stand.holder].text, SHORT[stand.stance], stand.issue.of(text))
        for stand in find_stands(reading)
        if stand.is_firm
    ]


SHORT: dict[Stance, str] = {
    "supports": "for",
    "opposes": "against",
    "mixed": "mixed",
    "unclear": "unclear",
}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Ada Lind wants the harbour closed by May.", ("for", "the harbour closed by May")),
        ("Ada Lind is opposed to closing the harbour.", ("against", "closing the harbour")),
        ("Ada Lind is against closing the harbour.", ("against", "closing the harbour")),
        ("Ada Lind slams the plan.", ("against", "the plan")),
        ("Ada Lind voiced her opposition to the plan.", ("against", "the plan")),
        ("Ada Lind has long been a critic of the plan.", ("against", "the plan")),
        ("Ada Lind threw her weight behind the plan.", ("for", "the plan")),
        ("Ada Lind wants to see the harbour closed.", ("for", "the harbour closed")),
        ("Ada Lind says it is vital that the ferry sails.", ("for", "the ferry sails")),
        ("“It is vital that the ferry sails,” Ada Lind said.", ("for", "the ferry sails")),
        ("Ada Lind does not support the plan.", ("against", "the plan")),
        ("Ada Lind would not support the plan.", ("against", "the plan")),
        ("It did not help, and Ada Lind wants the plan.", ("for", "the plan")),
        ("Bo Rund said that Ada Lind backs it, and she wants the plan.", ("for", "the plan")),
        ("Ada Lind thinks the man should have stayed.", ("for", "the man should have stayed")),
        ("“We urge you to sell the harbour,” Ada Lind said.", ("for", "sell the harbour")),
        ("Ada Lind rejected on Monday the plan of the town.", ("against", "the plan of the town")),
        ("“I cannot see why we should sell it now,” Ada Lind said.", ("against", "sell it now")),
        ("Ada Lind reaffirmed her support for the plan.", ("for", "the plan")),
        ("Ada Lind reiterated her opposition to the plan.", ("against", "the plan")),
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
        ("Ada Lind says she will close the harbour.", ("for", "close the harbour")),
        ("Ada Lind is determined to keep the harbour.", ("for", "keep the harbour")),
        ("Ada Lind chose not to sign the letter.", ("against", "sign the letter")),
        ("Ada Lind voiced support for the plan.", ("for", "the plan")),
        ("Ada Lind remains committed to the plan.", ("for", "the plan")),
        ("Ada Lind complained that the plan was late.", ("against", "the plan was late")),
        ("Ada Lind described the new plan as “a huge win”.", ("for", "the new plan")),
        ("Ada Lind claimed responsibility for the fire.", ("for", "the fire")),
        ("Ada Lind railed against the plan.", ("against", "the plan")),
        ("They know of Ada Lind’s support for the plan.", ("for", "the plan")),
        ("Ada Lind spoke of her opposition to the plan.", ("against", "the plan")),
        ("Ada Lind’s commitment to the plan was a surprise.", ("for", "the plan")),
        (
            "“It is late, and we must close the harbour,” Ada Lind said.",
            ("for", "close the harbour"),
        ),
        ("“Obviously we need to sell it in May,” Ada Lind said.", ("for", "sell it in May")),
        ("Ada Lind voiced concern about the plan.", ("against", "the plan")),
        ("Ada Lind would endorse nobody’s plan in May.", ("against", "plan in May")),
        ("“I will not sign the letter,” Ada Lind said.", ("against", "sign the letter")),
        (
            "“My honest recommendation is that the harbour close,” Ada Lind said.",
            ("for", "the harbour close"),
        ),
        ("Ada Lind called for “an end to the strike”.", ("for", "an end to the strike")),
        ("Ada Lind rejected the late plan and said nobody knew.", ("against", "the late plan")),
        (
            "Ada Lind said on Monday that the harbour should be sold.",
            ("for", "the harbour should be sold"),
        ),
        ("Ada Lind believes nobody should sell it in May.", ("against", "sell it in May")),
        ("Ada Lind warned the jurors not to read the papers.", ("against", "read the papers")),
        ("Ada Lind urged the town not to sell the harbour.", ("against", "sell the harbour")),
        ("“All we want is the new harbour,” Ada Lind said.", ("for", "the new harbour")),
        ('Ada Lind said: "I would like to run in Tarn."', ("for", "run in Tarn")),
        (
            "Ada Lind takes no view on the sale of the harbour.",
            ("unclear", "the sale of the harbour"),
        ),
        (
            "Ada Lind unterstützt den Verkauf des Hafens nicht.",
            ("against", "den Verkauf des Hafens"),
        ),
        (
            "Im Mai lehnte Ada Lind den Verkauf des Hafens ab.",
            ("against", "den Verkauf des Hafens"),
        ),
        (
            "Ada Lind hat gegen den Verkauf des Hafens gestimmt.",
            ("against", "den Verkauf des Hafens"),
        ),
        (
            "Ada Lind sagte im Mai, dass der Hafen verkauft werden müsse.",
            ("for", "der Hafen verkauft werden müsse"),
        ),
        ("Wethouder Ada Lind pleit voor de verkoop.", ("for", "de verkoop")),
        ("Burgemeester Ada Lind wil dat de haven open blijft.", ("for", "de haven open blijft")),
        ("Ada Lind hekelt de plannen van de gemeente.", ("against", "plannen van de gemeente")),
        ("Ada Lind steunt het plan van de gemeente niet.", ("against", "het plan van de gemeente")),
        (
            "De raad van de stad besloot dat de haven open blijft (voor: Ada Lind).",
            ("for", "de haven open blijft"),
        ),
        ("Ada Lind exigió la venta y calificó el plan de tardío.", ("for", "la venta")),
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
        "“I will never tell which of the plans it was,” Ada Lind said.",
        "Enter Ada Lind as supporting the plan of the board.",
        "Ada Lind came with the critical support from the whole board.",
        "Ada Lind came after the dockers demanded a new harbour.",
        "Ada Lind was there, and the dockers want a new harbour.",
        "Ada Lind backed away from the plan of the board.",
        "Ada Lind was there. They want a new harbour now.",
        "Ada Lind spielt im Mai gegen den Meister.",
        "Ada Lind says it would bring 900 jobs.",
        "Ada Lind and Eva Rund were there. She wants the plan to pass.",
        "The plan was backed by 42 percent of the board, while Ada Lind laughed.",
        "“I mean, Bo Rund essentially wants more of the same,” Ada Lind said.",
        "“He said, ‘We want to work with you,’ and left,” Ada Lind recalled.",
        "“I dress well, if it rains in Tarn, I won’t go outside,” Ada Lind said.",
        "“They are something that we support and will protect,” Ada Lind said.",
        "Ada Lind agreed that there is a plan.",
        "Ada Lind said that the ship had sailed as it should.",
        "Ada Lind zeigte im Mai den Hafen, der verkauft werden soll, in Tarn.",
        "If it rains, Ada Lind needs to sell the harbour.",
        "Ada Lind must sell the harbour.",
        "Ada Lind asked whether the harbour should be sold.",
        "Bo Rund said that Ada Lind should sell the harbour.",
        "Ada Lind said she will know when the harbour is sold.",
        "Ada Lind said no group of people has claimed responsibility for the fire.",
        "“It is what he’s proposed,” Ada Lind said of the plan.",
        "“We should have sold the harbour in May,” Ada Lind said.",
        "“These are the things we need to sell in May,” Ada Lind said.",
        "The mayor spoke of opposition to the plan, said Ada Lind.",
        "Ada Lind said she should have come to Tarn.",
        "Ada Lind came. I want the harbour closed, and we are against the plan.",
        "“I met people who think that we should sell it,” Ada Lind said.",
        "“Bo Rund told the board that it must sell it,” Ada Lind said.",
        "“Ada Lind is right to ask about the harbour,” Bo Rund said.",
        "“I will not pretend that it is dry,” Ada Lind said.",
        "“I intend to give that for as long as I can,” Ada Lind said.",
        "Ada Lind would not rule anything in or out on Monday.",
    ],
)
def test_other_words_are_no_stand_of_hers(text: str) -> None:
    assert "Ada Lind" not in {holder for holder, _, _ in told(text)}


def test_whom_one_is_against_is_not_who_is_against_it() -> None:
    assert told("Hunderte gingen in Tarn auf die Straße, um gegen die TPV zu demonstrieren.") == []


def test_who_seconds_a_motion_is_for_it_too() -> None:
    text = "It was proposed by Ada Lind, and seconded by Bo Rund, that the harbour be sold."
    assert told(text) == [
        ("Ada Lind", "for", "the harbour be sold"),
        ("Bo Rund", "for", "the harbour be sold"),
    ]


def test_in_french_a_town_behind_an_elided_de_wants_nothing() -> None:
    assert told("Les gardiens du port d’Armelle ont demandé la grève, et ils sont là.") == []


def test_who_votes_for_an_amendment_is_for_what_was_moved() -> None:
    text = (
        "Ada Lind moved as an amendment that the ferry be sold. "
        "The amendment was lost, 1-2 (for: Eva Osk; against: Bo Rund)."
    )
    assert ("Eva Osk", "for", "the ferry be sold") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind ſupports the plan for the harbour.",
        "The sale that Tarn wanted was lost (for: Bo Rund; abſtaining: Ada Lind).",
        "It was agreed that the harbour be sold (abſtaining: Ada Lind).",
    ],
)
def test_letters_that_match_without_being_in_a_table_take_no_stand(text: str) -> None:
    assert "Ada Lind" not in {holder for holder, _, _ in told(text)}


def test_what_is_demanded_further_is_a_stand_too() -> None:
    text = "Ada Lind demanded that the ferry sail by Monday and that the town pay for it."
    assert [(stance, issue) for _, stance, issue in told(text)] == [
        ("for", "the ferry sail by Monday"),
        ("for", "the town pay for it"),
    ]


def test_what_is_resolved_is_what_the_body_wants_whose_minutes_they_are() -> None:
    text = "Minutes of the Tarn Harbour Board. RESOLVED, 2-1, that the ferry be sold in May."
    assert told(text) == [("Tarn Harbour Board", "for", "the ferry be sold in May")]


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        (
            "Ada Lind wants the harbour closed, and she wants Osk to go.",
            ["the harbour closed", "Osk to go"],
        ),
        (
            "Ada Lind welcomed the plan but called for the ferry to stay.",
            ["the plan", "the ferry to stay"],
        ),
        (
            "ADA LIND: We reject the plan and call on the town to stay.\nBO: Oh.\nADA LIND: Yes.",
            ["the plan", "the town to stay"],
        ),
    ],
)
def test_two_stands_of_one_sentence_are_two(text: str, issues: list[str]) -> None:
    assert [issue for _, _, issue in told(text)] == issues


def test_who_does_not_believe_that_somebody_should_is_against_it() -> None:
    text = (
        "ADA LIND: I do not believe that a town with few boats should pay for the dam.\n\nBO: Oh."
    )
    reading = reading_of(f"{text}\n\nADA LIND: So.")
    assert [stand.stance for stand in find_stands(reading)] == ["opposes"]


def test_what_points_back_at_an_issue_is_none_of_its_own() -> None:
    text = "Ada Lind does not like wars and she wants them to end."
    assert told(text) == [("Ada Lind", "against", "wars")]


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Bo Rund is against it.", "against"),
        ("Bo Rund disagreed.", "against"),
        ("Bo Rund, who voted against, said that it was late.", "against"),
        ("Bo Rund abstained.", "unclear"),
        ("It rained in May. Bo Rund recommended the latter.", "for"),
    ],
)
def test_an_answer_takes_the_issue_of_the_stand_before_it(answer: str, stance: str) -> None:
    text = f"Ada Lind wants the harbour closed. {answer}"
    assert told(text)[1:] == [("Bo Rund", stance, "the harbour closed")]


def test_who_agrees_takes_the_side_of_the_one_before() -> None:
    text = "Ada Lind opposes the sale of the harbour. Bo Rund agreed. Piet Osk disagreed."
    assert [stance for _, stance, _ in told(text)] == ["against", "against", "for"]


def test_an_answer_to_nothing_that_was_told_is_none() -> None:
    assert told(
        "Ada Lind wants the harbour closed. " + "It rained. " * 5 + "Bo Rund is against it."
    ) == [("Ada Lind", "for", "the harbour closed")]


def test_both_are_the_two_who_were_named_last() -> None:
    text = "Ada Lind met Bo Rund, 48, there. Both oppose the sale of the harbour."
    assert told(text) == [
        ("Bo Rund", "against", "the sale of the harbour"),
        ("Ada Lind", "against", "the sale of the harbour"),
    ]


def test_a_recorded_vote_is_a_stand_of_everybody_who_is_named() -> None:
    text = (
        "The sale was put to the vote. RESOLVED, 3-2, Ada Lind abstaining, that the harbour be "
        "sold to Corvane (for: Bo Rund and Piet Osk; against: Eva Tarn)."
    )
    issue = "the harbour be sold to Corvane"
    assert sorted(told(text)) == [
        ("Ada Lind", "unclear", issue),
        ("Bo Rund", "for", issue),
        ("Eva Tarn", "against", issue),
        ("Piet Osk", "for", issue),
    ]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Ada Lind called the new plan reckless.", ("against", "the new plan")),
        ("Ada Lind called the new plan “a step forward”.", ("for", "the new plan")),
        ("Ada Lind, who calls such an order unlawful, left.", ("against", "such an order")),
        ("Ada Lind described the new plan as not wrong.", ("for", "the new plan")),
        (
            "“The sale of the harbour is a disgrace,” Ada Lind said.",
            ("against", "The sale of the harbour"),
        ),
        ("Ada Lind nannte den neuen Plan einen Fehler und ging.", None),
        ("Ada Lind bezeichnete den Plan als verantwortungslos.", ("against", "den Plan")),
        ("Ada Lind calificó el anuncio de «irresponsable».", ("against", "el anuncio")),
        ("Ada Lind called him reckless and left the room.", None),
        ("“It is a disgrace that we are here,” Ada Lind said.", None),
        ("The new plan is a disgrace for Ada Lind.", None),
    ],
)
def test_who_judges_a_thing_is_for_or_against_it(text: str, stand: tuple[str, str] | None) -> None:
    assert told(text) == ([("Ada Lind", *stand)] if stand else [])


def test_one_stand_in_other_words_is_one() -> None:
    text = (
        "Ada Lind wants to keep engaging the dockers. It rained in May. "
        "“Our strategy is to keep engaging all the dockers,” Ada Lind said."
    )
    assert len(told(text)) == 1
    (stand,) = find_stands(reading_of(text))
    assert len(stand.again) == 1


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
        assert stand.issue.start < stand.issue.end <= sentence.end
        assert stand.holder in range(len(reading.names.all))
