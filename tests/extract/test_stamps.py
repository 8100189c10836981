"""Visible stamps: many ways to write a day and a time, one value or an honest none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.wording import stamps


@pytest.mark.parametrize(
    ("line", "values", "why"),
    [
        ("3 March 2021", ["2021-03-03"], "day first"),
        ("March 3, 2021", ["2021-03-03"], "month first"),
        ("Mar. 3rd, 2021", ["2021-03-03"], "short month, ordinal"),
        ("Wednesday, 3rd of March 2021", ["2021-03-03"], "weekday and ordinal"),
        ("2021-03-03", ["2021-03-03"], "ISO"),
        ("2021-03-03T17:05:09Z", ["2021-03-03T17:05Z"], "ISO with time"),
        ("2021/03/03 17:05 +0900", ["2021-03-03T17:05+09:00"], "an offset"),
        ("03.03.2021, 17:05", ["2021-03-03T17:05"], "points: day first"),
        ("13/05/2021", ["2021-05-13"], "only one reading is a day"),
        ("05/13/2021", ["2021-05-13"], "only one reading is a day"),
        ("03/04/2021", ["2021-04-03", "2021-03-04"], "both readings are kept"),
        ("03/03/2021", ["2021-03-03"], "both readings are one day"),
        ("20210303", ["2021-03-03"], "eight digits"),
        ("5:05 p.m. EST March 3, 2021", ["2021-03-03T17:05-05:00"], "time first, half of the day, zone"),
        ("12:10 AM, 3 March 2021", ["2021-03-03T00:10"], "midnight is 12 AM"),
        ("12:10 PM, 3 March 2021", ["2021-03-03T12:10"], "noon is 12 PM"),
        ("0512 GMT, 3 March 2021", ["2021-03-03T05:12Z"], "four digits with a zone"),
        ("3 March 2021 17:05 (GMT+8)", ["2021-03-03T17:05+08:00"], "an offset after GMT"),
        ("3 March 2021 17:05 IST", ["2021-03-03T17:05"], "IST means several zones"),
        ("3 de marzo de 2021", ["2021-03-03"], "Spanish"),
        ("3. März 2021, 17:05 Uhr", ["2021-03-03T17:05"], "German"),
        ("3 mars 2021 à 17h05", ["2021-03-03T17:05"], "French"),
        ("3 марта 2021", ["2021-03-03"], "Russian"),
        ("2021年3月3日", ["2021-03-03"], "Chinese and Japanese"),
        ("UpdatedMarch 3, 2021", ["2021-03-03"], "glued to its label"),
        ("17:05 GMT3 March 2021", ["2021-03-03T17:05Z"], "glued to the zone"),
        ("3 March", [None], "no year, no value"),
        ("3 days ago", [None], "an age has no value"),
        ("an hour ago", [None], "an age in words"),
        ("17:05", [None], "a time alone"),
        ("31 February 2021", [], "no such day"),
        ("The 3 ministers", [], "a number is no day"),
        ("In March 2021", [], "a month is no day"),
        ("1956", [], "a year is no day"),
        ("Version 1.2.2021a", ["2021-02-01"], "looks like a day"),
    ],
)
def test_what_a_line_tells(line: str, values: list[str | None], why: str) -> None:
    assert [seen.value for seen in stamps.find(line)] == values, why


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Published 3 March 2021", ["published"]),
        ("Posted on: March 3, 2021", ["published"]),
        ("Last modified 3 March 2021", ["modified"]),
        ("Published 3 March 2021 | Updated 4 March 2021", ["published", "modified"]),
        ("First published on 3 March 2021, last updated at 17:05 on 4 March 2021", ["published", "modified"]),
        ("Aktualisiert am 3. März 2021", ["modified"]),
        ("3 March 2021", ["unknown"]),
    ],
)
def test_the_label_beside_a_stamp_gives_its_role(line: str, roles: list[str]) -> None:
    assert [seen.role for seen in stamps.find(line) if seen.value] == roles


def test_a_stamp_stands_where_it_says() -> None:
    line = "Oslo | Updated: 3 March 2021, 17:05 GMT | 5 comments"
    (seen,) = stamps.find(line)
    assert line[seen.start : seen.end] == "3 March 2021, 17:05 GMT"
    (stamp,) = stamps.in_part(line, 100, "timestamp")
    assert stamp.span is not None
    assert (stamp.span.start, stamp.span.end) == (100 + seen.start, 100 + seen.end)
    assert (stamp.where, stamp.role, stamp.value) == ("timestamp", "modified", "2021-03-03T17:05Z")


def test_a_clock_is_a_clock_whatever_stands_beside_it() -> None:
    assert [stamp.role for stamp in stamps.in_part("Updated 17:05 GMT 3 March 2021", 0, "page_clock")] == ["clock"]


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2018/04/27/talks", "2018-04-27"),
        ("https://example.org/201911051083345671-talks", "2019-11-05"),
        ("https://example.org/news/2019-2-6-talks", "2019-02-06"),
        ("https://example.org/article/16/02/2019/talks", "2019-02-16"),
        ("https://example.org/view?ud=20190216000767", "2019-02-16"),
        ("https://example.org/news/475081/talks", None),
        ("https://example.org/2019/02/talks", None),
        ("https://example.org/20191399", None),
    ],
)
def test_the_day_in_an_address(address: str, day: str | None) -> None:
    assert stamps.in_address(address) == day


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 1, 1)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%b %d %Y", "%Y-%m-%d", "%d.%m.%Y", "%Y%m%d", "%A, %d %b. %Y"):
        assert [seen.value for seen in stamps.find(format(day, form))] == [str(day)], form


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789:/.- MarchGTpm年月日+ago,", max_size=60))
def test_nothing_breaks_it_and_spans_lie_in_the_line(line: str) -> None:
    for seen in stamps.find(line):
        assert 0 <= seen.start < seen.end <= len(line)


def test_a_long_line_is_no_stamp() -> None:
    assert stamps.find("3 March 2021 " * 100) == ()
