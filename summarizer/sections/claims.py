"""Claims: what is asserted as fact, by whom, and on which sentences of the source it rests.

The model chooses sentences and restates them. Who asserts them follows from where the
sentences stand: inside a quotation or a turn, behind `X said that`, or in the text's own voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date as Date  # noqa: N812 - the type of a date
from typing import Annotated, Any

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage, fold, passage
from summarizer.reading import Reading
from summarizer.salience import factual_sentences
from summarizer.sections.drafts import Draft, pointers, words
from summarizer.sections.participants import Cast
from summarizer.spans import Span
from summarizer.when import resolve_day

__all__ = ["TEXT", "Claim", "draft", "proposals", "resolve"]

TEXT = "text"
"""The document itself asserts it."""

MOST = 8


class Claim(Finished):
    """A statement that is true or false, and who vouches for it."""

    id: str
    statement: str = Field(description="The claim so that it stands alone, in the model's words.")
    asserted_by: str = Field(description="A participant's id, or `text`.")
    evidence: tuple[Passage, ...] = Field(min_length=1)
    hedged: bool = Field(description="Whether the source leaves open that it is so.")
    when: Date | None = Field(description="The day it speaks of, if the source tells it.")


def proposals(reading: Reading) -> list[int]:
    """The sentences that look most like facts; a longer document has more, up to a point."""
    most = max(3, min(MOST, len(reading.sentences) // 5))
    return factual_sentences(reading, most) or list(range(len(reading.sentences)))


def draft(reading: Reading) -> type[Draft]:
    """A list of claims; shorter documents hold fewer."""
    sentences = proposals(reading)
    fields: dict[str, Any] = {
        "evidence": (pointers(sentences, 2), ...),
        "claim": (words(200, "what is claimed, one sentence that stands alone"), ...),
    }
    item = create_model("ClaimDraft", __base__=Draft, **fields)
    most = max(2, len(sentences) - 1)
    return create_model(
        "ClaimsDraft",
        __base__=Draft,
        claims=(Annotated[list[item], Field(max_length=most)], ...),  # type: ignore[valid-type]
    )


def resolve(
    drafted: Any, reading: Reading, cast: Cast, voices: Mapping[int, str | None]
) -> tuple[Claim, ...]:
    """Claims with their sentences; `voices` maps the number of a speech to its speaker's id."""
    found: list[Claim] = []
    seen: set[str] = set()
    for item in drafted.claims if drafted else []:
        statement = " ".join(item.claim.split())
        if not statement or fold(statement) in seen:
            continue
        seen.add(fold(statement))
        spans = [reading.sentences[pointer - 1] for pointer in sorted(set(item.evidence))]
        found.append(
            Claim(
                id=f"c{len(found) + 1}",
                statement=statement,
                asserted_by=asserter(spans, reading, cast, voices),
                evidence=tuple(passage(reading.text, span) for span in spans),
                hedged=_is_hedged(statement, spans, reading),
                when=_day(statement, spans, reading),
            )
        )
    return tuple(found)


def asserter(
    spans: list[Span], reading: Reading, cast: Cast, voices: Mapping[int, str | None]
) -> str:
    """Whoever says most of the sentences: a participant's id, or `text`."""
    votes = Counter(_voice(span, reading, cast, voices) for span in spans)
    return votes.most_common(1)[0][0]


def _voice(span: Span, reading: Reading, cast: Cast, voices: Mapping[int, str | None]) -> str:
    speech = reading.speech_at(span)
    if speech is not None:
        return voices.get(speech) or TEXT
    reports = reading.cues.reports_in(span)
    if reports and reports[0].name is not None:
        return cast.by_name.get(reports[0].name, TEXT)
    return TEXT


def _is_hedged(statement: str, spans: list[Span], reading: Reading) -> bool:
    pattern = reading.segments.language.hedge_pattern
    return bool(pattern.search(statement)) or any(
        pattern.search(reading.text, span.start, span.end) for span in spans
    )


def _day(statement: str, spans: list[Span], reading: Reading) -> Date | None:
    """The day in the claim itself, else in its sentences."""
    given = reading.document.date
    language = reading.segments.language
    texts = [statement, *(span.of(reading.text) for span in spans)]
    days = (resolve_day(text, given, language) for text in texts)
    return next((day for day in days if day), None)
