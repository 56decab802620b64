"""Report: what was judged, for people (HTML, Markdown) and for machines (JUnit).

Names, texts and answers come from outside: each format escapes them, and characters that no
format can hold are dropped.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from typing import Any, Literal, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from summarizer.spans import Span

from .figures import FIGURES, Estimate, Figure, estimate
from .judge import Judged, by_document
from .matching import dice
from .metrics import Share, score
from .predictions import Assertion, Person, Place, Prediction, Said, Stand
from .support import unsupported
from .tables import System, cell, markdown, rows

__all__ = ["Mark", "Piece", "html", "junit", "pieces", "summary"]

Kind = Literal["right", "wrong", "silent", "missed", "extra", "open", "review", "evidence"]
Verdict = tuple[Kind, str]


class Sign(NamedTuple):
    """How a kind of mark is shown to those who cannot tell colours apart."""

    symbol: str
    word: str


SIGNS: dict[Kind, Sign] = {
    "right": Sign("✓", "right"),
    "wrong": Sign("✗", "wrong"),
    "silent": Sign("?", "no name"),
    "missed": Sign("−", "missed"),
    "extra": Sign("+", "extra"),
    "open": Sign("·", "not judged"),
    "review": Sign("?", "for review"),
    "evidence": Sign("", "evidence"),
}

_NAMES = (
    "attribution.f1 participants.f1 positions.f_avg claims.f1_at_k omission.must trust.hallucinated"
).split()
SHOWN = tuple(figure for figure in FIGURES if figure.name in _NAMES)
"""The figures of one document."""

GATED = tuple(figure for figure in FIGURES if figure.gated)
"""The figures of charts and of the summary."""

LIMIT = 56_000
"""So many bytes has a summary at most; a page of a job takes little more."""

LISTED = 12
"""So many items of one kind a summary names for each result."""

LONG = 200
"""So many characters of an item a summary shows."""


class Mark(NamedTuple):
    """A stretch of the source, what is to be said of it, and in which words."""

    span: Span
    kind: Kind
    title: str


@dataclass(frozen=True)
class Piece:
    """A stretch of the source with the marks that cover all of it."""

    text: str
    marks: tuple[Mark, ...] = ()
    starts: tuple[Kind, ...] = ()  # the kinds that begin here: they get their symbol

    @property
    def kinds(self) -> str:
        """The classes of the element."""
        return " ".join(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def title(self) -> str:
        """All that is to be said, a line each."""
        return "\n".join(dict.fromkeys(mark.title for mark in self.marks))

    @property
    def symbols(self) -> str:
        """The symbols of what begins here."""
        return "".join(SIGNS[kind].symbol for kind in self.starts)


class Line(NamedTuple):
    """A labelled item and the predicted one beside it; one of them may not be there."""

    kind: Kind
    note: str
    gold: str | None
    predicted: str | None

    @property
    def sign(self) -> Sign:
        """How it went."""
        return SIGNS[self.kind]


# Formats ---------------------------------------------------------------------------------


def html(judged: Sequence[Judged]) -> str:
    """One page that needs nothing else: figures, charts, and every document with its marks."""
    template = _environment().get_template("report.html.j2")
    systems = _systems(judged)
    return _clean(
        template.render(
            systems=[_System(label, results) for label, results in systems.items()],
            table=rows(_shares(systems)),
            charts=[_Chart(figure, _shares(systems)) for figure in GATED],
            documents=[_Document(name, found) for name, found in _by_name(judged).items()],
            signs=SIGNS,
        )
    )


def junit(judged: Sequence[Judged]) -> str:
    """XML for a CI server: a suite for each system, a case for each document and repeat.

    A document that failed is an error, a broken law a failure. What was missed or invented
    is output: how much of it is too much is for the gate to say.
    """
    root = ET.Element("testsuites", name="evals")
    for label, results in _systems(judged).items():
        suite = ET.SubElement(root, "testsuite", name=label, tests=str(len(results)))
        suite.set("errors", str(sum(each.result.error is not None for each in results)))
        suite.set("failures", str(sum(bool(each.result.broken) for each in results)))
        suite.set("time", f"{sum(each.result.ledger.seconds for each in results):.3f}")
        for each in results:
            _add_case(suite, label, each, _repeat(each, results))
    ET.indent(root)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return declaration + _clean(ET.tostring(root, encoding="unicode")) + "\n"


def summary(judged: Sequence[Judged]) -> str:
    """Markdown for the page of a CI job, cut where such a page would refuse it."""
    systems = _systems(judged)
    plain = {_plain(label): shares for label, shares in _shares(systems).items()}
    head = ["# Evaluation", "", markdown(rows(plain, GATED))]
    return "\n".join(_within(LIMIT, [*head, *_failures(judged), *_findings(judged)])) + "\n"


# The page --------------------------------------------------------------------------------


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@dataclass(frozen=True)
class _System:
    """What was run."""

    label: str
    results: Sequence[Judged]

    @property
    def documents(self) -> int:
        return len({each.result.document for each in self.results})

    @property
    def repeats(self) -> int:
        return len({each.result.repeat for each in self.results})

    @property
    def failed(self) -> int:
        return sum(each.result.error is not None for each in self.results)

    @property
    def versions(self) -> str:
        return ", ".join(dict.fromkeys(each.result.version for each in self.results))


@dataclass(frozen=True)
class _Chart:
    """One figure of all systems."""

    figure: Figure
    systems: dict[str, System]

    @property
    def bars(self) -> Iterator[tuple[str, Estimate, str]]:
        """The system, the estimate, and the same in figures."""
        for label, documents in self.systems.items():
            found = estimate(self.figure, list(documents.values()))
            text = cell(found, self.figure)
            if self.figure.better == "less" and found.at_most is not None:
                found = Estimate(found.value, 0.0, found.at_most)
            yield label, found, text


@dataclass(frozen=True)
class _Document:
    """A document and all its results."""

    name: str
    results: Sequence[Judged]

    @property
    def title(self) -> str:
        return self.results[0].exhibit.document.title or ""

    @property
    def blocks(self) -> list[_Block]:
        return [_Block(each, self.results) for each in self.results]

    @property
    def flawed(self) -> bool:
        return any(
            each.result.error is not None or each.score.missed or each.score.invented
            for each in self.results
        )


@dataclass(frozen=True)
class _Block:
    """One result, as the page shows it."""

    judged: Judged
    beside: Sequence[Judged]  # the other results of the document too

    @property
    def name(self) -> str:
        return _label(self.judged) + _repeat(self.judged, self.beside)

    @property
    def remarks(self) -> Iterator[str]:
        result = self.judged.result
        yield from (f"broken law: {law}" for law in result.broken)
        if result.missing:
            yield f"sections without a usable answer: {', '.join(result.missing)}"
        if result.reasked:
            yield "asked again before the answer was usable"

    @property
    def figures(self) -> list[tuple[Figure, str]]:
        """The figures of this document alone, so without intervals."""
        values = [estimate(figure, [self.judged.shares]).value for figure in SHOWN]
        return [(f, cell(Estimate(value), f)) for f, value in zip(SHOWN, values, strict=True)]

    @property
    def pieces(self) -> list[Piece]:
        return list(pieces(self.judged.exhibit.reading.text, _marks(self.judged)))

    @property
    def sections(self) -> list[tuple[str, list[Line]]]:
        return [(name, list(_lines(self.judged, name))) for name in _SECTIONS]

    @property
    def lists(self) -> list[tuple[str, list[str]]]:
        """What should be looked at first."""
        claims = _sides(self.judged)[1].claims
        found = self.judged.score
        return [
            ("Missed though they must be there", found.missed),
            ("Without ground in the source", found.invented),
            (
                "Claims for review: supported, and not in the labels",
                [claims[number].statement for number in found.unknown],
            ),
        ]


# Marks in the source ---------------------------------------------------------------------


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The text cut wherever a mark begins or ends.

    >>> outer, inner = Mark(Span(0, 4), "evidence", "e"), Mark(Span(2, 4), "right", "r")
    >>> [(piece.text, piece.kinds) for piece in pieces("abcdef", [outer, inner])]
    [('ab', 'evidence'), ('cd', 'evidence right'), ('ef', '')]
    """
    kept = [mark for mark in marks if mark.span.of(text).strip()]
    ends = {at for mark in kept for at in mark.span if at < len(text)}
    for start, end in pairwise(sorted({0, len(text)} | ends)):
        here = Span(start, end)
        covering = tuple(mark for mark in kept if here.overlaps(mark.span))
        begun = dict.fromkeys(mark.kind for mark in covering if mark.span.start == start)
        yield Piece(here.of(text), covering, tuple(begun))


