"""The best labels of a text under a CRF, for all heads and all stretches of all texts in one sweep."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

STRETCH, MARGIN = 160, 32
"""Labels decided at once, and wordpieces read before and after them. The best paths from different starts run together within
a few steps, so this margin gives what one sweep over the whole text would, and the sweep stays as short for a long text."""


def paths(emissions: Floats, transitions: Floats, lengths: Ints) -> Ints:
    """[rows, length]: best label of every step.

    emissions     [rows, length, labels]
    transitions   [rows, labels before, labels after], or the same for all rows without the first axis
    lengths       [rows]: steps that count; what follows them is arbitrary
    """
    count, length, width = emissions.shape
    best = np.empty((max(length - 1, 0), count, width), dtype=np.int64)
    total = emissions[:, 0] if length else np.zeros((count, width), dtype=np.float32)
    for at in range(1, length):
        further = total[:, :, None] + transitions
        best[at - 1] = further.argmax(axis=1)
        live = at < lengths
        total = np.where(
            live[:, None], np.take_along_axis(further, best[at - 1][:, None], axis=1)[:, 0] + emissions[:, at], total
        )
        best[at - 1][~live] = np.arange(width)
    found = np.empty((count, length), dtype=np.int64)
    label = total.argmax(axis=1)
    row = np.arange(count)
    for at in range(length - 1, -1, -1):
        found[:, at] = label
        if at:
            label = best[at - 1][row, label]
    return found


def labelled(emissions: Sequence[Floats], transitions: Floats) -> list[Ints]:
    """Best labels of every text under one CRF. ``emissions``: [wordpieces, labels] of each text."""
    stretches = [
        (text, max(0, start - MARGIN), start, min(len(rows), start + STRETCH), min(len(rows), start + STRETCH + MARGIN))
        for text, rows in enumerate(emissions)
        for start in range(0, len(rows), STRETCH)
    ]
    found = [np.zeros(len(rows), dtype=np.int64) for rows in emissions]
    if not stretches:
        return found
    lengths = np.asarray([after - before for _, before, _, _, after in stretches], dtype=np.int64)
    together = np.zeros((len(stretches), int(lengths.max()), transitions.shape[-1]), dtype=np.float32)
    for number, (text, before, _, _, after) in enumerate(stretches):
        together[number, : after - before] = emissions[text][before:after]
    best = paths(together, transitions, lengths)
    for number, (text, before, start, end, _) in enumerate(stretches):
        found[text][start:end] = best[number, start - before : end - before]
    return found


def spans(labels: Sequence[int], names: Sequence[str]) -> list[tuple[int, int, str]]:
    """Half-open ranges with their type. An inside label that continues nothing begins a span."""
    found: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for at, label in enumerate([*labels, 0]):
        mark, _, said = names[label].partition("-")
        if kind and (mark != "I" or said != kind):
            found.append((start, at, kind))
            kind = ""
        if said and not kind:
            start, kind = at, said
    return found
