"""Bearers: whose name a mention is, be it the full name or a short form of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import combining, normalize

from summarizer.bodies import BODIES, COMPANIES, ROMANCE_BODIES, has_body
from summarizer.capitals import PARTICLES
from summarizer.given_names import bearer_of
from summarizer.languages import Language
from summarizer.mentions import Mention
from summarizer.roles import DEMONYM, has_article
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = ["SAYS", "Bearer", "find_bearers", "is_bare", "key_of", "lowered"]


@dataclass
class Bearer:
    """Who, or what, a text names: the words of the fullest name, and all mentions."""

    words: tuple[str, ...]
    mentions: list[Mention]
    short: list[str] = field(default_factory=list)  # single words that may mean this one


def find_bearers(mentions: list[Mention], segments: Segments) -> list[Bearer]:
    """Everybody with their mentions: first who has a full name, then who has one word only."""
    bearers, home_of = _of_full_names([m for m in mentions if len(m.words) > 1])
    register = _Register(bearers, _called_alone(mentions, segments), segments)
    last: Bearer | None = None
    end = 0
    for mention in mentions:  # of several who bear one surname, the one named last is meant
        home = home_of.get(mention.span)
        if home is None:
            if last and _KNOWN_AS.fullmatch(segments.text, end, mention.span.start):
                register.add(mention, last)
            home = register.bearer(mention)
            home.mentions.append(mention)
        register.name(home, mention)
        last, end = home, mention.span.end
    return [*bearers, *register.singles.values()]


class _Register:
    """Whom a surname, or another short form, means at each point of a text."""

    def __init__(self, bearers: list[Bearer], alone: frozenset[str], segments: Segments) -> None:
        self._text, self._language = segments.text, segments.language
        self._by_word = _index(bearers, alone)
        self._alone = alone
        self._surnames: dict[str, list[tuple[str, Bearer]]] = {}
        """Those that never stand alone, by their first letter."""
        for bearer in bearers:
            surname = key_of(bearer.words[-1])
            if surname not in alone and not has_body(lowered(bearer.words)):
                self._surnames.setdefault(surname[0], []).append((surname, bearer))
        self._kin = {id(b) for b in bearers if any(map(self._tells_kin, b.mentions))}
        """Who is told from another of the name as a `daughter` or a `wife`."""
        self._alike: dict[str, list[Bearer]] = {}
        for bearer in bearers:
            for short in bearer.short:
                self._alike.setdefault(short, []).append(bearer)
        for short, alike in self._alike.items():
            self._by_word[short] = next((b for b in alike if id(b) not in self._kin), alike[0])
        self.singles: dict[str, Bearer] = {}
        """Those who are called by one word only, by that word."""

    def add(self, mention: Mention, bearer: Bearer) -> None:
        """Note that somebody is also called by this word."""
        self._by_word.setdefault(key_of(mention.words[0]), bearer)

    def bearer(self, mention: Mention) -> Bearer:
        """Whom a mention of one word means; somebody new, if nobody known."""
        word = key_of(mention.words[0])
        home = self._by_word.get(_initials(mention.words[0])) or self._by_word.get(word)
        if home is None and word not in self.singles:
            home = self._misspelt(word, mention)
        if home is None:
            return self.singles.setdefault(word, Bearer(mention.words, []))
        return _addressed(home, mention, self._alike.get(word, ()), self._text, self._language)

    def _misspelt(self, word: str, mention: Mention) -> Bearer | None:
        """The one whose surname a word misspells: `Hobern said`, of Ada Hobarn.

        Surnames that also stand alone are not looked at: those are spelled right.
        """
        says = SAYS.match(self._text, mention.span.end) is not None
        fewest = _SPELLED_AT_START if mention.opens and not says else _SPELLED
        if word not in self._alone or len(word) < fewest:
            return None
        alike = [
            bearer
            for other, bearer in self._surnames.get(word[0], [])[:_FEW]
            if _likeness(word, other) >= (_LIKE if says and _is_somebody(bearer) else _VERY_LIKE)
            if says or _is_somebody(bearer)
        ]
        return alike[0] if len(alike) == 1 else None

    def _tells_kin(self, mention: Mention) -> bool:
        role = mention.role.of(self._text).lower().split() if mention.role else []
        return bool(role) and role[-1] in self._language.kin

    def name(self, home: Bearer, mention: Mention) -> None:
        """From here on the short forms mean this one, unless another is far more often named."""
        if self._tells_kin(mention):
            self._kin.add(id(home))
        for short in home.short:
            other = self._by_word[short]
            if id(home) in self._kin and id(other) not in self._kin:
                continue
            if not _is_chief(other, home) and not _is_aside(other, home, mention, self._text):
                self._by_word[short] = home


_FEW = 30
"""So many surnames with one first letter are compared: a bound keeps time linear."""

_SPELLED, _SPELLED_AT_START = 5, 7
"""A shorter word misspells none; at the start of a sentence its capital may say nothing."""


def _likeness(word: str, other: str) -> float:
    """How alike two words are, from 0 to 1; 0 if one is the plural of the other."""
    if word.rstrip("s") == other.rstrip("s"):
        return 0.0
    return SequenceMatcher(None, word, other).ratio()


_LIKE, _VERY_LIKE = 0.8, 0.85
"""How alike a misspelt surname is at least; less is asked of a person who says something."""

SAYS = re.compile(
    r"(?: (?:also|then|later|further|has|had|\w+ly))*"
    r" (?P<verb>says|said|tells|told|writes|wrote|insists|believes|\w+ed)\b"
)
"""A verb behind a name that says something; `reports` may be a noun."""


def _is_somebody(bearer: Bearer) -> bool:
    """Whether a role or a given name shows a person."""
    is_described = any(mention.role for mention in bearer.mentions)
    return is_described or bearer_of(bearer.words[0]) is not None


_ADDRESS = re.compile(r"(\w+)\.? $")


def _addressed(
    home: Bearer, mention: Mention, alike: Sequence[Bearer], text: str, language: Language
) -> Bearer:
    """Whom `Mr. Lind` means of those who share a surname: nobody called Ada."""
    start = mention.span.start
    before = _ADDRESS.search(text, max(0, start - 10), start)
    wanted = language.addressed(before[1].lower()) if before else None
    if wanted is None or bearer_of(home.words[0]) in (wanted, "either", None):
        return home
    return next((b for b in alike[:_ALIKE] if bearer_of(b.words[0]) == wanted), home)


_KNOWN_AS = re.compile(
    r"(?:,| \()? ?(?:(?:also|better|widely|formerly) )?"
    r"(?:known as|nicknamed|alias|aka|genannt|dite?) [“‘\"']?"
)
"""What stands between somebody's name and another one: `Ada Lind, known as Bo`."""


