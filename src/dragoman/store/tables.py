"""The tables of a store, in types that SQLite and Postgres share.

::

    pages ──< articles ──< facts ──< spans        where its words stand
      │          │           ├──< refs            which other facts of the page it names, in which role
      │       readers        ├─── actors, places, statements, events, instruments,
      └ the bytes as they came │  gatherings, steps, dates        what a kind is searched by
                               └──< offices                       what an actor is, and of whom
    failures

A page is what arrived; an article is what one reader (a version, a model) made of it, ``newest`` marks the one that is shown. A
fact is one member of a record: its JSON of the contract in ``body``, its own words in ``words``. Ids are content ids and public;
keys are numbers of this file alone. Times are ISO 8601 in UTC, dates are EDTF: both as text.

Beside them SQLite keeps ``searched``, its full text: words of statements, events, instruments and gatherings, names of actors
(migrations 0002 and 0003; ``asked`` and ``timeline`` read it).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0003"
"""The newest migration: what a store opened by this Dragoman is brought to. A test compares it with the folder's."""

VERSION_TABLE = "dragoman_version"

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

Key = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite counts by itself only in a column spelled INTEGER, which holds 64 bits there."""


def below(table: str, *, name: str, primary: bool = False) -> Column[int]:
    """A key of another table; what it points at takes its rows along when it goes."""
    return Column(name, Key, ForeignKey(f"{table}.key", ondelete="CASCADE"), primary_key=primary, nullable=False)


pages = Table(
    "pages",
    metadata,
    Column("key", Key, primary_key=True),
    Column("article_id", Text, nullable=False, unique=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("origin", Text, nullable=False, index=True),
    Column("media_type", Text),
    Column("url", Text, index=True),
    Column("supplied", JSON, nullable=False),
    Column("read_at", Text),
    Column("content", LargeBinary),
    Column("compression", Text),
)

readers = Table(
    "readers",
    metadata,
    Column("key", Key, primary_key=True),
    Column("version", Text, nullable=False),
    # '' while no model reads: NULLs would not be equal, and a reader could be written twice
    Column("model", Text, nullable=False),
    UniqueConstraint("version", "model"),
)

articles = Table(
    "articles",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    below("pages", name="page_key"),
    Column("reader_key", Key, ForeignKey("readers.key"), nullable=False),
    Column("newest", Boolean, nullable=False),
    Column("read_at", Text),
    Column("language", Text, index=True),
    Column("genre", Text, nullable=False),
    Column("outlet", Text, index=True),
    Column("url", Text, index=True),
    Column("title", Text),
    Column("published", Text, index=True),
    Column("unread", Text),
    Column("text", Text, nullable=False),
    Column("body", JSON, nullable=False),
    Column("provenance", JSON, nullable=False),
    Column("published_body", JSON(none_as_null=True)),
    UniqueConstraint("page_key", "reader_key"),
)

facts = Table(
    "facts",
    metadata,
    Column("key", Key, primary_key=True),
    below("articles", name="article_key"),
    Column("id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("confidence", Float),
    Column("body", JSON, nullable=False),
    UniqueConstraint("article_key", "id"),
)

spans = Table(
    "spans",
    metadata,
    below("facts", name="fact_key", primary=True),
    Column("field", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    sqlite_with_rowid=False,
)

refs = Table(
    "refs",
    metadata,
    below("facts", name="fact_key", primary=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    below("facts", name="target_key"),
    Index("ix_refs_target_key_role", "target_key", "role"),
    sqlite_with_rowid=False,
)


def kind_table(name: str, *columns: Column[Any]) -> Table:
    """One row a fact of this kind: the columns it is searched by."""
    return Table(name, metadata, below("facts", name="fact_key", primary=True), *columns)


actors = kind_table(
    "actors",
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("iso3", Text, index=True),
)
offices = Table(
    "offices",
    metadata,
    below("facts", name="fact_key", primary=True),
    Column("position", Integer, primary_key=True),
    Column("title", Text, nullable=False, index=True),
    Column("of_key", Key, ForeignKey("facts.key", ondelete="CASCADE"), index=True),
    sqlite_with_rowid=False,
)
places = kind_table("places", Column("name", Text, nullable=False, index=True), Column("country", Text, index=True))
statements = kind_table(
    "statements",
    Column("act", Text, nullable=False, index=True),
    Column("form", Text, nullable=False),
    Column("manner", Text, nullable=False),
    Column("said_on", Text, index=True),
    Column("headline", Boolean, nullable=False),
)
events = kind_table(
    "events",
    Column("type", Text, nullable=False, index=True),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("happened_on", Text, index=True),
)
instruments = kind_table(
    "instruments",
    Column("name", Text, nullable=False, index=True),
    Column("dated", Text),
    Column("status", Text, nullable=False),
)
gatherings = kind_table(
    "gatherings", Column("name", Text, nullable=False, index=True), Column("begins", Text), Column("ends", Text)
)
steps = kind_table("steps", Column("kind", Text, nullable=False), Column("status", Text, nullable=False))
dates = kind_table("dates", Column("edtf", Text, index=True))

failures = Table(
    "failures",
    metadata,
    Column("key", Key, primary_key=True),
    Column("origin", Text, nullable=False, unique=True),
    Column("cause", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("failed_at", Text, nullable=False),
)
