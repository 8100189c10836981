"""Expressions made of others: a part, a piece or a unit of a whole, a time on a day, two that tell the same, and ranges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dragoman.assemble.days import Days, shifted
from dragoman.assemble.timing import stretches as s
from dragoman.assemble.timing.expressions.counted import Weekday
from dragoman.assemble.timing.expressions.named import DayOfMonth, Named, Numeric, Yearless
from dragoman.assemble.timing.expressions.reckoned import NOTHING, Now, Reckoned, on_page
from dragoman.assemble.timing.parts import part_of
from dragoman.assemble.timing.stretches import Stretch

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions.reckoned import Expression
    from dragoman.assemble.timing.moments import Moment
    from dragoman.assemble.timing.parts import Part
    from dragoman.assemble.timing.stretches import Unit


@dataclass(frozen=True, slots=True)
class PartOf:
    """``early 2018``, ``the end of last year``, ``later this week``, ``the rest of the month``"""

    part: Part
    whole: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.whole.reckon(moment)
        if found.stretch is None:
            return found
        now = moment.page if found.anchor != "told" else moment.told.first if moment.told else None
        return replace(found, stretch=part_of(self.part, found.stretch, now), timex=found.timex or found.stretch.timex)


@dataclass(frozen=True, slots=True)
class AtTime:
    """A time of day, and the day where it stands beside it: ``Sunday evening``, ``4 p.m. EDT Thursday``, ``noon``."""

    time: str
    day: Expression | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.day.reckon(moment) if self.day else self._near(moment)
        if found.stretch is None or found.stretch.unit != "day":
            return replace(found, timex=None if found.stretch else self.time)
        return replace(found, timex=f"{found.stretch.timex}{self.time}")

    def _near(self, moment: Moment) -> Reckoned:
        """The day told before, where one is near; else the page's."""
        if moment.told is not None and moment.told.unit == "day":
            return Reckoned(moment.told, "told")
        return on_page(moment)


@dataclass(frozen=True, slots=True)
class NthOf:
    """``the first week of May``, ``the second Tuesday of November 2018``, ``the last day of the month``; ``nth`` -1 is the last.

    unit   a number is a weekday
    """

    nth: int
    unit: Unit | int
    whole: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.whole.reckon(moment)
        if found.stretch is None:
            return NOTHING
        return Reckoned(_nth(self.nth, self.unit, found.stretch), found.anchor)


def _nth(nth: int, unit: Unit | int, whole: Stretch) -> Stretch | None:
    if isinstance(unit, int):
        return _nth_weekday(nth, unit, whole)
    if unit == "half" and whole.unit != "year":
        return s.half_of(whole, 1 if nth == 1 else 2)
    if unit == "season":
        return s.season(whole.first.year, nth)
    if unit == "week":
        return _nth_week(nth, whole)
    if nth < 0:
        return s.of_unit(unit, whole.last)
    on = s.moved(whole.first, nth - 1, unit)
    return s.of_unit(unit, on) if on is not None and on in whole.days else None


def _nth_weekday(nth: int, number: int, whole: Stretch) -> Stretch | None:
    weekday = Weekday(number)
    on = shifted(weekday.after(shifted(whole.first, -1)), 7 * (nth - 1)) if nth > 0 else weekday.before(shifted(whole.last, 1))
    return s.day(on) if on in whole.days else None


def _nth_week(nth: int, whole: Stretch) -> Stretch | None:
    """Weeks count as of the whole that holds most of their days, as ISO counts those of a year."""
    on = shifted(whole.last, -3) if nth < 0 else shifted(whole.first, 3 + 7 * (nth - 1))
    return s.week(on) if on in whole.days else None


@dataclass(frozen=True, slots=True)
class FirstUnits:
    """``the first three months of 2019``, ``the last two weeks of May``: a stretch at one edge of another; ``count`` from its end
    where negative."""

    count: int
    unit: Unit
    whole: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.whole.reckon(moment)
        whole = found.stretch
        if whole is None or not self.count:
            return NOTHING
        beyond = shifted(whole.last, 1)
        edge = s.moved(whole.first if self.count > 0 else beyond, self.count, self.unit)
        if edge is None or edge not in Days(whole.first, beyond):
            return NOTHING
        first, last = (whole.first, shifted(edge, -1)) if self.count > 0 else (edge, whole.last)
        of: Unit = "month" if self.unit in ("month", "quarter") else "day"
        ends = s.of_unit(of, first), s.of_unit(of, last)
        return Reckoned(s.span(ends[0], ends[1]) if ends[0] and ends[1] else None, found.anchor)