def _is_chief(one: Bearer, other: Bearer) -> bool:
    """Whether one is named so much more often that a surname alone is not the other's."""
    return one is not other and len(one.mentions) >= _CHIEF * len(other.mentions)


_CHIEF = 3
_ASIDE = re.compile(r"\b(?:for|of|with|to|from|against|about|than|like) (?:[\w’'-]+ ){0,3}$")


def _is_aside(one: Bearer, other: Bearer, mention: Mention, text: str) -> bool:
    """Whether the other one is only named beside it: `for his wife Ada Lind`."""
    start, end = mention.span
    is_owner = text.startswith(("’s ", "'s "), end)
    return one is not other and (
        is_owner or _ASIDE.search(text[max(0, start - 40) : start]) is not None
    )


def _initials(word: str) -> str:
    """`UN` of `U.N.`; empty for a word that is no abbreviation."""
    letters = word.replace(".", "")
    return letters if letters.isupper() and 1 < len(letters) < 7 else ""


@lru_cache(maxsize=10_000)
def key_of(word: str) -> str:
    """The form that two spellings share: of LIND and Lind, O’Rund and O'Rund, Núñez and Nunez."""
    if len(word) > 2 and word.endswith("s") and word[:-1].isupper():
        word = word[:-1]  # PACs are the PAC
    plain = word.rstrip(".").replace("’", "'").casefold()
    if plain.isascii():
        return plain
    return "".join(c for c in normalize("NFKD", plain) if not combining(c))


