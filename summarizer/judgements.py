"""Judgements: what somebody calls wrong, or right, and so is against, or for. By code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.issues import has_meaning, issue_behind
from summarizer.languages import Language, Side
from summarizer.reading import Reading
from summarizer.spans import Span
from summarizer.stance_words import is_negation, words_of

__all__ = ["Judgement", "attitudes", "judgements"]


@dataclass(frozen=True)
class Judgement:
    """Who is for or against an issue, by the word that judges it. `holder` is a name's number."""

    holder: int
    word: Span
    issue: Span
    side: Side


def judgements(reading: Reading, number: int) -> Iterator[Judgement]:
    """The judgements in a sentence: `called the plan reckless`, `“The plan is a mistake,”`.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> text = "Ada Lind called the sale of the harbour a costly mistake."
    >>> (judgement,) = judgements(read(Document.from_text(text)), 0)
    >>> judgement.side, judgement.issue.of(text)
    ('opposes', 'the sale of the harbour')
    """
    sentence, text = reading.sentences[number], reading.text
    for word in reading.segments.language.judgement_pattern.finditer(text, *sentence):
        place = Span(*word.span())
        said = Span(sentence.start, place.start)
        told = _called(reading, said) or (word["blame"] and _copula(reading, said))
        if not told:
            continue
        holder, issue, link = told
        is_against = (word["blame"] is not None) != _is_denied(reading, link)
        if _is_told(reading, issue):
            yield Judgement(holder, place, issue, "opposes" if is_against else "supports")


def attitudes(reading: Reading, number: int) -> Iterator[Judgement]:
    """What somebody has: `Lind’s support for the sale`, `her refusal to leave`.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> text = "The town knows of Ada Lind’s opposition to the sale of the harbour."
    >>> (attitude,) = attitudes(read(Document.from_text(text)), 0)
    >>> attitude.side, attitude.issue.of(text)
    ('opposes', 'the sale of the harbour')
    """
    sentence, text = reading.sentences[number], reading.text
    for word in reading.segments.language.noun_pattern.finditer(text, *sentence):
        holder = _owner(reading, Span(sentence.start, word.start()))
        verb = _VERB.search(text, word.end(), sentence.end)
        issue = issue_behind(reading, Span(word.end(), verb.start() if verb else sentence.end))
        if holder is not None and has_meaning(reading, issue):
            side: Side = "opposes" if word["blame"] else "supports"
            yield Judgement(holder, Span(*word.span()), issue, side)


_VERB = re.compile(r" (?:will|would|has|had|did|does|is|was|are|were)\b")
_OWNER = re.compile(r"(?:\b(?P<pronoun>his|her)|[’']s?) (?:[a-z-]+ )?$", re.IGNORECASE)


def _owner(reading: Reading, before: Span) -> int | None:
    """Whose a noun is: the name before it, or the one that `his` surely means."""
    found = _OWNER.search(before.of(reading.text))
    if found is None:
        return None
    at = before.start + found.start()
    if not found["pronoun"]:
        owners = [n for mention, n in reading.names.within(before) if mention.end == at]
        return owners[-1] if owners else None
    name = reading.pronouns.nearest(found["pronoun"], at)
    is_sure = name is not None and reading.pronouns.surely_means(found["pronoun"], name, at)
    return name if is_sure else None


_DEGREE = r"(?:(?:{degrees}|\w+ly) ){{0,3}}"


@lru_cache(maxsize=16)
def _called_pattern(language: Language) -> re.Pattern[str]:
    """`called the sale of the harbour a costly `, up to the end of what is searched."""
    links = "".join(f"{link} |" for link in language.calling_links)
    return re.compile(
        rf"\b(?P<verb>{_any(language.calling)}) (?P<issue>[^,;:.“”\"„«»]{{3,80}}?) "
        rf"(?P<link>(?:{links})[“\"„«]?\s?{_DEGREE.format(degrees=_any(language.degrees))})$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _copula_pattern(language: Language) -> re.Pattern[str]:
    """`The sale of the harbour is `, up to the end of what is searched."""
    opens = _any(language.definites | language.demonstratives)
    return re.compile(
        rf"(?:^|[“\"„«,;:]\s?|\b(?:{_any(language.that)}) )"
        rf"(?P<issue>(?:{opens}) [^,;:.“”\"„«»]{{3,80}}?) "
        rf"(?P<link>(?:{_any(language.copulas_of_things)}) "
        rf"{_DEGREE.format(degrees=_any(language.degrees))})$",
        re.IGNORECASE,
    )


def _any(words: Iterable[str]) -> str:
    """A pattern of any of them, which matches nothing where there are none."""
    return "|".join(map(re.escape, sorted(words))) or r"(?!)"


Told = tuple[int, Span, Span]
"""The holder, the issue, and the words between it and the judgement."""


def _called(reading: Reading, before: Span) -> Told | None:
    """Somebody calls it that, in the words of the text."""
    pattern = _called_pattern(reading.segments.language)
    found = pattern.search(reading.text[before.start : before.end])
    if not found:
        return None
    subject = reading.reports.at(before.start + found.start("verb"))
    if subject is None or subject.name is None or not subject.is_sure:
        return None
    return subject.name, *_parts(found, before)


def _copula(reading: Reading, before: Span) -> Told | None:
    """Somebody says that it is so, in their own words."""
    pattern = _copula_pattern(reading.segments.language)
    found = pattern.search(reading.text[before.start : before.end])
    speech = reading.speech_at(Span(before.end, before.end + 1))
    if not found or speech is None or reading.speeches[speech].name is None:
        return None
    return reading.speeches[speech].name or 0, *_parts(found, before)


def _parts(found: re.Match[str], before: Span) -> tuple[Span, Span]:
    spans = (Span(*found.span("issue")), Span(*found.span("link")))
    issue, link = (Span(before.start + s.start, before.start + s.end) for s in spans)
    return issue, link


def _is_denied(reading: Reading, link: Span) -> bool:
    return any(is_negation(reading, word) for word in words_of(link.of(reading.text)))


def _is_told(reading: Reading, issue: Span) -> bool:
    """Whether the issue is a thing that has a name or an article, and not a mere pronoun."""
    text, language = issue.of(reading.text), reading.segments.language
    forms, pointing = re.findall(r"[\w’']+", text), language.pronouns | language.pointing
    if len(forms) < _SHORTEST or text.endswith(("'s", "’s")):
        return False
    ends = (forms[0], forms[-1])
    return not any(each.lower() in pointing or language.is_first_person(each) for each in ends)


_SHORTEST = 2
