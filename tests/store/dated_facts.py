"""An invented page with facts of every kind that can have a date, and one of nothing but statements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dragoman.record import Record
from tests.store.sayings import Saying, page_with
from tests.store.whole_records import page, whole

if TYPE_CHECKING:
    from dragoman.article import Page
    from dragoman.store import Dated

TALKS = (
    Saying(words="a treaty first", by=("Ana Costa",), act="demand", form="direct", said_on="2026-05-03", confidence=0.9),
    Saying(words="the Café Zürich round was useful", by=("Leo Brandt",), act="praise", said_on="2026-05", confidence=0.4),
    Saying(words="no treaty at all", by=("Leo Brandt",), act="reject"),
    Saying(words="the islets are ours", by=("Norland",), manner="held", said_on="2026-05-02"),
    Saying(words="Norland wins", by=("Norland",), headline=True, said_on="2026-05-02"),
    Saying(words="ferries run", called="an envoy", said_on="soon"),
)


def talks() -> tuple[Page, Record]:
    return page_with(*TALKS, origin="news/talks.txt", published="2026-05-04")


def visby() -> tuple[Page, Record]:
    """The page of ``whole_records``: several events, gatherings and instruments, each with its own kind of date."""
    record = whole()
    (said,), (event,), (accord,), (round_,) = record.statements, record.events, record.instruments, record.gatherings
    told: dict[str, Any] = {"status": "happened", "according_to": (), "contested_by": ()}
    return page(), replace(
        record,
        statements=frozenset([replace(said, headline=False, inside=None, answers=None)]),
        events=frozenset(
            [
                event,
                replace(event, id="event-met", when="2026-05-03/2026-05-05", mode=None, **told),
                replace(event, id="event-supposed", when="../2026-05-20", **told | {"status": "hypothetical"}, actors=()),
                replace(event, id="event-undated", when=None),
            ]
        ),
        instruments=frozenset([accord, replace(accord, id="instrument-undated", date=None)]),
        gatherings=frozenset(
            [
                round_,
                replace(round_, id="gathering-begins", begins="2026-06", ends=None),
                replace(round_, id="gathering-ends", begins=None, ends="2026-06-30", mentions=()),
                replace(round_, id="gathering-one-day", begins="2026-06-05", ends="2026-06-05"),
                replace(round_, id="gathering-undated", begins=None, ends=None),
            ]
        ),
    )


def label(dated: Dated) -> str:
    """What was said on the page of statements, the id of a fact of the other page."""
    return str(dated.row["id"] if dated.row["origin"] == "news/visby.txt" else dated.words["content"][0]["text"])