def _marks(judged: Judged) -> Iterator[Mark]:
    gold, predicted = _sides(judged)
    yield from _evidence(gold, "labels")
    yield from _evidence(predicted, "predicted")
    pairs = judged.score.pairs.quotes
    for g, p in pairs:
        yield from _marks_of_pair(judged, g, p)
    for g, quote in enumerate(gold.quotes):
        if g not in {g for g, _ in pairs} and quote.places:
            title = f"missed: labelled {_name(gold, quote.speaker)}"
            yield from (Mark(span, "missed", title) for span in quote.places[0])
    kind: Kind = "open" if judged.exhibit.open_quotes else "extra"
    for p, quote in enumerate(predicted.quotes):
        if p not in {p for _, p in pairs} and quote.places:
            title = f"{SIGNS[kind].word}: predicted {_name(predicted, quote.speaker)}"
            yield from (Mark(span, kind, title) for span in quote.places[0])


def _marks_of_pair(judged: Judged, g: int, p: int) -> Iterator[Mark]:
    gold, predicted = _sides(judged)
    text = judged.exhibit.reading.text
    one, other = gold.quotes[g], predicted.quotes[p]
    places = product(one.places, other.places)
    place, found = max(places, key=lambda both: dice(both[0], both[1], text))
    kind = _speaker(judged, g, p)
    names = f"labelled {_name(gold, one.speaker)}, predicted {_name(predicted, other.speaker)}"
    for which, spans in (
        (kind, _shared(place, found)),
        ("missed", _without(place, found)),
        ("extra", _without(found, place)),
    ):
        word = "speaker " * (which == kind) + SIGNS[which].word
        yield from (Mark(span, which, f"{word}: {names}") for span in spans)


