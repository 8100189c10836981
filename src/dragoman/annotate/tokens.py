"""Words and marks with their places: the smallest things the reading looks at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.article import Article

_TOKEN = re.compile(
    r"(?P<short>(?:[A-Z]\.){2,}|(?:[A-Z]\.)+[A-Z](?![\w]))"
    r"|(?P<initial>(?<![\w.])[A-Z]\.(?=\s?[A-Z][\w.]))"
    r"|(?P<title>(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Sgt|Sen|Rep|Gov|St|Jr|Sr|Hon|Rev|No|Adm|Maj|Brig|Amb)\.)"
    r"|(?P<genitive>(?<=\w)['’]s?(?![^\W\d_]))"
    r"|(?P<number>\d+(?:[.,:]\d+)*%?)"
    r"|(?P<word>[^\W_]+(?:(?:[-&]|['’](?!s\b))[^\W_]+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)

_ARTICLED = re.compile(r"(?:al|el|as|ad|ar|an|at|az|ash|bin|d|l)[-’'][A-Z]")  # al-Sudani, d'Estaing
_ARTICLE_OPENS = frozenset("aebdl")


class Token(NamedTuple):
    """A word, number or mark; ``lower`` is for comparing. ``quoted``: it stands for a whole stretch in quotation marks."""

    start: int
    end: int
    text: str
    lower: str
    quoted: bool = False

    @property
    def capital(self) -> bool:
        first = self.text[0]
        return first.isupper() or (first in _ARTICLE_OPENS and _ARTICLED.match(self.text) is not None)

    @property
    def word(self) -> bool:
        return self.text[0].isalnum() and not self.quoted


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``text[start:end]``, in order."""
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        start, end = match.span()
        yield Token(start, end, word, word.lower().replace("’", "'"))


class Tokens:
    """The tokens of an article's running text, each run's cut once, however often they are asked for."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._runs = body_runs(article)
        self._cut: dict[int, tuple[list[Token], list[int]]] = {}

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens of ``text[start:end]``, in order; outside the running text they are cut anew."""
        at = bisect_right(self._runs, start, key=lambda run: run.start) - 1
        if at < 0 or end > self._runs[at].end:
            return list(tokens_of(self._text, start, end))
        if at not in self._cut:
            tokens = list(tokens_of(self._text, *self._runs[at]))
            self._cut[at] = tokens, [token.start for token in tokens]
        tokens, starts = self._cut[at]
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside = tokens[first:last]
        whole = (not first or tokens[first - 1].end <= start) and (not inside or inside[-1].end <= end)
        return inside if whole else list(tokens_of(self._text, start, end))


def body_runs(article: Article) -> tuple[Span, ...]:
    """Stretches of running text: neighbouring body parts with nothing but blanks between them."""
    runs: list[Span] = []
    for part in article.parts_of("body", "question"):
        if runs and not article.text[runs[-1].end : part.span.start].strip():
            runs[-1] = runs[-1].to(part.span)
        else:
            runs.append(part.span)
    return tuple(runs)
