"""Quotations whose speaker stands before or behind them by form alone: ``"…" ― Ana Costa``, ``COSTA: …`` inside a report.

A page that is a transcript as a whole is read by ``transcripts``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotations import Quotation
from dragoman.article import Span
from dragoman.lexicon import alternatives, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.article import Article

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_OPENING, _CLOSING = "\"“”„«'‘", "\"”“»'’"
_SIGNED = re.compile(r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>[A-Z][^\n,;:]{1,60}?)(?:,[^\n]{0,80})?\.?\s*\Z")
_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*|(?:de|da|al|bin|van|von|of|the|and)\b)(?:\s+(?:[A-Z][\w.’'-]*|(?:de|da|al|bin|van|von|of|the|and)\b)){0,5}\Z"
)
_LABEL = re.compile(r"[\"“”]?(?P<label>[A-Z][A-Z.’'-]*(?:\s[A-Z][A-Z.’'-]*){0,3})(?P<colon>:)\s+(?=\S)")
_NO_LABELS = frozenset("VIDEO PHOTO PHOTOS WATCH READ NOTE UPDATE RELATED MORE SOURCE BREAKING LIVE FILE CORRECTION".split())
FEWEST = 3
"""Labels in capitals that a report must hold before they are taken for speakers'."""


def labelled(article: Article, runs: Sequence[Span]) -> Iterator[Quotation]:
    """Signed quotations and labelled speech, a line at a time."""
    lines = [Span(m.start(), m.end()) for run in runs for m in _LINE.finditer(article.text, run.start, run.end)]
    yield from _signed(article.text, lines)
    labels = [(line, match) for line in lines if (match := _LABEL.match(article.text, line.start, line.end)) is not None]
    labels = [(line, match) for line, match in labels if _NO_LABELS.isdisjoint(match["label"].split())]
    if len(labels) >= FEWEST:
        yield from (one for line, match in labels if (one := _spoken(article.text, line, match)) is not None)


def _signed(text: str, lines: Sequence[Span]) -> Iterator[Quotation]:
    """A line in quotation marks, signed at its own end or by the line behind it."""
    for at, line in enumerate(lines):
        first = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
        if text[first] not in _OPENING:
            continue
        own = _last_mark(text, line)
        behind = lines[at + 1] if at + 1 < len(lines) else None
        stop = next(
            (
                (span, match)
                for span in (Span(own, line.end) if own < line.end else None, behind)
                if span is not None
                and (match := _SIGNED.match(text[span.start : span.end]))
                and _NAME.match(match["name"])
                and match["name"].casefold() not in _agencies()
            ),
            None,
        )
        inner = _inner(text, first, own)
        if stop is None or inner is None or (stop[0] is behind and text[own : line.end].strip(" .\u00a0")):
            continue
        span, match = stop
        dash, name = (Span(span.start + match.start(group), span.start + match.end(group)) for group in ("dash", "name"))
        yield Quotation((inner,), "direct", dash, name, by_form=True)


@cache
def _agencies() -> frozenset[str]:
    """Who signs a report, and not what is quoted in it."""
    return frozenset(name.casefold() for row in table("agencies") for name in (row["name"], *alternatives(row["names"])))


def _last_mark(text: str, line: Span) -> int:
    """Behind the last closing quotation mark of a line, its start where it has none."""
    return max((text.rfind(mark, line.start + 1, line.end) for mark in _CLOSING), default=-1) + 1 or line.end


def _inner(text: str, first: int, end: int) -> Span | None:
    words = text[first + 1 : end].rstrip(_CLOSING + " ,")
    start = first + 1 + len(words) - len(words.lstrip())
    return Span(start, first + 1 + len(words)) if start < first + 1 + len(words) else None


def _spoken(text: str, line: Span, match: re.Match[str]) -> Quotation | None:
    words = text[match.end() : line.end].rstrip(_CLOSING + " ")
    if not words:
        return None
    content = Span(match.end(), match.end() + len(words))
    return Quotation((content,), "direct", Span(*match.span("colon")), Span(*match.span("label")), by_form=True)
