"""Names: who is called what in a text, where, and in which role. By code, without a model.

Capitals are the clue, so a script without them gives no names; the model names the
participants of such a text itself. What is found here is only proposed: the model chooses.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from summarizer.bodies import (
    BODIES,
    COMPANIES,
    PLACES,
    REGIONS,
    ROMANCE_BODIES,
    has_body,
)
from summarizer.capitals import PARTICLES, Token, runs
from summarizer.given_names import ADDRESSED, bearer_of
from summarizer.languages import Language
from summarizer.roles import (
    DEMONYM,
    HONORIFICS,
    OFFICES,
    can_be_somebody,
    has_article,
    head_of,
    is_german_agent,
    is_title,
    role_around,
    role_before,
    role_in_brackets,
)
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = ["Name", "Names", "find_names"]


@dataclass(frozen=True)
class Name:
    """One bearer of a name. `text` is the fullest form; `roles` are addresses of role words.

    `is_person` where the text shows it: a role, an age, Mr. or Ms., a surname that stands alone.
    """

    text: str
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    roles: tuple[Span, ...]
    is_person: bool = False

    @property
    def is_body(self) -> bool:
        """Whether a word of it, such as `Union`, says that it is many people."""
        return not self.is_person and has_body(self.text.lower().split())

    @property
    def is_place(self) -> bool:
        """Whether a word of it, such as `Street`, says that it is a place or an event."""
        words = self.text.lower().split()
        return not self.is_person and (words[0] in REGIONS or words[-1] in PLACES)


@dataclass(frozen=True)
class Names:
    """All names of a text, in the order in which they first occur.

    >>> from summarizer.document import Document
    >>> from summarizer.segment import segment
    >>> text = "The mayor met Finance Minister Ada Lind. Lind did not stay."
    >>> names = find_names(segment(Document.from_text(text)))
    >>> [(name.text, name.aliases, [role.of(text) for role in name.roles]) for name in names.all]
    [('Ada Lind', ('Lind',), ['Finance Minister'])]
    """

    all: tuple[Name, ...]

    @cached_property
    def _mentions(self) -> list[tuple[Span, int]]:
        return sorted((span, n) for n, name in enumerate(self.all) for span in name.mentions)

    def within(self, span: Span) -> list[tuple[Span, int]]:
        """Mentions that start inside a span, in order, each with the number of its name."""
        low = bisect_left(self._mentions, (Span(span.start, 0), 0))
        high = bisect_right(self._mentions, (Span(span.end, 0), 0))
        return self._mentions[low:high]

    def called(self, text: str) -> int | None:
        """The number of the name with this form, capitals aside; None if nobody has it."""
        return self._forms.get(text.casefold().strip())

    @cached_property
    def _forms(self) -> dict[str, int]:
        forms: dict[str, int] = {}
        for number, name in enumerate(self.all):
            for form in (name.text, *name.aliases):
                forms.setdefault(form.casefold(), number)
        return forms


def find_names(segments: Segments) -> Names:
    """Find runs of capitalised words, take titles off, and merge the forms of one bearer."""
    found_runs = list(runs(segments))
    seen = _Seen(
        frozenset(run[0].lower for run in found_runs if len(run) == 1),
        frozenset(pair for run in found_runs if (pair := _pair(run, segments.language))),
    )
    parts = [part for run in found_runs for part in _parted(run, segments, seen)]
    found = [mention for part in parts if (mention := _mention(part, segments, seen.alone))]
    return Names(tuple(_merged(found, segments)))


# Mentions --------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Mention:
    """A name at one place: its words without titles, and its role if one stands beside it."""

    span: Span
    words: tuple[str, ...]
    role: Span | None
    titled: bool
    opens: bool


class _Seen(NamedTuple):
    """What stands alone in a text, in small letters: single words, and pairs of them."""

    alone: frozenset[str]
    pairs: frozenset[tuple[str, str]]


_TWO = 2


def _pair(run: list[Token], language: Language) -> tuple[str, str] | None:
    first = _after_title(run, language)
    name = run[first:]
    return (name[0].lower, name[1].lower) if len(name) == _TWO else None


def _parted(run: list[Token], segments: Segments, seen: _Seen) -> list[list[Token]]:
    """`Harbour Press Ada Lind` is somebody whom another name describes: both, in order."""
    if without := _of_the(run, segments.language):
        return [without]
    at = _bearer_at(run, segments, seen)
    head, tail = run[:at], run[at:]
    words = _lower(head)
    is_noun = at < _TWO or can_be_somebody(words[-1], segments.language, by_ending=True)
    is_name = not is_noun and (has_body(words) or bool(seen.pairs & {(words[0], words[-1])}))
    return [head, tail] if is_name else [tail]


def _bearer_at(run: list[Token], segments: Segments, seen: _Seen) -> int:
    """Where somebody's name begins behind what describes them; 0 where nothing does."""
    at = len(run) - (3 if len(run) > 3 and len(run[-2].lower) < 2 else 2)
    if at < 1 or not run[at].is_capital or run[-1].lower in BODIES | PLACES:
        return 0
    head, words = run[:at], _lower(run[:at])
    language = segments.language
    if any(is_title(word, language) or _is_plural_title(word, language) for word in words):
        return 0  # a title with what it is of
    if (run[-2].lower, run[-1].lower) in seen.pairs and not _has_given(head):
        return at
    is_one_noun = at == 1 and _is_noun(head[0], segments, seen.alone)
    if bearer_of(run[at].text) is None:
        return at if is_one_noun and _is_long_noun(head[0], language) else 0
    if head[-1].lower in REGIONS or (_has_given(head) and not has_body(words)):
        return 0
    return at if at > 1 or is_one_noun else 0


