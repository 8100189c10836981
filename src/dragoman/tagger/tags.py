"""What the tagger says of one text: frozen, stand-off, in code points of that text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.annotations import MentionForm, MentionKind, WhenKind
from dragoman.article import Span

Tense = Literal["Past", "Pres"]
Number = Literal["Sing", "Plur"]
Mood = Literal["Ind", "Imp", "Sub"]
TriggerStatus = Literal["happened", "denied", "planned", "uncertain"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the sentence's tree.

    upos     part of speech of Universal Dependencies: ``NOUN``, ``VERB``…
    head     index of the governing token in ``Tags.tokens``; None for the root of a sentence
    deprel   label of the arc to the head, ``root`` for the root
    """

    span: Span
    upos: str
    head: int | None
    deprel: str
    tense: Tense | None = None
    number: Number | None = None
    mood: Mood | None = None
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class TaggedMention:
    """Words that name or describe somebody or something."""

    span: Span
    kind: MentionKind
    form: MentionForm
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class TaggedWhen:
    """A time expression."""

    span: Span
    kind: WhenKind
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class TaggedRole:
    """Words that are a source, a cue or a piece of content, whether or not they were linked to others."""

    span: Span
    kind: Literal["source", "cue", "content"]
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or thought: cue, source and content linked to each other, each in one or more pieces in text order.

    ``cue`` is None where the text ascribes without a word for it; ``source`` is empty where nobody is named.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: tuple[Span, ...] = ()
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class TaggedTrigger:
    """A word that tells of an event, with its PLOVER type and whether it is told as having happened.

    agent, patient   who did it, and whom or what it was done to, where the text says so near by
    """

    span: Span
    type: str
    status: TriggerStatus | None = None
    probability: float = 1.0
    agent: Span | None = None
    patient: Span | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """Words whose event is asked for, with the parties to it where they are known."""

    span: Span
    source: Span | None = None
    target: Span | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one thing, in text order; at least two."""

    mentions: tuple[Span, ...]
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Tags:
    """All that was tagged in one text, each kind in text order."""

    sentences: tuple[int, ...] = ()
    """Where each sentence starts, in code points."""
    tokens: tuple[Token, ...] = ()
    mentions: tuple[TaggedMention, ...] = ()
    whens: tuple[TaggedWhen, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    triggers: tuple[TaggedTrigger, ...] = ()
    chains: tuple[Chain, ...] = ()
    roles: tuple[TaggedRole, ...] = ()
    """What ``attributions`` are linked of, with what found no partner."""
