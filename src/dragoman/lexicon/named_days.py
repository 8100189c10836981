"""Named days and times: feasts that come back each year and times of history, ``named_days.tsv`` and ``moveable_feasts.tsv``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from dragoman.lexicon import alternatives, table
from dragoman.lexicon.calendar import weekday_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class NamedDays:
    """One occurrence of a feast, or a time of history; ``first`` and ``last`` are both days of it.

    name          ours: ``Eid al-Fitr`` for ``Eid ul-Fitr``, too
    approximate   the days may be others by a little: the moon is looked for, or historians differ on the bounds
    source        where the days are from, or ``recalled, unchecked``
    """

    name: str
    first: date
    last: date
    approximate: bool
    source: str


def named_days(words: str, year: int) -> NamedDays | None:
    """The occurrence that begins in a year, the first where there are two (Ramadan in 2030).

    None for what was not kept that year or is not in the tables, for times of history, and for words that name one of two feasts
    (a bare ``Eid``), of which ``occurrences`` tells both.
    """
    row = _rows().get(_key(words))
    if row is None or len(_meant(row)) > 1:
        return None
    return next(iter(occurrences(words, year)), None)


def occurrences(words: str, year: int) -> tuple[NamedDays, ...]:
    """Everything that the words may mean that begins in a year, in the order of time."""
    row = _rows().get(_key(words))
    if row is None:
        return ()
    found = (occurrence for meant in _meant(row) for occurrence in _occurrences(meant, year))
    return tuple(sorted(found, key=lambda occurrence: occurrence.first))


def period(words: str) -> NamedDays | None:
    """The days of a war, a crisis or another dated time of history; None for what comes back and for words that name neither."""
    row = _rows().get(_key(words))
    if row is None or not _is_history(row):
        return None
    first, last = (date.fromisoformat(day) for day in row["anchor"].split("/"))
    return _named(row, first, last)


# The rows of the table ---------------------------------------------------------------------------------------------------------

_JOINTS = re.compile(r"[-‐‑–\s]+")


def _key(words: str) -> str:
    """Words as rows are looked up by: without apostrophes, hyphens, capitals and "the", all of which writers disagree on."""
    return _JOINTS.sub(" ", words.replace("’", "").replace("'", "")).strip().casefold().removeprefix("the ")


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return {_key(name): row for row in table("named_days") for name in alternatives(row["names"])}


@cache
def _feasts() -> Mapping[str, Mapping[str, str]]:
    return {row["feast"]: row for row in table("moveable_feasts")}


def _is_history(row: Mapping[str, str]) -> bool:
    return row["anchor"][:4].isdecimal()


def _meant(row: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    """The row itself, or the rows that it leaves open."""
    kind, _, names = row["anchor"].partition(":")
    return tuple(_rows()[_key(name)] for name in alternatives(names)) if kind == "either" else (row,)


def _named(row: Mapping[str, str], first: date, last: date) -> NamedDays:
    return NamedDays(alternatives(row["names"])[0], first, last, row["about"] == "yes", row["source"])


# The days of a year ------------------------------------------------------------------------------------------------------------


def _occurrences(row: Mapping[str, str], year: int) -> Iterator[NamedDays]:
    if _is_history(row) or not _is_kept(row["years"], year):
        return
    nearest, _, furthest = row["days"].partition("..")
    for first, last in _anchors(row["anchor"], year):
        if nearest:
            first, last = first + timedelta(int(nearest)), first + timedelta(int(furthest or nearest))
        if first.year == year:
            yield _named(row, first, last)


def _is_kept(years: str, year: int) -> bool:
    """Whether ``1971..`` or ``1937../4`` holds a year; empty holds all that dates can be reckoned for."""
    if not years:
        return True
    since, _, every = years.partition("../") if "/" in years else (years.removesuffix(".."), "", "1")
    return year >= int(since) and (year - int(since)) % int(every) == 0


@lru_cache(maxsize=512)
def _anchors(anchor: str, year: int) -> tuple[tuple[date, date], ...]:
    """The days that a row counts from, first and last: those of the year, and of its neighbours where they may reach into it."""
    if anchor.startswith("feast:"):
        return tuple(days for near in (year - 1, year, year + 1) for days in _feast_days(anchor.removeprefix("feast:"), near))
    if not 1583 <= year <= 4098:  # what the reckoning of Easter allows, and the Gregorian calendar
        return ()
    if anchor in ("easter", "orthodox"):
        day = easter(year, EASTER_WESTERN if anchor == "easter" else EASTER_ORTHODOX)
    else:
        weekday, _, earliest = anchor.rpartition(">=")
        day = date(year, *_month_and_day(earliest))
        if weekday:
            day += timedelta(((weekday_number(weekday) or 0) - day.weekday()) % 7)
    return ((day, day),)


def _feast_days(feast: str, year: int) -> Iterator[tuple[date, date]]:
    """The days of ``04-13``, of ``04-13..05-12``, and of several such; one whose last day is before its first ends next year."""
    for days in alternatives(_feasts()[feast].get(str(year), "")):
        first, _, last = days.partition("..")
        begins = date(year, *_month_and_day(first))
        ends = date(year, *_month_and_day(last or first))
        yield begins, ends if ends >= begins else ends.replace(year=year + 1)


def _month_and_day(words: str) -> tuple[int, int]:
    month, day = words.split("-")
    return int(month), int(day)


# The pattern -------------------------------------------------------------------------------------------------------------------

_LOOSE = {"'": "['’]?", "-": r"[-‐‑–\s]", " ": r"\s{1,3}"}
_FIXED = {"'": "['’]", "-": "[-‐‑–]", " ": r"\s"}


def _pattern_of(name: str, longer: tuple[str, ...]) -> str:
    """A name as it may be written, but not inside the longer words."""
    words = _spelled(name, _LOOSE)
    if name.endswith(" War"):
        words = words.removesuffix("War") + "[Ww]ar"
    around = [phrase.partition(name) for phrase in longer if name in phrase]
    before = "".join(f"(?<!{_spelled(left, _FIXED)})" for left in sorted({left for left, _, _ in around if left}))
    after = "".join(f"(?!{_spelled(right, _LOOSE)}(?!\\w))" for right in sorted({right for _, _, right in around if right}))
    return before + words + after


def _spelled(words: str, joints: Mapping[str, str]) -> str:
    return "".join(joints.get(letter) or re.escape(letter) for letter in words)


def _pattern() -> str:
    """Every name, the longest first; those of one first letter together, so that other letters are passed over at once."""
    names = [
        (name, _pattern_of(name, alternatives(row["unless"])))
        for row in table("named_days")
        for name in alternatives(row["names"])
    ]
    by_letter: dict[str, list[str]] = {}
    for name, pattern in sorted(names, key=lambda pair: (-len(pair[0]), pair[0])):
        by_letter.setdefault(name[0], []).append(pattern)
    letters = "|".join(f"(?={letter})(?:{'|'.join(patterns)})" for letter, patterns in sorted(by_letter.items()))
    return (
        rf"(?<![\w/-])(?:[Tt]he\s{{1,3}})?(?=[{''.join(sorted(by_letter))}])(?:{letters})(?![\w/]|[-‐‑–]\w|\sMemorial|\sMuseum)"
    )


NAMED_DAY_PATTERN = _pattern()
"""Every name of the table as news writes it, with its capitals and with "the" or without; no groups.

Bounded on both sides: not in ``post-Cold War`` nor in ``9/11/2003``, nor where it names a memorial."""
