"""Roles: what a person is beside a name, and which words can say so."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, takewhile

from summarizer.bodies import BODIES
from summarizer.given_names import bearer_of
from summarizer.languages import Language
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = [
    "DEMONYM",
    "NO_TITLES",
    "OFFICES",
    "can_be_somebody",
    "has_article",
    "head_of",
    "is_german_agent",
    "is_title",
    "role_around",
    "role_before",
    "role_in_brackets",
]

OFFICES = frozenset(
    "state affairs defence defense foreign interior health justice treasury staff commerce "
    "homeland security education labor labour energy transport finance police operations "
    "representatives lords commons council board".split()
)
"""What a minister, or a secretary, is one of."""


DEMONYM = re.compile(r"(?:an|ish|ese|ic)$")
"""How words end that name a people: `Polish`."""


NO_TITLES = frozenset({"star", "model"})
"""What many are: no title (Star Trek), and `the star` is not the one who was called so."""


def is_title(word: str, language: Language) -> bool:
    """Whether a word, in small letters, is a title or an office: `minister`, `ex-minister`."""
    word = word.rpartition("-")[2]
    offices = language.titles | (language.role_nouns - BODIES - NO_TITLES)
    return word in offices or (
        # Bundesfinanzministerin: in German the office is the end of one word
        language.nouns_are_capitalised
        and any(word.endswith(title) for title in language.titles if len(title) > 4)
    )


def role_around(whole: Span, name: Span, segments: Segments) -> Span | None:
    """A role in an apposition to a name, or said of it; `whole` is the name with its title."""
    return (
        _role_after(name, segments)
        or _role_apposed(whole, segments)
        or _role_signed(whole, segments)
        or _role_said(name, segments)
    )


_WORDS_BEFORE = re.compile(r"((?:[^\W\d_][\w’'-]* ){1,6})$")


def role_before(span: Span, segments: Segments) -> Span | None:
    """`Russian counterpart` in `his Russian counterpart Sergey Lavrov`."""
    text, language = segments.text, segments.language
    found = _WORDS_BEFORE.search(text, max(0, span.start - 80), span.start)
    if not found:
        return None
    words = list(re.finditer(r"\S+", found[1]))
    has_article = any(word[0].lower() in language.articles for word in words[-4:-1])
    is_noun = can_be_somebody(words[-1][0], language, by_ending=has_article)
    if not is_noun and not _is_native(words[-1][0], span, segments):
        return _office_before(span, segments)
    start = len(words) - 1
    while start > max(0, len(words) - 5) and not _stops(words[start - 1][0], language):
        start -= 1
        if words[start][0].endswith(("’s", "'s")):
            start -= start > 0 and bearer_of(words[start - 1][0]) is not None
            break  # whose role it is begins the phrase
    start = _first_of_two(words, start, language)
    role = Span(found.start(1) + words[start].start(), found.start(1) + words[-1].end())
    return role if segments.paragraph_of(role.start).start <= role.start else None


def _first_of_two(words: list[re.Match[str]], start: int, language: Language) -> int:
    """Where `writer and director` begins."""
    if start < 2 or words[start - 1][0] != "and":
        return start
    noun = words[start - 2][0]
    is_one = noun.islower() and can_be_somebody(noun, language, by_ending=True)
    return start - 2 if is_one else start


def _is_native(noun: str, span: Span, segments: Segments) -> bool:
    """Whether it is German, and stands before somebody's given name: `Künstler`."""
    is_german = segments.language.nouns_are_capitalised and is_german_agent(noun)
    return is_german and bearer_of(span.of(segments.text).split()[0]) is not None


_OFFICE_BEFORE = re.compile(
    r"(?P<office>(?:[A-Z][\w’'-]* )*(?P<title>[\w’'-]+)"
    r" (?:to|for|at|(?P<of>der|des)) "
    r"(?:the )?(?:[A-Z][\w’'-]* ){0,2}[A-Z][\w’'-]*) $"
)


def _office_before(span: Span, segments: Segments) -> Span | None:
    """`Ambassador to the United States` before the ambassador's name."""
    found = _OFFICE_BEFORE.search(segments.text, max(0, span.start - 80), span.start)
    if found is None or not is_title(found["title"].lower(), segments.language):
        return None
    if found["of"] and bearer_of(span.of(segments.text).split()[0]) is None:
        return None
    words = re.match(r"(?:[Dd]er|[Dd]ie|[Dd]en|[Dd]em) ", found["office"])
    return Span(found.start("office") + (words.end() if words else 0), found.end("office"))


_RANK = frozenset(
    "acting running managing sporting founding leading outgoing sitting ruling".split()
)
_NO_ROLE = frozenset(
    "because although though while when whereas since until if once including like unlike such "
    "via versus over above below behind beyond between both prefer towards toward under against "
    "despite amid among then later now today "
    "yesterday meanwhile last week weekend month year night morning".split()
)


