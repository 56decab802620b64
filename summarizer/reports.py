"""Reports: verbs outside quotation marks that say that somebody says, or wants, something.

`Lind said` is a report; so is `Lind wants`, which reports no speech and is called a stance.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.bodies import has_body
from summarizer.given_names import bearer_of
from summarizer.languages import Language
from summarizer.names import Names
from summarizer.pronouns import Pronouns
from summarizer.segment import Segments
from summarizer.spans import Span
from summarizer.subjects import Kind, describes, is_governed, subject_of, with_title

__all__ = [
    "Inner",
    "Report",
    "Reports",
    "find_reports",
    "is_within",
    "leading_name",
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
    >>> found = find_reports(segments, names, Pronouns(segments, names))
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


def find_reports(segments: Segments, names: Names, pronouns: Pronouns) -> Reports:
    """Find every cue verb and stance outside quotation marks whose subject can be told."""
    told = tuple(_reports(segments, names, pronouns))
    said = tuple(report for report in told if _is_said(report, segments))
    return Reports(said, tuple(report for report in told if not _is_said(report, segments)))


class Inner:
    """Tells who says what a speaker quotes: `“She said, ‘We stay’”`."""

    def __init__(self, segments: Segments, names: Names, pronouns: Pronouns) -> None:
        self._segments, self._names, self._pronouns = segments, names, pronouns

    @cached_property
    def _by_role(self) -> dict[str, int | None]:
        return _by_role(self._segments, self._names)

    def report(self, lead: Span, speaker: int | None) -> Report | None:
        """The last report of what leads to such words; `speaker` is the name that quotes them."""
        text = self._segments.text
        told = _reports_in(self._segments, self._names, lead, ())
        told = [each for each in told if _is_said(each, self._segments)]
        if not told or told[-1].kind == "name":
            return told[-1] if told else None
        subject = told[-1].subject
        if told[-1].kind == "nominal":
            return replace(told[-1], name=_described(subject, self._segments, self._by_role))
        meant = subject.of(text), subject.start
        name = self._pronouns.nearest(*meant, speaker)
        is_sure = name is not None and self._pronouns.surely_means(
            meant[0], name, meant[1], speaker
        )
        return replace(told[-1], name=name, is_sure=is_sure)


def _is_said(report: Report, segments: Segments) -> bool:
    """Whether a verb reports speech: a stance such as `wants` reports none."""
    word = report.verb.of(segments.text).lower()
    return word in segments.language.cue_verbs or word in segments.language.according_to


def _reports(segments: Segments, names: Names, pronouns: Pronouns) -> Iterator[Report]:
    """Every cue verb and stance outside quotations whose subject can be told."""
    talk = _Talk(segments, names, pronouns)
    for sentence in segments.sentences:
        yield from talk.reports(sentence)


_Topic = tuple[Span, int] | None


class _Talk:
    """Who spoke last, as a text goes on: whom a pronoun means."""

    def __init__(self, segments: Segments, names: Names, pronouns: Pronouns) -> None:
        self._segments, self._names, self._pronouns = segments, names, pronouns
        self._by_role = _by_role(segments, names)
        self._last: int | None = None
        self._is_thing = False  # whether a letter, or an article, without a name spoke last
        self._nobody = -1  # where somebody without a name ended a sentence that he led

    def reports(self, sentence: Span) -> Iterator[Report]:
        """Those of the next sentence, with the names that are meant."""
        segments, names = self._segments, self._names
        topic = leading_name(segments, names, sentence, segments.quoted)
        found = _reports_in(segments, names, sentence, segments.quoted)
        unnamed: list[Report] = []
        is_nobodys = 0 <= sentence.start - self._nobody <= len("\n\n")
        self._nobody = -1
        for report in found:
            meant = self._meant(report, topic, unnamed)
            if is_nobodys and report.kind == "pronoun" and report.subject.start == sentence.start:
                meant = replace(report, kind="nominal")  # `The candidate agreed. He wants more.`
            if self._is_nobody(meant, sentence):
                self._nobody = sentence.end
            self._follow(report, meant, topic, found)
            if meant.kind == "nominal" and meant.name is None:
                unnamed.append(meant)
            yield meant
        if (topic := topic or _owner(segments, names, sentence)) and not found:
            self._last = topic[1]
        if not any(each.kind != "nominal" and _is_said(each, segments) for each in found):
            self._last = _introduced(names, sentence, self._last)

    def _meant(self, report: Report, topic: _Topic, unnamed: list[Report]) -> Report:
        """The report with the name that its pronoun or its noun means."""
        text, subject = self._segments.text, report.subject
        if report.kind == "nominal":
            return replace(report, name=_described(subject, self._segments, self._by_role))
        if report.kind == "name":
            return report
        pronoun = subject.of(text)
        is_its = self._is_thing and pronoun.lower() in self._segments.language.it
        if is_its or _is_theirs(text, report, unnamed):
            return replace(report, kind="nominal")  # who has no name here either
        name = _meant(report, text, self._pronouns, topic, self._last)
        is_sure = name is None or self._pronouns.surely_means(pronoun, name, report.verb.start)
        return replace(report, name=name, is_sure=is_sure)

    def _follow(self, report: Report, meant: Report, topic: _Topic, found: list[Report]) -> None:
        """Remember who spoke; behind a letter `he` means whom it meant before."""
        if report.kind == "nominal" and self._is_letter(report):
            self._is_thing = True
            return
        self._is_thing &= report.kind != meant.kind
        if meant.name is None and report.kind == "pronoun":
            self._last = topic[1] if topic is not None else self._last  # `they say` names nobody
        elif not _is_told(self._segments.text, report, found):
            self._last = meant.name

    def _is_nobody(self, meant: Report, sentence: Span) -> bool:
        """Whether somebody without a name leads a sentence, and not by whose they are."""
        leads = meant.subject.start == sentence.start and meant.name is None
        is_owned = _OWNED_BY.match(self._segments.text, sentence.start) is not None
        is_noun = meant.kind == "nominal" and not self._is_letter(meant)
        return leads and not is_owned and (is_noun or self._are_people(meant))

    def _are_people(self, report: Report) -> bool:
        """Whether its noun is what several persons can be: `authors`."""
        noun, language = report.subject.of(self._segments.text), self._segments.language
        return noun.endswith("s") and noun.split()[-1].lower()[:-1] in language.role_nouns

    def _is_letter(self, report: Report) -> bool:
        """Whether its noun is neither a body's nor what a person can be."""
        noun = report.subject.of(self._segments.text).split()[-1].lower()
        language = self._segments.language
        return noun not in self._by_role and noun not in language.role_nouns | language.titles


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
_THAT = re.compile(r"(?: (?:that|the|Mr|Mrs|Ms|Dr)\.?)* ")


