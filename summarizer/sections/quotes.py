"""Quotes: found by code, given a speaker by the text where it says so, by the model elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from pydantic import Field, create_model

from summarizer.cues import Cue
from summarizer.grounding import Finished, Passage, Problem
from summarizer.quotations import Quotation
from summarizer.reading import Attribution, Reading, Speech
from summarizer.reports import Report
from summarizer.salience import highlights
from summarizer.sections.drafts import Draft, one_of, words
from summarizer.sections.participants import Cast
from summarizer.spans import Span

__all__ = ["UNKNOWN", "Quote", "draft", "hints", "listed", "open_speeches", "resolve", "weighed"]

UNKNOWN = "unknown"
"""What the model answers when the text does not tell."""


class Quote(Finished):
    """Words of the source, and who says them."""

    id: str
    spans: tuple[Passage, ...] = Field(
        description="More than one where a cue interrupts it or it runs over paragraphs."
    )
    speaker: str | None = Field(description="A participant's id, or null if it is not known.")
    attribution: Attribution = Field(description="How the speaker is told.")
    evidence: Passage | None = Field(description="The words that tell the speaker.")
    weight: Literal[1, 2, 3] = Field(description="3: a brief must have it; 1: nice to have.")

    @property
    def text(self) -> str:
        """All its words."""
        return " … ".join(span.text for span in self.spans)


def open_speeches(reading: Reading) -> list[int]:
    """The numbers of the speeches whose speaker the text alone does not settle."""
    return [number for number, speech in enumerate(reading.speeches) if not speech.is_settled]


def hints(reading: Reading, numbers: Sequence[int]) -> list[dict[str, str]]:
    """What the model is shown of each open speech: its key, the words around it, a guess."""
    return [_hint(reading, number) for number in numbers]


def _hint(reading: Reading, number: int) -> dict[str, str]:
    speech = reading.speeches[number]
    text = reading.text
    guess = reading.names.all[speech.name].text if speech.name is not None else ""
    first, last = speech.spans[0], speech.spans[-1]
    sentence = reading.segments.sentences_of(Span(first.start, first.start + 1))
    start = reading.sentences[sentence[0]].start if sentence else first.start
    around = text[max(start, first.start - 60) : first.start]
    tail = _REST.match(text, last.end)
    return {
        "key": _key(number),
        "before": " ".join(around.split()).rstrip(MARKS),
        "words": _shortened(text, speech),
        "after": " ".join((tail[0] if tail else "").split()).lstrip(MARKS),
        "guess": guess,
    }


_REST = re.compile(r"[^\n.]{0,40}")
"""What follows a quotation in its sentence."""
MARKS = " “”„‟\"«»‘’‚'「」『』"


def _shortened(text: str, speech: Speech) -> str:
    said = " ".join(" ".join(span.of(text) for span in speech.spans).split())
    return said if len(said) <= SHOWN else f"{said[:SHOWN].rsplit(' ', 1)[0]} …"


SHOWN = 36
"""Characters of a quotation that the model is shown again: enough to find it in the text."""


def _key(number: int) -> str:
    return f"q{number + 1}"


def draft(numbers: Sequence[int], names: Sequence[str]) -> type[Draft]:
    """One required answer for each open speech, so that none can be skipped.

    >>> draft([0, 4], ["Ada Lind"]).model_json_schema()["required"]
    ['q1', 'q5']
    """
    speaker = one_of(*names, UNKNOWN) if names else words(80, "a name from the text")
    fields: dict[str, Any] = {_key(number): (speaker, ...) for number in numbers}
    return create_model("QuotesDraft", __base__=Draft, **fields)


def resolve(drafted: Iterable[Any], reading: Reading, cast: Cast) -> tuple[Quote, ...]:
    """Give every speech its speaker: the text's where it is settled, else the model's."""
    answers: dict[str, str] = {}
    for answer in drafted:
        answers.update(answer.model_dump())
    return tuple(
        _quote(number, answers.get(_key(number)), reading, cast)
        for number in range(len(reading.speeches))
    )


def listed(
    said: tuple[Quote, ...], reading: Reading, cast: Cast, cited: Sequence[Span]
) -> tuple[tuple[Quote, ...], list[Problem]]:
    """The quotes of a brief: every quotation, but of a transcript only what matters.

    There they are the sentences that take a stand, state facts or are `cited`. What somebody
    quotes who speaks is a quote too.
    """
    spoken = _highlights(said, reading, cited) if reading.is_transcript else said
    inner = _quoted_again(said, reading, cast)
    chosen = sorted([*spoken, *inner], key=lambda quote: quote.spans[0].span)
    quotes = tuple(
        quote.model_copy(update={"id": _key(number)}) for number, quote in enumerate(chosen)
    )
    problems = [
        Problem(
            kind="unattributed",
            section="quotes",
            item=quote.id,
            message=f"who says {quote.spans[0].text[:60]!r} is not known",
        )
        for quote in quotes
        if quote.speaker is None and quote.attribution in ("unknown", "implicit", "pronoun")
    ]
    return quotes, problems


def _highlights(
    said: tuple[Quote, ...], reading: Reading, cited: Sequence[Span]
) -> Iterator[Quote]:
    for number, span in highlights(reading, cited):
        turn = said[number]
        pieces = [piece for piece in turn.spans if span.overlaps(piece.span)]
        spans = [Span(max(span.start, piece.start), min(span.end, piece.end)) for piece in pieces]
        cut = tuple(map(reading.passage, spans))
        yield turn.model_copy(update={"spans": cut, "weight": 2})


def _quoted_again(said: tuple[Quote, ...], reading: Reading, cast: Cast) -> Iterator[Quote]:
    """Words that a speaker quotes; theirs only where a name, a sure pronoun or an `I` says so."""
    for quotation, cue in zip(reading.segments.quotations, reading.cues, strict=True):
        outer = reading.speech_at(quotation.spans[0])
        is_long = sum(len(span.of(reading.text).split()) for span in quotation.spans) > 2
        if outer is None or not is_long or not cue.is_speech:
            continue
        if not reading.is_transcript and not _is_told_within(quotation, cue, reading):
            continue
        attribution, speaker = _told_again(cue.report, reading, cast, said[outer].speaker)
        if reading.is_transcript and speaker == said[outer].speaker:
            speaker = None  # who reads something out says `I read`, and quotes others
        yield Quote(
            id=_key(0),
            spans=tuple(map(reading.passage, quotation.spans)),
            speaker=speaker,
            attribution=attribution,
            evidence=reading.passage(cue.report.span) if cue.report else None,
            weight=2,
        )


def _is_told_within(quotation: Quotation, cue: Cue, reading: Reading) -> bool:
    """Whether it stands in another, with the words that say whose it is."""
    if quotation.within is None or cue.report is None:
        return False
    outer = reading.segments.quotations[quotation.within]
    return any(span.overlaps(cue.report.verb) for span in outer.spans)


def _told_again(
    report: Report | None, reading: Reading, cast: Cast, speaker: str | None
) -> tuple[Attribution, str | None]:
    """How the one who is quoted by a speaker is told, and the id of the one who is."""
    if report is None:
        return "description", None
    meant = cast.by_name.get(report.name) if report.name is not None else None
    if report.kind != "pronoun":
        return "cue" if report.kind == "name" else "description", meant
    if report.subject.of(reading.text).lower() in reading.segments.language.first_person:
        return "pronoun", speaker
    is_other = meant != speaker  # whoever speaks says `I`, and no `he`
    return "pronoun", meant if report.is_sure and is_other else None


def _quote(number: int, answer: str | None, reading: Reading, cast: Cast) -> Quote:
    speech = reading.speeches[number]
    speaker = _settled(speech, cast) if speech.is_settled else _answered(answer, cast)
    attribution: Attribution = speech.attribution
    if not speech.is_settled and attribution == "unknown" and speaker:
        attribution = "implicit"
    return Quote(
        id=_key(number),
        spans=tuple(map(reading.passage, speech.spans)),
        speaker=speaker,
        attribution=attribution,
        evidence=reading.passage(speech.evidence) if speech.evidence else None,
        weight=2 if sum(len(s.of(reading.text).split()) for s in speech.spans) >= _FULL else 1,
    )


_FULL = 6
"""A quotation of fewer words is a fragment."""


def _settled(speech: Speech, cast: Cast) -> str | None:
    return cast.by_name.get(speech.name) if speech.name is not None else None


def _answered(answer: str | None, cast: Cast) -> str | None:
    return cast.called(answer) if answer and answer != UNKNOWN else None


def weighed(quotes: Iterable[Quote], cited: Sequence[Span]) -> tuple[Quote, ...]:
    """Weight 3 for what a position, a claim or a line of the summary rests on."""
    return tuple(
        quote.model_copy(update={"weight": 3})
        if quote.weight == 2 and any(c.overlaps(s.span) for s in quote.spans for c in cited)
        else quote
        for quote in quotes
    )
