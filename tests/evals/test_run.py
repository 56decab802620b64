from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fake_endpoint import FakeEndpoint, Reply, completion
from seeds_of_tarn import RAIN, SALE, plant

from evals import systems
from evals.cases import load_cases
from evals.judge import by_document, exhibit, judge
from evals.predictions import Prediction
from evals.results import Result, ResultFile, ResultsError, read_results
from evals.run import Plan, run, sampled
from evals.systems import Outcome, plain_prediction
from summarizer.document import Document
from summarizer.errors import AnswerError, ProviderRefused
from summarizer.settings import Settings

DOCUMENTS = {"sale": Document.from_text(SALE), "rain": Document.from_text(RAIN)}


def silent(_done: int, _total: int, _last: str) -> None:
    """Nobody looks."""


class Counting:
    """A system that counts how often it is asked, and fails where it is told to."""

    name, model = "counting", "none"

    def __init__(self, *, fails: dict[str, Exception] | None = None, version: str = "1") -> None:
        self.version = version
        self.fails = fails or {}
        self.asked: list[tuple[str, int]] = []
        self.closed = False

    def predict(self, document: Document, repeat: int) -> Outcome:
        name = next(n for n, d in DOCUMENTS.items() if d.text == document.text)
        self.asked.append((name, repeat))
        if name in self.fails:
            raise self.fails[name]
        return Outcome(Prediction())

    def close(self) -> None:
        self.closed = True


