"""Segments: paragraphs, sentences, speaker turns and quotations, each an address in the text.

Everything is found by code and numbered by its place in a tuple, so that a model can point
at it. Nothing here knows who speaks: see `cues`. Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import sentencex

from summarizer.document import Document
from summarizer.languages import Language, language_of
from summarizer.spans import Span

__all__ = ["Quotation", "Segments", "Turn", "segment"]


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks; the marks themselves stand outside the spans.

    It has several spans where its cue interrupts it or where it runs over paragraphs.
    `within` is the number of the quotation that it is nested in.
    """

    spans: tuple[Span, ...]
    closed: bool = True
    within: int | None = None

    @property
    def start(self) -> int:
        """Where its first span starts."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where its last span ends."""
        return self.spans[-1].end


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
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    turns: tuple[Turn, ...]
    quotations: tuple[Quotation, ...]
    _starts: tuple[int, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The text that all spans are addresses of."""
        return self.document.text

    @property
    def language(self) -> Language:
        """The word lists of the document's language."""
        return language_of(self.document.language)

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
    """Cut a document into its segments. Pure; at least several megabytes a second."""
    text, language = document.text, language_of(document.language)
    paragraphs = tuple(_paragraphs(text, document.span))
    turns = tuple(_turns(text, paragraphs))
    quotations = tuple(_quotations(text, paragraphs, language))
    sentences = tuple(_sentences(text, paragraphs, quotations, language))
    starts = tuple(span.start for span in sentences)
    return Segments(document, paragraphs, sentences, turns, quotations, starts)


# Paragraphs ------------------------------------------------------------------------------

_BLANK = re.compile(
    r"(?>\r\n|[\n\r\u2028\u2029])[^\S\r\n\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029])\s*|\u2029"
)
_LINE = re.compile(r"(?:\r\n|[\n\r\u2028])")
_LABEL = re.compile(
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
_WRAP = 100
"""Lines no longer than this, several in a block, are one paragraph that was wrapped."""


def _paragraphs(text: str, body: Span) -> Iterator[Span]:
    for block in _between(_BLANK, text, body):
        lines = list(_between(_LINE, text, block))
        wrapped = len(lines) > 1 and all(len(line.of(text)) <= _WRAP for line in lines)
        if not wrapped:
            yield from lines
            continue
        start = lines[0].start
        for before, line in pairwise(lines):
            if _LABEL.match(text, line.start, line.end):
                yield Span(start, before.end)
                start = line.start
        yield Span(start, lines[-1].end)


def _between(separator: re.Pattern[str], text: str, whole: Span) -> Iterator[Span]:
    """The trimmed, non-empty pieces of a span between separators."""
    start = whole.start
    for found in separator.finditer(text, whole.start, whole.end):
        if piece := _filled(text, start, found.start()):
            yield piece
        start = found.end()
    if piece := _filled(text, start, whole.end):
        yield piece


def _filled(text: str, start: int, end: int) -> Span | None:
    span = Span(start, end).trimmed(text)
    return span if span.start < span.end else None


# Sentences -------------------------------------------------------------------------------

_LONG = 80
"""A quotation longer than this is cut into the sentences that it holds."""


_WINDOW = 8_000
"""A stretch longer than this is read piece by piece, and so is a sentence: a bound keeps time
linear, since `sentencex` looks for the end of each bracket and quotation anew."""

_FOREIGN_SPACE = re.compile(r"[^\S\x00-\x7f]")
"""White space outside ASCII; `sentencex` panics over it before an initial (`Ada\u00a0B. Lind`)."""


def _sentences(
    text: str, paragraphs: tuple[Span, ...], quotations: tuple[Quotation, ...], language: Language
) -> Iterator[Span]:
    plain = _FOREIGN_SPACE.sub(" ", text)
    long = [s for q in quotations if q.within is None for s in q.spans if s.end - s.start > _LONG]
    at = 0
    for paragraph in paragraphs:
        cuts = set(_ends(plain, paragraph, language))
        while at < len(long) and long[at].start < paragraph.end:
            cuts.update(end for end in _ends(plain, long[at], language) if end < long[at].end)
            at += 1
        start = paragraph.start
        for cut in sorted(cuts | {paragraph.end}):
            if piece := _filled(text, start, cut):
                yield piece
            start = max(start, cut)


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
    yield from (found.end() for found in _ELLIPSIS.finditer(text, span.start, span.end))


# Turns -----------------------------------------------------------------------------------

_DIRECTION = re.compile(r"[(\[][^()\[\]\n]{1,80}[)\]]")
_MIN_TURNS = 3


def _turns(text: str, paragraphs: tuple[Span, ...]) -> Iterator[Turn]:
    """The turns of a transcript: none, unless labels come back or open most paragraphs.

    One `Background:` in a news article makes no transcript.
    """
    labels = [_LABEL.match(text, span.start, span.end) for span in paragraphs]
    found = [label for label in labels if label]
    names = {label["label"].casefold() for label in found}
    recurring = len(names) < len(found)
    if len(found) < _MIN_TURNS or not (recurring or 2 * len(found) >= len(paragraphs)):
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
            spans.extend(_between(_DIRECTION, text, Span(min(start, paragraph.end), paragraph.end)))
    if open_label:
        yield _turn(open_label, spans)


def _interview(
    text: str, paragraphs: tuple[Span, ...], labels: list[re.Match[str] | None]
) -> Iterator[Turn]:
    """Turns of which only the first question and the first answer have a label."""
    last = max((at for at, label in enumerate(labels) if label), default=0)
    question, answer = labels[last - 1], labels[last]
    if last < 1 or question is None or answer is None:
        return
    asked = [text[span.end - 1] == "?" for span in paragraphs[last - 1 :: 2]]
    if len(asked) < _MIN_TURNS or 2 * sum(asked) < len(asked):
        return
    for at, paragraph in enumerate(paragraphs[last - 1 :]):
        label = answer if at % 2 else question
        start = label.end() if at < 2 else paragraph.start
        yield _turn(label, list(_between(_DIRECTION, text, Span(start, paragraph.end))))


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
    if not found or len(_FIRST_PERSON.findall(below.of(text))) < _MIN_TURNS:
        return None
    return Turn(Span(*found.span("name")), paragraphs[1:])


def _turn(label: re.Match[str], spans: list[Span]) -> Turn:
    return Turn(Span(*label.span("label")), tuple(spans))


# Quotations ------------------------------------------------------------------------------

_MARK = re.compile(r"""''(?!')|``|[“”„‟"«»‹›「」『』‘’‚]|(?<!\w)'(?=\w)|(?<=[^\s('"])'(?!\w)""")
_FAMILY = {
    **dict.fromkeys('“”„‟"', "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "small guillemet"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("‘’‚'", "single"),
    **dict.fromkeys(("''", "``"), "typewriter"),
}
_OPENS = frozenset(("„", "‟", "‚", "「", "『", "``"))
_CLOSES = frozenset("」』")
_BEFORE_OPENER = frozenset(" \t\n\r\u00a0\u202f\u2028\u2029([{-–—/:…=>*_“„«‘\"'")
_DEPTH = 8
"""Marks nested deeper than this are no quotations; a bound keeps time linear."""
_ELISIONS = re.compile(
    r"(?:\d|tis\b|twas\b|em\b|til\b|till\b|n\b|cause\b|round\b|bout\b)", re.IGNORECASE
)


@dataclass
class _Open:
    """An open mark: where its words start, and what has been closed inside it."""

    mark: str
    at: int
    inner: list[Quotation]

    @property
    def family(self) -> str:
        return _FAMILY[self.mark]


@dataclass
class _Found:
    """An outermost quotation with those inside it; it may yet go on."""

    spans: list[Span]
    inner: list[Quotation]
    closed: bool = True

    def takes(self, later: _Found) -> None:
        """The later quotation is the same one, continued."""
        self.spans += later.spans
        self.inner += later.inner
        self.closed = later.closed


def _quotations(text: str, paragraphs: tuple[Span, ...], language: Language) -> Iterator[Quotation]:
    number = 0
    for found in _joined(text, _nested(text, paragraphs), language):
        yield Quotation(tuple(found.spans), found.closed)
        yield from (Quotation(q.spans, q.closed, within=number) for q in found.inner)
        number += 1 + len(found.inner)


def _nested(text: str, paragraphs: tuple[Span, ...]) -> Iterator[_Found]:
    """Each outermost quotation with those inside it; one may run over several paragraphs."""
    pending: _Found | None = None  # unclosed at the end of the paragraph before
    for paragraph in paragraphs:
        found = list(_in_paragraph(text, paragraph))
        if pending and found and _reopens(text, paragraph, found[0]):
            pending.takes(found[0])
            found[0] = pending
        elif pending:
            yield pending
        pending = found.pop() if found and not found[-1].closed else None
        yield from found
    if pending:
        yield pending


def _reopens(text: str, paragraph: Span, first: _Found) -> bool:
    return not text[paragraph.start : first.spans[0].start].strip(" \t“„‟\"«»‘‚'「『")


def _in_paragraph(text: str, paragraph: Span) -> Iterator[_Found]:
    stack: list[_Open] = []
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, at = found[0], found.start()
        role = _role(text, found, stack)
        if role == "open" and len(stack) < _DEPTH:
            stack.append(_Open(mark, found.end(), []))
        elif role == "close":
            while _FAMILY[mark] != stack[-1].family:
                _drop(stack)
            opened = stack.pop()
            span = Span(opened.at, at).trimmed(text)
            if span.start == span.end:
                continue
            if stack:
                stack[-1].inner += [Quotation((span,)), *opened.inner]
            else:
                yield _Found([span], opened.inner)
    yield from _unclosed(text, paragraph, stack)


def _unclosed(text: str, paragraph: Span, stack: list[_Open]) -> Iterator[_Found]:
    """An outermost mark that nothing closes runs to the end of its paragraph."""
    while stack and stack[-1].family == "single":
        _drop(stack)
    while len(stack) > 1:
        _drop(stack)
    if stack:
        span = Span(stack[0].at, paragraph.end).trimmed(text)
        if span.start < span.end:
            yield _Found([span], stack[0].inner, closed=False)


def _drop(stack: list[_Open]) -> None:
    """Forget an open mark, but keep what was closed inside it."""
    gone = stack.pop()
    if stack:
        stack[-1].inner += gone.inner


_FEET = re.compile(r"\d['’′]\d{1,2}$")


def _role(text: str, found: re.Match[str], stack: list[_Open]) -> str | None:
    """Whether a mark opens or closes, by the mark, its neighbours and what is open."""
    mark = found[0]
    family = _FAMILY[mark]
    if family == "single":
        return _role_of_single(text, found, stack)
    innermost = next((opened for opened in reversed(stack) if opened.family == family), None)
    if mark in _OPENS:
        return "open"
    if mark in _CLOSES:
        return "close" if innermost else None
    before, after = _neighbours(text, found)
    if mark in ('"', "''"):
        return _role_of_straight(text, found, is_open=innermost is not None)
    if innermost:
        return "open" if mark == innermost.mark and _looks_open(before, after, mark) else "close"
    return "open" if mark in "“«‹" or _looks_open(before, after, mark) else None


def _role_of_straight(text: str, found: re.Match[str], *, is_open: bool) -> str | None:
    """A straight mark closes what is open, unless it counts inches."""
    before, after = _neighbours(text, found)
    if before.isdigit() and _FEET.search(text, max(0, found.start() - 4), found.start()):
        return None
    if is_open:
        return "close"
    begins = after.isalnum() or _looks_open(before, after, found[0])
    return "open" if begins and not before.isdigit() else None


def _looks_open(before: str, after: str, mark: str) -> bool:
    spaced = mark in "«»‹›"  # French sets a space inside the marks
    return before in _BEFORE_OPENER and (spaced or not after.isspace())


def _neighbours(text: str, found: re.Match[str]) -> tuple[str, str]:
    """The characters before and after a mark; a space at the ends of the text."""
    start, end = found.span()
    return text[start - 1] if start else " ", text[end] if end < len(text) else " "


def _role_of_single(text: str, found: re.Match[str], stack: list[_Open]) -> str | None:
    """Single marks are apostrophes until shown otherwise."""
    mark = found[0]
    before, after = _neighbours(text, found)
    opened = stack[-1].mark if stack and stack[-1].family == "single" else None
    if mark == "‚":
        return "open" if before in _BEFORE_OPENER and after.isalnum() else None
    if before.isalnum() and after.isalnum():
        return None
    if mark == "‘" and opened == "‚":
        return "close"
    if mark in "‘'" and before in _BEFORE_OPENER and not after.isspace():
        return "open" if opened is None and _opens_words(text, found.start()) else None
    if opened is None or before.isspace() or _is_possessive(text, found.start()):
        return None
    return "close"


def _opens_words(text: str, at: int) -> bool:
    """Whether a single mark before a word is no elision (’90s, ’tis) and is closed later."""
    return not _ELISIONS.match(text, at + 1) and _closes_later(text, at)


def _is_possessive(text: str, at: int) -> bool:
    """Whether a mark is that of `the workers’ union`, and another one closes."""
    behind = text[at + 1 : at + 3]
    owns = text[at - 1] in "sxz" and behind[:1] == " " and behind[1:].islower()
    return owns and _closes_later(text, at)


_SINGLE_CLOSER = re.compile(r"(?<=[^\s])[’'‘](?!\w)")
_REACH = 400
"""How far a closing single mark is looked for: a bound keeps time linear."""


def _closes_later(text: str, at: int) -> bool:
    line_end = text.find("\n", at, at + _REACH)
    end = min(len(text), at + _REACH) if line_end < 0 else line_end
    return _SINGLE_CLOSER.search(text, at + 1, end) is not None


_GAP = 120
"""A cue that interrupts a quotation is no longer than this."""


def _joined(text: str, found: Iterable[_Found], language: Language) -> Iterator[_Found]:
    """Join “A,” she said, “B.” to one quotation of two spans."""
    current: _Found | None = None
    for each in found:
        if current and _interrupts(text, current, each.spans[0], language):
            current.takes(each)
            continue
        if current:
            yield current
        current = each
    if current:
        yield current


def _interrupts(text: str, first: _Found, second: Span, language: Language) -> bool:
    """Whether what stands between two quotations is the cue of one that goes on."""
    end = first.spans[-1].end
    if second.start - end > _GAP or not first.closed:
        return False
    gap = text[end : second.start]
    cue = gap.strip("“”„‟\"«»‘’‚'「」『』 \u00a0\u202f")
    if "\n" in gap or not cue.endswith((",", ":", "–", "—", ".")):
        return False
    if _SENTENCE_END.search(cue):
        return False
    said = text[first.spans[-1].start : end].rstrip("'’‘\"”")
    pauses = said[-1:] in _PAUSES or cue[0] in ",–—"
    if cue.endswith(":") and said.endswith((".", "!", "?")):
        return False  # “A.” Osk said: “B.”
    has_own_cue = text[second.end - 1] == ","  # “A,” Lind said. “B,” Osk said.
    if cue.endswith(".") and (has_own_cue or not _closes(said, cue, language)):
        return False
    is_plain = said.endswith(",") and said.count(" ") >= _PLAIN and len(cue) < _SHORT_CUE
    return pauses and (
        is_plain or language.cue_pattern.search(cue) is not None or not language.cue_verbs
    )


_PAUSES = tuple(",.!?–—-…")
_PLAIN = 3
"""What has more spaces and ends in a comma is speech whatever verb follows: `he remembers`."""
_SHORT_CUE = 60


def _closes(said: str, cue: str, language: Language) -> bool:
    """Whether a cue with a full stop still belongs to what was said: `“No,” she said. “Never.”`."""
    first = cue.split(maxsplit=1)[0].lower()
    opens = language.articles | language.pronouns | language.function_words
    is_behind = said.endswith(",") or cue[0] == "," or cue[0].islower() or first not in opens
    return is_behind and not said.endswith((".", "…"))


_SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\b[A-Z])[.!?;]\s")
