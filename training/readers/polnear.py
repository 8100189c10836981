"""PolNeAR: attributions in news. No licence stated for the annotations; texts belong to seven publishers.

``train.jsonl`` has one annotator an article; ``*.multi.jsonl`` has every annotator of the shared articles, one line each.
Source, cue and content map as they are. The annotators' marks ("Discard", "Discuss") become masks of attributions: "Discard" is
page furniture that they were told to pass over, "Discuss" a stretch they were unsure of; not on dev, whose published protocol
scores all. A fragment selected with a blank at its edge is trimmed: the words are the same.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.article import Span
from training.skips import Reading, Skip
from training.standoff import Attribution, Document, Layer, Mask, Split, Version

NAME = "polnear"


def read(folder: Path) -> Reading:
    splits: tuple[Split, ...] = ("train", "dev")
    for split in splits:
        versions = _versions(_lines(folder / f"{split}.multi.jsonl"))
        for article in _lines(folder / f"{split}.jsonl"):
            yield from _document(article, split, versions.get(article["id"], ()))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _versions(articles: Iterator[dict[str, Any]]) -> dict[str, tuple[Version, ...]]:
    found = defaultdict(list)
    for article in articles:
        read = (_attribution(one, article["text"]) for one in article["attributions"])
        kept = tuple(one for one in read if one)
        found[article["id"]].append(Version(article["annotator"], kept))
    return {name: tuple(sorted(many, key=lambda one: one.annotator)) for name, many in found.items()}


def _attribution(one: dict[str, Any], text: str) -> Attribution | None:
    """None where a fragment does not stand in the text."""
    roles = [[trimmed(start, end, text) for start, end in sorted(one[role])] for role in ("source", "cue", "content")]
    source, cue, content = (tuple(span for span in role if span) for role in roles)
    if any(span is None for role in roles for span in role):
        return None
    return Attribution(one["id"], source, cue, content, one["kind"])


def trimmed(start: int, end: int, text: str) -> Span | None:
    """The span without blanks at its edges; None if it ends after the text or holds nothing."""
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    return Span(begin, begin + len(words.strip())) if end <= len(text) and words.strip() else None


def _document(article: dict[str, Any], split: Split, versions: tuple[Version, ...]) -> Reading:
    text = article["text"]
    read = [(one["id"], _attribution(one, text)) for one in article["attributions"]]
    for name, found in read:
        if not found:
            yield Skip(NAME, f"{article['id']} {name}", "a fragment outside the text")
    marks = [] if split == "dev" else [(mark["label"], Span(*span)) for mark in article["marks"] for span in mark["spans"]]
    layers = frozenset({Layer.ATTRIBUTIONS})
    yield Document(
        id=article["id"],
        dataset=NAME,
        split=split,
        text=text,
        annotated=layers,
        genre="news",
        date=article["date"],
        attributions=tuple(found for _, found in read if found),
        versions=versions,
        masks=tuple(Mask(span, layers, f"annotator's mark: {label}") for label, span in marks),
    )
