"""Positions: what each side is for or against, with the sentences that show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage, passage
from summarizer.reading import Reading
from summarizer.salience import Proposal, stances
from summarizer.sections.drafts import Draft, one_of, pointers, words
from summarizer.sections.participants import Cast

__all__ = ["Position", "Stance", "draft", "proposals", "resolve"]

Stance = Literal["supports", "opposes", "mixed", "unclear"]

MOST = 6


class Position(Finished):
    """Where somebody stands on an issue."""

    id: str
    holder: str = Field(description="A participant's id.")
    issue: str = Field(description="What it is about, in a few words.")
    stance: Stance
    statement: str = Field(description="The position in one sentence, in the model's words.")
    evidence: tuple[Passage, ...] = Field(min_length=1)


def proposals(reading: Reading, cast: Cast | None = None) -> list[Proposal]:
    """Sentences in which somebody takes a stand; with a cast, only those of its participants."""
    found = stances(reading, most=MOST)
    return [p for p in found if cast is None or p.holder in cast.by_name]


def draft(reading: Reading, proposed: Sequence[Proposal], names: Sequence[str]) -> type[Draft]:
    """A list of positions: the evidence comes first, so that the label follows from it."""
    sentences = [p.sentence for p in proposed] or range(len(reading.sentences))
    fields: dict[str, Any] = {
        "evidence": (pointers(sentences, 2), ...),
        "holder": (one_of(names, words(80, "a name from the text")), ...),
        "statement": (words(140, "what the holder wants or rejects, one sentence"), ...),
        "issue": (words(50, "the issue in a few words"), ...),
        "stance": (Stance, ...),
    }
    item = create_model("PositionDraft", __base__=Draft, **fields)
    most = len(proposed) or MOST
    return create_model(
        "PositionsDraft",
        __base__=Draft,
        positions=(Annotated[list[item], Field(max_length=most)], ...),  # type: ignore[valid-type]
    )


def resolve(drafted: Any, reading: Reading, cast: Cast) -> tuple[Position, ...]:
    """Positions of known holders, each with its sentences cut from the source."""
    found: list[Position] = []
    seen: set[tuple[str, str]] = set()
    for item in drafted.positions if drafted else []:
        holder = cast.called(item.holder)
        key = (holder or "", " ".join(item.issue.casefold().split()))
        if holder is None or not item.issue.strip() or key in seen:
            continue
        seen.add(key)
        found.append(
            Position(
                id=f"p{len(found) + 1}",
                holder=holder,
                issue=item.issue.strip(),
                stance=item.stance,
                statement=item.statement.strip(),
                evidence=tuple(
                    passage(reading.text, reading.sentences[pointer - 1])
                    for pointer in sorted(set(item.evidence))
                ),
            )
        )
    return tuple(found)
