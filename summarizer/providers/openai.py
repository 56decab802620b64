"""Any endpoint that speaks OpenAI's chat completions, asked through instructor.

One ask is one `_Exchange`: pure methods turn the ask into a request, and each completion or
exception into what follows from it. The two methods of the provider only carry, once with
`await` and once without. instructor owns the re-asks, this file decides which are worth it.
"""

from __future__ import annotations

import ipaddress
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from pydantic import ValidationError

from summarizer.errors import (
    AnswerError,
    ProviderRefused,
    SettingsError,
    SummarizerError,
    Truncated,
)
from summarizer.providers.base import Answer, Ask, Usage
from summarizer.providers.faults import Upstream, provider_error, quoted, scrubbed, silence
from summarizer.providers.structure import strict_schema, unfenced, without_escaped_controls

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

    import openai

__all__ = ["Endpoint", "OpenAIProvider", "StructureMode", "strict_schema"]

StructureMode = Literal["json_schema", "tools", "json"]

LOGGERS = (
    *("openai", "openai._base_client", "openai._response", "httpx2", "httpcore2.connection"),
    *("httpcore2.http11", "httpcore2.http2", "httpcore2.proxy"),
    *("instructor", "instructor.v2", "instructor.v2.retry", "instructor.auto_client"),
)
LONGEST_KEPT_ANSWER = 2000  # characters
NO_COMPLETION = "with something that is no completion"


@dataclass(frozen=True)
class Endpoint:
    """Where a model is, and how it is asked.

    `timeout` is in seconds for one call; `reasks` counts further asks after an answer that is
    not usable; `temperature` and `seed` are left out of the request when None. Endpoints whose
    strict mode refuses keywords such as `maxLength` get `bounded_strings=False`: the schema is
    sent without them and marked strict, and the answer is still held to all of it.

    >>> Endpoint("gpt-4.1-mini", api_key="sk-secret").host
    'api.openai.com'
    """

    model: str
    base_url: str = "https://api.openai.com/v1"
    api_key: str = field(default="", repr=False)
    mode: StructureMode = "json_schema"
    timeout: float = 120.0
    reasks: int = 2
    temperature: float | None = 0.0
    seed: int | None = None
    bounded_strings: bool = True
    concurrency: int = 4
    label: str = "openai"

    @property
    def host(self) -> str:
        """The name, and the port if one is given, that messages use."""
        return urlsplit(self.base_url).netloc.rpartition("@")[2] or self.base_url

    @property
    def loopback(self) -> bool:
        """Whether it is on this machine, where no proxy may stand between."""
        name = urlsplit(self.base_url).hostname or ""
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"


def _count(usage: object, *path: str) -> int:
    for name in path:
        usage = getattr(usage, name, None)
    return usage if isinstance(usage, int) else 0


