"""The best labels of many texts under a CRF: forward all heads, then back along all best paths together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.sweeps import Sweep, sweep


def paths(emissions: Floats, transitions: Sequence[Floats], way: Sweep) -> Ints:
    """[heads, steps, stretches]: best label of every step; what follows a stretch's end is arbitrary.

    emissions     [steps, labels, stretches], the labels of all heads side by side
    transitions   of each head [labels before, labels after]
    """
    widths = [len(one) for one in transitions]
    steps, stretches = way.read.shape
    totals = np.empty((steps, max(widths), len(widths), stretches), dtype=np.float32)
    for head, (end, moves) in enumerate(zip(accumulate(widths), transitions, strict=True)):
        totals[:, len(moves) :, head] = -np.inf
        _forward(emissions[:, end - len(moves) : end], moves, way.live, totals[:, : len(moves), head])
    return _back(totals, _columns(transitions, max(widths)), way.live)


def _forward(emissions: Floats, transitions: Floats, live: Sequence[int], totals: Floats) -> None:
    """Fills totals [steps, labels, stretches]: value of the best path to each label."""
    moves = np.ascontiguousarray(transitions, dtype=np.float32)[:, :, None]
    further = np.empty((*transitions.shape, totals.shape[2]), dtype=np.float32)
    best = np.empty(totals.shape[1:], dtype=np.float32)
    totals[:1] = emissions[:1]
    for at in range(1, len(totals)):
        count = live[at]
        np.add(totals[at - 1, :, None, :count], moves, out=further[:, :, :count])
        np.maximum.reduce(further[:, :, :count], axis=0, out=best[:, :count])
        np.add(best[:, :count], emissions[at, :, :count], out=totals[at, :, :count])


def _columns(transitions: Sequence[Floats], widest: int) -> Floats:
    """[labels before, heads * labels after], -inf where a head has no such label."""
    found = np.full((widest, len(transitions), widest), -np.inf, dtype=np.float32)
    for head, moves in enumerate(transitions):
        found[: len(moves), head, : len(moves)] = moves
    return found.reshape(widest, -1)


def _back(totals: Floats, moves: Floats, live: Sequence[int]) -> Ints:
    """[heads, steps, stretches], from totals [steps, labels, heads, stretches]: only the steps that were taken are looked up."""
    steps, widest, heads, stretches = totals.shape
    found = np.zeros((heads, steps, stretches), dtype=np.int64)
    offset = (np.arange(heads) * widest)[:, None]
    # The first of equals, as argmax would say, but over the first axis at once.
    rank = np.arange(widest, 0, -1, dtype=np.uint8)[:, None, None]
    for at in range(steps - 1, -1, -1):
        count, going = live[at], live[at + 1]
        scores = totals[at, :, :, :count]
        if going:
            scores = scores.copy()
            scores[:, :, :going] += moves[:, found[:, at + 1, :going] + offset]
        best = (scores == scores.max(axis=0)) * rank
        found[:, at, :count] = widest - best.max(axis=0)
    return found


def labelled(emissions: Sequence[Floats], transitions: Floats) -> list[Ints]:
    """Best labels of every text under one CRF. ``emissions``: [wordpieces, labels] of each text."""
    bounds = np.concatenate([[0], np.cumsum([len(one) for one in emissions], dtype=np.int64)])
    if not bounds[-1]:
        return [np.zeros(0, dtype=np.int64) for _ in emissions]
    way = sweep(bounds.tolist())
    (best,) = paths(way.gathered(np.concatenate(emissions)), [transitions], way)
    return np.split(best[way.step, way.column], bounds[1:-1])


def spans(labels: Sequence[int], names: Sequence[str]) -> list[tuple[int, int, str]]:
    """Half-open ranges with their type. An inside label that continues nothing begins a span."""
    first, last = edges(np.asarray(labels, dtype=np.int64), [0])
    return [(start, end, names[labels[start]][2:]) for start, end in zip(first.tolist(), last.tolist(), strict=True)]


def edges(labels: Ints, starts: Sequence[int]) -> tuple[Ints, Ints]:
    """First wordpiece of each span and the one after its last, of labels as ``labels.bio`` numbers them: O, then B and I of each.

    starts   where texts begin: no span crosses one
    """
    kind = (labels + 1) // 2
    inside = (labels > 0) & (labels % 2 == 0)
    goes_on = np.zeros(len(labels) + 1, dtype=np.bool_)
    goes_on[1:-1] = inside[1:] & (kind[1:] == kind[:-1])
    goes_on[np.asarray(starts, dtype=np.int64)] = False
    tagged = labels > 0
    return np.flatnonzero(tagged & ~goes_on[:-1]), np.flatnonzero(tagged & ~goes_on[1:]) + 1
