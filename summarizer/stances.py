"""Stances: who takes a stand for or against what, as the words of the text show it. By code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from summarizer.duties import is_our_duty, is_told_duty, who_must, who_says_so
from summarizer.issues import has_meaning, is_repeated, issue_behind, points_back, reversal
from summarizer.judgements import Judgement, attitudes, judgements
from summarizer.reading import Reading
from summarizer.reports import Report
from summarizer.spans import Span
from summarizer.stance_words import is_negation, is_passive, meaning, stance_words, words_of
from summarizer.votes import votes

__all__ = ["Stance", "Stand", "Stands", "find_stands", "stance_score"]

Stance = Literal["supports", "opposes", "mixed", "unclear"]


@dataclass(frozen=True)
class Stand:
    """A sentence in which a name is for or against an issue; both are numbers, from 0.

    `word` is what shows it, `issue` the words behind it, or those of an earlier stand that it
    answers; `again` are sentences that say the same. Where not `is_firm`, the word may also mean
    something else, as `should` may.
    """

    sentence: int
    holder: int
    word: Span
    issue: Span
    stance: Stance
    is_firm: bool
    again: tuple[int, ...] = ()


class Stands:
    """The stands of a document; it is read once, however often they are asked for.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> text = "Ada Lind is against selling the harbour, which the town needs."
    >>> (stand,) = Stands(read(Document.from_text(text))).clearest()
    >>> stand.stance, stand.issue.of(text)
    ('opposes', 'selling the harbour')
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def _ranked(self) -> list[Stand]:
        """All of them, the clearest first."""
        found = list(_stands(self._reading))
        clarity = {s: _clarity(self._reading, s.sentence, is_firm=s.is_firm) for s in found}
        return sorted(found, key=lambda stand: (-clarity[stand], stand.sentence))

    def clearest(self, most: int = 8, per_holder: int = 2) -> list[Stand]:
        """The clearest stands of each holder, in the order of the text."""
        kept: list[Stand] = []
        for stand in self._ranked:
            others = [other for other in kept if other.holder == stand.holder]
            same = next((o for o in others if _are_one(self._reading, stand.issue, o.issue)), None)
            if same is not None:
                if same.stance == stand.stance and stand.sentence != same.sentence:
                    kept[kept.index(same)] = replace(same, again=(*same.again, stand.sentence))
            elif len(others) < per_holder and len(kept) < most:
                kept.append(stand)
        return sorted(kept, key=lambda stand: stand.word)


def find_stands(reading: Reading, most: int = 8, per_holder: int = 2) -> list[Stand]:
    """The clearest stands of each holder, in the order of the text."""
    return Stands(reading).clearest(most, per_holder)


def _are_one(reading: Reading, issue: Span, other: Span) -> bool:
    """Whether most of one of two issues stands in the other."""
    return is_repeated(reading, issue, other) or is_repeated(reading, other, issue)


def stance_score(reading: Reading, number: int) -> float:
    """How clearly a sentence takes a stand, whoever's it is; 0 where it does not."""
    words = list(stance_words(reading, number))
    if not words:
        return 0.0
    return _clarity(reading, number, is_firm=any(meaning(reading, word)[1] for word in words))


def _clarity(reading: Reading, number: int, *, is_firm: bool) -> float:
    """More for a firm word, for what comes early or in the first person, and is no mere `No`."""
    words = re.findall(r"[\w’']+", reading.sentences[number].of(reading.text))
    first_person = any(map(reading.segments.language.is_first_person, words))
    early = 1 - number / len(reading.sentences)
    return (3.0 if is_firm else 1.0) + first_person + min(1, len(words) / 15) + early


def _turned(stance: Stance) -> Stance:
    """What a negation makes of it."""
    return "opposes" if stance == "supports" else "supports" if stance == "opposes" else stance


# Stands ----------------------------------------------------------------------------------


