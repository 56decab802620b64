"""Reading: everything that code finds in a document before any model is asked.

A *speech* is what the program quotes: words between marks, or a turn of a transcript.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from summarizer.cues import Cue, find_cues
from summarizer.document import Document
from summarizer.grounding import Passage, passage
from summarizer.names import Names, find_names
from summarizer.orders import find_orders
from summarizer.pronouns import Pronouns
from summarizer.reports import Referents, Report, Reports, find_reports
from summarizer.segment import Segments, segment
from summarizer.spans import Span
from summarizer.speakers import find_speakers

__all__ = ["Attribution", "Reading", "Speech", "read"]

Attribution = Literal["cue", "turn", "pronoun", "description", "implicit", "unknown"]
"""How a speaker is told: a named cue, a turn label, a pronoun, a description such as `the
mayor`, the quotation before it, or not at all."""


@dataclass(frozen=True)
class Speech:
    """Words that somebody says, and what the text itself tells of the speaker.

    `name` is the number of a name; where `is_settled` nobody is asked, else it is a guess.
    """

    spans: tuple[Span, ...]
    attribution: Attribution
    evidence: Span | None
    name: int | None
    is_settled: bool

    @property
    def start(self) -> int:
        """Where its first words stand."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where its last words end."""
        return self.spans[-1].end


@dataclass(frozen=True)
class Reading:
    """A document with its segments, names, cues and speeches.

    >>> reading = read(Document.from_text('"We will not leave," Ada Lind said.'))
    >>> speech = reading.speeches[0]
    >>> speech.attribution, reading.names.all[speech.name].text
    ('cue', 'Ada Lind')
    """

    segments: Segments
    names: Names
    pronouns: Pronouns
    reports: Reports
    cues: tuple[Cue, ...]
    """One for each quotation of the segments."""
    of_turns: tuple[int | None, ...]
    """For each turn of the segments the number of the name whose it is."""

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.segments.document

    @property
    def text(self) -> str:
        """The document's text with plain white space; all spans are addresses of both."""
        return self.segments.text

    def passage(self, span: Span) -> Passage:
        """What stands there, cut from the document as it was given."""
        return passage(self.document.text, span)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences; a pointer `n` of the model means `sentences[n - 1]`."""
        return self.segments.sentences

    def is_question(self, number: int) -> bool:
        """Whether a sentence asks something, whatever marks stand behind the question mark.

        >>> read(Document.from_text("Er fragte: „Wird der Hafen verkauft?“")).is_question(0)
        True
        """
        return self.sentences[number].of(self.text).rstrip("”“\"’'»« ").endswith("?")

    @property
    def is_transcript(self) -> bool:
        """Whether speaker turns carry the text."""
        return bool(self.segments.turns)

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """What can be quoted, in order."""
        if self.is_transcript:
            turns = zip(self.segments.turns, self.of_turns, strict=True)
            return tuple(
                Speech(turn.spans, "turn", turn.label, name, is_settled=True)
                for turn, name in turns
                if turn.spans
            )
        pairs = zip(self.segments.quotations, self.cues, strict=True)
        return tuple(
            _of_quotation(quotation.spans, cue)
            for quotation, cue in pairs
            if quotation.within is None and cue.is_speech and not self.is_order(quotation.spans[0])
        )

    @cached_property
    def orders(self) -> tuple[Span, ...]:
        """The passages that speak to whoever summarises the document."""
        return find_orders(self.segments)

    def is_order(self, span: Span) -> bool:
        """Whether a span stands in such a passage."""
        at = bisect_left(self.orders, span.end, key=lambda order: order.start) - 1
        return at >= 0 and self.orders[at].end > span.start

    def speech_at(self, span: Span) -> int | None:
        """The number of the speech that a sentence mostly consists of."""
        shared: Counter[int] = Counter()
        first = bisect_right(self._parts, span.start, key=lambda part: part[0].end)
        for at in range(first, len(self._parts)):
            part, number = self._parts[at]
            if part.start >= span.end:
                break
            shared[number] += min(span.end, part.end) - max(span.start, part.start)
        most = max(shared, key=shared.__getitem__, default=None)
        return most if most is not None and 2 * shared[most] > span.end - span.start else None

    def is_work_title(self, span: Span) -> bool:
        """Whether a span lies between marks that hold no speech: the title of a work."""
        pairs = zip(self.segments.quotations, self.cues, strict=True)
        return any(
            part.start <= span.start and span.end <= part.end
            for quotation, cue in pairs
            if not cue.is_speech
            for part in quotation.spans
        )

    def assertion_in(self, span: Span) -> Report | None:
        """The first report of a sentence whose subject says what follows, or went before.

        `said he left` asserts, `expressed regret` does not; in a language that does not tell them
        apart every cue verb is taken to.
        """
        return next((r for r in self.reports.within(span) if self._asserts(r)), None)

    def _asserts(self, report: Report) -> bool:
        verb, after = report.verb.of(self.text).lower(), self.text[report.verb.end :][:6]
        language = self.segments.language
        if not language.asserting or verb in language.according_to:
            return True
        if _NEGATED.search(self.text, max(0, report.verb.start - 8), report.verb.start):
            return False
        return verb in language.asserting or after.startswith((" that ", ", ", ": "))

    @cached_property
    def _parts(self) -> list[tuple[Span, int]]:
        """The spans of all speeches, in order, each with the number of its speech."""
        return [(span, n) for n, speech in enumerate(self.speeches) for span in speech.spans]

    def numbered(self) -> str:
        """The text as a model reads it: a paragraph a line, each sentence after its number."""
        lines: list[list[str]] = []
        at = -1
        for number, sentence in enumerate(self.sentences, start=1):
            paragraph = self.segments.paragraph_of(sentence.start)
            piece = f"[{number}] {' '.join(sentence.of(self.text).split())}"
            if paragraph.start == at:
                lines[-1].append(piece)
            else:
                lines.append([piece])
            at = paragraph.start
        return "\n".join(map(" ".join, lines))


_NEGATED = re.compile(r"(?:\bnot|n[’']t|\bnever) $")


def read(document: Document) -> Reading:
    """Do everything that needs no model. Pure."""
    segments = segment(document)
    speakers = find_speakers(segments, find_names(segments))
    names = speakers.names
    pronouns = Pronouns(segments, names)
    referents = Referents(segments, names, pronouns)
    reports = find_reports(referents)
    cues = find_cues(referents, reports)
    return Reading(segments, names, pronouns, reports, cues, speakers.of_turns)


def _of_quotation(spans: tuple[Span, ...], cue: Cue) -> Speech:
    if cue.report is None:
        kind: Attribution = "implicit" if cue.guess is not None else "unknown"
        return Speech(spans, kind, None, cue.guess, is_settled=False)
    kinds: dict[str, Attribution] = {
        "name": "cue",
        "pronoun": "pronoun",
        "nominal": "description",
    }
    kind = "implicit" if cue.continues else kinds[cue.report.kind]
    is_settled = cue.guess is not None or kind == "description"  # `the inspectors said` is enough
    return Speech(spans, kind, cue.report.span, cue.guess, is_settled)
