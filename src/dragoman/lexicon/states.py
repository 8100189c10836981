"""States: their names, demonyms and codes, what stands for their governments, and who stands in the place of states gone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from dragoman.lexicon import RECALLED, alternatives, table

if TYPE_CHECKING:
    from collections.abc import Mapping

Naming = Literal["name", "adjective", "people", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class State:
    """A state by its short English name. ``cow`` and ``ended`` (a day) are empty where there is none."""

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    iso3: str = ""
    cow: str = ""
    successor: str = ""
    ended: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase may mean: a state, and how the phrase names it. ``recalled``: the row was never checked."""

    state: str
    how: Naming
    recalled: bool = False


@cache
def states() -> Mapping[str, State]:
    """Every state, today's and those gone, by its short English name."""
    seats: dict[str, list[str]] = {}
    for row in table("seats"):
        seats.setdefault(row["state"], []).extend(alternatives(row["names"]))
    known = {row["name"]: _today(row, tuple(seats.get(row["iso3"], ()))) for row in table("states")}
    by_code = {state.iso3: state.name for state in known.values()}
    for row in table("predecessors"):
        known[row["name"]] = State(
            row["name"],
            alternatives(row["names"]),
            alternatives(row["adjectives"]),
            successor=by_code.get(row["successor"], ""),
            ended=row["ended"],
        )
    return MappingProxyType(known)


def _today(row: Mapping[str, str], seats: tuple[str, ...]) -> State:
    names, adjectives = alternatives(row["names"]), alternatives(row["adjectives"])
    people, capitals = alternatives(row["nouns"]), alternatives(row["capital"])
    return State(row["name"], names, adjectives, people, capitals, seats, row["iso3"], row["cow"])


@cache
def readings() -> Mapping[str, tuple[Reading, ...]]:
    """Phrase -> what it may mean; several readings of different states ("Congolese") stay several."""
    found: dict[str, list[Reading]] = {}

    def note(phrase: str, reading: Reading) -> None:
        same = found.setdefault(phrase, [])
        if all((r.state, r.how) != (reading.state, reading.how) for r in same):
            same.append(reading)

    for state in states().values():
        for phrase in (state.name, *state.names):
            note(phrase, Reading(state.name, "name"))
        for phrase in state.adjectives:
            note(phrase, Reading(state.name, "adjective"))
        for phrase in state.people:
            note(phrase, Reading(state.name, "people"))
        for phrase in state.capitals:
            note(phrase, Reading(state.name, "capital"))
        for phrase in state.seats:
            note(phrase, Reading(state.name, "seat", recalled=_recalled(phrase)))
    return MappingProxyType({phrase: tuple(kept) for phrase, kept in found.items()})


@cache
def _recalled_seats() -> frozenset[str]:
    rows = (row for row in table("seats") if row["source"] == RECALLED)
    return frozenset(name for row in rows for name in alternatives(row["names"]))


def _recalled(seat: str) -> bool:
    return seat in _recalled_seats()


def share_stem(name: str, demonym: str) -> bool:
    """Whether a name and a demonym look like one state's: "Abkhazia" and "Abkhazian", "Tarvos" and "Tarvosian"."""
    stem = name.rstrip("aeiouy") if name[-1:] in "aeiouy" else name
    return len(stem) >= 4 and name != demonym and demonym.startswith(stem) and len(demonym) - len(stem) <= 4


def state_of(phrase: str) -> str | None:
    """The one state that a name, demonym, capital or seat means; None where it means none or several, or was only recalled."""
    for form in (phrase, phrase.title() if phrase.isupper() and len(phrase) > 3 else phrase):
        meant = {reading.state for reading in readings().get(form, ()) if not reading.recalled}
        if len(meant) == 1:
            return meant.pop()
    return None
