"""Scores of coreference against examples worked out by hand: the first four are those of Luo (2005) with his three metrics."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.tagger.clusters import Cluster, Coreference, assigned, compared

KEY = ["12345", "67", "89ABC"]


def chains(words: list[str]) -> list[Cluster]:
    """Each word is a chain, each letter a mention."""
    return [frozenset(word) for word in words]


@pytest.mark.parametrize(
    ("ours", "muc", "b3", "ceafe", "why"),
    [
        # MUC: 9 links kept of 10 said and 9 wanted. B³: P = (5·1 + 2·2/7 + 5·5/7) / 12. CEAFe: 1 + 2·5/12 of 2 and 3 chains.
        (["12345", "6789ABC"], 18 / 19, 0.8649, 0.7333, "a small chain joined to a big one"),
        # MUC the same. B³: P = (10·5/10 + 2) / 12. CEAFe: 1 + 2·5/15.
        (["1234589ABC", "67"], 18 / 19, 0.7368, 0.6667, "two big ones joined"),
        # MUC: 9 of 11. B³: P = (25 + 4 + 25) / 12 / 12. CEAFe: 2·5/17 of 1 and 3 chains.
        (["123456789ABC"], 0.9, 0.5455, 0.2941, "all one"),
        # B³: R = 3/12. CEAFe: 2/6 + 2/3 + 2/6 of 12 and 3 chains.
        (list("123456789ABC"), 0.0, 0.4, 0.1778, "all apart"),
        # MUC: gold keeps 3 + 1 + 4 of 9, ours 3 + 1 + 4 of 4 + 1 + 4: X is alone. B³: R = (16/5 + 2 + 5) / 12,
        # P = (16/5 + 2 + 5) / 12. CEAFe: 2·4/10 + 1 + 1 of 3 and 3.
        (["1234X", "67", "89ABC"], 8 / 9, 0.85, 0.9333, "a mention missed, another invented"),
        # MUC: 8 of 9 wanted. B³: R = (16/5 + 7) / 12, P = 1. CEAFe: 2·4/9 + 2.
        (["1234", "67", "89ABC"], 16 / 17, 0.9189, 0.963, "a mention missed"),
        (["XY"], 0.0, 0.0, 0.0, "nothing in common"),
        ([], 0.0, 0.0, 0.0, "nothing found"),
    ],
)
def test_examples_by_hand(ours: list[str], muc: float, b3: float, ceafe: float, why: str) -> None:
    found = compared(chains(KEY), chains(ours))
    assert (found.muc.f1, found.b3.f1, found.ceafe.f1) == pytest.approx((muc, b3, ceafe), abs=1e-4), why
    assert found.conll == pytest.approx((muc + b3 + ceafe) / 3, abs=1e-4)


@st.composite
def partitions(draw: st.DrawFn) -> list[Cluster]:
    """Some mentions out of ten, in chains."""
    homes = draw(st.dictionaries(st.integers(0, 9), st.integers(0, 4), min_size=1))
    return [frozenset(mention for mention, home in homes.items() if home == number) for number in set(homes.values())]


@settings(max_examples=60, deadline=None)
@given(partitions())
def test_the_same_chains_are_perfect(gold: list[Cluster]) -> None:
    found = compared(gold, gold[::-1])
    linked = any(len(chain) > 1 for chain in gold)
    assert (found.muc.f1, found.b3.f1, found.ceafe.f1) == pytest.approx((float(linked), 1.0, 1.0))
    assert compared(gold, []).conll == compared([], gold).conll == 0.0


@settings(max_examples=60, deadline=None)
@given(partitions(), partitions())
def test_neither_order_nor_side_matters(gold: list[Cluster], ours: list[Cluster]) -> None:
    found, turned = compared(gold, ours), compared(ours[::-1], gold[::-1])
    assert found.conll == pytest.approx(turned.conll)
    assert 0.0 <= found.conll <= 1.0 + 1e-9


def test_documents_add_up_before_they_are_divided() -> None:
    whole = compared(chains(["ab"]), chains(["ab"])) + compared(chains(["cdef"]), chains([])) + Coreference()
    assert whole.muc.found == 1
    assert whole.muc.wanted == 4
    assert whole.b3.f1 == pytest.approx(2 * 1 * (2 / 6) / (1 + 2 / 6))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(1, 5), st.integers(0, 10_000))
def test_assignment_is_the_best_there_is(rows: int, columns: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    gain = chance.random((rows, columns)) * (chance.random((rows, columns)) > 0.4)
    pairs = assigned(gain)
    few = gain if rows <= columns else gain.T
    best = max(sum(few[at, to] for at, to in enumerate(order)) for order in permutations(range(few.shape[1]), few.shape[0]))
    assert sum(gain[pair] for pair in pairs) == pytest.approx(best)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == min(rows, columns)
