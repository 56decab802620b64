"""One article, one local model, several ways to ask: seconds, tokens, right quotes, right speakers.

    python -m benchmarks.one_article [--article FILE] [--only ours,plain,langextract]

*ours* is `summarize`. *plain* is what one would write with instructor in ten minutes: one call
and a schema into which the model copies text. *langextract* runs where that package is
installed (pip install 'langextract[openai]'). A quote is right if its words are those of one
quotation of the article, all of it, with marks and punctuation at its ends forgiven; a speaker
is right if the surname is. All systems are asked by one process, one after the other.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from evals.systems import PLAIN_TASK, PLAIN_TOKENS, PlainBrief
from summarizer import Ask, Document, Message, Settings, summarize
from summarizer.errors import SummarizerError
from summarizer.grounding import fold
from summarizer.providers.local import LocalProvider
from summarizer.providers.openai import OpenAIProvider
from summarizer.reading import read

ARTICLE = Path(__file__).parent.parent / "seeds" / "rubio-lavrov-kuala-lumpur.txt"
SPEAKERS = ["Rubio"] * 9 + ["Trump"] * 3
"""Who says the twelve quotations of the article, in order, by reading it."""


@dataclass(frozen=True)
class Run:
    """What one system returned: pairs of quote and speaker, and what it took."""

    system: str
    quotes: list[tuple[str, str]]
    seconds: float
    output_tokens: int


# Systems ---------------------------------------------------------------------------------


def ours(document: Document, provider: LocalProvider) -> Run:
    brief = summarize(document, provider=provider, settings=Settings(cache="off"))
    quotes = [
        (" ".join(span.text for span in quote.spans), brief.name_of(quote.speaker) or "")
        for quote in brief.quotes
    ]
    return Run("ours", quotes, brief.ledger.seconds, brief.ledger.output_tokens)


def plain(document: Document, provider: LocalProvider) -> Run:
    messages = (Message("user", PLAIN_TASK + document.text),)
    # As anybody's client asks llama.cpp's server: the schema is sent as it is.
    client = OpenAIProvider(provider.endpoint)
    answer = client.answer(Ask("plain", messages, PlainBrief, PLAIN_TOKENS))
    client.close()
    found: Any = answer.value
    quotes = [(quote.text, quote.speaker) for quote in found.quotes]
    return Run("plain", quotes, answer.usage.seconds, answer.usage.output_tokens)


def langextract(document: Document, provider: LocalProvider) -> Run:
    import langextract as lx
    from langextract.providers.openai import OpenAILanguageModel

    endpoint = provider.endpoint
    example = lx.data.ExampleData(
        text="“We will not sell,” Mayor Ada Lind said.",
        extractions=[
            lx.data.Extraction("quote", "We will not sell,", attributes={"speaker": "Ada Lind"})
        ],
    )
    started = time.perf_counter()
    result = lx.extract(
        document.text,
        prompt_description="Extract every direct quotation word for word, with its speaker.",
        examples=[example],
        model=OpenAILanguageModel(
            model_id=endpoint.model, api_key=endpoint.api_key, base_url=endpoint.base_url
        ),
        fence_output=True,
        use_schema_constraints=False,
        show_progress=False,
    )
    quotes = [
        (each.extraction_text, str((each.attributes or {}).get("speaker", "")))
        for each in result.extractions or []
        if each.extraction_class == "quote"
    ]
    return Run("langextract", quotes, time.perf_counter() - started, 0)


class Warm(BaseModel):
    yes: bool


SYSTEMS: dict[str, Callable[[Document, LocalProvider], Run]] = {
    "ours": ours,
    "plain": plain,
    "langextract": langextract,
}


# Score -----------------------------------------------------------------------------------


def score(run: Run, gold: list[tuple[str, str]]) -> tuple[int, int]:
    """Right quotes, and right quotes with the right speaker; each gold quote counts once."""
    left = dict(gold)
    right = spoken = 0
    for text, speaker in run.quotes:
        surname = left.pop(bare(text), None)
        right += surname is not None
        spoken += surname is not None and surname.casefold() in speaker.casefold()
    return right, spoken


def bare(text: str) -> str:
    return fold(text).strip(" .,;:!?\"'-")


def gold_of(document: Document) -> list[tuple[str, str]]:
    speeches = read(document).speeches
    words = [" ".join(span.of(document.text) for span in speech.spans) for speech in speeches]
    return list(zip(map(bare, words), SPEAKERS, strict=True))


def runs(names: list[str], document: Document) -> Iterator[Run]:
    for name in names:
        if name == "langextract" and importlib.util.find_spec("langextract") is None:
            print("langextract is not installed: left out")
            continue
        provider = LocalProvider(Settings())  # a new one, so that nobody finds a warm cache
        provider.answer(Ask("warm", (Message("user", "Say yes."),), Warm, max_tokens=20))
        try:
            yield SYSTEMS[name](document, provider)
        except SummarizerError as error:
            print(f"{name}: {error}")
            yield Run(name, [], float("nan"), 0)
        finally:
            provider.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--only", default=",".join(SYSTEMS), help="systems, with commas")
    names = parser.parse_args().only.split(",")
    document = Document.from_path(ARTICLE)
    gold = gold_of(document)
    print(
        f"{'system':12} {'seconds':>8} {'tokens':>7} {'quotes':>7} {'right':>6} "
        f"{'speaker right':>14}"
    )
    for run in runs(names, document):
        right, spoken = score(run, gold)
        print(
            f"{run.system:12} {run.seconds:8.1f} {run.output_tokens:7} {len(run.quotes):7} "
            f"{right:3}/{len(gold)} {spoken:11}/{len(gold)}",
            flush=True,
        )


if __name__ == "__main__":
    main()
