"""Cases: labelled seeds, checked when they are read, with every label's place in the document.

How to label stands in `seeds/GUIDE.md`. A broken label is a `LabelError`, never a lower score.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - the field is called date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import yaml
from pydantic import BaseModel, BeforeValidator, Field, ValidationError, ValidationInfo

from summarizer.document import Document
from summarizer.errors import InputError
from summarizer.grounding import fold
from summarizer.sections.participants import Kind
from summarizer.sections.positions import Stance
from summarizer.spans import Span

__all__ = [
    "TEXT",
    "UNNAMED",
    "Case",
    "LabelError",
    "Told",
    "Weight",
    "load_case",
    "load_cases",
    "sha256_of",
]

UNNAMED = "unnamed"  # the speaker of a quote whom the source does not name
TEXT = "text"  # who asserts a claim that the document makes itself

Told = Literal["cue", "turn", "pronoun", "description", "implicit"]
"""How the text tells a speaker: `Lind said`, a turn label, `she said`, `the mayor said`, not."""

Genre = Literal["news", "remarks", "transcript", "interview", "minutes", "statement"]
Weight = Literal[1, 2, 3]  # 3 must be in a brief, 2 should, 1 is nice

_Path = tuple[str | int, ...]  # the keys and indices that lead to a label


class LabelError(Exception):
    """Labels are broken; each line of the message has file, line and what is wrong."""


class Located(NamedTuple):
    """A piece of the document and where it stands, in code points."""

    text: str
    span: Span


def _locate(label: object, info: ValidationInfo) -> Located:
    """Find a text, or `{text: …, nth: 2}`, in the document of the validation's context."""
    nth: Any = None
    if isinstance(label, dict) and set(label) == {"text", "nth"}:
        nth, label = label["nth"], label["text"]
    if not isinstance(label, str) or not label.strip():
        raise ValueError(f"{label!r} is no text; put a text in quotation marks")
    document: str = (info.context or {})["text"]
    places = [found.start() for found in re.finditer(f"(?={re.escape(label)})", document)]
    times = {0: "nowhere in the document", 1: "once", 2: "twice"}
    occurs = f"the text {label!r} occurs {times.get(len(places), f'{len(places)} times')}"
    if not places:
        raise ValueError(occurs)
    if nth is None and len(places) > 1:
        raise ValueError(f"{occurs}: give nth")
    if nth is not None and (type(nth) is not int or not 1 <= nth <= len(places)):
        raise ValueError(f"nth is {nth!r}, but {occurs}")
    start = places[(nth or 1) - 1]
    return Located(label, Span(start, start + len(label)))


def _several(label: object, info: ValidationInfo) -> object:
    """A list of what may be given alone, or with its `nth` beside it."""
    if (nth := info.data.get("nth")) is not None:
        return ({"text": label, "nth": nth},)
    return label if isinstance(label, tuple) else (label,)


def _known(label: object, info: ValidationInfo) -> object:
    if isinstance(label, str) and label not in (info.context or {})["text"]:
        raise ValueError(f"{label!r} is not in the document")
    return label


def _same(label: object, info: ValidationInfo) -> object:
    if label != (right := sha256_of((info.context or {})["text"])):
        raise ValueError(f"the labels are of another text; the hash of this one is {right}")
    return label


_Place = Annotated[Located, BeforeValidator(_locate)]
_Places = Annotated[tuple[_Place, ...], BeforeValidator(_several), Field(min_length=1)]
_Words = Annotated[str, BeforeValidator(_known), Field(min_length=1)]


class _Label(BaseModel):
    model_config = {"extra": "forbid", "frozen": True, "strict": True}


class About(_Label):
    """What is known about the document."""

    title: str | None = None
    date: Date | None = None
    language: str = Field(pattern="^[a-z]{2,3}$")
    genre: Genre
    source: str
    sha256: Annotated[str, BeforeValidator(_same)]


class Participant(_Label):
    """Somebody whom a brief should name; `role` is what the source calls them."""

    name: _Words
    aliases: tuple[_Words, ...] = ()
    role: _Words | None = None
    kind: Kind
    weight: Weight


class Quote(_Label):
    """Words of somebody, one place for each of the parts that belong together."""

    nth: int | None = None
    text: _Places
    speaker: str
    attribution: Told | None = None
    weight: Weight

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the parts stand."""
        return tuple(part.span for part in self.text)


class Position(_Label):
    """Where somebody stands on an issue."""

    holder: str
    issue: str
    issue_aliases: tuple[str, ...] = ()
    stance: Stance
    evidence: _Places
    weight: Weight


class Claim(_Label):
    """Something that is said to be so, by a participant or by the document."""

    claim: str
    asserted_by: str
    evidence: _Places
    weight: Weight


class Case(_Label):
    """A document with what a perfect brief of it holds."""

    name: str
    text: str
    document: About
    participants: dict[str, Participant]
    quotes: tuple[Quote, ...]
    positions: tuple[Position, ...]
    claims: tuple[Claim, ...]
    not_participants: tuple[_Words, ...] = ()


def sha256_of(text: str) -> str:
    """The hash that a label gives of its document: of the text as UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


