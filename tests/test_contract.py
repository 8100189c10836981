"""The record as JSON: the published schema, and the way back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from dragoman import contract
from dragoman.article import Span
from dragoman.errors import DragomanError, IncompatibleRecords, UngroundedEvidence
from dragoman.record import Agent, Claim, Date, Dispute, Event, Evidence, Matter, NameUse, Place, Record
from dragoman.record import Sequence as Order
from tests.strategies import article_of, provenance_of, records
from tests.test_record import ARTICLE, record_of, solheim

SCHEMA_FILE = Path(__file__).parents[1] / "docs" / "record.schema.json"


@settings(max_examples=50)
@given(records())
def test_a_record_comes_back_equal(made: tuple[Record]) -> None:
    (record,) = made
    line = contract.to_json(record)
    assert contract.from_json(line) == record
    assert contract.to_json(contract.from_json(line)) == line
    assert b"\n" not in line


def test_every_kind_of_member_comes_back_and_fits_the_schema() -> None:
    evidence, span = (Evidence.of(ARTICLE, Span(0, 7)),), Span(0, 7)
    members: dict[str, Any] = {
        "actors": {solheim()},
        "places": {Place(id="place-1", evidence=evidence, name="Kesh", names_by=(NameUse("Ilmar", "actor-1", span),))},
        "events": {
            Event(
                id="event-1",
                evidence=evidence,
                type="CONSULT",
                trigger=span,
                clause=span,
                status="planned",
                agents=(Agent("actor-1", "actor-1"),),
            )
        },
        "disputes": {
            Dispute(
                id="dispute-1",
                evidence=evidence,
                mention=span,
                about=(Matter(span, "place-1"),),
                claims=(Claim("actor-1", span),),
            )
        },
        "sequence": {Order(id="sequence-1", evidence=evidence, first=Matter(span), kind="before", mention=span)},
        "dates": {Date(id="date-1", evidence=evidence, span=span, edtf="2025-09")},
    }
    record = Record(
        record_of(ARTICLE).reader,
        provenance_of(ARTICLE),
        ARTICLE,
        published=None,
        **{kind: frozenset(some) for kind, some in members.items()},
    )
    raw = json.loads(contract.to_json(record))
    jsonschema.validate(raw, contract.schema())
    assert raw["events"][0]["agents"] == [{"actor": "actor-1", "for": "actor-1"}]
    assert raw["actors"][0]["evidence"] == [{"span": [0, 7], "text": "Solheim"}]
    assert contract.from_dict(raw) == record


def test_members_stand_in_text_order_whatever_the_order_of_the_set() -> None:
    article = article_of("Rosten met Pell.")
    first, second = (
        solheim(id=name, evidence=(Evidence.of(article, span),)) for name, span in [("z", Span(0, 6)), ("a", Span(11, 15))]
    )
    assert [a["id"] for a in contract.to_dict(record_of(article, second, first))["actors"]] == ["z", "a"]


def test_json_whose_evidence_was_altered_is_refused() -> None:
    raw = contract.to_dict(record_of(ARTICLE, solheim()))
    raw["actors"][0]["evidence"][0]["text"] = "Rosten"
    with pytest.raises(UngroundedEvidence):
        contract.from_dict(raw)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"article": "x"}, "is no record"),
        ({"actors": 3}, "is no record"),
        ({"actors": None}, "is no record"),
        ({"published": {}}, "is no record"),
        ({"verdicts": []}, "verdicts: no such key"),
    ],
)
def test_json_of_another_shape_is_refused(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(DragomanError, match=complaint):
        contract.from_dict({**contract.to_dict(record_of(ARTICLE, solheim())), **changes})


def test_json_whose_references_lead_nowhere_is_refused() -> None:
    raw = contract.to_dict(record_of(ARTICLE, solheim()))
    raw["actors"][0]["offices"] = [{"title": "minister", "of": "actor-9"}]
    with pytest.raises(IncompatibleRecords, match="actor-9"):
        contract.from_dict(raw)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "is no JSON"),
        ("[]", "a record is a JSON object"),
        ('{"schema": "dragoman/record/9"}', "follows 'dragoman/record/9'"),
        ('{"schema": "dragoman/record/1"}', "is no record"),
    ],
)
def test_what_is_no_record_is_refused_in_one_clear_error(line: str, complaint: str) -> None:
    with pytest.raises(DragomanError, match=f"(?i){complaint}"):
        contract.from_json(line)


def test_the_published_schema_is_todays() -> None:
    published = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    assert published == contract.schema(), "run `python tasks.py schema`"