def _is_told(text: str, report: Report, others: list[Report]) -> bool:
    """Whether it is part of what another one reports: `Lind said Rund claimed it`."""
    return any(
        other.kind == "name"
        and other.name != report.name
        and _THAT.fullmatch(text, other.verb.end, report.subject.start)
        for other in others
        if other.verb.end < report.subject.start
    )


def _is_theirs(text: str, report: Report, unnamed: list[Report]) -> bool:
    """Whether `they` are those who were not named: `Demonstrators said they want justice`."""
    return report.subject.of(text).lower() == "they" and any(
        _THAT.fullmatch(text, other.verb.end, report.subject.start) for other in unnamed
    )


_MOST = 40
"""A sentence with more cue verbs is none: a bound keeps hostile texts cheap."""


def _reports_in(
    segments: Segments, names: Names, sentence: Span, quoted: tuple[Span, ...]
) -> list[Report]:
    """Those of one sentence, with the names that stand there themselves."""
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
    for _, verb in sorted(verbs.items())[:_MOST]:
        place = Span(*verb.span())
        if is_within(quoted, verb.start()) or _in_name(text, sentence, verb):
            continue
        if text.startswith(" up", verb.end()):
            continue  # the debts added up to a million
        if _is_noun(text, verb, language):
            found += _owned(text, place, names)
            continue
        is_joined = found and language.joined_pattern.search(text, found[-1].verb.end, place.start)
        if is_joined and found[-1].kind != "nominal":
            found.append(replace(found[-1], verb=place))  # `Lind warned him and said`
        elif subject := subject_of(place, sentence, segments, names):
            found.append(Report(place, subject.span, subject.kind, subject.name))
    return found


