"""Statements: a sentence of the source as it is shown alone, and who vouches for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.grounding import lower_words
from summarizer.reading import Reading
from summarizer.reports import Report
from summarizer.salience import ENDS
from summarizer.sections.participants import TEXT, Cast
from summarizer.spans import Span

__all__ = ["ended", "shown", "vouched_by"]


def ended(text: str) -> str:
    """A text with a full stop, unless it ends as a sentence does.

    >>> ended("Lind left"), ended("“Lind left.”")
    ('Lind left.', '“Lind left.”')
    """
    return text if ENDS.search(text) else f"{text}."


def shown(span: Span, reading: Reading) -> str:
    """A sentence with the name for the pronoun that reports in it: `[Ada Lind] said that`."""
    report = next(iter(reading.reports.within(span)), None)
    if report is None or report.kind != "pronoun" or report.name is None:
        return _whole(span, reading)
    pronoun = report.subject.of(reading.text).lower()
    if pronoun in reading.segments.language.first_person:
        return _whole(span, reading)
    head = Span(span.start, report.subject.start)
    if not _is_clear(report, reading):
        return _whole(span, reading)
    if any(number == report.name for _, number in reading.names.within(head)):
        return _whole(span, reading)
    name, before = reading.names.all[report.name].text, _whole(head, reading)
    behind = re.sub(r"\s+", " ", reading.text[report.subject.end : span.end])
    return f"{before} [{name}]{behind}{_closing(span, reading)}".strip()


def _is_clear(report: Report, reading: Reading) -> bool:
    """Whether a pronoun's name stands in the same turn, and nobody else is brought in behind it.

    `I met a teacher. She writes`: the pronoun is shown as it stands.
    """
    at, language = report.subject.start, reading.segments.language
    mentions = reading.names.all[report.name].mentions if report.name is not None else ()
    last = max((mention.end for mention in mentions if mention.end <= at), default=None)
    if last is None:
        return False
    speech = reading.speech_at(report.span) if reading.is_transcript else None
    if speech is not None and last < reading.speeches[speech].start:
        return False
    words = lower_words(reading.text[last:at])
    somebody = language.role_nouns | language.titles
    return not any(
        word in language.indefinites and not somebody.isdisjoint(words[n + 1 : n + 1 + _NEAR])
        for n, word in enumerate(words)
    )


_NEAR = 3
"""A noun stands at most so many words behind its article: `a young chemistry teacher`."""


def _whole(span: Span, reading: Reading) -> str:
    """A sentence on one line, without the label of its turn, its quotations between their marks."""
    number = reading.speech_at(span)
    speech = reading.speeches[number] if number is not None else None
    label = speech.evidence if speech else None
    if reading.is_transcript and speech and label and label.overlaps(span):
        span = Span(speech.start, span.end)
    text = _DIRECTION.sub("", " ".join(span.of(reading.text).split()))
    if not reading.is_transcript:
        text = _opening(span, reading) + text + _closing(span, reading)
    return text.strip(_MARKS) if sum(map(text.count, _MARKS)) % 2 else text


def _opening(span: Span, reading: Reading) -> str:
    """The mark that opened a quotation before a sentence; empty where none did."""
    quoted = [each for each in reading.segments.quoted if each.start < span.start < each.end]
    before = reading.text[quoted[0].start - 1 : quoted[0].start] if quoted else ""
    return before if before in _CLOSED_BY else ""


def _closing(span: Span, reading: Reading) -> str:
    """The mark that closes a quotation behind a sentence, of the kind that opened it."""
    quoted = [each for each in reading.segments.quoted if each.start < span.end < each.end]
    before = reading.text[quoted[0].start - 1 : quoted[0].start] if quoted else ""
    return _CLOSED_BY.get(before, "")


_DIRECTION = re.compile(r"^\[[^\]]{1,40}\]\s*(?=\S)")
"""What a transcript tells besides: `[Laughter.]`."""
_MARKS = '“”„«»"'
_CLOSED_BY = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’"}
"""From the mark that opens a quotation to the one that closes it."""


def vouched_by(span: Span, reading: Reading, cast: Cast, voices: Mapping[int, str | None]) -> str:
    """The id of who says a sentence, or `text`; `voices` maps a speech to its speaker's id."""
    speech = reading.speech_at(span)
    if speech is not None:
        return voices.get(speech) or TEXT
    said = reading.assertion_in(span)
    return cast.by_name.get(said.name, TEXT) if said and said.name is not None else TEXT
