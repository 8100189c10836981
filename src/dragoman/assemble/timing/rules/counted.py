"""So many units from now or from then: ``three weeks ago``, ``two days later``, ``in two weeks``, ``a week before Christmas``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import About, FromThat, InUnits, Now, Only, Shifted
from dragoman.assemble.timing.patterns import COUNT, MANY, UNIT
from dragoman.assemble.timing.units import CLOCKED, on_calendar, period, steps, unit_of_words

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Base, Expression
    from dragoman.assemble.timing.patterns import Match, Rule
    from dragoman.assemble.timing.stretches import Unit

_BACK = frozenset(("ago", "earlier", "before", "previously", "back", "prior", "prior to", "beforehand"))
_FROM_NOW = frozenset(("ago", "from now", "hence", "back", "from today", "in the future"))
_OF_EVENT = frozenset(("before", "after", "prior"))
"""Words of an event may follow: "two days before the vote"."""

_SIDE = (
    r"(?P<side>ago|earlier|before|beforehand|previously|prior|back|later|after|afterwards|afterward|from now|hence|from today|on"
    r"|in the future)"
)


def _unit(found: Match) -> str:
    return unit_of_words(found["unit"])


def _base(side: str) -> Base:
    return "page" if side in _FROM_NOW else "told"


_IN_SMALLER: dict[str, tuple[int, Unit]] = {"year": (12, "month"), "month": (4, "week"), "week": (7, "day")}
"""What half ones are counted in: a year and a half is 18 months, a month and a half six weeks."""


def _ago(found: Match) -> Expression | None:
    """``three weeks ago``, ``two days earlier``, ``a year from now``; ``a year and a half ago`` is about 18 months"""
    unit, side, count = _unit(found), found["side"], found["count"]
    known = on_calendar(unit) if count.isdecimal() else _IN_SMALLER.get(unit) or on_calendar(unit)
    if known is None:
        return Now() if side == "ago" and unit in CLOCKED else Only(period(count, unit))
    by = int(float(count) * known[0])
    length = period(count, unit) if side in _OF_EVENT else None
    shifted = Shifted(-by if side in _BACK else by, known[1], _base(side), counted=True, length=length)
    return shifted if count.isdecimal() else About(shifted)


def _roughly_ago(found: Match) -> Expression | None:
    inner = _ago(found)
    return About(inner) if inner else None


_STEP = re.compile(rf"(\d{{1,4}}) ({UNIT}s?)")
_LARGEST_FIRST = ("year", "quarter", "month", "week", "weekend", "day", "workday")


def _compound(found: Match) -> Expression | None:
    """``2 years, 1 month and 21 days ago``"""
    back = found["side"] in _BACK
    taken = [one for count, unit in _STEP.findall(found["steps"]) for one in steps(count, unit_of_words(unit), back=back)]
    return FromThat(tuple(sorted(taken, key=lambda one: _LARGEST_FIRST.index(one[1]))), Shifted(0, "day")) if taken else None


def _in_units(found: Match) -> Expression | None:
    """``in two weeks``: so long from now, unless what it took is told ("in two weeks it was over")."""
    unit, count = _unit(found), found["count"]
    known = on_calendar(unit)
    if known is None or not count.isdecimal():
        return Only(period(count, unit))
    return InUnits(int(count) * known[0], known[1], period(count, unit))


def _from_that(found: Match) -> Expression | None:
    """``two weeks before Christmas``; what is counted "from Tuesday" is to come"""
    base = found.read("rest")
    counted = steps(found["count"], _unit(found), back=found["side"] in _BACK)
    return FromThat(counted, base, ahead=found["side"] == "from") if base and counted else None


def _vaguely_ago(found: Match) -> Expression | None:
    return Only("PAST_REF" if found["side"] in _BACK else "FUTURE_REF")


RULES: tuple[Rule, ...] = (
    (rf"(?:in )?{COUNT} (?P<unit>{UNIT})s?(?:'s?)? time", _in_units),
    (rf"in {COUNT} (?P<unit>{UNIT})s?", _in_units),
    (
        rf"(?P<steps>\d{{1,4}} {UNIT}s?(?:,? (?:and )?\d{{1,4}} {UNIT}s?){{1,3}})"
        r" (?P<side>ago|earlier|before|later|from now|hence|after)",
        _compound,
    ),
    (rf"{COUNT} (?:full |short |long )?(?P<unit>{UNIT})s? {_SIDE}(?: (?:today|that|then|it))?", _ago),
    (rf"{COUNT} (?P<unit>{UNIT})s? or so (?P<side>ago|earlier|before|later)", _roughly_ago),
    (rf"(?P<count>\d{{1,4}}) (?P<unit>{UNIT})s? (?P<side>from|after|before|prior to|since) (?P<rest>.{{3,60}})", _from_that),
    (rf"\d{{1,4}} ?(?:-|to|or) ?\d{{1,4}} {UNIT}s? (?P<side>ago|earlier|later|from now)", _vaguely_ago),
    (
        rf"(?:{MANY} |not many |not long )(?:{UNIT}s? )?"
        r"(?P<side>ago|earlier|later|before|after|afterwards|afterward|previously|from now)",
        _vaguely_ago,
    ),
    (rf"{UNIT}s? (?P<side>ago|earlier|later|before|after|afterwards|afterward|previously)", _vaguely_ago),
    (r"(?P<side>ago|earlier|later|before|after|afterwards|afterward|previously)", _vaguely_ago),
)
