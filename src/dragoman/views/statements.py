"""Statements found across articles: each with its page, its words where they stand, and who said it to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from dragoman.views.shown import shown

if TYPE_CHECKING:
    from dragoman.store import Told


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office as the page gives it."""

    title: str = shown("The office, in the page's own words.")
    of: str | None = shown("The state or body it is an office of; empty where the page does not tell.")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who said something, or to whom it was said."""

    name: str = shown("The name.")
    kind: str = shown("person, state, organisation, group, document or unnamed.")
    offices: tuple[OfficeHeld, ...] = shown("What the page says this person is.")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words where they stand."""

    text: str = shown("The words, unchanged.")
    start: int = shown("Their first character in the article's text, counted from 0 in code points.")
    end: int = shown("The character after their last one.")


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """One statement among those of many articles."""

    id: str = shown("Content id of the statement.")
    article: str = shown("Content id of the article it stands in.")
    origin: str = shown("Where the page came from: a path, an address, - for standard input.")
    url: str | None = shown("The page's own address, where the page or its source gives one.")
    outlet: str | None = shown("Who published it, as far as the page says.")
    title: str | None = shown("The page's title; empty where it has none.")
    published: str | None = shown("The day the page was published, as an EDTF date.")
    day: str | None = shown("When it was said, as an EDTF date; where the page does not tell, when it was published.")
    day_from: Literal["said", "published"] | None = shown("Which of the two that day is.")
    speakers: tuple[Party, ...] = shown("Who said it; several for a joint statement, empty where nobody could be resolved.")
    candidates: tuple[Party, ...] = shown("Who may have said it where nobody could be resolved, best first.")
    addressees: tuple[Party, ...] = shown("Whom the page says it was said to.")
    act: str = shown("What was done by saying it: assert, demand, offer, deny …")
    manner: str = shown("said, written, or held: a belief or wish ascribed without a report of its being said.")
    form: str = shown("direct (in quotation marks), indirect (told), or mixed.")
    headline: bool = shown("Whether it stands in a headline or a link to another page, not in the running text.")
    content: tuple[Stretch, ...] = shown("What was said, in pieces where other words stand between.")
    mention: Stretch | None = shown("The words that name the speaker here.")  # noqa: RUF009
    cue: Stretch | None = shown("The words that tell that something was said.")  # noqa: RUF009
    confidence: float | None = shown("How likely it is right, from 0 to 1; empty while nothing has calibrated it.")


def found_statement(told: Told) -> FoundStatement:
    said_on, published = told.row["said_on"], told.row["published"]
    return FoundStatement(
        **{name: value for name, value in told.row.items() if name != "said_on"},
        day=said_on or published,
        day_from="said" if said_on else "published" if published else None,
        speakers=tuple(map(party, told.parties["speakers"])),
        candidates=tuple(map(party, told.parties["candidates"])),
        addressees=tuple(map(party, told.parties["addressees"])),
        content=tuple(Stretch(**piece) for piece in told.words["content"]),
        mention=next((Stretch(**piece) for piece in told.words["mention"]), None),
        cue=next((Stretch(**piece) for piece in told.words["cue"]), None),
    )


def party(row: dict[str, Any]) -> Party:
    return Party(row["name"], row["kind"], tuple(OfficeHeld(**office) for office in row["offices"]))


def named(who: Party) -> str:
    """``Ana Costa (minister, Norway; envoy)``"""
    return f"{who.name} ({'; '.join(map(office_words, who.offices))})" if who.offices else who.name


def office_words(office: OfficeHeld) -> str:
    return f"{office.title}, {office.of}" if office.of else office.title
