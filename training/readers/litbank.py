"""LitBank: coreference, entities and events in 100 novels (about 2,000 words each). CC BY 4.0.

Taken for coreference of people above all: the texts are of 1720 to 1920. Entities PER, ORG, GPE, LOC, FAC nest, and names and
descriptions are not told apart in the files: phrases in lower case are nominal mentions, phrases with a capital are masked (VEH
is none of ours). Events are those that happen in the story: positives with status happened, no negatives. Quotations have
speakers but no source or cue spans, and are left out.
"""

from __future__ import annotations

import tarfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.article import Span
from training.columns import Tagged, bracketed, read_tagged, tagged_spans
from training.kinds import ORGANISATION, PERSON, PLACE, STATE, noun_kinds
from training.rejoin import Rejoined, rejoin
from training.skips import Reading, Skip, held_out
from training.standoff import Chain, Document, Event, Layer, Mask, Mention

NAME = "litbank"
DEPTH = 4  # columns of nested entities
KINDS = ("coref", "entities", "events")


def read(folder: Path) -> Reading:
    found = _files(folder / "litbank_coref_entities_events_quotations.tar.gz")
    for name, files in sorted(found.items()):
        missing = [kind for kind in KINDS if kind not in files]
        if missing:
            yield Skip(NAME, name, f"no file of {' and '.join(missing)}")
        else:
            yield from _document(name, files)


def _files(path: Path) -> dict[str, dict[str, str]]:
    """Novel -> kind of annotation -> the file's text."""
    found = defaultdict[str, dict[str, str]](dict)
    with tarfile.open(path) as archive:
        for member in archive:
            parts = Path(member.name).parts
            if len(parts) > 2 and parts[-3] in KINDS and (file := archive.extractfile(member)):
                found[Path(member.name).stem][parts[-3]] = file.read().decode()
    return found


def _document(name: str, files: Mapping[str, str]) -> Reading:
    linked = [
        Tagged(tuple((row[0], row[-1]) for row in sentence.rows if not row[0].startswith("#")), sentence.comments)
        for sentence in read_tagged(_without_marks(files["coref"]), form=3, tags=(12,), missing="_")
    ]
    entities = list(read_tagged(files["entities"], tags=tuple(range(1, DEPTH + 1))))
    events = list(read_tagged(files["events"]))
    words = [sentence.words for sentence in linked]
    if any([sentence.words for sentence in other] != words for other in (entities, events)):
        yield Skip(NAME, name, "the files differ in their words")
        return
    placed = rejoin(words)
    flat = [span for row in placed.words for span in row]
    found = bracketed([cell for sentence in linked for cell in sentence.tags()])
    if found.unpaired:
        yield Skip(NAME, name, "a bracket of coreference without its partner")
    groups = defaultdict(set)
    for run in found.runs:
        groups[run.label].add(flat[run.first].to(flat[run.last - 1]))
    mentions, masks = _mentions(entities, placed)
    yield Document(
        id=name,
        dataset=NAME,
        split=held_out(name),
        text=placed.text,
        annotated=frozenset({Layer.SENTENCES, Layer.MENTIONS, Layer.COREFERENCE}),
        nominals_of=frozenset({PERSON, ORGANISATION, PLACE, STATE}),
        chains_of=frozenset({"name", "nominal", "pronoun"}),
        genre="fiction",
        spaced=False,
        sentences=placed.sentences,
        mentions=mentions,
        events=_events(events, placed),
        chains=tuple(Chain(group, tuple(sorted(spans))) for group, spans in groups.items()),
        masks=masks,
    )


def _without_marks(source: str) -> str:
    return "\n".join(line for line in source.split("\n") if not line.startswith("#"))


def _mentions(sentences: Sequence[Tagged], placed: Rejoined) -> tuple[tuple[Mention, ...], tuple[Mask, ...]]:
    mentions, masks = set[Mention](), set[Span]()
    for sentence, row in zip(sentences, placed.words, strict=True):
        for depth in range(DEPTH):
            for run in tagged_spans(sentence.tags(depth)):
                span = row[run.first].to(row[run.last - 1])
                own = sentence.words[run.first : run.last]
                if any(word[0].isupper() for word in own[1:] if word != "I") or (len(own) == 1 and own[0][0].isupper()):
                    masks.add(span)
                elif kinds := noun_kinds(_head(own), run.label):
                    mentions.add(Mention(span, kinds, "nominal", label=run.label))
    hidden = (Mask(span, frozenset({Layer.MENTIONS}), "name or description") for span in sorted(masks))
    return tuple(sorted(mentions, key=lambda one: (one.span.start, -one.span.end, one.label))), tuple(hidden)


def _head(words: Sequence[str]) -> str:
    """The last word before a preposition, a relative pronoun or a comma."""
    ends = (
        place
        for place, word in enumerate(words)
        if place and word in ("of", "in", "at", "from", "for", "on", "with", "who", "which", ",")
    )
    return words[next(ends, len(words)) - 1]


def _events(sentences: Sequence[Tagged], placed: Rejoined) -> tuple[Event, ...]:
    rows = zip(sentences, placed.words, placed.sentences, strict=True)
    return tuple(
        Event(clause, span, status="happened", label="realis")
        for sentence, row, clause in rows
        for tag, span in zip(sentence.tags(), row, strict=True)
        if tag == "EVENT"
    )
