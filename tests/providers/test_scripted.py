from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel, Field

from summarizer.errors import AnswerError, SettingsError
from summarizer.providers.base import Ask, Message, Provider, Usage
from summarizer.providers.scripted import Scripted

if TYPE_CHECKING:
    from pathlib import Path


class Line(BaseModel):
    text: str = Field(max_length=12)


def ask(section: str = "summary", content: str = "x") -> Ask:
    return Ask(section, (Message("user", content),), Line, 50)


def test_a_section_is_answered_as_written_again_and_again() -> None:
    provider: Provider = Scripted({"summary": {"text": "rain"}})
    answers = [provider.answer(ask()), asyncio.run(provider.aanswer(ask()))]
    assert [answer.value for answer in answers] == [Line(text="rain")] * 2
    assert answers[0].usage == Usage(calls=1)
    provider.close()


def test_a_list_is_used_up_in_order_and_left_as_it_was() -> None:
    script: list[Any] = [{"text": "one"}, {"text": "two"}]
    provider = Scripted({"summary": script})
    assert [provider.answer(ask()).value.text for _ in script] == ["one", "two"]  # type: ignore[attr-defined]
    with pytest.raises(AnswerError, match=r"no answer .* summary"):
        provider.answer(ask())
    assert len(script) == 2


def test_a_function_makes_the_answer_from_the_ask() -> None:
    provider = Scripted({"summary": lambda asked: {"text": asked.messages[0].content}})
    assert provider.answer(ask(content="hail")).value == Line(text="hail")
    assert [asked.section for asked in provider.asked] == ["summary"]


@pytest.mark.parametrize("script", [{"text": "x" * 13}, {}, [3], lambda _: None])
def test_what_is_not_of_the_schema_is_no_answer(script: Any) -> None:
    with pytest.raises(AnswerError, match="summary"):
        Scripted({"summary": script}).answer(ask())


def test_a_section_without_a_script_is_no_answer() -> None:
    with pytest.raises(AnswerError, match="claims"):
        Scripted({"summary": {"text": "rain"}}).answer(ask("claims"))


def test_a_script_can_be_a_file(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"summary": [{"text": "räin"}]}), "utf-8")
    assert Scripted.from_file(path).answer(ask()).value == Line(text="räin")


@pytest.mark.parametrize("content", [None, b"", b"[1]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_script_is_a_setting_to_mend(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "answers.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match=r"answers\.json"):
        Scripted.from_file(path)
