"""What the words of a time expression say: families of patterns over the words in one spelling, each with what it makes of them.

The first pattern that fits the whole of the words counts. Parts of a match are read by the same rules, so "the end of last year"
is a part of "last year". Words are short and every part is read once, so the time taken is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.assemble.timing.families import FAMILIES
from dragoman.assemble.timing.patterns import Match
from dragoman.assemble.timing.wording import plain

if TYPE_CHECKING:
    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Rule

DEEPEST = 6
"""Expressions inside expressions that are read: "early on the morning of the last day of the first week of May"."""


@lru_cache(maxsize=8192)
def parse(words: str) -> Expression | None:
    """What a time expression says; None where no rule reads it.

    parse("the end of last year") == PartOf("end", Shifted(-1, "year"))
    """
    reading = Reading()
    return reading.read(plain(words))


class Reading:
    """The reading of one expression with its parts; each part is read once."""

    def __init__(self) -> None:
        self._done: dict[str, Expression | None] = {}
        self._depth = 0
        self.rule: Rule | None = None

    @property
    def characters(self) -> int:
        """Of all parts that were read."""
        return sum(map(len, self._done))

    def read(self, words: str) -> Expression | None:
        """The words in one spelling, by the first rule that fits."""
        words = words.strip(" ,").removeprefix("the ")
        if not words or self._depth > DEEPEST:
            return None
        if words not in self._done:
            self._done[words] = None
            self._depth += 1
            self._done[words] = self._first(words)
            self._depth -= 1
        return self._done[words]

    def _first(self, words: str) -> Expression | None:
        tokens = tokens_of(words)
        for family in _COMPILED:
            if family.words is not None and family.words.isdisjoint(tokens):
                continue
            for pattern, rule in family.rules:
                found = pattern.fullmatch(words)
                if found and (said := rule[1](Match(found, self.read, inside=self._depth > 1))):
                    if self._depth == 1:
                        self.rule = rule
                    return said
        return None


_TOKEN = re.compile(r"[a-z]+|\d")


def tokens_of(words: str) -> frozenset[str]:
    """The words, and ``0`` for a number: ``16th of february`` has 0, th, of, february."""
    return frozenset("0" if token.isdigit() else token for token in _TOKEN.findall(words))


@dataclass(frozen=True, slots=True)
class _Compiled:
    words: frozenset[str] | None
    rules: tuple[tuple[re.Pattern[str], Rule], ...]


_COMPILED = tuple(_Compiled(family.words, tuple((re.compile(rule[0]), rule) for rule in family.rules)) for family in FAMILIES)
