"""Mentions: where somebody is named, by which words, and in which role. By code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from summarizer.bodies import BODIES, PLACES, REGIONS, has_body
from summarizer.capitals import PARTICLES, Token, runs
from summarizer.given_names import bearer_of
from summarizer.languages import Language
from summarizer.roles import (
    OFFICES,
    can_be_somebody,
    has_article,
    is_german_agent,
    is_title,
    role_around,
    role_before,
    role_in_brackets,
)
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = ["NATIVE_WORDS", "Mention", "find_mentions"]


@dataclass(frozen=True)
class Mention:
    """A name at one place: its words without titles, and its role if one stands beside it."""

    span: Span
    words: tuple[str, ...]
    role: Span | None
    titled: bool
    opens: bool


def find_mentions(segments: Segments) -> list[Mention]:
    """Every mention in order: capitals that stand together, without their titles."""
    found_runs = list(runs(segments))
    seen = _Seen(
        frozenset(run[0].lower for run in found_runs if len(run) == 1),
        frozenset(pair for run in found_runs if (pair := _pair(run, segments.language))),
    )
    parts = [part for run in found_runs for part in _parted(run, segments, seen)]
    return [mention for part in parts if (mention := _mention(part, segments, seen.alone))]


def _is_apart(word: Token, last: Token, text: str) -> bool:
    """Whether the last word is a name of its own: `American NATO bases`, `Beitritt Russlands`."""
    is_acronym = last.text.isupper() and 2 < len(last.text) < _LONGEST_ACRONYM
    is_genitive = text.startswith("s ", last.span.end)  # of a country, in German
    return is_genitive or (is_acronym and word.text in NATIVE_WORDS)


_LONGEST_ACRONYM = 7
NATIVE_WORDS = frozenset(
    "American British Russian Chinese Turkish Israeli Indian Iranian German French Italian Spanish "
    "Polish Ukrainian Canadian Australian Japanese Korean Mexican Brazilian African European "
    "Afghan Iraqi Syrian Saudi Egyptian Irish Scottish Welsh Dutch Belgian Swedish Norwegian "
    "Danish Finnish Greek Austrian Swiss Pakistani".split()
)
"""What describes a body of that people; `Dolgan` before `MSP` is a surname."""


class _Seen(NamedTuple):
    """What stands alone in a text, in small letters: single words, and pairs of them."""

    alone: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def _pair(run: list[Token], language: Language) -> tuple[str, str] | None:
    first = _after_title(run, language)
    name = run[first:]
    return (name[0].lower, name[1].lower) if len(name) == 2 else None


def _parted(run: list[Token], segments: Segments, seen: _Seen) -> list[list[Token]]:
    """The names in a run, in order: `Harbour Press Ada Lind` holds two."""
    if without := _of_the(run, segments.language):
        return [without]
    if len(run) > 1 and _is_apart(run[-2], run[-1], segments.text):
        return [run[-1:]]
    at = _behind_office(run, segments) or _bearer_at(run, segments, seen)
    head, tail = run[:at], run[at:]
    words = _small(head)
    is_noun = at < 2 or can_be_somebody(words[-1], segments.language, by_ending=True)
    is_name = not is_noun and (has_body(words) or bool(seen.pairs & {(words[0], words[-1])}))
    return [head, tail] if is_name else [tail]


def _bearer_at(run: list[Token], segments: Segments, seen: _Seen) -> int:
    """Where somebody's name begins behind what describes them; 0 if nothing does."""
    at = len(run) - (3 if len(run) > 3 and len(run[-2].lower) < 2 else 2)
    last = run[-1].lower
    if at < 1 or not run[at].is_capital or last in BODIES | PLACES:
        return 0
    head, words = run[:at], _small(run[:at])
    language = segments.language
    if any(is_title(each, language) or _is_plural_title(each, language) for each in (*words, last)):
        return 0  # a title with what it is of, or behind it: the Office of the Press Secretary
    if (run[-2].lower, run[-1].lower) in seen.pairs and not _has_given(head):
        return at
    is_one_noun = at == 1 and _is_noun(head[0], segments, seen.alone)
    if bearer_of(run[at].text) is None:
        return at if is_one_noun and _is_long_noun(head[0], language) else 0
    if head[-1].lower in REGIONS or (_has_given(head) and not has_body(words)):
        return 0
    return at if at > 1 or is_one_noun else 0


