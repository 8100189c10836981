"""A tree over the words of each sentence, from the scores of arcs: all sentences of like length at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dragoman.tagger.circles import under
from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.scorers import Scorers

LONGEST = 200
"""Words read as one sentence; a longer one is read in stretches, so that hostile text costs no square of its length."""
AREA = 1 << 16
"""Arcs scored at once, for the cache."""

ROOT = -1


def stretches(starts: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of words, one a sentence. ``starts``: first word of each sentence, in order, the first one 0."""
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        for at in range(start, end, LONGEST):
            yield at, min(end, at + LONGEST)


def parsed(rows: Floats, scorers: Scorers, starts: Sequence[int] = (0,), places: Ints | None = None) -> tuple[Ints, Ints]:
    """Head of each word (index of a word, or ROOT) and label of its arc (index in labels.DEPRELS).

    rows     [rows, columns] of the model; one a word, or any of which ``places`` names each word's
    starts   first word of each sentence, in order, the first one 0
    """

    def own(name: str) -> Floats:
        part = scorers.part(rows, name)
        return part if places is None else part[places]

    count = len(rows) if places is None else len(places)
    if not count:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    below = own("arc_dependent")
    bent = below @ scorers.arcs.bilinear[0] + scorers.arcs.right[0]
    heads = _heads(bent, own("arc_head"), bent @ scorers.arc_root, list(stretches(starts, count)))
    return heads, _labels(own("label_dependent"), own("label_head"), heads, scorers)


def _heads(below: Floats, above: Floats, root: Floats, sentences: Sequence[tuple[int, int]]) -> Ints:
    """Head of each word. below, above [words, width]; root [words]: score of each word as the root."""
    found = np.empty(len(below), dtype=np.int64)
    for first, length in _alike(sentences):
        at = np.arange(length[0])
        inside = at < length[:, None]
        words = first[:, None] + np.minimum(at, length[:, None] - 1)
        scores = below[words] @ above[words].transpose(0, 2, 1)
        heads, circular = greedy(scores, root[words], length)
        for number in np.flatnonzero(circular).tolist():
            own = slice(int(length[number]))
            best = under(scores[number, own, own], int(np.flatnonzero(heads[number] == ROOT)[0]))
            heads[number, own] = np.where(best == len(best), ROOT, best)
        found[words[inside]] = np.where(heads == ROOT, ROOT, heads + first[:, None])[inside]
    return found


def _alike(sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[Ints, Ints]]:
    """First words and lengths of sentences of like length, longest first, AREA arcs together."""
    ordered = np.asarray(sorted(sentences, key=lambda one: one[0] - one[1]), dtype=np.int64).reshape(-1, 2)
    length = ordered[:, 1] - ordered[:, 0]
    at = 0
    while at < len(ordered):
        end = at + max(1, AREA // int(length[at]) ** 2)
        yield ordered[at:end, 0], length[at:end]
        at = end


def greedy(scores: Floats, root: Floats, length: Ints) -> tuple[Ints, Ints]:
    """[sentences, words]: the best head of each word under the best single root (ROOT for that); and whether a circle is in it.

    scores   [sentences, words, words]: of each word under each other word; overwritten where no arc may be
    root     [sentences, words]: of each word as the root
    length   words of each sentence, at least one; what follows them is filling
    """
    sentences, longest, _ = scores.shape
    at = np.arange(longest)
    filling = at >= length[:, None]
    scores[:, at, at] = -np.inf
    if filling.any():
        np.copyto(scores, np.float32(-np.inf), where=filling[:, None])
    heads: Ints = scores.argmax(axis=2)
    # The root that costs least: what each word gains as the root over its best other head.
    gain = root - np.maximum(scores.max(axis=2), np.float32(-1e9))
    gain[filling] = -np.inf
    rows = np.arange(sentences)
    heads[rows, gain.argmax(axis=1)] = ROOT
    # Who is above whom, twice as far at each turn; the root, and all filling, is above itself.
    above = np.full((sentences, longest + 1), longest)
    above[:, :longest] = np.where(filling | (heads == ROOT), longest, heads)
    for _ in range(longest.bit_length()):
        above = np.take_along_axis(above, above, axis=1)
    return heads, (above != longest).any(axis=1)


def _labels(below: Floats, above: Floats, heads: Ints, scorers: Scorers) -> Ints:
    scores = scorers.deprels.along(below, np.concatenate([above, scorers.label_root[None]])[heads])
    rooted = heads == ROOT
    # Label 0 is root: the label of those arcs, and of no other.
    scores[:, 0] = -np.inf
    return np.where(rooted, 0, scores.argmax(axis=1))
