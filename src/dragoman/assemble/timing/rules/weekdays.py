"""Days of the week: ``Friday``, ``last Friday``, ``Tuesday of next week``, ``two Sundays ago``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import AtTime, Beside, Only, Shifted, Weekday
from dragoman.assemble.timing.patterns import NEAR_DAY, SIDE, WEEKDAY, weekday_of_name
from dragoman.assemble.timing.rules.days import side_of_words
from dragoman.assemble.timing.rules.units_beside import SHIFTS

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression, Side
    from dragoman.assemble.timing.patterns import Match, Rule

_WEEK = r"(?P<week>last|past|previous|this|next|coming|following) week"


def _weekday(found: Match) -> Expression | None:
    return Weekday(weekday_of_name(found["weekday"]), side_of_words(found["side"]))


def _from_then(found: Match) -> Expression | None:
    """``the following Tuesday``: after what was told"""
    side: Side = "last" if found["side"] in ("previous", "preceding") else "coming"
    return Weekday(weekday_of_name(found["weekday"]), side, "told")


def _of_week(found: Match) -> Expression | None:
    """``Tuesday of next week``"""
    return Beside(Weekday(weekday_of_name(found["weekday"])), Shifted(SHIFTS[found["week"]], "week"))


def _counted(found: Match) -> Expression | None:
    """``two Sundays ago``"""
    count = int(found["count"])
    return Weekday(weekday_of_name(found["weekday"]), count=-count if found["side"] == "ago" else count) if count else None


def _told_twice(found: Match) -> Expression | None:
    """``yesterday (Friday)``, ``tomorrow, 3 May``, ``Monday two weeks ago``: the same time told another way."""
    first, second = found.read("first"), found.read("second")
    if first is None or second is None or isinstance(second, Only) or (isinstance(second, AtTime) and second.day is None):
        return None
    return Beside(first, second)


RULES: tuple[Rule, ...] = (
    (rf"(?P<side>following|previous|preceding) (?P<weekday>{WEEKDAY})", _from_then),
    (rf"(?:{SIDE} )?(?P<weekday>{WEEKDAY})(?:'s)?", _weekday),
    (rf"(?P<weekday>{WEEKDAY}),? (?:of |in )?(?:the )?{_WEEK}", _of_week),
    (rf"{_WEEK}(?:'s| on|,| -)? (?P<weekday>{WEEKDAY})", _of_week),
    (rf"(?P<count>\d{{1,2}}) (?P<weekday>{WEEKDAY})s? (?P<side>ago|from now|hence)", _counted),
    (rf"(?P<first>{NEAR_DAY}|(?:this |last |next )?{WEEKDAY}),? \(?(?:the )?(?P<second>.{{3,60}})", _told_twice),
)
