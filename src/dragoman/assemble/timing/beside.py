"""Times that get their value from what stands beside them: another time, or a gathering whose days are known."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dragoman.assemble.timing import stretches
from dragoman.assemble.timing.expressions import Fixed, Shifted, Yearless
from dragoman.assemble.timing.grammar import parse
from dragoman.assemble.timing.values import Times, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article import Article, Span
    from dragoman.assemble.timing.values import Timed
    from dragoman.record import Gathering

_APPOSED = re.compile(r",?\s(?:\(|[-–—]\s)?(?:in|on)\s(?:the\s)?|,\s|\s\(")
"""Between a time that is counted and the same one named: "nine months earlier, in May 2002"."""
_TO = re.compile(r"\s?[-–—]\s?|\s(?:and|or|to|until|till|through)\s(?:the\s)?")
"""Between two ends, or two that are named together."""
_IN_BRACKETS = re.compile(r"\s\(")
_OF = re.compile(r"\s(?:the|this|that|a|its|their|his|her)?\s?(?:[\w’'-]+\s){0,3}\Z")
NEAR = 40
"""Characters between "two days after" and the gathering that it counts from."""


def of_one_year(article: Article, every: Sequence[Timed]) -> list[Timed]:
    """A day or month without its year before one that has it is of that year: "between January and May 2018", "July 19 (2018)".

    Where that would put it behind the other, it is of the year before: "from November to May 2018".
    """
    found = list(every)
    for at in range(len(found) - 2, -1, -1):
        one, named = found[at], found[at + 1]
        first, last = parse(article[one.span]), parse(article[named.span])
        if not (isinstance(first, Yearless) and first.side is None and first.unit in ("day", "month")):
            continue
        if not isinstance(last, Fixed) or last.stretch.unit not in ("day", "month", "year"):
            continue
        between = _IN_BRACKETS if last.stretch.unit == "year" else _TO
        if not between.fullmatch(article.text, one.span.end, named.span.start):
            continue
        year = last.stretch.first.year
        stretch = first.in_year(year)
        if stretch and stretch.first > last.stretch.last:
            stretch = first.in_year(year - 1)
        if stretch:
            basis = f"of the year of the time named beside it, {article[named.span]!r}"
            found[at] = replace(one, value=Value(stretch.edtf, stretch.timex, stretch.days, "none", basis))
    return found


def apposed(article: Article, every: Sequence[Timed]) -> list[Timed]:
    """Times counted from another one take the value of the time named right behind them."""
    found = list(every)
    for at in range(len(found) - 1):
        one, named = found[at], found[at + 1]
        counted = one.value.anchor == "told" or (one.value.edtf is None and isinstance(parse(article[one.span]), Shifted))
        told = counted and named.value.edtf and named.value.anchor != "told"
        if told and _APPOSED.fullmatch(article.text, one.span.end, named.span.start):
            found[at] = replace(one, value=replace(named.value, basis=f"the time named beside it, {article[named.span]!r}"))
    return found


def anchored(article: Article, times: Times, gatherings: Sequence[tuple[Span, Gathering]]) -> Times:
    """Times that count from a gathering take their day from its own: "two days after the summit".

    gatherings   mentions in text order, each with what it means
    """
    starts = [span.start for span, _ in gatherings]
    found = []
    for one in times:
        value = _from_gathering(article, one, gatherings, starts) if one.value.edtf is None else None
        found.append(replace(one, value=value) if value else one)
    return Times(tuple(found))


def _from_gathering(
    article: Article, one: Timed, gatherings: Sequence[tuple[Span, Gathering]], starts: Sequence[int]
) -> Value | None:
    expression = parse(article[one.span])
    at = bisect_left(starts, one.span.end)
    if not isinstance(expression, Shifted) or expression.length is None or at == len(gatherings):
        return None
    span, gathering = gatherings[at]
    edge = gathering.begins if expression.by < 0 else gathering.ends
    if edge is None or len(edge) != len("2019-02-16") or span.start - one.span.end > NEAR:
        return None
    if not _OF.match(article.text, one.span.end, span.start):
        return None
    on = stretches.moved(date.fromisoformat(edge), expression.by, expression.unit)
    stretch = stretches.of_unit(expression.unit, on) if on else None
    if stretch is None:
        return None
    basis = f"counted from the {gathering.name}, {gathering.begins} to {gathering.ends}"
    return Value(stretch.edtf, stretch.timex, stretch.days, "told", basis)
