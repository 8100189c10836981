"""Small tables on the terminal: shares are shown in per cent."""

from __future__ import annotations

from collections.abc import Sequence

Cell = str | int | float | None
Row = Sequence[Cell]


def show(title: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """A title, the names of the columns, the rows; what is None stays empty."""
    cells = [list(map(words, row)) for row in [columns, *rows]]
    widths = [max(len(row[at]) for row in cells if at < len(row)) for at in range(len(columns))]
    print(title)
    for row in cells:
        first, *others = row
        numbers = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=False))
        print(f"  {first.ljust(widths[0])}  {'  '.join(numbers)}".rstrip())
    print()


def words(cell: Cell) -> str:
    """A float is a share."""
    if cell is None:
        return ""
    return f"{100 * cell:.1f}" if isinstance(cell, float) else str(cell)
