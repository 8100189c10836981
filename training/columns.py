"""Columns of words and tags: IOB spans (either kind) and CoNLL's brackets for coreference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence: rows of (form, tag, further tags…)."""

    rows: tuple[tuple[str, ...], ...]
    comments: Mapping[str, str]

    @property
    def words(self) -> list[str]:
        return [row[0] for row in self.rows]

    def tags(self, column: int = 0) -> list[str]:
        return [row[column + 1] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``[first, last)`` of a sentence with one label."""

    first: int
    last: int
    label: str


def read_tagged(
    path: Path | str, *, form: int = 0, tags: Sequence[int] = (1,), separator: str | None = "\t", missing: str = "O"
) -> Iterator[Tagged]:
    """Sentences of a file (or of a text) with a blank line between them. ``form`` and ``tags`` are columns, counted from 0.

    A row without one of the tag columns holds ``missing`` there.
    """
    source = path.read_text(encoding="utf-8") if isinstance(path, Path) else path
    rows: list[tuple[str, ...]] = []
    comments: dict[str, str] = {}
    for line in (*source.replace("\r\n", "\n").split("\n"), ""):
        if not line.strip():
            if rows:
                yield Tagged(tuple(rows), comments)
                rows, comments = [], {}
            continue
        cells = line.split(separator)
        if line.startswith("# ") and " = " in line and len(cells) == 1:
            key, _, value = line[2:].partition(" = ")
            comments[key.strip()] = value.strip()
            continue
        rows.append((cells[form], *(cells[tag] if tag < len(cells) and cells[tag] else missing for tag in tags)))


def tagged_spans(tags: Sequence[str]) -> list[Run]:
    """Runs of B-X I-X… ; an I-X that follows no X begins one too, so IOB1 (wikigold) and IOB2 are read alike."""
    runs: list[Run] = []
    for place, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if mark not in ("B", "I"):
            continue
        before = runs[-1] if runs and runs[-1].last == place else None
        if mark == "I" and before and before.label == label:
            runs[-1] = Run(before.first, place + 1, label)
        else:
            runs.append(Run(place, place + 1, label))
    return runs


_BRACKET = re.compile(r"\(([^()|]+)\)|\(([^()|]+)|([^()|]+)\)")


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Labelled runs over a document's words, in order, and the brackets that have no partner."""

    runs: tuple[Run, ...]
    unpaired: int


def bracketed(cells: Sequence[str]) -> Bracketed:
    """Runs of CoNLL brackets: ``(3`` opens, ``3)`` closes the latest open 3, ``(3)`` is one word; ``_`` says nothing."""
    opened: list[tuple[str, int]] = []
    runs: list[Run] = []
    unpaired = 0
    for place, cell in enumerate(cells):
        for whole, begins, ends in _BRACKET.findall(cell):
            if whole:
                runs.append(Run(place, place + 1, whole))
            elif begins:
                opened.append((begins, place))
            else:
                at = next((index for index in range(len(opened) - 1, -1, -1) if _same(opened[index][0], ends)), None)
                if at is None:
                    unpaired += 1
                    continue
                label, first = opened.pop(at)
                runs.append(Run(first, place + 1, label))
    return Bracketed(tuple(sorted(runs, key=lambda run: (run.first, -run.last, run.label))), unpaired + len(opened))


def _same(begins: str, ends: str) -> bool:
    """GUM opens with ``1-person-new-…`` and closes with ``1`` alone; elsewhere both are alike."""
    return begins == ends or begins.split("-", 1)[0] == ends
