"""Pages from files, folders, wildcards and standard input.

A named file is always tried; a folder gives the files with a known suffix, sorted, hidden ones left out.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from dragoman.article import Page

HTML_SUFFIXES = (".html", ".htm", ".xhtml")
TEXT_SUFFIXES = (".txt", ".text")
SUFFIXES = HTML_SUFFIXES + TEXT_SUFFIXES
"""What a folder is searched for. Not ``.md``: in a folder that is somebody's notes more often than a page."""

MAX_BYTES = 16 * 2**20
"""A page larger than this is not read. Web archives cut pages at 1 to 5 MB; nothing a person reads comes near 16."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be had or read.

    cause    a few words to count by: ``missing``, ``folder without pages``, ``too large`` …
    message  one line: what happened, what is allowed, what to do
    """

    origin: str
    cause: str
    message: str


def pages(paths: Iterable[str], *, limit: int = MAX_BYTES) -> Iterator[Page | Failure]:
    """Pages of files, folders (with all below), wildcards the shell left alone, and ``-`` for standard input."""
    for found in find(paths):
        yield found if isinstance(found, Failure) else load(found, limit=limit)


def find(paths: Iterable[str]) -> Iterator[str | Failure]:
    """The files behind paths, none opened yet, so that they can be counted first."""
    for path in paths:
        if path == STDIN or (Path(path).exists() and not Path(path).is_dir()):
            yield path
        elif Path(path).is_dir():
            yield from in_folder(path)
        elif matches := sorted(glob.glob(path, recursive=True)):  # noqa: PTH207 - it takes absolute patterns, Path.glob does not
            yield from find(match for match in matches if Path(match).exists())
            yield from (missing(match) for match in matches if not Path(match).exists())
        else:
            yield missing(path)


def in_folder(folder: str) -> Iterator[str | Failure]:
    """Files below a folder, sorted; links to folders are not followed, so a loop of links ends."""
    closed: list[Failure] = []
    empty = True
    for where, below, names in os.walk(folder, onerror=lambda error: closed.append(unreadable(str(error.filename), error))):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for path in (Path(where, name) for name in sorted(names)):
            if not path.name.startswith(".") and path.suffix.lower() in SUFFIXES and path.is_file():
                empty = False
                yield str(path)
    yield from closed
    if empty and not closed:
        yield Failure(
            origin_of(folder),
            "folder without pages",
            f"{origin_of(folder)}: no page in this folder; it is searched for {' '.join(SUFFIXES)}. "
            "Name a file to have it tried.",
        )


def load(path: str, *, limit: int = MAX_BYTES) -> Page | Failure:
    """Read one file or standard input, never more than ``limit`` bytes of it."""
    origin = origin_of(path)
    try:
        if path == STDIN:
            content = at_most(sys.stdin.buffer, limit)
        else:
            with Path(path).open("rb") as file:
                content = at_most(file, limit)
    except FileNotFoundError:
        return missing(path)
    except OSError as error:
        return unreadable(path, error)
    if len(content) > limit:
        return Failure(
            origin,
            "too large",
            f"{origin}: larger than {limit / 2**20:.0f} MB, the most that is read as one page. Split it; nothing of it was read.",
        )
    return Page(origin, content, media_type_of(origin), read_at=datetime.now(UTC))


def at_most(file: BinaryIO, limit: int) -> bytes:
    """All bytes of a file, or ``limit + 1`` of a larger one."""
    return file.read(limit + 1)


def media_type_of(name: str) -> str | None:
    """What a file's suffix says it is; None lets extract decide by its content."""
    suffix = Path(name).suffix.lower()
    if suffix in HTML_SUFFIXES:
        return "text/html"
    return "text/plain" if suffix in TEXT_SUFFIXES else None


def origin_of(path: str) -> str:
    """The path as given, with ``/``; bytes that are no text in it are spelled out."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace") if path != STDIN else STDIN


def missing(path: str) -> Failure:
    """A path that leads to nothing: an address, a link to a file that is gone, a pattern without a match, a wrong name."""
    if path.lower().startswith(("http://", "https://")):
        return Failure(path, "missing", f"{path}: addresses are not fetched; save the page and name its file.")
    where = origin_of(path)
    if Path(path).is_symlink():
        return Failure(where, "missing", f"{where}: this link leads nowhere, or to itself. Name the file itself.")
    if any(mark in path for mark in "*?"):
        return Failure(where, "missing", f"{where}: no file or folder matches this pattern.")
    return Failure(where, "missing", f"{where}: there is no such file or folder. Check the path.")


def unreadable(path: str, error: OSError) -> Failure:
    where, why = origin_of(path), error.strerror or type(error).__name__
    return Failure(where, "unreadable", f"{where}: can't be opened ({why.lower()}). Check its permissions.")
