"""Paragraphs: the lines and blocks of a text, and the labels that open turns in them.

Copies of web pages often lose their line ends (`It rained.Then it stopped.`). Where a line has
several such places, each of them is the end of a paragraph again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from math import inf

from summarizer.document import DATELINE, FIRST_LINES
from summarizer.languages import Language
from summarizer.spans import Span

__all__ = ["BYLINE", "FEWEST_LABELS", "LABEL", "between", "filled", "find_paragraphs", "plain"]

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
        (?:[ \t]+(?:
            [^\W\d_a-zß-ÿ][\w.’'&/-]* | \d{1,3} | of|for|the|and|de|des|du|von|für|van
            | \([^()\n]{1,40}\)
        ),?){0,7}
    )
    [*_]{0,3} (?:[ \t]*\([^()\n]{1,60}\))? [*_]{0,3}
    [ \t]*[:：](?=[*_]{0,3}(?:\s|$)) [*_]{0,3}[ \t]*
    """,
    re.VERBOSE,
)
"""What opens a turn: a name or an office before a colon, as the group `label`."""
_WRAP = 100
"""Lines no longer than this, several in a block, are one paragraph that was wrapped."""


def find_paragraphs(text: str, body: Span, language: Language) -> Iterator[Span]:
    """The paragraphs in order, trimmed and not empty: lines, or blocks of wrapped lines.

    Lines that surround an article, such as `Share this with` and `By Ada Lind`, are none, and nor
    is what a press release has below its end. No dateline belongs to a paragraph, and no mark that
    opens one in a transcript which is itself quoted.
    """
    yield from _unquoted(text, list(_article(text, body, language)))


def _article(text: str, body: Span, language: Language) -> Iterator[Span]:
    """The paragraphs without what surrounds an article."""
    pieces = list(_pieces(text, body, language))
    around = (_FURNITURE, BYLINE, _RELEASE, *([_MAIL] if _is_mail(text, pieces) else []))
    is_release = any(_RELEASE.fullmatch(text, *piece) for piece in pieces)
    late = body.start + _LATE * (body.end - body.start)
    dateline = _dateline(text, pieces[:FIRST_LINES])
    for piece in pieces:
        is_end = _END.match(text, *piece) or (is_release and _ABOUT.match(text, *piece))
        if is_end and piece.start > late:
            return
        if not any(pattern.fullmatch(text, *piece) for pattern in around):
            is_dated = dateline.start == piece.start < dateline.end
            yield _unmarked(text, Span(dateline.end, piece.end) if is_dated else piece)


def _dateline(text: str, lines: list[Span]) -> Span:
    """The dateline among the first lines, empty if there is none: several are voices."""
    found = [dateline for line in lines if (dateline := DATELINE.match(text, *line))]
    return Span(*found[0].span()) if len(found) == 1 else Span(0, 0)


def _is_mail(text: str, lines: list[Span]) -> bool:
    """Whether a text begins as an e-mail does, with several lines such as `Subject: Rain`."""
    return sum(_MAIL.fullmatch(text, *line) is not None for line in lines[:_MAIL_LINES]) > 1


def _unmarked(text: str, paragraph: Span) -> Span:
    """A paragraph without the marks of Markdown before it, `# ` and `- `, and around all of it."""
    before = _MARKER.match(text, *paragraph)
    start = before.end() if before else paragraph.start
    around = _EMPHASIS.fullmatch(text, start, paragraph.end)
    return Span(*around.span("said")) if around else Span(start, paragraph.end)


_MARKER = re.compile(
    r"(?:#{1,6} +|> *|[-*+•] +|\d{1,2}/\d{0,2} +(?=[A-ZÀ-Þ“\"]))*(?=[\w“\"„«‘(*_])"
)
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<said>\w[^*_]*[^*_\s])(?P=mark)")


def _pieces(text: str, body: Span, language: Language) -> Iterator[Span]:
    for paragraph in _as_written(text, body):
        cuts = _lost_ends(text, paragraph, language)
        for start, end in pairwise((paragraph.start, *cuts, paragraph.end)):
            if piece := filled(text, start, end):
                yield piece


