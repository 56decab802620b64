from __future__ import annotations

import logging
import os
import pickle
import random
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.providers.locks import Lock
from summarizer.providers.store import LARGEST_TEXT, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "answers"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with closing(Store(folder)) as store:
        yield store


def plant(folder: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / "cache.db")) as database:
        database.execute(sql, values)
        database.commit()


def python(code: str, *arguments: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT)  # noqa: S603


class Bomb:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("exploded",)


def test_a_text_is_there_for_the_next_process(folder: Path) -> None:
    with closing(Store(folder)) as store:
        store.set("a", '{"text": "ä\\u0000"}')
        assert len(store) == 1
        assert store.volume() > 0
    with closing(Store(folder)) as store:
        assert store.get("a") == '{"text": "ä\\u0000"}'
        assert store.get("b") is None
        assert store.clear() == 1
        assert store.get("a") is None


def test_a_later_text_replaces_an_earlier_one(store: Store) -> None:
    store.set("a", "1")
    store.set("a", "2")
    assert store.get("a") == "2"
    assert len(store) == 1


def test_folder_and_files_are_private(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    old = os.umask(0)
    try:
        with closing(Store(folder)) as store, store.lock("a"):
            store.set("a", "x" * 100_000)
            modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {"cache.db", "cache.db-wal", "cache.db-shm"} < set(modes)
    assert set(modes.values()) == {0o600}


def test_a_text_above_a_million_characters_is_not_kept(store: Store) -> None:
    store.set("a", "x" * (LARGEST_TEXT + 1))
    assert store.get("a") is None
    store.set("a", "x" * LARGEST_TEXT)
    assert store.get("a") is not None


def test_opening_is_quick(folder: Path) -> None:
    Store(folder).close()
    times = []
    for _ in range(5):
        began = time.perf_counter()
        opened = Store(folder)
        times.append(time.perf_counter() - began)
        opened.close()
    assert min(times) < 0.03


@pytest.mark.parametrize("mode", [1, 2, 3, 4])
def test_a_planted_pickle_is_a_miss_and_runs_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mode: int
) -> None:
    monkeypatch.chdir(tmp_path)
    Store(folder).close()
    (folder / "bomb.val").write_bytes(pickle.dumps(Bomb()))
    row = (
        "INSERT INTO Cache (key, raw, store_time, mode, filename, value) VALUES (?, ?, 1, ?, ?, ?)"
    )
    plant(folder, row, "a", 1, mode, None, pickle.dumps(Bomb()))
    plant(folder, row, "b", 1, mode, "bomb.val", None)
    plant(folder, row, pickle.dumps(Bomb()), 0, mode, None, "text")
    plant(folder, row, "c", 1, mode, None, "x" * (LARGEST_TEXT + 1))
    with closing(Store(folder)) as store:
        assert [store.get(key) for key in "abc"] == [None] * 3
        store.clear()
    assert not (tmp_path / "exploded").exists()


def test_a_row_cannot_have_files_removed(folder: Path, tmp_path: Path) -> None:
    Store(folder).close()
    precious = tmp_path / "precious"
    precious.write_text("x")
    row = "INSERT INTO Cache (key, raw, store_time, mode, filename) VALUES (?, 1, 1, 3, ?)"
    plant(folder, row, "a", str(precious))
    with closing(Store(folder)) as store:
        store.set("a", "1")
        store.clear()
    assert precious.exists()


