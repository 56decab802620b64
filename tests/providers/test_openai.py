from __future__ import annotations

import asyncio
import json
import logging
import subprocess
import sys
import traceback
from typing import TYPE_CHECKING, Any

import pytest
from fake_endpoint import FakeEndpoint, Reply, called, completion
from pydantic import BaseModel, Field

from summarizer.errors import (
    AnswerError,
    ProviderError,
    ProviderRefused,
    ProviderUnavailable,
    SettingsError,
    SummarizerError,
    Truncated,
)
from summarizer.providers.base import Answer, Ask, Message, Usage
from summarizer.providers.faults import Upstream, provider_error, quoted, retry_after
from summarizer.providers.openai import Endpoint, OpenAIProvider
from summarizer.providers.structure import strict_schema, without_escaped_controls

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = "sk-canary-0123456789"
ARTICLE = "{{7*7}} {% raw %} </source> she said"


class Line(BaseModel):
    text: str = Field(max_length=12)
    numbers: list[int] = Field(default_factory=list)


GOOD = '{"text": "rain"}'
LONG = json.dumps({"text": "x" * 13})
ASK = Ask("summary", (Message("system", "Be brief."), Message("user", ARTICLE)), Line, 50)


def answered(provider: OpenAIProvider, way: str) -> Answer:
    try:
        return provider.answer(ASK) if way == "sync" else asyncio.run(provider.aanswer(ASK))
    finally:
        provider.close()


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest, endpoint: FakeEndpoint) -> Callable[..., Answer]:
    """Ask the fake endpoint, once for each way of asking."""

    def ask(**options: Any) -> Answer:
        given = {"base_url": endpoint.url, "api_key": KEY, "timeout": 0.3} | options
        return answered(OpenAIProvider(Endpoint("fake", **given)), request.param)

    return ask


