"""The command line of the judge: `python -m evals --help`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from summarizer.document import Document
from summarizer.settings import load_settings

from .bench import read_records
from .cases import load_cases
from .run import Plan, Tell, sampled
from .run import run as run_documents

app = typer.Typer(
    name="evals",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command()
def run(
    seeds: Path = Path("seeds"),
    model: str | None = None,
    system: str = "ours",
    repeats: int = 1,
    jobs: int = 1,
    sample: int | None = None,
    output: Annotated[Path, typer.Option("-o")] = Path("run.jsonl"),
    only: str = "",
) -> None:
    documents = {
        case.name: Document.from_path(seeds / f"{case.name}.txt")
        for case in load_cases(seeds)
        if only in case.name
    }
    settings = load_settings(Path(".env"), model=model)
    with _progress() as tell:
        run_documents(documents, Plan(system, settings, output, repeats, jobs), tell)


@app.command()
def bench(
    name: str,
    path: Path,
    model: str | None = None,
    system: str = "ours",
    sample: int | None = None,
    seed: int = 1,
    output: Annotated[Path, typer.Option("-o")] = Path("run.jsonl"),
) -> None:
    records = sampled(read_records(path), sample, seed)
    settings = load_settings(Path(".env"), model=model)
    with _progress() as tell:
        run_documents({r.name: r.document for r in records}, Plan(system, settings, output), tell)


@contextmanager
def _progress() -> Iterator[Tell]:
    def tell(done: int, total: int, name: str) -> None:
        print(f"{done}/{total} {name}", file=sys.stderr)

    yield tell


def main() -> None:
    sys.exit(app(standalone_mode=False))
