"""Exact spans of source, cue and content as CofeNet counts them: every annotator's file, fragments cut at paragraph edges.

CofeNet cuts rows (and their gold) at 300 tokens; here nothing is left out, which can only cost. Spans that touch only in blanks
and marks at the edge are not the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dragoman.article import Span
from dragoman.tagger import labels
from dragoman.tagger.decode import spans_found
from dragoman.tagger.pairs import Floats
from dragoman.tagger.scorers import Scorers
from training.gold import Gold
from training.measure import f1
from training.standoff import Attribution, Document

Fragment = tuple[int, int, str]


def role_figures(golds: Sequence[Gold], rows: Sequence[Floats], scorers: Scorers) -> dict[str, float]:
    """F1 in per cent by role, over all annotators' versions of each document."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    found = spans_found([scorers.part(one, "roles") for one in rows], "roles", scorers.transitions["roles"])
    for one, ours in zip(golds, found, strict=True):
        starts, ends = one.pieces.starts, one.pieces.ends
        spans = [(Span(int(starts[span.first]), int(ends[span.last - 1])), span.kind) for span in ours]
        predicted = set(fragments(one.document.text, spans))
        for attributions in versions(one.document):
            gold = set(fragments(one.document.text, roles_of(attributions)))
            right.update(kind for _, _, kind in gold & predicted)
            said.update(kind for _, _, kind in predicted)
            wanted.update(kind for _, _, kind in gold)
    return {f"cofenet.{kind}": f1(right[kind], said[kind], wanted[kind]) for kind in labels.ROLES}


def versions(document: Document) -> list[Sequence[Attribution]]:
    return [version.attributions for version in document.versions] or [document.attributions]


def roles_of(attributions: Iterable[Attribution]) -> Iterator[tuple[Span, str]]:
    for one in attributions:
        yield from ((span, "source") for span in one.sources)
        yield from ((span, "cue") for span in one.cues)
        yield from ((span, "content") for span in one.contents)


def fragments(text: str, spans: Iterable[tuple[Span, str]]) -> Iterator[Fragment]:
    """Each span cut at line ends, without blanks at its edges."""
    for span, kind in spans:
        at = span.start
        for line in text[span.start : span.end].split("\n"):
            if words := line.strip():
                start = at + len(line) - len(line.lstrip())
                yield start, start + len(words), kind
            at += len(line) + 1
