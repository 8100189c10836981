"""What has a date, over all articles, in the order of the days it may mean.

Statements are dated by ``said_on``, events by ``when``, instruments by ``date``, gatherings by the days they begin and end. A
statement without a day of its own stands under the day of its page only when that is asked for, and says so (``dated_by``).

Which days a date means can't be told in SQL. It is told here of each different date once; the dates that are wanted go back as
one list in order, and the facts are joined to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import orjson
from sqlalchemy import ColumnElement, Connection, Select, Subquery, and_, case, false, func, literal, select, union_all

from dragoman.store import tables as t
from dragoman.store.asked import named, searched, words_of
from dragoman.store.days import FIRST, LAST, days_of
from dragoman.store.rows import Row
from dragoman.store.statements import BATCH, PAGE, parties_at, words_at

DatedKind = Literal["statement", "event", "instrument", "gathering"]
DatedBy = Literal["said", "published", "happened", "dated", "held", "begins", "ends"]
"""What a date is the date of; ``published`` is the page's own, ``begins`` and ``ends`` that of a gathering with one known end."""

FIELDS = ("content", "clause", "mentions", "mention", "evidence")
OWN_FIELDS = ("content", "clause", "mentions")
"""Where the words of a statement, an event, a name stand."""

ROLES = ("speakers", "candidates", "addressees", "actors", "targets", "agents.actor", "parties")
TAKING_PART = ("speakers", "actors", "agents.actor", "parties")
LINKS = ("where", "place", "according_to", "contested_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineAsked:
    """Which dated facts are wanted; what is None or empty narrows nothing.

    about           words of the fact: of what was said, of an event's clause, of a name; those in "quotation marks" side by side
    by              words of one name of whoever said it, did it, or is a party to it
    first, last     ISO days; a fact dated by month or year is found where any day of it lies between them
    reported        statements too whose day is not told, under the day of their page
    min_confidence  leaves out facts with less, and those that nothing has calibrated
    limit           so many, the earliest
    """

    about: str | None = None
    by: str | None = None
    kinds: tuple[DatedKind, ...] = ()
    first: str | None = None
    last: str | None = None
    reported: bool = False
    held: bool = False
    headlines: bool = False
    min_confidence: float | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """One dated fact, as rows.

    row      ``edtf dated_by article origin url outlet title published id kind words confidence act manner form headline type mode
             status``
    words    field -> ``text start end`` of each piece, in order
    parties  role -> ``name kind offices`` of each
    links    where, place, according_to, contested_by -> ``id words`` of each
    """

    row: Row
    words: dict[str, list[Row]]
    parties: dict[str, list[Row]]
    links: dict[str, list[Row]]


def timeline(asked: TimelineAsked, connection: Connection) -> Iterator[Dated]:
    """What is asked for, by earliest day, then the narrower date; what has a date without days last.

    Raises ValueError for words that hold no letter and no digit.
    """
    for batch in connection.execute(keys_of(asked, connection)).partitions(BATCH):
        keys = [key for key, _, _ in batch]
        rows, links = rows_at(keys, connection), links_at(keys, connection)
        words, parties = words_at(keys, connection, FIELDS), parties_at(keys, connection, ROLES)
        for key, edtf, dated_by in batch:
            yield Dated({"edtf": edtf, "dated_by": dated_by} | rows[key], words[key], parties[key], links[key])


def keys_of(asked: TimelineAsked, connection: Connection) -> Select[int, str, DatedBy]:
    """The query for key, date and what it is the date of. Under one date what is reported comes last; then by page and place."""
    dated = every_date(asked)
    wanted = in_order(connection.execute(select(dated.c.edtf).distinct()).scalars(), asked)
    ranked = func.json_each(orjson.dumps(wanted).decode()).table_valued("key", "value").alias("ranked")
    query = (
        select(dated.c.fact_key, dated.c.edtf, dated.c.dated_by)
        .select_from(ranked)
        .join(dated, dated.c.edtf == ranked.c.value)
        .join(t.facts, t.facts.c.key == dated.c.fact_key)
        .join(t.articles, t.articles.c.key == t.facts.c.article_key)
        .where(t.articles.c.newest, *conditions(asked))
        .order_by(ranked.c.key, dated.c.dated_by == "published", t.articles.c.id, begins(), t.facts.c.id)
    )
    return query if asked.limit is None else query.limit(asked.limit)


def in_order(dates: Iterator[str], asked: TimelineAsked) -> list[str]:
    """The dates that may mean a day of the range, by first and last day; without a range those too that mean none, at the end."""
    days = {date: days_of(date) for date in dates}
    ranged = asked.first is not None or asked.last is not None
    first, last = asked.first or FIRST, asked.last or LAST
    known = sorted((both, date) for date, both in days.items() if both and both[0] <= last and both[1] >= first)
    return [date for _, date in known] + ([] if ranged else sorted(date for date, both in days.items() if both is None))


def every_date(asked: TimelineAsked) -> Subquery:
    """``fact_key edtf dated_by`` of the kinds that are asked for."""
    kinds = asked.kinds or ("statement", "event", "instrument", "gathering")
    makers = {"statement": statements, "event": events, "instrument": instruments, "gathering": gatherings}
    return union_all(*(query for kind in dict.fromkeys(kinds) for query in makers[kind](asked))).subquery("dated")


def of(table: Any, edtf: ColumnElement[Any], dated_by: ColumnElement[Any]) -> Select[Any]:
    return select(table.c.fact_key, edtf.label("edtf"), dated_by.label("dated_by"))


def statements(asked: TimelineAsked) -> Iterator[Select[Any]]:
    said, page = t.statements.c, t.articles.c
    manner = () if asked.held else (said.manner != "held",)
    kept = (*manner, *(() if asked.headlines else (said.headline == false(),)))
    yield of(t.statements, said.said_on, literal("said")).where(said.said_on.is_not(None), *kept)
    if asked.reported:
        yield (
            of(t.statements, page.published, literal("published"))
            .join(t.facts, t.facts.c.key == said.fact_key)
            .join(t.articles, page.key == t.facts.c.article_key)
            .where(said.said_on.is_(None), page.published.is_not(None), *kept)
        )


def events(_: TimelineAsked) -> Iterator[Select[Any]]:
    when = t.events.c.happened_on
    yield of(t.events, when, literal("happened")).where(when.is_not(None))


def instruments(_: TimelineAsked) -> Iterator[Select[Any]]:
    dated = t.instruments.c.dated
    yield of(t.instruments, dated, literal("dated")).where(dated.is_not(None))


def gatherings(_: TimelineAsked) -> Iterator[Select[Any]]:
    """From the day it begins to the day it ends; where one of them is not known, the other, which says what it is."""
    first, last = t.gatherings.c.begins, t.gatherings.c.ends
    both = and_(first.is_not(None), last.is_not(None))
    days = case((and_(both, first != last), first + "/" + last), else_=func.coalesce(first, last))
    known = case((both, "held"), (first.is_not(None), "begins"), else_="ends")
    yield of(t.gatherings, days, known).where(first.is_not(None) | last.is_not(None))


def conditions(asked: TimelineAsked) -> Iterator[ColumnElement[bool]]:
    fact, ref = t.facts.c, t.refs.c
    if asked.min_confidence is not None:
        yield fact.confidence >= asked.min_confidence
    if asked.about:
        yield fact.key.in_(select(searched.c.rowid).where(searched.c.words.match(words_of(asked.about))))
    if asked.by:
        yield fact.key.in_(select(ref.fact_key).where(ref.role.in_(TAKING_PART), ref.target_key.in_(named(asked.by))))


def begins() -> ColumnElement[int | None]:
    """Where the first of a fact's own words stands."""
    span = t.spans.c
    stands = select(func.min(span.span_start)).where(span.fact_key == t.facts.c.key)
    return func.coalesce(
        stands.where(span.field.in_(OWN_FIELDS)).scalar_subquery(), stands.where(span.field == "evidence").scalar_subquery()
    )


def rows_at(keys: Sequence[int], connection: Connection) -> dict[int, Row]:
    article, fact, said = t.articles.c, t.facts.c, t.statements.c
    query = (
        select(
            fact.key,
            *PAGE,
            fact.id,
            fact.kind,
            fact.words,
            fact.confidence,
            said.act,
            said.manner,
            said.form,
            said.headline,
            t.events.c.type,
            t.events.c.mode,
            func.coalesce(t.events.c.status, t.instruments.c.status).label("status"),
        )
        .join(t.articles, article.key == fact.article_key)
        .join(t.pages, t.pages.c.key == article.page_key)
        .outerjoin(t.statements, said.fact_key == fact.key)
        .outerjoin(t.events, t.events.c.fact_key == fact.key)
        .outerjoin(t.instruments, t.instruments.c.fact_key == fact.key)
        .where(fact.key.in_(keys))
    )
    found = (dict(row) for row in connection.execute(query).mappings())
    return {row.pop("key"): row for row in found}


def links_at(keys: Sequence[int], connection: Connection) -> dict[int, dict[str, list[Row]]]:
    """Where it was, and the statements that tell of it or deny it."""
    ref, target = t.refs.c, t.facts.c
    query = (
        select(ref.fact_key, ref.role, target.id, target.words)
        .join(t.facts, target.key == ref.target_key)
        .where(ref.fact_key.in_(keys), ref.role.in_(LINKS))
        .order_by(ref.fact_key, ref.role, ref.position)
    )
    found: dict[int, dict[str, list[Row]]] = {key: {role: [] for role in LINKS} for key in keys}
    for row in connection.execute(query):
        found[row.fact_key][row.role].append({"id": row.id, "words": row.words})
    return found
