"""Windows through the graph: wordpieces in, the model's rows out, on one core or several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from itertools import accumulate
from typing import Any

import numpy as np

from dragoman.article import Span
from dragoman.tagger.labels import columns
from dragoman.tagger.pairs import Floats
from dragoman.tagger.pieces import Pieces
from dragoman.tagger.windows import Window, rows, windows_of

WIDTH = max(end for _, end in columns().values())
"""Figures in one row."""


class Rows:
    """The rows of some texts, which follow each other in one array; ``whole`` waits until all are there.

    Each window goes through the graph alone. So nothing is filling, and what is said of a text does not depend on the texts that
    are read with it (the scale of activations in bytes is of all that is read in one call). Windows of one text or of several are
    read side by side where there is an executor; numpy and onnxruntime leave the interpreter to others meanwhile.
    """

    def __init__(self, session: Any, pieces: Sequence[Pieces], executor: Executor | None = None) -> None:
        self.bounds = [0, *accumulate(map(len, pieces))]
        self._session = session
        self._rows = np.empty((self.bounds[-1], WIDTH), dtype=np.float32)
        self._waiting: list[Future[None]] = []
        for number, own in enumerate(pieces):
            for window in windows_of(own, number):
                if executor is None:
                    self._read(own, window)
                else:
                    self._waiting.append(executor.submit(self._read, own, window))

    def _read(self, pieces: Pieces, window: Window) -> None:
        told = read(self._session, pieces, window)
        start = self.bounds[window.text]
        self._rows[start + window.first : start + window.last] = told[window.kept]

    def whole(self) -> Floats:
        """[wordpieces, columns] of all texts. Raises what reading a window raised."""
        wait(self._waiting)
        for one in self._waiting:
            one.result()
        return self._rows


def read(session: Any, pieces: Pieces, window: Window) -> Floats:
    """[wordpieces of the window, columns]: what the graph says of them."""
    inputs = zip(("ids", "shapes", "gaps"), rows(pieces, window, len(window) + 2), strict=True)
    (told,) = session.run(["rows"], {name: figures[None] for name, figures in inputs})
    own: Floats = told[0, 1:-1]
    return own


def around(session: Any, pieces: Pieces, spans: Sequence[Span]) -> Floats:
    """[wordpieces, columns] of one text, of which only those windows are read that hold something of the spans."""
    found = np.empty((len(pieces), WIDTH), dtype=np.float32)
    ranges = [place for span in spans if (place := pieces.within(span))]
    for window in windows_of(pieces):
        if any(first < window.last and window.first < last for first, last in ranges):
            found[window.first : window.last] = read(session, pieces, window)[window.kept]
    return found


@contextmanager
def in_threads(threads: int) -> Iterator[Executor | None]:
    """An executor for ``Rows``; none where there is but one thread."""
    if threads == 1:
        yield None
        return
    with ThreadPoolExecutor(threads) as executor:
        yield executor
