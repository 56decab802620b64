"""The command line: arguments in, exit code out. Results on stdout, all else on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.errors import InputError, SummarizerError

if TYPE_CHECKING:
    from summarizer.brief import Brief
    from summarizer.document import Document
    from summarizer.settings import Settings

__all__ = ["app", "main"]

INTERRUPTED = 130
USAGE = 1
PARTIAL = 7

# Rich markup in help costs its import; help is text.
app = typer.Typer(
    name="summarizer",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Typed briefs of news articles, transcripts and statements, with quotes that are slices "
    "of the source.",
    epilog="Example: summarizer brief article.txt --format json -o brief.json",
)
models = typer.Typer(help="The embedded model's weights.", no_args_is_help=True)
cache = typer.Typer(help="The answers kept on disk.", no_args_is_help=True)
app.add_typer(models, name="models")
app.add_typer(cache, name="cache")

Model = Annotated[
    str | None,
    typer.Option("--model", "-m", help="local, openai/NAME or VENDOR/NAME.", metavar="MODEL"),
]


@app.command(
    epilog="Examples:  summarizer brief article.txt  |  cat talk.md | summarizer brief - "
    "-f json  |  summarizer brief a.txt b.txt -o notes.md --model openai/gpt-4.1-mini"
)
def brief(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE…", help="Text or Markdown files; - is stdin.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write there instead of to stdout.")
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", help="md or json.")] = "md",
    model: Model = None,
    plan: Annotated[
        str | None,
        typer.Option(help="staged: a question per section; single: one for strong models."),
    ] = None,
    prompts: Annotated[
        Path | None, typer.Option(help="A folder of templates that replace the built-in ones.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail if the brief has problems.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither read nor keep answers.")
    ] = False,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Ask anew, and keep the answers.")
    ] = False,
    replay: Annotated[
        bool, typer.Option("--replay", help="Answer from the cache alone; a miss is an error.")
    ] = False,
) -> None:
    """Print the brief of each SOURCE: participants, positions, claims, quotes, a summary."""
    from summarizer.render import FORMATS

    if form not in FORMATS:
        raise typer.BadParameter(f"{form}; known are {', '.join(FORMATS)}", param_hint="--format")
    if no_cache + refresh + replay > 1:
        raise typer.BadParameter("take one of --no-cache, --refresh and --replay")
    mode = "off" if no_cache else "refresh" if refresh else "replay" if replay else None
    settings = _settings(model=model, plan=plan, prompts=prompts, cache=mode)
    briefs, failure = _briefs(sources, settings, strict=strict)
    _write(_rendered(briefs, form), output)
    if failure and briefs:
        raise typer.Exit(PARTIAL)
    if failure:
        raise typer.Exit(failure.exit_code)


def _briefs(
    sources: list[str], settings: Settings, *, strict: bool
) -> tuple[list[Brief], SummarizerError | None]:
    """Every brief that can be made; each failure is said at once, the first one is returned."""
    from summarizer.document import load
    from summarizer.pipeline import summarize
    from summarizer.providers.choice import connect

    made: list[Brief] = []
    failure: SummarizerError | None = None
    provider = None
    try:
        for source in sources:
            try:
                document = load(Path(source))
                provider = provider or connect(settings, _download_bar())
                with _progress(document, provider.model) as tell:
                    made.append(
                        summarize(
                            document,
                            settings=settings,
                            provider=provider,
                            strict=strict,
                            progress=tell,
                        )
                    )
            except InputError as error:
                _say(str(error))
                failure = failure or error
            except SummarizerError as error:
                _say(f"{source}: {error}")
                failure = failure or error
                break
    finally:
        if provider:
            provider.close()
    return made, failure


def _rendered(briefs: list[Brief], form: str) -> str:
    """One brief as it is; several as one JSON list, or one note after the other."""
    from summarizer.render import FORMATS

    texts = [FORMATS[form](each) for each in briefs]
    if form == "json" and len(texts) > 1:
        return "[\n" + ",\n".join(text.rstrip("\n") for text in texts) + "\n]\n"
    return "\n".join(texts)


def _write(text: str, output: Path | None) -> None:
    if not text:
        return
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror}") from None


@app.command()
def schema() -> None:
    """Print the JSON schema of a brief."""
    import json

    from summarizer.brief import Brief

    typer.echo(json.dumps(Brief.model_json_schema(mode="serialization"), indent=2))


@models.command("list")
def list_models() -> None:
    """Say which weights there are, their licence, and whether they are on this machine."""
    from summarizer.providers.weights import CATALOGUE, locate

    settings = _settings()
    for weights in CATALOGUE.values():
        here = weights.path(settings.cache_dir / "weights").is_file()
        state = "here" if here else "not fetched: summarizer models pull"
        typer.echo(f"{weights.name}  {weights.size / 1e9:.1f} GB  {weights.licence}  {state}")
    if settings.local_model:
        typer.echo(f"{locate(settings)}  yours (SUMMARIZER_LOCAL_MODEL)")


@models.command()
def pull(
    route: Annotated[
        str | None, typer.Option(help="index or hub; without it, one after the other.")
    ] = None,
) -> None:
    """Fetch the default weights, or go on where a fetch was interrupted."""
    from summarizer.providers.weights import DEFAULT, fetch

    if route not in (None, "index", "hub"):
        raise typer.BadParameter(f"{route}; known are index and hub", param_hint="--route")
    folder = _settings().cache_dir / "weights"
    typer.echo(fetch(DEFAULT, folder, _download_bar(), route))  # type: ignore[arg-type]


@cache.command()
def info() -> None:
    """Say where answers are kept, how many, and how much room they take."""
    with _store() as store:
        typer.echo(
            f"{_settings().cache_dir / 'answers'}: {len(store)} answers, {store.volume():,} bytes"
        )


@cache.command()
def clear() -> None:
    """Forget all answers. Weights stay."""
    with _store() as store:
        typer.echo(f"{store.clear()} answers forgotten")


@contextmanager
def _store() -> Iterator[Any]:
    from summarizer.providers.store import Store

    store = Store(_settings().cache_dir / "answers")
    try:
        yield store
    finally:
        store.close()


def _settings(**given: object) -> Settings:
    from summarizer.settings import load_settings

    return load_settings(Path(".env"), **given)


# What is said on stderr ------------------------------------------------------------------


def _say(message: str) -> None:
    typer.echo(f"summarizer: {message}", err=True)


@contextmanager
def _progress(document: Document, model: str) -> Iterator[Callable[[str], None]]:
    """Say which model reads what; on a terminal also how long, and which sections are done."""
    _say(f"{document.source}: {len(document.text):,} characters, read by {model}")
    if not sys.stderr.isatty():
        yield lambda _section: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")
        done: list[str] = []

        def tell(section: str) -> None:
            done.append(section)
            bar.update(task, description=f"done: {', '.join(done)}")

        yield tell


def _download_bar() -> Callable[[int, int], None]:
    """A bar on a terminal, a line for each tenth elsewhere; nothing until a fetch begins."""
    if not sys.stderr.isatty():
        return _tenths()
    bar: Any = None
    task: Any = None

    def tell(done: int, total: int) -> None:
        nonlocal bar, task
        if bar is None:
            from rich.console import Console
            from rich.progress import DownloadColumn, Progress, TimeRemainingColumn

            columns = (*Progress.get_default_columns()[:2], DownloadColumn(), TimeRemainingColumn())
            bar = Progress(*columns, console=Console(stderr=True))
            task = bar.add_task("fetching the model", total=total)
            bar.start()
        bar.update(task, completed=done)
        if done >= total:
            bar.stop()

    return tell


def _tenths() -> Callable[[int, int], None]:
    last = -1

    def tell(done: int, total: int) -> None:
        nonlocal last
        if (tenth := 10 * done // total) > last:
            last = tenth
            _say(f"fetching the model: {done / 1e6:,.0f} of {total / 1e6:,.0f} MB")

    return tell


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 ok, 1 usage, 130 interrupted, else the error's own code."""
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        code = app(args=arguments, prog_name="summarizer", standalone_mode=False)
    except SummarizerError as error:
        _say(str(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _say("interrupted")
        return INTERRUPTED
    except typer.TyperException as error:
        _say(f"{error}; see summarizer --help")
        return USAGE
    except BrokenPipeError:
        with suppress(OSError):
            sys.stdout.close()
        return 0
    if code == INTERRUPTED:  # typer has caught it
        _say("interrupted")
    return code if isinstance(code, int) else 0
