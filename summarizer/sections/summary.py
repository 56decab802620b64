"""The summary: up to four lines, the bottom line first, each with its sentences.

The model's lines say what matters; the words are the source's. A line that puts a sentence of its
own together gives way to the sentence that has most of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage, fold, passage
from summarizer.pronouns import PERSONAL
from summarizer.reading import Reading
from summarizer.salience import factual_sentences, is_factual
from summarizer.sections.drafts import Draft, pointers, whole_words, words
from summarizer.sections.participants import Cast
from summarizer.sections.statements import shown, vouched_by
from summarizer.stances import find_stands
from summarizer.support import breaks_off, lacking, supporting_sentences, telling_sentences

__all__ = ["Line", "draft", "resolve"]


LINES = ("bottom_line", "sides", "facts", "open")
"""What each line tells: what happened, what the sides say, the facts behind it, what is open."""

LIMIT = 200
"""Characters of a line that a model writes."""

SENTENCES_PER_LINE = 4
"""A text of so many sentences for each line has all of them, whatever the model writes."""


class Line(Finished):
    """One line of the summary."""

    text: str
    asserted_by: str = Field(description="A participant's id, or `text`.")
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


def resolve(
    drafted: Any, reading: Reading, cast: Cast, voices: Mapping[int, str | None]
) -> tuple[Line, ...]:
    """The lines with the sentences that carry them, cut from the source, and who vouches for them.

    Left out is what says nothing, breaks off, repeats another or rests on a passage that tells
    the program what to write. The facts of the text take the place of lines that are missing.
    """
    told: list[_Told] = []
    for each in _written(drafted, reading):
        if not _is_there(each, told):
            told.append(each)
    least = min(len(LINES), len(reading.sentences) // SENTENCES_PER_LINE)
    for each in _facts(reading):
        if len(told) >= least:
            break
        if not _is_there(each, told):
            told.append(each)
    return tuple(_line(each, reading, cast, voices) for each in told)


_Told = tuple[str, list[int]]
"""Words, and the numbers of the sentences that have them."""


def _written(drafted: Any, reading: Reading) -> Iterator[_Told]:
    """What a model wrote, as far as it shortens the source, or the sentences it stands for."""
    factual = [n for n in range(len(reading.sentences)) if is_factual(reading, n)]
    for name in LINES:
        item = getattr(drafted, name, None)
        text = whole_words(item.line, LIMIT) if item else ""
        if _says_nothing(text) or breaks_off(text, reading):
            continue
        numbers = telling_sentences(text, reading)
        spans = [reading.sentences[number] for number in numbers]
        if any(map(reading.is_order, spans)):
            continue
        if spans and not lacking(text, spans, reading):
            yield text, numbers
        elif name == "bottom_line" and not reading.is_transcript:
            yield from islice(_sentences(factual, reading), 1)
        else:
            meant = supporting_sentences(text, (), reading)
            yield from _sentences((n for n in meant if n in factual), reading)


def _facts(reading: Reading) -> Iterator[_Told]:
    """What a brief needs most: of speech the stands, of news the facts, in their order."""
    stands = [stand.sentence for stand in find_stands(reading) if stand.is_firm]
    if reading.is_transcript:
        yield from _sentences(stands, reading)
    yield from _sentences(factual_sentences(reading, len(LINES)), reading)


def _sentences(numbers: Iterable[int], reading: Reading) -> Iterator[_Told]:
    """Those of them that a reader can use alone: no heading, no question, no mere `he`."""
    for number in numbers:
        text = shown(reading.sentences[number], reading)
        first = re.search(r"\w+", text)
        if first and first[0].lower() not in _LOOSE and _ENDS.search(text):
            yield text, [number]


_LOOSE = PERSONAL | frozenset("they sie ils elles ellos ellas zij".split())
"""What means somebody whom another sentence names."""
_ENDS = re.compile(r"[.!…][”»\"’')]*$")
"""How a sentence ends, and no heading."""


def _line(told: _Told, reading: Reading, cast: Cast, voices: Mapping[int, str | None]) -> Line:
    text, numbers = told
    spans = [reading.sentences[number] for number in numbers]
    return Line(
        text=text,
        asserted_by=vouched_by(spans[0], reading, cast, voices),
        evidence=tuple(passage(reading.text, span) for span in spans),
    )


def _is_there(one: _Told, others: list[_Told]) -> bool:
    """Whether its sentences or nearly all its words are in one of the others."""
    return any(set(one[1]) <= set(numbers) or _repeats(one[0], text) for text, numbers in others)


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
