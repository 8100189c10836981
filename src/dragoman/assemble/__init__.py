"""Annotations -> Record: what is claimed of a page, each fact with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from dragoman.annotations import Annotations
    from dragoman.article import Article
    from dragoman.assemble.actors.cast import Cast
    from dragoman.assemble.timing.values import Times
    from dragoman.record import Actor, Gathering, Instrument, Place, Provenance, Reader, Ref, Statement


def assemble(
    article: Article, annotations: Annotations, *, page: Provenance, reader: Reader, read_at: datetime | None = None
) -> Record:
    """The record of one page: its date argued, its actors, statements, places, gatherings and instruments.

    What nothing reads yet stays empty.
    """
    from dragoman.assemble.actors.cast import find_cast
    from dragoman.assemble.dating.published import argue_published, day_published
    from dragoman.assemble.saying.statements import find_statements
    from dragoman.assemble.timing.dates import find_dates
    from dragoman.assemble.timing.locales import day_first
    from dragoman.assemble.timing.times import find_times

    published = argue_published(article, annotations, read_at)
    anchor = day_published(published)
    times = find_times(article, annotations, anchor, day_first=day_first(article))
    if article.unread:
        return Record(reader, page, article, published)
    cast = find_cast(article, annotations)
    statements, actors = find_statements(article, annotations, cast)
    scene = set_scene(article, annotations, anchor, times, cast, actors, statements)
    return Record(
        reader,
        page,
        article,
        published,
        actors=frozenset(actors.values()),
        places=frozenset(scene.places),
        statements=frozenset(scene.statements),
        instruments=frozenset(scene.instruments),
        gatherings=frozenset(scene.gatherings),
        dates=frozenset(find_dates(article, scene.times, anchor)),
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """Statements with when, where and to whom they were made and what they are about; what they refer to; the page's times."""

    statements: tuple[Statement, ...]
    places: tuple[Place, ...]
    gatherings: tuple[Gathering, ...]
    instruments: tuple[Instrument, ...]
    times: Times


def set_scene(
    article: Article,
    annotations: Annotations,
    anchor: date | None,
    times: Times,
    cast: Cast,
    actors: Mapping[Ref, Actor],
    statements: tuple[Statement, ...],
) -> Setting:
    """When, where and to whom each statement was made, and what it is about; ``anchor`` is the day of the page."""
    from dragoman.assemble.matters.about import tell_matters
    from dragoman.assemble.matters.instruments import find_instruments
    from dragoman.assemble.saying.interlocutors import tell_addressees
    from dragoman.assemble.scene.cue_clause import Clauses
    from dragoman.assemble.scene.gatherings import find_gatherings
    from dragoman.assemble.scene.places import find_places, names_apart
    from dragoman.assemble.scene.said_on import date_statements, tell_times
    from dragoman.assemble.scene.scenes import find_scenes
    from dragoman.assemble.scene.where import place_statements
    from dragoman.assemble.timing.beside import anchored

    clauses = Clauses.of(article.text, annotations)
    instruments = find_instruments(article, annotations)
    documents = [span for span, _ in instruments.mentions]
    places = find_places(article, annotations, documents)
    gatherings = find_gatherings(article, annotations, places, anchor)
    times = anchored(article, times, [(span, gatherings.gatherings[ref]) for span, ref in gatherings.mentions])
    scenes = find_scenes(clauses, times, cast, anchor)
    own, links = tell_times(article, times, anchor, scenes, clauses, statements)
    statements = tell_addressees(date_statements(article, statements, own, links), links, scenes, actors)
    named = [mention.head for mention in names_apart(annotations, documents)]
    statements, placed = place_statements(article, clauses, named, (places, gatherings), statements, links, anchor)
    matters = sorted((*places.mentions, *gatherings.mentions, *instruments.mentions))
    return Setting(
        tell_matters(article, statements, links, matters),
        tuple(placed.values()),
        tuple(gatherings.gatherings.values()),
        tuple(instruments.instruments.values()),
        times,
    )
