"""Pronouns: which name a `he`, `she` or `it` can mean, by what the text shows of its bearer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from summarizer.bearers import is_bare
from summarizer.given_names import bearer_of
from summarizer.grounding import lower_words
from summarizer.languages import Language
from summarizer.names import Name, Names
from summarizer.roles import head_of
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = ["Gender", "Pronouns"]

Gender = Literal["he", "she", "it"]

_REACH = 900
"""A pronoun means nobody who was named longer ago than so many characters."""

_BESIDE = 60
"""Names within so many characters of each other are named together."""


class Pronouns:
    """Tells for each pronoun of a text whom it can mean.

    A name is `he` or `she` by its title, its given name, or by the pronouns of sentences in
    which it is the only name; bodies are `it`.

    >>> from summarizer.document import Document
    >>> from summarizer.names import find_names
    >>> from summarizer.segment import segment
    >>> text = "Mr. Osk met Ada Lind. Lind said she was late."
    >>> segments = segment(Document.from_text(text))
    >>> names = find_names(segments)
    >>> [Pronouns(segments, names).gender(number) for number in range(len(names.all))]
    ['he', 'she']
    """

    def __init__(self, segments: Segments, names: Names) -> None:
        self._segments, self._names = segments, names
        self._genders = _genders(segments, names)
        self._things = frozenset(
            number
            for number, name in enumerate(names.all)
            if not name.is_person
            if 2 * sum(is_bare(each, segments) for each in name.mentions) <= len(name.mentions)
        )
        """What mostly stands behind `the`, or `in`, and is nobody."""

    def gender(self, number: int) -> Gender | None:
        """What the text shows a name to be; None where it shows nothing."""
        return self._genders.get(number)

    def can_mean(self, pronoun: str, number: int) -> bool:
        """Whether nothing speaks against it: `he` is no woman, and no union; `they` are many."""
        language, name = self._segments.language, self._names.all[number]
        wanted, lower = language.gender_of(pronoun.lower()), pronoun.lower()
        if lower in language.she_or_they:
            return self.gender(number) != "he"
        if lower in language.they:
            return name.is_body or _MANY.search(name.text) is not None
        if wanted is None:
            return True
        gender = self.gender(number)
        if wanted == "it":
            return not name.is_person and gender in (None, "it")
        if number in self._things:
            return False
        return gender == wanted or (gender is None and _may_be_person(name))

    def surely_means(
        self, pronoun: str, number: int, offset: int, speaker: int | None = None
    ) -> bool:
        """Whether the text shows the gender, and nobody else of it is named beside the name.

        A pronoun without a gender means its name, `they` a body, and `it` what is nobody.
        """
        language = self._segments.language
        wanted = language.gender_of(pronoun.lower())
        if wanted == "it":
            return self.can_mean(pronoun, number)
        if wanted is None:
            return pronoun.lower() not in language.they or self._names.all[number].is_body
        near = self._names.within(Span(max(0, offset - _REACH), offset))
        last = max((mention.start for mention, each in near if each == number), default=offset)
        rivals = {each for mention, each in near if mention.start > last - _BESIDE} - {
            number,
            speaker,
        }
        return self.gender(number) == wanted and not any(self.gender(r) == wanted for r in rivals)

    def nearest(self, pronoun: str, offset: int, speaker: int | None = None) -> int | None:
        """The name last mentioned before an offset that a pronoun can mean, a sure one first.

        Nobody calls themselves `he`: the `speaker` is not meant.
        """
        mentions = self._names.within(Span(max(0, offset - _REACH), offset))
        near = [number for _, number in reversed(mentions) if self.can_mean(pronoun, number)]
        language, lower = self._segments.language, pronoun.lower()
        wanted = "she" if lower in language.she_or_they else language.gender_of(lower)
        sure = (n for n in near if wanted in (None, self.gender(n)) and n != speaker)
        return next(sure, None)


def _may_be_person(name: Name) -> bool:
    """Whether it is one, or nothing shows that two words are no person's name."""
    is_many = name.is_body or name.is_place or _MANY.search(name.text) is not None
    return name.is_person or (" " in name.text and not is_many and not _LETTERS.match(name.text))


_LETTERS = re.compile(r"[A-Z]{3,}\b(?=.*[a-z])")
"""How a name begins that is no person's: `BBC Radio`."""


_REFLEXIVE = frozenset("himself herself".split())
_MANY = re.compile(r"(?:ans|crats|ists|ers|men)$")
"""How a name ends that is one of many: `Republicans`."""
_WORD = re.compile(r"\w+")


