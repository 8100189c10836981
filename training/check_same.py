"""Whether a model folder says what the trained weights say: ``python -m training.check_same WEIGHTS FOLDER --data PREPARED``.

Single precision must agree within ROUNDING; bytes may cost at most LOSS points on any head.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped,unused-ignore]

from dragoman.tagger.model_file import GRAPH
from dragoman.tagger.pieces import open_tokenizer
from dragoman.tagger.session import encoded
from training.export import opened
from training.gold import Gold
from training.measure import Figures, figures_of, told
from training.train import encoder_folder, read_sets

ROUNDING = 1e-3
LOSS = 0.5


def lost(before: Figures, after: Figures) -> Figures:
    """Points lost by figure, where any were."""
    return {name: round(value - after[name], 2) for name, value in before.items() if after[name] < value}


def judged(figures: Figures) -> Figures:
    """Those of whole heads and of the roles: of one type of a head a set may have a dozen, and its figure jumps by points."""
    types = {name for name in figures if "." in name and f"{name.split('.')[0]}.all" in figures and not name.endswith(".all")}
    return {name: value for name, value in figures.items() if name not in types}


def compared(weights: Path, folder: Path, golds: Sequence[Gold]) -> tuple[float, Figures, Figures]:
    """Largest difference of a figure of any wordpiece's row; figures in torch and in the folder's graph."""
    tagger = opened(weights)
    session = onnxruntime.InferenceSession(folder / GRAPH, providers=["CPUExecutionProvider"])
    ours, theirs = told(tagger, golds), encoded(session, [one.pieces for one in golds])
    apart = max(float(np.abs(one - two).max(initial=0)) for one, two in zip(ours, theirs, strict=True))
    return apart, figures_of(tagger, golds, ours), figures_of(tagger, golds, theirs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sets", nargs="*", default=[])
    parser.add_argument("--whole", action="store_true", help="the folder is in single precision")
    parser.add_argument("--most", type=int, help="documents a set")
    given = parser.parse_args()
    sets = read_sets(given.data, open_tokenizer(encoder_folder() / "tokenizer.json"), given.sets, given.most)
    fine = True
    for name, golds in sets.dev.items():
        apart, before, after = compared(given.weights, given.folder, golds)
        fell = lost(before, after)
        fine &= apart <= ROUNDING if given.whole else max(lost(judged(before), judged(after)).values(), default=0.0) <= LOSS
        sys.stdout.write(json.dumps({"set": name, "apart": apart, "torch": before, "onnx": after, "lost": fell}) + "\n")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
