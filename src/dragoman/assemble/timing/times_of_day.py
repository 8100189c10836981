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
    "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV", "night": "TNI", "overnight": "TNI", "midnight": "T24:00",
}  # fmt: skip
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?(?:[:.](\d\d))? ?(am|pm|in the morning|in the afternoon|in the evening|at night)?")
_MILITARY = re.compile(r"([0-2]\d)([0-5]\d) ?")
_OFFSET = re.compile(r"([+-])(\d{1,2})(?::?(\d\d))?")


def part_of_day(word: str) -> str:
    return _PARTS[word]


def clock_time(words: str, zone: str) -> str | None:
    """clock_time("4:30 pm", "gmt") == "T16:30Z"; None where no clock shows it: 13 pm, a 60th minute."""
    if words in _PARTS:
        return _PARTS[words]
    words = words.replace("o'clock", "").strip()
    found = _MILITARY.fullmatch(words) or _CLOCK.fullmatch(words)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = found[4] if found.re is _CLOCK else None
    if half and not 1 <= hour <= 12:
        return None
    if half in ("pm", "in the afternoon", "in the evening", "at night") and hour < 12:
        hour += 12
    elif half in ("am", "in the morning") and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    return f"T{hour:02}:{minute:02}{_offset(zone)}"


def _offset(zone: str) -> str:
    """``gmt+3`` is +03:00"""
    name = re.split(r" ?[+-]| ?\(", zone)[0].strip()
    if shift := _OFFSET.search(zone):
        return f"{shift[1]}{int(shift[2]):02}:{shift[3] or '00'}"
    return _ZONES.get(name, "")