def _stands(reading: Reading) -> Iterator[Stand]:
    """All stands, in order; one that only points at an issue answers the stand before it."""
    last: Stand | None = None
    for number, sentence in enumerate(reading.sentences):
        if reading.is_order(sentence):
            continue
        for stand in _stands_in(reading, number):
            if has_meaning(reading, stand.issue):
                last = stand
                yield stand
            elif last is not None and _answers(stand, last, reading):
                stance = stand.stance
                if last.stance == "opposes" and _RELATIVE.fullmatch(stand.word.of(reading.text)):
                    stance = _turned(stance)
                yield replace(stand, issue=last.issue, stance=stance)


_RELATIVE = re.compile(r"(?:dis)?agree[sd]?(?: with| to)?|seconded", re.IGNORECASE)
"""These answer somebody, whichever side that one takes."""

_BACK = 3
"""An answer stands at most so many sentences behind what it answers."""


def _answers(stand: Stand, last: Stand, reading: Reading) -> bool:
    """Whether a stand is about the issue of the one before it: `is against it`, `disagreed.`."""
    is_near = stand.sentence - last.sentence <= _BACK
    is_by_another = stand.is_firm and last.is_firm and stand.holder != last.holder
    end = reading.sentences[stand.sentence].end
    has_no_issue = _BARE.match(reading.text, stand.word.end, end) is not None
    return is_near and is_by_another and (has_no_issue or points_back(reading, stand.issue))


_BARE = re.compile(r"\W*$|,(?=.{,40}\bsaid\b)|(?<=against),")
"""What ends a sentence, or goes on with who said what: `disagreed.`, `who voted against, said`."""


def _stands_in(reading: Reading, number: int) -> Iterator[Stand]:
    """The stands of a sentence, none within the issue of another; firm ones if there are any."""
    if recorded := [_judged(number, vote) for vote in votes(reading, number)]:
        yield from recorded
        return
    found = _worded(reading, number)
    for each in (*judgements(reading, number), *attitudes(reading, number)):
        if not any(each.issue.overlaps(stand.issue) for stand in found):
            found.append(_judged(number, each))
    told = [stand for stand in found if stand.is_firm] or found
    yield from (s for s in told if s is told[0] or has_meaning(reading, s.issue))


def _judged(number: int, each: Judgement) -> Stand:
    return Stand(number, each.holder, each.word, each.issue, each.side, is_firm=True)


def _worded(reading: Reading, number: int) -> list[Stand]:
    """Those that a stance word takes."""
    found: list[Stand] = []
    for word in stance_words(reading, number):
        if found and word.start < found[-1].issue.end and not _also(reading, found[-1], word):
            continue
        holder = _holder(reading, number, word)
        if found and _is_pronoun(reading, word):
            holder = found[-1].holder  # `Lind backs the plan, and she wants it soon`
        if both := _both(reading, number, word):
            found += [_stand(reading, number, each, word) for each in both]
        elif stand := _by_whom(reading, number, word) or _active(reading, number, holder, word):
            found += [stand, *_further(reading, stand)]
    return found


_AND_THAT = re.compile(r",? and that ")


def _further(reading: Reading, stand: Stand) -> Iterator[Stand]:
    """What a stand is also about: `demanded that they stay and that the ferry sail`."""
    joint = _AND_THAT.match(reading.text, stand.issue.end)
    if joint is None or not reading.text.endswith("that ", 0, stand.issue.start):
        return
    end = reading.sentences[stand.sentence].end
    more = replace(stand, issue=issue_behind(reading, Span(joint.end(), end)))
    yield more
    yield from _further(reading, more)


def _also(reading: Reading, stand: Stand, word: Span) -> bool:
    """Whether somebody else joins a stand: `proposed by Lind, and seconded by Osk, that`."""
    is_before = word.end <= stand.issue.start
    return (
        is_before and reading.segments.language.by_pattern.match(reading.text, word.end) is not None
    )


