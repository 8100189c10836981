"""Times of day as TIMEX3 writes them behind a day: ``T17:05+03:00``, ``TEV``."""

from __future__ import annotations

import re

_ZONES = {
    "gmt": "Z", "utc": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "msk": "+03:00",
    "moscow time": "+03:00", "jst": "+09:00", "ist": "+05:30",
}  # fmt: skip
"""Those that English news uses in one sense; IST as India's, CST as North America's. Others keep no offset."""

_PARTS = {
    "morning": "TMO", "dawn": "TMO", "sunrise": "TMO", "noon": "T12:00", "midday": "T12:00", "lunchtime": "T12:00",
    "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV", "night": "TNI", "overnight": "TNI",
    "midnight": "T24:00",
}  # fmt: skip
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?(?:[:.](?P<second>\d\d))?"
    r" ?(?P<half>am|pm|in the morning|in the afternoon|in the evening|at night)?"
)
_MILITARY = re.compile(r"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) ?(?P<second>)(?P<half>)")
_OFFSET = re.compile(r"([+-])(\d{1,2})(?::?(\d\d))?")


def part_of_day(word: str) -> str:
    return _PARTS[word]


def clock_time(words: str, zone: str) -> str | None:
    """clock_time("4:30 pm", "gmt") == "T16:30Z"; None where no clock shows it: 13 pm, a 60th minute, 24:30.

    24:00 is the end of a day, and the last second of one may be a 60th.
    """
    if words in _PARTS:
        return _PARTS[words]
    words = " ".join(words.replace("o'clock", "").split())
    found = _MILITARY.fullmatch(words) or _CLOCK.fullmatch(words)
    hour = _hour(int(found["hour"]), found["half"] or "") if found else None
    if found is None or hour is None:
        return None
    minute, second = found["minute"] or "00", found["second"] or ""
    told = f"{hour:02}:{minute}{second and ':'}{second}"
    if told in ("24:00", "24:00:00", "23:59:60") or (hour < 24 and int(minute) < 60 and int(second or 0) < 60):
        return f"T{told}{_offset(zone)}"
    return None


def _hour(hour: int, half: str) -> int | None:
    """Of 24: ``12 am`` is 0, ``12 pm`` 12; None where halves of the day have no such hour."""
    if half and not 1 <= hour <= 12:
        return None
    if half in ("am", "in the morning"):
        return hour % 12
    if half == "at night" and (hour == 12 or hour < 5):
        return 24 if hour == 12 else hour
    return hour % 12 + 12 if half else hour


def _offset(zone: str) -> str:
    """``gmt+3`` is +03:00"""
    name = re.split(r" ?[+-]| ?\(", zone)[0].strip()
    if shift := _OFFSET.search(zone):
        return f"{shift[1]}{int(shift[2]):02}:{shift[3] or '00'}"
    return _ZONES.get(name, "")
