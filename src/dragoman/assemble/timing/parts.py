"""Parts of a stretch: early 2018, the end of last month, later this week. Their TIMEX3 value is that of the whole.

Early, middle and late are thirds. The beginning and the end of a year are two months: ``the end of last year`` is November and
December; those of a month are its thirds, too.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from dragoman.assemble.days import Days, month_of, shifted
from dragoman.assemble.timing.stretches import Stretch, in_a_row, year

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.assemble.timing.stretches import Unit

Part = Literal["beginning", "early", "middle", "late", "end", "earlier", "later", "rest"]
"""``earlier`` is what is over before now, ``later`` what is to come after it, ``rest`` what is left with now in it."""


def part_of(part: Part, whole: Stretch, now: date | None) -> Stretch:
    """The part of a stretch; the whole where nothing cuts it: parts of a day, earlier than its first day.

    ``now`` is the day before which earlier, and after which later, is meant; None where that is not known.
    """
    if part in ("earlier", "later", "rest"):
        return _beside(part, whole, now)
    if whole.unit == "span":
        return _of_history(part, whole)
    cut = _CUTS.get(whole.unit)
    if cut is None:
        return whole
    days = Days(*cut(whole, part))
    return Stretch("span", days, _edtf(days, whole.unit), whole.timex)


def _beside(part: Part, whole: Stretch, now: date | None) -> Stretch:
    """Of a year or a month EDTF has the whole: "earlier this year" says no more than the year."""
    if now is None or now not in whole.days:
        return whole
    first = {"earlier": whole.first, "later": shifted(now, 1), "rest": now}[part]
    last = shifted(now, -1) if part == "earlier" else whole.last
    if last < first:
        return whole
    days = Days(first, last)
    if part != "rest" and whole.unit in ("year", "month"):
        return Stretch("span", days, whole.edtf, whole.timex)
    return in_a_row(days, whole.timex)


def _of_history(part: Part, whole: Stretch) -> Stretch:
    """Of a stretch of years, a war, the beginning and the end are its first and last year."""
    if len(whole.days) <= 366 or part not in ("beginning", "end"):
        return whole
    return year(whole.last.year if part == "end" else whole.first.year) or whole


def _edtf(days: Days, of: Unit) -> str:
    """Parts of years are told in months, those of decades and centuries in years."""
    digits = {"year": len("2018-11"), "decade": len("2018"), "century": len("2018")}.get(of, len("2018-11-01"))
    return f"{days.first.isoformat()[:digits]}/{days.last.isoformat()[:digits]}"


def _of_year(whole: Stretch, part: Part) -> tuple[date, date]:
    first, last = {"beginning": (1, 2), "early": (1, 4), "middle": (5, 8), "late": (9, 12), "end": (11, 12)}[part]
    return date(whole.first.year, first, 1), month_of(whole.first.year, last).last


def _of_month(whole: Stretch, part: Part) -> tuple[date, date]:
    begins, ends = {"beginning": (1, 10), "early": (1, 10), "middle": (11, 20), "late": (21, 31), "end": (21, 31)}[part]
    return whole.first.replace(day=begins), whole.first.replace(day=min(ends, whole.last.day))


def _of_week(whole: Stretch, part: Part) -> tuple[date, date]:
    """Days that news calls so, which are no thirds: early is Monday to Wednesday, late Thursday to Sunday."""
    begins, ends = {"beginning": (0, 2), "early": (0, 2), "middle": (2, 3), "late": (3, 6), "end": (3, 6)}[part]
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
