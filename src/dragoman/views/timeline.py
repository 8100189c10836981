"""What has a date, over many articles, in the order of time: each fact with its date in words, who was in it, and its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.store.days import days_of
from dragoman.views.edtf_words import in_words
from dragoman.views.shown import shown
from dragoman.views.statements import Party, Stretch, party

if TYPE_CHECKING:
    from dragoman.store import Dated

WHO = ("speakers", "actors", "parties")
WHOM = ("addressees", "targets")


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated fact among those of many articles."""

    edtf: str = shown("Its date, as EDTF: as precise as the page has it.")
    in_words: str = shown("The same in words: in June 2019, by 14 May 2019; as it is where there are no words for it.")
    first: str | None = shown("The first day that may be meant; 0001-01-01 where the date is open, empty where it means no day.")
    last: str | None = shown("The last day that may be meant; 9999-12-31 where the date is open.")
    dated_by: str = shown(
        "What it is the date of: said, happened, dated (an instrument), held, begins, ends (a gathering); published where the "
        "page does not tell when something was said, and its own day stands for it."
    )
    kind: str = shown("statement, event, instrument or gathering.")
    status: str | None = shown("Of an event: happened, planned, hypothetical …; of an instrument: signed, sought …; else empty.")
    id: str = shown("Content id of the fact.")
    article: str = shown("Content id of the article it stands in.")
    origin: str = shown("Where the page came from: a path, an address, - for standard input.")
    url: str | None = shown("The page's own address, where the page or its source gives one.")
    outlet: str | None = shown("Who published it, as far as the page says.")
    title: str | None = shown("The page's title; empty where it has none.")
    published: str | None = shown("The day the page was published, as an EDTF date.")
    name: str | None = shown("The name of an instrument or a gathering.")
    who: tuple[Party, ...] = shown("Who said it or did it; the parties of an instrument.")
    whom: tuple[Party, ...] = shown("To whom it was said or done.")
    agents: tuple[Party, ...] = shown("The persons who acted for the parties of an event.")
    candidates: tuple[Party, ...] = shown("Who may have said it where nobody could be resolved, best first.")
    act: str | None = shown("What was done by a statement: assert, demand, offer, deny …")
    manner: str | None = shown("Of a statement: said, written, or held.")
    form: str | None = shown("Of a statement: direct (in quotation marks), indirect (told), or mixed.")
    headline: bool | None = shown("Whether a statement stands in a headline or a link to another page.")
    type: str | None = shown("Of an event, as PLOVER has it: AGREE, CONSULT, SANCTION …")
    mode: str | None = shown("Of an event: how, as PLOVER has it.")
    where: str | None = shown("The place where it was said, done or held.")
    words: tuple[Stretch, ...] = shown(
        "The words: of a statement or an event; of an instrument or a gathering the first that name it."
    )
    mention: Stretch | None = shown("The words that name the speaker of a statement.")  # noqa: RUF009
    according_to: tuple[str, ...] = shown("Ids of the statements that tell of an event which the page does not tell itself.")
    contested_by: tuple[str, ...] = shown("Ids of the statements that deny an event.")
    confidence: float | None = shown("How likely it is right, from 0 to 1; empty while nothing has calibrated it.")


def timeline_entry(dated: Dated) -> TimelineEntry:
    row, parties, links = dated.row, dated.parties, dated.links
    first, last = days_of(row["edtf"]) or (None, None)
    named = row["kind"] in ("instrument", "gathering")
    return TimelineEntry(
        **{name: value for name, value in row.items() if name != "words"},
        in_words=in_words(row["edtf"]),
        first=first,
        last=last,
        name=row["words"] if named else None,
        who=all_of(parties, WHO),
        whom=all_of(parties, WHOM),
        agents=all_of(parties, ("agents.actor",)),
        candidates=all_of(parties, ("candidates",)),
        where=next((place["words"] for role in ("where", "place") for place in links[role]), None),
        words=tuple(Stretch(**piece) for piece in own_words(dated.words)),
        mention=next((Stretch(**piece) for piece in dated.words["mention"]), None),
        according_to=tuple(link["id"] for link in links["according_to"]),
        contested_by=tuple(link["id"] for link in links["contested_by"]),
    )


def all_of(parties: dict[str, list[dict[str, Any]]], roles: tuple[str, ...]) -> tuple[Party, ...]:
    return tuple(party(each) for role in roles for each in parties[role])


def own_words(words: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """All that was said; else an event's clause; else the first mention; else the first words that are evidence."""
    return words["content"] or words["clause"] or words["mentions"][:1] or words["evidence"][:1]
