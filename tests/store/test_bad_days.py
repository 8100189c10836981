"""A full disk, a killed process: what was stored stays, and nothing is half there."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from dragoman.errors import StoreError
from dragoman.record import Reader, Record
from dragoman.store import Store, open_store
from tests.store.whole_records import page, pages_of, whole
from tests.strategies import article_of, provenance_of


def large(seed: int) -> Record:
    """A record of an article of 200 kB."""
    article = article_of(f"{seed} " + "".join(f"{seed * n * 7919 % 1_000_003} " for n in range(1, 30_000)))
    return Record(Reader("0.1"), provenance_of(article), article)


def fill(store: Store) -> None:
    for seed in range(1, 9):
        store.add(pages_of(large(seed)), large(seed))


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Databases that may grow to 100 pages of 4 kB and no further: SQLite then says that the disk is full."""

    def limit(raw: Any, _: object) -> None:
        raw.execute("PRAGMA max_page_count = 100")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_is_named_and_what_was_stored_stays(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add(page(), whole())
        with pytest.raises(StoreError, match=r"the disk is full\. Make room"):
            fill(store)
        kept = [row.id for row in store.articles()]
    with open_store(tmp_path / "a.db") as store:
        assert [row.id for row in store.articles()] == kept
        assert store.record(whole().article.id) == whole()


KILLED = """
import os, signal, sys
from sqlalchemy import Engine, event
from dragoman.store import open_store
from tests.store.test_bad_days import large
from tests.store.whole_records import page, pages_of, whole

with open_store(sys.argv[1]) as store:
    store.add(page(), whole())
    seen = []

    @event.listens_for(Engine, "before_cursor_execute")
    def kill(connection, cursor, statement, *_):
        seen.append(statement)
        if len(seen) == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)

    @event.listens_for(Engine, "commit")
    def kill_in_commit(connection):
        if sys.argv[2] == "0":
            os.kill(os.getpid(), signal.SIGKILL)

    store.add(pages_of(large(2)), large(2))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("statement", [1, 4, 7, 0], ids=["begin", "page", "article", "commit"])
def test_a_killed_process_leaves_whole_pages_alone(tmp_path: Path, statement: int) -> None:
    path = tmp_path / "a.db"
    root = Path(__file__).parents[2]
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path), str(statement)], cwd=root, check=False)
    assert ended.returncode == -signal.SIGKILL
    with open_store(path) as store:
        assert [row.id for row in store.articles()] == [whole().article.id]
        assert store.record(whole().article.id) == whole()
        with store.database.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            assert connection.exec_driver_sql("SELECT count(*) FROM pages").scalar_one() == 1
        assert store.add(pages_of(large(2)), large(2)).new


def test_an_interrupt_in_the_middle_of_a_page_leaves_it_out(tmp_path: Path) -> None:
    def interrupt(connection: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO facts"):
            raise KeyboardInterrupt

    with open_store(tmp_path / "a.db") as store:
        event.listen(store.database, "before_cursor_execute", interrupt)
        with pytest.raises(KeyboardInterrupt):
            store.add(page(), whole())
        event.remove(store.database, "before_cursor_execute", interrupt)
        assert list(store.articles()) == []
        assert store.add(page(), whole()).new
