"""A text as the encoder reads it: wordpieces with their places, word shapes and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer  # type: ignore[import-not-found,unused-ignore]

    from dragoman.article import Span

Ints = npt.NDArray[np.int64]

CLS, SEP, PAD = 101, 102, 0
SENTENCE_ENDS = np.array([999, 1000, 1005, 1007, 1012, 1029, 1521, 1524, 1529])
"""Ids of the marks that may end a sentence: ``! " ' ) . ? ’ ” …``."""
SHAPES = ("none", "lower", "title", "upper", "digit", "punctuation", "mixed", "other")
"""The encoder is uncased: without the shape of its word, a name looks like any noun."""
GAPS = ("none", "glued", "space", "newline", "blank line")
"""What stood before a wordpiece. The encoder sees neither line ends nor the side of a straight quotation mark otherwise."""
GLUED, SPACE, NEWLINE, BLANK_LINE = 1, 2, 3, 4

MOST_KNOWN = 1 << 16
"""Words whose shapes are kept at hand; then it begins anew."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Wordpieces of one text, in order; all arrays have one entry each.

    starts, ends   code points of the text; no wordpiece is empty, none begins before the one before it ends
    shapes, gaps   indexes into SHAPES and GAPS
    """

    ids: Ints
    starts: Ints
    ends: Ints
    shapes: Ints
    gaps: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, part: slice) -> Pieces:
        """Some of them, where they were."""
        return Pieces(self.ids[part], self.starts[part], self.ends[part], self.shapes[part], self.gaps[part])

    def breaks(self) -> Ints:
        """The wordpieces that begin a paragraph: after a blank line, or on a new line where the one before ended a sentence."""
        new = self.gaps == BLANK_LINE
        new[1:] |= (self.gaps[1:] == NEWLINE) & np.isin(self.ids[:-1], SENTENCE_ENDS)
        new[:1] = False
        return np.flatnonzero(new)

    def within(self, span: Span) -> tuple[int, int] | None:
        """The wordpieces that hold some of the span, ``[first, last)``; None where there are none."""
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        last = int(np.searchsorted(self.starts, span.end, side="left"))
        return (first, last) if first < last else None


def shape(word: str) -> int:
    """Index of a word's shape in SHAPES."""
    if word.isdigit():
        return 4
    if not any(letter.isalnum() for letter in word):
        return 5 if word.isascii() or not any(letter.isalpha() for letter in word) else 7
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 2
    return 6 if any(letter.isupper() or letter.isdigit() for letter in word) else 7


def gap(between: str) -> int:
    """Index in GAPS of what stands between two wordpieces."""
    if not between:
        return GLUED
    lines = between.count("\n")
    return SPACE if not lines else NEWLINE if lines == 1 else BLANK_LINE


def open_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of a file, without its cutting and filling."""
    from tokenizers import Tokenizer  # type: ignore[import-not-found,unused-ignore]

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def cut(text: str, tokenizer: Any) -> Pieces:
    """The wordpieces of a text. Lone surrogates, which no tokenizer takes, are read as unknown characters."""
    return cut_all([text], tokenizer)[0]


def cut_all(texts: Sequence[str], tokenizer: Any) -> list[Pieces]:
    """The wordpieces of many texts."""
    return list(cut_each(texts, tokenizer))


def cut_each(texts: Iterable[str], tokenizer: Any) -> Iterator[Pieces]:
    """The same, one after the other as they are asked for; no thread is started."""
    known: dict[str, int] = {}
    for text in texts:
        encoding = tokenizer.encode(_SURROGATE.sub("\ufffd", text), add_special_tokens=False)
        if len(known) > MOST_KNOWN:
            known.clear()
        yield _placed(text, encoding, known)


def _placed(text: str, encoding: Any, known: dict[str, int]) -> Pieces:
    """``known``: shapes of words seen before, which grow."""
    ids = np.asarray(encoding.ids, dtype=np.int64)
    places = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    words = np.asarray(encoding.word_ids, dtype=np.float64)
    kept = places[:, 0] < places[:, 1]
    if not kept.all():
        ids, places, words = ids[kept], places[kept], words[kept]
    starts, ends = np.ascontiguousarray(places[:, 0]), np.ascontiguousarray(places[:, 1])
    return Pieces(ids, starts, ends, _shapes(text, starts, ends, words, known), _gaps(text, starts, ends))


def _shapes(text: str, starts: Ints, ends: Ints, words: npt.NDArray[np.float64], known: dict[str, int]) -> Ints:
    """Wordpieces of one word share its shape."""
    if not len(words):
        return np.zeros(0, dtype=np.int64)
    first = np.flatnonzero(np.diff(words, prepend=-1.0))
    after = np.append(first[1:], len(words))
    found = []
    for start, end in zip(starts[first].tolist(), ends[after - 1].tolist(), strict=True):
        word = text[start:end]
        own = known.get(word)
        if own is None:
            own = known[word] = shape(word)
        found.append(own)
    return np.repeat(np.asarray(found, dtype=np.int64), after - first)


def _gaps(text: str, starts: Ints, ends: Ints) -> Ints:
    """As ``gap`` says it of each; a text begins as if after a blank line."""
    lines = np.asarray([line.start() for line in re.finditer("\n", text)], dtype=np.int64)
    before = np.concatenate([[0], ends[:-1]])[: len(starts)]
    count = np.searchsorted(lines, starts) - np.searchsorted(lines, before)
    found = np.where(starts == before, GLUED, SPACE + np.minimum(count, 2))
    found[:1] = BLANK_LINE
    return found
