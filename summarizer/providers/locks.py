"""A lock that is a file: one holder among all threads and processes."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Lock"]

POLL = 0.02  # seconds between two looks at a lock
PATIENCE = 900.0  # seconds until a lock is passed by; its holder is stuck


class Lock:
    """One holder per path among all threads and processes; a dead holder holds nothing.

    The kernel's lock of an open file: non-blocking looks at it, with sleeps between, serve
    threads and event loops alike. Where a system has no such lock, everybody is let in.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._late = 0.0

    def acquire(self) -> bool:
        """Take the lock if nobody holds it; True when the caller may go on."""
        self._late = self._late or time.monotonic() + PATIENCE
        try:
            import fcntl

            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.stat(self._path).st_ino == os.fstat(self._file).st_ino:  # noqa: PTH116
                return True
        except (BlockingIOError, FileNotFoundError):
            pass  # held, or taken away by its last holder between our two looks
        except (ImportError, OSError):
            return True
        self._close()
        return time.monotonic() > self._late or not self._path.parent.is_dir()

    def release(self) -> None:
        """Let the next one in."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._close()

    def _close(self) -> None:
        if self._file is not None:
            os.close(self._file)
        self._file = None

    def __enter__(self) -> None:
        while not self.acquire():
            time.sleep(POLL)

    def __exit__(self, *_: object) -> None:
        self.release()

    async def __aenter__(self) -> None:
        while not self.acquire():  # noqa: ASYNC110 - nobody could set an event in another process
            await asyncio.sleep(POLL)

    async def __aexit__(self, *_: object) -> None:
        self.release()
