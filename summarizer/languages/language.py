"""What can be said of a language: the fields that each one fills, and the patterns they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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

    # How it is written and built: traits that rules elsewhere ask for
    nouns_are_capitalised: bool = False
    titles_are_capitalised: bool = False  # `Mrs. Lind`, but Dutch `mevrouw Lind`
    subject_first: bool = False  # who acts stands before the verb: the rules of English hold
    verbs_may_be_nouns: bool = False  # verbs of speech and of stands: `claims`, `support`
    agents_end_in_er: bool = False  # who does something is called so: `builder`
    verb_second: bool = False  # the subject follows its verb where something else leads
    elides: bool = False  # writes small words together with names: `l’Agence`
    genitive_in_s: bool = False  # names of countries have one: `Russlands`
    small_after_body: bool = False  # only the first word of a body has a capital
    has_dialogue: bool = False  # a dash at the start of a paragraph opens speech

    # Small words
    function_words: frozenset[str] = frozenset()  # the most frequent ones, which tell languages
    articles: frozenset[str] = frozenset()  # and what stands in their place: `his`
    indefinites: frozenset[str] = frozenset()  # before somebody who was not spoken of: `a`
    definites: frozenset[str] = frozenset()  # before what was, or is known: `the`
    demonstratives: frozenset[str] = frozenset()  # and before what is pointed at: `this`
    these: frozenset[str] = frozenset()  # mean alone what another sentence names
    pointing: frozenset[str] = frozenset()  # open or close words that name nothing: `what`
    prepositions: frozenset[str] = frozenset()  # whoever stands behind one is no subject
    place_words: tuple[str, ...] = ()  # stand before where something is: `in`
    by: frozenset[str] = frozenset()  # stand before who did what was done: `by`
    of_words: frozenset[str] = frozenset()  # stand behind the noun of a phrase: `head of`
    auxiliaries: frozenset[str] = frozenset()  # stand beside who acts: `will`
    perfect: frozenset[str] = frozenset()  # part a subject from its participle: `hat`
    passive: frozenset[str] = frozenset()  # and who is quoted from his: `wird`
    copulas: frozenset[str] = frozenset()  # say what somebody is: `is`
    copulas_of_things: tuple[str, ...] = ()  # and what a plan is, or would be
    degrees: frozenset[str] = frozenset()  # stand before a word that judges: `so`, `a`
    negations: frozenset[str] = frozenset()
    late_negations: frozenset[str] = frozenset()  # those that end a clause: `nicht`
    both: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()  # join what is said further: `and`
    that: tuple[str, ...] = ()  # opens what is said: `that`
    clause_openers: tuple[str, ...] = ()  # end what a stand is about: `because`
    relative_words: frozenset[str] = frozenset()  # open a clause about who was named: `who`
    subordinators: frozenset[str] = frozenset()  # open one that may stand first: `when`
    conditions: tuple[str, ...] = ()  # open a clause of what is not so yet: `if`
    openers: frozenset[str] = frozenset()  # open a sentence, and are no names: `Meanwhile`
    loose_starts: frozenset[str] = frozenset()  # lean on the sentence before: `So`
    now_words: frozenset[str] = frozenset()  # stand before what somebody is: `now the mayor`

    # Whom a pronoun means
    pronouns: frozenset[str] = frozenset()  # those that may be a subject
    first_person: frozenset[str] = frozenset()  # `I`, `our`
    mine: frozenset[str] = frozenset()  # stand before what the speaker has: `my`
    theirs: frozenset[str] = frozenset()  # stand before what somebody else has: `his`
    you: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()  # of turns in a transcript that name nobody
    introductions: tuple[str, ...] = ()  # stand before one's own name: `I'm`
    headings: tuple[str, ...] = ()  # stand above a speech, before its speaker: `Remarks by`
    interviewing: tuple[str, ...] = ()  # before who answers: `Interview with`
    salutations: tuple[str, ...] = ()  # open a letter: `Dear`
    closings: tuple[str, ...] = ()  # end it, above a name: `Yours sincerely`
    polite: frozenset[str] = frozenset()  # have a capital, and are no names: `Ihnen`
    anybody: frozenset[str] = frozenset()  # subjects that mean nobody who is named
    acronyms: frozenset[str] = frozenset()  # small words that are names in capitals: `US`
    he: frozenset[str] = frozenset()  # with all its cases: `him`
    she: frozenset[str] = frozenset()
    it: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    she_or_they: frozenset[str] = frozenset()  # one word for both: `sie`

    # Who somebody is
    titles: frozenset[str] = frozenset()  # stand before a name
    honorifics: frozenset[str] = frozenset()  # and say only that it is a person's: `Dr`
    his_titles: frozenset[str] = frozenset()  # and whose: `Mr`
    her_titles: frozenset[str] = frozenset()
    role_nouns: frozenset[str] = frozenset()  # what somebody can be
    body_nouns: frozenset[str] = frozenset()  # what many are together: `company`
    her_endings: tuple[str, ...] = ()  # how roles of women end: `-erin`
    her_nouns: tuple[str, ...] = ()  # what women are, or how that ends: `spokeswoman`
    works: frozenset[str] = frozenset()  # what stands before the title of one: `the film Tarn`
    kin: frozenset[str] = frozenset()  # what somebody is of another of the same name: `wife`
    his_nouns: tuple[str, ...] = ()
    unnamed: frozenset[str] = frozenset()  # who may speak behind an article: `a source`
    unnamed_many: frozenset[str] = frozenset()  # and without one: `officials`

    # Who says something
    cue_verbs: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()  # those that are no nouns: `said`
    asserting: frozenset[str] = frozenset()  # what follows them is said without a `that` too
    no_verb_behind: frozenset[str] = frozenset()  # a verb of speech behind one is none: `the`
    quoting: frozenset[str] = frozenset()  # whose object speaks: `quoted`
    before_subjects: frozenset[str] = frozenset()  # between a verb and its subject: `nannte ihn`
    according_to: tuple[str, ...] = ()
    in_words: tuple[str, ...] = ()  # stand before what the subject of the sentence says
    disputing: frozenset[str] = frozenset()  # verbs that deny or admit
    reporting_mood: frozenset[str] = frozenset()  # verbs in the mood of what others said: `sei`
    never_owned: frozenset[str] = frozenset()  # no owner stands before it: `the workers’ and`

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
    calling: tuple[str, ...] = ()  # verbs with which somebody judges: `called the plan`
    calling_links: tuple[str, ...] = ()  # stand between that and the judgement: `as`
    votes_for: tuple[str, ...] = ()  # stand before a list of names in minutes: `in favour`
    votes_against: tuple[str, ...] = ()
    abstentions: tuple[str, ...] = ()
    before_issues: frozenset[str] = frozenset()  # between a stand and its issue: `for`
    behind_issues: frozenset[str] = frozenset()  # what no issue ends in

    # What is so, and when
    hedges: tuple[str, ...] = ()  # leave open whether it is so
    units: tuple[str, ...] = ()  # make an amount of a number: `percent`
    large_numbers: frozenset[str] = frozenset()  # and are one themselves: `million`
    courtesies: tuple[str, ...] = ()  # how people open, close and hand over
    announcing: tuple[str, ...] = ()  # what somebody says next matters: `Here is what we`
    date_words: frozenset[str] = frozenset()  # stand behind a name without a comma: `Ende Juni`
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

    def __hash__(self) -> int:
        return hash(self.code)

    @cached_property
    def weekdays(self) -> tuple[str, ...]:
        """From Monday on; none where nothing is known of the language."""
        return tuple(map(str.lower, self._calendar("days", "wide")))

    @cached_property
    def months(self) -> tuple[str, ...]:
        """From January on; none where nothing is known of the language."""
        return tuple(map(str.lower, self._calendar("months", "wide")))

    @cached_property
    def calendar(self) -> frozenset[str]:
        """All days of the week, and all months."""
        return frozenset((*self.weekdays, *self.months))

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
    def in_words_pattern(self) -> re.Pattern[str]:
        """Such a phrase, with a verb behind it, as the group `said`, a colon, and the end."""
        phrase = _any_of(self.in_words).pattern
        return re.compile(rf"(?P<said>{phrase}(?: \w+){{0,3}}):\W*$", re.IGNORECASE)

    @cached_property
    def stance_pattern(self) -> re.Pattern[str]:
        """Words with which somebody takes a stand, or may take one; the longest first."""
        return _any_of(self.stances)

    @cached_property
    def firm_pattern(self) -> re.Pattern[str]:
        """Words that leave no doubt that a stand is taken, or that none is."""
        return _any_of((*self.supporting, *self.opposing, *self.undecided))

    @cached_property
    def second_pattern(self) -> re.Pattern[str]:
        """What stands before the second stand of one subject: `backs the plan and opposes`."""
        joint = _any_of(self.conjunctions).pattern
        return re.compile(rf",? {joint} (?={self.firm_pattern.pattern})", re.IGNORECASE)

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
        """Words that put a stand on terms: `as long as`, and not `for as long as`."""
        return re.compile(rf"(?<!\bfor ){_any_of(self.terms).pattern}", re.IGNORECASE)

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
        return re.compile(rf"{before} (?:{article} )?$", re.IGNORECASE)

    @cached_property
    def votes(self) -> dict[str, Side]:
        """From what stands before names in minutes to the side that they took."""
        return {
            **dict.fromkeys(self.votes_for, "supports"),
            **dict.fromkeys(self.votes_against, "opposes"),
            **dict.fromkeys(self.abstentions, "unclear"),
        }

    @cached_property
    def votes_pattern(self) -> re.Pattern[str]:
        """Such a word as the group `side`, and the `names` behind its colon."""
        side = _any_of(self.votes).pattern
        return re.compile(rf"(?P<side>{side})(?: \(\d+\))?: (?P<names>[^;:()\n]+)", re.IGNORECASE)

    @cached_property
    def quantity_pattern(self) -> re.Pattern[str]:
        """An amount, not merely a date."""
        unit, large = _any_of(self.units).pattern, _any_of(self.large_numbers).pattern
        return re.compile(rf"[£$€]\s?\d|\d\s?%|\d\s{unit}|{large}", re.IGNORECASE)

    @cached_property
    def courtesy_pattern(self) -> re.Pattern[str]:
        """How people open and close, and hand over."""
        return _any_of(self.courtesies)

    @cached_property
    def introduction_pattern(self) -> re.Pattern[str]:
        """What stands before one's own name, up to the end."""
        return re.compile(rf"{_any_of(self.introductions).pattern} $", re.IGNORECASE)

    @cached_property
    def heading_pattern(self) -> re.Pattern[str]:
        """What stands above a speech, before its speaker."""
        return _any_of(self.headings)

    @cached_property
    def interviewing_pattern(self) -> re.Pattern[str]:
        """What stands before the name of somebody who is interviewed."""
        return _any_of(self.interviewing)

    @cached_property
    def salutation_pattern(self) -> re.Pattern[str]:
        """The line that opens a letter: it has no full stop, but for those of titles."""
        return re.compile(rf"{_any_of(self.salutations).pattern}.{{0,60}}[,!:]$", re.IGNORECASE)

    @cached_property
    def closing_pattern(self) -> re.Pattern[str]:
        """The formula that ends a letter, alone in its line."""
        return re.compile(rf"{_any_of(self.closings).pattern} ?[,.:!]?(?=\s*$|\n)", re.IGNORECASE)

    @cached_property
    def announcing_pattern(self) -> re.Pattern[str]:
        """Words behind which a speaker says what matters."""
        return _any_of(self.announcing)

    @cached_property
    def by_pattern(self) -> re.Pattern[str]:
        """What stands between something that was done and who did it."""
        return re.compile(rf" {_any_of(self.by).pattern} ")

    @cached_property
    def joined_pattern(self) -> re.Pattern[str]:
        """What stands between two verbs of one subject, up to the end: `and later `."""
        joint = _any_of(self.conjunctions).pattern
        return re.compile(rf" {joint}(?: \w+ly)? $")

    @cached_property
    def late_negation_pattern(self) -> re.Pattern[str]:
        """A negation at the end of a clause, with the space before it."""
        return re.compile(rf" {_any_of(self.late_negations).pattern}")

    @cached_property
    def subordinate_pattern(self) -> re.Pattern[str]:
        """What opens a clause that may stand before the main one."""
        return _any_of(self.subordinators)

    @cached_property
    def personal(self) -> frozenset[str]:
        """What surely means one person who says or does something: `she`."""
        return self.pronouns & (self.he | self.she)

    def gender_of(self, pronoun: str) -> Literal["he", "she", "it"] | None:
        """What a pronoun, in small letters, shows of whom it means."""
        if pronoun in self.he:
            return "he"
        if pronoun in self.she:
            return "she"
        return "it" if pronoun in self.it else None

    def addressed(self, title: str) -> Literal["he", "she"] | None:
        """Whom a form of address before a name means, as the pronoun for them: `Mr` is he."""
        if title in self.her_titles:
            return "she"
        return "he" if title in self.his_titles else None

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
    found = list(phrases)
    return re.compile(rf"\b{_tree(found)}(?!\w)" if found else r"(?!)", re.IGNORECASE)


