from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.cases import sha256_of
from evals.figures import FIGURES
from evals.judge import Exhibit, Judged, judge
from evals.predictions import Assertion, Person, Prediction, Said, Stand
from evals.report import html, junit, summary
from evals.report.overlay import SIGNS, Mark, pieces
from evals.results import Result
from summarizer.document import Document
from summarizer.providers.base import Usage
from summarizer.reading import read
from summarizer.spans import Span

TEXT = """“We will keep the harbour,” Mayor Ada Lind said.

“The price was low,” Piet Osk said. “Nobody asked the crews,” he added.

“I never saw the letter,” Lind said. “It was no secret,” Osk answered. Tarn lost 18 boats.
"""

LIND = Person(id="lind", name="Ada Lind", role="Mayor", kind="person", weight=3)
OSK = Person(id="osk", name="Piet Osk", aliases=("Osk",), kind="person")
TARN = Person(id="tarn", name="Tarn", kind="country")


def said(words: str, speaker: str | None, text: str = TEXT, **more: Any) -> Said:
    start = text.find(words)
    places = (((start, start + len(words)),),) if start >= 0 else ()
    return Said(texts=(words,), places=places, speaker=speaker, **more)


def at(words: str, text: str = TEXT) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),)


SALE = Stand(holder="lind", issue="sale of the harbour", stance="opposes", evidence=at("We will"))
BOATS = Assertion(statement="Tarn lost 18 boats.", asserted_by=None, evidence=at("Tarn lost 18"))

GOLD = Prediction(
    participants=(LIND, OSK),
    quotes=(
        said("We will keep the harbour,", "lind", weight=3),
        said("The price was low,", "osk"),
        said("Nobody asked the crews,", "osk"),
        said("It was no secret,", "osk", weight=3),
    ),
    positions=(SALE.model_copy(update={"weight": 3}),),
    claims=(BOATS,),
)
PREDICTED = Prediction(
    participants=(LIND, TARN),
    others=(OSK,),
    quotes=(
        said("We will keep the harbour,", "lind"),
        said("The price was low,", "lind"),
        said("Nobody asked", None),
        said("I never saw the letter,", "lind"),
        said("We are all pirates", "osk"),
    ),
    positions=(SALE.model_copy(update={"stance": "supports"}),),
    claims=(
        Assertion(statement="Tarn lost 19 boats.", asserted_by=None, evidence=at("Tarn lost 18")),
        Assertion(statement="The price was low.", asserted_by="osk", evidence=at("The price was")),
    ),
)


def judged(
    predicted: Prediction | None = PREDICTED,
    *,
    gold: Prediction = GOLD,
    text: str = TEXT,
    name: str = "harbour",
    open_quotes: bool = False,
    **more: Any,
) -> Judged:
    shown = Exhibit(name, gold, read(Document.from_text(text)), open_quotes)
    about = {"document": name, "system": "ours", "model": "small", "version": "1", **more}
    result = Result(sha256=sha256_of(text), prediction=predicted, **about)
    return judge([result], [shown])[0]


FAILED: dict[str, Any] = {"predicted": None, "error": "AnswerError: no answer was usable"}


class Page(HTMLParser):
    """A page as a browser would see it; fails where an element is closed that is not open."""

    VOID = frozenset({"meta", "input", "path", "circle"})

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.started: list[tuple[str, dict[str, str | None]]] = []
        self.sources: list[str] = []
        self.marks: list[tuple[str, str, str]] = []
        self.rows: list[list[str]] = []
        self.words = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.started.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag not in self.VOID:
            self.open.append((tag, dict(attrs)))
        if dict(attrs).get("class") == "source":
            self.sources.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        inside = [attributes for _, attributes in self.open]
        if any(each.get("class") == "source" for each in inside):
            self.sources[-1] += data
            if self.open[-1][0] == "mark":
                kinds, title = inside[-1]["class"], inside[-1]["title"]
                self.marks.append((kinds or "", data, title or ""))
        if any(tag in {"td", "th"} for tag, _ in self.open):
            self.rows[-1][-1] += data

    def texts(self, kind: str) -> list[str]:
        return [text for kinds, text, _ in self.marks if kind in kinds.split()]

    def titles(self, text: str) -> str:
        return next(title for _, found, title in self.marks if found == text)


# The source and its marks


def test_the_page_shows_the_source_letter_for_letter() -> None:
    assert Page(html([judged()])).sources == [TEXT]


def test_a_quote_is_marked_by_how_its_words_and_its_speaker_went() -> None:
    page = Page(html([judged()]))
    assert "".join(page.texts("right")) == "We will keep the harbour,"
    assert "".join(page.texts("wrong")) == "The price was low,"
    assert "".join(page.texts("silent")) == "Nobody asked"
    assert "".join(page.texts("missed")) == " the crews,It was no secret,"
    assert "".join(page.texts("extra")) == "I never saw the letter,"


