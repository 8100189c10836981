"""Recurring gatherings with their days: ``gatherings.tsv`` (editions) and ``gathering_names.tsv`` (what reports call them)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.lexicon import RECALLED, alternatives, table


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a gathering; ``begins`` and ``ends`` are both days of it.

    number    the ordinal that the series counts by, None where it counts none
    cities, countries   names that reports use for the host, ours first; no city for a meeting by video
    source    where the days were checked, or ``recalled, unchecked``
    """

    series: str
    number: int | None
    begins: date
    ends: date
    cities: tuple[str, ...]
    countries: tuple[str, ...]
    source: str

    @property
    def checked(self) -> bool:
        return self.source != RECALLED

    @property
    def name(self) -> str:
        """``55th Munich Security Conference``, or with the year where the series counts none."""
        return f"{self.begins.year} {self.series}" if self.number is None else f"{ordinal(self.number)} {self.series}"


def ordinal(number: int) -> str:
    """ordinal(42) == "42nd" """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition, by series, then by number or year."""
    return tuple(
        Edition(
            series=row["series"],
            number=int(row["number"]) if row["number"] else None,
            begins=date.fromisoformat(row["begins"]),
            ends=date.fromisoformat(row["ends"]),
            cities=alternatives(row["city"]),
            countries=alternatives(row["country"]),
            source=row["source"],
        )
        for row in table("gatherings")
    )


@cache
def editions_of(series: str) -> tuple[Edition, ...]:
    return tuple(edition for edition in editions() if edition.series == series)


@cache
def names() -> dict[str, str]:
    """What reports call a gathering -> its series."""
    return {name: row["series"] for row in table("gathering_names") for name in alternatives(row["names"])}
