"""Chains compared: MUC, B³, CEAFe and their mean, the CoNLL score of coreference.

A chain is a set of mentions; mentions are anything that can be equal. Scores of documents are added up before they are divided,
as the reference scorer does.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.tagger.scores import NOTHING, Added, Score, one_to_one

Cluster = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Coreference(Added):
    """``mentions``: whether they were found at all."""

    mentions: Score = NOTHING
    muc: Score = NOTHING
    b3: Score = NOTHING
    ceafe: Score = NOTHING

    @property
    def conll(self) -> float:
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def compared(gold: Collection[Cluster], ours: Collection[Cluster]) -> Coreference:
    """One document. A mention stands in one chain of each side at most."""
    left, right = [one for one in gold if one], [one for one in ours if one]
    return Coreference(_mentions(left, right), _muc(left, right), _b3(left, right), _ceafe(left, right))


def _mentions(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Score:
    wanted, said = (frozenset().union(*side) for side in (gold, ours))
    return one_to_one(len(wanted & said), len(said), len(wanted))


def _muc(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Score:
    """Links that need no adding: a chain of n mentions that the other side tells in k parts keeps n - k of its n - 1 links."""
    return Score(*_links(ours, gold), *_links(gold, ours))


def _links(chains: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    home = {mention: number for number, chain in enumerate(others) for mention in chain}
    kept = 0
    for chain in chains:
        homes = [home.get(mention) for mention in chain]
        kept += len(chain) - len(set(homes) - {None}) - homes.count(None)
    return kept, sum(len(chain) - 1 for chain in chains)


def _b3(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Score:
    """Of every mention: how much of its chain is in its chain on the other side."""
    return Score(*_overlaps(ours, gold), *_overlaps(gold, ours))


def _overlaps(chains: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    shared = sum(len(chain & other) ** 2 / len(chain) for chain in chains for other in others if chain & other)
    return shared, sum(map(len, chains))


def _ceafe(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Score:
    """Chains matched one to one so that their likeness, 2·|both| / (|one| + |other|), is greatest in sum."""
    alike = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in ours] for one in gold]).reshape(
        len(gold), len(ours)
    )
    best = float(sum(alike[pair] for pair in assigned(alike)))
    return one_to_one(best, len(ours), len(gold))


def assigned(gain: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    """Pairs of a row and a column, each used once, whose gains have the greatest sum (shortest augmenting paths)."""
    if not gain.size:
        return []
    if gain.shape[0] > gain.shape[1]:
        return sorted((row, column) for column, row in assigned(gain.T))
    rows, columns = gain.shape
    cost = -gain
    of_row, of_column = np.zeros(rows), np.zeros(columns)
    taken = np.full(columns, -1)
    for start in range(rows):
        shortest, before = np.full(columns, np.inf), np.full(columns, -1)
        done = np.zeros(columns, dtype=np.bool_)
        row, reached, column = start, 0.0, -1
        while row >= 0:
            through = reached + cost[row] - of_row[row] - of_column
            better = ~done & (through < shortest)
            shortest[better], before[better] = through[better], column
            column = int(np.where(done, np.inf, shortest).argmin())
            done[column], reached, row = True, float(shortest[column]), int(taken[column])
        of_row[start] += reached
        inner = done & (taken >= 0)
        inner[column] = False
        of_row[taken[inner]] += reached - shortest[inner]
        of_column[done] -= reached - shortest[done]
        while column >= 0:
            previous = int(before[column])
            taken[column] = taken[previous] if previous >= 0 else start
            column = previous
    return sorted((int(row), column) for column, row in enumerate(taken) if row >= 0)
