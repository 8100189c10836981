"""The tagger's names laid over the names that words alone show: where each begins and ends, and what it names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.annotate.naming.names import COURTESY, PARTICLES, Piece
from dragoman.annotate.naming.persons import GOVERNMENT, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.annotations import MentionKind
    from dragoman.tagger import TaggedMention
_PARTICLES_OR_AND = PARTICLES | {"and"}

LEAST = 0.5
"""Names that the tagger is less sure of are not taken from it."""
_TAKEN: frozenset[MentionKind] = frozenset({"person", "organisation", "place"})
_ARTICLES = frozenset({"the", "a", "an"})
_COURTESY_OR_ARTICLES = COURTESY | _ARTICLES


@dataclass(frozen=True, slots=True)
class Votes:
    """What the tagger takes the words of a name for, over the whole page: a name is one thing on one page."""

    kinds: Mapping[str, MentionKind]

    def of(self, words: Sequence[str]) -> MentionKind | None:
        return self.kinds.get(" ".join(words))


def votes_of(lines: Sequence[Line], tagged: Sequence[TaggedMention]) -> Votes:
    """Each name's kind by the sum of the probabilities of its places."""
    weights: defaultdict[str, dict[MentionKind, float]] = defaultdict(dict)
    for line in lines:
        for first, last, mention in _ranges(line, tagged):
            kinds = weights[" ".join(line.words(Piece(first, last, "capitals")))]
            kinds[mention.kind] = kinds.get(mention.kind, 0.0) + mention.probability
    return Votes({name: max(kinds, key=kinds.__getitem__) for name, kinds in weights.items()})


def with_names(lines: Sequence[Line], tagged: Sequence[TaggedMention]) -> list[Line]:
    """The lines, their capitalised words cut into names as the tagger cuts them."""
    ranges = [list(_ranges(line, tagged)) for line in lines]
    return [replace(line, pieces=tuple(_pieces(line, own))) if own else line for line, own in zip(lines, ranges, strict=True)]


def _ranges(line: Line, tagged: Sequence[TaggedMention]) -> Iterator[tuple[int, int, TaggedMention]]:
    """Tokens ``[first, last)`` of the tagger's names of persons, bodies and places in a line, in order."""
    if not line.tokens:
        return
    low = bisect_left(tagged, line.tokens[0].start, key=lambda one: one.span.start)
    high = bisect_left(tagged, line.tokens[-1].end, key=lambda one: one.span.start)
    starts = [token.start for token in line.tokens]
    for one in tagged[low:high]:
        if one.form != "name" or one.kind not in _TAKEN or one.probability < LEAST:
            continue
        first, last = bisect_left(starts, one.span.start), bisect_left(starts, one.span.end)
        while first < last and (line.lower(first) in _COURTESY_OR_ARTICLES or not line.tokens[first].word):
            first += 1
        while last > first and not line.tokens[last - 1].word:
            last -= 1
        if first < last and line.tokens[first].capital:
            yield first, last, one


def _pieces(line: Line, ranges: list[tuple[int, int, TaggedMention]]) -> Iterator[Piece]:
    """The pieces that stay, and the tagger's names in the place of those they overlap, in order."""
    taken: list[Piece] = []
    for first, last, mention in ranges:
        over = _over(line.pieces, first, last)
        while over and over[0].kind in {"office", "courtesy"} and over[0].first <= first:
            first = over.pop(0).last
        if first < last and _tells_more(line, over, first, last, mention.kind):
            taken.append(Piece(first, last, "capitals"))
    kept = [left for piece in line.pieces for left in _left_of(line, piece, taken)]
    yield from sorted((*kept, *taken), key=lambda piece: piece.first)


def _tells_more(line: Line, over: Sequence[Piece], first: int, last: int, kind: MentionKind) -> bool:
    """Whether a name of the tagger replaces the pieces it lies over: not one that the lexicon knows, nor a state's government."""
    known = [piece for piece in over if piece.kind != "capitals"]
    if not known:
        return True
    if any(piece.kind == "office" for piece in known) or (kind == "place" and known[0].first <= first):
        return False
    if line.lower(last - 1) in GOVERNMENT or any(piece.first <= first and last <= piece.last for piece in known):
        return False
    return not (kind == "person" and known[0].kind == "nationality")


def _over(pieces: Sequence[Piece], first: int, last: int) -> list[Piece]:
    """The pieces, in order and apart from each other, that share a token with a range."""
    low = bisect_right(pieces, first, key=lambda piece: piece.last)
    high = bisect_left(pieces, last, key=lambda piece: piece.first)
    return list(pieces[low:high])


def _left_of(line: Line, piece: Piece, taken: Sequence[Piece]) -> Iterator[Piece]:
    """A piece that nothing lies over; of capitalised words also what is left of them, if it is more than one word."""
    over = _over(taken, piece.first, piece.last)
    if not over:
        yield piece
        return
    if piece.kind != "capitals":
        return
    edges = [piece.first, *(edge for name in over for edge in (name.first, name.last)), piece.last]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        while first < last and line.lower(last - 1) in _PARTICLES_OR_AND:
            last -= 1
        if last - first > 1:
            yield Piece(first, last, "capitals")
