"""Ages ("3 days ago" beside the headline) as clues: counted back from when the page was seen.

Seen was a page when its own clock, a crawl stamp or a web archive's banner says so, else when it was fetched or read. That is
the only use of such a stamp: it never is the date itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dragoman.article import Article, Part, Span
from dragoman.assemble.dating.clues import Clue
from dragoman.assemble.dating.readings import read
from dragoman.assemble.days import Days, days_of_stamp, shifted
from dragoman.lexicon.calendar import NUMBER_PATTERN, small_number
from dragoman.record import Evidence

SEEN_WEIGHT = 3.0
"""An age beside a clock: more than an unlabelled ``<time>``, less than any stamp that a reader sees."""
READ_WEIGHT = 1.75
"""Counted from the moment of reading: right for a page just fetched, wrong for one that lay in a folder."""

AGE_FROM_READING = "age from reading"
"""Kind of the clue that is counted so: alone it tells a day with a question mark."""

_UNIT = r"min(?:ute)?s?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:ee)?ks?|w|mo(?:nth)?s?|y(?:ea)?rs?"
_AGE = re.compile(
    rf"(?<![\w.,])(?P<count>{NUMBER_PATTERN})\s?(?P<unit>{_UNIT})\s+ago(?!\w)",
    re.I,
)
_CHANGED = re.compile(r"\b(?:updat|modif|edit|revis|chang|amend|refresh|actuali|aktuali)\w*\W{1,3}(?:\w+\W{1,3}){0,2}\Z", re.I)
_SEEN = re.compile(
    r"\b(?:captured|archived|crawled|fetched|retrieved|snapshot|saved|cached)\b\W{0,3}(?:(?:on|at|of|as)\W{1,2}){0,2}", re.I
)
_NAMED = re.compile(r"\d{4}-\d\d-\d\d|[^.;|()]{3,30}?\b(?:19|20)\d\d\b")
"""A day in full, right behind such a word."""
MOST_LINES, MOST_BODY_LINES = 12, 2
"""Lines under the headline that are looked at, and how many of them may be text, such as a summary: further down stand lists of
other pages."""
_WHEN_KINDS = frozenset({"timestamp", "byline", "counter"})
_OTHER_KINDS = frozenset({"caption", "tags", "navigation", "share_control", "other"})
LONGEST_OTHER = 60
"""Characters of a line of another kind that begins or ends with an age: "London - 3 days ago", "3 days ago in Politics"."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """When a page was seen: the day, and the moment where it is known; ``says`` who says so."""

    day: date
    moment: datetime | None
    says: str
    weight: float


def age_clues(article: Article, read_at: datetime | None = None) -> tuple[Clue, ...]:
    """What an age beside the headline says of the day; none where ages differ, or nothing tells when the page was seen."""
    ages = list(_ages(article))
    seen = _seen(article, read_at) if ages else None
    if seen is None or len({words.casefold() for _, words, _, _ in ages}) != 1:
        return ()
    span, words, count, unit = ages[0]
    days = _days(count, unit, seen)
    says = f"“{words}”, counted back from {seen.says}"
    kind = "age" if seen.weight == SEEN_WEIGHT else AGE_FROM_READING
    return (Clue(kind, seen.weight, Evidence.of(article, span), says, (days,), role="unknown", exact=True),)


def _ages(article: Article) -> Iterator[tuple[Span, str, int, str]]:
    """Ages under the headline, those of a change left out: span, words, count, the first letters of the unit."""
    for part in _under_headline(article.parts):
        line = article[part.span][:400]
        for found in _AGE.finditer(line):
            outer = part.kind in _WHEN_KINDS or not (line[: found.start()].strip() and line[found.end() :].strip())
            if outer and not _CHANGED.search(line[: found.start()][-40:]):
                at = part.span.start
                count = small_number(found["count"].casefold()) or 0
                yield Span(at + found.start(), at + found.end()), found[0], count, found["unit"].casefold()[:2]


def _under_headline(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The lines from the headline on (without one, from the first) that may show an age, up to the third line of text."""
    begin = next((at + 1 for at, part in enumerate(parts) if part.kind == "title"), 0)
    text = 0
    for part in parts[begin : begin + MOST_LINES]:
        text += part.kind in ("body", "dateline", "question")
        if text > MOST_BODY_LINES:
            return
        if part.kind in _WHEN_KINDS or (part.kind in _OTHER_KINDS and len(part.span) <= LONGEST_OTHER):
            yield part


def _seen(article: Article, read_at: datetime | None) -> _Seen | None:
    """By the page's clock or a crawl stamp in its head, then by a capture's own line, then by when it was read."""
    for stamp in article.stamps:
        days = days_of_stamp(stamp.value)
        if stamp.role == "clock" and days and len(days) == 1:
            return _Seen(days.first, _moment(stamp.value), f"{stamp.where}, {days.edtf()}", SEEN_WEIGHT)
    for part in article.parts:
        if part.kind not in ("body", "title", "dateline", "question", "related_headline"):
            line = article[part.span][:300]
            told = _SEEN.search(line)
            named = _NAMED.match(line, told.end(), told.end() + 40) if told else None
            days = read(named[0]).days() if named else None
            if told and days and len(days) == 1:
                return _Seen(days.first, None, f"“{line[told.start() :][:60].strip()}”", SEEN_WEIGHT)
    if read_at is None:
        return None
    return _Seen(read_at.date(), read_at, f"the reading of the page, {read_at.date().isoformat()}", READ_WEIGHT)


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if "T" in value else None
    except ValueError:
        return None


def _days(count: int, unit: str, seen: _Seen) -> Days:
    """A day for minutes, hours and days; for weeks, months and years the days that pages round to them, which round down."""
    if unit[0] == "d":
        return _one(shifted(seen.day, -count))
    if unit[0] == "h" or unit == "mi":
        back = timedelta(hours=count) if unit[0] == "h" else timedelta(minutes=count)
        if seen.moment:
            return _one((seen.moment - back).date())
        return Days(shifted(seen.day, -((back.days + 1) if back >= timedelta(hours=1) else 0)), shifted(seen.day, -back.days))
    length = {"w": 7, "mo": 30, "y": 365}["mo" if unit == "mo" else unit[0]]
    return Days(shifted(seen.day, -(count + 1) * length + 1), shifted(seen.day, -count * length))


def _one(day: date) -> Days:
    return Days(day, day)
