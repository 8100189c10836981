from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.tagger import labels
from dragoman.tagger.circles import circle, tree
from dragoman.tagger.trees import LONGEST, ROOT, greedy, parsed, stretches
from tests.tagger.models import rows_of, scorers


def trees_of(count: int) -> Iterator[tuple[int, ...]]:
    """Every tree over so many words with one root."""
    for heads in product(range(count + 1), repeat=count):
        if heads.count(count) == 1 and not circle(list(heads), count):
            yield heads


def value(scores: npt.NDArray[np.floating], heads: tuple[int, ...]) -> float:
    return float(sum(scores[at, head] for at, head in enumerate(heads)))


@pytest.mark.parametrize("seed", range(30))
def test_it_is_a_tree_with_one_root_and_the_best_under_that_root(seed: int) -> None:
    count = 2 + seed % 4
    scores = np.random.default_rng(seed).normal(size=(count, count + 1))
    found = tuple(int(head) for head in tree(scores))
    every = set(trees_of(count))
    assert found in every
    rooted = [one for one in every if one.index(count) == found.index(count)]
    assert value(scores, found) == pytest.approx(max(value(scores, one) for one in rooted))


@pytest.mark.parametrize("count", [1, 2, 50, LONGEST])
def test_a_chain_of_circles_becomes_a_tree(count: int) -> None:
    scores = np.zeros((count, count + 1))
    for at in range(count):
        scores[at, at ^ 1 if at ^ 1 < count else count] = 5
    found = tree(scores)
    assert (found == count).sum() == 1
    assert not circle(found.tolist(), count)


@pytest.mark.parametrize(
    ("heads", "expected"), [([3, 0, 1], []), ([1, 0, 3], [0, 1]), ([3, 2, 1], [1, 2]), ([0, 3, 3], [0]), ([], [])]
)
def test_circles_are_seen(heads: list[int], expected: list[int]) -> None:
    assert sorted(circle(heads, len(heads))) == expected


@given(st.integers(0, 10**6), st.lists(st.integers(1, 9), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_many_sentences_at_once_are_read_as_each_alone(seed: int, counts: list[int]) -> None:
    chance = np.random.default_rng(seed)
    longest = max(counts)
    scores = chance.normal(size=(len(counts), longest, longest)).astype(np.float32)
    root = chance.normal(size=(len(counts), longest)).astype(np.float32)
    alone = [tree(np.concatenate([scores[at, :n, :n], root[at, :n, None]], axis=1)) for at, n in enumerate(counts)]
    heads, circular = greedy(scores, root, np.asarray(counts))
    for at, (count, expected) in enumerate(zip(counts, alone, strict=True)):
        own = np.where(heads[at, :count] == ROOT, count, heads[at, :count])
        assert bool(circular[at]) == bool(circle(own.tolist(), count))
        if not circular[at]:
            assert own.tolist() == expected.tolist()
        else:
            assert own.tolist().index(count) == expected.tolist().index(count), "the root is the same"


@given(st.integers(0, 10**6), st.lists(st.integers(1, 12), min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_a_text_is_parsed_as_its_sentences_are(seed: int, counts: list[int]) -> None:
    rows = np.random.default_rng(seed).normal(size=rows_of(sum(counts)).shape).astype(np.float32)
    starts = np.cumsum([0, *counts[:-1]]).tolist()
    heads, deprels = parsed(rows, scorers(), starts)
    for start, count in zip(starts, counts, strict=True):
        own, named = parsed(rows[start : start + count], scorers())
        assert heads[start : start + count].tolist() == [ROOT if head == ROOT else head + start for head in own.tolist()]
        assert deprels[start : start + count].tolist() == named.tolist()


def test_words_may_be_some_of_the_rows() -> None:
    rows = np.random.default_rng(2).normal(size=rows_of(9).shape).astype(np.float32)
    places = np.array([1, 4, 5, 8])
    for one, other in zip(parsed(rows, scorers(), [0, 2], places), parsed(rows[places], scorers(), [0, 2]), strict=True):
        assert one.tolist() == other.tolist()


def test_long_sentences_are_read_in_stretches() -> None:
    assert list(stretches([0, 3], LONGEST + 10)) == [(0, 3), (3, LONGEST + 3), (LONGEST + 3, LONGEST + 10)]


def test_arcs_stay_in_their_sentence_and_only_roots_are_called_root() -> None:
    rows = np.random.default_rng(1).normal(size=rows_of(12).shape).astype(np.float32)
    heads, deprels = parsed(rows, scorers(), [0, 5])
    assert all((head == ROOT) or (head < 5) == (at < 5) for at, head in enumerate(heads))
    assert (heads == ROOT).sum() == 2
    assert ((deprels == labels.DEPRELS.index("root")) == (heads == ROOT)).all()


def test_no_words_have_no_heads() -> None:
    heads, deprels = parsed(rows_of(0), scorers())
    assert len(heads) == len(deprels) == 0