def _evidence(side: Prediction, whose: str) -> Iterator[Mark]:
    found = [(f"position on {position.issue}", position.evidence) for position in side.positions]
    found += [(f"claim: {claim.statement}", claim.evidence) for claim in side.claims]
    for what, spans in found:
        yield from (Mark(span, "evidence", f"evidence ({whose}) of {what}") for span in spans)


def _shared(one: Place, other: Place) -> list[Span]:
    """What lies in both.

    >>> _shared((Span(0, 4), Span(6, 9)), (Span(2, 7),))
    [Span(start=2, end=4), Span(start=6, end=7)]
    """
    both = [(a, b) for a in one for b in other if a.overlaps(b)]
    return [Span(max(a.start, b.start), min(a.end, b.end)) for a, b in both]


def _without(one: Place, other: Place) -> list[Span]:
    """What lies in the first alone.

    >>> _without((Span(0, 9),), (Span(2, 4), Span(7, 12)))
    [Span(start=0, end=2), Span(start=4, end=7)]
    """
    left = list(one)
    for gone in other:
        left = [rest for span in left for rest in _outside(span, gone)]
    return left


def _outside(span: Span, gone: Span) -> list[Span]:
    if not span.overlaps(gone):
        return [span]
    ends = (Span(span.start, gone.start), Span(gone.end, span.end))
    return [end for end in ends if end.start < end.end]


# Lists of items --------------------------------------------------------------------------


def _lines(judged: Judged, section: str) -> Iterator[Line]:
    gold, predicted = _sides(judged)
    describe, verdict = _SECTIONS[section]
    labels, items = getattr(gold, section), getattr(predicted, section)
    for g, p in _aligned(getattr(judged.score.pairs, section), len(labels), len(items)):
        one = _weighed(describe(gold, labels[g]), labels[g]) if g >= 0 else None
        other = describe(predicted, items[p]) if p >= 0 else None
        yield Line(*verdict(judged, g, p), one, other)


def _of_participant(_: Judged, g: int, p: int) -> Verdict:
    return ("right" if g >= 0 <= p else _alone(g)), ""


