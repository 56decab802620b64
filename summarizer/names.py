"""Names: who is called what in a text, where, and in which role. By code, without a model.

Capitals are the clue, so a script without them gives no names; the model names the
participants of such a text itself. What is found here is only proposed: the model chooses.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from summarizer.given_names import bearer_of
from summarizer.languages import LANGUAGES, Language
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = ["PLACES", "Name", "Names", "can_be_somebody", "find_names"]


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
        return not self.is_person and _has_body(self.text.lower().split())


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
    runs = [_completed(run, segments) for run in _runs(segments)]
    alone = frozenset(run[0].lower for run in runs if len(run) == 1)
    found = [mention for run in runs if (mention := _mention(run, segments, alone))]
    return Names(tuple(_merged(found, segments)))


# Words -----------------------------------------------------------------------------------

_TOKEN = re.compile(r"[^\W_]+(?:(?:[.&’'\-‑]|[\u0300-\u036f]+)[^\W_]+|[\u0300-\u036f]+)*+")
_APOSTROPHES = ("’", "'")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)[’'](?=\w)", re.IGNORECASE)
"""What French writes together with the word behind it: `l’Agence`, `d’Ada Lind`."""
_PARTICLES = frozenset(
    "de la le del di da do dos du von van der den ter bin ibn al el of the".split()
)
_OF_BODIES = frozenset("for a".split())  # the Committee for a Better Tarn
_GERMAN_PARTICLES = frozenset("von van zu de bin al".split())
_ARTICLES = frozenset("der den dem".split())  # in German they are particles only behind `von`
_OFFICES = frozenset(
    "state affairs defence defense foreign interior health justice treasury staff commerce "
    "homeland security education labor labour energy transport finance police operations "
    "representatives lords commons council board".split()
)
_HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lady dame madam cllrs herr frau m mme monsieur madame señor "
    "señora sr sra prof".split()
)
_NEVER = frozenset("i mr mrs ms dr ok no yes q a am pm vs".split())


_AMOUNTS = frozenset("millionen milliarden euro dollar prozent franken millones millions".split())


class _Token(NamedTuple):
    span: Span
    text: str
    lower: str  # without what an apostrophe adds: I’ll counts as I, but O’Rund as a whole
    is_capital: bool
    opens: bool  # it begins a sentence, a quotation or a line, so its capital says nothing


def _tokens(segments: Segments) -> Iterator[_Token]:
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
        yield _Token(Span(start, end), word, _lower(word), _is_capital(word), opens)
        last = end


def _lower(word: str) -> str:
    head, _, tail = word.replace("’", "'").partition("'")
    return (word if head == "O" and tail else head).lower().rstrip(".")


def _is_capital(word: str) -> bool:
    return word[0].isupper() or ("-" in word and any(map(str.isupper, word)))


# Runs ------------------------------------------------------------------------------------


def _runs(segments: Segments) -> Iterator[list[_Token]]:
    """Capitalised words that stand together, particles between them included."""
    tokens = list(_tokens(segments))
    common = _common_words(tokens, segments.language)
    text = segments.text
    allowed = _GERMAN_PARTICLES if segments.language.nouns_are_capitalised else _PARTICLES
    run: list[_Token] = []
    particles: list[_Token] = []
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


def _completed(run: list[_Token], segments: Segments) -> list[_Token]:
    """`Syndicat des phares`: in French and Spanish only the first word of a body has a capital."""
    last = run[-1]
    if segments.language.code not in ("fr", "es") or last.lower not in _ROMANCE_BODIES:
        return run
    found = _COMPLEMENT.match(segments.text, last.span.end)
    if not found:
        return run
    words = found[0].strip()
    span = Span(found.end() - len(words), found.end())
    return [*run, _Token(span, words, words, is_capital=False, opens=False)]


def _is_given(run: list[_Token], language: Language) -> bool:
    """Whether only a given name stands there: `Ada von der Weidt`, `Ada Lind von der Partei`."""
    plain = (token for token in run if token.lower not in language.function_words)
    return sum(not _is_title(token, language) for token in plain) == 1


_GAP = re.compile(r"[ \u00a0\u202f]")


def _is_joint(text: str, last: _Token, following: _Token) -> bool:
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


def _kept(run: list[_Token], common: frozenset[str]) -> Iterator[list[_Token]]:
    """A run without the plain word that merely opens its sentence, and the day that ends it."""
    while len(run) > 1 and run[-1].lower in _DAYS:
        run = run[:-1]
    while run and (run[0].opens or len(run) > 1) and run[0].lower in common:
        run = run[1:]
    while run and run[0].lower in _PARTICLES and not run[0].text[0].isupper():
        run = run[1:]
    if run and not all(token.lower in _NEVER or len(token.lower) < 2 for token in run):
        yield run


_DAYS = frozenset(day for language in LANGUAGES.values() for day in language.weekdays)
_OPENERS = frozenset(
    "when while although however meanwhile speaking despite since then later earlier yesterday "
    "today tomorrow now still yet".split()
)


def _common_words(tokens: list[_Token], language: Language) -> frozenset[str]:
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


# Mentions --------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Mention:
    """A name at one place: its words without titles, and its role if one stands beside it."""

    span: Span
    words: tuple[str, ...]
    role: Span | None
    titled: bool
    opens: bool


def _mention(
    run: list[_Token], segments: Segments, alone: frozenset[str] = frozenset()
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
    if not name or name[-1].lower in _AMOUNTS:
        return None
    span = Span(name[0].span.start, name[-1].span.end)
    if not first and _is_office(name, span, segments):
        return None
    if first and all(token.lower in _HONORIFICS for token in run[:first]):
        role = None
    elif first:
        role = _role_of_title(run[:first], language)
    else:
        role = _role_before(span, segments)
    role = (
        _role_in_brackets(span, segments)
        or role
        or _role_after(span, segments)
        or _role_apposed(Span(run[0].span.start, span.end), segments)
        or _role_said(span, segments)
    )
    words = tuple(token.text for token in name)
    return _Mention(span, words, role, titled=first > 0, opens=run[0].opens)


_GERMAN_BODIES = frozenset(
    "amt anstalt aufsicht bank bund dienst fraktion genossenschaft gesellschaft gewerkschaft gmbh "
    "kammer klinik klinikum krankenhaus kirche partei polizei rat rathaus stadtrat stiftung union "
    "universität verband verbund verein verwaltung werke zeitung".split()
)
_ROMANCE_BODIES = frozenset(
    "agence assemblée association comité commission confédération conseil fédération fondation "
    "institut ligue ministère parti syndicat société union université agencia asamblea asociación "
    "ayuntamiento banco comisión confederación consejo federación fundación instituto ministerio "
    "partido sindicato sociedad unión universidad".split()
)
BODIES = (
    _GERMAN_BODIES
    | _ROMANCE_BODIES
    | frozenset(
        "agency alliance army assembly association authority bank board bureau cabinet center "
        "centre chamber church city club college commission committee company congress consortium "
        "cooperative corporation council court department directorate federation force forum "
        "foundation front fund government group guild hospital house inc initiative institute "
        "institutes institution league line ltd ministry movement museum nations network office "
        "organisation organization panel parliament party police post press school senate service "
        "society station syndicate team times trust union university airlines airways brigade "
        "enterprises foods holdings industries insurance laboratories logistics motors partners "
        "patrol petroleum pharmaceuticals radio railway railways securities services systems "
        "technologies tramways tribunal".split()
    )
)
"""Words that make a name one of many people."""


PLACES = frozenset(
    "street road bridge lane avenue square park gardens market hill valley river bay island "
    "islands lake lakes mountain airport harbour harbor port quay mill rock point county district "
    "village town city coast exchange rooms prize award fair festival cup day week line "
    "straße platz brücke preis rue place plaza calle".split()
)
"""Words that make a name one of a place or an event."""


_COMPOUND = re.compile(rf".{{3,}}(?:{'|'.join(sorted(b for b in _GERMAN_BODIES if len(b) > 4))})")


def _has_body(words: Iterable[str]) -> bool:
    """Whether a word is one of `BODIES`, or ends in one as `Klinikverbund` does."""
    return any(word in BODIES or _COMPOUND.fullmatch(word) for word in words)


def _role_of_title(title: list[_Token], language: Language) -> Span:
    """`Finance Minister` of `Her Finance Minister Dr. Ada Lind`."""
    while len(title) > 1 and title[-1].lower in _HONORIFICS:
        title = title[:-1]
    while len(title) > 1 and title[0].lower in language.function_words | language.articles:
        title = title[1:]
    return Span(title[0].span.start, title[-1].span.end)


_OF_A_BODY = frozenset("of von".split())


def _is_of_a_body(name: list[_Token], rest: list[_Token], alone: frozenset[str]) -> bool:
    """Whether `Ada Lind of the Harbour Party` is Ada Lind."""
    words = {token.lower for token in name}
    if len(name) not in {2, 3} or _has_body(words) or any(len(word) < 3 for word in words):
        return False
    return name[-1].lower in alone or any(token.lower in BODIES for token in rest)


def _after_title(run: list[_Token], language: Language) -> int:
    """Where the name proper starts in `US Secretary of State Marco Rubio`; 0 without a title."""
    first = 0
    for at, token in enumerate(run[:-1]):
        if not _is_title(token, language):
            continue
        after = at + 1
        if run[after].lower == "of":
            after = min(after + 2, len(run))
            if run[after - 1].lower == "the":
                after = min(after + 1, len(run))
        while after < len(run) - 1 and run[after].lower in _OFFICES:
            after += 1
        if after < len(run):
            first = after
    return first


def _is_office(name: list[_Token], span: Span, segments: Segments) -> bool:
    """`the Foreign Minister`, `(Cemeteries Superintendent)`: capitals, and nobody's name."""
    if len(name) < 2 or name[-1].lower in BODIES or not _is_title(name[-1], segments.language):
        return False
    before = segments.text[max(0, span.start - 8) : span.start]
    return before.endswith("(") or _has_article(span, segments) or name[0].lower in _HONORIFICS


