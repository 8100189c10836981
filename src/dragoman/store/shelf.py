"""The store: pages and what was read in them, put in and taken out whole."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine, RowMapping, Select, delete, func, insert, select, update

from dragoman.article import FrozenMap, Page
from dragoman.errors import IncompatibleRecords, StoreError
from dragoman.store import tables as t
from dragoman.store.asked import Asked
from dragoman.store.opening import connect, path_of, plainly, revision_of, writing
from dragoman.store.rows import Fact, Row, record_of, rows_of
from dragoman.store.statements import Told, told
from dragoman.store.timeline import Dated, TimelineAsked, timeline

if TYPE_CHECKING:
    from types import TracebackType

    from dragoman.record import Reader, Record

ID_PREFIX = "article-"


@dataclass(frozen=True, slots=True)
class Added:
    """Whether a page was new to the store with this reader, and how many facts came with it."""

    new: bool
    facts: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article as lists show it: the newest reading of its page."""

    id: str
    origin: str
    published: str | None
    outlet: str | None
    title: str | None
    language: str | None
    unread: str | None
    read_at: str | None
    reader: str
    facts: int
    statements: int


@dataclass(frozen=True, slots=True)
class FailureRow:
    """A page that could not be read, kept until it can."""

    origin: str
    cause: str
    message: str
    failed_at: str


def open_store(place: str | Path, *, create: bool = True) -> Store:
    """Open the store at a path or ``sqlite:///`` address, making or migrating it where needed.

    ``create=False`` raises StoreError where there is none. Raises StoreError, StoreTooNew; then nothing was changed.
    """
    path = path_of(place)
    return Store(path, connect(path, create=create))


class Store:
    """A store that is open; a context manager that closes it. One page is one transaction."""

    def __init__(self, path: Path, database: Engine) -> None:
        self.path = path
        self.database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.database.dispose()

    def add(self, page: Page, record: Record, *, snapshot: bool = True) -> Added:
        """Store a page and its record, all of it or nothing; a page this reader has read before adds nothing.

        Raises UngroundedEvidence where a range does not hold its words, IncompatibleRecords where a reference leads to no fact,
        StoreError where the store can't take it.
        """
        if page.sha256 != record.page.sha256:
            raise IncompatibleRecords(
                f"{page.origin} is not the page that {record.article.id} was read from; that was {record.page.origin}. "
                "Nothing was stored."
            )
        record.check_references()
        article, facts = rows_of(record)
        with plainly(self.path), writing(self.database) as connection:
            connection.execute(delete(t.failures).where(t.failures.c.origin == page.origin))
            keys = {
                "page_key": put_page(connection, page, record.article.id, snapshot),
                "reader_key": put_reader(connection, record.reader),
            }
            same_page = t.articles.c.page_key == keys["page_key"]
            connection.execute(update(t.articles).where(same_page).values(newest=t.articles.c.reader_key == keys["reader_key"]))
            if is_there(connection, **keys):
                return Added(False, 0)
            put_facts(connection, put(connection, t.articles, {**article, **keys, "newest": True}), facts)
        return Added(True, len(facts))

    def record(self, article_id: str) -> Record:
        """What the newest reader of an article says of it. Takes an id or its first characters. Raises StoreError."""
        with plainly(self.path), self.database.connect() as connection:
            article = self.article(connection, article_id)
            reader = connection.execute(select(t.readers).where(t.readers.c.key == article["reader_key"])).mappings().one()
            facts = connection.execute(
                select(t.facts.c.kind, t.facts.c.body).where(t.facts.c.article_key == article["key"])
            ).all()
        return record_of(dict(article), dict(reader), [(kind, body) for kind, body in facts])

    def page(self, article_id: str) -> Page:
        """The page of an article as it came. Raises StoreError where it was not kept, or is not what it was."""
        with plainly(self.path), self.database.connect() as connection:
            article = self.article(connection, article_id)
            row = connection.execute(select(t.pages).where(t.pages.c.key == article["page_key"])).mappings().one()
        if row["content"] is None:
            raise StoreError(f"The page of {article['id']} was stored without a snapshot. Read {row['origin']} again to keep it.")
        return page_of(row)

    def articles(self) -> Iterator[ArticleRow]:
        """The articles of the store, the latest published first, those without a date last."""
        with plainly(self.path), self.database.connect() as connection:
            for row in connection.execute(article_list()).mappings():
                yield ArticleRow(**row)

    def statements(self, asked: Asked) -> Iterator[Told]:
        """The statements that are asked for, the latest day first, those without a date last; read as they are taken.

        Raises ValueError for words that hold no letter and no digit.
        """
        with plainly(self.path), self.database.connect() as connection:
            yield from told(asked, connection)

    def timeline(self, asked: TimelineAsked) -> Iterator[Dated]:
        """The dated facts that are asked for, by earliest day, then the narrower date; read as they are taken.

        Raises ValueError for words that hold no letter and no digit.
        """
        with plainly(self.path), self.database.connect() as connection:
            yield from timeline(asked, connection)

    def add_failure(self, origin: str, cause: str, message: str) -> None:
        """Remember a page that could not be read; a later failure of the same page takes its place."""
        row = {"origin": origin, "cause": cause, "message": message, "failed_at": now()}
        with plainly(self.path), writing(self.database) as connection:
            connection.execute(delete(t.failures).where(t.failures.c.origin == origin))
            connection.execute(insert(t.failures).values(row))

    def failures(self) -> Iterator[FailureRow]:
        """Pages that could not be read, by origin."""
        columns = [t.failures.c[name] for name in ("origin", "cause", "message", "failed_at")]
        with plainly(self.path), self.database.connect() as connection:
            for row in connection.execute(select(*columns).order_by(t.failures.c.origin)).mappings():
                yield FailureRow(**row)

    def revision(self) -> str | None:
        """The migration the store stands at."""
        return revision_of(self.path)

    def article(self, connection: Connection, prefix: str) -> RowMapping:
        """The row of the one article whose id begins so. Raises StoreError where there is none, or several."""
        start = prefix if prefix.startswith(ID_PREFIX) else ID_PREFIX + prefix
        found = (
            connection.execute(
                select(t.articles).where(t.articles.c.newest, t.articles.c.id >= start, t.articles.c.id < start + "~").limit(9)
            )
            .mappings()
            .all()
        )
        if not found:
            raise StoreError(f"{self.path}: no article's id begins with {prefix!r}. See them all: dragoman list.")
        if len(found) > 1:
            ids = ", ".join(row["id"].removeprefix(ID_PREFIX) for row in found[:8])
            raise StoreError(
                f"{prefix!r} begins the ids of several articles: {ids}{' …' if len(found) > 8 else ''}. Give more of it."
            )
        return found[0]


