"""The best tree over the words of one sentence: greedy, and Chu-Liu and Edmonds where that gives a circle."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dragoman.tagger.pairs import Ints


def tree(scores: npt.NDArray[np.floating]) -> Ints:
    """Head of each word; one word, the root, has the number of words as its head.

    scores   [words, words + 1], finite: of each word under each other word; the last column is the root's
    """
    count = len(scores)
    own = np.array(scores[:, :count], dtype=np.float64)
    own[np.arange(count), np.arange(count)] = -np.inf
    # The single root that costs least: how much each word gains as the root over its best other head.
    return under(own, int((scores[:, count] - own.max(axis=1, initial=-1e9)).argmax()))


def under(scores: npt.NDArray[np.floating], root: int) -> Ints:
    """The best tree whose root is the word ``root``; that word has the number of words as its head.

    scores   [words, words]: of each word under each other; -inf of each under itself
    """
    count = len(scores)
    full = np.full((count + 1, count + 1), -np.inf)
    full[:count, :count] = scores
    full[root] = -np.inf
    full[root, count] = 0
    return edmonds(full)[:count]


def circle(heads: list[int], root: int) -> list[int]:
    """The words of one circle, or none. ``heads``: of each word another one or ``root``, which is no word."""
    seen = [0] * (max(root, len(heads)) + 1)
    seen[root] = -1
    for start in range(len(heads)):
        at, own = start, start + 1
        while not seen[at]:
            seen[at] = own
            at = heads[at]
        if seen[at] == own:
            ring, step = [at], heads[at]
            while step != at:
                ring.append(step)
                step = heads[step]
            return ring
    return []


def edmonds(scores: npt.NDArray[np.float64]) -> Ints:
    """Best heads under the last node: each circle becomes one node, until there is none; then each opens where it is entered.

    scores   [nodes, nodes]: of each node (row) under each other (column); -inf where no arc may be
    """
    root = len(scores) - 1
    own = np.array(scores)
    heads: list[int] = own.argmax(axis=1).tolist()
    heads[root] = root
    closed = []
    while ring := circle(heads[:root], root):
        inside = np.asarray(ring)
        within = [heads[node] for node in ring]
        gain = own[inside] - own[inside, within][:, None]
        gain[:, inside] = -np.inf
        below = own[:, inside]
        closed.append((ring, within, gain.argmax(axis=0), below.argmax(axis=1)))
        # The ring's first node stands for all of it; no arc touches the others any more.
        own[inside] = own[:, inside] = -np.inf
        top = ring[0]
        own[top], own[:, top] = gain.max(axis=0), below.max(axis=1)
        own[top, top] = -np.inf
        heads = [top if head in ring else head for head in heads]
        for node in ring:
            heads[node] = root
        heads[top] = int(own[top].argmax())
    for ring, within, entered, leaving in reversed(closed):
        above = heads[ring[0]]
        heads = [ring[leaving[node]] if head == ring[0] else head for node, head in enumerate(heads)]
        for node, head in zip(ring, within, strict=True):
            heads[node] = head
        heads[ring[entered[above]]] = above
    return np.asarray(heads, dtype=np.int64)
