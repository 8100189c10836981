"""Time expressions in TimeBank and AQUAINT: newswire of 1989 to 2000 that nothing is learnt from.

    python -m benchmarks.tagger.times [--model FOLDER] [--quick]

As in TempEval-3: ``relaxed``, spans that overlap, one to one; ``exact``, the same span. ``with the right type``: relaxed, and
DATE, TIME, DURATION or SET as annotated. ``type of those matched``: share of the relaxed matches. Values (which day it is) are
not the tagger's work. The published figures are of TempEval-3's own test articles, 138 times in 20 of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.tagger.documents import Wanted, tagged, wanted
from benchmarks.tagger.scores import NOTHING, Added, Score, matched, one_to_one, same
from benchmarks.tagger.tables import Row, show
from dragoman.article import Span
from dragoman.tagger import Tags
from training.standoff import Document

ANCHORS = {"HeidelTime": ("90.3", "81.3"), "SUTime": ("90.3", "79.6"), "UWTime": ("91.4", "83.1")}
"""F1 relaxed and exact on TempEval-3 platinum, recalled from the papers (S13-2001, P14-1135), not looked up again."""

When = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class Times(Added):
    """``typed``: relaxed matches of the right type, against all; ``types``: of the relaxed matches, those of the right type."""

    relaxed: Score = NOTHING
    exact: Score = NOTHING
    typed: Score = NOTHING

    @property
    def types(self) -> float:
        return self.typed.hit / self.relaxed.hit if self.relaxed.hit else 0.0


def scores(of: Wanted) -> Times:
    return sum((compared(annotated(document), said(tags)) for document, tags in tagged("timebank-aquaint", of)), Times())


def annotated(document: Document) -> list[When]:
    return [(one.span, (one.kind or "").lower()) for one in document.times]


def said(tags: Tags) -> list[When]:
    return [(one.span, one.kind) for one in tags.whens]


def compared(gold: list[When], ours: list[When]) -> Times:
    """One document."""
    pairs = matched(gold, ours, lambda one, other: one[0].overlaps(other[0]))
    right = sum(gold[one][1] == ours[other][1] for one, other in pairs)
    return Times(
        relaxed=one_to_one(len(pairs), len(ours), len(gold)),
        exact=same((span for span, _ in gold), (span for span, _ in ours)),
        typed=one_to_one(right, len(ours), len(gold)),
    )


def figures(*, quick: bool = False) -> dict[str, float]:
    found = scores(Wanted(quick=quick))
    return {"relaxed": found.relaxed.f1, "exact": found.exact.f1, "type of those matched": found.types}


def main() -> None:
    found = scores(wanted(__doc__))
    rows: list[Row] = [
        ["relaxed", *found.relaxed.cells, *(one for one, _ in ANCHORS.values())],
        ["exact", *found.exact.cells, *(one for _, one in ANCHORS.values())],
        ["with the right type", *found.typed.cells],
        ["type of those matched", None, None, found.types],
    ]
    show("Time expressions, TimeBank + AQUAINT", ["", "P", "R", "F1", *ANCHORS], rows)


if __name__ == "__main__":
    main()
