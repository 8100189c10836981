"""A clue to the day a page was published: it allows some days, with a weight, and keeps the words or the field that say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.article import StampRole
from dragoman.assemble.dating.readings import Reading
from dragoman.assemble.days import Days, day_of, shifted
from dragoman.lexicon.gatherings import Edition
from dragoman.lexicon.holders import Holder
from dragoman.record import Evidence


@dataclass(frozen=True, slots=True)
class Clue:
    """What one place on the page, or some words of the text, say about the day.

    kind      where it comes from: clues of one kind count once for a day
    windows   the days it allows; empty where it allows any day (a weekday alone)
    by_weekday   a share of the weight for each weekday, Monday first
    says      the clue in plain words, for the basis
    role      what kind of stamp it is, None for words of the text
    exact     it names days itself; others only weigh days that something else named
    confidence   share of pages whose day it told right when it was the strongest clue, None where that was not measured
    editions, holders   the gatherings, or the terms of office, that its windows rest on, one a window
    """

    kind: str
    weight: float
    evidence: Evidence
    says: str
    windows: tuple[Days, ...] = ()
    by_weekday: tuple[float, ...] = ()
    role: StampRole | None = None
    exact: bool = False
    confidence: float | None = None
    editions: tuple[Edition, ...] = ()
    holders: tuple[Holder, ...] = ()

    def speaks_for(self, day: date) -> float:
        if self.windows and not any(day in window for window in self.windows):
            return 0.0
        return self.weight * (self.by_weekday[day.weekday()] if self.by_weekday else 1.0)


def lexicon_rows(clue: Clue, days: Days) -> dict[str, str]:
    """The terms of office by which a clue speaks for some days, for a basis: who, as what -> when, and the row's source."""
    rows = {}
    for holder, window in zip(clue.holders, clue.windows, strict=False):
        if window & days:
            term = f"{holder.begins.isoformat()}/{holder.ends.isoformat() if holder.ends else '..'}"
            rows[f"lexicon: {holder.names[0]}, {holder.office} of {holder.of}"] = f"{term} ({holder.source})"
    return rows


def edition_row(edition: Edition) -> tuple[str, str]:
    """A gathering of the lexicon for a basis: what it is -> when, and the row's source."""
    return f"lexicon: {edition.name}", f"{Days(edition.begins, edition.ends).edtf()} ({edition.source})"


MOST_EDITIONS = 3
"""A clue that leaves more of them open rests on none in particular."""


def edition_rows(clue: Clue, days: Days) -> dict[str, str]:
    """The same for the gatherings by which a clue speaks for some days, where they are few."""
    meant = [edition for edition, window in zip(clue.editions, clue.windows, strict=False) if window & days]
    return dict(map(edition_row, meant)) if len(meant) <= MOST_EDITIONS else {}


def in_any_year(reading: Reading, shift: int = 0) -> tuple[Days, ...]:
    """The day and month of a reading in every year that a page of news may be from, shifted by some days."""
    days = (day_of(year, reading.month or 1, reading.day or 1) for year in range(1980, 2061))
    return tuple(Days(shifted(day.first, shift), shifted(day.first, shift)) for day in days if day)
