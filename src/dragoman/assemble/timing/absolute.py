"""Rules for what the calendar names: days, months, years, quarters, seasons, weekdays, decades, centuries, and ranges of them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, cast

from dragoman.assemble.timing import stretches as s
from dragoman.assemble.timing.expressions import (
    About,
    Between,
    DayOfMonth,
    FirstUnits,
    Fixed,
    NthOf,
    Numeric,
    Shifted,
    Weekday,
    WeekNumber,
    WeekOf,
    Yearless,
)
from dragoman.assemble.timing.patterns import (
    MONTH,
    SEASON,
    WEEKDAY,
    month_of_name,
    season_of_name,
    weekday_of_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.assemble.timing.expressions import Expression, Side
    from dragoman.assemble.timing.patterns import Match
    from dragoman.assemble.timing.stretches import Stretch, Unit

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1\d{3}|2[01]\d\d|'\d\d)"
_BY_YEAR = rf"(?:,? (?:of |in )?(?:the year )?{_YEAR})?(?: ad)?"
_WEEKDAY = rf"(?:(?:last |this |next |this coming |this past )?(?P<weekday>{WEEKDAY}),? (?:the )?)?"
_TO = r" ?(?:-|to|and|through|until|till|or|/) ?(?:the )?"
_SIDE = r"(?:(?P<side>this upcoming|upcoming|last|past|previous|this past|this|next|this coming|coming|following|this last|this next) )"
_ORDINAL = r"(?P<nth>1st|2nd|3rd|4th|5th|final|last|first)"
_UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
}


def year_of_words(words: str) -> int | None:
    """``2019``; ``'98`` is 1998, ``'19`` is 2019: two digits are of the hundred years up to 2049"""
    if not words:
        return None
    digits = words.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def side_of_words(words: str) -> Side | None:
    last = words.split(" ")[-1] if words else ""
    sides = {
        "last": "last",
        "past": "last",
        "previous": "last",
        "this": "this",
        "next": "next",
        "coming": "coming",
        "following": "next",
    }
    return cast("Side | None", sides.get(last))


def _fixed(stretch: Stretch | None) -> Expression | None:
    return Fixed(stretch) if stretch else None


def _iso_day(found: Match) -> Expression | None:
    return _fixed(s.named_day(int(found["year"]), int(found["month"]), int(found["day"])))


def _iso_month(found: Match) -> Expression | None:
    return _fixed(s.month(int(found["year"]), int(found["month"])))


def _iso_week(found: Match) -> Expression | None:
    try:
        monday = date.fromisocalendar(int(found["year"]), int(found["week"]), int(found["day"] or 1))
    except ValueError:
        return None
    return Fixed(s.day(monday) if found["day"] else s.week(monday))


def _numeric(found: Match) -> Expression | None:
    if not found["year"]:
        return Numeric(
            int(found["one"]), int(found["two"]), None, weekday_of_name(found["weekday"]) if found["weekday"] else None
        )
    year = year_of_words(found["year"] if len(found["year"]) != 2 else f"'{found['year']}")
    return Numeric(int(found["one"]), int(found["two"]), year)


def _day(found: Match) -> Expression | None:
    """A day of a month, with or without weekday and year."""
    month, number, year = month_of_name(found["month"]), int(found["day"]), year_of_words(found["year"])
    if year is not None:
        return _fixed(s.named_day(year, month, number))
    if s.named_day(2000, month, number) is None:
        return None
    return Yearless("day", month, number, weekday_of_name(found["weekday"]) if found["weekday"] else None)


def _days(found: Match) -> Expression | None:
    """``15-17 February 2019``, ``February 15 and 16``"""
    month, year = month_of_name(found["month"]), year_of_words(found["year"])
    numbers = int(found["day"]), int(found["last_day"])
    if not numbers[0] <= numbers[1] or s.named_day(2000, month, numbers[1]) is None:
        return None
    if year is not None:
        ends = [s.named_day(year, month, number) for number in numbers]
        return Between(Fixed(ends[0]), Fixed(ends[1])) if ends[0] and ends[1] else None
    return Between(Yearless("day", month, numbers[0]), Yearless("day", month, numbers[1]))


def _month(found: Match) -> Expression | None:
    number, year = month_of_name(found["month"]), year_of_words(found["year"])
    return _fixed(s.month(year, number)) if year is not None else Yearless("month", number, side=side_of_words(found["side"]))


def _month_of(found: Match) -> Expression | None:
    """``June of last year``: the year is told another way."""
    year = found.read("whole")
    return NthOf(month_of_name(found["month"]), "month", year) if _is_year(year) else None


def _is_year(expression: Expression | None) -> bool:
    return isinstance(expression, Fixed | Shifted) and getattr(expression, "unit", "year") == "year"


def _year(found: Match) -> Expression | None:
    year = year_of_words(found["year"])
    return _fixed(s.year(year)) if year is not None else None


def _fiscal(found: Match) -> Expression | None:
    """Whose year begins when, the words don't say: about that year."""
    year = year_of_words(found["year"] if len(found["year"]) != 2 else f"'{found['year']}")
    return About(Fixed(whole)) if year is not None and (whole := s.year(year)) else None