def test_a_mark_tells_both_speakers() -> None:
    page = Page(html([judged()]))
    assert "labelled Piet Osk, predicted Ada Lind" in page.titles("The price was")
    assert page.titles("It was no secret,") == "missed: labelled Piet Osk"
    assert "predicted nobody by name" in page.titles("Nobody asked")


def test_evidence_is_marked_under_the_quotes() -> None:
    page = Page(html([judged()]))
    assert "".join(page.texts("evidence")) == "We willThe price wasTarn lost 18"
    assert "evidence (labels) of position on sale of the harbour" in page.titles("We will")
    assert "evidence (predicted) of claim: Tarn lost 19 boats." in page.titles("Tarn lost 18")


def test_every_mark_begins_with_a_symbol_of_its_kind() -> None:
    page = Page(html([judged()]))
    shown = [found for tag, found in page.started if tag == "mark" and found.get("data-s")]
    for kind in ("right", "wrong", "silent", "missed", "extra"):
        signs = {s["data-s"] for s in shown if kind in (s["class"] or "").split()}
        assert signs == {SIGNS[kind].symbol}


def test_words_that_are_cut_another_way_are_missed_and_extra_at_once() -> None:
    halves = Prediction(quotes=(said("We will keep the", None), said("the harbour,", None)))
    whole = Prediction(quotes=(said("We will keep the harbour,", None),))
    page = Page(html([judged(halves, gold=whole)]))
    assert [(kinds, text) for kinds, text, _ in page.marks] == [
        ("right", "We will keep "),
        ("right extra", "the"),
        ("missed extra", " harbour,"),
    ]


def test_a_copied_text_is_marked_where_the_labels_have_it() -> None:
    text = "“Yes,” Ada Lind said. “Yes,” Piet Osk said."
    first, second = ((Span(found.start(), found.end()),) for found in re.finditer("Yes,", text))
    label = Said(texts=("Yes,",), places=(second,), speaker="osk")
    copied = label.model_copy(update={"places": (first, second)})
    gold = Prediction(participants=(LIND, OSK), quotes=(label,))
    found = html([judged(gold.model_copy(update={"quotes": (copied,)}), gold=gold, text=text)])
    assert [kinds for kinds, _, _ in Page(found).marks] == ["right"]
    assert "“Yes,” Ada Lind said. “<mark" in found


def test_a_turn_that_the_labels_need_not_have_is_not_held_against_anybody() -> None:
    page = Page(html([judged(open_quotes=True)]))
    assert page.texts("extra") == []
    assert page.texts("open") == ["I never saw the letter,"]
    assert "· not judged" in {row[0] for row in page.rows if row}


SPANS = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda s: Span(s[0], s[0] + s[1]))
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from(sorted(SIGNS)), st.text(max_size=2)))


@given(st.text(max_size=14), MARKS)
def test_pieces_make_the_text_and_each_has_the_marks_that_cover_it(
    text: str, marks: list[Mark]
) -> None:
    found = list(pieces(text, marks))
    assert "".join(piece.text for piece in found) == text
    at = 0
    for piece in found:
        for mark in marks:
            if not mark.span.of(text).strip():
                continue  # white space alone is not marked
            covered = [
                mark.span.start <= n < mark.span.end for n in range(at, at + len(piece.text))
            ]
            assert all(covered) == (mark in piece.marks) == any(covered)
        at += len(piece.text)


# Lists


def test_items_stand_beside_each_other_with_a_word_for_how_it_went() -> None:
    rows = [tuple(row) for row in Page(html([judged()])).rows]
    assert ("✓ right", "Ada Lind: Mayor, person [must]", "Ada Lind: Mayor, person") in rows
    assert ("− missed", "Piet Osk (also Osk): person [should]", "–") in rows
    assert ("+ extra", "–", "Tarn: country") in rows
    assert (
        "✗ wrong another stance",
        "Ada Lind opposes sale of the harbour [must]",
        "Ada Lind supports sale of the harbour",
    ) in rows
    assert ("? for review", "–", "Piet Osk: The price was low.") in rows


def test_a_fabricated_quote_is_listed_since_it_has_no_place_to_be_marked() -> None:
    page = Page(html([judged()]))
    row = next(row for row in page.rows if "pirates" in row[-1])
    assert row == ["+ extra stands nowhere in the source", "–", "Piet Osk: “We are all pirates”"]
    assert "quote: We are all pirates" in page.words


def test_a_claim_with_another_number_covers_nothing_and_says_what_is_wrong_with_it() -> None:
    row = next(row for row in Page(html([judged()])).rows if "19 boats" in row[-1])
    assert row[1] == "–"
    assert "19" in row[0]


