"""What the words of a time expression say, before they are anchored; ``reckon`` anchors them at a moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol

from dragoman.assemble.dating.days import Days, shifted
from dragoman.assemble.timing import stretches as s
from dragoman.assemble.timing.stretches import Stretch
from dragoman.lexicon.named_days import occurrences, period

if TYPE_CHECKING:
    from dragoman.assemble.timing.moments import Moment
    from dragoman.assemble.timing.stretches import Part, Unit
    from dragoman.assemble.timing.values import Anchor

Side = Literal["last", "this", "next", "coming"]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An expression at its moment: the stretch it means, None where it means none, and what it was reckoned from.

    timex   where it is not that of the stretch: of durations, sets, vague words, times of day
    about   the words say that it is not exact
    """

    stretch: Stretch | None = None
    anchor: Anchor = "none"
    timex: str | None = None
    about: bool = False


NOTHING = Reckoned()


class Expression(Protocol):
    def reckon(self, moment: Moment) -> Reckoned: ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """Named in full: ``16 February 2019``, ``1956``, ``the 1990s``."""

    stretch: Stretch

    def reckon(self, moment: Moment) -> Reckoned:
        return Reckoned(self.stretch)


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day, month, quarter, half or season without its year: ``16 February``, ``in June``, ``the third quarter``.

    ``day`` counts days of a month; weekday, where it stands beside, decides the year if only one near year agrees.
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
        if self.side is None and moment.near and _of_another_year(moment) and moment.tense != "future":
            return self._by_told(moment)
        near = [found for by in range(-4, 5) if (found := self.in_year(moment.page.year + by))]
        if self.weekday is not None:
            near = [one for one in near if one.first.weekday() == self.weekday] or near
        if self.unit in ("quarter", "half") and moment.tense is None:
            moment = replace(moment, tense="past")
        return Reckoned(_on_side(near, moment.page, self.side, moment), "page")

    def _by_told(self, moment: Moment) -> Reckoned:
        """A month told after another year's: "In 1990 … in August"."""
        if moment.told is None or moment.told.unit in ("decade", "century") or len(moment.told.days) > 366:
            return NOTHING
        return Reckoned(self.in_year(moment.told.first.year), "told")


def _of_another_year(moment: Moment) -> bool:
    told, page = moment.told, moment.page
    return told is not None and page is not None and told.unit != "decade" and told.first.year == told.last.year < page.year - 1


FAR, CLOSE, AHEAD_OF_PAST = 240, 150, 100
"""Days. What lies so far by its tense, and has another year's close by, is that one: "has set Nov. 10 as the deadline" says nothing
of last year's November, "a late-November trip" in January nothing of the next."""


def _on_side(near: list[Stretch], page: date, side: Side | None, moment: Moment) -> Stretch | None:
    """Of one name's occurrences in the years around, oldest first, the one meant."""
    past = [one for one in near if one.first <= page]
    ahead = [one for one in near if one.last >= page]
    if side == "last":
        over = [one for one in near if one.last < page]
        if over and over[-1].unit == "month" and (page - over[-1].last).days <= 31:
            over.pop()
        return over[-1] if over else None
    if side == "this":
        return next((one for one in near if one.first.year == page.year), None)
    if side in ("next", "coming"):
        return next((one for one in near if one.first > page), None)
    nearest = min(near, key=lambda one: _distance(one, page), default=None)
    told = (ahead[:1] if moment.tense == "future" else past[-1:] if moment.tense == "past" else []) or [nearest]
    meant = told[0]
    if meant is not None and nearest is not None and _distance(meant, page) > FAR:
        close = AHEAD_OF_PAST if moment.tense == "past" and nearest.unit == "day" else 0 if moment.tense == "past" else CLOSE
        return nearest if _distance(nearest, page) < close else meant
    return meant


def _distance(one: Stretch, page: date) -> int:
    """Days between; what is to come counts a little farther, since news tells more of what has been."""
    if page in one.days:
        return 0
    return (page - one.last).days if one.last < page else (one.first - page).days + 30