def _school_year(found: Match) -> Expression | None:
    """``2018-19``, ``2018/19``: two years in a row."""
    first = int(found["year"])
    if (first + 1) % 100 != int(found["second"]):
        return None
    ends = s.year(first), s.year(first + 1)
    return Between(Fixed(ends[0]), Fixed(ends[1])) if ends[0] and ends[1] else None


def _decade(found: Match) -> Expression | None:
    """``1990s``; of ``90s`` the century is the twentieth, of ``20s`` neither is sure."""
    digits = found["decade"]
    if len(digits) == 4:
        return _fixed(s.decade(int(digits)))
    return None if digits in ("10", "20") else _fixed(s.decade(int(digits) + (1900 if digits > "20" else 2000)))


def _century(found: Match) -> Expression | None:
    return _fixed(s.century(int(found["nth"])))


_NUMBERS = {"1st": 1, "first": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "final": -1, "last": -1}


def _piece_of_year(found: Match) -> Expression | None:
    """``the third quarter of 1989``, ``Q3``, ``second half of next year``"""
    unit: Unit = "half" if found["unit"] in ("half", "h") else "quarter"
    most = 2 if unit == "half" else 4
    nth = int(found["digit"]) if found["digit"] else _NUMBERS[found["nth"]]
    if found["nth"] == "last" and not found["whole"]:
        return None
    nth = most if nth < 0 else nth
    if not 1 <= nth <= most:
        return None
    if not found["whole"]:
        return Yearless(unit, nth)
    whole = found.read("whole")
    if unit == "half" and whole is not None and not _is_year(whole):
        return NthOf(nth, "half", whole)
    if isinstance(whole, Fixed) and whole.stretch.unit == "year":
        year = whole.stretch.first.year
        return _fixed(s.quarter(year, nth) if unit == "quarter" else s.half(year, nth))
    return NthOf(nth, unit, whole) if whole else None


def _season(found: Match) -> Expression | None:
    number = season_of_name(found["season"])
    year = year_of_words(found["year"])
    return _fixed(s.season(year, number)) if year is not None else Yearless("season", number, side=side_of_words(found["side"]))


def _weekday(found: Match) -> Expression | None:
    weeks = {"last": -1, "this": 0, "next": 1, "": None}[found["week"] if "week" in found.found.groupdict() else ""]
    return Weekday(weekday_of_name(found["weekday"]), side_of_words(found["side"]) if weeks is None else None, weeks)


def _day_of_month(found: Match) -> Expression | None:
    number = int(found["day"])
    if "whole" not in found.found.groupdict() or not found["whole"]:
        return DayOfMonth(number, weekday=weekday_of_name(found["weekday"]) if found["weekday"] else None)
    whole = found.read("whole")
    return DayOfMonth(number, whole) if whole else None


def _nth_of(found: Match) -> Expression | None:
    whole = found.read("whole")
    nth = _NUMBERS[found["nth"]]
    unit: Unit | int = _UNITS[found["unit"]] if found["unit"] in _UNITS else weekday_of_name(found["unit"])
    return NthOf(nth, unit, whole) if whole else None


