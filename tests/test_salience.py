from __future__ import annotations

import pytest
from hypothesis import given, settings
from texts import TEXTS

from summarizer.document import Document
from summarizer.errors import InputError
from summarizer.reading import Reading, read
from summarizer.salience import (
    acts,
    factual_sentences,
    highlights,
    is_factual,
    salient_names,
    speaking_names,
    voiced_names,
)

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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It has built a Sun Station.", "Sun Station"),
        ("The comedy Corvane has begun.", "Corvane"),
        ("The Brine board rose, as brine has a use.", "Brine"),
        ("The Linds have a boat.", "Linds"),
        ("The Cold War was over.", "Cold War"),
    ],
)
def test_works_families_and_plain_words_take_no_part(text: str, name: str) -> None:
    reading = reading_of(f"Ada Lind came, and Bo Rund left. {text}")
    assert name in {each.text for each in reading.names.all}
    assert named(reading, salient_names(reading, 9)) == ["Ada Lind", "Bo Rund"]


def test_speakers_come_first_and_nationalities_and_mere_places_are_left_out() -> None:
    reading = reading_of(ARTICLE)
    names = named(reading, salient_names(reading, 9))
    assert names[0] == "Ada Lind"
    assert "Corvane" in names
    assert "Veldish" not in names


def test_german_nouns_that_meet_by_chance_are_no_names() -> None:
    text = (
        "Er hatte sich über die Zukunft der Frauen Gedanken gemacht, sagte Ada Lind. "
        "Die Stadt Tarn und die Drogerie-Kette Lindner waren mit der FDP Tarn in der Stadt."
    )
    reading = read(Document.from_text(text))
    names = named(reading, salient_names(reading, 9))
    assert "Frauen Gedanken" not in names
    assert {"Stadt Tarn", "Drogerie-Kette Lindner", "FDP Tarn"} <= set(names)


def test_a_german_law_is_nobody() -> None:
    text = (
        "Das Amt Tarn und die Baufirma Corvane lobten das Hafen- und Fischereigesetz sehr. "
        "Das Amt Tarn sprach, Corvane schwieg, Erna Lind sang, Olaf Rund lachte, Ida Osk ging."
    )
    reading = reading_of(text)
    names = named(reading, salient_names(reading, 20))
    assert "Erna Lind" in names
    assert not any("gesetz" in name for name in names)


def test_whose_words_a_speaker_quotes_is_proposed_before_who_is_only_named() -> None:
    text = (
        "“Bo Rund told me, ‘The harbour is ours,’” said Ada Lind. They met Ida Osk. Then Osk left, "
        "and Osk sang. They met Hal Bly, and Bly slept, and Bly woke up in the harbour of Tarn."
    )
    assert named(reading_of(text), salient_names(reading_of(text), 2)) == ["Ada Lind", "Bo Rund"]


def test_who_takes_a_stand_is_proposed_though_named_once() -> None:
    text = (
        "Lind met Lind, and Osk met Osk, and Rund met Rund. Bly met Bly, and Hasker met Hasker. "
        "On Monday Corvane opposed the sale of the harbour. Then they met Tamsin there."
    )
    names = named(reading_of(text), salient_names(reading_of(text), 20))
    assert "Corvane" in names
    assert "Tamsin" not in names


def test_no_more_names_than_asked_for() -> None:
    reading = reading_of(ARTICLE)
    assert len(salient_names(reading, 1)) == 1
    assert salient_names(reading, 0) == []


def test_the_speaking_names_are_those_that_the_text_gives_a_speech_to() -> None:
    reading = reading_of(ARTICLE)
    assert named(reading, speaking_names(reading)) == ["Ada Lind"]


def test_a_voiced_name_says_something_or_takes_a_stand() -> None:
    text = "Ada Lind said so of Corvane. Corvane wants the harbour. It rained in Tarn for a day."
    reading = reading_of(text)
    assert named(reading, sorted(voiced_names(reading))) == ["Ada Lind", "Corvane"]


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("It was late when Corvane rose by a point.", True),
        ("They heard of Corvane’s boats there.", True),
        ("It was sold to Corvane, which left.", True),
        ("They were sold by Corvane to the town.", True),
        ("There were talks between Tarn and Corvane there.", True),
        ("They were all in Corvane when it rained.", False),
        ("They spoke of things, including Corvane, there.", False),
        ("All the boats in Corvane were sold there.", False),
    ],
)
def test_a_name_acts_where_it_does_or_owns_something(text: str, *, does: bool) -> None:
    reading = reading_of(text)
    number = reading.names.called("Corvane")
    assert number is not None
    assert acts(number, reading) == does


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Im Mai will Island den Walfang wieder erlauben, und das ist nicht neu.", True),
        ("Island hat das auch gesagt, und es ist nicht neu.", True),
        ("Es ist nicht neu, dass die Schiffe an Island vorbei fahren.", False),
    ],
)
def test_a_country_acts_beside_a_verb_such_as_will(text: str, *, does: bool) -> None:
    reading = reading_of(text)
    number = reading.names.called("Island")
    assert number is not None
    assert acts(number, reading) == does


