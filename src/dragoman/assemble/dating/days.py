"""Days reckoned with: stretches of days, what the words of a time expression say, and EDTF.

``read`` tells what the words say before they are anchored to any date; ``Days`` is a stretch of days with both ends in it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from dragoman.lexicon.calendar import (
    MONTH_PATTERN,
    NUMBER_PATTERN,
    UNITS,
    WEEKDAY_PATTERN,
    month_number,
    small_number,
    weekday_number,
)

Unit = Literal["day", "week", "month", "year"]


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


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a time expression say of the calendar; None for what they leave open.

    weekday      0 is Monday
    shift, unit  how many units before (negative) or after now: ``last month`` is -1 month, ``yesterday`` -1 day
    part         which part of it: ``the end of last year``
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    unit: Unit | None = None
    part: Literal["early", "middle", "late"] | None = None

    def days(self) -> Days | None:
        """The days it names without any anchor: a year at least must stand there."""
        if self.year is None:
            return None
        if self.month is None:
            return year_of(self.year)
        if self.day is None:
            return month_of(self.year, self.month)
        first = day_of(self.year, self.month, self.day)
        last = day_of(self.year, self.month, self.last_day) if self.last_day else first
        return Days(first.first, last.last) if first and last and first <= last else None


_SHIFT_WORDS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}
_DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_PARTS: dict[str, Literal["early", "middle", "late"]] = {
    "early": "early",
    "earlier": "early",
    "beginning": "early",
    "start": "early",
    "mid": "middle",
    "middle": "middle",
    "late": "late",
    "later": "late",
    "end": "late",
}
_YEAR = re.compile(r"(?<!\d)(1\d{3}|2[01]\d\d)(?!\d|s\b)")
_MONTH = re.compile(rf"(?<![^\W_]){MONTH_PATTERN}")
_NO_YEAR = re.compile(rf"(?<![^\W_]){MONTH_PATTERN}\s?(?:[0-3]?\d(?:st|nd|rd|th)?,?\s)?\d{{4,}}(?!\d|\s?[A-Za-z])")
"""``16 February 12019``, ``1 January 0001``: of a year that is none, not a day that comes back each year."""
_WEEKDAY = re.compile(rf"\b{WEEKDAY_PATTERN}\b")
_DAY = re.compile(r"(?<![\d-])([0-3]?\d)(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?([0-3]?\d)(?:st|nd|rd|th)?)?(?![\d:])")
_SHIFT = re.compile(
    rf"\b(last|past|previous|this|next|coming|following)\s+(?:({'|'.join(UNITS)})\b|{MONTH_PATTERN}|{WEEKDAY_PATTERN})", re.I
)
_AGO = re.compile(rf"\b({NUMBER_PATTERN})\s+({'|'.join(UNITS)})s?\s+(ago|earlier|before|later|after)\b", re.I)
_PART = re.compile(r"\b(early|earlier|beginning|start|mid|middle|late|later|end)\b", re.I)
_TODAY = re.compile(r"\b(yesterday|today|tonight|tomorrow)\b", re.I)


@lru_cache(maxsize=4096)
def read(words: str) -> Reading:
    """What the words of one time expression say.

    read("the end of last year") == Reading(shift=-1, unit="year", part="late")
    """
    words = words[:120]
    if (iso := days_of_stamp(words)) and re.match(r"\d{4}-\d\d-\d\d", words.strip()):
        return Reading(iso.first.year, iso.first.month, iso.first.day)
    year, month, weekday = _YEAR.search(words), _MONTH.search(words), _WEEKDAY.search(words)
    if year is None and _NO_YEAR.search(words):
        return Reading()
    without_year = words[: year.start()] + words[year.end() :] if year else words
    day = _DAY.search(without_year) if month else None
    shift, unit = _shift(words)
    part = _PART.search(words)
    return Reading(
        year=int(year[1]) if year else None,
        month=month_number(month[0]) if month else None,
        day=_day_number(day[1]) if day else None,
        last_day=_day_number(day[2]) if day and day[2] else None,
        weekday=weekday_number(weekday[0]) if weekday else None,
        shift=shift,
        unit=unit,
        part=_PARTS[part[1].casefold()] if part else None,
    )


def _day_number(digits: str) -> int | None:
    return int(digits) if 1 <= int(digits) <= 31 else None


def _shift(words: str) -> tuple[int | None, Unit | None]:
    if today := _TODAY.search(words):
        return _DAY_WORDS[today[1].casefold()], "day"
    if ago := _AGO.search(words):
        count = small_number(ago[1].casefold()) or 0
        return (-count if ago[3].casefold() in ("ago", "earlier", "before") else count), _unit(ago[2])
    if shift := _SHIFT.search(words):
        return _SHIFT_WORDS[shift[1].casefold()], _unit(shift[2]) if shift[2] else None
    return None, None


def _unit(word: str) -> Unit | None:
    word = word.casefold()
    return word if word in ("day", "week", "month", "year") else None  # type: ignore[return-value]
