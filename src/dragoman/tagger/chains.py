"""Mentions find another mention of the same thing: coreference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from dragoman.article import Span
from dragoman.tagger.joined import Joined
from dragoman.tagger.mentions import PERSONAL, PRONOUN, Mentions
from dragoman.tagger.pairs import Floats, Ints, PairScorer, mention_distance, mention_features, span_vectors, spelled
from dragoman.tagger.pieces import Pieces
from dragoman.tagger.scorers import Scorers, chances
from dragoman.tagger.tags import Chain

BACK = 128
"""How many earlier mentions one may choose from."""
AHEAD = 64
"""How many wordpieces behind a pronoun a mention may stand for it to choose it: what GAP shows of names that follow theirs."""
FURTHEST = 2048
"""Wordpieces between two mentions beyond which the distance tells nothing more."""
AT_ONCE = 64
"""Mentions that choose together, for memory."""

Flags = npt.NDArray[np.bool_]


def chains(texts: Joined, own: Mentions, spans: Sequence[Span], scorers: Scorers) -> list[list[Chain]]:
    """Chains of at least two mentions of each text, by their first one. ``spans``: of the mentions, in the same order."""
    found: list[list[Chain]] = [[] for _ in texts.reads]
    if not len(own):
        return found
    text = texts.text_of(own.first)
    words = [texts.reads[number].text[span.start : span.end] for number, span in zip(text.tolist(), spans, strict=True)]
    choices, sure = _chosen(texts.rows, own.ranges(), text, words, own.form == PRONOUN, scorers)
    for members, probability in _together(choices, sure):
        found[text[members[0]]].append(Chain(tuple(spans[number] for number in members), probability))
    return found


def _together(choices: Sequence[int], sure: Sequence[float]) -> Iterator[tuple[list[int], float]]:
    """Mentions that choice joins, in whatever order they chose; with the least probability of a choice among them."""
    if not len(choices):
        return
    chosen = np.asarray(choices, dtype=np.int64)
    own = np.arange(len(chosen))
    # Where each mention's choices lead, twice as far at each turn, and the first mention on the way. All that end in one place,
    # or in one ring of mentions that chose each other, are one chain.
    end, first = np.where(chosen < 0, own, chosen), own
    for _ in range(len(own).bit_length()):
        end, first = end[end], np.minimum(first, first[end])
    of = first[end]
    order = np.argsort(of, kind="stable")
    starts = np.flatnonzero(np.diff(of[order], prepend=-1))
    least = np.minimum.reduceat(np.where(chosen < 0, 1.0, sure)[order], starts)
    members = order.tolist()
    found = [
        (members[start:stop], probability)
        for start, stop, probability in zip(starts.tolist(), [*starts[1:].tolist(), len(members)], least.tolist(), strict=True)
        if stop - start > 1
    ]
    yield from sorted(found)


def _chosen(
    rows: Floats, places: Ints, text: Ints, words: Sequence[str], pronoun: Flags, scorers: Scorers
) -> tuple[list[int], list[float]]:
    """The mention that each one chooses (-1: none), and how sure.

    places    [mentions, 2] wordpieces ``[first, last)``, by their first, the longer first
    text      number of the text that each stands in
    pronoun   which may choose a later one too
    """
    vectors = span_vectors(scorers.part(rows, "mention"), places)
    first = np.ascontiguousarray(places[:, 0])
    choices: list[int] = []
    sure: list[float] = []
    scores_of = _scorer(vectors, first, spelled(words), scorers.coreference)
    edges = [*np.flatnonzero(np.diff(text, prepend=-1)).tolist(), len(places)]
    for start, stop in pairwise(edges):
        for at in range(start, stop, AT_ONCE):
            end = min(stop, at + AT_ONCE)
            low = max(start, at - BACK)
            high = min(stop, max(end, int(np.searchsorted(first, first[end - 1] + AHEAD, side="right"))))
            scores = np.zeros((end - at, high - low + 1), dtype=np.float32)
            np.copyto(scores[:, :-1], scores_of(slice(at, end), slice(low, high)))
            own, other = np.arange(at, end)[:, None], np.arange(low, high)
            allowed = (other < own) & (other >= own - BACK)
            for number in np.flatnonzero(pronoun[at:end]).tolist():
                # What stands behind a pronoun, and near it.
                reach = np.searchsorted(first[:stop], [places[at + number, 1], first[at + number] + AHEAD + 1])
                allowed[number, reach[0] - low : reach[1] - low] = True
            np.copyto(scores[:, :-1], np.float32(-1e9), where=~allowed)
            best = scores.argmax(axis=1)
            choices += np.where(best == high - low, -1, best + low).tolist()
            sure += scorers.sure("coreference", chances(scores, best)).tolist()
    return choices, sure


def _scorer(vectors: Floats, first: Ints, same: Ints, scorer: PairScorer) -> Callable[[slice, slice], Floats]:
    """Scores [choosers, chosen] of two stretches of mentions: as ``scorer`` with ``mention_features``, which are not made.

    first   first wordpiece of each mention
    same    as ``spelled`` gives it
    """
    bent = vectors @ scorer.bilinear[0]
    left = vectors @ scorer.left[0] + scorer.bias[0]
    right = vectors @ scorer.right[0]
    of_distance, *of_words = (table[:, 0] for table in scorer.features)
    away = np.arange(-FURTHEST, FURTHEST + 1)
    of_distance = of_distance[mention_distance(away)]
    right += of_words[0][1] + of_words[1][1]

    def scores(own: slice, other: slice) -> Floats:
        found: Floats = bent[own] @ vectors[other].T
        found += left[own, None]
        found += right[None, other]
        found += of_distance[np.clip(first[own, None] - first[None, other], -FURTHEST, FURTHEST) + FURTHEST]
        for number, table in enumerate(of_words):
            found += (same[own, None, number] == same[None, other, number]) * (table[2] - table[1])
        return found

    return scores


def antecedents(
    rows: Floats, mentions: Sequence[tuple[Span, tuple[int, int]]], text: str, scorers: Scorers
) -> Iterator[tuple[int | None, float]]:
    """The mention that each one of a text chooses (None: none), and how sure.

    mentions   in text order, with their wordpieces ``[first, last)``
    """
    words = [text[span.start : span.end] for span, _ in mentions]
    places = np.asarray([place for _, place in mentions], dtype=np.int64).reshape(-1, 2)
    pronoun = np.asarray([word.casefold() in PERSONAL for word in words], dtype=np.bool_)
    choices = _chosen(rows, places, np.zeros(len(places), dtype=np.int64), words, pronoun, scorers)
    for choice, sure in zip(*choices, strict=True):
        yield (None if choice < 0 else choice), sure


def scored(rows: Floats, pieces: Pieces, text: str, spans: Sequence[Span], scorers: Scorers) -> list[float]:
    """Score of each span after the first as what the first stands for; no one of them has 0, and -inf what has no wordpiece."""
    places = [pieces.within(span) for span in spans]
    known = [number for number, place in enumerate(places) if place]
    found = [float("-inf")] * len(spans)
    if places[0] and len(known) > 1:
        own = [place for place in places if place]
        words = [text[spans[number].start : spans[number].end] for number in known]
        vectors = span_vectors(scorers.part(rows, "mention"), own)
        told = scorers.coreference(vectors[:1], vectors[1:], mention_features(words, own)[:1, 1:])[0, 0]
        for number, score in zip(known[1:], told.tolist(), strict=True):
            found[number] = score
    return found[1:]
