"""Reports: verbs outside quotation marks that say that somebody says, or wants, something.

`Lind said` is a report; so is `Lind wants`, which reports no speech and is called a stance.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.bodies import has_body
from summarizer.given_names import bearer_of
from summarizer.languages import Language
from summarizer.names import Names
from summarizer.pronouns import Pronouns
from summarizer.roles import NO_TITLES
from summarizer.segment import Segments
from summarizer.spans import Span
from summarizer.subjects import Kind, describes, is_governed, subject_of, with_title

__all__ = [
    "Referents",
    "Report",
    "Reports",
    "find_reports",
    "is_within",
    "leading_name",
    "report_leading_to",
]


@dataclass(frozen=True)
class Report:
    """A cue verb and its subject. `name` is the number of the name that is meant or guessed.

    `is_sure` is False for a pronoun where nothing shows that its name is a woman, a man, a body.
    """

    verb: Span
    subject: Span
    kind: Kind
    name: int | None
    is_sure: bool = True

    @property
    def span(self) -> Span:
        """From the subject to the verb, whichever comes first: the evidence."""
        return Span(min(self.subject.start, self.verb.start), max(self.subject.end, self.verb.end))


@dataclass(frozen=True)
class Reports:
    """All reports of a text in order: `said` those of speech, `stances` the others.

    >>> from summarizer.document import Document
    >>> from summarizer.names import find_names
    >>> from summarizer.segment import segment
    >>> text = "Ada Lind said on Monday that it rained. She wants to leave."
    >>> segments = segment(Document.from_text(text))
    >>> names = find_names(segments)
    >>> found = find_reports(Referents(segments, names, Pronouns(segments, names)))
    >>> [report.span.of(text) for report in (*found.said, *found.stances)]
    ['Ada Lind said', 'She wants']
    """

    said: tuple[Report, ...]
    stances: tuple[Report, ...]

    def at(self, offset: int) -> Report | None:
        """The report, or the stance, whose verb starts there."""
        for found in (self.said, self.stances):
            at = bisect_left(found, offset, key=lambda report: report.verb.start)
            if at < len(found) and found[at].verb.start == offset:
                return found[at]
        return None

    def within(self, span: Span) -> tuple[Report, ...]:
        """The reports of speech whose verbs start inside a span."""
        return _starting_in(span, self.said)

    def stances_within(self, span: Span) -> tuple[Report, ...]:
        """The stances whose verbs start inside a span."""
        return _starting_in(span, self.stances)


def _starting_in(span: Span, told: tuple[Report, ...]) -> tuple[Report, ...]:
    low = bisect_left(told, span.start, key=lambda report: report.verb.start)
    high = bisect_left(told, span.end, key=lambda report: report.verb.start)
    return told[low:high]


def find_reports(referents: Referents) -> Reports:
    """Find every cue verb and stance outside quotation marks whose subject can be told."""
    told, segments = tuple(_reports(referents)), referents.segments
    said = tuple(report for report in told if _is_said(report, segments))
    return Reports(said, tuple(report for report in told if not _is_said(report, segments)))


class Referents:
    """Tells whom the subject of a report means, be it a name, a noun or a pronoun."""

    def __init__(self, segments: Segments, names: Names, pronouns: Pronouns) -> None:
        self.segments, self.names, self.pronouns = segments, names, pronouns

    @cached_property
    def _bearers(self) -> dict[str, int | None]:
        return _bearers_of_roles(self.segments, self.names)

    def meant(
        self, report: Report, likely: Iterable[int | None] = (), speaker: int | None = None
    ) -> Report:
        """The report with the name that its subject means.

        A pronoun means the first of the `likely` ones that it can mean, else the nearest name, and
        never the `speaker` who quotes it. `I` is who writes, and nobody who was named.
        """
        if report.kind == "name":
            return report
        if report.kind == "nominal":
            return replace(report, name=self._described(report.subject))
        pronoun, pronouns = report.subject.of(self.segments.text), self.pronouns
        if self.segments.language.is_first_person(pronoun):
            return replace(report, name=None, is_sure=False)
        fitting = (n for n in likely if n is not None and pronouns.can_mean(pronoun, n))
        name = next(fitting, None)
        if name is None:
            name = pronouns.nearest(pronoun, report.subject.start, speaker)
        if name is None:  # only within somebody's words is that in doubt
            return replace(report, name=None, is_sure=speaker is None)
        is_sure = pronouns.surely_means(pronoun, name, report.verb.start, speaker)
        return replace(report, name=name, is_sure=is_sure)

    def is_thing(self, noun: Span) -> bool:
        """Whether a noun is neither a body's nor what a person can be: `the letter`."""
        last = noun.of(self.segments.text).split()[-1].lower()
        language = self.segments.language
        return last not in self._bearers and last not in language.role_nouns | language.titles

    def _described(self, noun: Span) -> int | None:
        """Whom `the council` means, or `the mayor`: `a mayor` is nobody who was named."""
        words = noun.of(self.segments.text).split()
        is_anybody = words[0].lower() in self.segments.language.indefinites
        number = None if is_anybody else self._bearers.get(words[-1].lower())
        return None if number is None or self._is_elsewhere(number, words[:-1]) else number

    def _is_elsewhere(self, number: int, words: list[str]) -> bool:
        """Whether what stands before a noun is of another land or party: `the Polish mayor`.

        In English, of which a title says nothing, that may be left out: `Mayor Ada Lind`.
        """
        text, roles = self.segments.text, self.names.all[number].roles
        told = [word for role in roles for word in _with_word_before(role, text).split()]
        own = {word[:_STEM] for word in told if _OF_LAND.search(word)}
        said = {word[:_STEM] for word in words if _OF_LAND.search(word)}
        may_be_silent = not self.segments.language.nouns_are_capitalised
        return bool(said) and said.isdisjoint(own) and (bool(own) or not may_be_silent)