def _is_title(token: _Token, language: Language) -> bool:
    word = token.lower.rpartition("-")[2]
    offices = language.titles | (language.role_nouns - BODIES)
    return word in offices or (
        # Bundesfinanzministerin: in German the office is the end of one word
        language.nouns_are_capitalised
        and any(word.endswith(title) for title in language.titles if len(title) > 4)
    )


_WORDS_BEFORE = re.compile(r"((?:[^\W\d_][\w’'-]*[ \u00a0]){1,6})$")


def _role_before(span: Span, segments: Segments) -> Span | None:
    """`Russian counterpart` in `his Russian counterpart Sergey Lavrov`."""
    text, language = segments.text, segments.language
    found = _WORDS_BEFORE.search(text, max(0, span.start - 80), span.start)
    if not found:
        return None
    words = list(re.finditer(r"\S+", found[1]))
    has_article = any(word[0].lower() in language.articles for word in words[-4:-1])
    if not can_be_somebody(words[-1][0], language, by_ending=has_article):
        return None
    stop = language.function_words | language.articles | language.cue_verbs
    start = len(words) - 1
    while start > 0 and start > len(words) - 5 and words[start - 1][0].lower() not in stop:
        start -= 1
    role = Span(found.start(1) + words[start].start(), found.start(1) + words[-1].end())
    return role if segments.paragraph_of(role.start).start <= role.start else None


