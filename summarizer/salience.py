"""Salience: which names and sentences are worth proposing to a model. By code.

A small model that may point anywhere points at 1, 2, 3. Given a short list to choose from, it
chooses; so does a large one, faster.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from summarizer.bodies import CREEDS, PLACES, is_law
from summarizer.countries import is_country
from summarizer.issues import is_repeated
from summarizer.names import Name
from summarizer.reading import Reading
from summarizer.spans import Span
from summarizer.stances import stance_score
from summarizer.subjects import describes

__all__ = [
    "ENDS",
    "LEAST_HIGHLIGHTS",
    "acts",
    "factual_sentences",
    "highlights",
    "is_factual",
    "is_where",
    "salient_names",
    "speaking_names",
    "voiced_names",
]


# Names -----------------------------------------------------------------------------------


def salient_names(reading: Reading, most: int) -> list[int]:
    """Numbers of the names that matter, speakers first, then those named often or by role."""
    speakers = speaking_names(reading)
    quoted = _quoted_names(reading)
    reporting = {report.name for report in reading.reports.said if report.kind == "name"}
    voiced = voiced_names(reading)

    def weight(number: int) -> tuple[int, int]:
        name = reading.names.all[number]
        score = len(name.mentions) + 2 * bool(name.roles) + 2 * (number in reporting)
        score += 2 if name.is_body else name.is_person
        score += 4 * (number in quoted)
        return (number in speakers) * 100 + score, -number

    names = [
        (number, name)
        for number, name in enumerate(reading.names.all)
        if number in speakers
        or not (
            _is_ordered(name, reading)
            or _is_adjective(name, reading)
            or _is_place(name, reading)
            or _is_noun(name, reading)
            or (number not in voiced and _is_thing(name, reading))
            or name.text.lower() in CREEDS
        )
    ]
    ranked = sorted((number for number, _ in names), key=weight, reverse=True)
    heavy = [
        n
        for n in ranked
        if weight(n)[0] > 1 or n in voiced or _stands_out(reading.names.all[n], reading)
    ]
    return (heavy if len(heavy) >= FEW else ranked[:FEW])[:most]


FEW = 5
"""Where no more names than this stand out, names that occur once are proposed too."""


def _stands_out(name: Name, reading: Reading) -> bool:
    """Whether a name of several words may be a participant's though it occurs once."""
    words = name.text.split()
    if len(words) < 2 or name.text.isupper() or {words[0].lower(), words[-1].lower()} & PLACES:
        return False
    return not all(reading.is_work_title(mention) for mention in name.mentions)


def speaking_names(reading: Reading) -> list[int]:
    """The names that the text itself gives a speech to, in order."""
    found = (s.name for s in reading.speeches if s.is_settled)
    return list(dict.fromkeys(number for number in found if number is not None))


def _quoted_names(reading: Reading) -> set[int]:
    """The names whose words somebody else quotes, in a turn or within a quotation."""
    reports = (cue.report for cue in reading.cues)
    return {r.name for r in reports if r and r.is_sure and r.name is not None} - set(
        speaking_names(reading)
    )


def voiced_names(reading: Reading) -> set[int]:
    """The names that say something, or take a stand, by a word that the text has for it."""
    told = (*reading.reports.said, *reading.reports.stances)
    return {r.name for r in told if r.kind == "name" and r.name is not None}


_OWNING = re.compile(r"[’']s?\b|, wh(?:o|ich)\b")
_ACTING = re.compile(
    r" (?:has|have|had|is|was|are|were|will|would|could|can|must|"
    r"(?!across|towards|besides|plus|versus|always)[a-z]{2,}(?:ed|[^su]s)|said|told|took|made|"
    r"gave|went|began|sent|won|lost|held|rose|fell|ran|paid|bought|sold)\b"
)
"""What stands behind the name of somebody who owns or does something."""
_SURELY_ACTING = re.compile(
    r" (?:has|had|will|would|could|can|must|[a-z]{2,}ed|said|told|took|made|gave|went|"
    r"began|sent|won|lost|held|paid|bought|sold)\b"
)


