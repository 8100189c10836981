"""Numbers spelled out, as digits: ``twenty-first`` 21st, ``nineteen ninety-seven`` 1997, ``two thousand twelve`` 2012.

One walk over the words; each takes a bounded step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.lexicon.calendar import ordinal_ending

_ONES = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen".split()
)}  # fmt: skip
_TENS = {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_ORDINALS = {word: number for number, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth".split(), 1
)} | {"thirtieth": 30}  # fmt: skip
_DECADES = {f"{word[:-1]}ies": number for word, number in _TENS.items()}
_LARGE = {"hundred": 100, "thousand": 1000}
_CARDINALS = _ONES | _TENS

_BEGINNINGS = frozenset((*_CARDINALS, *_ORDINALS, *_DECADES, "noughties")) - {"second"}
_WORDS = re.compile(r"[a-z]+|\d+|[^a-z\d]+")
_CENTURIES = range(13, 21)
"""What may begin a year said in two: ``thirteen fifty`` is none of the news, ``ten twenty`` is a time of day."""


def spelled_as_digits(words: str) -> str:
    """The words, in lower case, with every number in digits. A bare ``second`` is left: it is mostly a unit."""
    parts = _WORDS.findall(words)
    if _BEGINNINGS.isdisjoint(parts):
        return words
    done: list[str] = []
    at = 0
    while at < len(parts):
        number = _Number()
        end = _read(number, parts, at)
        done.append(number.digits if end > at else _alone(parts[at]))
        at = max(end, at + 1)
    return "".join(done)


def _alone(word: str) -> str:
    """``nineties`` without its hundred"""
    return f"{_DECADES[word]}s" if word in _DECADES else "2000s" if word == "noughties" else word


@dataclass
class _Number:
    """A number being read: what is sure of it, what may still grow, and how it ends (``st`` or the ``s`` of decades)."""

    total: int = 0
    current: int = 0
    begun: bool = False
    ending: str = ""

    @property
    def digits(self) -> str:
        return f"{self.total + self.current}{self.ending}"

    def take(self, word: str, before: str) -> bool:
        """Add a word of the number, or tell that it is no part of it."""
        if word in _LARGE:
            return self._enlarge(_LARGE[word])
        if self.begun and word == "thousands" and not self.total:
            self.total, self.current, self.ending = 1000 * self.current, 0, "s"
            return True
        if word in _CARDINALS:
            return self._add(_CARDINALS[word], before)
        if word in _ORDINALS and (word != "second" or self.current % 100 in _TENS.values()):
            return self._end(_ORDINALS[word], before, "ordinal")
        return self.begun and (word in _DECADES or word == "tens") and self._end(_DECADES.get(word, 10), before, "s")

    def _enlarge(self, by: int) -> bool:
        if not self.begun or self.current >= 100 or (by == 1000 and self.total):
            return False
        self.total, self.current = (self.total + 1000 * self.current, 0) if by == 1000 else (self.total, 100 * self.current)
        return True

    def _add(self, value: int, before: str) -> bool:
        if self.begun and not self._goes_on(value, before):
            return False
        if self.begun and self.current in _CENTURIES and not self.total and not (self.current == 20 and 0 < value < 10):
            self.current *= 100
        self.current += value
        self.begun = True
        return True

    def _goes_on(self, value: int, before: str) -> bool:
        """``twenty`` + ``one``, ``two thousand`` + ``ten``, ``nineteen`` + ``ninety`` or ``zero``."""
        if not self.current or (self.current >= 100 and self.current % 100 == 0):
            return 0 < value < 100
        if self.current % 10 == 0 and self.current % 100 >= 20:
            return 0 < value < 10 or (self.current == 20 and value >= 10)
        if self.current >= 1000 and before == "zero":
            return 0 < value < 10
        return self.current in _CENTURIES and not self.total and (value >= 10 or value == 0)

    def _end(self, value: int, before: str, ending: str) -> bool:
        if not self._add(value, before):
            return False
        self.ending = "s" if ending == "s" else ordinal_ending(self.total + self.current)
        return True


def _read(number: _Number, parts: list[str], at: int) -> int:
    """A number of several words that begins at a place: the place after it, the same where none begins."""
    end, before = at, ""
    while end < len(parts) and not number.ending:
        word = parts[end]
        if word == "and" and (before not in _LARGE or not _is_number(parts, end + 2)):
            break
        if word != "and" and not number.take(word, before):
            break
        at, before = (end + 1, word) if word != "and" else (at, before)
        if end + 2 >= len(parts) or parts[end + 1] not in (" ", "-"):
            break
        end += 2
    return at


def _is_number(parts: list[str], at: int) -> bool:
    return at < len(parts) and (parts[at] in _CARDINALS or parts[at] in _ORDINALS or parts[at] == "tens")
