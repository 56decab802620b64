"""Stance words: which words of a sentence take a stand, and which only look like it. By code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.languages import Side
from summarizer.reading import Reading
from summarizer.spans import Span
from summarizer.subjects import PREDICATIVE

__all__ = ["is_negation", "is_passive", "meaning", "stance_words", "words_of"]

FEWEST_WORDS = 3
"""A stand takes at least so many."""

_PROCEDURE = re.compile(
    r"\b(?:wants?|wanted|like|have|need|wish|am going) to "
    r"(?:begin|start|say|tell|hear|add|ask|thank|correct|know"
    r"|see (?:you|him|her|them|how|what|whether|if|where|why))\b"
    r"|\bshould (?:like|say)\b"
    r"|\blet (?:me|us) (?:start|begin|tell|say|see|hear|look|turn|go|have)\b"
    r"|\b(?:would not|will not|won[’']t|wouldn[’']t|declined to|declines to|refused to) "
    r"(?:comment|say|discuss|be|bet|answer|speculate|elaborate|tell|explain|confirm|name|give"
    r"|rule|pretend)\b"
    r"|\bright to (?:ask|say|raise|point|call|note|warn|wonder)\b"
    r"|\b(?:will|shall|[’']ll) (?:never |not |now |just |only )?"
    r"(?:make (?:this|you a|a) promise|promise|tell|read|show|come|turn|explain|say|ask|begin"
    r"|start|know|see|find out|learn)\b"
    r"|\b(?:will|would) consider\b|\bwould not have\b|\bnot stand here\b"
    r"|\basked for (?:no applause|silence|order|the floor|leave|(?:\w+ )?(?:minutes?|time))\b"
    r"|\b(?:cannot|can[’']t|not) rule out\b|\bnot (?:saying|suggesting|claiming)\b.*",
    re.IGNORECASE,
)
"""How one speaks about speaking: no stand."""

_BEFORE_NOUNS = frozenset("of with for on any no more to in his her its their our your my".split())
_WAS = re.compile(r" (?:wurden?|worden|wird|werden|off|away|down|out)\b")
_BE = frozenset("is are was were be been being get got".split())


def stance_words(reading: Reading, number: int) -> Iterator[Span]:
    """The words of a sentence that take a stand."""
    sentence, text = reading.sentences[number], reading.text
    words = words_of(sentence.of(text))
    if len(words) < FEWEST_WORDS or reading.is_question(number):
        return
    procedures = [Span(*m.span()) for m in _PROCEDURE.finditer(text, sentence.start, sentence.end)]
    language = reading.segments.language
    firm = [Span(*m.span()) for m in language.firm_pattern.finditer(text, *sentence)]
    others = (Span(*m.span()) for m in language.stance_pattern.finditer(text, *sentence))
    weak = [word for word in others if not any(word.overlaps(each) for each in firm)]
    for word in sorted([*firm, *weak]):
        if any(word.overlaps(procedure) for procedure in procedures):
            continue
        if language.stance_of(word.of(text)) is None:
            continue
        if word.of(text) == "gegen" and not _ACTS_AGAINST.search(
            text, sentence.start, sentence.end
        ):
            continue
        before = text[sentence.start : word.start]
        if language.condition_pattern.search(before):
            continue
        if _IF.match(before) and _WILL_NOT.search(word.of(text)):
            continue  # If it rains, I won’t go out.
        if not _is_noun(reading, sentence, word):
            yield word


_IF = re.compile(r"(?:.*[‘'“\"(,:] ?)?(?:if|when|unless)\b", re.IGNORECASE | re.DOTALL)
_WILL_NOT = re.compile(r"\b(?:will|would|shall) not\b|won[’']t|will never", re.IGNORECASE)


_ACTS_AGAINST = re.compile(
    r"\b(?:protest|demonstr|stimm|gestimm|klag|wehr|wand|wend|kämpf|ausgesprochen|Unterschriften"
    r"|Widerstand)",
    re.IGNORECASE,
)
"""What makes a stand of the German `gegen`, which also stands in `spielt gegen`."""


def _is_noun(reading: Reading, sentence: Span, word: Span) -> bool:
    """`the support`, `Support`: no verb."""
    text, language = reading.text, reading.segments.language
    said = word.of(text)
    if " " in said and not said.lower().startswith("plan"):
        return False
    if word.start > sentence.start and said[0].isupper():
        return True
    before = _last_word(text, sentence.start, word.start)
    if said.lower() in _NOUNS and not _is_verb(reading, word, before):
        return True
    if before.endswith(("’s", "'s", "s’", "s'")) or (before == "as" and said.endswith("ing")):
        return True
    return before in language.articles or (language.verbs_may_be_nouns and before in _BEFORE_NOUNS)


_NOUNS = frozenset(
    "support supports demand demands favor favors favour favours backing challenge object vow "
    "vows pledge pledges praise advocates blasts protests veto vetoes hopes hope promise "
    "promises".split()
)
"""Words that are nouns as often as verbs."""

_AUXILIARIES = frozenset(
    "to will would can could must may might should shall do does did not never also who "
    "that still always now all both they we i you he she it n't is are was were".split()
)
_BEHIND_NOUN = re.compile(r" (?:from|among|of|such|was|were|is|are|by)\b|[,.;:]")


def _is_verb(reading: Reading, word: Span, before: str) -> bool:
    """Whether a subject, an auxiliary or an adverb stands before a word that may be a noun."""
    if _BEHIND_NOUN.match(reading.text, word.end):
        return False
    subject = reading.reports.at(word.start)
    is_beside = subject is not None and word.start - subject.subject.end < _BESIDE
    is_auxiliary = before in _AUXILIARIES or before.endswith(("ly", "n't", "n’t"))
    return is_beside or is_auxiliary or word.start == reading.text.rfind("\n", 0, word.start) + 1


_BESIDE = 3


def is_passive(text: str, word: Span) -> bool:
    """`was rejected`: what stands before it is not who rejects."""
    if _WAS.match(text, word.end):
        return True
    said = word.of(text).lower()
    before = _last_word(text, max(0, word.start - 12), word.start)
    return before in _BE and said.endswith("ed") and said not in PREDICATIVE


def _last_word(text: str, start: int, end: int) -> str:
    found = re.search(r"([\w’']+)\s*$", text[start:end])
    return found[1].lower() if found else ""


def meaning(reading: Reading, word: Span) -> tuple[Side, bool]:
    """The side that a word takes, and whether it is firm."""
    return reading.segments.language.stance_of(word.of(reading.text)) or ("unclear", False)


def is_negation(reading: Reading, word: str) -> bool:
    """Whether a word says no: `not`, `won’t`, `nobody’s`."""
    lower = word.replace("’", "'").lower().removesuffix("'s")
    return lower in reading.segments.language.negations or lower.endswith("n't")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, apostrophes kept."""
    return [word.lower() for word in re.findall(r"[\w’']+", text)]
