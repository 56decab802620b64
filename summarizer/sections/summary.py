"""The summary: three to five lines, the bottom line first, each with its sentences."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage, passage
from summarizer.reading import Reading
from summarizer.salience import supporting_sentences
from summarizer.sections.drafts import Draft, pointers, whole_words, words

__all__ = ["Line", "draft", "resolve"]


LIMIT = 220
"""Characters of a line."""


class Line(Finished):
    """One line of the summary."""

    text: str
    evidence: tuple[Passage, ...] = Field(min_length=1)


def draft(reading: Reading) -> type[Draft]:
    """Three to five lines; fewer where the document has fewer sentences."""
    count = len(reading.sentences)
    fields: dict[str, Any] = {
        "evidence": (pointers(range(count), 3), ...),
        "line": (words(LIMIT, "one sentence in your own words"), ...),
    }
    item = create_model("LineDraft", __base__=Draft, **fields)
    lines = Annotated[list[item], Field(min_length=min(3, count), max_length=min(5, count))]  # type: ignore[valid-type]
    return create_model("SummaryDraft", __base__=Draft, summary=(lines, ...))


def resolve(drafted: Any, reading: Reading) -> tuple[Line, ...]:
    """The lines with their sentences, cut from the source.

    A sentence that shares no word with its line is no evidence; where what the model points at
    carries less than half of a line's words, the sentence that carries most of them joins.
    """
    lines = []
    for item in drafted.summary if drafted else []:
        text = whole_words(item.line, LIMIT)
        pointed = [pointer - 1 for pointer in item.evidence]
        evidence = supporting_sentences(text, pointed, reading)
        if text and evidence:
            spans = [reading.sentences[number] for number in evidence]
            lines.append(Line(text=text, evidence=tuple(passage(reading.text, s) for s in spans)))
    return tuple(lines)
