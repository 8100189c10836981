"""MEANTIME: 120 Wikinews articles with entities, events, times, roles and coreference. CC BY 4.0.

Headline and the first sentences (numbers 0 to 5; 1 is the date line) are annotated in full; behind them only what the corpus
follows across documents, so everything after sentence 5 is masked. Of the mentions, those with the attribute syntactic_type are
the document annotators'; where it is empty, or no entity is given, the mention is masked. PER person, ORG organisation, LOC by
the words; PRO(duct), FIN(ancial) and MIX none of ours. NAM and PRE.NAM are names: where the phrase is longer than its head, the
head is the name (others do not count the article or the apposition), and without a head a phrase with a lower-case word is
masked. Status of an event: NEG denied; FUTURE planned; POSSIBLE, PROBABLE, a condition or unclear uncertain; generic none; else
happened. Roles: Arg0 agent, Arg1 patient, Arg2-4 other, LOC place.
"""

from __future__ import annotations

import re
import tarfile
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from dragoman.article import Span
from training.kinds import ORGANISATION, PERSON, PLACE, STATE, noun_kinds, place_kinds
from training.rejoin import Rejoined, find_words, rejoin
from training.skips import Reading, Skip
from training.standoff import Chain, Document, Event, Form, Layer, Mask, Mention, MentionType, Participant, Time

NAME = "meantime"
LAST_FULL = 5
HELD_OUT = "corpus_airbus"  # its articles are also those of a timeline measure, see training/kept_apart.py
LAYERS = frozenset(
    {Layer.SENTENCES, Layer.MENTIONS, Layer.TIMES, Layer.EVENTS, Layer.FACTUALITY, Layer.PARTICIPANTS, Layer.COREFERENCE}
)
FORMS: Mapping[str, Form] = {"NAM": "name", "PRE.NAM": "name", "PRO": "pronoun"}
TYPES = {"PER": PERSON, "ORG": ORGANISATION}
ROLES = {"Arg0": "agent", "Arg1": "patient", "Arg2": "other", "Arg3": "other", "Arg4": "other", "Argm-LOC": "place"}
Status = Literal["happened", "denied", "planned", "uncertain"]


@dataclass(frozen=True, slots=True)
class Marked:
    """One markable with its words, or an instance (entity, event) that mentions refer to."""

    id: str
    tag: str
    attributes: Mapping[str, str]
    words: tuple[str, ...]  # token ids in order


@dataclass(frozen=True, slots=True)
class Source:
    name: str
    corpus: str
    tokens: Mapping[str, Span]
    placed: Rejoined
    marked: Mapping[str, Marked]
    refers: Mapping[str, str]  # mention -> instance
    roles: Sequence[tuple[str, str, str]]  # event mention, role, entity mention


def read(folder: Path) -> Reading:
    with tarfile.open(folder / "meantime_newsreader_english_oct15.tar.gz") as archive:
        members = sorted(
            (one for one in archive if "intra_cross-doc" in one.name and one.name.endswith(".xml")), key=lambda one: one.name
        )
        for member in members:
            if file := archive.extractfile(member):
                source = _source(file.read().decode(), Path(member.name).stem, Path(member.name).parent.name)
                yield _document(source) if source else Skip(NAME, member.name, "no tokens")


def _source(xml: str, name: str, corpus: str) -> Source | None:
    root = ElementTree.fromstring(xml)
    tokens = root.findall("token")
    rows = [list(row) for _, row in groupby(tokens, key=lambda token: token.get("sentence"))]
    words = [[(token.get("t_id", ""), (token.text or "").strip()) for token in row if (token.text or "").strip()] for row in rows]
    words = [row for row in words if row]
    if not words:
        return None
    placed = rejoin([[word for _, word in row] for row in words], between="\n")
    spans = {at: span for row, found in zip(words, placed.words, strict=True) for (at, _), span in zip(row, found, strict=True)}
    refers: dict[str, str] = {}
    roles: list[tuple[str, str, str]] = []
    for relation in root.iterfind("Relations/*"):
        sources, targets = ([one.get("m_id", "") for one in relation.findall(end)] for end in ("source", "target"))
        if relation.tag == "REFERS_TO":
            refers.update((source, target) for source in sources for target in targets)
        elif relation.tag == "HAS_PARTICIPANT":
            role = ROLES.get(relation.get("sem_role", ""), "other")
            roles += [(source, role, target) for source in sources for target in targets]
    return Source(name, corpus, spans, placed, {one.id: one for one in _marked(root)}, refers, roles)


def _marked(root: ElementTree.Element) -> Iterator[Marked]:
    for element in root.iterfind("Markables/*"):
        words = tuple(anchor.get("t_id", "") for anchor in element.findall("token_anchor"))
        yield Marked(element.get("m_id", ""), element.tag, element.attrib, words)


