"""Duties: that somebody must do something, and who says so. By code.

`Lind must go` is no stand of Lind's: it is hers who says so, or the paper's.
"""

from __future__ import annotations

import re

from summarizer.reading import Reading
from summarizer.spans import Span

__all__ = ["is_our_duty", "is_told_duty", "who_must", "who_says_so"]

_DUTY = re.compile(
    r"(?<!would )(?<!will )(?<!, )(?:must|should|ha(?:s|ve) to|needs? to)(?: not)?(?!\w)"
    r"|it (?:is|was) (?:crucial|vital|essential|imperative|important|critical) (?:that|to)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:the|an?|its|his|her|their|this|these|every|all|no) "
    r"(?:(?!that\b|the\b|and\b|or\b)[\w’'-]+ ){1,6}$",
    re.IGNORECASE,
)


def is_told_duty(reading: Reading, word: Span) -> bool:
    """Whether a stance word is a duty outside what is quoted: there `we must` may be mere talk."""
    is_duty = _DUTY.match(reading.text, *word) or word.of(reading.text).lower() in _others(reading)
    return bool(is_duty) and reading.speech_at(word) is None


_OURS = re.compile(
    r"(?:^|[,;:.!?“”\"‘’'—–-] ?|\b(?:and|but|that|so|think|believe|because|obviously)[ ])"
    r"we(?:[’']ve got)? (?:all |really )?$",
    re.IGNORECASE,
)
_OUR_DUTY = re.compile(
    r"(?:must|should|have to|need to|to)(?: not| never)?(?!\w)(?! have\b| be \w+ing\b)",
    re.IGNORECASE,
)


def is_our_duty(reading: Reading, word: Span) -> bool:
    """Whether somebody who is quoted says what all must do: `“We need to act,” Lind said`."""
    if reading.is_transcript or reading.speech_at(word) is None:
        return False
    text = reading.text
    is_we = _OURS.search(text[max(0, word.start - 30) : word.start]) is not None
    duty = _OUR_DUTY.match(text, word.start)
    return is_we and duty is not None and duty.end() == word.end


def _others(reading: Reading) -> frozenset[str]:
    """The duties of a language other than English, whose phrases are in `_DUTY`."""
    language = reading.segments.language
    return frozenset() if language.code == "en" else language.duties


def who_says_so(reading: Reading, number: int, word: Span) -> int | None:
    """The name whose report of the sentence stands before a duty; None where nobody's does.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> text = "Ada Lind said the harbour should be sold."
    >>> who_says_so(read(Document.from_text(text)), 0, Span(26, 32))
    0
    """
    before = Span(reading.sentences[number].start, word.start)
    told = [each for each in reading.reports.within(before) if each.kind != "nominal"]
    is_told = told and told[-1].is_sure and not _is_relative(reading, before, word)
    return told[-1].name if is_told else None


def _is_relative(reading: Reading, before: Span, word: Span) -> bool:
    """Whether it ends a clause of another kind: `as it should,`, `den, der gehen soll,`."""
    language, text = reading.segments.language, reading.text
    if text[word.end : word.end + 1] not in set(",.;”“«"):
        return False
    clause = before.start + _clause(reading, before)
    that = language.that_pattern.search(text, clause - _THAT, word.start)
    return that is None or not language.verb_second


_THAT = 5
"""Where a clause begins behind `that`, the word stands so many characters before it."""


def who_must(reading: Reading, number: int, word: Span) -> int:
    """Where a duty begins: at what has it, `the harbour` in `said the harbour should be sold`."""
    before = Span(reading.sentences[number].start, word.start)
    if reading.segments.language.verb_second:  # what must be done may stand before the verb
        return before.start + _clause(reading, before)
    found = _THING.search(before.of(reading.text))
    return before.start + found.start() if found else word.end


def _clause(reading: Reading, before: Span) -> int:
    """Where the last clause begins, counted from the start of a sentence."""
    text = before.of(reading.text)
    that = reading.segments.language.that_pattern
    return max((each.end() for each in (*_COMMA.finditer(text), *that.finditer(text))), default=0)


_COMMA = re.compile(r"[,;:]\s")
