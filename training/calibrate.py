"""One temperature a head, so that what is said with p is right in a share p of cases.

``python -m training.calibrate WEIGHTS --data PREPARED --into FILE``. Temperatures are chosen on development documents, by the
likelihood of right and wrong; printed beside is the expected calibration error before and after, in ten bins of equal count.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.tagger import labels
from dragoman.tagger.decode import Found, spans_found
from dragoman.tagger.pieces import open_tokenizer
from dragoman.tagger.scorers import Scorers, probabilities
from training.batches import OPEN, Gold
from training.export import opened, scorers
from training.measure import Rows, closed, told
from training.train import encoder_folder, read_sets

GRID = [round(float(one), 3) for one in np.geomspace(0.5, 4.0, 29)]
Said = tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]
"""Probabilities, and whether what was said with them is right."""


def expected_error(said: Said, bins: int = 10) -> float:
    """Mean distance between probability and share right, over bins of equal count."""
    sure, right = said
    order = np.argsort(sure, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return float(sum(len(part) * abs(sure[part].mean() - right[part].mean()) for part in parts) / max(len(sure), 1))


def unlikelihood(said: Said) -> float:
    sure, right = np.clip(said[0], 1e-6, 1 - 1e-6), said[1]
    return float(-np.where(right, np.log(sure), np.log(1 - sure)).mean()) if len(sure) else 0.0


def choice_said(name: str, golds: Sequence[Gold], rows: Sequence[Rows], own: Scorers, temperature: float) -> Said:
    """Of a head that chooses a label: every wordpiece with gold."""
    sure, right = [], []
    for one, figures in zip(golds, rows, strict=True):
        if name in one.choices:
            gold = one.choices[name]
            shares = probabilities(own.part(figures, name), temperature)[gold != OPEN]
            sure.append(shares.max(axis=1, initial=0))
            right.append(shares.argmax(axis=1) == gold[gold != OPEN])
    return np.concatenate(sure).astype(np.float64), np.concatenate(right)


def span_said(name: str, golds: Sequence[Gold], rows: Sequence[Rows], own: Scorers, temperature: float) -> Said:
    """Of a head that tags spans: every span that it found where gold speaks, right if exact."""
    sure, right = [], []
    with_gold = [(one, figures) for one, figures in zip(golds, rows, strict=True) if name in one.sequences]
    found = spans_found([own.part(figures, name) for _, figures in with_gold], name, own.transitions[name], temperature)
    for (one, _), ours in zip(with_gold, found, strict=True):
        gold = closed(one.sequences[name], labels.SEQUENCES[name])
        for span in ours:
            if scored(span, one.sequences[name], labels.SEQUENCES[name]):
                sure.append(span.probability)
                right.append((span.first, span.last, span.kind) in gold)
    return np.asarray(sure, dtype=np.float64), np.asarray(right, dtype=np.bool_)


def scored(span: Found, flags: npt.NDArray[np.bool_], names: Sequence[str]) -> bool:
    """Whether gold can tell the span right from wrong: it leaves neither its type nor its wordpieces open."""
    inside = flags[span.first : span.last]
    return not (inside[:, 0] & inside[:, names.index(f"B-{span.kind}")]).any()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sets", nargs="*", default=[])
    parser.add_argument("--into", type=Path, required=True, help="where the temperatures go, as JSON")
    given = parser.parse_args()
    tagger = opened(given.weights)
    own = scorers(tagger)
    sets = read_sets(given.data, open_tokenizer(encoder_folder() / "tokenizer.json"), given.sets, None)
    golds = [one for many in sets.dev.values() for one in many]
    rows = told(tagger, golds)
    temperatures: dict[str, float] = {}
    for heads, of in (
        ({name for one in golds for name in one.choices}, choice_said),
        ({name for one in golds for name in one.sequences}, span_said),
    ):
        for name in sorted(heads):
            tried = {one: of(name, golds, rows, own, one) for one in GRID}
            best = min(tried, key=lambda one: unlikelihood(tried[one]))
            temperatures[name] = best
            before, after = (round(expected_error(of(name, golds, rows, own, one)), 4) for one in (1.0, best))
            sys.stdout.write(
                json.dumps({"head": name, "temperature": best, "error": [before, after], "count": len(tried[best][0])}) + "\n"
            )
    given.into.write_text(json.dumps(temperatures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
