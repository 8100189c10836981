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


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<edge>[Tt]he\s(?:very\s)?(?:end|beginning|start|outbreak|onset|close)\sof)\s)?(?:(?:[Ll]ast|[Tt]his|[Nn]ext)\s)?"
        rf"(?P<name>{NAMED_DAY_PATTERN})(?:,?\s(?:19|20)\d\d(?!\d))?"
    )


def named_whens(article: Article) -> Iterator[When]:
    """The named days of the body, in order. A time of history only by its edge: who names a war mostly tells of no time."""
    for run in body_runs(article):
        for found in _pattern().finditer(article.text, run.start, run.end):
            if found["edge"] or period(found["name"]) is None:
                yield When(Span(*found.span()), "date")
