"""A stand-off document and its wordpieces become gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from dragoman.article import Span
from dragoman.tagger import labels
from dragoman.tagger.pieces import Pieces
from training.gold import NOT_HAPPENED, OPEN, ROOT, UNREAL, Act, Flags, Gold, Ints, Links, Range, TypedEvent
from training.standoff import Attribution, Document, Layer, Mention

TIMEX = {"DATE": "date", "TIME": "time", "DURATION": "duration", "SET": "set"}


def own_piece(pieces: Pieces, span: Span) -> int | None:
    """The first wordpiece that begins inside the word; None if another word's wordpiece swallowed it (``not`` of ``cannot``)."""
    first = int(np.searchsorted(pieces.starts, span.start, side="left"))
    return first if first < len(pieces) and pieces.starts[first] < span.end else None


def gold(document: Document, pieces: Pieces) -> Gold:
    """All that a document tells the heads."""
    layers = document.annotated
    sequences: dict[str, Flags] = {}
    if Layer.ATTRIBUTIONS in layers:
        sequences["roles"] = roles(document.attributions, pieces)
    if Layer.MENTIONS in layers and document.names_of:
        sequences["names"] = mentions(document, pieces, "names", labels.NAMES)
    if Layer.MENTIONS in layers and document.nominals_of:
        sequences["nominals"] = mentions(document, pieces, "nominals", labels.NOMINALS)
    if Layer.TIMES in layers:
        sequences["whens"] = times(document, pieces)
    if Layer.EVENTS in layers:
        spans = [event.trigger for event in document.events if event.trigger]
        sequences["triggers"] = painted(pieces, [(span, ("trigger",)) for span in spans], labels.SEQUENCES["triggers"])
    for name, flags in sequences.items():
        layer = {"roles": Layer.ATTRIBUTIONS, "whens": Layer.TIMES, "triggers": Layer.EVENTS}.get(name, Layer.MENTIONS)
        flags[masked(document, pieces, layer)] = True
    heads, deprels, trees = syntax(document, pieces) if Layer.SYNTAX in layers else (None, None, None)
    return Gold(
        document,
        pieces,
        sequences,
        choices(document, pieces),
        heads,
        deprels,
        trees,
        links(document.attributions, pieces) if Layer.ATTRIBUTIONS in layers else None,
        tuple(typed_events(document, pieces)),
        tuple(acts(document, pieces)) if Layer.PARTICIPANTS in layers else (),
        tuple(chained(document, pieces)) if Layer.COREFERENCE in layers else (),
        tuple(pronouns(document, pieces)) if Layer.PRONOUNS in layers else (),
    )


def masked(document: Document, pieces: Pieces, layer: Layer) -> Flags:
    """Wordpieces of which a layer says nothing."""
    flags = np.zeros(len(pieces), dtype=np.bool_)
    for mask in document.masks:
        if layer in mask.layers and (found := pieces.within(mask.span)):
            flags[slice(*found)] = True
    return flags


def painted(
    pieces: Pieces, spans: Iterable[tuple[Span, Sequence[str]]], names: tuple[str, ...], unsaid: Sequence[str] = ()
) -> Flags:
    """Labels that the gold admits for each wordpiece. A span that overlaps an earlier one is left out.

    spans    each with the types it may be
    unsaid   types that the set does not annotate: outside the spans they are as possible as O
    """
    flags = np.zeros((len(pieces), len(names)), dtype=np.bool_)
    numbers = {name: number for number, name in enumerate(names)}
    flags[:, [0, *(numbers[f"{mark}-{kind}"] for kind in unsaid for mark in "BI")]] = True
    taken = np.zeros(len(pieces), dtype=np.bool_)
    for span, kinds in spans:
        found = pieces.within(span)
        if not found or taken[slice(*found)].any():
            continue
        taken[slice(*found)] = True
        flags[slice(*found)] = False
        for kind in kinds:
            flags[found[0], numbers[f"B-{kind}"]] = True
            flags[found[0] + 1 : found[1], numbers[f"I-{kind}"]] = True
    return flags


def roles(attributions: Sequence[Attribution], pieces: Pieces) -> Flags:
    """Cues first, then sources, then contents: the shorter kind wins where two overlap."""
    spans = [(span, ("cue",)) for one in attributions for span in one.cues]
    spans += [(span, ("source",)) for one in attributions for span in one.sources]
    spans += [(span, ("content",)) for one in attributions for span in one.contents]
    return painted(pieces, spans, labels.SEQUENCES["roles"])


def group_of(mention: Mention) -> str:
    """Which head tags a mention: offices stand with the nominals, pronouns with nobody."""
    if mention.form == "pronoun":
        return "pronouns"
    return "nominals" if mention.form == "nominal" or "office" in mention.types else "names"


def mentions(document: Document, pieces: Pieces, group: str, known: Sequence[str]) -> Flags:
    """Names: the outermost of nested ones. Nominals: the innermost, which is the phrase without its clauses."""
    said = document.names_of if group == "names" else document.nominals_of
    own = [one for one in document.mentions if group_of(one) == group and set(one.types) & set(known)]
    own.sort(key=lambda one: len(one.span), reverse=group == "names")
    spans = [(one.span, [kind for kind in known if kind in one.types]) for one in own]
    return painted(pieces, spans, labels.SEQUENCES[group], [kind for kind in known if kind not in said])


