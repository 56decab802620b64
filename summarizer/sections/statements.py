"""Statements: a sentence of the source as it is shown alone, and who vouches for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.reading import Reading
from summarizer.sections.participants import TEXT, Cast
from summarizer.spans import Span

__all__ = ["shown", "vouched_by"]


def shown(span: Span, reading: Reading) -> str:
    """A sentence with the name for the pronoun that reports in it: `[Ada Lind] said that`."""
    report = next(iter(reading.reports.within(span)), None)
    if report is None or report.kind != "pronoun" or report.name is None:
        return _whole(span, reading)
    pronoun = report.subject.of(reading.text).lower()
    if pronoun in reading.segments.language.first_person or reading.speech_at(span) is not None:
        return _whole(span, reading)
    head = Span(span.start, report.subject.start)
    if any(number == report.name for _, number in reading.names.within(head)):
        return _whole(span, reading)
    name, before = reading.names.all[report.name].text, _whole(head, reading)
    return f"{before} [{name}]{reading.text[report.subject.end : span.end]}".strip()


def _whole(span: Span, reading: Reading) -> str:
    """A sentence on one line, without the label of its turn, or a mark that is never closed."""
    number = reading.speech_at(span)
    speech = reading.speeches[number] if number is not None else None
    label = speech.evidence if speech else None
    if reading.is_transcript and speech and label and label.overlaps(span):
        span = Span(speech.start, span.end)
    text = _DIRECTION.sub("", " ".join(span.of(reading.text).split()))
    opening, closing = (sum(map(text.count, marks)) for marks in (_OPENING, _CLOSING))
    if opening != closing or text.count('"') % 2:
        return text.strip("".join(_OPENING | _CLOSING) + '"')
    return text


_DIRECTION = re.compile(r"^\[[^\]]{1,40}\]\s*(?=\S)")
"""What a transcript tells besides: `[Laughter.]`."""
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»")


def vouched_by(span: Span, reading: Reading, cast: Cast, voices: Mapping[int, str | None]) -> str:
    """The id of who says a sentence, or `text`; `voices` maps a speech to its speaker's id."""
    speech = reading.speech_at(span)
    if speech is not None:
        return voices.get(speech) or TEXT
    said = reading.assertion_in(span)
    return cast.by_name.get(said.name, TEXT) if said and said.name is not None else TEXT
