"""Rules for what is counted from now or from then, for durations, repeated times, and words without a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from dragoman.assemble.timing.expressions import (
    About,
    AtTime,
    FromThat,
    InUnits,
    Now,
    Only,
    PartOf,
    Shifted,
    Then,
    Weekend,
    Window,
    YearBefore,
)
from dragoman.assemble.timing.patterns import MONTH, PART_OF_DAY, SEASON, UNIT, WEEKDAY, weekday_of_name
from dragoman.assemble.timing.times_of_day import part_of_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match
    from dragoman.assemble.timing.stretches import Unit

_COUNT = r"(?P<count>\d{1,4}(?:\.5)?)"
_MANY = r"(?P<many>a few|few|several|some|many|a number of|dozens of|hundreds of|countless|recent|coming|numerous)"
_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "weekend": "W", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "centurie": "C", "centur": "C", "millennium": "L", "millennia": "L",
}  # fmt: skip
_CLOCKED = ("second", "minute", "hour")
_STRETCHED: dict[str, tuple[int, Unit]] = {
    "day": (1, "day"), "night": (1, "day"), "week": (1, "week"), "weekend": (1, "weekend"), "fortnight": (2, "week"),
    "month": (1, "month"), "quarter": (1, "quarter"), "year": (1, "year"), "decade": (10, "year"), "century": (100, "year"),
}  # fmt: skip


def _unit(words: str) -> str:
    """``centuries`` and ``century``, ``days`` and ``day`` are one"""
    words = words.removesuffix("s") if words != "centuries" else "century"
    return {"centurie": "century", "millennia": "millennium"}.get(words, words)


def period(count: str, unit: str) -> str:
    """TIMEX3's duration: period("3", "day") == "P3D"; of half ones too: period("2.5", "year") == "P2Y6M"."""
    letter, clock = _LETTERS[unit], "T" if unit in _CLOCKED else ""
    if unit == "fortnight" and count.isdecimal():
        return f"P{2 * int(count)}W"
    if count.endswith(".5"):
        whole, rest = count[:-2], {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H"}.get(unit)
        return (
            f"P{clock}{whole if whole != '0' else ''}{letter if whole != '0' else ''}{rest}"
            if rest
            else f"P{clock}{count}{letter}"
        )
    return f"P{clock}{count}{letter}"


def _duration(found: Match) -> Expression | None:
    count = found["count"] + (".5" if found["half"] else "")
    return Only(period(count, _unit(found["unit"])))


def _half(found: Match) -> Expression | None:
    return Only(period("0.5", _unit(found["unit"])))


def _vague_duration(found: Match) -> Expression | None:
    return Only(period("X", _unit(found["unit"])))


def _window(found: Match) -> Expression | None:
    unit, ahead = _unit(found["unit"]), found["side"] in ("next", "coming", "following", "upcoming")
    count = found["count"]
    timex = period(count, unit)
    if unit not in _STRETCHED or not count.isdecimal():
        return Only(timex)
    times, of = (1, cast("Unit", "decade")) if unit == "decade" else _STRETCHED[unit]
    return Window(int(count) * times, of, ahead, timex)


_SHIFTS = {"last": -1, "past": -1, "this past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "present": 0,
           "next": 1, "coming": 1, "following": 1, "upcoming": 1, "subsequent": 1}  # fmt: skip
_FROM_THEN = ("previous", "preceding", "prior", "following", "subsequent")


def _side(found: Match) -> Expression | None:
    """``last month``, ``the following week``"""
    unit, side = _unit(found["unit"]), found["side"]
    if unit not in _STRETCHED or unit in ("fortnight", "night"):
        return None
    if side == "past" and unit in ("decade", "century"):
        return Window(_STRETCHED[unit][0], "year", False, f"P{_STRETCHED[unit][0]}Y")
    to: Unit = "decade" if unit == "decade" else "century" if unit == "century" else _STRETCHED[unit][1]
    return Shifted(_SHIFTS[side], to, "told" if side in _FROM_THEN else "page")


def _before_last(found: Match) -> Expression | None:
    """``the week before last``, ``the year after next``"""
    unit = _unit(found["unit"])
    return Shifted(-2 if found["side"] == "before last" else 2, _STRETCHED[unit][1])


def _one_beside(found: Match) -> Expression | None:
    """``the day before``, ``the year after``"""
    side = found["side"]
    back = side in ("before", "earlier")
    return Shifted(-1 if back else 1, _STRETCHED[found["unit"]][1], "told", of_event=side in ("before", "after"))


def _in_units(found: Match) -> Expression | None:
    """``in two weeks``: so long from now, unless what it took is told ("in two weeks it was over")."""
    unit = _unit(found["unit"])
    if unit not in _STRETCHED or not found["count"].isdecimal():
        return Only(period(found["count"], unit))
    times, of = _STRETCHED[unit]
    return InUnits(int(found["count"]) * times, of, period(found["count"], unit))


def steps(count: str, unit: str, *, back: bool) -> tuple[tuple[int, Unit], ...]:
    """A count of units as one step on the calendar; none for hours and less."""
    unit = _unit(unit)
    if unit not in _STRETCHED or not count.isdecimal():
        return ()
    times, of = _STRETCHED[unit]
    return ((-int(count) * times if back else int(count) * times, of),)


def _compound(found: Match) -> Expression | None:
    """``2 years, 1 month and 21 days ago``"""
    back = found["side"] in ("ago", "earlier", "before")
    taken = [one for count, unit in _STEP.findall(found["steps"]) for one in steps(count, unit, back=back)]
    longest = sorted(taken, key=lambda one: ("year", "month", "week", "day").index(one[1]) if one[1] != "weekend" else 9)
    return FromThat(tuple(longest), Shifted(0, "day")) if taken else None


_STEP = re.compile(rf"(\d{{1,4}}) ({UNIT}s?)")


def _within(found: Match) -> Expression | None:
    unit = _unit(found["unit"])
    if unit not in _STRETCHED or not found["count"].isdecimal():
        return Only(period(found["count"], unit))
    times, of = _STRETCHED[unit]
    return Window(int(found["count"]) * times, of, True, period(found["count"], unit), within=True)


def _after_next(found: Match) -> Expression | None:
    return Shifted(2, _STRETCHED[_unit(found["unit"])][1]) if found["unit"] else None


def _duration_now(found: Match) -> Expression | None:
    return Only(period(found["count"], _unit(found["unit"])))


def _ago(found: Match) -> Expression | None:
    """``three weeks ago``, ``two days earlier``, ``a year from now``"""
    unit, side = _unit(found["unit"]), found["side"]
    if unit not in _STRETCHED:
        return Now("PRESENT_REF") if side == "ago" and unit in _CLOCKED else Only(period(found["count"], unit))
    times, of = _STRETCHED[unit]
    count = found["count"]
    by = int(float(count) * times) if of != "year" or count.isdecimal() else None
    if by is None:
        return About(Shifted(-round(float(count)) if side in _BACK else round(float(count)), "year", _base(side), counted=True))
    return Shifted(-by if side in _BACK else by, of, _base(side), counted=True, of_event=side in ("before", "after", "prior"))


def _roughly_ago(found: Match) -> Expression | None:
    inner = _ago(found)
    return About(inner) if inner else None


_BACK = ("ago", "earlier", "before", "previously", "back", "prior", "beforehand", "ahead of that")


def _base(side: str) -> Literal["page", "told"]:
    """From when the words count."""
    return "page" if side in ("ago", "from now", "hence", "back", "from today", "time") else "told"


def _vaguely_ago(found: Match) -> Expression | None:
    return Only("PAST_REF" if found["side"] in _BACK else "FUTURE_REF")


def _year_earlier(found: Match) -> Expression | None:
    """``the year-ago quarter``, ``year-earlier``: as long as what was told, a year before."""
    return YearBefore(quarter="quarter" in found.found[0] or "period" in found.found[0])


def _then(found: Match) -> Expression | None:
    unit = _unit(found["unit"])
    return Then(_STRETCHED[unit][1]) if unit in _STRETCHED else Then(None)


def _latest(found: Match) -> Expression | None:
    """``the latest quarter``, ``the full year``"""
    return Shifted(0, "year") if found["unit"] == "year" else Shifted(-1, "quarter")


def _bare(found: Match) -> Expression | None:
    """``the quarter`` is the one spoken of; inside "the end of the year" the year is this one."""
    unit = _unit(found["unit"])
    if unit in ("quarter", "period"):
        return Then("quarter")
    if unit == "weekend":
        return Weekend()
    if getattr(found, "depth", 0) > 0 and unit in _STRETCHED:
        return Shifted(0, _STRETCHED[unit][1])
    return Only(period("X" if found.found[0].endswith("s") else "1", unit))


def _deictic(found: Match) -> Expression | None:
    by = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    day = Shifted(by[found["day"]], "day")
    return AtTime("TNI", day) if found["day"] == "tonight" else day


def _this_morning(found: Match) -> Expression | None:
    by = -1 if found["side"] == "last" else 0
    return AtTime(part_of_day(found["time"]), Shifted(by, "day"))


def _adverb(found: Match) -> Expression | None:
    letters = {"daily": "D", "weekly": "W", "monthly": "M", "quarterly": "Q", "annual": "Y", "annually": "Y", "yearly": "Y", "nightly": "D",
               "hourly": "TH", "year round": "Y", "all year round": "Y"}  # fmt: skip
    letter = letters[found["word"]]
    return Only(f"PT1{letter[1]}" if letter.startswith("T") else f"P1{letter}")


def _every(found: Match) -> Expression | None:
    count, unit = found["count"] or "1", _unit(found["unit"])
    return Only(period(count, unit))


def _every_weekday(found: Match) -> Expression | None:
    time = part_of_day(found["time"].removesuffix("s")) if found["time"] else ""
    return Only(f"XXXX-WXX-{weekday_of_name(found['weekday']) + 1}{time}")


def _every_month(found: Match) -> Expression | None:
    return Only("XXXX-XX")


def _reference(name: str) -> Callable[[Match], Expression | None]:
    return lambda found: Only(name)


def _now(found: Match) -> Expression | None:
    return Now()


def _to_date(found: Match) -> Expression | None:
    unit = _unit(found["unit"])
    return PartOf("earlier", Shifted(0, _STRETCHED[unit][1])) if unit in _STRETCHED else None


_WEEKDAYS_ONLY = WEEKDAY.removesuffix("s?")
_UNITS = rf"(?P<unit>{UNIT}s?)"
_SIDES = r"(?P<side>last|this past|past|previous|preceding|prior|this|current|present|next|coming|following|upcoming|subsequent)"

Row = tuple[str, "Callable[[Match], Expression | None]"]

RULES: tuple[Row, ...] = (
    (r"(?:late |early |earlier |later |by )?(?P<day>day before yesterday|day after tomorrow|yesterday|today|tonight|tomorrow)", _deictic),
    (r"(?:early |late |later |earlier |mid )?(?P<side>this|last) (?P<time>morning|afternoon|evening|night|lunchtime)", _this_morning),
    (r"(?:right |even |just |by |until |for |up to |as of )?now(?:adays)?|currently|current|at present|present|presently|today's|at the moment|moment|this time"
     r"|these days|to (?:this )?date|to this day|to date|this (?:very )?(?:moment|date|day)|as yet|already|yet|still|present day", _now),
    (rf"{_SIDES} {_UNITS.replace('s?', '')}(?:'s)?", _side),
    (rf"(?P<unit>{UNIT}) (?P<side>before last|after next)", _before_last),
    (r"(?P<unit>day|week|month|year) (?P<side>before|after|earlier|later)", _one_beside),
    (rf"{_COUNT} {_UNITS} now", _duration_now),
    (rf"in {_COUNT} {_UNITS}(?:'s?)?(?: time)?", _in_units),
    (rf"(?P<steps>\d{{1,4}} {UNIT}s?(?:,? (?:and )?\d{{1,4}} {UNIT}s?){{1,3}}) (?P<side>ago|earlier|before|later|from now|hence|after)", _compound),
    (rf"{_COUNT} (?P<side>next|past|previous|upcoming|coming|last|following) {_UNITS}", _window),
    (rf"within (?:the )?(?:next |coming |upcoming )?{_COUNT} {_UNITS}", _within),
    (rf"(?P<unit>{UNIT}) after (?:the )?next|(?P<never>)next (?:{UNIT}) but 1", _after_next),
    (rf"(?:so far )this {_UNITS}", _to_date),
    (rf"(?:early |late |small |wee )hours of (?P<rest>.{{3,60}})", lambda found: found.read("rest")),
    (rf"{_COUNT} (?:full |short |long )?{_UNITS} (?P<side>ago|earlier|before|previously|prior|back|later|after|afterwards|afterward|from now|hence|from today|on)"
     r"(?: (?:today|that|then|it))?", _ago),
    (rf"{_COUNT} {_UNITS} or so (?P<side>ago|earlier|before|later)", _roughly_ago),
    (rf"(?P<count>1)? ?{_UNITS} (?P<side>from now|hence)", _ago),
    (r"(?:comparable |corresponding |same )?(?:1 )?year (?:ago|earlier)(?: (?:same )?(?:period|quarter|(?:1st|2nd|3rd|4th) quarter))?"
     r"|quarter (?:1|a) year (?:ago|earlier)|comparable (?:period|quarter)|same period(?: last year| (?:1|a) year (?:ago|earlier))?", _year_earlier),
    (rf"(?:{_MANY} |not many |not long )?{_UNITS}? ?(?P<side>ago|earlier|later|before|after|afterwards|afterward|previously)", _vaguely_ago),
    (rf"(?:earlier |later )?(?P<side>that|the same|that same|same) {_UNITS.replace('s?', '')}", _then),
    (r"(?:latest|most recent|full|entire|whole|fiscal|current fiscal) (?P<unit>quarter|period|year)", _latest),
    (rf"(?:at )?(?:least |most )?(?P<unit>{UNIT}) (?:to date|so far)|(?:so far )?this (?P<never>){_UNITS.replace('unit', 'unit2')} so far", _to_date),
    (rf"(?:only |just |at least )?(?:the )?(?P<side>last|past|previous|next|coming|upcoming|following|first|1st|final|latest) {_COUNT} (?:full |straight |consecutive |more )?{_UNITS}", _window),
    (rf"(?:last|past|previous|next|coming|following|first|1st) (?:few |several |couple of |many )?{_UNITS}|{_UNITS.replace('unit', 'unit3')} (?:ahead|to come)", lambda found: Only(period("X", _unit(found["unit"] or found["unit3"])))),
    (rf"{_COUNT} (?:more |additional |full |straight |consecutive |whole |long |short )?(?P<unit>{UNIT}s?)(?P<half> and (?:a|1) half)?(?:'s?)?(?: (?:long|old|olds|period|span|run|delay))?", _duration),
    (rf"{_COUNT} and (?P<half>(?:a|1) half) (?P<unit>{UNIT}s?)(?: (?:long|old))?", _duration),
    (rf"half (?:a |an |1 )?(?P<unit>{UNIT})|(?:1 )?half (?P<never>){_UNITS.replace('unit', 'unit4')}", lambda found: _half(found) if found["unit"] else None),
    (rf"(?:past |last )?recent (?:{_UNITS})(?:(?: and|,) {UNIT}s?)?", _reference("PAST_REF")),
    (rf"{_MANY} (?:more |long |consecutive )?{_UNITS}(?:(?: and|,) {UNIT}s?)?(?: (?:long|old))?", _vague_duration),
    (r"(?P<unit>second|minute|hour|day|night|weekend|week|month|quarter|year|decade|century|centurie|period)s?", _bare),
    (rf"(?:hours|days|weeks|months|years|decades|centuries)(?P<unit>) (?:long|old)", lambda found: Only(period("X", _unit(found.found[0].split(" ")[0])))),
    (rf"(?P<unit>{UNIT}) (?:long|old)", lambda found: Only(period("1", _unit(found["unit"])))),
    (r"(?P<word>daily|weekly|monthly|quarterly|annual|annually|yearly|nightly|hourly|(?:all )?year round)", _adverb),
    (rf"(?:(?:once|twice|\d+ times) )?(?:every|each|a|per|once an?|1)(?: (?P<count>\d{{1,3}}))? {_UNITS}", _every),
    (rf"(?:every |each )(?P<weekday>{_WEEKDAYS_ONLY})s?(?: (?P<time>{PART_OF_DAY}s?))?", _every_weekday),
    (rf"(?P<weekday>{_WEEKDAYS_ONLY})s(?: (?P<time>{PART_OF_DAY}s?))?|(?P<never>)(?P<weekday2>{_WEEKDAYS_ONLY}) (?:{PART_OF_DAY})s", lambda found: _every_weekday(found) if found["weekday"] else Only(f"XXXX-WXX-{weekday_of_name(found['weekday2']) + 1}")),
    (rf"(?:every |each )(?:{MONTH}|{SEASON})", _every_month),
    (r"(?:(?:most|more|quite|very|just|only) )?recent(?:ly)?|lately|of late|previous(?:ly)?|former(?:ly)?|once|past|in the past|past|earlier|long ago|then current|(?:at )?(?:the )?time|before"
     r"|once upon a time|in (?:his|her|its|their) time|prior|then|some time ago|not long ago|last|ancient times", _reference("PAST_REF")),
    (r"(?:(?:near|foreseeable|immediate|not too distant|not so distant|distant) )?(?:future|term)|(?:very |as |too |pretty )?soon(?:er)?(?: as possible)?|shortly|upcoming|1 day|some ?day|later|(?:a |some |1 )?later (?:date|time|stage)"
     r"|from time to time|eventually|coming (?:days|weeks|months|years|quarters)|future (?:days|weeks|months|years|quarters)|in due course|sooner or later|ahead|near term|short term|long term|long run", _reference("FUTURE_REF")),
    (r"(?:a |some |little )?while|(?:a |some )?(?:long |short )?(?:time|period)|ages|long|forever", _reference("PXX")),
)  # fmt: skip
