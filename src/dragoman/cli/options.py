"""Options that several commands share, and how they print rows for other programs."""

from __future__ import annotations

import dataclasses
import re
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from _typeshed import DataclassInstance

store_option = click.option(
    "--store",
    metavar="PATH",
    default="dragoman.db",
    envvar="DRAGOMAN_STORE",
    show_default=True,
    show_envvar=True,
    help="The store: an SQLite file.",
)

held_option = click.option(
    "--held", is_flag=True, help="Beliefs and wishes too that are ascribed without a report of their being said."
)
headlines_option = click.option("--headlines", is_flag=True, help="Headlines and links to other pages too.")
min_confidence_option = click.option(
    "--min-confidence", type=click.FloatRange(0, 1), metavar="P", help="Leave out what is less likely right, or not calibrated."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
csv_option = click.option("--csv", "as_csv", is_flag=True, help="Print a table for spreadsheets.")

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class Days(click.ParamType[tuple[str, str]]):
    """A day, month or year, as the first and the last ISO day of it."""

    name = "day"

    def convert(self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        from dragoman.store import days_of

        if isinstance(value, tuple):
            return value
        month_or_none = value[5:7] <= "12"  # EDTF numbers seasons, quarters and halves of years from 21 on
        days = days_of(value) if _DAY.fullmatch(value) and month_or_none else None
        if days is None:
            self.fail(
                f"{value!r} is no day. Give a year (2019), a month (2019-02) or a day (2019-02-16); nothing was done.", param, ctx
            )
        return days


class Words(click.ParamType[str]):
    """At least one word to search by."""

    name = "words"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail(f"{value!r} is no text that could be searched for. Give it in UTF-8; nothing was done.", param, ctx)
        if not any(map(str.isalnum, value)):
            self.fail(f"{value!r} holds no word. Give at least one letter or digit; nothing was done.", param, ctx)
        return value


def words_option(name: str, metavar: str, help_: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(name, type=Words(), metavar=metavar, help=help_)


def check_shape_and_range(as_json: bool, as_csv: bool, since: tuple[str, str] | None, until: tuple[str, str] | None) -> None:
    """Raise a UsageError for two shapes at once, and for a range without a day."""
    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both; nothing was done.")
    if since and until and since[0] > until[1]:
        raise click.UsageError(f"--from {since[0]} is after --to {until[1]}: no day is in between; nothing was done.")


def write_json_lines(views: Iterable[DataclassInstance]) -> bool:
    """Print them and tell whether there were any."""
    some = False
    for view in views:
        write_json(dataclasses.asdict(view))
        some = True
    return some


def write_csv(header: str, rows: Iterable[str]) -> bool:
    """Print rows below a header, which stands there in any case, and tell whether there were any."""
    sys.stdout.buffer.write(header.encode())
    some = False
    for row in rows:
        sys.stdout.buffer.write(row.encode())
        some = True
    return some


def write_json(row: object) -> None:
    import orjson

    sys.stdout.buffer.write(orjson.dumps(row) + b"\n")
