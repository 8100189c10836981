"""Patterns that the rules share, over words in one spelling (lower case, numbers as digits), and what a rule gets to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.lexicon.calendar import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from dragoman.assemble.timing.expressions import Expression

    Rule = tuple[str, Callable[["Match"], Expression | None]]
    """A pattern of the whole of the words, and what makes an expression of a match; None where it is none after all."""


class Match:
    """What a rule found. Its parts are "" where they took none, and can be read as expressions of their own.

    inside   it is part of a longer expression
    """

    __slots__ = ("_found", "_read", "inside")

    def __init__(self, found: re.Match[str], read: Callable[[str], Expression | None], *, inside: bool) -> None:
        self._found, self._read, self.inside = found, read, inside

    @property
    def words(self) -> str:
        return self._found[0]

    def __getitem__(self, name: str) -> str:
        return self._found.groupdict("").get(name, "")

    def read(self, name: str) -> Expression | None:
        return self._read(self[name].strip(" ,"))

    def read_words(self, words: str) -> Expression | None:
        return self._read(words.strip(" ,"))


MONTH_NAMES = tuple(month.lower() for month in MONTHS)
WEEKDAY_NAMES = tuple(weekday.lower() for weekday in WEEKDAYS)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)"
)
WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
SEASON = r"(?:spring|springtime|summer|summertime|autumn|fall|winter|wintertime)"
UNIT = (
    r"(?:second|minute|hour|(?:business |working )?day|night|weekend|(?:work|(?:business|working) )?week|fortnight|month"
    r"|quarter|year|decade|centur(?:y|ie)|millenni(?:um|a))"
)
CLOCK = (
    r"(?:0?\d|1[0-2])(?: o'clock)? (?:in the morning|in the afternoon|in the evening|at night)|"
    r"(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-6]\d)? ?(?:[ap]m)?|(?:0?\d|1[0-2])\.[0-5]\d ?[ap]m|(?:0?\d|1[0-2]) ?(?:[ap]m|o'clock)"
    r"|noon|midday|midnight"
    r"|[0-2]\d[0-5]\d (?=gmt|utc|hours|hrs)"
)
ZONE = (
    r"(?:gmt|utc|z|est|edt|et|cst|cdt|ct|mst|mdt|mt|pst|pdt|pt|bst|cet|cest|msk|ist|jst|local time|eastern(?: time)?|moscow time"
    r"|hours|hrs)(?: ?[+-]\d{1,2}(?::?\d\d)?)?(?: ?\([^)]{1,20}\))?"
)
PART_OF_DAY = r"(?:morning|noon|midday|lunchtime|afternoon|evening|night|midnight|overnight|dawn|dusk|sunset|sunrise)"
COUNT = r"(?P<count>\d{1,4}(?:\.5)?)"
MANY = r"(?P<many>a few|few|several|some|many|a number of|dozens of|hundreds of|thousands of|countless|numerous)"
NEAR_DAY = r"(?:yesterday|today|tonight|tomorrow)"
SIDE = r"(?P<side>last|past|previous|this past|this|next|coming|this coming|upcoming|this upcoming|following|this last|this next)"
ORDINAL = r"(?P<nth>\d{1,2}(?:st|nd|rd|th)|first|final|last)"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1\d{3}|2[01]\d\d|'\d\d)"
OF_YEAR = rf"(?:(?:,? |, ?)(?:(?:of |in )?(?:the )?(?:year )?{YEAR}|of (?P<short_year>\d\d)))?(?: ad| ce)?"


def month_of_name(name: str) -> int:
    """1 for january or jan"""
    return 1 + next(number for number, full in enumerate(MONTH_NAMES) if full.startswith(name[:3]))


def weekday_of_name(name: str) -> int:
    """0 for monday or mon"""
    return next(number for number, full in enumerate(WEEKDAY_NAMES) if full.startswith(name[:3]))


def season_of_name(name: str) -> int:
    """1 for spring, 4 for winter"""
    return {"sp": 1, "su": 2, "au": 3, "fa": 3, "wi": 4}[name[:2]]


def ordinal_of_words(words: str) -> int:
    """3 for 3rd; -1 for last"""
    return {"first": 1, "final": -1, "last": -1}.get(words) or int(words.rstrip("stndrh"))


PIVOT = 40
"""Two digits from here on are of the last century: ``'39`` is ahead of us, ``'41`` a year of the war."""


def year_of_digits(digits: str) -> int:
    """``2019``; ``'98`` is 1998, ``'19`` is 2019"""
    digits = digits.lstrip("'")
    number = int(digits)
    return number if len(digits) > 2 else number + (2000 if number < PIVOT else 1900)
