"""Words with what the heads say of each: parts of speech, forms, trees over sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.article import Span
from dragoman.tagger import labels
from dragoman.tagger.joined import Joined
from dragoman.tagger.made import made
from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.scorers import Scorers, chances
from dragoman.tagger.tags import Token
from dragoman.tagger.trees import ROOT, parsed
from dragoman.tagger.words import placed


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all texts that have a wordpiece of their own.

    starts, ends   code points of each in its own text
    places         the first wordpiece that begins in each
    heads          index of the governing word in all texts, or ROOT
    upos, deprels  indexes into labels.UPOS and labels.DEPRELS
    sure           probability of the part of speech
    """

    starts: Ints
    ends: Ints
    places: Ints
    heads: Ints
    deprels: Ints
    upos: Ints
    sure: Floats

    def __len__(self) -> int:
        return len(self.places)

    def of(self, pieces: Ints) -> Ints:
        """The word that each wordpiece belongs to: the last one that begins no later. -1 before the first word."""
        return np.searchsorted(self.places, pieces, side="right") - 1


def sentence_starts(texts: Joined, scorers: Scorers) -> Ints:
    """The wordpieces that begin a sentence; each text begins with one."""
    figures = scorers.part(texts.rows, "sentences")
    starts = figures[:, 1] > figures[:, 0]
    starts[[start for start, end in zip(texts.bounds, texts.bounds[1:], strict=False) if start < end]] = True
    return np.flatnonzero(starts)


def words_of(texts: Joined, sentences: Ints, scorers: Scorers) -> Words:
    """Words, their parts of speech and their trees. ``sentences``: see ``sentence_starts``."""
    ends, places = _placed(texts)
    firsts = np.unique(np.searchsorted(places, sentences))
    heads, deprels = parsed(texts.rows, scorers, firsts[firsts < len(places)].tolist(), places)
    figures = scorers.part(texts.rows, "upos")[places]
    upos = figures.argmax(axis=1)
    return Words(ends[:, 0], ends[:, 1], places, heads, deprels, upos, scorers.sure("upos", chances(figures, upos)))


def _placed(texts: Joined) -> tuple[Ints, Ints]:
    """Code points [words, 2], and the first wordpiece that begins in each word; words without one are left out."""
    every, places = [np.zeros((0, 2), dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for one, start in zip(texts.reads, texts.bounds, strict=False):
        starts = one.pieces.starts
        ends = placed(one.text[one.start : one.end]) + one.start
        at = np.searchsorted(starts, ends[:, 0])
        own = at < len(starts)
        own[own] = starts[at[own]] < ends[own, 1]
        every.append(ends[own])
        places.append(at[own] + start)
    return np.concatenate(every), np.concatenate(places)


def tokens(texts: Joined, own: Words, scorers: Scorers) -> tuple[list[Token], list[slice]]:
    """All tokens, and which are each text's."""
    parts = texts.by_text(own.places)
    first = np.concatenate([np.zeros(0, np.int64), *(np.full(part.stop - part.start, part.start) for part in parts)])
    heads = (own.heads - first).astype(object)
    heads[own.heads == ROOT] = None
    said = [_named(scorers.part(texts.rows, name)[own.places].argmax(axis=1), name) for name in ("tense", "number", "mood")]
    found = made(
        Token,
        made(Span, own.starts.tolist(), own.ends.tolist()),
        UPOS[own.upos].tolist(),
        heads.tolist(),
        DEPRELS[own.deprels].tolist(),
        *said,
        own.sure.tolist(),
    )
    return found, parts


def _named(best: Ints, name: str) -> list[str | None]:
    """The label of each; None for the first one, ``none``."""
    names = np.array([None, *labels.CHOICES[name][1:]], dtype=object)
    return list(names[best].tolist())


Names = npt.NDArray[Any]
UPOS: Names = np.array(labels.UPOS, dtype=object)
DEPRELS: Names = np.array(labels.DEPRELS, dtype=object)
