"""Cues: which words of the text say who speaks. By code, without a model.

A *report* is a cue verb outside quotation marks with its subject (`Lind said`). A quotation
takes the report that stands nearest to it in its sentence. Where the subject is a name the
case is settled; a pronoun or a silent continuation gets a `guess`, which is shown to the
model as a hint, not as an answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.languages import Language
from summarizer.names import Names, can_be_somebody
from summarizer.pronouns import Pronouns
from summarizer.segment import Quotation, Segments
from summarizer.spans import Span

__all__ = ["Cue", "Cues", "Report", "describes", "find_cues"]

Subject = Literal["name", "pronoun", "nominal"]


@dataclass(frozen=True)
class Report:
    """A cue verb and its subject. `name` is the number of the name that is meant or guessed.

    `is_sure` is False for a pronoun where nothing shows that its name is a woman, a man, a body.
    """

    verb: Span
    subject: Span
    kind: Subject
    name: int | None
    is_sure: bool = True

    @property
    def span(self) -> Span:
        """From the subject to the verb, whichever comes first: the evidence."""
        return Span(min(self.subject.start, self.verb.start), max(self.subject.end, self.verb.end))


@dataclass(frozen=True)
class Cue:
    """What the text says about the speaker of one quotation.

    `report` is None where the text is silent; then `guess` is the speaker before it.
    `continues` is True where it goes on, in one paragraph, after the quotation before it.
    `is_speech` is False for titles and scare quotes: short or in title case, and no cue.
    """

    report: Report | None
    guess: int | None
    is_speech: bool
    continues: bool = False

    @property
    def is_explicit(self) -> bool:
        """Whether the subject is a name that stands in the text."""
        return self.report is not None and self.report.kind == "name"


@dataclass(frozen=True)
class Cues:
    """All reports of a text in order, and one cue for each of its quotations.

    `stances` are the words that take a stand and report no speech, each with its subject.

    >>> from summarizer.document import Document
    >>> from summarizer.names import find_names
    >>> from summarizer.segment import segment
    >>> text = 'Ada Lind said on Monday: "We will not leave." "Never," she added.'
    >>> segments = segment(Document.from_text(text))
    >>> cues = find_cues(segments, find_names(segments))
    >>> [(cue.report.kind, cue.report.span.of(text), cue.guess) for cue in cues.of_quotations]
    [('name', 'Ada Lind said', 0), ('pronoun', 'she added', 0)]
    """

    reports: tuple[Report, ...]
    of_quotations: tuple[Cue, ...]
    stances: tuple[Report, ...] = ()

    def subject_at(self, offset: int) -> Report | None:
        """The report, or the stance, whose verb starts there."""
        for found in (self.reports, self.stances):
            at = bisect_left(found, offset, key=lambda report: report.verb.start)
            if at < len(found) and found[at].verb.start == offset:
                return found[at]
        return None

    def reports_in(self, span: Span) -> tuple[Report, ...]:
        """The reports whose verbs start inside a span."""
        low = bisect_left(self.reports, span.start, key=lambda report: report.verb.start)
        high = bisect_left(self.reports, span.end, key=lambda report: report.verb.start)
        return self.reports[low:high]


def find_cues(segments: Segments, names: Names) -> Cues:
    """Find all reports, then give each quotation its own."""
    pronouns = Pronouns(segments, names)
    told = tuple(_reports(segments, names, pronouns))
    said = tuple(report for report in told if _is_said(report, segments))
    stances = tuple(report for report in told if not _is_said(report, segments))
    reports = Cues(said, (), stances)
    cues: list[Cue] = []
    before: tuple[Quotation, Cue] | None = None
    for quotation in segments.quotations:
        cue = _cue(segments, names, reports, quotation, before)
        subject = _subject_before(segments, reports, pronouns, quotation)
        if cue.report is None and subject is not None:
            cue = replace(cue, report=subject, guess=subject.name, continues=True)
        cues.append(cue)
        if quotation.within is None and cue.is_speech:
            before = quotation, cue
    return replace(reports, of_quotations=tuple(cues))


# Reports ---------------------------------------------------------------------------------

_CLAUSE_END = re.compile(r"[;:.!?\n“”„\"«»]|''|``")
_PREPOSITIONS = frozenset(
    "to in of with from by at on for about against into over under after before between during "
    "through than as toward towards like near outside inside around told tells asked "
    "zu in von mit aus bei an auf für über gegen nach vor zwischen während durch als im am zum zur "
    "beim vom ins à de en dans avec sur pour contre après avant entre du des au aux "
    "a con por para sobre entre hacia desde ante tras del al".split()
)
_PLURAL_SPEAKERS = (
    "officials|police|authorities|sources|experts|analysts|critics|residents|witnesses|"
    "organisers|organizers|protesters|lawyers|prosecutors|investigators|researchers|scientists|"
    "doctors|teachers|workers|employees|aides|advisers|advisors|lawmakers|republicans|democrats|"
    "supporters|opponents|voters|people|many|some|others|anonymous"
)
_NOT_A_CUE = re.compile(r"\b(to|the|a|an|this|that|his|her|their|its|zu|de|à)[ ]$", re.IGNORECASE)
_NO_NOUNS = frozenset(
    "and but or nor yet who whom whose which that what why how where while because though although "
    "if unless also then later now still often again further could would should might may must can "
    "do does did never not me him us them being having let lets want wants wanted please".split()
)
"""What no noun is, and may stand before a verb all the same."""
_NO_MERE_PREPOSITIONS = frozenset("as after before since than von".split())
_REACH = 160
_MOST = 40
"""A sentence with more cue verbs is none: a bound keeps hostile texts cheap."""


def _is_said(report: Report, segments: Segments) -> bool:
    """Whether a verb reports speech: a stance such as `wants` reports none."""
    word = report.verb.of(segments.text).lower()
    return word in segments.language.cue_verbs or word in segments.language.according_to


def _reports(segments: Segments, names: Names, pronouns: Pronouns) -> Iterator[Report]:
    """Every cue verb and stance outside quotations whose subject can be told."""
    text, language = segments.text, segments.language
    quoted = _quoted(segments)
    by_role = _by_role(segments, names)
    last: int | None = None
    for sentence in segments.sentences:
        topic = _topic(segments, names, sentence, quoted)
        found = _reports_in(segments, names, sentence, quoted)
        for report in found:
            name, is_sure = report.name, True
            if report.kind == "pronoun":
                pronoun = report.subject.of(text)
                name = _meant(report, text, pronouns, topic, last)
                is_sure = name is None or pronouns.surely_means(pronoun, name, report.verb.start)
            elif report.kind == "nominal":
                noun = report.subject.of(text).split()[-1].lower()
                name = by_role.get(noun)
                if noun not in by_role and noun not in language.role_nouns | language.titles:
                    yield report  # the letter: `he` means whom it meant before
                    continue
            last = name
            yield replace(report, name=name, is_sure=is_sure)
        if topic is not None and not found:
            last = topic[1]


def _reports_in(
    segments: Segments, names: Names, sentence: Span, quoted: list[Span]
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
        if (
            _inside(quoted, verb.start())
            or _in_name(text, sentence, verb)
            or _is_noun(text, verb, language)
        ):
            continue
        place = Span(*verb.span())
        is_joined = found and _JOINED.search(text, found[-1].verb.end, place.start)
        if is_joined and found[-1].kind != "nominal":
            found.append(replace(found[-1], verb=place))  # `Lind warned him and said`
        elif report := _report(segments, names, sentence, place):
            found.append(report)
    return found


_JOINED = re.compile(r"[ \u00a0](?:and|but|und|et|y|pero|aber|mais)(?:[ \u00a0]\w+ly)?[ \u00a0]$")
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


_ONE = re.compile(r"\b(?:an?|this|another|one)[ \u00a0][\w’'-]+[ \u00a0]$", re.IGNORECASE)


def _is_noun(text: str, verb: re.Match[str], language: Language) -> bool:
    """Whether an article or a preposition makes a noun of it; French `a` is `has`."""
    found = _NOT_A_CUE.search(text, max(0, verb.start() - 6), verb.start())
    if found is not None and (found[1].lower() != "a" or "a" in language.articles):
        return True
    word = verb[0].lower()
    is_plural = not word.endswith("s") and f"{word}s" in language.cue_verbs
    return is_plural and _ONE.search(text, max(0, verb.start() - 40), verb.start()) is not None


_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)(?:[ \u00a0](?:also|first|not|\w+ly))*[ \u00a0]$")
_BY = re.compile(r"[ \u00a0]by[ \u00a0]")


def _is_passive(text: str, verb: Span) -> bool:
    """`was told`: its subject is not who speaks; `was quoted as saying` is."""
    word = verb.of(text).lower()
    is_participle = word.endswith("ed") and word != "quoted" or word in {"said", "told", "written"}
    return is_participle and _PASSIVE.search(text, max(0, verb.start - 40), verb.start) is not None


def _in_name(text: str, sentence: Span, verb: re.Match[str]) -> bool:
    """A capital within a sentence: `Secretary of State` states nothing."""
    return verb.start() > sentence.start and verb[0][0].isupper() and text[verb.start() - 1] == " "


def _topic(
    segments: Segments, names: Names, sentence: Span, quoted: list[Span]
) -> tuple[Span, int] | None:
    """The first name of a sentence that no preposition governs, outside quotation marks."""
    for span, name in names.within(sentence):
        if (
            not _inside(quoted, span.start)
            and not _governed(segments.text, _titled(span, name, names))
            and not describes(segments.text, span, segments.language)
        ):
            return span, name
    return None


def _quoted(segments: Segments) -> list[Span]:
    return [s for q in segments.quotations if q.within is None for s in q.spans]


def _inside(spans: list[Span], offset: int) -> bool:
    at = bisect_left(spans, offset + 1, key=lambda span: span.start) - 1
    return at >= 0 and offset in spans[at]


def _report(segments: Segments, names: Names, sentence: Span, verb: Span) -> Report | None:
    text = segments.text
    before, after = _clause(text, sentence, verb)
    if segments.language.according_pattern.match(text, verb.start):
        return _first_subject(segments, names, after, verb)
    if segments.language.code == "en" and _is_passive(text, verb):
        by = _BY.match(text, verb.end)
        agent = Span(by.end(), max(by.end(), after.end)) if by else None
        return _first_subject(segments, names, agent, verb) if agent else None
    inverted = _first_subject(segments, names, after, verb)
    leads = before.of(text).strip("\u00a0 ")
    if inverted and not leads.strip(","):
        return inverted
    subject = _last_subject(segments, names, before, verb)
    if segments.language.code == "en":
        subject = subject or _bare_noun(segments, before, verb)
        is_last = inverted is not None and leads.endswith(",") and _closes(text, inverted, verb)
        return inverted if is_last and not _is_rather(subject, inverted) else subject
    if inverted and subject and segments.language.verb_second:
        ends = leads.endswith(",")
        if inverted.kind == "name" and (ends or subject.kind == "nominal"):
            return inverted  # Der Zeitung sagte Ada Lind
        if ends and _FRONTED.match(text, sentence.start):
            return inverted  # Als er ging, sagte die Ministerin
    return subject or inverted


_SAYING = frozenset(
    "said says say wrote writes added adds noted notes explained recalled argued insisted joked "
    "replied answered predicted".split()
)
"""Verbs of speech that are no nouns, and may stand before their subject."""


def _closes(text: str, inverted: Report, verb: Span) -> bool:
    """`…, said Ada Lind.`: nothing follows a subject behind its verb that it could be doing."""
    if verb.of(text).lower() not in _SAYING:
        return False
    return text[inverted.subject.end : inverted.subject.end + 1] in {"", ".", ",", ";", ":"}


def _is_rather(one: Report | None, other: Report | None) -> bool:
    """Whether only the first is a name."""
    return bool(one and other and one.kind == "name" != other.kind)


_BARE = re.compile(
    r"(?:^|[ \u00a0])(?P<noun>[^\W\d_][\w’'-]*)"
    r"(?:[ \u00a0](?:also|then|later|now|still|often|again|further|first|once|just|almost|"
    r"has|have|had|is|are|was|were|\w+n[’']t|(?:this|last)[ \u00a0]\w+|on|\w+ly|\w+day))*[ \u00a0]$"
)


def _bare_noun(segments: Segments, before: Span, verb: Span) -> Report | None:
    """Whatever stands before an English verb is its subject: `Demonstrators say`."""
    language = segments.language
    found = _BARE.search(before.of(segments.text))
    others = language.function_words | _PREPOSITIONS | language.cue_verbs | _NO_NOUNS
    if found is None or found["noun"].lower() in others:
        return None
    noun = _moved(Span(*found.span("noun")), before.start)
    may_be_noun = verb.of(segments.text).lower() not in _SAYING  # in a box labelled so
    is_none = may_be_noun and _governed(segments.text, noun)
    return None if is_none else Report(verb, noun, "nominal", None)


_FRONTED = re.compile(
    r"(?:wenn|falls|sollte|sollten|nachdem|weil|da|als|obwohl|während|bevor|sobald|ob|dass)\b",
    re.IGNORECASE,
)
"""A clause that stands before the verb of the main one, whose subject then follows."""


def _clause(text: str, sentence: Span, verb: Span) -> tuple[Span, Span]:
    """What stands before and behind a verb up to the marks that end its clause."""
    low = max(sentence.start, verb.start - _REACH)
    high = min(sentence.end, verb.end + _REACH)
    ends = [m for m in _CLAUSE_END.finditer(text, low, high) if not _is_abbreviation(text, m)]
    start = max((m.end() for m in ends if m.end() <= verb.start), default=low)
    end = min((m.start() for m in ends if m.start() >= verb.end), default=high)
    return Span(start, verb.start), Span(verb.end, end)


_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Prof|Jr|Sr|Del|Lt|Col|Sgt|No|Inc|Co|Corp|Ltd|"
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|"
    r"Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)$"
)


def _is_abbreviation(text: str, mark: re.Match[str]) -> bool:
    if mark[0] != ".":
        return False
    goes_on = not text[mark.end() : mark.end() + 1].isspace() and mark.end() < len(text)
    return goes_on or _ABBREVIATED.search(text[max(0, mark.start() - 5) : mark.start()]) is not None


def _last_subject(segments: Segments, names: Names, before: Span, verb: Span) -> Report | None:
    """The subject that stands before its verb and that no preposition governs.

    It is the nearest one, but the first one where an apposition ends at the verb:
    `Ada Lind, who leads the Harbour Board, said`.
    """
    options = [
        option
        for option in _subjects(segments, names, before)
        if not _governed(segments.text, _titled(option.subject, option.name, names))
        or _opens_clause(segments.text, option, verb)
    ]
    if not options:
        return None
    is_apposition = before.of(segments.text).rstrip().endswith(",")
    return replace(options[0 if is_apposition else -1], verb=verb)


def _first_subject(segments: Segments, names: Names, after: Span, verb: Span) -> Report | None:
    """The subject that follows its verb directly: `said Ada Lind`, `said the mayor`."""
    language = segments.language
    skipped = language.role_nouns | language.titles | language.articles
    for option in _subjects(segments, names, after):
        gap = segments.text[after.start : option.subject.start]
        words = [w for w in re.findall(r"\w+", gap) if w[0].islower() and w not in skipped]
        if words and not _describe(re.findall(r"\w+", gap), words, language):
            return None
        return None if "," in gap else replace(option, verb=verb)
    return None


def _describe(gap: list[str], words: list[str], language: Language) -> bool:
    """Whether the words between a verb and a name describe its bearer: `said the newly elected`."""
    others = _PREPOSITIONS | language.function_words | language.cue_verbs
    return gap[0].lower() in language.articles and len(words) < 3 and not others & set(words)


def _subjects(segments: Segments, names: Names, span: Span) -> list[Report]:
    """Names, pronouns and nominals of a clause, in order."""
    text, language = segments.text, segments.language
    named = [
        Report(span, mention, "name", number)
        for mention, number in names.within(span)
        if mention.end <= span.end
        and not _in_parentheses(text, mention)
        and not describes(text, mention, language)
    ]
    named += [
        Report(span, Span(role.start, mention.end), "name", number)
        for role, mention, number in _apposed(segments, names, span)
    ]
    taken = [report.subject for report in named]
    others = [
        Report(span, Span(*found.span()), "pronoun", None)
        for found in re.finditer(r"\w+", span.of(text))
        if found[0].lower() in language.pronouns
    ]
    pronouns = [replace(r, subject=_moved(r.subject, span.start)) for r in others]
    described = [*_nominals(segments, span)]
    described += [noun for noun in _described(segments, span) if noun not in described]
    nominals = [
        Report(span, noun, "nominal", None)
        for noun in described
        if not any(noun.overlaps(name) for name in taken)
    ]
    found = [*named, *pronouns, *nominals]  # `Osk’s lawyer, Ada Lind` before `Osk`
    return sorted(found, key=lambda report: (report.subject.start, -report.subject.end))


def _apposed(segments: Segments, names: Names, span: Span) -> Iterator[tuple[Span, Span, int]]:
    """Roles with the name behind them, after a comma: `the union’s president, Ada Lind`."""
    for mention, number in names.within(span):
        for role in names.all[number].roles:
            between = segments.text[role.end : mention.start]
            if span.start <= role.start < mention.start and between in {", ", ",\u00a0"}:
                yield role, mention, number


_LED = frozenset("administration campaign camp delegation government nominee team".split())
"""What is led by, or belongs to, the name before it: `the Lind campaign`."""

_DEMONYM = re.compile(r"(?:an|ish|ese|ic)$")


def describes(text: str, mention: Span, language: Language) -> bool:
    """Whether a name only describes a noun: `the Polish border`, `the Lind campaign`."""
    noun = re.compile(r"[ \u00a0]([^\W\d_]+)").match(text, mention.end)
    if noun is None or noun[1][0].isupper():
        return False
    if noun[1] in _LED or (
        noun[1] not in language.cue_verbs and can_be_somebody(noun[1], language, by_ending=True)
    ):
        return True
    if not _DEMONYM.search(mention.of(text)):
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
        if plain and re.fullmatch(_PLURAL_SPEAKERS, lower):
            yield Span(span.start + word.start(), span.start + word.end())
        elif is_noun or lower in {"source", "person", "statement", "woman", "man"}:
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


_NOUN = (
    r"(?:the|an?|one|its|his|her|their|this|another) (?:[a-z][\w’'-]*[ \u00a0]){0,3}?[a-z][\w’'-]*"
)
_AT_THE_END = re.compile(
    rf"(?:^|[ \u00a0“”\"(])(?P<noun>{_NOUN})(?: also| then| later)?[ \u00a0]$", re.I
)
_AT_THE_START = re.compile(rf"[ \u00a0](?P<noun>{_NOUN})(?=[.,;:]|$)", re.IGNORECASE)


def _described(segments: Segments, span: Span) -> Iterator[Span]:
    """Whatever has an article and stands beside the verb: `the letter reads`, `said the ruling`."""
    if segments.language.code != "en":
        return
    text, language = span.of(segments.text), segments.language
    for found in (_AT_THE_END.search(text), _AT_THE_START.match(text)):
        if found:
            words = found["noun"].split()[1:]
            if not (language.function_words | _PREPOSITIONS | language.pronouns) & set(words):
                yield _moved(Span(*found.span("noun")), span.start)


def _ends_in(word: str, nouns: frozenset[str]) -> bool:
    """Whether a compound, or a plural, ends in one of the nouns: `Polizeisprecher`."""
    stems = (word, word.removesuffix("n"), word.removesuffix("en"), word.removesuffix("innen"))
    return any(stem.endswith(noun) for stem in stems for noun in nouns if len(noun) > 3)


def _titled(mention: Span, number: int | None, names: Names) -> Span:
    """A mention with the role before it: in `with counterpart Ada Lind` it is governed too."""
    roles = names.all[number].roles if number is not None else ()
    starts = (role.start for role in roles if role.end + 1 == mention.start)
    return Span(next(starts, mention.start), mention.end)


def _governed(text: str, subject: Span) -> bool:
    """Whether a preposition, or a possessive, makes a mention something else than a subject."""
    if text[subject.end : subject.end + 2] in ("’s", "'s", "’ ", "' "):
        return subject.of(text).lower() not in {"he", "she", "it"}  # he’s saying
    before = text[max(0, subject.start - 60) : subject.start]
    words = re.findall(r"[\w’'-]+|[,;:.]", before)
    while words and (words[-1].lower() in _ARTICLES or _is_capital(words[-1])):
        words.pop()
        if len(words) > 1 and words[-1] == "of" and words[-2][0].isupper():
            words.pop()  # within a role: Secretary of State
    return bool(words) and words[-1].lower() in _PREPOSITIONS


def _is_capital(word: str) -> bool:
    """Whether a word could be part of a name: `In` that begins a sentence could not."""
    return word[0].isupper() and word.lower() not in _PREPOSITIONS - _NO_MERE_PREPOSITIONS


_OPENS = re.compile(r"\b(?:after|before|since|until|than|nachdem|bevor) (?:the )?$", re.IGNORECASE)


def _opens_clause(text: str, option: Report, verb: Span) -> bool:
    """`after Ada Lind said`: here the word before a name governs a clause, not the name."""
    start = option.subject.start
    if not 0 <= verb.start - option.subject.end <= 1:
        return False
    if option.kind == "name" and verb.of(text).endswith("ing"):
        return True  # footage of Ada Lind asking
    return _OPENS.search(text, max(0, start - 12), start) is not None


_ARTICLES = frozenset(
    "the a an his her their its our der die das dem den ein eine le la les el los".split()
)


def _by_role(segments: Segments, names: Names) -> dict[str, int | None]:
    """From a word of a role to the one whose role has it; None where several have."""
    bearers: dict[str, int | None] = {}
    for number, name in enumerate(names.all):
        for word in {w for role in name.roles for w in role.of(segments.text).lower().split()}:
            bearers[word] = None if word in bearers else number
    return bearers


# Quotations ------------------------------------------------------------------------------

_SCARE = 3
"""A run of this many words or fewer needs a cue to count as speech."""


def _cue(
    segments: Segments,
    names: Names,
    reports: Cues,
    quotation: Quotation,
    before: tuple[Quotation, Cue] | None,
) -> Cue:
    if report := _signed(segments, names, quotation) or _report_of(segments, reports, quotation):
        return Cue(report, report.name, _is_speech(segments, quotation, report))
    if report := _report_before(segments, reports, quotation):
        return Cue(report, report.name, _is_speech(segments, quotation, report), continues=True)
    if before and _continues(segments, quotation, before[0]):
        report = before[1].report
        return Cue(report, before[1].guess, _is_speech(segments, quotation, report), continues=True)
    guess = _leading_name(segments, names, quotation)
    if guess is None and before:
        guess = before[1].guess
    return Cue(None, guess, _is_speech(segments, quotation, None))


_DASH = re.compile(r"[”\"’'»]?\s?(?P<dash>[―—–-]{1,2})\s?")


def _signed(segments: Segments, names: Names, quotation: Quotation) -> Report | None:
    """`“We stay.” — Ada Lind`: a dash, a name, and the end of the line."""
    text = segments.text
    dash = _DASH.match(text, quotation.end)
    if not dash:
        return None
    for mention, number in names.within(Span(dash.end(), dash.end() + 1)):
        if re.compile(r"\.?(?:,[^\n.]*)?[ \t\u00a0]*(?:\n|$)").match(text, mention.end):
            return Report(Span(*dash.span("dash")), mention, "name", number)
    return None


def _report_before(segments: Segments, cues: Cues, quotation: Quotation) -> Report | None:
    """The report of the sentence before, in one paragraph: `Lind said no. “It is late.”`."""
    numbers = segments.sentences_of(Span(quotation.start, quotation.end))
    if not numbers or numbers[0] == 0:
        return None
    sentence, before = segments.sentences[numbers[0]], segments.sentences[numbers[0] - 1]
    opens = not re.search(r"\w", segments.text[sentence.start : quotation.start])
    if not opens or segments.paragraph_of(before.start) != segments.paragraph_of(sentence.start):
        return None
    reports = cues.reports_in(before)
    return _governing(reports) if reports else None


def _leading_name(segments: Segments, names: Names, quotation: Quotation) -> int | None:
    """The name that leads the sentence in which a quotation stands: `Lind backs it, but “late”`."""
    numbers = segments.sentences_of(Span(quotation.start, quotation.end))
    if not numbers:
        return None
    sentence = segments.sentences[numbers[0]]
    lead = Span(sentence.start, max(sentence.start, quotation.start))
    topic = _topic(segments, names, lead, _quoted(segments))
    if topic is None:
        return None
    name = names.all[topic[1]]
    is_noun = segments.language.nouns_are_capitalised and len(name.mentions) == 1
    return topic[1] if name.is_person or name.is_body or not is_noun else None


_PERSONAL = re.compile(r"\b(?:he|she|er|il|elle|él|ella)\b", re.IGNORECASE)


def _subject_before(
    segments: Segments, cues: Cues, pronouns: Pronouns, quotation: Quotation
) -> Report | None:
    """Whom the sentence before is about, where a quotation stands alone in its paragraph.

    `What she cannot bear is the reason.` is followed by her words.
    """
    text, paragraph = segments.text, segments.paragraph_of(quotation.start)
    numbers = segments.sentences_of(Span(quotation.start, quotation.end))
    beside = text[paragraph.start : quotation.start] + text[quotation.end : paragraph.end]
    if re.search(r"\w", beside) or not numbers or not numbers[0]:
        return None
    sentence = segments.sentences[numbers[0] - 1]
    reports = [report for report in cues.reports_in(sentence) if report.name is not None]
    if reports:
        return reports[-1]
    quoted = _quoted(segments)
    for found in _PERSONAL.finditer(text, sentence.start, sentence.end):
        name = pronouns.nearest(found[0], found.start())
        if name is not None and not _inside(quoted, found.start()):
            place = Span(*found.span())
            return Report(place, place, "pronoun", name)
    return None


def _continues(segments: Segments, quotation: Quotation, before: Quotation) -> bool:
    """Whether it follows the one before it in a paragraph, in or at the start of a sentence."""
    text = segments.text
    if segments.paragraph_of(before.end) != segments.paragraph_of(quotation.start):
        return False
    sentences = segments.sentences_of(Span(quotation.start, quotation.end))
    start = segments.sentences[sentences[0]].start if sentences else quotation.start
    return start <= before.end or not re.search(r"\w", text[start : quotation.start])


def _report_of(segments: Segments, cues: Cues, quotation: Quotation) -> Report | None:
    """The report that a quotation belongs to: inside it, behind it, before it, or a line above."""
    text = segments.text
    for first, second in zip(quotation.spans, quotation.spans[1:], strict=False):
        if inside := cues.reports_in(Span(first.end, second.start)):
            return inside[0]
    sentences = segments.sentences_of(Span(quotation.start, quotation.end))
    last = segments.sentences[sentences[-1]] if sentences else Span(quotation.end, quotation.end)
    first_sentence = segments.sentences[sentences[0]] if sentences else last
    after = cues.reports_in(Span(quotation.end, max(quotation.end, last.end)))
    before = cues.reports_in(Span(min(first_sentence.start, quotation.start), quotation.start))
    if _pauses(text, quotation.end):
        follows = cues.reports_in(Span(quotation.end, quotation.end + _TAIL))
        if follows and not re.search(r"[\n;:“„«\"]", text[quotation.end + 1 : follows[0].span.end]):
            return follows[0]
    if before:
        return _governing(before)
    if after and after[0].span.start - quotation.end <= 80:
        return after[0]
    above = segments.sentences[sentences[0] - 1] if sentences and sentences[0] else None
    if above and above.of(text).rstrip().endswith(":"):
        reports = cues.reports_in(above)
        return reports[-1] if reports else None
    return None


_TAIL = 90
"""A cue that follows its quotation ends within this many characters."""


def _pauses(text: str, end: int) -> bool:
    """Whether a quotation ends as one does whose cue is still to come."""
    return text[end - 1 : end] in (",", "?", "!", "—", "–", "-") or "," in text[end : end + 3]


def _governing(reports: tuple[Report, ...]) -> Report:
    """The last report of a sentence; `Lind said that she regretted` is Lind's."""
    last = reports[-1]
    if last.kind == "pronoun":
        named = [report for report in reports if report.kind == "name"]
        if named:
            return named[-1]
    return last


