"""Parts of speech and syntax on EWT dev, twice: with the annotated sentences and words given, and from the raw text.

    python -m benchmarks.tagger.syntax [--model FOLDER]

``given``: the tree of each annotated sentence over its annotated words; every word counts. A word without a wordpiece of its
own ("not" of "cannot") is read from the wordpiece that holds its first letter. ``raw``: the tagger cuts sentences and words
itself, as it does in use; F1 as in the scorer of CoNLL 2018, where words meet by their characters and a word cut otherwise is
wrong. LAS leaves subtypes of labels out, as that scorer does (``full``: with them). Punctuation counts. Texts are documents of
the web, with their paragraphs apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.tagger.documents import Wanted, documents, rows, tagged, wanted
from benchmarks.tagger.scores import Score
from benchmarks.tagger.tables import Cell, show
from benchmarks.tagger.trees import ROOT, Parse, Word, compared, sentences
from dragoman.tagger import Tags, labels
from dragoman.tagger.joined import Read
from dragoman.tagger.scorers import Scorers
from dragoman.tagger.trees import parsed
from training.standoff import Document

SET = "ud-ewt"
TO_REACH = ("95", "88", "85")
"""UPOS, UAS and LAS that were set as the aim, annotated words given."""


@dataclass(frozen=True, slots=True)
class Both:
    given: Parse
    raw: Parse
    sentences: Score


def scores(of: Wanted) -> Both:
    own = documents(SET, quick=of.quick)
    told = ((one, read_with_words(one, read, scorers)) for one, read, scorers in rows(own, of.model))
    given = sum((compared(annotated(one), ours) for one, ours in told), Parse())
    raw, starts = Parse(), Score()
    for document, tags in tagged(SET, of):
        raw += compared(annotated(document), said(tags))
        starts += sentences(((one.start, one.end) for one in document.sentences), tags.sentences, document.text)
    return Both(given, raw, starts)


def annotated(document: Document) -> list[Word]:
    return [
        Word(one.span.start, one.span.end, one.upos or "", ROOT if one.head is None else one.head, one.deprel or "")
        for one in document.tokens
    ]


def said(tags: Tags) -> list[Word]:
    return [
        Word(one.span.start, one.span.end, one.upos, ROOT if one.head is None else one.head, one.deprel) for one in tags.tokens
    ]


def read_with_words(document: Document, read: Read, scorers: Scorers) -> list[Word]:
    """The tagger's reading of the annotated words in the annotated sentences."""
    spans = [token.span for token in document.tokens]
    starts, ends = (np.asarray([getattr(span, edge) for span in spans]) for edge in ("start", "end"))
    own = np.searchsorted(read.pieces.starts, starts).clip(max=len(read.pieces) - 1)
    inside = (read.pieces.starts[own] >= starts) & (read.pieces.starts[own] < ends)
    places = np.where(inside, own, np.searchsorted(read.pieces.ends, starts, side="right").clip(max=len(read.pieces) - 1))
    begun = {span.start for span in document.sentences}
    firsts = [at for at, span in enumerate(spans) if span.start in begun]
    figures_ = read.rows[places]
    heads, deprels = parsed(figures_, scorers, firsts)
    upos = scorers.part(figures_, "upos").argmax(axis=1)
    return [
        Word(span.start, span.end, labels.UPOS[tag], int(head), labels.DEPRELS[deprel])
        for span, tag, head, deprel in zip(spans, upos, heads, deprels, strict=True)
    ]


def figures(*, quick: bool = False) -> dict[str, float]:
    found = scores(Wanted(quick=quick))
    return {
        "given, UPOS": found.given.upos.f1,
        "given, UAS": found.given.uas.f1,
        "given, LAS": found.given.las.f1,
        "raw, words": found.raw.words.f1,
        "raw, sentences": found.sentences.f1,
        "raw, UPOS": found.raw.upos.f1,
        "raw, UAS": found.raw.uas.f1,
        "raw, LAS": found.raw.las.f1,
    }


def main() -> None:
    found = scores(wanted(__doc__))
    table: list[list[Cell]] = [
        [name, None, one.words.f1, one.upos.f1, one.uas.f1, one.las.f1, one.full.f1]
        for name, one in (("given", found.given), ("raw", found.raw))
    ]
    table[1][1] = found.sentences.f1
    table.append(["to reach, given", None, None, *TO_REACH, None])
    show("Syntax, EWT dev, F1", ["", "sentences", "words", "UPOS", "UAS", "LAS", "full"], table)


if __name__ == "__main__":
    main()
