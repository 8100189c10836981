"""Which days a date in EDTF may mean, so that stored dates can be held against a range of days and put in order.

Level 1, and of level 2 quarters, thirds and halves of years, sets, and signs of doubt inside a date.
"""

from __future__ import annotations

import re
from calendar import monthrange

FIRST, LAST = "0001-01-01", "9999-12-31"
"""Where an interval is open."""

_SIGN = "[?~%]?"
_DATE = re.compile(rf"{_SIGN}([0-9][0-9X]{{3}}){_SIGN}(?:-{_SIGN}([0-9]{{2}}|XX){_SIGN}(?:-{_SIGN}([0-9]{{2}}|XX){_SIGN})?)?")

PARTS_OF_YEARS = {
    **dict.fromkeys(range(21, 33), (1, 12)),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
"""What stands for a month in EDTF -> its first and last month. Seasons (21-32) have the whole year: which months they are depends
on where one is, and a southern summer lies in two years."""


def days_of(edtf: str) -> tuple[str, str] | None:
    """The first and the last day it may mean, as ISO days, or None where it says none.

    days_of("2019-02") == ("2019-02-01", "2019-02-28")
    """
    if edtf[:1] + edtf[-1:] in ("[]", "{}"):
        return _set(edtf[1:-1])
    return _stretch(edtf, "/")


def _set(members: str) -> tuple[str, str] | None:
    """From the earliest day that a member of a set may mean to the latest. ``1670..1672`` are all from one to the other."""
    each = [_stretch(member.strip(" "), "..") for member in members.split(",")]
    days = [both for both in each if both is not None]
    if len(days) < len(each):
        return None
    return min(first for first, _ in days), max(last for _, last in days)


def _stretch(value: str, tie: str) -> tuple[str, str] | None:
    """Of a simple date, or of two with a tie between; either of the two may be left open."""
    begins, tied, ends = value.partition(tie)
    if not tied:
        return _simple(value)
    opens = begins in ("", "..")
    closes = ends in ("", "..")
    first = (FIRST, FIRST) if opens else _simple(begins)
    last = (LAST, LAST) if closes else _simple(ends)
    if first is None or last is None or (opens and closes) or first[0] > last[1]:
        return None
    return first[0], last[1]


def _simple(value: str) -> tuple[str, str] | None:
    """Of a day, a month or what stands for one, or a year; signs of doubt and a time of day are passed over."""
    found = _DATE.fullmatch(value.partition("T")[0])
    if found is None or found[1] == "0000":
        return None
    low, high = max(found[1].replace("X", "0"), "0001"), found[1].replace("X", "9")
    month, day = found[2], found[3]
    if month is None or month == "XX":
        return f"{low}-01-01", f"{high}-12-31"
    if not "01" <= month <= "12":
        return _part_of_year(low, high, int(month)) if day is None else None
    last = monthrange(int(high), int(month))[1]
    if day is None or day == "XX":
        return f"{low}-{month}-01", f"{high}-{month}-{last}"
    there = 1 <= int(day) <= min(last, monthrange(int(low), int(month))[1])
    return (f"{low}-{month}-{day}", f"{high}-{month}-{day}") if there else None


def _part_of_year(low: str, high: str, number: int) -> tuple[str, str] | None:
    if number not in PARTS_OF_YEARS:
        return None
    begins, ends = PARTS_OF_YEARS[number]
    return f"{low}-{begins:02}-01", f"{high}-{ends:02}-{monthrange(2019, ends)[1]}"  # none of them ends in February
