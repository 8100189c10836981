"""Months, quarters, seasons, years, decades and centuries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.timing import stretches as s
from dragoman.assemble.timing.expressions import About, Between, Fixed, NthOf, Shifted, UnitOf, Yearless
from dragoman.assemble.timing.patterns import (
    MONTH,
    OF_YEAR,
    SEASON,
    SIDE,
    YEAR,
    month_of_name,
    ordinal_of_words,
    season_of_name,
    year_of_digits,
)
from dragoman.assemble.timing.rules.days import fixed, side_of_words, year_of

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match, Rule
    from dragoman.assemble.timing.stretches import Unit

LONGEST_RUN = 50
"""Years from the first to the last of two whose last has two digits: ``2018-13`` is none, and no month either."""

LAST_CENTURY = 22
"""Years are read up to 2199, and centuries."""

_SCHOOL = r"(?:fiscal|financial|academic|school|university|marketing|tax|parliamentary)"
_NTH = r"(?P<nth>1st|2nd|3rd|4th|final|last)"
_FISCAL = r"(?:fiscal |financial )?"


def _iso_month(found: Match) -> Expression | None:
    return fixed(s.month(int(found["year"]), int(found["month"])))


def _month(found: Match) -> Expression | None:
    number, year = month_of_name(found["month"]), year_of(found)
    return fixed(s.month(year, number)) if year is not None else Yearless("month", number, side=side_of_words(found["side"]))


def _month_of(found: Match) -> Expression | None:
    """``June of last year``: the year is told another way."""
    year = found.read("whole")
    return NthOf(month_of_name(found["month"]), "month", year) if year and _is_year(year) else None


def _month_with(found: Match) -> Expression | None:
    """``the month of 16 September``"""
    day = found.read("rest")
    return UnitOf("month", day) if day else None


def _is_year(expression: Expression | None) -> bool:
    """A year, or a unit counted in years."""
    if isinstance(expression, Fixed):
        return expression.stretch.unit == "year"
    return isinstance(expression, Shifted) and expression.unit == "year"


def _year(found: Match) -> Expression | None:
    return fixed(s.year(year_of_digits(found["year"])))


def _early_year(found: Match) -> Expression | None:
    """``the year 476``, ``476 AD``: of less than four digits, by a word that tells"""
    return fixed(s.year(int(found["year"])))


def _fiscal(found: Match) -> Expression | None:
    """Whose year begins when, the words don't say: about that year."""
    year = fixed(s.year(year_of_digits(found["year"] if len(found["year"]) > 2 else f"'{found['year']}")))
    return About(year) if year else None


def _two_years(found: Match) -> Expression | None:
    """``2018-19``, ``1914-18``, ``2022/2023``: the last in two digits is of the same hundred years or the next"""
    first, second = int(found["year"]), int(found["second"])
    last = second if second > 99 else first - first % 100 + second + (100 if second <= first % 100 else 0)
    ends = s.year(first), s.year(last)
    return Between(Fixed(ends[0]), Fixed(ends[1])) if ends[0] and ends[1] and 0 < last - first <= LONGEST_RUN else None


def _inner(found: Match) -> Expression | None:
    return found.read("rest")


def _decade(found: Match) -> Expression | None:
    return fixed(s.decade(int(found["decade"])))


def _short_decade(found: Match) -> Expression | None:
    """Of ``90s`` the century is the twentieth, of ``00s`` this; of ``10s`` and ``20s`` neither is sure."""
    number = int(found["decade"])
    if number in (10, 20):
        return None
    return fixed(s.decade(number + (1900 if number else 2000)))


def _century(found: Match) -> Expression | None:
    return fixed(s.century(int(found["nth"]))) if int(found["nth"]) <= LAST_CENTURY else None


def _centuries(found: Match) -> Expression | None:
    """``the 15th and 16th centuries``: from the first to the last"""
    ends = [s.century(int(found[end])) for end in ("nth", "last") if int(found[end]) <= LAST_CENTURY]
    return Between(*(Fixed(end) for end in ends if end)) if len(ends) == 2 and all(ends) else None


def _piece_of_year(found: Match) -> Expression | None:
    """``the third quarter of 1989``, ``Q3``, ``second half of next year``"""
    unit: Unit = "half" if found["unit"] in ("half", "h") else "quarter"
    most = 2 if unit == "half" else 4
    nth = int(found["digit"]) if found["digit"] else ordinal_of_words(found["nth"])
    if found["nth"] == "last" and (not found["whole"] or found.words.endswith(f"half {found['whole']}")):
        return None  # "the last half century" is fifty years
    nth = most if nth < 0 else nth
    if not 1 <= nth <= most:
        return None
    if not found["whole"]:
        return Yearless(unit, nth)
    whole = found.read("whole")
    if isinstance(whole, Fixed) and _is_year(whole):
        year = whole.stretch.first.year
        return fixed(s.quarter(year, nth) if unit == "quarter" else s.half(year, nth))
    return NthOf(nth, unit, whole) if whole else None