def _first_units(found: Match) -> Expression | None:
    whole = found.read("whole")
    unit = found["unit"].rstrip("s")
    return FirstUnits(-1 if found["nth"] in ("last", "final") else 1, int(found["count"]), _UNITS[unit], whole) if whole else None


def _week_of(found: Match) -> Expression | None:
    """``the week of April 10``"""
    whole = found.read("whole")
    return WeekOf(whole) if whole and not isinstance(whole, Shifted) else None


def _week_number(found: Match) -> Expression | None:
    return WeekNumber(int(found["number"]), found.read("whole") if found["whole"] else None)


def completed(first: str, last: str, read: Callable[[str, int], Expression | None]) -> Expression | None:
    """The first of two ends that lacks the month or year of the last: ``3`` of ``3 to 5 May``, ``early`` of ``early to mid-May``."""
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", first) and (rest := re.search(r"(?:of |in )?(?:this|next|last) month\Z", last)):
        return read(f"{first} {rest[0]}", 1)
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", first) and (rest := re.search(rf"\b{MONTH}\b.{{0,12}}\Z", last)):
        return read(f"{first} {rest[0]}", 1)
    if first in ("early", "mid", "late") and (rest := re.match(r"(?:early|mid|late) (.+)", last)):
        return read(f"{first} {rest[1]}", 1)
    return None


Row = tuple[str, "Callable[[Match], Expression | None]"]

