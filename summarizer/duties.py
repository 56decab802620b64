"""Duties: that somebody must do something, and who says so. By code.

`Lind must go` is no stand of Lind's: it is hers who says so, or the paper's.
"""

from __future__ import annotations

import re

from summarizer.reading import Reading
from summarizer.spans import Span

__all__ = ["is_told_duty", "who_must", "who_says_so"]

_DUTY = re.compile(
    r"(?<!would )(?<!will )(?<!, )(?:must|should|ha(?:s|ve) to|needs? to)(?: not)?(?!\w)",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:the|an?|its|his|her|their|this|these|every|all|no)[ \u00a0]"
    r"(?:(?!that\b|the\b)[\w’'-]+[ \u00a0]){1,6}$",
    re.IGNORECASE,
)


def is_told_duty(reading: Reading, word: Span) -> bool:
    """Whether a stance word is a duty outside what is quoted: there `we must` may be mere talk."""
    is_duty = _DUTY.match(reading.text, *word) is not None
    return is_duty and reading.speech_at(word) is None


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
    return told[-1].name if told and told[-1].is_sure else None


def who_must(reading: Reading, number: int, word: Span) -> int:
    """Where a duty begins: at what has it, `the harbour` in `said the harbour should be sold`."""
    start = reading.sentences[number].start
    found = _THING.search(reading.text[start : word.start])
    return start + found.start() if found else word.end
