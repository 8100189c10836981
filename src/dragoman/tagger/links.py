"""Sources and contents find their cues: roles become attributions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from dragoman.tagger import labels
from dragoman.tagger.joined import Joined
from dragoman.tagger.pairs import Floats, Ints, link_features, span_vectors
from dragoman.tagger.scorers import Scorers, probabilities
from dragoman.tagger.tagged import Spans
from dragoman.tagger.tags import Attribution

REACH = 254
"""Wordpieces between the two ends of a link, at most: what one window could show the model in training."""
AT_ONCE = 64
"""Spans that choose together, for memory."""


class Role(Protocol):
    """A span that the roles' head tagged."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def probability(self) -> float: ...


def attributions(texts: Joined, roles: Spans, scorers: Scorers) -> tuple[list[Attribution], list[slice]]:
    """One attribution a cue that has content; content that chose no cue stands alone.

    In the order of their content, and which of them are each text's.
    """
    sources, cues, contents = (roles[np.flatnonzero(roles.kind == kind)] for kind in range(len(labels.ROLES)))
    of_content = _chosen(texts.rows, texts.spread, contents.ranges(), cues.ranges(), "content", scorers)
    of_cue = _chosen(texts.rows, texts.spread, cues.ranges(), sources.ranges(), "source", scorers)
    found = sorted(_linked(texts, (sources, cues, contents), of_content, of_cue), key=lambda one: one[0])
    first = np.asarray([first for first, _ in found], dtype=np.int64)
    sure = scorers.sure("attributions", np.asarray([one.probability for _, one in found], dtype=np.float32)).tolist()
    own = [replace(one, probability=probability) for (_, one), probability in zip(found, sure, strict=True)]
    return own, texts.by_text(first)


Choices = tuple[list[int], list[float]]
"""Which candidate each span chose (-1: none), and how sure."""


def _linked(
    texts: Joined, roles: tuple[Spans, Spans, Spans], of_content: Choices, of_cue: Choices
) -> Iterator[tuple[int, Attribution]]:
    """Each with its first wordpiece of content."""
    (source_spans, cue_spans, content_spans) = (texts.spans(one.first, one.last) for one in roles)
    (source_sure, cue_sure, content_sure) = (one.probability.tolist() for one in roles)
    first = roles[2].first.tolist()
    chosen_by: dict[int, list[int]] = {}
    for at, choice in enumerate(of_content[0]):
        chosen_by.setdefault(choice, []).append(at)
    for cue, own in chosen_by.items():
        if cue < 0:
            for at in own:
                yield first[at], Attribution((content_spans[at],), None, (), content_sure[at] * of_content[1][at])
            continue
        source, linked = of_cue[0][cue], of_cue[1][cue]
        parts = [cue_sure[cue], *(content_sure[at] for at in own), *([source_sure[source]] if source >= 0 else [])]
        for at in own:
            linked *= of_content[1][at]
        yield (
            first[own[0]],
            Attribution(
                content=tuple(content_spans[at] for at in own),
                cue=cue_spans[cue],
                source=(source_spans[source],) if source >= 0 else (),
                probability=linked * min(parts),
            ),
        )


def chosen(
    rows: Floats, choosers: Sequence[Role], candidates: Sequence[Role], kind: str, scorers: Scorers
) -> list[tuple[int | None, float]]:
    """Which candidate each span of one text chooses (None: none), and how sure: cues choose a source, contents a cue."""
    own, others = (
        np.asarray([(one.first, one.last) for one in many], dtype=np.int64).reshape(-1, 2) for many in (choosers, candidates)
    )
    found = zip(*_chosen(rows, lambda ranges: ranges, own, others, kind, scorers), strict=True)
    return [(None if choice < 0 else choice, sure) for choice, sure in found]


def _chosen(
    rows: Floats, spread: Callable[[Ints], Ints], choosers: Ints, candidates: Ints, kind: str, scorers: Scorers
) -> Choices:
    """``spread``: ranges of wordpieces as places whose distances count."""
    own, others = spread(choosers), spread(candidates)
    choices: list[int] = []
    sure: list[float] = []
    for at in range(0, len(own), AT_ONCE):
        group = slice(at, at + AT_ONCE)
        low = int(np.searchsorted(others[:, 0], own[group][0, 0] - 2 * REACH))
        high = int(np.searchsorted(others[:, 0], own[group][-1, 1] + REACH))
        cues = own[:, 0] if kind == "source" else others[:, 0]
        pairs = (own[group], others[low:high])
        left, right = choosers[group], candidates[low:high]
        scores = _scores(rows, (left, right), pairs, cues, kind, scorers)
        told = probabilities(np.concatenate([scores, np.zeros((len(left), 1), np.float32)], axis=1))
        best = told.argmax(axis=1)
        choices += np.where(best == high - low, -1, best + low).tolist()
        sure += scorers.sure("links", told.max(axis=1)).tolist()
    return choices, sure


def _scores(
    rows: Floats, ranges: tuple[Ints, Ints], places: tuple[Ints, Ints], every: Ints, kind: str, scorers: Scorers
) -> Floats:
    """[choosers, candidates], -1e9 beyond reach. ``every``: where all cues begin."""
    own, other = places
    if not len(other):
        return np.zeros((len(own), 0), dtype=np.float32)
    order = slice(None, None, 1 if kind == "source" else -1)
    (cues, arguments), (cue_rows, argument_rows) = places[order], ranges[order]
    cue = span_vectors(scorers.part(rows, "link_cue"), cue_rows)
    argument = span_vectors(scorers.part(rows, "link_argument"), argument_rows)
    features = link_features(cues, arguments, every)
    scores = scorers.links(cue, argument, features)[labels.SCORERS["link"].index(kind)]
    if kind == "content":
        scores = scores.T
    apart = np.maximum(own[:, None, 0], other[None, :, 0]) - np.minimum(own[:, None, 1], other[None, :, 1])
    return np.where(apart > REACH, np.float32(-1e9), scores)
