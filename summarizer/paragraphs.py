"""Paragraphs: the lines and blocks of a text, and the labels that open turns in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.spans import Span

__all__ = ["LABEL", "between", "filled", "find_paragraphs"]

_BLANK = re.compile(
    r"(?>\r\n|[\n\r\u2028\u2029])[^\S\r\n\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029])\s*|\u2029"
)
_LINE = re.compile(r"(?:\r\n|[\n\r\u2028])")
LABEL = re.compile(
    r"""
    [ \t>*_"“]* (?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?[ \t]*)?  # a mark of emphasis, a time
    (?P<label>
        Q | A
        | [^\W\d_a-zß-ÿ][\w.’'-]*
        (?:[ \t]+(?:[^\W\d_a-zß-ÿ][\w.’'&/-]*|of|the|de|von|van|and|\([^()\n]{1,40}\)),?){0,7}
    )
    [*_]{0,3} (?:[ \t]*\([^()\n]{1,60}\))? [*_]{0,3}
    [ \t]*[:：](?=[*_]{0,3}(?:\s|$)) [*_]{0,3}[ \t]*
    """,
    re.VERBOSE,
)
"""What opens a turn: a name or an office before a colon, as the group `label`."""
_WRAP = 100
"""Lines no longer than this, several in a block, are one paragraph that was wrapped."""


def find_paragraphs(text: str, body: Span) -> Iterator[Span]:
    """The paragraphs in order, trimmed and not empty: lines, or blocks of wrapped lines."""
    for block in between(_BLANK, text, body):
        lines = list(between(_LINE, text, block))
        wrapped = len(lines) > 1 and all(len(line.of(text)) <= _WRAP for line in lines)
        if not wrapped:
            yield from lines
            continue
        start = lines[0].start
        for before, line in pairwise(lines):
            if LABEL.match(text, line.start, line.end):
                yield Span(start, before.end)
                start = line.start
        yield Span(start, lines[-1].end)


def between(separator: re.Pattern[str], text: str, whole: Span) -> Iterator[Span]:
    """The trimmed, non-empty pieces of a span between separators."""
    start = whole.start
    for found in separator.finditer(text, whole.start, whole.end):
        if piece := filled(text, start, found.start()):
            yield piece
        start = found.end()
    if piece := filled(text, start, whole.end):
        yield piece


def filled(text: str, start: int, end: int) -> Span | None:
    """The span between two offsets, trimmed; none of white space alone."""
    span = Span(start, end).trimmed(text)
    return span if span.start < span.end else None