def _season(found: Match) -> Expression | None:
    number, year = season_of_name(found["season"]), year_of(found)
    return fixed(s.season(year, number)) if year is not None else Yearless("season", number, side=side_of_words(found["side"]))


def _season_of_two_years(found: Match) -> Expression | None:
    """``the winter of 2018-19`` begins in the first"""
    return fixed(s.season(int(found["year"]), 4))


def _season_of(found: Match) -> Expression | None:
    """``the summer of last year``"""
    year = found.read("whole")
    if not isinstance(year, Shifted) or year.unit != "year":
        return None
    return NthOf(season_of_name(found["season"]), "season", year)


RULES: tuple[Rule, ...] = (
    (r"(?P<year>1\d{3}|2[01]\d\d) ?[-/.] ?(?P<month>0?[1-9]|1[0-2])", _iso_month),
    (r"(?P<month>0?[1-9]|1[0-2]) ?[-/] ?(?P<year>1\d{3}|2[01]\d\d)", _iso_month),
    (rf"(?P<year>\d{{4}}),? ?-? ?(?P<month>{MONTH})", _month),
    (rf"(?P<month>{MONTH}) ?[-/] ?(?P<year>\d{{4}})", _month),
    (rf"(?:{SIDE} )?(?:month of )?(?P<month>{MONTH}){OF_YEAR}", _month),
    (rf"(?P<month>{MONTH}),? (?:of |in )?(?:the )?(?P<whole>(?:last|this|next|previous|following|that|same) year)", _month_of),
    (rf"month of (?P<rest>.{{0,20}}{MONTH}.{{1,20}})", _month_with),
    (rf"(?:year |calendar year |cy ?)?{YEAR}(?: ad| ce| period| year)?", _year),
    (r"cy ?'?(?P<year>\d\d)", _fiscal),
    (r"year (?P<year>[1-9]\d{0,2})(?: ad| ce)?", _early_year),
    (r"(?P<year>[1-9]\d{0,2}) (?:ad|ce)", _early_year),
    (r"(?P<year>1\d{3}|2[01]\d\d) ?[-/] ?(?P<second>\d\d)", _two_years),
    (r"(?P<year>1\d{3}|2[01]\d\d) ?/ ?(?P<second>1\d{3}|2[01]\d\d)", _two_years),
    (rf"(?P<year>1\d{{3}}|2[01]\d\d) ?[-/] ?(?P<second>\d\d) (?:{_SCHOOL} )?(?:year|season|session)", _two_years),
    (rf"{_SCHOOL} year (?P<rest>\d{{4}} ?[-/] ?(?:\d\d|\d{{4}}))", _inner),
    (rf"(?P<rest>\d{{4}} ?[-/] ?\d{{4}}) (?:{_SCHOOL} )?(?:year|season|session)", _inner),
    (rf"(?:{_SCHOOL}(?: year)?|fy) ?(?P<year>\d{{4}}|'?\d\d)", _fiscal),
    (rf"(?P<year>\d{{4}}) {_SCHOOL} year", _fiscal),
    (r"(?P<decade>\d{3}0)'?s", _decade),
    (r"'?(?P<decade>[1-9]0|00)'?s", _short_decade),
    (r"(?P<nth>\d{1,2})(?:st|nd|rd|th) centur(?:y|ies)(?: ad| ce)?", _century),
    (
        r"(?P<nth>\d{1,2})(?:st|nd|rd|th)(?: century)? ?(?:and|or|to|through|-) ?(?:the )?(?P<last>\d{1,2})(?:st|nd|rd|th) "
        r"centur(?:y|ies)(?: ad| ce)?",
        _centuries,
    ),
    (
        rf"{_FISCAL}{_NTH} (?P<unit>quarter|half)(?:,? (?:of |in )?(?:the )?{_FISCAL}(?P<whole>.{{3,40}}))?",
        _piece_of_year,
    ),
    (rf"{_FISCAL}(?P<unit>q|h)(?P<digit>[1-4])(?:[, -]{{0,2}}(?:of |in )?(?P<whole>.{{4,40}}))?", _piece_of_year),
    (
        rf"(?P<whole>\d{{4}}|(?:last|this|next) year)(?:'s)?(?: {_FISCAL.replace(' ', '')})?(?: the)? {_NTH} "
        r"(?P<unit>quarter|half)",
        _piece_of_year,
    ),
    (r"(?P<whole>\d{4})[ -]?(?P<unit>q|h)(?P<digit>[1-4])", _piece_of_year),
    (rf"(?:{SIDE} )?(?P<season>{SEASON}){OF_YEAR}", _season),
    (r"winter (?:of )?(?P<year>1\d{3}|2[01]\d\d) ?[-/] ?(?:\d\d){1,2}", _season_of_two_years),
    (rf"(?P<season>{SEASON}) (?:of )?(?P<whole>(?:last|this|next) year)", _season_of),
)