def _is_speech(segments: Segments, quotation: Quotation, report: Report | None) -> bool:
    text = segments.text
    words = [word for span in quotation.spans for word in re.findall(r"\w[\w’'-]*", span.of(text))]
    if len(words) < _SCARE and _is_nickname(segments.text, quotation):
        return False
    if len(words) > 1 and _in_title_case(words):
        return report is not None and _is_introduced(segments, quotation)
    if len(words) > _SCARE:
        return True
    return report is not None and bool(words)


def _is_nickname(text: str, quotation: Quotation) -> bool:
    """Whether it stands within a name: `Ada “Addie” Lind`."""
    before = re.search(
        r"(\w)[\w’'-]* [“\"„«]?$", text[max(0, quotation.start - 30) : quotation.start]
    )
    after = re.match(r"[”\"“»]? (\w)", text[quotation.end : quotation.end + 4])
    return bool(before and after and before[1].isupper() and after[1].isupper())


def _is_introduced(segments: Segments, quotation: Quotation) -> bool:
    """Whether a comma or a colon, or nothing of its sentence, stands before a quotation."""
    before = segments.text[max(0, quotation.start - 4) : quotation.start].rstrip(" \u00a0“”\"'«‘„")
    return not before or before[-1] in ",:.!?\n"


def _in_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return len(words) <= 12 and bool(long) and all(word[0].isupper() for word in long)
