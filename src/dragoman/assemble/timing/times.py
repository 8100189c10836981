"""The time expressions of an article, read in text order and valued one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.dating.days import read
from dragoman.assemble.scene.past_days import told_before
from dragoman.assemble.timing.values import Timed, Times, Value

if TYPE_CHECKING:
    from datetime import date

    from dragoman.annotations import Annotations
    from dragoman.article import Article


def find_times(article: Article, annotations: Annotations, anchor: date | None) -> Times:
    """Each time expression of the running text with its value.

    anchor   the page's own day; where it is not known, only times told in full, or reckoned from such, have values
    """
    found = []
    for when in sorted(annotations.whens, key=lambda when: when.span):
        words = article[when.span]
        edtf = told_before(words, anchor) if when.kind == "date" else None
        found.append(Timed(when.span, when.kind, Value(edtf, edtf, read(words).days())))
    return Times(tuple(found))