def test_another_asserter_is_told() -> None:
    other = GOLD.model_copy(update={"claims": (BOATS.model_copy(update={"asserted_by": "osk"}),)})
    row = next(row for row in Page(html([judged(other)])).rows if "18 boats" in row[-1])
    assert row[0] == "✗ wrong another asserter"


def test_missed_musts_inventions_and_claims_for_review_have_lists_of_their_own() -> None:
    words = Page(html([judged()])).words
    assert re.search(r"Missed though they must be there \(1\)\s+quote: It was no secret,", words)
    assert "Without ground in the source (2)" in words
    assert re.search(r"not in the labels \(1\)\s+The price was low\.", words)


def test_a_perfect_prediction_has_nothing_to_complain_about() -> None:
    page = Page(html([judged(GOLD)]))
    assert {kind for kinds, _, _ in page.marks for kind in kinds.split()} == {"right", "evidence"}
    assert {row[0] for row in page.rows if row and row[0][:1] in "✓✗−+?·"} == {"✓ right"}
    assert "Missed though" not in page.words
    assert "Without ground" not in page.words
    assert not any("data-flawed" in found for _, found in page.started)


# The whole page


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = html([judged()])
    assert not re.search(r"https?:|url\(|@import|\ssrc=|\shref=|<link|<iframe|<img", page)
    assert "default-src 'none'" in page


def test_several_systems_and_repeats_stand_in_one_document() -> None:
    page = Page(
        html([judged(), judged(repeat=2), judged(system="rules", model="none"), judged(name="b")])
    )
    assert [tag for tag, _ in page.started].count("details") == 2
    assert len(page.sources) == 4
    for name in ("ours, small, repeat 1", "ours, small, repeat 2", "rules"):
        assert f"{name}: musts missed: 1, invented: 2" in page.words
    assert "ours, small: documents: 2, repeats: 2, failed: 0; version 1" in page.words
    assert ["figure", "ours, small (2)", "rules (1)"] in page.rows


def test_a_failed_document_shows_its_error_in_place_of_marks() -> None:
    page = Page(html([judged(**FAILED), judged(name="b")]))
    assert page.words.count("AnswerError: no answer was usable") == 1
    assert len(page.sources) == 1
    assert "failed: 1" in page.words


def test_broken_laws_missing_sections_and_second_asks_are_said() -> None:
    page = Page(html([judged(broken=("two of q1",), missing=("claims",), reasked=True)]))
    assert "broken law: two of q1" in page.words
    assert "sections without a usable answer: claims" in page.words
    assert "asked again" in page.words


def test_every_gated_figure_has_a_chart_with_a_bar_for_each_system() -> None:
    found = html([judged(), judged(system="rules", model="none")])
    gated = [figure for figure in FIGURES if figure.gated]
    assert found.count("<figure>") == len(gated)
    assert found.count("<svg") == 2 * len(gated)
    assert all(f"<figcaption>{figure.label}" in found for figure in gated)


def chart(label: str, documents: int) -> str:
    page = html([judged(name=str(number)) for number in range(documents)])
    return page.split(f"<figcaption>{label}")[1].split("</figure>")[0]


def test_a_whisker_needs_five_documents() -> None:
    assert "whisker" in chart("participants, F1", 5)
    assert "whisker" not in chart("participants, F1", 4)


def test_a_0_has_a_whisker_to_what_so_many_documents_leave_possible() -> None:
    assert "(≤ .45)" in chart("names that stand nowhere", 5)
    assert "H45.1" in chart("names that stand nowhere", 5)


# Machines


def cases(found: str) -> list[ET.Element]:
    return list(ET.fromstring(found.encode()).iter("testcase"))  # noqa: S314 - our own XML


def test_junit_has_a_suite_for_each_system_and_a_case_for_each_result() -> None:
    results = [
        judged(ledger=Usage(calls=2, seconds=1.25)),
        judged(repeat=2, ledger=Usage(calls=2, seconds=2)),
        judged(system="rules", model="none"),
    ]
    root = ET.fromstring(junit(results).encode())  # noqa: S314 - our own XML
    ours, rules = root.findall("testsuite")
    assert (ours.get("name"), ours.get("tests"), ours.get("time")) == ("ours, small", "2", "3.250")
    assert [case.get("name") for case in ours] == ["harbour, repeat 1", "harbour, repeat 2"]
    assert ours[0].get("time") == "1.250"
    assert (rules.get("name"), rules[0].get("name")) == ("rules", "harbour")


def test_junit_tells_failed_documents_from_broken_laws() -> None:
    results = [judged(), judged(name="b", **FAILED), judged(name="c", broken=("two of q1",))]
    good, failed, broken = cases(junit(results))
    assert [child.tag for child in good] == ["system-out"]
    assert failed.find("error") is not None
    assert failed.find("failure") is None
    assert broken.findtext("failure") == "two of q1"
    suite = ET.fromstring(junit(results).encode())[0]  # noqa: S314 - our own XML
    assert (suite.get("errors"), suite.get("failures")) == ("1", "1")