@dataclass(frozen=True, slots=True)
class UnitOf:
    """``the week of 10 April``, ``the weekend of 4 July``, which is the nearest: the unit that holds a day."""

    unit: Unit
    day: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.day.reckon(moment)
        if found.stretch is None:
            return NOTHING
        on = found.stretch.first
        nearest = shifted(on, -2) if self.unit == "weekend" and on.weekday() < 2 else on
        whole = s.of_unit(self.unit, nearest)
        if whole and self.unit == "weekend" and isinstance(self.day, Named):
            whole = _long_weekend(whole, on)
        return Reckoned(whole, found.anchor)


def _long_weekend(weekend: Stretch, feast: date) -> Stretch:
    """With the feast beside it: ``Labor Day weekend`` has the Monday, ``Thanksgiving weekend`` begins on Thursday."""
    if feast.weekday() in (1, 2):
        return weekend
    return s.in_a_row(Days(min(weekend.first, feast), max(weekend.last, feast)), weekend.timex)


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """``week 31``: of the page's year or of one told beside it, by ISO's count."""

    number: int
    year: Expression | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.year.reckon(moment) if self.year else on_page(moment)
        if found.stretch is None:
            return NOTHING
        try:
            monday = date.fromisocalendar(found.stretch.last.year, self.number, 1)
        except ValueError:
            return NOTHING
        return Reckoned(s.week(monday), found.anchor)


@dataclass(frozen=True, slots=True)
class Beside:
    """A weekday or "today" and the same time told another way: ``Monday two weeks ago``, ``yesterday (Friday)``.

    Of a longer stretch the first is the day in it; a day told in the second counts.
    """

    first: Expression
    second: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        second = self.second.reckon(moment)
        if second.stretch is None:
            return self.first.reckon(moment)
        if second.stretch.unit == "day":
            return second
        if isinstance(self.first, Weekday) and second.stretch.unit == "week":
            return replace(second, stretch=_nth_weekday(1, self.first.number, second.stretch))
        return self.first.reckon(moment)


@dataclass(frozen=True, slots=True)
class Between:
    """``from 3 to 5 May``, ``between 2003 and 2012``, ``2016-2018``; an end that lacks its year or month takes the other's."""

    first: Expression
    last: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        first, last = self.ends(moment)
        if first.stretch and last.stretch and first.stretch.first > last.stretch.last:
            first = self._before(first, last.stretch, moment)
        if first.stretch is None or last.stretch is None or _within(first.stretch, last.stretch):
            return NOTHING
        return Reckoned(s.span(first.stretch, last.stretch), last.anchor if last.anchor != "none" else first.anchor)

    def ends(self, moment: Moment) -> tuple[Reckoned, Reckoned]:
        """Both as they are meant beside each other."""
        if isinstance(self.first, Now):
            return self.first.reckon(moment), self._ahead().reckon(replace(moment, tense="future"))
        if isinstance(self.last, Now):
            return self.first.reckon(replace(moment, tense="past")), self.last.reckon(moment)
        if self._counts_on(moment):
            first = self.first.reckon(moment)
            return first, self._following(first)
        last = self.last.reckon(moment)
        if isinstance(self.first, Yearless | Numeric) and last.stretch:
            moment = replace(moment, told=last.stretch, page=None, near=True, tense=None)
        return self.first.reckon(moment), last

    def _ahead(self) -> Expression:
        """``from now to 15 November``: the next one, however far"""
        last = self.last
        return replace(last, side="coming") if isinstance(last, Yearless | Numeric) and last.side is None else last

    def _counts_on(self, moment: Moment) -> bool:
        """``from next Monday to Friday``, ``from 27 April to the 3rd``: the last is the first such day after the first."""
        if isinstance(self.last, DayOfMonth):
            return self.last.month is None and not isinstance(self.first, DayOfMonth)
        if not isinstance(self.last, Weekday) or self.last.side is not None:
            return False
        return not isinstance(self.first, Weekday) or self.first.side is not None or moment.tense == "future"

    def _following(self, first: Reckoned) -> Reckoned:
        if first.stretch is None or not isinstance(self.last, DayOfMonth | Weekday):
            return NOTHING
        on = self.last.after(first.stretch.last)
        return replace(first, stretch=s.day(on) if isinstance(on, date) else on)

    def _before(self, first: Reckoned, last: Stretch, moment: Moment) -> Reckoned:
        """``from November to February``: the first is of the year before; ``Friday to Monday``: of the days before."""
        if isinstance(self.first, Yearless | Numeric):
            return self.first.reckon(replace(moment, told=s.year(last.first.year - 1), page=None, near=True, tense=None))
        if isinstance(self.first, Weekday):
            return replace(first, stretch=s.day(self.first.before(shifted(last.first, 1))))
        if isinstance(self.first, PartOf):
            return self.first.reckon(replace(moment, page=last.first, tense="past"))
        return first


def _within(first: Stretch, last: Stretch) -> bool:
    """Whether what is no range says so: ``Feb 16-2019`` has its first end in its last."""
    return first.unit != last.unit and first.first >= last.first and first.last <= last.last
