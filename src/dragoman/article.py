"""What arrived, and its words: Span, Page, Part, Article.

One text, half-open spans in code points, nothing else: ``article[span]`` is the only way to words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

PartKind = Literal[
    "title",
    "byline",
    "dateline",
    "body",
    "speaker_label",
    "question",
    "caption",
    "page_clock",
    "timestamp",
    "audio_link",
    "share_control",
    "counter",
    "read_more",
    "related_headline",
    "tags",
    "comment_control",
    "newsletter",
    "advert",
    "legal",
    "navigation",
    "other",
]
PART_KINDS: tuple[PartKind, ...] = get_args(PartKind)

Genre = Literal["report", "transcript", "press_release", "opinion", "other"]

Engine = Literal["blocks", "trafilatura"]
"""What cuts the body out of HTML: Dragoman's own walk and labels, or trafilatura."""

StampRole = Literal["published", "modified", "clock", "unknown"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` in code points of one article's text; never empty.

    Raises ValueError if ``0 <= start < end`` does not hold.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"Span({self.start}, {self.end}) is empty or negative: 0 <= start < end is needed.")

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))

    def __contains__(self, other: Span | int) -> bool:
        """Whether a position, or the whole of another span, lies inside."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """As JSON a span is ``[start, end]``."""
        from pydantic_core import core_schema

        bounds = core_schema.tuple_schema([core_schema.int_schema(ge=0), core_schema.int_schema(ge=1)])
        return core_schema.no_info_after_validator_function(
            lambda pair: cls(*pair),
            bounds,
            serialization=core_schema.plain_serializer_function_ser_schema(tuple, return_schema=bounds),
        )


class FrozenMap(Mapping[str, str]):
    """A small hashable mapping of strings, in the order of its keys."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs: Mapping[str, str] | None = None, **more: str) -> None:
        self._pairs = tuple(sorted({**(pairs or {}), **more}.items()))

    def __getitem__(self, key: str) -> str:
        for name, value in self._pairs:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __hash__(self) -> int:
        return hash(self._pairs)

    def __repr__(self) -> str:
        return f"FrozenMap({dict(self._pairs)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """As JSON an object of strings."""
        from pydantic_core import core_schema

        strings = core_schema.dict_schema(core_schema.str_schema(), core_schema.str_schema())
        return core_schema.no_info_after_validator_function(
            cls,
            strings,
            serialization=core_schema.plain_serializer_function_ser_schema(dict, return_schema=strings),
        )


@dataclass(frozen=True)
class Page:
    """A page as it came, before anything was understood of it.

    origin       where it came from: a path, an address, ``-`` for standard input
    content      the bytes, unchanged
    media_type   ``text/html``, ``text/plain``, or None to let extract decide
    url          the address it was published under, where the source knows it
    supplied     what came beside the page, such as the columns of a CSV row
    """

    origin: str
    content: bytes = field(repr=False)
    media_type: str | None = None
    url: str | None = None
    supplied: FrozenMap = FrozenMap()
    read_at: datetime | None = field(default=None, compare=False)

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the article's text with one job on the page."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Words:
    """Words with where they stand: in the text, or only in a named field of the page (``json-ld:headline``)."""

    text: str
    span: Span | None = None
    field: str | None = None

    def __post_init__(self) -> None:
        if self.span is None and self.field is None:
            raise ValueError(f"Words({self.text[:40]!r}) stand nowhere: a span or a page field is needed.")


@dataclass(frozen=True, slots=True)
class Dateline:
    """``MUNICH (Sputnik) -``: place as written, agency, date as written; the span covers the whole of it."""

    place: str | None
    agency: str | None
    span: Span
    date: Words | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page that the page offers, with its words in the text."""

    kind: str
    title: str
    span: Span
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A candidate for the page's date: a value, where it stood, and what kind of stamp it looks like.

    value   ISO 8601 date or date-time, zone kept where it was given
    where   part kind, or the page field's name (``json-ld:datePublished``, ``meta:article:published_time``, ``address``)
    """

    value: str
    where: str
    role: StampRole
    span: Span | None = None
    field: str | None = None


@dataclass(frozen=True)
class Article:
    """What extract makes of a page: one canonical text, its parts, its head.

    text      the canonical text; of a text file the decoded input unchanged (a BOM removed), of HTML one block a line
    parts     in order, not overlapping; every non-blank character lies in exactly one (ValueError otherwise)
    fields    what the page's head and address say, by provenance (``json-ld:headline`` -> words); evidence may cite them
    unread    why no facts were read from it (another language, …), or None
    """

    id: str
    text: str = field(repr=False)
    language: str | None
    parts: tuple[Part, ...]
    genre: Genre = "report"
    outlet: str | None = None
    url: str | None = None
    title: Words | None = None
    byline: Words | None = None
    authors: tuple[Words, ...] = ()
    dateline: Dateline | None = None
    tags: tuple[Words, ...] = ()
    links: tuple[Link, ...] = ()
    seen_at: str | None = None
    unread: str | None = None
    fields: FrozenMap = FrozenMap()
    stamps: tuple[Stamp, ...] = ()

    def __post_init__(self) -> None:
        check_parts(self.text, self.parts)
        for words in (self.title, self.byline, *self.authors, *self.tags):
            if words is not None:
                self.check_words(words)
        for link in self.links:
            self.check_words(Words(link.title, link.span))
        for span in [stamp.span for stamp in self.stamps if stamp.span] + ([self.dateline.span] if self.dateline else []):
            if span.end > len(self.text):
                raise ValueError(f"{span} leaves the article's text of {len(self.text)} characters.")

    def check_words(self, words: Words) -> None:
        """Raise ValueError unless the words stand where they say: in the text to the letter, or in a field that the page has.

        Of a field they may be a part, with blanks folded: an outlet's name behind a title is left out.
        """
        if words.span is not None:
            if self.text[words.span.start : words.span.end] != words.text:
                raise ValueError(f"{words.text[:60]!r} does not stand at {words.span}.")
            return
        value = self.fields.get(words.field or "")
        if value is None or " ".join(words.text.split()) not in " ".join(value.split()):
            raise ValueError(
                f"{words.text[:60]!r} does not stand in {words.field!r} of the page: {(value or 'no such field')[:60]!r}."
            )

    def __getitem__(self, span: Span) -> str:
        """The words of a span. Raises IndexError where the span leaves the text."""
        if span.end > len(self.text):
            raise IndexError(f"{span} leaves the article's text of {len(self.text)} characters.")
        return self.text[span.start : span.end]

    def parts_of(self, *kinds: PartKind) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind in kinds)


def article_id(page: Page, url: str | None, media_type: str) -> str:
    """Content id of the article of a page: its bytes, what they were read as, its address and what was supplied with it.

    media_type   ``text/html`` or ``text/plain``: the same bytes read as the other give another text
    """
    return content_id("article", json.dumps([page.sha256, media_type, url, sorted(page.supplied.items())]))


def content_id(kind: str, *about: object) -> str:
    """Hash of what a thing is made of, prefixed with its kind: ``statement-3fd0c1a29b7e44d1``."""
    spelled = "\x1f".join(f"{a.start}:{a.end}" if isinstance(a, Span) else str(a) for a in (kind, *about))
    return f"{kind}-{hashlib.sha256(spelled.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def check_parts(text: str, parts: tuple[Part, ...]) -> None:
    """Raise ValueError unless every non-blank character lies in exactly one part, in order."""
    last = 0
    for part in parts:
        if part.kind not in PART_KINDS:
            raise ValueError(f"Part kind {part.kind!r} is unknown; allowed: {', '.join(PART_KINDS)}.")
        if part.span.start < last or part.span.end > len(text):
            raise ValueError(f"{part} overlaps the part before it or leaves the text of {len(text)} characters.")
        if gap := text[last : part.span.start].strip():
            raise ValueError(f"{gap[:60]!r} before {part.span} is in no part.")
        last = part.span.end
    if gap := text[last:].strip():
        raise ValueError(f"{gap[:60]!r} at the end of the text is in no part.")
