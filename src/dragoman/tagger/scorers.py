"""What stands beside the graph in a model file: transitions of the CRFs, scorers of pairs, roots, calibration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from dragoman.tagger import labels
from dragoman.tagger.pairs import Floats, Ints, PairScorer

PAIRS = {"arcs": 0, "deprels": 0, "links": 2, "coreference": 3, "parties": 1}
"""Scorers of pairs, with how many features each has."""
EDGE = 1e-6
"""Probabilities are calibrated as if they were this far from 0 and 1."""


@dataclass(frozen=True)
class Scorers:
    """Everything that is read after the encoder. Names and shapes as in training/model.py.

    transitions    a matrix for each head of labels.SEQUENCES
    plover         [types, 4 * width] and its bias
    calibration    head -> slope (above 0) and shift, see ``sure``; a head that is not there says what it says
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
    calibration: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    columns: Mapping[str, tuple[int, int]] = field(default_factory=labels.columns)

    def part(self, rows: Floats, name: str) -> Floats:
        """The columns of one head."""
        start, end = self.columns[name]
        return rows[..., start:end]

    def sure(self, head: str, shares: Floats) -> Floats:
        """Probabilities as they are right in the same share of cases: slope times log-odds and shift, measured on texts that the
        head did not learn from. Applied to what is told, never to what decides.
        """
        if head not in self.calibration:
            return shares
        slope, shift = self.calibration[head]
        kept = np.clip(shares.astype(np.float64), EDGE, 1 - EDGE)
        return np.asarray(1 / (1 + np.exp(-(slope * (np.log(kept) - np.log1p(-kept)) + shift))), dtype=np.float32)


def from_arrays(arrays: Mapping[str, Floats], calibration: Mapping[str, tuple[float, float]]) -> Scorers:
    """Scorers from named arrays. Raises KeyError for one that is missing."""
    return Scorers(
        transitions={name: arrays[f"crf.{name}"] for name in labels.SEQUENCES},
        arc_root=arrays["arc_root"],
        label_root=arrays["label_root"],
        plover=arrays["plover"],
        plover_bias=arrays["plover_bias"],
        calibration=dict(calibration),
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


def probabilities(scores: Floats) -> Floats:
    """Softmax over the last axis."""
    risen = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(risen / risen.sum(axis=-1, keepdims=True), dtype=np.float32)


def chances(scores: Floats, chosen: Ints) -> Floats:
    """What ``probabilities`` gives the best of each row, [rows] of scores [rows, choices]. ``chosen``: which that is."""
    risen = scores - np.take_along_axis(scores, chosen[:, None], axis=1)
    np.exp(risen, out=risen)
    return np.asarray(1 / risen.sum(axis=1), dtype=np.float32)
