"""Quotations: the words between quotation marks, found by the marks and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from summarizer.languages import Language
from summarizer.spans import Span

__all__ = ["Quotation", "find_quotations"]


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


_MARK = re.compile(
    r"""
    ''(?!') | `` | ,,(?=\w)  # typewriter
    | [“”„‟"«»‹›「」『』‘’‚]
    | (?<!\w)'(?=\w)         # straight, before a word
    | (?<=[^\s('])'(?!\w)    # straight, behind one
    """,
    re.VERBOSE,
)
_FAMILY = {
    **dict.fromkeys('“”„‟"', "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "small guillemet"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("‘’‚'", "single"),
    **dict.fromkeys(("''", "``", ",,"), "typewriter"),
}
_OPENERS = frozenset(("„", "‟", "‚", "「", "『", "``", ",,"))
_CLOSERS = frozenset("」』")
_BEFORE_OPENER = frozenset(" \n([{-–—/:…=>*_“„«‘\"'")
_DEPTH = 8
"""Marks nested deeper than this are no quotations; a bound keeps time linear."""
_ELISIONS = re.compile(
    r"(?:\d|tis\b|twas\b|em\b|til\b|till\b|n\b|cause\b|round\b|bout\b)", re.IGNORECASE
)


@dataclass
class _Open:
    """A mark that nothing has closed yet: where its words start, and what was closed inside it.

    `spans` are its earlier words, if it was opened again before these.
    """

    mark: str
    at: int
    inner: list[Quotation]
    spans: list[Span] = field(default_factory=list)

    @property
    def family(self) -> str:
        return _FAMILY[self.mark]


@dataclass
class _Found:
    """An outermost quotation with those inside it, to which more spans may still be added."""

    spans: list[Span]
    inner: list[Quotation]
    closed: bool = True

    def takes(self, later: _Found) -> None:
        """Go on with a later quotation, as one and the same."""
        self.spans += later.spans
        self.inner += later.inner
        self.closed = later.closed


def find_quotations(
    text: str, paragraphs: tuple[Span, ...], language: Language
) -> Iterator[Quotation]:
    """All quotations in order, each before those inside it. Time is linear in the text."""
    number = 0
    for found in _joined(text, _nested(text, paragraphs, language), language):
        yield Quotation(tuple(found.spans), found.closed)
        yield from (Quotation(q.spans, q.closed, within=number) for q in found.inner)
        number += 1 + len(found.inner)


def _nested(text: str, paragraphs: tuple[Span, ...], language: Language) -> Iterator[_Found]:
    """Each outermost quotation with those inside it; one may run over several paragraphs."""
    pending: _Found | None = None  # unclosed at the end of the paragraph before
    ends_at = -1  # where a mark closes what several paragraphs hold
    above = Span(0, 0)
    for number, paragraph in enumerate(paragraphs):
        if pending and paragraph.end <= ends_at + 1:
            pending.takes(_Found([Span(paragraph.start, min(paragraph.end, ends_at))], []))
            continue
        found = _found_in(text, above, paragraph, language)
        above = paragraph
        if pending and found and _reopens(text, paragraph, found[0]):
            pending.takes(found[0])
            found[0] = pending
        elif pending:
            yield pending
        pending = found.pop() if found and not found[-1].closed else None
        ends_at = (
            _closed_below(text, paragraphs[number + 1 : number + 1 + _BELOW]) if pending else -1
        )
        yield from found
    if pending:
        yield pending


def _found_in(text: str, above: Span, paragraph: Span, language: Language) -> list[_Found]:
    """The outermost quotations that begin in a paragraph."""
    if language.has_dialogue and (said := _DIALOGUE.match(text, *paragraph)):
        return list(_in_dialogue(text, Span(said.end(), paragraph.end)))
    if not _DOUBLE.search(text, *paragraph) and _announces(text, above, language):
        inner = [Quotation(tuple(each.spans)) for each in _in_paragraph(text, paragraph, language)]
        return [_Found([paragraph], inner)]
    return list(_in_paragraph(text, paragraph, language))


_BELOW = 4
"""A mark closes what was opened at most so many paragraphs above it."""
_WORD = re.compile(r"\w")
_DOUBLE = re.compile(r"[“”„‟\"«»「」『』]|''|``|,,(?=\w)")
_STRAY = re.compile(r"[^\n“”„‟\"«»]*[^\s“”„‟\"«»][”\"»](?!\w)")
"""How a paragraph begins whose first mark closes what another one opened."""


def _closed_below(text: str, paragraphs: tuple[Span, ...]) -> int:
    """Where the first mark in these paragraphs stands, if it closes what none of them opens.

    It has to end its paragraph; else, and where there is no mark, -1.
    """
    for paragraph in paragraphs:
        if _DOUBLE.search(text, *paragraph):
            stray = _STRAY.match(text, *paragraph)
            is_last = stray is not None and not _WORD.search(text, stray.end(), paragraph.end)
            return stray.end() - 1 if stray and is_last else -1
    return -1


_COLON = re.compile(r"(?: [\w’'-]+){0,6}:$")
"""What ends a line behind a verb that announces speech: `told the council on Monday:`."""


def _announces(text: str, paragraph: Span, language: Language) -> bool:
    """Whether a paragraph ends in `Lind added:`, so that the next one, without marks, is speech."""
    start = max(paragraph.start, paragraph.end - _LONGEST_CUE)
    verbs = language.cue_pattern.finditer(text, start, paragraph.end) if language.cue_verbs else ()
    return any(_COLON.match(text, verb.end(), paragraph.end) for verb in verbs)


def _reopens(text: str, paragraph: Span, first: _Found) -> bool:
    return not text[paragraph.start : first.spans[0].start].strip(" \t“„‟\"«»‘‚'「『")


def _in_paragraph(text: str, paragraph: Span, language: Language) -> Iterator[_Found]:
    stack: list[_Open] = []
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, at = found[0], found.start()
        role = _role(text, found, stack, language)
        if role == "open" and len(stack) < _DEPTH:
            stack.append(_Open(mark, found.end(), []))
        elif role == "again":
            stack[-1].spans.append(Span(stack[-1].at, at).trimmed(text))
            stack[-1].at = found.end()
        elif role == "close":
            while _FAMILY[mark] != stack[-1].family:
                _drop(stack)
            opened = stack.pop()
            span = Span(opened.at, at).trimmed(text)
            if span.start == span.end:
                continue
            if stack:
                stack[-1].inner += [Quotation((*opened.spans, span)), *opened.inner]
            else:
                yield _Found([*opened.spans, span], opened.inner)
    yield from _unclosed(text, paragraph, stack)


_DIALOGUE = re.compile(r"[—―–](?=[^\W\d]|[¿¡«…])")
_INTERRUPTION = re.compile(r"\s[—―–](?=\w)(?P<cue>[^—―–]*)(?:[—―–](?P<mark>[.,;:…?!]*)|$)")
"""What interrupts speech behind a dash, and the marks with which it goes on: `—dijo ella—.`"""


def _in_dialogue(text: str, paragraph: Span) -> Iterator[_Found]:
    """Speech behind a dash, `—No —dijo Lind—. Nunca.`, as Spanish prints it."""
    asides = list(_INTERRUPTION.finditer(text, paragraph.start, paragraph.end))
    starts = [paragraph.start, *(aside.end() for aside in asides)]
    ends = [*(aside.start() for aside in asides), paragraph.end]
    pieces = (Span(start, end).trimmed(text) for start, end in zip(starts, ends, strict=True))
    if spans := [piece for piece in pieces if piece.start < piece.end]:
        yield _Found(spans, [])


def _unclosed(text: str, paragraph: Span, stack: list[_Open]) -> Iterator[_Found]:
    """The quotation of an outermost mark that nothing closes: it ends with its paragraph."""
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


def _role(text: str, found: re.Match[str], stack: list[_Open], language: Language) -> str | None:
    """Whether a mark opens or closes, by the mark, its neighbours and what is open."""
    mark = found[0]
    family = _FAMILY[mark]
    if family == "single":
        return _role_of_single(text, found, stack, language)
    innermost = next((opened for opened in reversed(stack) if opened.family == family), None)
    if mark in _OPENERS or (mark == "”" and not stack and _begins_line(text, found)):
        return "open"  # mistyped where nothing can be closed
    if mark in _CLOSERS:
        return "close" if innermost else None
    before, after = _neighbours(text, found)
    if mark in ('"', "''"):
        return _role_of_straight(text, found, is_open=innermost is not None)
    if innermost:
        return "open" if mark == innermost.mark and _looks_open(before, after, mark) else "close"
    return "open" if mark in "“«‹" or _looks_open(before, after, mark) else None


def _begins_line(text: str, found: re.Match[str]) -> bool:
    return text[max(0, found.start() - 1) : found.start()] in ("", "\n")


def _role_of_straight(text: str, found: re.Match[str], *, is_open: bool) -> str | None:
    """A straight mark closes what is open, else opens; behind a digit it may count inches."""
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


def _role_of_single(
    text: str, found: re.Match[str], stack: list[_Open], language: Language
) -> str | None:
    """Single marks are apostrophes until shown otherwise."""
    mark = found[0]
    opened = stack[-1].mark if stack and stack[-1].family == "single" else None
    if mark == "‚":
        return "open" if _precedes_words(text, found) else None
    if _is_within_word(text, found):
        return None
    if mark == "‘" and opened == "‚":
        return "close"  # the pair of German print
    if mark != "’" and _precedes_words(text, found):
        return _role_before_words(text, found, is_open=opened is not None)
    may_close = opened is not None and _follows_words(text, found, language)
    return "close" if may_close else None


def _is_within_word(text: str, found: re.Match[str]) -> bool:
    """Whether letters stand on both sides, as in `isn't`."""
    before, after = _neighbours(text, found)
    return before.isalnum() and after.isalnum()


def _precedes_words(text: str, found: re.Match[str]) -> bool:
    """Whether a mark stands where one opens; the low mark, which looks like a comma, at a word."""
    before, after = _neighbours(text, found)
    return before in _BEFORE_OPENER and (
        after.isalnum() if found[0] == "‚" else not after.isspace()
    )


def _follows_words(text: str, found: re.Match[str], language: Language) -> bool:
    """Whether a mark stands where one closes, and makes nobody an owner."""
    before, _ = _neighbours(text, found)
    return not before.isspace() and not _is_possessive(text, found.start(), language)


def _role_before_words(text: str, found: re.Match[str], *, is_open: bool) -> str | None:
    """A mark before words opens them; where one is open, only at the start of a sentence."""
    if not _opens_words(text, found.start()):
        return None
    if not is_open:
        return "open"
    return "again" if _begins_anew(text, found) else None


def _begins_anew(text: str, found: re.Match[str]) -> bool:
    """Whether a mark stands between two sentences, as where a copy lost a line's end: `No. ‘We`."""
    before = text[max(0, found.start() - 2) : found.start()]
    return before[:1] in _SENTENCE_MARKS and text[found.end()].isupper()


_SENTENCE_MARKS = tuple(".!?…")


def _opens_words(text: str, at: int) -> bool:
    """Whether a mark before a word is no apostrophe (’90s, ’tis), and one that closes follows."""
    return not _ELISIONS.match(text, at + 1) and _closes_later(text, at)


def _is_possessive(text: str, at: int, language: Language) -> bool:
    """Whether a mark is that of `the workers’ union`, and one that closes follows."""
    owned = _BEHIND_OWNER.match(text, at + 1)
    owns = text[at - 1] in "sxz" and owned is not None and owned[1] not in language.never_owned
    return owns and _closes_later(text, at)


_BEHIND_OWNER = re.compile(r" ([a-zß-öø-ÿ]+)")

_SINGLE_CLOSER = re.compile(r"(?<=[^\s])[’'‘](?!\w)")
_CLOSED_WITHIN = 400
"""How far a closing single mark is looked for: a bound keeps time linear."""


def _closes_later(text: str, at: int) -> bool:
    line_end = text.find("\n", at, at + _CLOSED_WITHIN)
    end = min(len(text), at + _CLOSED_WITHIN) if line_end < 0 else line_end
    return _SINGLE_CLOSER.search(text, at + 1, end) is not None


_LONGEST_CUE = 120
"""A cue that interrupts a quotation is no longer than this."""


def _joined(text: str, found: Iterable[_Found], language: Language) -> Iterator[_Found]:
    """The quotations, where “A,” she said, “B.” is one of two spans."""
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
    last = first.spans[-1]
    if not first.closed or second.start - last.end > _LONGEST_CUE:
        return False
    said = last.of(text).rstrip("'’‘\"”")
    cue = _cue_in(text[last.end : second.start])
    if not cue or not _may_go_on(said, cue) or not _is_cue(said, cue, language):
        return False
    if cue.endswith(":"):
        return not said.endswith((".", "!", "?"))  # “A.” Osk said: “B.”
    if cue.endswith("."):
        has_own_cue = text[second.end - 1] == ","  # “A,” Lind said. “B,” Osk said.
        return not has_own_cue and _closes(said, cue, language)
    return True


def _cue_in(gap: str) -> str:
    """What stands between two quotations, without marks; empty if it leads to no second one."""
    cue = gap.strip("“”„‟\"«»‘’‚'「」『』 ")
    is_one_part = "\n" not in gap and not _SENTENCE_END.search(cue)
    return cue if is_one_part and cue.endswith((",", ":", "–", "—", ".")) else ""


def _may_go_on(said: str, cue: str) -> bool:
    """Whether words end, or a cue begins, so that the words may go on behind it."""
    return said[-1:] in _PAUSES or cue[0] in ",–—"


def _is_cue(said: str, cue: str, language: Language) -> bool:
    """Whether a cue has a verb that reports, or none is needed: behind a long part with a comma."""
    is_plain = said.endswith(",") and said.count(" ") >= _SURE_SPEECH and len(cue) < _SHORT_CUE
    return is_plain or not language.cue_verbs or language.cue_pattern.search(cue) is not None


_PAUSES = tuple(",.!?–—-…")
_SURE_SPEECH = 3
"""What has more spaces and ends in a comma is speech whatever verb follows: `he remembers`."""
_SHORT_CUE = 60


def _closes(said: str, cue: str, language: Language) -> bool:
    """Whether a cue with a full stop belongs to what is before it: `“No,” she said. “Never.”`."""
    first = cue.split(maxsplit=1)[0].lower()
    opens = language.articles | language.pronouns | language.function_words
    is_behind = said.endswith(",") or cue[0] == "," or cue[0].islower() or first not in opens
    return is_behind and not said.endswith((".", "…"))


_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)"  # titles cut short
    r"(?<!\b[A-Z])"  # initials
    r"[.!?;]\s"
)