RULES: tuple[Row, ...] = (
    (r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:[t ].{0,30})?", _iso_day),
    (r"(?P<year>\d{4})[/.](?P<month>0?[1-9]|1[0-2])[/.](?P<day>[0-3]?\d)", _iso_day),
    (r"(?P<year>\d{4})-?w(?P<week>[0-5]\d)(?:-?(?P<day>[1-7]))?", _iso_week),
    (r"(?P<year>1\d{3}|2[01]\d\d) ?[-/.] ?(?P<month>0?[1-9]|1[0-2])", _iso_month),
    (r"(?P<month>0?[1-9]|1[0-2]) ?[-/] ?(?P<year>1\d{3}|2[01]\d\d)", _iso_month),
    (rf"(?P<year>\d{{4}}),? ?-? ?(?P<month>{MONTH})(?P<side>)", _month),
    (rf"(?P<year>\d{{4}})[-/](?P<month>{MONTH})[-/](?P<day>[0-3]?\d)(?P<weekday>)", _day),
    (rf"{_WEEKDAY}(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d)(?P<year>)", _numeric),
    (r"(?P<one>[0-3]?\d)(?P<mark>[-/.])(?P<two>[0-3]?\d)(?P=mark)(?P<year>\d{4}|\d\d)", _numeric),
    (rf"{_WEEKDAY}{_DAY}(?: of)?[ -](?P<month>{MONTH})(?:[ -]|(?=,))?{_BY_YEAR.replace('(?:,? ', '(?:,? ?')}", _day),
    (rf"{_WEEKDAY}{_DAY}[-/](?P<month>{MONTH})[-/](?P<year>\d{{4}})", _day),
    (rf"{_WEEKDAY}(?P<month>{MONTH})[-/]{_DAY}(?:[-/](?P<year>\d{{4}}))?", _day),
    (rf"{_WEEKDAY}(?P<month>{MONTH}),?[ -]?(?:the )?{_DAY}{_BY_YEAR}", _day),
    (rf"{_YEAR} (?P<month>{MONTH}) {_DAY}(?P<weekday>)", _day),
    (rf"(?:from |between )?(?:the )?{_DAY}{_TO}(?P<last_day>[12]?\d|3[01])(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH}){_BY_YEAR}", _days),
    (rf"(?:from |between )?(?P<month>{MONTH}) (?:the )?{_DAY}{_TO}(?P<last_day>[12]?\d|3[01])(?:st|nd|rd|th)?{_BY_YEAR}", _days),
    (rf"{_SIDE}?(?:month of )?(?P<month>{MONTH})(?:/(?P<year>\d{{4}}))", _month),
    (rf"{_SIDE}?(?:month of )?(?P<month>{MONTH}),?{_BY_YEAR}", _month),
    (rf"(?P<month>{MONTH}) (?:of )?(?P<whole>(?:last|this|next|previous|following|that|the same) year)", _month_of),
    (rf"(?:year |calendar year |cy ?)?{_YEAR}(?: ad| period| year)?", _year),
    (rf"(?P<year>\d{{4}})[-/](?P<second>\d\d)(?: (?:school|academic|fiscal|financial)? ?(?:year|season))?", _school_year),
    (r"(?:fiscal|financial|academic|school)(?: year)? ?(?P<year>\d{4}|'\d\d|\d\d)|fy ?(?:'|20)?(?P<never>\d{0})(?:(?<=20)|(?<='))?", _fiscal),
    (r"fy ?(?P<year>\d{4}|\d\d)", _fiscal),
    (r"(?P<decade>\d{3}0|'?(?:[3-9]0|00|10|20))'?s", lambda found: _decade(_Stripped(found))),
    (r"(?P<nth>\d{1,2})(?:st|nd|rd|th) century(?: ad)?", _century),
    (rf"(?:fiscal )?{_ORDINAL} (?P<unit>quarter|half)(?P<digit>)(?:,? (?:of |in )?(?:the )?(?:fiscal )?(?P<whole>.{{3,40}}))?", _piece_of_year),
    (r"(?:fiscal )?(?P<unit>q|h)(?P<digit>[1-4])(?P<nth>)(?:[, -]{0,2}(?:of |in )?(?P<whole>.{4,40}))?", _piece_of_year),
    (rf"(?P<whole>\d{{4}}|(?:last|this|next) year's)(?: fiscal)?(?: the)? (?P<nth>1st|2nd|3rd|4th|final|last) (?P<unit>quarter|half)(?P<digit>)", lambda found: _piece_of_year(_Stripped(found))),
    (r"(?P<whole>\d{4})[ -]?(?P<unit>q|h)(?P<digit>[1-4])(?P<nth>)", _piece_of_year),
    (rf"{_SIDE}?(?P<season>{SEASON}){_BY_YEAR}", _season),
    (rf"{_SIDE}?(?P<weekday>{WEEKDAY.removesuffix('s?')})", _weekday),
    (rf"(?P<weekday>{WEEKDAY.removesuffix('s?')})(?P<side>),? (?:of )?(?P<week>last|this|next) week", _weekday),
    (rf"(?P<week>last|this|next) week(?:'s| on)? (?P<weekday>{WEEKDAY.removesuffix('s?')})(?P<side>)", _weekday),
    (rf"{_WEEKDAY}(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?:(?: day)? of (?:the )?(?P<whole>.{{3,40}}))?", _day_of_month),
    (rf"(?P<weekday>{WEEKDAY.removesuffix('s?')}),? (?:the )?(?P<day>[12]?\d|3[01])", _day_of_month),
    (r"(?P<weekday>)(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)? (?:of |in )?(?P<whole>(?:this|next|last) month)", _day_of_month),
    (rf"{_ORDINAL} (?P<unit>day|week|weekend|month|{WEEKDAY.removesuffix('s?')}) (?:of|in) (?:the )?(?P<whole>.{{3,40}})", _nth_of),
    (r"(?P<nth>1st|first|last|final) (?P<count>\d{1,2}) (?P<unit>days|weeks|months|quarters) (?:of|in) (?:the )?(?P<whole>.{3,40})", _first_units),
    (r"week (?:of|starting|beginning|commencing|ending)(?: on)?(?: the)? (?P<whole>.{3,40})", _week_of),
    (r"week (?:number )?(?P<number>[1-9]|[1-4]\d|5[0-3])(?: of (?P<whole>.{4,20}))?", _week_number),
)  # fmt: skip


class _Stripped:
    """A match without the apostrophes of ``'90s`` and ``last year's``."""

    def __init__(self, found: Match) -> None:
        self.found, self._of = found.found, found

    def __getitem__(self, name: str) -> str:
        return self._of[name].strip("'").removesuffix("'s")

    def read(self, name: str) -> Expression | None:
        words = self[name]
        if words.isdecimal():
            year = s.year(int(words))
            return Fixed(year) if year else None
        return Shifted({"last": -1, "this": 0, "next": 1}[words.split(" ")[0]], "year")
