"""What went wrong at an endpoint, as one typed error that shows no secret.

Pure, but for the log filter: exceptions and headers in, errors and seconds out. Whatever a
server sends is quoted on one line, short, and without the keys that this process knows.
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from summarizer.errors import ProviderError, ProviderRefused, ProviderUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Upstream", "provider_error", "quoted", "retry_after", "scrubbed", "silence"]

LONGEST_QUOTE = 200
# Shorter "keys" are placeholders such as "none"; taking them out would garble plain words.
SHORTEST_SECRET = 8
MASK = "***"

_secrets: set[str] = set()


@dataclass(frozen=True)
class Upstream:
    """Who is asked: the name that messages use, and the variable that holds its key."""

    host: str
    key_variable: str = "OPENAI_API_KEY"


def scrubbed(text: str) -> str:
    """`text` without any key that was given to `silence`."""
    for secret in sorted(_secrets, key=len, reverse=True):
        text = text.replace(secret, MASK)
    return text


def quoted(text: object, limit: int = LONGEST_QUOTE) -> str:
    r"""Make what a server said fit for a message: scrubbed, one line, `limit` characters at most.

    >>> quoted("model\x1b[31m not\r\n  found")
    'model[31m not found'
    """
    line = " ".join(scrubbed(str(text)[: 100 * limit]).split())
    line = "".join(character for character in line if character.isprintable())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that the headers ask to wait, None when they say nothing sensible.

    `now` is the time in seconds since 1970, for headers that give a date.

    >>> retry_after({"retry-after": "7"}, now=0.0)
    7.0
    >>> retry_after({"retry-after-ms": "250"}, now=0.0)
    0.25
    >>> retry_after({"retry-after": "Thu, 01 Jan 1970 00:01:00 GMT"}, now=20.0)
    40.0
    >>> retry_after({"retry-after": "soon"}, now=0.0) is None
    True
    """
    milliseconds = _seconds(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    given = headers.get("retry-after")
    seconds = _seconds(given)
    if seconds is not None or given is None:
        return seconds
    try:
        return max(0.0, parsedate_to_datetime(given).timestamp() - now)
    except (ValueError, TypeError, OverflowError, IndexError, OSError):
        return None


def _seconds(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def provider_error(error: Exception, upstream: Upstream, now: float) -> ProviderError:
    """Name the fault in a vendor's exception as a typed error, by its HTTP status if it has one.

    >>> class Refusal(Exception):
    ...     status_code = 401
    >>> provider_error(Refusal(), Upstream("llm.example"), now=0.0)
    ProviderRefused('the key was refused by llm.example (401): check OPENAI_API_KEY')
    """
    host, status, body = upstream.host, _status(error), _body(error)
    said = f": {quoted(body['message'])}" if body.get("message") else ""
    refusal = _refusal(upstream, status, str(body.get("code") or body.get("type") or ""))
    if refusal:
        return ProviderRefused(refusal if status == 401 else refusal + said, provider=host)
    wait = retry_after(getattr(getattr(error, "response", None), "headers", None) or {}, now)
    return ProviderUnavailable(_outage(error, host, status) + said, provider=host, retry_after=wait)


def _status(error: Exception) -> int | None:
    for name in ("status_code", "code"):
        status = getattr(error, name, None)
        if isinstance(status, int):
            return status
    return None


def _body(error: Exception) -> dict[str, Any]:
    """Find the server's own account of the error; some wrap it in `error`, some send a page."""
    body = getattr(error, "body", None)
    inner = body.get("error", body) if isinstance(body, dict) else body
    return inner if isinstance(inner, dict) else {}


def _refusal(upstream: Upstream, status: int | None, code: str) -> str | None:
    """Why asking again will not help, or None when it may."""
    host, key = upstream.host, upstream.key_variable
    if code == "insufficient_quota":
        return f"the quota at {host} is used up ({status}): check the plan and its billing"
    if code in {"content_filter", "content_policy_violation"}:
        return f"the content filter of {host} refused the text ({status})"
    if status is None or status < 400 or status >= 500 or status in {408, 409, 425, 429}:
        return None
    return {
        401: f"the key was refused by {host} (401): check {key}",
        402: f"{host} asks for payment (402): check the plan and its billing",
        403: f"{host} does not allow this (403): check what the key in {key} may use",
        404: f"{host} knows no such model or address (404): "
        "check SUMMARIZER_MODEL and SUMMARIZER_BASE_URL",
        413: f"{host} refused the request as too large (413): give it less text",
    }.get(status, f"{host} refused the request ({status}): check SUMMARIZER_MODEL and its mode")


def _outage(error: Exception, host: str, status: int | None) -> str:
    if status == 429:
        return f"{host} is asked too often (429): try later or lower SUMMARIZER_CONCURRENCY"
    if status is not None and status >= 400:
        return f"{host} has trouble of its own ({status}): try later"
    if "timeout" in type(error).__name__.lower():
        return f"{host} did not answer in time: try later or raise SUMMARIZER_TIMEOUT"
    if status is not None or isinstance(error, ValueError):
        return f"the reply of {host} broke off or is not JSON: try later"
    cause = quoted(error.__cause__ or error)
    return f"{host} cannot be reached ({cause}): check the network and SUMMARIZER_BASE_URL"


class _Discreet(logging.Filter):
    """Takes secrets out of records, and lowers alarms that are raised as errors anyway."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        clean = scrubbed(text)
        if clean != text:
            record.msg, record.args = clean, None
        if record.exc_info:
            record.exc_text = scrubbed(logging.Formatter().formatException(record.exc_info))
            record.exc_info = None
        if record.name.startswith("instructor") and record.levelno > logging.DEBUG:
            record.levelno, record.levelname = logging.DEBUG, "DEBUG"
            return logging.getLogger(record.name).isEnabledFor(logging.DEBUG)
        return True


_DISCREET = _Discreet()


def silence(secret: str, loggers: Iterable[str]) -> None:
    """Keep `secret` out of every message of this package and out of what `loggers` record.

    A filter acts on records made by its own logger, not on those of its children, so each
    logger is named.
    """
    if len(secret) >= SHORTEST_SECRET:
        _secrets.add(secret)
    for name in loggers:
        logging.getLogger(name).addFilter(_DISCREET)
