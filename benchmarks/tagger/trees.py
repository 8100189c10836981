"""Parses compared: as the scorer of the CoNLL 2018 shared task does, words of both sides met by their characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.tagger.scores import NOTHING, Added, Score, one_to_one, same

ROOT = -1


@dataclass(frozen=True, slots=True)
class Word:
    """``head``: index of the governing word among the words of the document, or ROOT."""

    start: int
    end: int
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Parse(Added):
    """Scores of words as such, their parts of speech, heads, and heads with labels; ``full``: labels with their subtypes."""

    words: Score = NOTHING
    upos: Score = NOTHING
    uas: Score = NOTHING
    las: Score = NOTHING
    full: Score = NOTHING


def compared(gold: Sequence[Word], ours: Sequence[Word]) -> Parse:
    """One document. Precision is over our words, recall over the annotated ones."""
    places = {(word.start, word.end): at for at, word in enumerate(ours)}
    met = {at: places[word.start, word.end] for at, word in enumerate(gold) if (word.start, word.end) in places}
    met_root = met | {ROOT: ROOT}
    tagged = headed = labelled = full = 0
    for at, own in met.items():
        one, other = gold[at], ours[own]
        tagged += one.upos == other.upos
        if met_root.get(one.head) == other.head:
            headed += 1
            labelled += universal(one.deprel) == universal(other.deprel)
            full += one.deprel == other.deprel
    return Parse(*(one_to_one(right, len(ours), len(gold)) for right in (len(met), tagged, headed, labelled, full)))


def universal(deprel: str) -> str:
    """A label without its subtype, which the scorer leaves out."""
    return deprel.partition(":")[0]


def sentences(gold: Iterable[tuple[int, int]], starts: Sequence[int], text: str) -> Score:
    """Sentences with both ends right. ``starts``: where ours begin; each ends before the next, without blanks."""
    ends = [*starts[1:], len(text)]
    ours = [(start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True)]
    return same(gold, (one for one in ours if one[0] < one[1]))
