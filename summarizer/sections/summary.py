"""The summary: up to four lines, the bottom line first, each with its sentences.

The model points at a sentence and shortens it; the words are the source's. A line that puts a
sentence of its own together gives way to the sentence that it points at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage, fold
from summarizer.languages import Language
from summarizer.reading import Reading
from summarizer.salience import ENDS, factual_sentences, is_factual
from summarizer.sections.drafts import Draft, one_of, words
from summarizer.sections.participants import Cast
from summarizer.sections.statements import ended, shown, vouched_by
from summarizer.spans import Span
from summarizer.stances import Stands
from summarizer.support import breaks_off, lacking, telling_sentences

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

    Each points at its sentence first and then shortens it: a model that has just pointed keeps
    to the words of that sentence.
    """
    count = max(1, len(reading.sentences))
    item = create_model(
        "LineDraft",
        __base__=Draft,
        sentence=(one_of(*range(1, count + 1)), ...),
        line=(words(LIMIT, "that sentence made short, in its own words"), ...),
    )
    fields: dict[str, Any] = dict.fromkeys(LINES[:count], (item, ...))
    return create_model("SummaryDraft", __base__=Draft, **fields)


def resolve(
    drafted: Any, reading: Reading, cast: Cast, voices: Mapping[int, str | None], stands: Stands
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
    for each in _facts(reading, stands):
        if len(told) >= least:
            break
        if not _is_there(each, told):
            told.append(each)
    return tuple(_line(each, reading, cast, voices) for each in told)


_Told = tuple[str, list[int]]
"""Words, and the numbers of the sentences that have them."""


def _written(drafted: Any, reading: Reading) -> Iterator[_Told]:
    """What a model wrote, as far as it shortens the source, or the sentences it points at."""
    factual = [n for n in range(len(reading.sentences)) if is_factual(reading, n)]
    for name in LINES:
        item = getattr(drafted, name, None)
        if item is None:
            continue
        text = _whole(item.line)
        numbers = telling_sentences(text, reading)
        is_known = name == "bottom_line" and any(_is_told_of(n, reading) for n in numbers)
        if _tells(text, numbers, reading) and not is_known:
            yield text, numbers
        elif name == "bottom_line":
            yield from islice(_sentences(_leads(reading), reading), 1)
        else:
            yield from _sentences((n for n in factual if n == item.sentence - 1), reading)


def _leads(reading: Reading) -> Iterator[int]:
    """The sentences that may tell what happened: the first ones, before anybody's turn."""
    speeches = (speech.start for speech in reading.speeches if reading.is_transcript)
    first = next(speeches, len(reading.text))
    before = [n for n, span in enumerate(reading.sentences) if span.end <= first]
    if reading.is_transcript:
        yield from before
    yield from (n for n in before if is_factual(reading, n) and not _is_told_of(n, reading))
    yield from factual_sentences(reading, 1)


def _is_told_of(number: int, reading: Reading) -> bool:
    """Whether a sentence is about somebody whom another one names: `The biologist turned it`."""
    sentence = reading.sentences[number]
    first = sentence.of(reading.text).split(maxsplit=1)[0].lower()
    definites = reading.segments.language.definites
    return first in definites and not reading.names.within(sentence)


def _whole(line: str) -> str:
    """A line that did not run into its limit, or its whole sentences; without a stray bracket."""
    line = _STRAY.sub("", " ".join(line.split()))
    if len(line) < LIMIT:
        return line
    return line[: line.rfind(". ") + 1]


_STRAY = re.compile(r"[\s{}\[\],;]+$")
"""What a model writes behind a quotation mark that it took for the end of its answer."""


def _tells(text: str, numbers: list[int], reading: Reading) -> bool:
    """Whether a line can be used alone, and the source carries it."""
    spans, language = [reading.sentences[n] for n in numbers], reading.segments.language
    if not spans or not _is_usable(text, language) or breaks_off(text, reading):
        return False
    is_heading = any(_is_heading(number, reading) for number in numbers)
    if is_heading and not (reading.is_transcript and len(text.split()) >= _LONG_HEADING):
        return False
    if any(_is_talk(span, reading) for span in spans):
        return False
    return not any(map(reading.is_order, spans)) and not lacking(text, spans, reading)


def _is_heading(number: int, reading: Reading) -> bool:
    """Whether a sentence has no end, or is one of the short paragraphs that open an article."""
    span = reading.sentences[number]
    if not ENDS.search(span.of(reading.text)):
        return True
    is_alone = number < _HEADINGS and reading.segments.paragraph_of(span.start) == span
    is_short = len(span.of(reading.text).split()) <= _HEADING
    return is_alone and is_short and len(reading.segments.paragraphs) > _FEW_PARAGRAPHS


_HEADINGS, _HEADING, _FEW_PARAGRAPHS = 2, 14, 4
"""So many sentences, of so many words, may be headings of an article of more paragraphs."""
_LONG_HEADING = 10
"""A heading of so many words tells who speaks: `Remarks by Ada Lind at the fair of the town`."""


def _is_talk(span: Span, reading: Reading) -> bool:
    """Whether it is what somebody says in news as `I`, or to a `you`: alone that is nobody."""
    if reading.is_transcript or reading.speech_at(span) is None or reading.reports.within(span):
        return False
    language = reading.segments.language
    said = re.findall(r"\w+", span.of(reading.text))
    return any(language.is_first_person(word) or word.lower() in language.you for word in said)


def _facts(reading: Reading, stands: Stands) -> Iterator[_Told]:
    """What a brief needs most: of speech the stands, of news the facts, in their order."""
    if reading.is_transcript:
        firm = [stand.sentence for stand in stands.clearest() if stand.is_firm]
        yield from _sentences(firm, reading)
    yield from _sentences(factual_sentences(reading, len(LINES)), reading)


def _sentences(numbers: Iterable[int], reading: Reading) -> Iterator[_Told]:
    """Those of them that a reader can use alone: no heading, no question, no mere `he`."""
    for number in numbers:
        text = shown(reading.sentences[number], reading)
        is_talk = _is_talk(reading.sentences[number], reading)
        is_heading = _is_heading(number, reading) or not ENDS.search(text)
        if _is_usable(text, reading.segments.language) and not (is_talk or is_heading):
            yield text, [number]


def _is_usable(text: str, language: Language) -> bool:
    """Whether a line says something by itself, and closes what it quotes."""
    is_open = text.count("“") != text.count("”") or text.count('"') % 2 == 1
    return not (is_open or _says_nothing(text) or _is_loose(text, language))


def _is_loose(text: str, language: Language) -> bool:
    """Whether a line leans on another one: by `he` or a label at its start, or, if short, `it`."""
    first = _first_word(language).search(text)
    loose = language.personal | language.they | language.she_or_they
    loose |= language.these | language.theirs
    count = len(text.split())
    is_short = count < _SHORT and _ELSEWHERE.search(text) is not None
    is_short |= count < _SHORT_REPORT and "[" in text
    is_labelled = _LABELLED.match(text) is not None
    is_leaning = first is None or first[0].lower() in loose or _LEANING.match(text) is not None
    return is_leaning or is_short or is_labelled


@lru_cache(maxsize=16)
def _first_word(language: Language) -> re.Pattern[str]:
    """The first word of a line, or the one behind a conjunction that opens it."""
    joints = "|".join(map(str.capitalize, language.conjunctions))
    return re.compile(rf"\b(?!(?:{joints}) )\w+")


_LABELLED = re.compile(r"[^.:“\"]{2,40}:\s(?![“\"«„‘'])")
_LEANING = re.compile(
    r"\W*(?:(?:That|This)[ ](?:is|was|has|had|will|would|means)\b"
    r"|(?:The|In|On|At|Asked|As|For|While|When|After|Before)\b"
    r"[^A-ZÀ-ÖØ-Þ\[]*?\b(?:he|him|she|her|they|them)\b)"
)
"""A line in which somebody is meant before anybody is named: `Asked to point him out, Lind`."""
_SHORT, _SHORT_REPORT = 7, 10
_ELSEWHERE = re.compile(
    r"(?i:\b(?:that|this|it|these|those|cela|ça|eso|esto|dat|dit)\b)|\bdas (?![A-ZÄÖÜ])"
)
"""In a line of fewer words such a word means what stands elsewhere, and `[Lind] said` all."""


def _line(told: _Told, reading: Reading, cast: Cast, voices: Mapping[int, str | None]) -> Line:
    text, numbers = told
    spans = [reading.sentences[number] for number in numbers]
    return Line(
        text=ended(text),
        asserted_by=vouched_by(spans[0], reading, cast, voices),
        evidence=tuple(map(reading.passage, spans)),
    )


def _is_there(one: _Told, others: list[_Told]) -> bool:
    """Whether its sentences or nearly all its words are in one of the others."""
    return any(set(one[1]) <= set(numbers) or _repeats(one[0], text) for text, numbers in others)


_FEWEST_WORDS = 4
"""A line of fewer that does not end as a sentence does says nothing."""


def _says_nothing(text: str) -> bool:
    """Whether it is a question, no sentence (`The harbour`, `Lind said:`), or tells the hour."""
    is_short = len(text.split()) < _FEWEST_WORDS and not text.endswith((".", "!"))
    return is_short or text.endswith(("?", ":")) or _SITTING.match(text) is not None


_SITTING = re.compile(
    r"The (?:hearing|meeting|session|sitting|debate) "
    r"(?:opened|began|resumed|ended|closed|adjourned|was (?:opened|closed|adjourned))\b"
)


def _repeats(text: str, other: str) -> bool:
    """Whether nearly all words of the shorter one stand in the other."""
    one, two = (set(fold(line).rstrip(".").split()) for line in (text, other))
    return len(one & two) >= 0.8 * min(len(one), len(two))
