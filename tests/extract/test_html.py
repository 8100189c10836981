"""HTML -> Article: which lines are kept, what each one is, and where its words stand."""

from __future__ import annotations

import gc

import pytest
from selectolax.lexbor import LexborHTMLParser

from dragoman.article import Article, FrozenMap, Page
from dragoman.extract import extract
from dragoman.extract.encoding import decode
from dragoman.extract.html.blocks import Anchor, Place, blocks, cues_around
from dragoman.extract.html.class_words import cues_of_names
from dragoman.extract.html.composition import compose
from dragoman.extract.html.page import parsed
from dragoman.extract.html.verdicts import weights

FIRST = (
    "The foreign ministers of Norland and Suderia met in Oslo on Tuesday and agreed to reopen the strait to fishing boats "
    "before the winter, ending a quarrel of three years."
)
SECOND = (
    "“We have found a way that both our peoples can live with,” said Norland's minister, Ingrid Falk, after talks that went on "
    "for nine hours, four more than planned."
)
THIRD = "Officials of both sides are to meet again in March to settle who patrols the waters around the islands of Brisk."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ministers agree to reopen strait | Northern Courier</title>
<meta property="og:site_name" content="Northern Courier"><meta property="article:published_time" content="2024-10-08T19:30:00Z">
<link rel="canonical" href="https://courier.example/world/2024/10/08/strait">
<style>p {{ color: red }}</style></head>
<body class="single nav-open related-on">
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="page-wrapper sidebar-right"><article>
<h1>Ministers agree to reopen strait</h1>
<p class="byline">By <a rel="author" href="/ana">Ana Ruiz</a></p>
<div class="article-body">
<figure><img src="x.jpg" alt="nobody reads this">
<figcaption>Fishing boats in the harbour of Brisk last autumn, when the strait was shut.</figcaption></figure>
<p>OSLO (Northern Courier) - {FIRST}</p>
<p>{SECOND}</p>
<p class="read-more">READ MORE: <a href="/world/2024/09/30/boats">Boats turned back at Brisk for the third time</a></p>
<h2>Next round in spring</h2>
<p>{THIRD} <a href="/islands">The islands</a> are claimed by both.</p>
<div class="newsletter-signup"><p>Sign up for our newsletter</p></div>
</div></article>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Suderia's parliament debates the fish quota</a></li>
<li><a href="/b">Norland names a new envoy to the islands</a></li></ul></aside></div>
<footer><p>© 2024 Northern Courier. All rights reserved.</p></footer>
<script>var words = "not for readers";</script></body></html>"""


def read(html: str, **more: str) -> Article:
    return extract(Page("page.html", html.encode(), "text/html", **more))  # type: ignore[arg-type]


def lines(article: Article, *kinds: str) -> list[str]:
    return [article[part.span] for part in article.parts if part.kind in kinds]


def test_a_page_as_outlets_make_them() -> None:
    article = read(PAGE)
    assert lines(article, "title") == ["Ministers agree to reopen strait"]
    assert lines(article, "byline") == ["By Ana Ruiz"]
    assert lines(article, "dateline") == ["OSLO (Northern Courier) -"]
    assert lines(article, "caption") == ["Fishing boats in the harbour of Brisk last autumn, when the strait was shut."]
    assert lines(article, "body") == [FIRST, SECOND, "Next round in spring", f"{THIRD} The islands are claimed by both."]
    assert lines(article, "read_more") == ["READ MORE: Boats turned back at Brisk for the third time"]
    assert "newsletter" not in " ".join(lines(article, "body"))
    assert "not for readers" not in article.text
    assert "nobody reads this" not in article.text
    assert article.language == "en"
    assert article.unread is None


def test_the_head_of_the_article() -> None:
    article = read(PAGE)
    assert article.title is not None
    assert article.title.span is not None
    assert article[article.title.span] == article.title.text == "Ministers agree to reopen strait"
    assert [(author.text, author.span is not None) for author in article.authors] == [("Ana Ruiz", True)]
    assert article.byline is not None
    assert article.byline.text == "By Ana Ruiz"
    assert article.outlet == "Northern Courier"
    assert article.url == "https://courier.example/world/2024/10/08/strait"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("Oslo", "Northern Courier")
    assert {(stamp.value, stamp.role) for stamp in article.stamps} >= {
        ("2024-10-08T19:30:00Z", "published"),
        ("2024-10-08", "published"),
    }
    assert article.genre == "report"


def test_links_lead_somewhere_and_stand_in_the_text() -> None:
    article = read(PAGE)
    found = {link.title: link for link in article.links}
    more = found["Boats turned back at Brisk for the third time"]
    assert more.kind == "read_more"
    assert more.url == "https://courier.example/world/2024/09/30/boats"
    assert all(article[link.span] == link.title for link in article.links)
    assert "The islands" not in found, "a link inside the running text is no link to another story"


def test_a_paragraph_that_is_one_link_leads_elsewhere() -> None:
    inset = '<p><a href="/c"><strong>Fishermen of Brisk tell of three lost years</strong></a></p>'
    article = read(PAGE.replace("<h2>", f"{inset}<h2>"))
    assert lines(article, "read_more")[-1] == "Fishermen of Brisk tell of three lost years"
    assert [link.url for link in article.links if link.title.startswith("Fishermen")] == ["https://courier.example/c"]


def test_heading_that_differs_from_the_head_is_still_the_title_of_the_text() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Strait to open"}</script>'
    article = read(PAGE.replace("</head>", f"{data}</head>"))
    assert article.title is not None
    assert (article.title.text, article.title.field) == ("Strait to open", "json-ld:headline")
    assert lines(article, "title") == ["Ministers agree to reopen strait"]


def test_supplied_values_are_fields() -> None:
    article = extract(Page("page.html", PAGE.encode(), supplied=FrozenMap(date="2024-10-08")))
    assert article.fields["supplied:date"] == "2024-10-08"


def test_title_only_in_the_head_has_a_field() -> None:
    article = read(PAGE.replace("<h1>Ministers agree to reopen strait</h1>", ""))
    assert article.title is not None
    assert (article.title.text, article.title.span, article.title.field) == (
        "Ministers agree to reopen strait",
        None,
        "html:title",
    )
    assert lines(article, "title") == []


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (
            '<div class="article-body">',
            '<div class="comments-enabled related-container">',
            "names of the wrapper of the article itself",
        ),
        ("<article>", '<div class="share newsletter comments">', "names of an element that holds the title too"),
        ("<p>", "<div>", "no paragraphs"),
        ("</p>", "", "paragraphs that are never closed"),
    ],
)
def test_body_is_found_under_other_markup(old: str, new: str, why: str) -> None:
    body = " ".join(lines(read(PAGE.replace(old, new)), "body"))
    assert FIRST in body, why
    assert SECOND in body, why
    assert "envoy to the islands" not in body, why


def test_lines_parted_by_br() -> None:
    text = f"<h1>Ministers agree to reopen strait</h1><div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div>"
    assert lines(read(text), "body") == [FIRST, SECOND, THIRD]


def test_comments_longer_than_the_article_are_not_the_article() -> None:
    comment = (
        "I have fished these waters for forty years, and nobody in the capital has ever asked me what I think about any of it."
    )
    thread = "".join(f'<div class="comment-body"><p>{comment} ({i})</p></div>' for i in range(40))
    article = read(PAGE.replace("</article>", f'</article><section id="comments">{thread}</section>'))
    body = " ".join(lines(article, "body"))
    assert FIRST in body
    assert comment not in body


def test_a_brief_of_short_sentences_is_read() -> None:
    article = read("<h1>Talks in brief</h1><p>Envoys met in Oslo on Monday.</p><p>They are to meet again in March.</p>")
    assert lines(article, "body") == ["Envoys met in Oslo on Monday.", "They are to meet again in March."]


def test_other_languages_keep_their_parts() -> None:
    sentence = "Die Außenminister der beiden Länder trafen sich in Oslo und einigten sich darauf, die Meerenge wieder zu öffnen."
    article = read(f"<h1>Minister einigen sich</h1><p>{sentence}</p><p>{sentence}</p>")
    assert article.language == "de"
    assert article.unread == "language: de (only English is read)"
    assert lines(article, "body") == [sentence, sentence]


def test_a_stub_behind_a_paywall_says_so() -> None:
    free = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Strait", "isAccessibleForFree": false}</script>'
    )
    article = read(
        f"{free}<h1>Ministers agree to reopen strait</h1><p>{FIRST}</p><div class='paywall'>Subscribe to read on</div>"
    )
    assert article.unread is not None
    assert article.unread.startswith("behind a paywall: only ")
    assert read(PAGE.replace("</head>", f"{free}</head>")).unread is None, "the whole of it is there"


def test_article_body_of_json_ld_where_the_page_shows_none() -> None:
    data = f'{{"@type": "NewsArticle", "headline": "Strait", "articleBody": "{FIRST}\\n\\n{SECOND}\\n<p>{THIRD}</p>"}}'
    article = read(f'<script type="application/ld+json">{data}</script><div id="app"></div>')
    assert lines(article, "body") == [FIRST, SECOND, THIRD]


def test_trafilatura_may_choose_the_body() -> None:
    article = extract(Page("page.html", PAGE.encode()), engine="trafilatura")
    body = " ".join(lines(article, "body"))
    assert SECOND in body
    assert article.outlet == "Northern Courier"


@pytest.mark.parametrize(
    ("head", "url", "genre"),
    [
        ('<script type="application/ld+json">{"@type": "OpinionNewsArticle", "headline": "Strait"}</script>', "", "opinion"),
        ("", "https://courier.example/opinion/strait", "opinion"),
        ("", "https://courier.example/press-releases/2024/strait", "press_release"),
        (
            '<script type="application/ld+json">{"@type": "Article", "headline": "Full transcript: the minister"}</script>',
            "",
            "transcript",
        ),
        ('<meta property="article:section" content="World">', "https://courier.example/world/an-opinion-poll", "report"),
    ],
)
def test_genre(head: str, url: str, genre: str) -> None:
    html = f"<head>{head}</head><body><h1>Strait</h1><p>{FIRST}</p><p>{SECOND}</p></body>"
    assert extract(Page("page.html", html.encode(), url=url or None)).genre == genre


def test_undecodable_bytes_are_noted() -> None:
    article = extract(Page("page.html", PAGE.encode().replace(b"nine hours", b"nine \x81 hours"), "text/html; charset=utf-8"))
    assert "nine \ufffd hours" in article.text
    assert article.fields["decoding"] == "utf-8, 1 bytes read as cp1252, 1 characters replaced"


def test_blocks_are_lines_with_links_and_places() -> None:
    tree = LexborHTMLParser(
        '<div class="story-tags">Tags: <a href="/x">Os<b>lo</b></a>, <a href=/y>Talks</a>'
        "<p>a<br> b<!-- c -->d</p>tail &amp; end</div>"
    )
    assert tree.body is not None
    found = blocks(tree)
    assert [block.text for block in found] == ["Tags: Oslo, Talks", "a", "bd", "tail & end"]
    assert found[0].anchors() == (Anchor("Oslo", "/x"), Anchor("Talks", "/y"))
    assert found[0].linked == len("OsloTalks")
    assert "tags" in cues_around(found[1].place)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>located<span> <b>near</b></span> Oslo</p>", ["located near Oslo"]),
        ("<p><b>Read</b> <i>more</i></p>", ["Read more"]),
        ("<p>a<i> </i>b</p>", ["a b"]),
        ("<ul>\n<li>One</li>\n<li><a>Two</a> </li>\n</ul>", ["One", "Two"]),
        ("<div>one<ul> </ul>more</div>", ["onemore"]),
        ("<p>seen<object>unseen<p>nor this</p></object><video>nor that</video></p>", ["seen"]),
    ],
)
def test_blanks_between_elements_part_words(html: str, lines: list[str]) -> None:
    assert [block.text for block in blocks(LexborHTMLParser(html))] == lines


def test_the_tree_of_a_page_goes_with_its_blocks() -> None:
    """Nothing in them refers in a circle, which would leave every tree to the collector."""
    gc.collect()
    gc.disable()
    try:
        compose(blocks(LexborHTMLParser(PAGE)), "Ministers agree to reopen strait")
        assert not [thing for thing in gc.get_objects() if isinstance(thing, Place)]
    finally:
        gc.enable()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_bytes_and_the_text_give_one_tree(encoding: str) -> None:
    content = PAGE.encode(encoding)
    tree = parsed(content, decode(content, f"text/html; charset={encoding}"))
    assert [block.text for block in blocks(tree)] == [block.text for block in blocks(LexborHTMLParser(PAGE))]


@pytest.mark.parametrize(
    ("names", "cues"),
    [
        ("o-teaser__relatedLinks", {"related"}),
        ("article-body", {"article_body"}),
        ("socialShare btn", {"share"}),
        ("entry-content", {"article_body"}),
        ("js-x-17 col md", set()),
        ("newsletterSignup", {"newsletter"}),
    ],
)
def test_cues_of_names(names: str, cues: set[str]) -> None:
    assert set(cues_of_names(names)) == cues


def test_weights_are_a_short_table() -> None:
    table = weights()
    assert "always" in table
    assert len(table) <= 60
    assert all(abs(points) < 5 for points in table.values())


@pytest.mark.parametrize(
    ("above", "below", "days", "why"),
    [
        ("8 October 2024 · 5 min read", "", ["2024-10-08"], "a date beside the reading time is the page's"),
        ("08.10.2024, Lesezeit 5 Min.", "", ["2024-10-08"], "in German"),
        ("5 min read", "", [], "no date"),
        ("", "3 comments 9 October 2024", [], "below the text others may be counted"),
    ],
)
def test_dates_beside_the_reading_time(above: str, below: str, days: list[str], why: str) -> None:
    text = f'<ul class="meta"><li>{above}</li></ul><p>{FIRST}</p><p>{SECOND}</p><ul class="meta"><li>{below}</li></ul>'
    html = f"<html><body><article><h1>Strait reopens</h1>{text}</article></body></html>"
    article = extract(Page("page.html", html.encode(), "text/html"))
    assert [stamp.value for stamp in article.stamps if stamp.where == "timestamp"] == days, why
    dump = extract(Page("page.txt", "\n\n".join(("Strait reopens", above, FIRST, SECOND, below)).encode(), "text/plain"))
    assert [stamp.value for stamp in dump.stamps if stamp.where == "timestamp"] == days, why
