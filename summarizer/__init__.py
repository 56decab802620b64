"""Typed briefs of news articles, transcripts and statements.

The model points; the program quotes: every quote is a slice of the source.

    from summarizer import summarize
    brief = summarize("“We will not leave,” Ada Lind said.")

Names are imported when they are first used, so that `import summarizer` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.brief import Brief, Ledger, Source
    from summarizer.document import Document
    from summarizer.errors import (
        AnswerError,
        CacheMiss,
        InputError,
        MissingExtra,
        NoText,
        PromptError,
        ProviderError,
        ProviderRefused,
        ProviderUnavailable,
        SettingsError,
        SummarizerError,
        TooLarge,
        Truncated,
        UngroundedError,
        UnsupportedFormat,
    )
    from summarizer.grounding import Passage, Problem
    from summarizer.pipeline import asummarize, summarize
    from summarizer.providers.base import Answer, Ask, Message, Provider, Usage
    from summarizer.providers.choice import connect
    from summarizer.providers.scripted import Scripted
    from summarizer.render import FORMATS
    from summarizer.sections.claims import Claim
    from summarizer.sections.participants import Participant
    from summarizer.sections.positions import Position
    from summarizer.sections.quotes import Quote
    from summarizer.sections.summary import Line
    from summarizer.settings import Settings, load_settings
    from summarizer.spans import Span

_HOMES = {
    "brief": ("Brief", "Ledger", "Source"),
    "document": ("Document",),
    "errors": (
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
    ),
    "grounding": ("Passage", "Problem"),
    "pipeline": ("asummarize", "summarize"),
    "providers.base": ("Answer", "Ask", "Message", "Provider", "Usage"),
    "providers.choice": ("connect",),
    "providers.scripted": ("Scripted",),
    "render": ("FORMATS",),
    "sections.claims": ("Claim",),
    "sections.participants": ("Participant",),
    "sections.positions": ("Position",),
    "sections.quotes": ("Quote",),
    "sections.summary": ("Line",),
    "settings": ("Settings", "load_settings"),
    "spans": ("Span",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__version__ = "0.1.0"
__all__ = [  # noqa: PLE0604 - all of them are strings
    "__version__",
    *sorted(_HOME_OF),
]


def __getattr__(name: str) -> Any:
    if home := _HOME_OF.get(name):
        value = getattr(import_module(f"summarizer.{home}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
