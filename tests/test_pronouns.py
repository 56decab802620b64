from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.names import find_names
from summarizer.pronouns import Pronouns
from summarizer.reading import read
from summarizer.segment import segment


def pronouns_of(text: str) -> tuple[Pronouns, list[str]]:
    segments = segment(Document.from_text(text))
    names = find_names(segments)
    return Pronouns(segments, names), [name.text for name in names.all]


def genders(text: str) -> dict[str, str | None]:
    pronouns, names = pronouns_of(text)
    return {name: pronouns.gender(number) for number, name in enumerate(names)}


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Then Mrs. Lind left the house.", "she"),
        ("His wife Kim Lind left the house.", "she"),
        ("Their father Kim Lind left the house.", "he"),
        ("Frau Lind verließ das Haus.", "she"),
        ("Ada Lind said that she was late.", "she"),
        ("Ada Lind took her hat and her coat.", "she"),
        ("When she left, Ada Lind was tired.", "she"),
        ("He left. Runa Lind was tired.", None),
        ("Runa Lind, who married his brother, left.", None),
        ("Runa Lind, 48, left. He was tired.", "he"),
        ("The spokeswoman Runa Lind left the house.", "she"),
        ("Then Runa Lind left the house.", None),
        ("Then Ada Lind left the house.", "she"),
        ("Then Kim Lind left the house.", None),
        ("Ada Lind left. He said he was tired.", "she"),
        ("Runa Lind and Bo Rund left. He was tired.", None),
        ("Runa Lind left. “He was tired,” they said.", None),
        ("Lind said her ship was late. Lind’s time was her best.", "she"),
        ("Lind said her ship was late. Then they left.", None),
    ],
)
def test_titles_and_the_pronouns_beside_a_lone_name_show_its_gender(
    text: str, gender: str | None
) -> None:
    found = genders(text)
    assert next(value for name, value in found.items() if name.endswith("Lind")) == gender


def test_a_body_is_it() -> None:
    pronouns, names = pronouns_of("The Harbour Board met Ada Lind.")
    board = names.index("Harbour Board")
    assert (pronouns.can_mean("it", board), pronouns.can_mean("she", board)) == (True, False)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Mayor Ada Lind said she was late. Mr. Rund sat there. “We stay,” she said.",
            "Ada Lind",
        ),
        ("The Harbour Board met Ada Lind, the mayor. It said “nobody will stay here”.", "Board"),
        ("Mayor Ada Lind met the Harbour Board. The board laughed. “We stay,” she said.", "Lind"),
    ],
)
def test_a_pronoun_means_whom_it_can_mean(text: str, speaker: str) -> None:
    reading = read(Document.from_text(text))
    number = reading.speeches[0].name
    assert number is not None
    assert reading.names.all[number].text.endswith(speaker)


@pytest.mark.parametrize(
    ("pronoun", "speaker"), [("hij", "Jan Bakker"), ("zij", "Anna Visser"), ("ze", "Anna Visser")]
)
def test_dutch_pronouns_mean_whom_they_can_mean(pronoun: str, speaker: str) -> None:
    text = f"Jan Bakker sprak met wethouder Anna Visser. „We blijven,” zei {pronoun}."
    reading = read(Document.from_text(text))
    number = reading.speeches[0].name
    assert number is not None
    assert reading.names.all[number].text == speaker


def test_dutch_forms_of_address_have_no_capital() -> None:
    text = "In de haven van Tarn sprak meneer Bakker met mevrouw Visser over de boten."
    assert genders(text) == {"Bakker": "he", "Visser": "she", "Tarn": None}


def test_a_spokesperson_is_neither_a_man_nor_a_son() -> None:
    assert genders("The spokesperson Runa Lind left the house.")["Runa Lind"] is None


def test_a_thing_with_a_capital_is_neither_he_nor_she() -> None:
    pronouns, names = pronouns_of("The new Series is there, and Mayor Ada Lind met Bo Rund.")
    series = names.index("Series")
    assert not pronouns.can_mean("she", series)
    assert pronouns.can_mean("it", series)
    assert pronouns.can_mean("she", names.index("Bo Rund"))
    assert not pronouns.surely_means("she", names.index("Bo Rund"), 60)
    assert pronouns.surely_means("it", series, 60)


def test_they_are_the_body_and_sie_the_woman_who_was_named_last() -> None:
    pronouns, names = pronouns_of("Ada Lind met the Harbour Board and then Bo Osk.")
    assert pronouns.nearest("they", 60) == names.index("Harbour Board")
    pronouns, names = pronouns_of("Ada Lind traf Olaf Osk im Hafen.")
    assert pronouns.nearest("sie", 60) == names.index("Ada Lind")
    assert pronouns.nearest("sie", 60, speaker=names.index("Ada Lind")) is None


def test_a_station_is_nobody_whatever_pronouns_stand_beside_it() -> None:
    assert genders("She told BBC Tarn that she was late. She left.")["BBC Tarn"] is None


def test_a_pronoun_means_nobody_who_was_named_long_ago() -> None:
    pronouns, names = pronouns_of("Mrs. Lind left. " + "It rained. " * 120 + "She was gone.")
    assert names
    assert pronouns.nearest("she", 30) is not None
    assert pronouns.nearest("she", 1300) is None


def test_a_place_is_nobody_whatever_pronouns_stand_beside_it() -> None:
    text = "A teacher of Harbour Street School left. She was tired. She slept in Tarn. She woke."
    assert set(genders(text).values()) <= {None, "it"}
