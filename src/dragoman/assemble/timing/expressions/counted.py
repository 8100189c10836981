"""What is counted from the page's day or from a time told before: ``last month``, ``two days earlier``, ``that year``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dragoman.assemble.days import shifted
from dragoman.assemble.timing import stretches as s
from dragoman.assemble.timing.expressions.reckoned import NOTHING, Reckoned

if TYPE_CHECKING:
    from datetime import date

    from dragoman.assemble.timing.expressions.reckoned import Expression, Side
    from dragoman.assemble.timing.moments import Moment
    from dragoman.assemble.timing.stretches import Stretch, Unit

Step = tuple[int, "Unit"]
"""So many units, back where negative."""

Base = Literal["page", "told"]

WEEK = 7
"""Days of a stretch from whose edges days are counted all the same: "from 3 to 5 May … two days later"."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """``Saturday``, ``last Friday``, ``next Monday``, ``the following Tuesday`` (``told``), ``two Sundays ago`` (count -2)."""

    number: int
    side: Side | None = None
    of: Base = "page"
    count: int | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        if self.of == "told" and moment.told is not None:
            if not s.countable(moment.told, "week"):
                return NOTHING
            on = self.before(moment.told.first) if self.side == "last" else self.after(moment.told.last)
            return Reckoned(s.day(on), "told")
        if moment.page is None:
            return NOTHING
        return Reckoned(s.day(self._from(moment.page, moment)), "page")

    def _from(self, page: date, moment: Moment) -> date:
        monday = shifted(page, -page.weekday())
        if self.count is not None:
            weeks = 7 * (abs(self.count) - 1)
            return shifted(self.after(page), weeks) if self.count > 0 else shifted(self.before(page), -weeks)
        if self.side == "last":
            return self.before(page)
        if self.side == "next":
            return shifted(monday, 7 + self.number)
        if self.side == "this":
            return self._of_this_week(shifted(monday, self.number), page, moment)
        if self.side == "coming":
            return self.after(page)
        return self.after(shifted(page, -1)) if moment.tense == "future" else self.before(shifted(page, 1))

    def _of_this_week(self, on: date, page: date, moment: Moment) -> date:
        """Told on a Saturday, "this Friday" that is to come is the next one."""
        if moment.tense == "future" and on < page:
            return shifted(on, 7)
        return shifted(on, -7) if moment.tense == "past" and on > page else on

    def before(self, day: date) -> date:
        """The last such day before a day."""
        return shifted(day, -((day.weekday() - self.number) % 7 or 7))

    def after(self, day: date) -> date:
        """The first such day after a day."""
        return shifted(day, (self.number - day.weekday()) % 7 or 7)


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from now or from then: ``yesterday``, ``last month``, ``two days earlier``, ``the following week``.

    counted   a number stands there
    length    TIMEX3 of how much was counted, which is all that ``two days before`` says where words of an event follow whose
              day it counts from
    """

    by: int
    unit: Unit
    of: Base = "page"
    counted: bool = False
    length: str | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        if self.length is not None and moment.leads:
            return Reckoned(timex=self.length)
        told = moment.told if self.of == "told" else None
        base = self._from_told(told) if told else self._from_page(moment)
        on = s.moved(base, self.by, self.unit) if base else None
        if on is None:
            return NOTHING
        if self._compares() and moment.told is not None and moment.told.unit == "quarter":
            return YearBefore(quarter=True).reckon(moment)
        return Reckoned(s.of_unit(self.unit, on), "told" if told else "page")

    def _from_told(self, told: Stretch) -> date | None:
        """Some days in a row are over before what comes "two days later"; of a month or a year no day is told to count from."""
        if told.unit == "span" and len(told.days) <= WEEK:
            return told.last if self.by > 0 else told.first
        return told.first if s.countable(told, self.unit) else None

    def _from_page(self, moment: Moment) -> date | None:
        """Nothing that is over came "two days later" than the page."""
        return None if self.of == "told" and self.by > 0 and moment.tense == "past" else moment.page

    def _compares(self) -> bool:
        """``a year ago``, which after a quarter is the same quarter of the year before."""
        return self.counted and self.by == -1 and self.unit == "year"


@dataclass(frozen=True, slots=True)
class YearBefore:
    """``the year-ago quarter``, ``year-earlier``: as long as what was told, and a year before it."""

    quarter: bool = False

    def reckon(self, moment: Moment) -> Reckoned:
        if self.quarter and (moment.told is None or moment.told.unit != "quarter"):
            before = s.moved(moment.page, -5, "quarter") if moment.page else None
            return Reckoned(s.of_unit("quarter", before), "page") if before else NOTHING
        if moment.told is None or moment.told.unit not in ("quarter", "half", "month", "day"):
            return Shifted(-1, "year").reckon(moment)
        on = s.moved(moment.told.first, -1, "year")
        return Reckoned(s.of_unit(moment.told.unit, on), "told") if on else NOTHING


