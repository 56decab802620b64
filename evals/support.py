"""Support: whether the evidence of a claim carries it. The judge's own rules, by words.

The program has rules of its own (`summarizer.support`) and repairs by them; a judge that used
the same ones would always agree with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - the type of a date
from datetime import timedelta

from summarizer.grounding import fold
from summarizer.reading import Reading
from summarizer.when import resolve_day

from .matching import SMALL, content
from .predictions import Assertion, Place, Prediction

__all__ = ["unsupported", "widened"]

ENOUGH = 0.5
"""A claim shares at least this part of its content words with its evidence."""

SAME = 0.9
"""A claim with this part of its evidence's words says the same: also its hedge and its denial."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_CURRENCIES = {
    "dollar": r"\$|\bdollars?\b",
    "euro": r"€|\beuros?\b",
    "pound": r"£|\bpounds?\b|\bpfund\b|\blibras?\b",
    "yen": r"¥|\byen\b",
    "crown": r"\bcrowns?\b|\bkron(?:e|en|er|or|a|ur)\b|\bcoronas?\b",
    "franc": r"\bfrancs?\b|\bfranken\b",
    "peso": r"\bpesos?\b",
}
_UNITS = (
    "two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMERALS = {
    "2": {"twice", "both", "zwei", "zweimal", "deux", "dos"},
    "3": {"drei", "trois", "tres"},
    "4": {"vier", "quatre", "cuatro"},
    "5": {"fünf", "cinq", "cinco"},
    "6": {"sechs", "seis"},
    "7": {"sieben", "sept", "siete"},
    "8": {"acht", "huit", "ocho"},
    "9": {"neun", "neuf", "nueve"},
    "10": {"zehn", "dix", "diez"},
    "11": {"elf", "onze", "once"},
    "12": {"zwölf", "douze", "doce"},
}


def _numerals() -> dict[str, set[str]]:
    """Numbers below a hundred and the words for them, of English all, of others up to twelve."""
    found: dict[str, set[str]] = {number: set(words) for number, words in _NUMERALS.items()}
    units = ["", "one", *_UNITS.split()]
    for number, word in enumerate(units[2:], start=2):
        found.setdefault(str(number), set()).add(word)
    for ten, word in enumerate(_TENS.split(), start=2):
        found[str(10 * ten)] = {word}
        found |= {str(10 * ten + unit): {f"{word}-{units[unit]}"} for unit in range(1, 10)}
    return found


_WORDS_OF = _numerals()
_POSSESSIVES = frozenset(
    "his her their its my our sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren "
    "son sa ses leur leurs su sus".split()
)
_REFUSALS = re.compile(r"\b(?:den(?:y|ie)|refus|reject|ablehn|lehnt|verweiger|niega|negó|rechaz)")

_NO_HEDGES = re.compile(r"\bappear(?:s|ed)\b(?!\s+(?:to|that)\b)|\bMay\b(?=\s+\d)|(?<=\d )May\b")
_OPINIONS = re.compile(
    r"\b(?:th(?:inks?|ought)|believe[sd]?|glaub\w*|mein(?:t|te|en)|croi\w*|cree)\b"
)


def widened(spans: Place, reading: Reading) -> Place:
    """The whole sentences that these spans touch."""
    numbers = sorted({n for span in spans for n in reading.segments.sentences_of(span)})
    return tuple(reading.sentences[number] for number in numbers)


def unsupported(claim: Assertion, prediction: Prediction, reading: Reading) -> list[str]:
    """Why the evidence does not carry a claim; empty if it does.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> from summarizer.spans import Span
    >>> reading = read(Document.from_text("Lind may sell 11 ships. It rained in Tarn."))
    >>> claim = Assertion(statement="Lind will sell 12 ships.", asserted_by=None,
    ...                   evidence=(Span(0, 23),))
    >>> unsupported(claim, Prediction(), reading)
    ['12']
    """
    if not claim.evidence:
        return ["no evidence in the source"]
    speaker = prediction.person(claim.asserted_by)
    around = _Evidence.of(claim.evidence, reading, speaker.forms if speaker else ())
    statement = claim.statement
    return [
        *_other_words(statement, around),
        *_numbers(statement, around),
        *_currencies(statement, around),
        *_names(statement, around),
        *_force(statement, around),
    ]


