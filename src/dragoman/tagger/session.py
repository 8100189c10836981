"""The tagger at run time: many texts in, their tags out, the model loaded once and only when it is needed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.article import Span
from dragoman.tagger.model_file import SHIPPED, Model, open_model
from dragoman.tagger.tags import Clause, Tags

if TYPE_CHECKING:
    from dragoman.tagger.pairs import Floats
    from dragoman.tagger.pieces import Pieces


class Tagger:
    """The shipped model, or the one in ``folder``. Makes nothing and loads nothing before the first text.

    threads   how many cores read windows at the same time. With more than one, the next texts are read while the ones before them
              are decoded. The tags are the same for any number, but for the last digits of probabilities.

    One tagger may be used by several threads at once. numpy has threads of its own for large products: a process that is to keep
    to one core sets ``OPENBLAS_NUM_THREADS=1`` before numpy is imported.

    Every method raises DragomanError if the model is missing, damaged or of another version.
    """

    def __init__(self, folder: Path = SHIPPED, *, threads: int = 1) -> None:
        self._folder = folder
        self._threads = threads
        self._model: Model | None = None
        self._lock = threading.Lock()

    def tag(self, texts: Sequence[str]) -> list[Tags]:
        """Tags of each text, in order. Any string is a text: what cannot be read (blanks, an empty string) has empty tags.

        A text of more than sections.LONGEST wordpieces (some 150 kB of English) is read in sections that end where a paragraph
        does: memory stays bounded, and nothing is linked from one section to another.
        """
        if not texts:
            return []
        model = self._opened()
        from dragoman.tagger.sections import read, together

        return together(read(model, texts, self._threads))

    def types(self, text: str, clauses: Sequence[Clause]) -> list[dict[str, float]]:
        """Probability of each PLOVER type for each clause of a text; its parties are used where they are given.

        Raises ValueError where a clause holds no word. A party without one counts as not given.

        >>> Tagger().types("Russia threatened Ukraine.", [Clause(Span(0, 26), Span(0, 6), Span(18, 25))])
        [{'AGREE': 0.003, ..., 'THREATEN': 0.81, ...}]
        """
        if not clauses:
            return []
        model = self._opened()
        from dragoman.tagger.plover import types

        pieces, rows = self._read(model, text, [span for one in clauses for span in (one.span, one.source, one.target) if span])
        return types(rows, pieces, clauses, model.scorers)

    def antecedents(self, text: str, pronoun: Span, candidates: Sequence[Span]) -> list[float]:
        """Score of each candidate as what the pronoun stands for. That it stands for none of them has 0: the best one is the
        tagger's choice if its score is above that. A span without a word scores ``-inf``.
        """
        model = self._opened()
        from dragoman.tagger.chains import scored

        spans = [pronoun, *candidates]
        pieces, rows = self._read(model, text, spans)
        return scored(rows, pieces, text, spans, model.scorers)

    @property
    def sha256(self) -> str:
        """Tells one model from another: a hash over its files."""
        return self._opened().sha256

    def _opened(self) -> Model:
        with self._lock:
            if self._model is None:
                self._model = open_model(self._folder)
            return self._model

    def _read(self, model: Model, text: str, spans: Sequence[Span]) -> tuple[Pieces, Floats]:
        """The wordpieces of a text, and the rows of those around the spans; the other rows are arbitrary."""
        from dragoman.tagger.encoder import around
        from dragoman.tagger.pieces import cut

        pieces = cut(text, model.tokenizer)
        return pieces, around(model.session, pieces, spans)


def encoded(session: Any, pieces: Sequence[Pieces], threads: int = 1) -> list[Floats]:
    """[wordpieces, columns] of each text, for what measures the model's rows themselves. ``session``: of an opened model."""
    from dragoman.tagger.encoder import Rows, in_threads

    with in_threads(threads) as executor:
        rows = Rows(session, pieces, executor)
        whole = rows.whole()
    return [whole[start:end] for start, end in zip(rows.bounds, rows.bounds[1:], strict=False)]
