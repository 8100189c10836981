"""The page's own date, argued: which clue wins, what is shown for it, what is rejected and why."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate import annotate
from dragoman.article import Article, Dateline, FrozenMap, Page, Part, Span, Stamp, StampRole, Words
from dragoman.assemble.dating.published import argue_published
from dragoman.assemble.dating.stamp_clues import stamp_weight
from dragoman.extract import extract
from dragoman.lexicon.gatherings import Edition
from dragoman.record import Published
from tests.assemble.dating.pages import Block, noticed, page


def argued(article: Article, read_at: datetime | None = None) -> Published | None:
    return argue_published(article, noticed(article), read_at)


def at(article_words: str, blocks: tuple[Block, ...], value: str, where: str, role: StampRole = "unknown") -> Stamp:
    """A stamp that stands at those words of the blocks."""
    start = "\n".join(words for _, words in blocks).index(article_words)
    return Stamp(value, where, role, Span(start, start + len(article_words)))


# Three pages of our own: other clocks, other clues, other gatherings.

HARBOUR: tuple[Block, ...] = (
    ("page_clock", "Tuesday 9 August 2022 | 07:12 UTC"),
    ("title", "Two ministers, one harbour"),
    (
        "body",
        "The foreign ministers of two island states shook hands over a disputed fishing harbour on Friday, their aides said.",
    ),
    ("body", "Both are attending the G20 summit in Osaka as guests, and neither had been expected to speak to the other."),
    (
        "body",
        "A joint commission would report before the East Asia Summit in Bangkok in November, one minister told journalists.",
    ),
    ("read_more", "READ MORE: Trawlers return to the harbour - Coast Guard"),
)
"""A clock in another style; a gathering known by its city, a second still ahead."""

RIVER: tuple[Block, ...] = (
    ("title", "Two river states put off a signature"),
    ("body", "The two river states will sign no paper before the 2018 NATO summit in Brussels, an envoy said on Monday."),
    ("body", "“We meet again next month,” she added, on the sidelines of the 44th G7 summit in Canada on Saturday."),
    ("timestamp", "Last updated: 3 March 2020 11:20"),
)
"""Only a modified stamp; one gathering ahead, one going on; two weekdays."""

GLACIER: tuple[Block, ...] = (
    ("title", "Glaciers wait until the last night"),
    ("body", "Ministers are gathered in Munich for the 54th Munich Security Conference, and nobody expects an early night."),
    ("body", "The paragraph on glaciers was the last to be opened, a delegate said, and it would be the last to be closed."),
    ("legal", "© 2024 Highland Wire. All rights reserved."),
)
"""Three days of talks, no weekday, a copyright year: an interval is all there is."""


@pytest.mark.parametrize(("blocks", "edtf"), [(HARBOUR, "2019-06-28"), (RIVER, "2018-06-09"), (GLACIER, "2018-02-16/2018-02-18")])
def test_our_pages_as_text_dumps(blocks: tuple[Block, ...], edtf: str) -> None:
    """Extract and annotate see only the words: whatever they make of the clocks, the day is right."""
    article = extract(Page("page.txt", "\n\n".join(words for _, words in blocks).encode(), "text/plain"))
    found = argue_published(article, annotate(article))
    assert found is not None
    assert found.edtf == edtf


def test_weekday_within_a_gathering_against_a_clock() -> None:
    stamps = (at("Tuesday 9 August 2022 | 07:12 UTC", HARBOUR, "2022-08-09T07:12Z", "page_clock", "clock"),)
    found = argued(page(*HARBOUR, stamps=stamps, seen_at="2022-08-09T07:12Z"))
    assert found is not None
    assert found.edtf == "2019-06-28"
    assert {evidence.text for evidence in found.evidence} == {
        "Friday",
        "G20 summit in Osaka",
        "East Asia Summit in Bangkok in November",
    }
    assert [(no.edtf, "live clock" in no.why) for no in found.rejected] == [("2022-08-09", True)]
    assert any("14th G20 summit" in name for name in found.basis)


def test_the_session_of_an_assembly_that_is_not_over() -> None:
    text = (
        "The ministers met on Thursday. Both are taking part in the 80th session of the UN General Assembly. "
        "No text is expected before the end of the high-level week of the UN General Assembly."
    )
    found = argued(page(("body", text)))
    assert found is not None
    assert found.edtf == "2025-09-25"
    assert len(found.evidence) == 3


def test_words_outweigh_a_clock_that_nobody_labelled() -> None:
    blocks: tuple[Block, ...] = (("timestamp", "Tuesday 9 August 2022 | 07:12 UTC"), *HARBOUR[1:])
    stamps = (at("Tuesday 9 August 2022 | 07:12 UTC", blocks, "2022-08-09T07:12Z", "timestamp"),)
    found = argued(page(*blocks, stamps=stamps))
    assert found is not None
    assert found.edtf == "2019-06-28"
    assert [(no.edtf, no.why.split(":")[0]) for no in found.rejected] == [("2022-08-09", "outweighed")]


def test_gathering_going_on_another_ahead_and_a_modified_stamp() -> None:
    stamps = (at("3 March 2020 11:20", RIVER, "2020-03-03T11:20", "timestamp", "modified"),)
    found = argued(page(*RIVER, stamps=stamps))
    assert found is not None
    assert found.edtf == "2018-06-09", "the Saturday of the summit in Canada: a Monday falls outside it"
    assert {"44th G7 summit in Canada", "2018 NATO summit in Brussels", "Saturday"} <= {e.text for e in found.evidence}
    assert [(no.edtf, "modified" in no.why) for no in found.rejected] == [("2020-03-03", True)]


@pytest.mark.parametrize(
    ("source", "edtf"),
    [("https://example.org/summits", "2021-05-10/2021-05-12"), ("recalled, unchecked", "2021-05")],
)
def test_a_gathering_alone_gives_its_days_only_where_they_were_checked(
    source: str, edtf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Edition("ASEAN summit", 90, date(2021, 5, 10), date(2021, 5, 12), ("Kesh City",), ("Kesh",), source)
    monkeypatch.setattr("dragoman.assemble.dating.occasions.editions_of", lambda series: (held,))
    article = page(("body", "Leaders are gathered in Kesh City for the 90th ASEAN summit."))
    found = argued(article)
    assert found is not None
    assert found.edtf == edtf
    weekday = argued(page(("body", "Leaders are gathered in Kesh City for the 90th ASEAN summit. They met on Tuesday.")))
    assert weekday is not None
    assert weekday.edtf == "2021-05-11", "a weekday that agrees is a second clue"


def test_a_gathering_without_a_weekday_gives_its_days() -> None:
    found = argued(page(*GLACIER))
    assert found is not None
    assert found.edtf == "2018-02-16/2018-02-18"
    assert found.confidence is None, "nothing was measured that could calibrate it"


@pytest.mark.parametrize(
    ("text", "edtf", "why"),
    [
        ("Two envoys were sent home today (March 16, 2023).", "2023-03-16", "tied to the report by today"),
        ("The strait was closed yesterday, 3 May 2021.", "2021-05-04", "by yesterday"),
        ("The fleet sails tomorrow, Thursday, March 16, 2023.", "2023-03-15", "by tomorrow"),
        ("The envoy said on Tuesday, March 14, 2023 that talks go on.", "2023-03-14/2023-03-20", "news within the week"),
        ("The envoy said on Tuesday, March 15, 2023 that talks go on.", None, "it was a Wednesday: one of the two is wrong"),
        ("On Tuesday, 11 September 2001 towers fell. The war ended in 2021.", None, "a later year: an anniversary"),
        ("The pact of Friday, 12 June 1987 holds. It will lapse in 2031.", None, "the same, ahead"),
        ("Talks will open on Tuesday, March 14, 2023.", None, "still ahead: any day before"),
    ],
)
def test_days_named_in_full(text: str, edtf: str | None, why: str) -> None:
    found = argued(page(("body", text)))
    assert (found.edtf if found else None) == edtf, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The president spoke by phone with his guest on Saturday.", "a weekday alone is every week"),
        ("Leaders attending the G20 summit spoke on Saturday.", "every edition had a Saturday near"),
        ("The 2015 deal was signed in Vienna.", "a year mentioned is not the page's"),
        ("At the 2008 NATO summit in Bucharest the door was left open.", "a gathering long over"),
        ("They agreed this at the G20 summit in Osaka.", "no word says when the report was written"),
        ("Nobody spoke.", "nothing"),
    ],
)
def test_no_date_where_nothing_speaks(text: str, why: str) -> None:
    assert argued(page(("body", text))) is None, why


STAMP = "json-ld:datePublished"


@pytest.mark.parametrize(
    ("stamps", "edtf", "rejected", "why"),
    [
        ({STAMP: "2020-03-14T23:40-05:00"}, "2020-03-14", {}, "the day as the page's own zone writes it"),
        (
            {STAMP: "2020-03-14", "json-ld:dateModified": "2022-08-19"},
            "2020-03-14",
            {"2022-08-19": "modified"},
            "modified later, whatever field came first",
        ),
        (
            {STAMP: "2020-03-14", "time:header": "2022-08-19"},
            "2020-03-14",
            {"2022-08-19": "outweighed"},
            "structured metadata against a visible time",
        ),
        (
            {STAMP: "2020-03-18", "meta:article:published_time": "2020-03-14", "address": "2020-03-14"},
            "2020-03-14",
            {"2020-03-18": "outweighed"},
            "two that agree against one",
        ),
        ({"json-ld:dateModified": "2022-08-19"}, "2022-08-19", {}, "the last resort"),
        (
            {STAMP: "2020-03-14", "json-ld:dateModified": "2020-03-14"},
            "2020-03-14",
            {},
            "modified on the same day: nothing to reject",
        ),
        ({STAMP: "1970-01-01T00:00Z", "address": "2022-07-19"}, "2022-07-19", {"1970-01-01": "no date"}, "an empty field"),
        (
            {"address": "2022-07", "timestamp": "2022-07-19"},
            "2022-07-19",
            {},
            "an address that knows the month agrees with the day",
        ),
        ({"address": "2022-07"}, "2022-07", {}, "only the month is known"),
        ({"timestamp": "0000-00-00", "address": "2022-07-19"}, "2022-07-19", {}, "a date that is none"),
        ({STAMP: "2031-01-01", "address": "2022-07-19"}, "2022-07-19", {"2031-01-01": "later than the day"}, "from the future"),
        (
            {"supplied:date": "2020-01-02", STAMP: "2020-03-14"},
            "2020-01-02",
            {"2020-03-14": "outweighed"},
            "supplied beats inferred",
        ),
    ],
)
def test_stamps_against_each_other(stamps: dict[str, str], edtf: str, rejected: dict[str, str], why: str) -> None:
    made = tuple(Stamp(v, where, "modified" if "Modified" in where else "published", field=where) for where, v in stamps.items())
    article = Article("article-1", "Talks.", "en", (Part("body", Span(0, 6)),), stamps=made, fields=FrozenMap(stamps))
    found = argued(article, read_at=datetime(2026, 11, 24, tzinfo=UTC))
    assert found is not None
    assert found.edtf == edtf, why
    assert {no.edtf: True for no in found.rejected} == dict.fromkeys(rejected, True)
    assert all(rejected[no.edtf] in no.why for no in found.rejected)


def test_an_unlabelled_time_weighs_least() -> None:
    """It may be a clock, or the date of another page; a visible stamp, a meta date, an address are likelier."""
    others = ("timestamp", "meta:date", "address", "dateline", STAMP)
    assert all(stamp_weight(where, "unknown") > stamp_weight("time:datetime", "unknown") for where in others)
    assert stamp_weight("time:datetime", "published") > stamp_weight("timestamp", "unknown")


def test_an_unlabelled_date_below_the_text_weighs_little() -> None:
    blocks: tuple[Block, ...] = (
        ("timestamp", "11 June 2017"),
        ("body", "Talks on fish were held."),
        ("timestamp", "20 June 2017"),
    )
    head, foot = (
        at("11 June 2017", blocks, "2017-06-11", "timestamp"),
        at("20 June 2017", blocks, "2017-06-20", "timestamp"),
    )
    both = argued(page(*blocks, stamps=(foot, head)))
    assert both is not None
    assert both.edtf == "2017-06-11"
    assert [no.edtf for no in both.rejected] == ["2017-06-20"]
    alone = argued(page(*blocks, stamps=(foot,)))
    assert alone is not None
    assert alone.confidence is None


def test_a_day_and_month_that_could_be_swapped_stay_two() -> None:
    blocks: tuple[Block, ...] = (("timestamp", "04/03/2021"), ("body", "Talks."))
    stamps = (at("04/03/2021", blocks, "2021-04-03", "timestamp"), at("04/03/2021", blocks, "2021-03-04", "timestamp"))
    both = argued(page(*blocks, stamps=stamps))
    assert both is not None
    assert both.edtf == "[2021-03-04,2021-04-03]"
    told = argued(
        page(*blocks, stamps=(*stamps, Stamp("2021-03", "address", "published", field="address")), address="/2021/03/x")
    )
    assert told is not None
    assert told.edtf == "2021-03-04", "the address knows the month"


def test_supplied_column_is_shown_as_such() -> None:
    found = argued(page(("body", "Talks were held on Monday."), supplied__date="2022-07-25"))
    assert found is not None
    assert found.edtf == "2022-07-25"
    assert found.evidence[0].field == "supplied:date"
    assert "supplied:date" in found.basis["edtf"]


def test_dateline_without_a_year_waits_for_one() -> None:
    text = "KESH CITY, June 09: The strait stays open."
    dateline = Dateline("KESH CITY", None, Span(0, 18), Words("June 09", Span(11, 18)))
    bare = Article("article-1", text, "en", (Part("body", Span(0, len(text))),), dateline=dateline)
    assert argued(bare) is None
    url = "https://example.org/2023/06/strait-stays-open"
    known = Article("article-1", text, "en", bare.parts, dateline=dateline, url=url, fields=FrozenMap(address=url))
    found = argued(known)
    assert found is not None
    assert found.edtf == "2023-06-09"
    assert {evidence.text for evidence in found.evidence} == {"June 09", url}


@pytest.mark.parametrize(
    ("where", "role", "shown"),
    [
        ("meta:crawl-date", "clock", "crawl stamp"),
        ("time:datetime", "clock", "live clock"),
        ("meta:last-modified", "modified", "when a server wrote the page out"),
        ("json-ld:dateModified", "modified", "modified then, not published"),
    ],
)
def test_what_never_rules_is_rejected_with_its_reason(where: str, role: StampRole, shown: str) -> None:
    """Beside the weakest stamp there is, an unlabelled one."""
    stamps = (Stamp("2022-03-04", "other", "unknown", field="other"), Stamp("2023-09-01", where, role, field=where))
    found = argued(page(("body", "The berth is free."), stamps=stamps, **{"other": "2022-03-04", where: "2023-09-01"}))
    assert found is not None
    assert found.edtf == "2022-03-04"
    assert [(no.edtf, shown in no.why) for no in found.rejected] == [("2023-09-01", True)]


@pytest.mark.parametrize(
    "line", ["© 2021 The Harbour News", "Copyright 2019-2021 Harbour Press. All rights reserved.", "(c) 2021"]
)
def test_a_copyright_year_is_no_date(line: str) -> None:
    """Neither as a line of a text dump nor in a page."""
    text = "Two ferries and one berth\n\nThe harbour board gave the berth to the smaller ferry, its owner said.\n\n" + line
    article = extract(Page("page.txt", text.encode(), "text/plain"))
    assert argued(article) is None
    html = f"<html><body><h1>Two ferries</h1><p>{text}</p><footer><p>{line}</p></footer></body></html>"
    assert argued(extract(Page("page.html", html.encode(), "text/html"))) is None


def test_a_clock_alone_is_no_date() -> None:
    clock = "2022-08-19T05:52Z"
    article = page(
        ("page_clock", "05:52 GMT 19 Aug 2022"), ("body", "Talks."), stamps=(Stamp(clock, "page_clock", "clock", Span(0, 21)),)
    )
    assert argued(article) is None


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(["clock", "modified", "published", "unknown"]), st.dates()), max_size=5))
def test_a_clock_never_wins_and_every_answer_is_grounded(made: list[tuple[StampRole, object]]) -> None:
    fields = {f"field:{n}": str(day) for n, (_, day) in enumerate(made)}
    stamps = tuple(Stamp(str(day), f"field:{n}", role, field=f"field:{n}") for n, (role, day) in enumerate(made))
    article = Article("article-1", "Talks.", "en", (Part("body", Span(0, 6)),), stamps=stamps, fields=FrozenMap(fields))
    found = argued(article)
    if all(role == "clock" for role, _ in made):
        assert found is None
    if found is not None:
        assert found.evidence
        shown = {evidence.field for evidence in found.evidence}
        assert not shown & {stamp.field for stamp in stamps if stamp.role == "clock"}


SHARED = Path(os.environ.get("DRAGOMAN_DATA", "."))


@pytest.mark.shared
def test_the_seed() -> None:
    expected = json.loads((SHARED / "gold/dev/seed.json").read_text(encoding="utf-8"))["published"]["date"]
    article = extract(Page("seed.txt", (SHARED / "gold/dev/seed.txt").read_bytes()))
    found = argued(article)
    assert found is not None
    assert found.edtf == expected
    assert len(found.evidence) >= 3
    assert any("clock" in no.why for no in found.rejected)
