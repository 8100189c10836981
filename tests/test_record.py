"""Nothing ungrounded can be built, and merging is set union."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from dragoman.article import Article, FrozenMap, Span
from dragoman.errors import IncompatibleRecords, UngroundedEvidence
from dragoman.record import Actor, Evidence, Office, Published, Reader, Record
from tests.strategies import article_of, provenance_of, records

ARTICLE = article_of("Solheim praised both sides.", fields=FrozenMap(address="https://example.org/a"))


def record_of(article: Article, *actors: Actor) -> Record:
    return Record(Reader("0.1"), provenance_of(article), article, actors=frozenset(actors))


def solheim(**changes: object) -> Actor:
    evidence = (Evidence.of(ARTICLE, Span(0, 7)),)
    return replace(Actor(id="actor-1", evidence=evidence, kind="person", name="Solheim"), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("span", "text", "field", "why"),
    [
        (Span(0, 7), "Rosten", None, "other words stand there"),
        (Span(0, 7), "solheim", None, "the case differs"),
        (Span(20, 40), "sides.", None, "the span leaves the text"),
        (None, "https://example.org/b", "address", "the field has another value"),
        (None, "", "json-ld:headline", "the page has no such field"),
        (None, "Solheim", None, "neither words nor field"),
        (Span(0, 7), "Solheim", "address", "both at once"),
    ],
)
def test_ungrounded_evidence_cannot_be_constructed(span: Span | None, text: str, field: str | None, why: str) -> None:
    with pytest.raises(UngroundedEvidence, match=r"[Nn]othing was recorded"):
        Evidence(ARTICLE, span, text, field)


def test_evidence_copies_the_words() -> None:
    assert Evidence.of(ARTICLE, Span(8, 15)).text == "praised"
    assert Evidence.in_field(ARTICLE, "address").text == "https://example.org/a"


def test_a_fact_needs_evidence() -> None:
    with pytest.raises(UngroundedEvidence, match="Actor actor-1 has no evidence"):
        solheim(evidence=())


def test_a_record_refuses_facts_of_another_text() -> None:
    other = article_of("Rosten is not here today, nor tomorrow.", fields=ARTICLE.fields)
    with pytest.raises(UngroundedEvidence):
        record_of(other, solheim())


def test_a_record_refuses_spans_past_its_text() -> None:
    with pytest.raises(UngroundedEvidence, match="leaves article"):
        record_of(ARTICLE, solheim(mentions=(Span(0, 500),)))


def test_confidence_is_a_probability() -> None:
    with pytest.raises(ValueError, match="outside 0 to 1"):
        solheim(confidence=1.5)


def test_a_record_refuses_two_facts_under_one_id() -> None:
    with pytest.raises(IncompatibleRecords, match="share the id actor-1"):
        record_of(ARTICLE, solheim(), solheim(name="Ingrid Solheim"))


def test_references_must_lead_somewhere() -> None:
    lost = record_of(ARTICLE, solheim(offices=(Office("foreign minister", "actor-9"),)))
    with pytest.raises(IncompatibleRecords, match="actor-9"):
        lost.check_references()
    record_of(ARTICLE, solheim(offices=(Office("foreign minister", "actor-1"),))).check_references()


@settings(max_examples=50)
@given(records(count=3))
def test_merging_is_set_union(made: tuple[Record, Record, Record]) -> None:
    a, b, c = made
    assert a | a == a
    assert a | b == b | a
    assert (a | b) | c == a | (b | c)
    assert (a | b).actors == a.actors | b.actors
    assert (a | b).statements == a.statements | b.statements


def test_confidence_and_time_are_outside_equality() -> None:
    sure, unsure = solheim(confidence=0.9), solheim(confidence=0.2)
    assert record_of(ARTICLE, sure) == record_of(ARTICLE, unsure)
    assert len((record_of(ARTICLE, sure) | record_of(ARTICLE, unsure)).actors) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"reader": Reader("0.2")},
        {"article": article_of("Solheim praised both sides. Twice.")},
        {"published": Published("2025-01-01", (Evidence.in_field(ARTICLE, "address"),))},
        {"actors": frozenset({solheim(name="Ingrid Solheim")})},
    ],
    ids=["another reader", "another page", "another date", "another fact under one id"],
)
def test_what_does_not_belong_together_is_not_merged(changes: dict[str, object]) -> None:
    published = Published("2025-09-25", (Evidence.in_field(ARTICLE, "address"),))
    one = replace(record_of(ARTICLE, solheim()), published=published)
    if "article" in changes:
        changes["actors"] = frozenset()
        changes["published"] = None
    other = replace(one, **changes)  # type: ignore[arg-type]
    with pytest.raises(IncompatibleRecords):
        one | other