def _with_word_before(role: Span, text: str) -> str:
    """`polnische Präsident`, of which the role is the noun."""
    before = _WORD_BEFORE.search(text[max(0, role.start - _LONGEST_WORD) : role.start])
    return f"{before[0] if before else ''}{role.of(text)}"


_WORD_BEFORE = re.compile(r"\w+ $")
_LONGEST_WORD = 30
_OF_LAND = re.compile(r"^[A-Z]\w+(?:an|ish|ese|ic)$|[a-zäöü]isch(?:e[nrsm]?)?$")
"""How words end that say of which people, or party, somebody is."""
_STEM = 6


def report_leading_to(lead: Span, speaker: int | None, referents: Referents) -> Report | None:
    """Who says what a speaker quotes: the last report of what leads there, `“She said, ‘We`."""
    found = _reports_in(lead, (), referents)
    said = [report for report in found if _is_said(report, referents.segments)]
    return referents.meant(said[-1], speaker=speaker) if said else None


def _is_said(report: Report, segments: Segments) -> bool:
    """Whether a verb reports speech: a stance such as `wants` reports none."""
    word = report.verb.of(segments.text).lower()
    return word in segments.language.cue_verbs or word in segments.language.according_to


# Whom a text goes on about ----------------------------------------------------------------


@dataclass(frozen=True)
class _Talk:
    """What a text has told so far, as far as the next pronoun depends on it.

    `last` is who spoke last. Where `is_thing`, a letter, or an article, has spoken since then.
    `nobody_at` is where a sentence ended that somebody without a name led; -1 if none did.
    """

    last: int | None = None
    is_thing: bool = False
    nobody_at: int = -1

    def is_about_nobody(self, sentence: Span) -> bool:
        """Whether the sentence before was led by somebody without a name."""
        return 0 <= sentence.start - self.nobody_at <= len("\n\n")


@dataclass(frozen=True)
class _Sentence:
    """A sentence, the name that leads it, and its reports before pronouns have names."""

    span: Span
    topic: tuple[Span, int] | None
    found: list[Report]


def _reports(referents: Referents) -> Iterator[Report]:
    """Every cue verb and stance outside quotations whose subject can be told."""
    segments, names = referents.segments, referents.names
    talk = _Talk()
    for span in segments.sentences:
        topic = leading_name(segments, names, span)
        sentence = _Sentence(span, topic, _reports_in(span, segments.quoted, referents))
        told: list[Report] = []
        for report in sentence.found:
            meant = _meant(report, sentence, told, talk, referents)
            talk = _behind_report(report, meant, sentence, talk, referents)
            told.append(meant)
        talk = _behind_sentence(sentence, told, talk, referents)
        yield from told


