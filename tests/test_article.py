"""Span, FrozenMap, Part, Article: one text, half-open spans, nothing outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import Article, FrozenMap, Page, Part, Span, Words, article_id, check_parts, content_id
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
        (Words("Oslo", field="json-ld:headline"), "which the page does not have"),
    ],
)
def test_a_title_that_stands_nowhere_is_refused(title: Words, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Article("article-1", "Oslo it is", "en", (Part("body", Span(0, 10)),), title=title)


def test_ids_tell_pages_apart_by_bytes_address_and_supplied_values() -> None:
    pages = [
        (Page("a.txt", b"same"), None),
        (Page("a.txt", b"other"), None),
        (Page("a.txt", b"same"), "https://example.org/1"),
        (Page("a.txt", b"same", supplied=FrozenMap(date="2025-09-25")), None),
    ]
    ids = [article_id(page, url) for page, url in pages]
    assert len(set(ids)) == len(ids)
    assert article_id(Page("moved/a.txt", b"same"), None) == ids[0], "where the file lies does not matter"


def test_an_id_names_its_kind_and_depends_on_order() -> None:
    assert content_id("event", "x", Span(1, 2)).startswith("event-")
    assert content_id("event", "a", "b") != content_id("event", "b", "a")
