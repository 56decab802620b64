"""Models that speak another language than OpenAI's, through instructor's provider strings.

Much is left to instructor and to the vendor's own library here. What holds as everywhere:
one ask ends in an answer of the ask's schema or in one typed error, the library's own
retries are off, and no key shows.
"""

from __future__ import annotations

import importlib.util
import inspect
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from pydantic import ValidationError

from summarizer.errors import AnswerError, MissingExtra, SettingsError, Truncated
from summarizer.providers.base import Answer, Ask, Usage
from summarizer.providers.faults import Upstream, provider_error, quoted, silence
from summarizer.providers.structure import has_controls

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["VENDORS", "VendorModel", "VendorProvider"]


class Vendor(NamedTuple):
    """The module that its library is, and the variable that its key is read from."""

    module: str
    key_variable: str


# The name is also that of the extra which installs the library.
VENDORS = {
    "anthropic": Vendor("anthropic", "ANTHROPIC_API_KEY"),
    "cohere": Vendor("cohere", "CO_API_KEY"),
    "google": Vendor("google.genai", "GOOGLE_API_KEY"),
    "groq": Vendor("groq", "GROQ_API_KEY"),
    "mistral": Vendor("mistralai", "MISTRAL_API_KEY"),
    "ollama": Vendor("openai", "OLLAMA_API_KEY"),
}


# What instructor raises on a reply of a shape that it does not expect.
_MISREAD = (LookupError, TypeError, AttributeError, AssertionError)


@dataclass(frozen=True)
class VendorModel:
    """A model by instructor's name for it, `VENDOR/MODEL`; `timeout` is in seconds.

    `options` go to instructor's `from_provider` as they are.
    """

    name: str
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    reasks: int = 2
    concurrency: int = 4
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def vendor(self) -> str:
        """The part before the slash."""
        return self.name.partition("/")[0]


class VendorProvider:
    """Asks a vendor's model in the mode that instructor has for it.

    Raises `SettingsError` for a vendor that is not known, `MissingExtra` for one whose library
    is not installed.

    >>> VendorProvider(VendorModel("acme/large"))
    Traceback (most recent call last):
    summarizer.errors.SettingsError: no vendor is called acme (SUMMARIZER_MODEL); known are \
anthropic, cohere, google, groq, mistral, ollama, and openai for all that speak its language
    """

    def __init__(self, model: VendorModel) -> None:
        known = VENDORS.get(model.vendor)
        if known is None:
            raise SettingsError(
                f"no vendor is called {model.vendor} (SUMMARIZER_MODEL); known are "
                f"{', '.join(VENDORS)}, and openai for all that speak its language"
            )
        if not _installed(known.module):
            raise MissingExtra(model.vendor, f"the model {model.name}")
        names = ("", "._base_client")
        loggers = ("httpx", "instructor", "instructor.v2", "instructor.v2.retry")
        library = [known.module.partition(".")[0] + name for name in names]
        silence((model.api_key or "").strip(), [*library, *loggers, "instructor.auto_client"])
        self._model = model
        self._upstream = Upstream(model.vendor, known.key_variable)

    @property
    def model(self) -> str:
        """Instructor's name for it."""
        return self._model.name

    @property
    def identity(self) -> str:
        """Vendor and model; the vendor's own defaults decode."""
        return self._model.name

    @property
    def concurrency(self) -> int:
        """How many asks may be in flight at once."""
        return self._model.concurrency

    def answer(self, ask: Ask) -> Answer:
        """Ask and wait."""
        bill, client = _Bill(), self._client(asynchronous=False)
        try:
            with self._errors(ask, bill):
                return bill.answer(client.create(**self._arguments(ask, bill)), ask)
        finally:
            if close := getattr(client.client, "close", None):
                close()

    async def aanswer(self, ask: Ask) -> Answer:
        """Ask without blocking the event loop."""
        bill, client = _Bill(), self._client(asynchronous=True)
        try:
            with self._errors(ask, bill):
                return bill.answer(await client.create(**self._arguments(ask, bill)), ask)
        finally:
            if inspect.iscoroutinefunction(close := getattr(client.client, "close", None)):
                await close()

    def close(self) -> None:
        """Keep nothing, close nothing: each ask has a client of its own."""

    def _client(self, *, asynchronous: bool) -> Any:
        import instructor

        model, connect = self._model, cast("Any", instructor.from_provider)
        key = {"api_key": model.api_key} if model.api_key else {}
        try:
            client = connect(model.name, async_client=asynchronous, **key, **model.options)
        except Exception as error:  # noqa: BLE001 - each library has its own for a missing key
            variable = self._upstream.key_variable
            raise SettingsError(f"{model.name}: {quoted(error)}; check {variable}") from None
        # One loop per failure: retries are for the wrapper. Not every library has these two.
        for name, value in {"max_retries": 0, "timeout": model.timeout}.items():
            if hasattr(client.client, name):
                setattr(client.client, name, value)
        return client

    def _arguments(self, ask: Ask, bill: _Bill) -> dict[str, Any]:
        from instructor.core.hooks import Hooks

        hooks = Hooks()
        hooks.on("completion:response", bill.add)
        return {
            "messages": [{"role": m.role, "content": m.content} for m in ask.messages],
            "response_model": ask.schema,
            "max_tokens": ask.max_tokens,
            "max_retries": self._model.reasks,
            "strict": False,
            "hooks": hooks,
        }

    @contextmanager
    def _errors(self, ask: Ask, bill: _Bill) -> Iterator[None]:
        from instructor.core import exceptions as of_instructor

        try:
            yield
        except of_instructor.IncompleteOutputException:
            raise Truncated(f"the answer to {ask.section} was cut off at its limit") from None
        except of_instructor.InstructorRetryException as error:
            cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
            if isinstance(cause, (ValidationError, of_instructor.InstructorError, *_MISREAD)):
                what = f"no usable answer to {ask.section}: {quoted(cause)}"
                raise AnswerError(what, attempts=bill.usage.calls) from None
            raise provider_error(cause, self._upstream, time.time()) from None


class _Bill:
    """What an ask has cost so far, whatever the vendor calls its tokens."""

    def __init__(self) -> None:
        self.usage = Usage()
        self._started = time.monotonic()

    def add(self, response: Any) -> None:
        """Count one call."""
        used = getattr(response, "usage", None)
        prompt, output = (
            next((n for name in names if isinstance(n := getattr(used, name, None), int)), 0)
            for names in (("prompt_tokens", "input_tokens"), ("completion_tokens", "output_tokens"))
        )
        self.usage += Usage(calls=1, prompt_tokens=prompt, output_tokens=output)

    def answer(self, parsed: Any, ask: Ask) -> Answer:
        """Give the value in the ask's own schema, if no control character is in it."""
        text = parsed.model_dump_json(by_alias=True, round_trip=True)
        if has_controls(text):
            raise AnswerError(f"the answer to {ask.section} contains control characters")
        seconds = Usage(seconds=time.monotonic() - self._started)
        return Answer(ask.schema.model_validate_json(text), self.usage + seconds)


def _installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
