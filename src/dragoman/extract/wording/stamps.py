"""Visible stamps: dates and times of day as pages print them, with the value they tell and the label beside them.

A line is cut into tokens once (glued ones too: ``UTC8 June 2022`` is four), then read from left to right by small rules that look
at a fixed number of tokens ahead, so the time taken grows with the length of the line and with nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.article import Span, Stamp, StampRole
from dragoman.extract.wording import times
from dragoman.extract.wording.stamp_tokens import WEEKDAYS, Token, months, number_at, text_at, tokens
from dragoman.extract.wording.wordings import phrases

LONGEST_STAMP_LINE = 400
"""Longer lines are prose: no page prints its stamp inside one."""

_FILLER = frozenset(", - – — | · • / at on um à às a las alle il le ore den the о в".split())
_AGE_UNITS = frozenset(
    "second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month months year years yr yrs".split()
)
_AGE_COUNTS = frozenset("a an one two three".split())
_TELLING = re.compile(r"\d|[aA][gG][oO]")
"""What a line without any stamp is mostly without."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A date, a time of day, both, or an age (``3 days ago``) in one line.

    start, end   offsets in the line
    value        ISO 8601 as far as the line tells it, zone kept where it is sure; None for ages, bare times, days without a year
    role         ``published`` or ``modified`` where a label says so, otherwise ``unknown``
    time_first   the time of day stands before the date, as live clocks print it
    zoned        a time zone is named
    """

    start: int
    end: int
    value: str | None
    role: StampRole = "unknown"
    time_first: bool = False
    zoned: bool = False


def find(line: str) -> tuple[Sighting, ...]:
    """Every stamp of a line, in order.

    find("Updated 3 March 2021, 17:05 GMT")[0].value == "2021-03-03T17:05Z"
    """
    if len(line) > LONGEST_STAMP_LINE or not _TELLING.search(line):
        return ()
    toks = tokens(line)
    found: list[Sighting] = []
    index, label_from = 0, 0
    while index < len(toks):
        read = _stamp_at(line, toks, index, label_from) if _may_begin(toks[index].text) else None
        if read is None:
            index += 1
            continue
        after, sightings = read
        found += sightings
        index = label_from = after
    return tuple(found)


def _may_begin(token: str) -> bool:
    """Whether a stamp can begin with a token: every rule below wants a number, the name of a month, or the one of ``an hour``."""
    return token.isdecimal() or token in months() or token in _AGE_COUNTS


def in_part(line: str, offset: int, where: str) -> tuple[Stamp, ...]:
    """The stamps of a line that begins at ``offset`` of the article's text; a ``page_clock`` gives them the role of a clock."""
    return tuple(
        Stamp(
            value=seen.value,
            where=where,
            role="clock" if where == "page_clock" else seen.role,
            span=Span(offset + seen.start, offset + seen.end),
        )
        for seen in find(line)
        if seen.value is not None and _has_date(seen.value)
    )


def in_address(url: str) -> str | None:
    """The day that an address tells, or None.

    in_address("https://example.org/2019/02/16/talks") == "2019-02-16"
    """
    for match in _ADDRESS_DAY.finditer(url[:2000]):
        year, month, day = (int(group) for group in match.group("y", "m", "d"))
        if value := _day(year, month, day):
            return value
    for match in _ADDRESS_DAY_FIRST.finditer(url[:2000]):
        year, month, day = (int(group) for group in match.group("y", "m", "d"))
        if value := _day(year, month, day):
            return value
    return None


_ADDRESS_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/_.]?)(?P<m>0[1-9]|1[0-2]|(?<=[-/_.])[1-9])(?P=s)(?P<d>[0-3]\d|(?<=[-/_.])[1-9](?!\d))"
)
_ADDRESS_DAY_FIRST = re.compile(r"(?<!\d)(?P<d>[0-3]\d)(?P<s>[-/])(?P<m>0[1-9]|1[0-2])(?P=s)(?P<y>(?:19|20)\d\d)(?!\d)")


def _has_date(value: str) -> bool:
    return not value.startswith("T")


def _stamp_at(line: str, toks: list[Token], index: int, label_from: int) -> tuple[int, list[Sighting]] | None:
    """Date with the time beside it, on either side; a bare time; an age. Which, and the index after it."""
    age = _age(toks, index)
    if age is not None:
        return age, [Sighting(toks[index].start, toks[age - 1].end, None, _role(toks, label_from, index))]
    time = times.read(toks, index)
    begin = index
    if time is not None:
        index = _skip_filler(toks, time.after, 3)
    days, after = _date(toks, index)
    if not days:
        if time is None:
            return None
        return time.after, [Sighting(toks[begin].start, toks[time.after - 1].end, None, "unknown", False, time.zoned)]
    time_first = time is not None
    if time is None:
        time = times.read(toks, _skip_filler(toks, after, 3))
        after = time.after if time else after
    role = _role(toks, label_from, begin)
    start, end = toks[begin].start, toks[after - 1].end
    clock, zoned = (f"T{time.value}", time.zoned) if time else ("", False)
    values: list[str | None] = [f"{day}{clock}" if day else None for day in days]
    return after, [Sighting(start, end, value, role, time_first, zoned) for value in values]


