"""Answers written down beforehand: for tests, for evaluations, for the documentation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import ValidationError

from summarizer.errors import AnswerError, SettingsError
from summarizer.providers.base import Answer, Ask, Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["Script", "Scripted"]

Script: TypeAlias = "Mapping[str, Any] | list[Any] | Callable[[Ask], Any]"


class Scripted:
    """A provider that knows its answers: one script for each section.

    A script is the answer itself, a list of answers given one after another, or a function
    that makes the answer from the `Ask`. Every answer is held to the ask's schema, as a
    model's would be; `asked` keeps the asks in their order. Raises `AnswerError` when a
    section has no answer (left), or not a valid one.

    >>> from pydantic import BaseModel
    >>> class Summary(BaseModel):
    ...     line: str
    >>> provider = Scripted({"summary": {"line": "Rain came."}})
    >>> provider.answer(Ask("summary", (), Summary, max_tokens=50)).value
    Summary(line='Rain came.')
    """

    model = identity = "scripted"
    concurrency = 1

    def __init__(self, answers: Mapping[str, Script]) -> None:
        self._answers = {
            section: list(script) if isinstance(script, list) else script
            for section, script in answers.items()
        }
        self.asked: list[Ask] = []

    @classmethod
    def from_file(cls, path: Path) -> Scripted:
        """Read a JSON object of answers by section. Raises `SettingsError` if it is not one."""
        try:
            answers = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise SettingsError(f"answers cannot be read from {path}: {error}") from None
        if not isinstance(answers, dict):
            raise SettingsError(f"{path} is not a JSON object of answers by section")
        return cls(answers)

    def answer(self, ask: Ask) -> Answer:
        """Give the next answer written down for the ask's section."""
        self.asked.append(ask)
        written = self._next(ask)
        try:
            return Answer(ask.schema.model_validate(written), Usage(calls=1))
        except ValidationError as error:
            raise AnswerError(
                f"the answer written for {ask.section} is not valid: {error}"
            ) from None

    async def aanswer(self, ask: Ask) -> Answer:
        """Do the same; there is nothing to wait for."""
        return self.answer(ask)

    def close(self) -> None:
        """There is nothing to give back."""

    def _next(self, ask: Ask) -> Any:
        script = self._answers.get(ask.section)
        if callable(script):
            return script(ask)
        if isinstance(script, list):
            script = script.pop(0) if script else None
        if script is None:
            raise AnswerError(
                f"no answer (left) is written for {ask.section}: add one to the script"
            )
        return script
