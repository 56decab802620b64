"""Providers around a provider: answers kept on disk, and endpoints asked again.

Whatever can be decided without waiting is decided in pure functions; the sync and the async
method differ in how they wait and in nothing else.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from pydantic import BaseModel, ValidationError

from summarizer.errors import CacheMiss, ProviderError, ProviderUnavailable
from summarizer.providers.base import Answer, Ask, Provider, Usage

if TYPE_CHECKING:
    import tenacity

    from summarizer.providers.store import Store
    from summarizer.settings import CacheMode

__all__ = ["CACHE_VERSION", "Cached", "Limits", "Retried", "cache_key"]

# Raised when the meaning of stored answers changes in a way that the key does not show.
CACHE_VERSION = 1


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def cache_key(identity: str, ask: Ask) -> str:
    """SHA-256, in hex, of everything that can change the answer, and of nothing else."""
    asked = {
        "version": CACHE_VERSION,
        "identity": identity,
        "messages": [asdict(message) for message in ask.messages],
        "schema": ask.schema.model_json_schema(),
        "max_tokens": ask.max_tokens,
    }
    return _digest(_canonical(asked))


def pack(key: str, value: BaseModel) -> str:
    """Write a value as JSON text, sealed for its key: a changed byte or another key shows."""
    stored = value.model_dump(mode="json", by_alias=True, round_trip=True)
    return _canonical({"seal": _digest(key, _canonical(stored)), "value": stored})


def unpack(key: str, text: str, schema: type[BaseModel]) -> BaseModel | None:
    """Validate the value in `text` again; None when it is not what `pack` made."""
    try:
        row = json.loads(text)
        if row["seal"] != _digest(key, _canonical(row["value"])):
            return None
        return schema.model_validate_json(_canonical(row["value"]))
    except (ValidationError, ValueError, TypeError, KeyError, RecursionError):
        return None


class _Around:
    """What every wrapper leaves to the provider inside."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider

    @property
    def model(self) -> str:
        """That of the provider inside."""
        return self._provider.model

    @property
    def identity(self) -> str:
        """That of the provider inside: a wrapper changes no answer."""
        return self._provider.identity

    @property
    def concurrency(self) -> int:
        """That of the provider inside."""
        return self._provider.concurrency

    def close(self) -> None:
        """Close the provider inside."""
        self._provider.close()


class Cached(_Around):
    """Keeps validated answers in a `Store`; of equal asks at one time only one is passed on.

    Modes: `on`; `refresh` asks anew, then stores; `replay` never asks and raises `CacheMiss`.
    (With `off`, nobody wraps.) The store is closed with it.
    """

    def __init__(self, provider: Provider, store: Store, mode: CacheMode = "on") -> None:
        super().__init__(provider)
        self._store, self._mode = store, mode

    def answer(self, ask: Ask) -> Answer:
        """Answer from the store, or else from the provider."""
        key = cache_key(self.identity, ask)
        if stored := self._stored(key, ask):
            return stored
        with self._store.lock(key):
            return self._stored(key, ask) or self._keep(key, self._provider.answer(ask))

    async def aanswer(self, ask: Ask) -> Answer:
        """Do the same; the database is read and written in a thread."""
        key = cache_key(self.identity, ask)
        if stored := await asyncio.to_thread(self._stored, key, ask):
            return stored
        async with self._store.lock(key):
            if stored := await asyncio.to_thread(self._stored, key, ask):
                return stored
            answer = await self._provider.aanswer(ask)
            return await asyncio.to_thread(self._keep, key, answer)

    def close(self) -> None:
        """Close the store and the provider inside."""
        self._store.close()
        super().close()

    def _stored(self, key: str, ask: Ask) -> Answer | None:
        text = None if self._mode == "refresh" else self._store.get(key)
        value = unpack(key, text, ask.schema) if text else None
        if value is None and self._mode == "replay":
            raise CacheMiss(
                f"replay: no answer is stored for {ask.section} of this document, model and "
                "prompt; run it once with SUMMARIZER_CACHE=on"
            )
        return None if value is None else Answer(value, Usage(cache_hits=1))

    def _keep(self, key: str, answer: Answer) -> Answer:
        self._store.set(key, pack(key, answer.value))
        return answer


@dataclass(frozen=True)
class Limits:
    """How far `Retried` goes: further tries, and seconds.

    `max_wait` bounds one wait, `first_wait` the first one when the endpoint names no time.
    After `deadline` seconds no further try begins.
    """

    retries: int = 4
    max_wait: float = 60.0
    deadline: float = 900.0
    first_wait: float = 1.0


class Retried(_Around):
    """Asks again, after a wait, when a `ProviderError` says that this may help.

    Waits are drawn at random from a window that doubles, on top of what the endpoint asks
    for. An endpoint that asks for more than `max_wait` is not waited for: the error says when
    to come back.
    """

    def __init__(self, provider: Provider, limits: Limits | None = None) -> None:
        super().__init__(provider)
        self._limits = limits or Limits()

    def answer(self, ask: Ask) -> Answer:
        """Give the first answer that comes through."""
        from tenacity import Retrying

        return Retrying(**self._policy())(self._provider.answer, ask)

    async def aanswer(self, ask: Ask) -> Answer:
        """Do the same without blocking the event loop."""
        from tenacity import AsyncRetrying

        return await AsyncRetrying(**self._policy())(self._provider.aanswer, ask)

    def _policy(self) -> dict[str, Any]:
        import tenacity

        limits = self._limits
        jitter = tenacity.wait_random_exponential(limits.first_wait, max=limits.max_wait)

        def wait(state: tenacity.RetryCallState) -> float:
            asked_for = _asked_for(state)
            return max(asked_for, min(asked_for + jitter(state), limits.max_wait))

        def stop(state: tenacity.RetryCallState) -> bool:
            elapsed = (state.seconds_since_start or 0.0) + state.upcoming_sleep
            return (
                state.attempt_number > limits.retries
                or _asked_for(state) > limits.max_wait
                or elapsed >= limits.deadline
            )

        return {
            "retry": tenacity.retry_if_exception(_may_help),
            "wait": wait,
            "stop": stop,
            "retry_error_callback": _give_up,
        }


def _may_help(error: BaseException) -> bool:
    return isinstance(error, ProviderError) and error.retryable


def _asked_for(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return getattr(error, "retry_after", None) or 0.0


def _give_up(state: tenacity.RetryCallState) -> NoReturn:
    error = state.outcome.exception() if state.outcome else None
    seconds = _asked_for(state)
    tries = f"{state.attempt_number} {'try' if state.attempt_number == 1 else 'tries'}"
    later = f"; it asks to come back in {seconds:.0f} s" if seconds else ""
    raise ProviderUnavailable(
        f"{error} (gave up after {tries}{later})",
        provider=getattr(error, "provider", ""),
        retry_after=seconds or None,
    ) from None
