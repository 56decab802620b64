"""Results: what systems made of documents, one line of JSON each, in a file that only grows."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pydantic import BaseModel, ValidationError

from summarizer.providers.base import Usage

from .predictions import Prediction

__all__ = ["Key", "Result", "ResultFile", "ResultsError", "read_results"]

Key = tuple[str, str, str, int]
"""Document, system, model and repeat: what one result is of."""


class ResultsError(Exception):
    """A file of results cannot be read, or cannot take these results."""


class Result(BaseModel):
    """One prediction of one document, or the error in its place."""

    model_config = {"extra": "forbid", "frozen": True}

    document: str
    sha256: str
    system: str
    model: str
    version: str
    repeat: int = 1
    prediction: Prediction | None = None
    error: str | None = None
    reasked: bool = False
    missing: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    ledger: Usage = Usage()

    @property
    def key(self) -> Key:
        """What it is of."""
        return self.document, self.system, self.model, self.repeat


def read_results(path: Path) -> list[Result]:
    """The results of a file, the last of each key; raise `ResultsError` with the line.

    A last line that an interrupted run has not finished is left out.
    """
    try:
        lines = path.read_text("utf-8").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError) as error:
        raise ResultsError(f"{path} cannot be read: {error}") from None
    found: dict[Key, Result] = {}
    for number, line in enumerate(lines, start=1):
        if number == len(lines) and not line.endswith("\n"):
            break
        try:
            result = Result.model_validate_json(line)
        except ValidationError as error:
            what = error.errors()[0]["msg"]
            raise ResultsError(f"{path}:{number}: this is no line of a run: {what}") from None
        found[result.key] = result
    return list(found.values())


class ResultFile:
    """Appends results, each on its own line, flushed; may be used from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        try:
            _drop_unfinished_line(self._path)
            self._file = self._path.open("a", encoding="utf-8", newline="\n")
        except OSError as error:
            raise ResultsError(f"{self._path} cannot be written: {error.strerror}") from None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._lock:
            if self._file:
                self._file.close()
            self._file = None

    def add(self, result: Result) -> None:
        """Write one line."""
        line = json.dumps(result.model_dump(mode="json"), ensure_ascii=False) + "\n"
        with self._lock:
            if self._file:  # else the run is over, and this came from a thread left behind
                self._file.write(line)
                self._file.flush()


def _drop_unfinished_line(path: Path) -> None:
    if path.exists():
        data = path.read_bytes()
        if data and not data.endswith(b"\n"):
            path.write_bytes(data[: data.rfind(b"\n") + 1])


def finished(results: Iterable[Result]) -> Iterator[Result]:
    """Those that need not be made again."""
    return (result for result in results if result.error is None)
