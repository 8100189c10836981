"""Time expressions and visible stamps as members of a record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, content_id
from dragoman.assemble.days import days_of_stamp
from dragoman.assemble.timing.grammar import parse
from dragoman.assemble.timing.moments import Moment
from dragoman.assemble.timing.values import Timed, Value
from dragoman.record import Date, Evidence

if TYPE_CHECKING:
    from datetime import date

    from dragoman.article import Article, Span, Stamp
    from dragoman.assemble.timing.values import Times


def find_dates(article: Article, times: Times, anchor: date | None) -> tuple[Date, ...]:
    """Every time expression with its value, and the dates that the page shows beside its running text: dateline, stamps, clocks.

    anchor   the page's own day, of whose year a dateline without one is
    """
    told = [_told(article, one) for one in times]
    shown = {stamp.span: stamp for stamp in article.stamps if stamp.span is not None}
    stamps = [_shown(article, stamp) for span, stamp in sorted(shown.items()) if not _overlaps(times, span)]
    known = next((span for span in shown if article.dateline and span.overlaps(article.dateline.span)), None)
    origin = _of_dateline(article, times, anchor) if known is None else None
    return tuple(date for date in (origin, *told, *stamps) if date is not None)


def _of_dateline(article: Article, times: Times, anchor: date | None) -> Date | None:
    """``OSLO, Nov. 20 (Lakeside Wire) -``: the day that a dateline without its year names."""
    named = article.dateline.date if article.dateline else None
    if named is None or named.span is None or _overlaps(times, named.span) or not (expression := parse(named.text)):
        return None
    found = expression.reckon(Moment(anchor, tense="past"))
    value = Value(found.stretch.edtf, found.stretch.timex, found.stretch.days, found.anchor) if found.stretch else Value()
    basis = f"reckoned from the page's day, {anchor}" if found.anchor == "page" else "told in full"
    return _told(article, Timed(named.span, "date", replace(value, basis=basis)))


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


def _overlaps(times: Times, span: Span) -> bool:
    return any(True for _ in times.overlapping(span))
