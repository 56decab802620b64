from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fake_endpoint import FakeEndpoint, Reply, completion
from pydantic import BaseModel, Field

from summarizer.errors import AnswerError, CacheMiss, ProviderRefused, ProviderUnavailable
from summarizer.providers.base import Answer, Ask, Message, Provider, Usage
from summarizer.providers.openai import Endpoint, OpenAIProvider
from summarizer.providers.scripted import Scripted
from summarizer.providers.store import Store
from summarizer.providers.wrappers import Cached, Limits, Retried, cache_key, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]


class Line(BaseModel):
    text: str = Field(max_length=12)


class Shorter(BaseModel):
    text: str = Field(max_length=3)


GOOD = '{"text": "rain"}'
ASK = Ask("summary", (Message("system", "Be brief."), Message("user", "ä")), Line, 50)
RAIN = {"summary": {"text": "rain"}}
QUICK = Limits(retries=3, max_wait=0.02, first_wait=0.005)
Way = Any


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest) -> Callable[..., Answer]:
    def ask(provider: Provider, asked: Ask = ASK) -> Answer:
        if request.param == "sync":
            return provider.answer(asked)
        return asyncio.run(provider.aanswer(asked))

    return ask


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "answers")) as store:
        yield store


def online(endpoint: FakeEndpoint, **options: Any) -> OpenAIProvider:
    return OpenAIProvider(Endpoint("fake", endpoint.url, "sk-canary-0123", timeout=0.3, **options))


def test_a_stored_answer_is_not_asked_again(ask: Callable[..., Answer], store: Store) -> None:
    inner = Scripted(RAIN)
    cached = Cached(inner, store)
    assert ask(cached).usage == Usage(calls=1)
    assert ask(cached) == Answer(Line(text="rain"), Usage(cache_hits=1))
    assert len(inner.asked) == 1


def test_refresh_asks_anew_and_stores(ask: Callable[..., Answer], store: Store) -> None:
    ask(Cached(Scripted(RAIN), store))
    fresh = Scripted({"summary": {"text": "hail"}})
    assert ask(Cached(fresh, store, "refresh")).value == Line(text="hail")
    assert ask(Cached(Scripted({}), store)).value == Line(text="hail")


def test_replay_never_asks_and_names_what_it_misses(
    ask: Callable[..., Answer], store: Store
) -> None:
    inner = Scripted(RAIN)
    with pytest.raises(CacheMiss, match=r"summary.*SUMMARIZER_CACHE=on"):
        ask(Cached(inner, store, "replay"))
    ask(Cached(inner, store))
    assert ask(Cached(inner, store, "replay")).usage.cache_hits == 1
    assert len(inner.asked) == 1


def test_an_unusable_answer_is_not_stored(ask: Callable[..., Answer], store: Store) -> None:
    for _ in range(2):
        with pytest.raises(AnswerError):
            ask(Cached(Scripted({"summary": {"text": "x" * 13}}), store))
    assert len(store) == 0
    assert not list(store.folder.glob("?" * 32 + ".lock"))


