"""Facts as data files, and the one loader.

A table is a UTF-8 file of tab-separated values beside this module: lines that begin with ``#`` are comments (what the table
holds, its sources, the day it was made), the first other line names the columns, an empty cell is an empty string. Every table
has a column ``source``; a row known from memory alone says ``recalled, unchecked`` there, and then can't decide a date or a
party by itself. Typed views of the tables stand in modules of their own (``states``, ``gatherings`` …).
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RECALLED = "recalled, unchecked"


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``lexicon/NAME.tsv``, in file order. Raises ValueError where a row has more or fewer cells than columns."""
    lines = resources.files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    columns, cells = rows[0], rows[1:]
    for row in cells:
        if len(row) != len(columns):
            raise ValueError(f"lexicon/{name}.tsv: {row} has {len(row)} cells, its columns are {', '.join(columns)}.")
    return tuple(MappingProxyType(dict(zip(columns, row, strict=True))) for row in cells)


def alternatives(cell: str) -> tuple[str, ...]:
    """The parts of a cell that lists several, separated by ``|``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