def _is_long_noun(word: Token, language: Language) -> bool:
    """`Tennisspieler` before a given name that no list has."""
    is_agent = language.nouns_are_capitalised and is_german_agent(word.text)
    return is_agent and len(word.text) >= _LONG and bearer_of(word.text) is None


_LONG = 9


def _is_plural_title(word: str, language: Language) -> bool:
    """`senators`; the Lords are a body."""
    return word != "lords" and word.endswith("s") and word[:-1] in language.titles


def _of_the(run: list[Token], language: Language) -> list[Token]:
    """`Harbour Board` of `Chair of the Harbour Board`, where nobody's name follows."""
    for at, token in enumerate(run[:-3]):
        if is_title(token.lower, language) and _lower(run[at + 1 : at + 3]) == ["of", "the"]:
            rest = run[at + 3 :]
            return [] if _given_in(run, at + 3) else rest
    return []


def _given_in(run: list[Token], start: int) -> int | None:
    """Where a given name with another one behind it stands in the rest of a run."""
    places = range(start, len(run) - 1)
    return next((at for at in places if bearer_of(run[at].text) and run[at + 1].is_capital), None)


def _has_given(words: list[Token]) -> bool:
    """Whether one is a given name, or joins names; `Oscar-winner` is neither."""
    names = (word for word in words if not _NOUN_LAST.search(word.text))
    return any(bearer_of(word.text) or word.lower in PARTICLES for word in names)


_NOUN_LAST = re.compile(r"-[a-z]+$")
_NATIVE = re.compile(r".{3,}(?:an|ese|ish|iton|crat)")


def _is_noun(word: Token, segments: Segments, alone: frozenset[str]) -> bool:
    """Whether a word before somebody's name is no given name that the list lacks."""
    if word.lower in alone or "-" in word.text:
        return True
    if segments.language.nouns_are_capitalised:
        return has_article(word.span, segments) or is_german_agent(word.text)
    is_agent = can_be_somebody(word.lower, segments.language, by_ending=True)
    return is_agent or _NATIVE.fullmatch(word.lower) is not None


def _lower(tokens: list[Token]) -> list[str]:
    return [token.lower for token in tokens]


