"""Countries: what they are called in the languages of the tables, from Unicode's CLDR."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

__all__ = ["is_country"]


def is_country(name: str, language: str) -> bool:
    """Whether a name is a country's in that language.

    >>> is_country("Russia", "en"), is_country("Russland", "de"), is_country("Tarn", "en")
    (True, True, False)
    """
    return name in _countries(language)


@cache
def _countries(language: str) -> frozenset[str]:
    try:
        territories = Locale(language).territories
    except UnknownLocaleError:
        territories = Locale("en").territories
    names = {name for code, name in territories.items() if code.isalpha()}  # not 150, Europe
    return frozenset(names | _COMMON)


_COMMON = frozenset({"USA", "US", "U.S.", "UK", "America", "Britain", "Amerika", "Großbritannien"})
"""What countries are called besides."""
