"""Gate: the laws of every brief, and recorded answers that give what they gave before.

Nobody is asked and no socket is opened. The baseline has, for every document, a digest of its
labels, of its recording and of the brief, and the two counts of every ratio. Nothing may differ;
`bless` is the only way to change it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from summarizer.brief import Brief

from .cases import LabelError, load_cases, sha256_of
from .invariants import violations
from .judge import Exhibit, exhibit
from .metrics import score
from .predictions import of_brief
from .recordings import Recording, read_recording, replay

__all__ = [
    "Baseline",
    "Entry",
    "Replayed",
    "differences",
    "read_baseline",
    "replayed",
    "write_baseline",
]


class Entry(BaseModel):
    """What is expected of one document."""

    model_config = {"extra": "forbid", "frozen": True}

    labels: str
    recording: str
    brief: str
    counts: dict[str, tuple[int, int]]


Baseline = dict[str, Entry]
"""By the document's name."""


@dataclass(frozen=True)
class Replayed:
    """What the recorded answers of one document make today, and which laws it breaks."""

    name: str
    entry: Entry
    broken: tuple[str, ...]


def replayed(seeds: Path, recordings: Path) -> Iterator[Replayed]:
    """Replay every seed. Raises `LabelError` for a broken label or a missing recording."""
    for case in load_cases(seeds):
        shown = exhibit(case, seeds)
        path = recordings / f"{case.name}.json"
        recording = read_recording(path)
        if recording.sha256 != sha256_of(shown.reading.document.text):
            raise LabelError(f"{path}:1: it is of another text: record it anew")
        brief = replay(recording, shown.document)
        yield Replayed(
            case.name,
            _entry(shown, (seeds / f"{case.name}.yaml").read_bytes(), recording, brief),
            tuple(violations(brief, shown.reading.document.text)),
        )


def _entry(shown: Exhibit, labels: bytes, recording: Recording, brief: Brief) -> Entry:
    predicted = of_brief(brief)
    found = score(shown.gold, predicted, shown.reading, open_quotes=shown.open_quotes)
    made = brief.model_dump(mode="json", exclude={"ledger": True, "source": {"source"}})
    return Entry(
        labels=_digest(labels),
        recording=_digest(_canonical(recording.model_dump(mode="json"))),
        brief=_digest(_canonical(made)),
        counts={name: (int(share.n), int(share.m)) for name, share in found.shares.items()},
    )


def _canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=True, sort_keys=True).encode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


def differences(baseline: Mapping[str, Entry], today: Mapping[str, Entry]) -> Iterator[str]:
    """Every difference, one a line: the document, the figure, what it was and what it is.

    >>> before = Entry(labels="a", recording="b", brief="c", counts={"quotes.f1": (2, 2)})
    >>> after = before.model_copy(update={"labels": "d", "counts": {"quotes.f1": (0, 2)}})
    >>> list(differences({"dam": before}, {"dam": after}))
    ['dam: the labels have changed', 'dam: quotes.f1 was 2 of 2, is 0 of 2']
    """
    for name in sorted({*baseline, *today}):
        before, after = baseline.get(name), today.get(name)
        if before is None or after is None:
            yield f"{name}: {'is new' if before is None else 'is not there any more'}"
            continue
        for part in ("labels", "recording", "brief"):
            if getattr(before, part) != getattr(after, part):
                yield f"{name}: the {part} {'have' if part == 'labels' else 'has'} changed"
        for figure in sorted({*before.counts, *after.counts}):
            was, is_now = before.counts.get(figure), after.counts.get(figure)
            if was != is_now:
                yield f"{name}: {figure} was {_shown(was)}, is {_shown(is_now)}"


def _shown(counts: tuple[int, int] | None) -> str:
    return f"{counts[0]} of {counts[1]}" if counts else "not there"


def read_baseline(path: Path) -> Baseline:
    """Read the baseline; raise `LabelError` if it is missing or broken."""
    try:
        entries = json.loads(path.read_text("utf-8"))
        return {name: Entry.model_validate(entry) for name, entry in entries.items()}
    except FileNotFoundError:
        raise LabelError(f"{path}:1: there is no baseline: python -m evals bless") from None
    except (OSError, ValueError, AttributeError, ValidationError) as error:
        line = getattr(error, "lineno", 1)
        raise LabelError(f"{path}:{line}: this is no baseline: {error}") from None


def write_baseline(today: Mapping[str, Entry], path: Path) -> None:
    """A line for every figure, so that a diff reads well."""
    text = json.dumps(
        {name: json.loads(entry.model_dump_json()) for name, entry in sorted(today.items())},
        ensure_ascii=False,
        indent=1,
        sort_keys=True,
    )
    lines = text.replace(": [\n   ", ": [").replace(",\n    ", ", ").replace("\n   ]", "]")
    path.write_text(lines + "\n", "utf-8")
