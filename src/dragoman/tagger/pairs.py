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
AT_ONCE = 256
"""Pairs that are scored together, for the cache."""


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
                for kind, column in enumerate(np.ascontiguousarray(table.T)):
                    found[kind] += column[features[..., number]]
        return found

    def along(self, left: Floats, right: Floats) -> Floats:
        """[pairs, kinds] of left [pairs, width] with its own right [pairs, width], without features."""
        found = np.asarray(left @ self.left.T + self.bias + right @ self.right.T, dtype=np.float32)
        kinds, width, _ = self.bilinear.shape
        weights = np.ascontiguousarray(self.bilinear.transpose(1, 2, 0)).reshape(width, -1)
        for at in range(0, len(found), AT_ONCE):
            own = slice(at, at + AT_ONCE)
            bent = (left[own] @ weights).reshape(-1, width, kinds)
            found[own] += (right[own, None] @ bent)[:, 0]
        return found


def span_vectors(rows: Floats, spans: Sequence[tuple[int, int]] | Ints) -> Floats:
    """Each span as the mean of its first and last row. ``spans``: half-open ranges of rows, never empty."""
    ends = np.asarray(spans, dtype=np.int64).reshape(-1, 2)
    return (rows[ends[:, 0]] + rows[ends[:, 1] - 1]) * np.float32(0.5)


def distance_bucket(distance: Ints, most: int) -> Ints:
    """0, 1, 2, 3, 4, then a bucket for every doubling, up to ``most``."""
    return np.minimum(_BUCKETS[np.minimum(distance, len(_BUCKETS) - 1)], most)


_BUCKETS = np.array([0, 1, 2, 3, 4, *(int(np.log2(apart / 4)) + 4 for apart in range(5, 1 << 14))], dtype=np.int64)
"""By distance; the last one of all that is further."""


def link_features(
    cues: Sequence[tuple[int, int]] | Ints, arguments: Sequence[tuple[int, int]] | Ints, every: Ints | None = None
) -> Ints:
    """[cues, arguments, 2] for spans of wordpieces: side and distance, and how many other cues stand between.

    every   where all cues begin, in order, if ``cues`` are but some of them
    """
    cue = np.asarray(cues, dtype=np.int64).reshape(-1, 2)
    argument = np.asarray(arguments, dtype=np.int64).reshape(-1, 2)
    after = argument[None, :, 0] >= cue[:, None, 1]
    apart = np.where(after, argument[None, :, 0] - cue[:, None, 1], cue[:, None, 0] - argument[None, :, 1])
    side = distance_bucket(np.maximum(apart, 0), 9) + 10 * after
    starts = np.sort(cue[:, 0]) if every is None else every
    # As many cues as begin before the later of the two, but not before the end of the earlier.
    low = np.where(after, np.searchsorted(starts, cue[:, 1])[:, None], np.searchsorted(starts, argument[:, 1])[None])
    high = np.where(after, np.searchsorted(starts, argument[:, 0])[None], np.searchsorted(starts, cue[:, 0])[:, None])
    return np.stack([side, np.clip(high - low, 0, 5)], axis=-1)


def mention_features(words: Sequence[str], places: Sequence[tuple[int, int]]) -> Ints:
    """[mentions, mentions, 3] for mentions by their words and wordpieces: row and column as chooser and chosen."""
    starts = np.asarray(places, dtype=np.int64).reshape(-1, 2)[:, 0]
    own = spelled(words)
    same = 1 + (own[:, None] == own[None])
    return np.concatenate([mention_distance(starts[:, None] - starts[None])[..., None], same], axis=-1)


def mention_distance(apart: Ints) -> Ints:
    """The first of ``mention_features``. ``apart``: wordpieces that the chooser stands behind the chosen; negative if before."""
    return distance_bucket(np.abs(apart), 11) + 12 * (apart < 0)


def spelled(words: Sequence[str]) -> Ints:
    """[mentions, 2]: numbers that are the same for the same words, and for the same last word, in any case."""
    lowered = [word.casefold() for word in words]
    lasts = [(word.split() or [""])[-1] for word in lowered]
    return np.stack([_numbered(lowered), _numbered(lasts)], axis=1)


def party_features(triggers: Sequence[int] | Ints, words: Sequence[int] | Ints) -> Ints:
    """[triggers, words, 1] for the first wordpieces of each."""
    apart = np.asarray(words, dtype=np.int64)[None, :] - np.asarray(triggers, dtype=np.int64)[:, None]
    return (distance_bucket(np.abs(apart), 9) + 10 * (apart > 0))[..., None]


def _numbered(words: Sequence[str]) -> Ints:
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    return np.asarray([numbers[word] for word in words], dtype=np.int64)
