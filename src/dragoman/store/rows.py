"""A record as rows, and back. Nothing is computed here but what the rows are searched by.

What a row says beside its JSON (words, spans, references) is cut from the article's text or read off the member, so that it can't
disagree; evidence is held against the text once more on the way in, and again by the contract on the way out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import orjson

from dragoman.article import Article, Span
from dragoman.contract import from_dict, to_dict
from dragoman.errors import UngroundedEvidence, UnreadablePage
from dragoman.record import MEMBER_KINDS, REFERENCE_FIELDS, SCHEMA, Actor, Evidence, Member, Record, check_evidence

Row = dict[str, Any]

KINDS: dict[str, str] = {
    "actors": "actor",
    "places": "place",
    "statements": "statement",
    "events": "event",
    "instruments": "instrument",
    "gatherings": "gathering",
    "disputes": "dispute",
    "sequence": "step",
    "dates": "date",
}
"""Kind of members in a record -> kind of fact in the store."""

FACETS: dict[str, tuple[str, Callable[[Any], Row]]] = {
    "actors": ("actors", lambda m: {"kind": m.kind, "name": m.name, "iso3": m.codes.get("iso3")}),
    "places": ("places", lambda m: {"name": m.name, "country": m.country}),
    "statements": (
        "statements",
        lambda m: {"act": m.act, "form": m.form, "manner": m.manner, "said_on": m.said_on, "headline": m.headline},
    ),
    "events": ("events", lambda m: {"type": m.type, "mode": m.mode, "status": m.status, "happened_on": m.when}),
    "instruments": ("instruments", lambda m: {"name": m.name, "dated": m.date, "status": m.status}),
    "gatherings": ("gatherings", lambda m: {"name": m.name, "begins": m.begins, "ends": m.ends}),
    "sequence": ("steps", lambda m: {"kind": m.kind, "status": m.status}),
    "dates": ("dates", lambda m: {"edtf": m.edtf}),
}
"""Kind of members -> the table of what it is searched by, and its columns. A dispute has none of its own."""

OWN_WORDS: dict[str, tuple[str, ...]] = {
    "statements": ("content",),
    "events": ("clause",),
    "disputes": ("mention",),
    "sequence": ("mention",),
    "dates": ("span",),
}
"""The fields whose words stand for a fact; the other kinds have a name."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One member of a record as rows; keys are given when they are written. ``of`` and ``target`` are ids until then."""

    row: Row
    facets: tuple[str, Row] | None
    spans: tuple[Row, ...]
    refs: tuple[Row, ...]
    offices: tuple[Row, ...] = ()


def rows_of(record: Record) -> tuple[Row, tuple[Fact, ...]]:
    """The row of ``articles`` without its keys, and every member as rows.

    Raises UngroundedEvidence where a range does not hold its words, UnreadablePage where words are no text.
    """
    whole = to_dict(record)
    check_text(record, whole)
    check_grounded(record)
    return article_row(record, whole), tuple(facts_of(record, whole))


def check_text(record: Record, whole: Row) -> None:
    """Raise UnreadablePage for half of a surrogate pair: Python can hold it in a string, no database and no JSON can."""
    try:
        orjson.dumps(whole)
    except TypeError as error:
        raise UnreadablePage(
            f"{record.page.origin}: its text or head holds half a character (a lone surrogate), which can't be kept. "
            "Nothing of the page was stored."
        ) from error


def article_row(record: Record, whole: Row) -> Row:
    article = record.article
    return {
        "id": article.id,
        "read_at": whole["page"]["read_at"],
        "language": article.language,
        "genre": article.genre,
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title.text if article.title else None,
        "published": record.published.edtf if record.published else None,
        "unread": article.unread,
        "text": article.text,
        "body": {key: value for key, value in whole["article"].items() if key != "text"},
        "provenance": whole["page"],
        "published_body": whole["published"],
    }


def facts_of(record: Record, whole: Row) -> Iterator[Fact]:
    for kind in MEMBER_KINDS:
        members = {member.id: member for member in getattr(record, kind)}
        for body in whole[kind]:
            yield fact_of(kind, members[body["id"]], body, record.article)


def check_grounded(record: Record) -> None:
    for evidence in (leaf for _, _, leaf in leaves("published", record.published) if isinstance(leaf, Evidence)):
        check_evidence(evidence, record.article)


def fact_of(kind: str, member: Member, body: Row, article: Article) -> Fact:
    spans, refs = [], []
    for field, position, leaf in leaves("", member):
        if isinstance(leaf, Evidence):
            check_evidence(leaf, article)
        if span := leaf if isinstance(leaf, Span) else leaf.span if isinstance(leaf, Evidence) else None:
            spans.append(span_row(field, position, span, article))
        elif isinstance(leaf, str) and field.rpartition(".")[2] in REFERENCE_FIELDS:
            refs.append({"role": field, "position": position, "target": leaf})
    row = {
        "id": member.id,
        "kind": KINDS[kind],
        "words": own_words(kind, member, article),
        "confidence": member.confidence,
        "body": body,
    }
    table, columns = FACETS.get(kind, (None, None))
    held = member.offices if isinstance(member, Actor) else ()
    offices = tuple({"position": at, "title": office.title, "of": office.of} for at, office in enumerate(held))
    return Fact(row, (table, columns(member)) if table and columns else None, tuple(spans), tuple(refs), offices)


def span_row(field: str, position: int, span: Span, article: Article) -> Row:
    words = article.text[span.start : span.end]
    if len(words) != len(span):
        raise UngroundedEvidence(f"{span} leaves the text of article {article.id}. Nothing of the page was stored.")
    return {"field": field, "position": position, "span_start": span.start, "span_end": span.end, "words": words}


def own_words(kind: str, member: Member, article: Article) -> str:
    if kind not in OWN_WORDS:
        return str(getattr(member, "name", ""))
    stands = [leaf for field in OWN_WORDS[kind] for _, _, leaf in leaves(field, getattr(member, field)) if isinstance(leaf, Span)]
    return " … ".join(article[span] for span in stands)


def leaves(field: str, value: Any, position: int = 0) -> Iterator[tuple[str, int, Any]]:
    """What a member is made of: dotted name of the field, position in a tuple, and a span, evidence or plain value."""
    if isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from leaves(field, each, at)
    elif is_dataclass(value) and not isinstance(value, Span | Evidence):
        for each in fields(value):
            yield from leaves(f"{field}.{each.name}".lstrip("."), getattr(value, each.name), position)
    else:
        yield field, position, value


def record_of(article: Mapping[str, Any], reader: Mapping[str, Any], facts: Iterable[tuple[str, Any]]) -> Record:
    """The record again. ``article`` and ``reader`` are rows, ``facts`` pairs of kind and body. Raises as ``from_dict`` does."""
    plural = {kind: name for name, kind in KINDS.items()}
    members: dict[str, list[Any]] = {name: [] for name in KINDS}
    for kind, body in facts:
        members[plural[kind]].append(body)
    return from_dict(
        {
            "schema": SCHEMA,
            "reader": {"version": reader["version"], "model": reader["model"] or None},
            "page": article["provenance"],
            "article": {**article["body"], "text": article["text"]},
            "published": article["published_body"],
            **members,
        }
    )
