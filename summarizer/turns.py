"""Turns: what each speaker of a transcript, a speech or a letter says, by labels and signatures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.given_names import bearer_of
from summarizer.languages import Language
from summarizer.paragraphs import BYLINE, FEWEST_LABELS, LABEL, between
from summarizer.spans import Span

__all__ = ["Turn", "find_turns"]

_Label = re.Match[str] | None
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w.’'-]*"
_SOMEBODY = rf"(?P<name>{_CAPITAL}(?: (?:{_CAPITAL}|von|van|der|de|du|del)){{0,4}})"


@dataclass(frozen=True)
class Turn:
    """What one speaker says: the label, and the spans without stage directions.

    The label is what tells who speaks: that of a turn, or the name in a heading or a signature.
    """

    label: Span
    spans: tuple[Span, ...]


def find_turns(
    text: str,
    paragraphs: tuple[Span, ...],
    language: Language,
    quoted: Sequence[Span] = (),
) -> tuple[Turn, ...]:
    r"""The turns of a transcript, of a speech or statement below its heading, or of letters.

    `quoted` is what stands between quotation marks: nobody says `I` there for the whole text.

    >>> from summarizer.languages import language_of
    >>> text = "Dear Ms. Lind,\n\nI thank you. I do. I will.\n\nYours sincerely,\n\nBo Rund"
    >>> paragraphs = (Span(0, 14), Span(16, 42), Span(44, 60), Span(62, 69))
    >>> (turn,) = find_turns(text, paragraphs, language_of("en"))
    >>> turn.label.of(text), turn.spans[0].of(text)
    ('Bo Rund', 'I thank you. I do. I will.')
    """
    labels: list[_Label] = [LABEL.match(text, *span) for span in paragraphs]
    if _is_headline(text, paragraphs, labels):
        labels[0] = None
    if _is_transcript(labels):
        return tuple(_labelled(text, paragraphs, labels))
    # who is named above all of a text comes first, who is only named beside a part of it last
    page = _Page(text, paragraphs, language, quoted)
    if speech := _below_heading(page):
        return (speech,)
    return (
        page.much(_signed(page))
        or tuple(_interview(text, paragraphs, labels))
        or (() if any(labels) else tuple(_answers(page)))
        or tuple(_of_author(page))
    )


# Transcripts -----------------------------------------------------------------------------

_FEWEST_AGAIN = 2
"""So often do labels come back in a transcript; in a line-up of two teams `Reserves:` does once."""


def _is_transcript(labels: Sequence[_Label]) -> bool:
    """Whether labels come back or open most paragraphs."""
    found = [label for label in labels if label]
    often = Counter(label["label"].casefold() for label in found)
    again = len(found) - len(often)
    are_voices = again > 0 or not all(map(_is_topic, found))
    open_most = 2 * len(found) >= len(labels)
    return len(found) >= FEWEST_LABELS and (again >= _FEWEST_AGAIN or (open_most and are_voices))


def _is_topic(label: re.Match[str]) -> bool:
    """Whether a label is one plain word, as topics are: `Taxes:`, and neither `ADA:` nor `Ada:`."""
    word = label["label"]
    return word.isalpha() and len(word) > 2 and not word.isupper() and bearer_of(word) is None


_STOPS = tuple('.!?…:”»"’)]-–—,')
"""What ends a sentence, or a turn; a headline ends in none of these."""
_SENTENCES = re.compile(r"[.!?] +[A-ZÀ-Þ]")
"""A headline has no second sentence."""


def _is_headline(text: str, paragraphs: tuple[Span, ...], labels: Sequence[_Label]) -> bool:
    """Whether the first label is of a headline: `Lind: No retreat`, above text or `LIND:`."""
    first, *others = labels or [None]
    if not first or not any(others) or _SENTENCES.search(text, first.end(), paragraphs[0].end):
        return False
    is_above_text = others[0] is None and not paragraphs[0].of(text).endswith(_STOPS)
    return is_above_text or (
        not first["label"].isupper() and all(each["label"].isupper() for each in others if each)
    )


def _labelled(text: str, paragraphs: tuple[Span, ...], labels: Sequence[_Label]) -> Iterator[Turn]:
    """A turn for each label, up to the next one."""
    open_label: _Label = None
    spans: list[Span] = []
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label:
            if open_label:
                yield _turn(open_label, spans)
            open_label, spans = label, []
        if open_label:
            start = label.end() if label else paragraph.start
            spans.extend(_said(text, Span(min(start, paragraph.end), paragraph.end)))
    if open_label:
        yield _turn(open_label, spans)


def _interview(text: str, paragraphs: tuple[Span, ...], labels: Sequence[_Label]) -> Iterator[Turn]:
    """Turns that alternate; only the first answer, and perhaps its question, has a label."""
    last = max((at for at, label in enumerate(labels) if label), default=0)
    question, answer = (labels[last - 1], labels[last]) if last else (None, None)
    asked = [_is_question(text, span) for span in paragraphs[last - 1 :: 2]] if last else []
    if answer is None or len(asked) < FEWEST_LABELS or 2 * sum(asked) < len(asked):
        return
    for at, paragraph in enumerate(paragraphs[last - 1 :]):
        label = answer if at % 2 else question
        if label is not None:
            start = max(paragraph.start, label.end() if at < 2 else 0)
            yield _turn(label, list(_said(text, Span(start, paragraph.end))))


def _answers(page: _Page) -> Iterator[Turn]:
    """What stands between questions without labels, below `Interview with Ada Lind`."""
    text, paragraphs = page.text, page.paragraphs
    asked = [_is_question(text, paragraph) for paragraph in paragraphs]
    if sum(asked) < FEWEST_LABELS:
        return
    first = asked.index(True)
    intros = (page.language.interviewing_pattern.search(text, *p) for p in paragraphs[:first])
    named = (_INTERVIEWED.match(text, intro.end()) for intro in intros if intro)
    name = next((Span(*found.span("name")) for found in named if found), None)
    if name is None or not any(map(bearer_of, name.of(text).split())):
        return
    said: list[Span] = []
    for paragraph, is_question in zip(paragraphs[first:], asked[first:], strict=True):
        if not is_question:
            said.extend(_said(text, paragraph))
        elif said:
            yield Turn(name, tuple(said))
            said = []
    if said:
        yield Turn(name, tuple(said))


_INTERVIEWED = re.compile(rf" {_SOMEBODY}(?! (?:and|und|et|y|en) [A-Z])")


def _is_question(text: str, paragraph: Span) -> bool:
    """Whether a paragraph asks, or is all bold, as what an interviewer says often is."""
    said = paragraph.of(text).strip("*_ ")
    before = text[max(0, paragraph.start - 2) : paragraph.start]
    is_bold = "**" in (before, text[paragraph.start : paragraph.start + 2])
    return said.endswith("?") or (is_bold and "*" not in said)


_DIRECTION = re.compile(r"[(\[][^()\[\]\n]{1,80}[)\]]")


def _said(text: str, span: Span) -> Iterator[Span]:
    """What is said there, without stage directions."""
    return between(_DIRECTION, text, span)


def _turn(label: re.Match[str], spans: list[Span]) -> Turn:
    return Turn(Span(*label.span("label")), tuple(spans))


# One voice -------------------------------------------------------------------------------

_NAME = r"(?P<name>[^;:\n]{3,120}?)"
_SPEAKER = re.compile(
    rf" (?:the |der )?{_NAME}"
    r"(?= at | to | in | on | before | following | regarding | about |, (?!.* and )|$)"
)
_WE = re.compile(
    rf"(?:\d+[.)] )?(?:We|Wir|Nous|Nosotros|Wij), (?:the |die |les |los |las |de )?{_NAME}"
    r"(?=, (?!and |und |et |y |en )[a-zß-ÿ]|,? (?:met|have|are|were|call|today|agree|declare"
    r"|recogni[sz]e|condemn|reaffirm|express|welcome)\b)"
)


@dataclass(frozen=True)
class _Page:
    """A text that may be one voice's: its paragraphs, and what stands between marks there."""

    text: str
    paragraphs: tuple[Span, ...]
    language: Language
    quoted: Sequence[Span]

    def is_ones_own(self, paragraphs: Sequence[Span]) -> bool:
        """Whether paragraphs speak as `I` or `We`, outside of what they quote."""
        words = [word for each in paragraphs for word in _WORD.finditer(self.text, *each)]
        said = [word for word in words if not self._is_quoted(word.start())]
        own = sum(
            self.language.is_first_person(word[0]) for word in said if not self._is_count(word)
        )
        return own >= max(FEWEST_LABELS, _OWN * len(said))

    def much(self, turns: Iterable[Turn]) -> tuple[Turn, ...]:
        """The turns, if they are much of the text, and not a letter that an article shows."""
        found = tuple(turns)
        said = sum(span.end - span.start for turn in found for span in turn.spans)
        whole = sum(span.end - span.start for span in self.paragraphs)
        return found if _MUCH * said > whole else ()

    def quotes_much(self, paragraphs: Sequence[Span]) -> bool:
        """Whether several longer quotations stand there: so writes who tells what others say."""
        whole = Span(paragraphs[0].start, paragraphs[-1].end)
        inside = (each for each in self.quoted if whole.start <= each.start < whole.end)
        long = (each for each in inside if len(each.of(self.text).split()) > _SCARE)
        return sum(1 for _ in long) > _MOST_QUOTED

    def _is_quoted(self, offset: int) -> bool:
        at = bisect_right(self.quoted, offset, key=lambda span: span.start) - 1
        return at >= 0 and offset < self.quoted[at].end

    def _is_count(self, word: re.Match[str]) -> bool:
        """Whether it is a number: `Charles I`."""
        before = self.text[max(0, word.start() - 20) : word.start()]
        return word[0] == "I" and _NAME_BEFORE.search(before) is not None


