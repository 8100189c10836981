"""What the words of a time expression say of the calendar before they are anchored to any day: for clues to the page's own.

The grammar of ``timing`` reads the words; a reading is what of its expression does not hang on the page's day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache, singledispatch
from typing import TYPE_CHECKING, Literal

from dragoman.assemble.days import Days, day_of, month_of, year_of
from dragoman.assemble.timing.expressions import (
    About,
    AtTime,
    Beside,
    Between,
    Fixed,
    Numeric,
    PartOf,
    Shifted,
    Weekday,
    Yearless,
)
from dragoman.assemble.timing.grammar import parse
from dragoman.lexicon.calendar import WEEKDAY_PATTERN, weekday_number

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Side
    from dragoman.assemble.timing.parts import Part as PartOfTime

Unit = Literal["day", "week", "month", "year"]
Part = Literal["early", "middle", "late"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words say of the calendar; None for what they leave open.

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
    part: Part | None = None

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


_WEEKDAY = re.compile(rf"\b{WEEKDAY_PATTERN}\b")
_SHIFTS: dict[Side, int] = {"last": -1, "this": 0, "next": 1, "coming": 1}
_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_PARTS: dict[PartOfTime, Part] = {
    "beginning": "early", "early": "early", "earlier": "early", "middle": "middle", "late": "late", "later": "late", "end": "late"
}  # fmt: skip


@lru_cache(maxsize=4096)
def read(words: str) -> Reading:
    """What the words of one time expression say.

    read("the end of last year") == Reading(shift=-1, unit="year", part="late")
    """
    reading = of(parse(words))
    named = _WEEKDAY.search(words) if reading.day and reading.weekday is None else None
    return replace(reading, weekday=weekday_number(named[0])) if named else reading


@singledispatch
def of(expression: object) -> Reading:
    """Of what counts from another time, of lengths, sets and vague words nothing can be said without a day."""
    return Reading()


@of.register
def _(expression: Fixed) -> Reading:
    first = expression.stretch.first
    match expression.stretch.unit:
        case "day":
            return Reading(first.year, first.month, first.day)
        case "month":
            return Reading(first.year, first.month)
        case "year":
            return Reading(first.year)
    return Reading()


@of.register
def _(expression: Yearless) -> Reading:
    if expression.unit not in ("day", "month"):
        return Reading()
    shift = _SHIFTS[expression.side] if expression.side else None
    return Reading(month=expression.number, day=expression.day, weekday=expression.weekday, shift=shift)


@of.register
def _(expression: Weekday) -> Reading:
    return Reading(weekday=expression.number, shift=_SHIFTS[expression.side] if expression.side else None)


@of.register
def _(expression: Shifted) -> Reading:
    unit = _UNITS.get(expression.unit)
    return Reading(shift=expression.by, unit=unit) if unit and expression.of == "page" else Reading()


@of.register
def _(expression: PartOf) -> Reading:
    return replace(of(expression.whole), part=_PARTS.get(expression.part))


@of.register
def _(expression: AtTime) -> Reading:
    return of(expression.day)


@of.register
def _(expression: About) -> Reading:
    return of(expression.what)


@of.register
def _(expression: Numeric) -> Reading:
    """``04/03/2019``: which of the two is the month is open."""
    return Reading(expression.year)


@of.register
def _(expression: Beside) -> Reading:
    """``tomorrow, 3 May``"""
    return of(expression.second)


@of.register
def _(expression: Between) -> Reading:
    """``15-17 February`` has a last day; of other ranges the first end is read."""
    first, last = of(expression.first), of(expression.last)
    if first.day and last.day and first.month == last.month:
        return replace(first, year=first.year or last.year, last_day=last.day)
    return first
