"""stub until the table comes"""

from __future__ import annotations
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NamedDays:
    name: str
    first: date
    last: date
    approximate: bool
    source: str


NAMED_DAY_PATTERN = r"(?:Christmas(?: Day| Eve)?|Thanksgiving(?: Day)?|World War II)"


def named_days(words: str, year: int) -> NamedDays | None:
    return None


def period(words: str) -> NamedDays | None:
    return None
