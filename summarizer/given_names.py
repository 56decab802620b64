"""Given names: whether a word is one, and who bears it. From a list that comes with the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

__all__ = ["Bearer", "bearer_of"]

Bearer = Literal["she", "he", "either"]


def bearer_of(name: str) -> Bearer | None:
    """Who bears a given name, as the pronoun for them; None where it is not known as one.

    >>> bearer_of("Ada"), bearer_of("Jean-Pierre"), bearer_of("Kim"), bearer_of("Harbour")
    ('she', 'he', 'either', None)
    """
    known = _bearers()
    return known.get(name) or known.get(name.partition("-")[0])


@cache
def _bearers() -> dict[str, Bearer]:
    """The list: a paragraph for each kind of bearer, `#` before what is said about it."""
    text = Path(__file__).with_name("given_names.txt").read_text("utf-8")
    lines = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    found: dict[str, Bearer] = {}
    for paragraph in lines.strip().split("\n\n"):
        head, _, names = paragraph.partition(":")
        bearer: Bearer = "she" if head == "she" else "he" if head == "he" else "either"
        found.update(dict.fromkeys(names.split(), bearer))
    return found
