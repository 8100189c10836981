"""A timeline for a terminal: each date once, in words, and below it what it is the date of, two or three lines each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.views.edtf_words import heading
from dragoman.views.shown import one_line, short_id
from dragoman.views.statements import named
from dragoman.views.terminal import line, where, who_said, words_said

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.views.statements import Party
    from dragoman.views.timeline import TimelineEntry

ENTRY, BELOW = "  ", "      "
"""How far an entry, and what stands below its first line, are set in."""

LEAST_TITLE = 16
"""With less room for outlet and title they are left out: the file and the id lead to the page all the same."""


def timeline_lines(entries: Iterable[TimelineEntry], out: Console) -> Iterator[Text]:
    """The entries under their dates, as wide as the terminal; off a terminal no line is wrapped."""
    for number, (edtf, same) in enumerate(groupby(entries, key=lambda entry: entry.edtf)):
        if number:
            yield Text()
        yield heading_line(edtf)
        for entry in same:
            yield from hung(first_line(entry), ENTRY, out)
            if words := words_of(entry, out.width - len(BELOW) - 2):
                yield Text(BELOW + words)
            yield from hung(Text(source_line(entry, out.width - len(BELOW)), style="dim"), BELOW, out)


def heading_line(edtf: str) -> Text:
    """``On 3 May 2026  2026-05-03``; a date without words once."""
    words = heading(edtf)
    return Text.assemble((line(words), "bold"), ("" if words == edtf else f"  {line(edtf)}", "dim"))


def hung(text: Text, indent: str, out: Console) -> Iterator[Text]:
    """A line set in, and where it is too long for the terminal the rest of it below, set in a little further."""
    if out.soft_wrap:
        yield Text(indent).append_text(text)
        return
    further = indent + "  "
    for number, piece in enumerate(text.wrap(out, max(1, out.width - len(further)), overflow="fold")):
        piece.rstrip()
        yield Text(further if number else indent).append_text(piece)


def first_line(entry: TimelineEntry) -> Text:
    """``planned · Norland → Sudmark · event AGREE, sign · in Oslo``: what is not plainly so comes first."""
    who, known = subject(entry)
    to = f" → {all_named(entry.whom)}" if entry.whom else ""
    where_ = f" · in {line(entry.where)}" if entry.where else ""
    return Text.assemble(
        (" · ".join([*doubts(entry), ""]), "yellow"), (who, "cyan" if known else "yellow"), to, f" · {what(entry)}", where_
    )


def doubts(entry: TimelineEntry) -> Iterator[str]:
    """What keeps an entry from being a fact of that day in the page's own voice."""
    if entry.dated_by == "published":
        yield "reported"
    if entry.kind == "event" and entry.status != "happened":
        yield entry.status or "?"
    if entry.according_to:
        yield "told by a source"
    if entry.contested_by:
        yield "denied by a source"


def subject(entry: TimelineEntry) -> tuple[str, bool]:
    """Who or what it is about, and whether that is known."""
    if entry.name is not None:
        return line(entry.name), True
    who = [named(each) for each in entry.who or entry.agents]
    if entry.kind == "event":
        return (line(" and ".join(who)), True) if who else ("? (nobody named)", False)
    candidates, mention = [named(each) for each in entry.candidates], entry.mention.text if entry.mention else None
    return who_said(who, candidates, mention), bool(who)


def what(entry: TimelineEntry) -> str:
    """The kind of thing: a statement's act, an event's type, how an instrument stands, which end of a gathering it is."""
    if entry.kind == "statement":
        manner = entry.manner if entry.manner != "said" else None
        return ", ".join(filter(None, (entry.act, manner, "headline" if entry.headline else None)))
    if entry.kind == "event":
        return "event " + line(", ".join(filter(None, (entry.type, entry.mode))))
    if entry.kind == "instrument":
        status = f", {entry.status.replace('_', ' ')}" if entry.status not in (None, "unknown") else ""
        return f"instrument{status}{f' · parties {all_named(entry.who)}' if entry.who else ''}"
    return entry.kind if entry.dated_by == "held" else f"{entry.kind} {entry.dated_by}"


def all_named(parties: tuple[Party, ...]) -> str:
    return line(" and ".join(named(each) for each in parties))


def words_of(entry: TimelineEntry, space: int) -> str:
    """The words, shortened to fit; nothing where they are but the name once more."""
    words = " … ".join(piece.text for piece in entry.words)
    if entry.name is not None and one_line(words).casefold() == one_line(entry.name).casefold():
        return ""
    return words_said(words, entry.form or "indirect", max(1, space))


def source_line(entry: TimelineEntry, width: int) -> str:
    """``Harbour Wire · Ferries first · published 2026-05-04 · talks.txt:94-120 · 0e894477``, the title shortened to fit."""
    day = f"published {line(entry.published)}" if entry.published else "no date"
    starts, ends = (piece.start for piece in entry.words), (piece.end for piece in entry.words)
    place = where(entry.origin, min(starts), max(ends)) if entry.words else line(entry.origin)
    after = f"{day} · {place} · {short_id(entry.article)}"
    page = " · ".join(line(each) for each in (entry.outlet, entry.title) if each)
    room = width - len(after) - 3
    if not page or room < min(LEAST_TITLE, len(page)):
        return after
    shown = page if len(page) <= room else page[: room - 1].rstrip() + "…"
    return f"{shown} · {after}"
