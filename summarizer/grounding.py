"""Grounding: passages of the source in a brief, and what could not be grounded.

The law of the whole program stands here: a `Passage` can only be made by slicing.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.spans import Span

__all__ = ["Finished", "Passage", "Problem", "find_phrase", "fold", "lower_words", "passage"]


class Finished(BaseModel):
    """What a brief is made of: immutable, and nothing that the schema does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Passage(Finished):
    """A piece of the source, word for word: `source[start:end] == text`."""

    start: int = Field(ge=0, description="First code point in the source as given.")
    end: int = Field(ge=0, description="One past the last code point.")
    text: str

    @property
    def span(self) -> Span:
        """Its address."""
        return Span(self.start, self.end)


class Problem(Finished):
    """Something in a brief that a reader should know before trusting it."""

    kind: Literal[
        "ghost",  # a name that stands nowhere in the source; it was left out
        "unattributed",  # a quotation whose speaker is not known
        "unsupported",  # words or numbers that the evidence does not have
        "unlinked",  # evidence that is neither said by the holder nor names them
        "missing",  # a section that the model did not answer usably
        "order",  # a passage that tells the program what to write; it was left out
    ]
    section: str
    item: str | None = Field(description="The id of the item, or null.")
    message: str


def passage(text: str, span: Span) -> Passage:
    """Cut a passage out of the source.

    >>> passage("We will stay.", Span(3, 7)).text
    'will'
    """
    return Passage(start=span.start, end=span.end, text=span.of(text))


_LOOSE = {'"': '"“”„‟«»', "'": "'‘’‚‹›`´", "-": "-‐‑–—−"}
"""Marks that count as one, by the plain one."""

_PLAIN = {ord(mark): plain for plain, marks in _LOOSE.items() for mark in marks}


def fold(text: str) -> str:
    r"""A form for comparison: case, compatibility forms, marks, dashes and spaces folded.

    >>> fold("Ms.\u00a0D’Arc – “MAYOR”")
    'ms. d\'arc - "mayor"'
    """
    plain = unicodedata.normalize("NFKC", text.translate(_PLAIN)).translate(_PLAIN)
    return " ".join(unicodedata.normalize("NFKC", plain.casefold()).split())


_WORD = re.compile(r"\w+")


def lower_words(text: str) -> list[str]:
    """The words and numbers of a text, in order, in small letters.

    >>> lower_words("Lind’s 3 ships")
    ['lind', 's', '3', 'ships']
    """
    return [word.lower() for word in _WORD.findall(text)]


def find_phrase(phrase: str, text: str, within: Span | None = None) -> list[Span]:
    """Every place where a phrase stands as whole words; case, marks and spaces may differ.

    >>> find_phrase("the “Mayor”", 'He met the "mayor" twice.')
    [Span(start=7, end=18)]
    """
    folded = fold(phrase)
    if not folded:
        return []
    composed = (unicodedata.normalize(form, phrase) for form in ("NFC", "NFD", "NFKC"))
    forms = {folded, phrase, *composed}
    pattern = "|".join(_loosely(form) for form in sorted(forms, key=len, reverse=True))
    whole = within or Span(0, len(text))
    found = re.compile(pattern, re.IGNORECASE).finditer(text, whole.start, whole.end)
    return [Span(*match.span()) for match in found if fold(match[0]) == folded]


def _loosely(phrase: str) -> str:
    """A pattern for a phrase as whole words, any mark for its marks, any space for its spaces."""
    words = r"\s+".join("".join(map(_any_like, word)) for word in phrase.split())
    before = r"(?<!\w)" if phrase.lstrip()[0].isalnum() else ""
    after = r"(?!\w)" if phrase.rstrip()[-1].isalnum() else ""
    return before + words + after


def _any_like(character: str) -> str:
    marks = _LOOSE.get(_PLAIN.get(ord(character), character))
    return f"[{re.escape(marks)}]" if marks else re.escape(character)
