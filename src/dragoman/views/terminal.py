"""Views as text for a terminal. What comes from pages is shown, never obeyed: no escape sequence, no override, no markup."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.text import Text

from dragoman.views.shown import count, one_line, short_id

if TYPE_CHECKING:
    from dragoman.store import ArticleRow
    from dragoman.views.shown import StatementLine
    from dragoman.views.summary import BatchSummary, PageSummary

MOST_LINES = 15
"""A summary is no longer than this, so that the next step stays on the screen."""

SUMMARY_WIDTH = 120
"""Where there is no terminal to ask."""

LEAST_WORDS = 24

KEPT = "\n\t\u200c\u200d\u00ad"
"""Line ends, tabs; the joiners that Persian, Indic scripts and emoji are written with; the soft hyphen."""

UNSAFE = re.compile(r"[^\x20-\x7e\n\t]")


def plain(words: str) -> str:
    """Words without anything a terminal would obey: controls, direction overrides and lone surrogates are spelled out."""
    return UNSAFE.sub(spelled, words.replace("\r\n", "\n"))


def spelled(found: re.Match[str]) -> str:
    character = found[0]
    if character in KEPT or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character
    return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"


def line(words: str) -> str:
    return plain(one_line(words))


def console(stream: TextIO | None = None) -> Console:
    """Where to print. Off a terminal lines are never wrapped: whoever reads them there cuts them himself."""
    stream = stream or sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else 100_000
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=width is not None)


def room(out: Console) -> int:
    """How long a line of a summary may be."""
    return min(out.width, SUMMARY_WIDTH) if out.width >= 100_000 else out.width


def page_lines(page: PageSummary, store: str, width: int) -> list[Text]:
    """At most MOST_LINES lines on one page."""
    after = after_page(page, store)
    head = head_lines(page)
    most = MOST_LINES - len(head) - len(after)
    said = list(page.statements)
    if len(said) > most:
        left = len(said) - (most - 1)
        after.insert(0, Text(f"… and {count(left, 'more statement')}", style="dim"))
        said = said[: most - 1]
    return [shortened(each, width) for each in (*head, *(statement_text(one, page.origin, width) for one in said), *after)]


def shortened(words: Text, width: int) -> Text:
    words.truncate(width, overflow="ellipsis")
    return words


def head_lines(page: PageSummary) -> list[Text]:
    title = Text(line(page.title), style="bold") if page.title else Text("(no title)", style="bold dim")
    return [title, Text(" · ".join(facts_of_head(page)))]


def facts_of_head(page: PageSummary) -> Iterator[str]:
    if page.outlet:
        yield line(page.outlet)
    yield line(f"published {page.published} ({page.published_how})") if page.published else "no date"
    yield line(page.language or "unknown language")
    yield line(page.origin)


def after_page(page: PageSummary, store: str) -> list[Text]:
    after = []
    if page.unread:
        after.append(Text(f"No facts were read: {line(page.unread)}", style="yellow"))
    if page.unresolved:
        after.append(Text(f"Not resolved: {', '.join(page.unresolved)}.", style="yellow"))
    stored = f"Stored in {store}: {count(page.facts, 'fact')}." if page.new else f"Already in {store}: nothing was added."
    return [*after, Text(stored), Text(f"Open it: dragoman show {short_id(page.id)}")]


def statement_text(said: StatementLine, origin: str, width: int) -> Text:
    """``speaker · “words” · date · file:start-end``, the words shortened to fit."""
    before, after = speaker_of(said), f"{when_said(said)} · {where(origin, said.start, said.end)}"
    quoted = words_said(said.words, said.form, max(LEAST_WORDS, width - len(before) - len(after) - 5))
    style = "cyan" if said.speakers else "yellow"
    return Text.assemble((before, style), " · ", quoted, (after, "dim"))


def where(origin: str, start: int, end: int) -> str:
    return f"{line(PurePath(origin).name or origin)}:{start}-{end}"


def words_said(words: str, form: str, space: int) -> str:
    """Words shortened to fit, in quotation marks where the page has them so."""
    words = line(words)
    words = words if len(words) <= space else words[: space - 1].rstrip() + "…"
    return f"“{words}”" if form == "direct" else words


def speaker_of(said: StatementLine) -> str:
    return who_said(said.speakers, said.candidates, said.mention)


MOST_CANDIDATES = 3


def who_said(speakers: Sequence[str], candidates: Sequence[str], mention: str | None) -> str:
    """Who said it; with a question mark, who may have."""
    if speakers:
        return line(" and ".join(speakers))
    if candidates:
        return "? " + line(" or ".join(candidates[:MOST_CANDIDATES]))
    return f"? “{line(mention)}”" if mention else "? (nobody named)"


def when_said(said: StatementLine) -> str:
    return f" · {line(said.said_on)}" if said.said_on else ""


def few_lines(pages: list[PageSummary], batch: BatchSummary, store: str, width: int) -> list[Text]:
    """A few lines for each of a few pages, MOST_LINES in all."""
    ends = batch_lines(batch, store)[-2:]
    each = (MOST_LINES - len(ends)) // len(pages) - 1
    found = []
    for page in pages:
        title = line(page.title) if page.title else "(no title)"
        head = f"{title} · {line(page.published or 'no date')} · {count(len(page.statements), 'statement')} · {short_id(page.id)}"
        found.append(Text(head, style="bold"))
        found.extend(statement_text(said, page.origin, width - 2).copy() for said in page.statements[:each])
    return [shortened(one, width) for one in (*found, *ends)]


def batch_lines(batch: BatchSummary, store: str) -> list[Text]:
    """Many pages in numbers."""
    found = [Text(", ".join(f"{number:,} {kind}" for kind, number in batch.facts))] if batch.facts else []
    if batch.unread:
        found.append(Text(f"{count(batch.unread, 'page')} kept without facts: see dragoman list.", style="yellow"))
    if batch.failed:
        causes = ", ".join(f"{number:,} {cause}" for cause, number in batch.failed)
        found.append(Text(f"{count(sum(n for _, n in batch.failed), 'page')} failed: {causes}.", style="red"))
    known = batch.pages - batch.new
    there = f", {known:,} already there" if known else ""
    found.append(Text(f"{count(batch.pages, 'page')} read: {batch.new:,} new in {store}{there}."))
    return [*found, Text("Open them: dragoman list, dragoman show ID")]


def article_rows(rows: Sequence[ArticleRow], width: int) -> Iterator[Text]:
    """The articles of a store, a line each, in columns; the title takes the room that is left."""
    cells = [cells_of(row) for row in rows]
    wide = [min(WIDEST, max(len(name), *(len(row[at]) for row in cells))) for at, name in enumerate(COLUMNS)]
    head = columns(COLUMNS, "title", wide, "", width)
    head.stylize("bold")
    yield head
    for row, own in zip(rows, cells, strict=True):
        title, style = (line(row.title), "") if row.title else (f"(no title) {line(row.origin)}", "dim")
        yield columns(own, title, wide, style, width)


WIDEST = len("2026-05-01/2026-05-31")
COLUMNS = ("id", "published", "outlet", "facts")


def cells_of(row: ArticleRow) -> tuple[str, ...]:
    facts = str(row.facts) if row.unread is None else "unread"
    return (short_id(row.id), line(row.published or "-"), line(row.outlet or "-"), facts)


def columns(cells: Sequence[str], title: str, wide: Sequence[int], style: str, width: int) -> Text:
    out = Text()
    for cell, most in zip(cells, wide, strict=True):
        padded = Text(cell)
        padded.truncate(most, overflow="ellipsis", pad=True)
        out.append_text(padded).append("  ")
    return shortened(out.append(title, style), width)
