"""The pipeline: what to ask, asking, and what follows from the answers.

`briefing` is pure: a generator that yields waves of asks, takes their answers and returns the
brief. `summarize` and `asummarize` are the same few lines around it, one with `await`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import create_model

from summarizer.brief import Brief, Ledger, Source
from summarizer.document import Document, load
from summarizer.errors import AnswerError, UngroundedError
from summarizer.grounding import Problem
from summarizer.prompts import Prompts
from summarizer.providers.base import Answer, Ask, Message, Provider, Usage
from summarizer.providers.choice import connect
from summarizer.reading import Reading, read
from summarizer.sections import claims, participants, positions, quotes, summary
from summarizer.sections.claims import Claim
from summarizer.sections.drafts import Draft, key
from summarizer.sections.participants import Cast
from summarizer.sections.positions import Position
from summarizer.sections.summary import Line
from summarizer.settings import PlanName, Settings, load_settings
from summarizer.spans import Span
from summarizer.stances import Stands
from summarizer.threads import in_threads
from summarizer.verify import verify

__all__ = ["Progress", "asummarize", "briefing", "summarize"]

Outcome = Answer | AnswerError
Wave = list[Ask]
Briefing = Generator[Wave, Sequence[Outcome], Brief]
Progress = Callable[[str], None]
"""Called with the name of a section when its answer has come."""

TOKENS = {"participants": 700, "quotes": 1000, "positions": 900, "claims": 900, "summary": 700}
"""Room for each section's answer, two to three times what a full one takes."""

QUOTES_PER_ASK = 40