SECOND = ".second"
"""Before the suffix of labels that somebody else made of the same text, without looking."""


def load_cases(folder: Path, *, second: bool = False) -> list[Case]:
    """All cases of a folder, by name, or all second labellings.

    Raises `LabelError` at the first that is broken, or if there is none.
    """
    paths = [path for path in sorted(folder.glob("*.yaml")) if second == (SECOND in path.suffixes)]
    if not paths:
        raise LabelError(f"{folder}:1: there is no {'NAME.second' if second else 'NAME'}.yaml")
    return [load_case(path) for path in paths]


def load_case(path: Path) -> Case:
    """The case whose labels are in this file; raise `LabelError` if anything is broken."""
    lines: dict[_Path, int] = {}
    try:
        labels = _plain(path, lines)
        name = path.stem.removesuffix(SECOND)
        labels |= {"name": name, "text": Document.from_path(path.with_name(f"{name}.txt")).text}
        case = Case.model_validate(labels, context=labels)
    except (OSError, UnicodeDecodeError, RecursionError, InputError, yaml.YAMLError) as error:
        line = mark.line + 1 if (mark := getattr(error, "problem_mark", None)) else 1
        raise LabelError(f"{path}:{line}: {getattr(error, 'problem', error)}") from None
    except ValidationError as error:
        raise _broken(path, lines, [(e["loc"], _said(e)) for e in error.errors()]) from None
    if complaints := list(_complaints(case)):
        raise _broken(path, lines, complaints)
    return case


def _plain(path: Path, lines: dict[_Path, int]) -> dict[str, Any]:
    """The values of a YAML file, lists as tuples; `lines` learns where each of them stands."""
    loader = yaml.SafeLoader(path.read_text(encoding="utf-8"))

    def value(node: yaml.Node, at: _Path) -> Any:
        lines.setdefault(at, node.start_mark.line + 1)
        if isinstance(node, yaml.SequenceNode):
            return tuple(value(item, (*at, i)) for i, item in enumerate(node.value))
        if not isinstance(node, yaml.MappingNode):
            try:
                return loader.construct_object(node)
            except ValueError as error:
                raise _broken(path, lines, [(at, str(error))]) from None
        found: dict[str, Any] = {}
        for node_of_key, item in node.value:
            key = str(node_of_key.value)
            lines[*at, key] = node_of_key.start_mark.line + 1
            if key in found:
                raise _broken(path, lines, [((*at, key), f"{key!r} is there twice")])
            found[key] = value(item, (*at, key))
        return found

    labels = value(root, ()) if (root := loader.get_single_node()) else None
    if not isinstance(labels, dict) or {"name", "text"} & set(labels):
        raise _broken(path, lines, [((), "labels are a mapping: document, participants, quotes…")])
    return labels


def _complaints(case: Case) -> Iterator[tuple[_Path, str]]:
    """What is wrong between labels that are right one by one."""
    owners: dict[str, str] = {}
    for key, person in case.participants.items():
        if key in {UNNAMED, TEXT}:
            yield ("participants", key), f"{key!r} is no id: it stands for nobody"
        for form in (person.name, *person.aliases):
            if owner := owners.get(fold(form)):
                yield ("participants", key), f"the name {form!r} belongs to {owner!r} already"
            owners[fold(form)] = key
    for i, name in enumerate(case.not_participants):
        if owner := owners.get(fold(name)):
            yield ("not_participants", i), f"the name {name!r} belongs to {owner!r}"
    used = [(("quotes", i, "speaker"), q.speaker, UNNAMED) for i, q in enumerate(case.quotes)]
    used += [(("positions", i, "holder"), p.holder, "") for i, p in enumerate(case.positions)]
    used += [(("claims", i, "asserted_by"), c.asserted_by, TEXT) for i, c in enumerate(case.claims)]
    strangers = [(at, who) for at, who, nobody in used if who not in {*case.participants, nobody}]
    yield from ((at, f"there is no participant {who!r}") for at, who in strangers)
    places = [quote.spans for quote in case.quotes]
    for i, spans in enumerate(places):
        if spans in places[:i]:
            yield ("quotes", i), "this quote is there twice"
        if any(a.end > b.start for a, b in pairwise(spans)):
            yield ("quotes", i), "the parts overlap, or are not in the document's order"


def _said(error: Any) -> str:
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    key = error["loc"][-1]
    known = {"extra_forbidden": f"unknown key {key!r}", "missing": f"the key {key!r} is missing"}
    return known.get(error["type"], f"{key} is {error['input']!r}: {error['msg']}")


def _broken(path: Path, lines: dict[_Path, int], complaints: list[tuple[_Path, str]]) -> LabelError:
    """The complaints with the line of the nearest label that has one."""
    found = [
        (max((n for label, n in lines.items() if label == at[: len(label)]), default=1), said)
        for at, said in complaints
    ]
    return LabelError("\n".join(f"{path}:{number}: {said}" for number, said in sorted(found)))
