"""Speech: quotations, their speakers and claims with a source, in three public sets.

Pieces between marks are compared one by one: the sets tell which belong together each in its
own way. Pieces of fewer than four words are left out: titles and scare quotes are many there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from summarizer.reading import Reading
from summarizer.spans import Span

from ..figures import Figure
from ..matching import EXACT, QUOTES, Names, assign, dice, similarities
from ..metrics import Share
from ..predictions import Person, Place, Prediction
from ..support import widened
from .records import Record, span_of

__all__ = [
    "CLAIM_FIGURES",
    "PEOPLE_FIGURES",
    "QUOTE_FIGURES",
    "attributed_claims",
    "quotations",
    "summary_people",
]

FEWEST_WORDS = 4
MOST_PEOPLE = 8

QUOTE_FIGURES = (
    Figure("quotes.f1", "verbatim quotes, overlap F1", gated=True),
    Figure("quotes.precision", "verbatim quotes, precision"),
    Figure("quotes.recall", "verbatim quotes, recall"),
    Figure("quotes.f1_exact", "verbatim quotes, exact F1"),
    Figure("quotes.fabricated", "quotes that stand nowhere", "less", gated=True),
    Figure("speaker.f1", "quotes of a named speaker with that speaker, F1", gated=True),
    Figure("speaker.name", "right speaker where the label is a name"),
    Figure("speaker.pronoun", "told by the right words where it is a pronoun"),
    Figure("speaker.nominal", "told by the right words where it is a description"),
)
CLAIM_FIGURES = (
    Figure("claims.f1", "claims with a source and the right speaker, F1", gated=True),
    Figure("claims.precision", "claims with a source, precision"),
    Figure("claims.recall", "claims with a source, recall"),
    Figure("claims.speaker", "right speaker of a found claim"),
)
PEOPLE_FIGURES = (
    Figure("participants.recall", "named in a human summary, found among 8", gated=True),
    Figure("participants.listed", "participants listed, of 8"),
)


@dataclass(frozen=True)
class _Piece:
    """A stretch between marks, who says it, and how that is told."""

    span: Span
    speaker: Person | None
    kind: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    is_described: bool = False
    """The set does not say whether the speaker is named or only described."""

    @property
    def place(self) -> Place:
        return (self.span,)


def quotations(
    record: Record, predicted: Prediction, reading: Reading
) -> Iterator[tuple[str, Share]]:
    """Pieces of four words or more between marks, and whose they are."""
    text = reading.document.text
    gold = _labelled(record)
    found = list(_found(predicted))
    overlap = similarities(gold, found, lambda g, p: dice(g.place, p.place, text))
    long_gold = {n for n, piece in enumerate(gold) if _is_long(piece.span, text)}
    pairs = assign(overlap, QUOTES)
    exact = assign(overlap, EXACT)
    for name, matched in (("f1", pairs), ("f1_exact", exact)):
        right = sum(g in long_gold for g, _ in matched)
        wrong = _wrong(found, {p for _, p in matched}, text)
        yield f"quotes.{name}", Share(2 * right, right + wrong + len(long_gold))
        if name == "f1":
            yield "quotes.precision", Share(right, right + wrong)
            yield "quotes.recall", Share(right, len(long_gold))
            spoken = [(gold[g], found[p]) for g, p in matched if g in long_gold]
            yield from _speakers(spoken)
            yield "speaker.f1", _named(spoken, [gold[n] for n in long_gold], wrong)
    fabricated = [quote for quote in predicted.quotes if not quote.places]
    yield "quotes.fabricated", Share(len(fabricated), len(predicted.quotes))


def _labelled(record: Record) -> list[_Piece]:
    """The labelled pieces, each once: of several attributions that hold one, the innermost."""
    found: dict[Span, _Piece] = {}
    for quote in sorted(record.labels["quotes"], key=lambda each: each["start"] - each["end"]):
        mention = span_of(quote, "speaker_")
        name = quote.get("speaker_resolved") or quote.get("speaker")
        forms = _forms(record.labels, name, mention)
        speaker = Person(id="gold", name=name, aliases=forms) if name else None
        kind = quote.get("speaker_kind", "name")
        either = kind == "name_or_nominal"
        for piece in quote["verbatim"]:
            span = Span(piece["start"], piece["end"])
            found[span] = _Piece(
                span, speaker, "name" if either else kind, mention, is_described=either
            )
    ordered = sorted(found.values(), key=lambda each: each.span)
    return list(_whole(ordered, record.document.text))


def _whole(pieces: Iterable[_Piece], text: str) -> Iterator[_Piece]:
    """Pieces with nothing but white space between them are one: some sets cut at sentences."""
    current: _Piece | None = None
    for piece in pieces:
        if current and not text[current.span.end : piece.span.start].strip():
            end = max(current.span.end, piece.span.end)
            current = replace(current, span=Span(current.span.start, end))
            continue
        if current:
            yield current
        current = piece
    if current:
        yield current


def _forms(labels: dict[str, Any], name: str | None, mention: Span | None) -> tuple[str, ...]:
    """The other forms of a participant whom the set follows through the text."""
    for person in labels.get("participants", []):
        mentions = person.get("mentions", [])
        places = {span_of(each) for each in mentions}
        if person["name"] == name or (mention and mention in places):
            return (person["name"], *(m["text"] for m in mentions if m["text"][0].isupper()))
    return ()


def _found(predicted: Prediction) -> Iterator[_Piece]:
    for quote in predicted.quotes:
        for span in quote.places[0] if quote.places else ():
            yield _Piece(span, predicted.person(quote.speaker), cue=quote.cue)


def _is_long(span: Span, text: str) -> bool:
    return len(re.findall(r"\w+", span.of(text))) >= FEWEST_WORDS


def _wrong(found: Iterable[_Piece], matched: set[int], text: str) -> int:
    """How many long pieces are no quotation, by the labels."""
    return sum(n not in matched and _is_long(piece.span, text) for n, piece in enumerate(found))


def _speakers(pairs: list[tuple[_Piece, _Piece]]) -> Iterator[tuple[str, Share]]:
    for kind in ("name", "pronoun", "nominal"):
        told = [(gold, found) for gold, found in pairs if gold.kind == kind]
        if kind != "name":  # a system that does not say by which words cannot be judged
            told = [(gold, found) for gold, found in told if found.cue or not found.speaker]
        yield f"speaker.{kind}", Share(sum(_is_right(*pair) for pair in told), len(told))


def _named(pairs: list[tuple[_Piece, _Piece]], gold: list[_Piece], wrong: int) -> Share:
    """F1 of the quotations of somebody who is named, each with that somebody."""
    named = [pair for pair in pairs if pair[0].kind == "name"]
    right = sum(_is_right(*pair) for pair in named)
    return Share(2 * right, len(named) + wrong + sum(piece.kind == "name" for piece in gold))


def _is_right(gold: _Piece, found: _Piece) -> bool:
    """A name has to be the same one; a pronoun or a description has to be what told it."""
    told = bool(gold.mention and found.cue and gold.mention.overlaps(found.cue))
    if gold.kind != "name":
        return told
    if gold.speaker is None or found.speaker is None:
        return gold.is_described and told
    if gold.mention and any(m.overlaps(gold.mention) for m in found.speaker.mentions):
        return True
    return Names([gold.speaker, found.speaker]).same(gold.speaker, found.speaker)


def attributed_claims(
    record: Record, predicted: Prediction, reading: Reading
) -> Iterator[tuple[str, Share]]:
    """Claims that somebody makes, direct or not, by the sentences they stand in."""
    text = reading.document.text
    labels = [each for each in record.labels["claims"] if each.get("speaker")]
    gold = [
        _Piece(
            Span(each["start"], each["end"]),
            Person(
                id="gold",
                name=each["speaker_resolved"] or each["speaker"],
                aliases=_forms(record.labels, each["speaker_resolved"], span_of(each, "speaker_")),
            ),
            kind="name",
            mention=span_of(each, "speaker_"),
        )
        for each in labels
    ]
    said = [claim for claim in predicted.claims if claim.asserted_by]
    overlap = similarities(
        gold,
        said,
        lambda g, p: dice(widened(g.place, reading), widened(p.evidence, reading), text),
    )
    pairs = assign(overlap, QUOTES)
    right = [
        _is_right(gold[g], _Piece(gold[g].span, predicted.person(said[p].asserted_by)))
        for g, p in pairs
    ]
    yield "claims.precision", Share(len(pairs), len(said))
    yield "claims.recall", Share(len(pairs), len(gold))
    yield "claims.speaker", Share(sum(right), len(pairs))
    yield "claims.f1", Share(2 * sum(right), len(said) + len(gold))


def summary_people(
    record: Record, predicted: Prediction, reading: Reading
) -> Iterator[tuple[str, Share]]:
    """Whom a human summary names, among the first eight participants of the brief."""
    listed = predicted.participants[:MOST_PEOPLE]
    wanted = [p for p in record.labels["participants"] if p["in_human_summary"] and p["named"]]
    found = sum(any(_is_listed(each, person) for person in listed) for each in wanted)
    yield "participants.recall", Share(found, len(wanted))
    yield "participants.listed", Share(len(listed), MOST_PEOPLE)


def _is_listed(label: dict[str, Any], person: Person) -> bool:
    places = [span_of(mention) for mention in label["mentions"]]
    if any(place.overlaps(m) for place in places if place for m in person.mentions):
        return True
    aliases = tuple(m["text"] for m in label["mentions"] if m["text"][0].isupper())
    gold = Person(id="gold", name=label["name"], aliases=aliases)
    return Names([gold, person]).same(gold, person)
