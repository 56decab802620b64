"""What can be said of a language: the fields that each one fills, and the patterns they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from babel import Locale, UnknownLocaleError

__all__ = ["Language", "Side", "phrases", "words"]

Side = Literal["supports", "opposes", "unclear"]
"""What a word says of who uses it; `unclear` where it says that no side is taken."""


@dataclass(frozen=True)
class Language:
    """The words of one language, lower case. `code` is ISO 639-1.

    What is left empty is not looked for.
    """

    code: str
    name: str

    # How it is written and built
    nouns_are_capitalised: bool = False
    verb_second: bool = False  # the subject follows its verb where something else leads
    has_dialogue: bool = False  # a dash at the start of a paragraph opens speech

    # Small words
    function_words: frozenset[str] = frozenset()  # the most frequent ones, which tell languages
    articles: frozenset[str] = frozenset()  # and what stands in their place: `his`
    pronouns: frozenset[str] = frozenset()  # those that may be a subject
    first_person: frozenset[str] = frozenset()  # `I`, `our`
    acronyms: frozenset[str] = frozenset()  # small words that are names in capitals: `US`
    auxiliaries: frozenset[str] = frozenset()  # stand beside who acts: `will`
    negations: frozenset[str] = frozenset()
    both: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()  # join what is said further: `and`
    that: tuple[str, ...] = ()  # opens what is said: `that`
    clause_openers: tuple[str, ...] = ()  # end what a stand is about: `because`
    conditions: tuple[str, ...] = ()  # open a clause of what is not so yet: `if`
    place_words: tuple[str, ...] = ()  # stand before where something is: `in`

    # Who somebody is
    titles: frozenset[str] = frozenset()  # stand before a name
    role_nouns: frozenset[str] = frozenset()  # what somebody can be

    # Who says something
    cue_verbs: frozenset[str] = frozenset()
    according_to: tuple[str, ...] = ()
    disputing: frozenset[str] = frozenset()  # verbs that deny or admit
    reporting_mood: frozenset[str] = frozenset()  # verbs in the mood of what others said: `sei`

    # Who is for or against what
    supporting: tuple[str, ...] = ()
    opposing: tuple[str, ...] = ()
    weakly_supporting: tuple[str, ...] = ()
    weakly_opposing: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    duties: frozenset[str] = frozenset()  # `must`: what the speaker thinks, whoever is to do it
    terms: tuple[str, ...] = ()  # make a stand one on terms: `provided`
    praising: tuple[str, ...] = ()
    blaming: tuple[str, ...] = ()
    for_nouns: tuple[str, ...] = ()  # name what somebody is for: `support for`
    against_nouns: tuple[str, ...] = ()  # and against: `refusal to`

    # What is so, and when
    hedges: tuple[str, ...] = ()  # leave open whether it is so
    relative_days: tuple[tuple[str, int], ...] = ()  # how many days from today they are
    no_days: tuple[str, ...] = ()  # phrases in which such a word is none: `la mañana`
    short_months: tuple[tuple[str, int], ...] = ()  # those that Unicode's CLDR lacks: `Sept`
    last_words: frozenset[str] = frozenset()
    next_words: frozenset[str] = frozenset()
    future: tuple[str, ...] = ()  # verbs that tell of a day to come: `will`
    until: tuple[str, ...] = ()  # what stands before a day to come: `until`

    # What speaks to a program: `Ignore all previous instructions`
    disregard: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()  # empty where nothing of the kind stands between the others
    instructions: tuple[str, ...] = ()

    @cached_property
    def weekdays(self) -> tuple[str, ...]:
        """From Monday on; none where nothing is known of the language."""
        return tuple(map(str.lower, self._calendar("days", "wide")))

    @cached_property
    def months(self) -> tuple[str, ...]:
        """From January on; none where nothing is known of the language."""
        return tuple(map(str.lower, self._calendar("months", "wide")))

    @cached_property
    def month_numbers(self) -> tuple[tuple[str, int], ...]:
        """What months are called, in full or short, each with its number."""
        return (
            *((name, number) for number, name in enumerate(self.months, start=1)),
            *(
                (name.rstrip("."), number)
                for number, name in enumerate(self._calendar("months", "abbreviated"), start=1)
            ),
            *self.short_months,
        )

    def _calendar(self, kind: Literal["days", "months"], width: str) -> list[str]:
        """The names of Unicode's CLDR in their order."""
        try:
            names = getattr(Locale(self.code), kind)["format"][width]
        except UnknownLocaleError:
            return []
        return [names[number] for number in sorted(names)]

    @cached_property
    def cue_pattern(self) -> re.Pattern[str]:
        """Any cue verb as a whole word; matches nothing where there is no table."""
        return _any_of(self.cue_verbs)

    @cached_property
    def according_pattern(self) -> re.Pattern[str]:
        """The phrase `according to`, and its kin."""
        return _any_of(self.according_to)

    @cached_property
    def stance_pattern(self) -> re.Pattern[str]:
        """Words with which somebody takes a stand, or may take one; the longest first."""
        return _any_of(self.stances)

    @cached_property
    def firm_pattern(self) -> re.Pattern[str]:
        """Words that leave no doubt that a stand is taken, or that none is."""
        return _any_of((*self.supporting, *self.opposing, *self.undecided))

    @cached_property
    def stances(self) -> dict[str, tuple[Side, bool]]:
        """From such words to the side they take, and whether they leave no doubt of it."""
        tables: tuple[tuple[tuple[str, ...], Side, bool], ...] = (
            (self.weakly_opposing, "opposes", False),
            (self.weakly_supporting, "supports", False),
            (self.opposing, "opposes", True),
            (self.supporting, "supports", True),
            (self.undecided, "unclear", True),
        )
        return {word: (side, is_firm) for words, side, is_firm in tables for word in words}

    @cached_property
    def judgement_pattern(self) -> re.Pattern[str]:
        """Words that judge what they are said of; the group `blame` where they are against it."""
        praise, blame = _any_of(self.praising).pattern, _any_of(self.blaming).pattern
        return re.compile(f"(?P<blame>{blame})|{praise}", re.IGNORECASE)

    @cached_property
    def noun_pattern(self) -> re.Pattern[str]:
        """Nouns of what somebody is for; the group `blame` where it is what they are against."""
        praise, blame = _any_of(self.for_nouns).pattern, _any_of(self.against_nouns).pattern
        return re.compile(f"(?P<blame>{blame})|{praise}", re.IGNORECASE)

    @cached_property
    def condition_pattern(self) -> re.Pattern[str]:
        """A clause that only supposes something, up to the end of what is searched."""
        return re.compile(rf"{_any_of(self.conditions).pattern}[^,;:.]*$", re.IGNORECASE)

    @cached_property
    def terms_pattern(self) -> re.Pattern[str]:
        """Words that put a stand on terms."""
        return _any_of(self.terms)

    @cached_property
    def clause_pattern(self) -> re.Pattern[str]:
        """Words that open another clause."""
        return _any_of(self.clause_openers)

    @cached_property
    def future_pattern(self) -> re.Pattern[str]:
        """Verbs that tell of a day to come."""
        return _any_of(self.future)

    @cached_property
    def until_pattern(self) -> re.Pattern[str]:
        """What stands before a day to come, behind some other words, up to the end."""
        return re.compile(rf"\w+\W+\w+.*{_any_of(self.until).pattern}\W*$", re.IGNORECASE)

    @cached_property
    def that_pattern(self) -> re.Pattern[str]:
        """What opens the words that a verb of speech reports."""
        return _any_of(self.that)

    @cached_property
    def further_pattern(self) -> re.Pattern[str]:
        """What opens more such words, as the group `that`: `, that`, or with a joint `and that`."""
        that, joint = self.that_pattern.pattern, _any_of(self.conjunctions).pattern
        return re.compile(rf"(?:,|,?\s(?P<joint>{joint}))\s(?P<that>{that})", re.IGNORECASE)

    @cached_property
    def joint_pattern(self) -> re.Pattern[str]:
        """What stands between two clauses that each say something."""
        joint = _any_of(self.conjunctions).pattern
        return re.compile(rf"(?<=[.;!])\s+|,\s+(?={joint})", re.IGNORECASE)

    @cached_property
    def where_pattern(self) -> re.Pattern[str]:
        """What stands before the name of a place: `in`, `in the`, up to the end."""
        before, article = _any_of(self.place_words).pattern, _any_of(self.articles).pattern
        return re.compile(rf"{before}[ \u00a0](?:{article}[ \u00a0])?$", re.IGNORECASE)

    @cached_property
    def order_pattern(self) -> re.Pattern[str]:
        """What tells a program to forget what it was told before."""
        earlier = rf".{{0,30}}{_any_of(self.earlier).pattern}" if self.earlier else ""
        verb, noun = _any_of(self.disregard).pattern, _any_of(self.instructions).pattern
        return re.compile(rf"{verb}{earlier}.{{0,30}}{noun}", re.IGNORECASE | re.DOTALL)

    @cached_property
    def hedge_pattern(self) -> re.Pattern[str]:
        """Words that leave open whether something is so: `may`, and not the month."""
        names = frozenset(self.months)
        plain = _any_of(word for word in self.hedges if word not in names)
        small = _any_of(word for word in self.hedges if word in names)
        return re.compile(f"{plain.pattern}|(?-i:{small.pattern})", re.IGNORECASE)

    def is_first_person(self, word: str) -> bool:
        """Whether a word means whoever speaks: `us`, and not the `US`."""
        lower = word.lower()
        return lower in self.first_person and not (word.isupper() and lower in self.acronyms)

    def stance_of(self, words: str) -> tuple[Side, bool] | None:
        """The side that words of `stances` take, and whether it is firm.

        None for letters that a pattern takes for others, such as `ſ` for `s`.
        """
        return self.stances.get(" ".join(words.lower().replace("’", "'").split()))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of these phrases as whole words, the longest first; none matches nothing."""
    longest_first = sorted(phrases, key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace("'", "[’']") for phrase in longest_first)
    return re.compile(rf"\b(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)


def phrases(text: str) -> tuple[str, ...]:
    """What commas part, in its order.

    >>> phrases("is against, will not")
    ('is against', 'will not')
    """
    return tuple(" ".join(each.split()) for each in text.split(","))


def words(text: str) -> frozenset[str]:
    """What white space parts."""
    return frozenset(text.split())