_BRACKET = re.compile(r"[ \u00a0]\(([^\W\d_][\w’' -]{2,40})\)")


def _role_in_brackets(span: Span, segments: Segments) -> Span | None:
    """`Treasurer` in `Ada Lind (Treasurer)`."""
    found = _BRACKET.match(segments.text, span.end)
    if not found:
        return None
    head = _head_of(re.findall(r"[\w-]+", found[1]))
    is_role = can_be_somebody(head, segments.language, by_ending=False)
    return Span(*found.span(1)) if is_role else None


_APPOSITION = re.compile(r",[ \u00a0](?:\d{1,3},[ \u00a0])?([^\n,;.:()“”\"„«»–—]{3,90})(?=[,;.])")


def _role_after(span: Span, segments: Segments) -> Span | None:
    """`the mayor of Tarn` in `Ada Lind, the mayor of Tarn, said`."""
    text, language = segments.text, segments.language
    found = _APPOSITION.match(text, span.end)
    if not found:
        return None
    forms = re.findall(r"[\w-]+", found[1])
    words = [word.lower() for word in forms]
    nouns = language.role_nouns | language.titles
    before_name = zip(words, forms[1:], strict=False)
    if any(word in nouns and after[0].isupper() for word, after in before_name):
        return None  # a title, and the name of somebody else
    said = language.cue_verbs - nouns
    is_agent = words[0] in language.articles and can_be_somebody(
        _head_of(forms[1:] or forms), language, by_ending=True
    )
    if len(words) > 12 or not (is_agent or any(word in nouns for word in words[:6])):
        return None
    if words[0] in said or words[0] in language.pronouns or words[0] in _NO_APPOSITION:
        return None
    start = found.start(1)
    if words[0] in language.articles and " " in found[1]:
        start += found[1].index(" ") + 1
    more = _MORE.search(text, start, found.end(1))
    return Span(start, more.start() if more else found.end(1))