_BUTTONS = (
    r"Media playback is (?:not |un)supported on (?:this|your) device|Share this with"
    r"|\w*Copy this link|Advertisement|Read (?:more|full article)|Skip to (?:main )?content"
    r"|Sign in|Log in|[\"“]?Follow [^.\n]{3,60} on (?:Twitter|X|Facebook|Instagram)\b.{,40}"
)
_NETWORKS = (
    "Facebook|Twitter|Whats[Aa]pp|Tumblr|[Ll]inked[Ii]n|[Rr]eddit|Pinterest|Digg|Newsvine|Permalink"
)
BYLINE = re.compile(
    r"^(?:By|Von|Par|Por|Door) "
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w.’'-]+(?: (?:von|van|der|de|du|del)| [A-ZÀ-ÖØ-Þ][\w.’'-]*){1,4})"
    r"(?:(?:,| \||,? (?:and|und|et|y|en|in)\b)[^.!?\n]{3,60})?$",
    re.MULTILINE,
)
"""Who wrote an article, as the group `name`, and what the paper calls them."""
_CONTACT = (
    r"(?i:(?:(?:media|press) )?(?:contacts?|enquiries|inquiries)|(?:presse|pers)?[ck]onta[ck]t"
    r"|contacto)(?: [^:\n]{0,20})?:(?=.*(?:@|\d[\d /()-]{5,})).{3,120}(?<![.!?])"
)
_RELEASE = re.compile(
    rf"(?:FOR )?IMMEDIATE RELEASE|{_CONTACT}|EMBARGOED\b.{{0,60}}"
    r"|(?i:(?:press|news) release|pressemitteilung|communiqué de presse|nota de prensa"
    r"|persbericht)"
)
"""What only a press release has: who issues it, and whom to ask."""
_FURNITURE = re.compile(rf"{_BUTTONS}|(?=(?:.*\b(?:{_NETWORKS})\b){{3}}).{{,200}}(?<![.!?])")
"""What a page says beside its article, or a line that names three places to share it."""


_END = re.compile(r"(?:#{3,}|[-–— ]*(?:ENDS?|Ends)[-–— ]*)$")
_ABOUT = re.compile(
    r"(?:About|Über|À propos d[eu]|Acerca de|Over) [^.!?:\n]{2,60}(?:\n|$)"
    r"|(?:Media|Press) (?:contacts?|enquiries|inquiries):?$"
)
"""Where the text of a press release ends: at such a mark, or a heading such as `About Tarn`."""
_MAIL = re.compile(
    r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Von|An|Gesendet|Datum|Betreff|De|À|Objet"
    r"|Para|Asunto|Aan|Onderwerp): .*"
)
_MAIL_LINES = 8
"""The head of an e-mail has so many lines at most."""
_LATE = 0.6


def _as_written(text: str, body: Span) -> Iterator[Span]:
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


_OPENING = '"“'
_CLOSING = '"”'
_DOUBLE = re.compile(r'["“”]')
FEWEST_LABELS = 3
"""One `Background:` in a news article makes no transcript, and nor do two labels."""


def _unquoted(text: str, paragraphs: list[Span]) -> Iterator[Span]:
    """The paragraphs; where `"ADA:` opens several, without the marks that only open a paragraph."""
    opened = [text[paragraph.start] in _OPENING for paragraph in paragraphs]
    labelled = [
        is_open and LABEL.match(text, *paragraph) is not None
        for is_open, paragraph in zip(opened, paragraphs, strict=True)
    ]
    if sum(labelled) < FEWEST_LABELS:
        yield from paragraphs
        return
    first = labelled.index(True)
    for number, paragraph in enumerate(paragraphs):
        goes_on = number > first and opened[number] and _is_left_open(text, paragraph)
        yield _bare(text, paragraph) if labelled[number] or goes_on else paragraph


def _bare(text: str, paragraph: Span) -> Span:
    """A paragraph without the mark that opens it, and without one at its end that closes that."""
    said = filled(text, paragraph.start + 1, paragraph.end) or paragraph
    closes = text[said.end - 1] in _CLOSING and _is_left_open(text, said)
    return Span(said.start, said.end - closes)


def _is_left_open(text: str, paragraph: Span) -> bool:
    """Whether a paragraph has a mark too few or too many."""
    return len(_DOUBLE.findall(text, *paragraph)) % 2 == 1


def plain(text: str, paragraphs: Iterable[Span]) -> str:
    r"""The text with plain white space, each character where it stood.

    In a paragraph, every white space is a space, and so is the end of a line that was wrapped;
    around paragraphs, every end of a line is a line feed.

    >>> text = "Mayor Ada\u00a0Lind of Tarn said that the harbour\nis full.\r\n\r\nNobody left."
    >>> plain(text, [Span(0, 53), Span(57, len(text))])
    'Mayor Ada Lind of Tarn said that the harbour is full. \n \nNobody left.'
    """
    inside = list(paragraphs)
    least = _least_full([len(line) for span in inside for line in span.of(text).splitlines()])
    pieces: list[str] = []
    at = 0
    for span in inside:
        pieces += (_spaced(text[at : span.start]), _unwrapped(span.of(text), least))
        at = span.end
    return "".join((*pieces, _spaced(text[at:])))