def _of_quote(judged: Judged, g: int, p: int) -> Verdict:
    if p < 0:
        return "missed", ""
    if not _sides(judged)[1].quotes[p].places:
        return "extra", "stands nowhere in the source"
    if g < 0:
        return ("open" if judged.exhibit.open_quotes else "extra"), ""
    return _speaker(judged, g, p), ""


def _of_position(judged: Judged, g: int, p: int) -> Verdict:
    gold, predicted = _sides(judged)
    if g < 0 or p < 0:
        return _alone(g), "" if p < 0 or predicted.positions[p].evidence else "no evidence"
    agree = gold.positions[g].stance == predicted.positions[p].stance
    return ("right", "") if agree else ("wrong", "another stance")


def _of_claim(judged: Judged, g: int, p: int) -> Verdict:
    if p < 0:
        return "missed", ""
    predicted = _sides(judged)[1]
    lacks = unsupported(predicted.claims[p], predicted, judged.exhibit.reading)
    if g < 0:
        return ("review" if p in judged.score.unknown else "extra"), ", ".join(lacks)
    told = _of_pair(judged, "claims", g, p)["claims.asserted_by"].n
    return ("right" if told else "wrong"), ", ".join(["another asserter"] * (not told) + lacks)


def _aligned(
    pairs: Iterable[tuple[int, int]], gold: int, predicted: int
) -> Iterator[tuple[int, int]]:
    """Pairs and what is missed in the labels' order, then what is left; -1 is nothing.

    >>> list(_aligned([(1, 0)], 2, 2))
    [(0, -1), (1, 0), (-1, 1)]
    """
    found = dict(pairs)
    yield from ((g, found.get(g, -1)) for g in range(gold))
    yield from ((-1, p) for p in range(predicted) if p not in found.values())


def _alone(gold: int) -> Kind:
    return "missed" if gold >= 0 else "extra"


def _speaker(judged: Judged, g: int, p: int) -> Kind:
    shares = _of_pair(judged, "quotes", g, p)
    if shares["attribution.accuracy"].n:
        return "right"
    return "silent" if shares["attribution.abstained"].n else "wrong"


def _of_pair(judged: Judged, section: str, g: int, p: int) -> dict[str, Share]:
    """What the metrics say of one pair: the page has no opinion of its own on names."""
    gold, predicted = _sides(judged)
    reading = judged.exhibit.reading
    return score(_only(gold, section, g), _only(predicted, section, p), reading).shares


def _only(side: Prediction, section: str, number: int) -> Prediction:
    """One item, and everybody, so that two people with one surname are still two."""
    everybody = (*side.participants, *side.others)
    kept = {section: (getattr(side, section)[number],)}
    return Prediction.model_validate({"others": everybody, **kept})


def _person(_: Prediction, person: Person) -> str:
    also = f" (also {', '.join(person.aliases)})" if person.aliases else ""
    about = ", ".join(filter(None, (person.role, person.kind)))
    return f"{person.name}{also}: {about}" if about else f"{person.name}{also}"


def _said(side: Prediction, quote: Said) -> str:
    return f"{_name(side, quote.speaker)}: “{' … '.join(quote.texts)}”"


def _stand(side: Prediction, position: Stand) -> str:
    statement = f" – {position.statement}" if position.statement else ""
    return f"{_name(side, position.holder)} {_STANCES[position.stance]} {position.issue}{statement}"


_STANCES = {
    "supports": "supports",
    "opposes": "opposes",
    "mixed": "is divided on",
    "unclear": "has a view on",
}


def _assertion(side: Prediction, claim: Assertion) -> str:
    voice = _name(side, claim.asserted_by) if claim.asserted_by else "the text"
    return f"{voice}: {claim.statement}"


_SECTIONS: dict[str, tuple[Callable[[Prediction, Any], str], Callable[..., Verdict]]] = {
    "participants": (_person, _of_participant),
    "quotes": (_said, _of_quote),
    "positions": (_stand, _of_position),
    "claims": (_assertion, _of_claim),
}
"""How an item of a section is told, and how a pair is judged; -1 for what is not there."""


def _weighed(text: str, item: Person | Said | Stand | Assertion) -> str:
    return f"{text} [{ {3: 'must', 2: 'should', 1: 'nice'}[item.weight] }]"