def acts(number: int, reading: Reading, *, surely: bool = False) -> bool:
    """Whether a name does or owns something somewhere, or stands between two: no mere place.

    `surely` where nothing but a verb counts, and not what may be a noun: `the Tarn works`.
    """
    text = reading.text
    if not reading.segments.language.subject_first:
        return not is_country(reading.names.all[number].text, reading.document.language) or any(
            _is_beside_auxiliary(reading, mention) or _leads_verb(reading, mention)
            for mention in reading.names.all[number].mentions
        )
    verb = _SURELY_ACTING if surely else _ACTING
    return any(
        (verb.match(text, mention.end) and not _is_where(reading, mention))
        or (not surely and _OWNING.match(text, mention.end))
        or (not surely and _BETWEEN.search(text, max(0, mention.start - 30), mention.start))
        for mention in reading.names.all[number].mentions
    )


def _is_beside_auxiliary(reading: Reading, mention: Span) -> bool:
    """Whether a name stands behind or before a verb such as `will`: who acts in most languages."""
    text = reading.text
    around = (
        re.compile(r" (\w+)").match(text, mention.end),
        re.search(r"(\w+) $", text[max(0, mention.start - 12) : mention.start]),
    )
    auxiliaries = reading.segments.language.auxiliaries
    return any(word is not None and word[1] in auxiliaries for word in around)


_GERMAN_VERB = re.compile(r" (?!selbst|nicht|mit)[a-zäöüß]{2,}te?n?\b")


def _leads_verb(reading: Reading, mention: Span) -> bool:
    """`Italien exportiert`: what leads a German sentence, before its verb."""
    numbers = reading.segments.sentences_of(mention)
    leads = bool(numbers) and reading.sentences[numbers[0]].start == mention.start
    is_verb = _GERMAN_VERB.match(reading.text, mention.end) is not None
    return leads and is_verb and reading.segments.language.verb_second


def is_where(number: int, reading: Reading) -> bool:
    """Whether a name stands at every mention for where, or whose, something is: `at the bank`."""
    return all(_is_where(reading, mention) for mention in reading.names.all[number].mentions)


_BETWEEN = re.compile(r"\b(?:by|between) (?:the )?(?:[\w’'-]+ and )?$")


def _is_place(name: Name, reading: Reading) -> bool:
    """`Kuala Lumpur` where everything happens *in* it, and it does nothing itself."""
    if name.is_person or name.is_body:
        return False
    return all(_is_where(reading, mention) for mention in name.mentions)


def _is_where(reading: Reading, mention: Span) -> bool:
    where = reading.segments.language.where_pattern
    return where.search(reading.text, max(0, mention.start - 16), mention.start) is not None


def _is_ordered(name: Name, reading: Reading) -> bool:
    """Whether only a passage that speaks to the program has it."""
    return all(reading.is_order(mention) for mention in name.mentions)


_GERMAN_NAME = re.compile(
    r"[A-ZÄÖÜ]{2}|-|[a-zäöü]ische[nrsm]?\b|\w+(?:er|e) "
    r"|(?:Stadt|Land|Landkreis|Kreis|Gemeinde|Kanton|Freistaat) "
)
"""What shows that German nouns are a name: an abbreviation, an adjective, what a place is."""


def _is_noun(name: Name, reading: Reading) -> bool:
    """`Frauen Gedanken`: German nouns that stand together by chance, or a law."""
    is_known = name.is_person or name.is_body or " " not in name.text
    is_german = reading.segments.language.nouns_are_capitalised
    is_law_or_two = "- und " in name.text or is_law(name.text.split()[-1].lower())
    is_named = _GERMAN_NAME.search(name.text) and not is_law_or_two
    return is_german and not is_known and not is_named


def _is_thing(name: Name, reading: Reading) -> bool:
    """`a Control Station`, `the comedy Tarn`, `Iodine` first in its sentence, the Linds, a war."""
    language = reading.segments.language
    if name.is_person or language.nouns_are_capitalised:
        return False
    before = [_word_before(mention, reading) for mention in name.mentions]
    is_any = all(word in language.indefinites for word in before)
    is_work = any(word in language.works for word in before)
    is_event = name.text.split()[-1].lower() in PLACES and not name.is_body
    return is_any or is_work or is_event or _is_word(name, reading) or _is_family(name, reading)