_WORD = re.compile(r"[\w’']+")
_NAME_BEFORE = re.compile(r"(?<![.!?“\"] )\b[A-Z][a-z]+ $")
_OWN = 0.01
"""Whoever speaks says `I` and `we` in one word of a hundred, at least."""
_MUCH = 3
"""A third of a text: addresses, salutations and signatures are the rest."""
_SCARE, _MOST_QUOTED = 3, 2
"""Of quotations of more words than this an author has so many at most."""


def _below_heading(page: _Page) -> Turn | None:
    """All paragraphs below `Remarks by Ada Lind`, or that begin as `We, the ministers`."""
    text, paragraphs = page.text, page.paragraphs
    found = _named_in_heading(page)
    below = paragraphs[1:] if found else paragraphs
    found = found or next((f for p in paragraphs[:_FIRST] if (f := _WE.match(text, *p))), None)
    if not found or not page.is_ones_own(below):
        return None
    ends = page.language.closing_pattern
    signed = next((at for at, each in enumerate(below) if ends.match(text, *each)), len(below))
    return Turn(Span(*found.span("name")), below[:signed])


def _named_in_heading(page: _Page) -> re.Match[str] | None:
    """The speaker behind `Remarks by` or `Joint statement by`, which opens the first line."""
    first = page.paragraphs[0] if page.paragraphs else Span(0, 0)
    heading = page.language.heading_pattern.search(page.text, *first)
    if heading is None or page.text[first.start : heading.start()].strip().count(" "):
        return None
    return _SPEAKER.match(page.text, heading.end(), first.end)


