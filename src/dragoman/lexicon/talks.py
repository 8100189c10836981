"""Rounds of talks that reports count, with their days: ``talks.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.lexicon import alternatives, table
from dragoman.lexicon.gatherings import Edition


@dataclass(frozen=True, slots=True)
class Round:
    """One round.

    edition   it as an edition of a gathering, named ``1st round of the six-party talks``
    sides     what a sentence may call each side; two must be named
    called    names by which the talks are known without their sides
    """

    edition: Edition
    sides: tuple[tuple[str, ...], ...]
    called: tuple[str, ...]


@cache
def rounds() -> tuple[Round, ...]:
    """Every round, in the table's order."""
    return tuple(
        Round(
            Edition(
                series=f"round of the {row['talks']}",
                number=int(row["round"]),
                begins=date.fromisoformat(row["begins"]),
                ends=date.fromisoformat(row["ends"]),
                cities=(),
                countries=(),
                source=row["source"],
            ),
            sides=tuple(tuple(side.split("/")) for side in alternatives(row["parties"])),
            called=alternatives(row["called"]),
        )
        for row in table("talks")
    )
