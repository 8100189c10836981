"""Types of events after PLOVER: what is told in a clause, of whom and to whom."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.tagger import labels
from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.pieces import Pieces
from dragoman.tagger.scorers import Scorers, probabilities
from dragoman.tagger.tags import Clause

Range = tuple[int, int]


def plover_scores(rows: Floats, clause: Range, source: Range | None, target: Range | None, scorers: Scorers) -> Floats:
    """[types]: scores of one clause. Half-open ranges of the model's ``rows``, [wordpieces, columns]."""
    clauses = np.asarray([clause], dtype=np.int64)
    parties = np.asarray([[one or (-1, -1)] for one in (source, target)], dtype=np.int64)
    scores: Floats = clause_scores(rows, clauses, np.zeros(1, dtype=np.int64), parties, scorers)[0]
    return scores


def clause_scores(rows: Floats, clauses: Ints, of: Ints, parties: Ints, scorers: Scorers) -> Floats:
    """[events, types], from the clause as a whole (mean and maximum) and its parties (zeros where none is known).

    rows      [wordpieces, columns]
    clauses   [clauses, 2], none of them empty; ``of`` [events]: which is each event's
    parties   [2, events, 2]: source and target, -1 where there is none
    """
    event = scorers.part(rows, "event")
    whole = np.zeros((len(clauses), 2 * event.shape[1]), dtype=np.float32)
    for number in np.unique(of).tolist():
        inside = event[slice(*clauses[number])]
        whole[number] = np.concatenate([inside.sum(axis=0) / np.float32(len(inside)), inside.max(axis=0)])
    known = parties[..., 0] >= 0
    means = np.zeros((*known.shape, event.shape[1]), dtype=np.float32)
    means[known] = _means(event, parties[known])
    return np.asarray(np.concatenate([whole[of], *means], axis=1) @ scorers.plover.T + scorers.plover_bias)


def types(rows: Floats, pieces: Pieces, clauses: Sequence[Clause], scorers: Scorers) -> list[dict[str, float]]:
    """Probability of each type for each clause of a text. Raises ValueError where a clause holds no wordpiece."""
    ranges = [pieces.within(one.span) for one in clauses]
    for one, place in zip(clauses, ranges, strict=True):
        if place is None:
            raise ValueError(f"{one.span} holds no word of the text; a clause needs one.")
    parties = [
        [(side and pieces.within(side)) or (-1, -1) for side in sides]
        for sides in ([one.source for one in clauses], [one.target for one in clauses])
    ]
    shares = clause_types(rows, np.asarray(ranges), np.arange(len(clauses)), np.asarray(parties), scorers)
    return [dict(zip(labels.PLOVER, own, strict=True)) for own in shares.tolist()]


def clause_types(rows: Floats, clauses: Ints, of: Ints, parties: Ints, scorers: Scorers) -> Floats:
    """[events, types]: the same as probabilities."""
    return probabilities(clause_scores(rows, clauses, of, parties, scorers))


def _means(rows: Floats, ranges: Ints) -> Floats:
    """[ranges, width]: mean of the rows of each range [ranges, 2], none of them empty."""
    if not len(ranges):
        return np.zeros((0, rows.shape[1]), dtype=np.float32)
    length = ranges[:, 1] - ranges[:, 0]
    starts = np.cumsum(length) - length
    at = np.arange(int(length.sum())) + np.repeat(ranges[:, 0] - starts, length)
    return np.asarray(np.add.reduceat(rows[at], starts, axis=0) / length[:, None].astype(np.float32))
