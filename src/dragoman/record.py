"""What is claimed: evidence, and the record of one page as sets of facts with content ids.

The shape is the public contract ``dragoman/record/1``; ``contract`` turns it into JSON and back. References (``speakers``,
``of``, ``about`` …) are ids of members of the same record. Nothing here is ever changed: stages make new records and merge them
by ``|``, which is set union.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import InitVar, dataclass, field, fields, is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from dragoman.article import Article, FrozenMap, Page, Span
from dragoman.errors import IncompatibleRecords, UngroundedEvidence

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

SCHEMA: Literal["dragoman/record/1"] = "dragoman/record/1"

ActorKind = Literal["person", "state", "organisation", "group", "document", "unnamed"]
StatementForm = Literal["direct", "indirect", "mixed"]
Manner = Literal["said", "written", "held"]
Act = Literal[
    "assert",
    "announce",
    "request",
    "demand",
    "promise",
    "offer",
    "accept",
    "reject",
    "threaten",
    "accuse",
    "deny",
    "condemn",
    "praise",
    "ask",
    "warn",
    "agree",
]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
EventStatus = Literal["happened", "ongoing", "planned", "proposed", "hypothetical", "denied", "never"]
InstrumentStatus = Literal["in_force", "signed", "sought", "refused", "broken", "lapsed", "unknown"]
SequenceKind = Literal["before", "condition", "deadline"]
SequenceStatus = Literal["set", "asked", "denied"]
DateKind = Literal["date", "time", "duration", "set"]

Ref = str
"""Id of another member of the same record."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The very words that say so, or the field of the page that does.

    Made by ``Evidence.of(article, span)`` or ``Evidence.in_field(article, "json-ld:datePublished")``. The constructor wants the
    article as witness and raises UngroundedEvidence unless it says just that.
    """

    witness: InitVar[Article]
    span: Span | None
    text: str
    field: str | None = None

    def __post_init__(self, witness: Article) -> None:
        check_evidence(self, witness)

    @classmethod
    def of(cls, article: Article, span: Span) -> Evidence:
        """Evidence that is the article's own words."""
        return cls(article, span, article.text[span.start : span.end])

    @classmethod
    def in_field(cls, article: Article, name: str) -> Evidence:
        """Evidence that is a field of the page: its head, its address, or a supplied value."""
        return cls(article, None, article.fields.get(name, ""), name)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """As JSON ``{"span": [2, 5], "text": "…"}`` or ``{"field": "…", "value": "…"}``; reading needs the article as context."""
        from dragoman.contract import evidence_schema

        return evidence_schema(cls, handler)


def check_evidence(evidence: Evidence, article: Article) -> None:
    """Raise UngroundedEvidence unless the article's text or page fields hold just this."""
    if evidence.span is not None and evidence.field is None:
        said = article.text[evidence.span.start : evidence.span.end]
        if len(said) == len(evidence.span) and said == evidence.text:
            return
        raise UngroundedEvidence(
            f"{evidence.text[:80]!r} does not stand at {evidence.span} of article {article.id}: {said[:80]!r} does. "
            "Evidence must be copied from the text; nothing was recorded."
        )
    if evidence.field is not None and evidence.span is None and article.fields.get(evidence.field) == evidence.text:
        return
    raise UngroundedEvidence(
        f"The page of article {article.id} has no field {evidence.field!r} with the value {evidence.text[:80]!r}; "
        f"its fields are {', '.join(article.fields) or 'none'}. Nothing was recorded."
    )


