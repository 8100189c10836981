"""When a statement was made, where its own sentence tells the day: ``said on Saturday``, reckoned from the page's date.

A first version: a sentence without a day of its own leaves ``said_on`` null.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap
from dragoman.assemble.days import day_of, read, shifted
from dragoman.record import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.annotations import Annotations
    from dragoman.article import Article, Span
    from dragoman.record import Published, Statement

LATE_BY = 6
"""A report names a bare weekday for at most so many days before it was published; a week before is ``last Saturday``."""


def date_statements(
    article: Article, annotations: Annotations, published: Published | None, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """The statements, those dated whose sentence names a day outside what was said. Needs the page's date to the day."""
    anchor = day_named(published.edtf) if published else None
    if anchor is None:
        return tuple(statements)
    return tuple(dated(article, annotations, anchor, statement) for statement in statements)


def dated(article: Article, annotations: Annotations, anchor: date, statement: Statement) -> Statement:
    if statement.cue is None or statement.headline:
        return statement
    for span in days_beside(annotations, statement, statement.cue):
        if day := day_before(article[span], anchor):
            words = article[span]
            why = f"{words!r} in the sentence of the cue" + ("" if words == day.isoformat() else f", reckoned from {anchor}")
            return replace(
                statement,
                said_on=day.isoformat(),
                basis=FrozenMap(statement.basis, said_on=why),
                evidence=(*statement.evidence, Evidence.of(article, span)),
            )
    return statement


def days_beside(annotations: Annotations, statement: Statement, cue: Span) -> list[Span]:
    """Time expressions in the sentence of the cue, outside what was said, those nearest to the cue first."""
    sentence = next((s.span for s in annotations.sentences if cue in s.span), None)
    if sentence is None:
        return []
    said = [span for quotation in annotations.quotations for span in quotation.content] + list(statement.content)
    beside = [
        when.span
        for when in annotations.whens
        if when.kind == "date" and when.span in sentence and not any(when.span.overlaps(span) for span in said)
    ]
    return sorted(beside, key=lambda span: (max(span.start - cue.end, cue.start - span.end), span.start))


def day_before(words: str, anchor: date) -> date | None:
    """The day that the words name for a report of the anchor's day, which is not yet to come; None where they name none."""
    reading = read(words)
    if (whole := reading.days()) is not None:
        return whole.first if len(whole) == 1 and whole.first <= anchor else None
    if reading.month is not None and reading.day is not None:
        named = [day_of(year, reading.month, reading.day) for year in (anchor.year, anchor.year - 1)]
        return next((days.first for days in named if days and days.first <= anchor), None)
    if reading.weekday is not None and reading.shift in (None, 0):
        back = (anchor.weekday() - reading.weekday) % 7
        return shifted(anchor, -back) if back <= LATE_BY else None
    if reading.unit == "day" and reading.shift is not None and reading.shift <= 0:
        return shifted(anchor, reading.shift)
    return None


def day_named(edtf: str) -> date | None:
    """The day of an EDTF value that is one day."""
    try:
        return date.fromisoformat(edtf) if len(edtf) == len("2019-02-16") else None
    except ValueError:
        return None
