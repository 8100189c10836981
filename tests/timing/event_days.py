"""Days of annotated events: words, clause, type and status are the annotator's, the day is found by the reader."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from dragoman.annotate import annotate
from dragoman.annotations import Trigger
from dragoman.article import Span
from dragoman.assemble.dating.published import day_published
from dragoman.assemble.scene.cue_clause import Clauses
from dragoman.assemble.timing.locales import day_first
from dragoman.assemble.timing.times import find_times
from tests.recorded import RecordedTagger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.record import Record

MODULE = "dragoman.assemble.events.event_days"
MISSING = "" if find_spec(MODULE) else f"{MODULE} is not there yet: no event has a day"


@dataclass(frozen=True)
class WantedEvent:
    """An event as it is annotated, and when it was."""

    trigger: Trigger
    words: str
    edtf: str | None

    @classmethod
    def of(cls, text: str, words: str, clause: str, kind: str, status: str, edtf: str | None) -> WantedEvent:
        """The trigger's words stand in the clause, which stands in the text, both for the first time."""
        start = text.index(clause)
        at = start + clause.index(words)
        trigger = Trigger(Span(at, at + len(words)), Span(start, start + len(clause)), kind, status)
        return cls(trigger, f"{words!r} in {clause!r}", edtf)


def event_differences(record: Record, wanted: Sequence[WantedEvent]) -> Iterator[str]:
    """Each event whose day the reader tells otherwise, from the record's article, its statements, and its own day."""
    article, anchor = record.article, day_published(record.published)
    annotations = annotate(article, RecordedTagger())
    times = find_times(article, annotations, anchor, day_first=day_first(article))
    module: Any = import_module(MODULE)
    days = module.date_events(
        Clauses.of(article.text, annotations), times, [one.trigger for one in wanted], tuple(record.statements), anchor
    )
    for one, day in zip(wanted, days, strict=True):
        if (edtf := day.edtf if day else None) != one.edtf:
            yield f"event {one.words}: {edtf}, not {one.edtf}"
