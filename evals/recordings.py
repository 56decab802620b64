"""Recordings: the answers of a model to the questions about a document, small enough to review."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from summarizer.brief import Brief
from summarizer.document import Document
from summarizer.errors import AnswerError
from summarizer.pipeline import summarize
from summarizer.providers.base import Answer, Ask, Provider
from summarizer.providers.scripted import Scripted
from summarizer.settings import Settings

from .cases import LabelError, sha256_of

__all__ = ["Recording", "read_recording", "record", "replay", "write_recording"]


class Recording(BaseModel):
    """What a model answered, by section, in the order of the questions; null where it failed."""

    model_config = {"extra": "forbid", "frozen": True}

    document: str
    sha256: str
    model: str
    answers: dict[str, list[Any]]


class _Recorder:
    """A provider that keeps what another one answers."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self.model, self.identity = provider.model, provider.identity
        self.concurrency = 1  # answers are kept in the order in which they are replayed
        self.answers: dict[str, list[Any]] = {}

    def answer(self, ask: Ask) -> Answer:
        kept = self.answers.setdefault(ask.section, [])
        try:
            answer = self._provider.answer(ask)
        except AnswerError:
            kept.append(None)
            raise
        kept.append(answer.value.model_dump(mode="json"))
        return answer

    async def aanswer(self, ask: Ask) -> Answer:
        raise NotImplementedError  # recording is done one question after the other

    def close(self) -> None:
        self._provider.close()


def record(name: str, document: Document, provider: Provider) -> Recording:
    """Make a brief and keep every answer. Raises `SummarizerError`.

    >>> provider = Scripted({"participants": {"others": []}, "summary":
    ...                      {"bottom_line": {"sentence": 1, "line": "Rain came."}}})
    >>> record("rain", Document.from_text("Rain came."), provider).answers["participants"]
    [{'others': []}]
    """
    recorder = _Recorder(provider)
    summarize(document, settings=_settings(), provider=recorder)
    return Recording(
        document=name,
        sha256=sha256_of(document.text),
        model=provider.model,
        answers=recorder.answers,
    )


def replay(recording: Recording, document: Document) -> Brief:
    """The brief that the recorded answers make today. Nobody is asked."""
    provider = Scripted(recording.answers)
    return summarize(document, settings=_settings(), provider=provider)


def _settings() -> Settings:
    """The defaults, whatever the environment says: a replay is the same everywhere."""
    return Settings(plan="staged", prompts=None, cache="off")


def read_recording(path: Path) -> Recording:
    """Read a recording; raise `LabelError` with file and line if it is broken."""
    try:
        return Recording.model_validate(json.loads(path.read_text("utf-8")))
    except json.JSONDecodeError as error:
        raise LabelError(f"{path}:{error.lineno}: {error.msg}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path}:1: cannot be read: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise LabelError(f"{path}:1: {where}: {first['msg']}") from None


def write_recording(recording: Recording, folder: Path) -> None:
    """One answer a line or more, so that a diff shows which answer changed."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(recording.model_dump(), ensure_ascii=False, indent=1)
    (folder / f"{recording.document}.json").write_text(text + "\n", "utf-8")
