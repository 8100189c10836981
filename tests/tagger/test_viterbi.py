from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from dragoman.tagger.viterbi import MARGIN, STRETCH, labelled, paths, spans
from tests.tagger.models import Floats, bio_transitions

NAMES = ("O", "B-cue", "I-cue", "B-source", "I-source")


def score(emissions: Floats, transitions: Floats, path: tuple[int, ...]) -> float:
    own = sum(float(emissions[at, label]) for at, label in enumerate(path))
    return own + sum(float(transitions[one, two]) for one, two in pairwise(path))


@pytest.mark.parametrize("seed", range(8))
def test_the_path_is_the_best_of_all(seed: int) -> None:
    chance = np.random.default_rng(seed)
    emissions = chance.normal(size=(3, 5, 3)).astype(np.float32)
    transitions = chance.normal(size=(3, 3)).astype(np.float32)
    lengths = np.array([5, 3, 1])
    found = paths(emissions, transitions, lengths)
    for row, length in enumerate(lengths):
        best = max(product(range(3), repeat=length), key=lambda path: score(emissions[row], transitions, path))
        assert tuple(found[row, :length]) == best


@pytest.mark.parametrize("count", [0, 1, STRETCH, STRETCH + 1, 5 * STRETCH + MARGIN])
def test_stretches_give_what_one_sweep_gives(count: int) -> None:
    emissions = np.random.default_rng(count).normal(size=(count, len(NAMES))).astype(np.float32)
    transitions = bio_transitions(NAMES)
    whole = paths(emissions[None], transitions, np.array([count]))[0]
    first, second = labelled([emissions, emissions[:3]], transitions)
    assert first.tolist() == whole.tolist()
    assert len(second) == min(3, count)


def test_barred_steps_are_not_taken() -> None:
    emissions = np.zeros((1, 2, len(NAMES)), dtype=np.float32)
    emissions[0, 0, 0], emissions[0, 1, 2] = 5, 6
    assert paths(emissions, bio_transitions(NAMES), np.array([2]))[0].tolist() == [1, 2], "inside must follow a beginning"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 0, 3], [(0, 2, "cue"), (3, 4, "source")]),
        ([1, 1], [(0, 1, "cue"), (1, 2, "cue")]),
        ([2, 2], [(0, 2, "cue")]),
        ([1, 4], [(0, 1, "cue"), (1, 2, "source")]),
    ],
)
def test_spans(labels: list[int], expected: list[tuple[int, int, str]]) -> None:
    assert spans(labels, NAMES) == expected