_OFFICE_OF = re.compile(r"(\w+) (?:of|van|für|de|du|del) $")


def _behind_office(run: list[Token], segments: Segments) -> int:
    """Where a name begins behind what an office is of, as in `van Onderwijs Ada Lind`; else 0."""
    start = run[0].span.start
    found = _OFFICE_OF.search(segments.text, max(0, start - 30), start)
    if found is None or not segments.language.verb_second:
        return 0
    is_office = is_title(found[1].lower(), segments.language)
    given = _given_in(run, 1) if is_office else None
    return given if given is not None else 0


def _is_long_noun(word: Token, language: Language) -> bool:
    """Whether it is a noun such as `Tennisspieler`, too long for a given name."""
    is_agent = language.nouns_are_capitalised and is_german_agent(word.text)
    return is_agent and len(word.text) >= _LONG_NOUN and bearer_of(word.text) is None


_LONG_NOUN = 9


def _is_plural_title(word: str, language: Language) -> bool:
    """Whether it is a title of several, such as `senators`; the Lords are a body."""
    return word != "lords" and word.endswith("s") and word[:-1] in language.titles


def _of_the(run: list[Token], language: Language) -> list[Token]:
    """`Harbour Board` of `Chair of the Harbour Board`; empty if somebody's name follows."""
    for at, token in enumerate(run[:-3]):
        if is_title(token.lower, language) and _small(run[at + 1 : at + 3]) == ["of", "the"]:
            rest = run[at + 3 :]
            return [] if _given_in(run, at + 3) else rest
    return []


def _given_in(run: list[Token], start: int) -> int | None:
    """Where, from `start`, a given name first stands before a capital; None if nowhere."""
    places = range(start, len(run) - 1)
    return next((at for at in places if bearer_of(run[at].text) and run[at + 1].is_capital), None)


def _has_given(words: list[Token]) -> bool:
    """Whether a word is a given name, or joins names; `Oscar-winner` is neither."""
    names = (word for word in words if not _NOUN_LAST.search(word.text))
    return any(bearer_of(word.text) or word.lower in PARTICLES for word in names)


_NOUN_LAST = re.compile(r"-[a-z]+$")
_NATIVE = re.compile(r".{3,}(?:an|ese|ish|iton|crat)")


def _is_noun(word: Token, segments: Segments, alone: frozenset[str]) -> bool:
    """Whether a word before somebody's name is a noun: the list lacks some given names."""
    if word.lower in alone or "-" in word.text:
        return True
    if segments.language.nouns_are_capitalised:
        return has_article(word.span, segments) or is_german_agent(word.text)
    is_agent = can_be_somebody(word.lower, segments.language, by_ending=True)
    return is_agent or _NATIVE.fullmatch(word.lower) is not None


def _small(tokens: list[Token]) -> list[str]:
    return [token.lower for token in tokens]


def _mention(run: list[Token], segments: Segments, alone: frozenset[str]) -> Mention | None:
    """The mention that a run is; None for an office or an amount, which name nobody."""
    first = _after_title(run, segments.language)
    name = _without_particles(_without_body(run[first:], alone, is_titled=first > 0))
    if not name or name[-1].lower in _AMOUNTS:
        return None
    span = Span(name[0].span.start, name[-1].span.end)
    if not first and _is_office(name, span, segments):
        return None
    whole = Span(run[0].span.start, span.end)
    role = (
        role_in_brackets(span, segments)
        or _role_of_title(run[:first], segments.language)
        or role_before(whole, segments)
        or role_around(whole, span, segments)
    )
    words = tuple(token.text for token in name)
    return Mention(span, words, role, titled=first > 0, opens=run[0].opens)


