from __future__ import annotations

import re
from pathlib import Path

import pytest

from evals.cases import Case, LabelError, load_case, load_cases, sha256_of
from summarizer.spans import Span

SEEDS = Path(__file__).parents[2] / "seeds"

TEXT = """Mayor Ada Lind said “we will not sell”. “The harbour,” Lind said, “is ours.”

Piet Osk of Corvane said “we will not sell” either. Tarn lost 18 boats.
"""

LABELS = """document:
  title: The harbour
  date: 2026-03-06
  language: en
  genre: news
  source: invented
  sha256: HASH
participants:
  lind: {name: Ada Lind, aliases: [Lind], role: Mayor, kind: person, weight: 3}
  osk: {name: Piet Osk, kind: person, weight: 2}
quotes:
  - {text: "we will not sell", nth: 2, speaker: osk, weight: 2}
  - {text: ["The harbour,", "is ours."], speaker: lind, weight: 3}
positions:
  - {holder: lind, issue: sale, stance: opposes, evidence: [Mayor Ada Lind said], weight: 3}
claims:
  - {claim: Tarn lost 18 boats., asserted_by: text, evidence: Tarn lost 18 boats., weight: 1}
not_participants: [Tarn]
""".replace("HASH", sha256_of(TEXT))


def case_of(folder: Path, labels: str, text: str = TEXT) -> Case:
    (folder / "x.txt").write_bytes(text.encode())
    (folder / "x.yaml").write_text(labels, encoding="utf-8")
    return load_case(folder / "x.yaml")


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_seed_loads(path: Path) -> None:
    case = load_case(path)
    for quote in case.quotes:
        assert [span.of(case.text) for span in quote.spans] == [part.text for part in quote.text]


def test_every_text_of_the_seeds_has_labels() -> None:
    assert {path.stem for path in SEEDS.glob("*.txt")} == {case.name for case in load_cases(SEEDS)}


def test_each_label_knows_its_place(tmp_path: Path) -> None:
    case = case_of(tmp_path, LABELS)
    nth, split = case.quotes
    assert nth.spans == (Span(TEXT.rindex("we will"), TEXT.rindex("we will") + 16),)
    assert [span.of(TEXT) for span in split.spans] == ["The harbour,", "is ours."]
    assert case.claims[0].evidence[0].span.of(TEXT) == "Tarn lost 18 boats."


def test_a_part_of_a_quote_may_have_its_own_nth(tmp_path: Path) -> None:
    label = '["The harbour,", {text: "we will not sell", nth: 2}]'
    case = case_of(tmp_path, LABELS.replace('["The harbour,", "is ours."]', label))
    assert case.quotes[1].spans[1].start == TEXT.rindex("we will")


def test_offsets_count_code_points_and_line_ends_stay(tmp_path: Path) -> None:
    text = "\U0001f6a2\r\n" + TEXT
    case = case_of(tmp_path, LABELS.replace(sha256_of(TEXT), sha256_of(text)), text)
    assert case.quotes[1].spans[0].start == TEXT.index("The harbour") + 3


def test_the_hash_is_of_the_bytes_in_utf8() -> None:
    assert sha256_of("é").startswith(
        "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
    )


