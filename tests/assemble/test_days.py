"""Days reckoned with: EDTF, stamps, and what the words of a time expression say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.assemble.dating.readings import Reading, read
from dragoman.assemble.days import Days, days_of_stamp, month_of, shifted, year_of

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("stretch", "edtf"),
    [
        (Days(date(2020, 3, 14), date(2020, 3, 14)), "2020-03-14"),
        (month_of(2020, 2), "2020-02"),
        (year_of(1956), "1956"),
        (Days(date(2020, 3, 12), date(2020, 3, 15)), "2020-03-12/2020-03-15"),
    ],
)
def test_edtf_is_the_shortest(stretch: Days, edtf: str) -> None:
    assert stretch.edtf() == edtf


@pytest.mark.parametrize(
    ("value", "edtf", "why"),
    [
        ("2020-03-14", "2020-03-14", "a day"),
        ("2020-03-14T23:40-05:00", "2020-03-14", "the day as its own zone writes it, though it is the 15th in Greenwich"),
        ("2020-03-14 08:00:00+02:00", "2020-03-14", "a blank instead of T"),
        ("2022-07", "2022-07", "a month"),
        ("2022", "2022", "a year"),
        ("2021-02-31", None, "no such day"),
        ("2021-13-01", None, "no such month"),
        ("0000-00-00", None, "empty fields of databases"),
        ("20210513", None, "not taken apart by guess"),
        ("yesterday", None, "no number"),
        ("", None, "nothing"),
    ],
)
def test_days_of_a_stamp(value: str, edtf: str | None, why: str) -> None:
    found = days_of_stamp(value)
    assert (found.edtf() if found else None) == edtf, why


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("Saturday", Reading(weekday=5)),
        ("last Tuesday", Reading(weekday=1, shift=-1)),
        ("Sunday, June 9", Reading(month=6, day=9, weekday=6)),
        ("14th of March 2020", Reading(year=2020, month=3, day=14)),
        ("March 12-15, 2020", Reading(year=2020, month=3, day=12, last_day=15)),
        ("Dec. 3, 2012", Reading(year=2012, month=12, day=3)),
        ("May 2021", Reading(year=2021, month=5)),
        ("16 February 12019", Reading()),
        ("January 1, 0001", Reading()),
        ("June 9, 2330 GMT", Reading(month=6, day=9)),
        ("mid-March", Reading(month=3, part="middle")),
        ("1956", Reading(year=1956)),
        ("the end of\u00a0last year", Reading(shift=-1, unit="year", part="late")),
        ("next month", Reading(shift=1, unit="month")),
        ("yesterday", Reading(shift=-1, unit="day")),
        ("three days ago", Reading(shift=-3, unit="day")),
        ("two weeks later", Reading()),
        ("2020-03-14", Reading(year=2020, month=3, day=14)),
    ],
)
def test_what_words_say(words: str, reading: Reading) -> None:
    assert read(words) == reading


def test_words_that_name_no_day_have_none() -> None:
    assert read("31 February 2020").days() is None
    assert read("16 February").days() is None
    assert Reading(year=2020, month=3, day=12, last_day=15).days() == Days(date(2020, 3, 12), date(2020, 3, 15))


@given(days, days, days)
def test_what_is_in_both_is_in_each(first: date, second: date, third: date) -> None:
    one, other = Days(min(first, second), max(first, second)), Days(min(second, third), max(second, third))
    both = one & other
    assert both is not None, "they share the second day"
    assert second in both
    assert both.first in one
    assert both.last in other


@given(days, st.integers(-400, 400))
def test_shifting_back_returns(day: date, by: int) -> None:
    assert shifted(shifted(day, by), -by) == day


def test_days_end_after_they_begin() -> None:
    with pytest.raises(ValueError, match="end before"):
        Days(date(2020, 1, 2), date(2020, 1, 1))
