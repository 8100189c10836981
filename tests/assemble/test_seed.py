"""The page to get right: what its hand-made reading says of speakers, offices, times. Quotes nothing: it reads it from there."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from dragoman.article import Page
from dragoman.pipeline import read
from dragoman.record import Record
from tests.timing.annotated import date_differences, place, said_on_differences
from tests.timing.event_days import MISSING, WantedEvent, event_differences

pytestmark = pytest.mark.shared


def seed_folder() -> Path:
    return Path(os.environ["DRAGOMAN_DATA"], "gold", "dev")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    page: dict[str, Any] = json.loads((seed_folder() / "seed.json").read_text("utf-8"))
    return page


@pytest.fixture(scope="module")
def record() -> Record:
    return read(Page("seed.txt", (seed_folder() / "seed.txt").read_bytes()))


def test_direct_quotations_have_their_speaker(gold: dict[str, Any], record: Record) -> None:
    known = {actor.id: actor.name for actor in record.actors}
    text = record.article.text
    wanted = {(s["content"][0], s["speaker"]) for s in gold["statements"] if s["form"] == "direct"}
    given = {(text[s.content[0].start : s.content[0].end], known[ref]) for s in record.statements for ref in s.speakers}
    assert len(wanted) == 2
    assert wanted <= given


def test_spellings_are_one_person(gold: dict[str, Any], record: Record) -> None:
    people = [actor for actor in record.actors if actor.kind == "person"]
    for person in (p for p in gold["people"] if not p.get("furniture")):
        (found,) = [actor for actor in people if {actor.name, *actor.names} & {person["name"], *person["names"]}]
        assert {found.name, *found.names} == {person["name"], *person["names"]}


def test_offices_with_their_states(gold: dict[str, Any], record: Record) -> None:
    known = {actor.id: actor.name for actor in record.actors}
    held = {(actor.name, o.title, known.get(o.of or "")) for actor in record.actors for o in actor.offices}
    wanted = {(p["name"], p["office"], p["of"]) for p in gold["people"] if p["office"]}
    assert len(wanted) == 2
    assert wanted <= held


def test_an_office_by_counterpart_says_so(gold: dict[str, Any], record: Record) -> None:
    reasons = [office.basis or "" for actor in record.actors for office in actor.offices]
    assert sum("counterpart" in reason for reason in reasons) == 1


def test_every_range_is_what_it_claims(record: Record) -> None:
    record.check_references()
    for member in record.members():
        for evidence in member.evidence:
            assert evidence.span is None or record.article[evidence.span] == evidence.text


def test_question_and_answer(gold: dict[str, Any], record: Record) -> None:
    asked = [s for s in record.statements if s.act == "ask"]
    answers = [s for s in record.statements if s.answers]
    assert len(asked) == len([s for s in gold["statements"] if s["act"] == "ask"])
    assert [s.answers for s in answers] == [s.id for s in asked]


def test_the_day_of_the_page_against_its_clock(gold: dict[str, Any], record: Record) -> None:
    published = record.published
    assert published is not None
    assert published.edtf == gold["published"]["date"]
    clocks = [row["value"] for row in gold["dates"] if row.get("furniture")]
    assert [rejected.edtf for rejected in published.rejected if "clock" in rejected.why] == clocks == ["2021-05-13"]


def test_times_that_count_from_the_day_of_the_page_are_clues_to_it(gold: dict[str, Any], record: Record) -> None:
    assert record.published is not None
    shown = [evidence.span for evidence in record.published.evidence if evidence.span]
    relative = [row for row in gold["dates"] if not row.get("furniture") and row["text"] != row["value"]]
    spans = {row["text"]: place(record.article.text, row["text"], row["nth"]) for row in relative}
    assert len(spans) == 4
    assert [words for words, span in spans.items() if not any(one.overlaps(span) for one in shown)] == []


def test_every_time_of_the_page(gold: dict[str, Any], record: Record) -> None:
    """Its reader left out a time of history, which is no mistake to find."""
    rows = [(d["text"], d["nth"], d["value"], "date", *(["furniture"] if d.get("furniture") else [])) for d in gold["dates"]]
    assert len(rows) == 9
    assert list(date_differences(record.article.text, rows, record.dates, every=False)) == []


def test_the_days_of_statements(gold: dict[str, Any], record: Record) -> None:
    """Headlines have none; whether a report inside a report is read at all is another matter."""
    rows = [(s["content"][0], s["said_on"]) for s in gold["statements"] if s["said_on"] or s.get("headline")]
    assert sum(said_on is not None for _, said_on in rows) == 8
    assert list(said_on_differences({"said_on": rows}, record)) == []


def test_the_year_of_the_declaration(gold: dict[str, Any], record: Record) -> None:
    (year,) = {instrument["date"] for instrument in gold["instruments"] if instrument["status"] == "signed"}
    assert year in {instrument.date for instrument in record.instruments}


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_the_days_of_events(gold: dict[str, Any], record: Record) -> None:
    text = record.article.text
    rows = [WantedEvent.of(text, e["trigger"], e["clause"], e["type"], e["status"], e["date"]) for e in gold["events"]]
    assert list(event_differences(record, rows)) == []
