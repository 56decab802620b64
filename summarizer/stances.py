"""Stances: who takes a stand for or against what, as the words of the text show it. By code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.reading import Reading
from summarizer.spans import Span

__all__ = ["Stand", "find_stands", "stance_score"]


@dataclass(frozen=True)
class Stand:
    """A sentence in which a name is for or against an issue; both are numbers, from 0.

    `word` is what shows it, `issue` the words behind it. Where not `is_firm`, the word may
    also mean something else, as `will` and `should` may.
    """

    sentence: int
    holder: int
    word: Span
    issue: Span
    supports: bool
    is_firm: bool
    is_mixed: bool


def find_stands(reading: Reading, most: int = 8, per_holder: int = 2) -> list[Stand]:
    """The clearest stands of each holder, in the order of the text.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> text = "Ada Lind is against selling the harbour, which the town needs."
    >>> stand = find_stands(read(Document.from_text(text)))[0]
    >>> stand.supports, stand.issue.of(text)
    (False, 'selling the harbour')
    """
    found = [s for n in range(len(reading.sentences)) for s in _stands_in(reading, n)]
    clarity = {s: _clarity(reading, s.sentence, is_firm=s.is_firm) for s in found}
    found.sort(key=lambda stand: (-clarity[stand], stand.sentence))
    kept: list[Stand] = []
    for stand in found:
        others = [other for other in kept if other.holder == stand.holder]
        if len(others) < per_holder and len(kept) < most:
            kept.append(stand)
    return sorted(kept, key=lambda stand: stand.word)


def stance_score(reading: Reading, number: int) -> float:
    """How clearly a sentence takes a stand, whoever's it is; 0 where it does not."""
    words = list(_stance_words(reading, number))
    if not words:
        return 0.0
    return _clarity(reading, number, is_firm=any(_meaning(reading, word)[1] for word in words))


def _clarity(reading: Reading, number: int, *, is_firm: bool) -> float:
    """More for a firm word, for what comes early or in the first person, and is no mere `No`."""
    words = _words(reading.sentences[number].of(reading.text))
    first_person = any(word in reading.segments.language.first_person for word in words)
    early = 1 - number / len(reading.sentences)
    return (3.0 if is_firm else 1.0) + first_person + min(1, len(words) / 15) + early


# Words -----------------------------------------------------------------------------------

FEWEST_WORDS = 4
"""A stand takes at least so many."""

_PROCEDURE = re.compile(
    r"\b(?:wants?|wanted|like|have|need|wish|am going) to "
    r"(?:begin|start|say|tell|hear|add|ask|thank|correct|know|see)\b"
    r"|\bshould (?:like|say)\b|\blet me (?:start|begin|tell|say)\b"
    r"|\b(?:would not|will not|won[’']t|wouldn[’']t|declined to|declines to|refused to) "
    r"(?:comment|say|discuss|be|bet|answer|speculate|elaborate|tell|explain|confirm|name|give)\b"
    r"|\b(?:cannot|can[’']t|not) rule out\b|\bnot (?:saying|suggesting|claiming)\b.*",
    re.IGNORECASE,
)
"""How one speaks about speaking: no stand."""

_CONDITION = re.compile(r"\b(?:if|unless|whatever|wenn|falls|si)\b[^,;:.]*$", re.IGNORECASE)
_BEFORE_NOUNS = frozenset("of with for on any no more to in his her its their our your my".split())
_BE = frozenset("is are was were be been being get got".split())


def _stance_words(reading: Reading, number: int) -> Iterator[Span]:
    """The words of a sentence that take a stand."""
    sentence, text = reading.sentences[number], reading.text
    words = _words(sentence.of(text))
    if len(words) < FEWEST_WORDS or sentence.of(text).rstrip("”\"’' ").endswith("?"):
        return
    procedures = [Span(*m.span()) for m in _PROCEDURE.finditer(text, sentence.start, sentence.end)]
    language = reading.segments.language
    firm = [Span(*m.span()) for m in language.firm_pattern.finditer(text, *sentence)]
    others = (Span(*m.span()) for m in language.stance_pattern.finditer(text, *sentence))
    weak = [word for word in others if not any(word.overlaps(each) for each in firm)]
    for word in sorted([*firm, *weak]):
        if any(word.overlaps(procedure) for procedure in procedures):
            continue
        if _CONDITION.search(text, sentence.start, word.start):
            continue
        if not _is_noun(reading, sentence, word):
            yield word


def _is_noun(reading: Reading, sentence: Span, word: Span) -> bool:
    """`the support`, `Support`: no verb."""
    text, language = reading.text, reading.segments.language
    said = word.of(text)
    if " " in said and not said.lower().startswith("plan"):
        return False
    if word.start > sentence.start and said[0].isupper():
        return True
    before = _last_word(text, sentence.start, word.start)
    if before.endswith(("’s", "'s", "s’", "s'")):
        return True
    return before in language.articles or (language.code == "en" and before in _BEFORE_NOUNS)