def _meant(
    report: Report, sentence: _Sentence, told: list[Report], talk: _Talk, referents: Referents
) -> Report:
    """The report with the name that is meant; `told` are those before it in the sentence."""
    if report.kind == "pronoun" and _is_nobodys(report, sentence.span, told, talk, referents):
        return replace(report, kind="nominal")
    topic = sentence.topic
    is_before = topic is not None and topic[0].end <= report.subject.start
    return referents.meant(report, (topic[1] if topic and is_before else None, talk.last))


def _is_nobodys(
    report: Report, sentence: Span, told: list[Report], talk: _Talk, referents: Referents
) -> bool:
    """Whether a pronoun means somebody, or something, that has no name."""
    segments = referents.segments
    leads = report.subject.start == sentence.start
    if leads and talk.is_about_nobody(sentence):
        return True  # `The candidate agreed. He wants more.`
    is_its = report.subject.of(segments.text).lower() in segments.language.it
    return (talk.is_thing and is_its) or _is_theirs(report, told, segments.text)


def _is_theirs(report: Report, told: list[Report], text: str) -> bool:
    """Whether `they` are those who were not named: `Demonstrators said they want justice`."""
    unnamed = (other for other in told if other.kind == "nominal" and other.name is None)
    is_they = report.subject.of(text).lower() == "they"
    return is_they and any(
        _WHAT_IS_SAID.fullmatch(text, other.verb.end, report.subject.start) for other in unnamed
    )


def _behind_report(
    report: Report, meant: Report, sentence: _Sentence, talk: _Talk, referents: Referents
) -> _Talk:
    """Who spoke last then; behind a letter `he` means whom it meant before."""
    if report.kind == "nominal" and referents.is_thing(report.subject):
        return replace(talk, is_thing=True)
    last = talk.last
    if report.kind == "pronoun" and meant.name is None:
        last = sentence.topic[1] if sentence.topic else last  # `they say` names nobody
    elif not _is_anothers(report, sentence.found, referents.segments.text):
        last = meant.name
    goes_on = report.kind != meant.kind  # a pronoun that means whoever, or what, has no name
    return replace(talk, last=last, is_thing=talk.is_thing and goes_on)


def _behind_sentence(
    sentence: _Sentence, told: list[Report], talk: _Talk, referents: Referents
) -> _Talk:
    """Who spoke, or was spoken of, last then, and whether a sentence about nobody ends there."""
    segments, names, last = referents.segments, referents.names, talk.last
    topic = sentence.topic or _owner(segments, names, sentence.span)
    if topic and not sentence.found:
        last = topic[1]
    spoken = (each for each in sentence.found if each.kind != "nominal")
    if not any(_is_said(each, segments) for each in spoken):
        last = _introduced(names, sentence.span, last)
    is_nobodys = any(_leads_unnamed(each, sentence.span, referents) for each in told)
    return replace(talk, last=last, nobody_at=sentence.span.end if is_nobodys else -1)


def _leads_unnamed(meant: Report, sentence: Span, referents: Referents) -> bool:
    """Whether somebody without a name leads a sentence, and not by whose they are."""
    text = referents.segments.text
    if meant.subject.start != sentence.start or meant.name is not None:
        return False
    if _OWNED_BY.match(text, sentence.start):
        return False
    is_somebody = meant.kind == "nominal" and not referents.is_thing(meant.subject)
    return is_somebody or _are_people(meant.subject.of(text), referents.segments.language)


def _are_people(noun: str, language: Language) -> bool:
    """Whether a noun is what several persons can be: `authors`."""
    return noun.endswith("s") and noun.rsplit(maxsplit=1)[-1].lower()[:-1] in language.role_nouns


def _owner(segments: Segments, names: Names, sentence: Span) -> tuple[Span, int] | None:
    """Whose something is that opens a sentence: `Lind’s time` was her best."""
    opening = names.within(Span(sentence.start, sentence.start + 1))[:1]
    owns = opening and segments.text.startswith(("’s ", "'s "), opening[0][0].end)
    return opening[0] if owns else None


