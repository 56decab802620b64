"""Settings, and the provider that they choose."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Settings, SettingsError, connect, load_settings
from summarizer.providers.choice import chosen_model


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "SUMMARIZER_MODEL"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("environment", "given", "model"),
    [
        ({}, {}, "local"),
        ({"OPENAI_API_KEY": "k"}, {}, "local"),
        ({"OPENAI_API_KEY": "k", "OPENAI_MODEL": "m"}, {}, "openai/m"),
        ({"OPENAI_API_KEY": "k", "OPENAI_MODEL": "m", "SUMMARIZER_MODEL": "local"}, {}, "local"),
        ({"SUMMARIZER_MODEL": "local"}, {"model": "openai/x"}, "openai/x"),
    ],
)
def test_what_is_given_wins_over_the_environment_and_that_over_a_key(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], given: dict[str, str], model: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert chosen_model(load_settings(**given)) == model


@pytest.mark.parametrize(
    ("name", "value"), [("SUMMARIZER_TIMEOUT", "soon"), ("SUMMARIZER_RETRIES", "-1")]
)
def test_a_wrong_value_is_named_with_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name):
        load_settings()


def test_a_key_is_never_shown() -> None:
    settings = load_settings(api_key="sk-canary")
    assert "sk-canary" not in f"{settings} {settings!r}"


def test_settings_are_frozen() -> None:
    settings = Settings()
    with pytest.raises(ValueError, match="frozen"):
        settings.model = "other"


@pytest.mark.parametrize("model", ["gpt", "openai/gpt", "scripted/nothing.json"])
def test_a_model_that_cannot_be_asked_is_a_settings_error(model: str) -> None:
    with pytest.raises(SettingsError):
        connect(Settings(model=model))


def test_the_cache_and_retries_stand_around_an_endpoint(tmp_path: Path) -> None:
    settings = Settings(
        model="openai/m", base_url="http://127.0.0.1:9/v1", cache_dir=tmp_path, cache="on"
    )
    assert type(connect(settings)).__name__ == "Cached"
    off = settings.model_copy(update={"cache": "off"})
    assert type(connect(off)).__name__ == "Retried"
    assert connect(off).model == "openai/m"
