from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from fake_endpoint import FakeEndpoint, Reply, completion
from pydantic import BaseModel, Field

from summarizer.errors import (
    AnswerError,
    MissingExtra,
    ProviderRefused,
    ProviderUnavailable,
    SettingsError,
    Truncated,
)
from summarizer.providers.base import Answer, Ask, Message, Usage
from summarizer.providers.vendors import VendorModel, VendorProvider

if TYPE_CHECKING:
    from collections.abc import Callable


class Line(BaseModel):
    text: str = Field(max_length=12)


GOOD = '{"text": "rain"}'
ASK = Ask("summary", (Message("user", "{{7*7}}"),), Line, 50)


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest, endpoint: FakeEndpoint) -> Callable[[], Answer]:
    """Ask through instructor's provider string of the one vendor that can be played here."""
    options = {"base_url": endpoint.url}
    provider = VendorProvider(VendorModel("ollama/fake", timeout=0.3, options=options))

    def ask() -> Answer:
        if request.param == "sync":
            return provider.answer(ASK)
        return asyncio.run(provider.aanswer(ASK))

    return ask


def test_a_vendor_answers(ask: Callable[[], Answer], endpoint: FakeEndpoint) -> None:
    endpoint.says("no", GOOD)
    answer = ask()
    assert answer.value == Line(text="rain")
    assert answer.usage == Usage(2, 20, 0, 10, answer.usage.seconds)
    assert endpoint.asked[0]["messages"][-1]["content"] == "{{7*7}}"


@pytest.mark.parametrize(
    ("reply", "error", "calls"),
    [
        ("no", AnswerError, 3),
        ('{"text": "\\u0007"}', AnswerError, 1),
        (completion("{", reason="length"), Truncated, 1),
        ({"choices": []}, AnswerError, 1),
        (Reply({"error": {"message": "x"}}, 401), ProviderRefused, 1),
        (Reply({"error": {"message": "x"}}, 503), ProviderUnavailable, 1),
        (Reply(completion(GOOD), delay=0.5), ProviderUnavailable, 1),
        (Reply(completion(GOOD), cut=9), ProviderUnavailable, 1),
    ],
)
def test_faults_are_typed_here_too(
    ask: Callable[[], Answer], endpoint: FakeEndpoint, reply: Any, error: type, calls: int
) -> None:
    endpoint.says(reply)
    with pytest.raises(error) as raised:
        ask()
    assert type(raised.value) is error
    assert endpoint.calls == calls


def test_a_vendor_whose_library_is_missing_prints_the_line_that_installs_it() -> None:
    with pytest.raises(MissingExtra, match=r"pip install 'summarizer\[cohere\]'"):
        VendorProvider(VendorModel("cohere/command"))


def test_a_vendor_that_nobody_knows_is_a_setting_to_mend() -> None:
    with pytest.raises(SettingsError, match="SUMMARIZER_MODEL"):
        VendorProvider(VendorModel("acme"))
