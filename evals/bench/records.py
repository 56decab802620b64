"""Records: public news with human labels, read from files that are not part of the project."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - the type of a date
from pathlib import Path
from typing import Any

from summarizer.document import Document
from summarizer.errors import InputError
from summarizer.spans import Span

from ..cases import LabelError

__all__ = ["Record", "read_records", "span_of"]


@dataclass(frozen=True)
class Record:
    """One line of a set: its text and the human labels, as the set writes them."""

    name: str
    document: Document
    labels: dict[str, Any]

    @property
    def source(self) -> str:
        """Which set, and which part of it."""
        return str(self.labels.get("source", ""))


def span_of(label: dict[str, Any], prefix: str = "") -> Span | None:
    """Where a label stands: its `start` and `end`, or those with a prefix.

    >>> span_of({"speaker_start": 3, "speaker_end": 7}, "speaker_")
    Span(start=3, end=7)
    """
    start, end = label.get(f"{prefix}start"), label.get(f"{prefix}end")
    return None if start is None or end is None else Span(start, end)


def read_records(path: Path) -> list[Record]:
    """The documents of a JSONL file; raise `LabelError` with the line that is broken."""
    records: list[Record] = []
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path} cannot be read: {error}") from None
    for number, line in enumerate(lines, start=1):
        try:
            labels = json.loads(line)
            records.append(Record(labels["id"], _document(labels), labels))
        except (ValueError, KeyError, TypeError, InputError) as error:
            raise LabelError(f"{path}:{number}: no document of a public set: {error!r}") from None
    return records


def _document(labels: dict[str, Any]) -> Document:
    """The text with its title and date, as somebody who has them would hand it over."""
    document = Document.from_text(labels["text"], source=labels["id"])
    date = labels.get("date")
    return replace(
        document,
        title=labels.get("title") or document.title,
        date=Date.fromisoformat(date[:10]) if date else document.date,
    )
