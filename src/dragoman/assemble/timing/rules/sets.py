"""Times that come again: ``every Friday``, ``twice a week``, ``monthly``. They have no day; TIMEX3 has a value for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import Only
from dragoman.assemble.timing.patterns import (
    MONTH,
    PART_OF_DAY,
    SEASON,
    UNIT,
    WEEKDAY,
    month_of_name,
    season_of_name,
    weekday_of_name,
)
from dragoman.assemble.timing.stretches import SEASONS
from dragoman.assemble.timing.times_of_day import part_of_day
from dragoman.assemble.timing.units import period, unit_of_words

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match, Rule

_ADVERBS = {
    "hourly": "PT1H", "nightly": "P1D", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "annual": "P1Y",
    "annually": "P1Y", "yearly": "P1Y", "year round": "P1Y",
}  # fmt: skip

_ONE = re.compile(r"(?:a|1) ")

ADVERBS = " ".join(_ADVERBS)


def _adverb(found: Match) -> Expression | None:
    return Only(_ADVERBS[found["word"]], repeats=True)


def _every(found: Match) -> Expression | None:
    """``a month`` alone may be how long"""
    length = period({"": "1", "other": "2"}.get(found["count"], found["count"]), unit_of_words(found["unit"]))
    return Only(length, repeats=not _ONE.match(found.words))


def _weekdays(found: Match) -> Expression | None:
    """``Tuesday nights`` is the second day's night of any week"""
    time = part_of_day(found["time"]) if found["time"] else ""
    return Only(f"XXXX-WXX-{weekday_of_name(found['weekday']) + 1}{time}", repeats=True)


def _any_month(found: Match) -> Expression | None:
    return Only(f"XXXX-{month_of_name(found['month']):02}", repeats=True)


def _any_season(found: Match) -> Expression | None:
    return Only(f"XXXX-{SEASONS[season_of_name(found['season']) - 1]}", repeats=True)


def _any_day(found: Match) -> Expression | None:
    return Only(f"XXXX-XX-XX{part_of_day(found['time'])}", repeats=True)


RULES: tuple[Rule, ...] = (
    (rf"(?:all )?(?P<word>{'|'.join(_ADVERBS)})", _adverb),
    (
        rf"(?:(?:once|twice|\d+[ -]times)[ -])?(?:every|each|a|per|once an?|1)(?: (?P<count>\d{{1,3}}|other))?[ -]"
        rf"(?P<unit>{UNIT})s?",
        _every,
    ),
    (rf"(?:every |each )(?P<weekday>{WEEKDAY})s?(?: (?P<time>{PART_OF_DAY})s?)?", _weekdays),
    (rf"(?P<weekday>{WEEKDAY}) (?P<time>{PART_OF_DAY})s", _weekdays),
    (rf"(?P<weekday>{WEEKDAY})s(?: (?P<time>{PART_OF_DAY})s?)?", _weekdays),
    (rf"(?:every |each )(?P<month>{MONTH})", _any_month),
    (rf"(?:every |each )(?P<season>{SEASON})", _any_season),
    (rf"(?:every |each )(?P<time>{PART_OF_DAY})", _any_day),
)