def _mention(
    run: list[Token], segments: Segments, alone: frozenset[str] = frozenset()
) -> _Mention | None:
    language = segments.language
    first = _after_title(run, language)
    name = run[first:]
    joins = [at for at, token in enumerate(name) if token.lower in _OF_A_BODY]
    if joins:
        cut = joins[0]
        # Mayor Ada Lind of Tarn; Ada Lind of the Harbour Party, but not: Harbour Board of Tarn
        is_titled = first > 0 and name[cut].lower == "of"
        if is_titled or _is_of_a_body(name[:cut], name[cut:], alone):
            name = name[:cut]
    while name and not name[-1].is_capital and name[-1].lower in PARTICLES:
        name = name[:-1]
    if not name or name[-1].lower in _AMOUNTS:
        return None
    span = Span(name[0].span.start, name[-1].span.end)
    if not first and _is_office(name, span, segments):
        return None
    role = (
        role_in_brackets(span, segments)
        or (_role_of_title(run[:first], language) if first else role_before(span, segments))
        or role_around(Span(run[0].span.start, span.end), span, segments)
    )
    words = tuple(token.text for token in name)
    return _Mention(span, words, role, titled=first > 0, opens=run[0].opens)


_AMOUNTS = frozenset("millionen milliarden euro dollar prozent franken millones millions".split())
_OF_A_BODY = frozenset("of von".split())


def _is_of_a_body(name: list[Token], rest: list[Token], alone: frozenset[str]) -> bool:
    """Whether `Ada Lind of the Harbour Party` is Ada Lind."""
    words = {token.lower for token in name}
    if len(name) not in {2, 3} or has_body(words) or any(len(word) < 2 for word in words):
        return False
    is_known = name[-1].lower in alone or bearer_of(name[0].text) is not None
    return is_known or any(token.lower in BODIES for token in rest)


def _role_of_title(title: list[Token], language: Language) -> Span | None:
    """`Finance Minister` of `Her Finance Minister Dr. Ada Lind`; none of `Mrs. Lind`."""
    if all(token.lower in HONORIFICS for token in title):
        return None
    while len(title) > 1 and title[-1].lower in HONORIFICS:
        title = title[:-1]
    while len(title) > 1 and title[0].lower in language.function_words | language.articles:
        title = title[1:]
    return Span(title[0].span.start, title[-1].span.end)


def _after_title(run: list[Token], language: Language) -> int:
    """Where the name proper starts in `US Secretary of State Marco Rubio`; 0 without a title."""
    first = 0
    for at, token in enumerate(run[:-1]):
        is_one = is_title(token.lower, language) or _is_plural_title(token.lower, language)
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
    """`the Foreign Minister`, `(Cemeteries Superintendent)`: capitals, and nobody's name."""
    if len(name) < 2 or name[-1].lower in BODIES or not is_title(name[-1].lower, segments.language):
        return False
    before = segments.text[max(0, span.start - 8) : span.start]
    is_of = segments.text.startswith((" to ", " of ", " for "), span.end)
    is_one = has_article(span, segments) or name[0].lower in HONORIFICS
    return before.endswith("(") or is_of or is_one


# Bearers ---------------------------------------------------------------------------------


@dataclass
class _Bearer:
    words: tuple[str, ...]
    mentions: list[_Mention]
    short: list[str] = field(default_factory=list)  # single words that may mean this one


def _merged(found: list[_Mention], segments: Segments) -> list[Name]:
    """One `Name` for each bearer: full forms first, then what is short for one of them."""
    bearers, home_of = _of_full_names([m for m in found if len(m.words) > 1])
    by_word = _index(bearers, _called_alone(found, segments))
    alike: dict[str, list[_Bearer]] = {}
    for bearer in bearers:
        for short in bearer.short:
            alike.setdefault(short, []).append(bearer)
    singles: dict[str, _Bearer] = {}
    last: _Bearer | None = None
    end = 0
    for mention in found:  # of several who bear one surname, the one named last is meant
        home = home_of.get(mention.span)
        is_known = last and _KNOWN_AS.fullmatch(segments.text, end, mention.span.start)
        if last and is_known and home is None:
            by_word.setdefault(_key(mention.words[0]), last)
        if home is None:
            word = _key(mention.words[0])
            home = by_word.get(_initials(mention.words[0])) or by_word.get(word)
            home = home or singles.setdefault(word, _Bearer(mention.words, []))
            home = _addressed(home, mention, alike.get(word, ()), segments)
            home.mentions.append(mention)
        for short in home.short:
            other = by_word[short]
            if not _is_chief(other, home) and not _is_aside(other, home, mention, segments.text):
                by_word[short] = home
        last, end = home, mention.span.end
    kept = [*bearers, *(b for b in singles.values() if _is_name(b, segments))]
    names = [_name(b, segments) for b in kept]
    return sorted(names, key=lambda name: name.mentions[0])


