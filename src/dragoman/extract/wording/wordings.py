"""What furniture says: the reader of ``wordings.tsv``, lists written by hand, and how they are found in a line.

Words are compared as tokens: lower case, straight apostrophes, letters parted from digits and at lower-to-upper joints, so that
``House rulesComments`` is three words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple, cast

Where = Literal["control", "label", "opens", "holds"]

MOST_WORDS = 60
"""Of a longer line only so many words are compared at its beginning, and as many at its end: furniture is short."""

_JOINT = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.&][^\W\d_]+)*[+]?|\d+(?:[.,:]\d+)*|[^\w\s]", re.UNICODE)
_LABEL_ENDS = frozenset(": - – — | » > / · •".split())


class Phrase(NamedTuple):
    kind: str
    where: Where
    words: tuple[str, ...]


class Match(NamedTuple):
    """A phrase in a line: the token where it begins, and the one after it."""

    phrase: Phrase
    start: int
    end: int


@cache
def phrases(kind: str) -> frozenset[str]:
    """All wordings of a kind, each as one string."""
    return frozenset(" ".join(phrase.words) for phrase in _table() if phrase.kind == kind)


@lru_cache(maxsize=64)
def words(line: str) -> tuple[str, ...]:
    """The tokens of a line, at most MOST_WORDS from its beginning and its end.

    words("House rulesComments") == ("house", "rules", "comments")
    """
    if len(line) > 20 * MOST_WORDS:
        line = f"{line[: 10 * MOST_WORDS]} {line[-10 * MOST_WORDS :]}"
    return tuple(word for piece in _JOINT.split(line) for word in _WORD.findall(piece.replace("’", "'").casefold()))


def is_word(token: str) -> bool:
    """Letters, as against digits and punctuation."""
    return token[0].isalpha()


def matches(tokens: tuple[str, ...]) -> Iterator[Match]:
    """Every phrase that stands where it may stand; of those that begin together, the longest of each kind and place."""
    by_first = _by_first_word()
    for start, token in enumerate(tokens):
        if token not in by_first:
            continue
        seen: set[tuple[str, str]] = set()
        for phrase in by_first[token]:
            end = start + len(phrase.words)
            slot = (phrase.kind, phrase.where)
            if slot not in seen and tokens[start:end] == phrase.words and _may_stand(phrase.where, tokens, start, end):
                seen.add(slot)
                yield Match(phrase, start, end)


def _may_stand(where: Where, tokens: tuple[str, ...], start: int, end: int) -> bool:
    if where in ("control", "holds"):
        return True
    if any(is_word(token) for token in tokens[:start]):
        return False
    return where == "opens" or end == len(tokens) or tokens[end] in _LABEL_ENDS


@cache
def _table() -> tuple[Phrase, ...]:
    lines = resources.files(__package__).joinpath("wordings.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return tuple(
        Phrase(kind, cast(Where, where), split)
        for kind, where, cell in rows
        for wording in cell.split("|")
        if (split := words(wording))
    )


@cache
def _by_first_word() -> dict[str, tuple[Phrase, ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in _table():
        found[phrase.words[0]].append(phrase)
    return {first: tuple(sorted(several, key=lambda phrase: -len(phrase.words))) for first, several in found.items()}
