"""Pages as a careful reader dated them, and how a record differs from that reading.

``dates_NAME.gold.json`` beside a page follows the annotation guide; every string stands in ``article.text`` to the letter:

published   ``edtf``; ``evidence``: words that its evidence holds; ``rejected``: a day, and words one of which the reason holds
dates       ``[text, nth, edtf, kind]``, every time expression of the running text; ``"furniture"`` behind it: a stamp outside of
            it, of which any part may be the span
gatherings  ``[words, begins, ends]`` where the lexicon knows the days
said_on     ``[content, edtf]``; a statement that is not listed may be of any day
events      ``[trigger, clause, type, status, edtf]``; the trigger is the first in its clause

Times of day have their day as EDTF. Quarters and halves of a year are those of EDTF's level 2 (33 to 36, 40, 41).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.record import Date, Published, Record, Statement

PAGES = Path(__file__).parents[1] / "pages"
Wanted = tuple[str, int, str | None, str]
"""Words of a time expression, which of their occurrences, its value, its kind."""
Gold = dict[str, Any]

_LEADS = re.compile(r"(?:(?:the|from|on)\s+)+", re.I)
"""Words that may stand inside or outside of a span: readers differ."""
_ENOUGH = 0.5  # of the characters that either has: from here on two contents are one


@dataclass(frozen=True, eq=False)
class Dated:
    """A page and the times that a reader found in it."""

    path: Path
    gold: Gold

    @property
    def name(self) -> str:
        return self.path.stem


@cache
def pages() -> tuple[Dated, ...]:
    """Every page whose dates are annotated beside it."""
    found = []
    for beside in sorted(PAGES.glob("dates_*.gold.json")):
        (path,) = (p for p in PAGES.glob(beside.name.removesuffix("gold.json") + "*") if p.suffix != ".json")
        found.append(Dated(path, json.loads(beside.read_text(encoding="utf-8"))))
    return tuple(found)


def place(text: str, words: str, nth: int = 1) -> Span:
    """Where words stand for the ``nth`` time; ValueError where they don't."""
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            raise ValueError(f"{words!r} doesn't stand in the page {nth} times")
    return Span(at, at + len(words))


def published_differences(gold: Gold, published: Published | None) -> Iterator[str]:
    """``gold`` is the page's ``published``."""
    if published is None:
        yield f"published: none, not {gold['edtf']}"
        return
    if published.edtf != gold["edtf"]:
        yield f"published: {published.edtf}, not {gold['edtf']}"
    shown = [evidence.text for evidence in published.evidence]
    for words in gold["evidence"]:
        if not any(words in text for text in shown):
            yield f"published: {words!r} is no evidence, but {shown}"
    for edtf, reasons in gold["rejected"]:
        why = [rejected.why for rejected in published.rejected if rejected.edtf == edtf]
        if not any(reason in one for one in why for reason in reasons):
            yield f"published: {edtf} is not rejected for {' or '.join(reasons)}, but for {why}"


def date_differences(text: str, wanted: Iterable[tuple[Any, ...]], dates: Iterable[Date], *, every: bool = True) -> Iterator[str]:
    """Rows as in ``dates``: each is to have one date of the record at its place; ``every``: no other date stands there."""
    left = sorted(dates, key=lambda date: date.span)
    for words, nth, edtf, kind, *furniture in wanted:
        span = place(text, words, nth)
        named = f"date {words!r}, {nth}. time"
        beside = [date for date in left if date.span.overlaps(span)]
        if not beside:
            yield f"{named}: not found"
            continue
        found = max(beside, key=lambda date: min(date.span.end, span.end) - max(date.span.start, span.start))
        left.remove(found)
        told = text[slice(*found.span)]
        if not furniture and _LEADS.sub("", told) != _LEADS.sub("", words):
            yield f"{named}: the span is {told!r}"
        if found.edtf != edtf:
            yield f"{named}: {found.edtf}, not {edtf}"
        if found.kind != kind:
            yield f"{named}: a {found.kind}, not a {kind}"
    if every:
        yield from (f"date {text[slice(*date.span)]!r} ({date.edtf}) at {date.span.start}: not annotated" for date in left)


def gathering_differences(gold: Gold, record: Record) -> Iterator[str]:
    text = record.article.text
    for words, begins, ends in gold["gatherings"]:
        span = place(text, words)
        found = [one for one in record.gatherings if any(mention.overlaps(span) for mention in one.mentions)]
        days = [(one.begins, one.ends) for one in found]
        if days != [(begins, ends)]:
            yield f"gathering {words!r}: {days}, not from {begins} to {ends}"


def said_on_differences(gold: Gold, record: Record) -> Iterator[str]:
    for words, edtf in gold["said_on"]:
        span = place(record.article.text, words)
        found = max(record.statements, key=lambda one: (_alike(one, span), one.id), default=None)
        if found is None or _alike(found, span) < _ENOUGH:
            yield f"statement {words!r}: not found"
        elif found.said_on != edtf:
            yield f"statement {words!r}: said on {found.said_on}, not {edtf}"


def _alike(statement: Statement, span: Span) -> float:
    """Share of the characters that the content and a span have in common."""
    wanted = set(range(*span))
    content = {at for piece in statement.content for at in range(*piece)}
    return len(wanted & content) / len(wanted | content)


def differences(page: Dated, record: Record) -> list[str]:
    """All that a record says of a page's times otherwise than its reader, but for its events."""
    return [
        *published_differences(page.gold["published"], record.published),
        *date_differences(record.article.text, page.gold["dates"], record.dates),
        *gathering_differences(page.gold, record),
        *said_on_differences(page.gold, record),
    ]