@dataclass(frozen=True, slots=True)
class Provenance:
    """The page behind the record: JSON key ``page``. ``fields`` are what its head and address say, by provenance."""

    origin: str
    media_type: str
    sha256: str
    read_at: datetime | None = field(default=None, compare=False)
    supplied: FrozenMap = FrozenMap()
    fields: FrozenMap = FrozenMap()

    @classmethod
    def of(cls, page: Page, article: Article, media_type: str) -> Provenance:
        return cls(page.origin, media_type, page.sha256, page.read_at, page.supplied, article.fields)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who read it: Dragoman's version and the model's hash, None while no model reads."""

    version: str
    model: str | None = None


@dataclass(frozen=True, slots=True)
class RejectedDate:
    edtf: str
    evidence: tuple[Evidence, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Published:
    """The page's own date, argued: what speaks for it, and what was considered and rejected."""

    edtf: str
    evidence: tuple[Evidence, ...]
    rejected: tuple[RejectedDate, ...] = ()
    basis: FrozenMap = FrozenMap()
    confidence: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What every member of a record carries.

    id          content id: hash of article id, kind and what the fact is made of (its spans; a state's or body's name)
    evidence    at least one; the words or page fields that say so
    basis       for a field that rests on the lexicon or on inference: field -> why
    confidence  calibrated probability in [0, 1], None where nothing could calibrate it; outside equality
    """

    id: str
    evidence: tuple[Evidence, ...]
    basis: FrozenMap = FrozenMap()
    confidence: float | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if not self.evidence:
            raise UngroundedEvidence(f"{type(self).__name__} {self.id} has no evidence. Nothing was recorded.")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise ValueError(f"Confidence {self.confidence} of {self.id} is outside 0 to 1.")


@dataclass(frozen=True, slots=True)
class Office:
    """An office somebody holds as the page has it; ``basis`` says why where the words alone don't."""

    title: str
    of: Ref | None = None
    span: Span | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """This actor stands in the place of another (Russia, of the USSR)."""

    actor: Ref
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Member):
    kind: ActorKind
    name: str
    names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    offices: tuple[Office, ...] = ()
    codes: FrozenMap = FrozenMap()
    instrument: Ref | None = None
    succeeds: tuple[Succession, ...] = ()


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name of a place, and who uses it."""

    name: str
    used_by: Ref | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Member):
    """lat and lon in degrees (WGS 84); country an ISO 3166-1 alpha-3 code where it is not disputed."""

    name: str
    names_by: tuple[NameUse, ...] = ()
    mentions: tuple[Span, ...] = ()
    members: tuple[Ref, ...] = ()
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Member):
    """Who said what. ``speakers`` has several for a joint statement, none where nobody could be resolved."""

    speakers: tuple[Ref, ...] = ()
    candidates: tuple[Ref, ...] = ()
    mention: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...]
    form: StatementForm
    manner: Manner = "said"
    act: Act = "assert"
    addressees: tuple[Ref, ...] = ()
    about: tuple[Ref, ...] = ()
    events: tuple[Ref, ...] = ()
    said_on: str | None = None
    where: Ref | None = None
    at: Ref | None = None
    answers: Ref | None = None
    inside: Ref | None = None
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Agent:
    """A person who acted for a party of an event; ``for_`` is ``for`` in JSON."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"alias_generator": lambda name: name.rstrip("_")}

    actor: Ref
    for_: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Member):
    """Who did what to whom, typed as PLOVER 2.0 does; parties are states and bodies, persons are ``agents``."""

    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Ref, ...] = ()
    targets: tuple[Ref, ...] = ()
    agents: tuple[Agent, ...] = ()
    trigger: Span
    clause: Span
    mentions: tuple[Span, ...] = ()
    status: EventStatus
    when: str | None = None
    place: Ref | None = None
    instrument: Ref | None = None
    gathering: Ref | None = None
    according_to: tuple[Ref, ...] = ()
    contested_by: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Member):
    """A treaty, declaration, resolution, deal or law, signed or sought."""

    name: str
    mentions: tuple[Span, ...] = ()
    parties: tuple[Ref, ...] = ()
    date: str | None = None
    status: InstrumentStatus = "unknown"
    provides: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering(Member):
    """A summit, conference or session; ``begins`` and ``ends`` are EDTF days."""

    name: str
    mentions: tuple[Span, ...] = ()
    begins: str | None = None
    ends: str | None = None
    place: Ref | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What a dispute or a step is about: words, and the member they refer to."""

    span: Span
    refers_to: Ref | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    party: Ref
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Member):
    about: tuple[Matter, ...] = ()
    parties: tuple[Ref, ...] = ()
    claims: tuple[Claim, ...] = ()
    blocks: Ref | None = None
    mention: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence(Member):
    """An order between two steps of a process, as somebody sets, asks for or denies it."""

    first: Matter
    then: Matter | None = None
    kind: SequenceKind
    status: SequenceStatus = "set"
    according_to: tuple[Ref, ...] = ()
    mention: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Member):
    """A time expression with its value as EDTF, None where it has none; ``basis["edtf"]`` says what it was reckoned from.

    kind    durations and sets of times (``every Thursday``) have no EDTF, but a value in ``timex``
    timex   the value in TIMEX3's notation: ``2019-W07``, ``2019-02-16TEV``, ``P3D``, ``XXXX-WXX-4``, ``PAST_REF``
    """

    span: Span
    edtf: str | None = None
    kind: DateKind = "date"
    timex: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that one reader claims of one page, as sets; equality leaves out time and confidence."""

    reader: Reader
    page: Provenance
    article: Article
    published: Published | None = None
    actors: frozenset[Actor] = frozenset()
    places: frozenset[Place] = frozenset()
    statements: frozenset[Statement] = frozenset()
    events: frozenset[Event] = frozenset()
    instruments: frozenset[Instrument] = frozenset()
    gatherings: frozenset[Gathering] = frozenset()
    disputes: frozenset[Dispute] = frozenset()
    sequence: frozenset[Sequence] = frozenset()
    dates: frozenset[Date] = frozenset()

    def __post_init__(self) -> None:
        ids = [member.id for member in self.members()]
        if len(set(ids)) < len(ids):
            twice = next(one for one in ids if ids.count(one) > 1)
            raise IncompatibleRecords(f"Two different facts of {self.article.id} share the id {twice}. Nothing was recorded.")
        for thing in walk(self.published, *self.members()):
            if isinstance(thing, Evidence):
                check_evidence(thing, self.article)
            elif isinstance(thing, Span) and thing.end > len(self.article.text):
                raise UngroundedEvidence(f"{thing} leaves article {self.article.id}. Nothing was recorded.")

    def members(self) -> Iterator[Member]:
        """Every member, of every kind, in the order of the contract; within a kind in no order."""
        for kind in MEMBER_KINDS:
            yield from getattr(self, kind)

    def __or__(self, other: Record) -> Record:
        """Union of what two readings of one page by one reader claim: in any order, any number of times.

        Raises IncompatibleRecords for another page, another reader, or two different facts under one id.
        """
        if (self.article, self.reader, self.page) != (other.article, other.reader, other.page):
            raise IncompatibleRecords(
                f"Records of {self.article.id} by {self.reader} and of {other.article.id} by {other.reader} "
                "can't be merged: merge readings of one page by one reader. Neither was changed."
            )
        published = self.published or other.published
        if self.published and other.published and self.published != other.published:
            raise IncompatibleRecords(f"Two readings date {self.article.id} differently. Neither was changed.")
        merged = {kind: getattr(self, kind) | getattr(other, kind) for kind in MEMBER_KINDS}
        return Record(self.reader, self.page, self.article, published, **merged)

    def check_references(self) -> None:
        """Raise IncompatibleRecords where a reference leads to no member of this record."""
        known = {member.id for member in self.members()}
        for member in self.members():
            if lost := {ref for ref in references(member) if ref not in known}:
                raise IncompatibleRecords(f"{member.id} refers to {', '.join(sorted(lost))}: no member has that id.")


