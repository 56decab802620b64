from __future__ import annotations

import asyncio
import importlib
import json
import signal
import subprocess
import sys
import textwrap
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel, Field

from summarizer.errors import MissingExtra, SettingsError, TooLarge
from summarizer.providers import local
from summarizer.providers.base import Ask, Message
from summarizer.providers.local import LocalProvider, compacted, context_for
from summarizer.providers.weights import DEFAULT, locate
from summarizer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class City(BaseModel):
    name: str = Field(max_length=40)
    country: str = Field(max_length=40)


def ask(text: str = "Where is the Louvre?", max_tokens: int = 60) -> Ask:
    return Ask("places", (Message("user", text),), City, max_tokens)


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    path = tmp_path / "own.gguf"
    path.write_bytes(b"GGUF" + bytes(100))
    return Settings(local_model=path)


class FakeLlama:
    """Stands in for xllamacpp: starts servers that speak as llama.cpp's does, and notes them."""

    def __init__(self) -> None:
        self.trained = 32768
        self.started: list[Any] = []
        self.running = 0
        self.bodies: list[dict[str, Any]] = []
        self.keys: set[str | None] = set()

    def CommonParams(self) -> SimpleNamespace:  # noqa: N802 - the library's name
        return SimpleNamespace(model=SimpleNamespace())

    def Server(self, parameters: Any) -> FakeServer:  # noqa: N802 - the library's name
        self.started.append(parameters)
        return FakeServer(self)

    def json_schema_to_grammar(self, schema: dict[str, Any]) -> str:
        return json.dumps(schema)

    def reply(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        if path == "/v1/models":
            return {"data": [{"meta": {"n_ctx_train": self.trained}}]}
        if path == "/tokenize":
            return {"tokens": body["content"].split()}
        self.bodies.append(body)
        message = {"role": "assistant", "content": '{"name":"Paris","country":"France"}'}
        return {"choices": [{"index": 0, "finish_reason": "stop", "message": message}]}


class FakeServer:
    def __init__(self, llama: FakeLlama) -> None:
        class Reply(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                llama.keys.add(self.headers["Authorization"])
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length) or b"{}")
                content = json.dumps(llama.reply(self.path, body)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST  # noqa: N815 - the library's name

            def log_message(self, *_: object) -> None:
                pass

        self.llama = llama
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Reply)
        self.listening_address = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()
        llama.running += 1

    def __del__(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
        self.llama.running -= 1


@pytest.fixture
def llama(monkeypatch: pytest.MonkeyPatch) -> FakeLlama:
    fake = FakeLlama()
    monkeypatch.setattr(local, "_llama", lambda: fake)
    return fake


@pytest.fixture
def provider(own: Settings, llama: FakeLlama) -> Iterator[LocalProvider]:
    provider = LocalProvider(own)
    yield provider
    provider.close()
    assert llama.running == 0


def test_nothing_starts_before_the_first_ask(provider: LocalProvider, llama: FakeLlama) -> None:
    assert provider.concurrency == 1
    assert provider.model == "local"
    assert llama.started == []


def test_sync_and_async_asks_share_one_server(provider: LocalProvider, llama: FakeLlama) -> None:
    first = provider.answer(ask())
    second = asyncio.run(provider.aanswer(ask()))
    assert first.value == second.value == City(name="Paris", country="France")
    assert len(llama.started) == 1


def test_the_server_answers_only_to_a_key_of_its_own(
    provider: LocalProvider, llama: FakeLlama
) -> None:
    provider.answer(ask())
    provider.close()
    provider.answer(ask())
    keys = [parameters.api_keys for parameters in llama.started]
    assert llama.keys == {f"Bearer {key}" for (key,) in keys}
    assert len(llama.keys) == 2


def test_the_grammar_replaces_the_schema_and_leaves_no_white_space(
    provider: LocalProvider, llama: FakeLlama
) -> None:
    provider.answer(ask())
    (body,) = llama.bodies
    grammar = json.loads(body["grammar"])
    assert "response_format" not in body
    assert grammar["x-guidance"]["whitespace_flexible"] is False
    assert list(grammar["properties"]) == ["name", "country"]
    assert grammar["properties"]["name"]["maxLength"] == 40
    assert (body["temperature"], body["seed"], body["max_tokens"]) == (0.0, 0, 60)


def test_objects_within_objects_are_closed() -> None:
    inner = {"type": "object", "properties": {"type": {"type": "string"}}}
    schema = {"$defs": {"Inner": inner}, "type": "array", "items": {"$ref": "#/$defs/Inner"}}
    wanted = {"json_schema": {"schema": schema}}
    request = compacted({"response_format": wanted}, json.dumps)
    grammar = json.loads(request["extra_body"]["grammar"])
    assert grammar["$defs"]["Inner"] == {**inner, "additionalProperties": False}
    assert "additionalProperties" not in grammar


def test_a_longer_document_gets_a_server_with_more_room(
    provider: LocalProvider, llama: FakeLlama
) -> None:
    for words in (10, 5_000, 10):
        provider.answer(ask("word " * words))
    assert [parameters.n_ctx for parameters in llama.started] == [8192, 12288]
    assert llama.running == 1


def test_a_document_that_may_be_too_long_is_counted_and_then_asked(
    provider: LocalProvider, llama: FakeLlama
) -> None:
    provider.answer(ask("exceptionally " * 10_000))
    assert [parameters.n_ctx for parameters in llama.started] == [32768]


def test_a_document_that_is_too_long_is_refused_with_its_tokens(
    provider: LocalProvider, llama: FakeLlama
) -> None:
    with pytest.raises(TooLarge, match=r"40000 tokens to read and 60 to answer; .* 32768: split"):
        provider.answer(ask("word " * 40_000))
    assert llama.bodies == []


def test_a_model_with_a_longer_context_is_given_it(
    provider: LocalProvider, llama: FakeLlama
) -> None:
    llama.trained = 131_072
    provider.answer(ask("word " * 40_000))
    assert [parameters.n_ctx for parameters in llama.started] == [32768, 81920]


def test_bytes_and_not_letters_are_estimated() -> None:
    assert context_for(ask("a" * 10_000)) < context_for(ask("文" * 10_000))


def test_threads_are_those_of_the_settings(own: Settings) -> None:
    parameters = SimpleNamespace(
        model=SimpleNamespace(), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace()
    )

    def refuse(_parameters: Any) -> None:
        raise RuntimeError

    fake = SimpleNamespace(CommonParams=lambda: parameters, Server=refuse)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local, "_llama", lambda: fake)
        settings = own.model_copy(update={"threads": 3})
        with pytest.raises(SettingsError, match=r"own\.gguf cannot be loaded"):
            LocalProvider(settings).answer(ask())
    assert parameters.cpuparams.n_threads == parameters.cpuparams_batch.n_threads == 3


