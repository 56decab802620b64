"""Positions: what each side is for or against, with the sentences that show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal, get_args

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage, fold, passage
from summarizer.reading import Reading
from summarizer.salience import Proposal, stance_excerpt, stances
from summarizer.sections.drafts import Draft, key, one_of, whole_words, words
from summarizer.sections.participants import Cast
from summarizer.support import breaks_off, grounded_phrase

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
        issue=(words(60, "what it is about, in a few words"), ...),
        stance=(one_of(*STANCES, NONE), ...),
        statement=(words(160, "what the holder wants or rejects, one sentence"), ...),
    )
    fields: dict[str, Any] = {key(p.sentence): (item, ...) for p in proposed}
    return create_model("PositionsDraft", __base__=Draft, **fields)


def resolve(
    drafted: Any, proposed: Sequence[Proposal], reading: Reading, cast: Cast
) -> tuple[Position, ...]:
    """Positions of participants with their sentences cut from the source; equal ones are one."""
    found: dict[tuple[str, str], Position] = {}
    for proposal in proposed:
        item = getattr(drafted, key(proposal.sentence), None)
        holder = cast.by_name.get(proposal.holder)
        if item is None or holder is None or item.stance == NONE or not item.statement.strip():
            continue
        sentence = reading.sentences[proposal.sentence]
        evidence: tuple[Passage, ...] = (passage(reading.text, sentence),)
        statement = _direct(whole_words(item.statement, 160), cast.names_of(holder), reading)
        if breaks_off(statement, reading):
            statement = stance_excerpt(reading, proposal)
        elif not cast.is_named_in(statement, holder):
            continue  # it is somebody else's
        same = (holder, fold(statement))
        if same in found:
            evidence = found[same].evidence + evidence
        found[same] = Position(
            id=found[same].id if same in found else f"p{len(found) + 1}",
            holder=holder,
            issue=_issue(item.issue, proposal, reading),
            stance=item.stance,
            statement=statement,
            evidence=evidence,
        )
    return tuple(found.values())


def _direct(statement: str, names: Sequence[str], reading: Reading) -> str:
    """`Ada Lind stays` for `Ada Lind states that Lind stays`: what somebody says of themselves."""
    forms = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    found = re.match(rf"({forms}) (\w+) that (?:{forms}) (.+)", statement)
    if found and found[2].lower() in reading.segments.language.cue_verbs:
        return f"{found[1]} {found[3]}"
    return statement


def _issue(issue: str, proposal: Proposal, reading: Reading) -> str:
    """The issue in words of the source's own: the model's, or the end of the stance."""
    sentence = reading.sentences[proposal.sentence]
    end = " ".join(stance_excerpt(reading, proposal).split()[-7:]).strip(" .,;:")
    phrases = (grounded_phrase(each, sentence, reading) for each in (whole_words(issue, 60), end))
    return next(filter(None, phrases), end)
