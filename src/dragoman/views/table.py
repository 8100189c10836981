"""Statements as a table: CSV by RFC 4180, for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dragoman.views.statements import office_words
from dragoman.views.terminal import line

if TYPE_CHECKING:
    from dragoman.views.statements import FoundStatement, Party, Stretch

Cell = Callable[["FoundStatement"], str]

COLUMNS: dict[str, Cell] = {
    "id": lambda said: said.id,
    "article": lambda said: said.article,
    "origin": lambda said: said.origin,
    "url": lambda said: said.url or "",
    "outlet": lambda said: said.outlet or "",
    "title": lambda said: said.title or "",
    "published": lambda said: said.published or "",
    "day": lambda said: said.day or "",
    "day_from": lambda said: said.day_from or "",
    "speakers": lambda said: names(said.speakers),
    "kinds": lambda said: "; ".join(who.kind for who in said.speakers),
    "offices": lambda said: "; ".join(" / ".join(map(office_words, who.offices)) for who in said.speakers),
    "candidates": lambda said: names(said.candidates),
    "addressees": lambda said: names(said.addressees),
    "act": lambda said: said.act,
    "manner": lambda said: said.manner,
    "form": lambda said: said.form,
    "headline": lambda said: "yes" if said.headline else "no",
    "content": lambda said: " … ".join(piece.text for piece in said.content),
    "content_at": lambda said: "; ".join(map(range_of, said.content)),
    "mention": lambda said: said.mention.text if said.mention else "",
    "mention_at": lambda said: range_of(said.mention) if said.mention else "",
    "cue": lambda said: said.cue.text if said.cue else "",
    "cue_at": lambda said: range_of(said.cue) if said.cue else "",
    "confidence": lambda said: "" if said.confidence is None else f"{said.confidence:.4f}",
}
"""The columns of a table of statements. Parties and pieces are separated by semicolons, several offices of one by slashes."""

FORMULA = tuple("=+-@＝＋－＠")
"""What makes a spreadsheet reckon with a cell rather than show it."""


def csv_header() -> str:
    return row(list(COLUMNS))


def csv_row(said: FoundStatement) -> str:
    """A statement as a line of RFC 4180, each cell on one line, nothing in it that a terminal or a spreadsheet would obey."""
    return row([shown_cell(cell(said)) for cell in COLUMNS.values()])


def row(cells: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue()


def shown_cell(words: str) -> str:
    safe = line(words)
    return f"'{safe}" if safe.startswith(FORMULA) else safe


def names(parties: Sequence[Party]) -> str:
    return "; ".join(who.name for who in parties)


def range_of(stretch: Stretch) -> str:
    return f"{stretch.start}-{stretch.end}"
