"""Time expressions with their values: TimeBank and AQUAINT, through the reading's own stages.

    python -m benchmarks.times [--half dev|other] [--wrong]

As in TempEval-3: ``relaxed``, spans that overlap, one to one; ``value``, relaxed and the very TIMEX3 value. The text alone is
read, all of it as body, and the creation time is the page's day. Rules were written on the half ``dev`` of the documents (by the
hash of their names); ``other`` is measured, not looked at. Zones of clock times are left out before values are compared, since
TimeBank has none, and so are values that no one can give: ``XX`` in days that the text tells is compared as it is.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.halves import Half, in_half
from benchmarks.tagger.documents import documents
from benchmarks.tagger.scores import NOTHING, Added, Score, matched, one_to_one, same
from benchmarks.tagger.tables import Row, show
from dragoman.annotate.sentences import find_sentences
from dragoman.annotate.tagged_whens import all_whens
from dragoman.annotate.trees import Trees
from dragoman.annotations import Annotations
from dragoman.article import Article, Part, Span
from dragoman.assemble.timing.times import find_times
from dragoman.tagger import Tagger, Tags
from training.standoff import Document

ANCHORS = {"HeidelTime": ("90.3", "77.6"), "SUTime": ("90.3", "67.4"), "UWTime": ("91.4", "82.4")}
"""F1 relaxed and with the value on TempEval-3 platinum, recalled from the papers (S13-2001, P14-1135), not looked up again."""

Timex = tuple[Span, str | None]


@dataclass(frozen=True, slots=True)
class Found(Added):
    relaxed: Score = NOTHING
    exact: Score = NOTHING
    value: Score = NOTHING


def article_of(document: Document) -> Article:
    """The document's text, all of it running text."""
    whole = Span(len(document.text) - len(document.text.lstrip()), len(document.text.rstrip()))
    return Article(document.id, document.text, "en", (Part("body", whole),))


def read(document: Document, tags: Tags | None) -> list[Timex]:
    article = article_of(document)
    sentences = find_sentences(article)
    trees = Trees(article.text, tags.tokens) if tags is not None else None
    whens = all_whens(article, sentences, tags, trees)
    created = date.fromisoformat((document.date or "")[:10])
    times = find_times(article, Annotations(sentences=sentences, whens=whens), created)
    return [(one.span, one.value.timex) for one in times]


def unzoned(timex: str | None) -> str | None:
    """``2000-04-06T04:00-04:00`` without its zone"""
    if timex is None or "T" not in timex or timex.startswith("P"):
        return timex
    day, _, clock = timex.partition("T")
    return f"{day}T{clock.split('+')[0].split('-')[0].removesuffix('Z')}"


def compared(gold: Sequence[Timex], ours: Sequence[Timex]) -> Found:
    pairs = matched(gold, ours, lambda one, other: one[0].overlaps(other[0]))
    right = sum(gold[one][1] == unzoned(ours[other][1]) for one, other in pairs)
    return Found(
        relaxed=one_to_one(len(pairs), len(ours), len(gold)),
        exact=same((span for span, _ in gold), (span for span, _ in ours)),
        value=one_to_one(right, len(ours), len(gold)),
    )


def readings(half: Half) -> Iterator[tuple[Document, list[Timex], list[Timex]]]:
    """Each document of a half with its annotated times and ours."""
    chosen = [one for one in documents("timebank-aquaint") if in_half(one.id, half)]
    for document, tags in zip(chosen, Tagger().tag([one.text for one in chosen]), strict=True):
        yield document, [(one.span, one.value) for one in document.times], read(document, tags)


def scores(half: Half) -> Found:
    return sum((compared(gold, ours) for _, gold, ours in readings(half)), Found())


def figures() -> dict[str, float]:
    found = scores("other")
    return {"relaxed": found.relaxed.f1, "exact": found.exact.f1, "with the right value": found.value.f1}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--half", choices=("dev", "other"), default="other")
    options.add_argument("--wrong", action="store_true", help="list what is wrong (of the half dev only)")
    chosen = options.parse_args()
    found = scores(chosen.half)
    rows: list[Row] = [
        ["relaxed", *found.relaxed.cells, *(one for one, _ in ANCHORS.values())],
        ["exact", *found.exact.cells],
        ["with the right value", *found.value.cells, *(one for _, one in ANCHORS.values())],
    ]
    show(f"Time expressions, TimeBank + AQUAINT, half {chosen.half}", ["", "P", "R", "F1", *ANCHORS], rows)
    if chosen.wrong and chosen.half == "dev":
        for line in wrong():
            print(line)


def wrong() -> Iterator[str]:
    for document, gold, ours in readings("dev"):
        pairs = dict(matched(gold, ours, lambda one, other: one[0].overlaps(other[0])))
        for at, (span, value) in enumerate(gold):
            other = ours[pairs[at]] if at in pairs else None
            if other is None or unzoned(other[1]) != value or other[0] != span:
                said = f"{document.text[other[0].start : other[0].end]!r} {other[1]}" if other else "missed"
                yield f"{document.id} {document.date} {document.text[span.start : span.end]!r} {value}: {said}"
        for at in sorted(set(range(len(ours))) - set(pairs.values())):
            yield f"{document.id} extra {document.text[ours[at][0].start : ours[at][0].end]!r} {ours[at][1]}"


if __name__ == "__main__":
    main()
