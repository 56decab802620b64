"""What is true of the tables of every language."""

from __future__ import annotations

from dataclasses import fields

import pytest

from summarizer.languages import LANGUAGES, UNKNOWN, Language, detect_language, language_of

EACH = pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda each: each.name)


@EACH
def test_what_stands_for_something_does_not_also_stand_against_it(language: Language) -> None:
    assert not {*language.supporting} & {*language.opposing}
    assert not {*language.praising} & {*language.blaming}


@EACH
def test_every_stance_word_is_found_and_has_a_side(language: Language) -> None:
    for word in language.stances:
        found = language.stance_pattern.match(word)
        assert found is not None
        assert language.stance_of(found[0].capitalize()) is not None


@EACH
def test_a_week_has_seven_days_and_a_year_twelve_months(language: Language) -> None:
    assert (len(language.weekdays), len(language.months)) == (7, 12)


def test_a_language_without_a_table_has_no_words() -> None:
    assert language_of("xx") is UNKNOWN
    assert UNKNOWN.weekdays == UNKNOWN.months == ()
    assert not any(
        pattern.search("Ada Lind said that she may support the plan on Monday.")
        for pattern in (UNKNOWN.cue_pattern, UNKNOWN.stance_pattern, UNKNOWN.hedge_pattern)
    )


def test_letters_that_a_pattern_takes_for_others_have_no_side() -> None:
    english = language_of("en")
    assert english.stance_pattern.search("ſupports") is not None
    assert english.stance_of("ſupports") is None


@pytest.mark.parametrize(
    ("text", "is_hedged"),
    [
        ("Ada Lind may sell the harbour.", True),
        ("Ada Lind sold the harbour on May 5.", False),
        ("Ada Lind may sell the harbour in May.", True),
    ],
)
def test_the_month_of_may_is_no_doubt(text: str, *, is_hedged: bool) -> None:
    assert bool(language_of("en").hedge_pattern.search(text)) == is_hedged


@pytest.mark.parametrize(("word", "is_ours"), [("us", True), ("Us", True), ("US", False)])
def test_the_us_are_not_us(word: str, *, is_ours: bool) -> None:
    assert language_of("en").is_first_person(word) is is_ours


_FILLED = (
    *("function_words", "articles", "definites", "indefinites", "prepositions", "pronouns"),
    *("first_person", "you", "he", "conjunctions", "of_words", "copulas", "titles", "honorifics"),
    *("his_titles", "her_titles", "role_nouns", "cue_verbs", "according_to", "negations"),
    *("supporting", "opposing", "hedges", "courtesies", "votes_for", "votes_against"),
    *("relative_days", "disregard", "instructions", "subordinators", "her_nouns", "his_nouns"),
    *("labels", "body_nouns", "unnamed", "demonstratives", "degrees", "never_owned"),
)


@EACH
@pytest.mark.parametrize("field", _FILLED)
def test_no_language_lacks_what_every_language_has(language: Language, field: str) -> None:
    assert getattr(language, field)


@EACH
def test_all_words_are_in_small_letters(language: Language) -> None:
    lists = [getattr(language, field.name) for field in fields(language)]
    words = [word for each in lists if isinstance(each, (tuple, frozenset)) for word in each]
    assert all(word == word.lower() for word in words if isinstance(word, str))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mayor Ada Lind met Piet Osk in Tarn in March.", "en"),
        ("Jan Bakker sprak met wethouder Anna Visser. „We blijven,” zei zij.", "nl"),
        ("Die Ministerin sprach mit dem Rat.", "de"),
    ],
)
def test_small_words_tell_languages(text: str, code: str) -> None:
    assert detect_language(text) == code
