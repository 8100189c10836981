"""How likely labels are under a CRF: all heads forward and backward in one sweep, then each span's own probability.

The probability of a span is that its first label stands there, times that each next label follows the one before it, the label
after the span included: exact for a chain of labels, since what follows depends on the label before alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.sweeps import Sweep

SCALED_EVERY = 4
"""Steps between two scalings. A step shrinks the shares by what the best path there loses to the best label: e**-21 a step, on
average over four, would still be held."""
LEAST = np.float32(1e-30)


class Marginals:
    """Forward and backward shares of all heads' labels, which stand side by side.

    emissions     [steps, labels, stretches], as ``viterbi.paths`` takes them
    transitions   of each head [labels before, labels after]
    """

    def __init__(self, emissions: Floats, transitions: Sequence[Floats], way: Sweep) -> None:
        self._way = way
        self._widths = [len(one) for one in transitions]
        self._starts = np.concatenate([[0], np.cumsum(self._widths)]).tolist()
        self._moves = np.zeros((self._starts[-1],) * 2, dtype=np.float32)
        shares = emissions.copy()
        for head, moves in enumerate(transitions):
            place = self._labels(head)
            self._moves[place, place] = np.exp(moves)
            own = shares[:, place]
            own -= own.max(axis=1, keepdims=True)
        np.exp(shares, out=shares)
        self._backward(shares)
        self._forward(shares)

    def _labels(self, head: int) -> slice:
        return slice(self._starts[head], self._starts[head + 1])

    def _scale(self, own: Floats) -> Floats:
        """Divides each head's shares by their sum; gives the sums, [heads, stretches]."""
        sums = np.maximum(np.add.reduceat(own, self._starts[:-1], axis=0), LEAST)
        own /= np.repeat(sums, self._widths, axis=0)
        return np.asarray(sums)

    def _backward(self, shares: Floats) -> None:
        """``_ahead``: share of what follows each label; ``_reached``: the label's own with it; ``_sums``: scales of ahead."""
        steps, _, stretches = shares.shape
        self._ahead = np.ones_like(shares)
        self._reached = np.empty_like(shares)
        self._reached[-1:] = shares[-1:]
        self._sums = np.ones((steps, len(self._widths), stretches), dtype=np.float32)
        for at in range(steps - 2, -1, -1):
            own = self._moves @ self._reached[at + 1]
            own[:, self._way.live[at + 1] :] = 1
            if at % SCALED_EVERY == 0:
                self._sums[at] = self._scale(own)
            self._ahead[at] = own
            np.multiply(shares[at], own, out=self._reached[at])

    def _forward(self, shares: Floats) -> None:
        """``_behind``: share of what leads to each label, its own with it. Written over the shares."""
        moves = np.ascontiguousarray(self._moves.T)
        for at in range(1, len(shares)):
            own = moves @ shares[at - 1]
            own *= shares[at]
            if at % SCALED_EVERY == 0:
                self._scale(own)
            shares[at] = own
        self._behind = shares

    def at(self, head: int, places: Ints, labels: Ints) -> Floats:
        """Probability of each label at its wordpiece."""
        step, column = self._way.step[places], self._way.column[places]
        own = self._labels(head)
        both = self._behind[step, own, column] * self._ahead[step, own, column]
        return np.asarray(both[np.arange(len(places)), labels] / np.maximum(both.sum(axis=1), LEAST))

    def next(self, head: int, places: Ints, before: Ints, after: Ints) -> Floats:
        """Probability that ``after`` stands behind each place, given that ``before`` stands there. No place may end its text."""
        start = self._starts[head]
        step, column = self._way.step[places], self._way.column[places]
        both = self._moves[start + before, start + after] * self._reached[step + 1, start + after, column]
        given = self._ahead[step, start + before, column] * self._sums[step, head, column]
        return np.asarray(both / np.maximum(given, LEAST))

    def of_spans(self, head: int, path: Ints, first: Ints, last: Ints, ends: Ints) -> Floats:
        """Probability of each span ``[first, last)`` of one head's labels: that it begins, goes on and ends there.

        path   the head's best label of every wordpiece
        ends   where the text of each span ends; a span that reaches it need not be followed by another label
        """
        found = self.at(head, first, path[first])
        length = last - first
        number = np.repeat(np.arange(len(first)), length)
        place = np.arange(len(number)) - np.repeat(np.cumsum(length) - length, length) + first[number]
        followed = place + 1 < ends[number]
        number, place = number[followed], place[followed]
        going = self.next(head, place, path[place], (path[place] + 1) // 2 * 2)
        np.multiply.at(found, number, np.where(place + 1 == last[number], 1 - going, going))
        return np.clip(found, 0, 1)