def _role(toks: list[Token], label_from: int, index: int) -> StampRole:
    """The role that the words before a stamp give it; the nearest label counts."""
    for back in range(index - 1, max(label_from, index - 6) - 1, -1):
        if toks[back].text in phrases("label_modified"):
            return "modified"
        if toks[back].text in phrases("label_published"):
            return "published"
    return "unknown"


def _skip_filler(toks: list[Token], index: int, most: int) -> int:
    """The index after at most that many separators and weekday names."""
    for _ in range(most):
        if index >= len(toks) or not (toks[index].text in _FILLER or toks[index].text in WEEKDAYS):
            break
        index += 1
    return index


def _date(toks: list[Token], index: int) -> tuple[list[str | None], int]:
    """The readings of a date that begins here, and the index after it; ``3/4/2021`` has two, a day without a year is [None]."""
    for rule in (_date_in_digits, _day_month_year, _month_day_year):
        days, after = rule(toks, index)
        if days:
            return days, after
    return [], index


def _date_in_digits(toks: list[Token], index: int) -> tuple[list[str | None], int]:
    first, sep, second, sep2, third = (text_at(toks, index + k) for k in range(5))
    if sep == "年" or (sep in {"-", "/", "."} and sep == sep2) or (sep == "년"):
        if year := number_at(toks, index, 1900, 2099, (4,)):
            month, day = number_at(toks, index + 2, 1, 12), number_at(toks, index + 4, 1, 31)
            value = _day(year, month or 0, day or 0)
            marked = sep in {"年", "년"}
            if value and (not marked or sep2 in {"月", "월"}):
                end = index + 5 + (text_at(toks, index + 5) in {"日", "일"})
                return [value], end + (text_at(toks, end) == "t")
        elif year := number_at(toks, index + 4, 1900, 2099, (4,)):
            return _either_order(year, first, second, sep), index + 5
    if len(first) == 8 and first.isdecimal() and (value := _day(int(first[:4]), int(first[4:6]), int(first[6:]))):
        return [value], index + 1
    del third
    return [], index


def _either_order(year: int, first: str, second: str, sep: str) -> list[str | None]:
    """Day first with points; with strokes, both readings where both are days of a calendar."""
    if not (first.isdecimal() and second.isdecimal() and len(first) <= 2 and len(second) <= 2):
        return []
    day_first, month_first = _day(year, int(second), int(first)), _day(year, int(first), int(second))
    readings = [day_first] if sep == "." else list(dict.fromkeys((day_first, month_first)))
    return [value for value in readings if value]


def _day_month_year(toks: list[Token], index: int) -> tuple[list[str | None], int]:
    day = number_at(toks, index, 1, 31)
    if day is None:
        return [], index
    at = index + 1
    for word in ({"st", "nd", "rd", "th", ".", "er", "º"}, {"de", "of", "-", "/"}):
        at += text_at(toks, at) in word
    month = months().get(text_at(toks, at))
    if month is None:
        return [], index
    at = bare = at + 1
    for word in ({"."}, {",", "-", "/", "de", "del"}):
        at += text_at(toks, at) in word
    year = number_at(toks, at, 1900, 2099, (4,))
    if year is None:
        return [None], bare
    value = _day(year, month, day)
    return ([value], at + 1) if value else ([], index)


def _month_day_year(toks: list[Token], index: int) -> tuple[list[str | None], int]:
    month = months().get(text_at(toks, index))
    if month is None:
        return [], index
    at = index + 1 + (text_at(toks, index + 1) in {".", "-"})
    day = number_at(toks, at, 1, 31)
    if day is None:
        return [], index
    at = bare = at + 1 + (text_at(toks, at + 1) in {"st", "nd", "rd", "th"})
    at += text_at(toks, at) in {",", "-"}
    year = number_at(toks, at, 1900, 2099, (4,))
    if year is None:
        return [None], bare
    value = _day(year, month, day)
    return ([value], at + 1) if value else ([], index)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _age(toks: list[Token], index: int) -> int | None:
    """The index after ``3 days ago``, ``an hour ago``, ``5h ago``, ``vor 3 Stunden``-like ages are left to the wordings."""
    text = text_at(toks, index)
    if not ((text.isdecimal() and len(text) <= 3) or text in _AGE_COUNTS):
        return None
    unit = text_at(toks, index + 1)
    if (unit in _AGE_UNITS or unit in {"h", "d", "m", "w", "mo"}) and text_at(toks, index + 2) == "ago":
        return index + 3
    return None


def leading(text: str) -> tuple[int, str | None] | None:
    """Where the date ends that a text begins with, and its ISO value (None without a year); None where it begins with none.

    leading("July 26, 2022: The …") == (13, "2022-07-26")
    """
    first = tokens(" ".join(text[:80].split(maxsplit=1)[:1]))
    if not first or not (first[0].text in WEEKDAYS or _may_begin(first[0].text)):
        return None
    toks = tokens(text[:80])
    if text[: toks[0].start].strip():
        return None
    index = _skip_filler(toks, 0, 3) if toks[0].text in WEEKDAYS else 0
    days, after = _date(toks, index)
    if days:
        return toks[after - 1].end, days[0] if len(days) == 1 else None
    return (toks[0].end, None) if toks[0].text in WEEKDAYS else None
