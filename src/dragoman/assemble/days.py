"""Days reckoned with: a stretch of days with both ends in it, and its EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days from ``first`` to ``last``, both in it. Raises ValueError where last is before first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"Days({self.first}, {self.last}) end before they begin.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __and__(self, other: Days) -> Days | None:
        """The days in both, None where there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None

    def each(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=n) for n in range(len(self)))

    def edtf(self) -> str:
        """The shortest EDTF that says just these days: a day, a month, a year, or an interval."""
        if self.first == self.last:
            return self.first.isoformat()
        if self == month_of(self.first.year, self.first.month):
            return f"{self.first:%Y-%m}"
        if self == year_of(self.first.year):
            return f"{self.first:%Y}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def day_of(year: int, month: int, day: int) -> Days | None:
    """One day, None where the calendar has no such day."""
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return Days(only, only)


def month_of(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def month_after(day: date) -> Days:
    """The month after that of a day."""
    following = shifted(day.replace(day=28), 10)
    return month_of(following.year, following.month)


def year_of(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))


def shifted(day: date, by: int) -> date:
    """The day so many days later, kept inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d])")


def days_of_stamp(value: str) -> Days | None:
    """The day, month or year that an ISO 8601 value begins with, as its own zone writes it; None where there is none.

    days_of_stamp("2020-03-14T23:40-05:00").edtf() == "2020-03-14"
    """
    found = _ISO.match(value.strip())
    if not found or not int(found[1]) >= 1000:
        return None
    year, month, day = int(found[1]), found[2], found[3]
    if day:
        return day_of(year, int(month), int(day))
    if month:
        return month_of(year, int(month)) if 1 <= int(month) <= 12 else None
    return year_of(year)
