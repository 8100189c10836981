"""Days and moments by how they lie to now: ``yesterday``, ``last night``, ``currently``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import AtTime, FromThat, Now, Only, Shifted, Then
from dragoman.assemble.timing.patterns import NEAR_DAY
from dragoman.assemble.timing.times_of_day import part_of_day
from dragoman.assemble.timing.units import steps

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match, Rule

_TIME = r"(?P<time>morning|afternoon|evening|night|lunchtime)"
_DAYS = {
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
    "tomorrow night": 1, "current day": 0, "current date": 0,
}  # fmt: skip


def _day(found: Match) -> Expression | None:
    day = Shifted(_DAYS[found["day"]], "day")
    return AtTime("TNI", day) if found["day"] == "tonight" else day


def _counted_on(found: Match) -> Expression | None:
    """``two days after tomorrow``"""
    return FromThat(steps(found["count"], "day", back=found["side"] == "before"), Shifted(_DAYS[found["day"]], "day"))


def _time_of_this_day(found: Match) -> Expression | None:
    return AtTime(part_of_day(found["time"]), Shifted(-1 if found["side"] == "last" else 0, "day"))


_OF_THAT_DAY = {
    "previous": -1, "preceding": -1, "before": -1, "same": 0, "that": 0, "that same": 0, "next": 1, "following": 1, "after": 1
}  # fmt: skip


def _time_of_that_day(found: Match) -> Expression | None:
    """``that night``, ``the previous night``, ``the evening before``: of the day that was told, or the one beside it."""
    side = found["side"]
    by, length = _OF_THAT_DAY[side], "P1D" if side in ("before", "after") else None
    return AtTime(part_of_day(found["time"]), Shifted(by, "day", "told", length=length) if by else Then("day"))


def _now(found: Match) -> Expression | None:
    return Now()


def _present(found: Match) -> Expression | None:
    """``this day`` is one of a story, told in the present: mostly another than the page's"""
    return Only("PRESENT_REF")


RULES: tuple[Rule, ...] = (
    (
        rf"(?:late |early |earlier |later |by )?(?P<day>day before yesterday|day after tomorrow|{NEAR_DAY}|current (?:day|date))",
        _day,
    ),
    (rf"(?P<count>\d{{1,3}}) days? (?P<side>before|after|from|since) (?P<day>{NEAR_DAY})", _counted_on),
    (
        rf"(?:early |late |later |earlier |mid )?(?P<side>this|last) {_TIME}",
        _time_of_this_day,
    ),
    (rf"(?:early |late |later )?(?P<side>previous|preceding|next|following|that same|same|that) {_TIME}", _time_of_that_day),
    (rf"{_TIME} (?P<side>before|after)", _time_of_that_day),
    (
        r"(?:right |even |just |by |until |for |up to |as of )?now(?:adays)?(?: currently)?|currently|current|at present|present"
        r"|presently|these days|(?:to|until|up to) this (?:very )?(?:day|date)|today's|at the moment|moment|this time"
        r"|(?:up )?to date|this (?:very )?(?:moment|date)|as yet|already|yet|still|present day",
        _now,
    ),
    (r"this (?:very )?day", _present),
)  # fmt: skip

WORDS = frozenset(
    "morning afternoon evening night yesterday today tonight tomorrow day days date this these last previous preceding next"
    " following before after now nowadays currently current present presently moment yet already still".split()
)  # fmt: skip
"""One of these is in everything that the rules read."""