_FULL = 0.6
"""A line of this share of the longest one is full: its end is where it was wrapped."""
_MOST = 0.9
"""A text is wrapped if more of its lines than this are no longer than wrapped ones."""
_NARROW = 30
"""No text is wrapped as narrowly as this, in characters; a list is."""


def _least_full(lengths: list[int]) -> float:
    """How long a line is at least that was wrapped; endless where lines are not wrapped."""
    short = [length for length in lengths if length <= _WRAP]
    is_wrapped = len(short) > _MOST * len(lengths)
    return max(_FULL * max(short), _NARROW) if is_wrapped else inf


def _unwrapped(paragraph: str, least: float) -> str:
    *lines, last = _spaced(paragraph).split("\n")
    ends = ("\n" if len(line.rstrip()) < least else " " for line in lines)
    return "".join(line + end for line, end in zip(lines, ends, strict=True)) + last


def _spaced(text: str) -> str:
    """Each end of a line a line feed, any other white space a space; as long as before."""
    return _SPACE.sub(" ", _LINE_FEED.sub("\n", text))


_LINE_FEED = re.compile(r"\r(?!\n)|[\u2028\u2029]")
_SPACE = re.compile(r"[^\S\n]")


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


GLUED = re.compile(
    r"""
    (?<=[a-zß-öø-ÿ\d)%]{2}|[A-Z]\)|[a-z]["”’]) (?:[.!?][”’»]*|(?=")) (?P<mark>"?)
    (?=["“‘«„]? [A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ’'\s] | \d{1,2}[ ][A-Z][a-z]{2,8}[ ][-–—])
    """,
    re.VERBOSE,
)
"""A sentence's end without a space behind it; `mark` is a straight one, of either side."""
_DAY = re.compile(r"(?<=[a-zß-öø-ÿ]{3})(?=\d{1,2} [A-Z][a-z]{2,8} +[-–—])")
"""Where a line of a timeline begins: `lost the vote6 June - Lind resigns`."""
_JOINT = re.compile(r"\b(?P<head>[a-zß-öø-ÿ]{3,}|[A-Z]\w{2,}[a-z])(?=(?P<tail>[A-Z][a-zß-öø-ÿ]+))")
"""Where a line without a full stop ended: `on this deviceLind said`."""
_FEWEST_LOST = 3
"""One sentence without a space is a slip of the pen; so many in a paragraph are lost line ends."""


def _lost_ends(text: str, paragraph: Span, language: Language) -> list[int]:
    glued = list(GLUED.finditer(text, paragraph.start, paragraph.end))
    if len(glued) < _FEWEST_LOST:
        return []
    either = {found.start("mark") for found in glued if found["mark"] and text[found.end()] != '"'}
    opening = _opening(text, paragraph, either, language)
    return sorted(
        [
            *(f.start("mark") if f.start("mark") in opening else f.end() for f in glued),
            *(found.start() for found in _DAY.finditer(text, paragraph.start, paragraph.end)),
            *(
                found.end()
                for found in _JOINT.finditer(text, paragraph.start, paragraph.end)
                if found["head"].islower() or _begins(found["tail"], language)
            ),
        ]
    )


def _begins(word: str, language: Language) -> bool:
    """Whether a capital shows that a sentence begins: `And`, and not `Tube` of YouTube."""
    return word.lower() in language.function_words | language.articles | language.pronouns


def _opening(text: str, paragraph: Span, either: set[int], language: Language) -> set[int]:
    """Which marks open a quotation, of those that stand between two sentences without a space.

    Between marks whose side is plain they open and close by turns. Where that does not come out
    even, or leaves an `I` outside, a quotation was opened anew at each of its paragraphs, and
    closed at the last.
    """
    marks = [at for at in range(paragraph.start, paragraph.end) if text[at] == '"']
    runs = [(is_either, list(run)) for is_either, run in groupby(marks, either.__contains__)]
    opening: set[int] = set()
    is_open = False
    for (is_either, run), (_, behind) in pairwise([*runs, (False, [])]):
        if not is_either:
            is_open = _opens(text, run[-1])
            continue
        is_closed_behind = bool(behind) and not _opens(text, behind[0])
        first = 1 if is_open else 0
        opens, closes = run[first::2], run[1 - first :: 2]
        is_open_behind = first + len(opens) > len(closes)
        if is_open_behind == is_closed_behind and not any(
            _speaks(text, at, language) for at in closes
        ):
            opening.update(opens)
        else:
            opening.update(run if is_closed_behind else run[:-1])
    return opening


def _opens(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in ' \t\n\u00a0("–—'


_NEXT = re.compile(r'"(\w+)')


def _speaks(text: str, at: int, language: Language) -> bool:
    found = _NEXT.match(text, at)
    return found is not None and language.is_first_person(found[1])