class _Exchange:
    """One ask on its way: what it has cost so far, and what came back last."""

    def __init__(self, endpoint: Endpoint, ask: Ask) -> None:
        self.endpoint, self.ask = endpoint, ask
        self.usage = Usage()
        self.last_answer = ""
        self.cuts = 0
        self.started = time.monotonic()

    def arguments(self, loop: type[Any]) -> dict[str, Any]:
        """Say what instructor's create is called with; `loop` is tenacity's class for re-asks."""
        from tenacity import retry_if_exception, stop_after_attempt

        endpoint, ask = self.endpoint, self.ask
        decoding = {"temperature": endpoint.temperature, "seed": endpoint.seed}
        return {
            "model": endpoint.model,
            "messages": [{"role": m.role, "content": m.content} for m in ask.messages],
            "response_model": ask.schema,
            "strict": False,  # as the cache and the scripted provider validate: "3" is 3
            "max_retries": loop(
                stop=stop_after_attempt(endpoint.reasks + 1),
                retry=retry_if_exception(self.worth_another_ask),
                reraise=True,
            ),
            **{name: value for name, value in decoding.items() if value is not None},
        }

    def worth_another_ask(self, error: BaseException) -> bool:
        """Decide about a re-ask: an invalid answer is told so, one cut off gets room, once."""
        from instructor.core.exceptions import ResponseParsingError

        return isinstance(error, ValidationError | ResponseParsingError) or (
            isinstance(error, Truncated) and self.cuts == 1
        )

    def request(self, prepared: dict[str, Any]) -> dict[str, Any]:
        """Turn the request that instructor prepared into one that this endpoint takes."""
        limit = self.ask.max_tokens * (2 if self.cuts else 1)
        if self.endpoint.bounded_strings:
            return {**prepared, "max_tokens": limit}
        request = {**prepared, "max_completion_tokens": limit}
        if "tools" in request:
            function = request["tools"][0]["function"]
            strict = {"strict": True, "parameters": strict_schema(function["parameters"])}
            request["tools"] = [{"type": "function", "function": {**function, **strict}}]
        wanted = request.get("response_format", {}).get("json_schema")
        if wanted:
            wanted = {**wanted, "strict": True, "schema": strict_schema(wanted["schema"])}
            request["response_format"] = {"type": "json_schema", "json_schema": wanted}
        return request

    def receive(self, completion: Any) -> Any:
        """Count a completion and make it fit to be parsed; raise when it is no answer at all."""
        self._add(getattr(completion, "usage", None))
        host = self.endpoint.host
        choices: Any = getattr(completion, "choices", None)
        message = getattr(choices[0], "message", None) if choices else None
        if message is None:
            said = quoted((getattr(completion, "model_extra", None) or {}).get("error") or "")
            what = f"without a choice{said and ': '}{said}"
            raise self.unusable(what if hasattr(completion, "usage") else NO_COMPLETION)
        refusal, reason = getattr(message, "refusal", None), choices[0].finish_reason
        if refusal or reason == "content_filter":
            why = quoted(refusal or "its content filter cut the answer")
            raise ProviderRefused(f"{host} refused {self.ask.section}: {why}", provider=host)
        self._read(message)
        if reason == "length":
            self.cuts += 1
            raise Truncated(
                f"the answer to {self.ask.section} was cut off at its limit of tokens: "
                "use a stronger model or give it less text",
                **self._account(),
            )
        if not self.last_answer.strip():
            raise self.unusable("with nothing")
        return completion

    def _add(self, usage: object) -> None:
        self.usage += Usage(
            calls=1,
            prompt_tokens=_count(usage, "prompt_tokens"),
            cached_tokens=_count(usage, "prompt_tokens_details", "cached_tokens"),
            output_tokens=_count(usage, "completion_tokens"),
        )

    def _read(self, message: Any) -> None:
        calls = getattr(message, "tool_calls", None) or []
        for called in calls[:1]:
            called.function.arguments = without_escaped_controls(called.function.arguments or "")
        message.content = without_escaped_controls(unfenced(message.content or ""))
        self.last_answer = calls[0].function.arguments if calls else message.content

    def _account(self) -> dict[str, Any]:
        kept = scrubbed(self.last_answer)[:LONGEST_KEPT_ANSWER]
        return {"attempts": self.usage.calls, "last_answer": kept}

    def unusable(self, what: str) -> AnswerError:
        """Make the error of a reply that no further ask would mend."""
        return AnswerError(
            f"{self.endpoint.host} answered {self.ask.section} {what}: "
            "check SUMMARIZER_BASE_URL and SUMMARIZER_MODEL",
            **self._account(),
        )

    @contextmanager
    def calling(self) -> Iterator[None]:
        """Turn what a call raises into typed errors before instructor sees, and logs, it."""
        import openai

        try:
            yield
        except SummarizerError:
            raise
        except (openai.OpenAIError, ValueError) as error:
            upstream = Upstream(self.endpoint.host)
            raise provider_error(error, upstream, time.time()) from None
        except (TypeError, AttributeError, KeyError, IndexError):  # JSON of an unknown shape
            raise self.unusable(NO_COMPLETION) from None

    @contextmanager
    def concluding(self) -> Iterator[None]:
        """Turn what instructor raises at last into the error that caused it."""
        from instructor.core.exceptions import InstructorError

        try:
            yield
        except InstructorError as error:
            cause = error.__cause__ or error
            raise (cause if isinstance(cause, SummarizerError) else self.invalid(cause)) from None

    def invalid(self, cause: BaseException) -> AnswerError:
        """Make the error of answers of which none was valid; names a fault of the last."""
        what = quoted(cause)
        if isinstance(cause, ValidationError):
            first = cause.errors(include_url=False, include_input=False)[0]
            what = quoted(f"{'.'.join(map(str, first['loc'])) or 'answer'}: {first['msg']}")
        return AnswerError(
            f"no usable answer to {self.ask.section} in {self.usage.calls} asks ({what}): "
            "use a stronger model or another SUMMARIZER_MODE",
            **self._account(),
        )

    def answer(self, parsed: Any) -> Answer:
        """Give the value in the ask's own schema; instructor's is a subclass that keeps replies."""
        text = parsed.model_dump_json(by_alias=True, round_trip=True)
        value = self.ask.schema.model_validate_json(text)
        return Answer(value, self.usage + Usage(seconds=time.monotonic() - self.started))


