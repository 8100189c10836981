"""Gold as the model reads it: windows, and batches of one data set each."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from dragoman.tagger.windows import Window, rows
from training.gold import Gold

LENGTH = 256
"""Wordpieces of a window in training, its two end marks included."""


@dataclass(frozen=True, slots=True)
class Example:
    """One window of one document."""

    gold: Gold
    window: Window


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of one data set, as tensors [windows, length]; ``mask`` is true for the text's own wordpieces."""

    examples: tuple[Example, ...]
    ids: Tensor
    shapes: Tensor
    gaps: Tensor
    mask: Tensor


def cut_anywhere(found: Gold, chance: random.Random, length: int = LENGTH) -> list[Example]:
    """Windows that follow each other, the first of a random size: every pass sees other edges."""
    count, room = len(found.pieces), length - 2
    if count <= room:
        return [Example(found, Window(0, 0, count, 0, count))] if count else []
    cuts = [0, *range(chance.randint(room // 4, room), count, room), count]
    return [Example(found, Window(0, start, end, start, end)) for start, end in pairwise(cuts)]


def packed(examples: Sequence[Example], chance: random.Random, size: int) -> list[Batch]:
    """Batches of about ``size`` wordpieces, windows of like length together, in random order."""
    order = sorted(examples, key=lambda one: (len(one.window), chance.random()))
    found: list[list[Example]] = []
    for example in order:
        longest = len(example.window) + 2
        if not found or (len(found[-1]) + 1) * longest > size:
            found.append([])
        found[-1].append(example)
    chance.shuffle(found)
    return [batch(tuple(group)) for group in found]


def batch(examples: tuple[Example, ...]) -> Batch:
    width = max(len(one.window) for one in examples) + 2
    ids, shapes, gaps = (
        torch.from_numpy(np.stack(stack))
        for stack in zip(*(rows(one.gold.pieces, one.window, width) for one in examples), strict=True)
    )
    mask = torch.zeros(ids.shape, dtype=torch.bool)
    for number, one in enumerate(examples):
        mask[number, 1 : len(one.window) + 1] = True
    return Batch(examples, ids, shapes, gaps, mask)
