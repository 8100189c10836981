"""What was noticed in an article: sentences, mentions, time expressions, quotations, coreference, triggers.

Annotations are never stored; assemble turns them into a record. Everything is standoff: spans of the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.article import Span

MentionKind = Literal[
    "person",
    "state",
    "organisation",
    "place",
    "instrument",
    "gathering",
    "office",
    "nationality",
    "group",
]
MentionForm = Literal["name", "nominal", "pronoun"]
WhenKind = Literal["date", "time", "duration", "set"]
Tense = Literal["past", "present", "future"]
QuotationForm = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of running text; never crosses a part that is furniture."""

    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe somebody or something.

    head   the part of the span that names it, without office or state: ``Sergey Lavrov`` in ``Foreign Minister Sergey Lavrov``
    office, state   spans inside this mention, where they stand there
    """

    span: Span
    kind: MentionKind
    form: MentionForm
    head: Span
    office: Span | None = None
    state: Span | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time expression: its words, and what kind of time they tell. Its value is argued in assemble.

    tense   of the verb that it goes with; ``future`` also where words around it tell of what is to come; None where nothing tells
    """

    span: Span
    kind: WhenKind
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Attributed words: cue and source where they were found, content in one or more pieces, in order.

    source    the words that name the speaker here
    antecedent    the words that a source such as "who" stands for
    headline  it stands in a headline or a link to another page, not in the running text
    probability   what the tagger gives it; None where the rules alone found it
    by_rule   whether the rules found it too
    by_form   its form alone tells the speaker: a label, a signature, a headline's dash
    inside    index of the quotation that contains this one
    answers   index of the question it answers
    question  it is what somebody asks in a turn of a transcript
    """

    content: tuple[Span, ...]
    form: QuotationForm
    cue: Span | None = None
    source: Span | None = None
    addressee: Span | None = None
    antecedent: Span | None = None
    headline: bool = False
    inside: int | None = None
    answers: int | None = None
    question: bool = False
    probability: float | None = None
    by_rule: bool = False
    by_form: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event, with its PLOVER type and status as far as they were noticed."""

    span: Span
    clause: Span
    type: str
    status: str | None = None
    actors: tuple[Span, ...] = ()
    targets: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was noticed in one article, in text order."""

    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    whens: tuple[When, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    chains: tuple[tuple[Span, ...], ...] = ()
    """Coreference: each chain holds the spans of mentions of one thing."""
    triggers: tuple[Trigger, ...] = ()
