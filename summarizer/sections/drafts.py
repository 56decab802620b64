"""What the drafts of all sections share: bounded strings, lists and choices.

Every schema that is made of them stays inside the subset that strict structured output
accepts: all properties required, none besides, and a bound on everything that can grow.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Draft", "key", "one_of", "some", "whole_words", "words"]


class Draft(BaseModel):
    """The root of everything that a model fills in."""

    model_config = ConfigDict(extra="forbid")


def words(limit: int, description: str) -> Any:
    """Free text of at most `limit` characters: small models run away without a bound."""
    return Annotated[str, Field(max_length=limit, description=description)]


def one_of(*choices: object) -> Any:
    """One of these values, and nothing else."""
    return Literal[tuple(dict.fromkeys(choices))]


def some(item: Any, most: int) -> Any:
    """A list of at most so many items."""
    bounded: Any = Annotated[list[item], Field(min_length=0, max_length=most)]
    return bounded


def key(sentence: int) -> str:
    """The field that answers for a sentence: `s1` for the first.

    >>> key(0)
    's1'
    """
    return f"s{sentence + 1}"


def whole_words(text: str, limit: int) -> str:
    """Free text on one line; one that ran into its limit ends at its last whole sentence or part.

    >>> whole_words("The town sells its ships. It also wants to bu", 45)
    'The town sells its ships.'
    >>> whole_words("to keep  talking with all si", 28)
    'to keep talking with all …'
    """
    line = " ".join(text.split()).lstrip(",;:.-– ")
    if len(text) < limit or line.endswith((".", "!", "?", "”", '"')) or " " not in line:
        return line
    half = len(line) // 2
    for mark, kept in ((". ", "."), ("; ", "."), (", ", ".")):
        if (end := line.rfind(mark, half)) > 0:
            return line[:end] + kept
    return f"{line.rsplit(' ', 1)[0]} …"
