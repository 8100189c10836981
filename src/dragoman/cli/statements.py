"""``dragoman statements``: who said what, over all articles in the store."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from typing import TYPE_CHECKING, get_args

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
from dragoman.record import Act, Manner

if TYPE_CHECKING:
    from dragoman.store import Asked
    from dragoman.views.statements import FoundStatement

SPOKEN: tuple[Manner, ...] = ("said", "written")


@click.command(short_help="List who said what, over all articles.")
@words_option("--by", "NAME", "Statements of this person, state or body: words of any of its names.")
@words_option("--office", "TITLE", "Statements of holders of this office, such as 'foreign minister'.")
@words_option("--of", "STATE", "Statements of holders of an office of this state or body.")
@words_option("--addressee", "NAME", "Statements made to this person, state or body.")
@words_option("--about", "WORDS", 'Statements whose words hold all these; those in "quotation marks" side by side.')
@click.option("--act", "acts", type=click.Choice(get_args(Act)), multiple=True, help="What was done by it; may be repeated.")
@click.option("--manner", "manners", type=click.Choice(get_args(Manner)), multiple=True, help="How; may be repeated.")
@held_option
@headlines_option
@click.option("--from", "since", type=Days(), metavar="DAY", help="Said on that day or later: 2019-02-16, 2019-02 or 2019.")
@click.option("--to", "until", type=Days(), metavar="DAY", help="Said on that day or earlier.")
@min_confidence_option
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than so many.")
@json_option
@csv_option
@store_option
def statements(
    by: str | None,
    office: str | None,
    of: str | None,
    addressee: str | None,
    about: str | None,
    acts: tuple[Act, ...],
    manners: tuple[Manner, ...],
    held: bool,
    headlines: bool,
    since: tuple[str, str] | None,
    until: tuple[str, str] | None,
    min_confidence: float | None,
    limit: int | None,
    as_json: bool,
    as_csv: bool,
    store: str,
) -> None:
    """List who said what, over all articles in the store, the latest first.

    Names and words match whole words, without case and accents. Where a page does not tell when something was said, the day it
    was published stands for it, and the list says so. A month, year or interval is in a range when a day of
    it is.

    Beliefs and wishes (--held) and headlines (--headlines) are left out unless asked for.
    """
    check_shape_and_range(as_json, as_csv, since, until)
    from dragoman.store import Asked

    asked = Asked(
        by=by,
        office=office,
        of=of,
        addressee=addressee,
        about=about,
        acts=acts,
        manners=tuple(dict.fromkeys((*(manners or SPOKEN), *(("held",) if held else ())))),
        headlines=headlines,
        first=since[0] if since else None,
        last=until[1] if until else None,
        min_confidence=min_confidence,
        limit=limit,
    )
    with closing(look(asked, store)) as found:
        write = write_json_lines if as_json else write_table if as_csv else print_all
        some = write(found)
    if not some:
        click.echo(nothing(asked, store), err=as_json or as_csv)


def look(asked: Asked, store: str) -> Generator[FoundStatement]:
    """What was found, as it comes out of the store."""
    from dragoman.store import open_store
    from dragoman.views.statements import found_statement

    with open_store(store, create=False) as shelf:
        yield from map(found_statement, shelf.statements(asked))


def write_table(found: Iterable[FoundStatement]) -> bool:
    """Print them as CSV and tell whether there were any."""
    from dragoman.views.table import csv_header, csv_row

    return write_csv(csv_header(), map(csv_row, found))


def print_all(found: Iterable[FoundStatement]) -> bool:
    """Print two lines each and tell whether there were any."""
    from dragoman.views.terminal import console
    from dragoman.views.terminal_statements import found_lines

    out, some = console(), False
    for said in found:
        for text in found_lines(said, out.width):
            out.print(text)
        some = True
    return some


def nothing(asked: Asked, store: str) -> str:
    left = [words for words, out in (("--held", "held" not in asked.manners), ("--headlines", not asked.headlines)) if out]
    hint = f" What {' and '.join(left)} would add was left out." if left else ""
    return f"No statement in {store} fits.{hint}"
