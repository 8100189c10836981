"""Sources and contents find their cues: roles become attributions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import numpy as np

from dragoman.article import Span
from dragoman.tagger import labels
from dragoman.tagger.pairs import Floats, link_features, span_vectors
from dragoman.tagger.scorers import Scorers, probabilities
from dragoman.tagger.tags import Attribution

REACH = 254
"""Wordpieces between the two ends of a link, at most: what one window could show the model in training."""
AT_ONCE = 64
"""Spans that choose together, for memory."""

Range = tuple[int, int]


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


def attributions(
    rows: Floats, span: Callable[[int, int], Span], roles: Sequence[Role], scorers: Scorers
) -> Iterator[Attribution]:
    """One attribution a cue that has content; content that chose no cue stands alone. ``roles``: in text order."""
    cues, sources, contents = ([one for one in roles if one.kind == kind] for kind in ("cue", "source", "content"))
    of_content = chosen(rows, contents, cues, "content", scorers)
    of_cue = chosen(rows, cues, sources, "source", scorers)
    found: list[Attribution] = []
    chosen_by: dict[int | None, list[int]] = {}
    for at, (choice, _) in enumerate(of_content):
        chosen_by.setdefault(choice, []).append(at)
    for number, cue in enumerate(cues):
        own = chosen_by.get(number, [])
        source, sure = of_cue[number]
        if own:
            parts = [cue, *(contents[at] for at in own), *([sources[source]] if source is not None else [])]
            linked = sure * float(np.prod([of_content[at][1] for at in own]))
            found.append(
                Attribution(
                    content=tuple(span(contents[at].first, contents[at].last) for at in own),
                    cue=span(cue.first, cue.last),
                    source=(span(sources[source].first, sources[source].last),) if source is not None else (),
                    probability=linked * min(part.probability for part in parts),
                )
            )
    for one, (choice, sure) in zip(contents, of_content, strict=True):
        if choice is None:
            found.append(Attribution((span(one.first, one.last),), None, (), one.probability * sure))
    yield from sorted(found, key=lambda one: one.content[0].start)


def chosen(
    rows: Floats, choosers: Sequence[Role], candidates: Sequence[Role], kind: str, scorers: Scorers
) -> list[tuple[int | None, float]]:
    """Which candidate each span chooses (None: none), and how sure: cues choose a source, contents a cue."""
    starts = np.asarray([one.first for one in candidates], dtype=np.int64)
    found: list[tuple[int | None, float]] = []
    for at in range(0, len(choosers), AT_ONCE):
        group = choosers[at : at + AT_ONCE]
        low = int(np.searchsorted(starts, group[0].first - 2 * REACH))
        high = int(np.searchsorted(starts, group[-1].last + REACH))
        scores = _scores(rows, group, candidates[low:high], kind, scorers)
        sure = probabilities(
            np.concatenate([scores, np.zeros((len(group), 1), dtype=np.float32)], axis=1), scorers.temperature("links")
        )
        for row in sure:
            best = int(row.argmax())
            found.append((None if best == high - low else low + best, float(row[best])))
    return found


def _scores(rows: Floats, group: Sequence[Role], candidates: Sequence[Role], kind: str, scorers: Scorers) -> Floats:
    """[choosers, candidates], -1e9 beyond reach."""
    left, right = [(one.first, one.last) for one in group], [(one.first, one.last) for one in candidates]
    if not right:
        return np.zeros((len(left), 0), dtype=np.float32)
    cues, arguments = (left, right) if kind == "source" else (right, left)
    features = link_features(cues, arguments)
    cue = span_vectors(scorers.part(rows, "link_cue"), cues)
    argument = span_vectors(scorers.part(rows, "link_argument"), arguments)
    scores = scorers.links(cue, argument, features)[labels.SCORERS["link"].index(kind)]
    if kind == "content":
        scores = scores.T
    one, two = np.asarray(left)[:, None], np.asarray(right)[None]
    apart = np.maximum(one[..., 0], two[..., 0]) - np.minimum(one[..., 1], two[..., 1])
    return np.where(apart > REACH, np.float32(-1e9), scores)
