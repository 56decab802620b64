"""Subjects: who does what a verb says, by what stands around it. By code, without a parser."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.bodies import STATES
from summarizer.languages import Language
from summarizer.names import Names
from summarizer.roles import DEMONYM, can_be_somebody
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = [
    "PREDICATIVE",
    "Kind",
    "Subject",
    "describes",
    "is_governed",
    "subject_of",
    "with_title",
]

Kind = Literal["name", "pronoun", "nominal"]


@dataclass(frozen=True)
class Subject:
    """Words that say who does something; `name` is the number of a name among them."""

    span: Span
    kind: Kind
    name: int | None


@dataclass(frozen=True)
class _Clause:
    """A verb with what stands before and behind it, up to the marks that end its clause."""

    segments: Segments
    names: Names
    sentence: Span
    verb: Span
    before: Span
    after: Span

    @property
    def text(self) -> str:
        return self.segments.text

    @property
    def language(self) -> Language:
        return self.segments.language

    @property
    def leads(self) -> str:
        """The words before the verb."""
        return self.before.of(self.text).strip()


def subject_of(verb: Span, sentence: Span, segments: Segments, names: Names) -> Subject | None:
    """Who says, or wants, what a verb says; None where it cannot be told."""
    clause = _clause(verb, sentence, segments, names)
    if clause.language.according_pattern.match(clause.text, verb.start):
        return _behind(clause, clause.after)
    agent = _agent(clause) if clause.language.subject_first else None
    is_done = agent is not None and verb.of(clause.text).endswith("ed")  # called late by Ada Lind
    if is_done or (clause.language.subject_first and _is_passive(clause.text, verb)):
        return agent
    behind = _behind(clause, clause.after)
    is_quoted = clause.verb.of(clause.text).lower() in clause.language.quoting
    if behind and (not clause.leads.strip(",") or (is_quoted and behind.kind == "name")):
        return behind
    before = _before(clause)
    if clause.language.subject_first:
        return _in_english(clause, before, behind)
    if behind and before and clause.language.verb_second and _is_second(clause, before, behind):
        return behind
    return before or behind


def _in_english(clause: _Clause, before: Subject | None, behind: Subject | None) -> Subject | None:
    """What stands before the verb, but for `…, said Ada Lind.`: a comma, and nothing behind."""
    before = before or _bare_noun(clause)
    is_rather = behind is None or (before is not None and before.kind == "name" != behind.kind)
    is_saying = clause.verb.of(clause.text) in clause.language.saying
    if is_rather or not clause.leads.endswith(",") or not is_saying:
        return before
    end = behind.span.end if behind else 0
    return behind if clause.text[end : end + 1] in {"", ".", ",", ";", ":"} else before


_NOUN_BEFORE = re.compile(
    r"""
    (?:^|[ ])(?P<noun>[^\W\d_][\w’'-]*)
    (?:[ ](?:
        also|then|later|now|still|often|again|further|first|once|just|almost|\w+ly
        | has|have|had|is|are|was|were|\w+n[’']t
        | (?:this|last)[ ]\w+ | on | \w+day
    ))*[ ]$
    """,
    re.VERBOSE,
)
"""A noun at the end, and what may part it from its verb: `Demonstrators have also `."""

_NO_NOUNS = frozenset(
    "and but or nor yet who whom whose which that what why how where while because though although "
    "if unless also then later now still often again further could would should might may must can "
    "do does did never not me him us them being having let lets want wants wanted please".split()
)
"""What no noun is, and may stand before a verb all the same."""


def _bare_noun(clause: _Clause) -> Subject | None:
    """Whatever stands before an English verb is its subject: `Demonstrators say`."""
    language = clause.language
    found = _NOUN_BEFORE.search(clause.before.of(clause.text))
    others = language.function_words | language.prepositions | language.cue_verbs | _NO_NOUNS
    if found is None or found["noun"].lower() in others:
        return None
    noun = _moved(Span(*found.span("noun")), clause.before.start)
    may_be_noun = clause.verb.of(clause.text) not in language.saying  # in a box labelled so
    is_none = may_be_noun and is_governed(clause.text, noun, language)
    return None if is_none else Subject(noun, "nominal", None)


_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)(?: (?:also|first|not|\w+ly))* $")


_BY = re.compile(r" by ")


PREDICATIVE = frozenset({"opposed", "committed"})
"""Participles that tell what somebody is, and not what is done to them: `is opposed to it`."""


def _is_passive(text: str, verb: Span) -> bool:
    """`was told`: its subject is not who speaks; `was quoted as saying` is."""
    word = verb.of(text).lower()
    is_done = word != "quoted" and word not in PREDICATIVE
    is_participle = is_done and (word.endswith("ed") or word in {"said", "told"})
    return is_participle and _PASSIVE.search(text, max(0, verb.start - 40), verb.start) is not None


def _agent(clause: _Clause) -> Subject | None:
    """`Ada Lind` in `was rejected by Ada Lind`."""
    by = _BY.match(clause.text, clause.verb.end)
    return _behind(clause, Span(by.end(), max(by.end(), clause.after.end))) if by else None


def _is_second(clause: _Clause, before: Subject, behind: Subject) -> bool:
    """Whether something else leads a sentence in which the verb comes second."""
    ends = clause.leads.endswith(",")
    if behind.kind == "name" and (ends or before.kind == "nominal"):
        return True  # Der Zeitung sagte Ada Lind
    if behind.kind == "pronoun" and ends:
        return True  # Den Plan, den Hafen zu verkaufen, nannte er
    fronted = clause.language.subordinate_pattern.match(clause.text, clause.sentence.start)
    return ends and fronted is not None


def _before(clause: _Clause) -> Subject | None:
    """The subject that stands before its verb and that no preposition governs.

    It is the nearest one, but the first one where an apposition ends at the verb:
    `Ada Lind, who leads the Harbour Board, said`, but `the chair (of late), Ada Lind, said`.
    """
    options = [
        option
        for option in _subjects(clause, clause.before)
        if not _is_governed(clause, with_title(option.span, option.name, clause.names))
        or _opens_clause(clause, option)
    ]
    if not options:
        return None
    noun = _who_does(clause) or _described_noun(options[-1], clause) or _doing(clause)
    if subject := noun or _of_auxiliary(options, clause):
        return subject
    if len(options) > 1 and _is_apposed(options[-2], options[-1], clause.text):
        return options[-2]
    if subject := _doing_besides(options, clause):
        return subject
    return options[0 if _is_first(options, clause) else -1]


_DID = re.compile(r"(?: (?:also|then|later|\w+ly))? (?:\w+ed|said|told|spoke|wrote)\b")


def _doing_besides(options: list[Subject], clause: _Clause) -> Subject | None:
    """`Lind` in `Osk left, which Lind discussed with Rund, explaining`: who last did something."""
    if not clause.verb.of(clause.text).endswith("ing") or not clause.leads.endswith(","):
        return None
    return next(
        (each for each in reversed(options) if _DID.match(clause.text, each.span.end)), None
    )


def _is_first(options: list[Subject], clause: _Clause) -> bool:
    """Whether the first of them is the subject: what stands at the verb only describes it."""
    if _BY_DOING.search(clause.text, *clause.before):
        return True  # `Lind attacked Osk by calling`
    if _is_origin(options, clause):
        return True
    is_apposition = _AUXILIARIES.sub("", clause.leads).endswith(",")
    is_named = (options[0].kind, options[-1].kind) == ("nominal", "name") and _is_between_commas(
        clause.text, options[-1].span
    )
    return is_apposition and not is_named


_FROM = re.compile(r" (?:of|from|at) [^,;:]*(?:,[^,;:]*)?, ")


def _is_origin(options: list[Subject], clause: _Clause) -> bool:
    """Whether the name at the verb says where the first is from: `Lind of Kells, Tarn said`."""
    first, last = options[0], options[-1]
    return (
        (first.kind, last.kind) == ("name", "name")
        and first.span.start == clause.before.start
        and first.name is not None
        and clause.names.all[first.name].is_person
        and last.name is not None
        and not clause.names.all[last.name].is_person
        and _FROM.fullmatch(clause.text, first.span.end, last.span.start) is not None
    )


_BY_DOING = re.compile(r"\bby $")


def _of_auxiliary(options: list[Subject], clause: _Clause) -> Subject | None:
    """Whoever stands beside `hat`, or `wird`, parted from its verb: `Lind hat ihn gelobt`."""
    language = clause.language
    is_quoted = clause.verb.of(clause.text).lower() in language.quoting
    words = language.passive if is_quoted else language.perfect
    found = _alone(words).search(clause.text, *clause.before) if words else None
    if found is None:
        return None
    before = [option for option in options if option.span.end <= found.start() + 1]
    behind = [option for option in options if option.span.start == found.end()]
    return next(iter(behind), None) or (before[-1] if before else None)


@lru_cache(maxsize=16)
def _alone(words: frozenset[str]) -> re.Pattern[str]:
    """Any of these words between others."""
    return re.compile(rf" (?:{'|'.join(sorted(words))}) ")


_NOUN_BETWEEN = re.compile(r" ([a-z][a-z-]+) ")
_LATER = frozenset(
    "today yesterday himself herself itself themselves alone also then later still again once now "
    "even never always often soon too first just recently instead here there already".split()
)


def _described_noun(option: Subject, clause: _Clause) -> Subject | None:
    """`Harbour Board rules` before `say`: the noun behind a name that describes it."""
    language = clause.language
    word = _NOUN_BETWEEN.fullmatch(clause.text, option.span.end, clause.verb.start)
    if word is None or option.kind != "name" or not language.subject_first:
        return None
    others = (
        language.function_words | language.prepositions | language.cue_verbs | _NO_NOUNS | _LATER
    )
    if word[1] in others or word[1].endswith(("ly", "ing", "ed")):
        return None
    return Subject(Span(option.span.start, word.end(1)), "nominal", None)


_WHO_DOES = re.compile(
    r" (?P<noun>[a-z][\w-]*) who"
    r"(?: (?:has|have|had|also|still|then|once|\w+ly))* $"
)
_BEING = re.compile(r"\b(?:is|was|are|were|as) (?:an?|the|one) [\w ,-]*$")


_ANYBODY = frozenset("anybody anyone everybody everyone somebody someone those people".split())
"""Who does what only a thought needs: `Lind said those who wait “are late”`."""


def _who_does(clause: _Clause) -> Subject | None:
    """`a stranger who said`: whoever the noun before `who` means, and nobody named before."""
    noun = _WHO_DOES.search(clause.text, *clause.before)
    small = clause.language.pronouns | clause.language.function_words
    if noun is None or noun["noun"] in small | _ANYBODY:
        return None
    if _BEING.search(clause.text, clause.before.start, noun.end("noun")):
        return None  # Lind is a lawyer who wants it
    return Subject(Span(*noun.span("noun")), "nominal", None)


_DOING = re.compile(r" (?P<noun>[a-z]+s) $")


def _doing(clause: _Clause) -> Subject | None:
    """`artists writing`: people without a name right before the participle."""
    noun = _DOING.search(clause.text, *clause.before)
    if noun is None or not clause.verb.of(clause.text).endswith("ing"):
        return None
    is_somebody = can_be_somebody(noun["noun"][:-1], clause.language, by_ending=True)
    return Subject(Span(*noun.span("noun")), "nominal", None) if is_somebody else None


def _is_apposed(name: Subject, noun: Subject, text: str) -> bool:
    """Whether a noun says who a name is: `Ada Lind, now the mayor, who said`."""
    if (name.kind, noun.kind) != ("name", "nominal"):
        return False
    return _NOW.fullmatch(text, name.span.end, noun.span.start) is not None


_NOW = re.compile(r", (?:(?:now|then|currently|formerly) )?")


def _is_between_commas(text: str, span: Span) -> bool:
    return text[max(0, span.start - 2) : span.start] == ", " and text.startswith(",", span.end)


_AUXILIARIES = re.compile(r"(?: (?:has|have|had|also|later|then))+$")


_WHO = re.compile(
    r"(?:, (?:of|from|in|\d+)\b[^,]{0,40})?,? who"
    r"(?: (?:has|have|had|also|still|then|once|\w+ly))* "
)
_OPENS = re.compile(r"\b(?:after|before|since|until|than|nachdem|bevor) (?:the )?$", re.IGNORECASE)


def _opens_clause(clause: _Clause, option: Subject) -> bool:
    """`after Ada Lind said`: here the word before a name governs a clause, not the name.

    Nor does it govern who does what `who` does: `a chance for Lind, who wants it`.
    """
    text, verb, start = clause.text, clause.verb, option.span.start
    is_person = option.name is not None and clause.names.all[option.name].is_person
    if is_person and _WHO.fullmatch(text, option.span.end, verb.start):
        return True
    if not 0 <= verb.start - option.span.end <= 1:
        return False
    if option.kind == "name" and verb.of(text).endswith("ing"):
        return True  # footage of Ada Lind asking
    return _OPENS.search(text, max(0, start - 12), start) is not None


def _behind(clause: _Clause, place: Span) -> Subject | None:
    """The subject that follows its verb directly: `said Ada Lind`, `said the mayor`."""
    language = clause.language
    skipped = language.role_nouns | language.titles | language.articles | language.before_subjects
    option = next(iter(_subjects(clause, place)), None)
    if option is None:
        return None
    start = with_title(option.span, option.name, clause.names).start
    gap = clause.text[place.start : max(place.start, start)]
    words = [w for w in _WORD.findall(gap) if w[0].islower() and w not in skipped]
    is_apart = bool(words) and not _describe(_WORD.findall(gap), words, language)
    return None if is_apart or "," in gap else option


_WORD = re.compile(r"\w+")


def _describe(gap: list[str], words: list[str], language: Language) -> bool:
    """Whether the words between a verb and a name describe its bearer: `said the newly elected`."""
    others = language.prepositions | language.function_words | language.cue_verbs
    return gap[0].lower() in language.articles and len(words) < 3 and not others & set(words)


# Clauses ---------------------------------------------------------------------------------

_CLAUSE_END = re.compile(r"[;:.!?\n“”„\"«»]|''|``")


_WIDTH = 160
"""A clause is looked for within so many characters on both sides of its verb."""
_DATELINE = re.compile(r"[A-Z]{3,}[\w.,' ]{0,40}?(?:\([A-Za-z]+\) )?(?:--|—|–) ")
"""Where and when a report was sent, before it begins: `TARN, May 4 -- Ada Lind said`."""


def _clause(verb: Span, sentence: Span, segments: Segments, names: Names) -> _Clause:
    text = segments.text
    low = max(sentence.start, verb.start - _WIDTH)
    high = min(sentence.end, verb.end + _WIDTH)
    ends = [m for m in _CLAUSE_END.finditer(text, low, high) if not _is_abbreviation(text, m)]
    dateline = _DATELINE.match(text, sentence.start, verb.start)
    low = max(low, dateline.end()) if dateline else low
    low = max(low, _end_of_speech(segments, verb.start))
    start = max((m.end() for m in ends if m.end() <= verb.start), default=low)
    end = min((m.start() for m in ends if m.start() >= verb.end), default=high)
    before, after = Span(start, verb.start), Span(verb.end, end)
    return _Clause(segments, names, sentence, verb, before, after)


def _end_of_speech(segments: Segments, offset: int) -> int:
    """Where the speech before an offset ends, with its mark: nobody named there is a subject."""
    at = bisect_left(segments.quoted, offset, key=lambda span: span.end) - 1
    return segments.quoted[at].end + 1 if at >= 0 else 0


_SHORTENED = frozenset(
    "Mr Mrs Ms Dr St Sen Rep Gov Gen Prof Jr Sr Del Lt Col Sgt No Inc Co Corp Ltd La Miss Penn "
    "Vt".split()
) | set(map(str.capitalize, STATES))
_ABBREVIATED = re.compile(rf"\b(?:[A-Z]|{'|'.join(sorted(_SHORTENED))})$")


def _is_abbreviation(text: str, mark: re.Match[str]) -> bool:
    if mark[0] != ".":
        return False
    goes_on = not text[mark.end() : mark.end() + 1].isspace() and mark.end() < len(text)
    return goes_on or _ABBREVIATED.search(text[max(0, mark.start() - 5) : mark.start()]) is not None


# What governs a noun ---------------------------------------------------------------------

_NO_MERE_PREPOSITIONS = frozenset("as after before since than von".split())


_NO_DAYS = frozenset("may march".split())
_WORD_OR_MARK = re.compile(r"[\w’'-]+|[,;:.]")


def is_governed(text: str, subject: Span, language: Language) -> bool:
    """Whether a preposition, or a possessive, makes a mention something else than a subject."""
    if text[subject.end : subject.end + 2] in ("’s", "'s", "’ ", "' "):
        return subject.of(text).lower() not in {"he", "she", "it"}  # he’s saying
    before = text[max(0, subject.start - 60) : subject.start]
    if _ELIDED.search(before):
        return True
    if _MEMBERS.search(before):
        return False
    words = _WORD_OR_MARK.findall(before)
    while words and (_is_article(words[-1], language) or _is_capital(words[-1], language)):
        if words.pop().lower() in language.calendar - _NO_DAYS:
            return False  # On Monday Ada Lind said
        if len(words) > 1 and words[-1] == "of" and words[-2][0].isupper():
            words.pop()  # within a role: Secretary of State
    return bool(words) and words[-1].lower() in language.prepositions and not _is_shouted(words[-1])


def _is_shouted(word: str) -> bool:
    """Whether it is a name in capitals: no Dutch `NA` is `na`."""
    return len(word) > 1 and word.isupper()


def _is_governed(clause: _Clause, subject: Span) -> bool:
    return is_governed(clause.text, subject, clause.language)


_MEMBERS = re.compile(r"\b[Tt]he members of the $")
"""They speak for the body: `The members of the Harbour Board condemned`."""
_ELIDED = re.compile(r"\bd[’']$")
"""French `de` before a vowel: `d’Ada Lind`."""


def _is_article(word: str, language: Language) -> bool:
    """Whether it is one and nothing else: French `des` may be `of the`."""
    lower = word.lower()
    return lower in language.articles and lower not in language.prepositions


def _is_capital(word: str, language: Language) -> bool:
    """Whether a word could be part of a name: `In` that begins a sentence could not."""
    lower = word.lower()
    is_mere = lower in language.prepositions - _NO_MERE_PREPOSITIONS
    return word[0].isupper() and (not is_mere or _is_shouted(word))


def with_title(mention: Span, number: int | None, names: Names) -> Span:
    """A mention with the role before it: in `with counterpart Ada Lind` it is governed too."""
    roles = names.all[number].roles if number is not None else ()
    starts = (role.start for role in roles if role.end + 1 == mention.start)
    return Span(next(starts, mention.start), mention.end)


# Who may be a subject --------------------------------------------------------------------


def _subjects(clause: _Clause, place: Span) -> list[Subject]:
    """Names, pronouns and nominals of one side of a clause, in order."""
    segments, names = clause.segments, clause.names
    text, language = clause.text, clause.language
    named = [
        Subject(mention, "name", number)
        for mention, number in names.within(place)
        if mention.end <= place.end
        and not _in_parentheses(text, mention)
        and not describes(text, mention, language)
    ]
    named += [
        Subject(Span(role.start, mention.end), "name", number)
        for role, mention, number in _apposed(segments, names, place)
    ]
    pronouns = [
        Subject(Span(*found.span()), "pronoun", None)
        for found in _WORD.finditer(text, *place)
        if found[0].lower() in language.pronouns
    ]
    described = dict.fromkeys((*_nominals(segments, place), *_described(segments, place)))
    titled = [with_title(each.span, each.name, names) for each in named]
    nominals = [
        Subject(noun, "nominal", None)
        for noun in described
        if not any(noun.overlaps(span) for span in titled)
    ]
    found = [*named, *pronouns, *nominals]  # `Osk’s lawyer, Ada Lind` before `Osk`
    return sorted(found, key=lambda each: (each.span.start, -each.span.end))


def _apposed(segments: Segments, names: Names, span: Span) -> Iterator[tuple[Span, Span, int]]:
    """Roles with the name behind them, after a comma: `the union’s president, Ada Lind`."""
    for mention, number in names.within(span):
        for role in names.all[number].roles:
            between = segments.text[role.end : mention.start]
            if span.start <= role.start < mention.start and between == ", ":
                yield role, mention, number


_LED = frozenset("administration campaign camp delegation government nominee team".split())
"""What is led by, or belongs to, the name before it: `the Lind campaign`."""


_NOUNS_BEHIND = re.compile(r" ([^\W\d_]+)(?: ([^\W\d_]+))?")


def describes(text: str, mention: Span, language: Language) -> bool:
    """Whether a name only describes a noun: `the Polish border`, `the Senate majority leader`."""
    noun = _NOUNS_BEHIND.match(text, mention.end)
    if noun is None or noun[1][0].isupper():
        return False
    if noun[1] in _LED or (
        noun[1] not in language.cue_verbs and can_be_somebody(noun[1], language, by_ending=True)
    ):
        return True
    is_adjective = noun[1] not in language.function_words | language.cue_verbs | language.articles
    if is_adjective and noun[2] and can_be_somebody(noun[2], language, by_ending=False):
        return not language.stance_pattern.match(text, noun.start(1))
    if not DEMONYM.search(mention.of(text)):
        return False
    verbs = language.function_words | language.cue_verbs
    return noun[1] not in verbs and not language.stance_pattern.match(text, noun.start(1))


def _in_parentheses(text: str, mention: Span) -> bool:
    """A party behind a name, `Lind (HP) said`, is nobody's subject."""
    return text[mention.start - 1 : mention.start] == "(" and mention.start > 0


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _nominals(segments: Segments, span: Span) -> Iterator[Span]:
    """`the mayor`, `a senior official`, `police`: speakers without a name."""
    language = segments.language
    nouns = language.role_nouns | language.titles
    words = list(re.finditer(r"[\w-]+", span.of(segments.text)))
    for at, word in enumerate(words):
        lower = word[0].lower()
        plain = word[0][0].islower() or language.nouns_are_capitalised or at == 0
        plain = plain or words[at - 1][0].lower() in language.articles  # `the Treasurer`
        is_noun = lower in nouns or (
            language.nouns_are_capitalised and word[0][0].isupper() and _ends_in(lower, nouns)
        )
        if plain and lower in language.unnamed_many:
            yield Span(span.start + word.start(), span.start + word.end())
        elif is_noun or lower in language.unnamed:
            first = next(
                (
                    b
                    for b in range(at, max(-1, at - 5), -1)
                    if words[b][0].lower() in language.articles
                ),
                None,
            )
            if first is not None:
                yield Span(span.start + words[first].start(), span.start + word.end())


def _ends_in(word: str, nouns: frozenset[str]) -> bool:
    """Whether a compound, or a plural, ends in one of the nouns: `Polizeisprecher`."""
    stems = (word, word.removesuffix("n"), word.removesuffix("en"), word.removesuffix("innen"))
    return any(stem.endswith(noun) for stem in stems for noun in nouns if len(noun) > 3)


_NOUN = r"(?:the|an?|one|its|his|her|their|this|another) (?:[a-z][\w’'-]* ){0,3}?[a-z][\w’'-]*"


_AT_THE_END = re.compile(rf"(?:^|[ “”\"(])(?P<noun>{_NOUN})(?: also| then| later)? $", re.I)


_AT_THE_START = re.compile(rf" (?P<noun>{_NOUN})(?=[.,;:]|$)", re.IGNORECASE)


def _described(segments: Segments, span: Span) -> Iterator[Span]:
    """Whatever has an article and stands beside the verb: `the letter reads`, `said the ruling`."""
    if not segments.language.subject_first:
        return
    text, language = span.of(segments.text), segments.language
    for found in (_AT_THE_END.search(text), _AT_THE_START.match(text)):
        if found:
            words = found["noun"].split()[1:]
            if not (language.function_words | language.prepositions | language.pronouns) & set(
                words
            ):
                yield _moved(Span(*found.span("noun")), span.start)