_FIRST = 4
"""`We, the ministers` stands in one of so many paragraphs, and so does the name of an author."""


def _signed(page: _Page) -> Iterator[Turn]:
    """A turn for each letter: what stands between `Dear Ms. Lind` and a name that signs it."""
    text, paragraphs, language = page.text, page.paragraphs, page.language
    start = 0
    for at, paragraph in enumerate(paragraphs):
        if language.salutation_pattern.match(text, *paragraph):
            start = at + 1
        elif closing := language.closing_pattern.match(text, *paragraph):
            below = Span(closing.end(), paragraphs[min(at + 1, len(paragraphs) - 1)].end)
            name, said = _SIGNATURE.match(text, *below), paragraphs[start:at]
            if name and page.is_ones_own(said):
                yield Turn(Span(*name.span("name")), said)
            start = at + 1


_SIGNATURE = re.compile(rf"\W*{_SOMEBODY} *(?=[\n,(]|$)")
"""The name below, or behind, the formula that ends a letter."""


def _of_author(page: _Page) -> Iterator[Turn]:
    """What somebody says in their own name: a byline above much `I`, and few quotations."""
    text = page.text
    author = _author(text, page.paragraphs)
    if author is None:
        return
    below = (p for p in page.paragraphs if p.start >= author.end)
    said = tuple(p for p in below if not text.startswith(author.of(text), p.start))
    asks = sum(_is_question(text, paragraph) for paragraph in said) > _MOST_ASKED
    if page.is_ones_own(said) and not asks and not page.quotes_much(said):
        yield Turn(author, said)


def _author(text: str, paragraphs: tuple[Span, ...]) -> Span | None:
    """Who is named in a byline, or alone in a line above all that is said."""
    head = Span(0, paragraphs[min(len(paragraphs), _FIRST) - 1].end) if paragraphs else Span(0, 0)
    if byline := BYLINE.search(text, *head):
        return Span(*byline.span("name"))
    lines = [line for each in paragraphs if (line := _NAME_LINE.fullmatch(text, *each))]
    named = [Span(*line.span("name")) for line in lines]
    people = [name for name in named if any(map(bearer_of, name.of(text).split()[:-1]))]
    if len(people) != 1 or people[0].start > head.end:
        return None  # several sign the letters of a page
    above = (paragraph for paragraph in paragraphs if paragraph.end <= people[0].start)
    return None if any(each.of(text).endswith(".") for each in above) else people[0]


_NAME_LINE = re.compile(rf"{_SOMEBODY}(?: \([^()\n]{{1,40}}\))?(?:, [^.!?\n]{{3,80}})?")
"""`Mayor Ada Lind (@lind), 14 May 2026:`."""
_MOST_ASKED = 2
"""A text with more paragraphs that ask is an interview."""
