"""The command line of the judge: arguments in, exit code out. `python -m evals --help`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from summarizer.document import Document
from summarizer.errors import SummarizerError
from summarizer.settings import Settings, load_settings

from . import bench as public
from . import gate as gates
from .cases import LabelError, load_cases
from .compare import ENOUGH, Change, compare, moved
from .figures import FIGURES, Figure, Shares, estimate, figure_named
from .judge import Exhibit, Judged, by_document, exhibit, judge
from .results import Result, ResultsError, read_results
from .run import Plan, Tell, sampled
from .run import run as run_documents
from .systems import SYSTEMS, second_results
from .tables import Row, markdown, rows

__all__ = ["app", "main"]

PASS, REGRESSION, USAGE, INCONCLUSIVE, INTERRUPTED = 0, 1, 2, 3, 130

TOO_MANY_FAILED = 0.05
SHOWN = 8

SEEDS, RECORDINGS, BASELINE = Path("seeds"), Path("evals/recordings"), Path("evals/baseline.json")

# As for `summarizer`: help is text.
app = typer.Typer(
    name="evals",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Judge briefs by labelled documents. Exit codes: 0 pass, 1 regression, 2 bad labels or "
    "usage, 3 inconclusive, 130 interrupted.",
    epilog="Example: python -m evals run --system ours --system rules -o run.jsonl",
)

Seeds = Annotated[Path, typer.Option(help="A folder of NAME.txt with NAME.yaml.")]
Recordings = Annotated[Path, typer.Option(help="The folder of recorded answers.")]
Baseline = Annotated[Path, typer.Option(help="The file of expected counts.")]
Model = Annotated[
    str | None,
    typer.Option("--model", "-m", help="local, openai/NAME or VENDOR/NAME.", metavar="MODEL"),
]
Systems = Annotated[
    list[str] | None,
    typer.Option(
        "--system", help="ours, plain, code, rules or second; may be given several times."
    ),
]
Only = Annotated[
    list[str] | None, typer.Option("--only", help="A document's name; may be given several times.")
]
Sample = Annotated[int | None, typer.Option(min=1, help="So many documents, drawn at random.")]
Seed = Annotated[int, typer.Option(help="Of the draw: the same number draws the same ones.")]
Output = Annotated[
    Path, typer.Option("--output", "-o", help="The file of results; goes on where it ended.")
]
Offline = Annotated[
    bool, typer.Option("--offline", help="Ask nobody: judge what the file of results has.")
]
Fresh = Annotated[bool, typer.Option("--no-cache", help="Neither read nor keep answers.")]


@app.command(
    epilog="Examples:  python -m evals run  |  python -m evals run --only two-kesslers "
    "--floor quotes.f1=.8  |  python -m evals run --model openai/gpt-4.1-mini --repeats 3 --jobs 4"
)
def run(
    seeds: Seeds = SEEDS,
    system: Systems = None,
    model: Model = None,
    repeats: Annotated[int, typer.Option(min=1, help="Ask so often, each time anew.")] = 1,
    jobs: Annotated[int, typer.Option(min=1, help="Documents in hand at once.")] = 1,
    only: Only = None,
    sample: Sample = None,
    seed: Seed = 1,
    floor: Annotated[
        list[str] | None,
        typer.Option(help="FIGURE=VALUE that has to be reached, such as quotes.f1=.8."),
    ] = None,
    no_cache: Fresh = False,
    offline: Offline = False,
    output: Output = Path("run.jsonl"),
) -> None:
    """Run systems on labelled documents and print the table of figures with intervals.

    A document that fails counts as all missed and is tried again by the next run of the file.
    """
    floors = [_floor(each) for each in floor or []]
    exhibits = _exhibits(seeds, only, sample, seed)
    documents = {each.name: each.document for each in exhibits}
    settings = load_settings(Path(".env"), **_given(model, no_cache))
    request = _Request(output, settings, repeats, jobs, offline)
    results = []
    for name in _known(system or ["ours"], [*SYSTEMS, "second"]):
        if name == "second":
            results += [r for r in second_results(seeds) if r.document in documents]
        else:
            results += request.run(name, documents)
    judged = judge(results, exhibits)
    _print(rows(_systems(judged)))
    _conclude(judged, floors)


@app.command(
    epilog="Example: python -m evals bench polnear bench/polnear/dev.jsonl --system ours "
    "--system rules --sample 20 -o polnear.jsonl"
)
def bench(
    name: Annotated[str, typer.Argument(metavar="SET", help=", ".join(public.SETS))],
    path: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="The set's file.")],
    system: Systems = None,
    model: Model = None,
    jobs: Annotated[int, typer.Option(min=1, help="Documents in hand at once.")] = 1,
    sample: Sample = None,
    seed: Seed = 1,
    no_cache: Fresh = False,
    offline: Offline = False,
    lines: Annotated[
        bool, typer.Option("--lines", help="Print every document's counts as well.")
    ] = False,
    output: Output = Path("bench.jsonl"),
) -> None:
    """Run systems on a public set and print the figures that it can carry.

    The sets are no part of the project; evals/README.md says where they come from.
    """
    chosen = public.SETS.get(name)
    if chosen is None:
        raise typer.BadParameter(f"{name}; known are {', '.join(public.SETS)}", param_hint="SET")
    records = [each for each in public.read_records(path) if chosen.only in each.source]
    records = sampled(records, sample, seed)
    systems: dict[str, dict[str, Shares]] = {}
    if not chosen.asks:
        systems["verifier"] = {r.name: public.record_shares(chosen, r, None) for r in records}
    else:
        settings = load_settings(Path(".env"), **_given(model, no_cache))
        request = _Request(output, settings, 1, jobs, offline)
        for each in _known(system or ["ours"], SYSTEMS):
            results = request.run(each, {r.name: r.document for r in records})
            known = {result.document: result for result in results}
            systems[each] = {
                r.name: public.record_shares(chosen, r, known[r.name])
                for r in records
                if r.name in known
            }
    if lines:
        for each, shares in systems.items():
            _print_lines(each, shares)
    _print(rows(systems, chosen.figures))


@app.command(epilog="Example: python -m evals gate")
def gate(
    seeds: Seeds = SEEDS, recordings: Recordings = RECORDINGS, baseline: Baseline = BASELINE
) -> None:
    """Replay recorded answers and compare every count with the baseline. Asks nobody."""
    expected = gates.read_baseline(baseline)
    today = list(gates.replayed(seeds, recordings))
    wrong = [f"{each.name}: {law}" for each in today for law in each.broken]
    wrong += gates.differences(expected, {each.name: each.entry for each in today})
    for line in wrong:
        typer.echo(line)
    counts = sum(len(each.entry.counts) for each in today)
    if wrong:
        typer.echo(f"regress: {len(wrong)} differences; if they are meant: python -m evals bless")
        raise typer.Exit(REGRESSION)
    typer.echo(f"pass: {len(today)} documents, {counts} counts as in {baseline}")


@app.command(epilog="Example: python -m evals bless && git add evals/baseline.json")
def bless(
    seeds: Seeds = SEEDS, recordings: Recordings = RECORDINGS, baseline: Baseline = BASELINE
) -> None:
    """Make what the recorded answers give today the baseline, and say what that changes."""
    today = list(gates.replayed(seeds, recordings))
    broken = [f"{each.name}: {law}" for each in today for law in each.broken]
    if broken:
        raise LabelError("\n".join([*broken, "a brief that breaks a law cannot be blessed"]))
    entries = {each.name: each.entry for each in today}
    expected = gates.read_baseline(baseline) if baseline.exists() else {}
    changes = list(gates.differences(expected, entries))
    for line in changes or ["nothing has changed"]:
        typer.echo(line)
    gates.write_baseline(entries, baseline)


@app.command(epilog="Example: python -m evals record --only two-kesslers && python -m evals bless")
def record(
    seeds: Seeds = SEEDS,
    recordings: Recordings = RECORDINGS,
    model: Model = "local",
    only: Only = None,
) -> None:
    """Ask the model about every seed and keep its answers for the gate."""
    from summarizer.providers.choice import connect

    from .recordings import record as record_answers
    from .recordings import write_recording

    exhibits = _exhibits(seeds, only)
    provider = connect(load_settings(Path(".env"), model=model))
    try:
        with _progress("recording") as tell:
            for number, each in enumerate(exhibits):
                tell(number, len(exhibits), each.name)
                write_recording(record_answers(each.name, each.document, provider), recordings)
            tell(len(exhibits), len(exhibits), "")
    finally:
        provider.close()


@app.command("compare", epilog="Example: python -m evals compare before.jsonl after.jsonl")
def compare_runs(
    before: Annotated[Path, typer.Argument(metavar="A.jsonl")],
    after: Annotated[Path, typer.Argument(metavar="B.jsonl")],
    system: Annotated[str, typer.Option(help="Of both files; or two, as in plain,ours.")] = "ours",
    seeds: Seeds = SEEDS,
    only: Only = None,
    name: Annotated[str | None, typer.Option("--set", help="A public set's name.")] = None,
    records: Annotated[Path | None, typer.Option(help="That set's file.")] = None,
) -> None:
    """Say for each gated figure whether B is better than A, and which documents moved most.

    Pairs documents that both files have. Exit code 1 if a figure is worse beyond doubt by .02
    or more, or an invented name or quote appears where there was none; 3 if too many documents
    failed.
    """
    first, _, second = system.partition(",")
    runs = [
        [r for r in read_results(path) if r.system == wanted]
        for path, wanted in ((before, first), (after, second or first))
    ]
    if bool(name) != bool(records):
        raise typer.BadParameter("--set and --records go together")
    if name and records:
        figures, shares = _of_set(name, records, runs)
    else:
        exhibits = _exhibits(seeds, only)
        names = {each.name for each in exhibits}
        judged = [judge([r for r in run if r.document in names], exhibits) for run in runs]
        figures, shares = FIGURES, [by_document(each) for each in judged]
        both = shares[0].keys() & shares[1].keys()
        typer.echo(f"{len(both)} documents in both runs\n")
    changes = compare(shares[0], shares[1], figures)
    if not changes:
        raise ResultsError("the two files have no document in common that carries a figure")
    _print(_changes(changes))
    _print_moved(shares[0], shares[1], figures)
    failed = [r for run in runs for r in run if r.error]
    if len(failed) > TOO_MANY_FAILED * sum(map(len, runs)):
        _say(f"inconclusive: {len(failed)} results are errors")
        raise typer.Exit(INCONCLUSIVE)
    worse = [c.figure.label for c in changes if c.verdict == "worse" or _is_severe(c)]
    if worse:
        _say(f"regress: {'; '.join(worse)}")
        raise typer.Exit(REGRESSION)


@app.command(epilog="Example: python -m evals report run.jsonl -o report.html --junit report.xml")
def report(
    runs: Annotated[list[Path], typer.Argument(metavar="RUN.jsonl…")],
    seeds: Seeds = SEEDS,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A page with every document.")
    ] = None,
    junit: Annotated[Path | None, typer.Option(help="JUnit XML, for a CI server.")] = None,
    summary: Annotated[
        Path | None, typer.Option("--markdown", help="A summary for a CI job's page.")
    ] = None,
) -> None:
    """Write what runs found as a page, as JUnit XML, as Markdown; without a file, Markdown."""
    from . import report as reports

    exhibits = _exhibits(seeds)
    judged = judge([result for path in runs for result in read_results(path)], exhibits)
    for path, write in ((output, reports.html), (junit, reports.junit), (summary, reports.summary)):
        if path:
            path.write_text(write(judged), "utf-8")
            _say(f"{path} is written")
    if not (output or junit or summary):
        typer.echo(reports.summary(judged))


@app.command(
    epilog="Examples:  python -m evals label talk.txt  |  python -m evals label talk.txt "
    "--review run.jsonl"
)
def label(
    document: Annotated[Path, typer.Argument(metavar="DOCUMENT", help="NAME.txt")],
    model: Model = None,
    system: Annotated[
        str, typer.Option(help="What to begin with: ours, or rules, which asks no model.")
    ] = "ours",
    review: Annotated[
        Path | None,
        typer.Option(help="Decide what a run found and the labels of DOCUMENT do not have."),
    ] = None,
) -> None:
    """Write NAME.yaml: propose each item, and take what you accept or mend.

    Labels are decisions of yours: read the text first. seeds/GUIDE.md has the hard cases.
    """
    from .label import label_document, review_document

    if review:
        results = [r for r in read_results(review) if r.document == document.stem]
        review_document(document, results)
        return
    _known([system], SYSTEMS)
    label_document(document, SYSTEMS[system], load_settings(Path(".env"), **_given(model)))


# Running ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Request:
    """How to run any system: into which file, with which settings."""

    path: Path
    settings: Settings
    repeats: int
    jobs: int
    offline: bool

    def run(self, system: str, documents: dict[str, Document]) -> list[Result]:
        if self.offline:
            kept = read_results(self.path)
            return [r for r in kept if r.system == system and r.document in documents]
        plan = Plan(system, self.settings, self.path, self.repeats, self.jobs)
        with _progress(system) as tell:
            return run_documents(documents, plan, tell)


def _given(model: str | None, no_cache: bool = False) -> dict[str, object]:
    return {"model": model, "cache": "off" if no_cache else None}


def _exhibits(
    seeds: Path, only: Sequence[str] | None = None, sample: int | None = None, seed: int = 1
) -> list[Exhibit]:
    cases = load_cases(seeds)
    if only:
        _known(only, [case.name for case in cases])
        cases = [case for case in cases if case.name in only]
    return [exhibit(case, seeds) for case in sampled(cases, sample, seed)]


def _known(given: Sequence[str], known: Collection[str]) -> Sequence[str]:
    for name in given:
        if name not in known:
            raise typer.BadParameter(f"{name}; known are {', '.join(known)}")
    return list(dict.fromkeys(given))


def _of_set(
    name: str, path: Path, runs: Sequence[Sequence[Result]]
) -> tuple[Sequence[Figure], list[dict[str, Shares]]]:
    _known([name], public.SETS)
    chosen = public.SETS[name]
    records = {record.name: record for record in public.read_records(path)}
    shares = [
        {
            r.document: public.record_shares(chosen, records[r.document], r)
            for r in run
            if r.document in records
        }
        for run in runs
    ]
    return chosen.figures, shares


# Judging ---------------------------------------------------------------------------------


def _systems(judged: Sequence[Judged]) -> dict[str, dict[str, Shares]]:
    """The shares by system, and by model where one system was run with several."""
    names = dict.fromkeys((each.result.system, each.result.model) for each in judged)
    several = len({system for system, _ in names}) < len(names)
    return {
        f"{system} {model}" if several else system: by_document(
            [each for each in judged if (each.result.system, each.result.model) == (system, model)]
        )
        for system, model in names
    }


def _floor(text: str) -> tuple[Figure, float]:
    name, _, value = text.partition("=")
    try:
        return figure_named(name), float(value)
    except (KeyError, ValueError):
        raise typer.BadParameter(
            f"{text} is not FIGURE=VALUE; figures are {', '.join(f.name for f in FIGURES)}",
            param_hint="--floor",
        ) from None


def _conclude(judged: Sequence[Judged], floors: Sequence[tuple[Figure, float]]) -> None:
    """Exit with what the run means: a broken law or floor, too many failures, or nothing."""
    for each in judged:
        if each.result.error:
            _say(f"{each.result.document}: {each.result.error}")
    wrong = [f"{j.result.document}: {law}" for j in judged for law in j.result.broken]
    shares = list(by_document([each for each in judged if each.result.system == "ours"]).values())
    for figure, wanted in floors:
        value = estimate(figure, shares).value
        if not figure.reaches(value, wanted):
            shown = "no value" if value is None else f"{value:.3f}"
            wrong.append(f"{figure.name} is {shown}, its floor {wanted:g}")
    for line in wrong:
        _say(line)
    if wrong:
        raise typer.Exit(REGRESSION)
    failed = sum(each.result.error is not None for each in judged)
    if failed > TOO_MANY_FAILED * len(judged):
        _say(f"inconclusive: {failed} of {len(judged)} results are errors; run the file again")
        raise typer.Exit(INCONCLUSIVE)


def _is_severe(change: Change) -> bool:
    """Whether names or items without ground appear where there were none."""
    severe = {"participants.ghosts", "trust.hallucinated", "quotes.fabricated"}
    return change.figure.name in severe and change.before == 0 and change.after >= ENOUGH


# Printing --------------------------------------------------------------------------------


def _print(table: Sequence[Row]) -> None:
    """A table: drawn for a terminal, Markdown elsewhere."""
    if not sys.stdout.isatty():
        typer.echo(markdown(table))
        return
    from rich.console import Console
    from rich.table import Table

    drawn = Table(*table[0])
    for row in table[1:]:
        drawn.add_row(*row)
    Console().print(drawn)


def _changes(changes: Sequence[Change]) -> list[Row]:
    head = ("figure", "A", "B", "better by", "p (Holm)", "detectable", "verdict")
    return [
        head,
        *(
            (
                change.figure.label,
                f"{change.before:.3f}",
                f"{change.after:.3f}",
                f"{change.gain:+.3f}",
                f"{change.p:.3f}",
                "–" if change.detectable is None else f"{change.detectable:.3f}",
                change.verdict,
            )
            for change in changes
        ),
    ]


def _print_moved(
    before: dict[str, Shares], after: dict[str, Shares], figures: Sequence[Figure]
) -> None:
    found = moved(before, after, figures)[:SHOWN]
    if not found:
        typer.echo("\nno document moved")
        return
    typer.echo("\nthe documents that moved most\n")
    table: list[Row] = [("document", "figure", "A", "B")]
    for each in found:
        for number, (figure, one, other) in enumerate(each.figures):
            name = "" if number else each.document
            table.append((name, figure.label, f"{one:.2f}", f"{other:.2f}"))
    _print(table)


def _print_lines(system: str, documents: dict[str, Shares]) -> None:
    for name, shares in documents.items():
        counts = ", ".join(f"{each} {share.n:g}/{share.m:g}" for each, share in shares.items())
        typer.echo(f"{system} {name}: {counts}")


def _say(message: str) -> None:
    typer.echo(f"evals: {message}", err=True)


@contextmanager
def _progress(what: str) -> Iterator[Tell]:
    """A bar on a terminal, a line for each document elsewhere."""
    if not sys.stderr.isatty():

        def lines(done: int, total: int, last: str) -> None:
            if last:
                _say(f"{what}: {done} of {total}, {last}")

        yield lines
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        *Progress.get_default_columns()[:2],
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def tell(done: int, total: int, last: str) -> None:
            bar.update(task, completed=done, total=total, description=f"{what} {last}")

        yield tell


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit with its code."""
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        code = app(args=arguments, prog_name="python -m evals", standalone_mode=False)
    except (LabelError, ResultsError, SummarizerError) as error:
        _say(str(error))
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        _say("interrupted; what was made is kept, the same command goes on")
        return INTERRUPTED
    except typer.TyperException as error:
        _say(f"{error}; see python -m evals --help")
        return USAGE
    if code == INTERRUPTED:  # typer has caught it
        _say("interrupted; what was made is kept, the same command goes on")
    return code if isinstance(code, int) else PASS
