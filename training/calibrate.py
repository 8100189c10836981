"""Makes probabilities mean what they say: ``python -m training.calibrate FOLDER --data PREPARED``.

Of every head, a curve with two numbers (Platt: slope and shift on the log-odds) from the probability that comes out of the
model to the share that is right, fitted on development documents by likelihood, and written into the model folder's
``tagger.json``. A curve changes no decision, only what is said of it. Sets that are measures only (worldwide newswire for
names, TimeBank and AQUAINT for times and triggers) give half of their documents, by the hash of their names;
``benchmarks/tagger/confidence.py`` measures on documents that a curve was not fitted on. ``--plover``: what
``training/plover_folds.py`` wrote, for the curve of the event types.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Said = tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]
"""Probabilities, and whether what was said with them is right."""

EDGE = 1e-6
"""Probabilities are kept this far from 0 and 1, as Scorers.sure does."""
FLATTEST, STEPS = 0.05, 50
MEASURES = frozenset({"worldwide-newswire", "timebank-aquaint"})
LAST = ("attributions",)
"""Heads whose probability is made of others', fitted when those are."""


@dataclass(frozen=True, slots=True)
class Curve:
    """p becomes 1 / (1 + exp(-(slope * log-odds of p + shift))); the slope is above 0, so order stays."""

    slope: float = 1.0
    shift: float = 0.0

    def __call__(self, sure: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.asarray(1 / (1 + np.exp(-(self.slope * odds(sure) + self.shift))))


def odds(sure: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    kept = np.clip(sure, EDGE, 1 - EDGE)
    return np.asarray(np.log(kept) - np.log1p(-kept))


def said(claims: Iterable[tuple[float, bool]]) -> Said:
    pairs = list(claims)
    return np.asarray([one for one, _ in pairs], dtype=np.float64), np.asarray([one for _, one in pairs], dtype=np.bool_)


def fitted(claims: Said) -> Curve:
    """The curve under which the claims are likeliest, by Newton's steps; it is drawn to "no change" as by one claim more."""
    log_odds, right = odds(claims[0]), claims[1].astype(np.float64)
    design = np.stack([log_odds, np.ones_like(log_odds)], axis=1)
    start = np.array([1.0, 0.0])
    found = start
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-np.clip(design @ found, -500, 500)))
        slope = design.T @ (share - right) + (found - start)
        bend = (design * (share * (1 - share))[:, None]).T @ design + np.eye(2)
        step = np.linalg.solve(bend, slope)
        found = found - step / max(1.0, float(np.abs(step).max()))
        if np.abs(step).max() < 1e-9:
            break
    return Curve(max(FLATTEST, round(float(found[0]), 4)), round(float(found[1]), 4))


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like probability: mean of what was said, share that was right, how many."""

    said: float
    right: float
    count: int


def binned(claims: Said, count: int = 10) -> list[Bin]:
    """Bins of equal count, by probability."""
    sure, right = claims
    parts = np.array_split(np.argsort(sure, kind="stable"), count)
    return [Bin(float(sure[part].mean()), float(right[part].mean()), len(part)) for part in parts if len(part)]


def expected_error(claims: Said, count: int = 10) -> float:
    """Expected calibration error: mean distance between what was said and the share right, over bins of equal count."""
    bins = binned(claims, count)
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.said - one.right) for one in bins) / total if total else 0.0


def joined(parts: Sequence[Said]) -> Said:
    return np.concatenate([sure for sure, _ in parts]), np.concatenate([right for _, right in parts])


def crossed(one: Said, other: Said) -> Said:
    """Claims of both halves, each calibrated by a curve fitted on the other half."""
    return joined([(fitted(other)(one[0]), one[1]), (fitted(one)(other[0]), other[1])])


def curves(prepared: Path, model: Path) -> dict[str, tuple[Curve, Said]]:
    """Head -> its curve and the claims that it was fitted to. Heads whose sets are not there are left out."""
    from benchmarks.tagger.claims import JUDGED

    found: dict[str, tuple[Curve, Said]] = {}
    for heads in ([head for head in JUDGED if head not in LAST], LAST):
        calibration = {head: (curve.slope, curve.shift) for head, (curve, _) in found.items()}
        for head, claims in of_heads(prepared, model, heads, calibration).items():
            found[head] = (fitted(claims), claims)
    return found


def of_heads(
    prepared: Path, model: Path, heads: Sequence[str], calibration: Mapping[str, tuple[float, float]]
) -> dict[str, Said]:
    from benchmarks.halves import half_of
    from benchmarks.tagger.claims import JUDGED, Claim, gathered
    from training.standoff import read_documents

    found: dict[str, list[Claim]] = {}
    for dataset in sorted({name for head in heads for name in JUDGED[head][0]}):
        path = prepared / f"{dataset}.dev.jsonl"
        if path.exists():
            own = [one for one in read_documents(path) if dataset not in MEASURES or half_of(one.id) == "dev"]
            wanted = [head for head in heads if dataset in JUDGED[head][0]]
            for (head, _), claims in gathered(own, wanted, model, calibration).items():
                found.setdefault(head, []).extend(claims)
    return {head: said(claims) for head, claims in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, metavar="FOLDER", help="what training.export wrote; its tagger.json is changed")
    parser.add_argument("--data", type=Path, required=True, help="what training.prepare wrote")
    parser.add_argument("--plover", type=Path, help="what training.plover_folds wrote: its curve is taken over")
    given = parser.parse_args()
    calibration = {}
    for head, (curve, claims) in curves(given.data, given.model).items():
        calibration[head] = [curve.slope, curve.shift]
        before, after = (round(expected_error(one), 4) for one in (claims, (curve(claims[0]), claims[1])))
        line = {"head": head, "curve": calibration[head], "error": [before, after], "count": len(claims[0])}
        sys.stdout.write(json.dumps(line) + "\n")
    if given.plover:
        calibration["plover"] = json.loads(given.plover.read_text(encoding="utf-8"))["curve"]
    about = given.model / "tagger.json"
    told = json.loads(about.read_text(encoding="utf-8")) | {"calibration": calibration}
    about.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
