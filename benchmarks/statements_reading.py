"""Pages as the statements' benchmark reads them: through the whole pipeline, one at a time, with the model or by rules alone."""

from __future__ import annotations

from functools import cache

from dragoman.article import Page
from dragoman.pipeline import read
from dragoman.record import Record
from dragoman.tagger import FakeTagger


def reading(page: Page, *, rules: bool = False) -> Record:
    """The record of a page. ``rules``: without the model, by a tagger that finds nothing."""
    return read(page, tagger=_blind()) if rules else read(page)


@cache
def _blind() -> FakeTagger:
    return FakeTagger()