MEMBER_KINDS = (
    "actors",
    "places",
    "statements",
    "events",
    "instruments",
    "gatherings",
    "disputes",
    "sequence",
    "dates",
)
"""The kinds of members, in the order of the contract."""

REFERENCE_FIELDS = frozenset(
    "actor about according_to actors addressees answers at blocks candidates contested_by events for_ gathering inside "
    "instrument members of parties party place refers_to speakers targets used_by where".split()
)


_FIELD_NAMES: dict[type, tuple[str, ...]] = {}


def field_names(kind: type) -> tuple[str, ...]:
    """Names of a dataclass's fields; none of anything else. Kept by class: a record is walked for every page."""
    if kind not in _FIELD_NAMES:
        _FIELD_NAMES[kind] = tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
    return _FIELD_NAMES[kind]


def walk(*things: Any) -> Iterator[Any]:
    """Every value inside dataclasses and tuples, outermost first."""
    left = list(reversed(things))
    while left:
        thing = left.pop()
        if isinstance(thing, tuple | frozenset):
            left.extend(reversed(tuple(thing)))
        elif isinstance(thing, Span | Evidence):
            yield thing
        elif names := field_names(type(thing)):
            yield thing
            left.extend([getattr(thing, name) for name in reversed(names)])


def references(member: Member) -> Iterator[Ref]:
    """Ids that a member refers to, its own parts included."""
    for thing in walk(member):
        for name in field_names(type(thing)):
            if name in REFERENCE_FIELDS and (value := getattr(thing, name)) is not None:
                yield from (v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, str))
