"""Participants: who takes part. The model names and sorts them; the source has to know them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import Field, create_model

from summarizer.capitals import SHORTENED
from summarizer.countries import is_country, is_region
from summarizer.grounding import Finished, Passage, Problem, find_phrase, fold
from summarizer.mentions import NATIVE_WORDS
from summarizer.reading import Reading
from summarizer.salience import acts, is_where, salient_names, speaking_names, voiced_names
from summarizer.sections.drafts import Draft, one_of, some, words
from summarizer.spans import Span
from summarizer.speakers import is_joint

__all__ = [
    "OTHER",
    "TEXT",
    "Cast",
    "Kind",
    "Participant",
    "Proposed",
    "draft",
    "proposals",
    "resolve",
]

TEXT = "text"
"""In place of a participant's id: the document itself asserts it."""

Kind = Literal["person", "organisation", "country", "group"]

KINDS: tuple[Kind, ...] = get_args(Kind)

OTHER = "other"
"""What the model answers for places, events and all that takes no part."""

MOST = 14
"""A brief with more participants than this tells nobody who matters."""

FEW_OTHERS, MANY_OTHERS = 3, 10
"""So many may be added to the names that code proposes, and where it proposes none."""

OFTEN = 3
"""A body that is named so often takes part, whatever the model says."""

PROPOSED = 20
"""So many names are looked at, the most salient first."""


class Participant(Finished):
    """Somebody who speaks, acts or is dealt with in the document."""

    id: str = Field(description="Short and unique in this brief.")
    name: str = Field(description="The fullest form in the source.")
    aliases: tuple[str, ...] = Field(description="Other forms in the source.")
    role: Passage | None = Field(description="What the source calls them, word for word.")
    kind: Kind
    mentions: tuple[Passage, ...] = Field(description="Where the source names them.")


@dataclass(frozen=True)
class Cast:
    """The participants, and which of them a name of the reading belongs to."""

    participants: tuple[Participant, ...]
    by_name: dict[int, str]

    def called(self, text: str) -> str | None:
        """The id of the participant with this name or alias."""
        wanted = fold(text)
        for participant in self.participants:
            if wanted in {fold(form) for form in (participant.name, *participant.aliases)}:
                return participant.id
        return None

    @property
    def names(self) -> list[str]:
        """What the model may call them."""
        return [participant.name for participant in self.participants]


@dataclass(frozen=True)
class Proposed:
    """A name that the model is asked about: its key in the answer, and what is known of it."""

    key: str
    number: int
    text: str
    role: str
    count: int


def proposals(reading: Reading) -> list[Proposed]:
    """The names worth asking about: not those that the text itself shows to be persons."""
    settled = _persons(reading)
    numbers = [n for n in salient_names(reading, PROPOSED) if n not in settled]
    return [_proposed(number, reading) for number in numbers]


def _proposed(number: int, reading: Reading) -> Proposed:
    name = reading.names.all[number]
    role = name.roles[0].of(reading.text) if name.roles else ""
    return Proposed(_key(number), number, name.text, role, len(name.mentions))


def _key(number: int) -> str:
    return f"n{number + 1}"


def _persons(reading: Reading) -> set[int]:
    """Those that the text itself shows to be persons."""
    return {n for n, name in enumerate(reading.names.all) if name.is_person}


def draft(proposed: Sequence[Proposed]) -> type[Draft]:
    """What each proposed name is, and who else takes part without a name of their own.

    >>> draft([Proposed("n3", 2, "Tarn", "", 4)]).model_json_schema()["required"]
    ['n3', 'others']
    """
    name = words(60, "as the text writes it")
    other = create_model("OtherDraft", __base__=Draft, name=(name, ...), kind=(Kind, ...))
    fields: dict[str, Any] = {each.key: (one_of(*KINDS, OTHER), ...) for each in proposed}
    fields["others"] = (some(other, FEW_OTHERS if proposed else MANY_OTHERS), ...)
    return create_model("ParticipantsDraft", __base__=Draft, **fields)


def resolve(drafted: Any, reading: Reading) -> tuple[Cast, list[Problem]]:
    """Those who speak or have a role, and those that the model sorts among the participants.

    `drafted` is None where the model gave no usable answer: then those that the text itself
    shows stand alone.
    """
    answers = drafted.model_dump() if drafted else {}
    speaking = _speaking(answers, reading)
    others = [(each["name"], each["kind"]) for each in answers.get("others", [])]
    grounded = [(name, _grounded(name, kind, reading)) for name, kind in others]
    entries = {
        entry.key: entry
        for entry in (
            *(entry for _, entry in grounded if entry),
            *_sorted_out(answers, reading),
            *speaking,
        )
    }
    ranked = [*(entry.key for entry in speaking), *entries]
    most = MOST + len(reading.sentences) // 100
    kept = list(dict.fromkeys(ranked))[: max(most, len(speaking))]
    problems = [_ghost(name) for name, entry in grounded if entry is None]
    return _cast([entries[key] for key in kept], reading), problems


