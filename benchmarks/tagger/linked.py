"""Whole attributions on PolNeAR: source, cue and content found and linked to each other.

    python -m benchmarks.tagger.linked [--model FOLDER]

``exact``: every piece of all three roles is the same; ``overlapping``: each role shares a character with its counterpart, or
both lack it. Both as Citron counts: precision over ours and recall over gold, each by any match in the document; beside them
the second one to one. ``half of the content``: one to one, contents share at least half of the characters of their union, and
the sources overlap or are both missing (of the cue nothing is asked). All 2,193 attributions of the development half count,
those without a source too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.tagger.documents import Wanted, tagged, wanted
from benchmarks.tagger.scores import Score, any_match, paired
from benchmarks.tagger.tables import show
from dragoman import tagger
from dragoman.article import Span
from training import standoff

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """One attribution by its spans, each role in the order of the text."""

    source: Spans
    cue: Spans
    content: Spans


def exact(one: Whole, two: Whole) -> bool:
    return one == two


def overlapping(one: Whole, two: Whole) -> bool:
    return meet(one.content, two.content) and meet(one.cue, two.cue) and meet(one.source, two.source)


def half_of_content(one: Whole, two: Whole) -> bool:
    return meet(one.source, two.source) and shared(one.content, two.content) >= 0.5


def meet(one: Spans, two: Spans) -> bool:
    """Whether they share a character; a role that one lacks the other must lack too."""
    return any(a.overlaps(b) for a in one for b in two) or not (one or two)


def shared(one: Spans, two: Spans) -> float:
    """Characters of both as a share of the characters of either."""
    left, right = ({at for span in spans for at in range(span.start, span.end)} for spans in (one, two))
    return len(left & right) / len(left | right) if left or right else 0.0


Way = tuple[str, Callable[[list[Whole], list[Whole]], Score], dict[str, str]]

WAYS: tuple[Way, ...] = (
    ("all exact", lambda gold, ours: any_match(gold, ours, exact), {"annotators": "59.1", "Citron, PARC3": "56.7"}),
    ("all overlapping", lambda gold, ours: any_match(gold, ours, overlapping), {"annotators": "79.1", "Citron, PARC3": "83.2"}),
    ("all overlapping, one to one", lambda gold, ours: paired(gold, ours, overlapping), {"rules, dev": "59.8"}),
    ("half of the content", lambda gold, ours: paired(gold, ours, half_of_content), {"annotators": "75.9"}),
)
"""With F1 of others: pairs of annotators of 18 articles of train and dev, by us; Citron's model card, another set; our own
first reader by rules, of 24 November 2026."""


def scores(of: Wanted) -> dict[str, Score]:
    found = {name: Score() for name, _, _ in WAYS}
    for document, tags in tagged("polnear", of):
        gold, ours = list(annotated(document.attributions)), list(said(tags.attributions))
        for name, way, _ in WAYS:
            found[name] += way(gold, ours)
    return found


def annotated(attributions: Iterable[standoff.Attribution]) -> Iterable[Whole]:
    return (Whole(one.sources, one.cues, one.contents) for one in attributions)


def said(attributions: Iterable[tagger.Attribution]) -> Iterable[Whole]:
    return (Whole(one.source, (one.cue,) if one.cue else (), one.content) for one in attributions)


def figures(*, quick: bool = False) -> dict[str, float]:
    return {name: score.f1 for name, score in scores(Wanted(quick=quick)).items()}


def main() -> None:
    found = scores(wanted(__doc__))
    others = ("annotators", "Citron, PARC3", "rules, dev")
    rows = [[name, *found[name].cells, *(anchors.get(one) for one in others)] for name, _, anchors in WAYS]
    show("Whole attributions, PolNeAR dev", ["", "P", "R", "F1", *others], rows)


if __name__ == "__main__":
    main()
