"""Settings: read once from the environment, then frozen and handed on."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path
from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from summarizer.errors import SettingsError

__all__ = ["CacheMode", "PlanName", "Settings", "load_settings"]

CacheMode = Literal["on", "off", "refresh", "replay"]
PlanName = Literal["staged", "single"]


class Settings(BaseSettings):
    """Everything that can be set, each with the environment variable that sets it.

    A field `x` is read from `SUMMARIZER_X`; the key and the address of an endpoint also from
    `OPENAI_API_KEY` and `OPENAI_BASE_URL`, which other tools already use. `.env` is not read
    by the library; `summarizer` on the command line reads it from the working folder.

    >>> Settings(model="openai/gpt-4.1-mini").plan
    'staged'
    """

    model_config = SettingsConfigDict(
        env_prefix="SUMMARIZER_", frozen=True, extra="ignore", populate_by_name=True
    )

    model: str | None = Field(
        None, description="Which model answers: local, openai/NAME, or VENDOR/NAME."
    )
    openai_model: str | None = Field(
        None,
        validation_alias=AliasChoices("SUMMARIZER_OPENAI_MODEL", "OPENAI_MODEL"),
        description="The endpoint's model, used when a key is set and no model is named.",
    )
    plan: PlanName = Field(
        "staged", description="staged: a question per section; single: one for the whole brief."
    )
    prompts: Path | None = Field(
        None, description="A folder of prompt templates that replace the built-in ones."
    )

    api_key: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("SUMMARIZER_API_KEY", "OPENAI_API_KEY"),
        description="Key of the endpoint.",
    )
    base_url: str | None = Field(
        None,
        validation_alias=AliasChoices("SUMMARIZER_BASE_URL", "OPENAI_BASE_URL"),
        description="Address of any OpenAI-compatible endpoint.",
    )
    mode: Literal["json_schema", "tools", "json"] = Field(
        "json_schema", description="How the endpoint is asked for structure."
    )
    timeout: float = Field(
        120.0, gt=0, description="Seconds until one call to an endpoint is given up."
    )
    max_wait: float = Field(
        60.0, ge=0, description="Longest wait in seconds before a call is tried again."
    )
    deadline: float = Field(
        900.0, gt=0, description="Seconds that the calls of one question may take, waits included."
    )
    retries: int = Field(4, ge=0, description="Further tries when an endpoint cannot be reached.")
    reasks: int = Field(2, ge=0, description="Further asks when an answer is not usable.")
    concurrency: int = Field(4, ge=1, description="Asks in flight at once at an endpoint.")

    local_model: Path | None = Field(
        None, description="A GGUF file of your own for the embedded model."
    )
    threads: int | None = Field(
        None, ge=1, description="Threads of the embedded model; default: as llama.cpp chooses."
    )

    cache: CacheMode = Field(
        "on", description="on, off, refresh (ask anew, then store) or replay (never ask)."
    )
    cache_dir: Path = Field(
        default_factory=lambda: user_cache_path("summarizer"),
        description="Where answers and weights are kept.",
    )


def load_settings(env_file: Path | None = None, **given: object) -> Settings:
    """Settings from the environment, `env_file`, and what is given (which wins; None is unset).

    Raises `SettingsError`, which names the setting.

    >>> load_settings(plan="single", model=None).plan
    'single'
    """
    chosen = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(_env_file=env_file, **chosen)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(
            f"setting {name}: {first['msg']}; set SUMMARIZER_{name.upper()} "
            "or leave it out (see .env.example)"
        ) from None