def test_identity_is_the_content_and_not_the_place_or_the_threads(
    own: Settings, tmp_path: Path
) -> None:
    assert own.local_model
    other = tmp_path / "moved.gguf"
    other.write_bytes(own.local_model.read_bytes())
    moved = own.model_copy(update={"local_model": other, "threads": 7})
    assert LocalProvider(own).identity == LocalProvider(moved).identity
    other.write_bytes(b"GGUF" + bytes(101))
    assert LocalProvider(own).identity != LocalProvider(moved).identity


def test_the_default_is_identified_without_being_fetched(tmp_path: Path) -> None:
    settings = Settings(local_model=None, cache_dir=tmp_path)
    assert DEFAULT.sha256 in LocalProvider(settings).identity
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_gguf_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    with pytest.raises(SettingsError, match="not a GGUF file"):
        LocalProvider(Settings(local_model=tmp_path / "notes.txt"))


def test_a_missing_library_is_said_before_anything_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    local._llama.cache_clear()
    monkeypatch.setattr(local, "fetch", None)
    with pytest.raises(MissingExtra, match=r"pip install 'summarizer\[local\]'"):
        LocalProvider(Settings(local_model=None, cache_dir=tmp_path)).answer(ask())


def test_closing_twice_or_before_a_start_does_nothing(own: Settings) -> None:
    provider = LocalProvider(own)
    provider.close()
    provider.close()


@pytest.fixture
def live() -> Settings:
    settings = Settings()
    if locate(settings) is None:
        pytest.skip("the weights are not here: summarizer fetches them at first use")
    return settings


@pytest.mark.live
def test_the_model_answers_on_one_line_and_reads_a_prefix_once(live: Settings) -> None:
    provider = LocalProvider(live)
    document = "The Louvre is a museum in Paris, the capital of France. " * 20
    first = provider.answer(ask(document + "In which city is the Louvre?"))
    second = provider.answer(ask(document + "In which city is the museum?"))
    began = time.process_time()
    time.sleep(1)
    idle = time.process_time() - began
    provider.close()
    assert isinstance(first.value, City)
    assert first.value.country == "France"
    assert first.usage.output_tokens < 16  # 20 when it is written over four lines
    assert second.usage.cached_tokens > 0.9 * first.usage.prompt_tokens
    assert idle < 0.05


ASKING = """
    import signal
    from pydantic import BaseModel
    from summarizer.providers.base import Ask, Message
    from summarizer.providers.local import LocalProvider
    from summarizer.settings import Settings

    class City(BaseModel):
        name: str

    def ask(text):
        return Ask("places", (Message("user", text),), City, 60)

    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's & may have ignored it
    provider = LocalProvider(Settings())
    provider.answer(ask("In which city is the Louvre?"))
    print("ready", flush=True)
"""


@pytest.mark.live
@pytest.mark.usefixtures("live")
def test_a_process_that_forgets_to_close_ends_cleanly_and_silently() -> None:
    code = textwrap.dedent(ASKING)
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)  # noqa: S603
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"ready\n", b"")


@pytest.mark.live
@pytest.mark.usefixtures("live")
def test_an_interrupt_ends_the_process_in_seconds() -> None:
    tail = """
    try:
        provider.answer(ask("The Louvre is a museum in Paris. " * 500))
    except KeyboardInterrupt:
        provider.close()
        raise SystemExit(130)
    """
    code = textwrap.dedent(ASKING + tail)
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)  # noqa: S603
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    time.sleep(3)
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130
    process.stdout.close()
    assert time.monotonic() - began < 2