def _stops(word: str, language: Language) -> bool:
    """Whether a word before a role is no part of it: `slamming candidate Ada Lind`."""
    lower = word.lower()
    if lower in language.function_words | language.articles | language.cue_verbs | _NO_ROLE:
        return True
    if lower in language.according_to:
        return True
    if language.nouns_are_capitalised:
        return word[0].islower() and not lower.endswith(("e", "en", "er", "es", "em"))
    return word[0].islower() and lower.endswith("ing") and lower not in _RANK


_BRACKET = re.compile(r" \(([^\W\d_][\w’' -]{2,40})\)")


def role_in_brackets(span: Span, segments: Segments) -> Span | None:
    """`Treasurer` in `Ada Lind (Treasurer)`."""
    found = _BRACKET.match(segments.text, span.end)
    if not found:
        return None
    head = head_of(re.findall(r"[\w-]+", found[1]), segments.language)
    is_role = can_be_somebody(head, segments.language, by_ending=False)
    return Span(*found.span(1)) if is_role else None


_APPOSITION = re.compile(
    r", (?:\d{1,3}, )?"
    r"((?:\b(?:Mr|Mrs|Ms|Dr|St)\.|[^\n,;.:()“”\"„«»–—]){3,110})(?=[,;.])"
)


def _role_after(span: Span, segments: Segments) -> Span | None:
    """`mayor of Tarn` in `Ada Lind, the mayor of Tarn, said`."""
    found = _APPOSITION.match(segments.text, span.end)
    if not found:
        return None
    more = _more(segments.language).search(found[1])
    end = found.start(1) + more.start() if more else found.end(1)
    phrase = re.findall(r"[\w-]+", segments.text[found.start(1) : end])
    if not phrase or _is_clause(phrase, segments.language):
        return None
    if not (_is_role(phrase, segments.language) or _is_one(span, phrase, segments)):
        return None
    small = segments.language.articles | segments.language.now_words
    leading = takewhile(lambda word: word.lower() in small, phrase[:-1])
    return Span(found.start(1) + sum(len(word) + 1 for word in leading), end)


_SIGNED = re.compile(r"(?:,| *\n) *([^\n;:.!?()“”\"]{3,80}?) *(?=\n|$)")


def _role_signed(whole: Span, segments: Segments) -> Span | None:
    """`President, Harbour Union` behind a name that opens its line, or in the line below."""
    text, paragraph = segments.text, segments.paragraph_of(whole.start)
    opens = whole.start == paragraph.start or text[whole.start - 1] == "\n"
    found = _SIGNED.match(text, whole.end, paragraph.end) if opens else None
    phrase = re.findall(r"[\w-]+", found[1].split(",")[0]) if found else []
    is_role = bool(phrase) and _is_role(phrase, segments.language)
    return Span(*found.span(1)) if found and is_role else None


def _is_clause(phrase: list[str], language: Language) -> bool:
    """Whether words behind a name go on with what happens: `Ada Lind, but not the mayor,`."""
    first, last = phrase[0].lower(), phrase[-1].lower()
    says = language.cue_verbs - language.role_nouns - language.titles
    ends = last in language.auxiliaries or last in _ALSO
    return ends or first in says | language.pronouns or _opens_clause(first, language)


def _is_role(phrase: list[str], language: Language) -> bool:
    """Whether words behind a name have what a person can be; in a long phrase it comes first."""
    words, nouns = [word.lower() for word in phrase], language.role_nouns | language.titles
    if any(word.lower() in nouns and after[0].isupper() for word, after in pairwise(phrase)):
        return False  # a title, and the name of somebody else
    if len(words) > _LONG:
        return head_of(words, language) in nouns and len(words) <= _LONGEST
    head = head_of(phrase[1:] or phrase, language)
    is_one = words[0] in language.articles and can_be_somebody(head, language, by_ending=True)
    return is_one or any(word in nouns for word in words[:6])


def _is_one(span: Span, phrase: list[str], segments: Segments) -> bool:
    """Whether somebody with a given name is an example of something: `Ada Lind, a homeopath,`."""
    if segments.language.code != "en" or bearer_of(span.of(segments.text).split()[0]) is None:
        return False
    noun = head_of(phrase, segments.language)
    return phrase[0] in ("a", "an") and noun[0].islower() and _NO_ROLES.isdisjoint(phrase)


_NO_ROLES = frozenset(
    "year years month months week weeks day days hour minute moment time while bit lot few "
    "little move decision statement claim plan sign step man woman boy girl city town village "
    "state country county region province district suburb club team party company".split()
)
"""What stands behind a name and an `a`, and tells no role: `Ada Lind, a year later,`."""
_LONG, _LONGEST = 12, 15
"""In an apposition of more words the role comes first; one of many more is none."""

_ALSO = frozenset(["also"])
"""What leads on in a clause, as an auxiliary does, and ends no role."""


@lru_cache(maxsize=16)
def _more(language: Language) -> re.Pattern[str]:
    """Where a role ends and a clause about its bearer begins."""
    words = "|".join(sorted(language.relative_words))
    return re.compile(rf" (?:{words}|at the time)\b" if words else r"(?!)")


