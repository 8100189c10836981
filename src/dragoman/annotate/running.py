"""The running text of an article as the tagger reads it: the same length, what is no running text blanked out."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.annotate.tokens import body_runs
from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.article import Article

_BLANKED = re.compile(r"[^\n]")


def running_text(article: Article) -> str:
    """The article's text with every character outside title and body a blank, so that places stay what they are.

    Line breaks stay, since paragraphs tell the tagger something. The title is read with the body it belongs to.
    """
    kept, at = [], 0
    for span in read_runs(article):
        kept += [_BLANKED.sub(" ", article.text[at : span.start]), article.text[span.start : span.end]]
        at = span.end
    kept.append(_BLANKED.sub(" ", article.text[at:]))
    return "".join(kept)


def read_runs(article: Article) -> tuple[Span, ...]:
    """The title and the stretches of running text, in order, none overlapping another."""
    runs = body_runs(article)
    title = article.title.span if article.title else None
    return tuple(sorted({*runs, *([title] if title and not any(title.overlaps(run) for run in runs) else [])}))


def within(span: Span, runs: Sequence[Span]) -> Iterator[Span]:
    """The pieces of a span that lie in the runs: a stretch that crosses furniture is several."""
    at = max(bisect_right(runs, span.start, key=lambda run: run.start) - 1, 0)
    while at < len(runs) and runs[at].start < span.end:
        if runs[at].overlaps(span):
            yield Span(max(span.start, runs[at].start), min(span.end, runs[at].end))
        at += 1
