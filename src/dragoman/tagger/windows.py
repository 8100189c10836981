"""Windows over wordpieces: the encoder reads at most LENGTH at once, and nothing is decided at the edge of torn text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
import numpy.typing as npt

from dragoman.tagger.pieces import CLS, PAD, SEP, Ints, Pieces

LENGTH = 320
"""Wordpieces a window holds, its two end marks included; training has 256. PolNeAR dev, source / cue / content, windows that end
with paragraphs: 256 81.4 / 73.2 / 67.9; 288 82.0 / 74.0 / 68.8; 320 82.4 / 74.3 / 69.2; 384 82.2 / 74.7 / 69.3; 512 82.1 / 74.0 /
67.7. Attention grows with it: at 384 a wordpiece takes a tenth longer (2026-11-25)."""
OVERLAP = 32
"""Wordpieces that two neighbouring windows share where no paragraph ends between them: each decides the half that lies nearer its
middle."""


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

    @property
    def kept(self) -> slice:
        """Which of the window's own rows are kept."""
        return slice(self.first - self.start, self.last - self.start)


def windows(
    count: int, *, text: int = 0, length: int = LENGTH, overlap: int = OVERLAP, breaks: Ints | None = None
) -> list[Window]:
    """Windows over ``count`` wordpieces; their kept ranges follow each other without gap, from 0 to ``count``.

    They are as few as can be and about equally long. One ends where a paragraph does if it can, and the next begins there: so no
    wordpiece is read twice. Elsewhere they overlap.

    breaks   wordpieces that begin a paragraph, in order
    """
    room = length - 2
    breaks = np.zeros(0, dtype=np.int64) if breaks is None else breaks
    found: list[Window] = []
    start = first = 0
    while count - start > room:
        left = count - start
        aim = start + ceil(left / ceil(left / room))
        low, high = np.searchsorted(breaks, [max(first, start + room // 2) + 1, start + room + 1])
        if low < high:
            end = int(breaks[low + np.abs(breaks[low:high] - aim).argmin()])
            found.append(Window(text, start, end, first, end))
            start = first = end
        else:
            end = start + ceil((left - overlap) / ceil((left - overlap) / (room - overlap))) + overlap
            found.append(Window(text, start, end, first, end - overlap // 2))
            start, first = end - overlap, end - overlap // 2
    if count > start:
        found.append(Window(text, start, count, first, count))
    return found


def windows_of(pieces: Pieces, text: int = 0) -> list[Window]:
    """The windows that the tagger reads of a text."""
    return windows(len(pieces), text=text, breaks=pieces.breaks())


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
    """Windows of similar length together, at most ``budget`` wordpieces a batch (filling included), longest first.

    For training's measures in torch; the graph reads one window at a time.
    """
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
        whole[window.first : window.last] = figures[window.kept]
    return whole