_ADDRESS = re.compile(r"(\w+)\.?[ \u00a0]$")


def _addressed(
    home: _Bearer, mention: _Mention, alike: Sequence[_Bearer], segments: Segments
) -> _Bearer:
    """Whom `Mr. Lind` means of those who bear the surname: nobody called Ada."""
    start = mention.span.start
    before = _ADDRESS.search(segments.text, max(0, start - 10), start)
    wanted = ADDRESSED.get(before[1].lower()) if before else None
    if wanted is None or bearer_of(home.words[0]) in (wanted, "either", None):
        return home
    return next((b for b in alike[:_ALIKE] if bearer_of(b.words[0]) == wanted), home)


_KNOWN_AS = re.compile(
    r"(?:,|[ \u00a0]\()?[ \u00a0]?(?:(?:also|better|widely|formerly)[ \u00a0])?"
    r"(?:known[ \u00a0]as|nicknamed|alias|aka|genannt|dite?)[ \u00a0][“‘\"']?"
)
"""What stands between somebody's name and another one: `Ada Lind, known as Bo`."""


def _is_chief(one: _Bearer, other: _Bearer) -> bool:
    """Whether a text is so much more about one that a surname alone is not the other's."""
    return one is not other and len(one.mentions) >= _CHIEF * len(other.mentions)


_CHIEF = 3
_ASIDE = re.compile(
    r"\b(?:for|of|with|to|from|against|about|than|like)[ \u00a0](?:[\w’'-]+[ \u00a0]){0,3}$"
)


def _is_aside(one: _Bearer, other: _Bearer, mention: _Mention, text: str) -> bool:
    """Whether a text only touches on another who bears a surname: `for his wife Ada Lind`."""
    start, end = mention.span
    is_owner = text.startswith(("’s ", "'s "), end)
    return one is not other and (
        is_owner or _ASIDE.search(text[max(0, start - 40) : start]) is not None
    )


def _initials(word: str) -> str:
    """`UN` of `U.N.`; of a word that is no abbreviation nothing that a name could have."""
    letters = word.replace(".", "")
    return letters if letters.isupper() and 1 < len(letters) < 7 else ""


@lru_cache(maxsize=10_000)
def _key(word: str) -> str:
    """What makes two words the same: LIND is Lind, O’Rund is O'Rund, and Núñez is Nunez."""
    if len(word) > _TWO and word.endswith("s") and word[:-1].isupper():
        word = word[:-1]  # PACs are the PAC
    plain = word.rstrip(".").replace("’", "'").casefold()
    if plain.isascii():
        return plain
    return "".join(c for c in normalize("NFKD", plain) if not combining(c))


def _of_full_names(full: list[_Mention]) -> tuple[list[_Bearer], dict[Span, _Bearer]]:
    """Those who are named by several words, and whom each such mention means."""
    bearers: list[_Bearer] = []
    by_words: dict[tuple[str, ...], _Bearer] = {}
    by_ends: dict[tuple[str, str], list[_Bearer]] = {}
    home_of: dict[Span, _Bearer] = {}
    for mention in sorted(full, key=lambda m: -len(m.words)):
        words = tuple(map(_key, mention.words))
        alike = by_ends.setdefault((words[0], words[-1]), [])
        home = by_words.get(words)
        if home is None:
            home = next((b for b in alike[:_ALIKE] if _is_short(words, b.words)), None)
        if home is None:
            home = by_words[words] = _Bearer(mention.words, [])
            others = (*_tails(words), *_heads(words))
            by_words.update((other, home) for other in others if other not in by_words)
            bearers.append(home)
            alike.append(home)
        home.mentions.append(mention)
        home_of[mention.span] = home
    return bearers, home_of


