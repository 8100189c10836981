"""Texts in portions that memory can hold: short ones together, a very long one in sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from dragoman.tagger.decode import decode
from dragoman.tagger.encoder import Rows, in_threads
from dragoman.tagger.joined import Read, joined
from dragoman.tagger.model_file import Model
from dragoman.tagger.pieces import Pieces, cut_each
from dragoman.tagger.tags import Tags

LONGEST = 32768
"""Wordpieces whose rows are held at once (some 95 MB) and that are decoded together; a longer text is read in sections."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a text, in most cases all of it: its wordpieces, and where it stands in code points."""

    text: str
    number: int
    pieces: Pieces
    start: int
    end: int


Told = tuple[int, Tags]
"""Number of a text, and what was told of one section of it."""


def read(model: Model, texts: Sequence[str], threads: int) -> Iterator[Told]:
    """Tags of every section, in order. Texts are cut into wordpieces when their turn comes."""
    cut = cut_each(texts, model.tokenizer)
    sections = (one for number, (text, pieces) in enumerate(zip(texts, cut, strict=True)) for one in of(text, number, pieces))
    with in_threads(threads) as executor:
        waiting: list[tuple[list[Section], Rows]] = []
        for group in portions(sections, LONGEST // threads):
            waiting.append((group, Rows(model.session, [one.pieces for one in group], executor)))
            # With threads, a group is read in the background while the one before it is decoded.
            if len(waiting) > (executor is not None):
                yield from _told(*waiting.pop(0), model)
        for group, rows in waiting:
            yield from _told(group, rows, model)


def _told(group: Sequence[Section], rows: Rows, model: Model) -> Iterator[Told]:
    whole = rows.whole()
    reads = [
        Read(one.text, one.pieces, whole[start:end], one.start, one.end)
        for one, start, end in zip(group, rows.bounds, rows.bounds[1:], strict=False)
    ]
    yield from zip((one.number for one in group), decode(joined(reads, whole), model.scorers), strict=True)


def of(text: str, number: int, pieces: Pieces) -> Iterator[Section]:
    """The sections of a text: one, or several, each up to the end of a paragraph before it gets too long, if there is one."""
    breaks = pieces.breaks() if len(pieces) > LONGEST else np.zeros(0, dtype=np.int64)
    first = start = 0
    while len(pieces) - first > LONGEST:
        last = first + LONGEST
        at = int(np.searchsorted(breaks, last, side="right")) - 1
        if at >= 0 and breaks[at] > first + LONGEST // 2:
            last = int(breaks[at])
        end = int(pieces.starts[last])
        yield Section(text, number, pieces[first:last], start, end)
        first, start = last, end
    yield Section(text, number, pieces[first:], start, len(text))


def portions(sections: Iterable[Section], most: int) -> Iterator[list[Section]]:
    """Neighbouring sections, at most ``most`` wordpieces together, or one alone."""
    group: list[Section] = []
    total = 0
    for one in sections:
        if group and total + len(one.pieces) > most:
            yield group
            group, total = [], 0
        group.append(one)
        total += len(one.pieces)
    if group:
        yield group


def together(told: Iterable[Told]) -> list[Tags]:
    """Tags of every text, from those of its sections in order."""
    found: list[list[Tags]] = []
    for number, tags in told:
        if number == len(found):
            found.append([])
        found[number].append(tags)
    return [many[0] if len(many) == 1 else _whole(many) for many in found]


def _whole(many: Sequence[Tags]) -> Tags:
    """Sections one after another; heads of tokens are counted through all of them."""
    before, moved = 0, []
    for tags in many:
        heads = (replace(one, head=None if one.head is None else one.head + before) for one in tags.tokens)
        moved.append(replace(tags, tokens=tuple(heads)))
        before += len(tags.tokens)
    columns = ([one for tags in moved for one in getattr(tags, field.name)] for field in fields(Tags))
    return Tags(*map(tuple, columns))
