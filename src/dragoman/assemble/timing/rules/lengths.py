"""How long, and how long from now or from a day on: ``three days``, ``the past five years``, ``within two weeks``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import Lasting, Only, Shifted, Window
from dragoman.assemble.timing.patterns import COUNT, MANY, UNIT
from dragoman.assemble.timing.units import period, steps, unit_of_words

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression, Step
    from dragoman.assemble.timing.patterns import Match, Rule

_AHEAD = ("next", "coming", "following", "upcoming")
_OF_ELSE = ("first", "1st", "final")
"""Of what, the words don't say: nothing is counted from now."""
_WINDOW_SIDE = r"(?P<side>last|past|previous|next|coming|upcoming|following|first|1st|final|latest)"
_SOME = r"(?:few|several|2 of|many|some)"
_RUN = r"(?:long|period|span|run|delay|stretch)"
_LONG = r"(?:more |additional |full |straight |consecutive |whole |long |short |calendar )"


def _unit(found: Match) -> str:
    return unit_of_words(found["unit"])


def _lasts(found: Match) -> Expression | None:
    return Only(period(found["count"], _unit(found)))


def _half(found: Match) -> Expression | None:
    return Only(period("0.5", _unit(found)))


def some(found: Match) -> Expression | None:
    """``several days``: nothing counts them."""
    return Only(period("X", _unit(found)))


def _one(found: Match) -> Expression | None:
    return Only(period("1", _unit(found)))


def _calendar_steps(count: str, unit: str, *, back: bool) -> tuple[Step, ...]:
    """A window of decades is one of whole ones on the calendar."""
    if unit == "decade" and count.isdecimal():
        return ((-int(count) if back else int(count), "decade"),)
    return steps(count, unit, back=back)


def _window(found: Match) -> Expression | None:
    unit, count = _unit(found), found["count"]
    taken = _calendar_steps(count, unit, back=found["side"] not in _AHEAD) if found["side"] not in _OF_ELSE else ()
    return Window(taken, period(count, unit)) if taken else Only(period(count, unit))


def _within(found: Match) -> Expression | None:
    unit, count = _unit(found), found["count"]
    taken = steps(count, unit, back=False)
    return Window(taken, period(count, unit), within=True) if taken else Only(period(count, unit))


def _from_today(found: Match) -> Expression | None:
    """``for three days from today``"""
    taken = steps(found["count"], _unit(found), back=False)
    return Lasting(taken, Shifted(0, "day"), period(found["count"], _unit(found))) if taken else None


def _lasting(found: Match) -> Expression | None:
    """``within 30 days of the signing``, ``two weeks starting 20 May``"""
    unit, start = _unit(found), found.read("start")
    taken = steps(found["count"], unit, back=False)
    return Lasting(taken, start, period(found["count"], unit)) if start and taken else None


RULES: tuple[Rule, ...] = (
    (rf"{COUNT} (?P<unit>{UNIT})s? now", _lasts),
    (rf"{COUNT} (?P<side>next|past|previous|upcoming|coming|last|following) (?P<unit>{UNIT})s?", _window),
    (rf"(?:only |just |(?:at )?least )?(?:the )?{_WINDOW_SIDE} {COUNT} {_LONG}?(?P<unit>{UNIT})s?", _window),
    (rf"within (?:the )?(?:next |coming |upcoming )?{COUNT} (?P<unit>{UNIT})s?(?: (?:from|of|after) (?:now|today))?", _within),
    (rf"for {COUNT} (?P<unit>{UNIT})s? (?:from|after) (?:now|today)", _from_today),
    (rf"within {COUNT} (?P<unit>{UNIT})s? (?:of|from|after) (?P<start>.{{3,40}})", _lasting),
    (rf"{COUNT} (?P<unit>{UNIT})s?,? (?:starting|beginning)(?: on| from)? (?P<start>.{{3,40}})", _lasting),
    (
        rf"(?:(?:last|past|previous|next|following|first|1st)(?: {_SOME})?|(?:coming|upcoming) {_SOME}) (?P<unit>{UNIT})s?",
        some,
    ),
    (rf"(?P<unit>{UNIT})s (?:ahead|to come)", some),
    (
        rf"(?:(?:those|these|another|all) )?{COUNT} {_LONG}?(?P<unit>{UNIT})s?(?:'s?)?(?: {_RUN})?",
        _lasts,
    ),
    (
        rf"(?:an? |another )?(?:\w{{3,12}} )?(?:period|span|term|stretch|run|total|maximum|minimum) of "
        rf"(?:(?:at )?least |(?:at )?most |up to |over |about |more than |less than )?{COUNT} {_LONG}?(?P<unit>{UNIT})s?",
        _lasts,
    ),
    (rf"{_WINDOW_SIDE} (?:half (?:an? |1 )?|half-)(?P<unit>{UNIT})", _half),
    (rf"\d{{1,4}} ?(?:-|to|or|and) ?\d{{1,4}} (?P<unit>{UNIT})s?(?: (?:long|old|olds|of age))?", some),
    (rf"{COUNT} (?:{_LONG})?(?P<unit>{UNIT})s? (?:olds?|of age)", _lasts),
    (rf"(?:1 )?half (?:of )?(?:an? |1 )?(?P<unit>{UNIT})", _half),
    (rf"{MANY} (?:more |long |consecutive )?(?P<unit>{UNIT})s?(?:(?: and|,| or) {UNIT}s?)?(?: (?:long|old))?", some),
    (rf"(?P<unit>{UNIT})s (?:long|old)", some),
    (rf"(?P<unit>{UNIT}) (?:long|old)", _one),
)
