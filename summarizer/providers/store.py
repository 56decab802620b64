"""Texts on disk by key, for the cache of answers.

diskcache keeps the rows, evicts the oldest, and is safe among processes; it also unpickles
what it reads, which makes a cache folder executable. So its Disk is replaced by one that
knows text and nothing else. A cache must never stop a brief: whatever goes wrong in here is
a miss and one warning.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import threading
import time
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.providers.locks import Lock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Store"]

LARGEST_TEXT = 1_000_000  # characters; an answer has some thousands
SIZE_LIMIT = 1_000_000_000  # bytes

Result = TypeVar("Result")
_log = logging.getLogger("summarizer")


@cache
def _text_disk() -> type[Any]:
    """Make a Disk for text alone: nothing is unpickled, no file is read or removed."""
    import diskcache

    class TextDisk(diskcache.Disk):  # type: ignore[misc]
        def put(self, key: str) -> tuple[str, bool]:
            return key, True

        def get(self, key: object, raw: object) -> str:  # noqa: ARG002
            return str(key)

        def store(self, value: str, *_: object, **__: object) -> tuple[int, int, None, str]:
            return 0, diskcache.core.MODE_RAW, None, value

        def fetch(self, mode: int, filename: object, value: object, read: object) -> str | None:  # noqa: ARG002
            if mode != diskcache.core.MODE_RAW or filename is not None:
                return None
            return value if isinstance(value, str) and len(value) <= LARGEST_TEXT else None

        def remove(self, file_path: str) -> None:
            """Leave it: a row that names a file is not ours, and neither is the file."""

    return TextDisk


_DISK_FAULTS = ("FULL", "READONLY", "CANTOPEN", "IOERR", "PERM", "BUSY", "LOCKED", "NOMEM", "NOLFS")


def _is_fault_of_the_disk(error: BaseException) -> bool:
    """Whether the file may be sound and the disk is full, read-only or busy."""
    code = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
    busy = type(error).__name__ == "Timeout"  # diskcache's word for a write that it could not begin
    return code in _DISK_FAULTS or isinstance(error, OSError) or busy


class Store:
    """Texts by key in `folder`, which belongs to the store alone: it is made private (0700).

    A database that cannot be read is set aside under another name and a new one begun; on a
    full or read-only disk the store keeps nothing. Either is one warning in the log
    `summarizer`, never an error.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._home = threading.get_ident()
        self._database = folder / "cache.db"
        self._file = 0
        self._cache: Any = None
        self._open()

    def get(self, key: str) -> str | None:
        """Read the text under `key`, or None."""
        text = self._attempt(lambda cache: cache.get(key))
        return text if isinstance(text, str) else None

    def set(self, key: str, text: str) -> None:
        """Keep `text` under `key`, unless it is larger than a million characters."""
        if len(text) <= LARGEST_TEXT:
            self._attempt(lambda cache: cache.set(key, text))

    def lock(self, key: str) -> Lock:
        """Make a lock for `key`, for `with` and `async with`."""
        name = hashlib.sha256(key.encode()).hexdigest()[:32]
        return Lock(self.folder / f"{name}.lock")

    def volume(self) -> int:
        """Bytes on disk."""
        return int(self._attempt(lambda cache: cache.volume()) or 0)

    def __len__(self) -> int:
        return int(self._attempt(len) or 0)

    def clear(self) -> int:
        """Forget every text; how many there were."""
        return int(self._attempt(lambda cache: cache.clear()) or 0)

    def close(self) -> None:
        """Give back the database; whatever is asked later is a miss."""
        opened, self._cache = self._cache, None
        if opened is not None:
            opened.close()

    def _attempt(self, action: Callable[[Any], Result]) -> Result | None:
        opened = self._cache
        if opened is None:
            return None
        try:
            return action(opened)
        except Exception as error:  # noqa: BLE001 - a planted database makes diskcache raise anything
            self.close()
            if _is_fault_of_the_disk(error):
                self._go_without(error)
            else:
                self._open(broken=error)
            return None
        finally:
            # diskcache keeps a connection per thread; nobody would close that of a worker.
            if threading.get_ident() != self._home:
                opened.close()

    def _open(self, broken: BaseException | None = None) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            with Lock(self.folder / "open.lock"):
                if broken and self._file == self._database.stat().st_ino:
                    self._set_aside(broken)  # unless another process has done so by now
                self._cache = self._sound_or_new()
                self._file = self._database.stat().st_ino
        except Exception as error:  # noqa: BLE001 - as above
            self._go_without(error)

    def _sound_or_new(self) -> Any:
        try:
            return self._connect()
        except Exception as error:
            if _is_fault_of_the_disk(error):
                raise
            self._set_aside(error)
            return self._connect()

    def _connect(self) -> Any:
        import diskcache

        # SQLite gives its side files the mode of the database, which must therefore exist first.
        os.close(os.open(self._database, os.O_RDWR | os.O_CREAT, 0o600))
        # Without waiting for the disk, opening takes 2 ms instead of 60. A power cut may then
        # break the database, which costs a new one; a killed process breaks nothing.
        return diskcache.Cache(
            str(self.folder), disk=_text_disk(), size_limit=SIZE_LIMIT, sqlite_synchronous=0
        )

    def _set_aside(self, error: BaseException) -> None:
        suffix = f".broken-{time.time_ns()}"
        for name in ("cache.db", "cache.db-wal", "cache.db-shm"):
            with contextlib.suppress(FileNotFoundError):
                (self.folder / name).rename(self.folder / (name + suffix))
        _log.warning("the cache in %s is broken and was set aside: %s", self.folder, error)

    def _go_without(self, error: BaseException) -> None:
        self._cache = None
        _log.warning("going on without the cache in %s: %s", self.folder, error)
