"""Hypothesis strategies for articles and records that could exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.vendor import pretty

from dragoman.article import Article, FrozenMap, Page, Part, Span, article_id, content_id
from dragoman.record import Actor, Evidence, Office, Provenance, Published, Reader, Record, Statement

if TYPE_CHECKING:
    from collections.abc import Callable

pretty.for_type_by_name("dragoman.record", "Evidence", lambda evidence, printer, cycle: printer.text(repr(evidence)))
"""Hypothesis would print the witness too, which evidence does not keep."""

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(lambda s: bool(s.strip()))
"""Text with at least one visible character: any script, emoji, control characters, line ends."""


def article_of(text: str, *, fields: FrozenMap = FrozenMap()) -> Article:
    """An article whose whole text is one body part."""
    page = Page("page.txt", text.encode("utf-8"))
    return Article(article_id(page, None, "text/plain"), text, "en", (Part("body", Span(0, len(text))),), fields=fields)


def provenance_of(article: Article) -> Provenance:
    return Provenance.of(Page("page.txt", article.text.encode("utf-8")), article, "text/plain")


def spans_in(text: str) -> st.SearchStrategy[Span]:
    bounds = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    return bounds.map(sorted).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span(*pair))


@st.composite
def actors(draw: st.DrawFn, article: Article) -> Actor:
    span = draw(spans_in(article.text))
    return Actor(
        id=content_id("actor", article.id, span),
        evidence=(Evidence.of(article, span),),
        confidence=draw(st.none() | st.floats(0, 1)),
        kind="person",
        name=article[span],
        mentions=(span,),
        offices=(Office("minister", None, span, "the words say so"),),
    )


@st.composite
def statements(draw: st.DrawFn, article: Article) -> Statement:
    span, cue = draw(spans_in(article.text)), draw(spans_in(article.text))
    return Statement(
        id=content_id("statement", article.id, span, cue),
        evidence=(Evidence.of(article, span),),
        content=(span,),
        cue=cue,
        form="direct",
    )


@st.composite
def records(draw: st.DrawFn, count: int = 1) -> tuple[Record, ...]:
    """``count`` records of one page by one reader: each holds some facts out of one pool."""
    article = article_of(draw(words), fields=FrozenMap(address="https://example.org/a"))
    people = {a.id: a for a in draw(st.lists(actors(article), max_size=5))}
    said = {s.id: s for s in draw(st.lists(statements(article), max_size=5))}
    published = Published("2025-09-25", (Evidence.in_field(article, "address"),))

    def some(pool: dict[str, object]) -> frozenset[object]:
        return frozenset(draw(st.lists(st.sampled_from(sorted(pool.values(), key=repr)))) if pool else ())

    make: Callable[..., Record] = Record
    return tuple(
        make(
            Reader("0.1"),
            provenance_of(article),
            article,
            draw(st.sampled_from([None, published])),
            actors=some(dict(people)),
            statements=some(dict(said)),
        )
        for _ in range(count)
    )
