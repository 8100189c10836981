"""Whole attributions on PolNeAR: source, cue and content of one attribution all overlap those of the annotator.

    python -m benchmarks.statements_polnear             the development half
    python -m benchmarks.statements_polnear --causes    also the cues most often missed, and most often read too much

From plain text through the annotate stage; what is ``held`` counts, what stands inside another statement does not: PolNeAR
annotates attitudes and nests nothing. Every page is one run of body text: its title and datelines are read as text too.
Two annotators reach 79.1 F1 by this measure (see the notes on anchors). The data are found by DRAGOMAN_DATA.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.halves import shared
from dragoman.annotate import annotate
from dragoman.annotations import Quotation
from dragoman.article import Article, Part, Span, content_id

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Attribution:
    source: Spans
    cue: Spans
    content: Spans

    def meets(self, other: Attribution) -> bool:
        """Whether all three overlap; a part that one lacks the other must lack too."""
        return overlap(self.content, other.content) and same(self.cue, other.cue) and same(self.source, other.source)


def overlap(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def same(one: Spans, other: Spans) -> bool:
    return overlap(one, other) or not (one or other)


def pages() -> Iterator[dict[str, Any]]:
    with (shared() / "data" / "polnear" / "dev.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def article_of(page: dict[str, Any]) -> Article:
    parts = tuple(Part("body", Span(line.start(), line.end())) for line in re.finditer(r"\S(?:[^\n]*\S)?", page["text"]))
    return Article(content_id("article", page["id"]), page["text"], "en", parts)


def read(page: dict[str, Any]) -> list[Attribution]:
    found = annotate(article_of(page)).quotations
    return [attribution(q) for q in found if q.inside is None and not q.headline]


def attribution(quotation: Quotation) -> Attribution:
    source = [(quotation.source.start, quotation.source.end)] if quotation.source else []
    cue = [(quotation.cue.start, quotation.cue.end)] if quotation.cue else []
    return Attribution(source, cue, [(piece.start, piece.end) for piece in quotation.content])


def gold(page: dict[str, Any]) -> list[Attribution]:
    return [Attribution(a["source"], a["cue"], a["content"]) for a in page["attributions"]]


@dataclass(frozen=True)
class Counts:
    matched: int
    gold: int
    read: int
    missed: Counter[str]
    extra: Counter[str]

    @property
    def f1(self) -> float:
        return 2 * self.matched / (self.gold + self.read)


def count() -> Counts:
    matched = wanted = given = 0
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for page in pages():
        left = read(page)
        given += len(left)
        for one in gold(page):
            wanted += 1
            partner = next((other for other in left if one.meets(other)), None)
            if partner is None:
                missed[words(page["text"], one.cue)] += 1
            else:
                matched += 1
                left.remove(partner)
        extra.update(words(page["text"], one.cue) for one in left)
    return Counts(matched, wanted, given, missed, extra)


def words(text: str, spans: Spans) -> str:
    return " ".join(text[start:end].lower() for start, end in spans) or "(none)"


def figures() -> dict[str, float]:
    return {"whole attributions, all overlapping": count().f1}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--causes", action="store_true", help="cues most often missed, and read too much")
    wanted = parser.parse_args()
    counts = count()
    precision, recall = counts.matched / counts.read, counts.matched / counts.gold
    print(f"whole attributions, all overlapping: F1 {100 * counts.f1:.1f}, precision {100 * precision:.1f},", end=" ")
    print(f"recall {100 * recall:.1f}")
    print(f"({counts.matched} matched, {counts.gold} annotated, {counts.read} read; two annotators: F1 79.1)")
    if wanted.causes:
        print("missed:  ", counts.missed.most_common(40))
        print("too much:", counts.extra.most_common(40))


if __name__ == "__main__":
    main()
