"""Label: labels of a document, proposed item by item and decided by a person.

What a program proposes is only a beginning: nothing is taken that was not accepted or mended,
and what is taken is checked like every label.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer
import yaml

from summarizer.document import Document
from summarizer.errors import SummarizerError
from summarizer.reading import read
from summarizer.settings import Settings
from summarizer.spans import Span

from .cases import TEXT, UNNAMED, LabelError, load_case, sha256_of
from .judge import exhibit
from .metrics import score
from .predictions import Assertion, Person, Prediction, Said, Stand
from .results import Result, ResultsError
from .systems import System

__all__ = ["Labels", "label_document", "proposals", "review_document", "unmatched"]

Entry = dict[str, Any]
Labels = dict[str, Any]
"""What the YAML file holds."""

SECTIONS = ("quotes", "positions", "claims")
AROUND = 60


@dataclass(frozen=True)
class Proposal:
    """One item that may become a label: its section, its entry, and its words in the text."""

    section: str
    entry: Entry
    shown: str


def label_document(path: Path, make: Callable[[Settings], System], settings: Settings) -> None:
    """Propose everything that a system finds, ask about each, and write the labels.

    An earlier file is never written over. Raises `LabelError` if there is one, or if what was
    taken does not load, with the lines that are wrong.
    """
    target = path.with_suffix(".yaml")
    if target.exists():
        raise LabelError(f"{target}:1: there are labels already; --review adds to them")
    document = Document.from_path(path)
    system = make(settings)
    try:
        found = system.predict(document, 1).prediction
    finally:
        system.close()
    labels = _head(document)
    decide(labels, proposals(found, document), found)
    _write(labels, target)


def review_document(path: Path, results: Sequence[Result]) -> None:
    """Ask about what runs found and the labels do not have; write the labels with what is taken."""
    target = path.with_suffix(".yaml")
    case = load_case(target)
    shown = exhibit(case, path.parent)
    usable = [r.prediction for r in results if r.prediction and r.sha256 == case.document.sha256]
    if not usable:
        raise ResultsError(f"there is no result of {path.stem} as it is now")
    labels: Labels = yaml.safe_load(target.read_text("utf-8"))
    for found in usable:
        decide(
            labels,
            unmatched(found, shown.gold, shown.document, open_quotes=shown.open_quotes),
            found,
        )
    _write(labels, target)


def proposals(found: Prediction, document: Document) -> Iterator[Proposal]:
    """Every item of a prediction, in the order in which labels are made."""
    for person in found.participants:
        yield Proposal("participants", _person(person), person.name)
    for quote in found.quotes:
        if quote.places:
            yield Proposal("quotes", _quote(quote, document), _around(quote.places[0], document))
    for position in found.positions:
        if position.holder and position.evidence:
            shown = _around(position.evidence, document)
            yield Proposal("positions", _position(position, document), shown)
    for claim in found.claims:
        if claim.evidence:
            shown = _around(claim.evidence, document)
            yield Proposal("claims", _claim(claim, document), shown)


def unmatched(
    found: Prediction, gold: Prediction, document: Document, *, open_quotes: bool = False
) -> Iterator[Proposal]:
    """Those that no label matches; of the claims, those that their evidence carries."""
    judged = score(gold, found, read(document), open_quotes=open_quotes)
    pairs = judged.pairs
    rest = found.model_copy(
        update={
            "participants": _without(found.participants, pairs.participants),
            "quotes": _without(found.quotes, pairs.quotes),
            "positions": _without(found.positions, pairs.positions),
            "claims": tuple(found.claims[number] for number in judged.unknown),
        }
    )
    return proposals(rest, document)


def _without(items: Sequence[Any], pairs: Iterable[tuple[int, int]]) -> tuple[Any, ...]:
    matched = {p for _, p in pairs}
    return tuple(item for number, item in enumerate(items) if number not in matched)


# Deciding --------------------------------------------------------------------------------


@dataclass
class _Cast:
    """The ids of the labels for the participants of a prediction."""

    labels: Labels
    found: Prediction
    taken: dict[str, str] = field(default_factory=dict)

    def of(self, person: Person) -> str | None:
        """The id under which somebody of this name is labelled."""
        forms = set(person.forms)
        for identity, entry in self.labels["participants"].items():
            if forms & {entry["name"], *entry.get("aliases", [])}:
                return str(identity)
        return None

    def told(self, identity: str | None, nobody: str) -> str:
        person = self.found.person(identity)
        return (self.of(person) if person else None) or nobody


def decide(labels: Labels, items: Iterable[Proposal], found: Prediction) -> None:
    """Ask about each item: accept, fix, reject, or stop; add to the labels what is taken."""
    cast = _Cast(labels, found)
    who = {"quotes": "speaker", "positions": "holder", "claims": "asserted_by"}
    nobody = {"quotes": UNNAMED, "positions": "", "claims": TEXT}
    for item in items:
        entry = dict(item.entry)
        if item.section in who:
            key = who[item.section]
            entry[key] = cast.told(entry[key], nobody[item.section])
        typer.echo(f"\n{item.section}: {item.shown}\n{_yaml(entry)}", nl=False)
        choice = _choice()
        if choice == "q":
            return
        if choice == "f":
            entry = _fixed(entry)
        if choice in {"a", "f"}:
            _add(labels, item.section, entry)


def _choice() -> str:
    while True:
        answer: str = typer.prompt("(a)ccept, (f)ix, (r)eject, (q)uit and save", default="a")
        if answer[:1].lower() in {"a", "f", "r", "q"}:
            return answer[:1].lower()


def _fixed(entry: Entry) -> Entry:
    """Ask for every value anew; Enter keeps it."""
    mended: Entry = {}
    for key, value in entry.items():
        shown = value if isinstance(value, str) else _yaml(value, flow=True).strip()
        given: str = typer.prompt(f"  {key}", default=shown)
        mended[key] = value if given == shown else _parsed(given, value)
    return mended


def _parsed(given: str, before: Any) -> Any:
    if isinstance(before, str):
        return given
    with suppress(yaml.YAMLError):
        return yaml.safe_load(given)
    return given


def _add(labels: Labels, section: str, entry: Entry) -> None:
    if section != "participants":
        labels[section].append(entry)
        return
    identity = str(entry.pop("id"))
    number = 1
    while identity in labels["participants"]:
        number += 1
        identity = f"{identity.partition('-')[0]}-{number}"
    labels["participants"][identity] = entry


# Entries ---------------------------------------------------------------------------------


def _head(document: Document) -> Labels:
    about = {
        "title": document.title,
        "date": document.date,
        "language": document.language,
        "genre": typer.prompt(
            "genre: news, remarks, transcript, interview, minutes or statement", default="news"
        ),
        "source": typer.prompt("where the text is from", default="unknown"),
        "sha256": sha256_of(document.text),
    }
    return {
        "document": about,
        "participants": {},
        **{section: [] for section in SECTIONS},
        "not_participants": [],
    }


def _person(person: Person) -> Entry:
    entry: Entry = {"id": person.id, "name": person.name}
    if person.aliases:
        entry["aliases"] = list(person.aliases)
    if person.role:
        entry["role"] = person.role
    return {**entry, "kind": person.kind or "person", "weight": person.weight}


def _quote(quote: Said, document: Document) -> Entry:
    told = {} if quote.attribution in {None, "unknown"} else {"attribution": quote.attribution}
    text = _cut(quote.places[0], document)
    return {"text": text, "speaker": quote.speaker, **told, "weight": quote.weight}


def _position(position: Stand, document: Document) -> Entry:
    return {
        "holder": position.holder,
        "issue": position.issue,
        "stance": position.stance,
        "evidence": _cut(position.evidence, document),
        "weight": position.weight,
    }


def _claim(claim: Assertion, document: Document) -> Entry:
    return {
        "claim": claim.statement,
        "asserted_by": claim.asserted_by,
        "evidence": _cut(claim.evidence, document),
        "weight": claim.weight,
    }


def _cut(spans: Iterable[Span], document: Document) -> list[Any]:
    """The pieces as labels name them: with `nth` where the words stand more than once.

    >>> document = Document.from_text("No, no. No, she said.")
    >>> _cut([Span(8, 10), Span(4, 6)], document)
    [{'text': 'No', 'nth': 2}, 'no']
    """
    return [_named(span, document.text) for span in spans]


def _named(span: Span, text: str) -> str | Entry:
    piece = span.of(text)
    starts = [at for at in range(len(text)) if text.startswith(piece, at)]
    return piece if len(starts) < 2 else {"text": piece, "nth": starts.index(span.start) + 1}


def _around(spans: Sequence[Span], document: Document) -> str:
    """The words with what stands before and behind them, on one line."""
    start, end = spans[0].start, spans[-1].end
    before, after = document.text[max(0, start - AROUND) : start], document.text[end : end + AROUND]
    return " ".join(f"… {before}⟦{document.text[start:end]}⟧{after} …".split())


def _yaml(value: Any, *, flow: bool = False) -> str:
    style = True if flow else None
    text: str = yaml.safe_dump(
        value, allow_unicode=True, sort_keys=False, default_flow_style=style, width=1000
    )
    return text.removesuffix("...\n")


def _write(labels: Labels, target: Path) -> None:
    target.write_text(_yaml(labels), "utf-8")
    try:
        load_case(target)
    except (LabelError, SummarizerError) as error:
        raise LabelError(f"{error}\n{target} is written, but has to be mended") from None
    typer.echo(f"{target} is written and right; what is missing in it, add by hand")