@dataclass(frozen=True, slots=True)
class Numeric:
    """``04/03/2019``: day or month first by the page's locale, both readings as a set where nothing tells."""

    one: int
    two: int
    year: int | None
    weekday: int | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        day_first, month_first = (found for found in ((self.two, self.one), (self.one, self.two)))
        readings = [self._at(month, day, moment) for month, day in (day_first, month_first)]
        if moment.day_first is not None and readings[not moment.day_first].stretch is not None:
            return readings[not moment.day_first]
        sound = [one for one in readings if one.stretch is not None]
        if len(sound) < 2 or sound[0].stretch == sound[1].stretch:
            return sound[0] if sound else NOTHING
        first, last = sorted((one.stretch for one in sound if one.stretch), key=lambda one: one.first)
        either = Stretch("span", Days(first.first, last.last), f"[{first.edtf},{last.edtf}]", f"{first.timex}|{last.timex}")
        return Reckoned(either, sound[0].anchor)

    def _at(self, month: int, day: int, moment: Moment) -> Reckoned:
        if self.year is not None:
            return Reckoned(s.named_day(self.year, month, day))
        yearless = Yearless("day", month, day, self.weekday)
        return yearless.reckon(moment) if s.named_day(2000, month, day) else NOTHING


@dataclass(frozen=True, slots=True)
class Weekday:
    """``Saturday``, ``last Friday``, ``next Monday``, ``Tuesday of last week`` (``weeks`` -1)."""

    number: int
    side: Side | None = None
    weeks: int | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        if moment.page is None:
            return NOTHING
        page = moment.page
        monday = shifted(page, -page.weekday())
        back = (page.weekday() - self.number) % 7
        if self.weeks is not None:
            on = shifted(monday, 7 * self.weeks + self.number)
        elif self.side == "last":
            on = shifted(page, -(back or 7))
        elif self.side == "next":
            on = shifted(monday, 7 + self.number)
        elif self.side == "this":
            on = shifted(monday, self.number)
        elif self.side == "coming":
            on = shifted(page, 7 - back)
        elif moment.tense == "future":
            on = shifted(page, (7 - back) % 7)
        else:
            on = shifted(page, -back)
        return Reckoned(s.day(on), "page")


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from now or from then: ``yesterday``, ``last month``, ``two days earlier``, ``the following week``.

    counted   a number stands there
    of_event  it may count from an event: "two days before the vote" has no day unless that has one
    """

    by: int
    unit: Unit
    of: Literal["page", "told"] = "page"
    counted: bool = False
    of_event: bool = False

    def reckon(self, moment: Moment) -> Reckoned:
        base = moment.told.first if self.of == "told" and moment.told else moment.page
        if base is None or (self.of_event and moment.leads):
            return NOTHING
        anchor: Anchor = "told" if self.of == "told" and moment.told else "page"
        on = s.moved(base, self.by, self.unit)
        if on is None:
            return NOTHING
        if self.counted and self.by == -1 and self.unit == "year" and moment.told is not None and moment.told.unit == "quarter":
            return YearBefore(quarter=True).reckon(moment)
        return Reckoned(s.of_unit(self.unit, on), anchor)


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
    """What was told before, or the unit that holds it: ``that day``, ``the same year``, ``the quarter``, ``at the time``."""

    unit: Unit | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        if self.unit == "quarter":
            return self._quarter(moment)
        if moment.told is None:
            return NOTHING
        if self.unit is None:
            return Reckoned(moment.told, "told")
        if self.unit == "day" and moment.told.unit != "day":
            return NOTHING
        return Reckoned(s.of_unit(self.unit, moment.told.first), "told")

    def _quarter(self, moment: Moment) -> Reckoned:
        """The quarter told before, else the last one that is over."""
        if moment.told is not None and moment.told.unit == "quarter":
            return Reckoned(moment.told, "told")
        before = s.moved(moment.page, -1, "quarter") if moment.page else None
        return Reckoned(s.of_unit("quarter", before), "page") if before else NOTHING


@dataclass(frozen=True, slots=True)
class Now:
    """``now``, ``currently``, ``at present``: the page's day."""

    timex: str = "PRESENT_REF"

    def reckon(self, moment: Moment) -> Reckoned:
        return Reckoned(s.day(moment.page) if moment.page else None, "page", self.timex)


@dataclass(frozen=True, slots=True)
class Only:
    """What has no day: a duration, a set of times, a vague word."""

    timex: str

    def reckon(self, moment: Moment) -> Reckoned:
        return Reckoned(timex=self.timex)


