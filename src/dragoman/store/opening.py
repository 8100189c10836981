"""Opening a store: what the file is, bringing it up to date, and saying plainly what went wrong.

A store of an older Dragoman is copied aside (``NAME.before-REVISION``) and brought up to date in one transaction. One of a newer
Dragoman, or any other file, is refused before a byte of it is touched.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from dragoman.errors import StoreError, StoreTooNew
from dragoman.store.tables import HEAD, VERSION_TABLE

BUSY_SECONDS = 15
"""How long to wait for another process that writes. A page is written in milliseconds; this is for slow disks."""

AS_JSON: dict[str, Any] = {
    "json_serializer": lambda value: orjson.dumps(value).decode(),
    "json_deserializer": orjson.loads,
}

ELSEWHERE = "or choose another place with --store"

REASONS = {
    sqlite3.SQLITE_FULL: f"the disk is full. Make room, {ELSEWHERE}",
    sqlite3.SQLITE_IOERR: f"the disk can't be read or written (full, over quota, or failing). Look at it, {ELSEWHERE}",
    sqlite3.SQLITE_BUSY: f"another program has been writing to it for over {BUSY_SECONDS} s. Try again when that has ended",
    sqlite3.SQLITE_LOCKED: "another program holds it. Try again when that has ended",
    sqlite3.SQLITE_READONLY: f"it can't be written. Check the permissions of the file and of its folder, {ELSEWHERE}",
    sqlite3.SQLITE_CANTOPEN: f"it can't be opened. Check that its folder may be written, {ELSEWHERE}",
    sqlite3.SQLITE_NOTADB: f"it is no SQLite database. Check the path, {ELSEWHERE}",
    sqlite3.SQLITE_CORRUPT: f"the file is damaged. Restore it from a copy, {ELSEWHERE}",
    sqlite3.SQLITE_PERM: f"access was refused. Check the permissions, {ELSEWHERE}",
}
"""What SQLite's primary result codes mean for the one who called."""


def path_of(place: str | Path) -> Path:
    """The file behind a path or a ``sqlite:///`` address. Raises StoreError for other addresses."""
    spelled = str(place)
    if spelled.startswith("sqlite:///"):
        return Path(spelled.removeprefix("sqlite:///"))
    if "://" in spelled:
        raise StoreError(f"{spelled}: this Dragoman keeps its store in an SQLite file. Give a path or sqlite:///PATH.")
    if spelled == ":memory:":
        raise StoreError(":memory: would be lost when the command ends. Give the path of a file; nothing was read.")
    return Path(place)


def connect(path: Path, *, create: bool = True) -> Engine:
    """A database that is sound and up to date. Raises StoreError, StoreTooNew; then nothing was changed."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder. A store is a file: name one with --store, such as {path / 'dragoman.db'}.")
    if not create and (not path.exists() or path.stat().st_size == 0):
        raise StoreError(
            f"{path}: there is no store yet. Read something first (dragoman read PATH), or name another with --store."
        )
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist. Make it, or name another store with --store.")
    with plainly(path):
        revision = revision_of(path)
        if revision not in (None, HEAD):
            check_known(path, revision)
            copy_aside(path, revision)
        database = opened(path) if create or may_be_written(path) else opened_to_look(path)
        try:
            if revision != HEAD:
                bring_up_to_date(database)
            if create:
                with writing(database):
                    pass  # asks for the right to write now, rather than after the first page was read
        except BaseException:
            database.dispose()
            raise
    return database


def may_be_written(path: Path) -> bool:
    """Whether SQLite may keep its files for readers beside the store."""
    return os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)


def revision_of(path: Path) -> str | None:
    """The migration a file stands at; None for a file that is new or empty. Nothing is written."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    how = "mode=rw" if may_be_written(path) else "immutable=1"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if VERSION_TABLE in tables:
            row = raw.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
            return row[0] if row else None
    if tables:
        raise StoreError(
            f"{path} is an SQLite database of something else. Choose another file with --store; nothing was changed."
        )
    return None


def check_known(path: Path, revision: str) -> None:
    from dragoman.store.migrations import revisions

    if revision not in revisions():
        raise StoreTooNew(
            f"{path} was written by a newer Dragoman (store version {revision}; this one knows up to {HEAD}). "
            "Update Dragoman, or choose another store with --store; nothing was changed."
        )


def copy_aside(path: Path, revision: str) -> None:
    """A whole copy beside the store, taken with SQLite's own backup so that no page in flight is torn."""
    aside = path.with_name(f"{path.name}.before-{HEAD}-was-{revision}")
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(aside)) as copy:
        old.backup(copy)


def opened(path: Path) -> Engine:
    database = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS}, **AS_JSON)
    event.listen(database, "connect", prepare)
    event.listen(database, "begin", begin)
    return database


def opened_to_look(path: Path) -> Engine:
    """A store on a disk that can't be written, as it stands there: nobody else can change it either."""
    address = f"{path.absolute().as_uri()}?immutable=1"
    return create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool, **AS_JSON)


def prepare(raw: Any, _: Any) -> None:
    raw.isolation_level = None  # BEGIN is ours to send: sqlite3's own would come too late to hold a reader's view
    raw.execute("PRAGMA foreign_keys=ON")
    # readers and a writer don't stop each other, and a killed process leaves the last whole page
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=NORMAL")


def begin(connection: Connection) -> None:
    """Writers say so at once and queue for it; a writer that began as a reader could only fail."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(database: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it or nothing."""
    with database.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def bring_up_to_date(database: Engine) -> None:
    from dragoman.store.migrations import upgrade

    with writing(database) as connection:
        upgrade(connection)


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn what the database or the disk says into one StoreError for people."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        first = error.orig if isinstance(error, DBAPIError) else error
        code = (getattr(first, "sqlite_errorcode", None) or 0) & 0xFF  # the rest of the code tells only where
        reason = REASONS.get(code, f"SQLite says: {first}")
        raise StoreError(f"The store {path} could not be used: {reason}. What was stored before is untouched.") from error
    except OSError as error:
        raise StoreError(f"The store {path} could not be used: {error.strerror or error}. What it held is untouched.") from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"{path}: {error.object[error.start : error.end]!r} can't be stored as text. Nothing of the page was."
        ) from error
