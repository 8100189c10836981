"""What the head of a page says, each value with where it stood."""

from __future__ import annotations

import json
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from dragoman.article import Stamp
from dragoman.extract import names
from dragoman.extract.head import jsonld, metadata
from dragoman.extract.head.dates import iso, time_role
from dragoman.extract.head.metadata import Field, Head


def head(html: str, address: str | None = None) -> Head:
    return metadata.read(LexborHTMLParser(html), address)


def linked_data(*values: Any) -> str:
    return "".join(f'<script type="application/ld+json">{v if isinstance(v, str) else json.dumps(v)}</script>' for v in values)


ARTICLE = {"@type": "NewsArticle", "headline": "Ministers meet", "datePublished": "2019-02-16T17:11:00+03:00"}


@pytest.mark.parametrize(
    ("block", "why"),
    [
        (json.dumps(ARTICLE), "as it should be"),
        (json.dumps([{"@type": "Organization", "name": "Post"}, ARTICLE]), "in a list"),
        (json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "Page"}, ARTICLE]}), "in a graph"),
        (json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}), "inside another node"),
        (json.dumps(ARTICLE | {"@type": ["Article", "https://schema.org/NewsArticle"]}), "several types, one an address"),
        ("<!-- " + json.dumps(ARTICLE) + " -->", "in a comment"),
        ("//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>", "in CDATA"),
        (json.dumps(ARTICLE)[:-1] + ",}", "a comma too many"),
        (json.dumps(ARTICLE) + ";", "a semicolon after it"),
        (json.dumps(ARTICLE)[:-1] + ', "description": "two\nlines"}', "a raw line end in a string"),
        (json.dumps(ARTICLE | {"headline": "Ministers&nbsp;<b>meet</b>"}), "entities and markup"),
        (
            json.dumps({"@type": "VideoObject", "headline": "A film"}) + "</script>" + linked_data(ARTICLE)[: -len("</script>")],
            "two blocks",
        ),
    ],
)
def test_json_ld_as_pages_write_it(block: str, why: str) -> None:
    fields = head(linked_data(block)).fields
    assert fields["json-ld:headline"] == "Ministers meet", why
    assert fields["json-ld:datePublished"] == "2019-02-16T17:11:00+03:00", why


@pytest.mark.parametrize(
    "block",
    ["", "{", "null", "3", '"words"', "[" * 100_000, '{"a":' * 5_000, "{,,,}", '{"@type": {"a": 1}, "headline": ["x", 2]}'],
)
def test_broken_json_ld_says_nothing(block: str) -> None:
    assert "json-ld:headline" not in head(linked_data(block)).fields


def test_halves_of_surrogate_pairs_are_replaced() -> None:
    block = '{"@type": "NewsArticle", "headline": "Talks \\ud800 end", "x": "\n"}'
    assert head(linked_data(block)).fields["json-ld:headline"].encode("utf-8")


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ana Ruiz", ["Ana Ruiz"]),
        ({"@type": "Person", "name": "Ana Ruiz"}, ["Ana Ruiz"]),
        ([{"name": "Ana Ruiz"}, {"name": "Tom Field"}], ["Ana Ruiz", "Tom Field"]),
        ({"name": ["Ana Ruiz", "Tom Field"]}, ["Ana Ruiz", "Tom Field"]),
        ({"givenName": "Ana", "familyName": "Ruiz"}, ["Ana Ruiz"]),
        ({"@id": "#ana"}, ["Ana Ruiz"]),
        ([None, 3, {}], []),
    ],
)
def test_authors_of_json_ld(author: Any, expected: list[str]) -> None:
    person = {"@id": "#ana", "@type": "Person", "name": "Ana Ruiz"}
    found = jsonld.nodes([json.dumps([ARTICLE | {"author": author}, person])])
    assert jsonld.names_of(found[0]["author"], jsonld.by_id(found)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("By Ana Ruiz", ("Ana Ruiz",)),
        ("by Ana Ruiz and Tom Field", ("Ana Ruiz", "Tom Field")),
        ("Written by: Ana Ruiz, Tom Field & Li Wei", ("Ana Ruiz", "Tom Field", "Li Wei")),
        ("Von Jana Beispiel und Tom Feld", ("Jana Beispiel", "Tom Feld")),
        ("Ana Ruiz (ar), Tom Field (tf.)", ("Ana Ruiz", "Tom Field")),
        ("Ana Ruiz, Senior Correspondent", ("Ana Ruiz",)),
        ("By Ana Ruiz 30 August 2023 • 4:45pm", ("Ana Ruiz",)),
        ("https://social.example/ana", ()),
        ("ana@example.org", ()),
        ("admin", ()),
        ("Martin Luther King, Jr.", ("Martin Luther King, Jr",)),
        ("", ()),
    ],
)
def test_author_names(written: str, expected: tuple[str, ...]) -> None:
    assert names.author_names(written) == expected


