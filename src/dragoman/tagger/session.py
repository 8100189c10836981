"""The tagger at run time: many texts in, their tags out, the model loaded once and only when it is needed."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.tagger.model_file import SHIPPED, Model, open_model
from dragoman.tagger.tags import Tags

BUDGET = 4096
"""Wordpieces the encoder reads in one call: enough to fill it, small enough to stay in the cache."""
AT_ONCE = 32768
"""Wordpieces whose rows are held at once (some 100 MB); a longer text alone takes more."""


class Tagger:
    """The shipped model, or the one in ``folder``. Makes nothing and loads nothing before the first text.

    threads   how many the encoder uses within one call
    """

    def __init__(self, folder: Path = SHIPPED, *, threads: int = 1) -> None:
        self._folder = folder
        self._threads = threads
        self._model: Model | None = None
        self._lock = threading.Lock()

    def tag(self, texts: Sequence[str]) -> list[Tags]:
        """Tags of each text. Raises DragomanError if the model is damaged or of another version."""
        if not texts:
            return []
        model = self._opened()
        from dragoman.tagger.decode import Read, decoded
        from dragoman.tagger.pieces import cut_all

        found: list[Tags] = []
        pieces = cut_all(list(texts), model.tokenizer)
        for start, end in _groups([len(one) for one in pieces]):
            rows = encoded(model.session, pieces[start:end])
            reads = [Read(*parts) for parts in zip(texts[start:end], pieces[start:end], rows, strict=True)]
            found += decoded(reads, model.scorers)
        return found

    @property
    def sha256(self) -> str:
        """Tells one model from another: a hash over its files."""
        return self._opened().sha256

    def _opened(self) -> Model:
        with self._lock:
            if self._model is None:
                self._model = open_model(self._folder, self._threads)
            return self._model


def _groups(counts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring texts, at most AT_ONCE wordpieces together."""
    start = total = 0
    for at, count in enumerate(counts):
        if at > start and total + count > AT_ONCE:
            yield start, at
            start, total = at, 0
        total += count
    yield start, len(counts)


def encoded(session: Any, pieces: Sequence[Any]) -> list[Any]:
    """[wordpieces, columns] of each text, from windows that overlap, those of like length together."""
    import numpy as np

    from dragoman.tagger.labels import columns
    from dragoman.tagger.windows import batches, rows, stitched, windows

    width = max(end for _, end in columns().values())
    told: list[list[tuple[Any, Any]]] = [[] for _ in pieces]
    for group in batches([window for number, one in enumerate(pieces) for window in windows(len(one), text=number)], BUDGET):
        size = max(map(len, group)) + 2
        ids, shapes, gaps = (
            np.stack(stack) for stack in zip(*(rows(pieces[window.text], window, size) for window in group), strict=True)
        )
        (figures,) = session.run(["rows"], {"ids": ids, "shapes": shapes, "gaps": gaps})
        for window, one in zip(group, figures, strict=True):
            told[window.text].append((window, one[1 : len(window) + 1]))
    return [stitched(len(one), width, parts) for one, parts in zip(pieces, told, strict=True)]
