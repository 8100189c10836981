"""Where a statement's words begin and end: without quotation marks around them, "that" or "for" before, stop or comma behind."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.annotate.quoting.marks import Quoted
    from dragoman.annotations import QuotationForm

_LEADING = re.compile(r"(?:[\s,:;–—-]+|(?:that|for|of|about|against)\b(?=[\s,])|''|``)")
_BEHIND = ",.;: \t\r\n\u00a0"
_ROUNDS = 4
"""Marks and quotation marks behind words that are taken off, layer by layer, at most."""
_WORD = re.compile(r"\w")


def trimmed(text: str, piece: Span, quoted: Sequence[Quoted]) -> Span | None:
    """A piece of content in the record's borders; None where no word is left.

    quoted   the article's quoted stretches, in order. A piece that is one of them, or part of one, loses the marks; one that
             holds quoted words among its own keeps them.
    """
    start, end = _without_lead(text, piece.start, piece.end), piece.end
    for _ in range(_ROUNDS):
        before = start, end
        if (inside := _around(start, end, text, quoted)) is not None:
            start, end = max(start, inside.inner.start), min(end, inside.inner.end)
        end = _without_stop(text, start, end)
        if (start, end) == before:
            break
    return Span(start, end) if start < end and _WORD.search(text, start, end) else None


def _without_stop(text: str, start: int, end: int) -> int:
    """Where the words end before the marks behind them; three full stops are words left out, and stay."""
    words = text[start:end].rstrip(_BEHIND)
    return start + len(words) + 3 * text[start:end].startswith("...", len(words))


def _without_lead(text: str, start: int, end: int) -> int:
    while start < end and (lead := _LEADING.match(text, start, end)):
        start = lead.end()
    return start


def _around(start: int, end: int, text: str, quoted: Sequence[Quoted]) -> Quoted | None:
    """The quoted stretch that a piece is, or is part of, marks aside."""
    at = bisect_right(quoted, start, key=lambda one: one.span.start) - 1
    if at < 0 or not quoted[at].span.overlaps(Span(start, max(end, start + 1))):
        return None
    one = quoted[at]
    return one if end <= one.span.end or not _WORD.search(text, one.span.end, end) else None


def form_of(text: str, content: Sequence[Span], quoted: Sequence[Quoted]) -> QuotationForm:
    """Direct where every word stands in quotation marks, indirect where none does."""
    inside = outside = False
    for piece in content:
        at = piece.start
        first = max(bisect_right(quoted, piece.start, key=lambda one: one.span.start) - 1, 0)
        for one in quoted[first:]:
            if one.span.start >= piece.end:
                break
            if one.span.end <= at:
                continue
            inside = True
            outside = outside or _WORD.search(text, at, max(at, one.span.start)) is not None
            at = max(at, one.span.end)
        outside = outside or _WORD.search(text, min(at, piece.end), piece.end) is not None
    return "mixed" if inside and outside else "direct" if inside else "indirect"
