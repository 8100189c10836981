"""Text dumps: every non-blank character in one part, and the head read from the parts.

The pages in ``tests/pages`` were written for these tests; beside each stands what a reader expects of it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Article, FrozenMap, Page
from dragoman.errors import UnreadablePage
from dragoman.extract.text import plaintext

PAGES = Path(__file__).parents[1] / "pages"
PROSE = "The ministers of both states met in Oslo on Monday and said that the talks on the strait will go on in the spring."


def article(text: str, language: str | None = "en", **page: Any) -> Article:
    return plaintext.read(Page("test", text.encode("utf-8", "surrogatepass"), **page), text, language=language)


def kinds(text: str) -> list[str]:
    return [part.kind for part in article(text).parts]


@pytest.mark.parametrize("saved", sorted(path.stem for path in PAGES.glob("*.json") if path.with_suffix(".txt").exists()))
def test_saved_pages_are_read_as_a_reader_reads_them(saved: str) -> None:
    expected = json.loads((PAGES / f"{saved}.json").read_text(encoding="utf-8"))
    read = article((PAGES / f"{saved}.txt").read_text(encoding="utf-8"), expected["language"])
    assert [[part.kind, read[part.span][:60]] for part in read.parts] == expected["parts"], expected["why"]
    assert (read.title and read.title.text) == expected["title"]
    assert (read.byline and read.byline.text) == expected["byline"]
    assert [author.text for author in read.authors] == expected["authors"]
    origin = read.dateline
    assert (origin and [origin.place, origin.agency, origin.date and origin.date.text]) == expected["dateline"]
    assert [tag.text for tag in read.tags] == expected["tags"]
    assert [[link.kind, link.title] for link in read.links] == expected["links"]
    assert [[stamp.value, stamp.where, stamp.role] for stamp in read.stamps] == expected["stamps"]
    found = (read.url, read.outlet, read.seen_at, read.genre, read.unread)
    assert found == tuple(expected[name] for name in ("url", "outlet", "seen_at", "genre", "unread"))


@pytest.mark.shared
def test_the_seed_is_read_as_its_gold_says() -> None:
    shared = Path(os.environ["DRAGOMAN_DATA"])
    gold = json.loads((shared / "gold" / "dev" / "seed.json").read_text(encoding="utf-8"))
    text = (shared / "gold" / "dev" / "seed.txt").read_text(encoding="utf-8")
    read = article(text)
    expected = {row["text"]: row["kind"] for row in gold["furniture"] if row["kind"] != "blank"}
    furniture = {read[part.span]: part.kind for part in read.parts if part.kind not in ("body", "dateline")}
    assert furniture == expected
    assert read.title is None
    assert read.dateline is not None
    assert read.dateline.place is not None
    assert read.dateline.place.casefold() == next(event["place"] for event in gold["events"] if event["place"]).casefold()
    assert read.dateline.agency is not None
    clock = [stamp for stamp in read.stamps if stamp.role == "clock"]
    assert len(clock) == 1
    assert read.seen_at == clock[0].value
    assert read.seen_at.startswith(next(row["value"] for row in gold["dates"] if row.get("furniture")))


@pytest.mark.shared
def test_every_gold_page_keeps_its_statements_in_the_body() -> None:
    for path in sorted(Path(os.environ["DRAGOMAN_DATA"], "gold", "dev").glob("*.txt")):
        read = article(path.read_text(encoding="utf-8"))
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        body = "\n".join(read[part.span] for part in read.parts_of("body", "dateline"))
        said = [words for row in gold["statements"] if not row.get("headline") for words in row["content"]]
        assert [words for words in said if words not in body] == [], path.name


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(
                [PROSE, "READ MORE: Talks Go On", "By Anna Berg", "12:30 GMT 3 May 2021", "Tags: a, b", "\f", "\r\n", " \t"]
            ),
        ),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", " ", "\n\n", "\x0c", ""]),
)
def test_any_text_falls_into_parts_or_is_refused(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    if not text.strip():
        with pytest.raises(UnreadablePage, match="nothing but blanks"):
            article(text)
        return
    read = article(text)
    assert read.text == text
    assert any(part.kind == "body" for part in read.parts)
    covered = {at for part in read.parts for at in range(*part.span)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)
    for words in (*read.tags, *read.authors):
        assert words.span is not None
        assert read[words.span] == words.text


@pytest.mark.parametrize(
    ("line", "kind", "why"),
    [
        ("What the deal says", "body", "a heading between paragraphs"),
        ("Read also: Envoys Leave Without a Date", "read_more", "a label with a colon"),
        ("Advertisement", "advert", "a control by itself"),
        ("Photo: Anna Berg / NTB", "caption", "a credit"),
        ("It says nothing about the reef.", "body", "a short sentence"),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: str, why: str) -> None:
    assert kinds("\n".join([PROSE, PROSE.replace("Oslo", "Bergen"), line, PROSE.replace("spring", "autumn")]))[2] == kind, why


def test_lines_end_in_any_of_the_ways_that_files_have() -> None:
    second = PROSE.replace("Oslo", "Suva")
    for joint in ("\n", "\r\n", "\n\n", "\f", "\r"):
        read = article(joint.join([PROSE, second]))
        assert [read[part.span] for part in read.parts] == [PROSE, second]


def test_an_address_in_the_text_becomes_the_pages_own() -> None:
    read = article(f"https://news.example.org/2018/04/27/talks-go-on\n\n{PROSE}")
    assert (read.url, read.outlet) == ("https://news.example.org/2018/04/27/talks-go-on", "news.example.org")
    assert read.parts[0].kind == "other"
    assert [(stamp.value, stamp.where, stamp.role) for stamp in read.stamps] == [("2018-04-27", "address", "unknown")]


def test_what_was_supplied_is_kept_and_the_sources_address_counts_first() -> None:
    read = article(PROSE, url="https://example.org/a", supplied=FrozenMap({"country": "Norway"}))
    assert dict(read.fields) == {"address": "https://example.org/a", "supplied:country": "Norway"}


def test_a_broken_address_is_no_address() -> None:
    assert article(f"http://[broken/a\n{PROSE}").outlet is None


def test_a_page_in_another_language_says_why_it_was_not_read() -> None:
    assert article(PROSE, "fr").unread == "language: fr (only English is read)"
    assert article(PROSE, "en").unread is None


def test_more_lines_than_a_page_has_are_refused() -> None:
    with pytest.raises(UnreadablePage, match="50001 lines"):
        article("a\n" * (plaintext.MOST_LINES + 1))


@pytest.mark.parametrize(
    ("above", "role", "why"),
    [
        ("12:30 GMT 3 May 2021", "clock", "time, zone, day, and nothing above it: the page's clock"),
        ("Talks on the Strait Go On, Ministers Say\n12:30 GMT 3 May 2021", "unknown", "under the title it is the article's own"),
        ("Published 12:30 GMT 3 May 2021", "published", "its label says so"),
        ("Last updated: 3 May 2021, 12:30 GMT", "modified", "its label says so"),
    ],
)
def test_clocks_and_stamps(above: str, role: str, why: str) -> None:
    read = article(f"{above}\n{PROSE}\n{PROSE.replace('Oslo', 'Suva')}")
    assert [(stamp.value, stamp.role) for stamp in read.stamps] == [("2021-05-03T12:30Z", role)], why
    assert (read.seen_at is not None) == (role == "clock")
