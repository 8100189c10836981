"""Units beside now or beside what was told: ``last month``, ``the following week``, ``the day before``, ``that year``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import Lasting, Only, PartOf, Shifted, Then, Weekend, Window, YearBefore
from dragoman.assemble.timing.patterns import UNIT
from dragoman.assemble.timing.rules.lengths import some
from dragoman.assemble.timing.units import on_calendar, period, unit_of_words, whole

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match, Rule

SHIFTS = {
    "last": -1, "past": -1, "this past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "present": 0,
    "next": 1, "coming": 1, "this coming": 1, "following": 1, "upcoming": 1, "this upcoming": 1, "subsequent": 1,
}  # fmt: skip
_FROM_THEN = ("previous", "preceding", "prior", "following", "subsequent")
"""They count from what was told, as "the next day" does; the others from now."""

_SIDE = (
    r"(?P<side>last|this past|past|previous|preceding|prior|this coming|this upcoming|this|current|present|next|coming|following"
    r"|upcoming|subsequent)"
)


def _beside(found: Match) -> Expression | None:
    """``last month``, ``the following week``"""
    unit, side = unit_of_words(found["unit"]), found["side"]
    if side == "past" and unit in ("decade", "century"):
        times, of = on_calendar(unit) or (1, "year")
        return Window(((-times, of),), f"P{times}Y")
    of_name = whole(unit)
    then = side in _FROM_THEN or (side == "next" and unit in ("day", "night"))  # from now it is tomorrow
    return Shifted(SHIFTS[side], of_name, "told" if then else "page") if of_name else None


def _two_beside(found: Match) -> Expression | None:
    """``the week before last``, ``the year after next``"""
    unit = whole(unit_of_words(found["unit"]))
    return Shifted(-2 if found["side"] == "before last" else 2, unit) if unit else None


def _one_from_then(found: Match) -> Expression | None:
    """``the day before``, ``the year after``: of what was told, or of an event whose words follow"""
    unit, side = unit_of_words(found["unit"]), found["side"]
    of_name = whole(unit)
    by = -1 if side in ("before", "earlier") else 1
    return Shifted(by, of_name, "told", length=period("1", unit) if side in ("before", "after") else None) if of_name else None


def _that(found: Match) -> Expression | None:
    unit = whole(unit_of_words(found["unit"]))
    return Then(unit, same="that" not in found.words) if unit else None


def _year_earlier(found: Match) -> Expression | None:
    """``the year-ago quarter``, ``year-earlier``: as long as what was told, a year before."""
    return YearBefore(quarter="quarter" in found.words or "period" in found.words)


def _latest(found: Match) -> Expression | None:
    """``the latest quarter``, ``the full year``; ``the fiscal year`` tells how long, like ``the year``"""
    if found.words == "fiscal year":
        return Only("P1Y")
    return Shifted(0, "year") if found["unit"] == "year" else Shifted(-1, "quarter")


def _bare(found: Match) -> Expression | None:
    """``the quarter`` is the one spoken of, and so is ``the period`` behind it.

    ``the year`` tells how long, but in "the end of the year" the year is this one.
    """
    unit = unit_of_words(found["unit"])
    if unit in ("quarter", "period"):
        return Then("quarter", named=unit == "quarter")
    if unit == "weekend":
        return Weekend()
    of_name = whole(unit)
    if found.inside and of_name:
        return Shifted(0, of_name)
    return Only(period("1", unit))


def _so_far(found: Match) -> Expression | None:
    unit = whole(unit_of_words(found["unit"]))
    return PartOf("earlier", Shifted(0, unit)) if unit else None


def _fortnight(found: Match) -> Expression | None:
    """Two weeks from a Monday on: the one that goes on, the next, the one before"""
    by = {"last": -2, "this": 0, "next": 2}[found["side"] or "this"]
    return Lasting(((2, "week"),), Shifted(by, "week"), "P2W")


RULES: tuple[Rule, ...] = (
    (rf"{_SIDE} (?P<unit>{UNIT})(?:'s)?", _beside),
    (rf"(?P<unit>{UNIT}) (?P<side>before last|after (?:the )?next)", _two_beside),
    (
        r"(?:comparable |corresponding |same )?year (?:ago|earlier)(?: (?:same )?(?:period|quarter|(?:1st|2nd|3rd|4th) quarter))?"
        r"|(?:comparable |corresponding |same )?1 year (?:ago|earlier) (?:same )?(?:period|quarter|(?:1st|2nd|3rd|4th) quarter)",
        _year_earlier,
    ),
    (
        r"quarter 1 year (?:ago|earlier)|comparable (?:period|quarter)|same period(?: last year| 1 year (?:ago|earlier))?",
        _year_earlier,
    ),
    (rf"(?P<unit>{UNIT}) (?P<side>before|after|earlier|later)", _one_from_then),
    (rf"(?:earlier |later )?(?:that same|that|same|the same) (?P<unit>{UNIT})", _that),
    (r"(?:latest|most recent|full|entire|whole|fiscal|current fiscal) (?P<unit>quarter|period|year)", _latest),
    (rf"(?P<unit>{UNIT}) (?:to date|so far)", _so_far),
    (rf"(?:so far )?this (?P<unit>{UNIT})(?: so far)?", _so_far),
    (r"(?:(?P<side>last|this|next) )?fortnight", _fortnight),
    (rf"(?P<unit>{UNIT}|period)", _bare),
    (rf"(?P<unit>{UNIT})s", some),
)
"""``the day after`` comes before the single units; where nothing counts, the unit itself says how long."""