def _introduced(names: Names, sentence: Span, last: int | None) -> int | None:
    """Who is named for the first time, with a role behind: `This worries Ada Lind, the mayor`."""
    new = [
        number
        for mention, number in names.within(sentence)
        if names.all[number].mentions[0] == mention and names.all[number].is_person
        if any(0 < role.start - mention.end <= len(", the ") for role in names.all[number].roles)
    ]
    return new[-1] if new else last


_OWNED_BY = re.compile(r"(?:his|her|its|their)\b", re.IGNORECASE)
_WHAT_IS_SAID = re.compile(r"(?: (?:that|the|Mr|Mrs|Ms|Dr)\.?)* ")
"""What may stand between a verb and the subject of what it reports: `said that Mr. `."""


def _is_anothers(report: Report, others: list[Report], text: str) -> bool:
    """Whether it is part of what another one reports: `Lind said Rund claimed it`."""
    return any(
        other.kind == "name"
        and other.name != report.name
        and _WHAT_IS_SAID.fullmatch(text, other.verb.end, report.subject.start)
        for other in others
        if other.verb.end < report.subject.start
    )


# The reports of one sentence --------------------------------------------------------------


_MOST_VERBS = 40
"""Only the first so many cue verbs of a sentence are read: a bound keeps hostile texts cheap."""


def _reports_in(sentence: Span, quoted: tuple[Span, ...], referents: Referents) -> list[Report]:
    """Those of one sentence outside the quoted spans, with the names that stand there as such."""
    segments, names = referents.segments, referents.names
    text, language = segments.text, segments.language
    verbs = {  # of two that start together the last one stays
        verb.start(): verb
        for verb in (
            *language.stance_pattern.finditer(text, sentence.start, sentence.end),
            *language.according_pattern.finditer(text, sentence.start, sentence.end),
            *_cue_verbs(text, sentence, language),
        )
    }
    found: list[Report] = []
    for _, verb in sorted(verbs.items())[:_MOST_VERBS]:
        place = Span(*verb.span())
        if is_within(quoted, verb.start()) or _in_name(text, sentence, verb):
            continue
        if text.startswith(" up", verb.end()) or _AS.search(text, sentence.start, verb.start()):
            continue  # the debts added up to a million; it left as agreed
        if _is_noun(text, verb, language):
            found += _owned(text, place, names)
            continue
        is_joined = found and language.joined_pattern.search(text, found[-1].verb.end, place.start)
        if is_joined and found[-1].kind != "nominal":
            found.append(replace(found[-1], verb=place))  # `Lind warned him and said`
        elif (subject := subject_of(place, sentence, segments, names)) and not (
            verb[0].lower() in _IS_THERE and subject.span.of(text).lower() in language.it
        ):
            found.append(Report(place, subject.span, subject.kind, subject.name))
    return found


_AS = re.compile(r"\bas (?:\w+ly )?$")
_IS_THERE = frozenset(("gibt", "gab"))
"""German: `es gibt` says that something is there."""
_WORD = re.compile(r"\w+")


def _cue_verbs(text: str, sentence: Span, language: Language) -> Iterator[re.Match[str]]:
    """The matches of `cue_pattern`; looking each word up is many times faster."""
    for word in _WORD.finditer(text, sentence.start, sentence.end):
        if word[0].lower() in language.cue_verbs:
            yield word