@pytest.mark.parametrize(
    ("fields", "outlets", "title", "where"),
    [
        ({"json-ld:headline": "Talks resume", "html:title": "Talks resume | Post"}, ["Post"], "Talks resume", "json-ld:headline"),
        ({"meta:og:title": "Envoys resume talks - Example Post"}, ["Example Post"], "Envoys resume talks", "meta:og:title"),
        (
            {"html:title": "Example Post: Envoys resume talks"},
            ["Example Post"],
            "Example Post: Envoys resume talks",
            "html:title",
        ),
        ({"html:title": "Example Post | Envoys resume talks"}, ["Example Post"], "Envoys resume talks", "html:title"),
        (
            {"html:title": "Envoys resume talks | World | Example Post"},
            ["examplepost"],
            "Envoys resume talks | World",
            "html:title",
        ),
        (
            {"html:h1": "Envoys resume talks", "html:title": "Envoys resume talks | World | X"},
            [],
            "Envoys resume talks",
            "html:h1",
        ),
        ({"html:title": "EU-Japan deal - what it means"}, ["Post"], "EU-Japan deal - what it means", "html:title"),
        ({"meta:og:title": "Talks", "html:h1": "Talks end early", "meta:twitter:title": "Talks"}, [], "Talks", "meta:og:title"),
    ],
)
def test_best_title(fields: dict[str, str], outlets: list[str], title: str, where: str) -> None:
    found = names.best_title([Field(name, value) for name, value in fields.items()], outlets)
    assert found is not None
    assert (found.text, found.field) == (title, where)


def test_a_title_of_nothing_but_outlet_names_ends() -> None:
    assert names.without_outlet(" | ".join(["Post"] * 3_000), frozenset({"post"})) == "Post"


def test_no_title_is_none() -> None:
    assert names.best_title([], ["Post"]) is None
    assert names.best_title([Field("html:title", " - ")], []) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-02-16", "2019-02-16"),
        ("2019-02-16T17:11:00+03:00", "2019-02-16T17:11:00+03:00"),
        ("2019-02-16T17:11:00.123Z", "2019-02-16T17:11:00Z"),
        ("2019-02-16 17:11:00 +0300", "2019-02-16T17:11:00+03:00"),
        ("2019-2-6", "2019-02-06"),
        ("2019-02-16T17:11", "2019-02-16T17:11"),
        ("20190216", "2019-02-16"),
        ("20190216T1711", "2019-02-16T17:11"),
        ("Sat, 16 Feb 2019 17:11:00 +0300", "2019-02-16T17:11:00+03:00"),
        ("1550326260", "2019-02-16T14:11:00+00:00"),
        ("1550326260000", "2019-02-16T14:11:00+00:00"),
        ("February 16, 2019", "2019-02-16"),
        ("2019-13-45", None),
        ("2019-02-16T99:99", "2019-02-16"),
        ("yesterday", None),
        ("", None),
    ],
)
def test_iso(value: str, expected: str | None) -> None:
    assert iso(value) == expected


@pytest.mark.parametrize(
    ("class_words", "role"),
    [
        ("published entry-date", "published"),
        ("article__updated", "modified"),
        ("current-time", "clock"),
        ("header clock", "clock"),
        ("timestamp", "unknown"),
        ("nowrap", "unknown"),
    ],
)
def test_time_role(class_words: str, role: str) -> None:
    assert time_role(class_words) == role


