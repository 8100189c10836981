"""What was read, in few lines: of one page, and of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.record import MEMBER_KINDS
from dragoman.views.shown import StatementLine, count, how_sure, shown, statement_lines

if TYPE_CHECKING:
    from dragoman.record import Record


@dataclass(frozen=True, slots=True)
class PageSummary:
    """One page that was read."""

    id: str = shown("Content id of the article.")
    origin: str = shown("Where the page came from: a path, an address, - for standard input.")
    title: str | None = shown("The page's title; empty where it has none.")
    outlet: str | None = shown("Who published it, as far as the page says.")
    published: str | None = shown("The day the page was published, as an EDTF date; empty where nothing tells.")
    published_how: str | None = shown("What that date rests on, and which others were rejected.")
    language: str | None = shown("Language of the text, as an ISO 639-1 code.")
    unread: str | None = shown("Why no facts were read from it; empty where they were.")
    facts: int = shown("Facts of all kinds that the record holds.")
    new: bool = shown("Whether it was new to the store with this reader.")
    statements: tuple[StatementLine, ...] = shown("What it says that somebody said or wrote, the running text first.")
    unresolved: tuple[str, ...] = shown("What was noticed and could not be resolved.")


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """Many pages that were read in one go."""

    pages: int = shown("Pages that were read.")
    new: int = shown("Pages among them that were new to the store with this reader.")
    unread: int = shown("Pages kept with their parts but without facts, such as those in another language.")
    failed: tuple[tuple[str, int], ...] = shown("Pages that could not be read, counted by cause, the most frequent first.")
    facts: tuple[tuple[str, int], ...] = shown(
        "Facts of the pages that were read, counted by kind; kinds with none are left out."
    )


def page_summary(record: Record, *, new: bool) -> PageSummary:
    article, published = record.article, record.published
    lines = [line for line in statement_lines(record) if line.manner != "held"]
    return PageSummary(
        id=article.id,
        origin=record.page.origin,
        title=article.title.text if article.title else None,
        outlet=article.outlet,
        published=published.edtf if published else None,
        published_how=how_sure(published) if published else None,
        language=article.language,
        unread=article.unread,
        facts=sum(1 for _ in record.members()),
        new=new,
        statements=tuple(sorted(lines, key=lambda line: line.headline)),
        unresolved=unresolved(record),
    )


def unresolved(record: Record) -> tuple[str, ...]:
    """What the reader noticed and could not settle, in words."""
    if record.article.unread:
        return ()
    told = [statement for statement in record.statements if statement.manner != "held"]
    silent = sum(1 for statement in told if not statement.speakers)
    timeless = sum(1 for statement in told if not statement.said_on)
    undated = sum(1 for date in record.dates if date.kind in ("date", "time") and date.edtf is None)
    found = [
        (silent, count(silent, "statement") + " without a speaker"),
        (timeless, count(timeless, "statement") + " without a date"),
        (undated, count(undated, "time expression") + " without a date"),
        (record.published is None, "the day it was published"),
        (not told, "no statement was found"),
    ]
    return tuple(words for there, words in found if there)


def batch_summary(pages: int, new: int, unread: int, causes: Counter[str], facts: Counter[str]) -> BatchSummary:
    return BatchSummary(pages, new, unread, tuple(causes.most_common()), tuple((k, facts[k]) for k in MEMBER_KINDS if facts[k]))


def counted(records: Iterable[Record]) -> Counter[str]:
    """Facts of records by kind."""
    return Counter({kind: sum(len(getattr(record, kind)) for record in records) for kind in MEMBER_KINDS})
