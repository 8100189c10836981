from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.tagger.sweeps import MARGIN, STRETCH, sweep
from dragoman.tagger.viterbi import edges, labelled, paths, spans
from tests.tagger.models import Floats, bio_transitions

NAMES = ("O", "B-cue", "I-cue", "B-source", "I-source")


def score(emissions: Floats, transitions: Floats, path: tuple[int, ...]) -> float:
    own = sum(float(emissions[at, label]) for at, label in enumerate(path))
    return own + sum(float(transitions[one, two]) for one, two in itertools.pairwise(path))


@given(st.integers(0, 10**6), st.lists(st.integers(1, 5), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_the_path_is_the_best_of_all(seed: int, counts: list[int]) -> None:
    """For heads of different width, and texts of different length, side by side."""
    chance = np.random.default_rng(seed)
    bounds = [0, *itertools.accumulate(counts)]
    rows = chance.normal(size=(bounds[-1], 7)).astype(np.float32)
    transitions = [chance.normal(size=(width, width)).astype(np.float32) for width in (3, 4)]
    way = sweep(bounds)
    found = paths(way.gathered(rows), transitions, way)[:, way.step, way.column]
    for head, (start, moves) in enumerate(zip((0, 3), transitions, strict=True)):
        for low, high in itertools.pairwise(bounds):
            own = rows[low:high, start : start + len(moves)]
            every = itertools.product(range(len(moves)), repeat=high - low)
            best = max(every, key=lambda path: score(own, moves, path))
            assert tuple(found[head, low:high]) == best


@pytest.mark.parametrize("count", [0, 1, STRETCH, STRETCH + 1, 5 * STRETCH + MARGIN])
def test_stretches_give_what_one_sweep_gives(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    emissions = np.random.default_rng(count).normal(size=(count, len(NAMES))).astype(np.float32)
    transitions = bio_transitions(NAMES)
    first, second = labelled([emissions, emissions[:3]], transitions)
    monkeypatch.setattr("dragoman.tagger.sweeps.STRETCH", count + 1)
    assert first.tolist() == labelled([emissions], transitions)[0].tolist()
    assert len(second) == min(3, count)


def test_barred_steps_are_not_taken() -> None:
    emissions = np.zeros((2, len(NAMES)), dtype=np.float32)
    emissions[0, 0], emissions[1, 2] = 5, 6
    (found,) = labelled([emissions], bio_transitions(NAMES))
    assert found.tolist() == [1, 2], "inside must follow a beginning"


@given(st.lists(st.integers(0, 2 * STRETCH), max_size=6))
@settings(max_examples=40, deadline=None)
def test_a_sweep_decides_every_wordpiece_in_its_own_text(counts: list[int]) -> None:
    bounds = [0, *itertools.accumulate(counts)]
    way = sweep(bounds)
    assert len(way.step) == bounds[-1]
    if bounds[-1]:
        assert (way.read[way.step, way.column] == np.arange(bounds[-1])).all()
        text = np.searchsorted(bounds, way.read, side="right")
        assert (text == text[0]).all(), "no stretch reads two texts"
    assert list(way.live) == sorted(way.live, reverse=True)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 0, 3], [(0, 2, "cue"), (3, 4, "source")]),
        ([1, 1], [(0, 1, "cue"), (1, 2, "cue")]),
        ([2, 2], [(0, 2, "cue")]),
        ([1, 4], [(0, 1, "cue"), (1, 2, "source")]),
        ([0, 3, 4, 4], [(1, 4, "source")]),
    ],
)
def test_spans(labels: list[int], expected: list[tuple[int, int, str]]) -> None:
    assert spans(labels, NAMES) == expected


def test_no_span_crosses_into_another_text() -> None:
    first, last = edges(np.array([1, 2, 2, 2]), [0, 2])
    assert list(zip(first.tolist(), last.tolist(), strict=True)) == [(0, 2), (2, 4)]
