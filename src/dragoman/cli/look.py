"""``dragoman list`` and ``dragoman show``: what is in the store."""

from __future__ import annotations

import dataclasses
import sys

import click

from dragoman.cli.options import json_option, store_option, write_json


@click.command("list", short_help="List the articles in the store.")
@store_option
@json_option
def list_articles(store: str, as_json: bool) -> None:
    """List the articles in the store, the latest published first."""
    from dragoman.store import open_store
    from dragoman.views.terminal import article_rows, console

    with open_store(store, create=False) as shelf:
        if as_json:
            for row in shelf.articles():
                write_json(dataclasses.asdict(row))
            return
        rows = list(shelf.articles())
    out = console()
    for text in article_rows(rows, out.width) if rows else ():
        out.print(text)
    if not rows:
        click.echo(f"{store} holds no article yet. Read something: dragoman read PATH")


@click.command(short_help="Show an article with its statements marked.")
@click.argument("article_id", metavar="ID")
@store_option
@click.option("--json", "as_json", is_flag=True, help="Print the record as one line of JSON (dragoman/record/1).")
def show(article_id: str, store: str, as_json: bool) -> None:
    """Show an article with its parts, and in it who said what: source, cue and words of each statement are marked.

    ID may be the first characters of it, as `dragoman list` prints them.
    """
    from dragoman.contract import to_json
    from dragoman.store import open_store
    from dragoman.views.article import article_view
    from dragoman.views.terminal import console
    from dragoman.views.terminal_article import article_lines

    with open_store(store, create=False) as shelf:
        record = shelf.record(article_id)
    if as_json:
        sys.stdout.buffer.write(to_json(record) + b"\n")
        return
    out = console()
    for text in article_lines(article_view(record)):
        out.print(text)