def _without_body(name: list[Token], alone: frozenset[str], *, is_titled: bool) -> list[Token]:
    """A name without what it is of: `Ada Lind` of `Ada Lind of the Harbour Party`.

    But `Harbour Board of Tarn` is one name.
    """
    for at, (token, following) in enumerate(pairwise(name)):
        if token.lower in _OF_A_BODY and (token.lower != "van" or following.is_capital):
            is_of_place = is_titled and token.lower == "of"
            is_apart = is_of_place or _is_of_a_body(name[:at], name[at:], alone)
            return name[:at] if is_apart else name
    return name


def _without_particles(name: list[Token]) -> list[Token]:
    """A name without a `von` or `de` at its end."""
    while name and not name[-1].is_capital and name[-1].lower in PARTICLES:
        name = name[:-1]
    return name


_AMOUNTS = frozenset("millionen milliarden euro dollar prozent franken millones millions".split())
_OF_A_BODY = frozenset("of von van".split())


def _is_of_a_body(name: list[Token], rest: list[Token], alone: frozenset[str]) -> bool:
    """Whether a name is that of a person, and the rest a body or place: `Lind of the Board`."""
    words = {token.lower for token in name}
    if len(name) not in {2, 3} or has_body(words) or any(len(word) < 2 for word in words):
        return False
    is_known = name[-1].lower in alone or bearer_of(name[0].text) is not None
    return is_known or any(token.lower in BODIES for token in rest)


def _role_of_title(title: list[Token], language: Language) -> Span | None:
    """`Finance Minister` of `Her Finance Minister Dr.`; None of `Mrs.`, which is no role."""
    if all(token.lower in language.honorifics for token in title):
        return None
    while len(title) > 1 and title[-1].lower in language.honorifics:
        title = title[:-1]
    while len(title) > 1 and title[0].lower in language.function_words | language.articles:
        title = title[1:]
    return Span(title[0].span.start, title[-1].span.end)


def _after_title(run: list[Token], language: Language) -> int:
    """Where the name proper starts in `US Secretary of State Marco Rubio`; 0 without a title."""
    first = 0
    for at, token in enumerate(run[:-1]):
        is_plural = _is_plural_title(token.lower, language) and run[-1].lower not in BODIES
        is_one = is_title(token.lower, language) or is_plural  # Queens Park Rangers
        is_delegate = token.lower != "del" or run[at + 1].span.start > token.span.end + 1
        if not is_one or not is_delegate or not token.is_capital or run[at + 1].lower in BODIES:
            continue  # Del Potro, Justice Department
        after = at + 1
        if run[after].lower == "of":
            given = _given_in(run, after + 2)
            is_the = run[after + 1].lower == "the" if after + 1 < len(run) else False
            after = given or min(after + 2 + is_the, len(run))
        while after < len(run) - 1 and run[after].lower in OFFICES:
            after += 1
        if after < len(run):
            first = after
    return first


def _is_office(name: list[Token], span: Span, segments: Segments) -> bool:
    """Whether capitals are an office, and nobody's name: `the Foreign Minister`."""
    if len(name) < 2 or name[-1].lower in BODIES or not is_title(name[-1].lower, segments.language):
        return False
    if any(one.lower in BODIES and two.lower == "of" for one, two in pairwise(name)):
        return False  # the Office of the Press Secretary
    before = segments.text[max(0, span.start - 8) : span.start]
    is_of = segments.text.startswith((" to ", " of ", " for "), span.end)
    is_one = has_article(span, segments) or name[0].lower in segments.language.honorifics
    return before.endswith("(") or is_of or is_one
