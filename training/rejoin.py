"""Words back into running text: joined where only tokens are left, found again where the text is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.article import Span

# Penn Treebank writes brackets and quotes so. The text gets what a newspaper prints; all quotes become straight ones.
PENN = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"'}

_NO_BLANK_BEFORE = re.compile(r"[,.;:!?)\]}%…”]+|['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)|n['’]t|N['’]T|\.\.+")
_NO_BLANK_AFTER = frozenset("([{$£€“")


@dataclass(frozen=True, slots=True)
class Rejoined:
    text: str
    sentences: tuple[Span, ...]
    words: tuple[tuple[Span, ...], ...]  # one row a sentence


def rejoin(sentences: Sequence[Sequence[str]], *, split_hyphens: bool = False, between: str = " ") -> Rejoined:
    """Running text of tokenised sentences, with the span of every word.

    ``split_hyphens`` says that the tokeniser parted hyphened words ("Jean - Luc"): then a hyphen between words is joined to both.
    """
    pieces: list[str] = []
    length = 0
    rows, spans = [], []
    for number, sentence in enumerate(sentences):
        row: list[Span] = []
        words = [PENN.get(word, word) for word in sentence]
        gaps = _gaps(words, split_hyphens=split_hyphens)
        for place, (word, gap) in enumerate(zip(words, gaps, strict=True)):
            before = (between if number else "") if place == 0 else gap
            pieces += (before, word)
            row.append(Span(length + len(before), length + len(before) + len(word)))
            length += len(before) + len(word)
        rows.append(tuple(row))
        spans.append(Span(row[0].start, row[-1].end))
    return Rejoined("".join(pieces), tuple(spans), tuple(rows))


def _gaps(words: Sequence[str], *, split_hyphens: bool) -> list[str]:
    """What stands before each word: a blank or nothing. A straight quote opens and closes by turns."""
    open_quotes: set[str] = set()
    gaps: list[str] = []
    glued = True
    for place, word in enumerate(words):
        quote = word in ('"', "'")
        if word == "'" and word not in open_quotes and place and words[place - 1].endswith("s"):
            closing, quote = True, False  # the players' union
        else:
            # A quotation may have begun sentences ago: a quote at the end closes.
            closing = quote and (word in open_quotes or (place > 0 and place == len(words) - 1))
        hyphen = split_hyphens and word == "-" and 0 < place < len(words) - 1
        gaps.append("" if glued or closing or hyphen or word == "/" or _NO_BLANK_BEFORE.fullmatch(word) else " ")
        glued = word in _NO_BLANK_AFTER or hyphen or word == "/" or (quote and not closing)
        if quote:
            open_quotes = open_quotes - {word} if closing else open_quotes | {word}
    return gaps


def find_words(text: str, words: Sequence[str], start: int = 0) -> tuple[Span, ...] | None:
    """The words in the text, one after the other with nothing but blanks between them; None where one is not there."""
    spans = []
    place = start
    for word in words:
        while place < len(text) and text[place].isspace():
            place += 1
        if not word or not text.startswith(word, place):
            return None
        spans.append(Span(place, place + len(word)))
        place += len(word)
    return tuple(spans)
