"""The summary: three to five lines, the bottom line first, each with its sentences."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage, passage
from summarizer.reading import Reading
from summarizer.sections.drafts import Draft, pointers, words

__all__ = ["Line", "draft", "resolve"]


class Line(Finished):
    """One line of the summary."""

    text: str
    evidence: tuple[Passage, ...] = Field(min_length=1)


def draft(reading: Reading) -> type[Draft]:
    """Three to five lines; fewer where the document has fewer sentences."""
    count = len(reading.sentences)
    fields: dict[str, Any] = {
        "evidence": (pointers(range(count), 3), ...),
        "line": (words(220, "one sentence in your own words"), ...),
    }
    item = create_model("LineDraft", __base__=Draft, **fields)
    lines = Annotated[list[item], Field(min_length=min(3, count), max_length=min(5, count))]  # type: ignore[valid-type]
    return create_model("SummaryDraft", __base__=Draft, summary=(lines, ...))


def resolve(drafted: Any, reading: Reading) -> tuple[Line, ...]:
    """The lines with their sentences cut from the source."""
    return tuple(
        Line(
            text=" ".join(item.line.split()),
            evidence=tuple(
                passage(reading.text, reading.sentences[pointer - 1])
                for pointer in sorted(set(item.evidence))
            ),
        )
        for item in (drafted.summary if drafted else [])
        if item.line.strip()
    )
