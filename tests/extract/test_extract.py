"""What kind of page it is, and the pages that can't become an article."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Page
from dragoman.errors import UnreadablePage
from dragoman.extract import extract, media_type

HTML = b"<!DOCTYPE html><html><body><p>Words.</p></body></html>"
SENTENCE = (
    "The two delegations met behind closed doors in Geneva on Monday and agreed to resume their talks in the second week of May."
)


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (Page("-", HTML), "text/html"),
        (Page("-", b"\xef\xbb\xbf" + HTML), "text/html"),
        (Page("-", HTML.decode().encode("utf-16")), "text/html"),
        (Page("-", b"Words, and a sign: a < b."), "text/plain"),
        (Page("a.txt", HTML), "text/plain"),
        (Page("a.HTM", b"Words."), "text/html"),
        (Page("https://example.org/a.html?x=1#y", b"Words."), "text/html"),
        (Page("a.txt", b"Words.", "text/html; charset=utf-8"), "text/html"),
        (Page("a.html", HTML, "text/plain"), "text/plain"),
        (Page("a", HTML, "application/xhtml+xml"), "text/html"),
    ],
)
def test_media_type(page: Page, kind: str) -> None:
    assert media_type(page) == kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        ("\u00a0\u2003".encode(), "nothing but blanks"),
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (gzip.compress(b"words"), "a gzip file"),
        (bytes(range(256)) * 20, "binary"),
        (b"<p>" + b"a" * (32 * 2**20), "at most 32 MiB"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no running text"),
        (b"<html><body><script>let words = 'The ministers met in Geneva on Monday.'</script></body></html>", "no running text"),
        (b"<div>" * 100_000 + SENTENCE.encode(), "nested 100,000 deep"),
        (b"<p " + b" ".join(b"a%d" % n for n in range(20_000)) + b">" + SENTENCE.encode(), "more than 2,000 attributes"),
        (b"{\\rtf1\\ansi " + SENTENCE.encode() + b"}", "an RTF document"),
        (b"<x-y>" * 100_000 + SENTENCE.encode(), "nested 100,000 deep"),
        (b"<br>" * 1_000_001 + SENTENCE.encode(), "1,000,001 HTML tags, at most 1,000,000"),
    ],
)
def test_unreadable_pages_say_why_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(UnreadablePage) as caught:
        extract(Page("a.html", content))
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.html: ")
    assert "\n" not in str(caught.value)


def test_a_text_too_long_for_an_article_keeps_its_parts_and_is_not_read() -> None:
    article = extract(Page("book.txt", (SENTENCE + "\n").encode() * 8_100))
    assert article.unread == "longer than 1,000,000 characters: split it into its articles"
    assert article.parts_of("body")


def test_an_image_inside_an_attribute_is_no_reason_to_refuse() -> None:
    image = "<img alt='x>y' src=\"data:image/png;base64," + "A" * 50_000 + '">'
    assert SENTENCE in extract(Page("a.html", f"<html><body><h1>Talks</h1>{image}<p>{SENTENCE}</p></body></html>".encode())).text


def test_text_may_be_larger_than_html() -> None:
    with pytest.raises(UnreadablePage, match=r"129 MiB of text/plain, at most 128 MiB"):
        extract(Page("a.txt", b"a" * (129 * 2**20)))


# Pieces of pages, well formed and not, out of which any order makes a page that must be read or refused, never crash.
PIECES = st.sampled_from(
    [
        f"<p>{SENTENCE}</p>",
        f"<div>{SENTENCE}<br>{SENTENCE}",
        "<h1>Ministers meet in Geneva</h1>",
        "<title>Ministers meet in Geneva | Example Post</title>",
        '<div class="related"><ul><li><a href="http://[bad">More talks</a></ul>',
        "<p class=byline>By <a href=/x>Ana Ruiz</a> and",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": 3, "author": [[{"name": ["A B", null]}]],',
        '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"X","author":{"@id":"#a"}}]}</script>',
        '<meta property="og:title" content="">',
        '<link rel=canonical href="http://[1:2">',
        "<time datetime='9999-99-99T99:99'>then</time>",
        "</div></p></script>",
        "<table><tr><td>1",
        "\x00\ud7ff\u2028\x85",
        "&#xD800;&nbsp;&lt;",
        "<!-- ",
        "<b a=1><b a=2><i>",
        "<body hidden style='display: none'>",
        "MUNICH (Agency) - ",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12))
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    content = "".join(pieces).encode("utf-8", "replace")
    try:
        article = extract(Page("a.html", content, url="https://example.org/2019/02/16/talks"))
    except UnreadablePage:
        return
    assert article.text.encode("utf-8")
    for part in article.parts:
        assert article[part.span] == article[part.span].strip() != ""
    assert all(article[link.span] == link.title for link in article.links)
    assert all(stamp.field in article.fields for stamp in article.stamps if stamp.field is not None)
    assert extract(Page("a.html", content, url="https://example.org/2019/02/16/talks")) == article
