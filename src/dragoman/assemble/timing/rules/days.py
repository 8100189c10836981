"""Days: by ISO 8601, in numbers, by their month's name, and by their number alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dragoman.assemble.timing import stretches as s
from dragoman.assemble.timing.expressions import AtTime, Between, DayOfMonth, Fixed, NthOf, Numeric, Yearless
from dragoman.assemble.timing.patterns import (
    DAY,
    MONTH,
    OF_YEAR,
    SIDE,
    WEEKDAY,
    YEAR,
    month_of_name,
    weekday_of_name,
    year_of_digits,
)
from dragoman.assemble.timing.times_of_day import clock_time

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression, Side
    from dragoman.assemble.timing.patterns import Match, Rule
    from dragoman.assemble.timing.stretches import Stretch

_LED = rf"(?:{SIDE} )?(?:(?P<weekday>{WEEKDAY}),? (?:the )?)?"
_LAST_DAY = r"(?P<last_day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_TO = r" ?(?:-|to|and|through|until|till|or|/|&) ?(?:the )?"
_YEAR_BESIDE = r"(?:the )?(?P<year>(?:last|this|next|that|same|previous|following) year)"
_SIDES: dict[str, Side] = {
    "last": "last", "past": "last", "previous": "last", "this": "this", "next": "next", "following": "next", "coming": "coming",
    "upcoming": "coming",
}  # fmt: skip


def side_of_words(words: str) -> Side | None:
    """``this past`` is last: the last of the words counts"""
    return _SIDES.get(words.rpartition(" ")[2])


def fixed(stretch: Stretch | None) -> Expression | None:
    return Fixed(stretch) if stretch else None


def year_of(found: Match) -> int | None:
    """The year of a match that may have one."""
    if found["short_year"]:
        return year_of_digits(f"'{found['short_year']}")
    return year_of_digits(found["year"]) if found["year"] else None


def _weekday(found: Match) -> int | None:
    return weekday_of_name(found["weekday"]) if found["weekday"] else None


def _iso_day(found: Match) -> Expression | None:
    day = fixed(s.named_day(int(found["year"]), int(found["month"]), int(found["day"])))
    if not day or not found["clock"]:
        return day
    time = clock_time(found["clock"], found["zone"])
    return AtTime(time, day) if time else None


def _iso_week(found: Match) -> Expression | None:
    try:
        monday = date.fromisocalendar(int(found["year"]), int(found["week"]), int(found["day"] or 1))
    except ValueError:
        return None
    return Fixed(s.day(monday) if found["day"] else s.week(monday))


def _numeric(found: Match) -> Expression | None:
    year = year_of_digits(found["year"] if len(found["year"]) > 2 else f"'{found['year']}") if found["year"] else None
    return Numeric(int(found["one"]), int(found["two"]), year, _weekday(found), side_of_words(found["side"]))


def _day(found: Match) -> Expression | None:
    """A day of a month, with or without weekday and year."""
    month, number, year = month_of_name(found["month"]), int(found["day"]), year_of(found)
    if year is not None:
        return fixed(s.named_day(year, month, number))
    if s.named_day(s.LEAP_YEAR, month, number) is None:
        return None
    return Yearless("day", month, number, _weekday(found), side_of_words(found["side"]))


def _days(found: Match) -> Expression | None:
    """``15-17 February 2019``, ``February 15 and 16``"""
    month, year = month_of_name(found["month"]), year_of(found)
    first, last = int(found["day"]), int(found["last_day"])
    if first > last or s.named_day(s.LEAP_YEAR, month, last) is None:
        return None
    if year is None:
        return Between(Yearless("day", month, first), Yearless("day", month, last))
    ends = s.named_day(year, month, first), s.named_day(year, month, last)
    return Between(Fixed(ends[0]), Fixed(ends[1])) if ends[0] and ends[1] else None


def _day_of_month(found: Match) -> Expression | None:
    """``the 15th``, ``Friday the 3rd``, ``the 3rd of this month``"""
    number = int(found["day"])
    if not found["month"]:
        return DayOfMonth(number, weekday=_weekday(found))
    month = found.read("month")
    return DayOfMonth(number, month) if month else None


def _day_of_year(found: Match) -> Expression | None:
    """``25 March this year``"""
    year = found.read("year")
    month = NthOf(month_of_name(found["month"]), "month", year) if year else None
    return DayOfMonth(int(found["day"]), month) if month else None


RULES: tuple[Rule, ...] = (
    (
        rf"(?:{WEEKDAY},? )?(?P<year>\d{{4}})-(?P<month>[01]\d)-(?P<day>[0-3]\d)"
        r"(?:[t ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?(?P<zone> ?(?:z|utc|gmt)|[+-]\d\d(?::?\d\d)?)?)?",
        _iso_day,
    ),
    (rf"(?:{WEEKDAY},? )?(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>[0-3]?\d)", _iso_day),
    (r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)", _iso_day),
    (r"(?P<year>\d{4})-?w(?P<week>[0-5]\d)(?:-?(?P<day>[1-7]))?", _iso_week),
    (rf"{_LED}(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d)", _numeric),
    (rf"(?P<weekday>{WEEKDAY}),? (?P<one>[0-3]?\d)[-.](?P<two>[0-3]?\d)", _numeric),
    (rf"(?:{WEEKDAY},? )?(?P<one>[0-3]?\d)(?P<mark>[-/.])(?P<two>[0-3]?\d)(?P=mark)(?P<year>\d{{4}}|\d\d)", _numeric),
    (r"(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d), ?(?P<year>\d{4}|\d\d)", _numeric),
    (rf"{_LED}{DAY}(?: of)?[ -]?(?P<month>{MONTH}){OF_YEAR}", _day),
    (rf"{_LED}{DAY}[-/](?P<month>{MONTH})[-/](?P<year>\d{{4}})", _day),
    (rf"{_LED}(?P<month>{MONTH}),?[ -]?(?:the )?{DAY}{OF_YEAR}", _day),
    (rf"{DAY}(?: of)? (?P<month>{MONTH}),? (?:of )?{_YEAR_BESIDE}", _day_of_year),
    (rf"(?P<month>{MONTH}) {DAY},? (?:of )?{_YEAR_BESIDE}", _day_of_year),
    (rf"(?P<month>{MONTH})[-/]{DAY}(?:[-/](?P<year>\d{{4}}))?", _day),
    (rf"(?P<year>\d{{4}})[-/](?P<month>{MONTH})[-/]{DAY}", _day),
    (rf"{YEAR},? (?P<month>{MONTH}) {DAY}", _day),
    (rf"(?:from |between )?(?:the )?{DAY}{_TO}{_LAST_DAY}(?: of)? ?(?P<month>{MONTH}){OF_YEAR}", _days),
    (rf"(?:from |between )?(?P<month>{MONTH}) (?:between |from )?(?:the )?{DAY}{_TO}{_LAST_DAY}{OF_YEAR}", _days),
    (rf"(?:(?P<weekday>{WEEKDAY}),? (?:the )?)?(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)", _day_of_month),
    (rf"(?P<weekday>{WEEKDAY}),? (?:the )?(?P<day>[12]?\d|3[01])", _day_of_month),
    (r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?: day)? (?:of|in) (?P<month>.{3,40})", _day_of_month),
    (r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)? (?:of )?(?P<month>(?:this|next|last) month)", _day_of_month),
)
