"""PLOVER types by models that did not learn from the sentence: ``python -m training.plover_folds --start WEIGHTS --data
PREPARED``.

Five models start from the weights before PLV (``broad/averaged.pt``), each learns the four folds that are not its own as the
last stage learns PLV, PLV alone, and reads its own fold, parties given. Figures, hashes and the calibration of the
probabilities go to ``benchmarks/tagger/plover.json``, which is committed; every prediction, without its text, to
``--predictions``, which is not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.tagger import labels
from dragoman.tagger.pieces import open_tokenizer
from dragoman.tagger.plover import plover_scores
from dragoman.tagger.scorers import probabilities
from training.calibrate import Said, binned, crossed, expected_error, fitted
from training.export import scorers
from training.gold import Gold
from training.measure import told
from training.train import CONFIG, WORK, encoder_folder, read_sets, stages, train

ROOT = Path(__file__).parents[1]
FIGURES = ROOT / "benchmarks" / "tagger" / "plover.json"
PREDICTIONS = ROOT / "benchmarks" / "out" / "plover.jsonl"
FOLDS = range(5)
YIELD = ("CONCEDE", "RETREAT")
CLASSES = tuple(dict.fromkeys("YIELD" if name in YIELD else name for name in labels.PLOVER))
WAYS = ("parties given", "without the parties")


@dataclass(frozen=True, slots=True)
class Prediction:
    """``way`` -> probability of each class."""

    id: str
    fold: int
    gold: str
    shares: Mapping[str, npt.NDArray[np.float64]]

    def best(self, way: str) -> str:
        return CLASSES[int(self.shares[way].argmax())]


SCALED = ("encoder", "heads", "scorers", "tables")


def config_of(passes: int | None, rate: float) -> dict[str, Any]:
    """That of the stage which reads PLV first, with PLV alone. ``rate`` multiplies its rates."""
    config = next(own for _, own in stages(tomllib.loads(CONFIG.read_text(encoding="utf-8"))) if "plv" in own["passes"])
    rates = {name: value * rate if name in SCALED else value for name, value in config["rate"].items()}
    return config | {"rate": rates, "passes": {"plv": passes or config["passes"]["plv"]}}


def predictions(golds: Sequence[Gold], config: Mapping[str, Any], start: Path, work: Path, threads: int) -> list[Prediction]:
    found: list[Prediction] = []
    for fold in FOLDS:
        own = [one for one in golds if one.document.fold == fold]
        others = [one for one in golds if one.document.fold != fold]
        tagger = train({"plv": others}, config, start, work / str(fold), threads)
        weights = scorers(tagger.eval())
        for one, rows in zip(own, told(tagger, own), strict=True):
            (event,) = one.events
            shares = {
                way: merged(probabilities(plover_scores(rows, event.clause, *parties, weights)))
                for way, parties in zip(WAYS, ((event.source, event.target), (None, None)), strict=True)
            }
            found.append(Prediction(one.document.id, fold, one.document.events[0].label, shares))
    return found


def merged(shares: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """Sixteen types as PLV's fifteen classes."""
    found = np.zeros(len(CLASSES))
    for name, share in zip(labels.PLOVER, shares, strict=True):
        found[CLASSES.index("YIELD" if name in YIELD else name)] += float(share)
    return found


def reached(found: Sequence[Prediction], way: str) -> dict[str, Any]:
    """Accuracy, F1 of each class, and their mean over the classes that are there."""
    pairs = [(one.gold, one.best(way)) for one in found]
    right = Counter(gold for gold, ours in pairs if gold == ours)
    wanted, said = Counter(gold for gold, _ in pairs), Counter(ours for _, ours in pairs)
    f1 = {name: round(2 * right[name] / (wanted[name] + said[name]), 4) for name in sorted(wanted)}
    folds = [[one.gold == one.best(way) for one in found if one.fold == fold] for fold in FOLDS]
    mean = sum(2 * right[name] / (wanted[name] + said[name]) for name in wanted) / len(wanted)
    return {
        "accuracy": round(right.total() / len(pairs), 4),
        "macro_f1": round(mean, 4),
        "by fold": [round(sum(fold) / max(1, len(fold)), 4) for fold in folds],
        "f1": f1,
    }


def claims(found: Sequence[Prediction]) -> Said:
    """Probability of the chosen class, and whether it is right."""
    shares = [one.shares[WAYS[0]].max() for one in found]
    return np.asarray(shares), np.asarray([one.gold == one.best(WAYS[0]) for one in found])


def reliability(found: Sequence[Prediction]) -> dict[str, Any]:
    """Calibration crosswise: a curve fitted on folds 0, 2 and 4 is measured on 1 and 3, and the reverse."""
    halves = [claims([one for one in found if one.fold % 2 == half]) for half in (0, 1)]
    before, after = claims(found), crossed(*halves)
    bins = {
        name: [[round(one.said, 4), round(one.right, 4), one.count] for one in binned(side)]
        for name, side in (("bins_before", before), ("bins_after", after))
    }
    errors = {"before": round(expected_error(before), 4), "after": round(expected_error(after), 4)}
    return {"count": len(found), "right": round(float(before[1].mean()), 4)} | errors | bins


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True, help="weights that have not seen PLV")
    parser.add_argument("--data", type=Path, required=True, help="what training.prepare wrote")
    parser.add_argument("--work", type=Path, default=WORK / "plover-folds")
    parser.add_argument("--passes", type=int, help="instead of the last stage's")
    parser.add_argument("--rate", type=float, default=1.0, help="what the last stage's rates are multiplied by")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--into", type=Path, default=FIGURES)
    parser.add_argument("--predictions", type=Path, default=PREDICTIONS)
    given = parser.parse_args()
    start = hashlib.sha256(given.start.read_bytes()).hexdigest()
    sets = read_sets(given.data, open_tokenizer(encoder_folder() / "tokenizer.json"), ["plv"], None)
    config = config_of(given.passes, given.rate)
    found = predictions(sets.train["plv"], config, given.start, given.work / start[:12], given.threads)
    curve = fitted(claims(found))
    sources = json.loads((given.data / "manifest.json").read_text(encoding="utf-8"))["sources"]
    figures = {
        "data": sources["plv/train.tsv"],
        "start": start,
        "config": config,
        "count": len(found),
        "by class": dict(sorted(Counter(one.gold for one in found).items())),
        "curve": [curve.slope, curve.shift],
        "reliability": reliability(found),
    } | {way: reached(found, way) for way in WAYS}
    given.into.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    given.predictions.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        {"id": one.id, "gold": one.gold, "ours": one.best(WAYS[0]), "probability": round(float(one.shares[WAYS[0]].max()), 4)}
        for one in found
    ]
    given.predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    sys.stdout.write(json.dumps({way: {key: figures[way][key] for key in ("accuracy", "macro_f1")} for way in WAYS}) + "\n")


if __name__ == "__main__":
    main()
