"""Annotations -> Record: what is claimed of a page, each fact with the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.record import Record

if TYPE_CHECKING:
    from datetime import datetime

    from dragoman.annotations import Annotations
    from dragoman.article import Article
    from dragoman.record import Provenance, Reader


def assemble(
    article: Article, annotations: Annotations, *, page: Provenance, reader: Reader, read_at: datetime | None = None
) -> Record:
    """The record of one page: its date argued, its actors and statements. What nothing reads yet stays empty."""
    from dragoman.assemble.actors import find_cast
    from dragoman.assemble.published import argue_published
    from dragoman.assemble.said_on import date_statements
    from dragoman.assemble.statements import find_statements

    published = argue_published(article, annotations, read_at)
    if article.unread:
        return Record(reader, page, article, published)
    cast = find_cast(article, annotations)
    statements, more = find_statements(article, annotations, cast)
    statements = date_statements(article, annotations, published, statements)
    actors = {**cast.actors, **more}
    return Record(reader, page, article, published, actors=frozenset(actors.values()), statements=frozenset(statements))
