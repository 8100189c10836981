"""Stretches of the calendar: days, weeks, months, quarters, seasons, years, decades, each with its EDTF and its TIMEX3 value.

Weeks run from Monday to Sunday. A stretch that the calendar has not (31 February, the year 0) is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from dragoman.assemble.dating.days import Days, day_of, month_of, shifted, year_of

if TYPE_CHECKING:
    from collections.abc import Callable

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "span"]
Part = Literal["beginning", "early", "middle", "late", "end", "earlier", "later"]

EARLIEST, LATEST = 1000, 9998
"""Years that are reckoned with: EDTF writes them in four digits, and a day after the last year is no day of Python's calendar."""

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
    return Stretch("week", days, days.edtf(), f"{year}-W{number:02}")


def weekend(holding: date) -> Stretch:
    """Saturday and Sunday of the week that holds a day."""
    of_week = week(holding)
    days = Days(shifted(of_week.first, 5), of_week.last)
    return Stretch("weekend", days, days.edtf(), f"{of_week.timex}-WE")


def month(year: int, number: int) -> Stretch | None:
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 12):
        return None
    days = month_of(year, number)
    return Stretch("month", days, days.edtf(), days.edtf())


def quarter(year: int, number: int) -> Stretch | None:
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 4):
        return None
    days = Days(date(year, 3 * number - 2, 1), month_of(year, 3 * number).last)
    return Stretch("quarter", days, f"{year}-{32 + number}", f"{year}-Q{number}")


def half(year: int, number: int) -> Stretch | None:
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 2):
        return None
    days = Days(date(year, 6 * number - 5, 1), month_of(year, 6 * number).last)
    return Stretch("half", days, f"{year}-{39 + number}", f"{year}-H{number}")


def season(year: int, number: int) -> Stretch | None:
    """1 is spring, 4 the winter that begins in December. Its days are those of the northern half of the earth."""
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 4):
        return None
    begins = date(year, 3 * number, 1)
    days = Days(begins, month_of(year + (number == 4), 3 * number % 12 + 2).last)
    return Stretch("season", days, f"{year}-{20 + number}", f"{year}-{SEASONS[number - 1]}")


def year(number: int) -> Stretch | None:
    if not EARLIEST <= number <= LATEST:
        return None
    return Stretch("year", year_of(number), f"{number}", f"{number}")


def decade(begins: int) -> Stretch | None:
    """decade(1990).edtf == "199X" """
    begins -= begins % 10
    if not EARLIEST <= begins <= LATEST - 10:
        return None
    return Stretch("decade", Days(date(begins, 1, 1), date(begins + 9, 12, 31)), f"{begins // 10}X", f"{begins // 10}")


def century(number: int) -> Stretch | None:
    """century(20).edtf == "19XX": EDTF counts its years from 1900 to 1999"""
    begins = 100 * (number - 1)
    if not EARLIEST <= begins <= LATEST - 100:
        return None
    return Stretch("century", Days(date(begins, 1, 1), date(begins + 99, 12, 31)), f"{begins // 100}XX", f"{begins // 100}XX")