_WORD = re.compile(r"\w+")


def _cue_verbs(text: str, sentence: Span, language: Language) -> Iterator[re.Match[str]]:
    """The matches of `cue_pattern`; looking each word up is many times faster."""
    for word in _WORD.finditer(text, sentence.start, sentence.end):
        if word[0].lower() in language.cue_verbs:
            yield word


def _meant(
    report: Report,
    text: str,
    pronouns: Pronouns,
    topic: tuple[Span, int] | None,
    last: int | None,
) -> int | None:
    """The name behind a pronoun: the topic of its sentence, the last speaker, or the nearest."""
    pronoun = report.subject.of(text)
    is_before = topic is not None and topic[0].end <= report.subject.start
    for name in (topic[1] if topic and is_before else None, last):
        if name is not None and pronouns.can_mean(pronoun, name):
            return name
    return pronouns.nearest(pronoun, report.subject.start)


_BEFORE = re.compile(r"\b(\w+) $")


_ONE = re.compile(
    r"\b(?:an?|this|another|one) (?:[\w’'-]+ ){1,3}(?<!\bI.)(?<!\bwe.)(?<!\bthey.)"
    r"(?<!\byou.)(?<!\bto.)$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:\b[A-Z][\w’'-]*|\b(?:he|she|it|who|which)|[\"”'’,]) $")
_NOUNS = frozenset(
    "states claims reports calls demands questions notes comments quotes posts tweets estimates "
    "promises pledges remarks rules replies answers".split()
)
_BEHIND_NOUN = re.compile(r"[,;.)]| (?:of|from|in|are|were|have|had|who|and|or|has|is)\b")
"""What follows a noun in the plural, such as `states`, and no verb."""
_OWNED = re.compile(r"[\w][’']s? $")


def _is_noun(text: str, verb: re.Match[str], language: Language) -> bool:
    """Whether an article or a preposition makes a noun of it."""
    found = _BEFORE.search(text, max(0, verb.start() - 6), verb.start())
    if found is not None and found[1].lower() in language.no_verb_behind:
        return True
    word = verb[0].lower()
    if not language.verbs_may_be_nouns or word.endswith(("ing", "ed")):
        return False
    if _OWNED.search(text, max(0, verb.start() - 4), verb.start()):
        return word not in {"said", "told"}
    if word in _NOUNS:
        is_named = _NAMED.search(text, max(0, verb.start() - 20), verb.start()) is not None
        return not is_named and _BEHIND_NOUN.match(text, verb.end()) is not None
    is_plural = f"{word}s" in language.cue_verbs
    return is_plural and _ONE.search(text, max(0, verb.start() - 60), verb.start()) is not None


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


def leading_name(
    segments: Segments, names: Names, sentence: Span, quoted: tuple[Span, ...]
) -> tuple[Span, int] | None:
    """The first name of a sentence that no preposition governs, outside quotation marks."""
    for span, name in names.within(sentence):
        if (
            not is_within(quoted, span.start)
            and not is_governed(segments.text, with_title(span, name, names), segments.language)
            and not describes(segments.text, span, segments.language)
        ):
            return span, name
    return None


def is_within(spans: tuple[Span, ...], offset: int) -> bool:
    """Whether one of these spans, which are in order, holds an offset."""
    at = bisect_left(spans, offset + 1, key=lambda span: span.start) - 1
    return at >= 0 and offset in spans[at]


def _described(noun: Span, segments: Segments, by_role: dict[str, int | None]) -> int | None:
    """Whom `the council` means, or `the mayor`: nobody who was named is meant by `a mayor`."""
    words = noun.of(segments.text).lower().split()
    return None if words[0] in segments.language.indefinites else by_role.get(words[-1])


def _by_role(segments: Segments, names: Names) -> dict[str, int | None]:
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
        for word in words - bodies:
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
