"""A brief as Markdown, to be read by people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from summarizer.brief import Brief
from summarizer.grounding import Passage, find_phrase
from summarizer.sections.participants import Participant
from summarizer.sections.quotes import Quote

__all__ = ["render_markdown"]


def render_markdown(brief: Brief) -> str:
    """A briefing note: summary, participants, positions, claims, quotes, what to check, cost."""
    blocks = (
        _head(brief),
        _summary(brief),
        _participants(brief),
        _positions(brief),
        _claims(brief),
        _quotes(brief),
        _problems(brief),
        _cost(brief),
    )
    return "\n\n".join("\n".join(block) for block in map(list, blocks) if block) + "\n"


def _head(brief: Brief) -> Iterator[str]:
    source = brief.source
    yield f"# {_plain(source.title or Path(source.source or 'Brief').stem)}"
    if brief.source.date:
        yield ""
        yield f"{brief.source.date:%A}, {brief.source.date.isoformat()}"


def _summary(brief: Brief) -> Iterator[str]:
    if brief.summary:
        yield from ("## Summary", "")
    for number, line in enumerate(brief.summary, start=1):
        who = brief.name_of(line.asserted_by)
        said = f" (according to {_plain(who)})" if who and not _names(line.text, who) else ""
        yield f"- {_plain(line.text)}{said}{_flag(brief, f's{number}')}"


def _names(text: str, who: str) -> bool:
    """Whether a line has the name, or the surname, of who vouches for it."""
    return bool(find_phrase(who.rsplit(maxsplit=1)[-1], text))


def _participants(brief: Brief) -> Iterator[str]:
    if brief.participants:
        yield from ("## Participants", "")
    for participant in sorted(brief.participants, key=lambda p: -len(p.mentions)):
        yield f"- {_introduced(participant)}"


def _introduced(participant: Participant) -> str:
    role = f", {_plain(participant.role.text)}" if participant.role else ""
    times = "once" if len(participant.mentions) == 1 else f"{len(participant.mentions)} times"
    kind = "" if participant.kind == "person" else f"{participant.kind}, "
    return f"**{_plain(participant.name)}**{role} ({kind}named {times})"


def _positions(brief: Brief) -> Iterator[str]:
    if brief.positions:
        yield from ("## Positions", "")
    for position in brief.positions:
        holder = _plain(brief.name_of(position.holder) or "")
        yield (
            f"- **{holder}** {_STANCES[position.stance]} *{_plain(position.issue)}*"
            f"{_flag(brief, position.id)}"
        )
        yield from (f"  > {_excerpt(piece)}" for piece in position.evidence)


_STANCES = {
    "supports": "supports",
    "opposes": "opposes",
    "mixed": "is divided on",
    "unclear": "has a view on",
}


def _claims(brief: Brief) -> Iterator[str]:
    if brief.claims:
        yield from ("## Claims", "")
    for claim in brief.claims:
        who = brief.name_of(claim.asserted_by)
        notes = [f"according to {_plain(who)}"] if who else []
        notes += ["hedged"] if claim.hedged else []
        notes += [f"{claim.when:%A} {claim.when.isoformat()}"] if claim.when else []
        remark = f" ({', '.join(notes)})" if notes else ""
        yield f"- {_plain(claim.statement)}{remark}{_flag(brief, claim.id)}"


def _quotes(brief: Brief) -> Iterator[str]:
    if brief.quotes:
        yield from ("## Quotes", "")
    for quote in brief.quotes:
        speaker = _plain(brief.name_of(quote.speaker) or "Unknown speaker")
        yield f"- **{speaker}** ({_how(quote)}): “{_words(quote)}”"


def _how(quote: Quote) -> str:
    evidence = f": {_plain(quote.evidence.text)}" if quote.evidence else ""
    return f"{quote.attribution}{evidence}"


def _words(quote: Quote) -> str:
    """All words of a quote, or the first of a long one; the JSON has them all."""
    return " […] ".join(_excerpt(span, LONG_QUOTE) for span in quote.spans)


def _problems(brief: Brief) -> Iterator[str]:
    if brief.problems:
        yield from ("## To check", "")
    for problem in brief.problems:
        item = f" {problem.item}" if problem.item else ""
        yield f"- {problem.section}{item}: {_plain(problem.message)}"


def _cost(brief: Brief) -> Iterator[str]:
    ledger = brief.ledger
    source = "all from the cache" if ledger.cache_hits and not ledger.calls else ""
    calls = f"{ledger.calls} model calls, {ledger.output_tokens} tokens written"
    yield "---"
    spent = source or f"{calls}, {ledger.seconds:.1f} s"
    yield f"{_plain(ledger.model)}: {spent}. Each quote is a slice of the source."


def _flag(brief: Brief, item: str) -> str:
    return " ⚠" if any(problem.item == item for problem in brief.problems) else ""


LONG_QUOTE = 400
LONG_EVIDENCE = 240


def _excerpt(piece: Passage, limit: int = LONG_EVIDENCE) -> str:
    text = " ".join(piece.text.split())
    return _plain(text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} […]")


_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST = re.compile(r"^(\d*)([-+=.)])")
_CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def _plain(text: str) -> str:
    """One line that is no Markdown, no HTML and no command to a terminal."""
    line = " ".join(_CONTROL.sub("", text).split())
    return _LIST.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", line))