def _document(source: Source) -> Document:
    sentences = source.placed.sentences
    full = sentences[min(LAST_FULL, len(sentences) - 1)].end
    mentions, unsure = _mentions(source)
    masks = [
        Mask(span, frozenset({Layer.MENTIONS}), "a name whose ends, or a mention whose form or entity, is not told")
        for span in unsure
    ]
    if full < len(source.placed.text):
        masks.append(Mask(Span(full, len(source.placed.text)), LAYERS - {Layer.SENTENCES}, "not annotated in full"))
    times = [
        Time(span, _time_kind(one), one.attributes.get("value") or None)
        for one in source.marked.values()
        if one.tag == "TIMEX3" and (span := span_of(source, one))
    ]
    return Document(
        id=source.name,
        dataset=NAME,
        split="dev" if source.corpus == HELD_OUT else "train",
        text=source.placed.text,
        annotated=LAYERS,
        names_of=frozenset({PERSON, ORGANISATION, PLACE, STATE}),
        nominals_of=frozenset({PERSON, ORGANISATION, PLACE, STATE}),
        chains_of=frozenset({"name", "nominal", "pronoun"}),
        genre="news",
        spaced=False,
        sentences=sentences,
        mentions=tuple(sorted(mentions, key=lambda one: (one.span.start, -one.span.end))),
        times=tuple(sorted(times, key=lambda one: one.span)),
        events=tuple(sorted(_events(source), key=lambda one: one.trigger or one.clause)),
        chains=_chains(source),
        masks=tuple(sorted(masks, key=lambda one: one.span)),
    )


def span_of(source: Source, one: Marked) -> Span | None:
    """From first to last word; None for an instance, and for words with a gap between them."""
    spans = sorted(source.tokens[word] for word in one.words if word in source.tokens)
    if not spans or len(spans) != len(one.words):
        return None
    whole = spans[0].to(spans[-1])
    words = [source.placed.text[span.start : span.end] for span in spans]
    return whole if find_words(source.placed.text[whole.start : whole.end], words) else None


def _time_kind(one: Marked) -> Literal["DATE", "TIME", "DURATION", "SET"] | None:
    kinds: tuple[Literal["DATE", "TIME", "DURATION", "SET"], ...] = ("DATE", "TIME", "DURATION", "SET")
    return next((kind for kind in kinds if one.attributes.get("type") == kind), None)


def _mentions(source: Source) -> tuple[list[Mention], list[Span]]:
    """Mentions, and stretches that hold a name whose ends cannot be told."""
    found: dict[Span, Mention] = {}
    unsure = []
    for one in source.marked.values():
        kind = one.attributes.get("syntactic_type")
        span = span_of(source, one) if one.tag == "ENTITY_MENTION" and kind is not None else None
        if not span or kind is None:
            continue
        instance = source.marked.get(source.refers.get(one.id, ""))
        if not kind or not instance:
            unsure.append(span)
            continue
        label = instance.attributes.get("ent_type", "")
        form = FORMS.get(kind, "nominal")
        if form == "name" and (named := _name(source, one, span)) is None:
            unsure.append(span)
            continue
        own = named if form == "name" and named else span
        words = source.placed.text[own.start : own.end]
        if kinds := _kinds(label, words, form):
            found[own] = Mention(own, kinds, form, label=label)
    return list(found.values()), unsure


def _name(source: Source, one: Marked, span: Span) -> Span | None:
    """The name within its phrase: the marked head if it stands there once, else the phrase if all its words are capitalised."""
    words, head = source.placed.text[span.start : span.end], one.attributes.get("head", "")
    found = [match.start() for match in re.finditer(re.escape(head), words)] if head else []
    if len(found) == 1:
        return Span(span.start + found[0], span.start + found[0] + len(head))
    return span if all(part[0].isupper() for part in words.split()) and "," not in words else None


def _kinds(label: str, words: str, form: Form) -> frozenset[MentionType]:
    if label == "LOC":
        return place_kinds(words) if form == "name" else noun_kinds(words.split()[-1], "LOC")
    return frozenset({TYPES[label]}) if label in TYPES else frozenset()


def _events(source: Source) -> Iterator[Event]:
    for one in source.marked.values():
        trigger = span_of(source, one) if one.tag == "EVENT_MENTION" and "polarity" in one.attributes else None
        if not trigger:
            continue
        clause = next(sentence for sentence in source.placed.sentences if trigger in sentence or sentence.overlaps(trigger))
        said = defaultdict(list)
        for event, role, entity in source.roles:
            if event == one.id and entity in source.marked and (span := span_of(source, source.marked[entity])):
                said[role].append(span)
        participants = tuple(Participant(role, tuple(sorted(set(spans)))) for role, spans in sorted(said.items()))
        instance = source.marked.get(source.refers.get(one.id, ""))
        label = instance.attributes.get("class", "") if instance else ""
        yield Event(clause, trigger, status=status_of(one.attributes), participants=participants, label=label)


def status_of(said: Mapping[str, str]) -> Status | None:
    special = said.get("special_cases", "")
    if special == "GEN" or not said.get("polarity") or not said.get("certainty"):
        return None
    if special.startswith("COND") or said["certainty"] != "CERTAIN" or said["polarity"] == "UNDERSPECIFIED":
        return "uncertain"
    if said["polarity"] == "NEG":
        return "denied"
    return {"FUTURE": "planned", "NON_FUTURE": "happened"}.get(said.get("time", ""))  # type: ignore[return-value]


def _chains(source: Source) -> tuple[Chain, ...]:
    """Entities only: mentions of events corefer elsewhere. Mentions of the cross-document layer count too."""
    groups = defaultdict(set)
    for mention, instance in source.refers.items():
        one, whole = source.marked.get(mention), source.marked.get(instance)
        if one and whole and one.tag == "ENTITY_MENTION" and whole.tag == "ENTITY" and (span := span_of(source, one)):
            groups[instance].add(span)
    return tuple(Chain(instance, tuple(sorted(spans))) for instance, spans in sorted(groups.items()))