_MORE = re.compile(r"[ \u00a0](?:who|whose|whom|that|since|until|qui|que|quien)\b")
"""Where a role ends and a clause about its bearer begins."""


_COPULA = re.compile(
    r"[ \u00a0](?:is|ist|est|es)(?:[ \u00a0](?:now|the|a|an|its|their|der|die|le|la|el))*[ \u00a0]"
    r"([^\n,;.:()“”\"„«»–—]{3,60})(?=[,;.])"
)


def _role_said(span: Span, segments: Segments) -> Span | None:
    """`director of the zoo` in `Lind is now director of the zoo.`."""
    found = _COPULA.match(segments.text, span.end)
    if not found:
        return None
    words = re.findall(r"[\w-]+", found[1])
    is_role = can_be_somebody(_head_of(words), segments.language, by_ending=False)
    return Span(*found.span(1)) if words and len(words) < 9 and is_role else None


_APPOSED = re.compile(r"((?:[^\W\d_][\w’'-]*[ \u00a0]){0,9}[^\W\d_][\w’'-]*),[ \u00a0]$")
_CLOSED = re.compile(r"[,.;:!?”\"’'»)–—]|[ \u00a0](?:who|whose)\b|\s*$")
_OF = frozenset("of for at in to with von vom für der des de du del d".split())
_CLAUSE = frozenset("is are was were has have had from who that".split())
_CIRCUMSTANCE = frozenset("in at on by after before during since for over from under near".split())
_AGENT = re.compile(r"[a-z]{2,}(?:[^e]er|[ts]or|ist|ian|man|woman|eer|keeper)")
_NO_AGENT = frozenset(
    "winter summer number paper letter order border power water river corner quarter center "
    "chapter matter weather server shelter theater daughter laughter disorder tower "
    "dinner paper copper pepper tiger finger hunger danger list mist".split()
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
        if phrase and can_be_somebody(_head_of(phrase), language, by_ending=not is_circumstance):
            return Span(words[first].start, found.end(1))
    return None


def _head_of(phrase: list[str]) -> str:
    """The noun of a phrase: `head` of `head of operations`.

    >>> _head_of(["head", "of", "operations"]), _head_of(["old", "vet"])
    ('head', 'vet')
    """
    ends = (at for at, word in enumerate(phrase) if at and word.lower() in _OF)
    return phrase[next(ends, len(phrase)) - 1]


def can_be_somebody(noun: str, language: Language, *, by_ending: bool) -> bool:
    """Whether a noun is what a person can be: by the tables, in English also by its ending."""
    lower = noun.lower().rpartition("-")[2]
    if lower in language.role_nouns or lower in language.titles:
        return True
    if language.nouns_are_capitalised:
        return any(lower.endswith(title) for title in language.titles if len(title) > 4)
    is_agent = _AGENT.fullmatch(noun) is not None and noun not in _NO_AGENT
    return language.code == "en" and by_ending and is_agent


_NO_APPOSITION = frozenset(
    "and but who which where when while or with whose as in on at after".split()
)


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
    singles: dict[str, _Bearer] = {}
    for mention in found:  # of several who bear one surname, the one named last is meant
        home = home_of.get(mention.span)
        if home is None:
            word = _key(mention.words[0])
            home = by_word.get(_initials(mention.words[0])) or by_word.get(word)
            home = home or singles.setdefault(word, _Bearer(mention.words, []))
            home.mentions.append(mention)
        for short in home.short:
            if not _is_chief(by_word[short], home):
                by_word[short] = home
    kept = [*bearers, *(b for b in singles.values() if _is_name(b, segments))]
    names = [_name(b, segments) for b in kept]
    return sorted(names, key=lambda name: name.mentions[0])


def _is_chief(one: _Bearer, other: _Bearer) -> bool:
    """Whether a text is so much more about one that a surname alone is not the other's."""
    return one is not other and len(one.mentions) >= _CHIEF * len(other.mentions)


_CHIEF = 3


def _initials(word: str) -> str:
    """`UN` of `U.N.`; of a word that is no abbreviation nothing that a name could have."""
    letters = word.replace(".", "")
    return letters if letters.isupper() and 1 < len(letters) < 7 else ""


def _key(word: str) -> str:
    """What makes two words the same: LIND is Lind, and O’Rund is O'Rund."""
    return word.rstrip(".").replace("’", "'").casefold()


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
            bearers.append(home)
            alike.append(home)
        home.mentions.append(mention)
        home_of[mention.span] = home
    return bearers, home_of


_ALIKE = 20
"""So many middle names are told apart: a bound keeps time linear."""


def _lowered(words: tuple[str, ...]) -> set[str]:
    return {word.lower() for word in words}


def _is_short(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a middle name is all that is left out: `Ada Lind` for `Ada J. Lind`."""
    return len(longer) > len(shorter) and not any(word in _PARTICLES for word in longer)


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
        is_person = any(mention.role for mention in bearer.mentions) or (
            len(bearer.words) == 2 and given in alone and not _has_body(_lowered(bearer.words))
        )
        if is_person and given not in index:
            bearer.short.append(given)
            index[given] = bearer
    return index


def _short_forms(words: tuple[str, ...]) -> Iterator[str]:
    """A surname, the noun of a body, initials.

    >>> list(_short_forms(("Court", "of", "Appeal"))), list(_short_forms(("Ada", "Lind")))
    (['court', 'CA'], ['lind', 'AL'])
    """
    if len(words) > 1 and words[0].lower() in _ROMANCE_BODIES:
        yield _key(words[0])
    heads = words[: words.index("of")] if "of" in words else words
    names_a_place = "of" in words or (len(words) > 1 and _has_body([words[0].lower()]))
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
        return not (is_noun and _has_article(roles[0], segments))
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
    roles = dict.fromkeys(m.role for m in mentions if m.role)
    is_person = _is_person(bearer, segments)
    return Name(best, aliases, tuple(m.span for m in mentions), tuple(roles), is_person)


_BODY_NOUNS = frozenset(
    "company firm group union party agency ministry charity association maker builder operator "
    "supplier broadcaster station publisher newspaper retailer brewery".split()
)
"""A role with such a noun is not that of a person, or not for certain."""

_HONOURED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau|Mme|Sra?|Señora?)\.?[ \u00a0]$")
_WHICH = re.compile(r",[ \u00a0]which\b")
"""Whoever that stands behind is no person."""

_AGE = re.compile(r",[ \u00a0]\d{1,3}[,.]|[ \u00a0]\(\d{1,3}\)")


def _is_person(bearer: _Bearer, segments: Segments) -> bool:
    """Whether a role, an age, Mr. or Ms., or a surname that stands alone shows a person."""
    text, words = segments.text, bearer.words
    lower = _lowered(words)
    if len(words) > 4 or _has_body(lower):
        return False
    if any(_WHICH.match(text, m.span.end) for m in bearer.mentions):
        return False
    if any(
        m.titled
        or _AGE.match(text, m.span.end)
        or _HONOURED.search(text, max(0, m.span.start - 10), m.span.start)
        for m in bearer.mentions
    ):
        return True
    if len(words) < 2:
        return False
    if _has_given_name(bearer, segments):
        return True
    surname = _key(words[-1])
    roles = [m.role.of(text).lower() for m in bearer.mentions if m.role]
    return any(_head_of(role.split()) not in _BODY_NOUNS for role in roles) or any(
        len(m.words) == 1 and _key(m.words[0]) == surname and _is_bare(m.span, segments)
        for m in bearer.mentions
    )


def _has_given_name(bearer: _Bearer, segments: Segments) -> bool:
    """`Ada Lind`, but not: the Ada Lind, Ada Street, Ada Is Late."""
    words = bearer.words
    plain = all(word[0].isupper() or word in _PARTICLES for word in words) and len(words) < 4
    is_place = words[-1].lower() in PLACES or words[-1].lower() in segments.language.function_words
    return (
        plain
        and not is_place
        and bearer_of(words[0]) is not None
        and not any(_has_article(mention.span, segments) for mention in bearer.mentions)
    )


_PLACED = re.compile(r"\b(?:in|at|near|aus|bei|nach|à|en)[ \u00a0]$", re.IGNORECASE)


def _is_bare(span: Span, segments: Segments) -> bool:
    """Whether neither an article nor the preposition of a place stands before a name."""
    is_place = _PLACED.search(segments.text, max(0, span.start - 6), span.start)
    return not is_place and not _has_article(span, segments)


def _has_article(span: Span, segments: Segments) -> bool:
    before = segments.text[max(0, span.start - 8) : span.start].split()
    return bool(before) and before[-1].lower() in segments.language.articles
