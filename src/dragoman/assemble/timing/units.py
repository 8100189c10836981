"""Units of time as words: their TIMEX3 letters, and what a count of them is on the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Step
    from dragoman.assemble.timing.stretches import Unit

_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "workday": "D", "night": "D", "weekend": "W", "week": "W",
    "workweek": "W", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
    "millennium": "L",
}  # fmt: skip
CLOCKED = ("second", "minute", "hour")
_HALVES = {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H", "decade": "5Y"}
_ON_CALENDAR: dict[str, tuple[int, Unit]] = {
    "day": (1, "day"), "workday": (1, "workday"), "night": (1, "day"), "week": (1, "week"), "workweek": (1, "week"),
    "weekend": (1, "weekend"), "fortnight": (2, "week"), "month": (1, "month"), "quarter": (1, "quarter"), "year": (1, "year"),
    "decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year"),
}  # fmt: skip
"""How many of which unit; the clock's are not on the calendar."""

_NAMES = {
    "centurie": "century", "millennia": "millennium", "business day": "workday", "working day": "workday",
    "business week": "workweek", "working week": "workweek",
}  # fmt: skip
_WHOLE: dict[str, Unit] = {
    "day": "day", "week": "week", "workweek": "workweek", "weekend": "weekend", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip


def unit_of_words(words: str) -> str:
    """``centuries`` is century, ``working days`` workday"""
    one = words.removesuffix("s")
    return _NAMES.get(one, one)


def whole(unit: str) -> Unit | None:
    """The stretch of the calendar that has a unit's name; None for a night, an hour, a fortnight."""
    return _WHOLE.get(unit)


def on_calendar(unit: str) -> tuple[int, Unit] | None:
    """on_calendar("fortnight") == (2, "week"); None for hours and less"""
    return _ON_CALENDAR.get(unit)


def steps(count: str, unit: str, *, back: bool) -> tuple[Step, ...]:
    """A count of units as one step on the calendar; none for hours and less, and for halves."""
    known = _ON_CALENDAR.get(unit)
    if known is None or not count.isdecimal():
        return ()
    return ((-int(count) * known[0] if back else int(count) * known[0], known[1]),)


def period(count: str, unit: str) -> str:
    """TIMEX3's duration: period("3", "day") == "P3D"; of half ones too: period("2.5", "year") == "P2Y6M"; ``X`` counts some."""
    letter, clock = _LETTERS[unit], "T" if unit in CLOCKED else ""
    if unit == "fortnight" and count.isdecimal():
        return f"P{2 * int(count)}W"
    if not count.endswith(".5") or unit not in _HALVES:
        return f"P{clock}{count}{letter}"
    whole_ones = "" if count == "0.5" else f"{count[:-2]}{letter}"
    return f"P{clock}{whole_ones}{_HALVES[unit]}"
