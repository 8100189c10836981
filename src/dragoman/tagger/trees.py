"""A tree over the words of each sentence, from the scores of arcs: greedy, and Chu-Liu and Edmonds where that gives a circle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.scorers import Scorers

LONGEST = 200
"""Words read as one sentence; a longer one is read in stretches, so that hostile text costs no square of its length."""
AT_ONCE = 2048
"""Words whose labels are scored together, for memory."""

ROOT = -1


def stretches(starts: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of words, one a sentence. ``starts``: first word of each sentence, in order, the first one 0."""
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        for at in range(start, end, LONGEST):
            yield at, min(end, at + LONGEST)


def parsed(rows: Floats, scorers: Scorers, starts: Sequence[int] = (0,)) -> tuple[Ints, Ints]:
    """Head of each word (index of a word, or ROOT) and label of its arc. ``rows``: the model's row of each word."""
    heads = np.full(len(rows), ROOT, dtype=np.int64)
    if not len(rows):
        return heads, heads.copy()
    above = scorers.part(rows, "arc_head")
    bent = scorers.part(rows, "arc_dependent") @ scorers.arcs.bilinear[0] + scorers.arcs.right[0]
    for start, end in stretches(starts, len(rows)):
        scores = bent[start:end] @ np.concatenate([above[start:end], scorers.arc_root[None]]).T
        found = tree(scores)
        heads[start:end] = np.where(found == end - start, ROOT, found + start)
    return heads, _labels(rows, heads, scorers)


def _labels(rows: Floats, heads: Ints, scorers: Scorers) -> Ints:
    below = scorers.part(rows, "label_dependent")
    above = np.concatenate([scorers.part(rows, "label_head"), scorers.label_root[None]])[heads]
    found = np.zeros(len(rows), dtype=np.int64)
    for at in range(0, len(rows), AT_ONCE):
        scores = scorers.deprels.along(below[at : at + AT_ONCE], above[at : at + AT_ONCE])
        rooted = heads[at : at + AT_ONCE] == ROOT
        # Label 0 is root: the label of those arcs, and of no other.
        scores[~rooted, 0] = -np.inf
        found[at : at + AT_ONCE] = np.where(rooted, 0, scores.argmax(axis=1))
    return found


def tree(scores: npt.NDArray[np.floating]) -> Ints:
    """Head of each word; one word, the root, has the number of words as its head.

    scores   [words, words + 1], finite: of each word under each other word; the last column is the root's
    """
    count = len(scores)
    own = np.array(scores, dtype=np.float64)
    own[np.arange(count), np.arange(count)] = -np.inf
    found: Ints = own.argmax(axis=1)
    rooted = np.flatnonzero(found == count)
    # The single root that costs least: how much each word gains as the root over its best other head.
    root = int(rooted[0]) if len(rooted) == 1 else int((own[:, count] - own[:, :count].max(axis=1, initial=-1e9)).argmax())
    above = own[root, count]
    own[:, count] = own[root] = -np.inf
    own[root, count] = above
    found = own.argmax(axis=1)
    if not circle(found, count):
        return found
    full = np.full((count + 1, count + 1), -np.inf)
    full[:count] = own
    return np.asarray(edmonds(full)[:count])


def circle(heads: Ints, root: int) -> list[int]:
    """The words of one circle, or none."""
    seen = np.zeros(len(heads) + 1, dtype=np.int64)
    seen[root] = -1
    for start in range(len(heads)):
        at, own = start, start + 1
        while at != root and not seen[at]:
            seen[at] = own
            at = int(heads[at])
        if at != root and seen[at] == own:
            ring, step = [at], int(heads[at])
            while step != at:
                ring.append(step)
                step = int(heads[step])
            return ring
    return []


def edmonds(scores: npt.NDArray[np.float64]) -> Ints:
    """Best heads under the last node: contract one circle, solve what is left, open the circle where it is entered.

    scores   [nodes, nodes]: of each node (row) under each other (column); -inf where no arc may be
    """
    root = len(scores) - 1
    heads: Ints = scores.argmax(axis=1)
    heads[root] = root
    ring = circle(heads[:root], root)
    if not ring:
        return heads
    inside = np.asarray(ring)
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    # The root stays last; the circle becomes the node before it.
    gain = scores[inside][:, outside] - scores[inside, heads[inside]][:, None]
    entered, leaving = gain.argmax(axis=0), scores[outside][:, inside].argmax(axis=1)
    size = len(outside) + 1
    order = [*range(len(outside) - 1), size - 1]
    smaller = np.full((size, size), -np.inf)
    smaller[np.ix_(order, order)] = scores[np.ix_(outside, outside)]
    smaller[size - 2, order] = gain.max(axis=0)
    smaller[order, size - 2] = scores[outside][:, inside].max(axis=1)
    solved = edmonds(smaller)
    found = heads.copy()
    for number, node in enumerate(outside):
        if node == root:
            continue
        head = solved[order[number]]
        found[node] = inside[leaving[number]] if head == size - 2 else outside[order.index(int(head))]
    entry = order.index(int(solved[size - 2]))
    found[inside[entered[entry]]] = outside[entry]
    return found
