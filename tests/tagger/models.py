"""Models made by hand: scorers whose figures a test chooses, pieces without a tokenizer, a session that says what it is told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from dragoman.tagger import Tagger, Tags, labels
from dragoman.tagger.model_file import Model
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


def scorers(calibration: Mapping[str, tuple[float, float]] | None = None) -> Scorers:
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
        calibration=calibration or {},
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


def vector(rows: Floats, name: str, at: slice | int, value: float, place: int = 0) -> None:
    """Sets one figure of a head's vector, counted from its front."""
    start, _ = labels.columns()[name]
    rows[at, start + place] = value


def rounded(tags: Tags) -> str:
    """Sums of a product may be added in another order when more is multiplied."""
    return re.sub(r"\d\.\d+(e-\d+)?", lambda number: f"{float(number[0]):.3f}", repr(tags))


class LoudSession:
    """Stands for onnxruntime's session: gives random rows of the right shape, so that everything is tagged somewhere.

    calm   how much the first label of every head is preferred: with some calm, little is tagged
    """

    def __init__(self, seed: int = 0, calm: float = 0.0) -> None:
        self._figures = np.random.default_rng(seed).normal(size=(1024, WIDTH)).astype(np.float32)
        for name in (*labels.SEQUENCES, *labels.CHOICES):
            self._figures[:, labels.columns()[name][0]] += calm
        self.longest = 0

    def run(self, wanted: Sequence[str], inputs: Mapping[str, npt.NDArray[np.int64]]) -> list[Any]:
        """A row depends on its wordpiece, so that texts are told the same thing however they are grouped."""
        assert list(wanted) == ["rows"]
        ids = inputs["ids"]
        assert len(ids) == 1, "one window a call: figures must not depend on other texts"
        self.longest = max(self.longest, ids.shape[1])
        return [self._figures[(ids * 7 + np.arange(ids.shape[1])) % len(self._figures)]]


def tokenizer() -> Any:
    """WordPiece over letters, in lower case: every letter is a wordpiece, and so are a few words."""
    tokenizers = pytest.importorskip("tokenizers")
    letters = "abcdefghijklmnopqrstuvwxyz0123456789.,!?'\"-"
    known = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        *letters,
        *(f"##{letter}" for letter in letters),
        *"they met again and left".split(),
    ]
    vocabulary = {piece: number for number, piece in enumerate(known)}
    made = tokenizers.Tokenizer(tokenizers.models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    return made


def loud_tagger(calm: float = 0.0, threads: int = 1) -> Tagger:
    """A tagger whose model tags at random."""
    tagger = Tagger(threads=threads)
    tagger._model = Model(LoudSession(calm=calm), tokenizer(), scorers(), "0" * 64)
    return tagger