def _tree(phrases: Iterable[str]) -> str:
    """A pattern for any of these, in which what begins alike stands once: so it is searched fast.

    >>> _tree(["vote", "voted", "veto"])
    '(?:v(?:o(?:t(?:e(?:d)?))|e(?:t(?:o))))'
    """
    behind: dict[str, list[str]] = {}
    for phrase in phrases:
        behind.setdefault(phrase[:1], []).append(phrase[1:])
    is_whole = behind.pop("", None) is not None
    if not behind:
        return ""
    marks = {first: "[’']" if first == "'" else re.escape(first) for first in behind}
    branches = (marks[first] + _tree(rest) for first, rest in behind.items())
    return f"(?:{'|'.join(branches)}){'?' if is_whole else ''}"


def phrases(text: str) -> tuple[str, ...]:
    """What commas part, in its order; braces hold what may stand there.

    >>> phrases("is against, vote{|s|d} for")
    ('is against', 'vote for', 'votes for', 'voted for')
    """
    return tuple(dict.fromkeys(one for each in text.split(",") for one in _spelled_out(each)))


_CHOICE = re.compile(r"\{([^{}]*)\}")


def _spelled_out(phrase: str) -> Iterator[str]:
    """Every reading of a phrase with braces."""
    found = _CHOICE.search(phrase)
    if found is None:
        yield " ".join(phrase.split())
        return
    for choice in found[1].split("|"):
        yield from _spelled_out(phrase[: found.start()] + choice + phrase[found.end() :])


def words(text: str) -> frozenset[str]:
    """What white space parts."""
    return frozenset(text.split())