def half_of_years(whole: Stretch, number: int) -> Stretch:
    """The first or second half of a decade or century; ``timex`` is that of the whole."""
    years = whole.last.year - whole.first.year + 1
    first = whole.first.year + (number - 1) * years // 2
    days = Days(date(first, 1, 1), date(first + years // 2 - 1, 12, 31))
    return Stretch("span", days, f"{days.first.year}/{days.last.year}", whole.timex)


def of_unit(unit: Unit, holding: date) -> Stretch | None:
    """The day, week, month … that holds a day."""
    return _HOLDING[unit](holding)


_HOLDING: dict[Unit, Callable[[date], Stretch | None]] = {
    "day": day,
    "week": week,
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

_DAYS = {"day": 1, "week": 7, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}


def moved(of: date, by: int, unit: Unit) -> date | None:
    """The day so many units later: ``moved(date(2019, 3, 31), -1, "month") == date(2019, 2, 28)``; None outside the calendar."""
    if abs(by) > 10_000:
        return None
    if unit in _DAYS:
        ordinal = of.toordinal() + by * _DAYS[unit]
        return date.fromordinal(ordinal) if date(EARLIEST, 1, 1).toordinal() <= ordinal <= date.max.toordinal() - 366 else None
    years, months = divmod(of.year * 12 + of.month - 1 + by * _MONTHS.get(unit, 0), 12)
    if not EARLIEST <= years <= LATEST:
        return None
    return date(years, months + 1, min(of.day, month_of(years, months + 1).last.day))


def span(first: Stretch, last: Stretch) -> Stretch | None:
    """From one stretch to another: ``2018-11/2018-12``. None where it ends before it begins."""
    if last.last < first.first:
        return None
    if first == last:
        return first
    return Stretch("span", Days(first.first, last.last), f"{_end(first, 0)}/{_end(last, 1)}", f"{first.timex}/{last.timex}")


def _end(of: Stretch, at: int) -> str:
    """EDTF of one end of an interval: of what is an interval itself, or no date of level 0 or 1, its day."""
    if of.unit in ("week", "weekend", "span", "quarter", "half", "season"):
        return (of.first, of.last)[at].isoformat()
    return of.edtf


def part_of(part: Part, whole: Stretch, now: date | None) -> Stretch:
    """The early, middle or late part of a stretch, as its own unit's words have it; ``timex`` is that of the whole.

    Of a stretch of history the beginning and the end are years. Early, middle and late are thirds; the beginning and the end of a year are two months (``the end of last year`` is
    November and December). ``earlier this year`` is the year up to ``now``, said as the year.
    """
    if part in ("earlier", "later"):
        return _beside(part, whole, now)
    if whole.unit == "span" and len(whole.days) > 366:
        return (year(whole.last.year if part == "end" else whole.first.year) or whole) if part in ("beginning", "end") else whole
    cut = _CUTS.get(whole.unit)
    if cut is None:
        return whole
    first, last = cut(whole, part)
    days = Days(first, last)
    months = whole.unit in ("year", "decade", "century")
    edtf = _by_months(days, years=whole.unit != "year") if months else days.edtf()
    return Stretch("span", days, edtf, whole.timex)


def _beside(part: Part, whole: Stretch, now: date | None) -> Stretch:
    if now is None or now not in whole.days or len(whole.days) == 1:
        return whole
    days = Days(whole.first, now) if part == "earlier" else Days(now, whole.last)
    edtf = whole.edtf if whole.unit in ("year", "month") else days.edtf()
    return Stretch("span", days, edtf, whole.timex)


def _by_months(days: Days, *, years: bool) -> str:
    if years:
        return f"{days.first.year}/{days.last.year}"
    return f"{days.first:%Y-%m}/{days.last:%Y-%m}"


def _of_year(whole: Stretch, part: Part) -> tuple[date, date]:
    first, last = {"beginning": (1, 2), "early": (1, 4), "middle": (5, 8), "late": (9, 12), "end": (11, 12)}[part]
    return date(whole.first.year, first, 1), month_of(whole.first.year, last).last


def _of_month(whole: Stretch, part: Part) -> tuple[date, date]:
    begins, ends = {"beginning": (1, 10), "early": (1, 10), "middle": (11, 20), "late": (21, 31), "end": (21, 31)}[part]
    return whole.first.replace(day=begins), whole.first.replace(day=min(ends, whole.last.day))


def _of_week(whole: Stretch, part: Part) -> tuple[date, date]:
    begins, ends = {"beginning": (0, 1), "early": (0, 2), "middle": (2, 3), "late": (3, 6), "end": (4, 6)}[part]
    return shifted(whole.first, begins), shifted(whole.first, ends)


def _thirds(whole: Stretch, part: Part) -> tuple[date, date]:
    third = len(whole.days) // 3
    if part in ("beginning", "early"):
        return whole.first, shifted(whole.first, third - 1)
    if part == "middle":
        return shifted(whole.first, third), shifted(whole.last, -third)
    return shifted(whole.last, 1 - third), whole.last


def _of_years(whole: Stretch, part: Part) -> tuple[date, date]:
    """Early, mid and late 1990s: 1990 to 1993, 1994 to 1996, 1997 to 1999; of a century by tens."""
    tenth = (whole.last.year - whole.first.year + 1) // 10
    begins, ends = {"beginning": (0, 2), "early": (0, 4), "middle": (4, 7), "late": (7, 10), "end": (8, 10)}[part]
    start = whole.first.year
    return date(start + begins * tenth, 1, 1), date(start + ends * tenth - 1, 12, 31)


_CUTS: dict[Unit, Callable[[Stretch, Part], tuple[date, date]]] = {
    "year": _of_year,
    "month": _of_month,
    "week": _of_week,
    "quarter": _thirds,
    "half": _thirds,
    "season": _thirds,
    "decade": _of_years,
    "century": _of_years,
}