@dataclass(frozen=True, slots=True)
class Weekend:
    """``the weekend``: this one on its days, else the last one, or the next where that is still to come."""

    def reckon(self, moment: Moment) -> Reckoned:
        if moment.page is None:
            return NOTHING
        back = 0 if moment.page.weekday() >= 5 or moment.tense == "future" else 7
        return Reckoned(s.weekend(shifted(moment.page, -back)), "page")


@dataclass(frozen=True, slots=True)
class Then:
    """The unit that holds what was told before: ``that day``, ``the same year``; ``the quarter`` is else the last one.

    same   ``the same day``: where no time was told, the page's
    named  by its own name: ``the period`` is a quarter only where one was told
    """

    unit: Unit
    same: bool = False
    named: bool = True

    def reckon(self, moment: Moment) -> Reckoned:
        told = moment.told
        if self.unit == "quarter":
            return self._quarter(moment)
        if told is None and self.same:
            return Shifted(0, self.unit).reckon(moment)
        if told is None or not s.countable(told, self.unit):
            return NOTHING
        return Reckoned(s.of_unit(self.unit, told.first), "told")

    def _quarter(self, moment: Moment) -> Reckoned:
        if moment.told is not None and moment.told.unit == "quarter":
            return Reckoned(moment.told, "told")
        before = s.moved(moment.page, -1, "quarter") if moment.page and self.named else None
        return Reckoned(s.of_unit("quarter", before), "page") if before else NOTHING


@dataclass(frozen=True, slots=True)
class FromThat:
    """``two weeks before Christmas``, ``three days from Tuesday``, ``2 years, 1 month and 21 days ago``: counted to the day;
    ``two years after 2003`` to the year.

    ahead   what it counts from is to come: "from Tuesday"
    """

    steps: tuple[Step, ...]
    base: Expression
    ahead: bool = False

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.base.reckon(replace(moment, tense="future") if self.ahead else moment)
        start = found.stretch
        if start is None or start.unit == "span" or not all(s.countable(start, unit) for _, unit in self.steps):
            return NOTHING
        on = stepped(start.first, self.steps)
        return Reckoned(s.of_unit(start.unit, on), found.anchor) if on else NOTHING


@dataclass(frozen=True, slots=True)
class InUnits:
    """``in two weeks``, told of what is to come; of the past it tells how long something took."""

    count: int
    unit: Unit
    timex: str

    def reckon(self, moment: Moment) -> Reckoned:
        if moment.tense == "past":
            return Reckoned(timex=self.timex)
        return Shifted(self.count, self.unit).reckon(moment)


@dataclass(frozen=True, slots=True)
class Window:
    """So many units up to the page's day, or after it: ``the past three months``. A duration; its days are known all the same.

    steps    all back or all ahead
    within   the page's day is in it: "within two weeks"
    """

    steps: tuple[Step, ...]
    timex: str
    within: bool = False

    def reckon(self, moment: Moment) -> Reckoned:
        other = stepped(moment.page, self.steps) if moment.page else None
        if moment.page is None or other is None:
            return Reckoned(timex=self.timex)
        unit = self.steps[0][1]
        if unit in ("quarter", "decade"):
            return Reckoned(self._whole(moment.page, unit), "page", self.timex)
        first, last = (shifted(moment.page, 1), other) if other > moment.page else (other, shifted(moment.page, -1))
        if self.within:
            first, last = moment.page, shifted(other, -1)
        return Reckoned(s.span(s.day(first), s.day(last)), "page", self.timex)

    def _whole(self, page: date, unit: Unit) -> Stretch | None:
        """Quarters and decades are those of the calendar, without the one that is going on."""
        count = self.steps[0][0]
        nearest, farthest = (s.moved(page, by, unit) for by in ((1 if count > 0 else -1), count))
        ends = sorted((of for on in (nearest, farthest) if on and (of := s.of_unit(unit, on))), key=lambda one: one.first)
        return s.span(ends[0], ends[-1]) if ends else None


@dataclass(frozen=True, slots=True)
class Lasting:
    """``three days from tomorrow``, ``two weeks starting 20 May``, ``within 30 days of the signing``: so long, from a day on."""

    steps: tuple[Step, ...]
    start: Expression
    timex: str

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.start.reckon(moment if moment.tense == "past" else replace(moment, tense="future"))
        first = found.stretch.first if found.stretch else None
        beyond = stepped(first, self.steps) if first else None
        if first is None or beyond is None:
            return Reckoned(timex=self.timex)
        first, last = (beyond, first) if beyond < first else (first, shifted(beyond, -1))
        return Reckoned(s.span(s.day(first), s.day(last)), found.anchor, self.timex)


def stepped(on: date | None, steps: tuple[Step, ...]) -> date | None:
    """The day after all steps, the largest first as they stand; None outside the calendar."""
    for by, unit in steps:
        on = s.moved(on, by, unit) if on else None
    return on