def test_a_question_and_a_remark_are_no_facts_to_start_with() -> None:
    reading = reading_of(ARTICLE)
    best = factual_sentences(reading, 2)
    assert [reading.sentences[n].of(ARTICLE).split()[0] for n in best] == ["Mayor", "Corvane"]
    every = {reading.sentences[n].of(ARTICLE) for n in factual_sentences(reading, 99)}
    assert not any(sentence.endswith("?") or sentence == "It rained." for sentence in every)


@pytest.mark.parametrize(
    "head", ["About Corvane: ", "About Corvane\n", "Media contact: ", "More on this: "]
)
def test_who_sent_a_press_release_is_none_of_its_facts(head: str) -> None:
    text = f"{ARTICLE}\n\n{head}Corvane has made boats since 1998 and employs 640 people in Tarn."
    reading = reading_of(text)
    chosen = [reading.sentences[n].of(text) for n in factual_sentences(reading, 99)]
    assert not any("640" in sentence for sentence in chosen)
    assert any("40 million" in sentence for sentence in chosen)


def test_a_sentence_about_somebody_is_no_press_contact() -> None:
    text = "About Corvane’s 12 boats the town of Tarn said nothing for 14 days in May."
    assert factual_sentences(reading_of(text), 9) == [0]


def test_what_somebody_vouches_for_comes_before_what_nobody_does() -> None:
    text = (
        "It rained on the town for many hours. The old ships lay in the harbour for years. "
        "Ada Lind said the harbour was full of old ships. The streets were empty for hours."
    )
    reading = reading_of(text)
    assert factual_sentences(reading, 1) == [2]


def test_what_somebody_denies_or_admits_comes_before_what_is_merely_said() -> None:
    text = (
        "Ada Lind said the harbour was full of old ships. Bo Rund denied that the ships are old. "
        "Ada Lind said the harbour was full of new ships."
    )
    assert factual_sentences(reading_of(text), 1) == [1]


def test_of_a_transcript_neither_questions_nor_greetings_are_facts_to_start_with() -> None:
    text = (
        "Q: Ada Lind of the Tarn Courier, how many of the 12 ships were sold in March?\n\n"
        "MAYOR BO RUND: Good morning to you all, and thank you for coming.\n\n"
        "Q: The union of the Tarn ferries says that 3 of them were.\n\n"
        "MAYOR BO RUND: We sold 7 of the ships in March.\n"
    )
    reading = reading_of(text)
    best = factual_sentences(reading, 1)
    assert [reading.sentences[number].of(text)[-35:] for number in best] == [
        "D: We sold 7 of the ships in March."
    ]


def test_what_a_speaker_announces_is_quoted() -> None:
    talk = (
        "ADA LIND: I met the men of the harbour. They were tired. It was a long day for them.\n\n"
    )
    turns = "".join(
        f"BO RUND: We saw {n} ships and {n} men in Tarn that day.\n\n" for n in range(12)
    )
    plain, demand = "No ship without a crew of its own.", "So here is what we are asking for. "
    for lead, is_quoted in (("", False), (demand, True)):
        reading = reading_of(f"{talk}{turns}ADA LIND: {lead}{plain}\n")
        found = [span.of(reading.text) for _, span in highlights(reading)]
        assert any(plain in each for each in found) is is_quoted


def test_a_name_of_several_words_is_proposed_though_it_occurs_once() -> None:
    text = (
        "Corvane sold Corvane ships to Corvane men. Osk is Osk, and Rund met Osk and Rund there. "
        "Lind met Lind, and Tarn met Tarn, and Bly met Bly. Then the Brenner Yards closed. "
        "They walked along Mill Street, read “A Night Full of Rain” and met Hasker."
    )
    reading = reading_of(text)
    names = named(reading, salient_names(reading, 20))
    assert "Brenner Yards" in names
    assert not {"Mill Street", "Night Full of Rain", "Hasker"} & set(names)


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


@pytest.mark.parametrize(("verb", "does"), [("exportiert", True), ("selbst", False)])
def test_a_country_that_leads_its_verb_acts(verb: str, *, does: bool) -> None:
    reading = reading_of(f"Italien {verb} Schiffe. Das sagte die Bürgermeisterin Ada Lind nicht.")
    assert acts(named(reading, [0]).index("Italien"), reading) is does


def test_a_headline_is_no_fact() -> None:
    lead = "Mayor Ada Lind has sold 18 ships of the harbour to Corvane in Oslo on Monday."
    reading = reading_of(f"Mayor of Tarn sells 18 ships of the harbour\n\n{lead}\n\nIt rained.")
    assert [is_factual(reading, number) for number in (0, 1)] == [False, True]
