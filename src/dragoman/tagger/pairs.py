"""Scores of pairs of spans, after the encoder: what training/model.py learns as PairScorer, in numpy, and its cheap features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

LINK_FEATURES = (20, 6)
"""How many values each feature of a link has: how far apart and on which side; how many cues stand between."""
MENTION_FEATURES = (24, 3, 3)
"""Distance in wordpieces and on which side, same words, same last word."""
PARTY_FEATURES = (20,)
"""How far a word stands from the trigger, and on which side."""


@dataclass(frozen=True, slots=True)
class PairScorer:
    """Scores of ordered pairs of vectors.

    bilinear   [kinds, width, width]
    left, right   [kinds, width]; bias [kinds]
    features   one table [values, kinds] a feature
    """

    bilinear: Floats
    left: Floats
    right: Floats
    bias: Floats
    features: tuple[Floats, ...]

    def __call__(self, left: Floats, right: Floats, features: Ints | None = None) -> Floats:
        """[kinds, left, right] of left [left, width], right [right, width], features [left, right, features]."""
        found = np.asarray((left @ self.bilinear) @ right.T, dtype=np.float32)
        found += (left @ self.left.T + self.bias).T[:, :, None]
        found += (right @ self.right.T).T[:, None, :]
        if features is not None:
            for number, table in enumerate(self.features):
                found += np.moveaxis(table[features[..., number]], -1, 0)
        return found

    def along(self, left: Floats, right: Floats) -> Floats:
        """[pairs, kinds] of left [pairs, width] with its own right [pairs, width], without features."""
        crossed = (left @ self.bilinear).transpose(1, 0, 2) @ right[:, :, None]
        return np.asarray(crossed[:, :, 0] + left @ self.left.T + self.bias + right @ self.right.T)


def span_vectors(rows: Floats, spans: Sequence[tuple[int, int]]) -> Floats:
    """Each span as the mean of its first and last row. ``spans``: half-open ranges of rows, never empty."""
    ends = np.asarray(spans, dtype=np.int64).reshape(-1, 2)
    return (rows[ends[:, 0]] + rows[ends[:, 1] - 1]) * np.float32(0.5)


def distance_bucket(distance: Ints, most: int) -> Ints:
    """0, 1, 2, 3, 4, then a bucket for every doubling, up to ``most``."""
    far = np.floor(np.log2(np.maximum(distance, 1) / 4)).astype(np.int64) + 4
    return np.minimum(np.where(distance <= 4, distance, far), most)


def link_features(cues: Sequence[tuple[int, int]], arguments: Sequence[tuple[int, int]]) -> Ints:
    """[cues, arguments, 2] for spans of wordpieces: side and distance, and how many other cues stand between."""
    cue = np.asarray(cues, dtype=np.int64).reshape(-1, 2)
    argument = np.asarray(arguments, dtype=np.int64).reshape(-1, 2)
    after = argument[None, :, 0] >= cue[:, None, 1]
    apart = np.where(after, argument[None, :, 0] - cue[:, None, 1], cue[:, None, 0] - argument[None, :, 1])
    side = distance_bucket(np.maximum(apart, 0), 9) + 10 * after
    starts = np.sort(cue[:, 0])
    low = np.where(after, cue[:, None, 1], argument[None, :, 1])
    high = np.where(after, argument[None, :, 0], cue[:, None, 0])
    between = np.searchsorted(starts, high) - np.searchsorted(starts, low)
    return np.stack([side, np.clip(between, 0, 5)], axis=-1)


def mention_features(words: Sequence[str], places: Sequence[tuple[int, int]]) -> Ints:
    """[mentions, mentions, 3] for mentions by their words and wordpieces: row and column as chooser and chosen."""
    starts = np.asarray(places, dtype=np.int64).reshape(-1, 2)[:, 0]
    apart = starts[:, None] - starts[None, :]
    distance = distance_bucket(np.abs(apart), 11) + 12 * (apart < 0)
    lowered = [word.casefold() for word in words]
    return np.stack([distance, _same(lowered), _same([(word.split() or [""])[-1] for word in lowered])], axis=-1)


def party_features(triggers: Sequence[int], words: Sequence[int]) -> Ints:
    """[triggers, words, 1] for the first wordpieces of each."""
    apart = np.asarray(words, dtype=np.int64)[None, :] - np.asarray(triggers, dtype=np.int64)[:, None]
    return (distance_bucket(np.abs(apart), 9) + 10 * (apart > 0))[..., None]


def _same(words: Sequence[str]) -> Ints:
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    own = np.asarray([numbers[word] for word in words], dtype=np.int64)
    return np.asarray(own[:, None] == own[None, :], dtype=np.int64) + 1