def _both(reading: Reading, number: int, word: Span) -> list[int]:
    """The two whom `Both` means at the start of a sentence: who was named, or meant, last."""
    start = reading.sentences[number].start
    if reading.text[start : word.start].strip().lower() not in reading.segments.language.both:
        return []
    reach = Span(max(0, start - _BOTH_REACH), start)
    told = (*reading.reports.within(reach), *reading.reports.stances_within(reach))
    meant = [(each.subject, each.name) for each in told if each.name is not None and each.is_sure]
    named = sorted([*reading.names.within(reach), *meant], reverse=True)
    people = dict.fromkeys(n for _, n in named if reading.names.all[n].is_person)
    return list(people)[:2] if len(people) > 1 else []


_BOTH_REACH = 400


def _is_pronoun(reading: Reading, word: Span) -> bool:
    subject = reading.reports.at(word.start)
    return subject is not None and subject.kind == "pronoun"


def _active(reading: Reading, number: int, holder: int | None, word: Span) -> Stand | None:
    if holder is None or is_passive(reading.text, word):
        return None
    if _ITSELF.search(word.of(reading.text)) and reading.names.all[holder].is_person:
        return None  # `she says it would bring 900 jobs`
    return _stand(reading, number, holder, word)


_ITSELF = re.compile(r"\bit (?:will|would)\b")


_AGENT_OF = re.compile(r"(?:(?!while\b|and\b|but\b|who\b)[^\W\d]+,? ){0,4}")
"""What may stand between `by` and a name: `the mayor, `."""


def _by_whom(reading: Reading, number: int, word: Span) -> Stand | None:
    """`The plan was rejected by Ada Lind`, `It was proposed by Ada Lind that they stay`."""
    text, sentence = reading.text, reading.sentences[number]
    by = reading.segments.language.by_pattern.match(text, word.end)
    if not by:
        return None
    agents = reading.names.within(Span(by.end(), min(sentence.end, by.end() + 40)))
    if not agents or not _AGENT_OF.fullmatch(text, by.end(), agents[0][0].start):
        return None
    side, is_firm = meaning(reading, word)
    that = re.compile(r"[^.;:]*?\bthat\s").match(text, agents[0][0].end, sentence.end)
    before = re.search(
        r"([^,;:“”\"]+?)\s(?:was|were|is|are|has been|have been|had been)\s[\w\s]*$",
        text[sentence.start : word.start],
    )
    if that:
        issue = issue_behind(reading, Span(that.end(), sentence.end))
    elif before:
        lead = _WHERE.match(before[1])
        start = before.start(1) + (lead.end() if lead else 0)
        issue = Span(sentence.start + start, sentence.start + before.end(1))
    else:
        return None
    return Stand(number, agents[0][1], word, issue, side, is_firm)


_WHERE = re.compile(r"\s*(?:where|which|that|and|but)\s")


_CASUAL = frozenset(
    "would not;would like;i’d like;i'd like;we’d like;we'd like;want;wanted".split(";")
)
"""What people also say who only talk."""

_NEGATED = 3
"""A negation reverses a stance word at most so many words behind it."""


def _stand(reading: Reading, number: int, holder: int, word: Span) -> Stand:
    stance, is_firm = _side(reading, number, word)
    issue, is_turned = _issue(reading, number, word)
    if is_turned:
        stance = _turned(stance)
    terms = reading.segments.language.terms_pattern
    if stance != "unclear" and terms.search(
        reading.text, word.start, reading.sentences[number].end
    ):
        stance = "mixed"  # neither wholly for it nor wholly against
    return Stand(number, holder, word, issue, stance, is_firm)


_NOT_TO = re.compile(r"(?: (?!and\b|but\b|that\b)[\w’'-]+){1,4}? not to ")
"""What somebody is asked or warned not to do, and who is: `urged the town not to sell it`."""


