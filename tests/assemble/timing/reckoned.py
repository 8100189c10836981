"""Expressions reckoned at a few moments, which the tables of the grammar name."""

from __future__ import annotations

from datetime import date

from dragoman.assemble.timing import stretches
from dragoman.assemble.timing.grammar import Reading, parse
from dragoman.assemble.timing.moments import Moment
from dragoman.assemble.timing.wording import plain

Row = tuple[str, Moment, str | None, str | None, str]
"""Words, the moment, the EDTF and the TIMEX3 value (``~`` behind it where the words tell only about when), and why."""

DAY = date(2019, 2, 16)
"""A Saturday."""

PAGE = Moment(DAY)
"""Nothing but the page's day is known."""

PAST, TO_COME = Moment(DAY, tense="past"), Moment(DAY, tense="future")
DAY_FIRST, MONTH_FIRST = Moment(DAY, day_first=True), Moment(DAY, day_first=False)
DEADLINE = Moment(DAY, tense="future", bound=True)
TOLD = Moment(DAY, stretches.named_day(2016, 5, 9), near=True)
"""9 May 2016, a Monday, was told just before."""

LED = Moment(DAY, stretches.named_day(2016, 5, 9), near=True, leads=True)
"""Words of an event follow."""

IN_MONTH, IN_YEAR = Moment(DAY, stretches.month(2016, 5), near=True), Moment(DAY, stretches.year(2016), near=True)
"""Only a month or a year was told."""

THREE_DAYS = Moment(DAY, stretches.span(stretches.day(date(2016, 5, 3)), stretches.day(date(2016, 5, 5))), near=True)
QUARTER = Moment(DAY, stretches.quarter(2018, 3))
NOWHERE = Moment()
"""Not even the page's day is known."""


def reckoned(words: str, moment: Moment) -> tuple[str | None, str | None]:
    """EDTF and TIMEX3 value of an expression."""
    expression = parse(words)
    if expression is None:
        return None, None
    found = expression.reckon(moment)
    timex = found.timex or (found.stretch.timex if found.stretch else None)
    about = "~" if found.about and timex else ""
    return (found.stretch.edtf if found.stretch else None), (f"{timex}{about}" if timex else None)


def reading(words: str) -> Reading:
    """The reading of an expression: which rule it took, how much was read."""
    found = Reading()
    found.read(plain(words))
    return found
