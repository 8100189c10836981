"""What day, month or year the words of a time expression name for a report: the last that fits, none that is still to come."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from dragoman.assemble.dating.days import Days, day_of, month_of, read, shifted, year_of

if TYPE_CHECKING:
    from datetime import date

    from dragoman.assemble.dating.days import Reading

EARLIEST = 1000
"""No year before it is reckoned to: EDTF writes years in four digits."""

_OF_ANOTHER_TIME = re.compile(
    r"\b(?:earlier|before|later|after|following|coming|next|tomorrow|the same)\b(?!\s+(?:on|in|this)\b)", re.I
)
"""``two days earlier``, ``the following month``: reckoned from what was told before, not from the report."""
_SOME_TIME_AGO = re.compile(r"\bago\b", re.I)


def day_before(words: str, anchor: date | None) -> date | None:
    """The day that the words name for a report of the anchor's day, which is not yet to come; None where they name none.

    Without an anchor only words that need none name a day.
    """
    reading = read(words)
    if anchor is None:
        whole = reading.days()
        return whole.first if whole is not None and len(whole) == 1 else None
    if (whole := reading.days()) is not None:
        return whole.first if len(whole) == 1 and whole.first <= anchor else None
    if reading.month is not None and reading.day is not None:
        named = [day_of(year, reading.month, reading.day) for year in (anchor.year, anchor.year - 1)]
        return next((days.first for days in named if days and days.first <= anchor), None)
    if reading.weekday is not None:
        return _weekday_before(reading, reading.weekday, anchor)
    if reading.unit == "day" and reading.shift is not None and reading.shift <= 0 and not _OF_ANOTHER_TIME.search(words):
        return shifted(anchor, reading.shift)
    return None


def _weekday_before(reading: Reading, weekday: int, anchor: date) -> date | None:
    """``last Friday`` is the one before only where this week's has not been yet: else it may be this week's or last week's."""
    back = (anchor.weekday() - weekday) % 7
    if reading.shift == -1:
        return shifted(anchor, -(back or 7)) if weekday >= anchor.weekday() else None
    return shifted(anchor, -back) if reading.shift in (None, 0) else None


def told_before(words: str, anchor: date | None) -> str | None:
    """The same as EDTF, months, weeks and years too; approximate (``2021~``) where the words only count back to it.

    told_before("last month", date(2019, 2, 16)) == "2019-01"
    told_before("two years ago", date(2019, 2, 16)) == "2017~"
    """
    if day := day_before(words, anchor):
        return day.isoformat()
    reading = read(words)
    if (whole := reading.days()) is not None:
        return whole.edtf() if reading.day is None and (anchor is None or whole.first <= anchor) else None
    if anchor is None or reading.weekday is not None or reading.day is not None or _OF_ANOTHER_TIME.search(words):
        return None
    if reading.month is not None:
        return _month_before(reading.month, reading.shift, anchor)
    if reading.shift is None or reading.shift > 0:
        return None
    return _units_before(reading, anchor, about=_SOME_TIME_AGO.search(words) is not None)


def _month_before(month: int, shift: int | None, anchor: date) -> str | None:
    """``in March``, ``last March``: the last one before the report, or its own month where the words don't say "last"."""
    if shift not in (None, 0, -1):
        return None
    this_year = month < anchor.month or (month == anchor.month and shift != -1)
    year = anchor.year if this_year else anchor.year - 1
    return month_of(year, month).edtf() if year >= EARLIEST else None


def _units_before(reading: Reading, anchor: date, *, about: bool) -> str | None:
    """``last month``, ``this year``, ``two years ago``; weeks run from Monday to Sunday, and so many weeks ago is no day."""
    back = -(reading.shift or 0)
    mark = "~" if about else ""
    if reading.unit == "year" and anchor.year - back >= EARLIEST:
        return year_of(anchor.year - back).edtf() + mark
    if reading.unit == "month":
        years, month = divmod(anchor.year * 12 + anchor.month - 1 - back, 12)
        return month_of(years, month + 1).edtf() + mark if years >= EARLIEST else None
    if reading.unit == "week" and not about:
        monday = shifted(anchor, -anchor.weekday() - 7 * back)
        return Days(monday, monday + timedelta(days=6)).edtf() if (anchor - monday).days < 14 else None
    return None


def holds(edtf: str, other: str) -> bool:
    """Whether one told time may be the other: the same, or one inside the other.

    holds("2012", "2012-12-07"); not holds("2012-12-06", "2012-12-07")
    """
    one, two = sorted((edtf.rstrip("~"), other.rstrip("~")), key=len)
    if "/" in two and "/" not in one:
        first, last = two.split("/")
        return first[: len(one)] <= one <= last[: len(one)]
    return one == two or two.startswith(f"{one}-")
