"""Matching: which predicted item is which labelled one, one to one.

Similarities below a section's threshold become 0 before the assignment, not after it: a pair
that cannot match must not take a place from one that can.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations
from typing import TypeVar

import numpy as np
from pydantic import BaseModel
from scipy.optimize import linear_sum_assignment

from summarizer.grounding import fold
from summarizer.languages import LANGUAGES
from summarizer.spans import Span

from .predictions import Assertion, Person, Place, Said, Stand

__all__ = [
    "CLAIMS",
    "EXACT",
    "PARTICIPANTS",
    "POSITIONS",
    "QUOTES",
    "SMALL",
    "TIGHT",
    "Names",
    "assign",
    "claim_similarity",
    "content",
    "dice",
    "issue_similarity",
    "paired",
    "position_similarity",
    "quote_similarity",
    "similarities",
    "token_f1",
]

PARTICIPANTS, QUOTES, POSITIONS, CLAIMS = 0.85, 0.5, 0.6, 0.5
"""The least similarity of a pair, by section."""

TIGHT, EXACT = 0.8, 1.0
"""The same for quotes, where more is asked."""

_MORE, _TIE = 1e-5, 1e-6
"""What a pair, and agreement in its second attribute, are worth: they decide between equals."""

_Gold = TypeVar("_Gold")
_Predicted = TypeVar("_Predicted")


def similarities(
    gold: Sequence[_Gold],
    predicted: Sequence[_Predicted],
    similarity: Callable[[_Gold, _Predicted], float],
) -> np.ndarray:
    """A row for each labelled item, a column for each predicted one."""
    rows = [[similarity(g, p) for p in predicted] for g in gold]
    return np.array(rows, dtype=float).reshape(len(gold), len(predicted))


def assign(
    similar: np.ndarray, threshold: float, agree: np.ndarray | None = None
) -> list[tuple[int, int]]:
    """The pairs of row and column with the greatest sum, none of them below the threshold.

    Of equals the most pairs are taken. `agree` has 1 where a pair also agrees in its second
    attribute: that decides between equals too.

    >>> assign(np.array([[0.9, 0.6], [0.8, 0.1]]), threshold=0.5)
    [(0, 1), (1, 0)]
    >>> assign(np.array([[0.7, 0.7]]), threshold=0.5, agree=np.array([[0, 1]]))
    [(0, 1)]
    """
    if similar.size == 0:
        return []
    possible = similar >= threshold
    worth = np.where(possible, similar + _MORE, 0.0)
    if agree is not None:
        worth += np.where(possible, agree * _TIE, 0.0)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if possible[r, c]]


_HEAVY = 0.01
"""What a weight counts where all else is equal; agreement counts 1."""


def paired(
    gold: Sequence[BaseModel],
    predicted: Sequence[BaseModel],
    similar: np.ndarray,
    threshold: float,
    agree: np.ndarray | None = None,
) -> list[tuple[int, int]]:
    """What `assign` finds, the same in whatever order items stand; a repeated one finds nothing.

    Of equals that agree alike the heavier label is found, and then the first in that order.
    """
    rows, columns = _distinct(gold), _distinct(predicted)
    these = np.ix_(rows, columns)
    order = [getattr(gold[row], "weight", 0) - n / len(rows) for n, row in enumerate(rows)]
    prefer = np.array(order, dtype=float).reshape(-1, 1) * _HEAVY
    found = assign(similar[these], threshold, prefer + (0 if agree is None else agree[these]))
    return sorted((rows[r], columns[c]) for r, c in found)


def _distinct(items: Sequence[BaseModel]) -> list[int]:
    """The numbers of items, each said once, in an order that only what they say decides."""
    said = {repr(item.model_dump(exclude={"id"})): number for number, item in enumerate(items)}
    return [said[each] for each in sorted(said)]


# Names -----------------------------------------------------------------------------------

_TITLES = frozenset().union(*(language.titles for language in LANGUAGES.values()))
_ARTICLES = frozenset().union(*(language.articles for language in LANGUAGES.values()))
SMALL = frozenset().union(*(language.function_words for language in LANGUAGES.values()))
"""Words that carry no meaning, of all languages."""


class Names:
    """How alike two names are, among everybody whom the labels and the prediction name.

    1 for the same name or alias, .97 without titles and diacritics, .92 for a surname with
    given names that do not contradict, .90 for a surname that only one of them has, or for
    an acronym. A surname with other given names is 0, whatever else is equal.

    >>> lind, ada = Person(id="a", name="Mayor Ada Lind"), Person(id="b", name="Lind")
    >>> Names([lind, ada]).similarity(lind, ada)
    0.9
    >>> Names([lind, ada, Person(id="c", name="Bo Lind")]).similarity(lind, ada)
    0.0
    """

    def __init__(self, everybody: Iterable[Person]) -> None:
        full = {_bare(person.name) for person in everybody if _may_have_surname(person)}
        pairs = combinations(sorted(full), 2)
        self._shared = {one[-1] for one, other in pairs if _contradict(one, other)}

    def similarity(self, one: Person, other: Person) -> float:
        """Between 0 and 1, the same in both directions."""
        persons = _may_have_surname(one) and _may_have_surname(other)
        if persons and _contradict(_bare(one.name), _bare(other.name)):
            return 0.0
        return max(self._of_forms(a, b, persons) for a in one.forms for b in other.forms)

    def same(self, one: Person | None, other: Person | None) -> bool:
        """Whether they are one: what kind they are held for does not matter."""
        if one is None or other is None:
            return one is other
        return self.similarity(one, other) >= PARTICIPANTS

    def _of_forms(self, one: str, other: str, persons: bool) -> float:  # noqa: FBT001
        if fold(one) == fold(other):
            return 1.0
        a, b = _bare(one), _bare(other)
        if not a or not b:
            return 0.0
        if a == b:
            return 0.97
        if persons and a[-1] == b[-1]:
            if min(len(a), len(b)) > 1:
                return 0.0 if _contradict(a, b) else 0.92
            return 0.0 if a[-1] in self._shared else 0.90
        sides = ((a, other), (b, one))
        is_acronym = any(len(short) == 1 and _acronym(short[0], long) for short, long in sides)
        return 0.90 if is_acronym else 0.0


def _may_have_surname(person: Person) -> bool:
    return person.kind in {"person", None}


@cache
def _bare(name: str) -> tuple[str, ...]:
    """Folded words without titles, articles, initials' points and diacritics.

    >>> _bare("President José Núñez")
    ('jose', 'nunez')
    >>> _bare("A. Lind"), _bare("a Lind")
    (('a', 'lind'), ('lind',))
    """
    decomposed = unicodedata.normalize("NFKD", fold(name))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    dotted = re.findall(r"[\w&]+\.?", re.sub(r"'s?\b", "", plain))  # `a.` is no article
    words = [(word, word.rstrip(".")) for word in dotted]
    kept = tuple(w for dots, w in words if w not in _TITLES and dots not in _ARTICLES)
    return kept or tuple(w for _, w in words)


def _contradict(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names share the surname and neither's given names can be the other's.

    >>> _contradict(("marco", "rubio"), ("m", "rubio"))
    False
    >>> _contradict(("martha", "kessler"), ("viktor", "kessler"))
    True
    """
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    short, long = sorted((one[:-1], other[:-1]), key=len)
    rest = iter(long)  # given names keep their order: each is looked for behind the one before
    return not all(any(_may_be(a, b) for b in rest) for a in short)


