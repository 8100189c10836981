"""Models made by hand: scorers whose figures a test chooses, pieces without a tokenizer, a session that says what it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.tagger import labels
from dragoman.tagger.pairs import LINK_FEATURES, MENTION_FEATURES, PARTY_FEATURES, PairScorer
from dragoman.tagger.pieces import Pieces, gap, shape
from dragoman.tagger.scorers import Scorers
from dragoman.tagger.words import words

WIDTH = max(end for _, end in labels.columns().values())
Floats = npt.NDArray[np.float32]


def pair_scorer(width: int, kinds: int, features: Sequence[int] = ()) -> PairScorer:
    """Scores the product of the two vectors, alike for every kind."""
    return PairScorer(
        bilinear=np.stack([np.eye(width, dtype=np.float32)] * kinds),
        left=np.zeros((kinds, width), dtype=np.float32),
        right=np.zeros((kinds, width), dtype=np.float32),
        bias=np.zeros(kinds, dtype=np.float32),
        features=tuple(np.zeros((size, kinds), dtype=np.float32) for size in features),
    )


def scorers(temperatures: Mapping[str, float] | None = None) -> Scorers:
    """Transitions bar only what BIO bars; pairs score by the product of their vectors."""
    return Scorers(
        transitions={name: bio_transitions(names) for name, names in labels.SEQUENCES.items()},
        arcs=pair_scorer(labels.VECTORS["arc_head"], 1),
        deprels=pair_scorer(labels.VECTORS["label_head"], len(labels.DEPRELS)),
        links=pair_scorer(labels.VECTORS["link_cue"], len(labels.SCORERS["link"]), LINK_FEATURES),
        coreference=pair_scorer(labels.VECTORS["mention"], 1, MENTION_FEATURES),
        parties=pair_scorer(labels.VECTORS["party_trigger"], len(labels.SCORERS["party"]), PARTY_FEATURES),
        arc_root=np.zeros(labels.VECTORS["arc_head"], dtype=np.float32),
        label_root=np.zeros(labels.VECTORS["label_head"], dtype=np.float32),
        plover=np.zeros((len(labels.PLOVER), 4 * labels.VECTORS["event"]), dtype=np.float32),
        plover_bias=np.zeros(len(labels.PLOVER), dtype=np.float32),
        temperatures=temperatures or {},
    )


def bio_transitions(names: Sequence[str]) -> Floats:
    barred = [[after[0] == "I" and before[1:] != after[1:] for after in names] for before in names]
    return np.where(np.asarray(barred), np.float32(-1e4), np.float32(0))


def pieces_of(text: str) -> Pieces:
    """One wordpiece a word."""
    places = words(text)
    before = [0, *(end for _, end in places)]
    return Pieces(
        ids=np.full(len(places), 1000, dtype=np.int64),
        starts=np.asarray([start for start, _ in places], dtype=np.int64),
        ends=np.asarray([end for _, end in places], dtype=np.int64),
        shapes=np.asarray([shape(text[start:end]) for start, end in places], dtype=np.int64),
        gaps=np.asarray([gap(text[last:start]) for last, (start, _) in zip(before, places, strict=False)], dtype=np.int64),
    )


def rows_of(count: int, said: Mapping[tuple[int, str], str] | None = None) -> Floats:
    """Rows of nothing but O and first labels, except where a (wordpiece, head) is said to have a label."""
    rows = np.zeros((count, WIDTH), dtype=np.float32)
    columns = labels.columns()
    named = {**labels.SEQUENCES, **labels.CHOICES}
    for name in named:
        rows[:, columns[name][0]] = 10
    for (at, name), label in (said or {}).items():
        start, end = columns[name]
        rows[at, start:end] = 0
        rows[at, start + named[name].index(label)] = 10
    return rows


class LoudSession:
    """Stands for onnxruntime's session: gives random rows of the right shape, so that everything is tagged somewhere."""

    def __init__(self, seed: int = 0) -> None:
        self._chance = np.random.default_rng(seed)
        self.longest = 0

    def run(self, wanted: Sequence[str], inputs: Mapping[str, npt.NDArray[np.int64]]) -> list[Any]:
        assert list(wanted) == ["rows"]
        windows, length = inputs["ids"].shape
        self.longest = max(self.longest, length)
        return [self._chance.normal(size=(windows, length, WIDTH)).astype(np.float32)]
