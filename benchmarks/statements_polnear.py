"""Whole attributions on PolNeAR, from plain text through the whole pipeline: who is said to have said or held what.

    python -m benchmarks.statements --only polnear

The measures are those of ``tagger/linked.py``, on the 84 articles of the development half, 2,193 attributions, those without a
source too. What the record ``held`` counts, what stands inside another statement does not: PolNeAR annotates attitudes and nests
nothing. One statement is one attribution: mention, cue and content, their borders widened to PolNeAR's (``statements_borders``);
the statement of the title is one like others. An article whose text did not arrive as it was counts as empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.statements_borders import round_trip, whole, widened
from benchmarks.statements_reading import reading
from benchmarks.tagger.documents import documents
from benchmarks.tagger.linked import WAYS, Whole, annotated
from benchmarks.tagger.scores import NOTHING, Score
from dragoman.article import Page
from dragoman.record import Record, Statement
from training.standoff import Document

SET = "polnear"


@dataclass(frozen=True, slots=True)
class Read:
    """One article as it is annotated and as it was read: ``ours`` are statements with their spans in PolNeAR's borders."""

    document: Document
    record: Record
    gold: tuple[Whole, ...]
    ours: tuple[tuple[Statement, Whole], ...]
    nested: tuple[Whole, ...]
    """Statements inside others, which do not count."""


@cache
def articles(*, rules: bool = False) -> tuple[Read, ...]:
    """The development half, read once a process."""
    return tuple(_article(document, rules=rules) for document in documents(SET))


def _article(document: Document, *, rules: bool) -> Read:
    record = reading(Page(f"{document.id}.txt", document.text.encode()), rules=rules)
    return held_against(document, record)


def held_against(document: Document, record: Record) -> Read:
    """An article beside its record."""
    same = record.article.text == document.text
    statements = sorted(record.statements, key=lambda one: (one.content, one.id)) if same else []
    mapped = [(one, widened(document.text, whole(one))) for one in statements]
    ours = tuple((one, spans) for one, spans in mapped if one.inside is None)
    nested = tuple(spans for one, spans in mapped if one.inside is not None)
    return Read(document, record, tuple(annotated(document.attributions)), ours, nested)


def scores(read: Sequence[Read], *, mapped: bool = True) -> dict[str, Score]:
    """The measures by their names in ``linked.WAYS``. ``mapped``: in PolNeAR's borders, else in the record's own."""
    found = dict.fromkeys((name for name, _, _ in WAYS), NOTHING)
    for one in read:
        ours = [spans if mapped else whole(statement) for statement, spans in one.ours]
        for name, way, _ in WAYS:
            found[name] += way(list(one.gold), ours)
    return found


def of_borders() -> dict[str, Score]:
    """What the borders cost by themselves: annotated attributions in the record's borders, and back."""
    return round_trip((document.text, annotated(document.attributions)) for document in documents(SET))
