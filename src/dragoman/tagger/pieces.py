"""A text as the encoder reads it: wordpieces with their places, word shapes and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer  # type: ignore[import-not-found,unused-ignore]

Ints = npt.NDArray[np.int64]

CLS, SEP, PAD = 101, 102, 0
SHAPES = ("none", "lower", "title", "upper", "digit", "punctuation", "mixed", "other")
"""The encoder is uncased: without the shape of its word, a name looks like any noun."""
GAPS = ("none", "glued", "space", "newline", "blank line")
"""What stood before a wordpiece. The encoder sees neither line ends nor the side of a straight quotation mark otherwise."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Wordpieces of one text, in order; all arrays have one entry each.

    starts, ends   code points of the text
    shapes, gaps   indexes into SHAPES and GAPS
    """

    ids: Ints
    starts: Ints
    ends: Ints
    shapes: Ints
    gaps: Ints

    def __len__(self) -> int:
        return len(self.ids)


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
        return 1
    lines = between.count("\n")
    return 2 if not lines else 3 if lines == 1 else 4


def open_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of a file, without its cutting and filling."""
    from tokenizers import Tokenizer  # type: ignore[import-not-found,unused-ignore]

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def cut(text: str, tokenizer: Any) -> Pieces:
    """The wordpieces of a text. Lone surrogates, which no tokenizer takes, are read as unknown characters."""
    encoding = tokenizer.encode(_SURROGATE.sub("\ufffd", text), add_special_tokens=False)
    return _placed(text, encoding)


def cut_all(texts: list[str], tokenizer: Any) -> list[Pieces]:
    """The wordpieces of many texts."""
    encodings = tokenizer.encode_batch([_SURROGATE.sub("\ufffd", text) for text in texts], add_special_tokens=False)
    return [_placed(text, encoding) for text, encoding in zip(texts, encodings, strict=True)]


def _placed(text: str, encoding: Any) -> Pieces:
    ids = np.asarray(encoding.ids, dtype=np.int64)
    places = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    kept = places[:, 0] < places[:, 1]
    ids, places = ids[kept], places[kept]
    starts, ends = places[:, 0], places[:, 1]
    words = np.asarray(encoding.word_ids, dtype=np.float64)[kept]
    shapes, gaps = _shapes_and_gaps(text, starts.tolist(), ends.tolist(), words.tolist())
    return Pieces(ids, starts, ends, np.asarray(shapes, dtype=np.int64), np.asarray(gaps, dtype=np.int64))


def _shapes_and_gaps(text: str, starts: list[int], ends: list[int], words: list[float]) -> tuple[list[int], list[int]]:
    """Pieces of one word share its shape."""
    shapes: list[int] = []
    gaps: list[int] = []
    first = before = 0
    for at, word in enumerate(words):
        gaps.append(gap(text[before : starts[at]]) if at else 4)
        before = ends[at]
        if at + 1 == len(words) or words[at + 1] != word:
            shapes += [shape(text[starts[first] : ends[at]])] * (at + 1 - first)
            first = at + 1
    return shapes, gaps