_DISBELIEF = re.compile(
    r"(?:\bnot|n[’']t|\bnever) (?:believe|think|accept)s? (?:that )?.*$", re.DOTALL
)
"""`I do not believe that a family with forty cows should pay`."""


def _side(reading: Reading, number: int, word: Span) -> tuple[Stance, bool]:
    """The side that a word takes there, and whether it is firm."""
    sentence, text = reading.sentences[number], reading.text
    if _NOT_TO.match(text, word.end, sentence.end):
        return "opposes", True
    side, is_firm = meaning(reading, word)
    clause = re.split(r"[,;:.“”\"]", text[sentence.start : word.start])[-1]
    near = words_of(clause)[-_NEGATED:]
    is_negated = any(is_negation(reading, each) for each in near) or _DISBELIEF.search(clause)
    is_talk = reading.is_transcript or (bool(is_negated) and reading.speech_at(word) is not None)
    is_firm &= not (is_talk and word.of(text).lower() in _CASUAL)
    is_duty = is_told_duty(reading, word) or is_our_duty(reading, word)
    return _turned(side) if is_negated else side, is_firm or is_duty


def _issue(reading: Reading, number: int, word: Span) -> tuple[Span, bool]:
    """What a stand is about, and whether what stands there turns it round."""
    sentence, text = reading.sentences[number], reading.text
    if told := _NOT_TO.match(text, word.end, sentence.end):
        return issue_behind(reading, Span(told.end(), sentence.end)), False
    is_duty = is_told_duty(reading, word)
    start = who_must(reading, number, word) if is_duty else _behind_subject(reading, word)
    issue = issue_behind(reading, Span(start, sentence.end))
    late = reading.segments.language.late_negation_pattern
    is_denied = late.match(text, issue.end) or _ends_in(late, text, sentence)
    is_turned = bool(is_denied)
    while not is_duty and (inner := reversal(reading, issue)):
        is_turned ^= inner[1]
        issue = issue_behind(reading, Span(inner[0].end, sentence.end))
    return issue, is_turned


def _behind_subject(reading: Reading, word: Span) -> int:
    """Where the issue begins: behind the verb, and behind a subject that follows it."""
    subject = reading.reports.at(word.start)
    if subject is None or not word.end < subject.subject.end <= word.end + _FOLLOWS:
        return word.end
    return subject.subject.end


_FOLLOWS = 60


def _ends_in(late: re.Pattern[str], text: str, sentence: Span) -> bool:
    """Whether a negation ends a clause, as in German: `unterstützt den Plan nicht`."""
    found = list(late.finditer(text, *sentence))
    return bool(found) and _END.match(text, found[-1].end(), sentence.end) is not None


_END = re.compile(r"[.“”\"]*$")


def _holder(reading: Reading, number: int, word: Span) -> int | None:
    """Who takes the stand: who speaks, or the subject of the stance word."""
    speech = reading.speech_at(word)
    if speech is not None:
        return _speaker(reading, number, word, speech)
    if is_told_duty(reading, word):
        return who_says_so(reading, number, word)
    subject = reading.reports.at(word.start)
    return _subject(reading, subject, word) if subject and subject.is_sure else None


def _subject(reading: Reading, subject: Report, word: Span) -> int | None:
    """The name of a subject that takes a stand, and is not merely near its word."""
    is_object = reading.segments.language.subject_first or word.of(reading.text) == "gegen"
    if is_object and subject.subject.start > word.start:
        return None  # `backed the Union` is no act of the Union
    between = reading.text[subject.subject.end : word.start]
    if _MODAL.match(word.of(reading.text)) and len(between) > 1:
        return None  # `Lind said that praise would not help`
    language = reading.segments.language
    says_more = word.of(reading.text).lower().split()[0] in language.cue_verbs
    is_same = says_more and language.joined_pattern.search(between) is not None
    if language.anybody & set(words_of(between)) or _NO_ONE.search(between):
        return None
    return None if _OTHERS.search(between) and not is_same else subject.name


