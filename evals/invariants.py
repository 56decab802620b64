"""Invariants: what holds for every brief of every document, whatever the model answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import ValidationError

from summarizer.brief import Brief
from summarizer.grounding import find_phrase

__all__ = ["violations"]


def violations(brief: Brief, text: str) -> Iterator[str]:
    """What is broken: a passage that is no slice, a ghost, an id twice or unknown, the schema."""
    for piece in brief.passages():
        if text[piece.start : piece.end] != piece.text:
            yield f"{piece.text!r} does not stand at {piece.start}"
    for participant in brief.participants:
        for form in (participant.name, *participant.aliases):
            if not find_phrase(form, text):
                yield f"the name {form!r} is not in the source"
    yield from _identities(brief)
    try:
        Brief.model_validate_json(brief.model_dump_json())
    except ValidationError as error:
        yield f"the brief does not fit its own schema: {error}"


def _identities(brief: Brief) -> Iterator[str]:
    sections = (brief.participants, brief.quotes, brief.positions, brief.claims)
    counted = Counter(item.id for section in sections for item in section)
    yield from (f"the id {identity!r} is there twice" for identity, n in counted.items() if n > 1)
    known = {participant.id for participant in brief.participants}
    used = [(q.id, q.speaker) for q in brief.quotes if q.speaker]
    used += [(p.id, p.holder) for p in brief.positions]
    used += [(c.id, c.asserted_by) for c in brief.claims if c.asserted_by != "text"]
    strangers = [(item, who) for item, who in used if who not in known]
    yield from (f"{item} names {who!r}, who is no participant" for item, who in strangers)
