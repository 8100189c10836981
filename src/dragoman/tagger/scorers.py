"""What stands beside the graph in a model file: transitions of the CRFs, scorers of pairs, roots, temperatures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from dragoman.tagger import labels
from dragoman.tagger.pairs import Floats, PairScorer

PAIRS = {"arcs": 0, "deprels": 0, "links": 2, "coreference": 3, "parties": 1}
"""Scorers of pairs, with how many features each has."""


@dataclass(frozen=True)
class Scorers:
    """Everything that is read after the encoder. Names and shapes as in training/model.py.

    transitions    a matrix for each head of labels.SEQUENCES
    plover         [types, 4 * width] and its bias
    temperatures   by head: what its scores are divided by before they become probabilities
    """

    transitions: Mapping[str, Floats]
    arcs: PairScorer
    deprels: PairScorer
    links: PairScorer
    coreference: PairScorer
    parties: PairScorer
    arc_root: Floats
    label_root: Floats
    plover: Floats
    plover_bias: Floats
    temperatures: Mapping[str, float] = field(default_factory=dict)
    columns: Mapping[str, tuple[int, int]] = field(default_factory=labels.columns)

    def part(self, rows: Floats, name: str) -> Floats:
        """The columns of one head."""
        start, end = self.columns[name]
        return rows[..., start:end]

    def temperature(self, head: str) -> float:
        return self.temperatures.get(head, 1.0)


def from_arrays(arrays: Mapping[str, Floats], temperatures: Mapping[str, float]) -> Scorers:
    """Scorers from named arrays. Raises KeyError for one that is missing."""
    return Scorers(
        transitions={name: arrays[f"crf.{name}"] for name in labels.SEQUENCES},
        arc_root=arrays["arc_root"],
        label_root=arrays["label_root"],
        plover=arrays["plover"],
        plover_bias=arrays["plover_bias"],
        temperatures=dict(temperatures),
        arcs=_pairs(arrays, "arcs"),
        deprels=_pairs(arrays, "deprels"),
        links=_pairs(arrays, "links"),
        coreference=_pairs(arrays, "coreference"),
        parties=_pairs(arrays, "parties"),
    )


def _pairs(arrays: Mapping[str, Floats], name: str) -> PairScorer:
    return PairScorer(
        bilinear=arrays[f"{name}.bilinear"],
        left=arrays[f"{name}.left"],
        right=arrays[f"{name}.right"],
        bias=arrays[f"{name}.bias"],
        features=tuple(arrays[f"{name}.feature{number}"] for number in range(PAIRS[name])),
    )


def probabilities(scores: Floats, temperature: float = 1.0) -> Floats:
    """Softmax over the last axis."""
    risen = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    return np.asarray(risen / risen.sum(axis=-1, keepdims=True), dtype=np.float32)
