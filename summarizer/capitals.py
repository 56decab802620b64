"""Capitals: words with a capital that stand together, and may be a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from summarizer.bodies import BODIES, ROMANCE_BODIES, STATES
from summarizer.countries import is_country
from summarizer.given_names import bearer_of
from summarizer.languages import Language
from summarizer.roles import has_article, is_title
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = ["PARTICLES", "SHORTENED", "Token", "runs"]

_ACCENTS = r"[\u0300-\u036f]+"
_TOKEN = re.compile(
    rf"""
    [^\W_]+
    (?:
        (?: (?<=\b[^\W\d_])\. | [&’'\-‑] | {_ACCENTS} ) [^\W_]+  # U.S., O’Rund, Lind-Osk
        | {_ACCENTS}
    )*+
    """,
    re.VERBOSE,
)
_APOSTROPHES = ("’", "'")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)[’'](?=\w)", re.IGNORECASE)
"""What French joins to the word behind it: `l’Agence`, `d’Ada Lind`."""
PARTICLES = frozenset(
    "de la le del di da do dos du von van der den ter bin ibn al el of the".split()
)
_OF_BODIES = frozenset("for a voor".split())  # the Committee for a Better Tarn
_ON = frozenset(["on"])  # the Commission on Fairs
_ON_BODIES = frozenset("center centre commission committee conference council institute".split())
_FOREIGN_PARTICLES = frozenset("de bin al".split())
_NOUN_PARTICLES = frozenset("von van zu".split())  # these stand between nouns too
_ARTICLES = frozenset("der den dem".split())  # in German they are particles only behind `von`
_NEVER = frozenset(
    "i mr mrs ms dr ok no yes q a am pm vs according gentleman gentlemen ladies madam sir".split()
)
_ADVERB = re.compile(r"[a-z]{5,}ly")
_CUT_SHORT = STATES | frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
"""Months and states: `VA` is a body, `Va.` is none."""


class Token(NamedTuple):
    """A word of a text."""

    span: Span
    text: str
    lower: str  # without what an apostrophe adds: I’ll counts as I, but O’Rund as a whole
    is_capital: bool
    opens: bool  # it begins a sentence, a quotation or a line, so its capital says nothing


def _tokens(segments: Segments) -> Iterator[Token]:
    """All words in order, without what a genitive or an elision adds to them."""
    text = segments.text
    openers = {span.start for span in segments.sentences}
    openers |= {span.start for quote in segments.quotations for span in quote.spans}
    for turn in segments.turns:
        openers |= {span.start for span in turn.spans}
    last = 0
    language = segments.language
    words = (_TOKEN.finditer(text, *paragraph) for paragraph in segments.paragraphs)
    for found in chain.from_iterable(words):
        elision = _ELISION.match(found[0]) if language.elides else None
        start = found.start() + (elision.end() if elision else 0)
        word = text[start : found.end()]
        if word[-1] == "s" and word[-2:-1] in _APOSTROPHES:
            word = word[:-2]
        elif language.genitive_in_s and word.endswith("s") and is_country(word[:-1], language.code):
            word = word[:-1]
        end = start + len(word)
        if end < len(text) and text[end] == "." and (len(word) == 1 or "." in word):
            end += 1  # an initial, or U.S.
            word = text[start:end]
        opens = found.start() in openers or "\n" in text[last:start]
        opens = opens or any(opener in openers for opener in range(last, start))
        is_polite = word[0].isupper() and word.lower() in language.polite
        is_capital = _is_capital(word) and text[start - 1 : start] not in _TAGS and not is_polite
        yield Token(Span(start, end), word, _lower(word), is_capital, opens)
        last = end


_TAGS = frozenset("#@")


def _lower(word: str) -> str:
    head, _, tail = word.replace("’", "'").partition("'")
    return (word if head == "O" and tail else head).lower().rstrip(".")


_PREFIXED = re.compile(r"(?:[Pp]ro|[Aa]nti|[Nn]on|pre|post|mid)[-‑]")
"""How a word begins that describes something: `pro-Veldian`."""


_OF_THREE = re.compile(r"[-‑](?:of|year|turned)[-‑]|[a-z][-‑](?:old|based|born)$")


def _is_capital(word: str) -> bool:
    has_capital = word[0].isupper() or ("-" in word and any(map(str.isupper, word)))
    return has_capital and not _PREFIXED.match(word) and not _OF_THREE.search(word)


# Runs ------------------------------------------------------------------------------------


def runs(segments: Segments) -> Iterator[list[Token]]:
    """Capitalised words that stand together, particles between them included."""
    return (_completed(run, segments) for run in _together(segments))


def _together(segments: Segments) -> Iterator[list[Token]]:
    """The runs before small words behind them are added."""
    tokens = _without_headings(list(_tokens(segments)), segments)
    common = _common_words(tokens, segments.language)
    ends = segments.language.date_words | {*segments.language.weekdays} | _CAPTIONS
    text = segments.text
    run: list[Token] = []
    particles: list[Token] = []
    for token in tokens:
        joined = bool(run) and _is_joint(text, (particles or run)[-1], token)
        if token.is_capital and not token.text[0].isdigit():
            begins = token.opens or (token.lower in _CLAUSES and not token.text.isupper())
            if run and joined and not (begins and not particles):
                run += [*particles, token]
            else:
                yield from _kept(run, common, ends)
                run = [token]
            particles = []
        elif (
            run
            and joined
            and len(particles) < 2
            and (text[run[-1].span.end] == "-" or _may_join(token, run, particles, segments))
        ):
            particles.append(token)
        else:
            yield from _kept(run, common, ends)
            run, particles = [], []
    yield from _kept(run, common, ends)


def _without_headings(tokens: list[Token], segments: Segments) -> list[Token]:
    """The tokens; in a heading That Writes Words So only capitals that the text repeats count."""
    starts = [token.span.start for token in tokens]
    headings: set[int] = set()
    for sentence in segments.sentences:
        places = range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
        if _is_heading([tokens[at] for at in places], segments.language):
            headings.update(places)
    outside = (token for at, token in enumerate(tokens) if at not in headings)
    proper = {token.lower for token in outside if token.is_capital and not token.opens}
    return [
        token._replace(
            is_capital=token.is_capital and (at not in headings or token.lower in proper)
        )
        for at, token in enumerate(tokens)
    ]


def _is_heading(words: list[Token], language: Language) -> bool:
    """Whether all words have capitals, plain ones too: `Ada Lind Was There`."""
    behind = words[1:]
    if len(words) < _SHORTEST or not all(w.is_capital or w.lower in _SMALL for w in behind):
        return False
    plain = language.function_words | language.articles | language.openers | language.cue_verbs
    written = (word for word in behind if not word.text.endswith("."))  # Ada A. Lind
    return any(word.is_capital and word.lower in plain for word in written)


_SHORTEST = 4
_SMALL = frozenset("a an and as at but by for from in of on or the to vs with".split())
"""What is written small in headings too."""


def _may_join(token: Token, run: list[Token], particles: list[Token], segments: Segments) -> bool:
    """Whether a word without a capital may stand within the name that a run begins."""
    language, last = segments.language, run[-1].lower
    if (token.lower in _OF_BODIES and last in BODIES) or (
        token.lower in _ON and last in _ON_BODIES
    ):
        return True
    if token.lower == "and":
        return language.code == "en" and _joins_body(token, run, segments)
    is_between_nouns = token.lower == "van" and language.code == "nl"
    if not (language.nouns_are_capitalised or is_between_nouns):
        return token.lower in PARTICLES
    if token.lower in _ARTICLES:
        return bool(particles) and _is_given(run, language)
    if token.lower in _FOREIGN_PARTICLES:
        return True
    return token.lower in _NOUN_PARTICLES and any(bearer_of(each.text) for each in run)


_CAPITALS = re.compile(r"(?: [A-Z][\w’'-]*)* (?P<last>[A-Z][\w’'-]*)")


def _joins_body(token: Token, run: list[Token], segments: Segments) -> bool:
    """Whether `and` stands within the name of a body: `the Customs and Trade Commission`."""
    begins = has_article(run[0].span, segments) or run[0].text.endswith(".")
    begins |= len(run) > 1 and run[-2].lower == "the"
    found = _CAPITALS.match(segments.text, token.span.end)
    is_two = run[-1].lower.endswith("s") or any(each.lower in BODIES for each in run)
    is_two |= run[-1].text.isupper() and run[-1].text.isalpha()
    return begins and not is_two and found is not None and found["last"].lower() in BODIES


_OF_THE = r"de la|de los|de las|de l[’']|des|del|du|de|d[’']"
_DETERMINERS = "son|sa|ses|su|sus|leur|notre|un|una|une|ce|cette|este|esta"
_OF_ADJECTIVES = "ale?s?|aux|iques?|imes?|elles?|aires?|ières?|icos?|icas?|ivas?"
_COMPLEMENT = re.compile(
    rf"[ ](?:{_OF_THE})[ ]?(?!(?:{_DETERMINERS})\b)[^\W\d_A-Z]{{4,}}"
    rf"(?:[ ][^\W\d_A-Z]+(?:{_OF_ADJECTIVES}))?(?![\w’'])"
)
"""What a body is of, in small letters: `des phares` behind `Syndicat`."""


_CAMPAIGN = re.compile(
    r" campaign(?=[,.;]| (?:ha[sd]|is|was|will|would|did|said|told|took|made|"
    r"[a-z]+(?:ed|[^su]s))\b)"
)
"""A campaign that does something is a body; the `campaign manager` is somebody."""


def _completed(run: list[Token], segments: Segments) -> list[Token]:
    """The run with the rest of its name, if that is small: `Syndicat des phares`, `Lind campaign`.

    In French and Spanish only the first word of a body has one.
    """
    last = run[-1]
    if segments.language.code == "en" and has_article(run[0].span, segments):
        found = _CAMPAIGN.match(segments.text, last.span.end)
    elif segments.language.small_after_body and last.lower in ROMANCE_BODIES:
        found = _COMPLEMENT.match(segments.text, last.span.end)
    else:
        return run
    if not found:
        return run
    words = found[0].strip()
    span = Span(found.end() - len(words), found.end())
    return [*run, Token(span, words, words, is_capital=False, opens=False)]


def _is_given(run: list[Token], language: Language) -> bool:
    """Whether a run is one name, as in `Ada von der Weidt`, and not `Ada Lind von der Partei`."""
    plain = (token for token in run if token.lower not in language.function_words)
    return sum(not is_title(token.lower, language) for token in plain) == 1


_GAP = re.compile(r" (?:& )?")


def _is_joint(text: str, last: Token, following: Token) -> bool:
    """Whether two words stand in one name: `Ada Lind`, `St. Ives`, `Farmers’ Union`."""
    gap = text[last.span.end : following.span.start]
    if _GAP.fullmatch(gap) or (gap == ". " and last.lower in SHORTENED):
        return True
    if gap == "- " and following.lower == "und":
        return True  # Industrie- und Handelskammer
    if following.lower not in BODIES or not following.is_capital:
        return False
    is_saint = text[max(0, last.span.start - 4) : last.span.start].endswith(("St ", "St. "))
    return (last.lower.endswith("s") and gap in {"’ ", "' "}) or (
        is_saint and gap in {"’s ", "'s "}
    )


SHORTENED = frozenset("st mt ft rev gov sen rep del gen lt col capt sgt prof dr mr mrs ms".split())
"""Words cut short: a full stop behind them ends no sentence."""


def _kept(run: list[Token], common: frozenset[str], ends: frozenset[str]) -> Iterator[list[Token]]:
    """The run without plain words at its start or days at its end; nothing if no name is left."""
    while len(run) > 1 and run[-1].lower in ends:
        run = run[:-1]
    while run and (run[0].opens or len(run) > 1) and _is_plain(run, common):
        run = run[1:]
    while run and run[0].lower in PARTICLES and not run[0].text[0].isupper():
        run = run[1:]
    while run and not run[-1].is_capital:
        run = run[:-1]
    if not all(map(_is_nobody, run)):
        yield run


def _is_nobody(token: Token) -> bool:
    """Whether a word alone names nobody: `Va.`, `Early`, `Mr`."""
    is_cut = token.lower in _CUT_SHORT and not token.text.isupper()
    is_adverb = _ADVERB.fullmatch(token.lower) is not None and bearer_of(token.text) is None
    return is_cut or is_adverb or token.lower in _NEVER or len(token.lower) < 2


def _is_plain(run: list[Token], common: frozenset[str]) -> bool:
    """Whether the first word has its capital only for its place."""
    first = run[0]
    return first.lower in common and (first.opens or first.lower not in _RANKS)


_CLAUSES = frozenset(
    "while when although though because whereas since until unless whether if she he they".split()
)
"""These begin a clause, and stand in no name, even where no full stop stands before them."""
_CAPTIONS = frozenset("image photo picture t-shirt".split())  # Ada Lind Image: the Tarn Press
_RANKS = frozenset(
    "first second third last next only each every most many some such few another other "
    "here just even".split()
)
"""What may begin a name too: the First Bank."""
_NAME_PARTICLES = PARTICLES - frozenset("of the".split())


def _common_words(tokens: list[Token], language: Language) -> frozenset[str]:
    """Words whose capital at the start of a sentence says nothing.

    Plain words always are; what the text also writes small is, unless it is a title or has a
    capital within a sentence too.
    """
    small = {token.lower for token in tokens if not token.is_capital} | language.cue_verbs
    proper = {token.lower for token in tokens if token.is_capital and not token.opens}
    proper |= language.titles
    if language.code == "en":
        proper |= _NAME_PARTICLES  # De Blasio says
    according = {word for phrase in language.according_to for word in phrase.split()}
    plain = language.function_words | language.articles | language.pronouns
    always = plain | language.openers | language.calendar | according
    return frozenset((small - proper) | always)
