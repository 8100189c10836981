"""Who held an office of state when: ``holders.tsv``, and the titles that reports put before the names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.lexicon import RECALLED, alternatives, table

TITLES: dict[str, tuple[str, ...]] = {
    "president": ("President",),
    "vice president": ("Vice President",),
    "prime minister": ("Prime Minister", "Premier", "PM"),
    "chancellor": ("Chancellor",),
    "king": ("King",),
    "crown prince": ("Crown Prince",),
    "supreme leader": ("Supreme Leader", "supreme leader", "Leader"),
    "leader": ("leader", "Leader", "President", "Chairman"),
    "foreign minister": (
        "Foreign Minister",
        "Foreign Secretary",
        "External Affairs Minister",
        "Minister of Foreign Affairs",
        "Minister for Foreign Affairs",
    ),
    "secretary of state": ("Secretary of State",),
    "secretary-general": ("Secretary-General", "Secretary General", "chief"),
    "president of the commission": ("Commission President", "President of the European Commission", "Commission chief"),
    "president of the council": ("Council President", "President of the European Council"),
    "high representative": ("High Representative", "foreign policy chief", "top diplomat"),
    "presidential candidate": (
        "presidential candidate",
        "presidential hopeful",
        "presidential contender",
        "presidential front-runner",
        "presidential frontrunner",
        "front-runner",
        "frontrunner",
        "White House hopeful",
    ),
    "presidential nominee": ("presidential nominee", "Republican nominee", "Democratic nominee", "GOP nominee"),
    "running mate": ("running mate", "vice presidential nominee", "vice presidential candidate"),
    "presumptive nominee": (
        "presumptive Republican presidential nominee",
        "presumptive Democratic presidential nominee",
        "presumptive GOP presidential nominee",
        "presumptive Republican nominee",
        "presumptive Democratic nominee",
        "presumptive GOP nominee",
        "presumptive presidential nominee",
        "presumptive nominee",
    ),
}
"""Office -> the words right before a holder's name."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of office; ``begins`` and ``ends`` are both days of it, ``ends`` None where it goes on.

    names    as reports write them, in full
    alone    what may follow the title by itself, empty where that would name others too
    source   where both days were compared, or ``recalled, unchecked``
    """

    office: str
    of: str
    names: tuple[str, ...]
    alone: tuple[str, ...]
    begins: date
    ends: date | None
    source: str

    @property
    def checked(self) -> bool:
        return self.source != RECALLED


@cache
def holders() -> tuple[Holder, ...]:
    """Every term, by office and state, the oldest first."""
    return tuple(
        Holder(
            office=row["office"],
            of=row["of"],
            names=(row["name"], *alternatives(row["also"])),
            alone=alternatives(row["alone"]),
            begins=date.fromisoformat(row["begins"]),
            ends=date.fromisoformat(row["ends"]) if row["ends"] else None,
            source=row["source"],
        )
        for row in table("holders")
    )


@cache
def terms() -> dict[tuple[str, str], tuple[Holder, ...]]:
    """Title and name as they stand in a text (``("President", "Emmanuel Macron")``) -> the terms that they may mean."""
    found: dict[tuple[str, str], tuple[Holder, ...]] = {}
    for holder in holders():
        for title in TITLES[holder.office]:
            for name in (*holder.names, *holder.alone):
                found[title, name] = (*found.get((title, name), ()), holder)
    return found
