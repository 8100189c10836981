"""``dragoman doctor``: what is installed, and what state the store is in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from dragoman.cli.options import store_option
from dragoman.errors import DragomanError, StoreError
from dragoman.version import __version__

LIBRARIES = (
    "alembic",
    "click",
    "htmldate",
    "numpy",
    "onnxruntime",
    "py3langid",
    "pydantic",
    "rich",
    "selectolax",
    "sqlalchemy",
    "tokenizers",
    "trafilatura",
)


@click.command(short_help="Check what is installed, and the store.")
@store_option
@click.pass_context
def doctor(ctx: click.Context, store: str) -> None:
    """Check what is installed, the model and the store. Exit code 1 where something is missing or can't be used."""
    lines = [*program(), *libraries(), *model_state(), *store_state(store)]
    for name, state in lines:
        click.echo(f"{name:<12} {state}")
    ctx.exit(1 if any(state.startswith(("MISSING", "UNUSABLE")) for _, state in lines) else 0)


def program() -> Iterator[tuple[str, str]]:
    import platform
    import sqlite3

    yield "dragoman", __version__
    yield "python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    yield "sqlite", sqlite3.sqlite_version


def libraries() -> Iterator[tuple[str, str]]:
    from importlib import metadata

    for name in LIBRARIES:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            yield name, f"MISSING: install it with python -m pip install {name}"


def model_state() -> Iterator[tuple[str, str]]:
    """Whether the tagger's model is whole and can be loaded."""
    from dragoman.tagger import Tagger

    try:
        yield "model", f"sha256:{Tagger().sha256[:16]}, whole"
    except (DragomanError, ImportError) as error:
        yield "model", f"UNUSABLE: {error}"


def store_state(store: str) -> Iterator[tuple[str, str]]:
    """Whether the store can be used, what is in it, and the room around it."""
    import shutil

    from dragoman.store import open_store
    from dragoman.views.shown import count

    where = Path(store)
    try:
        if where.exists():
            with open_store(store, create=False) as shelf:
                articles, failures = sum(1 for _ in shelf.articles()), sum(1 for _ in shelf.failures())
                held = f"{count(articles, 'article')}, {count(failures, 'failed page')}, {size_of(where) / 2**20:.1f} MB"
                yield "store", f"{store}: {held}, store version {shelf.revision()}"
        else:
            yield "store", f"{store}: none yet, dragoman read PATH makes it"
    except StoreError as error:
        yield "store", f"UNUSABLE: {error}"
    folder = where.absolute().parent
    if folder.is_dir():
        yield "disk", f"{shutil.disk_usage(folder).free / 2**30:.1f} GB free in {folder}"


def size_of(store: Path) -> int:
    """The file and what SQLite has not yet moved into it."""
    return sum(part.stat().st_size for part in (store, store.with_name(f"{store.name}-wal")) if part.exists())