def _name(side: Prediction, identity: str | None) -> str:
    person = side.person(identity)
    return person.name if person else "nobody by name"


# The summary -----------------------------------------------------------------------------


def _failures(judged: Sequence[Judged]) -> Iterator[str]:
    failed = [each for each in judged if each.result.error is not None]
    if failed:
        yield from ("", "## Failed", "")
    for each in failed:
        yield f"- {_titled(each, judged)}: {_short(each.result.error or '')}"


def _findings(judged: Sequence[Judged]) -> Iterator[str]:
    for each in judged:
        if each.result.error is None and (each.score.missed or each.score.invented):
            yield from ("", f"## {_titled(each, judged)}", "")
            yield from _items("missed", each.score.missed)
            yield from _items("invented", each.score.invented)


def _items(what: str, items: Sequence[str]) -> Iterator[str]:
    yield from (f"- {what} {_short(item)}" for item in items[:LISTED])
    if len(items) > LISTED:
        yield f"- {what}: {len(items) - LISTED} more"


def _titled(each: Judged, judged: Sequence[Judged]) -> str:
    beside = [other for other in judged if _label(other) == _label(each)]
    label = f"{_label(each)}{_repeat(each, beside)}"
    return f"{_plain(each.result.document)} ({_plain(label)})"


def _within(limit: int, lines: Iterable[str]) -> Iterator[str]:
    """As many lines as fit, counted in bytes, and a word on those that do not.

    >>> list(_within(8, ["ab", "cd", "ef", "gh"]))
    ['ab', 'cd', '', 'Cut here: the report has all of it.']
    """
    left = limit
    for line in lines:
        left -= len(line.encode()) + 1
        if left < 0:
            yield from ("", "Cut here: the report has all of it.")
            return
        yield line


def _short(text: str) -> str:
    """One line of a bounded length."""
    line = " ".join(text.split())
    return _plain(line if len(line) <= LONG else f"{line[:LONG].rsplit(' ', 1)[0]} …")


_SPECIAL = re.compile(r"([\\`*_\[\]<>#~&])")  # not |, which the tables escape


def _plain(text: str) -> str:
    """One line that is no Markdown and no HTML."""
    return _SPECIAL.sub(r"\\\1", " ".join(_clean(text).split()))


# All formats -----------------------------------------------------------------------------


def _systems(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    systems: dict[str, list[Judged]] = {}
    for each in judged:
        systems.setdefault(_label(each), []).append(each)
    return systems


def _shares(systems: dict[str, list[Judged]]) -> dict[str, System]:
    return {label: by_document(results) for label, results in systems.items()}


def _by_name(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    documents: dict[str, list[Judged]] = {}
    for each in judged:
        documents.setdefault(each.result.document, []).append(each)
    return documents


def _label(judged: Judged) -> str:
    system, model = judged.result.system, judged.result.model
    return f"{system}, {model}" if model not in {"", "none"} else system


def _repeat(judged: Judged, beside: Iterable[Judged]) -> str:
    """Which repeat it is, if there are several."""
    repeats = {other.result.repeat for other in beside if _label(other) == _label(judged)}
    return f", repeat {judged.result.repeat}" if len(repeats) > 1 else ""


def _sides(judged: Judged) -> tuple[Prediction, Prediction]:
    return judged.exhibit.gold, judged.result.prediction or Prediction()


def _add_case(suite: ET.Element, label: str, judged: Judged, repeat: str) -> None:
    result, found = judged.result, judged.score
    case = ET.SubElement(suite, "testcase", classname=label, name=result.document + repeat)
    case.set("time", f"{result.ledger.seconds:.3f}")
    if result.error is not None:
        ET.SubElement(case, "error", message=result.error).text = result.error
    if result.broken:
        broken = ET.SubElement(case, "failure", message=f"laws broken: {len(result.broken)}")
        broken.text = "\n".join(result.broken)
    lines = [f"missed {item}" for item in found.missed]
    lines += [f"invented {item}" for item in found.invented]
    if lines:
        ET.SubElement(case, "system-out").text = "\n".join(lines)


_IMPOSSIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def _clean(text: str) -> str:
    """Without the characters that XML forbids, and those that turn the text behind them."""
    return _IMPOSSIBLE.sub("", text)
