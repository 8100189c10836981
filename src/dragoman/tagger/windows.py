"""Windows over wordpieces: the encoder reads at most LENGTH at once, and nothing is decided at a window's edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.tagger.pieces import CLS, PAD, SEP, Ints, Pieces

LENGTH = 256
"""Wordpieces a window holds, its two end marks included."""
OVERLAP = 48
"""Wordpieces that two neighbouring windows share: each decides the half that lies nearer its middle."""


@dataclass(frozen=True, slots=True)
class Window:
    """Wordpieces ``[start, end)`` of one text are read; what is said of ``[first, last)`` is kept."""

    text: int
    start: int
    end: int
    first: int
    last: int

    def __len__(self) -> int:
        return self.end - self.start


def windows(count: int, *, text: int = 0, length: int = LENGTH, overlap: int = OVERLAP) -> list[Window]:
    """Windows over ``count`` wordpieces; their kept ranges follow each other without gap, from 0 to ``count``."""
    room = length - 2
    if count <= room:
        return [Window(text, 0, count, 0, count)] if count else []
    step = room - overlap
    starts = [*range(0, count - room, step), count - room]
    ends = [start + room for start in starts]
    cuts = [0, *((end + start) // 2 for end, start in zip(ends, starts[1:], strict=False)), count]
    return [Window(text, *pair) for pair in zip(starts, ends, cuts, cuts[1:], strict=False)]


def rows(pieces: Pieces, window: Window, width: int) -> tuple[Ints, Ints, Ints]:
    """Ids, shapes and gaps of one window, with its end marks, filled up to ``width``."""
    size = len(window)
    ids = np.full(width, PAD, dtype=np.int64)
    shapes = np.zeros(width, dtype=np.int64)
    gaps = np.zeros(width, dtype=np.int64)
    inside = slice(window.start, window.end)
    ids[0], ids[size + 1] = CLS, SEP
    ids[1 : size + 1] = pieces.ids[inside]
    shapes[1 : size + 1] = pieces.shapes[inside]
    gaps[1 : size + 1] = pieces.gaps[inside]
    return ids, shapes, gaps


def batches(found: Sequence[Window], budget: int) -> Iterator[list[Window]]:
    """Windows of similar length together, at most ``budget`` wordpieces a batch (filling included), longest first."""
    batch: list[Window] = []
    for window in sorted(found, key=len, reverse=True):
        if batch and (len(batch) + 1) * (len(batch[0]) + 2) > budget:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def stitched(count: int, width: int, told: Sequence[tuple[Window, npt.NDArray[np.float32]]]) -> npt.NDArray[np.float32]:
    """One row a wordpiece, each from the window that keeps it. ``told``: windows with rows of their own wordpieces."""
    whole = np.zeros((count, width), dtype=np.float32)
    for window, figures in told:
        whole[window.first : window.last] = figures[window.first - window.start : window.last - window.start]
    return whole
