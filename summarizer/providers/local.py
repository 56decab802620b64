"""The embedded model: llama.cpp's own server inside this process, asked like any endpoint.

The server listens on a loopback port that the system chooses and answers only to a random key.
It starts with the first ask, and starts again with more room when a longer document comes.
"""

from __future__ import annotations

import asyncio
import functools
import hashlib
import importlib
import math
import os
import platform
import secrets
import threading
import weakref
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from summarizer.errors import MissingExtra, ProviderUnavailable, SettingsError, TooLarge
from summarizer.providers.base import Answer, Ask
from summarizer.providers.faults import quoted
from summarizer.providers.openai import Endpoint, OpenAIProvider
from summarizer.providers.weights import DEFAULT, Progress, fetch, locate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from summarizer.settings import Settings

__all__ = ["LocalProvider", "compacted", "context_for"]

# English has 4 to 5 bytes in a token, Cyrillic 4, Chinese 4; names and figures have fewer.
BYTES_PER_TOKEN = 2.5
TOKENS_PER_MESSAGE = 16  # what a chat template puts around a message, and some more
STEP = 4096  # tokens; 28 kB of memory each
LEAST = 8192
# Work that has begun is never cut short, so a batch is what Ctrl-C may have to wait for: a
# second on two slow cores, where larger batches read 8% faster at most.
BATCH = 64
KEPT_PROMPTS = 512  # MiB for the prompts of documents that take turns
SPINS = "3000"
SEED = 0
POLL = 0.02  # seconds between two looks at an ask that is in hand


class LocalProvider:
    """Answers with weights on this machine, which it fetches first if they are missing.

    `progress` is told of the fetch. One ask is in hand at a time: the processor is busy with
    it. Raises `SettingsError` when `local_model` is no GGUF file and `MissingExtra` when
    llama.cpp is not installed; asks longer than the model's context raise `TooLarge`.
    """

    def __init__(self, settings: Settings, progress: Progress | None = None) -> None:
        self._settings, self._progress = settings, progress
        own = locate(settings) if settings.local_model else None
        self._content = _content(own) if own else DEFAULT.sha256
        self._server: _Server | None = None
        self._turn = threading.Lock()

    @property
    def model(self) -> str:
        """What `--model` calls it."""
        return "local"

    @property
    def identity(self) -> str:
        """The weights by their content, and how they are decoded."""
        return f"local:{self._content} compact temperature=0 seed={SEED}"

    @property
    def concurrency(self) -> int:
        """One: two asks at once would each take twice as long."""
        return 1

    @property
    def endpoint(self) -> Endpoint:
        """Where the server listens, started if need be: for clients of another kind."""
        with self._turn:
            self._server = self._server or self._start(DEFAULT.context)
            return self._server.asking.endpoint

    def answer(self, ask: Ask) -> Answer:
        """Ask and wait."""
        with self._turn:
            return self._ready(ask).answer(ask)

    async def aanswer(self, ask: Ask) -> Answer:
        """Ask without blocking the event loop."""
        async with self._turn_async():
            return await (await asyncio.to_thread(self._ready, ask)).aanswer(ask)

    def close(self) -> None:
        """Stop the server and give its memory back; a later ask starts it again."""
        if self._server:
            self._server.close()
        self._server = None

    @asynccontextmanager
    async def _turn_async(self) -> AsyncIterator[None]:
        # Threads and event loops share one lock, and an event loop cannot wait for that.
        while not self._turn.acquire(blocking=False):  # noqa: ASYNC110
            await asyncio.sleep(POLL)
        try:
            yield
        finally:
            self._turn.release()

    def _ready(self, ask: Ask) -> OpenAIProvider:
        """Have a server with room for `ask`, and give what asks it."""
        wanted = context_for(ask)
        server = self._server or self._start(min(wanted, DEFAULT.context))
        room = min(wanted, server.trained)
        if server.context < room:
            self.close()
            server = self._start(room)
        if server.context < wanted:
            server.require_room(ask)
        return server.asking

    def _start(self, context: int) -> _Server:
        _llama()  # whether it is installed is known before a gigabyte is fetched
        self._server = _Server(self._settings, self._weights(), context)
        return self._server

    def _weights(self) -> Path:
        here = locate(self._settings)
        return here or fetch(DEFAULT, self._settings.cache_dir / "weights", self._progress)


