"""Words that may be (part of) a time expression: where a set leaves some times out, they are masked and teach neither way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.article import Span

_TEMPORAL = re.compile(
    r"\b(?:(?:the|a|an|this|that|these|those|last|next|following|previous|same|several|few|many|some|every|each|early|late|first"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) ){0,3}"
    r"(?:now|currently|recent(?:ly)?|earlier|later|soon|then|previously|formerly|once|former|current|future|past|ago|before|after"
    r"|today|tonight|yesterday|tomorrow|daily|weekly|monthly|annual(?:ly)?|yearly|nightly|overnight|since"
    r"|seconds?|minutes?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|century|centuries|eras?|ages?"
    r"|seasons?|periods?|time|moment|mornings?|noon|afternoons?|evenings?|nights?|midnight|spring|summer|autumn|winter|-?\d+-year-old"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|[12]\d{3}s?|\d{1,2}:\d\d|\d0s)\b",
    re.IGNORECASE,
)


def unsure_times(text: str, sure: Sequence[Span]) -> Iterator[Span]:
    """Temporal words outside the times that a set gives (in the order of the text, without overlap)."""
    waiting = iter(sure)
    now = next(waiting, None)
    for match in _TEMPORAL.finditer(text):
        while now and now.end <= match.start():
            now = next(waiting, None)
        if not now or match.end() <= now.start:
            yield Span(*match.span())