@dataclass(frozen=True)
class _Evidence:
    """The evidence as it is cut out, and its sentences with those beside and who asserts them."""

    reading: Reading
    itself: str
    around: str

    @classmethod
    def of(cls, spans: Place, reading: Reading, names: tuple[str, ...]) -> _Evidence:
        inside = sorted({n for span in spans for n in reading.segments.sentences_of(span)})
        beside = sorted({m for n in inside for m in (n - 1, n, n + 1)})
        texts = [span.of(reading.text) for span in reading.sentences]
        return cls(
            reading,
            " ".join(span.of(reading.text) for span in spans),
            " ".join([*(texts[n] for n in beside if 0 <= n < len(texts)), *names]),
        )

    @property
    def days(self) -> Iterator[Date]:
        """The days that its words mean, a weekday also the coming one, and the document's day."""
        document, language = self.reading.document, self.reading.segments.language
        for sentence in re.split(r"[.;\n]|,(?!\s*\d{4}\b)", self.around):
            if day := resolve_day(sentence, document.date, language):
                yield day
                words = re.findall(r"\w+", fold(sentence))
                recent = document.date and 0 <= (document.date - day).days < 7
                if recent and not {*language.weekdays}.isdisjoint(words):
                    yield day + timedelta(days=7)
        if document.date:
            yield document.date


def _other_words(statement: str, evidence: _Evidence) -> Iterator[str]:
    said = {word for word in content(statement) if not word.isdecimal()}
    if len(said & content(evidence.around)) < ENOUGH * len(said):
        yield "it is about something else"


def _numbers(statement: str, evidence: _Evidence) -> Iterator[str]:
    text = evidence.around
    present = {_plain(number) for number in _NUMBER.findall(text)}
    words = set(re.findall(r"\w+(?:-\w+)?", fold(text)))
    present |= {number for number, names in _WORDS_OF.items() if words & names}
    language, given = evidence.reading.segments.language, evidence.reading.document.date
    days = list(evidence.days)
    present |= {str(day.year) for day in days}
    if _DATE.search(statement) or {*language.months} & set(re.findall(r"\w+", fold(statement))):
        parts = [part for day in days for part in (day.month, day.day)]
        present |= {str(part) for part in parts} | {f"{part:02}" for part in parts}
    if given and words & (language.last_words | language.next_words):
        present |= {str(given.year - 1), str(given.year + 1)}
    yield from (n for n in _NUMBER.findall(statement) if _plain(n) not in present)


def _plain(number: str) -> str:
    return re.sub(r"[.,](?=\d{3}\b)", "", number)


def _currencies(statement: str, evidence: _Evidence) -> Iterator[str]:
    said, present = fold(statement), fold(evidence.around)
    for name, signs in _CURRENCIES.items():
        if re.search(signs, said) and not re.search(signs, present):
            yield name


def _names(statement: str, evidence: _Evidence) -> Iterator[str]:
    """Capitalised words that stand neither there nor, for a pronoun there, before it.

    In a language that writes all nouns with capitals only the document's names are looked at.
    """
    reading = evidence.reading
    language = reading.segments.language
    names = {word for name in reading.names.all for word in content(name.text)}
    present = content(evidence.around)
    stand_ins = language.pronouns | language.first_person | language.role_nouns | _POSSESSIVES
    if stand_ins & set(re.findall(r"\w+", fold(evidence.around))):
        capitalised = (word for word in _WORD.findall(reading.text) if word[0].isupper())
        present |= content(" ".join(capitalised))
    months = {month[:6] for month in language.months} if list(evidence.days) else set()
    for number, word in enumerate(_WORD.findall(statement)):
        bare = re.sub(r"[’']s?$", "", word)
        stems = content(bare)
        looked_at = (
            word[0].isupper()
            and fold(bare) not in SMALL
            and (bool(stems & names) or (number > 0 and not language.nouns_are_capitalised))
        )
        if looked_at and not stems & (present | months):
            yield word


def _force(statement: str, evidence: _Evidence) -> Iterator[str]:
    """A denial that is only on one side, a hedge that is lost."""
    language = evidence.reading.segments.language
    marks = {word[:6] for each in (*language.negations, *language.hedges) for word in each.split()}
    said, source = content(statement), content(evidence.itself) - marks
    says_the_same = len(said & source) >= SAME * len(source)
    denied = _denies(statement, language.negations)
    if denied and not _denies(evidence.around, language.negations):
        yield "it denies"
    refuses = _REFUSALS.search(statement)
    if says_the_same and not (denied or refuses) and _denies(evidence.itself, language.negations):
        yield "a denial is lost"
    hedge = language.hedge_pattern
    hedged = hedge.search(_NO_HEDGES.sub("", evidence.itself))
    if says_the_same and hedged and not (hedge.search(statement) or _OPINIONS.search(statement)):
        yield "a hedge is lost"


def _denies(text: str, negations: frozenset[str]) -> bool:
    folded = fold(text)
    return bool(set(re.findall(r"\w+", folded)) & negations) or "n't" in folded
