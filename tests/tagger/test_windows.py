from __future__ import annotations

from math import ceil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.tagger.pieces import CLS, PAD, SEP
from dragoman.tagger.windows import LENGTH, OVERLAP, Window, batches, rows, stitched, windows
from tests.tagger.models import pieces_of

SIZES = st.sampled_from([(20, 6), (64, 16), (LENGTH, OVERLAP)])


@given(st.integers(0, 3000), SIZES, st.sets(st.integers(1, 2999), max_size=200))
@settings(max_examples=150)
def test_every_wordpiece_is_decided_once_and_away_from_torn_edges(count: int, size: tuple[int, int], ends: set[int]) -> None:
    """An edge is torn where no paragraph ends; elsewhere nothing is read twice."""
    length, overlap = size
    breaks = sorted(end for end in ends if end < count)
    found = windows(count, length=length, overlap=overlap, breaks=np.asarray(breaks, dtype=np.int64))
    assert [at for window in found for at in range(window.first, window.last)] == list(range(count))
    for window in found:
        assert 0 < len(window) <= length - 2
        assert window.start in (0, *breaks) or window.first - window.start >= overlap // 2
        assert window.end in (count, *breaks) or window.end - window.last >= overlap // 2


@given(st.integers(0, 3000), SIZES)
@settings(max_examples=80)
def test_without_paragraphs_windows_are_few_and_even(count: int, size: tuple[int, int]) -> None:
    length, overlap = size
    found = windows(count, length=length, overlap=overlap)
    room = length - 2
    assert len(found) == (0 if not count else 1 if count <= room else ceil((count - overlap) / (room - overlap)))
    assert sum(map(len, found)) == count + overlap * max(0, len(found) - 1)
    assert max(map(len, found), default=0) - min(map(len, found), default=0) <= len(found)


def test_a_window_ends_with_the_paragraph_nearest_to_its_share() -> None:
    found = windows(30, length=22, overlap=6, breaks=np.array([3, 12, 16, 29]))
    assert [(one.start, one.end) for one in found] == [(0, 16), (16, 30)]


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (LENGTH - 2, 1), (LENGTH - 1, 2), (100_000, 350)])
def test_how_many_windows(count: int, expected: int) -> None:
    assert len(windows(count)) == expected


@given(st.lists(st.integers(0, 700), max_size=12), st.integers(LENGTH, 2000))
@settings(max_examples=50)
def test_batches_hold_every_window_once_within_their_budget(counts: list[int], budget: int) -> None:
    every = [window for number, count in enumerate(counts) for window in windows(count, text=number)]
    groups = list(batches(every, budget))
    assert sorted((w.text, w.start) for group in groups for w in group) == sorted((w.text, w.start) for w in every)
    assert all(len(group) * (max(map(len, group)) + 2) <= budget for group in groups)


def test_a_window_has_its_end_marks_and_is_filled_up() -> None:
    ids, shapes, gaps = rows(pieces_of("Both sides met in Zenda ."), Window(0, 1, 4, 1, 4), 8)
    assert ids.tolist() == [CLS, 1000, 1000, 1000, SEP, PAD, PAD, PAD]
    assert shapes.tolist() == [0, 1, 1, 1, 0, 0, 0, 0]
    assert gaps.tolist() == [0, 2, 2, 2, 0, 0, 0, 0]


def test_each_row_comes_from_the_window_that_keeps_it() -> None:
    found = windows(20, length=12, overlap=4)
    told = [(window, np.full((len(window), 1), number, dtype=np.float32)) for number, window in enumerate(found)]
    assert stitched(20, 1, told)[:, 0].tolist() == [
        number for number, window in enumerate(found) for _ in range(window.first, window.last)
    ]
