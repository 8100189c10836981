"""Rounds of negotiations with their days, and by which words an article shows that it speaks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.lexicon import RECALLED, alternatives, table
from dragoman.lexicon.gatherings import ordinal


@dataclass(frozen=True, slots=True)
class Round:
    """One round; ``begins`` and ``ends`` are both days of it. ``number`` is the sides' own, None where they count none."""

    series: str
    number: int | None
    begins: date
    ends: date
    city: str
    source: str

    @property
    def checked(self) -> bool:
        return self.source != RECALLED

    @property
    def name(self) -> str:
        """``1st round of Japan-Russia peace treaty talks``"""
        return f"{ordinal(self.number)} round of {self.series}" if self.number else f"{self.series} of {self.begins.isoformat()}"


@dataclass(frozen=True, slots=True)
class Negotiation:
    """A series of rounds.

    told    each of these patterns stands somewhere in an article that speaks of it: one a party, and one for the topic
    rounds  in order of their days
    """

    series: str
    told: tuple[re.Pattern[str], ...]
    rounds: tuple[Round, ...]


@cache
def negotiations() -> tuple[Negotiation, ...]:
    return tuple(_negotiation(row["series"], row["parties"], row["topic"]) for row in table("negotiations"))


def _negotiation(series: str, parties: str, topic: str) -> Negotiation:
    told = tuple(_any_of(alternatives(words)) for words in (*parties.split(";"), topic))
    return Negotiation(series, told, tuple(one for one in _rounds() if one.series == series))


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)".replace(r"\ ", r"\s"))


@cache
def _rounds() -> tuple[Round, ...]:
    return tuple(
        Round(
            series=row["series"],
            number=int(row["number"]) if row["number"] else None,
            begins=date.fromisoformat(row["begins"]),
            ends=date.fromisoformat(row["ends"]),
            city=row["city"],
            source=row["source"],
        )
        for row in table("negotiation_rounds")
    )
