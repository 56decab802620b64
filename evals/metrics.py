"""Metrics: what a prediction of one document is worth, as parts of ratios.

Every figure is a ratio of sums over documents, or the mean of some. A document gives its part,
`Share(n, m)`: n of m. The document is the unit, so intervals and tests only ever see these.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

import numpy as np

from summarizer.grounding import find_phrase, fold
from summarizer.reading import Reading

from . import matching
from .matching import EXACT, TIGHT, Names, content, paired, similarities
from .predictions import Assertion, Person, Place, Prediction, Said, Stand
from .support import unsupported, widened

__all__ = ["ATTRIBUTIONS", "Pairs", "Score", "Share", "Verdict", "score"]

SAME_ROLE = 0.6
"""So alike are `Secretary of State` and `US Secretary of State`."""

ATTRIBUTIONS = ("cue", "turn", "pronoun", "description", "implicit")

Pair = tuple[int, int]

Verdict = Literal["right", "wrong", "silent"]
"""The same speaker, another one, nobody where the labels have a name."""


class Share(NamedTuple):
    """One document's part of a ratio.

    >>> Share(1, 2) + Share(0, 2)
    Share(n=1, m=4)
    """

    n: float
    m: float

    def __add__(self, other: object) -> Share:
        return Share(self.n + other.n, self.m + other.m) if isinstance(other, Share) else self


@dataclass(frozen=True)
class Pairs:
    """Which labelled item (first) is which predicted one (second), by section."""

    participants: list[Pair]
    quotes: list[Pair]
    positions: list[Pair]
    claims: list[Pair]


@dataclass(frozen=True)
class Score:
    """What one document gives to every figure, and what stands behind it.

    `speakers` says of every pair of quotes whether the speaker is right, `voices` has the pairs
    of claims with the right asserter. `missed` names the items of weight 3 that are not there,
    `invented` what has no ground in the source, `unknown` the claims that are supported and
    that the labels do not have.
    """

    shares: dict[str, Share]
    pairs: Pairs
    speakers: dict[Pair, Verdict]
    voices: frozenset[Pair]
    missed: list[str]
    invented: list[str]
    unknown: list[int]


def score(
    gold: Prediction, predicted: Prediction, reading: Reading, *, open_quotes: bool = False
) -> Score:
    """Compare a prediction with the labels of the same document.

    With `open_quotes` the labels need not list every quotation, as in a transcript, where
    every turn is one: those that they do not know count neither for nor against.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> reading = read(Document.from_text('"We stay," Ada Lind said.'))
    >>> lind = Person(id="lind", name="Ada Lind")
    >>> said = Said(texts=("We stay,",), places=(((1, 9),),), speaker="lind")
    >>> gold = Prediction(participants=(lind,), quotes=(said,))
    >>> unattributed = said.model_copy(update={"speaker": None})
    >>> found = score(gold, Prediction(quotes=(unattributed,)), reading)
    >>> found.shares["quotes.f1"], found.shares["attribution.f1"]
    (Share(n=2, m=2), Share(n=0, m=2))
    >>> found.missed
    []
    """
    comparison = _Comparison(gold, predicted, reading, open_quotes)
    return Score(
        shares=dict(comparison.shares()),
        pairs=comparison.pairs,
        speakers=comparison.speakers,
        voices=comparison.voices,
        missed=[name for name, weight, found in comparison.wanted() if weight == 3 and not found],
        invented=list(comparison.invented()),
        unknown=comparison.unknown,
    )


Named = Iterator[tuple[str, Share]]


@dataclass(frozen=True)
class _Comparison:
    """Labels and a prediction of one document."""

    gold: Prediction
    predicted: Prediction
    reading: Reading
    open_quotes: bool

    @property
    def text(self) -> str:
        return self.reading.document.text

    @cached_property
    def names(self) -> Names:
        sides = (self.gold, self.predicted)
        return Names(person for side in sides for person in (*side.participants, *side.others))

    @cached_property
    def pairs(self) -> Pairs:
        gold, predicted = self.gold, self.predicted
        spoken = similarities(gold.quotes, predicted.quotes, self._agree_in_speaker)
        stances = similarities(gold.positions, predicted.positions, _agree_in_stance)
        voices = similarities(gold.claims, predicted.claims, self._agree_in_voice)
        cast = gold.participants, predicted.participants, self._participants
        quotes = gold.quotes, predicted.quotes, self._quotes
        positions = gold.positions, predicted.positions, self._positions
        claims = gold.claims, predicted.claims, self._claims
        return Pairs(
            participants=paired(*cast, matching.PARTICIPANTS),
            quotes=paired(*quotes, matching.QUOTES, spoken),
            positions=paired(*positions, matching.POSITIONS, stances),
            claims=paired(*claims, matching.CLAIMS, voices),
        )

    def shares(self) -> Named:
        yield from self._of_participants()
        yield from self._of_quotes()
        yield from self._of_attribution()
        yield from self._of_positions()
        yield from self._of_claims()
        yield from self._of_trust()
        yield from self._of_omission()

    # Similarities

    @cached_property
    def _participants(self) -> np.ndarray:
        refused = {fold(name) for name in self.gold.not_participants}

        def similarity(gold: Person, predicted: Person) -> float:
            kinds = {gold.kind, predicted.kind} - {None}
            if len(kinds) > 1 or refused & {fold(form) for form in predicted.forms}:
                return 0.0
            return self.names.similarity(gold, predicted)

        return similarities(self.gold.participants, self.predicted.participants, similarity)

    @cached_property
    def _quotes(self) -> np.ndarray:
        return similarities(
            self.gold.quotes,
            self.predicted.quotes,
            lambda g, p: matching.quote_similarity(g, p, self.text),
        )

    @cached_property
    def _positions(self) -> np.ndarray:
        def similarity(gold: Stand, predicted: Stand) -> float:
            if not self._same(gold.holder, predicted.holder):
                return 0.0
            return matching.position_similarity(gold, predicted, self._widened, self.text)

        return similarities(self.gold.positions, self.predicted.positions, similarity)

    @cached_property
    def _claims(self) -> np.ndarray:
        found = similarities(
            self.gold.claims,
            self.predicted.claims,
            lambda g, p: matching.claim_similarity(g, p, self._widened, self.text),
        )
        found[:, sorted(self._unsupported)] = 0.0  # `19 boats` does not cover `18 boats`
        return found

    def _widened(self, spans: Place) -> Place:
        return widened(spans, self.reading)

    def _same(self, gold: str | None, predicted: str | None) -> bool:
        return self.names.same(self.gold.person(gold), self.predicted.person(predicted))

    def _agree_in_speaker(self, gold: Said, predicted: Said) -> bool:
        """An unnamed speaker is right if no name is given for them."""
        if gold.speaker is None and _is_nobody(self.predicted.person(predicted.speaker)):
            return True
        return self._same(gold.speaker, predicted.speaker)

    def _agree_in_voice(self, gold: Assertion, predicted: Assertion) -> bool:
        return self._same(gold.asserted_by, predicted.asserted_by)

    # Figures, section by section

    def _of_participants(self) -> Named:
        gold, predicted = self.gold.participants, self.predicted.participants
        pairs = self.pairs.participants
        yield from _found("participants", len(pairs), len(gold), len(predicted))
        yield "participants.weighted", _weighted(gold, pairs)
        roles = [(gold[g].role, predicted[p].role) for g, p in pairs if gold[g].role]
        yield "participants.role", _rate(_same_role(*both) for both in roles)
        alike = self._participants >= matching.PARTICIPANTS
        yield "participants.split", _rate(alike.sum(axis=1) > 1)
        yield "participants.merged", _rate(alike.sum(axis=0) > 1)
        yield "participants.ghosts", _rate(self._is_ghost(person) for person in predicted)

    def _of_quotes(self) -> Named:
        gold, predicted = self.gold.quotes, self.predicted.quotes
        for name, least in (("f1", None), ("f1_tight", TIGHT), ("f1_exact", EXACT)):
            pairs = self.pairs.quotes if least is None else self._quotes_like(least)
            known = self._known(len(pairs), {p for _, p in pairs})
            if least is None:
                yield "quotes.precision", Share(len(pairs), known)
                yield "quotes.recall", Share(len(pairs), len(gold))
            yield f"quotes.{name}", Share(2 * len(pairs), known + len(gold))
        yield "quotes.verbatim", _rate(_is_verbatim(quote, self.text) for quote in predicted)
        placed = [quote for quote in predicted if quote.places]
        yield "quotes.offsets", _rate(_is_at_its_place(quote, self.text) for quote in placed)
        whole = {g for g, p in self._quotes_like(TIGHT)}
        split = [number for number, quote in enumerate(gold) if len(quote.places[0]) > 1]
        yield "quotes.split_whole", _rate(number in whole for number in split)

    def _quotes_like(self, least: float) -> list[Pair]:
        return paired(self.gold.quotes, self.predicted.quotes, self._quotes, least)

    def _known(self, right: int, matched: set[int]) -> int:
        """How many predicted quotes count: those that the labels can judge."""
        if not self.open_quotes:
            return len(self.predicted.quotes)
        fabricated = [n for n, quote in enumerate(self.predicted.quotes) if not quote.places]
        return right + len(set(fabricated) - matched)

    def _of_attribution(self) -> Named:
        gold, pairs = self.gold.quotes, self.pairs.quotes
        verdicts = Counter(self.speakers.values())
        known = self._known(len(pairs), {p for _, p in pairs})
        yield "attribution.f1", Share(2 * verdicts["right"], known + len(gold))
        yield "attribution.accuracy", Share(verdicts["right"], len(pairs))
        yield "attribution.wrong", Share(verdicts["wrong"], len(pairs))
        yield "attribution.abstained", Share(verdicts["silent"], len(pairs))
        for kind in ATTRIBUTIONS:
            told = (v for (g, _), v in self.speakers.items() if gold[g].attribution == kind)
            yield f"attribution.{kind}", _rate(verdict == "right" for verdict in told)

    def _of_positions(self) -> Named:
        gold, predicted = self.gold.positions, self.predicted.positions
        pairs = self.pairs.positions
        yield from _found("positions", len(pairs), len(gold), len(predicted))
        for stance in ("supports", "opposes"):
            both = [
                pair
                for pair in pairs
                if gold[pair[0]].stance == predicted[pair[1]].stance == stance
            ]
            ours = sum(position.stance == stance for position in predicted)
            wanted = sum(position.stance == stance for position in gold)
            yield f"positions.{stance}", Share(2 * len(both), ours + wanted)
        poles = [{gold[g].stance, predicted[p].stance} for g, p in pairs]
        yield "positions.flipped", _rate(both == {"supports", "opposes"} for both in poles)

    def _of_claims(self) -> Named:
        gold, predicted = self.gold.claims, self.predicted.claims
        pairs = self.pairs.claims
        supported = len(predicted) - len(self._unsupported)
        once = len({claim for n, claim in enumerate(predicted) if n not in self._unsupported})
        wanted = sum(claim.weight >= 2 for claim in gold)
        yield "claims.support", Share(supported, len(predicted))
        yield "claims.coverage", _weighted(gold, pairs)
        yield "claims.f1_at_k", Share(2 * once, len(predicted) + max(wanted, once))
        yield "claims.asserted_by", Share(len(self.voices), len(pairs))

    def _of_trust(self) -> Named:
        predicted = self.predicted
        sections = (
            predicted.participants,
            predicted.quotes,
            predicted.positions,
            predicted.claims,
        )
        invented = list(self.invented())
        yield "trust.hallucinated", Share(len(invented), sum(map(len, sections)))
        yield "trust.documents", Share(bool(invented), 1)

    def _of_omission(self) -> Named:
        wanted = list(self.wanted())
        missed = [weight for _, weight, found in wanted if not found]
        yield "omission.weighted", Share(sum(missed), sum(weight for _, weight, _ in wanted))
        musts = [found for _, weight, found in wanted if weight == 3]
        yield "omission.must", _rate(not found for found in musts)

    # What stands behind them

    @cached_property
    def speakers(self) -> dict[Pair, Verdict]:
        """Whether the speaker is right, for every pair of quotes."""
        return {(g, p): self._speaker(g, p) for g, p in self.pairs.quotes}

    def _speaker(self, g: int, p: int) -> Verdict:
        gold, predicted = self.gold.quotes[g], self.predicted.quotes[p]
        if self._agree_in_speaker(gold, predicted):
            return "right"
        return "silent" if _is_nobody(self.predicted.person(predicted.speaker)) else "wrong"

    @cached_property
    def voices(self) -> frozenset[Pair]:
        """The pairs of claims with the right asserter."""
        gold, predicted = self.gold.claims, self.predicted.claims
        pairs = self.pairs.claims
        return frozenset((g, p) for g, p in pairs if self._agree_in_voice(gold[g], predicted[p]))

    @cached_property
    def _unsupported(self) -> dict[int, list[str]]:
        found = {
            number: unsupported(claim, self.predicted, self.reading)
            for number, claim in enumerate(self.predicted.claims)
        }
        return {number: reasons for number, reasons in found.items() if reasons}

    @property
    def unknown(self) -> list[int]:
        """The claims for the review queue."""
        claims = self.predicted.claims
        known = {claims[p] for _, p in self.pairs.claims}
        return [n for n, c in enumerate(claims) if c not in known and n not in self._unsupported]

    def invented(self) -> Iterator[str]:
        """Fabricated quotes, ghosts, positions without evidence, unsupported claims."""
        predicted = self.predicted
        for quote in predicted.quotes:
            if not quote.places:
                yield f"quote: {' … '.join(quote.texts)}"
        for person in predicted.participants:
            if self._is_ghost(person):
                yield f"participant: {person.name}"
        for position in predicted.positions:
            if not position.evidence:
                yield f"position without evidence: {position.issue}"
        for number, reasons in self._unsupported.items():
            yield f"claim: {predicted.claims[number].statement} ({', '.join(reasons)})"

    def wanted(self) -> Iterator[tuple[str, int, bool]]:
        """Every labelled item: what it is, its weight, whether the prediction has it."""
        gold = self.gold
        described: tuple[tuple[str, Sequence[Any], list[Pair], Callable[[Any], str]], ...] = (
            ("participant", gold.participants, self.pairs.participants, lambda p: p.name),
            ("quote", gold.quotes, self.pairs.quotes, lambda q: " … ".join(q.texts)),
            ("position", gold.positions, self.pairs.positions, self._describe),
            ("claim", gold.claims, self.pairs.claims, lambda c: c.statement),
        )
        for what, items, pairs, describe in described:
            found = {g for g, _ in pairs}
            for number, item in enumerate(items):
                yield f"{what}: {describe(item)}", item.weight, number in found

    def _describe(self, position: Stand) -> str:
        holder = self.gold.person(position.holder)
        return f"{holder.name if holder else 'somebody'} {position.stance} {position.issue}"

    def _is_ghost(self, person: Person) -> bool:
        return not any(find_phrase(form, self.text) for form in person.forms)


def _found(section: str, right: int, gold: int, predicted: int) -> Named:
    yield f"{section}.precision", Share(right, predicted)
    yield f"{section}.recall", Share(right, gold)
    yield f"{section}.f1", Share(2 * right, gold + predicted)


def _rate(hits: Iterable[bool]) -> Share:
    found = [bool(hit) for hit in hits]
    return Share(sum(found), len(found))


def _weighted(gold: Sequence[Person] | Sequence[Assertion], pairs: Iterable[Pair]) -> Share:
    """The share of the weight that is found.

    >>> people = [Person(id="a", name="A", weight=3), Person(id="b", name="B", weight=1)]
    >>> _weighted(people, [(0, 5)])
    Share(n=3, m=4)
    """
    return Share(sum(gold[g].weight for g, _ in pairs), sum(item.weight for item in gold))


def _same_role(gold: str | None, predicted: str | None) -> bool:
    """Whether two roles say the same.

    >>> _same_role("US Secretary of State", "Secretary of State"), _same_role("mayor", None)
    (True, False)
    """
    one, other = content(gold or ""), content(predicted or "")
    return 2 * len(one & other) >= SAME_ROLE * (len(one) + len(other)) > 0


def _agree_in_stance(gold: Stand, predicted: Stand) -> bool:
    return gold.stance == predicted.stance


def _is_nobody(person: Person | None) -> bool:
    """Whether a speaker is nobody, or only described.

    >>> _is_nobody(Person(id="x", name="A spokeswoman")), _is_nobody(Person(id="x", name="Ada"))
    (True, False)
    """
    if person is None:
        return True
    first, *others = re.findall(r"\w+(?:/\w+)?", person.name) or [""]
    described = fold(first) in _DESCRIBES and not any(word[0].isupper() for word in others)
    return described or fold(first) in _UNKNOWN


_UNKNOWN = frozenset(["", *"unknown unnamed unidentified anonymous none n/a".split()])
_DESCRIBES = frozenset("a an the spokesman spokeswoman".split())


def _is_verbatim(quote: Said, text: str) -> bool:
    """Whether every piece stands in the text, letter for letter."""
    return all(piece in text for piece in quote.texts)


def _is_at_its_place(quote: Said, text: str) -> bool:
    """Whether what stands at a quotation's place is the quotation."""
    said = re.findall(r"\w+", fold(" ".join(quote.texts)))
    slices = (" ".join(span.of(text) for span in place) for place in quote.places)
    return any(re.findall(r"\w+", fold(piece)) == said for piece in slices)
