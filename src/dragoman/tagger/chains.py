"""Mentions find an earlier mention of the same thing: coreference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dragoman.article import Span
from dragoman.tagger.pairs import Floats, mention_features, span_vectors
from dragoman.tagger.scorers import Scorers, probabilities
from dragoman.tagger.tags import Chain

BACK = 128
"""How many earlier mentions one may choose from."""
AT_ONCE = 128


def chains(rows: Floats, mentions: Sequence[tuple[Span, tuple[int, int]]], text: str, scorers: Scorers) -> Iterator[Chain]:
    """Chains of at least two mentions, by their first one. ``mentions``: in text order, with their wordpieces."""
    found: list[list[int]] = []
    sure: list[float] = []
    chain_of: dict[int, int] = {}
    for number, (antecedent, probability) in enumerate(antecedents(rows, mentions, text, scorers)):
        if antecedent is None:
            chain_of[number] = len(found)
            found.append([number])
            sure.append(1.0)
        else:
            chain_of[number] = chain_of[antecedent]
            found[chain_of[number]].append(number)
            sure[chain_of[number]] = min(sure[chain_of[number]], probability)
    for own, probability in zip(found, sure, strict=True):
        if len(own) > 1:
            yield Chain(tuple(mentions[number][0] for number in own), probability)


def antecedents(
    rows: Floats, mentions: Sequence[tuple[Span, tuple[int, int]]], text: str, scorers: Scorers
) -> Iterator[tuple[int | None, float]]:
    """The earlier mention that each one chooses (None: it is new), and how sure."""
    places = [place for _, place in mentions]
    vectors = span_vectors(scorers.part(rows, "mention"), places)
    words = [text[span.start : span.end] for span, _ in mentions]
    for at in range(0, len(mentions), AT_ONCE):
        low, high = max(0, at - BACK), min(len(mentions), at + AT_ONCE)
        features = mention_features(words[low:high], places[low:high])[at - low :]
        scores = scorers.coreference(vectors[at:high], vectors[low:high], features)[0]
        own, other = np.arange(at, high)[:, None], np.arange(low, high)[None, :]
        scores = np.where((other < own) & (other >= own - BACK), scores, np.float32(-1e9))
        scores = np.concatenate([scores, np.zeros((high - at, 1), dtype=np.float32)], axis=1)
        for row in probabilities(scores, scorers.temperature("coreference")):
            best = int(row.argmax())
            yield (None if best == high - low else low + best), float(row[best])
