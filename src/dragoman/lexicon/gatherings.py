"""Recurring gatherings and votes with their days: ``gatherings.tsv`` and what reports call them, ``gathering_names.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.lexicon import RECALLED, alternatives, table
from dragoman.lexicon.calendar import MONTHS, ORDINALS, ordinal_ending


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a gathering; ``begins`` and ``ends`` are both days of it.

    number    the ordinal that the series counts by, None where it counts none
    cities, countries   names that reports use for the host, ours first; no city for a meeting by video or a vote
    source    where the days were checked, or ``recalled, unchecked``
    called    the year it is called by, where that is not the one it begins in: the Tokyo Olympics of 2020
    """

    series: str
    number: int | None
    begins: date
    ends: date
    cities: tuple[str, ...]
    countries: tuple[str, ...]
    source: str
    called: int | None = None

    @property
    def checked(self) -> bool:
        return self.source != RECALLED

    @property
    def vote(self) -> bool:
        """An election: a day that reports date by, not a gathering of anybody."""
        return self.series.endswith(("election", "elections", "runoff"))

    @property
    def name(self) -> str:
        """``55th Munich Security Conference``; the year, or the day where a year holds several, where the series counts none."""
        if self.number is not None:
            return f"{ordinal(self.number)} {self.series}"
        if _held_in(self.series, self.begins.year) < 2:
            return f"{self.begins.year} {self.series}"
        return f"{self.series} of {self.begins.day} {MONTHS[self.begins.month - 1]} {self.begins.year}"


def ordinal(number: int) -> str:
    """ordinal(42) == "42nd" """
    return f"{number}{ordinal_ending(number)}"


_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_TEENS = tuple("eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split())
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}

ORDINAL_PATTERN = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|[IVXL]{2,8}|(?i:(?:" + "|".join(_TENS) + r")(?:ieth|y[-\s](?:" + "|".join(ORDINALS[:9]) + "))"
    "|" + "|".join(_TEENS) + "))"
)
"""``42nd``, ``forty-second`` or ``XLII``; not ``first`` to ``tenth``, which count many things: "his first NATO summit"."""


def ordinal_number(words: str) -> int:
    """What ORDINAL_PATTERN found as a number: ordinal_number("forty-second") == 42."""
    if words[0].isdigit():
        return int(words[:-2])
    if words.isupper():
        values = [_ROMAN[letter] for letter in words]
        return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    ten, _, unit = words.lower().replace(" ", "-").partition("-")
    if ten in _TEENS:
        return 11 + _TEENS.index(ten)
    return 20 + 10 * _TENS.index(ten.removesuffix("ieth").removesuffix("y")) + (ORDINALS.index(unit) + 1 if unit else 0)


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition, by series, then by day."""
    return tuple(
        Edition(
            series=row["series"],
            number=int(row["number"]) if row["number"] else None,
            begins=date.fromisoformat(row["begins"]),
            ends=date.fromisoformat(row["ends"]),
            cities=alternatives(row["city"]),
            countries=alternatives(row["country"]),
            source=row["source"],
            called=int(row["called"]) if row["called"] else None,
        )
        for row in table("gatherings")
    )


@cache
def editions_of(series: str) -> tuple[Edition, ...]:
    return tuple(edition for edition in editions() if edition.series == series)


@cache
def _held_in(series: str, year: int) -> int:
    """How many editions that the series doesn't count began in a year."""
    return sum(edition.number is None and edition.begins.year == year for edition in editions_of(series))


@dataclass(frozen=True, slots=True)
class Name:
    """What one name leads to.

    series   all that it may mean; none for a name that only sounds like one of ours
    needs    kinds of cues of which one must stand beside it: ``number``, ``year``, ``city``, ``country``, ``month``
    near     words of which one must stand in its sentence
    """

    series: tuple[str, ...]
    needs: frozenset[str] = frozenset()
    near: tuple[str, ...] = ()


@cache
def names() -> dict[str, Name]:
    """What reports call a gathering, written with ``US`` and a straight apostrophe -> what it may mean."""
    return {
        name: Name(alternatives(row["series"]), frozenset(alternatives(row["needs"])), alternatives(row["near"]))
        for row in table("gathering_names")
        for name in alternatives(row["names"])
    }
