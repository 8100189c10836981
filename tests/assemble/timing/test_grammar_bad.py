"""What looks like a time and is none, or one of no calendar: the right value, or none."""

from __future__ import annotations

import pytest

from dragoman.assemble.timing.wording import LONGEST
from tests.assemble.timing.reckoned import NOWHERE, PAGE, TOLD, reckoned

NO_TIMES = (
    ("may", "2019-05", "the span's cutter tells verbs from months: alone it is one"),
    ("Resolution 2254", None, "a number of the Security Council"),
    ("the 1967 lines", None, "borders"),
    ("Group of 7", None, "a number of states"),
    ("G20", None, "a number of states"),
    ("the 20th minute", None, "of a match"),
    ("a 44-year-old man", None, "an age"),
    ("aged 70", None, "an age"),
    ("70 years old", None, "an age"),
    ("30 to 35 days old", None, "ages"),
    ("a three-time champion", None, "how often"),
    ("three-time", None, "how often"),
    ("day after day", None, "how long"),
    ("time to time", None, "how often"),
    ("+41 22 917 1234", None, "a telephone"),
    ("202-555-0147", None, "a telephone"),
    ("555-1234", None, "a telephone"),
    ("3-2", None, "a score"),
    ("21-14", None, "a score"),
    ("3:2", None, "a score"),
    ("12-05", None, "a score, or a day of two numbers without a weekday"),
    ("F-16", None, "an aeroplane"),
    ("Boeing 737-800", None, "an aeroplane"),
    ("$1995", None, "money"),
    ("1,995", None, "a number"),
    ("1995 people", None, "a number"),
    ("50 per cent", None, "a share"),
    ("the", None, "nothing"),
    ("", None, "nothing"),
    ("...", None, "nothing"),
    ("second", None, "a unit"),
)

NO_CALENDAR = (
    ("31 February", None, "in no year"),
    ("29 February 2019", None, "in no leap year"),
    ("31 April 2018", None, "in no year"),
    ("0 May 2018", None, "no day"),
    ("32 May 2018", None, "no day"),
    ("the year 0", None, "no year"),
    ("99999", None, "no year"),
    ("10000-01-01", None, "no year of EDTF's level 0"),
    ("2019-13-01", None, "no month"),
    ("2019-00-10", None, "no month"),
    ("00/00/0000", None, "no day"),
    ("2019-W54", None, "no week"),
    ("2019-W00", None, "no week"),
    ("the 99th century", None, "beyond the calendar"),
    ("9999 years ago", None, "before the calendar"),
    ("in 9998 years", None, "beyond the calendar"),
    ("25:00", None, "no time of day"),
    ("12:60", None, "no time of day"),
    ("10:30:61", None, "no second"),
)

EDGES = (
    ("23:59:60", "2019-02-16", "2019-02-16T23:59:60", "a leap second"),
    ("24:00", "2019-02-16", "2019-02-16T24:00", "the end of a day"),
    ("12 am", "2019-02-16", "2019-02-16T00:00", "midnight"),
    ("12 pm", "2019-02-16", "2019-02-16T12:00", "noon"),
    ("29 February 2020", "2020-02-29", "2020-02-29", "a leap year"),
    ("29 February 1900", None, None, "no leap year"),
    ("29 February 2000", "2000-02-29", "2000-02-29", "a leap year"),
    ("5/3/41", "[1941-03-05,1941-05-03]", "1941-03-05|1941-05-03", "two digits from 40 on are of the last century"),
    ("5/3/39", "[2039-03-05,2039-05-03]", "2039-03-05|2039-05-03", "two digits below 40 are of this one"),
    ("2020-W53-7", "2021-01-03", "2021-01-03", "an ISO week that ends in the next year"),
    ("1 January 0001", None, None, "years of news have four digits of their own"),
    ("31 December 2199", "2199-12-31", "2199-12-31", "far ahead"),
    ("16\u00a0February\u00a02019", "2019-02-16", "2019-02-16", "blanks that don't break"),
    ("16 Febru\u00adary 2019", "2019-02-16", "2019-02-16", "a soft hyphen"),
    ("15–17 February 2019", "2019-02-15/2019-02-17", "2019-02-15/2019-02-17", "a dash of any length"),
    ("‘98", "1998", "1998", "an apostrophe turned the wrong way"),
    ("THE END OF LAST YEAR", "2018-11/2018-12", "2018", "a headline"),
    ("“last month”,", "2019-01", "2019-01", "with what stands around it"),
)


@pytest.mark.parametrize(("words", "edtf", "why"), [*NO_TIMES, *NO_CALENDAR])
def test_what_is_no_time_has_no_day(words: str, edtf: str | None, why: str) -> None:
    assert reckoned(words, PAGE)[0] == edtf, why


@pytest.mark.parametrize(("words", "edtf", "timex", "why"), EDGES)
def test_edges_of_the_calendar_and_of_spelling(words: str, edtf: str | None, timex: str | None, why: str) -> None:
    assert reckoned(words, PAGE) == (edtf, timex), why


@pytest.mark.parametrize(
    "words", ["yesterday", "last month", "June", "Friday", "the 15th", "4/3", "Christmas", "two days ago", "noon"]
)
def test_without_the_pages_day_nothing_is_reckoned_from_it(words: str) -> None:
    assert reckoned(words, NOWHERE)[0] is None


@pytest.mark.parametrize(
    ("words", "edtf"), [("two days later", "2016-05-11"), ("August", "2016-08"), ("16 May 2018", "2018-05-16")]
)
def test_what_was_told_is_enough_for_what_counts_from_it(words: str, edtf: str) -> None:
    assert reckoned(words, TOLD)[0] == edtf


def test_no_more_is_read_than_anybody_writes() -> None:
    assert reckoned("x" * LONGEST + " 2019", PAGE) == (None, None)
    assert reckoned("in " + "early " * 40 + "2019", PAGE) == (None, None)
