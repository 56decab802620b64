"""When: which day an expression such as `on Thursday` means in a document of a known date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date as Date  # noqa: N812 - the type of a date
from datetime import timedelta
from functools import lru_cache

from summarizer.languages import Language

__all__ = ["resolve_day"]

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def resolve_day(text: str, given: Date | None, language: Language) -> Date | None:
    """The day that the first expression of time in a text names; None if it names no day.

    A weekday is the last such day up to the document's date, since news tells what was; after
    `next` it is the one to come, and where its clause tells what will be. A day of a month
    without a year is the nearest one.

    >>> from summarizer.languages import language_of
    >>> friday = Date(2025, 7, 11)
    >>> resolve_day("They met on Thursday.", friday, language_of("en"))
    datetime.date(2025, 7, 10)
    >>> resolve_day("They will meet on Thursday.", friday, language_of("en"))
    datetime.date(2025, 7, 17)
    >>> resolve_day("On July 3, he called.", friday, language_of("en"))
    datetime.date(2025, 7, 3)
    """
    if iso := _ISO.search(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if not language.weekdays:
        return None
    for found in _pattern(language).finditer(text):
        # of `Thursday, July 3` the date is meant, whatever weekday it is
        dated = found["weekday"] and _dated(language).match(text, found.end())
        day = _meant(dated if dated and dated["month"] else found, given, language)
        if day:
            return day
    return None


@lru_cache(maxsize=16)
def _dated(language: Language) -> re.Pattern[str]:
    """A day of a month right behind its weekday."""
    return re.compile(
        rf",?\s+(?:(?:the|den|dem|le)\s+)?(?:{_pattern(language).pattern})", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _pattern(language: Language) -> re.Pattern[str]:
    def any_of(words: Iterable[str]) -> str:
        return "|".join(map(re.escape, words))

    months = any_of(dict.fromkeys(name for name, _ in language.month_numbers))
    longest_first = sorted((word for word, _ in language.relative_days), key=len, reverse=True)
    last, following = any_of(language.last_words), any_of(language.next_words)
    no_day = rf"(?:{any_of(language.no_days) or '(?!)'})\b"
    before = rf"(?:(?P<last>{last}|(?P<next>{following}))\s+)?"
    weekday = rf"{before}(?P<weekday>{any_of(language.weekdays)})\b(?:\s+(?P<after>{following})\b)?"
    relative = rf"(?P<relative>{any_of(longest_first)})\b"
    day = r"(?:(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er)?\s+(?:(?:de|of)\s+)?)?"
    day_after = r"(?:\s+(?P<day_after>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
    year = r"(?:,?\s+(?:de\s+)?(?P<year>\d{4}))?"
    date = rf"{day}(?P<month>{months})\b\.?{day_after}{year}\b"
    return re.compile(rf"\b(?:{no_day}|{weekday}|{relative}|{date})", re.IGNORECASE)


def _meant(found: re.Match[str], given: Date | None, language: Language) -> Date | None:
    if found["month"]:
        return _of_month(found, given, language)
    if not (found["weekday"] or found["relative"]) or _is_noun(found, language):
        return None
    return _relative(found, given, language) if given else None


def _is_noun(found: re.Match[str], language: Language) -> bool:
    """Whether a capital within a sentence makes a part of the day of it: `am Morgen`."""
    is_capital = language.nouns_are_capitalised and (found["relative"] or "")[:1].isupper()
    return is_capital and _BEHIND_WORD.search(found.string[: found.start()][-2:]) is not None


_BEHIND_WORD = re.compile(r"\w $")


def _relative(found: re.Match[str], given: Date, language: Language) -> Date | None:
    if word := found["relative"]:
        days = [day for day, _ in language.relative_days]
        return _moved(given, language.relative_days[_place(word, days)][1])
    back = (given.weekday() - _place(found["weekday"], language.weekdays)) % 7
    if found["next"] or found["after"]:
        return _moved(given, 7 - back)
    if back and not found["last"] and _is_to_come(found, language):
        return _moved(given, 7 - back)
    if found["last"] and back == 0:
        back = 7
    return _moved(given, -back)


_CLAUSE = re.compile(r"[.;:!?“”„\"«»]")
_NEAR = 80
"""What a weekday's clause says stands within so many characters."""


def _is_to_come(found: re.Match[str], language: Language) -> bool:
    """Whether the clause of a weekday tells what will be: `The vote will be held on Thursday`.

    What was said on that day is past: `On Thursday he said that he will leave`.
    """
    text = found.string
    before = _CLAUSE.split(text[max(0, found.start() - _NEAR) : found.start()])[-1]
    if language.until and language.until_pattern.search(before):
        return True
    if coming := list(language.future_pattern.finditer(before)):
        return not language.cue_pattern.search(before, coming[-1].end())
    after = _CLAUSE.split(text[found.end() : found.end() + _NEAR])[0]
    will = language.future_pattern.search(after)
    leads = len(before.split()) <= 1 and will is not None
    return leads and not language.cue_pattern.search(after[: will.start()] if will else "")


def _of_month(found: re.Match[str], given: Date | None, language: Language) -> Date | None:
    day = found["day"] or found["day_after"]
    if not day:
        return None
    names = [name for name, _ in language.month_numbers]
    month = language.month_numbers[_place(found["month"], names)][1]
    if found["year"]:
        return _day(int(found["year"]), month, int(day))
    if given is None:
        return None
    around = [_day(given.year + shift, month, int(day)) for shift in (-1, 0, 1)]
    return min((d for d in around if d), key=lambda d: abs(d - given), default=None)


def _place(word: str, words: Sequence[str]) -> int:
    """Where a word stands in a list that `_pattern` found it by, capitals aside."""
    same = re.compile(re.escape(word), re.IGNORECASE).fullmatch
    return next(at for at, other in enumerate(words) if same(other))


def _moved(day: Date, by: int) -> Date | None:
    try:
        return day + timedelta(days=by)
    except OverflowError:  # before the year 1 or after 9999
        return None


def _day(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None