_BEFORE = re.compile(r"\b(\w+) $")
_BEHIND_ONE = re.compile(
    r"""
    \b(?:an?|this|another|one)[ ]
    (?:[\w’'-]+[ ]){1,3}
    (?<!\bI[ ]) (?<!\bwe[ ]) (?<!\bthey[ ]) (?<!\byou[ ])  # `a harbour we want`
    (?<!\bto[ ])$                                          # `a right to demand`
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What ends before a noun in the singular: `this new `."""
_SUBJECT = re.compile(r"(?:\b[A-Z][\w’'-]*|\b(?:he|she|it|who|which)|[\"”'’,]) $")
"""What ends before a verb: a name, a pronoun, or what somebody says."""
_NOUNS = frozenset(
    "states claims reports calls demands questions notes comments quotes posts tweets estimates "
    "promises pledges remarks rules replies answers".split()
)
_BEHIND_NOUN = re.compile(r"[,;.)]| (?:of|from|in|are|were|have|had|who|and|or|has|is)\b")
"""What follows a noun in the plural, such as `states`, and no verb."""
_POSSESSIVE = re.compile(r"\w[’']s? $")


def _is_noun(text: str, verb: re.Match[str], language: Language) -> bool:
    """Whether an article or a preposition makes a noun of it."""
    found = _BEFORE.search(text, max(0, verb.start() - 6), verb.start())
    if found is not None and found[1].lower() in language.no_verb_behind:
        return True
    word = verb[0].lower()
    if not language.verbs_may_be_nouns or word.endswith(("ing", "ed")):
        return False
    if _POSSESSIVE.search(text, max(0, verb.start() - 4), verb.start()):
        return word not in {"said", "told"}
    if word in _NOUNS:
        is_named = _SUBJECT.search(text, max(0, verb.start() - 20), verb.start()) is not None
        return not is_named and _BEHIND_NOUN.match(text, verb.end()) is not None
    is_plural = f"{word}s" in language.cue_verbs
    return (
        is_plural and _BEHIND_ONE.search(text, max(0, verb.start() - 60), verb.start()) is not None
    )


def _owned(text: str, noun: Span, names: Names) -> Iterator[Report]:
    """`Lind’s claim that it rained` is Lind's."""
    if text.startswith((" that ", " of “", ' of "'), noun.end):
        for mention, number in names.within(Span(max(0, noun.start - 40), noun.start)):
            if _OWNER.fullmatch(text, mention.end, noun.start):
                yield Report(noun, mention, "name", number)


_OWNER = re.compile(r"[’']s? ")


def _in_name(text: str, sentence: Span, verb: re.Match[str]) -> bool:
    """A capital within a sentence: `Secretary of State` states nothing."""
    return verb.start() > sentence.start and verb[0][0].isupper() and text[verb.start() - 1] == " "


def leading_name(segments: Segments, names: Names, sentence: Span) -> tuple[Span, int] | None:
    """The first name of a sentence that no preposition governs, outside quotation marks."""
    for span, name in names.within(sentence):
        if (
            not is_within(segments.quoted, span.start)
            and not is_governed(segments.text, with_title(span, name, names), segments.language)
            and not describes(segments.text, span, segments.language)
        ):
            return span, name
    return None


def is_within(spans: tuple[Span, ...], offset: int) -> bool:
    """Whether one of these spans, which are in order, holds an offset."""
    at = bisect_left(spans, offset + 1, key=lambda span: span.start) - 1
    return at >= 0 and offset in spans[at]


def _bearers_of_roles(segments: Segments, names: Names) -> dict[str, int | None]:
    """From a word of a body, or of a role, to the one who is called so; None where several are."""
    bearers: dict[str, int | None] = {}
    for number, name in enumerate(names.all):
        for word in {word for word in name.text.lower().split() if has_body([word])}:
            if name.is_body:
                bearers[word] = None if word in bearers else number
    bodies = frozenset(bearers)
    for number, name in enumerate(names.all):
        words = {w for role in name.roles for w in role.of(segments.text).lower().split()}
        words |= {full for word in words for full in _in_full(word, name.text)}
        for word in words - bodies - NO_TITLES:
            bearers[word] = None if word in bearers else number
    return bearers


def _in_full(title: str, name: str) -> list[str]:
    """What the bearer of a title that is cut short is called: no Ada is a congressman."""
    given = bearer_of(name.split(maxsplit=1)[0])
    return [word for word in _IN_FULL.get(title, "").split() if (word, given) not in _NOT_SO]


_IN_FULL = {
    "capt": "captain",
    "col": "colonel",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "prof": "professor",
    "rep": "representative congressman congresswoman",
    "sen": "senator",
    "sgt": "sergeant",
}
"""Titles cut short, and what their bearers are called behind `the`."""
_NOT_SO = frozenset({("congressman", "she"), ("congresswoman", "he")})