@pytest.mark.parametrize("name", ["crawl-date", "date.crawled", "archived_at", "captured", "generated", "build-time"])
def test_when_a_page_was_saved_or_written_out_is_a_clock(name: str) -> None:
    (stamp,) = head(f'<meta name="{name}" content="2022-02-11T08:00:00Z">').stamps
    assert (stamp.value, stamp.role) == ("2022-02-11T08:00:00Z", "clock")


LATER = '<time datetime="2022-02-11T08:00Z">{}</time>'


@pytest.mark.parametrize(
    ("html", "role", "why"),
    [
        (f"<div>{LATER.format('11 February 2022')}</div><h1>Strait reopens</h1>", "clock", "over the heading"),
        (f"<article>{LATER.format('11 February 2022')}<h1>Strait reopens</h1></article>", "unknown", "inside the article"),
        (f"<h1>Strait reopens</h1><p>{LATER.format('11 February 2022')}</p>", "unknown", "under the heading"),
        (f"<h1>Strait reopens</h1><p>{LATER.format('08:00 GMT 11 February 2022')}</p>", "clock", "time first with its zone"),
        (f'<div class="published">{LATER.format("11 February 2022")}</div><h1>Strait reopens</h1>', "published", "labelled"),
    ],
)
def test_an_unlabelled_time_that_runs(html: str, role: str, why: str) -> None:
    assert [stamp.role for stamp in head(html).stamps] == [role], why


def test_stamps_say_where_they_stood() -> None:
    found = head(
        '<meta property="article:published_time" content="2019-02-16T17:11:00Z">'
        '<meta property="article:modified_time" content="2019-02-17"><meta name="date" content="2019-02-15">'
        '<div class="clock"><time datetime="2021-05-13T04:38Z">04:38</time></div><time datetime="2019-02-16">Saturday</time>'
        '<div class="related-stories"><time datetime="2018-01-01">1 Jan</time></div>',
        "https://example.org/2019/02/16/talks",
    )
    assert set(found.stamps) == {
        Stamp("2019-02-16T17:11:00Z", "meta:article:published_time", "published", field="meta:article:published_time"),
        Stamp("2019-02-17", "meta:article:modified_time", "modified", field="meta:article:modified_time"),
        Stamp("2019-02-15", "meta:date", "unknown", field="meta:date"),
        Stamp("2019-02-16", "address", "published", field="address"),
        Stamp("2021-05-13T04:38Z", "time:datetime", "clock", field="time:datetime"),
        Stamp("2019-02-16", "time:datetime:2", "unknown", field="time:datetime:2"),
    }
    assert all(stamp.field in found.fields for stamp in found.stamps)


@pytest.mark.parametrize(
    ("canonical", "address", "url"),
    [
        ("https://example.org/a", None, "https://example.org/a"),
        ("https://example.org/a", "https://www.example.org/a?utm=1", "https://example.org/a"),
        ("/a", "https://example.org/a?utm=1", "https://example.org/a"),
        ("https://elsewhere.net/a", "https://example.org/a", "https://example.org/a"),
        ("http://[bad", "https://example.org/a", "https://example.org/a"),
        ("", None, None),
    ],
)
def test_own_address(canonical: str, address: str | None, url: str | None) -> None:
    assert head(f'<link rel="canonical" href="{canonical}">', address).url == url


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        (linked_data(ARTICLE | {"keywords": ["Geneva", "Talks"]}), ["Geneva", "Talks"]),
        (linked_data(ARTICLE | {"keywords": "Geneva, Talks ,"}), ["Geneva", "Talks"]),
        ('<meta property="article:tag" content="Geneva"><meta property="article:tag" content="Talks">', ["Geneva", "Talks"]),
        ('<meta name="news_keywords" content="Geneva,Talks"><meta name="keywords" content="x">', ["Geneva", "Talks"]),
        ("", []),
    ],
)
def test_tags(html: str, tags: list[str]) -> None:
    found = head(html)
    assert [tag.value for tag in found.tags] == tags
    assert all(tag.value in found.fields[tag.name] for tag in found.tags)


def test_fields_are_bounded() -> None:
    found = head(f"<title>{'word ' * 100_000}</title>" + '<meta name="author" content="A B">' * 5_000)
    assert max(map(len, found.fields.values())) <= metadata.LONGEST_VALUE
    assert found.fields["meta:author"] == "A B"
