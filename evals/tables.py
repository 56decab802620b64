"""Tables: figures as rows, systems as columns, for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .figures import COSTS, FIGURES, Estimate, Figure, Shares, composite, estimate

__all__ = ["cell", "markdown", "rows"]

System = Mapping[str, Shares]
"""The shares of every document that a system was run on."""

Row = tuple[str, ...]


def rows(systems: Mapping[str, System], figures: Sequence[Figure] = FIGURES) -> list[Row]:
    """A head, then a row for every figure that any system has a value for.

    >>> from .metrics import Share
    >>> figure = Figure("quotes.f1", "quotes, F1")
    >>> rows({"ours": {"a": {"quotes.f1": Share(1, 2)}}}, [figure])
    [('figure', 'ours (1)'), ('quotes, F1', '.50')]
    """
    found = [("figure", *(f"{name} ({len(shares)})" for name, shares in systems.items()))]
    for figure in (*figures, *COSTS):
        estimates = [estimate(figure, list(shares.values())) for shares in systems.values()]
        if any(each.value is not None for each in estimates):
            arrow = "" if figure.better == "more" else " ↓"
            found.append((figure.label + arrow, *(cell(each, figure) for each in estimates)))
    if figures is FIGURES:
        totals = [composite(list(shares.values())) for shares in systems.values()]
        shown = ("–" if total is None else f"{total:.0f}" for total in totals)
        found.append(("all in one, 0 to 100, for display only", *shown))
    return found


def cell(found: Estimate, figure: Figure) -> str:
    """A value with its interval; for a 0 that should be low, what is still possible.

    >>> cell(Estimate(0.5, 0.41, 0.6, 12), FIGURES[0])
    '.50 [.41, .60]'
    >>> cell(Estimate(0.0, 0.0, 0.0, 10), Figure("ghosts", "", "less"))
    '.00 (≤ .26)'
    """
    if found.value is None:
        return "–"
    if figure in COSTS:
        return f"{found.value:,.0f}"
    if figure.better == "less" and found.at_most is not None:
        return f"{_plain(0.0)} (≤ {_plain(found.at_most)})"
    interval = f" [{_plain(found.low)}, {_plain(found.high)}]" if found.high is not None else ""
    return _plain(found.value) + interval


def _plain(value: float | None) -> str:
    """`.50` and `1.00`: no leading zero, as is usual for shares."""
    return "–" if value is None else f"{value:.2f}".removeprefix("0")


def markdown(table: Sequence[Row]) -> str:
    """A table in Markdown.

    >>> print(markdown([("figure", "ours"), ("quotes", ".50")]))
    | figure | ours |
    |---|---|
    | quotes | .50 |
    """
    head, *body = ["| " + " | ".join(_escaped(each) for each in row) + " |" for row in table]
    return "\n".join([head, "|" + "---|" * len(table[0]), *body])


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
