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
from summarizer.given_names import bearer_of
from summarizer.languages import Language, language_of
from summarizer.paragraphs import (
    FEWEST_LABELS,
    GLUED,
    LABEL,
    between,
    filled,
    find_paragraphs,
    plain,
)
from summarizer.quotations import Quotation, find_quotations
from summarizer.spans import Span

__all__ = ["Quotation", "Segments", "Turn", "segment"]


@dataclass(frozen=True)
class Turn:
    """What one speaker of a transcript says: the label, and the spans without stage directions."""

    label: Span
    spans: tuple[Span, ...]


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
    turns = tuple(_turns(text, paragraphs))
    quotations = tuple(find_quotations(text, paragraphs, language))
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


# Turns -----------------------------------------------------------------------------------

_DIRECTION = re.compile(r"[(\[][^()\[\]\n]{1,80}[)\]]")


def _turns(text: str, paragraphs: tuple[Span, ...]) -> Iterator[Turn]:
    """The turns of a transcript: none, unless labels come back or open most paragraphs.

    A headline may look like a turn.
    """
    labels = [LABEL.match(text, *span) for span in paragraphs]
    if _is_headline(text, paragraphs, labels):
        labels[0] = None
    found = [label for label in labels if label]
    names = {label["label"].casefold() for label in found}
    recurring = len(names) < len(found)
    speak = 2 * len(found) >= len(paragraphs) and not all(map(_is_topic, found))
    if len(found) < FEWEST_LABELS or not (recurring or speak):
        if not found and (speech := _one_speech(text, paragraphs)):
            yield speech
        yield from _interview(text, paragraphs, labels)
        return
    open_label: re.Match[str] | None = None
    spans: list[Span] = []
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label:
            if open_label:
                yield _turn(open_label, spans)
            open_label, spans = label, []
        if open_label:
            start = label.end() if label else paragraph.start
            spans.extend(between(_DIRECTION, text, Span(min(start, paragraph.end), paragraph.end)))
    if open_label:
        yield _turn(open_label, spans)


_STOPS = tuple('.!?…:”»"’)')
"""What ends a sentence, or a turn; a headline ends in none of these."""


def _is_headline(
    text: str, paragraphs: tuple[Span, ...], labels: list[re.Match[str] | None]
) -> bool:
    """Whether the first label is of a headline: `Lind: No retreat`, above text or `LIND:`."""
    first, *others = labels or [None]
    if not first or not any(others):
        return False
    is_above_text = others[0] is None and not paragraphs[0].of(text).endswith(_STOPS)
    return is_above_text or (
        not first["label"].isupper() and all(each["label"].isupper() for each in others if each)
    )


def _is_topic(label: re.Match[str]) -> bool:
    """Whether a label is one plain word, as topics are: `Taxes:`, and neither `ADA:` nor `Ada:`."""
    word = label["label"]
    return word.isalpha() and len(word) > 2 and not word.isupper() and bearer_of(word) is None


def _interview(
    text: str, paragraphs: tuple[Span, ...], labels: list[re.Match[str] | None]
) -> Iterator[Turn]:
    """Turns of which only the first question and the first answer have a label."""
    last = max((at for at, label in enumerate(labels) if label), default=0)
    question, answer = (labels[last - 1], labels[last]) if last else (None, None)
    if question is None or answer is None:
        return
    asked = [text[span.end - 1] == "?" for span in paragraphs[last - 1 :: 2]]
    if len(asked) < FEWEST_LABELS or 2 * sum(asked) < len(asked):
        return
    for at, paragraph in enumerate(paragraphs[last - 1 :]):
        label = answer if at % 2 else question
        start = label.end() if at < 2 else paragraph.start
        yield _turn(label, list(between(_DIRECTION, text, Span(start, paragraph.end))))


_HEADING = re.compile(
    r"(?:[A-Z]\w+[ ])?(?:Remarks|Speech|Address|Statement|Testimony|Keynote|Rede|Discours|Discurso)"
    r"[ ](?:by|of|von|de|du|del)[ ](?P<name>[^,;:\n]{3,60}?)(?=,| at | to | in | on | before |$)"
)
_FIRST_PERSON = re.compile(r"\b(?:I|I’m|I'm|[Ii]ch|[Jj]e|[Yy]o)\b")


def _one_speech(text: str, paragraphs: tuple[Span, ...]) -> Turn | None:
    """All paragraphs below a heading such as `Remarks by Ada Lind`, if they speak as `I`."""
    heading = paragraphs[0] if paragraphs else Span(0, 0)
    found = _HEADING.match(text, heading.start, heading.end)
    below = Span(heading.end, len(text))
    if not found or len(_FIRST_PERSON.findall(below.of(text))) < FEWEST_LABELS:
        return None
    return Turn(Span(*found.span("name")), paragraphs[1:])


def _turn(label: re.Match[str], spans: list[Span]) -> Turn:
    return Turn(Span(*label.span("label")), tuple(spans))
