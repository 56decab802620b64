"""Positions: what each side is for or against, with the sentences that show it.

Where the text says so in plain words (`wants`, `is against`) code reads it. The model is asked
about those who speak and of whom no such word is found, and points at one of their sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import Field, create_model

from summarizer.grounding import Finished, Passage
from summarizer.reading import Reading
from summarizer.salience import speaking_names
from summarizer.sections.drafts import Draft, one_of, whole_words, words
from summarizer.sections.participants import Cast
from summarizer.spans import Span
from summarizer.stances import Stance, Stand, Stands, stance_score
from summarizer.support import grounded_phrase

__all__ = ["Position", "Silent", "Stance", "draft", "resolve", "silent"]

STANCES: tuple[Stance, ...] = get_args(Stance)

NONE = "none"
"""What the model answers for somebody who takes no position."""

MOST, MOST_OF_ONE = 24, 3
"""So many positions that the words show, of all and of one holder."""

MOST_ASKED = 5
"""So many holders is the model asked about; so many sentences of each does it see."""

MOST_SENTENCES = 4


class Position(Finished):
    """Where somebody stands on an issue."""

    id: str
    holder: str = Field(description="A participant's id.")
    issue: str = Field(description="What it is about, in words of the source.")
    stance: Stance
    evidence: tuple[Passage, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Silent:
    """Somebody whose stand no single word shows: a name's number and their own sentences."""

    holder: int
    sentences: tuple[int, ...]

    @property
    def key(self) -> str:
        """The field that answers for them."""
        return f"n{self.holder + 1}"


def silent(reading: Reading, stands: Stands) -> list[Silent]:
    """Those who speak and of whom code finds no stand."""
    told = {stand.holder for stand in _shown_stands(reading, stands)}
    asked = []
    for holder in speaking_names(reading):
        sentences = _own_sentences(holder, reading)
        if holder not in told and sentences:
            asked.append(Silent(holder, tuple(sentences)))
    return asked[:MOST_ASKED]


def _own_sentences(holder: int, reading: Reading) -> list[int]:
    """What they say: the sentences that look most like a stand, in order."""
    mine = [speech for speech in reading.speeches if speech.name == holder]
    numbers = {n for s in mine for span in s.spans for n in reading.segments.sentences_of(span)}
    ranked = sorted(numbers, key=lambda n: (-stance_score(reading, n), n))
    return sorted(ranked[:MOST_SENTENCES])


def draft(asked: Sequence[Silent]) -> type[Draft]:
    """For each of them the sentence, the issue and the stance; stance none leaves them out.

    >>> draft([Silent(2, (4, 7))]).model_json_schema()["required"]
    ['n3']
    """
    fields: dict[str, Any] = {
        each.key: (
            create_model(
                f"PositionOf{each.key}Draft",
                __base__=Draft,
                sentence=(one_of(*(n + 1 for n in each.sentences)), ...),
                issue=(words(60, "what it is about, in words of the sentence"), ...),
                stance=(one_of(*STANCES, NONE), ...),
            ),
            ...,
        )
        for each in asked
    }
    return create_model("PositionsDraft", __base__=Draft, **fields)


def resolve(
    drafted: Any, asked: Sequence[Silent], reading: Reading, cast: Cast, stands: Stands
) -> tuple[Position, ...]:
    """The positions of participants with their sentences cut from the source, in its order."""
    found = [*_read(reading, cast, stands), *_answered(drafted, asked, reading, cast)]
    found.sort(key=lambda position: position.evidence[0].start)
    return tuple(
        position.model_copy(update={"id": f"p{number}"})
        for number, position in enumerate(found, start=1)
    )


def _shown_stands(reading: Reading, stands: Stands) -> list[Stand]:
    """The firm stands; in a transcript, of those who take none, the clearest that they may take.

    Who speaks for a page has said where they stand, if only by `we must` and `I hope`.
    """
    firm = [s for s in stands.clearest(MOST, MOST_OF_ONE) if s.is_firm]
    if not reading.is_transcript:
        return firm
    told = {stand.holder for stand in firm}
    clearest = stands.clearest(most=len(reading.sentences), per_holder=1)
    others = [s for s in clearest if s.holder not in told and not _moderates(s, reading)]
    return sorted([*firm, *others], key=lambda stand: stand.word)


_CHAIR = re.compile(
    r"\b(?:chair(?:man|woman|person)?|moderator|speaker|vorsitzende[r]?|president[ea]?)\b",
    re.IGNORECASE,
)


def _moderates(stand: Stand, reading: Reading) -> bool:
    """Whether it stands in a turn of the chair, who will `have the room cleared`."""
    number = reading.speech_at(stand.word)
    label = None if number is None else reading.speeches[number].evidence
    return label is not None and _CHAIR.search(label.of(reading.text)) is not None


def _read(reading: Reading, cast: Cast, stands: Stands) -> Iterator[Position]:
    """What the words show."""
    for stand in _shown_stands(reading, stands):
        holder = cast.by_name.get(stand.holder)
        if holder is not None:
            issue = " ".join(stand.issue.of(reading.text).split())
            yield _position(holder, issue, stand.stance, _shown_by(stand, reading), reading)


def _answered(
    drafted: Any, asked: Sequence[Silent], reading: Reading, cast: Cast
) -> Iterator[Position]:
    """What the model points at, its issue in the words of that sentence."""
    for each in asked:
        item = getattr(drafted, each.key, None)
        holder = cast.by_name.get(each.holder)
        if item is None or holder is None or item.stance == NONE:
            continue
        sentence = reading.sentences[item.sentence - 1]
        issue = grounded_phrase(whole_words(item.issue, 60), sentence, reading)
        if issue:
            yield _position(holder, issue, item.stance, [sentence], reading)


def _shown_by(stand: Stand, reading: Reading) -> list[Span]:
    """The sentence of the stand, the one in which its issue is told, and one that repeats it."""
    told = reading.segments.sentences_of(stand.issue)
    numbers = (stand.sentence, *told, *stand.again[:1])
    return [reading.sentences[number] for number in dict.fromkeys(numbers)]


def _position(
    holder: str, issue: str, stance: Stance, sentences: Iterable[Span], reading: Reading
) -> Position:
    evidence = tuple(map(reading.passage, sentences))
    return Position(id="p", holder=holder, issue=issue, stance=stance, evidence=evidence)
