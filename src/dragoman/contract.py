"""The record as JSON, and back: the public contract ``dragoman/record/1``.

``to_json`` gives one object a page, members ordered by where they stand in the text, so that the same record is always the same
bytes. ``from_json`` checks every piece of evidence against the article that came with it. ``schema`` is published as
``docs/record.schema.json``; a test keeps the two alike.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from dragoman import record as r
from dragoman.article import Article, Span
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema, core_schema

MEMBER_TYPES: dict[str, Any] = {
    "actors": r.Actor,
    "places": r.Place,
    "statements": r.Statement,
    "events": r.Event,
    "instruments": r.Instrument,
    "gatherings": r.Gathering,
    "disputes": r.Dispute,
    "sequence": r.Sequence,
    "dates": r.Date,
}


def to_dict(record: r.Record) -> dict[str, Any]:
    """The record as plain JSON values, keys in the order of the contract."""
    article = dump(record.article)
    del article["fields"]  # stated once, with the page they were read from
    return {
        "schema": r.SCHEMA,
        "reader": dump(record.reader),
        "page": dump(record.page),
        "article": article,
        "published": dump(record.published) if record.published else None,
        **{kind: [dump(member) for member in in_text_order(getattr(record, kind))] for kind in MEMBER_TYPES},
    }


def to_json(record: r.Record) -> bytes:
    """The record as one line of UTF-8 JSON, without a line end."""
    import orjson

    return orjson.dumps(to_dict(record))


def from_dict(raw: dict[str, Any]) -> r.Record:
    """A record from plain JSON values.

    Raises UngroundedEvidence where evidence is not the article's own, DragomanError where the shape is not the contract's.
    """
    from pydantic import ValidationError

    if raw.get("schema") != r.SCHEMA:
        raise DragomanError(f"This record follows {raw.get('schema')!r}; this Dragoman reads {r.SCHEMA!r}. Nothing was read.")
    if unknown := set(raw) - {"schema", "reader", "page", "article", "published", *MEMBER_TYPES}:
        raise DragomanError(f"{', '.join(sorted(unknown))}: no such key in {r.SCHEMA!r}. Nothing was read.")
    try:
        page = adapter(r.Provenance).validate_python(raw["page"])
        article = adapter(Article).validate_python({**raw["article"], "fields": dict(page.fields)})
        witness = {"article": article}
        published = raw.get("published")
        record = r.Record(
            adapter(r.Reader).validate_python(raw["reader"]),
            page,
            article,
            adapter(r.Published).validate_python(published, context=witness) if published is not None else None,
            **{
                kind: frozenset(adapter(of).validate_python(member, context=witness) for member in raw[kind])
                for kind, of in MEMBER_TYPES.items()
            },
        )
    except (KeyError, TypeError, ValidationError) as error:
        raise DragomanError(f"This JSON is no record of {r.SCHEMA!r}: {error}. Nothing was read.") from error
    record.check_references()
    return record


def from_json(line: bytes | str) -> r.Record:
    """A record from one line of JSON. Raises as ``from_dict`` does."""
    import orjson

    try:
        raw = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise DragomanError(f"This line is no JSON: {error}. Nothing was read.") from error
    if not isinstance(raw, dict):
        raise DragomanError(f"A record is a JSON object, this line is a {type(raw).__name__}. Nothing was read.")
    return from_dict(raw)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one record."""
    from pydantic import TypeAdapter, create_model

    kinds: dict[str, Any] = {kind: (list.__class_getitem__(of), ...) for kind, of in MEMBER_TYPES.items()}
    shape = create_model(
        "Record",
        reader=(r.Reader, ...),
        page=(r.Provenance, ...),
        article=(Article, ...),
        published=(r.Published | None, ...),
        **kinds,
    )
    made = TypeAdapter(shape).json_schema(mode="serialization", by_alias=True)
    del made["$defs"]["Article"]["properties"]["fields"]
    version = {"const": r.SCHEMA, "type": "string", "title": "Schema"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": r.SCHEMA,
        "title": "What Dragoman read in one page",
        **{key: made[key] for key in ("type", "$defs")},
        "properties": {"schema": version, **made["properties"]},
        "required": ["schema", *made["required"]],
    }


def dump(thing: Any) -> dict[str, Any]:
    """One dataclass of the contract as plain JSON values."""
    return cast("dict[str, Any]", adapter(thing.__class__).dump_python(thing, mode="json", by_alias=True))


def in_text_order(members: frozenset[r.Member]) -> list[r.Member]:
    """Members by where their first words stand; those that rest on page fields alone come last."""

    def place(member: r.Member) -> tuple[tuple[int, int], str]:
        stands = min((e.span for e in member.evidence if e.span), default=None)
        return ((stands.start, stands.end) if stands else (1 << 62, 0)), member.id

    return sorted(members, key=place)


def evidence_schema(cls: type[r.Evidence], handler: GetCoreSchemaHandler) -> CoreSchema:
    """How pydantic reads and writes evidence: reading copies nothing unchecked, it asks the article in the context."""
    from pydantic_core import core_schema

    words = core_schema.typed_dict_schema(
        {
            "span": core_schema.typed_dict_field(handler.generate_schema(Span)),
            "text": core_schema.typed_dict_field(core_schema.str_schema()),
        }
    )
    page_field = core_schema.typed_dict_schema(
        {
            "field": core_schema.typed_dict_field(core_schema.str_schema()),
            "value": core_schema.typed_dict_field(core_schema.str_schema()),
        }
    )
    either = core_schema.union_schema([words, page_field])
    return core_schema.with_info_after_validator_function(
        read_evidence,
        either,
        serialization=core_schema.plain_serializer_function_ser_schema(write_evidence, return_schema=either),
    )


def read_evidence(raw: dict[str, Any], context: core_schema.ValidationInfo) -> r.Evidence:
    if not isinstance(context.context, dict) or "article" not in context.context:
        raise DragomanError("Evidence can only be read together with its article.")
    article: Article = context.context["article"]
    if "span" in raw:
        return r.Evidence(article, raw["span"], raw["text"])
    return r.Evidence(article, None, raw["value"], raw["field"])


def write_evidence(evidence: r.Evidence) -> dict[str, Any]:
    if evidence.span is not None:
        return {"span": tuple(evidence.span), "text": evidence.text}
    return {"field": evidence.field, "value": evidence.text}


@cache
def adapter(of: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(of)
