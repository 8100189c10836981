"""What a page's time goes to: extract, the tagger, and the stages after the model, in one run.

    python -m benchmarks.speed_statements                  200 articles of the newswire, drawn with a fixed seed
    python -m benchmarks.speed_statements --articles 50

Each article goes through the stages by itself, as ``pipeline.read`` takes it. The tagger's time is what passes inside its
methods; "annotate" is the rest of that stage. The share that must stay at 15 % or less is that of annotate and assemble in the
whole. Runs in a process of its own, with one thread (numpy's own threads are switched off); seconds are of the processor, since
others may use the machine too. Each article is read twice and the quicker reading counts, stage by stage.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, astuple, dataclass
from typing import TypeVar

from benchmarks.newswire import articles
from benchmarks.tagger.scores import Added
from benchmarks.tagger.tables import Row, show
from dragoman.annotate import annotate
from dragoman.article import Page
from dragoman.assemble import assemble
from dragoman.extract import extract, media_type
from dragoman.record import Provenance, Reader
from dragoman.tagger import Clause, Tagger, Tags

MUST = 0.15
ROUNDS = 2
SEED = 20261125
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Seconds(Added):
    """What each stage took; ``annotate`` is without the tagger."""

    extract: float = 0.0
    tagger: float = 0.0
    annotate: float = 0.0
    assemble: float = 0.0

    @property
    def after(self) -> float:
        """Share of the stages after the model in the whole."""
        whole = sum(astuple(self))
        return (self.annotate + self.assemble) / whole if whole else 0.0

    def least(self, other: Seconds) -> Seconds:
        return Seconds(*map(min, astuple(self), astuple(other)))


class TimedTagger:
    """The shipped tagger, and how long it was asked."""

    def __init__(self) -> None:
        self._tagger = Tagger()
        self.seconds = 0.0

    @property
    def sha256(self) -> str:
        return self._tagger.sha256

    def tag(self, texts: Sequence[str]) -> list[Tags]:
        return self._timed(lambda: self._tagger.tag(texts))

    def types(self, text: str, clauses: Sequence[Clause]) -> list[dict[str, float]]:
        return self._timed(lambda: self._tagger.types(text, clauses))

    def _timed(self, what: Callable[[], Made]) -> Made:
        made, took = timed(what)
        self.seconds += took
        return made


def timed(what: Callable[[], Made]) -> tuple[Made, float]:
    began = time.process_time()
    made = what()
    return made, time.process_time() - began


def stages(page: Page, tagger: TimedTagger) -> Seconds:
    """One page, read once."""
    before = tagger.seconds
    article, extracting = timed(lambda: extract(page))
    annotations, annotating = timed(lambda: annotate(article, tagger))
    tagging = tagger.seconds - before
    provenance, reader = Provenance.of(page, article, media_type(page)), Reader("timed")
    _, assembling = timed(lambda: assemble(article, annotations, page=provenance, reader=reader))
    return Seconds(extracting, tagging, annotating - tagging, assembling)


def measured(count: int) -> Seconds:
    pages, _ = articles()
    tagger = TimedTagger()
    chosen = random.Random(SEED).sample(pages, min(count, len(pages)))
    stages(chosen[0], tagger)
    total = Seconds()
    for page in chosen:
        first, *others = (stages(page, tagger) for _ in range(ROUNDS))
        for other in others:
            first = first.least(other)
        total += first
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        print(json.dumps(asdict(measured(given.articles))))
        return
    found = in_own_process(given.articles)
    whole = sum(astuple(found))
    rows: list[Row] = [[name, f"{1000 * took / given.articles:.1f}", took / whole] for name, took in asdict(found).items()]
    show(f"A page's time, {given.articles} articles, one thread", ["", "ms a page", "% of it"], rows)
    print(f"after the model: {100 * found.after:.1f} % (at most {100 * MUST:.0f} %)")


def in_own_process(count: int) -> Seconds:
    """numpy's threads are set when it is imported."""
    limits = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [sys.executable, "-m", "benchmarks.speed_statements", "--articles", str(count), "--alone"]
    told = subprocess.run(command, env=os.environ | limits, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return Seconds(**json.loads(told))


if __name__ == "__main__":
    main()
