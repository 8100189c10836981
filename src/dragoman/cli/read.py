"""``dragoman read``: pages into the store, and a few lines about them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, get_args

import click

from dragoman.article import Engine
from dragoman.cli.options import store_option
from dragoman.errors import DragomanError, StoreError

if TYPE_CHECKING:
    from dragoman.article import Page
    from dragoman.sources import Failure
    from dragoman.store import Store
    from dragoman.views.summary import BatchSummary, PageSummary

FEW = 3
"""Up to so many pages are shown, more are counted."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wish:
    """How the pages are to be read and what is to be printed."""

    cutter: Engine
    snapshot: bool
    as_json: bool
    quiet: bool


@dataclass(slots=True)
class Tally:
    """What happened so far. Records are not kept: many pages must fit."""

    pages: int = 0
    new: int = 0
    unread: int = 0
    causes: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    first: list[PageSummary] = field(default_factory=list)

    def summary(self) -> BatchSummary:
        from dragoman.views.summary import batch_summary

        return batch_summary(self.pages, self.new, self.unread, self.causes, self.facts)


@click.command(short_help="Read pages into the store.")
@click.argument("paths", nargs=-1, metavar="[PATH…|-]")
@click.option("--demo", is_flag=True, help="Read the bundled pages: invented talks over a disputed strait.")
@store_option
@click.option("--json", "as_json", is_flag=True, help="Print each record as a line of JSON (dragoman/record/1), nothing else.")
@click.option("--no-snapshot", is_flag=True, help="Don't keep the page as it came, only its hash.")
@click.option(
    "--engine",
    type=click.Choice(get_args(Engine)),
    default=get_args(Engine)[0],
    show_default=True,
    help="What cuts the body out of HTML: Dragoman's own labels on blocks, or trafilatura, slower.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but failures.")
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[str, ...],
    demo: bool,
    store: str,
    as_json: bool,
    no_snapshot: bool,
    engine: Engine,
    quiet: bool,
) -> None:
    """Read pages into the store: files, folders with all below, wildcards, or - for standard input.

    Exit code 0: all were read. 1: some failed, the others were read. 2: none could be read, or the store can't be used.
    """
    if demo == bool(paths):
        raise click.UsageError("Give PATHs to read, or - for standard input, or --demo.")
    from dragoman.sources import Failure
    from dragoman.store import open_store

    wish, tally, found = Wish(engine, not no_snapshot, as_json, quiet), Tally(), list(wanted(paths, demo))
    failures = [thing for thing in found if isinstance(thing, Failure)]
    if len(failures) == len(found):
        for failure in failures:
            say(failure)
        ctx.exit(2)  # nothing to read: no store is made for it
    with open_store(store) as shelf:
        try:
            read_all(found, shelf, wish, tally)
        except KeyboardInterrupt:
            click.echo(f"\nInterrupted: {stored(tally, store)} Run the same command again to go on.", err=True)
            ctx.exit(130)
        except StoreError as error:
            raise type(error)(f"{error} {stored(tally, store)}") from error
    if not (as_json or quiet):
        print_summary(tally, store)
    ctx.exit(0 if not tally.causes else 1 if tally.pages else 2)


def wanted(paths: tuple[str, ...], demo: bool) -> Iterator[Page | str | Failure]:
    """What is to be read, files not opened yet."""
    from dragoman import sources

    return sources.demo() if demo else sources.find(paths)


def read_all(found: list[Page | str | Failure], shelf: Store, wish: Wish, tally: Tally) -> None:
    from dragoman.sources import Failure, load

    for thing in with_progress(found, wish):
        page = load(thing) if isinstance(thing, str) else thing
        failure = page if isinstance(page, Failure) else read_one(page, shelf, wish, tally)
        if failure:
            note(failure, shelf, tally)


def read_one(page: Page, shelf: Store, wish: Wish, tally: Tally) -> Failure | None:
    """Read and store one page; a page that can't be read is a failure, a store that can't be written ends the run."""
    from dragoman.contract import to_json
    from dragoman.pipeline import read as read_page
    from dragoman.sources import Failure
    from dragoman.views.summary import counted, page_summary

    try:
        record = read_page(page, engine=wish.cutter)
        added = shelf.add(page, record, snapshot=wish.snapshot)
    except StoreError:
        raise
    except DragomanError as error:
        return Failure(page.origin, "unreadable", str(error))
    except OSError as error:  # not the page's fault: a table could not be opened, or a library's temporary file not be written
        why = error.strerror or type(error).__name__
        raise StoreError(f"{page.origin} was not read: {why}. Make room on the disk, then run the same command again.") from error
    except Exception as error:  # a fault of ours on one page must not cost the others
        if "KeyboardInterrupt" in f"{type(error).__name__}: {error}":  # pydantic makes an error of its own of it
            raise KeyboardInterrupt from error
        return fault(page.origin, error)
    if wish.as_json:
        sys.stdout.buffer.write(to_json(record) + b"\n")
        sys.stdout.buffer.flush()
    tally.pages += 1
    tally.new += added.new
    tally.unread += record.article.unread is not None
    tally.facts.update(counted([record]))
    if len(tally.first) <= FEW:
        tally.first.append(page_summary(record, new=added.new))
    return None


def fault(origin: str, error: Exception) -> Failure:
    """A page that Dragoman itself stumbled over: where, so that it can be reported."""
    import traceback
    from pathlib import Path

    from dragoman.sources import Failure

    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    message = (
        f"{origin}: Dragoman has a fault here ({why[:200]}; {where}). Please report it with the page; nothing of it was stored."
    )
    return Failure(origin, "fault", message)


def note(failure: Failure, shelf: Store, tally: Tally) -> None:
    """Say a failure in one line, and keep it for later."""
    tally.causes[failure.cause] += 1
    say(failure)
    shelf.add_failure(failure.origin, failure.cause, failure.message)


def say(failure: Failure) -> None:
    from dragoman.views.terminal import line

    click.echo(f"dragoman: {line(failure.message)}", err=True)


def stored(tally: Tally, store: str) -> str:
    from dragoman.views.shown import count

    return f"{count(tally.pages, 'page')} had been read and stored in {store}; the one in hand was left out."


def print_summary(tally: Tally, store: str) -> None:
    from dragoman.views.terminal import batch_lines, console, few_lines, page_lines, room

    if not tally.pages:
        return
    out = console()
    if tally.pages == 1 and not tally.causes:
        lines = page_lines(tally.first[0], store, room(out))
    elif tally.pages <= FEW:
        lines = few_lines(tally.first, tally.summary(), store, room(out))
    else:
        lines = batch_lines(tally.summary(), store)
    for text in lines:
        out.print(text)


def with_progress(found: list[T], wish: Wish) -> Iterable[T]:
    """The same things, with a bar on standard error where there are many and somebody watches."""
    if len(found) <= FEW or wish.quiet or not sys.stderr.isatty():
        return found
    from rich.console import Console
    from rich.progress import track

    return track(found, "Reading", console=Console(stderr=True), transient=True)
