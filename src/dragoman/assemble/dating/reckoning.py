"""The day by words that name none: what all of them lean to, summed over every day there is, as a day or a run of months.

Each day's share of the whole is the part of belief that falls on it. The finest answer whose share has proved right often enough
is given, with the share of answers like it that were right as its confidence; where none has, there is no date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate, pairwise
from math import exp
from typing import Literal

from dragoman.assemble.dating.leanings import FIRST_YEAR, LAST_YEAR, Leaning
from dragoman.assemble.days import Days, month_of

Grain = Literal["day", "month", "three months", "six months", "twelve months"]
RUNS: dict[Grain, int] = {"month": 1, "three months": 3, "six months": 6, "twelve months": 12}
"""Grains of whole months, and how many months in a row they are."""
GRAINS: tuple[Grain, ...] = ("day", *RUNS)

FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)

# (share of the whole, share of answers that were right) for the best of each grain, fitted by benchmarks/fit_published.py. No
# share of a single day ever proved right in a third of the texts, so that words alone never give a day.
CALIBRATION: dict[Grain, tuple[tuple[float, float], ...]] = {
    "day": (),
    "month": ((0.136, 0.4), (0.225, 0.55), (0.28, 0.59), (0.423, 0.7)),
    "three months": ((0.141, 0.32), (0.222, 0.57), (0.293, 0.59), (0.367, 0.64), (0.518, 0.88)),
    "six months": ((0.146, 0.32), (0.166, 0.33), (0.193, 0.35), (0.271, 0.55), (0.436, 0.82), (0.516, 0.86)),
    "twelve months": (
        (0.234, 0.32),
        (0.277, 0.38),
        (0.339, 0.6),
        (0.392, 0.69),
        (0.438, 0.73),
        (0.476, 0.81),
        (0.608, 0.84),
        (0.861, 0.87),
    ),
}
AT_LEAST = 0.7
"""An answer is given where so many like it were right. Of 861 texts, held out: at .6 219 get one (.66 right), at .7 174 (.76), at
.8 122 (.81)."""

SPEAKS_FOR = 0.75
"""A leaning speaks for an answer where its weight there is at most so much below its highest: half as likely."""


@dataclass(frozen=True, slots=True)
class Best:
    """The likeliest stretch of one grain, and how much of the whole falls on it."""

    days: Days
    grain: Grain
    share: float


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A stretch of days that is given as the answer, how often such answers were right, and the leanings that speak for it."""

    days: Days
    grain: Grain
    share: float
    confidence: float
    support: tuple[Leaning, ...]

    @property
    def edtf(self) -> str:
        """A day, a month, a year; any other run of months is an interval of months, since no day of it was named."""
        whole = self.days.edtf()
        return f"{self.days.first:%Y-%m}/{self.days.last:%Y-%m}" if "/" in whole else whole


def reckon(found: tuple[Leaning, ...], until: date | None = None) -> Reckoned | None:
    """The finest answer that can be trusted; None where nothing can, or only rows recalled from memory speak for it.

    until   the last day there can be: when the page was read or seen; today, where that is not known
    """
    for best in likeliest(found, until, [grain for grain, steps in CALIBRATION.items() if steps]):
        confidence = calibrated(best.grain, best.share)
        if confidence < AT_LEAST:
            continue
        support = speaking_for(best.days, found)
        if len({leaning.kind for leaning in support}) > 1:
            checked = any(leaning.checked for leaning in support)
            return Reckoned(best.days, best.grain, best.share, confidence, support) if checked else None
    return None


def likeliest(found: tuple[Leaning, ...], until: date | None = None, grains: Collection[Grain] = GRAINS) -> Iterator[Best]:
    """The best day and the best run of months of each length, the finest first; none where nothing leans."""
    last = min(until or datetime.now(UTC).date(), LAST_DAY)
    if not found or last < FIRST_DAY:
        return
    level = _level(found, last)
    if "day" in grains:
        yield level.best_day()
    months = [at for at in _month_starts() if at < level.count]
    before = level.before((*months, level.count))
    for grain, length in ((grain, length) for grain, length in RUNS.items() if grain in grains):
        sums = [after - first for first, after in zip(before, before[length:], strict=False)]
        if sums:
            at = max(range(len(sums)), key=sums.__getitem__)
            yield Best(Days(_day(months[at]), _last_of_month(_day(months[at + length - 1]))), grain, sums[at])


