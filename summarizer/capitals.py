"""Capitals: words with a capital that stand together, and may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.bodies import BODIES, ROMANCE_BODIES
from summarizer.languages import LANGUAGES, Language
from summarizer.roles import is_title
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = ["PARTICLES", "Token", "runs"]

_TOKEN = re.compile(r"[^\W_]+(?:(?:[.&’'\-‑]|[\u0300-\u036f]+)[^\W_]+|[\u0300-\u036f]+)*+")
_APOSTROPHES = ("’", "'")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)[’'](?=\w)", re.IGNORECASE)
"""What French writes together with the word behind it: `l’Agence`, `d’Ada Lind`."""
PARTICLES = frozenset(
    "de la le del di da do dos du von van der den ter bin ibn al el of the".split()
)
_OF_BODIES = frozenset("for a".split())  # the Committee for a Better Tarn
_GERMAN_PARTICLES = frozenset("von van zu de bin al".split())
_ARTICLES = frozenset("der den dem".split())  # in German they are particles only behind `von`
_NEVER = frozenset("i mr mrs ms dr ok no yes q a am pm vs".split())


class Token(NamedTuple):
    """A word of a text."""

    span: Span
    text: str
    lower: str  # without what an apostrophe adds: I’ll counts as I, but O’Rund as a whole
    is_capital: bool
    opens: bool  # it begins a sentence, a quotation or a line, so its capital says nothing


def _tokens(segments: Segments) -> Iterator[Token]:
    text = segments.text
    openers = {span.start for span in segments.sentences}
    openers |= {span.start for quote in segments.quotations for span in quote.spans}
    for turn in segments.turns:
        openers |= {span.start for span in turn.spans}
    last = 0
    elides = segments.language.code == "fr"
    for found in _TOKEN.finditer(text, segments.document.body):
        elision = _ELISION.match(found[0]) if elides else None
        start = found.start() + (elision.end() if elision else 0)
        word = text[start : found.end()]
        if word[-1] == "s" and word[-2:-1] in _APOSTROPHES:
            word = word[:-2]
        end = start + len(word)
        if end < len(text) and text[end] == "." and (len(word) == 1 or "." in word):
            end += 1  # an initial, or U.S.
            word = text[start:end]
        opens = found.start() in openers or "\n" in text[last:start]
        opens = opens or any(opener in openers for opener in range(last, start))
        yield Token(Span(start, end), word, _lower(word), _is_capital(word), opens)
        last = end


def _lower(word: str) -> str:
    head, _, tail = word.replace("’", "'").partition("'")
    return (word if head == "O" and tail else head).lower().rstrip(".")


def _is_capital(word: str) -> bool:
    return word[0].isupper() or ("-" in word and any(map(str.isupper, word)))


# Runs ------------------------------------------------------------------------------------


def runs(segments: Segments) -> Iterator[list[Token]]:
    """Capitalised words that stand together, particles between them included."""
    return (_completed(run, segments) for run in _together(segments))


def _together(segments: Segments) -> Iterator[list[Token]]:
    tokens = list(_tokens(segments))
    common = _common_words(tokens, segments.language)
    text = segments.text
    allowed = _GERMAN_PARTICLES if segments.language.nouns_are_capitalised else PARTICLES
    run: list[Token] = []
    particles: list[Token] = []
    for token in tokens:
        joined = bool(run) and _is_joint(text, (particles or run)[-1], token)
        if token.is_capital and not token.text[0].isdigit():
            if run and joined and not (token.opens and not particles):
                run += [*particles, token]
            else:
                yield from _kept(run, common)
                run = [token]
            particles = []
        elif (
            run
            and joined
            and len(particles) < 2
            and (
                token.lower in allowed
                or (token.lower in _OF_BODIES and run[-1].lower in BODIES)
                or text[run[-1].span.end] == "-"
                or (particles and token.lower in _ARTICLES and _is_given(run, segments.language))
            )
        ):
            particles.append(token)
        else:
            yield from _kept(run, common)
            run, particles = [], []
    yield from _kept(run, common)


_COMPLEMENT = re.compile(
    r"[ \u00a0](?:de la|de los|de las|de l[’']|des|del|du|de|d[’'])[ \u00a0]?"
    r"(?!(?:son|sa|ses|su|sus|leur|notre|un|una|une|ce|cette|este|esta)\b)[^\W\d_A-Z]{4,}"
    r"(?:[ \u00a0][^\W\d_A-Z]+(?:ale?s?|aux|iques?|imes?|elles?|aires?|ières?|icos?|icas?|ivas?))?"
    r"(?![\w’'])"
)


def _completed(run: list[Token], segments: Segments) -> list[Token]:
    """`Syndicat des phares`: in French and Spanish only the first word of a body has a capital."""
    last = run[-1]
    if segments.language.code not in ("fr", "es") or last.lower not in ROMANCE_BODIES:
        return run
    found = _COMPLEMENT.match(segments.text, last.span.end)
    if not found:
        return run
    words = found[0].strip()
    span = Span(found.end() - len(words), found.end())
    return [*run, Token(span, words, words, is_capital=False, opens=False)]


def _is_given(run: list[Token], language: Language) -> bool:
    """Whether only a given name stands there: `Ada von der Weidt`, `Ada Lind von der Partei`."""
    plain = (token for token in run if token.lower not in language.function_words)
    return sum(not is_title(token.lower, language) for token in plain) == 1


_GAP = re.compile(r"[ \u00a0\u202f]")


def _is_joint(text: str, last: Token, following: Token) -> bool:
    """Whether two words stand in one name: `Ada Lind`, `St. Ives`, `Farmers’ Union`."""
    gap = text[last.span.end : following.span.start]
    if _GAP.fullmatch(gap) or (gap == ". " and last.lower in _SHORTENED):
        return True
    if gap == "- " and following.lower == "und":
        return True  # Industrie- und Handelskammer
    if following.lower not in BODIES or not following.is_capital:
        return False
    is_saint = text[: last.span.start].endswith(("St ", "St. "))
    return (last.lower.endswith("s") and gap in {"’ ", "' "}) or (
        is_saint and gap in {"’s ", "'s "}
    )


_SHORTENED = frozenset("st mt ft rev gov sen rep del gen lt col capt sgt prof dr mr mrs ms".split())


def _kept(run: list[Token], common: frozenset[str]) -> Iterator[list[Token]]:
    """A run without the plain word that merely opens its sentence, and the day that ends it."""
    while len(run) > 1 and run[-1].lower in _DAYS:
        run = run[:-1]
    while run and (run[0].opens or len(run) > 1) and run[0].lower in common:
        run = run[1:]
    while run and run[0].lower in PARTICLES and not run[0].text[0].isupper():
        run = run[1:]
    if run and not all(token.lower in _NEVER or len(token.lower) < 2 for token in run):
        yield run


_DAYS = frozenset(day for language in LANGUAGES.values() for day in language.weekdays)
_OPENERS = frozenset(
    "when while although however meanwhile speaking despite since then later earlier yesterday "
    "today tomorrow now still yet".split()
)


def _common_words(tokens: list[Token], language: Language) -> frozenset[str]:
    """Words that this text, or the language, also writes small."""
    seen = {token.lower for token in tokens if not token.is_capital}
    return frozenset(
        (
            seen
            | language.function_words
            | language.pronouns
            | language.articles
            | language.cue_verbs
        )
        - language.titles
        - {token.lower for token in tokens if token.is_capital and not token.opens}
        | language.function_words
        | _OPENERS
        | {word for phrase in language.according_to for word in phrase.split()}
        | language.articles
        | language.pronouns
        | frozenset((*language.weekdays, *language.months))
    )