_MODAL = re.compile(r"(?:would|will|must|should) (?:not|never)\b|won[’']t", re.IGNORECASE)


_OTHERS = re.compile(
    r"(?:^| )(?!has|was|does|is|always|says|perhaps)[a-z]{3,}[^\Wsiu]s"
    r"(?: (?:have|had|also|now|will|would|who))* $"
    r"|\b(?:the|an?|its|his|her|their|our|some|most|every)(?: [a-z-]+){1,3} $"
)
"""Somebody without a name right before the verb: `Lind came, and the dockers want more`."""


_NO_ONE = re.compile(r"\bno (?:[\w’'-]+ ){1,4}$")
"""`Lind said no group had claimed it`."""


def _speaker(reading: Reading, number: int, word: Span, speech: int) -> int | None:
    """Who speaks, unless it is somebody else who stands there, as in `he wants`."""
    text, language = reading.text, reading.segments.language
    before = Span(reading.sentences[number].start, word.start)
    said = words_of(before.of(text))
    if set(said[-_NEAR:]) & language.mine:
        return reading.speeches[speech].name
    if _is_quoted_again(reading, word) or _OTHERS_WHO.search(before.of(text)):
        return None
    is_duty = not language.duties.isdisjoint(words_of(word.of(text)))
    if is_duty and (told := _told_within(reading, before)):
        return told.name
    named = reading.names.within(before)
    if named and not is_duty and _ADVERBS.fullmatch(text, named[-1][0].end, word.start):
        return named[-1][1]  # `I mean, Lind essentially wants more`
    bare = (_CONTRACTED.sub("", each) for each in said)
    subjects = [each for each in bare if each in language.pronouns | language.anybody]
    if (subjects and subjects[-1] in language.first_person) or is_duty or _is_own(reading, word):
        return reading.speeches[speech].name
    return named[-1][1] if named and not subjects else None


def _is_own(reading: Reading, word: Span) -> bool:
    """Whether a word itself shows that it is the speaker's: `I'm for`, `it is vital that`."""
    said, own = words_of(word.of(reading.text)), reading.segments.language.first_person
    return not own.isdisjoint(said) or _IT_IS.match(reading.text, *word) is not None


def _told_within(reading: Reading, before: Span) -> Report | None:
    """The report to whose subject a speaker gives the words that follow: `Lind told us that`."""
    told = [each for each in reading.reports.within(before) if each.kind == "name"]
    between = reading.text[told[-1].verb.end : before.end] if told else ""
    own = any(map(reading.segments.language.is_first_person, re.findall(r"[\w’']+", between)))
    return told[-1] if told and not own and not _CLAUSE.search(between) else None


_CLAUSE = re.compile(r"[,;:]")
_OTHERS_WHO = re.compile(
    r"\b(?:(?:any|some|every|no)(?:one|body)|people|those|many|others) "
    r"who (?:think|believe|say|said|claim|feel|want)s?\b[^.;:]*$"
)
"""`I never met anyone who thinks we should`."""
_IT_IS = re.compile(r"it (?:is|was) ", re.IGNORECASE)
"""Whoever says `it is vital that` wants it."""
_CONTRACTED = re.compile(r"[’'](?:s|d|ve|re|ll)$")
"""What a pronoun has behind it in `he’s`, `I’d`."""


def _is_quoted_again(reading: Reading, word: Span) -> bool:
    """Whether a speaker quotes what somebody else said: `“He said, ‘We want more,’” said Lind`."""
    inner = (
        quote
        for quote in reading.segments.quotations
        if quote.within is not None or reading.is_transcript
    )
    return any(word.overlaps(span) for quote in inner for span in quote.spans)


_ADVERBS = re.compile(r"(?: (?:[a-z]+ly|has|have|had|also|always|never|still))* ")
_NEAR = 3
"""`my honest recommendation is that`: the owner stands at most so many words before it."""