def test_junit_prints_what_was_missed_and_invented() -> None:
    lines = (cases(junit([judged()]))[0].findtext("system-out") or "").splitlines()
    assert lines[:2] == ["missed quote: It was no secret,", "invented quote: We are all pirates"]
    assert cases(junit([judged(GOLD)]))[0].find("system-out") is None


def test_the_summary_has_the_gated_figures_and_then_what_failed_was_missed_and_invented() -> None:
    found = summary([judged(), judged(name="b", **FAILED)])
    assert "| figure | ours, small (2) |" in found
    assert "| quotes, precision |" not in found
    order = (
        "- b (ours, small): AnswerError: no answer was usable",
        "## harbour (ours, small)",
        "- missed quote: It was no secret,",
        "- invented quote: We are all pirates",
    )
    places = [found.index(line) for line in order]
    assert all(a < b for a, b in pairwise(places))
    assert "## b" not in found


def test_the_summary_stays_small_and_says_so() -> None:
    many = tuple(said(f"Größe {n} " * 60, "osk", weight=3) for n in range(40))
    results = [
        judged(PREDICTED.model_copy(update={"quotes": many}), name=str(n)) for n in range(60)
    ]
    found = summary(results)
    assert len(found.encode()) < 60_000
    assert found.endswith("Cut here: the report has all of it.\n")
    assert "- invented: 29 more\n" in found
    assert max(map(len, found.splitlines())) < 500


# What comes from outside

HOSTILE = """“</div><script>alert(1)</script> & “{{ 7*7 }}” {% raw %},” said "<b>Ada\x07 Lind</b>".

Tarn\x1b[31m lost 18 boats | *all* ]]> --> \u202eever\x85.
"""
NAME = "<script>{{ 7*7 }}</script>\"'&\x0b\ud800"


def hostile() -> list[Judged]:
    quote = said("</div><script>alert(1)</script> & “{{ 7*7 }}” {% raw %},", "x", HOSTILE, weight=3)
    person = Person(id="x", name=NAME, role=NAME, aliases=(NAME,), weight=3)
    gold = Prediction(
        participants=(person,),
        quotes=(quote, said("lost 18 boats | *all* ]]> -->", None, HOSTILE)),
        claims=(Assertion(statement=NAME, asserted_by="x", evidence=at("18 boats", HOSTILE)),),
    )
    position = Stand(holder="x", issue=NAME, stance="mixed", evidence=(), statement=NAME)
    other = gold.model_copy(update={"positions": (position,), "participants": ()})
    about = {"gold": gold, "text": HOSTILE, "model": NAME, "version": NAME, "broken": (NAME,)}
    return [
        judged(other, name=NAME, **about),
        judged(None, name=NAME, repeat=2, error=NAME, **about),
    ]


CLEAN = NAME.replace("\x0b", "").replace("\ud800", "")


def test_what_comes_from_outside_is_text_in_the_page() -> None:
    found = html(hostile())
    page = Page(found)
    assert [tag for tag, _ in page.started].count("script") == 1
    assert "49" not in page.words
    assert page.sources == [re.sub("[\x07\x1b\u202e]", "", HOSTILE)]
    assert any(CLEAN in (title or "") for _, _, title in page.marks)
    assert {found["data-name"] for tag, found in page.started if tag == "details"} == {CLEAN}
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e\ud800-\udfff]", found)


def test_what_comes_from_outside_is_text_in_junit() -> None:
    one, other = cases(junit(hostile()))
    assert one.get("name") == f"{CLEAN}, repeat 1"
    assert one.findtext("failure") == CLEAN
    assert f"missed participant: {CLEAN}" in (one.findtext("system-out") or "")
    assert other.findtext("error") == CLEAN


def test_what_comes_from_outside_is_text_in_the_summary() -> None:
    found = summary(hostile())
    found.encode()
    assert "<script>" not in found.replace("\\<script\\>", "")
    heads = [line for line in found.splitlines() if line.startswith("#")]
    assert len(heads) == 3
    columns = {len(re.findall(r"(?<!\\)\|", row)) for row in found.splitlines() if row[:1] == "|"}
    assert columns == {3}


@given(st.text(), st.text())
def test_junit_is_xml_whatever_a_model_or_a_server_says(error: str, law: str) -> None:
    (case,) = cases(junit([judged(predicted=None, error=error, broken=(law,))]))
    assert case.find("error") is not None


@pytest.mark.parametrize("render", [html, junit, summary])
def test_nothing_judged_is_still_a_report(render: Any) -> None:
    nothing: Sequence[Judged] = []
    assert render(nothing).endswith("\n")
