"""Verify: what in a brief its own evidence does not carry. It asks, and never repairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.brief import Brief
from summarizer.grounding import Passage, Problem, fold
from summarizer.reading import Reading
from summarizer.sections.positions import Position

__all__ = ["verify"]


def verify(brief: Brief, reading: Reading) -> tuple[Problem, ...]:
    """Every claim, line and position that says more than its evidence does."""
    return (*_statements(brief, reading), *_positions(brief, reading))


def _statements(brief: Brief, reading: Reading) -> Iterator[Problem]:
    names = {
        part
        for p in brief.participants
        for form in (p.name, *p.aliases)
        for part in fold(form).split()
    }
    claims = [("claims", claim.id, claim.statement, claim.evidence) for claim in brief.claims]
    lines = [
        ("summary", f"s{number}", line.text, line.evidence)
        for number, line in enumerate(brief.summary, start=1)
    ]
    for section, item, statement, evidence in (*claims, *lines):
        missing = unsupported(statement, _with_neighbours(evidence, reading), names)
        if missing:
            yield Problem(
                kind="unsupported",
                section=section,
                item=item,
                message=f"its evidence does not have {', '.join(sorted(missing))}",
            )
        elif _denials(statement, reading) > _denials(_with_neighbours(evidence, reading), reading):
            yield Problem(
                kind="unsupported",
                section=section,
                item=item,
                message="it denies something that its evidence does not deny",
            )


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def unsupported(statement: str, evidence: str, names: set[str]) -> set[str]:
    """Numbers, and participants' and other capitalised names, that the evidence lacks.

    >>> sorted(unsupported("Lind sold 12 ships.", "She sold 11 ships.", {"lind"}))
    ['12', 'Lind']
    """
    folded = fold(evidence)
    numbers = {number.replace(",", "").rstrip(".") for number in _NUMBER.findall(evidence)}
    missing = {
        number
        for number in _NUMBER.findall(statement)
        if number.replace(",", "").rstrip(".") not in numbers
    }
    present = {_stem(word) for word in _WORD.findall(folded)}
    for found in list(_WORD.finditer(statement))[1:]:
        word = found[0]
        if word[0].isupper() and _stem(fold(word)) not in present:
            missing.add(word)
    first = _WORD.search(statement)
    if first and fold(first[0]) in names and _stem(fold(first[0])) not in present:
        missing.add(first[0])
    return missing


def _stem(word: str) -> str:
    """A word without its possessive, and the first letters of a long one: Russia, Russian."""
    return re.sub(r"['’]s?$", "", word)[:5]


def _with_neighbours(evidence: tuple[Passage, ...], reading: Reading) -> str:
    """The evidence, the sentences around it, and who is known to say it."""
    numbers: set[int] = set()
    for piece in evidence:
        inside = reading.segments.sentences_of(piece.span)
        numbers.update(range(inside.start - 1, inside.stop + 1))
    kept = sorted(n for n in numbers if 0 <= n < len(reading.sentences))
    speeches = {reading.speech_at(reading.sentences[n]) for n in kept}
    speakers = [
        reading.names.all[name].text
        for number in speeches
        if number is not None and (name := reading.speeches[number].name) is not None
    ]
    return " ".join([*(reading.sentences[n].of(reading.text) for n in kept), *speakers])


def _denials(statement: str, reading: Reading) -> bool:
    words = {fold(word) for word in _WORD.findall(statement)}
    return bool(words & reading.segments.language.negations) or "n't" in fold(statement)


def _positions(brief: Brief, reading: Reading) -> Iterator[Problem]:
    speakers = {
        (span.start, span.end): quote.speaker for quote in brief.quotes for span in quote.spans
    }
    for position in brief.positions:
        if not _is_linked(position, brief, speakers):
            yield Problem(
                kind="unlinked",
                section="positions",
                item=position.id,
                message=f"its evidence is not said by {brief.name_of(position.holder)} "
                "and does not name them",
            )


def _is_linked(
    position: Position, brief: Brief, speakers: dict[tuple[int, int], str | None]
) -> bool:
    holder = next(p for p in brief.participants if p.id == position.holder)
    for piece in position.evidence:
        said = any(
            start < piece.end and piece.start < end and speaker == holder.id
            for (start, end), speaker in speakers.items()
        )
        if said or any(mention.span.overlaps(piece.span) for mention in holder.mentions):
            return True
    return False
