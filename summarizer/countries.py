"""Countries: what they are called in the languages of the tables, from Unicode's CLDR."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError

__all__ = ["is_country", "is_region"]


def is_country(name: str, language: str) -> bool:
    """Whether a name is a country's in that language.

    >>> is_country("Russia", "en"), is_country("Russland", "de"), is_country("Tarn", "en")
    (True, True, False)
    """
    return name in _countries(language)


def is_region(name: str, language: str) -> bool:
    """Whether a name is that of a part of the world in that language.

    >>> is_region("Europe", "en"), is_region("Westafrika", "de"), is_region("Russia", "en")
    (True, True, False)
    """
    return name in _regions(language)


@cache
def _countries(language: str) -> frozenset[str]:
    return frozenset(name for code, name in _territories(language) if code.isalpha()) | _COMMON


@cache
def _regions(language: str) -> frozenset[str]:
    return frozenset(name for code, name in _territories(language) if code.isdigit())


def _territories(language: str) -> Iterable[tuple[str, str]]:
    """Codes and names: two letters for a country, three digits for more than one."""
    try:
        return Locale(language).territories.items()
    except UnknownLocaleError:
        return Locale("en").territories.items()


_COMMON = frozenset({"USA", "US", "U.S.", "UK", "America", "Britain", "Amerika", "Großbritannien"})
"""What countries are called besides."""
