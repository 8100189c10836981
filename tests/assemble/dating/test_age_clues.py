"""Ages beside the headline: counted back from a clock, a crawl stamp, an archive's banner, or the reading of the page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import Stamp
from dragoman.assemble.dating.age_clues import age_clues
from dragoman.assemble.dating.published import argue_published, day_published
from tests.assemble.dating.pages import Block, noticed, page

READ = datetime(2023, 5, 17, 9, 30, tzinfo=UTC)
TITLE: Block = ("title", "Two ferries and one berth")
TEXT: Block = ("body", "The harbour board has given the berth to the smaller ferry.")
MORE: Block = ("body", "Its owner was not told beforehand.")


@pytest.mark.parametrize(
    ("line", "days", "why"),
    [
        ("3 days ago", "2023-05-14", "days are counted back"),
        ("a day ago", "2023-05-16", "a day is one"),
        ("Three days ago", "2023-05-14", "spelled out"),
        ("1d ago", "2023-05-16", "short"),
        ("20 minutes ago", "2023-05-17", "minutes"),
        ("2 hours ago", "2023-05-17", "hours of the same day"),
        ("11 hrs ago", "2023-05-16", "hours that reach into the day before"),
        ("2 weeks ago", "2023-04-27/2023-05-03", "weeks are rounded down: 14 to 20 days"),
        ("2 months ago", "2023-02-17/2023-03-18", "months too: 60 to 89 days"),
        ("Published 4 days ago by the editors", "2023-05-13", "inside a line that shows when"),
    ],
)
def test_an_age_counts_back_from_the_reading(line: str, days: str, why: str) -> None:
    (clue,) = age_clues(page(TITLE, ("timestamp", line), TEXT), READ)
    assert clue.windows[0].edtf() == days, why


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        ((TITLE, ("timestamp", "Updated 3 days ago"), TEXT), "the age of a change"),
        ((TITLE, ("timestamp", "Last modified: 3 days ago"), TEXT), "the age of a change, longer"),
        ((TITLE, ("timestamp", "3 days ago"), ("byline", "Ann Example, 2 hours ago"), TEXT), "two ages that differ"),
        ((TITLE, TEXT, MORE, MORE, ("timestamp", "3 days ago")), "below the text: another page's"),
        ((("timestamp", "3 days ago"), TITLE, TEXT), "over the headline"),
        ((TITLE, ("related_headline", "A strike at the docks - 3 days ago"), TEXT), "beside another headline"),
        ((TITLE, ("caption", "The berth as it was 3 days ago, before the storm took the roof"), TEXT), "inside a caption"),
        ((TITLE, ("body", "It was built 3 days ago.")), "words of the text"),
        ((TITLE, ("timestamp", "300 days agog"), TEXT), "no age"),
        ((TITLE, ("timestamp", "1,003 days ago"), TEXT), "the end of a longer number"),
    ],
)
def test_what_is_no_age_of_the_page(blocks: tuple[Block, ...], why: str) -> None:
    assert age_clues(page(*blocks), READ) == (), why


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        ((TITLE, TEXT, ("timestamp", "3 days ago"), MORE), "under a summary"),
        ((TITLE, ("caption", "3 days ago • reading time: 5 minutes"), TEXT), "at the start of another short line"),
        ((TITLE, ("navigation", "Oslo - 3 days ago"), TEXT), "at its end"),
        ((("timestamp", "3 days ago"), TEXT), "no headline was seen"),
        ((TITLE, ("timestamp", "3 days ago"), ("byline", "3 days ago, Ann Example"), TEXT), "the same age twice"),
    ],
)
def test_where_an_age_may_stand(blocks: tuple[Block, ...], why: str) -> None:
    assert [clue.windows[0].edtf() for clue in age_clues(page(*blocks), READ)] == ["2023-05-14"], why


AGED: tuple[Block, ...] = (TITLE, ("timestamp", "3 days ago"), TEXT)
CRAWLED = (Stamp("2022-02-11T08:00:00Z", "meta:crawl-date", "clock", field="meta:crawl-date"),)


def test_a_crawl_stamp_says_when_the_page_was_seen_and_is_never_its_date() -> None:
    article = page(*AGED, stamps=CRAWLED, **{"meta:crawl-date": "2022-02-11T08:00:00Z"})
    found = argue_published(article, noticed(article), READ)
    assert found is not None
    assert found.edtf == "2022-02-08"
    assert [(no.edtf, "crawl stamp" in no.why) for no in found.rejected] == [("2022-02-11", True)]
    assert [evidence.text for evidence in found.evidence] == ["3 days ago"]
    assert "meta:crawl-date, 2022-02-11" in found.basis["edtf"]
    without_age = page(TITLE, TEXT, stamps=CRAWLED, **{"meta:crawl-date": "2022-02-11T08:00:00Z"})
    assert argue_published(without_age, noticed(without_age), READ) is None


def test_an_archive_s_banner_says_when_the_page_was_seen() -> None:
    article = page(("other", "This page was captured on 11 February 2022 08:00:00 GMT."), *AGED)
    (clue,) = age_clues(article, READ)
    assert clue.windows[0].edtf() == "2022-02-08"


def test_hours_before_a_day_whose_hour_is_unknown_leave_two_days() -> None:
    article = page(("other", "Archived on 11 February 2022"), TITLE, ("timestamp", "5 hours ago"), TEXT)
    (clue,) = age_clues(article)
    assert clue.windows[0].edtf() == "2022-02-10/2022-02-11"


def test_a_day_counted_from_the_reading_alone_is_not_sure() -> None:
    """Right for a page just saved; the file may be old."""
    article = page(TITLE, ("timestamp", "3 days ago"), TEXT)
    found = argue_published(article, noticed(article), READ)
    assert found is not None
    assert found.edtf == "2023-05-14?"
    assert day_published(found) is None, "nothing is reckoned from it"


def test_an_age_without_anybody_who_saw_it_says_nothing() -> None:
    assert age_clues(page(*AGED)) == ()


def test_metadata_outweighs_an_age() -> None:
    stamps = (Stamp("2023-05-02", "json-ld:datePublished", "published", field="json-ld:datePublished"),)
    article = page(*AGED, stamps=stamps, **{"json-ld:datePublished": "2023-05-02"})
    found = argue_published(article, noticed(article), READ)
    assert found is not None
    assert found.edtf == "2023-05-02"
    assert [(no.edtf, no.why.startswith("outweighed: ")) for no in found.rejected] == [("2023-05-14", True)]


@given(
    st.integers(0, 999),
    st.sampled_from(("minutes", "hours", "days", "weeks", "months", "years")),
    st.integers(0, 40_000),
)
def test_no_age_lies_after_the_reading(count: int, unit: str, days: int) -> None:
    read_at = datetime(1990, 1, 1, 12, tzinfo=UTC) + timedelta(days=days)
    (clue,) = age_clues(page(TITLE, ("timestamp", f"{count} {unit} ago"), TEXT), read_at)
    assert clue.windows[0].last <= read_at.date()
