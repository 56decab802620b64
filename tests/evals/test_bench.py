"""The public sets, in their format, with invented texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.bench import SETS, read_records, record_shares
from evals.cases import LabelError, sha256_of
from evals.cli import main
from evals.predictions import Assertion, Person, Prediction, Said, Stand
from evals.results import Result, ResultsError
from summarizer.spans import Span

TEXT = (
    "Mayor Ada Lind said that Tarn was safe. “We will not sell the harbour,” she said. "
    "Piet Osk called it “a grave and costly mistake” and “absurd”."
)


def span(piece: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(piece, start + 1)
    return start, start + len(piece)


def at(piece: str, prefix: str = "", nth: int = 0) -> dict[str, int]:
    start, end = span(piece, nth)
    return {f"{prefix}start": start, f"{prefix}end": end}


QUOTES = [
    {
        **at("“We will not sell the harbour,”"),
        **at("she", "speaker_"),
        "speaker": "she",
        "speaker_kind": "pronoun",
        "verbatim": [at("We will not sell the harbour,")],
    },
    {
        **at("“a grave and costly mistake” and “absurd”"),
        **at("Piet Osk", "speaker_"),
        "speaker": "Piet Osk",
        "speaker_kind": "name",
        "verbatim": [at("a grave and costly mistake"), at("absurd")],
    },
]
LIND = Person(id="lind", name="Ada Lind", kind="person", mentions=(Span(*span("Ada Lind")),))
OSK = Person(id="osk", name="Piet Osk", kind="person", mentions=(Span(*span("Piet Osk")),))


def said(piece: str, speaker: str | None, cue: str | None = None) -> Said:
    place = Span(*span(piece))
    found = Span(*span(cue)) if cue else None
    return Said(texts=(piece,), places=((place,),), speaker=speaker, cue=found)


def shares(
    name: str, labels: dict[str, Any], predicted: Prediction, folder: Path
) -> dict[str, tuple[float, float]]:
    path = folder / "set.jsonl"
    record = {"id": "x", "source": name, "text": TEXT, "quotes": [], **labels}
    path.write_text(json.dumps(record) + "\n", "utf-8")
    [found] = read_records(path)
    result = Result(
        document="x",
        sha256=sha256_of(TEXT),
        system="ours",
        model="m",
        version="1",
        prediction=predicted,
    )
    return {k: tuple(v) for k, v in record_shares(SETS[name], found, result).items()}


def test_quotes_of_four_words_or_more_are_compared_piece_by_piece(tmp_path: Path) -> None:
    predicted = Prediction(
        participants=(LIND, OSK),
        quotes=(
            said("We will not sell the harbour,", "lind", "she said"),
            said("a grave and costly mistake", "osk", "Piet Osk called"),
            said("absurd", "osk"),
        ),
    )
    found = shares("polnear", {"quotes": QUOTES}, predicted, tmp_path)
    assert found["quotes.f1"] == found["quotes.f1_exact"] == (4, 4)
    assert found["speaker.f1"] == (2, 2)
    assert found["speaker.name"] == found["speaker.pronoun"] == (1, 1)
    assert found["quotes.fabricated"] == (0, 3)


def test_what_is_no_quotation_costs_precision_only_if_it_is_long(tmp_path: Path) -> None:
    predicted = Prediction(
        quotes=(said("said that Tarn was safe.", None), said("Mayor", None), said("absurd", None))
    )
    found = shares("polnear", {"quotes": QUOTES}, predicted, tmp_path)
    assert found["quotes.precision"] == (0, 1)
    assert found["quotes.recall"] == (0, 2)


def test_a_wrong_name_and_a_wrong_cue_are_no_right_speakers(tmp_path: Path) -> None:
    predicted = Prediction(
        participants=(LIND, OSK),
        quotes=(
            said("We will not sell the harbour,", "lind", "Mayor Ada Lind said"),
            said("a grave and costly mistake", "lind", "Piet Osk called"),
        ),
    )
    found = shares("polnear", {"quotes": QUOTES}, predicted, tmp_path)
    assert (found["speaker.name"], found["speaker.pronoun"]) == ((0, 1), (0, 1))
    assert found["speaker.f1"] == (0, 2)


def test_a_system_that_does_not_say_by_which_words_is_not_judged_by_them(tmp_path: Path) -> None:
    predicted = Prediction(
        participants=(LIND,), quotes=(said("We will not sell the harbour,", "lind"),)
    )
    found = shares("polnear", {"quotes": QUOTES}, predicted, tmp_path)
    assert found["speaker.pronoun"] == (0, 0)


def test_a_quote_that_stands_nowhere_is_fabricated(tmp_path: Path) -> None:
    predicted = Prediction(quotes=(Said(texts=("We sell",), places=(), speaker=None),))
    found = shares("polnear", {"quotes": QUOTES}, predicted, tmp_path)
    assert found["quotes.fabricated"] == (1, 1)


def test_a_speaker_that_may_be_a_name_or_a_description_is_right_by_either(tmp_path: Path) -> None:
    quotes = [{**QUOTES[1], "speaker_kind": "name_or_nominal"}]
    for speaker, right in ((OSK.id, 1), (None, 1), (LIND.id, 0)):
        quote = said("a grave and costly mistake", speaker, "Piet Osk called")
        predicted = Prediction(participants=(LIND, OSK), quotes=(quote,))
        found = shares("wikinews_de", {"quotes": quotes}, predicted, tmp_path)
        assert found["speaker.name"] == (right, 1)


def test_a_piece_in_two_attributions_counts_once_with_the_inner_speaker(tmp_path: Path) -> None:
    outer = {**QUOTES[1], **at(TEXT), **at("Ada Lind", "speaker_"), "speaker": "Ada Lind"}
    quote = said("a grave and costly mistake", "osk")
    predicted = Prediction(participants=(OSK,), quotes=(quote,))
    found = shares("polnear", {"quotes": [outer, QUOTES[1]]}, predicted, tmp_path)
    assert (found["quotes.f1"], found["speaker.name"]) == ((2, 2), (1, 1))


def test_pieces_without_a_word_between_them_are_one(tmp_path: Path) -> None:
    cut = [at("We will not"), at("sell the harbour,")]
    predicted = Prediction(quotes=(said("We will not sell the harbour,", None),))
    found = shares("polnear", {"quotes": [{**QUOTES[0], "verbatim": cut}]}, predicted, tmp_path)
    assert found["quotes.f1_exact"] == (2, 2)


CLAIM = {
    **at("Tarn was safe."),
    **at("Ada Lind", "speaker_"),
    "speaker": "Ada Lind",
    "speaker_resolved": "Mayor Ada Lind",
}
PEOPLE = [
    {
        "name": "Mayor Ada Lind",
        "named": True,
        "in_human_summary": True,
        "mentions": [{**at("Ada Lind"), "text": "Ada Lind"}],
    },
    {"name": "Piet Osk", "named": True, "in_human_summary": False, "mentions": []},
    {"name": "the harbour", "named": False, "in_human_summary": True, "mentions": []},
]


def test_claims_with_a_source_are_compared_by_their_sentences(tmp_path: Path) -> None:
    claim = Assertion(
        statement="Tarn is safe.",
        asserted_by="lind",
        evidence=(Span(*span("Mayor Ada Lind said that Tarn was safe.")),),
    )
    own = claim.model_copy(update={"asserted_by": None})
    labels = {"claims": [CLAIM], "participants": PEOPLE}
    predicted = Prediction(participants=(LIND,), claims=(claim, own))
    found = shares("gum_news", labels, predicted, tmp_path)
    assert found["claims.f1"] == (2, 2)
    assert found["participants.recall"] == (1, 1)
    assert found["participants.listed"] == (1, 8)
    wrong = Prediction(
        participants=(OSK,), claims=(claim.model_copy(update={"asserted_by": "osk"}),)
    )
    found = shares("gum_news", labels, wrong, tmp_path)
    assert (found["claims.f1"], found["claims.recall"]) == ((0, 2), (1, 1))
    assert found["participants.recall"] == (0, 1)


def stand(holder: str, stance: Any, piece: str) -> Stand:
    return Stand(holder=holder, issue="x", stance=stance, evidence=(Span(*span(piece)),))


def test_a_position_of_the_speaker_with_the_turn_as_its_evidence_counts(tmp_path: Path) -> None:
    labels = {
        "turns": [{**at("Tarn was safe."), "turn": 4, "speaker": "Hon. Ada Lind (Tarn)"}],
        "positions": [{"actor": "Hon. Ada Lind (Tarn)", "evidence_turns": [4, 9]}],
    }
    for holder, piece, expected in (
        ("lind", "safe", ((1, 1), (1, 1))),
        ("lind", "Piet", ((0, 1), (1, 1))),
        ("osk", "safe", ((0, 1), (0, 1))),
    ):
        predicted = Prediction(
            participants=(LIND, OSK), positions=(stand(holder, "supports", piece),)
        )
        found = shares("qmsum_positions", labels, predicted, tmp_path)
        assert (found["positions.turn"], found["positions.holder"]) == expected


@pytest.mark.parametrize(
    ("label", "stance", "figures"),
    [
        ("Voor", "supports", {"found": (1, 1), "stance": (1, 1), "flipped": (0, 1)}),
        ("Voor", "opposes", {"found": (1, 1), "stance": (0, 1), "flipped": (1, 1)}),
        ("Neutraal", "unclear", {"found": (1, 1), "stance": (1, 1), "flipped": (0, 1)}),
        ("geen", "opposes", {"invented": (1, 1)}),
    ],
)
def test_the_stance_of_an_actor_is_read_off_the_labelled_sentence(
    tmp_path: Path, label: str, stance: str, figures: dict[str, tuple[int, int]]
) -> None:
    start, end = span("Tarn was safe.")
    labels = {
        "target_start": start,
        "target_end": end,
        "positions": [{"actor": "Lind", "stance": label}],
    }
    predicted = Prediction(participants=(LIND,), positions=(stand("lind", stance, "safe"),))
    found = shares("issuepos_nl", labels, predicted, tmp_path)
    assert {name: found[f"positions.{name}"] for name in figures} == figures
    if label != "geen":
        assert found["positions.actor"] == (1, 1)


def test_the_verifier_is_judged_without_a_system(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = [
        {"label": "supported", "claim": "Ada Lind said that Tarn was safe."},
        {"label": "not_supported", "claim": "Ada Lind said that 14 boats were safe."},
        {"label": "not_supported", "sentences": ["Piet Osk called it a mistake."]},
    ]
    path = tmp_path / "wice.jsonl"
    path.write_text(json.dumps({"id": "x", "text": TEXT, "claims": claims}) + "\n", "utf-8")
    with pytest.raises(SystemExit) as done:
        main(["bench", "wice", str(path), "--lines"])
    out = capsys.readouterr().out
    assert done.value.code == 0
    assert "verifier x: verifier.passed 1/1, verifier.caught 1/2" in out
    assert "| balanced accuracy | .75 |" in out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "set.jsonl:2: no document of a public set"),
        ('{"text": "a"}', "set.jsonl:2: no document of a public set: KeyError"),
        ('{"id": "a", "text": " "}', "set.jsonl:2: no document of a public set"),
    ],
)
def test_a_broken_line_of_a_set_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "set.jsonl"
    good = json.dumps({"id": "x", "text": TEXT})
    path.write_text(f"{good}\n{line}\n", "utf-8")
    with pytest.raises(LabelError, match=said):
        read_records(path)


def test_a_set_with_other_labels_is_named(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="x has not the labels of this set"):
        shares("issuepos_nl", {}, Prediction(), tmp_path)


def test_a_result_of_another_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps({"id": "x", "text": TEXT, "quotes": []}) + "\n", "utf-8")
    [record] = read_records(path)
    result = Result(document="x", sha256="0", system="ours", model="m", version="1")
    with pytest.raises(ResultsError, match="text of x has changed"):
        record_shares(SETS["polnear"], record, result)


def test_a_document_of_a_set_has_its_title_and_date(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    record = {"id": "x", "text": TEXT, "title": "Tarn", "date": "2026-03-06T10:00"}
    path.write_text(json.dumps(record) + "\n", "utf-8")
    [found] = read_records(path)
    assert (found.document.title, str(found.document.date)) == ("Tarn", "2026-03-06")
