from __future__ import annotations

from pathlib import Path

import pytest

import summarizer.given_names
from summarizer.given_names import bearer_of


@pytest.mark.parametrize(
    ("name", "bearer"),
    [
        ("Ada", "she"),
        ("José", "he"),
        ("Kofi", "he"),
        ("Kim", "either"),
        ("Anne-Marie", "she"),
        ("Jean-Luc", "he"),
        ("Harbour", None),
        ("ada", None),
        ("", None),
    ],
)
def test_a_given_name_tells_who_bears_it(name: str, bearer: str | None) -> None:
    assert bearer_of(name) == bearer


@pytest.mark.parametrize("word", ["Will", "May", "August", "Georgia", "Paris", "Union", "Black"])
def test_what_is_a_word_or_a_place_as_often_is_none(word: str) -> None:
    assert bearer_of(word) is None


def test_the_list_says_where_it_comes_from() -> None:
    text = Path(summarizer.given_names.__file__).with_name("given_names.txt").read_text("utf-8")
    assert text.startswith("#")
    assert "MIT licence" in text.partition("\n\n")[0]
