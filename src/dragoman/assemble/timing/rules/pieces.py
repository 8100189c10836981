"""Parts and pieces of a longer time: ``early 2018``, ``the end of last month``, ``the first week of May``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import FirstUnits, NthOf, PartOf, Shifted, UnitOf, WeekNumber
from dragoman.assemble.timing.patterns import ORDINAL, UNIT, WEEKDAY, ordinal_of_words, weekday_of_name
from dragoman.assemble.timing.units import unit_of_words, whole

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.parts import Part
    from dragoman.assemble.timing.patterns import Match, Rule
    from dragoman.assemble.timing.stretches import Unit

_PARTS: dict[str, Part] = {
    "beginning": "beginning", "start": "beginning", "opening": "beginning", "turn": "beginning", "outbreak": "beginning",
    "onset": "beginning", "early": "early", "mid": "middle", "middle": "middle", "late": "late", "close": "end", "end": "end",
    "earlier": "earlier", "later": "later", "rest": "rest", "remainder": "rest", "remaining": "rest", "balance": "rest",
}  # fmt: skip
_EDGE = r"(?P<part>beginning|start|opening|turn|outbreak|onset|middle|close|end|rest|remainder|remaining|balance)"
_COUNTED_UNITS = r"days|weekends|weeks|months|quarters|years"


def _part(found: Match) -> Expression | None:
    inside = found.read("rest")
    return PartOf(_PARTS[found["part"]], inside) if inside else None


def _nth(found: Match) -> Expression | None:
    """``the first week of May``, ``the second Tuesday of November 2018``"""
    unit: Unit | int | None = whole(unit_of_words(found["unit"])) if found["unit"] else weekday_of_name(found["weekday"])
    inside = found.read("rest")
    return NthOf(ordinal_of_words(found["nth"]), unit, inside) if inside and unit is not None else None


def _first_units(found: Match) -> Expression | None:
    """``the first three months of 2019``"""
    inside, unit = found.read("rest"), whole(unit_of_words(found["units"]))
    count = -int(found["count"]) if found["nth"] in ("last", "final") else int(found["count"])
    return FirstUnits(count, unit, inside) if inside and unit else None


def _unit_of(found: Match) -> Expression | None:
    """``the week of 10 April``; not that of another week"""
    day = found.read("rest")
    unit = whole(unit_of_words(found["unit"]))
    return UnitOf(unit, day) if day and unit and not isinstance(day, Shifted) else None


def _weekend_of(found: Match) -> Expression | None:
    """``Thanksgiving weekend``"""
    day = found.read("rest")
    return UnitOf("weekend", day) if day else None


def _week_number(found: Match) -> Expression | None:
    return WeekNumber(int(found["number"]), found.read("rest") if found["rest"] else None)


RULES: tuple[Rule, ...] = (
    (rf"(?:very )?{_EDGE} (?:of|in) (?P<rest>.{{2,80}})", _part),
    (r"(?P<part>early|mid|middle|late|earlier|later)(?: on)?(?: in| of)?(?: the)? (?P<rest>.{2,80})", _part),
    (r"(?P<rest>.{2,40}?)(?:'s)? (?P<part>end|start|beginning|close)", _part),
    (
        rf"{ORDINAL} (?:(?P<unit>{UNIT})|(?P<weekday>{WEEKDAY})) "
        r"(?:(?:of|in) (?:the )?|(?=(?:last|this|next) ))(?P<rest>.{3,40})",
        _nth,
    ),
    (rf"{ORDINAL} (?P<count>\d{{1,2}}) (?P<units>{_COUNTED_UNITS}) (?:of|in) (?:the )?(?P<rest>.{{3,40}})", _first_units),
    (r"(?P<unit>week|weekend) (?:of|starting|beginning|commencing|ending)(?: on)?(?: the)? (?P<rest>.{3,40})", _unit_of),
    (r"(?P<rest>.{3,40}) weekend", _weekend_of),
    (r"week (?:number |no )?(?P<number>[1-9]|[1-4]\d|5[0-3])(?:,? (?:of |in )?(?P<rest>.{4,20}))?", _week_number),
)
