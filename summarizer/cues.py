"""Cues: which words of the text say who speaks a quotation. By code, without a model.

A quotation takes the report that stands nearest to it in its sentence. What the subject of that
report means is its `guess`; a quotation without words beside it has the speaker before it for a
guess. Reading settles the first kind by itself; only the second is left to the model.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarizer.names import Names
from summarizer.pronouns import Pronouns
from summarizer.reports import (
    Referents,
    Report,
    Reports,
    is_within,
    leading_name,
    report_leading_to,
)
from summarizer.segment import Quotation, Segments
from summarizer.spans import Span

__all__ = ["Cue", "find_cues"]


@dataclass(frozen=True)
class Cue:
    """What the text says about the speaker of one quotation.

    `guess` is the number of the speaker's name; where the text is silent, `report` is None, and
    the guess is the name that leads the sentence, or the speaker of the quotation before.
    `continues` is True where the report stands with an earlier sentence or quotation.
    `is_speech` is False for titles and scare quotes: short or in title case, and without a cue.
    """

    report: Report | None
    guess: int | None
    is_speech: bool
    continues: bool = False


def find_cues(referents: Referents, reports: Reports) -> tuple[Cue, ...]:
    """One cue for each quotation, in order.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> text = 'Ada Lind said on Monday: "We will not leave." "Never," she added.'
    >>> cues = read(Document.from_text(text)).cues
    >>> [(cue.report.kind, cue.report.span.of(text), cue.guess) for cue in cues]
    [('name', 'Ada Lind said', 0), ('pronoun', 'she added', 0)]
    """
    segments = referents.segments
    cues: list[Cue] = []
    before: tuple[Quotation, Cue] | None = None
    for quotation in segments.quotations:
        if quotation.within is not None:
            speaker, outer = cues[quotation.within].guess, segments.quotations[quotation.within]
            if told := _told_inside(referents, quotation, outer, speaker):
                cues.append(Cue(told, told.name, is_speech=True))
                continue
        cue = _cue(segments, referents.names, reports, quotation, before)
        subject = _subject_before(segments, reports, referents.pronouns, quotation)
        if cue.report is None and subject is not None:
            cue = replace(cue, report=subject, guess=subject.name, continues=True)
        elif cue.report is None and before and (nobody := _nobody(segments, quotation, *before)):
            cue = replace(cue, report=nobody, guess=None)
        cues.append(cue)
        if quotation.within is None and cue.is_speech:
            before = quotation, cue
    return tuple(cues)


def _nobody(segments: Segments, quotation: Quotation, before: Quotation, cue: Cue) -> Report | None:
    """The report of somebody without a name, whose words go on in a paragraph that is nothing else.

    `said one source.` is followed by what the source says.
    """
    if cue.report is None or cue.report.kind != "nominal" or cue.report.name is not None:
        return None
    above = segments.paragraph_of(max(0, segments.paragraph_of(quotation.start).start - 1))
    is_next = above == segments.paragraph_of(before.end - 1)
    return cue.report if is_next and _is_alone(segments, quotation) else None


def _is_alone(segments: Segments, quotation: Quotation) -> bool:
    """Whether a paragraph is nothing but a quotation."""
    text, paragraph = segments.text, segments.paragraph_of(quotation.start)
    beside = text[paragraph.start : quotation.start] + text[quotation.end : paragraph.end]
    return _WORD.search(beside) is None


_SCARE = 3
"""A run of this many words or fewer needs a cue to count as speech."""


def _cue(
    segments: Segments,
    names: Names,
    reports: Reports,
    quotation: Quotation,
    before: tuple[Quotation, Cue] | None,
) -> Cue:
    """The cue that stands nearest: in its sentence, in the one before, or what goes on."""
    if report := (
        _signed(segments, names, quotation)
        or _in_words_of(segments, names, quotation)
        or _report_of(segments, reports, quotation)
    ):
        return Cue(report, report.name, _is_speech(segments, quotation, report))
    before_it = _report_before(segments, reports, quotation)
    if report := before_it or _reported_on(segments, names, reports, quotation):
        return Cue(report, report.name, _is_speech(segments, quotation, report), continues=True)
    if before and _continues(segments, quotation, before[0]):
        report = before[1].report
        return Cue(report, before[1].guess, _is_speech(segments, quotation, report), continues=True)
    guess = _leading_name(segments, names, quotation)
    if guess is None and before:
        guess = before[1].guess
    return Cue(None, guess, _is_speech(segments, quotation, None))


def _told_inside(
    referents: Referents, quotation: Quotation, outer: Quotation, speaker: int | None
) -> Report | None:
    """The report that leads to a quotation within the outer one, and stands in that one."""
    segments = referents.segments
    start = next((s.start for s in reversed(outer.spans) if s.start < quotation.start), 0)
    numbers = segments.sentences_of(Span(quotation.start, quotation.end))
    start = max(start, segments.sentences[numbers[0]].start if numbers else 0)
    told = report_leading_to(Span(start, quotation.start), speaker, referents)
    is_near = told is not None and quotation.start - told.verb.end <= _LEAD
    return told if is_near else None


_LEAD = 20
"""A verb leads to the words behind it within so many characters: `told me, ‘`, `called us ‘`."""


_DASH = re.compile(r"[”\"’'»]?\s?(?P<dash>[―—–-]{1,2})\s?")
_LINE_END = re.compile(r"\.?(?:,[^\n.]*)? *(?:\n|$)")
"""What stands behind a name that signs: nothing, or who that is."""


def _signed(segments: Segments, names: Names, quotation: Quotation) -> Report | None:
    """The name that signs a quotation: `“We stay.” — Ada Lind`, where the line ends."""
    text = segments.text
    dash = _DASH.match(text, quotation.end)
    if not dash:
        return None
    for mention, number in names.within(Span(dash.end(), dash.end() + 1)):
        if _LINE_END.match(text, mention.end):
            return Report(Span(*dash.span("dash")), mention, "name", number)
    return None


def _in_words_of(segments: Segments, names: Names, quotation: Quotation) -> Report | None:
    """Whoever leads a sentence that brings in their words: `Lind joined in with the words: “`."""
    numbers = segments.sentences_of(Span(quotation.start, quotation.end))
    start = segments.sentences[numbers[0]].start if numbers else quotation.start
    near = max(start, quotation.start - _LONGEST_PHRASE)
    phrase = segments.language.in_words_pattern.search(segments.text[near : quotation.start])
    topic = leading_name(segments, names, Span(start, quotation.start)) if phrase else None
    if phrase is None or topic is None or not names.all[topic[1]].is_person:
        return None
    if any(
        number != topic[1] for _, number in names.within(Span(topic[0].end, near + phrase.start()))
    ):
        return None  # somebody else may say them
    return Report(
        Span(near + phrase.start(), near + phrase.end("said")), topic[0], "name", topic[1]
    )


_LONGEST_PHRASE = 60
"""Such words, and a verb behind them, are no longer than this."""


def _report_before(segments: Segments, reports: Reports, quotation: Quotation) -> Report | None:
    """The report of the sentence before it in the paragraph: `Lind said no. “It is late.”`."""
    numbers = segments.sentences_of(Span(quotation.start, quotation.end))
    if not numbers or numbers[0] == 0:
        return None
    sentence, before = segments.sentences[numbers[0]], segments.sentences[numbers[0] - 1]
    opens = not _WORD.search(segments.text, sentence.start, quotation.start)
    if not opens or segments.paragraph_of(before.start) != segments.paragraph_of(sentence.start):
        return None
    found = reports.within(before)
    return _governing(found) if found else None


def _reported_on(
    segments: Segments, names: Names, reports: Reports, quotation: Quotation
) -> Report | None:
    """The report that the mood of a German verb continues: `Lind lehnte ab. Das sei „falsch“`."""
    numbers = segments.sentences_of(Span(quotation.start, quotation.end))
    moods = segments.language.reporting_mood
    if not numbers or not moods:
        return None
    sentence, quoted = segments.sentences[numbers[0]], segments.quoted
    start = max(sentence.start, quotation.start - _MOOD)
    words = _WORD.finditer(segments.text, start, min(sentence.end, quotation.end + _MOOD))
    places = (Span(*word.span()) for word in words)
    verb = next((p for p in places if p.of(segments.text) in moods), None)
    start = segments.paragraph_of(sentence.start).start
    if verb is None or start == sentence.start or is_within(quoted, verb.start):
        return None
    told = [each for each in reports.within(Span(start, sentence.start)) if each.name is not None]
    if told:
        return told[-1]
    first = segments.sentences[segments.sentences_of(Span(start, start + 1))[0]]
    topic = leading_name(segments, names, first)
    return Report(verb, topic[0], "name", topic[1]) if topic else None


_WORD = re.compile(r"\w+")
_MOOD = 300
"""A verb in that mood stands so near to the quotation: a bound keeps time linear."""


def _leading_name(segments: Segments, names: Names, quotation: Quotation) -> int | None:
    """The name that leads the sentence in which a quotation stands: `Lind backs it, but “late”`."""
    numbers = segments.sentences_of(Span(quotation.start, quotation.end))
    if not numbers:
        return None
    sentence = segments.sentences[numbers[0]]
    lead = Span(sentence.start, max(sentence.start, quotation.start))
    topic = leading_name(segments, names, lead)
    if topic is None:
        return None
    name = names.all[topic[1]]
    is_noun = segments.language.nouns_are_capitalised and len(name.mentions) == 1
    return topic[1] if name.is_person or name.is_body or not is_noun else None


def _subject_before(
    segments: Segments, reports: Reports, pronouns: Pronouns, quotation: Quotation
) -> Report | None:
    """Whom the sentence before is about, if a quotation is all of its paragraph.

    `What she cannot bear is the reason.` is followed by her words.
    """
    numbers = segments.sentences_of(Span(quotation.start, quotation.end))
    if not _is_alone(segments, quotation) or not numbers or not numbers[0]:
        return None
    sentence = segments.sentences[numbers[0] - 1]
    told = [report for report in reports.within(sentence) if report.name is not None]
    if told:
        return told[-1]
    quoted, personal = segments.quoted, segments.language.personal | segments.language.she_or_they
    for found in _WORD.finditer(segments.text, sentence.start, sentence.end):
        if found[0].lower() not in personal:
            continue
        name = pronouns.nearest(found[0], found.start())
        if name is not None and not is_within(quoted, found.start()):
            place = Span(*found.span())
            return Report(place, place, "pronoun", name)
    return None


def _continues(segments: Segments, quotation: Quotation, before: Quotation) -> bool:
    """Whether it goes on after the one before: in one paragraph, without words that part them."""
    text = segments.text
    if segments.paragraph_of(before.end) != segments.paragraph_of(quotation.start):
        return False
    sentences = segments.sentences_of(Span(quotation.start, quotation.end))
    start = segments.sentences[sentences[0]].start if sentences else quotation.start
    return start <= before.end or not _WORD.search(text, start, quotation.start)


def _report_of(segments: Segments, reports: Reports, quotation: Quotation) -> Report | None:
    """The report that a quotation belongs to: inside it, behind it, before it, or a line above."""
    text = segments.text
    for first, second in zip(quotation.spans, quotation.spans[1:], strict=False):
        if inside := reports.within(Span(first.end, second.start)):
            return inside[0]
    sentences = segments.sentences_of(Span(quotation.start, quotation.end))
    last = segments.sentences[sentences[-1]] if sentences else Span(quotation.end, quotation.end)
    first_sentence = segments.sentences[sentences[0]] if sentences else last
    after = reports.within(Span(quotation.end, max(quotation.end, last.end)))
    before = reports.within(Span(min(first_sentence.start, quotation.start), quotation.start))
    if _pauses(text, quotation.end):
        follows = reports.within(Span(quotation.end, quotation.end + _TAIL))
        gap = text[quotation.end + 1 : follows[0].span.end] if follows else ""
        is_aside = bool(before) and _BESIDES.match(gap) is not None
        if follows and not is_aside and not _PARTS.search(gap):
            return follows[0]
    if before:
        return _governing(before)
    if after and after[0].span.start - quotation.end <= 80:
        return after[0]
    if not sentences:
        return None
    return _bare_report(segments, reports, quotation, sentences[-1] + 1) or _report_above(
        segments, reports, sentences[0] - 1
    )


def _report_above(segments: Segments, reports: Reports, number: int) -> Report | None:
    """The report of a sentence that ends in a colon, above the words that it announces."""
    if number < 0 or not segments.sentences[number].of(segments.text).rstrip().endswith(":"):
        return None
    found = reports.within(segments.sentences[number])
    return found[-1] if found else None


def _bare_report(
    segments: Segments, reports: Reports, quotation: Quotation, number: int
) -> Report | None:
    """The report that is all of the sentence behind a quotation: `Lind told the BBC.`."""
    sentence = segments.sentences[min(number, len(segments.sentences) - 1)]
    gap = segments.text[quotation.end : sentence.start]
    if sentence.start < quotation.end or len(gap) > _MARKS or "\n" in gap:
        return None
    told = reports.within(sentence)
    found = _TO_WHOM.match(segments.text, told[0].span.end, sentence.end) if told else None
    begins = bool(told) and told[0].span.start == sentence.start
    return told[0] if begins and found and found.end() == sentence.end else None


_MARKS = 3
"""So many characters stand between words and the sentence behind them: marks, and a space."""
_TO_WHOM = re.compile(
    r"(?: (?:the|on|in|at|reporters|journalists|today|later|[A-Z][\w’'-]*)){0,8}\."
)
"""To whom, where and when somebody says what stands before."""


_BESIDES = re.compile(r"\W*(?:when|while|after|before|as|because|since|though|although)\b")
"""How a clause begins that tells of something else: `saying, “No,” when Lind asked`."""
_PARTS = re.compile(r"[\n;:“„«\"]")
"""Marks that part a quotation from the report behind it."""

_TAIL = 90
"""A cue that follows its quotation ends within this many characters."""


def _pauses(text: str, end: int) -> bool:
    """Whether a quotation ends as one does whose cue is still to come."""
    return text[end - 1 : end] in (",", "?", "!", "—", "–", "-") or "," in text[end : end + 3]


def _governing(reports: tuple[Report, ...]) -> Report:
    """The last report of a sentence, but of `Lind said that she regretted` the one with a name."""
    last = reports[-1]
    if last.kind == "pronoun":
        named = [report for report in reports if report.kind == "name"]
        if named:
            return named[-1]
    return last


def _is_speech(segments: Segments, quotation: Quotation, report: Report | None) -> bool:
    """Whether words are said: a nickname, a title or a scare quote is not."""
    text = segments.text
    words = [word for span in quotation.spans for word in _WHOLE_WORD.findall(span.of(text))]
    if len(words) < _SCARE and _is_nickname(segments.text, quotation):
        return False
    if len(words) > 1 and _in_title_case(words):
        return report is not None and _is_introduced(segments, quotation)
    if len(words) > _SCARE:
        return True
    return report is not None and bool(words)


def _is_nickname(text: str, quotation: Quotation) -> bool:
    """Whether it stands within a name: `Ada “Addie” Lind`."""
    before = _NAME_BEFORE.search(text[max(0, quotation.start - 30) : quotation.start])
    after = _NAME_BEHIND.match(text[quotation.end : quotation.end + 4])
    return bool(before and after and before[1].isupper() and after[1].isupper())


_WHOLE_WORD = re.compile(r"\w[\w’'-]*")
_NAME_BEFORE = re.compile(r"(\w)[\w’'-]* [“\"„«]?$")
_NAME_BEHIND = re.compile(r"[”\"“»]? (\w)")


def _is_introduced(segments: Segments, quotation: Quotation) -> bool:
    """Whether a comma or a colon, or nothing of its sentence, stands before a quotation."""
    before = segments.text[max(0, quotation.start - 4) : quotation.start].rstrip(" “”\"'«‘„")
    return not before or before[-1] in ",:.!?\n"


def _in_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return len(words) <= 12 and bool(long) and all(word[0].isupper() for word in long)
