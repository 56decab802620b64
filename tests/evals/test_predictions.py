from __future__ import annotations

from pathlib import Path

import pytest
from seeds_of_tarn import ANSWERS, SALE, plant

from evals.cases import load_case
from evals.predictions import located, of_brief, of_case
from summarizer.document import Document
from summarizer.pipeline import summarize
from summarizer.providers.scripted import Scripted

TEXT = "“We stay,” she said. “We are home,” and later: “We stay.” It’s a well–known song."


@pytest.mark.parametrize(
    ("copied", "pieces"),
    [
        ("We stay", [["We stay"], ["We stay"]]),
        ("“we stay.”", [["We stay."]]),
        ("we stay!", [["We stay"], ["We stay"]]),
        ('"We stay … We are home"', [["We stay", "We are home"]]),
        ("It's a well-known song", [["It’s a well–known song"]]),
        ("We  are\nhome!", [["We are home"]]),
        ("We are away", []),
        ("We are home … We stay, she", []),
        ("", []),
        ("…", []),
        ("... “” ...", []),
        ("tay", []),
    ],
)
def test_copied_words_are_found_whatever_their_marks(copied: str, pieces: list[list[str]]) -> None:
    places = located(copied, TEXT)
    found = [[span.of(TEXT).casefold() for span in place] for place in places]
    assert found == [[piece.casefold() for piece in place] for place in pieces]


def test_a_word_that_stands_everywhere_has_a_bounded_number_of_places() -> None:
    assert len(located("no", "no " * 500)) == 16


def test_a_brief_and_its_labels_come_in_one_form(tmp_path: Path) -> None:
    seeds = plant(tmp_path)
    gold = of_case(load_case(seeds / "sale.yaml"))
    document = Document.from_path(seeds / "sale.txt")
    found = of_brief(summarize(document, provider=Scripted(ANSWERS)))
    assert {person.name for person in gold.participants} == {p.name for p in found.participants}
    assert gold.person("osk") == gold.participants[1]
    assert gold.person(None) is None
    for prediction in (gold, found):
        for quote in prediction.quotes:
            assert [span.of(SALE) for span in quote.places[0]] == list(quote.texts)
    assert gold.claims[0].asserted_by is None
    assert found.quotes[0].cue is not None
    assert found.quotes[0].cue.of(SALE) == "Lind said"
