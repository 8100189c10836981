"""What has a name on the calendar, but not its year or month: ``16 February``, ``04/03``, ``the 15th``, ``Christmas``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.assemble.days import Days
from dragoman.assemble.timing import stretches as s
from dragoman.assemble.timing.expressions.reckoned import NOTHING, Reckoned
from dragoman.assemble.timing.stretches import Stretch
from dragoman.lexicon.named_days import occurrences, period

if TYPE_CHECKING:
    from datetime import date

    from dragoman.assemble.timing.expressions.reckoned import Expression, Side
    from dragoman.assemble.timing.moments import Moment
    from dragoman.assemble.timing.stretches import Unit

FAR, CLOSE, AHEAD_OF_PAST = 240, 150, 100
"""Days. What lies so far by its tense, and has another year's close by, is that one: "has set Nov. 10 as the deadline" says
nothing of last year's November, "a late-November trip" in January nothing of the next."""

AHEAD = 30
"""Days by which what is to come counts as farther, since news tells more of what has been."""

JUST_OVER = 31
"""Days after a month's end in which "last May" is still the May before: one says "in May" of that one."""


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day, month, quarter, half or season without its year: ``16 February``, ``in June``, ``the third quarter``.

    ``day`` counts days of a month; weekday, where it stands beside, decides the year if one of the three near ones agrees.
    """

    unit: Unit
    number: int
    day: int | None = None
    weekday: int | None = None
    side: Side | None = None

    def in_year(self, year: int) -> Stretch | None:
        if self.unit == "day":
            return s.named_day(year, self.number, self.day or 1)
        makers = {"month": s.month, "quarter": s.quarter, "half": s.half, "season": s.season}
        return makers[self.unit](year, self.number)

    def reckon(self, moment: Moment) -> Reckoned:
        if moment.page is None:
            return self._by_told(moment)
        if (year := _year_told(moment, self.side)) is not None:
            return Reckoned(self.in_year(year), "told")
        near = [found for by in range(-4, 5) if (found := self.in_year(moment.page.year + by))]
        side = self.side
        if self.weekday is not None:
            agreeing = [
                one for one in near if abs(one.first.year - moment.page.year) <= 1 and one.first.weekday() == self.weekday
            ]
            near = agreeing or near
            side, moment = None, _leaning(moment, self.side)
        if self.unit in ("quarter", "half") and moment.tense is None:
            moment = replace(moment, tense="past")
        return Reckoned(on_side(near, side, moment), "page")

    def _by_told(self, moment: Moment) -> Reckoned:
        """A month told after another year's: "In 1990 … in August"; not one still to come, nor "last May"."""
        if moment.told is None or moment.told.unit in ("decade", "century") or len(moment.told.days) > 366:
            return NOTHING
        if self.side is not None or moment.tense == "future" or not (moment.near or moment.close):
            return NOTHING
        return Reckoned(self.in_year(moment.told.first.year), "told")


def _leaning(moment: Moment, side: Side | None) -> Moment:
    """``next Friday, 12 May``: the side is the weekday's, and tells of the date whether it is past or to come."""
    if side is None or side == "this":
        return moment
    return replace(moment, tense="past" if side == "last" else "future")


def _year_told(moment: Moment, side: Side | None) -> int | None:
    """The year of a time told near, where it is not the page's nor the one before: "In 1990 … in August" is of 1990."""
    told, page = moment.told, moment.page
    if told is None or page is None or side is not None or not moment.near or moment.tense == "future":
        return None
    year = told.first.year
    return year if told.unit != "decade" and year == told.last.year < page.year - 1 else None


def on_side(near: list[Stretch], side: Side | None, moment: Moment) -> Stretch | None:
    """Of one name's occurrences in the years around, oldest first, the one meant."""
    page = moment.page
    if page is None:
        return None
    if side == "last":
        return _last(near, page)
    if side == "this":
        return next((one for one in near if one.first.year == page.year), None)
    if side in ("next", "coming"):
        return next((one for one in near if one.first > page), None)
    return _by_tense(near, page, moment)


def _last(near: list[Stretch], page: date) -> Stretch | None:
    over = [one for one in near if one.last < page]
    if over and over[-1].unit == "month" and (page - over[-1].last).days <= JUST_OVER:
        over.pop()
    return over[-1] if over else None


