"""Matching and F1, on tables made by hand and by their laws."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.tagger.scores import NOTHING, Score, any_match, matched, one_to_one, paired, same, total

numbers = st.lists(st.integers(0, 9), max_size=6)


def near(one: int, other: int) -> bool:
    return abs(one - other) <= 1


@pytest.mark.parametrize(
    ("gold", "ours", "expected", "why"),
    [
        ([1, 5], [1, 5], 1.0, "all there"),
        ([1, 5], [], 0.0, "nothing found"),
        ([], [1], 0.0, "nothing to find"),
        ([], [], 0.0, "nothing at all is no success"),
        ([1, 5, 8], [1, 9], 0.4, "one of two right, one of three found"),
    ],
)
def test_same_counts_equal_things(gold: Sequence[int], ours: Sequence[int], expected: float, why: str) -> None:
    assert same(gold, ours).f1 == pytest.approx(expected), why


@pytest.mark.parametrize(
    ("gold", "ours", "pairs", "why"),
    [
        ([1, 2], [2, 3], 2, "the first must leave 2 to the second"),
        ([1, 1], [1], 1, "one of ours serves one gold"),
        ([1], [0, 1, 2], 1, "and the reverse"),
        ([1, 3, 5], [2, 4], 2, "a chain of choices"),
        ([1], [5], 0, "nothing fits"),
    ],
)
def test_as_many_pairs_as_there_can_be(gold: Sequence[int], ours: Sequence[int], pairs: int, why: str) -> None:
    assert len(matched(gold, ours, near)) == pairs, why


@settings(max_examples=60, deadline=None)
@given(numbers, numbers)
def test_matching_is_the_best_of_all_matchings(gold: list[int], ours: list[int]) -> None:
    few, many = sorted((gold, ours), key=len)
    best = max(sum(map(near, few, chosen)) for chosen in permutations(many, len(few)))
    assert len(matched(gold, ours, near)) == best


@settings(max_examples=60, deadline=None)
@given(numbers, numbers)
def test_matching_uses_everything_once_and_the_order_does_not_matter(gold: list[int], ours: list[int]) -> None:
    pairs = matched(gold, ours, near)
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert all(near(gold[one], ours[other]) for one, other in pairs)
    assert paired(gold, ours, near) == paired(gold[::-1], ours[::-1], near)
    assert any_match(gold, ours, near) == any_match(gold[::-1], ours[::-1], near)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_perfect_is_all_and_empty_is_nothing(gold: list[int]) -> None:
    for score in (same(gold, gold), any_match(gold, gold, near), paired(gold, gold, near)):
        assert score.cells == (1.0, 1.0, 1.0)
    for score in (same(gold, []), any_match(gold, [], near), paired(gold, [], near), paired([], gold, near)):
        assert score.f1 == 0.0


def test_any_match_counts_both_sides() -> None:
    score = any_match([1, 2, 9], [1, 1, 5], near)
    assert score == Score(hit=2, said=3, found=2, wanted=3)


def test_scores_add_up_before_they_are_divided() -> None:
    score = total([one_to_one(1, 1, 3), one_to_one(0, 1, 1), NOTHING])
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(1 / 3)