class _Server:
    """llama.cpp's server with room for `context` tokens, and the provider that asks it."""

    def __init__(self, settings: Settings, weights: Path, context: int) -> None:
        llama, key = _llama(), secrets.token_urlsafe()
        parameters = _parameters(llama, weights, context)
        parameters.api_keys = [key]
        if settings.threads:
            parameters.cpuparams.n_threads = settings.threads
            parameters.cpuparams_batch.n_threads = settings.threads
        try:
            server = llama.Server(parameters)
        except RuntimeError:
            raise SettingsError(
                f"{weights} cannot be loaded: free some memory, set SUMMARIZER_LOCAL_MODEL to "
                "another GGUF file, or name another model with --model"
            ) from None
        self._address = server.listening_address
        self._headers = {"Authorization": f"Bearer {key}"}
        # Dropping the last reference stops the server, at the latest before the process ends,
        # whose exit would otherwise take the ground from under running threads.
        self._stop = weakref.finalize(self, [server].clear)
        del server
        self.trained: int = self._call("/v1/models")["data"][0]["meta"]["n_ctx_train"]
        self.context = min(context, self.trained)
        self.asking = _Compact(
            Endpoint(
                model=weights.stem,
                base_url=f"{self._address}/v1",
                api_key=key,
                timeout=settings.deadline,  # on a slow machine one call may need all of it
                reasks=settings.reasks,
                seed=SEED,
                concurrency=1,
                label="local",
            )
        )

    def close(self) -> None:
        """Close the connections to the server, then stop it."""
        self.asking.close()
        self._stop()

    def require_room(self, ask: Ask) -> None:
        """Count the tokens of an ask that may be too long; raise `TooLarge` if it is."""
        text = "".join(message.content for message in ask.messages)
        tokens = len(self._call("/tokenize", {"content": text})["tokens"])
        if tokens + TOKENS_PER_MESSAGE * len(ask.messages) + ask.max_tokens > self.context:
            raise TooLarge(
                f"{ask.section} needs {tokens} tokens to read and {ask.max_tokens} to answer; "
                f"the model takes {self.context}: split the text, or name another with --model"
            )

    def _call(self, path: str, body: dict[str, Any] | None = None) -> Any:
        import httpx2

        method = "POST" if body else "GET"
        try:
            with httpx2.Client(headers=self._headers, trust_env=False, timeout=60) as client:
                return client.request(method, self._address + path, json=body).json()
        except httpx2.HTTPError as error:
            raise ProviderUnavailable(f"the embedded model: {quoted(error)}: try again") from None


class _Compact(OpenAIProvider):
    """Asks with a grammar that leaves no room for white space, which would cost a fifth."""

    def _patched(self, create: Any) -> Any:
        @functools.wraps(create)  # instructor looks through it for a coroutine
        def compact(**request: Any) -> Any:
            return create(**compacted(request, _llama().json_schema_to_grammar))

        return super()._patched(compact)


def compacted(request: dict[str, Any], grammar: Callable[[dict[str, Any]], str]) -> dict[str, Any]:
    """Give a request that asks for JSON by `grammar` instead of by a schema.

    Given the schema itself, the server lets the model write one value a line, indented.

    >>> wanted = {"json_schema": {"schema": {"type": "integer"}}}
    >>> compacted({"model": "m", "response_format": wanted}, lambda schema: str(sorted(schema)))
    {'model': 'm', 'extra_body': {'grammar': "['type', 'x-guidance']"}}
    """
    rest = {name: value for name, value in request.items() if name != "response_format"}
    schema = request["response_format"]["json_schema"]["schema"]
    options = {"whitespace_flexible": False, "coerce_one_of": True, "lenient": True}
    return {**rest, "extra_body": {"grammar": grammar({**_closed(schema), "x-guidance": options})}}


def _closed(schema: Any) -> Any:
    """Allow no properties but those that are named: what is allowed, a small model writes."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(part) for name, part in schema.items()}
    is_object = schema.get("type") == "object"
    return {**closed, "additionalProperties": False} if is_object else closed


def context_for(ask: Ask) -> int:
    """Tokens of context that `ask` needs: an upper estimate, rounded up.

    Counts the question, an answer cut off, the answer with twice the room, and one re-ask.

    >>> from summarizer.providers.base import Message
    >>> from pydantic import BaseModel
    >>> context_for(Ask("claims", (Message("user", "a" * 20_000),), BaseModel, max_tokens=800))
    12288
    """
    size = sum(len(message.content.encode()) for message in ask.messages)
    tokens = size / BYTES_PER_TOKEN + TOKENS_PER_MESSAGE * len(ask.messages) + 4 * ask.max_tokens
    return max(LEAST, math.ceil(tokens / STEP) * STEP)


def _parameters(llama: Any, weights: Path, context: int) -> Any:
    parameters = llama.CommonParams()
    parameters.model.path = str(weights)
    parameters.n_ctx = context
    parameters.n_parallel = 1
    parameters.n_batch = parameters.n_ubatch = BATCH
    parameters.cache_ram_mib = KEPT_PROMPTS
    parameters.fit_params = parameters.warmup = parameters.ui = parameters.endpoint_slots = False
    parameters.n_threads_http = 2
    parameters.verbosity = -1  # nothing on stderr
    # On x86 the weights would be copied into another order: 0.6 GB and a second more, to read
    # prompts a tenth slower. On ARM that order is the faster one.
    parameters.no_extra_bufts = platform.machine() in {"x86_64", "AMD64"}
    return parameters


@functools.cache
def _llama() -> Any:
    """Load llama.cpp with threads that wait for each other awake, but not for long.

    OpenMP's own count keeps the processor from the very thread that is waited for, where
    another program wants it too: writing falls from 22 tokens a second to 2, with this count
    to 7. Threads that sleep at once write 15 even when nothing else runs. The variable is read
    while the library loads, and taken back then.
    """
    given = os.environ.get("GOMP_SPINCOUNT")
    os.environ.setdefault("GOMP_SPINCOUNT", SPINS)
    try:
        return importlib.import_module("xllamacpp")
    except ImportError:
        raise MissingExtra("local", "the embedded model") from None
    finally:
        if given is None:
            del os.environ["GOMP_SPINCOUNT"]


def _content(path: Path) -> str:
    """Name a file by its size, its first and its last MiB: hashing all of it takes too long."""
    size = path.stat().st_size
    with path.open("rb") as file:
        digest = hashlib.sha256(str(size).encode() + file.read(1 << 20))
        file.seek(max(0, size - (1 << 20)))
        digest.update(file.read())
    return digest.hexdigest()