@dataclass(frozen=True, slots=True)
class Window:
    """So many units up to the page's day, or after it: ``the past three months``. A duration; its days are known all the same."""

    count: int
    unit: Unit
    ahead: bool
    timex: str
    within: bool = False

    def reckon(self, moment: Moment) -> Reckoned:
        if moment.page is not None and self.unit in ("quarter", "decade"):
            return self._whole(moment.page)
        other = s.moved(moment.page, self.count if self.ahead else -self.count, self.unit) if moment.page else None
        if moment.page is None or other is None:
            return Reckoned(timex=self.timex)
        first, last = (shifted(moment.page, 1), other) if self.ahead else (other, shifted(moment.page, -1))
        if self.within:
            first, last = moment.page, shifted(other, -1)
        return Reckoned(s.span(s.day(first), s.day(last)), "page", self.timex)

    def _whole(self, page: date) -> Reckoned:
        """Quarters and decades are those of the calendar, without the one that is going on."""
        nearest, farthest = (s.moved(page, by if self.ahead else -by, self.unit) for by in (1, self.count))
        ends = sorted((of for on in (nearest, farthest) if on and (of := s.of_unit(self.unit, on))), key=lambda one: one.first)
        return Reckoned(s.span(ends[0], ends[-1]) if ends else None, "page", self.timex)


@dataclass(frozen=True, slots=True)
class FromThat:
    """``two weeks before Christmas``, ``three days from tomorrow``, ``2 years, 1 month and 21 days ago``: counted to the day."""

    steps: tuple[tuple[int, Unit], ...]
    base: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.base.reckon(moment)
        on: date | None = found.stretch.first if found.stretch else None
        for by, unit in self.steps:
            on = s.moved(on, by, unit) if on else None
        return Reckoned(s.day(on), found.anchor) if on else NOTHING


@dataclass(frozen=True, slots=True)
class WeekOf:
    """``the week of 10 April``"""

    day: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.day.reckon(moment)
        return Reckoned(s.week(found.stretch.first), found.anchor) if found.stretch else NOTHING


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """``week 31``: of the page's year or of one told beside it, by ISO's count."""

    number: int
    year: Expression | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.year.reckon(moment) if self.year else Reckoned(s.day(moment.page) if moment.page else None, "page")
        if found.stretch is None:
            return NOTHING
        try:
            monday = date.fromisocalendar(found.stretch.last.year, self.number, 1)
        except ValueError:
            return NOTHING
        return Reckoned(s.week(monday), found.anchor)


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
class PartOf:
    """``early 2018``, ``the end of last year``, ``later this week``"""

    part: Part
    whole: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.whole.reckon(moment)
        if found.stretch is None:
            return found
        now = moment.page if found.anchor != "told" else moment.told.first if moment.told else None
        return replace(found, stretch=s.part_of(self.part, found.stretch, now), timex=found.timex or found.stretch.timex)


@dataclass(frozen=True, slots=True)
class AtTime:
    """A time of day, and the day where it stands beside it: ``Sunday evening``, ``4 p.m. EDT Thursday``, ``noon``."""

    time: str
    day: Expression | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        if self.day is None:
            on, anchor = self._near(moment)
        else:
            found = self.day.reckon(moment)
            on, anchor = found.stretch, found.anchor
        if on is None or on.unit != "day":
            return Reckoned(on, anchor, None if on else self.time)
        return Reckoned(on, anchor, f"{on.timex}{self.time}")

    def _near(self, moment: Moment) -> tuple[Stretch | None, Anchor]:
        """The day told before, where one is near; else the page's."""
        if moment.told is not None and moment.told.unit == "day":
            return moment.told, "told"
        return (s.day(moment.page), "page") if moment.page else (None, "none")


@dataclass(frozen=True, slots=True)
class Between:
    """``from 3 to 5 May``, ``between 2003 and 2012``, ``2016-2018``; an end that lacks its year or month takes the other's."""

    first: Expression
    last: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        last = self.last.reckon(moment)
        beside = (
            replace(moment, told=last.stretch, page=None)
            if isinstance(self.first, Yearless | Numeric) and last.stretch
            else moment
        )
        first = self.first.reckon(beside)
        if first.stretch and last.stretch and first.stretch.first > last.stretch.last:
            first = self._before(last.stretch, first.stretch)
        if first.stretch is None or last.stretch is None:
            return NOTHING
        return Reckoned(s.span(first.stretch, last.stretch), last.anchor if last.anchor != "none" else first.anchor)

    def _before(self, last: Stretch, first: Stretch) -> Reckoned:
        """``from November to February``: the first is of the year before; ``Friday to Monday``: of the days before."""
        if isinstance(self.first, Yearless):
            return Reckoned(self.first.in_year(last.first.year - 1), "told")
        if isinstance(self.first, Weekday):
            return Reckoned(s.day(shifted(last.first, -((last.first.weekday() - self.first.number) % 7))), "page")
        return Reckoned(first)


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
        near = [on for by in range(-12, 13) if (of := s.moved(moment.page.replace(day=1), by, "month"))
                and (on := s.named_day(of.year, of.month, self.day))]  # fmt: skip
        near = [one for one in near if self.weekday in (None, one.first.weekday())] or near
        return Reckoned(_on_side(near, moment.page, None, moment), "page")


