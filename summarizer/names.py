"""Names: who is called what in a text, where, and in which role. By code, without a model.

Capitals are the clue, so a script without them gives no names; the model names the
participants of such a text itself. What is found here is only proposed: the model chooses.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from summarizer.bearers import SAYS, Bearer, find_bearers, is_bare, key_of, lowered
from summarizer.bodies import PLACES, REGIONS, has_body, is_federal
from summarizer.capitals import PARTICLES
from summarizer.countries import is_country
from summarizer.given_names import bearer_of
from summarizer.mentions import Mention, find_mentions
from summarizer.roles import DEMONYM, has_article, head_of
from summarizer.segment import Segments
from summarizer.spans import Span

__all__ = ["Name", "Names", "find_names"]


@dataclass(frozen=True)
class Name:
    """One bearer of a name. `text` is the fullest form; `roles` are addresses of role words.

    `is_person` where the text shows it: a role, an age, Mr. or Ms., a surname that stands alone.
    """

    text: str
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    roles: tuple[Span, ...]
    is_person: bool = False

    @property
    def is_body(self) -> bool:
        """Whether a word of it, such as `Union`, says that it is many people."""
        return not self.is_person and has_body(self.text.lower().split())

    @property
    def is_place(self) -> bool:
        """Whether a word of it, such as `Street`, says that it is a place or an event."""
        words = self.text.lower().split()
        return not self.is_person and (words[0] in REGIONS or words[-1] in PLACES)


@dataclass(frozen=True)
class Names:
    """All names of a text, in the order in which they first occur.

    >>> from summarizer.document import Document
    >>> from summarizer.segment import segment
    >>> text = "The mayor met Finance Minister Ada Lind. Lind did not stay."
    >>> names = find_names(segment(Document.from_text(text)))
    >>> [(name.text, name.aliases, [role.of(text) for role in name.roles]) for name in names.all]
    [('Ada Lind', ('Lind',), ['Finance Minister'])]
    """

    all: tuple[Name, ...]

    @cached_property
    def _mentions(self) -> list[tuple[Span, int]]:
        return sorted((span, n) for n, name in enumerate(self.all) for span in name.mentions)

    def within(self, span: Span) -> list[tuple[Span, int]]:
        """Mentions that start inside a span, in order, each with the number of its name."""
        low = bisect_left(self._mentions, (Span(span.start, 0), 0))
        high = bisect_right(self._mentions, (Span(span.end, 0), 0))
        return self._mentions[low:high]

    def called(self, text: str) -> int | None:
        """The number of the name with this form, capitals aside; None if nobody has it."""
        return self._forms.get(text.casefold().strip())

    @cached_property
    def _forms(self) -> dict[str, int]:
        forms: dict[str, int] = {}
        for number, name in enumerate(self.all):
            for form in (name.text, *name.aliases):
                forms.setdefault(form.casefold(), number)
        return forms


def find_names(segments: Segments) -> Names:
    """Find runs of capitalised words, take titles off, and merge the forms of one bearer."""
    bearers = find_bearers(find_mentions(segments), segments)
    kept = [each for each in bearers if len(each.words) > 1 or _is_name(each, segments)]
    names = [_name(bearer, segments) for bearer in kept]
    return Names(tuple(sorted(names, key=lambda name: name.mentions[0])))


def _is_name(bearer: Bearer, segments: Segments) -> bool:
    """A single capitalised word is a name if something besides its capital says so."""
    first, language = bearer.mentions[0], segments.language
    lower = bearer.words[0].lower()
    calendar = (*language.weekdays, *language.months, *language.function_words)
    if lower in language.titles or lower in language.role_nouns or lower in calendar:
        return False
    roles = [m.role for m in bearer.mentions if m.role]
    if any(m.titled for m in bearer.mentions) or roles:
        # warf der Ministerin Wortbruch vor: a noun behind another one
        is_noun = language.nouns_are_capitalised and len(bearer.mentions) == len(roles) == 1
        return not (is_noun and has_article(roles[0], segments))
    if language.nouns_are_capitalised:
        is_short = first.words[0].isupper() and len(first.words[0]) > 1
        return is_short or is_country(first.words[0], language.code) or is_federal(lower)
    return any(not m.opens or _says_something(m, segments) for m in bearer.mentions)


_ANYBODY = frozenset(
    "anybody anyone everybody everyone nobody nothing someone somebody something neither either "
    "both most many few several others people another staff folk history legend law rumour rumor "
    "tradition evidence research data".split()
)
"""What is nobody's name, and says something at the start of a sentence."""