def _of_full_names(full: list[Mention]) -> tuple[list[Bearer], dict[Span, Bearer]]:
    """Those who are named by several words, and the one whom each such mention means."""
    bearers: list[Bearer] = []
    by_words: dict[tuple[str, ...], Bearer] = {}
    by_ends: dict[tuple[str, str], list[Bearer]] = {}
    home_of: dict[Span, Bearer] = {}
    for mention in sorted(full, key=lambda m: -len(m.words)):
        words = tuple(map(key_of, mention.words))
        alike = by_ends.setdefault((words[0], words[-1]), [])
        home = by_words.get(words)
        if home is None:
            home = next((b for b in alike[:_ALIKE] if _is_short(words, b.words)), None)
        if home is None:
            home = by_words[words] = Bearer(mention.words, [])
            others = (*_tails(words), *_heads(words))
            by_words.update((other, home) for other in others if other not in by_words)
            bearers.append(home)
            alike.append(home)
        home.mentions.append(mention)
        home_of[mention.span] = home
    return bearers, home_of


def _tails(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Forms without the first words: `de blasio` of `bill de blasio`, `harbour committee`."""
    is_person = bearer_of(words[0].capitalize()) is not None and not has_body(words)
    if "of" not in words and (is_person or words[-1] in BODIES):
        yield from (words[at:] for at in range(1, len(words) - 1))


def _heads(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The form without the word for a company: `western strand` of `western strand railways`."""
    if len(words) > 2 and words[-1] in COMPANIES:
        yield words[:-1]


_ALIKE = 20
"""So many middle names are told apart: a bound keeps time linear."""


def lowered(words: tuple[str, ...]) -> set[str]:
    """The words in small letters."""
    return {word.lower() for word in words}


def _is_short(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether only a middle name can be missing: `Ada Lind` for `Ada J. Lind`."""
    return len(longer) > len(shorter) and not any(word in PARTICLES for word in longer)


def _called_alone(found: list[Mention], segments: Segments) -> frozenset[str]:
    """Words that stand alone as somebody's name does: never behind `the`, or `in`."""
    bare: dict[str, bool] = {}
    for mention in found:
        if len(mention.words) == 1:
            word = key_of(mention.words[0])
            bare[word] = bare.get(word, True) and is_bare(mention.span, segments)
    return frozenset(word for word, is_bare in bare.items() if is_bare)


def _index(bearers: list[Bearer], alone: frozenset[str]) -> dict[str, Bearer]:
    """From each surname, and each given name that may stand alone, to the first who bears it."""
    index: dict[str, Bearer] = {}
    for bearer in bearers:
        for short in _short_forms(bearer.words):
            bearer.short.append(short)
            index.setdefault(short, bearer)
    for bearer in bearers:
        given = key_of(bearer.words[0])
        is_known = bearer_of(bearer.words[0]) is not None
        is_short = is_known or (len(bearer.words) == 2 and not DEMONYM.search(given))
        is_person = any(mention.role for mention in bearer.mentions) or (
            is_short and given in alone and not has_body(lowered(bearer.words))
        )
        is_company = len(bearer.words) == 2 and bearer.words[1].lower() in COMPANIES
        if (is_person or (is_company and given in alone)) and given not in index:
            bearer.short.append(given)
            index[given] = bearer
    return index


def _short_forms(words: tuple[str, ...]) -> Iterator[str]:
    """What a full name may be cut to: a surname, the noun of a body, initials.

    >>> list(_short_forms(("Court", "of", "Appeal"))), list(_short_forms(("Ada", "Lind")))
    (['court', 'CA'], ['lind', 'AL'])
    """
    if len(words) > 1 and words[0].lower() in ROMANCE_BODIES:
        yield key_of(words[0])
    heads = words[: words.index("of")] if "of" in words else words
    names_a_place = "of" in words or has_body(word.lower() for word in words[:-1])
    if heads and (not names_a_place or key_of(heads[-1]) in BODIES):
        yield key_of(heads[-1])  # not of Radio Tarn, or Krankenhaus Tarn
    yield _letters(words)
    if "Department" in words and "of" in words:
        yield _letters(words[words.index("of") :])  # the VA is that of Veterans Affairs


def _letters(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())


_PLACED = re.compile(r"\b(?:in|at|near|aus|bei|nach|à|en) $", re.IGNORECASE)


def is_bare(span: Span, segments: Segments) -> bool:
    """Whether neither an article nor the preposition of a place stands before a name."""
    is_place = _PLACED.search(segments.text, max(0, span.start - 6), span.start)
    return not is_place and not has_article(span, segments)