def test_a_broken_store_costs_no_answer(ask: Callable[..., Answer], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    inner = Scripted(RAIN)
    for _ in range(2):
        assert ask(Cached(inner, Store(tmp_path / "file" / "answers"))).value == Line(text="rain")
    assert len(inner.asked) == 2


def other_schema() -> type[BaseModel]:
    class Line(BaseModel):
        text: str = Field(max_length=13)

    return Line


@pytest.mark.parametrize(
    "other",
    [
        replace(ASK, messages=ASK.messages[:1]),
        replace(ASK, messages=(ASK.messages[0], Message("user", "a"))),
        replace(ASK, messages=(ASK.messages[0], Message("system", "ä"))),
        replace(ASK, messages=ASK.messages[::-1]),
        replace(ASK, max_tokens=51),
        replace(ASK, schema=other_schema()),
    ],
)
def test_whatever_can_change_an_answer_changes_the_key(other: Ask) -> None:
    assert cache_key("a", other) != cache_key("a", ASK)
    assert cache_key("a", ASK) != cache_key("b", ASK)
    assert cache_key("a", replace(ASK, section="else")) == cache_key("a", ASK)


KEY = cache_key("a", ASK)
PACKED = pack(KEY, Line(text="rain"))


@pytest.mark.parametrize(
    ("key", "text", "schema"),
    [
        (KEY, PACKED, Shorter),
        (cache_key("b", ASK), PACKED, Line),
        (KEY, PACKED.replace("rain", "ruin"), Line),
        (KEY, PACKED[:-1], Line),
        (KEY, "[]", Line),
        (KEY, "null", Line),
        (KEY, '{"seal": 1}', Line),
        (KEY, '{"value": {"text": "rain"}}', Line),
        (KEY, "[" * 100_000, Line),
        (KEY, "9" * 10_000, Line),
        (KEY, '{"seal": "", "value": "\\ud800"}', Line),
    ],
)
def test_a_row_that_is_not_what_was_stored_is_a_miss(
    store: Store, key: str, text: str, schema: type[BaseModel]
) -> None:
    assert unpack(KEY, PACKED, Line) == Line(text="rain")
    assert unpack(key, text, schema) is None
    inner = Scripted(RAIN)
    store.set(cache_key(inner.identity, ASK), text)
    assert Cached(inner, store).answer(ASK).usage == Usage(calls=1)


def test_threads_that_miss_one_key_ask_once(endpoint: FakeEndpoint, store: Store) -> None:
    endpoint.says(Reply(completion(GOOD), delay=0.1))
    with closing(online(endpoint)) as provider:
        work = Cached(provider, store).answer
        threads = [threading.Thread(target=work, args=(ASK,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert endpoint.calls == 1


def test_tasks_that_miss_one_key_ask_once_and_the_loop_goes_on(
    endpoint: FakeEndpoint, store: Store
) -> None:
    endpoint.says(Reply(completion(GOOD), delay=0.2))

    async def all_at_once() -> tuple[list[Answer], int]:
        cached = Cached(online(endpoint), store)
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0.01)
                ticks += 1

        ticking = asyncio.create_task(tick())
        answers = await asyncio.gather(*(cached.aanswer(ASK) for _ in range(20)))
        ticking.cancel()
        return answers, ticks

    answers, ticks = asyncio.run(all_at_once())
    assert endpoint.calls == 1
    assert sum(answer.usage.cache_hits for answer in answers) == 19
    assert ticks > 5


PROCESS = """
    import pathlib, sys, time
    from pydantic import BaseModel
    from summarizer.providers.base import Ask, Message
    from summarizer.providers.scripted import Scripted
    from summarizer.providers.store import Store
    from summarizer.providers.wrappers import Cached
    class Line(BaseModel):
        text: str
    def slowly(ask):
        with open(sys.argv[2], "a") as counted:
            counted.write("x")
        time.sleep(0.05)
        return {"text": "rain"}
    cached = Cached(Scripted({"summary": slowly}), Store(pathlib.Path(sys.argv[1])))
    for number in range(int(sys.argv[3])):
        ask = Ask("summary", (Message("user", f"text {number}"),), Line, 50)
        assert cached.answer(ask).value == Line(text="rain")
"""


def test_processes_that_miss_one_key_ask_once(tmp_path: Path) -> None:
    counted = tmp_path / "counted"
    command = [sys.executable, "-c", textwrap.dedent(PROCESS), str(tmp_path / "answers")]
    command += [str(counted), "10"]
    processes = [subprocess.Popen(command, cwd=ROOT) for _ in range(6)]  # noqa: S603
    assert [process.wait() for process in processes] == [0] * 6
    assert counted.read_text() == "x" * 10


def test_another_asker_takes_over_when_the_first_one_fails(
    endpoint: FakeEndpoint, store: Store
) -> None:
    endpoint.says(Reply({}, 503, delay=0.05), Reply(completion(GOOD)))

    async def two() -> list[Answer | BaseException]:
        cached = Cached(online(endpoint), store)
        both = (cached.aanswer(ASK), cached.aanswer(ASK))
        return await asyncio.gather(*both, return_exceptions=True)

    kinds = sorted(type(result).__name__ for result in asyncio.run(two()))
    assert kinds == ["Answer", "ProviderUnavailable"]
    assert endpoint.calls == 2


@pytest.mark.parametrize(
    "replies",
    [
        [Reply({}, 503), GOOD],
        [Reply({}, 429), Reply({}, 500), Reply(completion(GOOD), cut=20), GOOD],
        [Reply(completion(GOOD), delay=0.5), GOOD],
        [Reply(""), GOOD],
    ],
)
def test_what_may_help_is_tried_again(
    ask: Callable[..., Answer], endpoint: FakeEndpoint, replies: list[Any]
) -> None:
    endpoint.says(*replies)
    with closing(Retried(online(endpoint), QUICK)) as retried:
        assert ask(retried).value == Line(text="rain")
    assert endpoint.calls == len(replies)


@pytest.mark.parametrize(
    ("reply", "error", "calls"),
    [
        *[(Reply({}, status), ProviderRefused, 1) for status in (400, 401, 403, 404)],
        (Reply({"error": {"code": "insufficient_quota"}}, 429), ProviderRefused, 1),
        (completion(None), AnswerError, 1),
        ("no", AnswerError, 3),
        (Reply({}, 503), ProviderUnavailable, 4),
    ],
)
def test_only_what_may_help_is_tried_again_and_not_for_ever(
    ask: Callable[..., Answer], endpoint: FakeEndpoint, reply: Any, error: type, calls: int
) -> None:
    endpoint.says(reply)
    with closing(Retried(online(endpoint), QUICK)) as retried, pytest.raises(error) as raised:
        ask(retried)
    assert type(raised.value) is error
    assert endpoint.calls == calls
    assert ("gave up after 4 tries" in str(raised.value)) == (calls == 4)


@pytest.mark.parametrize("headers", [{"retry-after": "0.2"}, {"retry-after-ms": "200"}])
def test_a_wait_is_as_long_as_the_endpoint_asks(
    ask: Callable[..., Answer], endpoint: FakeEndpoint, headers: dict[str, str]
) -> None:
    endpoint.says(Reply({}, 429, headers), GOOD)
    with closing(Retried(online(endpoint), replace(QUICK, max_wait=0.3))) as retried:
        ask(retried)
    assert 0.2 <= endpoint.times[1] - endpoint.times[0] < 0.4


def test_an_endpoint_that_asks_for_too_long_is_not_waited_for(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    endpoint.says(Reply({}, 429, {"retry-after": "120"}))
    began = time.monotonic()
    with (
        closing(Retried(online(endpoint), QUICK)) as retried,
        pytest.raises(ProviderUnavailable, match="come back in 120 s") as raised,
    ):
        ask(retried)
    assert raised.value.retry_after == 120
    assert endpoint.calls == 1
    assert time.monotonic() - began < 1


def test_no_try_begins_after_the_deadline(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    endpoint.says(Reply({}, 503, {"retry-after-ms": "100"}))
    limits = Limits(retries=100, max_wait=0.2, deadline=0.35, first_wait=0.001)
    with closing(Retried(online(endpoint), limits)) as retried, pytest.raises(ProviderUnavailable):
        ask(retried)
    assert endpoint.times[-1] - endpoint.times[0] < 0.35
    assert 2 <= endpoint.calls <= 4


def test_the_waits_of_many_callers_are_spread_over_the_window() -> None:
    import tenacity

    wait = Retried(Scripted({}), Limits(max_wait=60, first_wait=1))._policy()["wait"]
    state = tenacity.RetryCallState(tenacity.Retrying(), None, (), {})
    failed = tenacity.Future(3)
    failed.set_exception(ProviderUnavailable("busy", retry_after=10))
    state.outcome, state.attempt_number = failed, 3
    waits = [wait(state) for _ in range(50)]
    assert min(waits) >= 10
    assert max(waits) <= 14
    assert max(waits) - min(waits) >= 0.8 * 4
    assert statistics.pstdev(waits) > 0.5


def test_wrappers_wrap_each_other_and_stay_invisible(
    ask: Callable[..., Answer], endpoint: FakeEndpoint, store: Store
) -> None:
    endpoint.says(Reply({}, 503), "no", GOOD)
    inner = online(endpoint, concurrency=7)
    provider: Provider = Cached(Retried(inner, QUICK), store)
    assert (provider.identity, provider.concurrency) == (inner.identity, 7)
    assert ask(provider).usage.calls == 2
    assert ask(provider).usage.cache_hits == 1
    assert endpoint.calls == 3
    provider.close()
    provider.close()


def test_a_stored_row_is_plain_json(store: Store) -> None:
    Cached(Scripted(RAIN), store).answer(ASK)
    text = store.get(cache_key("scripted", ASK))
    assert text
    assert json.loads(text)["value"] == {"text": "rain"}