def _says_something(mention: Mention, segments: Segments) -> bool:
    """`Russia insists`: no plain noun stands alone before a verb, but one in the plural."""
    word = mention.words[0].lower()
    if word.endswith("s") or word in _ANYBODY or not segments.language.subject_first:
        return False
    verb = SAYS.match(segments.text, mention.span.end)
    return verb is not None and verb["verb"] in segments.language.cue_verbs


def _name(bearer: Bearer, segments: Segments) -> Name:
    text = segments.text
    mentions = sorted(bearer.mentions, key=lambda m: m.span)
    forms = Counter(" ".join(m.span.of(text).split()) for m in mentions)
    best = max(forms, key=lambda form: (len(form.split()), not form.isupper(), forms[form]))
    aliases = tuple(form for form, _ in forms.most_common() if form != best)
    is_person = _is_person(bearer, segments)
    roles = dict.fromkeys(
        m.role for m in mentions if m.role and not (is_person and _of_a_body(m.role, segments))
    )
    return Name(best, aliases, tuple(m.span for m in mentions), tuple(roles), is_person)


def _of_a_body(role: Span, segments: Segments) -> bool:
    """Whether a role is not that of a person, or not for certain."""
    language, (first, *_) = segments.language, role.of(segments.text).lower().split(",")
    return head_of(first.split(), language) in language.body_nouns


_HONOURED = re.compile(r"\b(?P<title>[^\W\d_]+)\.? $")


def _is_honoured(mention: Span, segments: Segments) -> bool:
    """Whether a form of address stands before a mention."""
    before = segments.text[max(0, mention.start - 12) : mention.start]
    found, language = _HONOURED.search(before), segments.language
    if found is None or found["title"].lower() not in language.honorifics:
        return False
    return found["title"][0].isupper() or not language.titles_are_capitalised


def _is_described(mention: Mention, segments: Segments) -> bool:
    """Whether a title without a capital stands right before a surname: `wethouder Visser`."""
    language, role = segments.language, mention.role
    if language.titles_are_capitalised or role is None or role.end + 1 != mention.span.start:
        return False
    return role.of(segments.text).split()[-1].lower() in language.titles


_WHICH = re.compile(r", which\b")
"""Whoever that stands behind is no person."""

_AGE = re.compile(r", \d{1,3}[,.]| \(\d{1,3}\)")


_MOST_WORDS = 4


def _is_person(bearer: Bearer, segments: Segments) -> bool:
    """Whether a role, an age, Mr. or Ms., or a surname that stands alone shows a person."""
    text, words = segments.text, bearer.words
    if any(
        m.titled
        or _AGE.match(text, m.span.end)
        or _is_honoured(m.span, segments)
        or _is_described(m, segments)
        for m in bearer.mentions
    ):
        return len(words) <= _MOST_WORDS and not (has_body(lowered(words)) and len(words) > 2)
    is_thing = len(words) > _MOST_WORDS or has_body(lowered(words)) or words[0].lower() in REGIONS
    if is_thing or any(_WHICH.match(text, m.span.end) for m in bearer.mentions):
        return False
    has_role = any(m.role and not _of_a_body(m.role, segments) for m in bearer.mentions)
    if len(words) < 2:
        is_land = is_country(words[0], segments.language.code)
        return has_role and bearer_of(words[0]) is not None and not is_land
    if has_role or _has_given_name(bearer, segments):
        return True
    is_described = DEMONYM.search(words[0]) or any(
        w.isupper() and w.isalpha() and len(w) > 1 for w in words
    )
    is_place = words[-1].lower() in PLACES
    return not (is_described or is_place) and any(
        len(m.words) == 1 and key_of(m.words[0]) == key_of(words[-1]) and is_bare(m.span, segments)
        for m in bearer.mentions
    )


def _has_given_name(bearer: Bearer, segments: Segments) -> bool:
    """`Ada Lind`, but not: the Ada Lind, Ada Street, Ada Is Late."""
    words = bearer.words
    full = [word for word in words if len(word.rstrip(".")) > 1 and word not in PARTICLES]
    plain = all(word[0].isupper() for word in full) and len(full) < _MOST_WORDS
    is_place = words[-1].lower() in PLACES or words[-1].lower() in segments.language.function_words
    return (
        plain
        and not is_place
        and bearer_of(words[0]) is not None
        and not any(has_article(mention.span, segments) for mention in bearer.mentions)
    )
