"""The one place where the pages and texts of these tests are read; none loads the model."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.article import Page
from dragoman.pipeline import read

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.record import Record
    from dragoman.tagger import TagsTexts


@cache
def read_page(path: Path) -> Record:
    """The record of a saved page, read with its recorded tags (``conftest``)."""
    return read(Page(path.name, path.read_bytes()))


def read_text(text: str, tagger: TagsTexts) -> Record:
    """The record of a text that no page was saved of."""
    return read(Page("text.txt", text.encode("utf-8"), "text/plain"), tagger=tagger)
