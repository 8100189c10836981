"""A timeline as a table: CSV by RFC 4180, for spreadsheets and statistics."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.views.statements import office_words
from dragoman.views.table import names, range_of, row, shown_cell

if TYPE_CHECKING:
    from dragoman.views.timeline import TimelineEntry

Cell = Callable[["TimelineEntry"], str]

TIMELINE_COLUMNS: dict[str, Cell] = {
    "edtf": lambda entry: entry.edtf,
    "in_words": lambda entry: entry.in_words,
    "first": lambda entry: entry.first or "",
    "last": lambda entry: entry.last or "",
    "dated_by": lambda entry: entry.dated_by,
    "kind": lambda entry: entry.kind,
    "status": lambda entry: entry.status or "",
    "name": lambda entry: entry.name or "",
    "who": lambda entry: names(entry.who),
    "offices": lambda entry: "; ".join(" / ".join(map(office_words, who.offices)) for who in entry.who),
    "whom": lambda entry: names(entry.whom),
    "agents": lambda entry: names(entry.agents),
    "candidates": lambda entry: names(entry.candidates),
    "act": lambda entry: entry.act or "",
    "manner": lambda entry: entry.manner or "",
    "form": lambda entry: entry.form or "",
    "headline": lambda entry: "" if entry.headline is None else "yes" if entry.headline else "no",
    "type": lambda entry: entry.type or "",
    "mode": lambda entry: entry.mode or "",
    "where": lambda entry: entry.where or "",
    "words": lambda entry: " … ".join(piece.text for piece in entry.words),
    "words_at": lambda entry: "; ".join(map(range_of, entry.words)),
    "according_to": lambda entry: "; ".join(entry.according_to),
    "contested_by": lambda entry: "; ".join(entry.contested_by),
    "confidence": lambda entry: "" if entry.confidence is None else f"{entry.confidence:.4f}",
    "id": lambda entry: entry.id,
    "article": lambda entry: entry.article,
    "origin": lambda entry: entry.origin,
    "url": lambda entry: entry.url or "",
    "outlet": lambda entry: entry.outlet or "",
    "title": lambda entry: entry.title or "",
    "published": lambda entry: entry.published or "",
}
"""The columns of a timeline. Parties, pieces and ids are separated by semicolons, several offices of one by slashes."""


def timeline_header() -> str:
    return row(list(TIMELINE_COLUMNS))


def timeline_row(entry: TimelineEntry) -> str:
    """An entry as a line of RFC 4180, each cell on one line, nothing in it that a terminal or a spreadsheet would obey."""
    return row([shown_cell(cell(entry)) for cell in TIMELINE_COLUMNS.values()])
