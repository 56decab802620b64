"""Threads: several calls at once that an interrupted process does not have to wait for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import TypeVar

__all__ = ["in_threads"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def in_threads(
    function: Callable[[_Item], _Result], items: Iterable[_Item], count: int
) -> list[_Result]:
    """Call a function for every item, `count` at once; results in the order of the items.

    After an error, or Ctrl-C, no further call is begun, and the error is raised. The threads
    are daemons, unlike those of an executor, which an interrupted process would have to wait
    for until the slowest endpoint has answered.

    >>> in_threads(len, ["one", "three"], 2)
    [3, 5]
    """
    pairs = [(item, Future[_Result]()) for item in items]
    waiting = deque(pairs)

    def work() -> None:
        with suppress(IndexError):
            while True:
                item, future = waiting.popleft()
                try:
                    future.set_result(function(item))
                except BaseException as error:  # noqa: BLE001 - it is raised where it is awaited
                    future.set_exception(error)

    for _ in range(min(count, len(pairs))):
        Thread(target=work, daemon=True).start()
    try:
        return [future.result() for _, future in pairs]
    finally:
        waiting.clear()
