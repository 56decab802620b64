"""Positions: what each side is for or against, with the sentences that show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, get_args

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage, fold, passage
from summarizer.reading import Reading
from summarizer.salience import Proposal, stances
from summarizer.sections.drafts import Draft, key, one_of, whole_words, words
from summarizer.sections.participants import Cast

__all__ = ["Position", "Stance", "draft", "proposals", "resolve"]

Stance = Literal["supports", "opposes", "mixed", "unclear"]

STANCES: tuple[Stance, ...] = get_args(Stance)

NONE = "none"
"""What the model answers for a sentence that takes no position."""

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


def draft(proposed: Sequence[Proposal]) -> type[Draft]:
    """For each proposed sentence the issue, the stance and the position; stance none skips it.

    >>> draft([Proposal(sentence=3, holder=0)]).model_json_schema()["required"]
    ['s4']
    """
    item = create_model(
        "PositionDraft",
        __base__=Draft,
        statement=(words(160, "what the holder wants or rejects, one sentence"), ...),
        issue=(words(60, "what it is about, in a few words"), ...),
        stance=(one_of(*STANCES, NONE), ...),
    )
    fields: dict[str, Any] = {key(p.sentence): (item, ...) for p in proposed}
    return create_model("PositionsDraft", __base__=Draft, **fields)


def resolve(
    drafted: Any, proposed: Sequence[Proposal], reading: Reading, cast: Cast
) -> tuple[Position, ...]:
    """Positions of participants, each with its sentence cut from the source."""
    found: list[Position] = []
    for proposal in proposed:
        item = getattr(drafted, key(proposal.sentence), None)
        holder = cast.by_name.get(proposal.holder)
        if item is None or holder is None or item.stance == NONE or not item.statement.strip():
            continue
        position = Position(
            id=f"p{len(found) + 1}",
            holder=holder,
            issue=whole_words(item.issue, 60),
            stance=item.stance,
            statement=whole_words(item.statement, 160),
            evidence=(passage(reading.text, reading.sentences[proposal.sentence]),),
        )
        if not any(_is_same(position, other) for other in found):
            found.append(position)
    return tuple(found)


def _is_same(one: Position, other: Position) -> bool:
    return one.holder == other.holder and fold(one.statement) == fold(other.statement)
