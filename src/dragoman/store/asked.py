"""A question for statements, and the rows of the store that answer it: by whom, to whom, about what, when.

Names and words match without case and accents, whole words only. What can't be told from text in SQL (which days a date means,
which titles are the office asked for) is told here of each value once, and the rows that have one of the fitting values are
selected: a store holds many statements, and few different days and titles.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Select, column, false, func, select, table

from dragoman.record import Act, Manner
from dragoman.store import tables as t
from dragoman.store.days import FIRST, LAST, days_of

Keys = Select[int]
"""A query for keys of facts."""

searched = table("searched", column("rowid"), column("words"), column("names"))
"""SQLite's own full text, made and kept by migrations: all names of actors, the words of what can have a date."""

ANOTHERS = frozenset("former ex then deputy vice assistant under".split())
"""Words that make a title somebody else's: a deputy foreign minister is found by "deputy foreign minister" alone."""

_PIECES = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which statements are wanted; what is None or empty narrows nothing.

    by, addressee   words of one name of a speaker, of one of those it was said to
    office, of      words of a speaker's office, and of a name of the state or body that it is an office of
    about           words of what was said; those in "quotation marks" stand side by side
    first, last     ISO days; a statement dated by month or year is found where any day of it lies between them
    min_confidence  leaves out statements with less, and those that nothing has calibrated
    """

    by: str | None = None
    office: str | None = None
    of: str | None = None
    about: str | None = None
    addressee: str | None = None
    acts: tuple[Act, ...] = ()
    manners: tuple[Manner, ...] = ("said", "written")
    first: str | None = None
    last: str | None = None
    min_confidence: float | None = None
    headlines: bool = False
    limit: int | None = None


def keys_of(asked: Asked, connection: Connection) -> Keys:
    """The query for the keys of what is wanted, the latest day first, undated last; within a day by article and place.

    Raises ValueError for words that hold no letter and no digit.
    """
    day, begins = day_of_statement(), t.spans.alias()
    query = (
        select(t.statements.c.fact_key)
        .join(t.facts, t.facts.c.key == t.statements.c.fact_key)
        .join(t.articles, t.articles.c.key == t.facts.c.article_key)
        .join(begins, (begins.c.fact_key == t.facts.c.key) & (begins.c.field == "content") & (begins.c.position == 0))
        .where(t.articles.c.newest, *conditions(asked, connection))
        .order_by(day.desc().nulls_last(), t.articles.c.id, begins.c.span_start, t.facts.c.id)
    )
    return query if asked.limit is None else query.limit(asked.limit)


def day_of_statement() -> ColumnElement[str | None]:
    """When it was said, else when the page was published."""
    return func.coalesce(t.statements.c.said_on, t.articles.c.published)


def conditions(asked: Asked, connection: Connection) -> Iterator[ColumnElement[bool]]:
    said, fact = t.statements.c, t.facts.c
    if asked.acts:
        yield said.act.in_(asked.acts)
    if asked.manners:
        yield said.manner.in_(asked.manners)
    if not asked.headlines:
        yield said.headline == false()
    if asked.min_confidence is not None:
        yield fact.confidence >= asked.min_confidence
    if asked.about:
        yield fact.key.in_(select(searched.c.rowid).where(searched.c.words.match(words_of(asked.about))))
    if speakers := list(speakers_asked(asked, connection)):
        yield fact.key.in_(with_party("speakers", speakers))
    if asked.addressee:
        yield fact.key.in_(with_party("addressees", [named(asked.addressee)]))
    if asked.first or asked.last:
        yield day_of_statement().in_(one_of(fitting_days(asked.first or FIRST, asked.last or LAST, connection)))


def with_party(role: str, parties: Iterable[Keys]) -> Keys:
    """Statements with a party in this role that all the queries give."""
    refs = t.refs.c
    return select(refs.fact_key).where(refs.role == role, *(refs.target_key.in_(keys) for keys in parties))


def speakers_asked(asked: Asked, connection: Connection) -> Iterator[Keys]:
    office = t.offices.c
    if asked.by:
        yield named(asked.by)
    if asked.office or asked.of:
        held = select(office.fact_key)
        if asked.office:
            held = held.where(office.title.in_(one_of(fitting_titles(asked.office, connection))))
        yield held.where(office.of_key.in_(named(asked.of))) if asked.of else held


def named(words: str) -> Keys:
    """Actors with all these words in their names."""
    return select(searched.c.rowid).where(searched.c.names.match(words_of(words)))


def words_of(asked: str) -> str:
    """Words as a question to FTS5: every word must be there, those in quotation marks side by side."""
    whole = asked.replace("\0", " ")  # at which FTS5 would stop reading
    pieces = [phrase or word for phrase, word in _PIECES.findall(whole)]
    kept = [f'"{piece}"' for piece in pieces if any(map(str.isalnum, piece))]
    if not kept:
        raise ValueError(f"{asked!r} holds no letter and no digit.")
    return " ".join(kept)


def fitting_titles(office: str, connection: Connection) -> list[str]:
    """The titles in the store that hold the words of an office side by side, and none that makes them another's."""
    wanted = folded(office)
    if not wanted:
        raise ValueError(f"{office!r} holds no letter and no digit.")
    others = ANOTHERS.difference(wanted)
    titles = connection.execute(select(t.offices.c.title).distinct()).scalars()
    return [title for title in titles if stand_in(wanted, words := folded(title)) and others.isdisjoint(words)]


def stand_in(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words)))


def folded(words: str) -> tuple[str, ...]:
    """The words without case, accents and what stands between them."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())


def fitting_days(first: str, last: str, connection: Connection) -> list[str]:
    """The dates in the store that may mean a day of the range."""
    said, published = t.statements.c.said_on, t.articles.c.published
    written = select(said).where(said.is_not(None)).union(select(published).where(published.is_not(None)))
    spans = ((date, days_of(date)) for date in connection.execute(written).scalars())
    return [date for date, days in spans if days and days[0] <= last and days[1] >= first]


def one_of(values: Iterable[str | int]) -> Select[Any]:
    """Any number of values as one parameter: a database takes only so many."""
    return select(func.json_each(orjson.dumps(list(values)).decode()).table_valued("value").c.value)
