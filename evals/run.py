"""Run: ask a system for every document, and keep each answer the moment it is there."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from summarizer.document import Document
from summarizer.errors import AnswerError, InputError, ProviderUnavailable
from summarizer.settings import Settings
from summarizer.threads import in_threads

from .cases import sha256_of
from .results import Result, ResultFile, ResultsError, finished, read_results
from .systems import SYSTEMS, System

__all__ = ["Plan", "Tell", "result_of", "run", "sampled"]

Tell = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and what was done last."""

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Plan:
    """What to run: which system, how often, into which file."""

    system: str
    settings: Settings
    path: Path
    repeats: int = 1
    jobs: int = 1


def sampled(items: Sequence[_Item], count: int | None, seed: int) -> list[_Item]:
    """So many of the items, in their order; the same ones for the same seed.

    >>> sampled("abcdef", 3, seed=1) == sampled("abcdef", 3, seed=1)
    True
    """
    if count is None or count >= len(items):
        return list(items)
    chosen = sorted(random.Random(seed).sample(range(len(items)), count))  # noqa: S311
    return [items[number] for number in chosen]


def run(documents: dict[str, Document], plan: Plan, tell: Tell) -> list[Result]:
    """Results for these documents, by name; those that the file has already are not made again.

    A document that the model did not answer for, or that is too long, is a result with an
    error; the next run of the same file tries it again. Everything else that goes wrong, such
    as a refused key, ends the run with a `SummarizerError`; what was made until then is kept.
    """
    earlier = read_results(plan.path) if plan.path.exists() else []
    system = SYSTEMS[plan.system](plan.settings)
    try:
        _require_same(earlier, plan, system)
        wanted = {
            (name, plan.system, system.model, repeat): document
            for repeat in range(1, plan.repeats + 1)
            for name, document in documents.items()
        }
        done = {r.key: r for r in finished(earlier) if r.key in wanted}
        _require_same_texts(done.values(), documents, plan.path)
        todo = [key for key in wanted if key not in done]
        with ResultFile(plan.path) as file:

            def make(key: tuple[str, str, str, int]) -> Result:
                name, _, _, repeat = key
                result = result_of(system, name, wanted[key], repeat)
                file.add(result)
                done[key] = result
                tell(len(done), len(wanted), name)
                return result

            tell(len(done), len(wanted), "")
            if plan.jobs == 1:
                for key in todo:
                    make(key)
            else:
                in_threads(make, todo, plan.jobs)
    finally:
        system.close()
    return [done[key] for key in wanted]


def result_of(system: System, name: str, document: Document, repeat: int = 1) -> Result:
    """What a system makes of one document: a prediction, or the error in its place."""
    about = {
        "document": name,
        "sha256": sha256_of(document.text),
        "system": system.name,
        "model": system.model,
        "version": system.version,
        "repeat": repeat,
    }
    try:
        outcome = system.predict(document, repeat)
    except (AnswerError, InputError, ProviderUnavailable) as error:
        return Result.model_validate({**about, "error": f"{type(error).__name__}: {error}"})
    return Result.model_validate(
        {
            **about,
            "prediction": outcome.prediction,
            "reasked": outcome.reasked,
            "missing": outcome.missing,
            "broken": outcome.broken,
            "ledger": outcome.usage,
        }
    )


def _require_same(earlier: Sequence[Result], plan: Plan, system: System) -> None:
    """A file holds one version of a system: half a run with other prompts is no run."""
    for result in earlier:
        same = (result.system, result.model) == (plan.system, system.model)
        if same and result.version != system.version:
            raise ResultsError(
                f"{plan.path} was begun by another version of {plan.system} (its code, "
                "prompts or settings have changed since): name another file with -o"
            )


def _require_same_texts(
    results: Iterable[Result], documents: dict[str, Document], path: Path
) -> None:
    for result in results:
        if result.sha256 != sha256_of(documents[result.document].text):
            raise ResultsError(
                f"{path} has a result for {result.document} when its text was another: "
                "name another file with -o"
            )
