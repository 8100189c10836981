"""The bundled pages of our own writing: invented talks between invented states, beside real ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import resources

from dragoman.article import Page
from dragoman.sources.files import media_type_of


def demo() -> Iterator[Page]:
    """The demo pages, in the order of their names; their origin says ``demo/``."""
    folder = resources.files("dragoman") / "demo"
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if media_type := media_type_of(file.name):
            yield Page(f"demo/{file.name}", file.read_bytes(), media_type, read_at=datetime.now(UTC))