def _genders(segments: Segments, names: Names) -> dict[int, Gender]:
    """By titles and roles, else by the given name, else by the pronouns around a name."""
    votes: dict[int, Counter[Gender]] = {n: Counter() for n in range(len(names.all))}
    for number, gender, weight in _by_pronoun(segments, names):
        votes[number][gender] += weight
    found: dict[int, Gender] = {}
    for number, name in enumerate(names.all):
        titles, given = _by_title(name, segments), _by_given_name(name)
        if name.is_body:
            found[number] = "it"
        elif given and not titles:
            found[number] = given
        elif voted := _most(votes[number] + titles):
            found[number] = voted
    return found


def _most(votes: Counter[Gender]) -> Gender | None:
    """What two thirds of the votes say."""
    if not votes:
        return None
    (best, most), *others = votes.most_common()
    is_clear = not others or most > 2 * others[0][1]
    return best if most >= FEWEST_VOTES and is_clear else None


FEWEST_VOTES, _SURE = 2, 9
"""Votes that show a gender, and those of a title."""


def _by_given_name(name: Name) -> Gender | None:
    if not name.is_person or " " not in name.text:
        return None
    bearer = bearer_of(name.text.split()[0])
    return None if bearer == "either" else bearer


def _by_title(name: Name, segments: Segments) -> Counter[Gender]:
    text, language, votes = segments.text, segments.language, Counter[Gender]()
    before = [text[max(0, mention.start - 10) : mention.start] for mention in name.mentions]
    titles = [words[-1] for each in before if (words := lower_words(each))]
    roles = [lower_words(role.of(text)) for role in name.roles]
    for word in (*titles, *(word for role in roles for word in role)):
        if gender := language.addressed(word):
            votes[gender] += _SURE
    for role in filter(None, roles):
        if gender := _by_noun(head_of(role, language), language):
            votes[gender] += _SURE
    for word in (word for role in roles for word in role):
        if word.endswith(language.her_endings) and not language.addressed(word):
            votes["she"] += _SURE
    return votes


def _by_noun(noun: str, language: Language) -> Literal["he", "she"] | None:
    """What a noun such as `spokeswoman` or `father` shows; a person may be either."""
    if noun.endswith(language.her_nouns):
        return "she"
    is_man = noun.endswith(language.his_nouns) and not noun.endswith("person")
    return "he" if is_man else None


def _by_pronoun(segments: Segments, names: Names) -> Iterator[tuple[int, Gender, int]]:
    """From sentences with one person: the pronouns behind it, and the one that opens the next.

    Each with its weight: `her brother` says less of whom a sentence is about than `she`.
    """
    spans = sorted(span for quote in segments.quotations for span in quote.spans)
    starts = [span.start for span in spans]
    language = segments.language
    subjects = language.personal | _REFLEXIVE
    only: int | None = None
    for sentence in segments.sentences:
        inside = names.within(sentence)
        people = {n for _, n in inside if _may_be_person(names.all[n])}
        if not people and inside and _may_be_surname(names.all[inside[0][1]]):
            yield from _of_surname(inside[0], sentence, segments)
        found = [
            (word.start(), gender, 2 if lower in subjects else 1)
            for word in _WORD.finditer(segments.text, sentence.start, sentence.end)
            if (gender := language.gender_of(lower := word[0].lower())) and gender != "it"
            if not _quoted(word.start(), spans, starts)
        ]
        if only is not None and found and not (inside and inside[0][0].start < found[0][0]):
            yield only, found[0][1], found[0][2]
        only = next(iter(people)) if len(people) == 1 else only if not people else None
        if only is not None and inside:
            first = inside[0][0].start
            behind = [each for each in found if each[0] > first or _leads(segments, each[0])]
            yield from ((only, gender, weight) for _, gender, weight in behind)


def _may_be_surname(name: Name) -> bool:
    """Whether it is one word, which is no body's."""
    return " " not in name.text and not name.is_body and name.text[1:].islower()


def _of_surname(
    first: tuple[Span, int], sentence: Span, segments: Segments
) -> Iterator[tuple[int, Gender, int]]:
    """One vote of a sentence that begins with a word of which nothing shows whose it is."""
    span, number = first
    words = lower_words(segments.text[span.end : sentence.end])
    genders = [g for word in words if (g := segments.language.gender_of(word))]
    if span.start == sentence.start and genders:
        yield number, genders[0], 1


_LAST_WORD = re.compile(r"\b(\w+) $")


def _leads(segments: Segments, offset: int) -> bool:
    """Whether a pronoun stands before its name: `When she left, Lind laughed`."""
    word = _LAST_WORD.search(segments.text[max(0, offset - 12) : offset].lower())
    return word is not None and word[1] in segments.language.subordinators


def _quoted(offset: int, spans: list[Span], starts: list[int]) -> bool:
    at = bisect_left(starts, offset + 1) - 1
    return at >= 0 and offset < spans[at].end
