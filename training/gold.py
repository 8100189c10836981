"""What the annotators of one document said, by wordpiece: what the heads learn from."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dragoman.tagger import labels
from dragoman.tagger.pieces import Pieces
from training.standoff import Document

Range = tuple[int, int]
"""Half-open range of wordpieces."""
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

OPEN = -100
"""No gold here: no loss."""
ROOT = -1
NOT_HAPPENED = len(labels.STATUSES)
"""A status: any but the first, ``happened``. UDS tells no more of what did not happen."""
UNREAL = -0.5
"""Factuality of UDS below which an event did not happen; above 0.5 it did (training/NOTES.md), between nothing is learnt."""


@dataclass(frozen=True, slots=True)
class Links:
    """Spans of one document's attributions, and which belong together: pairs of indexes into cues and into the other list."""

    cues: tuple[Range, ...]
    sources: tuple[Range, ...]
    contents: tuple[Range, ...]
    to_sources: frozenset[tuple[int, int]]
    to_contents: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class TypedEvent:
    """A clause with the parties it tells of; ``types``: it is one of these, as indexes into labels.PLOVER."""

    clause: Range
    source: Range | None
    target: Range | None
    types: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger with who did it and whom or what it was done to: any wordpiece of the parts of a party is right; none: nobody."""

    trigger: Range
    parties: tuple[tuple[Range, ...], ...]
    """In the order of labels.SCORERS["party"]."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What one document's annotators said, by wordpiece. Heads that are not here were not annotated.

    sequences   name -> [wordpieces, labels], true where the gold admits the label
    choices     name -> [wordpieces], index of the label or OPEN
    heads       [wordpieces]: the head's wordpiece, ROOT or OPEN; deprels likewise; trees: number of the sentence, or OPEN
    """

    document: Document
    pieces: Pieces
    sequences: dict[str, Flags] = field(default_factory=dict)
    choices: dict[str, Ints] = field(default_factory=dict)
    heads: Ints | None = None
    deprels: Ints | None = None
    trees: Ints | None = None
    links: Links | None = None
    events: tuple[TypedEvent, ...] = ()
    acts: tuple[Act, ...] = ()
    mentions: tuple[tuple[Range, int], ...] = ()
    """Spans of coreference with the number of their chain."""
    pronouns: tuple[tuple[Range, tuple[tuple[Range, bool], ...]], ...] = ()
    """Single pronouns, each with names that are or are not what it stands for."""

    @property
    def empty(self) -> bool:
        """Whether it tells no head anything."""
        spans = (self.events, self.acts, self.mentions, self.pronouns)
        return not (self.sequences or self.choices or any(spans) or self.links) and self.heads is None