@dataclass(frozen=True, slots=True)
class NthOf:
    """``the first week of May``, ``the second Tuesday of November 2018``, ``the last day of the month``; ``nth`` -1 is the last."""

    nth: int
    unit: Unit | int
    whole: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.whole.reckon(moment)
        if found.stretch is None:
            return NOTHING
        return Reckoned(_nth(self.nth, self.unit, found.stretch), found.anchor)


def _nth(nth: int, unit: Unit | int, whole: Stretch) -> Stretch | None:
    """Of weekdays (a number) those that lie in the whole."""
    if isinstance(unit, int):
        first = shifted(whole.first, (unit - whole.first.weekday()) % 7)
        on = shifted(first, 7 * (nth - 1)) if nth > 0 else shifted(whole.last, -((whole.last.weekday() - unit) % 7))
        return s.day(on) if on in whole.days else None
    if unit == "half" and whole.unit in ("decade", "century"):
        return s.half_of_years(whole, 2 if nth in (2, -1) else 1)
    if unit == "week":
        return _nth_week(nth, whole)
    if nth < 0:
        return s.of_unit(unit, whole.last)
    begins = s.of_unit(unit, whole.first)
    on_day = s.moved(whole.first, nth - 1, unit)
    if begins is None or on_day is None or on_day not in whole.days:
        return None
    return s.of_unit(unit, on_day)


def _nth_week(nth: int, whole: Stretch) -> Stretch | None:
    """Weeks count as of the whole that holds most of their days, as ISO counts those of a year."""
    on = shifted(whole.last, -3) if nth < 0 else shifted(whole.first, 3 + 7 * (nth - 1))
    return s.week(on) if on in whole.days else None


@dataclass(frozen=True, slots=True)
class FirstUnits:
    """``the first three months of 2019``, ``the last two weeks of May``: a stretch inside another."""

    nth: int
    count: int
    unit: Unit
    whole: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        found = self.whole.reckon(moment)
        if found.stretch is None:
            return NOTHING
        whole = found.stretch
        edge = (
            s.moved(whole.first, self.count, self.unit)
            if self.nth > 0
            else s.moved(shifted(whole.last, 1), -self.count, self.unit)
        )
        if edge is None or edge not in Days(whole.first, shifted(whole.last, 1)):
            return NOTHING
        first, last = (whole.first, shifted(edge, -1)) if self.nth > 0 else (edge, whole.last)
        if last < first:
            return NOTHING
        ends = (s.of_unit("month", first), s.of_unit("month", last)) if self.unit == "month" else (s.day(first), s.day(last))
        return Reckoned(s.span(ends[0], ends[1]) if ends[0] and ends[1] else None, found.anchor)


@dataclass(frozen=True, slots=True)
class Named:
    """A feast or another named day, with its year where that is told; or a named stretch of history."""

    words: str
    year: Expression | None = None
    side: Side | None = None

    def reckon(self, moment: Moment) -> Reckoned:
        if (known := period(self.words)) is not None:
            return Reckoned(s.span(s.day(known.first), s.day(known.last)), "none")
        if self.year is not None:
            found = self.year.reckon(moment)
            known = self._in_year(found.stretch.first.year)[:1] if found.stretch else []
            return Reckoned(known[0][0], found.anchor, about=known[0][1]) if known else NOTHING
        if moment.page is None:
            return NOTHING
        near = [one for by in (-1, 0, 1) for one in self._in_year(moment.page.year + by)]
        on = _on_side([stretch for stretch, _ in near], moment.page, self.side, moment)
        return Reckoned(on, "page", about=dict(near)[on]) if on else NOTHING

    def _in_year(self, year: int) -> list[tuple[Stretch, bool]]:
        """Its occurrences in a year, oldest first, and whether their days are sure only to a day or two."""
        known = sorted(occurrences(self.words, year), key=lambda one: one.first)
        spans = ((s.span(s.day(one.first), s.day(one.last)), one.approximate) for one in known)
        return [(span, about) for span, about in spans if span]


@dataclass(frozen=True, slots=True)
class About:
    """``around April``, ``some three years ago``, ``fiscal 1990``: the words themselves say that it is not exact."""

    what: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        return replace(self.what.reckon(moment), about=True)
