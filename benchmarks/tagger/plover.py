"""PLOVER types of events on PLV, parties given, by models that did not learn from the sentence: five folds.

    python -m benchmarks.tagger.plover

The shipped model has learnt from all of PLV, so it can't be measured there. ``training/plover_folds.py`` trains five models
from the weights before PLV, each without one fold (a sentence is in one fold with all its rows), and writes what they reach to
``plover.json``: only figures and hashes, no text. Here they are shown and held against their floors, and checked to be of these
data. CONCEDE and RETREAT count as one class, as PLV was labelled before PLOVER parted them: 15 classes. ``without the
parties``: the sentence alone.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.halves import shared
from benchmarks.tagger.tables import Row, show

FILE = Path(__file__).with_suffix(".json")
PREDICTIONS = Path(__file__).parents[1] / "out" / "plover.jsonl"
"""Where the fold models leave every prediction: outside git."""

ANCHORS = (
    ("ZSP, roberta-large 355 M, PLV test", ".838", ".824"),
    ("first pass against adjudicated, people", ".906", None),
    ("TF-IDF with parties, PLV train in folds", None, ".715"),
    ("TF-IDF without parties", None, ".691"),
)
"""Accuracy and macro-F1; the notes on anchors for events."""


@lru_cache(maxsize=1)
def stored() -> dict[str, Any]:
    """What the fold models reached; empty where they were not trained yet."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return found


def figures() -> dict[str, float]:
    """Raises SystemExit where the figures are missing, or of other data than these."""
    found = stored()
    if not found:
        raise SystemExit(f"{FILE.name} is missing: run `python -m training.plover_folds` (see training/README.md).")
    data = hashlib.sha256((shared() / "data" / "plv" / "train.tsv").read_bytes()).hexdigest()
    if found["data"] != data:
        raise SystemExit(f"{FILE.name} was measured on other data ({found['data'][:16]}, now {data[:16]}): train the folds anew.")
    return {
        "accuracy": found["parties given"]["accuracy"],
        "macro-F1": found["parties given"]["macro_f1"],
        "macro-F1 without the parties": found["without the parties"]["macro_f1"],
    }


def main() -> None:
    figures()
    found = stored()
    rows: list[Row] = [
        (f"Dragoman, {way}", f"{found[way]['accuracy']:.3f}", f"{found[way]['macro_f1']:.3f}")
        for way in ("parties given", "without the parties")
    ]
    title = f"PLOVER types, PLV, five folds, {found['count']} events (start {found['start'][:12]})"
    show(title, ["", "accuracy", "macro-F1"], [*rows, *ANCHORS])
    by_class = found["parties given"]["f1"]
    counts = found["by class"]
    show("By class", ["", "events", "F1"], [[name, counts[name], by_class[name]] for name in sorted(by_class)])


if __name__ == "__main__":
    main()