def _may_be(one: str, other: str) -> bool:
    return one == other or (1 in {len(one), len(other)} and one[0] == other[0])


def _acronym(short: str, long: str) -> bool:
    """Whether the initials of a name's words, small ones left out or not, are the short form.

    >>> _acronym("nato", "North Atlantic Treaty Organization")
    True
    """
    words = re.findall(r"\w+", fold(long))
    without_small = [word for word in words if word not in SMALL]
    initials = {"".join(word[0] for word in kept) for kept in (words, without_small)}
    return len(short) > 1 and short in initials


# Words -----------------------------------------------------------------------------------


def content(text: str) -> set[str]:
    """The words that carry meaning, cut to six letters so that endings do not count.

    >>> sorted(content("the closing of the Velm dams"))
    ['closin', 'dams', 'velm']
    """
    words = re.findall(r"\w+", re.sub(r"'s\b", "", fold(text)))
    return {word[:6] for word in words if word not in SMALL} or {word[:6] for word in words}


def token_f1(one: str, other: str) -> float:
    """F1 of the words of two texts, each counted as often as it stands there.

    >>> token_f1("Russia lost 100 men", "Russia lost 200 men")
    0.75
    """
    a, b = (Counter(re.findall(r"\w+", fold(text))) for text in (one, other))
    return 2 * (a & b).total() / (a.total() + b.total()) if a or b else 0.0


def issue_similarity(one: Iterable[str], other: Iterable[str]) -> float:
    """The best Dice of the content words of any wording of one issue with any of another.

    >>> issue_similarity(["closing the dam"], ["the closing of the Velm dam", "its end"])
    0.8
    """
    others = [content(wording) for wording in other]
    pairs = ((content(wording), words) for wording in one for words in others)
    return max((2 * len(a & b) / (len(a) + len(b)) for a, b in pairs if a or b), default=0.0)


# Spans -----------------------------------------------------------------------------------


def dice(one: Iterable[Span], other: Iterable[Span], text: str) -> float:
    """Dice of the characters in two unions of spans; white space does not count.

    >>> dice([Span(0, 4)], [Span(2, 8)], "abcdefgh")
    0.4
    """
    a, b = _characters(one, text), _characters(other, text)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _characters(spans: Iterable[Span], text: str) -> set[int]:
    return {at for span in spans for at in range(*span) if not text[at].isspace()}


def quote_similarity(gold: Said, predicted: Said, text: str) -> float:
    """Dice of the words, at the best of the places where they stand."""
    pairs = ((one, other) for one in gold.places for other in predicted.places)
    return max((dice(one, other, text) for one, other in pairs), default=0.0)


def claim_similarity(
    gold: Assertion, predicted: Assertion, evidence: Callable[[Place], Place], text: str
) -> float:
    """.7 of Dice of the evidence and .3 of F1 of the words.

    `evidence` widens spans to whole sentences: labels point at the shortest slice that shows
    a claim, programs at sentences, and both may be right.
    """
    overlap = dice(evidence(gold.evidence), evidence(predicted.evidence), text)
    return 0.7 * overlap + 0.3 * token_f1(gold.statement, predicted.statement)


def position_similarity(
    gold: Stand, predicted: Stand, evidence: Callable[[Place], Place], text: str
) -> float:
    """How alike two issues are, by their words or by the sentences that show them."""
    words = issue_similarity(
        (gold.issue, *gold.issue_aliases), (predicted.issue, *predicted.issue_aliases)
    )
    overlap = dice(evidence(gold.evidence), evidence(predicted.evidence), text)
    return max(words, overlap, POSITIONS) if overlap >= 0.5 else words