def put(connection: Connection, table: Any, row: Row) -> int:
    """Insert a row and give its key."""
    return int(connection.execute(insert(table).values(row).returning(table.c.key)).scalar_one())


def put_page(connection: Connection, page: Page, article_id: str, snapshot: bool) -> int:
    """The key of a page, which is stored if it is new; a page known without its bytes gets them now."""
    kept = {"content": zlib.compress(page.content), "compression": "zlib"} if snapshot else {}
    known = connection.execute(
        select(t.pages.c.key, t.pages.c.compression).where(t.pages.c.article_id == article_id)
    ).one_or_none()
    if known is None:
        row = {
            "article_id": article_id,
            "sha256": page.sha256,
            "origin": page.origin,
            "media_type": page.media_type,
            "url": page.url,
            "supplied": dict(page.supplied),
            "read_at": page.read_at.isoformat() if page.read_at else None,
        }
        return put(connection, t.pages, row | kept)
    if kept and known.compression is None:
        connection.execute(update(t.pages).where(t.pages.c.key == known.key).values(kept))
    return int(known.key)


def put_reader(connection: Connection, reader: Reader) -> int:
    row = {"version": reader.version, "model": reader.model or ""}
    known = connection.execute(select(t.readers.c.key).filter_by(**row)).scalar_one_or_none()
    return put(connection, t.readers, row) if known is None else int(known)


def is_there(connection: Connection, page_key: int, reader_key: int) -> bool:
    asked = select(t.articles.c.key).where(t.articles.c.page_key == page_key, t.articles.c.reader_key == reader_key)
    return connection.execute(asked).first() is not None


def put_facts(connection: Connection, article_key: int, facts: tuple[Fact, ...]) -> None:
    """Facts with their columns, spans and references, a table at a time."""
    if not facts:
        return
    rows = [fact.row | {"article_key": article_key} for fact in facts]
    given = connection.execute(insert(t.facts).returning(t.facts.c.id, t.facts.c.key), rows).all()
    keys = {row.id: row.key for row in given}
    waiting: dict[str, list[Row]] = {}
    for fact in facts:
        own = {"fact_key": keys[fact.row["id"]]}
        if fact.facets:
            waiting.setdefault(fact.facets[0], []).append(fact.facets[1] | own)
        waiting.setdefault("spans", []).extend(span | own for span in fact.spans)
        waiting.setdefault("refs", []).extend(
            {"role": ref["role"], "position": ref["position"], "target_key": keys[ref["target"]]} | own for ref in fact.refs
        )
        waiting.setdefault("offices", []).extend(
            {"position": held["position"], "title": held["title"], "of_key": keys.get(held["of"])} | own for held in fact.offices
        )
    for name, batch in waiting.items():
        if batch:
            connection.execute(insert(t.metadata.tables[name]), batch)


def page_of(row: RowMapping) -> Page:
    content = zlib.decompress(row["content"])
    if hashlib.sha256(content).hexdigest() != row["sha256"]:
        raise StoreError(
            f"The snapshot of {row['origin']} is not the page that was stored: its hash differs. Read the page again."
        )
    read_at = datetime.fromisoformat(row["read_at"]) if row["read_at"] else None
    return Page(row["origin"], content, row["media_type"], row["url"], FrozenMap(row["supplied"]), read_at)


def article_list() -> Select[Any]:
    article, fact = t.articles.c, t.facts.c
    counted = select(func.count()).where(fact.article_key == article.key)
    return (
        select(
            article.id,
            t.pages.c.origin,
            article.published,
            article.outlet,
            article.title,
            article.language,
            article.unread,
            article.read_at,
            t.readers.c.version.label("reader"),
            counted.scalar_subquery().label("facts"),
            counted.where(fact.kind == "statement").scalar_subquery().label("statements"),
        )
        .join(t.pages, t.pages.c.key == article.page_key)
        .join(t.readers, t.readers.c.key == article.reader_key)
        .where(article.newest)
        .order_by(article.published.desc().nulls_last(), article.id)
    )


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
