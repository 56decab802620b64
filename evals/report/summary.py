"""Summary: Markdown for the page of a CI job."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..figures import FIGURES
from ..judge import Judged
from ..tables import markdown, rows
from .names import clean, label_of, repeat_of, shares_of, systems_of

__all__ = ["summary"]

GATED = tuple(figure for figure in FIGURES if figure.gated)

LIMIT = 56_000
"""So many bytes has a summary at most; a page of a job takes little more."""

LISTED = 12
"""So many items of one kind a summary names for each result."""

LONG = 200
"""So many characters of an item a summary shows."""


def summary(judged: Sequence[Judged]) -> str:
    """Markdown for the page of a CI job, cut where such a page would refuse it."""
    systems = systems_of(judged)
    plain = {_plain(label): shares for label, shares in shares_of(systems).items()}
    head = ["# Evaluation", "", markdown(rows(plain, GATED))]
    return "\n".join(_within(LIMIT, [*head, *_failures(judged), *_findings(judged)])) + "\n"


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
    beside = [other for other in judged if label_of(other) == label_of(each)]
    label = f"{label_of(each)}{repeat_of(each, beside)}"
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
    return _SPECIAL.sub(r"\\\1", " ".join(clean(text).split()))