def _speaking(answers: dict[str, Any], reading: Reading) -> list[_Entry]:
    """Everybody to whom the text itself gives a speech: no brief can do without them."""
    found = []
    for number in speaking_names(reading):
        answer = answers.get(_key(number), OTHER)
        silent: Kind = "group" if is_joint(reading.names.all[number].text) else "person"
        found.append(_of_name(number, silent if answer == OTHER else answer, reading))
    return found


def _sorted_out(answers: dict[str, Any], reading: Reading) -> list[_Entry]:
    """The salient names: persons by their role, others as the model sorts them."""
    seen = _Seen.of(reading)
    kinds = {n: seen.kind(n, answers.get(_key(n), OTHER)) for n in salient_names(reading, PROPOSED)}
    return [_of_name(number, kind, reading) for number, kind in kinds.items() if kind]


@dataclass(frozen=True)
class _Seen:
    """What the text shows of its names: by it an answer of the model is held, or overruled."""

    reading: Reading
    persons: set[int]
    voices: set[int]
    singles: set[int]
    active: set[int]

    @classmethod
    def of(cls, reading: Reading) -> _Seen:
        voices, singles = voiced_names(reading), _called_he(reading)
        return cls(reading, _persons(reading), voices, singles, _active(reading))

    def kind(self, number: int, answer: str) -> Kind | None:
        """What a name is, by the text first and then by the model; None if it takes no part."""
        if number in self.persons or (answer == "person" and not self._is_acronym(number)):
            return "person"
        if answer == OTHER:
            return self._unsorted(number)
        if self._is_people(number):
            return None
        if answer == "country":
            return "country" if self._is_state(number) else None
        return self._many(number, "group" if answer == "group" else "organisation")

    def _is_acronym(self, number: int) -> bool:
        """Whether a name is letters, as nobody's is: `IED`."""
        name = self.reading.names.all[number].text
        return name.isupper() and " " not in name and number not in self.singles

    def _is_people(self, number: int) -> bool:
        """Whether a name is that of all of a country, and does nothing: `Americans`, `French`."""
        name = self.reading.names.all[number].text
        return number not in self.active and (name in NATIVE_WORDS or name.endswith("ans"))

    def _unsorted(self, number: int) -> Kind | None:
        """Whoever speaks or wants something takes part, and so does a body named often."""
        name = self.reading.names.all[number]
        is_often = name.is_body and len(name.mentions) >= OFTEN
        is_voice = number in self.active or (name.is_body and number in self.voices)
        if not (is_often or is_voice):
            return None
        return "person" if number in self.singles else "organisation"

    def _is_state(self, number: int) -> bool:
        """Whether a country, or what the model takes for one, acts: a town needs a sure verb."""
        name = self.reading.names.all[number].text
        is_known = is_country(name, self.reading.document.language)
        if not is_known and name.endswith("ers"):
            return False  # New Yorkers
        return number in self.voices or acts(number, self.reading, surely=not is_known)

    def _many(self, number: int, kind: Kind) -> Kind | None:
        """A body that is more than passed by, or whatever else says or does something."""
        name = self.reading.names.all[number]
        if is_region(name.text, self.reading.document.language):
            return kind if number in self.active else None
        if number in self.voices or acts(number, self.reading):
            return kind
        is_passing = len(name.mentions) == 1 and _is_passing(number, self.reading)
        return kind if name.is_body and not is_passing else None


def _is_passing(number: int, reading: Reading) -> bool:
    """Whether a body, named once, only says where, or whose, something is.

    Not so one of which somebody is the head, nor the host of a sitting, named in its heading.
    """
    mention = reading.names.all[number].mentions[0]
    roles = (role for name in reading.names.all for role in name.roles)
    if any(role.start <= mention.start and mention.end <= role.end for role in roles):
        is_school = not _SCHOOLS.isdisjoint(mention.of(reading.text).lower().split())
        before = reading.text[max(0, mention.start - 12) : mention.start]
        return is_school and _AT.search(before) is not None
    first = min((speech.start for speech in reading.speeches), default=0)
    is_host = reading.is_transcript and mention.end <= first
    return not is_host and is_where(number, reading)


_AT = re.compile(r"\b(?:at|from|with|bei|an) (?:the |der )?$")
_SCHOOLS = frozenset("university college school institute universität université".split())
"""Where somebody teaches, and which they do not speak for: `professor of law at the University`."""
_MODAL = re.compile(r"(?:would|will|must|should|has to|have to|needs? to)\b", re.IGNORECASE)


