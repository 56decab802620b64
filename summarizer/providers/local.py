"""The embedded model: llama.cpp's own server inside this process, asked like any endpoint.

The server listens on a loopback port that the system chooses and answers only to a random key.
It starts with the first ask, and starts again with more room when a longer document comes.
"""

from __future__ import annotations

import asyncio
import functools
import hashlib
import math
import platform
import secrets
import threading
import weakref
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from summarizer.errors import MissingExtra, ProviderUnavailable, SettingsError, TooLarge
from summarizer.providers.openai import Endpoint, OpenAIProvider
from summarizer.providers.weights import DEFAULT, Progress, fetch, locate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from summarizer.providers.base import Answer, Ask
    from summarizer.settings import Settings

__all__ = ["LocalProvider", "context_for"]

# English has 4 to 5 bytes in a token, Cyrillic 4, Chinese 4; names and figures have fewer.
BYTES_PER_TOKEN = 2.5
TOKENS_PER_MESSAGE = 16  # what a chat template puts around a message, and some more
STEP = 4096  # tokens; 28 kB of memory each
LEAST = 8192
# Work that has begun is never cut short, so a batch is what Ctrl-C may have to wait for: a
# second on two slow cores, where larger batches read 8% faster at most.
BATCH = 64
KEPT_PROMPTS = 512  # MiB for the prompts of documents that take turns
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
    def identity(self) -> str:
        """The weights by their content, and how they are decoded."""
        return f"local:{self._content} compact temperature=0 seed={SEED}"

    @property
    def concurrency(self) -> int:
        """One: two asks at once would each take twice as long."""
        return 1

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
        """Have a server with room for `ask`."""
        wanted = context_for(ask)
        if self._server is None:
            self._start(wanted)
        if wanted > self._server.context < self._server.trained:
            self._require_room(ask)
            self.close()
            self._start(wanted)
        ...