@dataclass(frozen=True, slots=True)
class _Level:
    """Belief in stretches of days on which all leanings stay the same, weekdays aside.

    starts   the first day of each stretch, in days since FIRST_DAY, 0 first
    heights  the belief in a day of each, before its weekday's factor
    factors  one for each weekday, that of FIRST_DAY first, and their sums: of the first 0, 1 .. 7 of them
    count    how many days there are
    """

    starts: tuple[int, ...]
    heights: tuple[float, ...]
    factors: tuple[float, ...]
    factor_sums: tuple[float, ...]
    count: int

    def before(self, days: Iterable[int]) -> list[float]:
        """The share of the whole that falls before each of these days, which rise."""
        edges = self._factors_before((*self.starts, self.count))
        masses = [height * (after - first) for height, (first, after) in zip(self.heights, pairwise(edges), strict=True)]
        sums = list(accumulate(masses, initial=0.0))
        days = tuple(days)
        found = []
        at = 0
        for day, factors in zip(days, self._factors_before(days), strict=True):
            while at + 1 < len(self.starts) and self.starts[at + 1] <= day:
                at += 1
            found.append((sums[at] + self.heights[at] * (factors - edges[at])) / sums[-1])
        return found

    def best_day(self) -> Best:
        """The likeliest day, the earliest of equals."""
        peaks = (
            (height * self.factors[day % 7], -day)
            for height, first, after in zip(self.heights, self.starts, (*self.starts[1:], self.count), strict=True)
            for day in range(first, min(after, first + 7))
        )
        belief, day = max(peaks)
        first, after = self.before((-day, 1 - day))
        return Best(Days(_day(-day), _day(-day)), "day", after - first if belief else 0.0)

    def _factors_before(self, days: tuple[int, ...]) -> list[float]:
        """The sum of the factors of all days before each of these."""
        sums = self.factor_sums
        return [day // 7 * sums[7] + sums[day % 7] for day in days]


def _level(found: tuple[Leaning, ...], last: date) -> _Level:
    """What all lean to, from FIRST_DAY to the last day there can be."""
    count = (last - FIRST_DAY).days + 1
    changes: dict[int, float] = {0: 0.0}
    weekdays = [0.0] * 7
    for leaning in found:
        for days, weight in leaning.stretches:
            first, after = max((days.first - FIRST_DAY).days, 0), min((days.last - FIRST_DAY).days + 1, count)
            if first < after:
                changes[first] = changes.get(first, 0.0) + weight - leaning.otherwise
                changes[after] = changes.get(after, 0.0) - weight + leaning.otherwise
        for weekday, weight in enumerate(leaning.by_weekday):
            weekdays[weekday] += weight
    starts = sorted(start for start in changes if start < count)
    weights = list(accumulate(changes[start] for start in starts))
    top, top_weekday = max(weights), max(weekdays)
    factors = tuple(exp(weekdays[(FIRST_DAY.weekday() + at) % 7] - top_weekday) for at in range(7))
    heights = tuple(exp(weight - top) for weight in weights)
    return _Level(tuple(starts), heights, factors, tuple(accumulate(factors, initial=0.0)), count)


@cache
def _month_starts() -> tuple[int, ...]:
    """The first of every month, in days since FIRST_DAY."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return tuple((date(year, month, 1) - FIRST_DAY).days for year in years for month in range(1, 13))


def _day(at: int) -> date:
    return FIRST_DAY + timedelta(days=at)


def _last_of_month(day: date) -> date:
    return month_of(day.year, day.month).last


def speaking_for(days: Days, found: tuple[Leaning, ...]) -> tuple[Leaning, ...]:
    """The leanings that single these days out: near their highest there, and well below it elsewhere."""
    return tuple(leaning for leaning in found if _speaks_for(leaning, days))


def _speaks_for(leaning: Leaning, days: Days) -> bool:
    if leaning.by_weekday and len(days) > 1:
        return False
    touching = (weight for window, weight in leaning.stretches if window.first <= days.last and days.first <= window.last)
    there = leaning.at(days.first) if len(days) == 1 else max(touching, default=leaning.otherwise)
    weights = [weight for _, weight in leaning.stretches] + list(leaning.by_weekday)
    lowest = min([*weights, leaning.otherwise] if leaning.stretches else weights, default=0.0)
    return there > -SPEAKS_FOR > lowest


def calibrated(grain: Grain, share: float) -> float:
    """How often answers of a grain with such a share, or a smaller one of the same step, were right; 0 below every step."""
    return max((right for least, right in CALIBRATION[grain] if share >= least), default=0.0)
