"""Rows of figures become tags: what every head says of many texts, in an order in which each step finds what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from dragoman.article import Span
from dragoman.tagger import labels
from dragoman.tagger.chains import chains
from dragoman.tagger.joined import Joined, Read, joined
from dragoman.tagger.links import attributions
from dragoman.tagger.made import made
from dragoman.tagger.mentions import Mentions, mentions, objects
from dragoman.tagger.pairs import Ints
from dragoman.tagger.parties import parties
from dragoman.tagger.plover import clause_types
from dragoman.tagger.scorers import Scorers
from dragoman.tagger.tagged import Spans, tagged
from dragoman.tagger.tags import TaggedRole, TaggedTrigger, TaggedWhen, Tags
from dragoman.tagger.tokens import Words, sentence_starts, tokens, words_of

Kind = TypeVar("Kind")


def decoded(reads: Sequence[Read], scorers: Scorers) -> list[Tags]:
    """Tags of every text."""
    return decode(joined(reads), scorers)


def decode(texts: Joined, scorers: Scorers) -> list[Tags]:
    """Tags of every text, in order; of one without wordpieces they are empty."""
    if not texts.bounds[-1]:
        return [Tags() for _ in texts.reads]
    spans = tagged(texts, scorers)
    sentences = sentence_starts(texts, scorers)
    words = words_of(texts, sentences, scorers)
    found = mentions(texts, spans["names"], spans["nominals"], words)
    of_mentions = objects(texts, found)
    columns = (
        _sentences(texts, sentences),
        _cut(*tokens(texts, words, scorers)),
        _cut(of_mentions, texts.by_text(found.first)),
        _cut(_whens(texts, spans["whens"]), texts.by_text(spans["whens"].first)),
        _cut(*attributions(texts, spans["roles"], scorers)),
        _cut(_triggers(texts, spans["triggers"], sentences, words, found, scorers), texts.by_text(spans["triggers"].first)),
        [tuple(one) for one in chains(texts, found, [one.span for one in of_mentions], scorers)],
        _cut(_roles(texts, spans["roles"]), texts.by_text(spans["roles"].first)),
    )
    return [Tags(*own) for own in zip(*columns, strict=True)]


def _cut(things: Sequence[Kind], parts: Sequence[slice]) -> list[tuple[Kind, ...]]:
    """The things of each text."""
    return [tuple(things[part]) for part in parts]


def _sentences(texts: Joined, starts: Ints) -> list[tuple[int, ...]]:
    return _cut(texts.starts[starts].tolist(), texts.by_text(starts))


def _whens(texts: Joined, spans: Spans) -> list[TaggedWhen]:
    kinds = np.array(labels.WHENS, dtype=object)[spans.kind].tolist()
    return made(TaggedWhen, texts.spans(spans.first, spans.last), kinds, spans.probability.tolist())


def _roles(texts: Joined, spans: Spans) -> list[TaggedRole]:
    kinds = np.array(labels.ROLES, dtype=object)[spans.kind].tolist()
    return made(TaggedRole, texts.spans(spans.first, spans.last), kinds, spans.probability.tolist())


def _triggers(
    texts: Joined, spans: Spans, sentences: Ints, words: Words, found: Mentions, scorers: Scorers
) -> list[TaggedTrigger]:
    """Triggers with status, parties and type; the clause of a type is the trigger's sentence."""
    if not len(spans):
        return []
    own = parties(texts, spans.first, words, found, scorers)
    clauses = np.stack([sentences, np.append(sentences[1:], texts.bounds[-1])], axis=1)
    sentence = np.searchsorted(sentences, spans.first, side="right") - 1
    types = clause_types(texts.rows, clauses, sentence, own, scorers)
    best = types.argmax(axis=1)
    status = scorers.part(texts.rows, "status")[spans.first].argmax(axis=1)
    return made(
        TaggedTrigger,
        texts.spans(spans.first, spans.last),
        np.array(labels.PLOVER, dtype=object)[best].tolist(),
        np.array(labels.STATUSES, dtype=object)[status].tolist(),
        (spans.probability * scorers.sure("plover", types.max(axis=1))).tolist(),
        *(_some_spans(texts, one) for one in own),
    )


def _some_spans(texts: Joined, ranges: Ints) -> list[Span | None]:
    """None for a range of -1."""
    known = np.flatnonzero(ranges[:, 0] >= 0)
    found: list[Span | None] = [None] * len(ranges)
    for at, span in zip(known.tolist(), texts.spans(*ranges[known].T), strict=True):
        found[at] = span
    return found
