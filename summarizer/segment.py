"""Segments: paragraphs, sentences, speaker turns and quotations, each an address in the text.

Everything is found by code and numbered by its place in a tuple, so that a model can point
at it. Nothing here knows who speaks: see `cues`. Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import sentencex

from summarizer.document import Document
from summarizer.errors import NoText
from summarizer.languages import Language, language_of
from summarizer.paragraphs import GLUED, filled, find_paragraphs, plain
from summarizer.quotations import Quotation, find_quotations
from summarizer.spans import Span
from summarizer.turns import Turn, find_turns

__all__ = ["Quotation", "Segments", "Turn", "segment"]


@dataclass(frozen=True)
class Segments:
    """A document in pieces. `sentences` are in order and do not overlap.

    >>> text = "“We will stay,” Ada Lind said, “as long as it takes.” Nobody left."
    >>> segments = segment(Document.from_text(text))
    >>> [[span.of(text) for span in quotation.spans] for quotation in segments.quotations]
    [['We will stay,', 'as long as it takes.']]
    >>> [span.of(text)[:12] for span in segments.sentences]
    ['“We will sta', 'Nobody left.']
    """

    document: Document
    text: str
    """The document's text with plain white space: what stands where is the same."""
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    turns: tuple[Turn, ...]
    quotations: tuple[Quotation, ...]
    _starts: tuple[int, ...] = field(default=(), repr=False)

    @property
    def language(self) -> Language:
        """The word lists of the document's language."""
        return language_of(self.document.language)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands between marks that no others enclose, in order."""
        return tuple(s for q in self.quotations if q.within is None for s in q.spans)

    def sentences_of(self, span: Span) -> range:
        """The numbers of the sentences that a span touches."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        if first < len(self.sentences) and self.sentences[first].end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def paragraph_of(self, offset: int) -> Span:
        """The paragraph in which an offset lies, or the nearest one before it."""
        at = bisect_right(self.paragraphs, offset, key=lambda span: span.start) - 1
        return self.paragraphs[max(0, at)]


def segment(document: Document) -> Segments:
    """Cut a document into its segments. Pure; linear, 0.2 to 2 MB a second."""
    language = language_of(document.language)
    paragraphs = tuple(find_paragraphs(document.text, document.span, language))
    if not paragraphs:
        raise NoText(f"{document.source or 'the text'} has only what surrounds an article")
    text = plain(document.text, paragraphs)
    quotations = tuple(find_quotations(text, paragraphs, language))
    quoted = [span for each in quotations if each.within is None for span in each.spans]
    turns = find_turns(text, paragraphs, language, quoted)
    sentences = tuple(_sentences(text, paragraphs, quotations, language))
    starts = tuple(span.start for span in sentences)
    return Segments(document, text, paragraphs, sentences, turns, quotations, starts)


# Sentences -------------------------------------------------------------------------------

_LONG_QUOTATION = 80
"""A quotation longer than this is cut into the sentences that it holds."""


_WINDOW = 8_000
"""A stretch longer than this is read piece by piece, and so is a sentence: a bound keeps time
linear, since `sentencex` looks for the end of each bracket and quotation anew."""


def _sentences(
    text: str, paragraphs: tuple[Span, ...], quotations: tuple[Quotation, ...], language: Language
) -> Iterator[Span]:
    long = [
        s
        for q in quotations
        if q.within is None
        for s in q.spans
        if s.end - s.start > _LONG_QUOTATION
    ]
    at = 0
    for paragraph in paragraphs:
        cuts = set(_ends(text, paragraph, language))
        while at < len(long) and long[at].start < paragraph.end:
            cuts.update(end for end in _ends(text, long[at], language) if end < long[at].end)
            at += 1
        start = paragraph.start
        for cut in sorted(cuts | {paragraph.end}):
            if cut < paragraph.end and _CUT_SHORT.search(text, max(0, cut - 8), cut):
                continue
            if piece := filled(text, start, cut):
                yield piece
            start = max(start, cut)


_CUT_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Cllr|Revd|Ft|Hl|Abs|Bd|Frh|Dipl)\.\s*$")
"""Words cut short that `sentencex` takes for the last of a sentence."""

_ELLIPSIS = re.compile(r"[….](?:(?<=…)|\.\.) (?=[A-ZÀ-ÖØ-Þ])")
"""Speech that starts anew, which `sentencex` takes for one that goes on."""


def _ends(text: str, span: Span, language: Language) -> Iterator[int]:
    code = language.code if language.code != "und" else "en"
    end = span.start
    while end < span.end:
        stop = min(span.end, end + _WINDOW)
        if stop < span.end:
            stop = text.rfind(" ", end, stop) + 1 or stop
        sentences = list(sentencex.segment(code, text[end:stop]))
        if stop < span.end and 2 * len(sentences[-1]) < stop - end:
            sentences.pop()  # it may go on behind the window
        for sentence in sentences:
            end += len(sentence)
            yield end
    for pattern in (_ELLIPSIS, GLUED):
        yield from (found.end() for found in pattern.finditer(text, span.start, span.end))