@pytest.mark.parametrize(
    ("label", "broken", "line", "said"),
    [
        (", nth: 2", "", 12, "the text 'we will not sell' occurs twice: give nth"),
        ("nth: 2", "nth: 3", 12, "nth is 3, but the text 'we will not sell' occurs twice"),
        ("nth: 2", "nth: two", 12, "nth is 'two'"),
        ('"is ours."', '"is mine."', 13, "the text 'is mine.' occurs nowhere in the document"),
        ('"is ours."', "7", 13, "7 is no text"),
        ('["The harbour,", "is ours."]', "[]", 13, "at least 1 item"),
        ('["The harbour,", "is ours."]', '["is ours.", "The harbour,"]', 13, "order"),
        ("[Mayor Ada Lind said]", "[The mayor said]", 15, "occurs nowhere"),
        ("evidence: Tarn lost 18 boats.", "evidence: boots", 17, "'boots' occurs nowhere"),
        ("speaker: osk", "speaker: ost", 12, "there is no participant 'ost'"),
        ("holder: lind", "holder: unnamed", 15, "there is no participant 'unnamed'"),
        ("asserted_by: text", "asserted_by: tarn", 17, "there is no participant 'tarn'"),
        ("  osk:", "  unnamed:", 10, "'unnamed' is no id"),
        ("name: Piet Osk", "name: Pit Osk", 10, "'Pit Osk' is not in the document"),
        ("name: Piet Osk", "name: LIND", 10, "'LIND' is not in the document"),
        ("Osk, kind", "Osk, aliases: [Lind], kind", 10, "'Lind' belongs to 'lind' already"),
        ("role: Mayor", "role: mayor", 9, "'mayor' is not in the document"),
        ("[Tarn]", "[Lind]", 18, "the name 'Lind' belongs to 'lind'"),
        ("[Tarn]", "[Oslo]", 18, "'Oslo' is not in the document"),
        ("weight: 1", "weight: 4", 17, "weight is 4: Input should be 1, 2 or 3"),
        ("weight: 1", "weight: '1'", 17, "weight is '1'"),
        ("kind: person, weight: 2", "kind: town, weight: 2", 10, "kind is 'town'"),
        ("opposes", "against", 15, "stance is 'against'"),
        ("genre: news", "genre: novel", 5, "genre is 'novel'"),
        ("language: en", "language: no", 4, "language is False"),
        ("2026-03-06", "2026-13-06", 3, "month must be in 1..12"),
        ("2026-03-06", "in spring", 3, "date is 'in spring'"),
        ("  source: invented\n", "", 1, "the key 'source' is missing"),
        ("issue: sale", "issue: sale, mood: bad", 15, "unknown key 'mood'"),
        ("not_participants", "nobody", 18, "unknown key 'nobody'"),
        ("  osk:", "  lind:", 10, "'lind' is there twice"),
        ("weight: 1", "weight: 1, weight: 2", 17, "'weight' is there twice"),
        ("source: invented", "source: a: b", 6, "mapping values are not allowed here"),
        (sha256_of(TEXT), "0" * 63 + "a", 7, f"the hash of this one is {sha256_of(TEXT)}"),
        (LABELS, "a: &a [*a]", 1, "recursion"),
        (LABELS, "- a", 1, "labels are a mapping"),
        (LABELS, "", 1, "labels are a mapping"),
        (LABELS, "name: x", 1, "labels are a mapping"),
    ],
)
def test_a_broken_label_says_file_line_and_what_is_wrong(
    tmp_path: Path, label: str, broken: str, line: int, said: str
) -> None:
    assert label in LABELS
    with pytest.raises(LabelError, match=rf"x\.yaml:{line}: .*{re.escape(said)}"):
        case_of(tmp_path, LABELS.replace(label, broken, 1))


def test_a_quote_is_listed_once(tmp_path: Path) -> None:
    twice = '  - {text: ["The harbour,", "is ours."], speaker: osk, weight: 1}\npositions:'
    with pytest.raises(LabelError, match=r"x\.yaml:14: this quote is there twice"):
        case_of(tmp_path, LABELS.replace("positions:", twice))


def test_all_broken_labels_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(LabelError) as caught:
        case_of(tmp_path, LABELS.replace("weight: 3", "weight: 5"))
    assert [line.split(":")[1] for line in str(caught.value).splitlines()] == ["9", "13", "15"]


def test_labels_without_a_text_are_broken(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(LABELS, encoding="utf-8")
    with pytest.raises(LabelError, match=r"x\.yaml:1: .*x\.txt: there is no such file"):
        load_cases(tmp_path)
