"""Page: figures, charts, and every document with labels and prediction on top of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..figures import FIGURES, Estimate, Figure, estimate
from ..judge import Judged
from ..tables import System, cell, rows
from .items import SECTIONS, Line, lines
from .names import clean, label_of, repeat_of, shares_of, systems_of
from .overlay import SIGNS, Piece, marks, pieces, sides

__all__ = ["html"]

_NAMES = (
    "attribution.f1 participants.f1 positions.f_avg claims.f1_at_k omission.must trust.hallucinated"
).split()
SHOWN = tuple(figure for figure in FIGURES if figure.name in _NAMES)
"""The figures of one document."""

GATED = tuple(figure for figure in FIGURES if figure.gated)
"""The figures of charts and of the summary."""


def html(judged: Sequence[Judged]) -> str:
    """One page that needs nothing else: figures, charts, and every document with its marks."""
    template = _environment().get_template("page.html.j2")
    systems = systems_of(judged)
    return clean(
        template.render(
            systems=[_System(label, results) for label, results in systems.items()],
            table=rows(shares_of(systems)),
            charts=[_Chart(figure, shares_of(systems)) for figure in GATED],
            documents=[_Document(name, found) for name, found in _by_name(judged).items()],
            signs=SIGNS,
        )
    )


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
        return label_of(self.judged) + repeat_of(self.judged, self.beside)

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
        return list(pieces(self.judged.exhibit.reading.document.text, marks(self.judged)))

    @property
    def sections(self) -> list[tuple[str, list[Line]]]:
        return [(name, list(lines(self.judged, name))) for name in SECTIONS]

    @property
    def lists(self) -> list[tuple[str, list[str]]]:
        """What should be looked at first."""
        claims = sides(self.judged)[1].claims
        found = self.judged.score
        return [
            ("Missed though they must be there", found.missed),
            ("Without ground in the source", found.invented),
            (
                "Claims for review: supported, and not in the labels",
                [claims[number].statement for number in found.unknown],
            ),
        ]


def _by_name(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    documents: dict[str, list[Judged]] = {}
    for each in judged:
        documents.setdefault(each.result.document, []).append(each)
    return documents
