"""re3d: entities in security news. CENTCOM (US public domain) and Wikipedia (CC BY-SA 3.0).

Names, descriptions and pronouns lie together and nest. A phrase whose words are all capitalised (particles apart) is a name,
taken without its article, as other sets do; one word of PRONOUNS is a pronoun; the rest is nominal. Organisation, Person as
they are; Location and Nationality by the words; Temporal a time without a class. Confidence below 0.9 marks what the workers
did not agree on: masked.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.article import Span
from training.kinds import NATIONALITY, ORGANISATION, PERSON, PLACE, STATE, noun_kinds, place_kinds
from training.skips import Reading, Skip, held_out
from training.standoff import Document, Form, Layer, Mask, Mention, MentionType, Time

NAME = "re3d"
SOURCES = ("CENTCOM", "Wikipedia")
SURE = 0.9
LABELS = {"Organisation": "ORG", "Person": "PER", "Location": "LOC"}
PRONOUNS = frozenset(
    "he him his she her hers it its they them their theirs we us our ours i me my you your who whose whom which that".split()
)
PARTICLES = frozenset("of the and for in on to de al el la le du da von van der bin ibn".split())
MASKED = frozenset({Layer.MENTIONS, Layer.TIMES})


def read(folder: Path) -> Reading:
    for source in SOURCES:
        entities = defaultdict(list)
        for entity in _objects(folder / source / "entities.json"):
            entities[entity["documentId"]].append(entity)
        for document in _objects(folder / source / "documents.json"):
            yield from _document(document, source, entities[document["_id"]])


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    """The file is JSON objects one after the other, here and there with a comma between."""
    decoder, source, place = json.JSONDecoder(), path.read_text(encoding="utf-8-sig"), 0
    while found := re.compile(r"[\s,\[\]]*(?=\{)").match(source, place):
        value, place = decoder.raw_decode(source, found.end())
        yield value


def _document(article: dict[str, Any], source: str, entities: Sequence[dict[str, Any]]) -> Reading:
    text = article["text"]
    mentions, times, masks = set[Mention](), set[Time](), set[Mask]()
    for entity in entities:
        begin, end, words = entity["begin"], entity["end"], entity["value"]
        if text[begin:end] != words or words != words.strip() or not words:
            yield Skip(NAME, entity["_id"], "the words at the offsets are others, or begin or end with a blank")
        elif entity["confidence"] < SURE:
            masks.add(Mask(Span(begin, end), MASKED, "annotators unsure"))
        elif entity["type"] == "Temporal":
            times.add(Time(Span(begin, end)))
        elif mention := _mention(Span(begin, end), words, entity["type"]):
            mentions.add(mention)
    yield Document(
        id=f"{source}-{article['_id']}",
        dataset=NAME,
        split=held_out(article["_id"]),
        text=text,
        annotated=frozenset({Layer.MENTIONS, Layer.TIMES}),
        names_of=frozenset({PERSON, ORGANISATION, PLACE, STATE, NATIONALITY}),
        nominals_of=frozenset({PERSON, ORGANISATION, PLACE, STATE}),
        genre="press_release" if source == "CENTCOM" else "encyclopaedia",
        mentions=tuple(sorted(mentions, key=lambda one: (one.span.start, -one.span.end, one.label))),
        times=tuple(sorted(times, key=lambda one: one.span)),
        masks=tuple(sorted(masks, key=lambda one: one.span)),
    )


def _mention(span: Span, words: str, label: str) -> Mention | None:
    form = form_of(words)
    if form == "name":
        bare = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)
        span, words = Span(span.end - len(bare), span.end), bare
    kinds = _kinds(words, label, form)
    return Mention(span, kinds, form, label=label) if kinds else None


def form_of(words: str) -> Form:
    if words.lower() in PRONOUNS:
        return "pronoun"
    parts = [part for part in re.findall(r"[^\W_][\w.'’]*", words) if part.lower() not in PARTICLES]
    return "name" if parts and all(part[0].isupper() or part[0].isdigit() for part in parts) else "nominal"


def _kinds(words: str, label: str, form: Form) -> frozenset[MentionType]:
    if label == "Nationality":
        return frozenset({NATIONALITY}) if form == "name" else frozenset()
    if form == "nominal":
        return noun_kinds(head_noun(words), LABELS.get(label, ""))
    if label == "Location":
        return place_kinds(words)
    return {"Person": frozenset({PERSON}), "Organisation": frozenset({ORGANISATION})}.get(label, frozenset())


def head_noun(words: str) -> str:
    """The last word before a preposition, a relative pronoun or a comma: enough to tell a country from its north."""
    return re.split(r"\s+(?:of|in|at|from|for|on|near|with|who|which|that|to|by)\s|,", words)[0].split()[-1]
