"""Patterns that the rules share, over words in one spelling (lower case, numbers as digits)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import re

    from dragoman.assemble.timing.expressions import Expression


class Match(Protocol):
    """A match whose parts can be read as expressions of their own; a group that took no part is empty."""

    found: re.Match[str]

    def __getitem__(self, name: str) -> str: ...
    def read(self, name: str) -> Expression | None: ...


MONTH_NAMES = "january february march april may june july august september october november december".split()
WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)"
)
WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?"
SEASON = r"(?:spring|springtime|summer|summertime|autumn|fall|winter|wintertime)"
UNIT = r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie)|millenni(?:um|a))"
CLOCK = (
    r"(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)? ?(?:[ap]m)?|(?:0?\d|1[0-2])\.[0-5]\d ?[ap]m|(?:0?\d|1[0-2]) ?(?:[ap]m|o'clock)|noon|midday|midnight"
    r"|(?:0?\d|1[0-2]) (?:in the morning|in the afternoon|in the evening|at night)|[0-2]\d[0-5]\d (?=gmt|utc|hours|hrs)"
)
ZONE = (
    r"(?:gmt|utc|z|est|edt|et|cst|cdt|ct|mst|mdt|mt|pst|pdt|pt|bst|cet|cest|msk|ist|jst|local time|eastern(?: time)?|moscow time"
    r"|hours|hrs)(?: ?[+-]\d{1,2}(?::?\d\d)?)?(?: ?\([^)]{1,20}\))?"
)
PART_OF_DAY = r"(?:morning|noon|midday|lunchtime|afternoon|evening|night|midnight|overnight|dawn|dusk|sunset|sunrise)"


def month_of_name(name: str) -> int:
    """1 for january or jan"""
    return 1 + next(number for number, full in enumerate(MONTH_NAMES) if full.startswith(name[:3]))


def weekday_of_name(name: str) -> int:
    """0 for monday or mon"""
    return next(number for number, full in enumerate(WEEKDAY_NAMES) if full.startswith(name[:3]))


def season_of_name(name: str) -> int:
    """1 for spring, 4 for winter"""
    return {"sp": 1, "su": 2, "au": 3, "fa": 3, "wi": 4}[name[:2]]
