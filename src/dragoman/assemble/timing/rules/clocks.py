"""Times of day, alone or beside their day: ``4 p.m. EDT Thursday``, ``Sunday evening``, ``noon``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import AtTime
from dragoman.assemble.timing.patterns import CLOCK, PART_OF_DAY, ZONE
from dragoman.assemble.timing.times_of_day import clock_time, part_of_day

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match, Rule


def _clock(found: Match) -> Expression | None:
    time = clock_time(found["clock"], found["zone"])
    return _at(time, found) if time else None


def _part_of_day(found: Match) -> Expression | None:
    return _at(part_of_day(found["time"]), found)


def _at(time: str, found: Match) -> Expression | None:
    if not found["rest"].strip(" ,"):
        return AtTime(time)
    day = found.read("rest")
    return AtTime(time, day) if day else None


def _hours_of(found: Match) -> Expression | None:
    """``the early hours of Thursday``"""
    return found.read("rest")


RULES: tuple[Rule, ...] = (
    (r"(?:early |late |small |wee )?(?:morning )?hours of (?P<rest>.{3,60})", _hours_of),
    (rf"(?P<clock>{CLOCK})(?: ?(?P<zone>{ZONE}))?(?:,? (?:on |of |in )?(?:the )?(?P<rest>.{{2,80}}))?", _clock),
    (rf"(?P<rest>.{{2,80}}?),? (?:at |around |about )?(?P<clock>{CLOCK})(?: ?(?P<zone>{ZONE}))?", _clock),
    (
        rf"(?:early |late |later |mid )?(?:in )?(?:the )?(?P<time>{PART_OF_DAY})(?:,? (?:of |on )?(?:the )?(?P<rest>.{{2,80}}))?",
        _part_of_day,
    ),
    (rf"(?P<rest>.{{2,80}}?),? (?:early |late |mid |at |in the )?(?P<time>{PART_OF_DAY})", _part_of_day),
)
