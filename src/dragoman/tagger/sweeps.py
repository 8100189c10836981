"""How the CRFs are read: all texts at once, step by step, in short stretches side by side.

A stretch is one column of a sweep. It is read with some wordpieces more on both sides, since what is best or likely at a place
does not depend on what stands far from it; so a sweep stays as short for a long text, and one over many takes hardly longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dragoman.tagger.pairs import Floats, Ints

STRETCH, MARGIN = 160, 32
"""Wordpieces decided in one stretch, and read before and after them. The best paths from different starts run together within
a few steps, so this margin gives what one sweep over the whole text would."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """Stretches of texts that follow each other in one array of wordpieces; the longest stretch first.

    read        [steps, stretches]: the wordpiece that each stretch reads at each step; past its end, its last one again
    live        [steps + 1]: how many stretches have that step, the last being 0
    step, column   [wordpieces]: where each one is decided
    """

    read: Ints
    live: tuple[int, ...]
    step: Ints
    column: Ints

    def __len__(self) -> int:
        return len(self.read)

    def gathered(self, rows: Floats) -> Floats:
        """[steps, columns of rows, stretches] of rows [wordpieces, columns]."""
        return np.ascontiguousarray(np.take(rows, self.read, axis=0).transpose(0, 2, 1))


def sweep(bounds: Sequence[int]) -> Sweep:
    """``bounds``: where each text begins among the wordpieces, and the end of the last one."""
    cut = [
        (max(low, start - MARGIN), start, min(high, start + STRETCH), min(high, start + STRETCH + MARGIN))
        for low, high in pairwise(bounds)
        for start in range(low, high, STRETCH)
    ]
    cut.sort(key=lambda one: one[0] - one[3])
    count = bounds[-1] if len(bounds) else 0
    step, column = np.empty(count, dtype=np.int64), np.empty(count, dtype=np.int64)
    for number, (before, start, end, _) in enumerate(cut):
        step[start:end] = np.arange(start - before, end - before)
        column[start:end] = number
    first = np.asarray([one[0] for one in cut], dtype=np.int64)
    length = np.asarray([one[3] for one in cut], dtype=np.int64) - first
    steps = np.arange(int(length.max(initial=0)))[:, None]
    live = (length > steps).sum(axis=1)
    return Sweep(first + np.minimum(steps, length - 1), (*live.tolist(), 0), step, column)
