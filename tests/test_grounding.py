from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from texts import TEXTS

from summarizer.grounding import Passage, find_phrase, fold, passage
from summarizer.spans import Span


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_the_text_of_a_passage_is_the_slice_at_its_address(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    cut = passage(text, Span(start, end))
    assert text[cut.start : cut.end] == cut.text == cut.span.of(text)


def test_a_passage_cannot_be_changed_or_given_more_fields() -> None:
    cut = passage("Rain fell.", Span(0, 4))
    with pytest.raises(ValidationError):
        cut.text = "Snow"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Passage(start=0, end=1, text="R", note="x")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("D’Arc", "d'arc"),
        ("D´Arc", "D'Arc"),
        ("“Tarn”", '"tarn"'),
        ("«Tarn»", "„Tarn“"),
        ("secretary‑general", "Secretary-General"),
        ("secretary‐general", "Secretary–General"),
        ("Straße", "STRASSE"),
        ("Jose\u0301", "José"),
        ("ﬁsh", "fish"),
        ("Ada\u00a0 Lind\n", " Ada Lind"),
    ],
)
def test_forms_that_read_alike_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("Ada Lind", "ADA\u00a0LIND and Ada\nLind", ["ADA\u00a0LIND", "Ada\nLind"]),
        ("Ann", "Annual, Ann’s, Joann, ann.", ["Ann", "ann"]),
        ("Straße", "Die Straße und die STRASSE", ["Straße", "STRASSE"]),
        ("José", "Jose\u0301 und José", ["Jose\u0301", "José"]),
        ("Jose\u0301", "José", ["José"]),
        ("D’Arc", "Jeanne d'Arc", ["d'Arc"]),
        ("the “Mayor”", 'the "mayor"', ['the "mayor"']),
        ("a.b (c)*", "axb (c)*, a.b (c)*", ["a.b (c)*"]),
        ("i", "İ ı I", ["I"]),
        ("", "Rain fell.", []),
        (" \n", "Rain fell.", []),
        ("snow", "Rain fell.", []),
    ],
)
def test_a_phrase_is_found_as_whole_words_whatever_its_marks(
    phrase: str, text: str, found: list[str]
) -> None:
    assert [span.of(text) for span in find_phrase(phrase, text)] == found


def test_a_phrase_is_looked_for_within_a_span_alone() -> None:
    text = "Tarn, Tarn, Tarn"
    assert find_phrase("tarn", text, Span(3, 10)) == [Span(6, 10)]


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_what_is_found_folds_to_what_was_looked_for(phrase: str, text: str) -> None:
    for span in find_phrase(phrase, text + phrase + text):
        assert fold(span.of(text + phrase + text)) == fold(phrase)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_phrase_that_stands_alone_is_found(phrase: str) -> None:
    if fold(phrase):
        assert find_phrase(phrase, f"x {phrase} x")
