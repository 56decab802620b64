"""Systems: the program itself and what it is compared with, each a way from text to prediction.

`ours` is `summarize`. `plain` is what one would write with instructor in ten minutes: one call
and a schema into which the model copies text. `code` is `summarize` with a model that knows
nothing. `rules` asks no model: the quotations between marks, each given to the nearest name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from pydantic import BaseModel

import summarizer
from summarizer.document import Document
from summarizer.grounding import fold
from summarizer.pipeline import summarize
from summarizer.prompts import built_in_folder
from summarizer.providers.base import Answer, Ask, Message, Provider, Usage
from summarizer.providers.choice import chosen_model, connect
from summarizer.providers.scripted import Script, Scripted
from summarizer.providers.store import Store
from summarizer.providers.wrappers import Cached
from summarizer.reading import Reading, read
from summarizer.sections.participants import OTHER
from summarizer.sections.positions import STANCES
from summarizer.sections.quotes import UNKNOWN
from summarizer.settings import Settings
from summarizer.spans import Span

from .cases import load_cases
from .invariants import violations
from .predictions import Assertion, Person, Prediction, Said, Stand, located, of_brief, of_case
from .results import Result

__all__ = [
    "PLAIN_TASK",
    "PLAIN_TOKENS",
    "SYSTEMS",
    "Outcome",
    "PlainBrief",
    "System",
    "plain_prediction",
    "rules",
    "second_results",
]


@dataclass(frozen=True)
class Outcome:
    """What a system made of a document, and what it took.

    `reasked` is whether a first answer was not usable, `missing` names what got no usable
    answer at all, `broken` says which of the laws of every brief does not hold.
    """

    prediction: Prediction
    usage: Usage = Usage()  # noqa: RUF009 - it is frozen
    reasked: bool = False
    missing: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


class System(Protocol):
    """Makes predictions. `version` changes with everything that can change them."""

    @property
    def name(self) -> str:
        """What `--system` calls it."""

    @property
    def model(self) -> str:
        """The model that it asks, by the name that `--model` takes."""

    @property
    def version(self) -> str:
        """Twelve characters."""

    def predict(self, document: Document, repeat: int) -> Outcome:
        """Make a prediction; `repeat` counts from 1. Raises `SummarizerError`."""

    def close(self) -> None:
        """Give back what it holds."""


def _digest(*parts: str | bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode() if isinstance(part, str) else part)
    return whole.hexdigest()[:12]


def _sources(settings: Settings) -> Iterable[bytes]:
    package = Path(summarizer.__file__).parent
    folders = (built_in_folder(), settings.prompts)
    prompts = [path for folder in folders if folder for path in sorted(folder.glob("*.j2"))]
    ours = [path for path in sorted(package.rglob("*")) if path.suffix in {".py", ".txt"}]
    return (path.read_bytes() for path in [*ours, *prompts])


class Ours:
    """The program as it is used."""

    name = "ours"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._provider = connect(settings.model_copy(update={"cache": "off"}))
        self._store = None if settings.cache == "off" else Store(settings.cache_dir / "answers")
        self.model = self._provider.model
        self.version = _digest(self._provider.identity, settings.plan, *_sources(settings))

    def predict(self, document: Document, repeat: int) -> Outcome:
        """Make a brief and check its laws."""
        brief = summarize(document, settings=self._settings, provider=self._asked(repeat))
        ledger = brief.ledger
        usage = Usage(
            calls=ledger.calls,
            prompt_tokens=ledger.prompt_tokens,
            cached_tokens=ledger.cached_tokens,
            output_tokens=ledger.output_tokens,
            seconds=ledger.seconds,
            cache_hits=ledger.cache_hits,
        )
        return Outcome(
            of_brief(brief),
            usage,
            reasked=bool(ledger.asked_again),
            missing=ledger.missing,
            broken=tuple(violations(brief, document.text)),
        )

    def close(self) -> None:
        """Close the provider and the cache."""
        self._provider.close()
        if self._store:
            self._store.close()

    def _asked(self, repeat: int) -> Provider:
        """The provider, with the cache around it in which every repeat has answers of its own."""
        if self._store is None:
            return self._provider
        numbered = self._provider if repeat == 1 else _Numbered(self._provider, repeat)
        return Cached(numbered, self._store, self._settings.cache)


class _Numbered:
    """A provider that is another one each time: a repeat from the cache would be no repeat."""

    def __init__(self, provider: Provider, repeat: int) -> None:
        self._provider = provider
        self.model, self.concurrency = provider.model, provider.concurrency
        self.identity = f"{provider.identity} repeat={repeat}"

    def answer(self, ask: Ask) -> Answer:
        return self._provider.answer(ask)

    async def aanswer(self, ask: Ask) -> Answer:
        return await self._provider.aanswer(ask)

    def close(self) -> None:
        """Stay open: the next repeat needs it."""


# Plain -----------------------------------------------------------------------------------


class PlainParticipant(BaseModel):
    """Somebody, as a model copies them."""

    name: str
    role: str


class PlainQuote(BaseModel):
    """A quotation, as a model copies it."""

    text: str
    speaker: str


class PlainPosition(BaseModel):
    """A position, as a model words it."""

    holder: str
    issue: str
    stance: str
    evidence: str


class PlainClaim(BaseModel):
    """A claim, as a model words it."""

    claim: str
    asserted_by: str
    evidence: str


class PlainBrief(BaseModel):
    """What one would write in ten minutes."""

    participants: list[PlainParticipant]
    quotes: list[PlainQuote]
    positions: list[PlainPosition]
    claims: list[PlainClaim]
    summary: list[str]


PLAIN_TASK = (
    "Write a brief of this article: the participants with their roles, all quotes word for word "
    "with their speakers, the positions (stance: supports, opposes, mixed or unclear) and the "
    "claims with the evidence from the text, and a summary of three to five lines.\n\n"
)
PLAIN_TOKENS = 3000


class Plain:
    """One instructor call; the model copies text into strings."""

    name = "plain"

    def __init__(self, settings: Settings) -> None:
        self._local: Provider | None = None
        if chosen_model(settings) == "local":
            from summarizer.providers.local import LocalProvider
            from summarizer.providers.openai import OpenAIProvider

            # As anybody's client asks llama.cpp's server: the schema is sent as it is, and an
            # answer that is cut off is none, as instructor has it.
            self._local = local = LocalProvider(settings)
            self._provider: Provider = OpenAIProvider(replace(local.endpoint, reasks=0))
            self.model = "local"
        else:
            self._provider = connect(settings.model_copy(update={"cache": "off"}))
            self.model = self._provider.model
        schema = str(PlainBrief.model_json_schema())
        self.version = _digest(self._provider.identity, PLAIN_TASK, schema)

    def predict(self, document: Document, repeat: int) -> Outcome:  # noqa: ARG002 - never cached
        """Ask once and look where the copied words stand."""
        messages = (Message("user", PLAIN_TASK + document.text[document.body :]),)
        answer = self._provider.answer(Ask("plain", messages, PlainBrief, PLAIN_TOKENS))
        prediction = plain_prediction(answer.value, document.text)
        return Outcome(prediction, answer.usage, reasked=answer.usage.calls > 1)

    def close(self) -> None:
        """Close the client, and the server that was started for it."""
        self._provider.close()
        if self._local:
            self._local.close()


def plain_prediction(brief: Any, text: str) -> Prediction:
    """A plain brief with every copied text located in the document, if it stands there.

    Speakers and holders that are no participant become one: it is the name that counts.
    """
    cast: dict[str, Person] = {}
    for each in brief.participants:
        if each.name.strip():
            person = Person(id=f"n{len(cast)}", name=each.name, role=each.role or None)
            cast.setdefault(fold(each.name), person)
    listed = tuple(cast.values())

    def who(name: str) -> str | None:
        if not name.strip():
            return None
        person = Person(id=f"x{len(cast)}", name=name)
        return cast.setdefault(fold(name), person).id

    def first(copied: str) -> tuple[Span, ...]:
        places = located(copied, text)
        return places[0] if places else ()

    quotes = tuple(
        Said(texts=(q.text,), places=located(q.text, text), speaker=who(q.speaker))
        for q in brief.quotes
    )
    positions = tuple(
        Stand(
            holder=who(p.holder),
            issue=p.issue,
            stance=p.stance.lower() if p.stance.lower() in STANCES else "unclear",
            evidence=first(p.evidence),
        )
        for p in brief.positions
    )
    claims = tuple(
        Assertion(statement=c.claim, asserted_by=who(c.asserted_by), evidence=first(c.evidence))
        for c in brief.claims
    )
    mentioned = tuple(person for person in cast.values() if person not in listed)
    return Prediction(
        participants=listed, others=mentioned, quotes=quotes, positions=positions, claims=claims
    )


# Code ------------------------------------------------------------------------------------


def _knows_nothing(answer: str) -> Callable[[Ask], dict[str, Any]]:
    """One answer to all that is asked about, and nothing added to it."""
    return lambda ask: {
        name: [] if name == "others" else answer for name in ask.schema.model_fields
    }


class Code:
    """The program with a model that knows nothing: what code alone finds."""

    name, model = "code", "none"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings.model_copy(update={"cache": "off", "plan": "staged"})
        self.version = _digest(*_sources(settings))
        first = {"sentence": 1, "line": ""}
        self._answers: dict[str, Script] = {
            "participants": _knows_nothing(OTHER),
            "quotes": _knows_nothing(UNKNOWN),
            "summary": lambda ask: dict.fromkeys(ask.schema.model_fields, first),
        }

    def predict(self, document: Document, repeat: int) -> Outcome:  # noqa: ARG002 - all are equal
        """Make a brief and check its laws."""
        provider = Scripted(self._answers)
        brief = summarize(document, settings=self._settings, provider=provider)
        broken = tuple(violations(brief, document.text))
        return Outcome(of_brief(brief), missing=brief.ledger.missing, broken=broken)

    def close(self) -> None:
        """There is nothing to give back."""


# Rules -----------------------------------------------------------------------------------


class Rules:
    """No model at all."""

    name, model = "rules", "none"

    def __init__(self, settings: Settings) -> None:
        self.version = _digest(*_sources(settings))

    def predict(self, document: Document, repeat: int) -> Outcome:  # noqa: ARG002 - all are equal
        """Read the document and point at the nearest names."""
        return Outcome(rules(read(document)))

    def close(self) -> None:
        """There is nothing to give back."""


def rules(reading: Reading) -> Prediction:
    """The quotations, or turns, each with the name nearest to it; nothing else.

    >>> prediction = rules(read(Document.from_text('"We stay," Ada Lind said. It rained.')))
    >>> prediction.quotes[0].texts, prediction.participants[0].name
    (('We stay,',), 'Ada Lind')
    """
    names = reading.names.all
    nearest = [_nearest(speech.start, speech.end, reading) for speech in reading.speeches]
    quotes = tuple(
        Said(
            texts=tuple(span.of(reading.text) for span in speech.spans),
            places=(speech.spans,),
            speaker=None if number is None else f"n{number}",
        )
        for speech, number in zip(reading.speeches, nearest, strict=True)
    )
    people = tuple(
        Person(
            id=f"n{number}",
            name=names[number].text,
            aliases=names[number].aliases,
            kind="person",
            mentions=names[number].mentions,
        )
        for number in sorted({number for number in nearest if number is not None})
    )
    return Prediction(participants=people, quotes=quotes)


def _nearest(start: int, end: int, reading: Reading) -> int | None:
    """The number of the name with the mention nearest to these words, outside of them."""
    distances = [
        (max(start - mention.end, mention.start - end), number)
        for number, name in enumerate(reading.names.all)
        for mention in name.mentions
        if mention.end <= start or mention.start >= end
    ]
    return min(distances)[1] if distances else None


def second_results(folder: Path) -> list[Result]:
    """What a second annotator labelled, as results: their agreement is what can be reached.

    Raises `LabelError` if there are none, or one is broken.
    """
    return [
        Result(
            document=case.name,
            sha256=case.document.sha256,
            system="second",
            model="a person",
            version="",
            prediction=of_case(case),
        )
        for case in load_cases(folder, second=True)
    ]


SYSTEMS: dict[str, Callable[[Settings], System]] = {
    "ours": Ours,
    "plain": Plain,
    "code": Code,
    "rules": Rules,
}
"""From a system's name to what makes it of settings."""
