"""Dates in words say how precise they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.days import days_of
from dragoman.views.edtf_words import heading, in_words
from tests.store.edtf import certain, dates


@pytest.mark.parametrize(
    ("edtf", "words", "why"),
    [
        ("2019-02-16", "on 16 February 2019", "a day"),
        ("2019-06", "in June 2019", "a month"),
        ("2019", "in 2019", "a year"),
        ("0945", "in the year 945", "an early one would be read as a number"),
        ("2019-21", "in spring 2019", "a season"),
        ("2019-24", "in winter 2019", "another"),
        ("2019-26", "in northern summer 2019", "of the north"),
        ("2019-32", "in southern winter 2019", "of the south"),
        ("2019-35", "in the third quarter of 2019", "a quarter"),
        ("2019-37", "in the first third of 2019", "four months"),
        ("2019-40", "in the first half of 2019", "a half"),
        ("199X", "in the 1990s", "a decade"),
        ("18XX", "in the 19th century", "a century"),
        ("10XX", "in the 11th century", "not the 11st"),
        ("20XX", "in the 21st century", "nor the 21th"),
        ("2019-XX", "in some month of 2019", "a month that is not told"),
        ("2019-02-XX", "on some day of February 2019", "a day that is not told"),
        ("2019-XX-XX", "on some day of 2019", "neither day nor month is"),
        ("2019-02~", "about February 2019", "approximate"),
        ("2019-02-16?", "perhaps on 16 February 2019", "uncertain"),
        ("2019%", "perhaps about 2019", "both"),
        ("2019-02-16T17:05", "on 16 February 2019 at 17:05", "a time of day"),
        ("2019-02-16T17:05Z", "on 16 February 2019 at 17:05 UTC", "universal time"),
        ("2019-02-16T17:05:30+03:00", "on 16 February 2019 at 17:05:30 UTC+03:00", "of a zone"),
        ("2016-12-31T23:59:60Z", "on 31 December 2016 at 23:59:60 UTC", "a leap second"),
    ],
)
def test_one_date(edtf: str, words: str, why: str) -> None:
    assert in_words(edtf) == words, why


@pytest.mark.parametrize(
    ("edtf", "words", "why"),
    [
        ("2019-05-03/2019-05-05", "from 3 to 5 May 2019", "in one month"),
        ("2019-02-28/2019-03-03", "from 28 February to 3 March 2019", "in one year"),
        ("2018-12-28/2019-01-03", "from 28 December 2018 to 3 January 2019", "in two"),
        ("2018-10/2018-12", "from October to December 2018", "months"),
        ("2003/2012", "from 2003 to 2012", "years"),
        ("2019-33/2019-35", "from the first quarter to the third quarter of 2019", "quarters"),
        ("199X/200X", "from the 1990s to the 2000s", "decades"),
        ("2019-02-16/2019-03", "from 16 February 2019 to March 2019", "of two precisions the year is said twice"),
        ("2019-02~/2019-05?", "from about February 2019 to perhaps May 2019", "with doubts"),
        ("2019-05-03/2019-05-03", "on 3 May 2019", "of one day"),
        ("2019-02-16T10:00/2019-02-16T12:00", "on 16 February 2019 from 10:00 to 12:00", "of hours"),
        (
            "2019-02-16T22:00/2019-02-17T01:00",
            "from 16 February 2019 at 22:00 to 17 February 2019 at 01:00",
            "over midnight",
        ),
        ("../2019-05-14", "by 14 May 2019", "open at its beginning"),
        ("../2019-05", "by May 2019", "in a month"),
        ("/2019", "until 2019", "it began nobody knows when"),
        ("2012/..", "since 2012", "open at its end"),
        ("2012-03/", "from March 2012 on", "it ends nobody knows when"),
        ("2012-12-03/2012-12-09", "in the week of 3 December 2012", "from a Monday to a Sunday"),
        ("2012-12-04/2012-12-10", "from 4 to 10 December 2012", "seven other days"),
        ("2019-05-01/2019-05-10", "in early May 2019", "the first ten days"),
        ("2019-05-11/2019-05-20", "in mid-May 2019", "the second"),
        ("2019-05-21/2019-05-31", "in late May 2019", "the rest"),
        ("2020-02-21/2020-02-29", "in late February 2020", "of a leap year"),
        ("2020-02-21/2020-02-28", "from 21 to 28 February 2020", "not all of the rest"),
        ("9999-12-21/9999-12-31", "in late December 9999", "up to the last day of all"),
        ("2019-01/2019-04", "in early 2019", "a third of a year"),
        ("2019-05/2019-08", "in mid-2019", "the second"),
        ("2019-09/2019-12", "in late 2019", "the last"),
        ("2019-01/2019-02", "at the beginning of 2019", "two months of it"),
        ("2018-11/2018-12", "at the end of 2018", "the last two"),
        ("2018-11/2019-12", "from November 2018 to December 2019", "those of two years"),
    ],
)
def test_intervals(edtf: str, words: str, why: str) -> None:
    assert in_words(edtf) == words, why


@pytest.mark.parametrize(
    ("edtf", "words", "why"),
    [
        ("[2021-03-04,2021-04-03]", "on 4 March or 3 April 2021", "04/03/2021 in two ways"),
        ("[2021-03-04,2021-03-05,2021-03-09]", "on 4, 5 or 9 March 2021", "three days of a month"),
        ("[2021-03-04, 2022-03-05]", "on 4 March 2021 or 5 March 2022", "of two years"),
        ("[2019,2020]", "in 2019 or 2020", "years"),
        ("[2019]", "in 2019", "only one"),
        ("[2019-02-16,2019-03]", "on 16 February 2019 or in March 2019", "a day or a month"),
        ("[2019?,2020]", "perhaps in 2019 or in 2020", "one with a doubt"),
        ("{2019-03,2019-05}", "in March and May 2019", "all of them"),
        ("[1667,1670..1672]", "in 1667 or between 1670 and 1672", "one of several in a row"),
        ("{1667,1670..1672}", "in 1667 and from 1670 to 1672", "all of them"),
        ("[..1760-12-03]", "on 3 December 1760 or earlier", "open at its beginning"),
        ("[1760-12..]", "in December 1760 or later", "open at its end"),
    ],
)
def test_sets(edtf: str, words: str, why: str) -> None:
    assert in_words(edtf) == words, why


@pytest.mark.parametrize(
    ("edtf", "why"),
    [
        ("", "nothing"),
        ("soon", "words"),
        ("2019-02-30", "no such day"),
        ("2019/2018", "it ends before it begins"),
        ("../..", "it says nothing"),
        ("2019-02-16TMO", "TIMEX3, not EDTF"),
        ("2019-02-16T25:00", "no such time"),
        ("2019-W07", "a week of ISO 8601"),
        ("2019-XX-16", "a day of some month"),
        ("2006-06~-11", "a doubt about a part of it"),
        ("20X9", "a year that ends in 9"),
        ("000X", "the first ten years"),
        ("[2019-XX-16,2019]", "a set that holds such a date"),
        ("-0044", "before our era"),
        ("[2019", "not closed"),
        ("{", "nor that"),
    ],
)
def test_what_has_no_words_is_shown_as_it_is(edtf: str, why: str) -> None:
    assert in_words(edtf) == heading(edtf) == edtf, why


def test_a_heading_begins_with_a_capital() -> None:
    assert heading("2019-02~") == "About February 2019"


@given(st.text() | st.text("0123456789X-/.~?%T:Z[]{}, ", max_size=30) | dates)
def test_it_never_fails(text: str) -> None:
    words = in_words(text)
    assert words == text or days_of(text)
    assert bool(words) == bool(text)


def digits(date: str) -> str:
    """The digits by which words name its year, decade or century."""
    if date[:4].endswith("XX"):
        return str(int(date[:2]) + 1)
    return str(int(date[:4].replace("X", "0")))


@given(first=dates, second=dates, open_at=st.sampled_from(["", "begin", "end"]))
def test_the_year_is_named(first: str, second: str, open_at: str) -> None:
    edtf, named = {
        "": (f"{first}/{second}", [first, second]),
        "begin": (f"../{second}", [second]),
        "end": (f"{first}/..", [first]),
    }[open_at]
    for value, years in ((first, [first]), (edtf, named), (f"[{first},{second}]", [first, second])):
        words = in_words(value)
        assert words == value or all(digits(year) in words for year in years)


@given(certain)
def test_every_certain_date_has_words(date: str) -> None:
    assert in_words(date) != date or date.startswith("00")


@given(certain, certain)
def test_dates_that_differ_have_words_that_differ(one: str, other: str) -> None:
    assert (in_words(one) == in_words(other)) == (one == other)
