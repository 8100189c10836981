"""Reading units: a sentence, or several that one quotation holds together; each quotation stands in it as one token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.annotate.tokens import Token, Tokens
from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.annotate.quoting.marks import Quoted
    from dragoman.annotations import Sentence, When
    from dragoman.article import Article

LONGEST = 5_000  # characters outside quotation marks; see mentions.LONGEST


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens of a reading unit; ``quoted`` and ``times`` tell which of them are quotations and parts of time expressions."""

    span: Span
    tokens: tuple[Token, ...]
    quoted: Mapping[int, Quoted]
    times: frozenset[int]

    def lower(self, at: int) -> str:
        """The token in lower case; nothing beyond either end."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def over(self, first: int, last: int) -> Span:
        """The span of tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def units_of(
    article: Article,
    sentences: Sequence[Sentence],
    quoted: Sequence[Quoted],
    whens: Sequence[When] = (),
    tokens: Tokens | None = None,
) -> tuple[Unit, ...]:
    """The running text as reading units, in order."""
    known = tokens if tokens is not None else Tokens(article)
    starts = [q.span.start for q in quoted]
    when_starts = [when.span.start for when in whens]
    units = []
    for span in _joined(article.text, sentences, quoted):
        inside = quoted[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        times = [when.span for when in whens[bisect_left(when_starts, span.start) : bisect_left(when_starts, span.end)]]
        if len(span) - sum(len(q.span) for q in inside) <= LONGEST:
            units.append(_unit(known, span, inside, times))
    return tuple(units)


def _joined(text: str, sentences: Sequence[Sentence], quoted: Sequence[Quoted]) -> Iterator[Span]:
    """Spans of sentences, joined where a quotation crosses from one into the next or a cue follows its "?"."""
    starts = [q.span.start for q in quoted]
    current: Span | None = None
    for sentence in sentences:
        if current is not None and _crosses(text, current, sentence.span, quoted, starts):
            current = current.to(sentence.span)
        else:
            if current is not None:
                yield current
            current = sentence.span
    if current is not None:
        yield current


def _crosses(text: str, current: Span, following: Span, quoted: Sequence[Quoted], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, current.end) - 1
    if at < 0 or quoted[at].span.start < current.start:
        return False
    last = quoted[at]
    if last.span.end > current.end:
        return last.span.end > following.start
    ends = last.closed and last.span.end == current.end and text[last.inner.end - 1] in "?!,…"
    return ends and len(following) < 120 and "\n" not in text[current.end : following.start]


def _unit(known: Tokens, span: Span, inside: Sequence[Quoted], times: Sequence[Span]) -> Unit:
    tokens: list[Token] = []
    quoted: dict[int, Quoted] = {}
    at = span.start
    for q in inside:
        if q.span.start < at or q.span.end > span.end:
            continue
        tokens.extend(known.within(at, q.span.start))
        quoted[len(tokens)] = q
        tokens.append(Token(q.span.start, q.span.end, '"', '"', quoted=True))
        at = q.span.end
    tokens.extend(known.within(at, span.end))
    begins = [when.start for when in times]
    timed = {i for i, token in enumerate(tokens) if not token.quoted and _within(token, times, begins)}
    return Unit(span, tuple(tokens), quoted, frozenset(timed))


def _within(token: Token, spans: Sequence[Span], begins: Sequence[int]) -> bool:
    at = bisect_right(begins, token.start) - 1
    return at >= 0 and token.end <= spans[at].end