def summarize(
    source: str | Path | Document,
    *,
    settings: Settings | None = None,
    provider: Provider | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> Brief:
    """Make a brief of a document.

    `source` is the text itself, a `Path`, or a `Document`. Without `settings` they come from
    the environment; without `provider` the one that the settings name is started and closed
    again. With `strict`, a brief with problems raises `UngroundedError`. Raises a
    `SummarizerError` for everything that is expected to go wrong.

    >>> from summarizer.providers.scripted import Scripted
    >>> answers = {"summary": {"bottom_line": {"sentence": 1, "line": "Lind stays."}}}
    >>> brief = summarize('"We will not leave," Ada Lind said.', provider=Scripted(answers))
    >>> brief.quotes[0].spans[0].text, brief.name_of(brief.quotes[0].speaker)
    ('We will not leave,', 'Ada Lind')
    """
    job = _Job.of(source, settings, provider)
    steps = job.steps()
    try:
        asks = next(steps)
        while True:
            asks = steps.send(_answer_all(job.provider, asks, progress))
    except StopIteration as done:
        return _checked(done.value, strict=strict)
    finally:
        job.close()


async def asummarize(
    source: str | Path | Document,
    *,
    settings: Settings | None = None,
    provider: Provider | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> Brief:
    """`summarize` without blocking the event loop; the same arguments and errors.

    >>> from summarizer.providers.scripted import Scripted
    >>> answers = {"participants": {"others": []},
    ...            "summary": {"bottom_line": {"sentence": 1, "line": "Nobody left."}}}
    >>> asyncio.run(asummarize("Nobody left.", provider=Scripted(answers))).summary[0].text
    'Nobody left.'
    """
    job = _Job.of(source, settings, provider)
    steps = job.steps()
    try:
        asks = next(steps)
        while True:
            asks = steps.send(await _aanswer_all(job.provider, asks, progress))
    except StopIteration as done:
        return _checked(done.value, strict=strict)
    finally:
        job.close()


def briefing(reading: Reading, prompts: Prompts, plan: PlanName, model: str) -> Briefing:
    """The steps to a brief: yields waves of asks, takes an outcome for each, returns the brief.

    Asks of one wave do not depend on each other. An `AnswerError` in place of an answer
    leaves its section to what code alone can do, and the brief says so; if no answer at all
    was usable, the first error is raised.
    """
    stands = Stands(reading)
    composer = _Composer(reading, stands, prompts)
    outcomes = _Outcomes()
    if plan == "single":
        asks = [composer.single()]
        outcomes.add(asks, (yield asks))
        cast, ghosts = participants.resolve(outcomes.part("participants"), reading)
    else:
        if asks := composer.participants():
            outcomes.add(asks, (yield asks))
        cast, ghosts = participants.resolve(outcomes.part("participants"), reading)
        asks = composer.rest(cast)
        outcomes.add(asks, (yield asks))
    brief = _conclude(reading, stands, outcomes, cast, model)
    return brief.model_copy(update={"problems": (*ghosts, *brief.problems)})


# Asking ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Job:
    """One document on its way, with the provider that was given or started for it."""

    document: Document
    settings: Settings
    provider: Provider
    owns_provider: bool

    @classmethod
    def of(
        cls, source: str | Path | Document, settings: Settings | None, provider: Provider | None
    ) -> _Job:
        document = load(source)
        settings = settings or load_settings()
        return cls(document, settings, provider or connect(settings), provider is None)

    def steps(self) -> Briefing:
        prompts = Prompts(self.settings.prompts)
        return briefing(read(self.document), prompts, self.settings.plan, self.provider.model)

    def close(self) -> None:
        if self.owns_provider:
            self.provider.close()


def _answer_all(provider: Provider, asks: Wave, progress: Progress | None) -> list[Outcome]:
    def answer(ask: Ask) -> Outcome:
        try:
            outcome: Outcome = provider.answer(ask)
        except AnswerError as error:
            outcome = error
        if progress:
            progress(ask.section)
        return outcome

    if provider.concurrency == 1 or len(asks) < 2:
        return [answer(ask) for ask in asks]
    return in_threads(answer, asks, provider.concurrency)


async def _aanswer_all(provider: Provider, asks: Wave, progress: Progress | None) -> list[Outcome]:
    slots = asyncio.Semaphore(provider.concurrency)

    async def answer(ask: Ask) -> Outcome:
        async with slots:
            try:
                outcome: Outcome = await provider.aanswer(ask)
            except AnswerError as error:
                outcome = error
        if progress:
            progress(ask.section)
        return outcome

    return await asyncio.gather(*map(answer, asks))


# What to ask -----------------------------------------------------------------------------


@dataclass(frozen=True)
class _Composer:
    """Makes asks of one document: they share all but their last lines, which a cache can use."""

    reading: Reading
    stands: Stands
    prompts: Prompts

    def participants(self) -> Wave:
        proposed = participants.proposals(self.reading)
        if not proposed and self.reading.names.all:
            return []  # everybody is known by role
        task = self.prompts.render("participants", proposed=proposed)
        return [self._ask("participants", task, participants.draft(proposed))]

    def rest(self, cast: Cast) -> Wave:
        """What a small model answers better than code: who says what is not told, and the lines."""
        asks = self._quotes(cast.names)
        task = self.prompts.render("summary")
        asks.append(self._ask("summary", task, summary.draft(self.reading)))
        return asks

    def single(self) -> Ask:
        """Everything, also what only a strong model adds to: silent positions, claims restated."""
        reading = self.reading
        proposed = participants.proposals(reading)
        numbers = quotes.open_speeches(reading)
        silent = positions.silent(reading, self.stands)
        sentences = claims.open_sentences(reading, claims.proposals(reading, self.stands))
        fields: dict[str, Any] = {"participants": (participants.draft(proposed), ...)}
        if numbers:
            fields["quotes"] = (quotes.draft(numbers, ()), ...)
        if silent:
            fields["positions"] = (positions.draft(silent), ...)
        if sentences:
            fields["claims"] = (claims.draft(sentences), ...)
        fields["summary"] = (summary.draft(reading), ...)
        task = self.prompts.render(
            "single",
            proposed=proposed,
            names=[],
            quotations=quotes.hints(reading, numbers),
            silent=self._silent(silent),
            sentences=self._shown(sentences),
        )
        return self._ask("single", task, create_model("BriefDraft", __base__=Draft, **fields))

    def _silent(self, silent: list[positions.Silent]) -> list[dict[str, object]]:
        return [
            {
                "key": each.key,
                "name": self.reading.names.all[each.holder].text,
                "sentences": [sentence + 1 for sentence in each.sentences],
            }
            for each in silent
        ]

    def _shown(self, sentences: list[int]) -> list[dict[str, object]]:
        text = self.reading.text
        return [
            {
                "key": key(n),
                "number": n + 1,
                "opening": " ".join(self.reading.sentences[n].of(text).split()[:8]),
            }
            for n in sentences
        ]

    def _quotes(self, names: list[str]) -> Wave:
        numbers = quotes.open_speeches(self.reading)
        if not names:
            return []
        batches = [
            numbers[at : at + QUOTES_PER_ASK] for at in range(0, len(numbers), QUOTES_PER_ASK)
        ]
        return [
            self._ask(
                "quotes",
                self.prompts.render(
                    "quotes", names=names, quotations=quotes.hints(self.reading, batch)
                ),
                quotes.draft(batch, names),
            )
            for batch in batches
        ]

    @cached_property
    def _head(self) -> tuple[str, str]:
        """What all asks begin with: the rules and the document."""
        document = self.reading.document
        language = self.reading.segments.language
        system = self.prompts.render("system", language=language.name)
        return system, self.prompts.render(
            "document", title=document.title, date=document.date, text=self.reading.numbered()
        )

    def _ask(self, section: str, task: str, schema: type[Draft]) -> Ask:
        system, text = self._head
        messages = (Message("system", system), Message("user", f"{text}\n\n{task}"))
        return Ask(section, messages, schema, TOKENS.get(section) or sum(TOKENS.values()))


# What follows ----------------------------------------------------------------------------


@dataclass
class _Outcomes:
    """The answers so far, by section, and what they cost."""

    parts: dict[str, list[Any]] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    asked_again: list[str] = field(default_factory=list)
    errors: dict[str, AnswerError] = field(default_factory=dict)

    def add(self, asks: Wave, outcomes: Sequence[Outcome]) -> None:
        for ask, outcome in zip(asks, outcomes, strict=True):
            if isinstance(outcome, AnswerError):
                self.errors[ask.section] = outcome
                self.usage += Usage(calls=outcome.attempts)
                continue
            self.usage += outcome.usage
            if outcome.usage.calls > 1:
                self.asked_again.append(ask.section)
            if ask.section == "single":
                for section in type(outcome.value).model_fields:
                    self.parts.setdefault(section, []).append(getattr(outcome.value, section))
            else:
                self.parts.setdefault(ask.section, []).append(outcome.value)

    def part(self, section: str) -> Any:
        """The one answer of a section, or None."""
        return next(iter(self.parts.get(section, [])), None)


def _conclude(
    reading: Reading, stands: Stands, outcomes: _Outcomes, cast: Cast, model: str
) -> Brief:
    """Resolve every section, put the brief together and verify it."""
    if outcomes.errors and not outcomes.parts:
        raise next(iter(outcomes.errors.values()))
    said = quotes.resolve(outcomes.parts.get("quotes", []), reading, cast)
    voices = dict(enumerate(quote.speaker for quote in said))
    silent = positions.silent(reading, stands)
    held = positions.resolve(outcomes.part("positions"), silent, reading, cast, stands)
    proposed = claims.proposals(reading, stands)
    claimed = claims.resolve(outcomes.part("claims"), proposed, reading, cast, voices)
    lines = summary.resolve(outcomes.part("summary"), reading, cast, voices, stands)
    shown, unknown = quotes.listed(said, reading, cast, _evidence(held))
    cited = [*_evidence(held), *_evidence(claimed), *_evidence(lines)]
    brief = Brief(
        source=Source.of(reading.document),
        participants=cast.participants,
        quotes=quotes.weighed(shown, cited),
        positions=held,
        claims=claimed,
        summary=lines,
        problems=(),
        ledger=_ledger(outcomes, model),
    )
    problems = (*unknown, *map(_missing, outcomes.errors), *verify(brief, reading))
    return brief.model_copy(update={"problems": problems})


def _evidence(items: Iterable[Position | Claim | Line]) -> list[Span]:
    return [piece.span for item in items for piece in item.evidence]


def _missing(section: str) -> Problem:
    return Problem(
        kind="missing",
        section=section,
        item=None,
        message="the model gave no usable answer for this section",
    )


def _ledger(outcomes: _Outcomes, model: str) -> Ledger:
    usage = outcomes.usage
    return Ledger(
        model=model,
        calls=usage.calls,
        prompt_tokens=usage.prompt_tokens,
        cached_tokens=usage.cached_tokens,
        output_tokens=usage.output_tokens,
        seconds=round(usage.seconds, 2),
        cache_hits=usage.cache_hits,
        asked_again=tuple(outcomes.asked_again),
        missing=tuple(outcomes.errors),
    )


def _checked(brief: Brief, *, strict: bool) -> Brief:
    if strict and brief.problems:
        first = brief.problems[0]
        raise UngroundedError(
            f"{len(brief.problems)} problems, the first in {first.section}: {first.message}",
            problems=brief.problems,
        )
    return brief
