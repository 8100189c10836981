"""Names of the calendar in English: months, weekdays, small numbers, and the patterns that find them.

Not a table file: these names need no source, and both those who notice time expressions and those who reckon with them use them.
"""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = tuple("one two three four five six seven eight nine ten eleven twelve".split())
ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
UNITS = ("day", "week", "month", "year")

MONTH_PATTERN = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![^\W_])"
)
"""A month's name or its short form, as English writes it: with a capital, so that "may" and "march" are verbs."""

WEEKDAY_PATTERN = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NUMBER_PATTERN = r"(?:\d{1,3}|an?|" + "|".join(NUMBERS) + ")"

_MONTH_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, start=1)}
_WEEKDAY_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(WEEKDAYS)}


def month_number(name: str) -> int | None:
    """1 for January, by the first three letters; None for what is no month."""
    return _MONTH_NUMBERS.get(name[:3].casefold())


def weekday_number(name: str) -> int | None:
    """0 for Monday, by the first three letters; None for what is no weekday."""
    return _WEEKDAY_NUMBERS.get(name[:3].casefold())


def ordinal_ending(number: int) -> str:
    """``st`` of 21, ``th`` of 11"""
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"


def small_number(word: str) -> int | None:
    """The value of ``3``, ``three`` or ``a``; None for another word."""
    if word.isdecimal():
        return int(word)
    if word in ("a", "an"):
        return 1
    return NUMBERS.index(word) + 1 if word in NUMBERS else None