class OpenAIProvider:
    """Asks an `Endpoint`. Raises `SettingsError` for a key that no header can carry.

    An ask makes at most `reasks + 1` calls; the one call more that an answer cut off at its
    limit gets, with twice the limit, is one of them.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self._key = endpoint.api_key.strip()
        silence(self._key, LOGGERS)
        if not (self._key.isascii() and self._key.isprintable()) or " " in self._key:
            raise SettingsError("OPENAI_API_KEY holds characters that no key has: copy it anew")
        self.endpoint = endpoint

    @property
    def model(self) -> str:
        """The endpoint's label and model."""
        return f"{self.endpoint.label}/{self.endpoint.model}"

    @property
    def identity(self) -> str:
        """Model and decoding parameters."""
        e = self.endpoint
        bounds = "bounded" if e.bounded_strings else "strict"
        return f"{self.model} {e.mode} {bounds} temperature={e.temperature} seed={e.seed}"

    @property
    def concurrency(self) -> int:
        """How many asks may be in flight at once."""
        return self.endpoint.concurrency

    def answer(self, ask: Ask) -> Answer:
        """Ask and wait."""
        from tenacity import Retrying

        exchange, send = _Exchange(self.endpoint, ask), self._client.chat.completions.create

        def create(**prepared: Any) -> Any:
            with exchange.calling():
                return exchange.receive(send(**exchange.request(prepared)))

        with exchange.concluding():
            return exchange.answer(self._patched(create)(**exchange.arguments(Retrying)))

    async def aanswer(self, ask: Ask) -> Answer:
        """Ask without blocking the event loop."""
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient
        from tenacity import AsyncRetrying

        exchange = _Exchange(self.endpoint, ask)
        # A client for each ask: kept connections belong to one event loop and outlive it.
        http = DefaultAsyncHttpxClient(**self._transport)
        async with AsyncOpenAI(http_client=http, **self._options) as client:

            async def create(**prepared: Any) -> Any:
                with exchange.calling():
                    completion = await client.chat.completions.create(**exchange.request(prepared))
                    return exchange.receive(completion)

            with exchange.concluding():
                patched = self._patched(create)
                return exchange.answer(await patched(**exchange.arguments(AsyncRetrying)))

    def close(self) -> None:
        """Close the connections; a later ask opens new ones."""
        client: openai.OpenAI | None = self.__dict__.pop("_client", None)
        if client:
            client.close()

    def _patched(self, create: Any) -> Any:
        import instructor

        modes = {"json_schema": instructor.Mode.JSON_SCHEMA, "tools": instructor.Mode.TOOLS}
        mode = modes.get(self.endpoint.mode, instructor.Mode.JSON)
        return instructor.patch(create=create, mode=mode)

    @cached_property
    def _options(self) -> dict[str, Any]:
        e = self.endpoint
        # The SDK insists on a key; servers without keys ignore it. Its own retries are off.
        key = self._key or "none"
        return {"api_key": key, "base_url": e.base_url, "timeout": e.timeout, "max_retries": 0}

    @property
    def _transport(self) -> dict[str, Any]:
        return {"verify": _certificates(), "trust_env": not self.endpoint.loopback}

    @cached_property
    def _client(self) -> openai.OpenAI:
        from openai import DefaultHttpxClient, OpenAI

        return OpenAI(http_client=DefaultHttpxClient(**self._transport), **self._options)


@cache
def _certificates() -> ssl.SSLContext:
    """Read the certificates: 20 ms, which a process should wait for only once."""
    import httpx2

    return httpx2.create_ssl_context()
