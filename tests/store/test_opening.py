"""What a file must be to become a store, and what is said of one that can't."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event

from dragoman.errors import StoreError, StoreTooNew
from dragoman.store import open_store
from dragoman.store import tables as t
from dragoman.store.migrations import revisions
from tests.store.whole_records import page, whole


def test_migrations_lead_to_the_tables(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store, store.database.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": t.VERSION_TABLE, "include_name": but_full_text})
        assert compare_metadata(context, t.metadata) == []
        assert store.revision() == t.HEAD == revisions()[0]


def but_full_text(name: str | None, kind: str, _: object) -> bool:
    """All but the tables that SQLite keeps for its full text: they are its own."""
    return not (kind == "table" and name is not None and name.startswith("searched"))


def test_a_store_is_opened_by_path_or_address(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/a.db") as store:
        store.add(page(), whole())
    with open_store(str(tmp_path / "a.db")) as store:
        assert len(list(store.articles())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not allowed there")
def test_any_name_will_do(tmp_path: Path) -> None:
    path = tmp_path / "what? #1 %41 é.db"
    with open_store(path) as store:
        store.add(page(), whole())
    with open_store(path, create=False) as store:
        assert store.record(whole().article.id) == whole()
    assert path.stat().st_size > 0


def folder(path: Path) -> None:
    path.mkdir()


def newer(path: Path) -> None:
    with open_store(path):
        pass
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"UPDATE {t.VERSION_TABLE} SET version_num = '9999'")


def someone_elses(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE birds (name TEXT)")


def prose(path: Path) -> None:
    path.write_text("These are minutes of a meeting, not a database. " * 40, encoding="utf-8")


def damaged(path: Path) -> None:
    with open_store(path) as store:
        store.add(page(), whole())
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 4000 + content[4100:])


@pytest.mark.parametrize(
    ("make", "error", "told"),
    [
        (folder, StoreError, "is a folder. A store is a file"),
        (newer, StoreTooNew, r"newer Dragoman \(store version 9999; this one knows up to 0003\)"),
        (someone_elses, StoreError, "SQLite database of something else"),
        (prose, StoreError, "it is no SQLite database"),
        (damaged, StoreError, "the file is damaged"),
    ],
)
def test_other_files_are_refused_and_left_as_they_were(
    tmp_path: Path, make: Callable[[Path], None], error: type[StoreError], told: str
) -> None:
    path = tmp_path / "a.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(error, match=told):
        open_store(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [other.name for other in tmp_path.iterdir() if "before" in other.name] == []


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("missing/a.db", "the folder .*missing does not exist"),
        ("postgresql://localhost/news", "keeps its store in an SQLite file"),
    ],
)
def test_places_that_hold_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, told: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=told):
        open_store(place)
    assert list(tmp_path.iterdir()) == []


def test_looking_does_not_make_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store yet"):
        open_store(tmp_path / "a.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_looking_at_an_empty_file_leaves_it_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(StoreError, match="there is no store yet"):
        open_store(path, create=False)
    assert path.read_bytes() == b""


def test_a_store_on_a_disk_that_cannot_be_written_can_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(tmp_path / "a.db").close()
    monkeypatch.setattr("dragoman.store.opening.may_be_written", lambda path: False)
    before = sorted(tmp_path.iterdir())
    with open_store(tmp_path / "a.db", create=False) as store:
        assert list(store.articles()) == []
        assert sorted(tmp_path.iterdir()) == before


def test_a_store_in_memory_would_be_lost(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="would be lost"):
        open_store(":memory:")


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    with open_store(tmp_path / "a.db") as store:
        assert store.add(page(), whole()).new


def test_an_older_store_is_copied_aside_and_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as store:
        store.add(page(), whole())
    done: list[Engine] = []
    monkeypatch.setattr("dragoman.store.opening.HEAD", "9998")
    monkeypatch.setattr("dragoman.store.opening.bring_up_to_date", done.append)
    with open_store(path):
        assert len(done) == 1
    with closing(sqlite3.connect(tmp_path / f"a.db.before-9998-was-{t.HEAD}")) as copy:
        assert copy.execute("SELECT count(*) FROM facts").fetchone() == (10,)


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    def fail(connection: object, cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().startswith("CREATE TABLE dates"):
            raise sqlite3.OperationalError("the power went out")

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        with pytest.raises(StoreError, match="the power went out"):
            open_store(tmp_path / "a.db")
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
    with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    with open_store(tmp_path / "a.db") as store:
        assert store.add(page(), whole()).new


def test_another_writer_is_waited_for_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.store.opening.BUSY_SECONDS", 0.05)
    with open_store(tmp_path / "a.db") as store, closing(sqlite3.connect(tmp_path / "a.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program has been writing"):
            store.add(page(), whole())
        other.rollback()
        assert store.add(page(), whole()).new


def test_one_can_look_while_another_writes(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store, closing(sqlite3.connect(tmp_path / "a.db")) as other:
        store.add(page(), whole())
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM facts")
        with open_store(tmp_path / "a.db", create=False) as looking:
            assert looking.record(whole().article.id) == whole()
        other.rollback()
