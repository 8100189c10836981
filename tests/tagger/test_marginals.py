from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.tagger.marginals import Marginals
from dragoman.tagger.pairs import Ints
from dragoman.tagger.sweeps import MARGIN, STRETCH, sweep
from dragoman.tagger.viterbi import edges, paths, spans
from tests.tagger.models import Floats, bio_transitions

HEADS = (("O", "B-cue", "I-cue"), ("O", "B-a", "I-a", "B-b", "I-b"))


def chance(emissions: Floats, transitions: Floats, names: tuple[str, ...]) -> dict[tuple[int, int, str], float]:
    """Share of all paths, by their likelihood, that have each span: what a CRF says, by counting."""
    found: dict[tuple[int, int, str], float] = {}
    total = 0.0
    for path in itertools.product(range(len(names)), repeat=len(emissions)):
        score = sum(float(emissions[at, label]) for at, label in enumerate(path))
        score += sum(float(transitions[one, two]) for one, two in itertools.pairwise(path))
        weight = float(np.exp(score))
        total += weight
        for span in spans(path, names):
            if names[path[span[0]]][0] == "B":
                found[span] = found.get(span, 0.0) + weight
    return {span: weight / total for span, weight in found.items()}


def swept(rows: Floats, bounds: list[int], transitions: list[Floats]) -> tuple[Ints, Marginals]:
    way = sweep(bounds)
    emissions = way.gathered(rows)
    return paths(emissions, transitions, way)[:, way.step, way.column], Marginals(emissions, transitions, way)


@given(st.integers(0, 10**6), st.lists(st.integers(1, 5), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_a_span_is_as_likely_as_the_paths_that_have_it(seed: int, counts: list[int]) -> None:
    """Two heads and several texts side by side, each against a count of all its paths."""
    draw = np.random.default_rng(seed)
    bounds = [0, *itertools.accumulate(counts)]
    rows = draw.normal(scale=2, size=(bounds[-1], 8)).astype(np.float32)
    # Nothing begins inside: whether a span that does is cut off at its front, no count of spans can tell.
    rows[bounds[:-1], 2] = rows[bounds[:-1], 5] = rows[bounds[:-1], 7] = -50
    transitions = [bio_transitions(names) + draw.normal(size=(len(names),) * 2).astype(np.float32) for names in HEADS]
    best, marginals = swept(rows, bounds, transitions)
    for head, (names, start) in enumerate(zip(HEADS, (0, 3), strict=True)):
        for low, high in itertools.pairwise(bounds):
            first, last = edges(best[head, low:high], [0])
            sure = marginals.of_spans(head, best[head], first + low, last + low, np.full(len(first), high))
            wanted = chance(rows[low:high, start : start + len(names)], transitions[head], names)
            for one, two, probability in zip(first.tolist(), last.tolist(), sure.tolist(), strict=True):
                kind = names[best[head, low + one]][2:]
                assert probability == pytest.approx(wanted[one, two, kind], abs=1e-4)


def test_labels_of_a_place_sum_to_one_in_long_texts_too() -> None:
    count = 3 * STRETCH + MARGIN
    rows = np.random.default_rng(0).normal(scale=3, size=(count, 3)).astype(np.float32)
    _, marginals = swept(rows, [0, count], [bio_transitions(HEADS[0])])
    places = np.arange(count)
    total = sum(marginals.at(0, places, np.full(count, label)) for label in range(3))
    assert np.abs(total - 1).max() < 1e-5


def test_stretches_give_what_one_sweep_over_the_text_would(monkeypatch: pytest.MonkeyPatch) -> None:
    count = 2 * STRETCH + 5
    rows = np.random.default_rng(1).normal(scale=2, size=(count, 5)).astype(np.float32)
    given_ = (rows, [0, count], [bio_transitions(HEADS[1])])
    places, labels = np.arange(count), np.ones(count, dtype=np.int64)
    in_stretches = swept(*given_)[1].at(0, places, labels)
    monkeypatch.setattr("dragoman.tagger.sweeps.STRETCH", 10 * STRETCH)
    assert np.abs(swept(*given_)[1].at(0, places, labels) - in_stretches).max() < 1e-4


def test_emissions_far_apart_give_no_nonsense() -> None:
    """Best labels that are barred, over and over: shares shrink, and are scaled."""
    rows = np.zeros((40, 3), dtype=np.float32)
    rows[:, 2] = 15
    best, marginals = swept(rows, [0, 40], [bio_transitions(HEADS[0])])
    first, last = edges(best[0], [0])
    sure = marginals.of_spans(0, best[0], first, last, np.full(len(first), 40))
    assert ((sure >= 0) & (sure <= 1)).all()
    assert sure[0] > 0.99
