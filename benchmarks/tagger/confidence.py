"""Whether a probability means what it says: expected calibration error of every head, on documents its curve was not fitted on.

    python -m benchmarks.tagger.confidence [--model FOLDER]                              the table
    python -m benchmarks.tagger.confidence --figure docs/figures/calibration.svg         and the reliability diagrams

Documents are cut in two halves by the hash of their names; a curve (slope and shift on the log-odds, ``training/calibrate.py``)
is fitted on each half and measured on the other, so that every claim is judged under a curve that never saw its document.
``uncalibrated``: the model's own probabilities on the same claims. The error is the mean distance between what was said and the
share that was right, over ten bins of equal count. What is judged, and on which sets: ``claims.py``. Event types come from the
fold models of ``plover.py``.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from benchmarks.halves import Half
from benchmarks.tagger import plover
from benchmarks.tagger.claims import JUDGED, Calibration, Claim, gathered
from benchmarks.tagger.documents import Wanted, add_options, asked, documents
from benchmarks.tagger.reliability import Panel, figure
from benchmarks.tagger.tables import Row, show
from training.calibrate import LAST, Bin, Said, binned, crossed, expected_error, fitted, joined, said

HALVES: tuple[Half, Half] = ("dev", "other")
TO_REACH = 0.05


@dataclass(frozen=True, slots=True)
class Reliability:
    """A head before calibration and after, crosswise; bins for the diagram."""

    count: int
    right: float
    before: float
    after: float
    bins_before: tuple[Bin, ...]
    bins_after: tuple[Bin, ...]


def measured(of: Wanted) -> dict[str, Reliability]:
    """By head, in the order of ``claims.JUDGED``, then event types."""
    first = [head for head in JUDGED if head not in LAST]
    halves = claims_of(first, of, {})
    found = {head: reliability(*(halves[head, half] for half in HALVES)) for head in first}
    for head in LAST:
        found[head] = of_products(head, halves, of)
    return {head: found[head] for head in JUDGED} | plover_reliability()


def claims_of(heads: list[str], of: Wanted, calibration: Calibration) -> dict[tuple[str, Half], Said]:
    found: dict[tuple[str, Half], list[Claim]] = {(head, half): [] for head in heads for half in HALVES}
    for dataset in dict.fromkeys(name for head in heads for name in JUDGED[head][0]):
        wanted = [head for head in heads if dataset in JUDGED[head][0]]
        for key, claims in gathered(documents(dataset, quick=of.quick), wanted, of.model, calibration).items():
            found[key] += claims
    return {key: said(claims) for key, claims in found.items()}


def reliability(one: Said, other: Said) -> Reliability:
    return compared(joined([one, other]), crossed(one, other))


def of_products(head: str, halves: dict[tuple[str, Half], Said], of: Wanted) -> Reliability:
    """A head whose probability is made of others': those are calibrated on one half, then the head on the same half."""
    before = claims_of([head], of, {})
    after = []
    for fit, judge in (HALVES, HALVES[::-1]):
        curves = {name: fitted(claims) for (name, half), claims in halves.items() if half == fit}
        own = claims_of([head], of, {name: (curve.slope, curve.shift) for name, curve in curves.items()})
        sure, right = own[head, judge]
        after.append((fitted(own[head, fit])(sure), right))
    return compared(joined([before[head, half] for half in HALVES]), joined(after))


def compared(before: Said, after: Said) -> Reliability:
    right = float(before[1].mean()) if len(before[1]) else 0.0
    errors = expected_error(before), expected_error(after)
    return Reliability(len(before[1]), right, *errors, tuple(binned(before)), tuple(binned(after)))


def plover_reliability() -> dict[str, Reliability]:
    """Of the event types, as the fold models' file tells it; nothing where it is missing."""
    found = plover.stored()
    if not found:
        return {}
    told = found["reliability"]
    bins = [tuple(Bin(*one) for one in told[name]) for name in ("bins_before", "bins_after")]
    return {"plover": Reliability(told["count"], told["right"], told["before"], told["after"], *bins)}


def figures() -> dict[str, float]:
    """One less the error, so that more is better."""
    return {f"{head}, 1 - error": 1 - one.after for head, one in measured(Wanted()).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("--figure", type=Path, help="where the reliability diagrams go, as SVG")
    options = parser.parse_args()
    found = measured(asked(options))
    rows: list[Row] = [[head, one.count, one.right, f"{one.before:.3f}", f"{one.after:.3f}"] for head, one in found.items()]
    columns = ["", "claims", "right", "uncalibrated", "calibrated, crosswise"]
    show(f"Expected calibration error, ten bins of equal count (to reach: {TO_REACH})", columns, rows)
    if options.figure:
        panels = [Panel(head, one.bins_before, one.bins_after, one.before, one.after) for head, one in found.items()]
        options.figure.parent.mkdir(parents=True, exist_ok=True)
        options.figure.write_text(figure(panels), encoding="utf-8")


if __name__ == "__main__":
    main()