def _by_tense(near: list[Stretch], page: date, moment: Moment) -> Stretch | None:
    """The nearest on the tense's side, or the nearest of all where that one is far and this one close."""
    past = [one for one in near if one.first <= page]
    ahead = [one for one in near if one.last >= page]
    nearest = min(near, key=lambda one: _distance(one, page), default=None)
    if nearest is None:
        return None
    told = (ahead[:1] if moment.tense == "future" else past[-1:] if moment.tense == "past" else []) or [nearest]
    meant = told[0]
    if _distance(meant, page) <= FAR:
        return meant
    close = JUST_OVER if moment.bound else CLOSE
    if moment.tense == "past":
        close = AHEAD_OF_PAST if nearest.unit == "day" else 0
    return nearest if _distance(nearest, page) < close else meant


def _distance(one: Stretch, page: date) -> int:
    if page in one.days:
        return 0
    return (page - one.last).days if one.last < page else (one.first - page).days + AHEAD


@dataclass(frozen=True, slots=True)
class Numeric:
    """``04/03/2019``: day or month first by the page's locale, both readings as a set where nothing tells."""

    one: int
    two: int
    year: int | None
    weekday: int | None = None
    side: Side | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        day_first, month_first = self._at(self.two, self.one, moment), self._at(self.one, self.two, moment)
        preferred = day_first if moment.day_first else month_first
        if moment.day_first is not None and preferred.stretch is not None:
            return preferred
        sound = [one for one in (day_first, month_first) if one.stretch is not None]
        if len(sound) < 2 or day_first.stretch == month_first.stretch:
            return sound[0] if sound else NOTHING
        first, last = sorted((one.stretch for one in sound if one.stretch), key=lambda one: one.first)
        either = Stretch("span", Days(first.first, last.last), f"[{first.edtf},{last.edtf}]", f"{first.timex}|{last.timex}")
        return Reckoned(either, sound[0].anchor)

    def _at(self, month: int, day: int, moment: Moment) -> Reckoned:
        if self.year is not None:
            return Reckoned(s.named_day(self.year, month, day))
        yearless = Yearless("day", month, day, self.weekday, self.side)
        return yearless.reckon(moment) if s.named_day(s.LEAP_YEAR, month, day) else NOTHING


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month and year are another's: ``the 15th``, ``the 3rd of this month``."""

    day: int
    month: Expression | None = None
    weekday: int | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        if self.month is not None:
            found = self.month.reckon(moment)
            of = found.stretch.first if found.stretch else None
            return Reckoned(s.named_day(of.year, of.month, self.day) if of else None, found.anchor)
        if moment.page is None:
            return NOTHING
        near = self._near(moment.page)
        near = [one for one in near if self.weekday in (None, one.first.weekday())] or near
        return Reckoned(on_side(near, None, moment), "page")

    def _near(self, page: date) -> list[Stretch]:
        months = [of for by in range(-12, 13) if (of := s.moved(page.replace(day=1), by, "month"))]
        return [on for of in months if (on := s.named_day(of.year, of.month, self.day))]

    def after(self, first: date) -> Stretch | None:
        """The first such day after a day: the end of ``from 27 April to the 3rd``."""
        return next((one for one in self._near(first) if one.first > first), None)


@dataclass(frozen=True, slots=True)
class Named:
    """A feast or another named day, with its year where that is told; or a named stretch of history."""

    words: str
    year: Expression | None = None
    side: Side | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        if (known := period(self.words)) is not None:
            return Reckoned(s.span(s.day(known.first), s.day(known.last)), about=known.approximate)
        if self.year is not None:
            found = self.year.reckon(moment)
            of_year = self._in_year(found.stretch.first.year)[:1] if found.stretch else []
            return Reckoned(of_year[0][0], found.anchor, about=of_year[0][1]) if of_year else NOTHING
        if moment.page is None:
            return NOTHING
        if (year := _year_told(moment, self.side)) is not None:
            then = self._in_year(year)[:1]
            return Reckoned(then[0][0], "told", about=then[0][1]) if then else NOTHING
        near = [one for by in (-1, 0, 1) for one in self._in_year(moment.page.year + by)]
        on = on_side([stretch for stretch, _ in near], self.side, moment)
        return Reckoned(on, "page", about=dict(near)[on]) if on else NOTHING

    def _in_year(self, year: int) -> list[tuple[Stretch, bool]]:
        """Its occurrences in a year, oldest first, and whether their days are sure only to a day or two."""
        spans = ((s.span(s.day(one.first), s.day(one.last)), one.approximate) for one in occurrences(self.words, year))
        return [(span, about) for span, about in spans if span]
