"""Times of day as stamps write them: ``5.30 p.m. GMT``, ``17:05``, ``0512 GMT``; a zone only where its letters mean one."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.extract.wording.stamp_tokens import Token, number_at, text_at

# Hours east of Greenwich of the zones whose letters mean one thing; letters that mean several (IST, BST, CST, ET) give none.
ZONES = {
    "gmt": 0,
    "utc": 0,
    "z": 0,
    "est": -5,
    "edt": -4,
    "pst": -8,
    "pdt": -7,
    "cet": 1,
    "cest": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "jst": 9,
    "kst": 9,
    "hkt": 8,
    "sgt": 8,
    "wib": 7,
}
VAGUE_ZONES = frozenset("ist bst cst et pt ct aest aedt sast pkt wat eat gst ast".split())
SIGNS = frozenset("+-−")


class TimeOfDay(NamedTuple):
    """What a rule understood: the next token's index, and the value."""

    after: int
    value: str
    zoned: bool = False


def read(toks: list[Token], index: int) -> TimeOfDay | None:
    """A time of day with its half of the day and its zone: ``5.30 p.m. GMT``, ``17:05``, ``0512 GMT``."""
    clock = _clock(toks, index)
    if clock is None:
        return None
    hour, minute, after, needs_zone = clock
    half, after_half = _half_of_day(toks, after)
    if half is not None and 1 <= hour <= 12:
        hour, after, needs_zone = hour % 12 + 12 * half, after_half, False
    if needs_zone and text_at(toks, after) in SIGNS:  # 2021-03 is a year with its month, not 20:21 west of Greenwich
        return None
    zone, after_zone = _zone(toks, after + (text_at(toks, after) == "("))
    if zone is None and needs_zone:
        return None
    if zone is not None:
        after = after_zone
    return TimeOfDay(after, f"{hour:02}:{minute:02}{zone or ''}", zone is not None)


def _clock(toks: list[Token], index: int) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the index after, and whether it only counts with a zone or half of the day beside it."""
    text = text_at(toks, index)
    if len(text) == 4 and text.isdecimal() and int(text[:2]) < 24 and int(text[2:]) < 60:
        return int(text[:2]), int(text[2:]), index + 1, True
    hour = number_at(toks, index, 0, 23)
    if hour is None:
        return None
    sep = text_at(toks, index + 1)
    minute = number_at(toks, index + 2, 0, 59, (2,)) if sep in {":", ".", "h"} else None
    if minute is None:
        return hour, 0, index + 1, True
    after = index + 3
    if sep == ":" and text_at(toks, after) == ":" and number_at(toks, after + 1, 0, 60, (2,)) is not None:
        after += 2
    return hour, minute, after, sep == "."


def _half_of_day(toks: list[Token], index: int) -> tuple[int | None, int]:
    text = text_at(toks, index)
    if text in {"am", "pm"}:
        return int(text == "pm"), index + 1
    if text in {"a", "p"} and text_at(toks, index + 1) == "." and text_at(toks, index + 2) == "m":
        return int(text == "p"), index + 3 + (text_at(toks, index + 3) == ".")
    return None, index


def _zone(toks: list[Token], index: int) -> tuple[str | None, int]:
    """A zone as ISO writes it, ``""`` where its letters mean several, and the index after it."""
    text = text_at(toks, index)
    if text in SIGNS and len(text_at(toks, index + 1)) in (2, 4):
        return _offset(toks, index, 0)
    if text in ZONES:
        if text_at(toks, index + 1) in SIGNS:
            return _offset(toks, index + 1, index + 1)
        return _iso_offset(60 * ZONES[text]), index + 1
    if text in VAGUE_ZONES:
        return "", index + 1
    return None, index


def _offset(toks: list[Token], index: int, otherwise: int) -> tuple[str | None, int]:
    digits = text_at(toks, index + 1)
    if not digits.isdecimal() or len(digits) > 4 or len(digits) == 3:
        return ("Z", otherwise) if otherwise else (None, index)
    hours, minutes = (int(digits[:2]), int(digits[2:])) if len(digits) == 4 else (int(digits), 0)
    after = index + 2
    if len(digits) <= 2 and text_at(toks, after) == ":" and (more := number_at(toks, after + 1, 0, 59, (2,))) is not None:
        minutes, after = more, after + 2
    if hours > 14 or minutes > 59:
        return ("Z", otherwise) if otherwise else (None, index)
    sign = 1 if toks[index].text == "+" else -1
    return _iso_offset(sign * (60 * hours + minutes)), after


def _iso_offset(minutes: int) -> str:
    if not minutes:
        return "Z"
    return f"{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