@lru_cache(maxsize=16)
def _copula(language: Language) -> re.Pattern[str]:
    """What somebody is, behind a word such as `is`."""
    verbs = "|".join(sorted(language.copulas))
    small = "|".join(sorted(language.now_words | language.articles))
    return re.compile(
        rf" (?:{verbs})(?: (?:{small}))* "
        r"([^\n,;.:()“”\"„«»–—]{3,60})(?=[,;.])"
        if verbs
        else r"(?!)"
    )


def _role_said(span: Span, segments: Segments) -> Span | None:
    """`director of the zoo` in `Lind is now director of the zoo.`."""
    found = _copula(segments.language).match(segments.text, span.end)
    if not found:
        return None
    words = re.findall(r"[\w-]+", found[1])
    if not words:
        return None
    head = head_of(words, segments.language)
    is_role = can_be_somebody(head, segments.language, by_ending=False)
    is_judged = "the" in words[: words.index(head)]  # by far the best mayor
    return Span(*found.span(1)) if is_role and len(words) < 9 and not is_judged else None


_APPOSED = re.compile(r"((?:[^\W\d_][\w’'-]* ){0,9}[^\W\d_][\w’'-]*), $")
_CLOSED = re.compile(r"[,.;:!?”\"’'»)–—]| (?:who|whose)\b|\s*$")
_CLAUSE = frozenset("is are was were has have had from who that".split())
_CIRCUMSTANCE = frozenset("in at on by after before during since for over from under near".split())
_AGENT = re.compile(r"[a-z]{2,}(?:[^e]er|[ts]or|ist|ian|man|woman|eer|keeper)")
_NO_AGENT = frozenset(
    "winter summer number paper letter order border power water river corner quarter center "
    "chapter matter weather server shelter theater daughter laughter disorder tower "
    "dinner powder paper copper pepper tiger finger hunger danger list mist former other "
    "under another later earlier further neither either whether rather never ever super prefer "
    "wider bigger larger smaller older younger higher lower greater better longer".split()
)


def _role_apposed(span: Span, segments: Segments) -> Span | None:
    """`head of operations` in `its head of operations, Ada Lind, said`."""
    text, language = segments.text, segments.language
    found = _APPOSED.search(text, max(0, span.start - 110), span.start)
    if not found or not _CLOSED.match(text, span.end):
        return None
    words = [
        Span(found.start(1) + word.start(), found.start(1) + word.end())
        for word in re.finditer(r"[\w’'-]+", found[1])
    ]
    for at in reversed(range(len(words))):
        word = words[at].of(text)
        first = at + (word.lower() in language.articles)
        if first == at and not word.endswith(("’s", "'s")):
            continue  # neither an article nor an owner begins a phrase here
        phrase = [each.of(text) for each in words[first:]]
        is_circumstance = at > 0 and words[at - 1].of(text).lower() in _CIRCUMSTANCE
        if _CLAUSE & {each.lower() for each in phrase}:
            continue
        if phrase and can_be_somebody(
            head_of(phrase, language), language, by_ending=not is_circumstance
        ):
            return Span(words[first].start, found.end(1))
    return None


def head_of(phrase: list[str], language: Language) -> str:
    """The noun of a phrase: `head` of `head of operations`.

    >>> from summarizer.languages import language_of
    >>> english = language_of("en")
    >>> head_of(["head", "of", "operations"], english), head_of(["old", "vet"], english)
    ('head', 'vet')
    """
    ends = (at for at, word in enumerate(phrase) if at and word.lower() in language.of_words)
    return phrase[next(ends, len(phrase)) - 1]


def can_be_somebody(noun: str, language: Language, *, by_ending: bool) -> bool:
    """Whether a noun is what a person can be: by the tables, in English also by its ending."""
    lower = noun.lower().rpartition("-")[2]
    if lower in NO_TITLES and noun[0].isupper():
        return False
    if lower in language.role_nouns or lower in language.titles:
        return True
    if language.nouns_are_capitalised:
        return any(lower.endswith(title) for title in language.titles if len(title) > 4)
    is_agent = _AGENT.fullmatch(noun) is not None and noun not in _NO_AGENT
    return language.agents_end_in_er and by_ending and is_agent


_GERMAN_AGENT = re.compile(
    r"[A-ZÄÖÜ].{3,}(?:er|chef|mitglied|vorstand|ist|ator|in|ling|mann|frau|ant|ent|eur|star|arbeit)s?"
)


def is_german_agent(noun: str) -> bool:
    """Whether a German noun before a given name says who that is: `Künstler`, `Konzernchef`."""
    return _GERMAN_AGENT.fullmatch(noun) is not None


def _opens_clause(word: str, language: Language) -> bool:
    """Whether a word behind a comma opens something else than what somebody is."""
    kinds = (
        *(language.prepositions, language.relative_words, language.subordinators),
        *(language.auxiliaries, language.conjunctions, _NO_APPOSITION),
    )
    return any(word in kind for kind in kinds)


_NO_APPOSITION = frozenset("or than".split())


def has_article(span: Span, segments: Segments) -> bool:
    """Whether an article stands directly before a span."""
    before = segments.text[max(0, span.start - 8) : span.start].split()
    return bool(before) and before[-1].lower() in segments.language.articles
