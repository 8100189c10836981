"""Span, FrozenMap, Part, Article: one text, half-open spans, nothing outside."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import (
    Article,
    Dateline,
    FrozenMap,
    Link,
    Page,
    Part,
    Span,
    Stamp,
    Words,
    article_id,
    check_parts,
    content_id,
)
from tests.strategies import article_of, spans_in, words


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [(3, 3, "empty"), (4, 3, "backwards"), (-1, 3, "negative")],
)
def test_a_span_that_covers_nothing_cannot_be_made(start: int, end: int, why: str) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


@given(st.data())
def test_spans_cover_what_they_say(data: st.DataObject) -> None:
    text = data.draw(words)
    article = article_of(text)
    a, b = data.draw(spans_in(text)), data.draw(spans_in(text))
    assert article[a] == text[a.start : a.end]
    assert len(article[a]) == len(a)
    assert a in a.to(b)
    assert b in a.to(b)
    assert a.overlaps(b) == bool(set(range(*a)) & set(range(*b)))


def test_words_past_the_end_are_refused_not_cut() -> None:
    with pytest.raises(IndexError, match="leaves the article's text of 4 characters"):
        article_of("Oslo")[Span(2, 9)]


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=5)))
def test_a_frozen_map_is_its_mapping(pairs: dict[str, str]) -> None:
    frozen = FrozenMap(pairs)
    assert dict(frozen) == pairs
    assert frozen == FrozenMap(dict(reversed(pairs.items())))
    assert hash(frozen) == hash(FrozenMap(pairs))


@pytest.mark.parametrize(
    ("parts", "complaint"),
    [
        ((Part("body", Span(0, 4)),), "'gone' at the end"),
        ((Part("body", Span(5, 9)),), "'Oslo' before"),
        ((Part("body", Span(0, 6)), Part("other", Span(5, 9))), "overlaps"),
        ((Part("body", Span(0, 99)),), "leaves the text"),
        ((Part("headline", Span(0, 9)),), "'headline' is unknown"),  # type: ignore[arg-type]
    ],
)
def test_every_visible_character_is_in_exactly_one_part(parts: tuple[Part, ...], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        check_parts("Oslo gone", parts)


def test_blank_characters_need_no_part() -> None:
    check_parts("  Oslo\n\n gone \t", (Part("title", Span(2, 6)), Part("body", Span(9, 13))))


@pytest.mark.parametrize(
    ("title", "complaint"),
    [
        (Words("Bergen", Span(0, 6)), "does not stand at"),
        (Words("Oslo", field="json-ld:headline"), "no such field"),
        (Words("Bergen", field="meta:og:title"), "does not stand in"),
    ],
)
def test_a_title_that_stands_nowhere_is_refused(title: Words, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Article(
            "article-1",
            "Oslo it is",
            "en",
            (Part("body", Span(0, 10)),),
            title=title,
            fields=FrozenMap({"meta:og:title": "Oslo"}),
        )


@pytest.mark.parametrize(
    "beyond",
    [
        {"links": (Link("read_more", "Bergen", Span(0, 4)),)},
        {"dateline": Dateline("Oslo", None, Span(0, 99))},
        {"stamps": (Stamp("2025-01-01", "timestamp", "published", Span(5, 99)),)},
    ],
    ids=["a link with other words", "a dateline past the end", "a stamp past the end"],
)
def test_nothing_of_an_article_stands_outside_its_text(beyond: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"does not stand|leaves the article's text"):
        Article("article-1", "Oslo it is", "en", (Part("body", Span(0, 10)),), **beyond)


def test_ids_tell_pages_apart_by_bytes_kind_address_and_supplied_values() -> None:
    page, plain = Page("a.txt", b"same"), "text/plain"
    ids = [
        article_id(page, None, plain),
        article_id(Page("a.txt", b"other"), None, plain),
        article_id(page, None, "text/html"),
        article_id(page, "https://example.org/1", plain),
        article_id(Page("a.txt", b"same", supplied=FrozenMap({"a": "b=c"})), None, plain),
        article_id(Page("a.txt", b"same", supplied=FrozenMap({"a=b": "c"})), None, plain),
    ]
    assert len(set(ids)) == len(ids)
    assert article_id(Page("moved/a.txt", b"same"), None, plain) == ids[0], "where the file lies does not matter"


def test_an_id_names_its_kind_and_depends_on_order() -> None:
    assert content_id("event", "x", Span(1, 2)).startswith("event-")
    assert content_id("event", "a", "b") != content_id("event", "b", "a")
