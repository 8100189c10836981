"""Dates in EDTF as English words that say how precise they are: ``in June 2019``, ``by 14 May 2019``, ``about 1990``.

    in_words("2019-02-16") == "on 16 February 2019"

What is not known here, and what no calendar has, is shown as it is.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.store.days import days_of

MONTHS = "January February March April May June July August September October November December".split()

ORDINALS = ("first", "second", "third", "fourth")

SEASONS = ("spring", "summer", "autumn", "winter")

DOUBTS = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
"""The signs of EDTF: uncertain, approximate, both."""

MONTHS_OF_YEAR = {
    ("01", "02"): "at the beginning of {}",
    ("01", "04"): "in early {}",
    ("05", "08"): "in mid-{}",
    ("09", "12"): "in late {}",
    ("11", "12"): "at the end of {}",
}
"""First and last month of an interval in one year -> how a newspaper says it."""

_DATE = re.compile(
    r"(?P<year>[0-9][0-9X]{3})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)(?:T(?P<time>[^?~%]+))?)?)?(?P<doubt>[?~%]?)"
)
_TIME = re.compile(r"([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(Z|[+-][0-9]{2}(?::[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Said:
    """One date in words: ``on``, ``16 February``, ``2019``.

    before   the preposition that goes with it
    pieces   from the narrowest to the widest; joined by blanks they are the name of the date
    doubt    a sign of EDTF, or nothing
    """

    before: str
    pieces: tuple[str, ...]
    doubt: str = ""

    @property
    def name(self) -> str:
        """``16 February 2019``, ``about February 2019``"""
        return DOUBTS[self.doubt] + " ".join(self.pieces)

    @property
    def phrase(self) -> str:
        """With its preposition: ``on 16 February 2019``, ``perhaps in 2019``, ``about 2019``."""
        doubt = DOUBTS[self.doubt]
        return doubt + " ".join(self.pieces if doubt.endswith("about ") else (self.before, *self.pieces))


def in_words(edtf: str) -> str:
    """The date in words, with a preposition; unchanged where there are none for it."""
    if days_of(edtf) is None:
        return edtf
    if edtf[0] in "[{":
        return _set(edtf) or edtf
    if "/" in edtf:
        return _interval(*edtf.split("/")) or edtf
    said = _said(edtf)
    return said.phrase if said else edtf


def heading(edtf: str) -> str:
    """The same with a capital; what has no words stays as it is."""
    words = in_words(edtf)
    return words if words == edtf else words[:1].upper() + words[1:]


def _said(value: str) -> Said | None:
    """The words for one date."""
    found = _DATE.fullmatch(value)
    if found is None:
        return None
    month, day, doubt = found["month"], found["day"], found["doubt"]
    if "X" in value:
        return _unspecified(found["year"], month, day, doubt)
    year = _year(found["year"])
    if month is None:
        return Said("in", (year,), doubt)
    if month > "12":
        return _part_of_year(int(month), year, doubt)
    if day is None:
        return Said("in", (MONTHS[int(month) - 1], year), doubt)
    pieces = (str(int(day)), MONTHS[int(month) - 1], year)
    if found["time"] is None:
        return Said("on", pieces, doubt)
    time = _time(found["time"])
    return Said("on", (*pieces, f"at {time}"), doubt) if time else None


def _year(digits: str) -> str:
    return digits if digits >= "1000" else f"the year {int(digits)}"


def _time(value: str) -> str | None:
    """``17:05 UTC``; None for what is no time of day. A leap second is one."""
    found = _TIME.fullmatch(value)
    if found is None or not (found[1][:2] <= "23" and found[1][3:5] <= "59" and found[1][6:] <= "60"):
        return None
    if found[2] is None:
        return found[1]
    return f"{found[1]} UTC" if found[2] == "Z" else f"{found[1]} UTC{found[2]}"


def _part_of_year(number: int, year: str, doubt: str) -> Said:
    if number <= 24:
        return Said("in", (SEASONS[number - 21], year), doubt)
    if number <= 32:
        half = "northern" if number <= 28 else "southern"
        return Said("in", (f"{half} {SEASONS[(number - 21) % 4]}", year), doubt)
    if number <= 36:
        return Said("in", (f"the {ORDINALS[number - 33]} quarter", f"of {year}"), doubt)
    if number <= 39:
        return Said("in", (f"the {ORDINALS[number - 37]} third", f"of {year}"), doubt)
    return Said("in", (f"the {ORDINALS[number - 40]} half", f"of {year}"), doubt)


def _unspecified(year: str, month: str | None, day: str | None, doubt: str) -> Said | None:
    """A date with X where a digit is not known: a decade, a century, some month, some day."""
    if year.isdecimal() and month == "XX" and day in (None, "XX"):
        return Said("in" if day is None else "on", (f"some {'month' if day is None else 'day'}", f"of {_year(year)}"), doubt)
    if year.isdecimal() and month is not None and month <= "12" and day == "XX":
        return Said("on", ("some day", f"of {MONTHS[int(month) - 1]}", _year(year)), doubt)
    if month is not None:
        return None
    if year[:3].isdecimal() and year[:2] != "00":
        return Said("in", (f"the {int(year[:3] + '0')}s",), doubt)
    if year[:2].isdecimal() and year[2:] == "XX":
        return Said("in", (f"the {_ordinal(int(year[:2]) + 1)} century",), doubt)
    return None


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _interval(begins: str, ends: str) -> str | None:
    """From one date to another, or open at an end."""
    first, last = _said(begins), _said(ends)
    if begins in ("", ".."):
        return ("by " if begins else "until ") + last.name if last else None
    if ends in ("", ".."):
        return (f"since {first.name}" if ends else f"from {first.name} on") if first else None
    if first is None or last is None:
        return None
    if begins == ends:
        return first.phrase
    return _newspaper(begins, ends) or _within_a_day(first, last) or _from_to(first, last)


def _newspaper(begins: str, ends: str) -> str | None:
    """``in the week of 3 December 2012``, ``in early May 2019``, ``at the end of 2018``: intervals that have a name."""
    if begins[:4] == ends[:4] and len(begins) == len(ends) == len("2019-01"):
        said = MONTHS_OF_YEAR.get((begins[5:], ends[5:]))
        return said.format(_year(begins[:4])) if said else None
    if not (_is_day(begins) and _is_day(ends)):
        return None
    first, last = date.fromisoformat(begins), date.fromisoformat(ends)
    if first.weekday() == 0 and last - first == timedelta(days=6):
        return f"in the week of {_day(first)}"
    return _third_of_month(first, last)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {_year(f'{day.year:04}')}"


def _is_day(value: str) -> bool:
    return len(value) == len("2019-02-16") and value.replace("-", "").isdecimal()


def _third_of_month(first: date, last: date) -> str | None:
    """The first ten days, the second, or the rest of a month, as time expressions are valued (early, mid-, late)."""
    if (first.year, first.month) != (last.year, last.month):
        return None
    ends = monthrange(last.year, last.month)[1]
    third = {(1, 10): "early ", (11, 20): "mid-", (21, ends): "late "}.get((first.day, last.day))
    return f"in {third}{MONTHS[first.month - 1]} {_year(f'{first.year:04}')}" if third else None


def _within_a_day(first: Said, last: Said) -> str | None:
    """``on 16 February 2019 from 10:00 to 12:00``"""
    timed = len(first.pieces) == len(last.pieces) == 4 and not first.doubt + last.doubt
    if not timed or first.pieces[:3] != last.pieces[:3]:
        return None
    times = (said.pieces[3].removeprefix("at ") for said in (first, last))
    return f"on {' '.join(first.pieces[:3])} from {' to '.join(times)}"


def _from_to(first: Said, last: Said) -> str:
    if first.doubt or last.doubt:
        return f"from {first.name} to {last.name}"
    return f"from {' to '.join(_without_repetition((first, last)))}"


def _without_repetition(each: Sequence[Said]) -> list[str]:
    """Their names, without what all of them end in where it comes again: ``3``, ``5 May 2019``.

    Only dates of one precision are shortened: in ``3 May to June 2019`` the year would be missed.
    """
    *before, last = (said.pieces for said in each)
    alike = len({(said.before, len(said.pieces)) for said in each}) == 1 and len(last) <= 3
    same = 0
    while alike and same < len(last) - 1 and all(pieces[-1 - same :] == last[-1 - same :] for pieces in before):
        same += 1
    return [*(" ".join(pieces[: len(pieces) - same]) for pieces in before), " ".join(last)]


def _set(edtf: str) -> str | None:
    """One of several dates, or in braces all of them."""
    tie = "or" if edtf[0] == "[" else "and"
    values = [member.strip(" ") for member in edtf[1:-1].split(",")]
    each = [_said(value) for value in values]
    certain = [said for said in each if said is not None and not said.doubt]
    if len(certain) == len(values) and len({said.before for said in certain}) == 1:
        return f"{certain[0].before} {_listed(_without_repetition(certain), tie)}"
    phrases = [said.phrase if said else _row(value, tie) for said, value in zip(each, values, strict=True)]
    known = [phrase for phrase in phrases if phrase is not None]
    return _listed(known, tie) if len(known) == len(phrases) else None


def _row(member: str, tie: str) -> str | None:
    """A member of a set that is itself several dates in a row, ``1670..1672``, or open at an end, ``..1672``."""
    begins, _, ends = member.partition("..")
    first, last = _said(begins), _said(ends)
    if first and last:
        return f"between {first.name} and {last.name}" if tie == "or" else f"from {first.name} to {last.name}"
    if last:
        return f"{last.phrase} or earlier"
    return f"{first.phrase} or later" if first else None


def _listed(words: Sequence[str], tie: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {tie} {words[-1]}"
