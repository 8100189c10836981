"""The spans that the CRFs' heads find, each with its probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from dragoman.tagger import labels
from dragoman.tagger.joined import Joined
from dragoman.tagger.marginals import Marginals
from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.scorers import Scorers
from dragoman.tagger.sweeps import sweep
from dragoman.tagger.viterbi import edges, paths


class Found(NamedTuple):
    """A span that a head tagged: wordpieces ``[first, last)``, what it is, how sure."""

    first: int
    last: int
    kind: str
    probability: float


@dataclass(frozen=True, slots=True)
class Spans:
    """All spans of one head in texts that follow each other, in order: wordpieces ``[first, last)`` and index of the type."""

    first: Ints
    last: Ints
    kind: Ints
    probability: Floats

    def __len__(self) -> int:
        return len(self.first)

    def __getitem__(self, part: slice | Ints) -> Spans:
        return Spans(self.first[part], self.last[part], self.kind[part], self.probability[part])

    def ranges(self) -> Ints:
        """[spans, 2]"""
        return np.stack([self.first, self.last], axis=1)


def tagged(texts: Joined, scorers: Scorers) -> dict[str, Spans]:
    """The spans of every head, by its name."""
    names = list(labels.SEQUENCES)
    figures = np.concatenate([scorers.part(texts.rows, name) for name in names], axis=1)
    transitions = [scorers.transitions[name] for name in names]
    found = _found(figures, texts.bounds, transitions)
    return {name: replace(one, probability=scorers.sure(name, one.probability)) for name, one in zip(names, found, strict=True)}


def spans_found(rows: Sequence[Floats], name: str, transitions: Floats) -> list[list[Found]]:
    """The spans that one head finds in each text, with the CRF's own probabilities.

    rows   that head's columns, [wordpieces, labels] of each text
    """
    bounds = np.concatenate([[0], np.cumsum([len(one) for one in rows], dtype=np.int64)])
    if not bounds[-1]:
        return [[] for _ in rows]
    (every,) = _found(np.concatenate(rows), bounds.tolist(), [transitions])
    types = [label[2:] for label in labels.SEQUENCES[name][1::2]]
    found = []
    cuts = np.searchsorted(every.first, bounds)
    for start, low, high in zip(bounds.tolist(), cuts, cuts[1:], strict=False):
        own = every[low:high]
        columns = (own.first - start, own.last - start, own.kind, own.probability)
        rows_ = zip(*(column.tolist() for column in columns), strict=True)
        found.append([Found(first, last, types[kind], sure) for first, last, kind, sure in rows_])
    return found


def _found(figures: Floats, bounds: list[int], transitions: Sequence[Floats]) -> list[Spans]:
    """Spans of each head. ``figures``: [wordpieces, labels], the labels of all heads side by side."""
    way = sweep(bounds)
    emissions = way.gathered(figures)
    best = paths(emissions, transitions, way)[:, way.step, way.column]
    marginals = Marginals(emissions, transitions, way)
    ends = np.asarray(bounds[1:], dtype=np.int64)
    found = []
    for head, path in enumerate(best):
        first, last = edges(path, bounds[:-1])
        end = ends[np.searchsorted(ends, first, side="right")]
        sure = marginals.of_spans(head, path, first, last, end)
        found.append(Spans(first, last, (path[first] - 1) // 2, sure))
    return found