def times(document: Document, pieces: Pieces) -> Flags:
    spans = [(time.span, (TIMEX[time.kind],) if time.kind else labels.WHENS) for time in document.times]
    return painted(pieces, spans, labels.SEQUENCES["whens"])


def choices(document: Document, pieces: Pieces) -> dict[str, Ints]:
    """Sentence starts, parts of speech, features and status of events."""
    found: dict[str, Ints] = {}
    if Layer.SENTENCES in document.annotated:
        starts = np.zeros(len(pieces), dtype=np.int64)
        for span in document.sentences:
            if (first := own_piece(pieces, span)) is not None:
                starts[first] = 1
        starts[masked(document, pieces, Layer.SENTENCES)] = OPEN
        found["sentences"] = starts
    if Layer.UPOS in document.annotated:
        found["upos"] = by_word(document, pieces, Layer.UPOS, "upos")
    if Layer.FEATURES in document.annotated:
        found |= {name: by_word(document, pieces, Layer.FEATURES, name) for name in ("tense", "number", "mood")}
    if Layer.FACTUALITY in document.annotated:
        status = np.full(len(pieces), OPEN, dtype=np.int64)
        for event in document.events:
            if event.trigger and (first := own_piece(pieces, event.trigger)) is not None:
                if event.status:
                    status[first] = labels.STATUSES.index(event.status)
                elif event.factuality is not None and event.factuality < UNREAL:
                    status[first] = NOT_HAPPENED
        found["status"] = status
    return found


def by_word(document: Document, pieces: Pieces, layer: Layer, name: str) -> Ints:
    """One label a word, on its own first wordpiece."""
    numbers = {label: number for number, label in enumerate(labels.CHOICES[name])}
    found = np.full(len(pieces), OPEN, dtype=np.int64)
    for token in document.tokens:
        at = own_piece(pieces, token.span)
        if at is None:
            continue
        said = dict(feature.split("=", 1) for feature in token.features)
        label = token.upos if name == "upos" else said.get(name.title(), "none")
        found[at] = numbers.get(label or "", OPEN if name == "upos" else 0)
    found[masked(document, pieces, layer)] = OPEN
    return found


def syntax(document: Document, pieces: Pieces) -> tuple[Ints, Ints, Ints]:
    """Heads, labels and sentence numbers, on each word's own first wordpiece."""
    places = [own_piece(pieces, token.span) for token in document.tokens]
    numbers = {label: number for number, label in enumerate(labels.DEPRELS)}
    heads, deprels, trees = (np.full(len(pieces), OPEN, dtype=np.int64) for _ in range(3))
    sentence = -1
    starts = {span.start for span in document.sentences}
    for token, at in zip(document.tokens, places, strict=True):
        sentence += token.span.start in starts
        if at is None:
            continue
        trees[at] = sentence
        above = ROOT if token.head is None else places[token.head]
        if above is None or token.deprel is None:
            continue
        heads[at] = above
        deprels[at] = numbers.get(token.deprel, numbers.get(token.deprel.split(":")[0], OPEN))
    heads[masked(document, pieces, Layer.SYNTAX)] = OPEN
    return heads, deprels, trees


def links(attributions: Sequence[Attribution], pieces: Pieces) -> Links:
    """Each different span once, with its partners."""

    def place(spans: Iterable[Span]) -> list[Range]:
        return [found for span in spans if (found := pieces.within(span))]

    pairs = [(place(one.cues), place(one.sources), place(one.contents)) for one in attributions]
    cues, sources, contents = (sorted({span for pair in pairs for span in pair[role]}) for role in range(3))
    linked = [
        frozenset((cues.index(cue), all_.index(span)) for pair in pairs for cue in pair[0] for span in pair[role])
        for role, all_ in ((1, sources), (2, contents))
    ]
    return Links(tuple(cues), tuple(sources), tuple(contents), *linked)


def typed_events(document: Document, pieces: Pieces) -> Iterator[TypedEvent]:
    for event in document.events:
        clause = pieces.within(event.clause)
        if not event.types or clause is None:
            continue
        parties = {one.role: pieces.within(one.spans[0]) for one in event.participants if one.spans}
        types = tuple(sorted(labels.PLOVER.index(name) for name in event.types))
        yield TypedEvent(clause, parties.get("source"), parties.get("target"), types)


def acts(document: Document, pieces: Pieces) -> Iterator[Act]:
    """Events with a trigger and parties of the kinds that labels name (PLV's source and target have no trigger)."""
    for event in document.events:
        trigger = event.trigger and pieces.within(event.trigger)
        if not trigger:
            continue
        parties = {one.role: one.spans for one in event.participants}
        placed = [[pieces.within(span) for span in parties.get(role, ())] for role in labels.SCORERS["party"]]
        yield Act(trigger, tuple(tuple(one for one in spans if one) for spans in placed))


def pronouns(document: Document, pieces: Pieces) -> Iterator[tuple[Range, tuple[tuple[Range, bool], ...]]]:
    for case in document.pronouns:
        place = pieces.within(case.pronoun)
        candidates = [(found, right) for span, right in case.candidates if (found := pieces.within(span))]
        if place and candidates:
            yield place, tuple(candidates)


def chained(document: Document, pieces: Pieces) -> Iterator[tuple[Range, int]]:
    found = [
        (place, number) for number, chain in enumerate(document.chains) for span in chain.spans if (place := pieces.within(span))
    ]
    yield from sorted(found)
