"""Whether a quarter or a half without its year is one of a year's: it is where business stands beside it, not a match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import Then, Yearless

if TYPE_CHECKING:
    from dragoman.article import Span
    from dragoman.assemble.timing.expressions import Expression

_BUSINESS = re.compile(
    r"[%$€£¥]|\b(?:per\s?cent|percentage|profits?|profitab\w+|sales|earn\w*|revenues?|incomes?|loss(?:es)?|growth|gdp|gross\sdomestic|"
    r"econom\w+|exports?|imports?|output|shares?|stocks?|bonds?|investors?|investments?|inflation|prices?|budget\w*|deficits?|debt|"
    r"fiscal|financial|banks?|compan(?:y|ies)|corp|inc|ltd|billion|quarters|quarterly|annual\w*|tax(?:es)?|trade|trading|markets?|"
    r"demand|orders|deliveries|shipments|production|costs?|spending|analysts?|forecast\w*|results|dividends?|dlrs|cents|"
    r"year-(?:ago|earlier))\b",
    re.I,
)
_MATCH = re.compile(
    r"\b(?:scored|scorers?|scoring|goalkeepers?|goalless|kick-?off|half-?time|midfielders?|touchdowns?|rebounds|referees?|equali[sz]ers?)\b",
    re.I,
)
AROUND = 400
"""Characters before and behind in which such words stand."""


def of_a_year(text: str, span: Span, expression: Expression | None) -> bool:
    """True of every other expression: only quarters and halves without a year need it."""
    nameless = isinstance(expression, Then) and expression.unit == "quarter"
    if not nameless and not (isinstance(expression, Yearless) and expression.unit in ("quarter", "half")):
        return True
    around = text[max(0, span.start - AROUND) : span.end + AROUND]
    return _BUSINESS.search(around) is not None and _MATCH.search(around) is None
