"""Options that several commands share."""

from __future__ import annotations

import click

store_option = click.option(
    "--store",
    metavar="PATH",
    default="dragoman.db",
    envvar="DRAGOMAN_STORE",
    show_default=True,
    show_envvar=True,
    help="The store: an SQLite file.",
)