def _word_before(mention: Span, reading: Reading) -> str:
    """The word, in small letters, that stands before a mention; empty where there is none."""
    found = _LAST_WORD.search(reading.text, max(0, mention.start - 20), mention.start)
    return found[1].lower() if found else ""


_LAST_WORD = re.compile(r"(\w+) $")


def _is_word(name: Name, reading: Reading) -> bool:
    """Whether a single word that is no body's name also stands in small letters."""
    if " " in name.text or not name.text.istitle() or name.is_body:
        return False
    small = rf"(?<![\w’'-]){re.escape(name.text.lower())}(?![\w’'-])"
    return re.search(small, reading.text) is not None


def _is_family(name: Name, reading: Reading) -> bool:
    """`Linds`, where somebody is called Lind."""
    surnames = {each.text.split()[-1] for each in reading.names.all if each.is_person}
    return name.text.endswith("s") and name.text[:-1] in surnames


def _is_adjective(name: Name, reading: Reading) -> bool:
    """`Polish` in `the Polish border`: it describes something else at every mention."""
    language = reading.segments.language
    return all(describes(reading.text, mention, language) for mention in name.mentions)


# Turns -----------------------------------------------------------------------------------


def highlights(reading: Reading, cited: Sequence[Span] = ()) -> list[tuple[int, Span]]:
    """What a brief quotes of a transcript: the number of a turn, and sentences of it, in order.

    The sentences that take a stand or state facts, and those that are `cited` elsewhere;
    neighbours are one, unless the second begins to take a stand.
    """
    most = 3 * len(reading.sentences) // 10
    most = min(MOST_HIGHLIGHTS, max(LEAST_HIGHLIGHTS, most))
    scored = [
        (
            stance_score(reading, number)
            + 0.5 * _fact_score(reading, number)
            + 2.0 * _is_announced(reading, number),
            -number,
        )
        for number, sentence in enumerate(reading.sentences)
        if _is_quotable(reading, sentence)
    ]
    chosen = {-number for score, number in sorted(scored, reverse=True)[:most] if score > 0}
    chosen |= {n for span in cited for n in reading.segments.sentences_of(span)}
    found: list[tuple[int, Span]] = []
    last = -2
    for number in sorted(chosen):
        sentence = reading.sentences[number]
        speech = reading.speech_at(sentence)
        if speech is None:
            continue
        begins = stance_score(reading, number) > 0 and stance_score(reading, number - 1) == 0
        if found and number == last + 1 and found[-1][0] == speech and not begins:
            found[-1] = speech, Span(found[-1][1].start, sentence.end)
        else:
            found.append((speech, sentence))
        last = number
    return found


LEAST_HIGHLIGHTS, MOST_HIGHLIGHTS = 10, 30
"""So many sentences of a short transcript, and of a long one."""


def _is_announced(reading: Reading, number: int) -> bool:
    """Whether a speaker has just said that this is what they have to say."""
    speech = reading.speech_at(reading.sentences[number])
    before = range(max(0, number - _ANNOUNCED), number)
    announces = reading.segments.language.announcing_pattern
    return any(
        reading.speech_at(reading.sentences[n]) == speech
        and announces.search(reading.text, *reading.sentences[n])
        for n in before
    )


_ANNOUNCED = 3
"""Words that announce what follows do so for so many sentences."""


def _is_quotable(reading: Reading, sentence: Span) -> bool:
    """Whether somebody with a name says more than how one opens, closes and hands over."""
    number = reading.speech_at(sentence)
    courtesy = reading.segments.language.courtesy_pattern
    if number is None or courtesy.search(reading.text, *sentence):
        return False
    return reading.speeches[number].name is not None


# Claims ----------------------------------------------------------------------------------

_NUMBER = re.compile(r"\d")


def factual_sentences(
    reading: Reading, most: int, without: Collection[int] = frozenset()
) -> list[int]:
    """The sentences that look most like checkable facts, in the order of the text."""
    numbers = (number for number in range(len(reading.sentences)) if number not in without)
    scored = [(_fact_score(reading, n), -n) for n in numbers if is_factual(reading, n)]
    best: list[int] = []
    for _, number in sorted(scored, reverse=True):
        if len(best) < most and not _is_told(reading, -number, best):
            best.append(-number)
    return sorted(best)


