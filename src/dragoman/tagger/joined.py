"""Texts that are decoded together: wordpieces and rows follow each other in one array, and most work is done on all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

import numpy as np

from dragoman.article import Span
from dragoman.tagger.made import made
from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.pieces import Pieces

APART = 4096
"""How far two texts stand from each other where distances are counted: further than any scorer reaches."""


@dataclass(frozen=True, slots=True)
class Read:
    """One text as the encoder saw it: its wordpieces and the model's row for each.

    start, end   the stretch of the text that the wordpieces are of, in code points; all of it if not said
    """

    text: str
    pieces: Pieces
    rows: Floats
    start: int = 0
    end: int | None = None

    def span(self, first: int, last: int) -> Span:
        """Wordpieces ``[first, last)`` as code points of the text."""
        return Span(int(self.pieces.starts[first]), int(self.pieces.ends[last - 1]))


@dataclass(frozen=True, slots=True)
class Joined:
    """What is known of many texts before anything is decided. Wordpieces are counted through all of them.

    bounds         where each text begins among the wordpieces, and the end of the last
    starts, ends   code points of each wordpiece in its own text
    rows           [wordpieces, columns] of the model
    """

    reads: Sequence[Read]
    bounds: list[int]
    rows: Floats
    starts: Ints = field(init=False)
    ends: Ints = field(init=False)

    def __post_init__(self) -> None:
        for edge in ("starts", "ends"):
            both = [getattr(one.pieces, edge) for one in self.reads]
            object.__setattr__(self, edge, np.concatenate(both) if both else np.zeros(0, dtype=np.int64))

    def text_of(self, places: Ints) -> Ints:
        """Number of the text that holds each wordpiece."""
        return np.searchsorted(self.bounds, places, side="right") - 1

    def end_of(self, places: Ints) -> Ints:
        """Where the text of each wordpiece ends."""
        return np.asarray(self.bounds, dtype=np.int64)[self.text_of(places) + 1]

    def spread(self, ranges: Ints) -> Ints:
        """Ranges [spans, 2] of wordpieces where different texts stand APART."""
        return ranges + APART * self.text_of(ranges[:, :1])

    def spans(self, first: Ints, last: Ints) -> list[Span]:
        """Wordpieces ``[first, last)`` as code points of their text."""
        return made(Span, self.starts[first].tolist(), self.ends[last - 1].tolist())

    def by_text(self, first: Ints) -> list[slice]:
        """Which of things in order, by the first wordpiece of each, are each text's."""
        edges = np.searchsorted(first, self.bounds).tolist()
        return [slice(*pair) for pair in pairwise(edges)]


def joined(reads: Sequence[Read], rows: Floats | None = None) -> Joined:
    """``rows``: those of all reads, where they stand in one array already."""
    if rows is None:
        many = [one.rows for one in reads]
        rows = many[0] if len(many) == 1 else np.concatenate(many) if many else np.zeros((0, 0), dtype=np.float32)
    return Joined(reads, [0, *accumulate(len(one.pieces) for one in reads)], rows)
