"""What a time of the page tells for a report: a day, month or year that has begun, none that is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from dragoman.assemble.timing.values import Timed

DAY = len("2019-02-16")
NOW = "PRESENT_REF"
"""What TIMEX3 writes for "now" and "currently": about the page's day, and no day to which anything is put."""


def past_time(time: Timed | None, anchor: date | None) -> str | None:
    """The time as EDTF, an hour as its day; None where it has no value, or lies after the page's day."""
    value = time.value if time is not None else None
    if value is None or value.edtf is None or value.timex == NOW:
        return None
    if anchor is not None and (value.days is None or value.days.first > anchor):
        return None
    return value.edtf.split("T")[0]


def past_day(time: Timed | None, anchor: date | None) -> str | None:
    """The same where it is one day."""
    edtf = past_time(time, anchor)
    return edtf if edtf and len(edtf) == DAY and "/" not in edtf else None


def holds(edtf: str, other: str) -> bool:
    """Whether one told time may be the other: the same, or one inside the other.

    holds("2012", "2012-12-07"); not holds("2012-12-06", "2012-12-07")
    """
    one, two = sorted((edtf.rstrip("~"), other.rstrip("~")), key=len)
    if "/" in two and "/" not in one:
        first, last = two.split("/")
        return first[: len(one)] <= one <= last[: len(one)]
    return one == two or two.startswith(f"{one}-")
