"""Feasts and other named days in running text: ``Eid al-Fitr``, ``last Christmas``, ``the end of World War II``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotate.tokens import body_runs
from dragoman.annotations import When
from dragoman.article import Span
from dragoman.lexicon.named_days import NAMED_DAY_PATTERN, period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.article import Article

_BEFORE = re.compile(
    r"(?:(?P<edge>\b[Tt]he\s(?:very\s)?(?:end|beginning|start|outbreak|onset|close)\sof\s)|\b(?:[Ll]ast|[Tt]his|[Nn]ext)\s)\Z"
)
_YEAR = re.compile(r",?\s(?:19|20)\d\d(?!\d)")
FURTHEST = 30
"""Characters before a name in which such words stand."""


@cache
def _names() -> re.Pattern[str]:
    return re.compile(NAMED_DAY_PATTERN)


def named_whens(article: Article) -> Iterator[When]:
    """The named days of the body, in order. A time of history only by its edge: who names a war mostly tells of no time."""
    text = article.text
    for run in body_runs(article):
        for found in _names().finditer(text, run.start, run.end):
            before = _BEFORE.search(text, max(run.start, found.start() - FURTHEST), found.start())
            year = _YEAR.match(text, found.end(), run.end)
            if (before and before["edge"]) or period(found[0]) is None:
                yield When(Span(before.start() if before else found.start(), year.end() if year else found.end()), "date")
