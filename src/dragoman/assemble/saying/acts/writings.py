"""Writings: sources that are something written: "a report by the ministry", "results of a survey", "a spokesman in a letter"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.assemble.saying.acts.wording import longest_at, plain_words
from dragoman.lexicon.cue_words import cue_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.assemble.saying.acts.wording import Word

_READ = 200
"""Characters of a source that are read."""
_FIGURES = frozenset(
    "analysis archive assessment census chart data database dataset figure figures finding findings forecast index list poll "
    "polls projections record records register research result results statistics studies study survey surveys tally "
    "estimates".split()
)
_PARTS = frozenset(
    "series number range set batch round host spate copy copies drafts versions excerpts extracts parts pages summary "
    "version draft text transcript excerpt extract part page section".split()
)
"""Before "of" these say nothing of what they are of."""
_ENDS = frozenset(
    "of by from in on at for to with about into via that which who whose released published issued posted compiled obtained "
    "seen cited commissioned conducted carried prepared submitted signed dated made provided collected".split()
)


def is_writing(source: str) -> bool:
    """Whether a source is something written, or somebody in something written."""
    words = plain_words(source[:_READ])
    start = 0
    while start < len(words):
        end = next(
            (k for k in range(start, len(words)) if words[k].plain in _ENDS or not words[k].plain[0].isalnum()), len(words)
        )
        if end > start and _head(words, end):
            return True
        follows = words[end].plain if end < len(words) else ""
        parts = end > start and words[end - 1].plain in _PARTS and follows == "of"
        if not (parts or follows in {"in", "on", "via"}):
            return False
        start = end + 1
    return False


def _head(words: Sequence[Word], end: int) -> bool:
    """Whether the words before a place end in a noun for something written; a name ("the Vell Journal") is somebody's."""
    if end > 1 and words[end - 1].upper:
        return False
    hits = (longest_at(_written(), words, start) for start in range(max(0, end - 3), end))
    return any(hit is not None and hit[0] == end for hit in hits) or (end > 0 and words[end - 1].plain in _FIGURES)


@cache
def _written() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        spelled: ("noun",)
        for spelled, meanings in cue_words().items()
        if any(word.kind == "noun" and word.manner == "written" for word, _ in meanings)
    }
