"""Quotation marks of every kind, paired: straight, curly, low, angle, doubled, single; unclosed ones end with their paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.article import Article

_DOUBLE = re.compile(r"''|``|[\"“”„‟«»＂]")
_SINGLE = re.compile(r"['‘’‚‹›]")
_PARAGRAPH = re.compile(r"\n\s*\n|\Z")
_OPENING, _CLOSING = frozenset("“„‟«"), frozenset("”»")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks: ``span`` with the marks, ``inner`` without them; ``closed``: whether the end is there."""

    span: Span
    inner: Span
    closed: bool = True


def find_quoted(article: Article, runs: tuple[Span, ...]) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of the running text, in order; what is quoted inside another is part of it."""
    found: list[Quoted] = []
    for run in runs:
        double = list(_pair(article.text, run, _DOUBLE, ()))
        found.extend(double)
        found.extend(_pair(article.text, run, _SINGLE, tuple(q.span for q in double)))
    return tuple(_outermost(sorted(found, key=lambda q: (q.span.start, -q.span.end))))


def _outermost(found: list[Quoted]) -> Iterator[Quoted]:
    end = 0
    for quoted in found:
        if quoted.span.start >= end:
            yield quoted
            end = quoted.span.end


def _pair(text: str, run: Span, marks: re.Pattern[str], taken: tuple[Span, ...]) -> Iterator[Quoted]:
    opened: re.Match[str] | None = None
    position, seen = 0, run.start
    for mark in marks.finditer(text, run.start, run.end):
        while position < len(taken) and taken[position].end <= mark.start():
            position += 1
        if position < len(taken) and taken[position].start <= mark.start():
            continue
        if marks is _SINGLE and "\n\n" in text[seen : mark.start()]:
            opened = None
        seen = mark.end()
        side = _side(text, mark, opened is not None, single=marks is _SINGLE)
        if side == "close" and opened is not None:
            yield from _quoted(text, opened, mark.start(), mark.end(), closed=True)
            opened = None
        elif side == "open":
            if opened is not None and marks is _DOUBLE:
                yield from _unclosed(text, opened, mark.start())
            opened = mark
    if opened is not None and marks is _DOUBLE:
        yield from _unclosed(text, opened, run.end)


def _side(text: str, mark: re.Match[str], inside: bool, *, single: bool) -> str:
    """``open``, ``close`` or ``neither`` (an apostrophe), by the mark's shape and the characters beside it."""
    shape, before, after = mark.group(), text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if single:
        return _single_side(shape, before, after, inside)
    if shape == "”" and not inside and not before.strip() and after.isalnum():
        return "open"  # papers that set every mark as a closing one
    if shape in _CLOSING and (inside or shape == "”"):
        return "close" if inside else "neither"
    if shape in _OPENING and not (inside and shape == "“" and _ends_word(before) and not after.isalnum()):
        return "open"
    if inside:
        return "close" if not before.isspace() or not after.strip() or after.isspace() else "open"
    return "open" if after.strip() else "neither"


def _single_side(shape: str, before: str, after: str, inside: bool) -> str:
    if shape in "‘‚‹" or (shape == "'" and not inside):
        return "open" if not before.isalnum() and after.isalnum() and not inside else "neither"
    if shape in "'’›" and inside and not after.isalnum() and before.strip():
        return "close"
    return "neither"


def _ends_word(before: str) -> bool:
    return bool(before.strip()) and before not in "([-–—"


def _quoted(text: str, opened: re.Match[str], end: int, after: int, *, closed: bool) -> Iterator[Quoted]:
    inner = text[opened.end() : end]
    start = opened.end() + len(inner) - len(inner.lstrip())
    if words := inner.strip():
        yield Quoted(Span(opened.start(), after), Span(start, start + len(words)), closed)


def _unclosed(text: str, opened: re.Match[str], limit: int) -> Iterator[Quoted]:
    """An opening mark that nothing closes: it reaches to the end of its paragraph or line."""
    paragraph = _PARAGRAPH.search(text, opened.end(), limit)
    end = min(paragraph.start() if paragraph else limit, limit)
    line = text.find("\n", opened.end(), end)
    end = line if line > 0 else end
    length = len(text[opened.end() : end].rstrip())
    yield from _quoted(text, opened, opened.end() + length, opened.end() + length, closed=False)
