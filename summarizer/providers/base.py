"""What a provider is: something that answers an `Ask` with a validated value.

A wrapper (cache, retry) is a provider around a provider, so whoever asks never knows how
many stand in the row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from pydantic import BaseModel

__all__ = ["Answer", "Ask", "Message", "Provider", "Usage"]


@dataclass(frozen=True)
class Message:
    """One message of a conversation; `role` is `system` or `user`."""

    role: str
    content: str


@dataclass(frozen=True)
class Ask:
    """One question: the messages, and the type that a usable answer has.

    `max_tokens` bounds the answer; a small model that runs away is stopped there.
    """

    section: str
    messages: tuple[Message, ...]
    schema: type[BaseModel]
    max_tokens: int


@dataclass(frozen=True)
class Usage:
    """What an answer cost. Tokens as the endpoint counts them, seconds of waiting.

    >>> Usage(calls=1, output_tokens=5) + Usage(calls=1, output_tokens=7, cache_hits=1)
    Usage(calls=2, prompt_tokens=0, cached_tokens=0, output_tokens=12, seconds=0.0, cache_hits=1)
    """

    calls: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    cache_hits: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            seconds=self.seconds + other.seconds,
            cache_hits=self.cache_hits + other.cache_hits,
        )


@dataclass(frozen=True)
class Answer:
    """A value of the ask's schema, and what it cost."""

    value: BaseModel
    usage: Usage = field(default_factory=Usage)


class Provider(Protocol):
    """Answers asks. `identity` names everything about it that can change an answer.

    `concurrency` is how many asks it can usefully have in hand at once. Both methods raise
    `ProviderError` when the model could not be asked and `AnswerError` when it did not
    answer usably; nothing else.
    """

    @property
    def model(self) -> str:
        """The model by the name that `--model` takes, for people to read."""

    @property
    def identity(self) -> str:
        """Provider, model and decoding parameters; never a key, a timeout or an address."""

    @property
    def concurrency(self) -> int:
        """How many asks may be in flight at once."""

    def answer(self, ask: Ask) -> Answer:
        """Ask and wait."""

    async def aanswer(self, ask: Ask) -> Answer:
        """Ask without blocking the event loop."""

    def close(self) -> None:
        """Give back sockets, threads and memory. May be called more than once."""
