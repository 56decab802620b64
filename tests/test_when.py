from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.languages import LANGUAGES, UNKNOWN, language_of
from summarizer.when import resolve_day

FRIDAY = date(2025, 7, 11)


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "They met on Thursday.", date(2025, 7, 10)),
        ("en", "They met on Friday.", FRIDAY),
        ("en", "They met last Friday.", date(2025, 7, 4)),
        ("en", "They meet next Friday.", date(2025, 7, 18)),
        ("en", "They meet next Monday.", date(2025, 7, 14)),
        ("en", "They met yesterday.", date(2025, 7, 10)),
        ("en", "They meet tomorrow.", date(2025, 7, 12)),
        ("en", "They meet TODAY.", FRIDAY),
        ("en", "On July 3, they met.", date(2025, 7, 3)),
        ("en", "On July 3rd they met.", date(2025, 7, 3)),
        ("en", "On 3 July they met.", date(2025, 7, 3)),
        ("en", "On the 3rd of July they met.", date(2025, 7, 3)),
        ("en", "On December 30 they met.", date(2025, 12, 30)),
        ("en", "On February 2 they met.", date(2025, 2, 2)),
        ("en", "On March 5, 2019, they met.", date(2019, 3, 5)),
        ("en", "On 2019-03-05 they met.", date(2019, 3, 5)),
        ("en", "In May, they met on Thursday.", date(2025, 7, 10)),
        ("en", "On Thursday, July 3, they met.", date(2025, 7, 3)),
        ("en", "On Thursday the 3rd of July they met.", date(2025, 7, 3)),
        ("en", "On Thursday, in July, they met.", date(2025, 7, 10)),
        ("en", "On February 30 they met.", None),
        ("en", "On 2019-13-45 they met.", None),
        ("en", "In July 2025 they met.", None),
        ("en", "They met.", None),
        ("de", "Sie trafen sich am Donnerstag.", date(2025, 7, 10)),
        ("de", "Sie treffen sich am nächsten Montag.", date(2025, 7, 14)),
        ("de", "Am 3. Juli trafen sie sich.", date(2025, 7, 3)),
        ("de", "Am Donnerstag, den 3. Juli, trafen sie sich.", date(2025, 7, 3)),
        ("de", "Vorgestern trafen sie sich.", date(2025, 7, 9)),
        ("nl", "Ze ontmoetten elkaar op donderdag.", date(2025, 7, 10)),
        ("nl", "Ze zien elkaar volgende maandag.", date(2025, 7, 14)),
        ("fr", "Ils se sont vus jeudi.", date(2025, 7, 10)),
        ("fr", "Le 1er juillet, ils se sont vus.", date(2025, 7, 1)),
        ("fr", "Ils se voient lundi prochain.", date(2025, 7, 14)),
        ("es", "Se vieron el jueves.", date(2025, 7, 10)),
        ("es", "Se vieron el 3 de julio de 2024.", date(2024, 7, 3)),
        ("xx", "They met on Thursday.", None),
        ("en", "On Wednesday, Aug. 5, they met.", date(2025, 8, 5)),
        ("en", "On Aug. 5 they met.", date(2025, 8, 5)),
        ("en", "On Aug. 5, 2019, they met.", date(2019, 8, 5)),
        ("en", "On 5 Aug they met.", date(2025, 8, 5)),
        ("en", "They met on Sept. 5.", date(2025, 9, 5)),
        ("en", "They met in Aug. and left.", None),
        ("de", "Am 5. Aug. trafen sie sich.", date(2025, 8, 5)),
        ("fr", "Le 5 févr. 2025, ils se sont vus.", date(2025, 2, 5)),
        ("es", "Se vieron el 5 ago. de 2024.", date(2024, 8, 5)),
        ("nl", "Ze zagen elkaar op 5 mrt. 2025.", date(2025, 3, 5)),
        ("de", "Am Morgen trafen sie sich.", None),
        ("de", "Am Morgen des Donnerstags, am Donnerstag, trafen sie sich.", date(2025, 7, 10)),
        ("de", "Morgen treffen sie sich.", date(2025, 7, 12)),
        ("de", "Sie treffen sich morgen.", date(2025, 7, 12)),
        ("de", "Sie treffen sich übermorgen.", date(2025, 7, 13)),
        ("fr", "Ils se voient après-demain.", date(2025, 7, 13)),
        ("fr", "Ils se sont vus avant-hier.", date(2025, 7, 9)),
        ("es", "Se vieron por la mañana.", None),
        ("es", "Esta mañana se vieron.", FRIDAY),
        ("es", "Se vieron ayer por la mañana.", date(2025, 7, 10)),
        ("es", "Se ven mañana.", date(2025, 7, 12)),
        ("es", "Se ven pasado mañana.", date(2025, 7, 13)),
        ("nl", "In de morgen zagen ze elkaar.", None),
        ("nl", "Ze zien elkaar morgen.", date(2025, 7, 12)),
    ],
)
def test_an_expression_of_time_names_a_day(code: str, text: str, day: date | None) -> None:
    assert resolve_day(text, FRIDAY, language_of(code)) == day


