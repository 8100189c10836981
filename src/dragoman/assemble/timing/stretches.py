"""Stretches of the calendar: days, weeks, months, quarters, seasons, years, decades, each with its EDTF and its TIMEX3 value.

Weeks run from Monday to Sunday. A stretch that the calendar has not (31 February, the year 0) is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from dragoman.assemble.days import Days, day_of, month_of, shifted, year_of

if TYPE_CHECKING:
    from collections.abc import Callable

Unit = Literal[
    "day", "workday", "week", "workweek", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "span"
]
"""``workday`` only counts, from Monday to Friday, feasts not known; where it ends is a day."""

EARLIEST, LATEST = 1, 9998
"""Years that are reckoned with: EDTF writes them in four digits, and a day after the last year is no day of Python's calendar."""

LEAP_YEAR = 2000
"""Has every day that any year has."""

MOST_STEPS = 10_000
"""Units that are counted at once: nobody writes of more."""

SEASONS = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days in a row that the calendar has a name for; ``span`` for any other days in a row.

    edtf    level 1; level 2 for quarters (33 to 36) and halves of years (40, 41)
    timex   TIMEX3's value
    """

    unit: Unit
    days: Days
    edtf: str
    timex: str

    @property
    def first(self) -> date:
        return self.days.first

    @property
    def last(self) -> date:
        return self.days.last


def day(of: date) -> Stretch:
    return Stretch("day", Days(of, of), of.isoformat(), of.isoformat())


def named_day(year: int, month: int, number: int) -> Stretch | None:
    """day 31 of month 2 is none"""
    known = day_of(year, month, number) if EARLIEST <= year <= LATEST else None
    return day(known.first) if known else None


def week(holding: date) -> Stretch:
    """The week that holds a day."""
    monday = shifted(holding, -holding.weekday())
    year, number, _ = monday.isocalendar()
    days = Days(monday, shifted(monday, 6))
    return Stretch("week", days, _interval(days), f"{year:04}-W{number:02}")


def workweek(holding: date) -> Stretch:
    """Monday to Friday of the week that holds a day; TIMEX3 has the week for it."""
    of_week = week(holding)
    days = Days(of_week.first, shifted(of_week.first, 4))
    return Stretch("workweek", days, _interval(days), of_week.timex)


def weekend(holding: date) -> Stretch:
    """Saturday and Sunday of the week that holds a day."""
    of_week = week(holding)
    days = Days(shifted(of_week.first, 5), of_week.last)
    return Stretch("weekend", days, _interval(days), f"{of_week.timex}-WE")


def in_a_row(days: Days, timex: str) -> Stretch:
    """Days that the calendar has no name for, told by the first and the last."""
    return Stretch("span", days, _interval(days), timex)


def _interval(days: Days) -> str:
    return f"{days.first.isoformat()}/{days.last.isoformat()}"


def month(year: int, number: int) -> Stretch | None:
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 12):
        return None
    named = f"{year:04}-{number:02}"
    return Stretch("month", month_of(year, number), named, named)


def quarter(year: int, number: int) -> Stretch | None:
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 4):
        return None
    days = Days(date(year, 3 * number - 2, 1), month_of(year, 3 * number).last)
    return Stretch("quarter", days, f"{year:04}-{32 + number}", f"{year:04}-Q{number}")


def half(year: int, number: int) -> Stretch | None:
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 2):
        return None
    days = Days(date(year, 6 * number - 5, 1), month_of(year, 6 * number).last)
    return Stretch("half", days, f"{year:04}-{39 + number}", f"{year:04}-H{number}")


def season(year: int, number: int) -> Stretch | None:
    """1 is spring, 4 the winter that begins in December. Its days are those of the northern half of the earth."""
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 4):
        return None
    begins = date(year, 3 * number, 1)
    days = Days(begins, month_of(year + (number == 4), 3 * number % 12 + 2).last)
    return Stretch("season", days, f"{year:04}-{20 + number}", f"{year:04}-{SEASONS[number - 1]}")


def year(number: int) -> Stretch | None:
    if not EARLIEST <= number <= LATEST:
        return None
    return Stretch("year", year_of(number), f"{number:04}", f"{number:04}")


def decade(begins: int) -> Stretch | None:
    """decade(1990).edtf == "199X" """
    begins -= begins % 10
    if not EARLIEST <= begins <= LATEST - 10:
        return None
    digits = f"{begins // 10:03}"
    return Stretch("decade", Days(date(begins, 1, 1), date(begins + 9, 12, 31)), f"{digits}X", digits)


def century(number: int) -> Stretch | None:
    """century(20).edtf == "19XX": EDTF counts its years from 1900 to 1999"""
    begins = 100 * (number - 1)
    if not EARLIEST <= begins <= LATEST - 100:
        return None
    digits = f"{number - 1:02}"
    return Stretch("century", Days(date(begins, 1, 1), date(begins + 99, 12, 31)), f"{digits}XX", f"{digits}XX")


def half_of(whole: Stretch, number: int) -> Stretch:
    """The first or second half of a decade or century in years, of anything else in days; ``timex`` is that of the whole."""
    if whole.unit not in ("decade", "century"):
        middle = shifted(whole.first, len(whole.days) // 2 - 1)
        days = Days(whole.first, middle) if number == 1 else Days(shifted(middle, 1), whole.last)
        return in_a_row(days, whole.timex)
    years = whole.last.year - whole.first.year + 1
    first = whole.first.year + (number - 1) * years // 2
    last = first + years // 2 - 1
    return Stretch("span", Days(date(first, 1, 1), date(last, 12, 31)), f"{first:04}/{last:04}", whole.timex)


def of_unit(unit: Unit, holding: date) -> Stretch | None:
    """The day, week, month … that holds a day."""
    return _HOLDING[unit](holding)


_HOLDING: dict[Unit, Callable[[date], Stretch | None]] = {
    "day": day,
    "workday": day,
    "week": week,
    "workweek": workweek,
    "weekend": weekend,
    "month": lambda on: month(on.year, on.month),
    "quarter": lambda on: quarter(on.year, (on.month + 2) // 3),
    "half": lambda on: half(on.year, 1 + (on.month > 6)),
    "season": lambda on: season(on.year - (on.month < 3), (on.month // 3) or 4),
    "year": lambda on: year(on.year),
    "decade": lambda on: decade(on.year),
    "century": lambda on: century(on.year // 100 + 1),
    "span": day,
}

_DAYS = {"day": 1, "week": 7, "workweek": 7, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}


_LONGEST: dict[Unit, int] = {
    "day": 1, "workday": 1, "week": 7, "workweek": 7, "weekend": 7, "month": 31, "quarter": 92, "half": 184, "season": 92,
    "year": 366, "decade": 3653, "century": 36525,
}  # fmt: skip
"""Days that the longest of each has."""


def countable(whole: Stretch, unit: Unit) -> bool:
    """Whether units can be counted from a stretch: months from a day or a month, but no days from a month, which tells none."""
    return len(whole.days) <= _LONGEST.get(unit, 0)


def moved(of: date, by: int, unit: Unit) -> date | None:
    """The day so many units later: ``moved(date(2019, 3, 31), -1, "month") == date(2019, 2, 28)``; None outside the calendar."""
    if abs(by) > MOST_STEPS:
        return None
    if unit == "workday":
        return _moved_workdays(of, by)
    if unit in _DAYS:
        return _on(of.toordinal() + by * _DAYS[unit])
    year, month = divmod(of.year * 12 + of.month - 1 + by * _MONTHS.get(unit, 0), 12)
    if not EARLIEST <= year <= LATEST:
        return None
    return date(year, month + 1, min(of.day, month_of(year, month + 1).last.day))


def _on(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if 1 <= ordinal <= date(LATEST, 12, 31).toordinal() else None


def _moved_workdays(of: date, by: int) -> date | None:
    """Saturdays and Sundays are passed over; from one of them the count begins with the next Monday, or the last Friday."""
    weekday = of.weekday()
    if weekday > 4:
        of = shifted(of, 4 - weekday if by > 0 else 7 - weekday)
        weekday = of.weekday()
    weeks, days = divmod(weekday + by, 5)
    return _on(of.toordinal() - weekday + 7 * weeks + days)


def span(first: Stretch, last: Stretch) -> Stretch | None:
    """From one stretch to another: ``2018-11/2018-12``. None where it ends before it begins."""
    if last.last < first.first:
        return None
    if first == last:
        return first
    return Stretch("span", Days(first.first, last.last), f"{_end(first, 0)}/{_end(last, 1)}", f"{first.timex}/{last.timex}")


def _end(of: Stretch, at: int) -> str:
    """EDTF of one end of an interval: of what is an interval itself, or no date of level 0 or 1, its day."""
    return of.edtf if of.unit in ("day", "month", "year", "decade", "century") else (of.first, of.last)[at].isoformat()
