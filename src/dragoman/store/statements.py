"""Statements as they are found across articles: each with its page, its words and the parties to it, a batch at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.store import tables as t
from dragoman.store.asked import Asked, keys_of, one_of
from dragoman.store.rows import Row

BATCH = 200
"""Statements whose words and parties are fetched together."""

ROLES = ("speakers", "candidates", "addressees")
FIELDS = ("content", "mention", "cue")
PAGE = (
    t.articles.c.id.label("article"), t.pages.c.origin, t.articles.c.url, t.articles.c.outlet, t.articles.c.title,
    t.articles.c.published,
)  # fmt: skip
"""What is told of the page that a fact is from."""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement, as rows.

    row      ``article origin url outlet title published id said_on act manner form headline confidence``
    words    content, mention, cue -> ``text start end`` of each piece, in order
    parties  speakers, candidates, addressees -> ``name kind offices`` of each; an office is ``title of``
    """

    row: Row
    words: dict[str, list[Row]]
    parties: dict[str, list[Row]]


def told(asked: Asked, connection: Connection) -> Iterator[Told]:
    """What is asked for, in order. Raises ValueError as ``keys_of`` does."""
    for batch in connection.execute(keys_of(asked, connection)).partitions(BATCH):
        yield from told_of([key for (key,) in batch], connection)


def told_of(keys: Sequence[int], connection: Connection) -> Iterator[Told]:
    rows, words, parties = rows_at(keys, connection), words_at(keys, connection), parties_at(keys, connection)
    for key in keys:
        yield Told(rows[key], words[key], parties[key])


def rows_at(keys: Sequence[int], connection: Connection) -> dict[int, Row]:
    article, said, fact = t.articles.c, t.statements.c, t.facts.c
    query = (
        select(
            fact.key,
            *PAGE,
            fact.id,
            said.said_on,
            said.act,
            said.manner,
            said.form,
            said.headline,
            fact.confidence,
        )
        .join(t.statements, said.fact_key == fact.key)
        .join(t.articles, article.key == fact.article_key)
        .join(t.pages, t.pages.c.key == article.page_key)
        .where(fact.key.in_(keys))
    )
    found = (dict(row) for row in connection.execute(query).mappings())
    return {row.pop("key"): row for row in found}


def words_at(keys: Sequence[int], connection: Connection, fields: Sequence[str] = FIELDS) -> dict[int, dict[str, list[Row]]]:
    """Fact -> field -> the pieces of its words, in order."""
    span = t.spans.c
    query = (
        select(span.fact_key, span.field, span.words, span.span_start, span.span_end)
        .where(span.fact_key.in_(keys), span.field.in_(fields))
        .order_by(span.fact_key, span.field, span.position)
    )
    found: dict[int, dict[str, list[Row]]] = {key: {field: [] for field in fields} for key in keys}
    for row in connection.execute(query):
        found[row.fact_key][row.field].append({"text": row.words, "start": row.span_start, "end": row.span_end})
    return found


def parties_at(keys: Sequence[int], connection: Connection, roles: Sequence[str] = ROLES) -> dict[int, dict[str, list[Row]]]:
    """Fact -> role -> the actors in it, in order."""
    ref, actor = t.refs.c, t.actors.c
    query = (
        select(ref.fact_key, ref.role, ref.target_key, actor.name, actor.kind)
        .join(t.actors, actor.fact_key == ref.target_key)
        .where(ref.fact_key.in_(keys), ref.role.in_(roles))
        .order_by(ref.fact_key, ref.role, ref.position)
    )
    rows = connection.execute(query).all()
    offices = offices_at({row.target_key for row in rows}, connection)
    found: dict[int, dict[str, list[Row]]] = {key: {role: [] for role in roles} for key in keys}
    for row in rows:
        found[row.fact_key][row.role].append({"name": row.name, "kind": row.kind, "offices": offices[row.target_key]})
    return found


def offices_at(keys: set[int], connection: Connection) -> dict[int, list[Row]]:
    office, of = t.offices.c, t.facts.alias()
    query = (
        select(office.fact_key, office.title, of.c.words)
        .join(of, of.c.key == office.of_key, isouter=True)
        .where(office.fact_key.in_(one_of(keys)))
        .order_by(office.fact_key, office.position)
    )
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.fact_key].append({"title": row.title, "of": row.words})
    return found
