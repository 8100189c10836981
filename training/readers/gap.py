"""GAP: one pronoun and two names a snippet, with whether each is its antecedent. Apache-2.0. Development trains, validation
measures.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Mapping
from pathlib import Path

from dragoman.article import Span
from training.skips import Reading, Skip
from training.standoff import Document, Layer, PronounCase, Split

NAME = "gap"
FILES: tuple[tuple[str, Split], ...] = (("development", "train"), ("validation", "dev"))


def read(folder: Path) -> Reading:
    for part, split in FILES:
        source = gzip.decompress((folder / f"gap-{part}.tsv.gz").read_bytes()).decode()
        for row in csv.DictReader(io.StringIO(source), delimiter="\t", quoting=csv.QUOTE_NONE):
            yield _document(row, split)


def _document(row: Mapping[str, str], split: Split) -> Document | Skip:
    text = row["Text"]
    pronoun, first, second = (_span(row[key], row[f"{key}-offset"], text) for key in ("Pronoun", "A", "B"))
    if not (pronoun and first and second):
        return Skip(NAME, row["ID"], "the words at the offsets are others")
    candidates = ((first, row["A-coref"].upper() == "TRUE"), (second, row["B-coref"].upper() == "TRUE"))
    return Document(
        id=row["ID"],
        dataset=NAME,
        split=split,
        text=text,
        annotated=frozenset({Layer.PRONOUNS}),
        genre="encyclopaedia",
        pronouns=(PronounCase(pronoun, candidates),),
    )


def _span(words: str, offset: str, text: str) -> Span | None:
    start = int(offset)
    return Span(start, start + len(words)) if words and text.startswith(words, start) else None