def fault(status: int, code: str = "", **headers: str) -> Reply:
    named = {"X-Echo": KEY} | {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply({"error": {"message": f"no\x1b,\n {KEY}", "code": code}}, status, named)


HTML = {"Content-Type": "text/html"}
CLOSE = {"Connection": "close"}
CHUNKED = {"Transfer-Encoding": "chunked"}

# What the endpoint says, what comes of it, and after how many calls (re-asks: 2).
FAULTS: list[tuple[str, list[Any], type[BaseException] | None, int]] = [
    ("good at once", [GOOD], None, 1),
    ("good in a fence", [f"```json\n{GOOD}\n```"], None, 1),
    ("good in a fence with carriage returns", [f"```json\r\n{GOOD}\r\n```"], None, 1),
    ("slow but in time", [Reply(completion(GOOD), delay=0.1)], None, 1),
    ("usage is missing", [Reply({**completion(GOOD), "usage": None})], None, 1),
    ("usage is nonsense", [Reply({**completion(GOOD), "usage": {"prompt_tokens": "x"}})], None, 1),
    ("no JSON, then good", ["well", GOOD], None, 2),
    ("too long, no JSON, then good", [LONG, "{", GOOD], None, 3),
    ("NUL, then good", ['{"text": "a\\u0000"}', GOOD], None, 2),
    ("BEL, escape, carriage return", ['{"text": "\\u0007\\u001b\\r"}'], AnswerError, 3),
    ("raw control character", ['{"text": "\x07"}', GOOD], None, 2),
    ("C1 control character", ['{"text": "\x9b"}', GOOD], None, 2),
    ("lone surrogate", ['{"text": "\\ud800"}', GOOD], None, 2),
    ("never JSON", ["no", "no", "no"], AnswerError, 3),
    ("never of the schema", [LONG], AnswerError, 3),
    ("wrong types", ['{"text": ["rain"], "numbers": 3}'], AnswerError, 3),
    ("deep nesting", ['{"text": ' + "[" * 100_000], AnswerError, 3),
    ("cut off, then good", [completion('{"te', reason="length"), GOOD], None, 2),
    ("cut off twice", [completion('{"te', reason="length")], Truncated, 2),
    ("whole JSON but cut off", [completion(GOOD, reason="length")], Truncated, 2),
    ("no JSON, cut off, good", ["no", completion("{", reason="length"), GOOD], None, 3),
    ("no JSON twice, cut off", ["no", "no", completion("{", reason="length")], Truncated, 3),
    ("content filter", [completion("{", reason="content_filter")], ProviderRefused, 1),
    ("refusal", [completion(None, refusal="I will not.")], ProviderRefused, 1),
    ("empty content", [completion("")], AnswerError, 1),
    ("blank content", [completion(" \n")], AnswerError, 1),
    ("no content", [completion(None)], AnswerError, 1),
    ("no choices", [{"id": "x", "choices": []}], AnswerError, 1),
    ("choices are null", [{"id": "x", "choices": None}], AnswerError, 1),
    ("choices are a number", [{"choices": 3}], AnswerError, 1),
    ("a choice is null", [{"choices": [None]}], AnswerError, 1),
    ("a choice without a message", [{"choices": [{}]}], AnswerError, 1),
    ("content is a number", [{"choices": [{"message": {"content": 5}}]}], AnswerError, 1),
    ("an error with status 200", [{"error": {"message": f"down {KEY}"}}], AnswerError, 1),
    ("a list", [Reply("[]")], AnswerError, 1),
    ("null", [Reply("null")], AnswerError, 1),
    ("a page with status 200", [Reply("<html></html>", headers=HTML)], AnswerError, 1),
    ("a page called JSON", [Reply("<html></html>")], ProviderUnavailable, 1),
    ("nothing at all", [Reply("")], ProviderUnavailable, 1),
    ("not UTF-8", [Reply(b'{"choices": "\xff\xfe"')], ProviderUnavailable, 1),
    ("broken off after 0 bytes", [Reply(completion(GOOD), cut=0)], ProviderUnavailable, 1),
    ("broken off after 90 bytes", [Reply(completion(GOOD), cut=90)], ProviderUnavailable, 1),
    ("closed early", [Reply(completion(GOOD), headers=CLOSE, cut=90)], ProviderUnavailable, 1),
    ("bad chunks", [Reply(completion(GOOD), headers=CHUNKED, cut=90)], ProviderUnavailable, 1),
    ("too slow", [Reply(completion(GOOD), delay=0.5)], ProviderUnavailable, 1),
    *[(str(status), [fault(status)], ProviderRefused, 1) for status in (400, 401, 402, 403, 404)],
    *[(str(status), [fault(status)], ProviderRefused, 1) for status in (405, 413, 422, 451)],
    *[(str(status), [fault(status)], ProviderUnavailable, 1) for status in (408, 409, 425, 429)],
    *[(str(status), [fault(status)], ProviderUnavailable, 1) for status in (500, 502, 503, 529)],
    ("a page with status 502", [Reply("<html>", 502, HTML)], ProviderUnavailable, 1),
    ("429 to wait long", [fault(429, retry_after="120")], ProviderUnavailable, 1),
    ("429 to wait oddly", [fault(429, retry_after="-inf")], ProviderUnavailable, 1),
    ("quota", [fault(429, "insufficient_quota")], ProviderRefused, 1),
    ("content filter of the prompt", [fault(400, "content_filter")], ProviderRefused, 1),
]


@pytest.mark.parametrize("row", FAULTS, ids=[row[0] for row in FAULTS])
def test_every_fault_ends_in_an_answer_or_one_typed_error_and_shows_no_key(
    ask: Callable[..., Answer],
    endpoint: FakeEndpoint,
    row: tuple[str, list[Any], type[BaseException] | None, int],
    caplog: pytest.LogCaptureFixture,
) -> None:
    _, replies, error, calls = row
    caplog.set_level(logging.DEBUG)
    endpoint.says(*replies)
    if error is None:
        answer = ask()
        assert answer.value == Line(text="rain")
        assert answer.usage.calls == calls
    else:
        with pytest.raises(SummarizerError) as raised:
            ask()
        assert type(raised.value) is error
        message = str(raised.value)
        assert message.isprintable()
        assert len(message) < 400
        assert KEY not in "".join(traceback.format_exception(raised.value))
    assert endpoint.calls == calls
    assert caplog.records
    assert KEY not in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_a_refused_key_is_asked_once_and_never_shown(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    endpoint.says(fault(401))
    with pytest.raises(ProviderRefused, match=r"127\.0\.0\.1:\d+ \(401\): check OPENAI_API_KEY"):
        ask()
    assert endpoint.calls == 1
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"


def test_a_server_that_is_not_there_is_unavailable(ask: Callable[..., Answer]) -> None:
    with pytest.raises(ProviderUnavailable, match="cannot be reached"):
        ask(base_url="http://127.0.0.1:9/v1")


def test_usage_sums_all_calls_of_an_ask(ask: Callable[..., Answer], endpoint: FakeEndpoint) -> None:
    endpoint.says("no", completion("{", reason="length"), GOOD)
    usage = ask().usage
    assert usage.seconds > 0
    assert usage == Usage(3, 30, 12, 15, usage.seconds)


def test_a_re_ask_carries_the_fault_and_the_article_is_no_template(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    endpoint.says(LONG, GOOD)
    ask()
    assert endpoint.asked[0]["messages"][1]["content"] == ARTICLE
    assert [m["role"] for m in endpoint.asked[1]["messages"][1:]] == ["user", "assistant", "user"]
    assert "at most 12 characters" in endpoint.asked[1]["messages"][-1]["content"]


def test_an_answer_cut_off_gets_twice_the_room_once(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    endpoint.says(completion("{", reason="length"))
    with pytest.raises(Truncated) as raised:
        ask()
    assert [asked["max_tokens"] for asked in endpoint.asked] == [50, 100]
    assert (raised.value.attempts, raised.value.last_answer) == (2, "{")


def test_without_re_asks_there_is_one_call(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    for reply in ("no", completion("{", reason="length")):
        endpoint.says(reply)
        with pytest.raises(AnswerError):
            ask(reasks=0)
        assert endpoint.calls == 1


def test_the_error_of_unusable_answers_names_the_fault_and_keeps_the_last(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    endpoint.says("no", LONG)
    with pytest.raises(AnswerError, match=r"summary in 3 asks \(text: .*at most 12") as raised:
        ask()
    assert (raised.value.attempts, raised.value.last_answer) == (3, LONG)


def test_each_mode_asks_for_structure_in_its_way(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    said = {"json_schema": completion(GOOD), "json": completion(GOOD), "tools": called(GOOD)}
    sent = {}
    for mode, reply in said.items():
        endpoint.says(reply)
        assert ask(mode=mode).value == Line(text="rain")
        sent[mode] = endpoint.asked[0]
    assert sent["json_schema"]["response_format"]["json_schema"]["schema"]["properties"]["text"]
    assert sent["json"]["response_format"] == {"type": "json_object"}
    assert sent["tools"]["tool_choice"]["function"] == {"name": "Line"}
    endpoint.says("no call of a tool", called(LONG), called(GOOD))
    assert ask(mode="tools").usage.calls == 3


@pytest.mark.parametrize(("mode", "reply"), [("json_schema", GOOD), ("tools", called(GOOD))])
def test_keywords_that_strict_mode_refuses_are_not_sent_and_hold_all_the_same(
    ask: Callable[..., Answer], endpoint: FakeEndpoint, mode: str, reply: Any
) -> None:
    endpoint.says(called(LONG) if mode == "tools" else LONG, reply)
    assert ask(mode=mode, bounded_strings=False).usage.calls == 2
    assert "maxLength" not in json.dumps(endpoint.asked[0])
    assert '"strict": true' in json.dumps(endpoint.asked[0])
    assert endpoint.asked[0]["max_completion_tokens"] == 50
    endpoint.says(reply)
    ask(mode=mode)
    assert "maxLength" in json.dumps(endpoint.asked[0])
    assert endpoint.asked[0]["max_tokens"] == 50


def test_decoding_parameters_are_sent_unless_none(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    endpoint.says(GOOD)
    ask(temperature=0.5, seed=7)
    ask(temperature=None)
    assert (endpoint.asked[0]["temperature"], endpoint.asked[0]["seed"]) == (0.5, 7)
    assert not {"temperature", "seed"} & set(endpoint.asked[1])


def test_the_value_is_of_the_asks_own_schema_and_keeps_no_reply(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    endpoint.says(GOOD)
    value = ask().value
    assert type(value) is Line
    assert set(value.__dict__) == {"text", "numbers"}


def test_retry_after_reaches_the_error(ask: Callable[..., Answer], endpoint: FakeEndpoint) -> None:
    endpoint.says(fault(429, retry_after="120"))
    with pytest.raises(ProviderUnavailable) as raised:
        ask()
    assert raised.value.retry_after == 120


def test_one_provider_serves_several_event_loops_and_outlives_its_close(
    endpoint: FakeEndpoint,
) -> None:
    endpoint.says(GOOD)
    provider = OpenAIProvider(Endpoint("fake", endpoint.url, KEY))

    async def several() -> list[Answer]:
        return await asyncio.gather(*(provider.aanswer(ASK) for _ in range(5)))

    for _ in range(2):
        assert len(asyncio.run(several())) == 5
        provider.answer(ASK)
        provider.close()
        provider.close()
    assert endpoint.calls == 12


def test_cancelling_is_not_an_error_of_the_provider(endpoint: FakeEndpoint) -> None:
    endpoint.says(Reply(completion(GOOD), delay=0.3))

    async def impatient() -> None:
        async with asyncio.timeout(0.05):
            await OpenAIProvider(Endpoint("fake", endpoint.url, KEY)).aanswer(ASK)

    with pytest.raises(TimeoutError):
        asyncio.run(impatient())


@pytest.mark.parametrize("key", ["sk-two words", "sk-\x00", "sk-ключ"])
def test_a_key_that_no_header_can_carry_is_a_setting_to_mend(key: str) -> None:
    with pytest.raises(SettingsError, match="OPENAI_API_KEY") as raised:
        OpenAIProvider(Endpoint("fake", api_key=key))
    assert key not in str(raised.value)


def test_a_key_may_end_in_a_newline_and_may_be_missing(
    ask: Callable[..., Answer], endpoint: FakeEndpoint
) -> None:
    endpoint.says(GOOD)
    assert ask(api_key=KEY + "\n").value
    assert ask(api_key="").value


def test_the_identity_has_what_changes_an_answer_and_nothing_else() -> None:
    base = Endpoint("m", "http://a/v1", "key-one-long", timeout=1.0)
    same = Endpoint("m", "http://b/v1", "key-two-long", timeout=9.0, concurrency=9)
    others = [
        Endpoint("n", "http://a/v1"),
        Endpoint("m", "http://a/v1", temperature=1.0),
        Endpoint("m", "http://a/v1", seed=1),
        Endpoint("m", "http://a/v1", mode="tools"),
        Endpoint("m", "http://a/v1", label="local"),
    ]
    assert OpenAIProvider(base).identity == OpenAIProvider(same).identity
    assert len({OpenAIProvider(each).identity for each in (base, *others)}) == 6
    assert "key-one-long" not in OpenAIProvider(base).identity + repr(base)


def test_importing_the_provider_imports_no_library_of_a_vendor() -> None:
    code = (
        "import sys, summarizer.providers.openai, summarizer.providers.vendors;"
        "print(sorted({'openai', 'instructor', 'httpx2', 'tenacity'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert out.stdout.strip() == "[]"


NOW = 1_000_000_000.0  # Sun, 09 Sep 2001 01:46:40 GMT


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "2.5"}, 2.5),
        ({"retry-after": "Sun, 09 Sep 2001 01:47:00 GMT"}, 20.0),
        ({"retry-after": "Sun, 09 Sep 2001 01:00:00 GMT"}, 0.0),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after-ms": "x", "retry-after": "9"}, 9.0),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "1e400"}, None),
        ({"retry-after": "tomorrow"}, None),
        ({"retry-after": "Sun, 99 Sep 2001 99:47:00 GMT"}, None),
        ({"retry-after": "Sun, 09 Sep 99999 01:47:00 GMT"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "9" * 5000}, None),
    ],
)
def test_retry_after_is_read_in_all_its_forms(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after(headers, NOW) == seconds


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"message": "model\r\nis\tbusy"}, "model is busy"),
        ({"error": {"message": "nested"}}, "nested"),
        ({"message": "x" * 5000}, "x" * 199 + "…"),
        ({"message": {"deep": 1}}, "{'deep': 1}"),
        ("<html>", None),
        (None, None),
        ([1], None),
        ({"error": "plain"}, None),
    ],
)
def test_what_a_server_says_is_quoted_short_and_on_one_line(body: object, said: str | None) -> None:
    class FaultError(Exception):
        status_code = 503

    error = FaultError()
    error.body = body  # type: ignore[attr-defined]
    message = str(provider_error(error, Upstream("host"), NOW))
    expected = "host has trouble of its own (503): try later"
    assert message == (f"{expected}: {said}" if said else expected)


def test_quotes_carry_no_direction_marks_or_escapes() -> None:
    assert quoted("a\u202eb\x1b[2Jc\u2028d\x00") == "ab[2Jc d"


def test_a_refusal_is_no_retryable_error() -> None:
    assert not ProviderRefused.retryable
    assert issubclass(ProviderUnavailable, ProviderError)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (r'"\u0000"', '"\x01"'),
        (r'"\\u0000"', r'"\\u0000"'),
        (r'"\\\u0000"', '"\\\\\x01"'),
        (r'"\n\t\u000a\u0009"', r'"\n\t\u000a\u0009"'),
        (r'"\r\b\f"', '"\x01\x01\x01"'),
        (r'"\u001F\u007f\u0085"', '"\x01\x01\x01"'),
        ('"\x7f\x85é—"', '"\x01\x01é—"'),
        ('{\r\n"a": 1}', '{\r\n"a": 1}'),
    ],
)
def test_control_characters_are_laid_bare_and_nothing_else(text: str, kept: str) -> None:
    assert without_escaped_controls(text) == kept


def test_a_strict_schema_keeps_the_subset_and_names_that_look_like_keywords() -> None:
    class Part(BaseModel):
        maxLength: str = Field(max_length=3, pattern="a+", description="d")  # noqa: N815

    class Whole(BaseModel):
        parts: list[Part] = Field(min_length=1, max_length=4, description="beside a reference")
        first: Part = Field(description="a reference keeps nothing beside it")
        number: int | None = Field(ge=1, le=9)

    schema = strict_schema(Whole.model_json_schema())
    part = schema["$defs"]["Part"]["properties"]["maxLength"]
    assert part == {"description": "d", "pattern": "a+", "title": "Maxlength", "type": "string"}
    assert schema["properties"]["first"] == {"$ref": "#/$defs/Part"}
    assert schema["properties"]["parts"]["maxItems"] == 4
    bounded = {"type": "integer", "minimum": 1, "maximum": 9}
    assert schema["properties"]["number"]["anyOf"] == [bounded, {"type": "null"}]
    assert strict_schema(schema) == schema