def _active(reading: Reading) -> set[int]:
    """The names that say, want, back or oppose something themselves: not what `would not` do it."""
    told = (*reading.reports.said, *reading.reports.stances)
    return {
        report.name
        for report in told
        if report.kind == "name"
        and report.name is not None
        and not _MODAL.match(reading.text, *report.verb)
    }


def _called_he(reading: Reading) -> set[int]:
    """The names that a `he` or `she` who says or wants something surely means."""
    told = (*reading.reports.said, *reading.reports.stances)
    personal = reading.segments.language.personal
    ones = (r for r in told if r.is_sure and r.subject.of(reading.text).lower() in personal)
    return {r.name for r in ones if r.name is not None}


@dataclass(frozen=True)
class _Entry:
    key: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    role: Span | None
    kind: Kind
    number: int | None


def _grounded(name: str, kind: Kind, reading: Reading) -> _Entry | None:
    """A name that the model, or a turn's label, brings: known to code, or found in the text."""
    name = name.strip(" .,;:\"'“”")
    known = (reading.names.called(part) for part in _endings(name))
    number = next((n for n in known if n is not None), None)
    if number is not None:
        return _of_name(number, kind, reading)
    mentions = find_phrase(name, reading.text, reading.document.span) if len(name) > 1 else []
    if not mentions:
        return None
    text = " ".join(mentions[0].of(reading.text).split())
    return _Entry(fold(text), text, (), tuple(mentions), None, kind, None)


def _endings(name: str) -> list[str]:
    """A name with and without its title: `President Donald Trump`, `Donald Trump`."""
    parts = name.split()
    longest = [" ".join(parts[at:]) for at in range(len(parts))]
    return longest[:1] + [ending for ending in longest[1:] if " " in ending]


def _of_name(number: int, kind: Kind, reading: Reading) -> _Entry:
    name = reading.names.all[number]
    if name.is_person:
        kind = "person"
    elif is_joint(name.text) and name.text[0].islower():
        kind = "group"  # told by what they are: `ministers of Tarn and Hall`
    elif name.is_body:
        kind = "organisation"
    elif is_country(name.text, reading.document.language):
        kind = "country"
    elif kind == "group" and not _is_many(name.text) and reading.document.language == "en":
        kind = "organisation"
    role = max(name.roles, key=lambda span: span.end - span.start, default=None)
    return _Entry(fold(name.text), name.text, name.aliases, name.mentions, role, kind, number)


def _is_many(name: str) -> bool:
    """Whether a name can be that of many without an organisation: a plural, or several."""
    return name.endswith("s") or is_joint(name)


def _ghost(name: str) -> Problem:
    return Problem(
        kind="ghost",
        section="participants",
        item=None,
        message=f"the model named {name!r}, which the source does not; it was left out",
    )


def _cast(entries: list[_Entry], reading: Reading) -> Cast:
    kept = [e for e in entries if not _is_part(e, entries)]
    kept.sort(key=lambda entry: (-len(entry.mentions), entry.mentions[0]))
    participants: list[Participant] = []
    by_name: dict[int, str] = {}
    taken = {TEXT}
    for entry in kept:
        identity = _identity(entry.name, taken)
        if entry.number is not None:
            by_name[entry.number] = identity
        participants.append(_participant(entry, identity, reading))
    return Cast(tuple(participants), by_name)


def _is_part(entry: _Entry, entries: Iterable[_Entry]) -> bool:
    """Whether every mention lies inside one of somebody else's."""
    return any(
        other is not entry
        and all(
            any(m != o and o.start <= m.start and m.end <= o.end for o in other.mentions)
            for m in entry.mentions
        )
        for other in entries
    )


def _participant(entry: _Entry, identity: str, reading: Reading) -> Participant:
    text = reading.text
    return Participant(
        id=identity,
        name=entry.name,
        aliases=entry.aliases,
        role=reading.passage(_to_full_stop(entry.role, text)) if entry.role else None,
        kind=entry.kind,
        mentions=tuple(map(reading.passage, entry.mentions)),
    )


def _identity(name: str, taken: set[str]) -> str:
    """A slug of the last word: `rubio`, and `rubio-2` for the next one.

    >>> _identity("José Núñez", set())
    'nunez'
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", ascii_name)
    slug = parts[-1] if parts else "participant"
    identity, number = slug, 1
    while identity in taken:
        number += 1
        identity = f"{slug}-{number}"
    taken.add(identity)
    return identity


def _to_full_stop(role: Span, text: str) -> Span:
    """`Rep.` with what shows that it is cut short."""
    last = role.of(text).split()[-1].lower()
    is_cut = last in SHORTENED and text.startswith(".", role.end)
    return Span(role.start, role.end + is_cut)
