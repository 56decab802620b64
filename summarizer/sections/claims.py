"""Claims: what is asserted as fact, by whom, and on which sentences of the source it rests.

Code chooses sentences; a strong model, if it is asked, restates those that do not stand alone. Who
asserts them follows from where they stand: inside a quotation or a turn, behind `X said that`, or
in the text's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date as Date  # noqa: N812 - the type of a date
from typing import Any

from pydantic import Field, create_model

from summarizer.duties import is_told_duty
from summarizer.grounding import Finished, Passage, fold, lower_words
from summarizer.languages import Language
from summarizer.reading import Reading
from summarizer.salience import factual_sentences
from summarizer.sections.drafts import Draft, key, whole_words, words
from summarizer.sections.participants import Cast
from summarizer.sections.statements import ended, shown, vouched_by
from summarizer.spans import Span
from summarizer.stances import Stands
from summarizer.support import breaks_off, lacking
from summarizer.when import resolve_day

__all__ = ["Claim", "draft", "open_sentences", "proposals", "resolve"]

FEWEST, MOST, FURTHER = 4, 14, 40
"""So many claims of a short document, and of a long one; one more for so many sentences."""

LIMIT = 200
"""Characters of a restated claim."""


class Claim(Finished):
    """A statement that is true or false, and who vouches for it."""

    id: str
    statement: str = Field(description="The sentence of the source, or a model's words for it.")
    asserted_by: str = Field(description="A participant's id, or `text`.")
    evidence: tuple[Passage, ...] = Field(min_length=1)
    hedged: bool = Field(description="Whether the source leaves open that it is so.")
    when: Date | None = Field(description="The day it speaks of, if the source tells it.")


def proposals(reading: Reading, stands: Stands) -> list[int]:
    """The sentences that look most like facts: two in five, within bounds.

    What is a stand and has no figure in it is a position, and no claim besides; what leads a text
    is one all the same.
    """
    count = len(reading.sentences)
    most = max(FEWEST, min(MOST + count // FURTHER, (2 * count + 4) // 5))
    positions = {
        stand.sentence
        for stand in stands.clearest()
        if stand.is_firm and not is_told_duty(reading, stand.word)
    }
    told = {n for n in positions - {0} if not _has_figure(n, reading)}
    return factual_sentences(reading, most, told) or list(range(len(reading.sentences)))


def _has_figure(number: int, reading: Reading) -> bool:
    return any(map(str.isdecimal, reading.sentences[number].of(reading.text)))


def open_sentences(reading: Reading, proposed: Sequence[int]) -> list[int]:
    """Those that do not stand alone: somebody's own words, or without the names they speak of."""
    return [n for n in proposed if not _stands_alone(reading, reading.sentences[n])]


def _stands_alone(reading: Reading, span: Span) -> bool:
    words = lower_words(shown(span, reading))
    pronouns = reading.segments.language.pronouns
    return (
        len(words) <= _MOST_WORDS
        and reading.speech_at(span) is None
        and bool(reading.names.within(span))
        and not any(word in pronouns for word in words[:4])
    )


_MOST_WORDS = 45
"""A sentence of more words is restated: a claim is one thing."""


def draft(proposed: Sequence[int]) -> type[Draft]:
    """For each sentence that does not stand alone its claim; an empty string skips it.

    >>> draft([0, 6]).model_json_schema()["required"]
    ['s1', 's7']
    """
    claim = words(LIMIT, "the claim so that it stands alone")
    fields: dict[str, Any] = {key(sentence): (claim, ...) for sentence in proposed}
    return create_model("ClaimsDraft", __base__=Draft, **fields)


def resolve(
    drafted: Any,
    proposed: Sequence[int],
    reading: Reading,
    cast: Cast,
    voices: Mapping[int, str | None],
) -> tuple[Claim, ...]:
    """Claims with the proposed sentences; `voices` maps a speech to its speaker's id."""
    found: list[Claim] = []
    seen: set[str] = set()
    restated = open_sentences(reading, proposed)
    for sentence in proposed:
        span = reading.sentences[sentence]
        statements = _facts(shown(span, reading), reading)
        if drafted and sentence in restated:
            answer = whole_words(getattr(drafted, key(sentence)), LIMIT)
            if not answer:
                continue
            statements = statements if _fails(answer, span, reading) else [ended(answer)]
        for statement in statements:
            if fold(statement) in seen:
                continue
            seen.add(fold(statement))
            found.append(
                Claim(
                    id=f"c{len(found) + 1}",
                    statement=statement,
                    asserted_by=vouched_by(span, reading, cast, voices),
                    evidence=(reading.passage(span),),
                    hedged=_is_hedged(statement, span, reading),
                    when=_day(statement, span, reading),
                )
            )
    return tuple(found)


def _facts(statement: str, reading: Reading) -> list[str]:
    """`Lind said that it rained, and that nobody came` claims two things."""
    language = reading.segments.language
    that = language.that_pattern.search(statement)
    if that is None or not _reports(statement[: that.start()], language):
        return [statement]
    more = list(language.further_pattern.finditer(statement, that.end()))
    while more and not more[-1]["joint"]:
        more.pop()  # `that` without `and` may open anything
    starts = [0, *(each.start("that") for each in more)]
    ends = [*(each.start() for each in more), len(statement)]
    said = [statement[start:end] for start, end in zip(starts, ends, strict=True)]
    said = [ended(each) for each in said] if more else said
    return [said[0], *(f"{statement[: that.start()]}[…] {each}" for each in said[1:])]


def _reports(head: str, language: Language) -> bool:
    """Whether a verb of speech stands close before `that`: `told the board on Monday`."""
    return any(word in language.cue_verbs for word in lower_words(head)[-_CLOSE:])


_CLOSE = 6


def _fails(statement: str, span: Span, reading: Reading) -> bool:
    """Whether the sentence itself is the better claim."""
    return breaks_off(statement, reading) or bool(lacking(statement, [span], reading))


def _is_hedged(statement: str, span: Span, reading: Reading) -> bool:
    pattern = reading.segments.language.hedge_pattern
    return bool(pattern.search(statement) or pattern.search(reading.text, span.start, span.end))


def _day(statement: str, span: Span, reading: Reading) -> Date | None:
    """The day in the claim itself, else in its sentence; `today` within marks was another day."""
    given, language = reading.document.date, reading.segments.language
    texts = (statement, span.of(reading.text))
    if not reading.is_transcript:
        texts = (_QUOTED.sub(" ", texts[0]), _QUOTED.sub(" ", texts[1]))
    days = (resolve_day(text, given, language) for text in texts)
    return next((day for day in days if day), None)


_QUOTED = re.compile(r"„[^“”]*[“”]?|[“«\"][^”»\"]*[”»\"]?")
