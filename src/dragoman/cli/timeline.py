"""``dragoman timeline``: what has a date, over all articles in the store, in the order of time."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import (
    Days,
    check_shape_and_range,
    csv_option,
    headlines_option,
    held_option,
    json_option,
    min_confidence_option,
    store_option,
    words_option,
    write_csv,
    write_json_lines,
)

if TYPE_CHECKING:
    from dragoman.store import DatedKind, TimelineAsked
    from dragoman.views.timeline import TimelineEntry

KINDS: tuple[DatedKind, ...] = ("statement", "event", "instrument", "gathering")


@click.command(short_help="List what has a date, in the order of time.")
@words_option(
    "--about",
    "WORDS",
    'What holds all these words in what was said or done, or in its name; those in "quotation marks" side by side.',
)
@words_option("--by", "NAME", "What this person, state or body said, did or is a party to: words of any of its names.")
@click.option("--from", "since", type=Days(), metavar="DAY", help="On that day or later: 2019-02-16, 2019-02 or 2019.")
@click.option("--to", "until", type=Days(), metavar="DAY", help="On that day or earlier.")
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only these; may be repeated.")
@click.option("--reported", is_flag=True, help="Statements too whose day is not told, under the day their page was published.")
@held_option
@headlines_option
@min_confidence_option
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than so many, the earliest.")
@json_option
@csv_option
@store_option
def timeline(
    about: str | None,
    by: str | None,
    since: tuple[str, str] | None,
    until: tuple[str, str] | None,
    kinds: tuple[DatedKind, ...],
    reported: bool,
    held: bool,
    headlines: bool,
    min_confidence: float | None,
    limit: int | None,
    as_json: bool,
    as_csv: bool,
    store: str,
) -> None:
    """List what has a date, over all articles in the store, by the earliest day that may be meant.

    Statements stand under the day they were said, events under the day they happen, instruments under their date, gatherings
    under their days: as precisely as the page tells, and no more. What is planned, supposed or denied says so. What has no
    first day ("by 14 May") comes before all that has one. A month, year or interval is in a range when a day
    of it is.

    Words and names match whole words, without case and accents. Where a page does not tell when something was said, it stands
    here only if --reported is given, under the page's own day, and marked so. Beliefs and wishes (--held) and headlines
    (--headlines) are left out unless asked for.
    """
    check_shape_and_range(as_json, as_csv, since, until)
    from dragoman.store import TimelineAsked

    asked = TimelineAsked(
        about=about,
        by=by,
        kinds=kinds,
        first=since[0] if since else None,
        last=until[1] if until else None,
        reported=reported,
        held=held,
        headlines=headlines,
        min_confidence=min_confidence,
        limit=limit,
    )
    with closing(look(asked, store)) as found:
        write = write_json_lines if as_json else write_table if as_csv else print_all
        some = write(found)
    if not some:
        click.echo(nothing(asked, store), err=as_json or as_csv)


def look(asked: TimelineAsked, store: str) -> Generator[TimelineEntry]:
    """What was found, as it comes out of the store."""
    from dragoman.store import open_store
    from dragoman.views.timeline import timeline_entry

    with open_store(store, create=False) as shelf:
        yield from map(timeline_entry, shelf.timeline(asked))


def write_table(found: Iterable[TimelineEntry]) -> bool:
    """Print them as CSV and tell whether there were any."""
    from dragoman.views.timeline_table import timeline_header, timeline_row

    return write_csv(timeline_header(), map(timeline_row, found))


def print_all(found: Iterable[TimelineEntry]) -> bool:
    """Print them under their dates and tell whether there were any."""
    from dragoman.views.terminal import console
    from dragoman.views.terminal_timeline import timeline_lines

    out, some = console(), False
    for text in timeline_lines(found, out):
        out.print(text)
        some = True
    return some


def nothing(asked: TimelineAsked, store: str) -> str:
    flags = (("--reported", asked.reported), ("--held", asked.held), ("--headlines", asked.headlines))
    left = [name for name, given in flags if not given] if not asked.kinds or "statement" in asked.kinds else []
    listed = " and ".join(filter(None, (", ".join(left[:-1]), *left[-1:])))
    hint = f" What {listed} would add was left out." if left else ""
    return f"Nothing dated in {store} fits.{hint}"
