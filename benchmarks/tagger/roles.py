"""Roles of attribution on PolNeAR: exact spans of source, cue and content, as CofeNet counts them.

    python -m benchmarks.tagger.roles [--model FOLDER]

CofeNet's protocol: every annotator's file counts (94 files of 84 articles), a span is cut at the edges of paragraphs and every
piece is one of its own, roles are scored apart and not linked. Two differences. CofeNet's BERT models cut a paragraph, and its
gold, at 300 tokens (1.8 % of the development spans are then never scored); here nothing is cut, which can only cost. CofeNet
compares tokens, we compare characters, without blanks at the edges. The published figures are of PolNeAR's test half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.tagger.documents import Wanted, tagged, wanted
from benchmarks.tagger.scores import Score, same
from benchmarks.tagger.tables import Row, show
from dragoman.article import Span
from dragoman.tagger import Tags
from training.standoff import Attribution, Document

ROLES = ("source", "cue", "content")

ANCHORS = {
    "BERT-base + Cofe": {"source": 0.832, "cue": 0.753, "content": 0.729},
    "BERT-base": {"source": 0.811, "cue": 0.740, "content": 0.689},
    "two annotators": {"source": 0.790, "cue": 0.713, "content": 0.716},
}
"""F1. The models: CofeNet's table 6, test half. The annotators: pairs of annotators of 18 articles of train and dev, by us."""

Fragment = tuple[int, int, str]


def scores(of: Wanted) -> dict[str, Score]:
    found = dict.fromkeys(ROLES, Score())
    for document, tags in tagged("polnear", of):
        ours = set(fragments(document.text, said(tags)))
        for version in versions(document):
            gold = set(fragments(document.text, roles_of(version)))
            for role in ROLES:
                found[role] += same((one for one in gold if one[2] == role), (one for one in ours if one[2] == role))
    return found


def said(tags: Tags) -> Iterator[tuple[Span, str]]:
    """Every span that the head found, linked or not."""
    return ((one.span, one.kind) for one in tags.roles)


def versions(document: Document) -> list[tuple[Attribution, ...]]:
    """What each annotator of a document found."""
    return [version.attributions for version in document.versions] or [document.attributions]


def roles_of(attributions: Iterable[Attribution]) -> Iterator[tuple[Span, str]]:
    for one in attributions:
        for role, spans in zip(ROLES, (one.sources, one.cues, one.contents), strict=True):
            yield from ((span, role) for span in spans)


def fragments(text: str, spans: Iterable[tuple[Span, str]]) -> Iterator[Fragment]:
    """Each span cut at line ends, without blanks at its edges."""
    for span, role in spans:
        at = span.start
        for line in text[span.start : span.end].split("\n"):
            if words := line.strip():
                start = at + len(line) - len(line.lstrip())
                yield start, start + len(words), role
            at += len(line) + 1


def figures(*, quick: bool = False) -> dict[str, float]:
    return {f"{role}, exact": score.f1 for role, score in scores(Wanted(quick=quick)).items()}


def main() -> None:
    found = scores(wanted(__doc__))
    rows: list[Row] = [[role, *found[role].cells, *(anchor[role] for anchor in ANCHORS.values())] for role in ROLES]
    show("Roles of attribution, PolNeAR dev, 94 files, exact spans", ["", "P", "R", "F1", *ANCHORS], rows)


if __name__ == "__main__":
    main()
