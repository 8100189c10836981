"""The day by words that name none: what all of them lean to, summed over every day there is, as a day or a run of months.

Each day's share of the whole is the part of belief that falls on it. The finest answer whose share has proved right often enough is
given, with the share of answers like it that were right as its confidence; where none has, there is no date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import exp
from typing import Literal

from dragoman.assemble.dating.days import Days, month_of
from dragoman.assemble.dating.leanings import FIRST_YEAR, LAST_YEAR, Leaning

Grain = Literal["day", "month", "three months", "six months", "twelve months"]
RUNS: dict[Grain, int] = {"month": 1, "three months": 3, "six months": 6, "twelve months": 12}
"""Grains of whole months, and how many months in a row they are."""

FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)

# (share of the whole, share of answers that were right) for the best of each grain: fitted by benchmarks/fit_published.py.
CALIBRATION: dict[Grain, tuple[tuple[float, float], ...]] = {
    "day": (),
    "month": ((0.138, 0.38), (0.231, 0.57), (0.423, 0.7)),
    "three months": ((0.146, 0.32), (0.214, 0.5), (0.259, 0.59), (0.29, 0.64), (0.518, 0.88)),
    "six months": ((0.172, 0.35), (0.262, 0.52), (0.325, 0.59), (0.433, 0.77), (0.51, 0.86)),
    "twelve months": ((0.156, 0.31), (0.331, 0.61), (0.419, 0.74), (0.471, 0.84), (0.861, 0.87)),
}
AT_LEAST = 0.7
"""An answer is given where so many like it were right."""

SPEAKS_FOR = 0.75
"""A leaning speaks for an answer where its weight there is at most so much below its highest: half as likely."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A stretch of days, how much of the whole falls on it, how often such answers were right, and the leanings that speak for it."""

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

    until   the last day there can be: when the page was read or seen
    """
    for best in likeliest(found, until):
        confidence = calibrated(best.grain, best.share)
        if confidence >= AT_LEAST and len({leaning.kind for leaning in best.support}) > 1:
            if not any(leaning.checked for leaning in best.support):
                return None
            return Reckoned(best.days, best.grain, best.share, confidence, best.support)
    return None


def likeliest(found: tuple[Leaning, ...], until: date | None = None) -> tuple[Reckoned, ...]:
    """The best day and the best run of months of each length, each with its share, its confidence not yet told (0)."""
    last = min(until or LAST_DAY, LAST_DAY)
    if not found or last < FIRST_DAY:
        return ()
    shares = list(accumulate(_shares(found, last), initial=0.0))
    months = [month_of(year, month) for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(1, 13)]
    days = [Days(day, day) for month in months for day in month.each()]
    grains: list[tuple[Grain, list[Days]]] = [("day", days), *((grain, _runs(months, length)) for grain, length in RUNS.items())]
    return tuple(_best(grain, each, shares, found) for grain, each in grains)


def _runs(months: list[Days], length: int) -> list[Days]:
    """Every so many months in a row."""
    return [Days(first.first, last.last) for first, last in zip(months, months[length - 1 :], strict=False)]


def _shares(found: tuple[Leaning, ...], last: date) -> list[float]:
    """The share of the whole that falls on each day from FIRST_DAY to the last."""
    count = (last - FIRST_DAY).days + 1
    changes = [0.0] * (count + 1)
    weekdays = [0.0] * 7
    for leaning in found:
        for days, weight in leaning.stretches:
            first, after = max((days.first - FIRST_DAY).days, 0), min((days.last - FIRST_DAY).days + 1, count)
            if first < after:
                changes[first] += weight - leaning.otherwise
                changes[after] -= weight - leaning.otherwise
        for weekday, weight in enumerate(leaning.by_weekday):
            weekdays[weekday] += weight
    begin = FIRST_DAY.weekday()
    sums = [weight + weekdays[(begin + at) % 7] for at, weight in enumerate(accumulate(changes[:count]))]
    top = max(sums)
    likely = [exp(weight - top) for weight in sums]
    whole = sum(likely)
    return [one / whole for one in likely]


def _best(grain: Grain, stretches: list[Days], sums: list[float], found: tuple[Leaning, ...]) -> Reckoned:
    """The stretch with the greatest share; sums are those of all days before each."""

    def share(days: Days) -> float:
        first, after = ((day - FIRST_DAY).days for day in (days.first, days.last + timedelta(days=1)))
        return sums[min(after, len(sums) - 1)] - sums[min(first, len(sums) - 1)]

    days = max(stretches, key=share)
    return Reckoned(days, grain, share(days), 0.0, tuple(leaning for leaning in found if _speaks_for(leaning, days)))


def _speaks_for(leaning: Leaning, days: Days) -> bool:
    """Whether a leaning singles these days out: near its highest there, and well below it elsewhere."""
    there = max(leaning.at(day) for day in (days.each() if len(days) < 32 else days.each()[::7]))
    weights = [weight for _, weight in leaning.stretches] + list(leaning.by_weekday)
    lowest = min([*weights, leaning.otherwise] if leaning.stretches else weights, default=0.0)
    return there > -SPEAKS_FOR and lowest < -SPEAKS_FOR and not (leaning.by_weekday and len(days) > 1)


def calibrated(grain: Grain, share: float) -> float:
    """How often answers of a grain with such a share, or a smaller one of the same step, were right; 0 below every step."""
    return max((right for least, right in CALIBRATION[grain] if share >= least), default=0.0)