def test_a_zeroed_header_is_set_aside_with_one_warning(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(Store(folder)) as store:
        store.set("a", "1")
    database = folder / "cache.db"
    database.write_bytes(bytes(100) + database.read_bytes()[100:])
    with closing(Store(folder)) as store:
        assert store.get("a") is None
        store.set("a", "2")
        assert store.get("a") == "2"
    assert [(r.name, r.levelname) for r in caplog.records] == [("summarizer", "WARNING")]
    assert len(list(folder.glob("cache.db.broken-*"))) == 1


PLANTED_SETTINGS = [
    ("get", "x"),
    ("disk_surprise", 1),
    ("eviction_policy", "none at all"),
    ("sqlite_mmap_size", "1; DROP TABLE Cache"),
    ("_attempt", 3),
]


@pytest.mark.parametrize(("name", "value"), PLANTED_SETTINGS)
def test_planted_settings_do_no_harm(folder: Path, name: str, value: object) -> None:
    Store(folder).close()
    plant(folder, "INSERT OR REPLACE INTO Settings VALUES (?, ?)", name, value)
    with closing(Store(folder)) as store:
        store.set("a", "1")
        store.get("a")
    with closing(Store(folder)) as store:
        store.set("a", "1")
        assert store.get("a") == "1"


def test_flipped_bytes_and_truncation_never_raise(folder: Path) -> None:
    with closing(Store(folder)) as store:
        for number in range(30):
            store.set(f"key {number}", f"value {number} " + "x" * 300)
    sound = (folder / "cache.db").read_bytes()
    chance = random.Random(5)  # noqa: S311
    for _ in range(30):
        broken = bytearray(sound)
        for _ in range(3):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        cut = chance.choice([None, chance.randrange(len(broken))])
        (folder / "cache.db").write_bytes(broken[:cut])
        with closing(Store(folder)) as store:
            for number in range(30):
                store.get(f"key {number}")
            store.set("new", "1")
        for side in folder.glob("cache.db*"):
            side.unlink()


def test_a_full_disk_is_one_warning_and_no_error(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(Store(folder)) as store:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
        try:
            for number in range(5):
                store.set(f"key {number}", "x" * 150_000)
                store.get(f"key {number}")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, old)
    assert len(caplog.records) == 1
    assert caplog.records[0].levelno == logging.WARNING
    assert "going on without the cache" in caplog.text


def test_a_folder_that_cannot_be_made_is_one_warning_and_no_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("x")
    with closing(Store(tmp_path / "file" / "answers")) as store:
        store.set("a", "1")
        with store.lock("a"):
            assert store.get("a") is None
        assert (len(store), store.volume(), store.clear()) == (0, 0, 0)
    assert len(caplog.records) == 1


def test_a_read_only_database_is_one_warning_and_no_error(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    store.set("a", "1")
    store._cache._sql("PRAGMA query_only = ON")
    store.set("b", "2")
    store.set("c", "3")
    assert store.get("a") is None
    assert len(caplog.records) == 1


def test_a_closed_store_misses(store: Store) -> None:
    store.close()
    store.close()
    store.set("a", "1")
    assert store.get("a") is None


def test_threads_share_a_store(store: Store) -> None:
    def work(number: int) -> None:
        for round_ in range(10):
            store.set(f"{number} {round_}", "x")
            assert store.get(f"{number} {round_}") == "x"

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store) == 40


def test_a_lock_has_one_holder_and_leaves_no_file(store: Store) -> None:
    first, second = store.lock("a"), store.lock("a")
    assert first.acquire()
    assert not second.acquire()
    assert store.lock("b").acquire()
    first.release()
    assert second.acquire()
    second.release()
    second.release()
    assert len(list(store.folder.glob("*.lock"))) == 1  # that of "b", which nobody gave back


def test_a_lock_counts_right_among_threads(tmp_path: Path) -> None:
    inside, most = [], []

    def work() -> None:
        with Lock(tmp_path / "one"):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.005)
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 8


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    holder = python(
        """
        import pathlib, sys, time
        from summarizer.providers.locks import Lock
        with Lock(pathlib.Path(sys.argv[1])):
            pathlib.Path(sys.argv[2]).touch()
            time.sleep(60)
        """,
        tmp_path / "one",
        tmp_path / "held",
    )
    while not (tmp_path / "held").exists():
        time.sleep(0.01)
    lock = Lock(tmp_path / "one")
    assert not lock.acquire()
    holder.kill()
    holder.wait()
    assert lock.acquire()
    lock.release()


def test_a_process_killed_while_writing_leaves_no_wrong_text(folder: Path) -> None:
    code = """
        import itertools, pathlib, sys
        from summarizer.providers.store import Store
        store = Store(pathlib.Path(sys.argv[1]))
        for number in itertools.count():
            store.set(f"key {number % 50}", f"key {number % 50}" * 1000)
    """
    for seconds in (0.3, 0.4):
        writer = python(code, folder)
        time.sleep(seconds)
        writer.kill()
        writer.wait()
        with closing(Store(folder)) as store:
            for number in range(50):
                assert store.get(f"key {number}") in {None, f"key {number}" * 1000}
    assert not list(folder.glob("*.broken-*"))