def _is_passive(text: str, word: Span) -> bool:
    """`was rejected`: what stands before it is not who rejects."""
    said = word.of(text).lower()
    before = _last_word(text, max(0, word.start - 12), word.start)
    return before in _BE and said.endswith("ed") and said not in ("opposed", "committed")


def _last_word(text: str, start: int, end: int) -> str:
    found = re.search(r"([\w’']+)\s*$", text[start:end])
    return found[1].lower() if found else ""


def _meaning(reading: Reading, word: Span) -> tuple[bool, bool]:
    """Whether a word supports, and whether it is firm."""
    return reading.segments.language.stances[" ".join(word.of(reading.text).lower().split())]


# Stands ----------------------------------------------------------------------------------


def _stands_in(reading: Reading, number: int) -> Iterator[Stand]:
    """The stands of a sentence, none within the issue of another; firm ones if there are any."""
    found: list[Stand] = []
    for word in _stance_words(reading, number):
        if found and word.start < found[-1].issue.end:
            continue
        holder = _holder(reading, number, word)
        if found and _is_pronoun(reading, word):
            holder = found[-1].holder  # `Lind backs the plan, and she wants it soon`
        if stand := _by_whom(reading, number, word) or _active(reading, number, holder, word):
            found.append(stand)
    told = [
        stand
        for number, stand in enumerate(found)
        if _has_meaning(reading, stand.issue)
        and not (number and _POINTING.match(reading.text, stand.issue.start))
    ]
    firm = [stand for stand in told if stand.is_firm]
    yield from firm or told


_POINTING = re.compile(r"(?:it|them|him|her)\b", re.IGNORECASE)
"""An issue that points at the one before it: `opposes wars, and wants them to end`."""


def _is_pronoun(reading: Reading, word: Span) -> bool:
    subject = reading.cues.subject_at(word.start)
    return subject is not None and subject.kind == "pronoun"


def _active(reading: Reading, number: int, holder: int | None, word: Span) -> Stand | None:
    if holder is None or _is_passive(reading.text, word):
        return None
    return _stand(reading, number, holder, word)


_BY = re.compile(r" (?:by|von|vom|par|por) ")


def _by_whom(reading: Reading, number: int, word: Span) -> Stand | None:
    """`The plan was rejected by Ada Lind`, `It was proposed by Ada Lind that they stay`."""
    text, sentence = reading.text, reading.sentences[number]
    by = _BY.match(text, word.end)
    if not by:
        return None
    agents = reading.names.within(Span(by.end(), min(sentence.end, by.end() + 40)))
    if not agents:
        return None
    supports, is_firm = _meaning(reading, word)
    that = re.compile(r"[^.;:]*?\bthat\s").match(text, agents[0][0].end, sentence.end)
    before = re.search(
        r"([^,;:“”\"]+?)\s(?:was|were|is|are|has been|have been|had been)\s[\w\s]*$",
        text[sentence.start : word.start],
    )
    if that:
        issue = _issue_behind(reading, Span(that.end(), sentence.end))
    elif before:
        issue = Span(sentence.start + before.start(1), sentence.start + before.end(1))
    else:
        return None
    return Stand(number, agents[0][1], word, issue, supports, is_firm, is_mixed=False)


_CASUAL = frozenset(
    "would not;would like;i’d like;i'd like;we’d like;we'd like;want;wanted".split(";")
)
"""What people also say who only talk."""

_NEGATED = 3
"""A negation reverses a stance word at most so many words behind it."""


def _stand(reading: Reading, number: int, holder: int, word: Span) -> Stand:
    sentence, text = reading.sentences[number], reading.text
    supports, is_firm = _meaning(reading, word)
    clause = re.split(r"[,;:.“”\"]", text[sentence.start : word.start])[-1]
    is_negated = any(_is_negation(reading, each) for each in _words(clause)[-_NEGATED:])
    supports ^= is_negated
    is_talk = reading.is_transcript or (is_negated and reading.speech_at(word) is not None)
    is_firm &= not (is_talk and word.of(text).lower() in _CASUAL)
    issue = _issue_behind(reading, Span(word.end, sentence.end))
    while inner := _reversal(reading, issue):
        supports = supports == inner[1]
        issue = _issue_behind(reading, Span(inner[0].end, sentence.end))
    is_mixed = _TERMS.search(text, word.start, sentence.end) is not None
    return Stand(number, holder, word, issue, supports, is_firm, is_mixed)


_TERMS = re.compile(
    r"\b(?:provided|only if|if there|as long as|on condition|zwar|allerdings|"
    r"sofern|unter der Bedingung|aunque|siempre que|à condition|pourvu que)\b",
    re.IGNORECASE,
)
"""On terms: neither wholly for it nor wholly against."""


