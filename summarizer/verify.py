"""Verify: what in a brief its own evidence does not carry. It asks, and never repairs."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.brief import Brief
from summarizer.grounding import Problem, fold
from summarizer.reading import Reading
from summarizer.roles import head_of
from summarizer.sections.positions import Position
from summarizer.support import lacking

__all__ = ["verify"]


def verify(brief: Brief, reading: Reading) -> tuple[Problem, ...]:
    """Every claim, line and position that says more than its evidence does, and every order."""
    return (*_orders(reading), *_statements(brief, reading), *_positions(brief, reading))


def _orders(reading: Reading) -> Iterator[Problem]:
    for order in reading.orders:
        words = " ".join(order.of(reading.text).split())
        yield Problem(
            kind="order",
            section="source",
            item=None,
            message=f"the source tells a program what to write; this was left out: {words[:60]!r}",
        )


def _statements(brief: Brief, reading: Reading) -> Iterator[Problem]:
    claims = [("claims", claim.id, claim.statement, claim.evidence) for claim in brief.claims]
    held = [("positions", each.id, each.issue, each.evidence) for each in brief.positions]
    lines = [
        ("summary", f"s{number}", line.text, line.evidence)
        for number, line in enumerate(brief.summary, start=1)
    ]
    for section, item, statement, evidence in (*lines, *held, *claims):
        if missing := lacking(statement, (piece.span for piece in evidence), reading):
            yield Problem(
                kind="unsupported",
                section=section,
                item=item,
                message=f"its evidence does not have: {', '.join(missing)}",
            )


def _positions(brief: Brief, reading: Reading) -> Iterator[Problem]:
    speakers = {
        (span.start, span.end): quote.speaker for quote in brief.quotes for span in quote.spans
    }
    for position in brief.positions:
        if not (
            _is_linked(position, brief, speakers, reading) or _is_meant(position, brief, reading)
        ):
            yield Problem(
                kind="unlinked",
                section="positions",
                item=position.id,
                message=f"its evidence is not said by {brief.name_of(position.holder)} "
                "and does not name them",
            )


def _is_linked(
    position: Position,
    brief: Brief,
    speakers: dict[tuple[int, int], str | None],
    reading: Reading,
) -> bool:
    holder = next(p for p in brief.participants if p.id == position.holder)
    for piece in position.evidence:
        said = any(
            start < piece.end and piece.start < end and speaker == holder.id
            for (start, end), speaker in speakers.items()
        )
        words = set(fold(piece.text).split())
        called = (
            holder.role is not None
            and head_of(fold(holder.role.text).split(), reading.segments.language) in words
        )
        if said or called or any(m.span.overlaps(piece.span) for m in holder.mentions):
            return True
    return False


def _is_meant(position: Position, brief: Brief, reading: Reading) -> bool:
    """Whether a pronoun in its evidence means the holder: `He called for a new harbour`."""
    holder = next(p for p in brief.participants if p.id == position.holder)
    mentions = {mention.span for mention in holder.mentions}
    told = (*reading.reports.said, *reading.reports.stances)
    return any(
        piece.span.overlaps(subject.subject)
        and not mentions.isdisjoint(reading.names.all[subject.name].mentions)
        for subject in told
        if subject.name is not None and subject.is_sure
        for piece in position.evidence
    )
