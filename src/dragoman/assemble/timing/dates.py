"""Time expressions and visible stamps as members of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, content_id
from dragoman.assemble.dating.days import days_of_stamp
from dragoman.record import Date, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.article import Article, Stamp
    from dragoman.assemble.timing.values import Timed, Times


def find_dates(article: Article, times: Times) -> tuple[Date, ...]:
    """Every time expression with its value, and the dates that the page shows outside its running text (stamps, clocks)."""
    told = [_told(article, one) for one in times]
    shown = {stamp.span: stamp for stamp in article.stamps if stamp.span is not None}
    stamps = [_shown(article, stamp) for span, stamp in sorted(shown.items()) if not _overlaps(times, stamp)]
    return tuple(date for date in (*told, *stamps) if date is not None)


def _told(article: Article, one: Timed) -> Date:
    value = one.value
    return Date(
        id=content_id("date", article.id, one.span),
        span=one.span,
        edtf=value.edtf,
        kind=one.kind,
        timex=value.timex,
        basis=FrozenMap(edtf=value.basis) if value.edtf and value.anchor != "none" else FrozenMap(),
        evidence=(Evidence.of(article, one.span),),
    )


def _shown(article: Article, stamp: Stamp) -> Date | None:
    days = days_of_stamp(stamp.value)
    if days is None or stamp.span is None:
        return None
    return Date(
        id=content_id("date", article.id, stamp.span),
        span=stamp.span,
        edtf=days.edtf(),
        kind="date",
        timex=days.edtf(),
        basis=FrozenMap(),
        evidence=(Evidence.of(article, stamp.span),),
    )


def _overlaps(times: Times, stamp: Stamp) -> bool:
    return stamp.span is not None and any(True for _ in times.overlapping(stamp.span))
