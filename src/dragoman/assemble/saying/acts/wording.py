"""Wording: a stretch of text as plain words that tables can be asked for.

Articles, possessives and most adverbs are left out, so that "has repeatedly broken its word" holds "broken word".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_Meaning = TypeVar("_Meaning")

LONGEST = 6
"""Words of the longest entry that is looked for; the longest in the tables has six."""

_WORD = re.compile(r"['’](?:s|d|m|ll|re|ve)\b|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*|\S", re.UNICODE)
_DETERMINERS = frozenset("a an the this these those my our your his her its their whose 's".split())
_FILLERS = frozenset("also again still already now ever always quite very too".split())
_ENDS_IN_LY = frozenset(
    "ally anomaly apply assembly bully comply early family fly friendly imply italy july likely multiply only rally rely "
    "reply supply unfriendly unlikely deadly cowardly ugly silly supply simply reportedly allegedly purportedly supposedly "
    "apparently seemingly evidently ostensibly folly daily weekly monthly monopoly hourly orderly hardly tally dearly".split()
)
_REFLEXIVES = frozenset("himself herself itself themselves myself ourselves yourself oneself".split())
_SHORT = {"'s": ("'s",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",), "'d": ("'d",)}
_WHOLE = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "dont": ("do", "not"),
}
_IS_BEHIND = frozenset("he she it that there here what who where how everyone nobody something nothing".split())
_STOPS = frozenset(".?!;:,—–-…")
_SENTENCE_ENDS = frozenset(".?!;…")


class Word(NamedTuple):
    """A word in lower case, or a mark that ends a clause.

    upper    it begins with a capital
    behind   the article or possessive left out right before it, else empty
    """

    plain: str
    upper: bool = False
    behind: str = ""


@lru_cache(maxsize=256)
def plain_words(text: str) -> tuple[Word, ...]:
    """The words of a text: short forms spelled out ("won't": will, not); quotation marks, articles, adverbs left out.

    Kept for a while: cue, beginning and whole of one statement are asked for more than once.
    """
    words: list[Word] = []
    behind = ""
    for match in _WORD.finditer(text):
        raw = match[0]
        lower = raw.lower()
        plains = (lower,) if raw.isalpha() and lower not in _WHOLE else _spelled_out(lower.replace("’", "'"))
        for plain in plains:
            if plain in _DETERMINERS:
                behind = plain
            elif plain.isalnum() or len(plain) > 1:
                if not _filler(plain):
                    words.append(Word("oneself" if plain in _REFLEXIVES else plain, raw[0].isupper(), behind))
                    behind = ""
            elif plain in _STOPS:
                words.append(Word(plain))
                behind = ""
    return tuple(words)


def sentences(words: Sequence[Word]) -> list[Sequence[Word]]:
    """The words cut behind the marks that end a sentence; each piece has a word."""
    pieces, start = [], 0
    for at, word in enumerate(words):
        if word.plain in _SENTENCE_ENDS:
            if at > start:
                pieces.append(words[start : at + 1])
            start = at + 1
    return [*pieces, words[start:]] if start < len(words) else pieces


def longest_at(
    table: Mapping[tuple[str, ...], tuple[_Meaning, ...]], words: Sequence[Word], at: int
) -> tuple[int, tuple[_Meaning, ...]] | None:
    """The longest entry of a table that begins at a word: where it ends, and its meanings."""
    most = _openings(table).get(words[at].plain, 0) if at < len(words) else 0
    if not most:
        return None
    spelled = tuple(word.plain for word in words[at : at + most])
    for length in range(len(spelled), 0, -1):
        if meanings := table.get(spelled[:length]):
            return at + length, meanings
    return None


_OPENINGS: dict[int, tuple[object, dict[str, int]]] = {}


def _openings(table: Mapping[tuple[str, ...], tuple[_Meaning, ...]]) -> dict[str, int]:
    """The first word of each entry of a table, with how many words the longest that begins so has. Made once a table."""
    known = _OPENINGS.get(id(table))
    if known is None or known[0] is not table:
        longest: dict[str, int] = {}
        for words in table:
            longest[words[0]] = max(len(words), longest.get(words[0], 0))
        _OPENINGS[id(table)] = known = (table, longest)
    return known[1]


def _spelled_out(plain: str) -> tuple[str, ...]:
    if plain in _WHOLE:
        return _WHOLE[plain]
    if plain.endswith("n't") and len(plain) > 3:
        return (plain[:-3], "not")
    stem, mark, tail = plain.rpartition("'")
    short = _SHORT.get(mark + tail) if mark else None
    if short is None:
        return (plain,)
    if short == ("'s",) and stem in _IS_BEHIND:
        return (stem, "is")
    return (stem, *short) if stem else short


def _filler(plain: str) -> bool:
    return plain in _FILLERS or (plain.endswith("ly") and len(plain) > 4 and plain not in _ENDS_IN_LY)
