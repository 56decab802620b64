"""Issues: what a stand is about, cut from the words behind the one that takes it. By code."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.languages import Language
from summarizer.reading import Reading
from summarizer.spans import Span
from summarizer.stance_words import is_negation, meaning, words_of

__all__ = ["has_meaning", "is_repeated", "issue_behind", "points_back", "reversal"]


def reversal(reading: Reading, issue: Span) -> tuple[Span, bool] | None:
    """What an issue opens with that is no part of it, and whether that turns the stand round.

    `not` and `drop` do, `support` does not.
    """
    text, language = reading.text, reading.segments.language
    if not issue.of(text):
        return None
    first = re.compile(r"[\w’']+").match(text, issue.start, issue.end)
    if first and is_negation(reading, first[0]):
        return Span(*first.span()), True
    if stance := language.stance_pattern.match(text, issue.start, issue.end):
        return Span(*stance.span()), meaning(reading, Span(*stance.span()))[0] == "opposes"
    if ending := _ENDING.match(text, issue.start, issue.end):
        return Span(*ending.span()), True
    return None


_ENDING = re.compile(
    r"(?:(?:[\w’']+\s){0,8}?to\s)?"
    r"(?:drop|scrap|abandon|cancel|withdraw|reverse|stop|halt|refuse|reject|oppose)\s"
    r"(?=(?:the|its|his|her|their|a)\b)",
    re.IGNORECASE,
)


_END = re.compile(
    r"[;:!?\n“”„\"«»()—–]| --|,(?!\d)|\.$"
    r"| (?:and (?:he|she|they|it|that|said|told|[a-z]+(?:s|ed) \w+)"
    r"|[ye] \w+(?:ó|aron|ieron)|und \w+te)\b"
)
"""A mark, or a second verb."""


def _ends(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    """Where what a stand is about ends: at a mark, a second verb, or a clause of its own."""
    mark = _END.search(reading.text, start, end)
    until = mark.start() if mark else end
    language = reading.segments.language
    clause = language.clause_pattern.search(reading.text, start + 1, until)
    until = clause.start() if clause else until
    return language.second_pattern.search(reading.text, start, until) or clause or mark


@lru_cache(maxsize=16)
def _leading(language: Language) -> re.Pattern[str]:
    """What opens an issue and is no part of it: a day, `that`, `told the town that`, a mark."""
    words = "|".join(sorted(language.before_issues))
    days = "|".join(sorted(language.weekdays)) or "(?!)"
    return re.compile(
        rf"\s*(?:(?:(?:on|am|le|el|op)\s)?(?:{days})\s)?"
        r"(?:(?:(?!and\b)[\w’']+\s){0,5}?that\s"
        r"(?=(?:the|a|an|he|she|it|they|we|all|no|any|every)\b)"
        r"|(?:[\w’']+\s){0,3}?"
        r"(?:que\s(?=(?:se|el|la|los|las|no|le|il|elle|on|les|ne)\b)|qu[’'])"
        r"|(?:(?:up)?on\s)?(?:you|everyone|everybody)(?:\sall)?\sto\s"
        rf"|(?:{words})\b\s+)?(?:[“„«\"]\s?)?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _trailing(language: Language) -> re.Pattern[str]:
    """What an issue cannot end in: `and`, the prefix of a German verb."""
    words = "|".join(sorted(language.behind_issues))
    return re.compile(rf"\s(?:{words})$" if words else r"(?!)")


_OPENING = frozenset('“„«"')
_CLOSING = frozenset('”“»"')
_SHORT = 4
"""An issue of fewer words goes on in the quotation behind it."""

_LONGEST = 18
"""Words of an issue."""


def issue_behind(reading: Reading, rest: Span) -> Span:
    """What stands behind a stance word, up to the end of the clause."""
    text, language = reading.text, reading.segments.language
    lead = _leading(language).match(text, rest.start, rest.end)
    start = lead.end() if lead else rest.start
    found = _ends(reading, start, rest.end)
    opens = found and found[0] in _OPENING and text[found.start() - 1] == " "
    if found and opens and len(text[start : found.start()].split()) < _SHORT:
        found = _ends(reading, found.end(), rest.end)  # `wants a policy “focused on ...”`
        closes = found is not None and found[0] in _CLOSING
        end = found.start() + closes if found else rest.end
    else:
        end = found.start() if found else rest.end
    words = list(re.finditer(r"\S+", text[start:end]))[:_LONGEST]
    issue = text[start : start + words[-1].end()] if words else ""
    issue = issue.rstrip(".'’‘ ")
    trailing = _trailing(language)
    while trailing.search(issue):
        issue = trailing.sub("", issue)
    return Span(start, start + len(issue))


_POINTING = re.compile(
    r"(?:it|them)\b(?! [a-z]+ing\b)|(?:him|her|us|me|you)\b(?! (?:[a-z]+ing|to)\b)"
    r"|(?:that |this |these |those )?(?:at|in|on|for|until|as|too|either(?! of)|after|before)\b"
    r"|(?:the )?(?:latter|former|same)\b|the (?:amendment|motion)$"
    r"|what (?:he|she|it|they) call(?:s|ed)?\b"
    r"|(?:do|give|say|make|get|have|keep) (?:it|that|this|them)\b",
    re.IGNORECASE,
)


def points_back(reading: Reading, issue: Span) -> bool:
    """Whether the issue is told elsewhere: `opposes it`, `recommended the latter`."""
    return _POINTING.match(issue.of(reading.text)) is not None


def has_meaning(reading: Reading, issue: Span) -> bool:
    """Whether an issue says by itself what it is about."""
    words = words_of(issue.of(reading.text))
    is_rest = (
        not words
        or words[0] in _GOES_ON.union(reading.segments.language.conjunctions)
        or {words[0], words[-1]} & _ANYTHING
        or words[-2:] == _OF_THEM
    )
    if _TOO_LATE.match(issue.of(reading.text)):
        return False
    return not is_rest and not points_back(reading, issue) and bool(_meaningful(reading, issue))


_TOO_LATE = re.compile(
    r"(?:not |never )?have (?:been|come|gone|done|seen|known|taken|made|told|said|given|left|paid"
    r"|kept|got|had|held|\w{3,}ed)\b"
)
"""A reproach that leaves out to whom: `said he should have come`."""
_OF_THEM = ["of", "them"]  # either, or any
_GOES_ON = frozenset("there or oder ou o of".split())
_ANYTHING = frozenset(
    "anything something everything nothing anybody somebody everybody nobody anyone someone "
    "everyone".split()
)


def _meaningful(reading: Reading, issue: Span) -> set[str]:
    """The words that say something, cut to their stems."""
    language = reading.segments.language
    small = language.function_words | language.articles | language.pronouns
    small |= {day for day, _ in language.relative_days} | {*language.weekdays}
    words = words_of(issue.of(reading.text))
    return {word[:_STEM] for word in words if len(word) > 2 and word not in small}


_STEM = 5


def is_repeated(reading: Reading, issue: Span, other: Span) -> bool:
    """Whether two thirds of the words of meaning of one span stand in the other."""
    words, others = _meaningful(reading, issue), _meaningful(reading, other)
    return 3 * len(words & others) >= 2 * len(words)