def _tails(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """`de blasio` of `bill de blasio`, and `harbour committee` of `tarn harbour committee`."""
    is_person = bearer_of(words[0].capitalize()) is not None and not has_body(words)
    if "of" not in words and (is_person or words[-1] in BODIES):
        yield from (words[at:] for at in range(1, len(words) - 1))


def _heads(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """`western strand` of `western strand railways`."""
    if len(words) > _TWO and words[-1] in COMPANIES:
        yield words[:-1]


_ALIKE = 20
"""So many middle names are told apart: a bound keeps time linear."""


def _lowered(words: tuple[str, ...]) -> set[str]:
    return {word.lower() for word in words}


def _is_short(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a middle name is all that is left out: `Ada Lind` for `Ada J. Lind`."""
    return len(longer) > len(shorter) and not any(word in PARTICLES for word in longer)


def _called_alone(found: list[_Mention], segments: Segments) -> frozenset[str]:
    """Single words that stand as somebody's name does: never behind `the`, or `in`."""
    bare: dict[str, bool] = {}
    for mention in found:
        if len(mention.words) == 1:
            word = _key(mention.words[0])
            bare[word] = bare.get(word, True) and _is_bare(mention.span, segments)
    return frozenset(word for word, is_bare in bare.items() if is_bare)


def _index(bearers: list[_Bearer], alone: frozenset[str]) -> dict[str, _Bearer]:
    """From a surname, or a given name that leads, to the first who bears it."""
    index: dict[str, _Bearer] = {}
    for bearer in bearers:
        for short in _short_forms(bearer.words):
            bearer.short.append(short)
            index.setdefault(short, bearer)
    for bearer in bearers:
        given = _key(bearer.words[0])
        is_short = len(bearer.words) == _TWO or bearer_of(bearer.words[0]) is not None
        is_person = any(mention.role for mention in bearer.mentions) or (
            is_short and given in alone and not has_body(_lowered(bearer.words))
        )
        is_company = len(bearer.words) == _TWO and bearer.words[1].lower() in COMPANIES
        if (is_person or (is_company and given in alone)) and given not in index:
            bearer.short.append(given)
            index[given] = bearer
    return index


def _short_forms(words: tuple[str, ...]) -> Iterator[str]:
    """A surname, the noun of a body, initials.

    >>> list(_short_forms(("Court", "of", "Appeal"))), list(_short_forms(("Ada", "Lind")))
    (['court', 'CA'], ['lind', 'AL'])
    """
    if len(words) > 1 and words[0].lower() in ROMANCE_BODIES:
        yield _key(words[0])
    heads = words[: words.index("of")] if "of" in words else words
    names_a_place = "of" in words or has_body(word.lower() for word in words[:-1])
    if heads and (not names_a_place or _key(heads[-1]) in BODIES):
        yield _key(heads[-1])  # not of Radio Tarn, or Krankenhaus Tarn
    yield "".join(word[0] for word in words if word[0].isupper())


def _is_name(bearer: _Bearer, segments: Segments) -> bool:
    """A single capitalised word is a name if something besides its capital says so."""
    first, language = bearer.mentions[0], segments.language
    lower = bearer.words[0].lower()
    calendar = (*language.weekdays, *language.months, *language.function_words)
    if lower in language.titles or lower in language.role_nouns or lower in calendar:
        return False
    roles = [m.role for m in bearer.mentions if m.role]
    if any(m.titled for m in bearer.mentions) or roles:
        # warf der Ministerin Wortbruch vor: a noun behind another one
        is_noun = language.nouns_are_capitalised and len(bearer.mentions) == len(roles) == 1
        return not (is_noun and has_article(roles[0], segments))
    if language.nouns_are_capitalised:
        return first.words[0].isupper() and len(first.words[0]) > 1
    return any(not m.opens or _says_something(m, segments) for m in bearer.mentions)


_ANYBODY = frozenset(
    "anybody anyone everybody everyone nobody nothing someone somebody something neither either "
    "both most many few several others people another staff folk history legend law rumour rumor "
    "tradition evidence research data".split()
)
"""What is nobody's name, and says something at the start of a sentence."""


def _says_something(mention: _Mention, segments: Segments) -> bool:
    """`Russia insists`: no plain noun stands alone before a verb, but one in the plural."""
    word = mention.words[0].lower()
    if word.endswith("s") or word in _ANYBODY or segments.language.code != "en":
        return False
    verb = _VERB.match(segments.text, mention.span.end)
    return verb is not None and verb["verb"] in segments.language.cue_verbs


_VERB = re.compile(
    r"(?:[ \u00a0](?:also|then|later|further|has|had|\w+ly))*"
    r"[ \u00a0](?P<verb>says|said|tells|told|writes|wrote|insists|\w+ed)\b"  # reports are nouns
)


def _name(bearer: _Bearer, segments: Segments) -> Name:
    text = segments.text
    mentions = sorted(bearer.mentions, key=lambda m: m.span)
    forms = Counter(" ".join(m.span.of(text).split()) for m in mentions)
    best = max(forms, key=lambda form: (len(form.split()), not form.isupper(), forms[form]))
    aliases = tuple(form for form, _ in forms.most_common() if form != best)
    is_person = _is_person(bearer, segments)
    roles = dict.fromkeys(
        m.role for m in mentions if m.role and not (is_person and _of_a_body(m.role, text))
    )
    return Name(best, aliases, tuple(m.span for m in mentions), tuple(roles), is_person)


_BODY_NOUNS = frozenset(
    "company firm group union party agency ministry charity association maker builder operator "
    "supplier broadcaster station publisher newspaper retailer brewery sender zeitung unternehmen "
    "konzern firma organisation partei verband gewerkschaft behörde".split()
)
"""A role with such a noun is not that of a person, or not for certain."""


def _of_a_body(role: Span, text: str) -> bool:
    return head_of(role.of(text).lower().split()) in _BODY_NOUNS


_HONOURED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau|Mme|Sra?|Señora?)\.?[ \u00a0]$")
_WHICH = re.compile(r",[ \u00a0]which\b")
"""Whoever that stands behind is no person."""

_AGE = re.compile(r",[ \u00a0]\d{1,3}[,.]|[ \u00a0]\(\d{1,3}\)")


_MOST_WORDS = 4


def _is_person(bearer: _Bearer, segments: Segments) -> bool:
    """Whether a role, an age, Mr. or Ms., or a surname that stands alone shows a person."""
    text, words = segments.text, bearer.words
    if any(
        m.titled
        or _AGE.match(text, m.span.end)
        or _HONOURED.search(text, max(0, m.span.start - 10), m.span.start)
        for m in bearer.mentions
    ):
        return len(words) <= _MOST_WORDS and not (has_body(_lowered(words)) and len(words) > _TWO)
    is_thing = len(words) > _MOST_WORDS or has_body(_lowered(words)) or words[0].lower() in REGIONS
    if is_thing or any(_WHICH.match(text, m.span.end) for m in bearer.mentions):
        return False
    if len(words) < 2:
        return False
    if _has_given_name(bearer, segments):
        return True
    roles = [m.role.of(text).lower() for m in bearer.mentions if m.role]
    if any(head_of(role.split()) not in _BODY_NOUNS for role in roles):
        return True
    is_described = DEMONYM.search(words[0]) or any(
        w.isupper() and w.isalpha() and len(w) > 1 for w in words
    )
    return not is_described and any(
        len(m.words) == 1 and _key(m.words[0]) == _key(words[-1]) and _is_bare(m.span, segments)
        for m in bearer.mentions
    )


def _has_given_name(bearer: _Bearer, segments: Segments) -> bool:
    """`Ada Lind`, but not: the Ada Lind, Ada Street, Ada Is Late."""
    words = bearer.words
    plain = all(word[0].isupper() or word in PARTICLES for word in words) and len(words) < 4
    is_place = words[-1].lower() in PLACES or words[-1].lower() in segments.language.function_words
    return (
        plain
        and not is_place
        and bearer_of(words[0]) is not None
        and not any(has_article(mention.span, segments) for mention in bearer.mentions)
    )


_PLACED = re.compile(r"\b(?:in|at|near|aus|bei|nach|à|en)[ \u00a0]$", re.IGNORECASE)


def _is_bare(span: Span, segments: Segments) -> bool:
    """Whether neither an article nor the preposition of a place stands before a name."""
    is_place = _PLACED.search(segments.text, max(0, span.start - 6), span.start)
    return not is_place and not has_article(span, segments)
