"""Speakers: whose each turn of a transcript is, by its label and by what is said. By code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.grounding import lower_words
from summarizer.languages import LANGUAGES, Language
from summarizer.names import Name, Names
from summarizer.segment import Segments, Turn
from summarizer.spans import Span

__all__ = ["Speakers", "find_speakers", "is_joint"]


@dataclass(frozen=True)
class Speakers:
    r"""The names of a text with those that only labels give, and whose each turn is.

    >>> from summarizer.document import Document
    >>> from summarizer.names import find_names
    >>> from summarizer.segment import segment
    >>> text = "Speaker 1: I'm Ada Lind. And you?\nSpeaker 2: Not now.\nSpeaker 1: Well."
    >>> segments = segment(Document.from_text(text))
    >>> found = find_speakers(segments, find_names(segments))
    >>> [found.names.all[number].text for number in found.of_turns]
    ['Ada Lind', 'Speaker 2', 'Ada Lind']
    """

    names: Names
    of_turns: tuple[int | None, ...]
    """For each turn the number of a name; none where a label such as `Q` names nobody."""


def find_speakers(segments: Segments, names: Names) -> Speakers:
    """Tell whose the turns are; a label that means nobody known is a name of its own."""
    labels = _Labels(segments, names)
    by_label = {label: labels.bearer(label) for label in labels.turns}
    new = {
        label: Name(label, (), tuple(turn.label for turn in turns), (), not is_joint(label))
        for label, turns in labels.turns.items()
        if by_label[label] is None and label and not _NOBODYS.fullmatch(label)
    }
    everybody = sorted((*names.all, *new.values()), key=lambda name: name.mentions[0])
    place = {id(name): number for number, name in enumerate(everybody)}
    bearers = {label: new.get(label, by_label[label]) for label in labels.turns}
    numbers = {label: None if name is None else place[id(name)] for label, name in bearers.items()}
    of_turns = tuple(numbers[labels.bare(turn)] for turn in segments.turns)
    return Speakers(Names(tuple(everybody)), of_turns)


class _Labels:
    """The labels of a transcript, without forms of address and brackets, and their turns."""

    def __init__(self, segments: Segments, names: Names) -> None:
        self.segments, self.names = segments, names
        self.turns: dict[str, list[Turn]] = {}
        for turn in segments.turns:
            self.turns.setdefault(self.bare(turn), []).append(turn)

    def bare(self, turn: Turn) -> str:
        """`RUND` of `Mr. RUND (Tarn)`."""
        label = _IN_BRACKETS.sub("", turn.label.of(self.segments.text))
        return _honorific(self.segments.language).sub("", label.strip()).strip()

    def bearer(self, label: str) -> Name | None:
        """Whom a label means: who is called so, holds that office, or says or is told so."""
        number = None if _NOBODYS.fullmatch(label) else self._called(label)
        if number is None:
            number = self._introduced(label)
        if number is None and len(self.turns) == _TWO:
            number = self._addressed(label)
        return None if number is None else self.names.all[number]

    def _called(self, label: str) -> int | None:
        number = self.names.called(label)
        if number is None and is_joint(label):
            return None
        if number is None and label:
            inside = [n for turn in self.turns[label] for _, n in self.names.within(turn.label)]
            number = inside[-1] if inside else self.names.called(label.rsplit(maxsplit=1)[-1])
        return self._offices.get(_office(label)) if number is None else number

    @cached_property
    def _offices(self) -> dict[str, int]:
        """Who speaks as the chair: told by a label such as `The CHAIR (Mrs. Lind)`, or a role."""
        found: dict[str, int] = {}
        for number, name in enumerate(self.names.all):
            for role in name.roles:
                found.setdefault(_office(role.of(self.segments.text)), number)
        for turn in self.segments.turns:
            label = turn.label.of(self.segments.text)
            if "(" in label and (inside := self.names.within(turn.label)):
                found[_office(label)] = inside[-1][1]
        return found

    def _introduced(self, label: str) -> int | None:
        """Whose name somebody gives as their own, and quotes nobody: `I'm Ada Lind`."""
        text, language = self.segments.text, self.segments.language
        for mention, number in self._named_in(self.turns[label]):
            sentence = self._sentence(mention.start)
            before = text[max(sentence.start, mention.start - _LONGEST) : mention.start]
            is_told = language.cue_pattern.search(text, sentence.start, mention.start)
            if language.introduction_pattern.search(before) and not is_told:
                return number
        return None

    def _addressed(self, label: str) -> int | None:
        """Whom the other one calls by name, and nobody else: `Ada, will you stay?`."""
        (other,) = (each for each in self.turns if each != label)
        named = self._named_in(self.turns[other])
        called = {number for mention, number in named if self._is_address(mention)}
        return called.pop() if len(called) == 1 else None

    def _named_in(self, turns: list[Turn]) -> list[tuple[Span, int]]:
        """Where persons are named in turns, and their numbers."""
        spans = (span for turn in turns for span in turn.spans)
        named = [each for span in spans for each in self.names.within(span)]
        return [each for each in named if self.names.all[each[1]].is_person]

    def _is_address(self, mention: Span) -> bool:
        """Whether a name stands apart at the start, or the end, of what is said to `you`."""
        text, sentence = self.segments.text, self._sentence(mention.start)
        words = lower_words(sentence.of(text))
        language = self.segments.language
        to_you = language.courtesy_pattern.search(text, *sentence) or len(words) <= _FEW
        if not to_you and language.you.isdisjoint(words):
            return False
        before, after = text[sentence.start : mention.start], text[mention.end : sentence.end]
        begins = not before.rpartition(":")[2].strip() and after.startswith(",")
        return begins or (before.endswith(", ") and not after.strip('.?!”"'))

    def _sentence(self, offset: int) -> Span:
        numbers = self.segments.sentences_of(Span(offset, offset + 1))
        return self.segments.sentences[numbers[0]] if numbers else Span(offset, offset)


def is_joint(label: str) -> bool:
    """Whether several speak as one: `the ministers of Tarn and Hall`."""
    return _AND.search(label) is not None


_AND = re.compile(r"\b(?:and|und|et|y|en)\b")
_FEW = 4
"""Words of a sentence that is only said to somebody: `Yes, Ada.`."""
_TWO = 2
"""Of so many speakers each speaks to the other one."""
_LONGEST = 20
"""Words with which somebody gives a name are no longer than this."""
_IN_BRACKETS = re.compile(r"\s*\(.*?\)")
_NOBODYS = re.compile(
    r"(?:q|a|unidentified.*|audience.*|{})\d*".format(
        "|".join(sorted(frozenset().union(*(each.labels for each in LANGUAGES.values()))))
    ),
    re.IGNORECASE,
)
"""Labels that name nobody, in any language."""


@lru_cache(maxsize=16)
def _honorific(language: Language) -> re.Pattern[str]:
    """What stands before the name in a label: `Mr. `, `Senator `."""
    words = {"sen", "rep", "gov", "secretary", "president", "minister", "hon", "ms", "mr", "mrs"}
    either = "|".join(sorted(words | language.honorifics))
    return re.compile(rf"^(?:(?:{either})\.?\s+)+", re.IGNORECASE)


def _office(label: str) -> str:
    """`chair` of `The CHAIR`, `The CHAIR (Mrs. Lind)` and `Chair`."""
    words = _IN_BRACKETS.sub("", label).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
