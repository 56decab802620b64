from .brief import Brief, Ledger, Source
from .document import Document
from .errors import (
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
from .grounding import Passage, Problem
from .pipeline import asummarize, summarize
from .providers.base import Answer, Ask, Message, Provider, Usage
from .providers.choice import connect
from .providers.scripted import Scripted
from .render import FORMATS
from .sections.claims import Claim
from .sections.participants import Participant
from .sections.positions import Position
from .sections.quotes import Quote
from .sections.summary import Line
from .settings import Settings, load_settings
from .spans import Span

__version__: str

__all__ = [
    "FORMATS",
    "Answer",
    "AnswerError",
    "Ask",
    "Brief",
    "CacheMiss",
    "Claim",
    "Document",
    "InputError",
    "Ledger",
    "Line",
    "Message",
    "MissingExtra",
    "NoText",
    "Participant",
    "Passage",
    "Position",
    "Problem",
    "PromptError",
    "Provider",
    "ProviderError",
    "ProviderRefused",
    "ProviderUnavailable",
    "Quote",
    "Scripted",
    "Settings",
    "SettingsError",
    "Source",
    "Span",
    "SummarizerError",
    "TooLarge",
    "Truncated",
    "UngroundedError",
    "UnsupportedFormat",
    "Usage",
    "asummarize",
    "connect",
    "load_settings",
    "summarize",
]
