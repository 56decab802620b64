"""The summary: up to four lines, the bottom line first, each with its sentences."""

from __future__ import annotations

from typing import Any

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage, fold, passage
from summarizer.reading import Reading
from summarizer.sections.drafts import Draft, pointers, whole_words, words
from summarizer.support import breaks_off, lacking, supporting_sentences

__all__ = ["Line", "draft", "resolve"]


LINES = ("bottom_line", "sides", "facts", "open")
"""What each line tells: what happened, what the sides say, the facts behind it, what is open."""

LIMIT = 200
"""Characters of a line."""


class Line(Finished):
    """One line of the summary."""

    text: str
    evidence: tuple[Passage, ...] = Field(min_length=1)


def draft(reading: Reading) -> type[Draft]:
    """Named lines, so that none repeats another; fewer where the document has fewer sentences.

    Each is written first and pointed at its sentences after.
    """
    count = len(reading.sentences)
    item = create_model(
        "LineDraft",
        __base__=Draft,
        line=(words(LIMIT, "one sentence in your own words"), ...),
        evidence=(pointers(range(count), 2), ...),
    )
    fields: dict[str, Any] = dict.fromkeys(LINES[: max(1, count)], (item, ...))
    return create_model("SummaryDraft", __base__=Draft, **fields)


def resolve(drafted: Any, reading: Reading) -> tuple[Line, ...]:
    """The lines with the sentences that carry them, cut from the source.

    Left out is a line that repeats another, asks, breaks off, shares no word with the source, or
    rests on a passage that tells the program what to write. A line that says more than its
    sentences do gives way to the one that carries most of it.
    """
    lines: list[Line] = []
    for name in LINES:
        item = getattr(drafted, name, None)
        if item is None:
            continue
        text = whole_words(item.line, LIMIT)
        if _says_nothing(text) or breaks_off(text, reading):
            continue
        pointed = [pointer - 1 for pointer in item.evidence]
        evidence = supporting_sentences(text, pointed, reading)
        spans = [reading.sentences[number] for number in evidence]
        if spans and lacking(text, spans, reading):
            spans = [reading.sentences[supporting_sentences(text, (), reading)[0]]]
            text = " ".join(spans[0].of(reading.text).split())
        is_ordered = any(reading.is_order(span) for span in spans)
        if spans and not is_ordered and not any(_repeats(text, line.text) for line in lines):
            pieces = tuple(passage(reading.text, span) for span in spans)
            lines.append(Line(text=text, evidence=pieces))
    return tuple(lines)


_FEWEST_WORDS = 4
"""A line of fewer that does not end as a sentence does says nothing."""


def _says_nothing(text: str) -> bool:
    """Whether it is a question, or no sentence: `The harbour`, `Lind said:`."""
    is_short = len(text.split()) < _FEWEST_WORDS and not text.endswith((".", "!"))
    return is_short or text.endswith(("?", ":"))


def _repeats(text: str, other: str) -> bool:
    """Whether nearly all words of the shorter one stand in the other."""
    one, two = (set(fold(line).rstrip(".").split()) for line in (text, other))
    return len(one & two) >= 0.8 * min(len(one), len(two))
