"""Which provider the settings name, and what is wrapped around it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import SettingsError
from summarizer.providers.base import Provider
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.providers.weights import Progress

__all__ = ["chosen_model", "connect"]

OPENAI = "https://api.openai.com/v1"


def chosen_model(settings: Settings) -> str:
    """The model's full name: what is set, else the endpoint's where key and model are, else local.

    >>> chosen_model(Settings(model="openai/gpt-4.1-mini"))
    'openai/gpt-4.1-mini'
    """
    if settings.model:
        return settings.model
    if settings.api_key and settings.openai_model:
        return f"openai/{settings.openai_model}"
    return "local"


def connect(settings: Settings, progress: Progress | None = None) -> Provider:
    """The provider that the settings name, with its cache and its retries around it.

    `progress` is told of the bytes when weights have to be fetched. Nothing is started or
    asked yet. Raises `SettingsError` for a model that nobody provides.
    """
    model = chosen_model(settings)
    vendor, _, name = model.partition("/")
    if model == "local":
        from summarizer.providers.local import LocalProvider

        return _cached(LocalProvider(settings, progress), settings)
    if not name:
        raise SettingsError(
            f"model {model!r} has no provider: write local, openai/{model} or VENDOR/{model}"
        )
    if vendor == "scripted":
        from summarizer.providers.scripted import Scripted

        return Scripted.from_file(Path(name))
    return _cached(_retried(_remote(vendor, name, settings), settings), settings)


def _remote(vendor: str, name: str, settings: Settings) -> Provider:
    key = settings.api_key.get_secret_value() if settings.api_key else ""
    if vendor != "openai":
        from summarizer.providers.vendors import VendorModel, VendorProvider

        return VendorProvider(
            VendorModel(
                f"{vendor}/{name}",
                timeout=settings.timeout,
                reasks=settings.reasks,
                concurrency=settings.concurrency,
            )
        )
    from summarizer.providers.openai import Endpoint, OpenAIProvider

    if not key and not settings.base_url:
        raise SettingsError(
            f"openai/{name} needs a key: set OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint "
            "without one, or take --model local"
        )
    base_url = settings.base_url or OPENAI
    return OpenAIProvider(
        Endpoint(
            model=name,
            base_url=base_url,
            api_key=key,
            mode=settings.mode,
            timeout=settings.timeout,
            reasks=settings.reasks,
            # OpenAI's strict mode refuses maxLength; llama.cpp's grammars need it.
            bounded_strings=not base_url.startswith(OPENAI),
            concurrency=settings.concurrency,
        )
    )


def _retried(provider: Provider, settings: Settings) -> Provider:
    from summarizer.providers.wrappers import Limits, Retried

    return Retried(provider, Limits(settings.retries, settings.max_wait, settings.deadline))


def _cached(provider: Provider, settings: Settings) -> Provider:
    if settings.cache == "off":
        return provider
    from summarizer.providers.store import Store
    from summarizer.providers.wrappers import Cached

    return Cached(provider, Store(settings.cache_dir / "answers"), settings.cache)