def _reversal(reading: Reading, issue: Span) -> tuple[Span, bool] | None:
    """What an issue opens with that turns a stand round, or leaves it: `not`, `support`, `drop`."""
    text, language = reading.text, reading.segments.language
    if not issue.of(text):
        return None
    first = re.compile(r"[\w’']+").match(text, issue.start, issue.end)
    if first and _is_negation(reading, first[0]):
        return Span(*first.span()), False
    if stance := language.stance_pattern.match(text, issue.start, issue.end):
        return Span(*stance.span()), _meaning(reading, Span(*stance.span()))[0]
    if ending := _ENDING.match(text, issue.start, issue.end):
        return Span(*ending.span()), False
    return None


_ENDING = re.compile(
    r"(?:(?:[\w’']+\s){0,8}?to\s)?"
    r"(?:drop|scrap|abandon|cancel|withdraw|reverse|stop|halt|refuse|reject|oppose)\s"
    r"(?=(?:the|its|his|her|their|a)\b)",
    re.IGNORECASE,
)


def _is_negation(reading: Reading, word: str) -> bool:
    lower = word.replace("’", "'").lower()
    return lower in reading.segments.language.negations or lower.endswith("n't")


_END = re.compile(
    r"[;:!?\n“”„\"«»()—–]|,(?!\d)|\.$"
    r"|[ \u00a0](?:who|which|where|while|because|since|although|though|when|but"
    r"|and (?:he|she|they|it|that|[a-z]+(?:s|ed) \w+)"
    r"|weil|während|obwohl|aber|sondern|qui|mais|car|que|pero|porque)\b"
)
_LEADING = re.compile(
    r"\s*(?:(?:[\w’']+\s){0,5}?that\s(?=(?:the|a|an|he|she|it|they|we|all|no|any|every)\b)"
    r"|(?:[\w’']+\s){0,3}?(?:que\s(?=(?:se|el|la|los|las|no|le|il|elle|on|les|ne)\b)|qu[’'])"
    r"|(?:to|that|for|on|with|upon|dass|zu|auf|que|de|à|a)\b\s+)?",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s(?:ab|vor|zu|ein|an|aus|auf|zurück|herself|himself|itself|and|und|et|y)$"
)
_LONGEST = 12
"""Words of an issue."""


def _issue_behind(reading: Reading, rest: Span) -> Span:
    """What stands behind a stance word, up to the end of the clause."""
    text = reading.text
    lead = _LEADING.match(text, rest.start, rest.end)
    start = lead.end() if lead else rest.start
    found = _END.search(text, start, rest.end)
    end = found.start() if found else rest.end
    words = list(re.finditer(r"\S+", text[start:end]))[:_LONGEST]
    issue = text[start : start + words[-1].end()] if words else ""
    issue = issue.rstrip(".")
    while _TRAILING.search(issue):
        issue = _TRAILING.sub("", issue)
    return Span(start, start + len(issue))


def _has_meaning(reading: Reading, issue: Span) -> bool:
    language = reading.segments.language
    small = language.function_words | language.articles | language.pronouns
    small |= {day for day, _ in language.relative_days} | {*language.weekdays}
    return any(len(word) > 2 and word not in small for word in _words(issue.of(reading.text)))


def _holder(reading: Reading, number: int, word: Span) -> int | None:
    """Who takes the stand: who speaks, or the subject of the stance word."""
    speech = reading.speech_at(word)
    if speech is not None:
        return _speaker(reading, number, word, speech)
    subject = reading.cues.subject_at(word.start)
    if subject is None or not subject.is_sure:
        return None
    if reading.document.language == "en" and subject.subject.start > word.start:
        return None  # `backed the Union` is no act of the Union
    between = _words(reading.text[subject.subject.end : word.start])
    return None if _ANYBODY & set(between) else subject.name


def _speaker(reading: Reading, number: int, word: Span, speech: int) -> int | None:
    """Who speaks, unless it is somebody else who stands there, as in `he wants`."""
    text, language = reading.text, reading.segments.language
    before = Span(reading.sentences[number].start, word.start)
    subjects = [each for each in _words(before.of(text)) if each in language.pronouns | _ANYBODY]
    said = set(_words(word.of(text)))
    if subjects and subjects[-1] not in language.first_person and not said & _DUTIES:
        return None
    if not subjects and not said & (language.first_person | _DUTIES):
        named = reading.names.within(before)
        return named[-1][1] if named else None
    return reading.speeches[speech].name


_ANYBODY = frozenset(
    "you somebody nobody everybody someone anyone anybody everyone those people man wer".split()
)
_DUTIES = frozenset(
    "must should not muss müssen soll sollte darf dürfen faut doit debe deben".split()
)
"""What must be is what the speaker thinks, whoever is to do it."""


def _words(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[\w’']+", text)]
