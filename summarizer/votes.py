"""Votes: who is recorded as for or against what, in minutes and reports of a sitting. By code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.judgements import Judgement
from summarizer.reading import Reading
from summarizer.spans import Span

__all__ = ["votes"]

_VOTING = re.compile(
    r"(?P<names>\b[A-Z][^;:()\n]{2,80}?) (?:voting )?"
    r"(?P<side>(?<=voting )(?:for|against|in favou?r)|abstaining)\b"
)
_RESOLUTION = re.compile(r" (?P<issue>[^;()\n]+?)(?=[.;]?$| \()")
_MOVED = re.compile(r"\W*(?P<issue>(?:The|A|An) [\w ]{3,60}?) (?:was|were|is|are)\b")


def votes(reading: Reading, number: int) -> Iterator[Judgement]:
    """Everybody whom a sentence records as for, against or abstaining.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> text = "The sale of the harbour was lost, 1-2 (for: Ada Lind; against: Bo Rund, Eva Osk)."
    >>> reading = read(Document.from_text(text))
    >>> [(reading.names.all[v.holder].text, v.side) for v in votes(reading, 0)]
    [('Ada Lind', 'supports'), ('Bo Rund', 'opposes'), ('Eva Osk', 'opposes')]
    """
    text, sentence = reading.text, reading.sentences[number]
    issue = _issue(reading, sentence)
    if issue is None:
        return
    resolved = _RESOLVED.match(text, sentence.start)
    body = _sitting(reading) if resolved else None
    if resolved and body is not None:
        yield Judgement(body, Span(*resolved.span()), issue, "supports")
    language = reading.segments.language
    listed = language.votes_pattern.finditer(text, *sentence)
    for found in (*listed, *_VOTING.finditer(text, *sentence)):
        side = language.votes.get(found["side"].lower())
        if side is None:  # letters that a pattern takes for others
            continue
        place = Span(*found.span())
        for mention, name in reading.names.within(Span(*found.span("names"))):
            if mention.end <= place.end:
                yield Judgement(name, mention, issue, side)


_RESOLVED = re.compile(r"(?:\w+[.)] )?(?:RESOLVED|Resolved|AGREED|BESCHLOSSEN)\b(?!:)")


def _sitting(reading: Reading) -> int | None:
    """The body whose minutes they are: the first one that the text names."""
    return next((n for n, name in enumerate(reading.names.all) if name.is_body), None)


def _issue(reading: Reading, sentence: Span) -> Span | None:
    """What was voted on: the clause of the resolution, or the motion."""
    text, that = reading.text, reading.segments.language.that_pattern
    clauses = (
        _RESOLUTION.match(text, each.end(), sentence.end) for each in that.finditer(text, *sentence)
    )
    found = next(filter(None, clauses), None) or _MOVED.match(text, *sentence)
    return Span(*found.span("issue")) if found else None