Use = Callable[[Counting], Counting]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return Plan("counting", Settings(), tmp_path / "run.jsonl")


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Make a system known under its name, as one that somebody adds would be."""

    def make(system: Counting) -> Counting:
        monkeypatch.setitem(systems.SYSTEMS, "counting", lambda _settings: system)
        return system

    return make


def test_a_run_writes_one_line_for_each_document_and_repeat(plan: Plan, use: Use) -> None:
    system = use(Counting())
    results = run(DOCUMENTS, replace(plan, repeats=2), silent)
    assert [(r.document, r.repeat) for r in results] == system.asked
    assert len(plan.path.read_text("utf-8").splitlines()) == 4
    assert read_results(plan.path) == results
    assert system.closed


def test_a_run_goes_on_where_it_ended(plan: Plan, use: Use) -> None:
    use(Counting())
    run({"sale": DOCUMENTS["sale"]}, plan, silent)
    again = use(Counting())
    results = run(DOCUMENTS, plan, silent)
    assert again.asked == [("rain", 1)]
    assert [r.document for r in results] == ["sale", "rain"]


def test_a_line_that_an_interrupted_run_left_half_is_made_again(plan: Plan, use: Use) -> None:
    use(Counting())
    run(DOCUMENTS, plan, silent)
    plan.path.write_bytes(plan.path.read_bytes()[:-20])
    again = use(Counting())
    run(DOCUMENTS, plan, silent)
    assert again.asked == [("rain", 1)]
    assert [r.document for r in read_results(plan.path)] == ["sale", "rain"]


def test_a_document_without_a_usable_answer_is_a_result_and_is_tried_again(
    plan: Plan, use: Use
) -> None:
    use(Counting(fails={"sale": AnswerError("no JSON")}))
    results = run(DOCUMENTS, plan, silent)
    assert [r.error for r in results] == ["AnswerError: no JSON", None]
    again = use(Counting())
    assert [r.error for r in run(DOCUMENTS, plan, silent)] == [None, None]
    assert again.asked == [("sale", 1)]


def test_a_refused_key_ends_the_run_and_keeps_what_was_made(plan: Plan, use: Use) -> None:
    system = use(Counting(fails={"rain": ProviderRefused("wrong key", provider="x")}))
    with pytest.raises(ProviderRefused):
        run(DOCUMENTS, plan, silent)
    assert [r.document for r in read_results(plan.path)] == ["sale"]
    assert system.closed


def test_an_interrupted_run_keeps_what_was_made(plan: Plan, use: Use) -> None:
    use(Counting(fails={"rain": KeyboardInterrupt()}))  # type: ignore[dict-item]
    with pytest.raises(KeyboardInterrupt):
        run(DOCUMENTS, plan, silent)
    assert [r.document for r in read_results(plan.path)] == ["sale"]


def test_several_documents_in_hand_at_once_give_the_same_results(plan: Plan, use: Use) -> None:
    use(Counting())
    results = run(DOCUMENTS, replace(plan, jobs=2), silent)
    assert [r.document for r in results] == ["sale", "rain"]
    assert {r.key for r in read_results(plan.path)} == {r.key for r in results}


def test_a_file_of_another_version_is_refused(plan: Plan, use: Use) -> None:
    use(Counting())
    run(DOCUMENTS, plan, silent)
    use(Counting(version="2"))
    with pytest.raises(ResultsError, match="another version of counting"):
        run(DOCUMENTS, plan, silent)


def test_a_file_with_another_text_of_that_name_is_refused(plan: Plan, use: Use) -> None:
    use(Counting())
    run(DOCUMENTS, plan, silent)
    with pytest.raises(ResultsError, match="when its text was another"):
        run({"sale": DOCUMENTS["rain"]}, plan, silent)


def test_progress_tells_how_many_are_done(plan: Plan, use: Use) -> None:
    use(Counting())
    told: list[tuple[int, int, str]] = []
    run(DOCUMENTS, plan, lambda *now: told.append(now))
    assert told == [(0, 2, ""), (1, 2, "sale"), (2, 2, "rain")]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text('{"document": 1}\n', "utf-8")
    with pytest.raises(ResultsError, match=r"run\.jsonl:1: this is no line of a run"):
        read_results(path)


def test_a_file_that_is_not_there_or_not_writable_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="cannot be read"):
        read_results(tmp_path / "none.jsonl")
    with pytest.raises(ResultsError, match="cannot be written"), ResultFile(tmp_path):
        pass


def test_the_same_seed_draws_the_same_documents_in_their_order() -> None:
    drawn = sampled(range(100), 10, seed=3)
    assert drawn == sampled(range(100), 10, seed=3) == sorted(drawn)
    assert drawn != sampled(range(100), 10, seed=4)
    assert sampled(range(3), None, seed=1) == sampled(range(3), 9, seed=1) == [0, 1, 2]


# Systems ---------------------------------------------------------------------------------


def test_our_system_makes_a_brief_and_says_what_it_took(tmp_path: Path) -> None:
    plant(tmp_path)
    settings = Settings(model=f"scripted/{tmp_path / 'answers.json'}", cache="off")
    system = systems.SYSTEMS["ours"](settings)
    outcome = system.predict(DOCUMENTS["sale"], 1)
    names = {person.name for person in outcome.prediction.participants}
    assert names == {"Ada Lind", "Piet Osk", "Corvane"}
    assert (outcome.usage.calls, outcome.broken, outcome.missing) == (2, (), ())
    with pytest.raises(AnswerError):
        system.predict(DOCUMENTS["rain"], 1)


def test_a_repeat_is_asked_anew_and_the_first_is_answered_from_the_cache(
    tmp_path: Path, endpoint: FakeEndpoint
) -> None:
    answer = {
        "participants": {"others": []},
        "claims": {"s1": ""},
        "summary": {"bottom_line": {"sentence": 1, "line": "Nobody left."}},
    }
    endpoint.replies = [Reply(completion(json.dumps(answer)))]
    settings = Settings(
        model="openai/fake", base_url=endpoint.url, cache_dir=tmp_path, plan="single", reasks=0
    )
    system = systems.SYSTEMS["ours"](settings)
    document = Document.from_text("Nobody left.")
    for repeat in (1, 1, 2, 2, 3):
        system.predict(document, repeat)
    assert endpoint.calls == 3
    system.close()


def test_the_version_of_our_system_changes_with_its_prompts(tmp_path: Path) -> None:
    plant(tmp_path)
    settings = Settings(model=f"scripted/{tmp_path / 'answers.json'}", cache="off")
    (tmp_path / "summary.j2").write_text("Say it.", "utf-8")
    one, other = (
        systems.SYSTEMS["ours"](settings.model_copy(update={"prompts": folder})).version
        for folder in (None, tmp_path)
    )
    assert one != other
    assert len(one) == 12


PLAIN = {
    "participants": [{"name": "Ada Lind", "role": "Mayor"}, {"name": "Bo Rund", "role": ""}],
    "quotes": [
        {"text": "“We will not sell the harbour … It is ours”", "speaker": "Lind"},
        {"text": "We will never sell", "speaker": "Ada Lind"},
        {"text": "a costly mistake", "speaker": ""},
    ],
    "positions": [
        {
            "holder": "Ada Lind",
            "issue": "sale",
            "stance": "Opposes",
            "evidence": "We will not sell",
        },
        {"holder": "Ada Lind", "issue": "sale", "stance": "against", "evidence": "nothing of it"},
    ],
    "claims": [{"claim": "It rained.", "asserted_by": "text", "evidence": "18 million crowns"}],
    "summary": ["Tarn keeps its harbour."],
}


def test_a_plain_call_is_located_in_the_source(endpoint: FakeEndpoint) -> None:
    endpoint.replies = [Reply(completion(json.dumps(PLAIN)))]
    settings = Settings(model="openai/fake", base_url=endpoint.url, cache="off")
    system = systems.SYSTEMS["plain"](settings)
    outcome = system.predict(DOCUMENTS["sale"], 1)
    system.close()
    found = outcome.prediction
    assert [[span.of(SALE) for span in q.places[0]] for q in found.quotes if q.places] == [
        ["We will not sell the harbour", "It is ours"],
        ["a costly mistake"],
    ]
    assert [q.places for q in found.quotes][1] == ()
    lind = found.person(found.quotes[0].speaker)
    assert lind is not None
    assert lind.name == "Lind"
    assert found.quotes[2].speaker is None
    assert [(p.stance, bool(p.evidence)) for p in found.positions] == [
        ("opposes", True),
        ("unclear", False),
    ]
    assert outcome.usage.calls == 1
    assert SALE in endpoint.asked[0]["messages"][-1]["content"]


def test_who_is_only_named_as_a_speaker_is_no_listed_participant() -> None:
    brief = systems.PlainBrief.model_validate(PLAIN)
    found = plain_prediction(brief, SALE)
    assert [p.name for p in found.participants] == ["Ada Lind", "Bo Rund"]
    assert [p.name for p in found.others] == ["Lind", "text"]


def test_rules_give_every_quotation_to_the_nearest_name() -> None:
    found = systems.SYSTEMS["rules"](Settings()).predict(DOCUMENTS["sale"], 1).prediction
    speakers = [found.person(quote.speaker) for quote in found.quotes]
    assert [person.name if person else None for person in speakers] == ["Piet Osk", "Corvane"]
    assert (found.positions, found.claims) == ((), ())


def test_a_second_labelling_is_a_result_like_any_other(tmp_path: Path) -> None:
    seeds = plant(tmp_path)
    labels = (seeds / "sale.yaml").read_text("utf-8").replace("speaker: osk", "speaker: corvane")
    (seeds / "sale.second.yaml").write_text(labels, "utf-8")
    assert [case.name for case in load_cases(seeds)] == ["rain", "sale"]
    results = systems.second_results(seeds)
    exhibits = [exhibit(case, seeds) for case in load_cases(seeds)]
    [shares] = by_document(judge(results, exhibits)).values()
    assert shares["attribution.accuracy"] == (1, 2)
    assert shares["quotes.f1_exact"] == (4, 4)


def test_a_result_of_another_text_is_refused(tmp_path: Path) -> None:
    seeds = plant(tmp_path)
    exhibits = [exhibit(case, seeds) for case in load_cases(seeds)]
    result = Result(document="sale", sha256="0", system="ours", model="m", version="1")
    with pytest.raises(ResultsError, match="text of sale has changed"):
        judge([result], exhibits)
    with pytest.raises(ResultsError, match="no labels for moon"):
        judge([result.model_copy(update={"document": "moon"})], exhibits)


def test_code_finds_what_needs_no_model() -> None:
    text = "“We will stay,” Ada Lind said. She is against the sale of the harbour.\n\nIt rained."
    outcome = systems.SYSTEMS["code"](Settings()).predict(Document.from_text(text), 1)
    (quote,), (position,) = outcome.prediction.quotes, outcome.prediction.positions
    assert outcome.prediction.person(quote.speaker) == outcome.prediction.person(position.holder)
    assert (outcome.usage.calls, outcome.missing, outcome.broken) == (0, (), ())
