"""WikiGold: names in Wikipedia articles. CC BY 4.0. PER person; ORG organisation; LOC and MISC by the words, as in Re-DocRED."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from training.columns import Tagged, read_tagged, tagged_spans
from training.kinds import ORGANISATION, PERSON, named_kinds, place_kinds
from training.readers.redocred import NAMES
from training.rejoin import rejoin
from training.skips import Reading, held_out
from training.standoff import Document, Layer, Mention, MentionType

NAME = "wikigold"
BREAK = "-DOCSTART-"


def read(folder: Path) -> Reading:
    own: list[Tagged] = []
    number = 0
    for sentence in read_tagged(folder / "wikigold.conll.txt", separator=None):
        if sentence.rows[0][0] == BREAK:
            if own:
                yield _document(own, f"{number:03}")
            own, number = [], number + 1
            continue
        own.append(sentence)
    if own:
        yield _document(own, f"{number:03}")


def _document(sentences: Sequence[Tagged], name: str) -> Document:
    placed = rejoin([sentence.words for sentence in sentences])
    mentions = []
    for sentence, row in zip(sentences, placed.words, strict=True):
        for run in tagged_spans(sentence.tags()):
            span = row[run.first].to(row[run.last - 1])
            mentions.append(Mention(span, _kinds(run.label, placed.text[span.start : span.end]), label=run.label))
    return Document(
        id=name,
        dataset=NAME,
        split=held_out(f"{NAME} {name}"),
        text=placed.text,
        annotated=frozenset({Layer.SENTENCES, Layer.MENTIONS}),
        names_of=NAMES,
        genre="encyclopaedia",
        spaced=False,
        sentences=placed.sentences,
        mentions=tuple(mentions),
    )


def _kinds(label: str, words: str) -> frozenset[MentionType]:
    if label == "LOC":
        return place_kinds(words)
    if label == "MISC":
        return named_kinds(words)
    return frozenset({PERSON if label == "PER" else ORGANISATION})
