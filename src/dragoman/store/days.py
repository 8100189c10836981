"""Which days a date in EDTF may mean, so that stored dates can be held against a range of days."""

from __future__ import annotations

import re
from calendar import monthrange

FIRST, LAST = "0001-01-01", "9999-12-31"
"""Where an interval is open."""

_DATE = re.compile(r"([0-9][0-9X]{3})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?")


def days_of(edtf: str) -> tuple[str, str] | None:
    """The first and the last day it may mean, as ISO days, or None where it says none.

    days_of("2019-02") == ("2019-02-01", "2019-02-28")
    """
    begins, slash, ends = edtf.partition("/")
    if not slash:
        return _simple(edtf)
    opens = begins.strip(".") == ""
    closes = ends.strip(".") == ""
    first = (FIRST, FIRST) if opens else _simple(begins)
    last = (LAST, LAST) if closes else _simple(ends)
    if first is None or last is None or (opens and closes) or first[0] > last[1]:
        return None
    return first[0], last[1]


def _simple(value: str) -> tuple[str, str] | None:
    """Of a day, month, season or year; signs of doubt and a time of day are passed over.

    A season stands for its whole year: which months it has depends on where one is.
    """
    found = _DATE.fullmatch(value.partition("T")[0].rstrip("?~%"))
    if found is None or found[1] == "0000":
        return None
    low, high = max(found[1].replace("X", "0"), "0001"), found[1].replace("X", "9")
    month, day = found[2], found[3]
    if month is None or month == "XX" or ("21" <= month <= "24" and day is None):
        return f"{low}-01-01", f"{high}-12-31"
    if not "01" <= month <= "12":
        return None
    last = monthrange(int(high), int(month))[1]
    if day is None or day == "XX":
        return f"{low}-{month}-01", f"{high}-{month}-{last}"
    return (f"{low}-{month}-{day}", f"{high}-{month}-{day}") if 1 <= int(day) <= last else None
