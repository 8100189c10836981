"""The families of rules in the order in which they are tried, each with words of which it needs one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.assemble.timing.patterns import MONTH_NAMES, WEEKDAY_NAMES
from dragoman.assemble.timing.rules import (
    clocks,
    counted,
    days,
    feasts,
    lengths,
    near,
    pieces,
    ranges,
    sets,
    units_beside,
    vague,
    weekdays,
    years,
)

if TYPE_CHECKING:
    from dragoman.assemble.timing.patterns import Rule


@dataclass(frozen=True, slots=True)
class Family:
    """Rules of one kind. ``words`` saves time: whatever the rules read has one of them (``0`` is a number); None needs none."""

    rules: tuple[Rule, ...]
    words: frozenset[str] | None


def _words(*listed: str) -> frozenset[str]:
    return frozenset(word for words in listed for word in words.split())


_MONTHS = " ".join((*MONTH_NAMES, *(name[:3] for name in MONTH_NAMES), "sept"))
_WEEKDAYS = " ".join(f"{day} {day}s" for name in WEEKDAY_NAMES for day in (name, name[:3])) + " tues thur thurs"
_UNITS = (
    "second seconds minute minutes hour hours day days workday workdays night nights weekend weekends week weeks workweek"
    " workweeks fortnight fortnights month months quarter quarters year years decade decades century centuries millennium"
    " millennia millenniums"
)
_SEASONS = "spring springtime summer summertime autumn fall winter wintertime"
_PARTS_OF_DAY = (
    "morning mornings noon midday lunchtime afternoon afternoons evening evenings night nights midnight overnight dawn dusk"
    " sunset sunrise"
)

FAMILIES: tuple[Family, ...] = (
    Family(feasts.RULES, None),
    Family(days.RULES, _words("0")),
    Family(years.RULES, _words("0", _MONTHS, _SEASONS, "quarter half")),
    Family(weekdays.RULES, _words(_WEEKDAYS, "yesterday today tonight tomorrow")),
    Family(near.RULES, near.WORDS),
    Family(units_beside.RULES, _words(_UNITS, "period")),
    Family(counted.RULES, _words(_UNITS, "ago earlier later before after afterwards afterward previously")),
    Family(lengths.RULES, _words(_UNITS)),
    Family(sets.RULES, _words(_UNITS, _WEEKDAYS, _PARTS_OF_DAY, _MONTHS, _SEASONS, sets.ADVERBS)),
    Family(vague.RULES, None),
    Family(pieces.RULES, None),
    Family(clocks.RULES, _words("0", _PARTS_OF_DAY, "hours")),
    Family(ranges.RULES, None),
)  # fmt: skip
