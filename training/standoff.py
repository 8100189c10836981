"""One stand-off form for every data set that the tagger learns from or is measured on.

A document is one text and layers of annotation over it. Every annotation is a half-open span of code points of ``text``;
``text[start:end]`` is the annotated words. What a set does not annotate is masked, never read as "there is none":

- ``annotated`` names the layers that the set annotates throughout the document;
- ``names_of`` and ``nominals_of`` say which mention types it annotates as names and as common-noun phrases;
- items of a layer that is not in ``annotated`` are right, but not all that there are: they teach "yes", never "no";
- ``masks`` are stretches where a layer says nothing (sentences that the annotators left out, sentences shared with a
  measure, phrases that may or may not be a mention).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import PlainSerializer, TypeAdapter

from dragoman.article import Span

Split = Literal["train", "dev"]
Form = Literal["name", "nominal", "pronoun"]


class Layer(StrEnum):
    SENTENCES = "sentences"  # Document.sentences are all the sentences, so their starts are starts
    TOKENS = "tokens"  # Document.tokens are all the words
    UPOS = "upos"
    FEATURES = "features"
    SYNTAX = "syntax"  # head and deprel
    MENTIONS = "mentions"  # of the types in names_of and nominals_of
    TIMES = "times"
    ATTRIBUTIONS = "attributions"
    EVENTS = "events"  # triggers, all of them
    EVENT_TYPES = "event_types"  # PLOVER type of the events given (not all events need be given)
    FACTUALITY = "factuality"  # of the events given
    PARTICIPANTS = "participants"  # of the events given
    COREFERENCE = "coreference"  # chains are complete for the kinds of phrase that the set links
    PRONOUNS = "pronouns"  # single pronouns with right and wrong antecedents


class MentionType(StrEnum):
    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    PLACE = "place"
    INSTRUMENT = "instrument"
    GATHERING = "gathering"
    OFFICE = "office"
    NATIONALITY = "nationality"
    OTHER = "other"  # a name of another kind (work, product, law case…): only for sets that mark such names


class EventType(StrEnum):
    """PLOVER 2.0. PLV was labelled before YIELD was parted into CONCEDE (words) and RETREAT (deeds): there it is one of these."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


# Sets have no order of their own; a file must have one, or two runs would differ.
Types = Annotated[frozenset[MentionType], PlainSerializer(sorted, return_type=list[str])]
EventTypes = Annotated[frozenset[EventType], PlainSerializer(sorted, return_type=list[str])]
Forms = Annotated[frozenset[Form], PlainSerializer(sorted, return_type=list[str])]
Layers = Annotated[frozenset[Layer], PlainSerializer(sorted, return_type=list[str])]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of Universal Dependencies. ``head`` is an index into ``Document.tokens``; None is the root (or no syntax)."""

    span: Span
    upos: str | None = None
    features: tuple[str, ...] = ()  # "Tense=Past", sorted
    head: int | None = None
    deprel: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that names or describes something. ``types``: it is one of these (several where the set does not tell)."""

    span: Span
    types: Types
    form: Form = "name"
    head: Span | None = None  # the head words, where the set marks them
    label: str = ""  # the set's own type


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 type and value, where given."""

    span: Span
    kind: Literal["DATE", "TIME", "DURATION", "SET"] | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said, held or wanted what. Each role is its fragments in the order of the text; source and cue may be empty."""

    id: str
    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """All attributions that one annotator found in the document."""

    annotator: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """``role`` as in training/NOTES.md: source, target, agent, patient, time, place…; several spans are alternatives."""

    role: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """``trigger`` is None where a set only says what a whole clause (or sentence) reports."""

    clause: Span
    trigger: Span | None = None
    types: EventTypes = frozenset()  # it is one of these; empty: not said
    status: Literal["happened", "denied", "planned", "uncertain"] | None = None
    factuality: float | None = (
        None  # UDS: above 0 it happened or will, below 0 not; about -1.5 to 1.5, normalised over annotators
    )
    participants: tuple[Participant, ...] = ()
    label: str = ""  # the set's own type or class


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one thing, in the order of the text. A chain of one is a mention known to be alone."""

    id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PronounCase:
    """One pronoun; ``candidates`` are names with whether they are its antecedent."""

    pronoun: Span
    candidates: tuple[tuple[Span, bool], ...]


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch where these layers say nothing: no loss, no score."""

    span: Span
    layers: Layers
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    dataset: str
    split: Split
    text: str
    annotated: Layers = frozenset()
    names_of: Types = frozenset()
    nominals_of: Types = frozenset()
    chains_of: Forms = frozenset()  # the forms that its chains link: names alone, or pronouns too
    fold: int | None = None  # 0-4 where the measure is cross-validation
    genre: str = ""
    date: str | None = None  # of writing, ISO, where the set tells
    spaced: bool = True  # False: the text was put together again from tokens, so its spaces are ours
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()  # of the set's chosen annotator
    versions: tuple[Version, ...] = ()  # of every annotator, the chosen one included, where there are several
    events: tuple[Event, ...] = ()
    chains: tuple[Chain, ...] = ()
    pronouns: tuple[PronounCase, ...] = ()
    masks: tuple[Mask, ...] = ()

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]


def spans_of(document: Document) -> Iterator[tuple[str, Span]]:
    """Every span of a document with the layer that it stands in."""
    yield from (("sentences", span) for span in document.sentences)
    yield from (("tokens", token.span) for token in document.tokens)
    yield from (("mentions", mention.span) for mention in document.mentions)
    yield from (("mentions", mention.head) for mention in document.mentions if mention.head)
    yield from (("times", time.span) for time in document.times)
    found = (document.attributions, *(version.attributions for version in document.versions))
    for attribution in (one for many in found for one in many):
        yield from (("attributions", span) for span in (*attribution.sources, *attribution.cues, *attribution.contents))
    for event in document.events:
        yield "events", event.clause
        if event.trigger:
            yield "events", event.trigger
        yield from (("participants", span) for participant in event.participants for span in participant.spans)
    yield from (("chains", span) for chain in document.chains for span in chain.spans)
    for case in document.pronouns:
        yield "pronouns", case.pronoun
        yield from (("pronouns", span) for span, _ in case.candidates)
    yield from (("masks", mask.span) for mask in document.masks)


def faults(document: Document) -> list[str]:
    """What is wrong with a document, in words: spans past the end, blanks at an edge, heads and overlaps that cannot be."""
    found = []
    for layer, span in spans_of(document):
        words = document.words(span)
        if span.end > len(document.text):
            found.append(f"{layer}: {span} ends after the text ({len(document.text)})")
        elif layer != "masks" and words != words.strip():
            found.append(f"{layer}: {span} begins or ends with a blank")
    if any(token.head is not None and not 0 <= token.head < len(document.tokens) for token in document.tokens):
        found.append("tokens: a head outside the document")
    for name, row in (("tokens", [token.span for token in document.tokens]), ("sentences", list(document.sentences))):
        if any(left.end > right.start for left, right in pairwise(row)):
            found.append(f"{name}: out of order or overlapping")
    return found


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


def to_json(document: Document) -> bytes:
    """One line, without its line feed; the same document always gives the same bytes."""
    return _adapter().dump_json(document, exclude_defaults=True)


def from_json(line: bytes | str) -> Document:
    return _adapter().validate_json(line)


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of one JSON Lines file that prepare.py wrote."""
    with path.open("rb") as lines:
        for line in lines:
            yield from_json(line)