def is_factual(reading: Reading, number: int) -> bool:
    """Whether a sentence asserts something: no question, no courtesy, nothing said to a program."""
    return not reading.is_order(reading.sentences[number]) and _fact_score(reading, number) > 0


def _is_told(reading: Reading, number: int, others: Sequence[int]) -> bool:
    """Whether one of the others says most of it."""
    span = reading.sentences[number]
    return any(is_repeated(reading, span, reading.sentences[other]) for other in others)


def _fact_score(reading: Reading, number: int) -> float:
    sentence = reading.sentences[number]
    text = sentence.of(reading.text)
    language = reading.segments.language
    words = _words(text)
    if (
        not 5 <= len(words) <= 80
        or len(_SMALL.findall(text)) < _FEWEST_SMALL
        or reading.is_question(number)
        or language.courtesy_pattern.search(text)
    ):
        return 0
    if _is_heading(reading, sentence):
        return 0
    if _BOILERPLATE.match(reading.text, reading.segments.paragraph_of(sentence.start).start):
        return 0
    names = {n for _, n in reading.names.within(sentence)}
    dated = sum(word in language.weekdays or word in language.months for word in words)
    score = 2.0 * bool(_NUMBER.search(text)) + min(2.0, 0.6 * len(names)) + min(1, dated)
    score += 1.0 * bool(language.quantity_pattern.search(text)) + (1.0 if number < 2 else 0.0)
    score -= 1.0 * any(map(language.is_first_person, re.findall(r"\w+", text)[:4]))
    score -= 0.5 * (
        words[0] in language.pronouns | language.loose_starts | {*language.conjunctions}
    )
    verbs = (report.verb.of(reading.text).lower() for report in reading.reports.within(sentence))
    score += 1.0 * any(verb in language.disputing for verb in verbs)
    vouched = _vouched_for(reading, sentence)
    return max(score + vouched, 0.1 if vouched >= 0 else 0.0)


def _is_heading(reading: Reading, sentence: Span) -> bool:
    """Whether a line without an end, but no item of a list, stands above what tells it again."""
    is_line = reading.segments.paragraph_of(sentence.start) == sentence
    is_said = reading.is_transcript and reading.speech_at(sentence) is not None
    is_item = _BULLET.search(reading.text, max(0, sentence.start - 3), sentence.start) is not None
    return is_line and not (is_said or is_item) and not ENDS.search(sentence.of(reading.text))


_BULLET = re.compile(r"[-*+•] +$")


ENDS = re.compile(r"[.!…][”»\"’')]*$")
"""How a sentence ends, and no heading."""


def _vouched_for(reading: Reading, sentence: Span) -> float:
    """More for what somebody asserts, less for a question and for what stands around turns."""
    number = reading.speech_at(sentence)
    if number is None:
        if reading.is_transcript:
            return -2.0
        return 1.5 * (reading.assertion_in(sentence) is not None)
    speech = reading.speeches[number]
    has_speaker = speech.name is not None
    if not reading.is_transcript:
        said = re.findall(r"\w+", sentence.of(reading.text))
        is_own = any(map(reading.segments.language.is_first_person, said))
        return 1.0 * (has_speaker and not is_own)
    named = reading.names.within(speech.evidence) if speech.evidence else ()
    is_first = speech.evidence is not None and speech.evidence.overlaps(sentence)
    return -0.6 * len(named) * is_first if has_speaker else -3.0


_SMALL, _FEWEST_SMALL = re.compile(r"(?<![\w#@])[^\W\d_A-ZÀ-ÖØ-Þ]+(?!\w)"), 2
"""A line of fewer words in small letters is no statement: `By Ada Lind, Monday, 9.30 a.m.`."""

_BOILERPLATE = re.compile(
    r"\W*(?:(?:About|Über|À propos d[eu]|Acerca de) [A-Z].{,60}(?:[:\n]|$)"
    r"|(?:Media |Press )?[Cc]ontacts?:|Notes? to editors|Kontakt:|Pressekontakt|Contacto:"
    r"|Image (?:caption|copyright|source)|Read more:|More on |Sign up |Related (?:topics|stories)"
    r"|This video (?:can|is)|Advertisement\b)",
    re.MULTILINE,
)
"""How the last paragraphs of a press release begin, which say who sent it, and what a web page
has besides its article."""


def _words(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"\w+", text)]