def test_a_day_near_the_turn_of_the_year_is_the_nearest_one() -> None:
    english = language_of("en")
    assert resolve_day("on December 30", date(2025, 1, 4), english) == date(2024, 12, 30)
    assert resolve_day("on January 2", date(2024, 12, 30), english) == date(2025, 1, 2)


def test_without_a_date_of_the_document_only_a_full_date_is_a_day() -> None:
    english = language_of("en")
    assert resolve_day("On Thursday, July 3, they met.", None, english) is None
    assert resolve_day("On July 3, 2025, they met.", None, english) == date(2025, 7, 3)


@pytest.mark.parametrize(
    ("given_day", "text"),
    [(date.max, "tomorrow"), (date.max, "next Monday"), (date.min, "yesterday")],
)
def test_a_day_outside_the_calendar_is_none(given_day: date, text: str) -> None:
    assert resolve_day(text, given_day, language_of("en")) is None


@pytest.mark.parametrize("text", ["on FRİDAY", "yeſterday", "on 3 AUGUſT"])
def test_letters_that_match_without_being_lower_case_do_no_harm(text: str) -> None:
    assert resolve_day(text, FRIDAY, language_of("en"))


_WORDS = [
    word
    for language in LANGUAGES.values()
    for word in (*language.weekdays, *language.months, *language.last_words, *language.next_words)
] + [
    word
    for language in LANGUAGES.values()
    for word in (
        *(name for name, _ in language.month_numbers),
        *(name for name, _ in language.relative_days),
        *language.no_days,
    )
]


@given(
    st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=4), st.integers(0, 9999))),
    st.dates(),
    st.sampled_from([*LANGUAGES.values(), UNKNOWN]),
)
def test_any_text_names_a_day_or_none(words: list[object], day: date, language: object) -> None:
    found = resolve_day(" ".join(map(str, words)), day, language)  # type: ignore[arg-type]
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("text", "code", "day"),
    [
        ("The vote will be held on Thursday.", "en", 17),
        ("On Thursday, the court will rule.", "en", 17),
        ("On Thursday they are to meet the mayor.", "en", 17),
        ("They have until Thursday to answer.", "en", 17),
        ("He said on Thursday that he will leave.", "en", 10),
        ("On Thursday he said that he will leave.", "en", 10),
        ("They will say what they did last Thursday.", "en", 10),
        ("The vote was held on Thursday. It will be counted.", "en", 10),
        ("Der Rat soll am Donnerstag entscheiden.", "de", 17),
        ("Er sagte am Donnerstag, dass er gehen wird.", "de", 10),
        ("Les bateaux restent au port à partir de jeudi.", "fr", 17),
        ("Los barcos no salen hasta el jueves.", "es", 17),
    ],
)
def test_a_weekday_is_to_come_where_its_clause_tells_what_will_be(
    text: str, code: str, day: int
) -> None:
    assert resolve_day(text, FRIDAY, language_of(code)) == date(2025, 7, day)
