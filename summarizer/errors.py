"""Every error that this package raises on purpose.

SummarizerError
├─ InputError              the document cannot be read
│  ├─ UnsupportedFormat    bytes that are no text, or a suffix that no loader knows
│  ├─ TooLarge             more text than is accepted
│  └─ NoText               nothing to read
├─ SettingsError           a setting is missing or wrong
│  └─ MissingExtra         an optional dependency is not installed
├─ PromptError             a template is missing, or its variables disagree
├─ ProviderError           the model could not be asked
│  ├─ ProviderUnavailable  not reached, overloaded or too slow; may work later
│  └─ ProviderRefused      key, quota, unknown model, content filter; will not work later
├─ AnswerError             the model answered, not usably
│  └─ Truncated            the answer was cut off at its limit
├─ CacheMiss               replay was asked for and the answer is not in the cache
└─ UngroundedError         strict mode found problems in the brief

Each message says what happened, where, and what to do next. A class carries the exit
code of the command line, so that there is one table and it stands here.
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "AnswerError",
    "CacheMiss",
    "InputError",
    "MissingExtra",
    "NoText",
    "PromptError",
    "ProviderError",
    "ProviderRefused",
    "ProviderUnavailable",
    "SettingsError",
    "SummarizerError",
    "TooLarge",
    "Truncated",
    "UngroundedError",
    "UnsupportedFormat",
]


class SummarizerError(Exception):
    """The root: catch this one to catch everything that is expected to go wrong."""

    exit_code: ClassVar[int] = 1


class InputError(SummarizerError):
    """The document cannot be read."""

    exit_code = 2


class UnsupportedFormat(InputError):
    """The bytes are not text, or no loader knows the format."""


class TooLarge(InputError):
    """There is more text than is accepted."""


class NoText(InputError):
    """There is nothing to read."""


class SettingsError(SummarizerError):
    """A setting is missing or wrong; the message names it."""

    exit_code = 3


class MissingExtra(SettingsError):
    """An optional dependency is not installed; the message is the line that installs it.

    >>> print(MissingExtra("local", "the embedded model"))
    the embedded model needs an extra: pip install 'summarizer[local]'
    """

    exit_code = 6

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs an extra: pip install 'summarizer[{extra}]'")
        self.extra = extra


class PromptError(SummarizerError):
    """A prompt template is missing, or its variables disagree with what it is given."""

    exit_code = 3


class ProviderError(SummarizerError):
    """The model could not be asked."""

    exit_code = 4
    retryable: ClassVar[bool] = False

    def __init__(self, message: str, *, provider: str = "") -> None:
        super().__init__(message)
        self.provider = provider


class ProviderUnavailable(ProviderError):
    """Not reached, overloaded or too slow: the same question may be answered later.

    `retry_after` is the number of seconds that the endpoint asked us to wait, if it did.
    """

    retryable = True

    def __init__(
        self, message: str, *, provider: str = "", retry_after: float | None = None
    ) -> None:
        super().__init__(message, provider=provider)
        self.retry_after = retry_after


class ProviderRefused(ProviderError):
    """Key, quota, unknown model or content filter: asking again will not help."""


class AnswerError(SummarizerError):
    """The model answered, and no attempt was usable."""

    exit_code = 5

    def __init__(self, message: str, *, attempts: int = 1, last_answer: str = "") -> None:
        super().__init__(message)
        self.attempts = attempts
        self.last_answer = last_answer


class Truncated(AnswerError):
    """The answer was cut off at its token limit."""


class CacheMiss(SummarizerError):
    """Replay was asked for, and this answer is not in the cache."""

    exit_code = 4


class UngroundedError(SummarizerError):
    """Strict mode: the brief has problems, which are in `problems`."""

    exit_code = 5

    def __init__(self, message: str, *, problems: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems
