"""GUM (genres with open text): syntax, nested entities with coreference, dates; and OntoGUM's coreference over the same texts.

Annotations CC BY 4.0. Entities are whole noun phrases, so names are not in ``names_of``: a phrase is ``name`` where the words
that GUM marks as its minimal span are all proper nouns, and keeps its type and head; boundaries of names are for other sets to
teach. person person; organization organisation; place state, nationality or place by the words; event, abstract and object
gathering or instrument where their head noun says so, else no mention; animal, plant and substance no mention. Every entity is
in its chain. Times: what GUM tags <date> or <time>, and entities of type time that a TIMEX annotator would mark too (short,
without a verb). Other time entities and words like "now" or "recently", which GUM leaves out and TimeML does not, are masked.
GUM's chains hold single mentions too; OntoGUM (data set ``ontogum``) only phrases mentioned twice.
"""

from __future__ import annotations

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.article import Span
from training.columns import bracketed
from training.conllu import Placed, Row, Sentence, documents_of, place, read_sentences
from training.kinds import GATHERING, INSTRUMENT, ORGANISATION, PERSON, PLACE, STATE, named_kinds, noun_kinds, place_kinds
from training.skips import Reading, Skip
from training.standoff import Chain, Document, Form, Layer, Mask, Mention, MentionType, Split, Time

NAME, ONTO = "gum", "ontogum"
FORMS: frozenset[Form] = frozenset({"name", "nominal", "pronoun"})
SYNTAX = frozenset({Layer.SENTENCES, Layer.TOKENS, Layer.UPOS, Layer.FEATURES, Layer.SYNTAX})
LAYERS = SYNTAX | {Layer.MENTIONS, Layer.TIMES, Layer.COREFERENCE}
UNSURE_TIMES = frozenset(
    "now currently recently recent earlier later soon then previously formerly once former current future past ago".split()
)
LONGEST_TIME = 7  # words; longer time entities of GUM train carry a clause or a place nine times in ten


@dataclass(frozen=True, slots=True)
class Entity:
    """One phrase: words ``[first, last)`` of the document, GUM's group and type, and the words of its minimal span."""

    first: int
    last: int
    group: str
    label: str
    minimal: tuple[int, ...]


def read(treebank: Path, coreference: Path) -> Reading:
    onto = _onto_columns(coreference / "gum_coref_open.tar.gz")
    splits: tuple[Split, ...] = ("train", "dev")
    for split in splits:
        source = (treebank / f"{split}.conllu").read_text(encoding="utf-8")
        for item in documents_of(read_sentences(source, NAME)):
            if isinstance(item, Skip):
                yield item
                continue
            name, sentences = item
            yield from _document(name, sentences, split)
            yield from _onto(name, sentences, split, onto)


def _document(name: str, sentences: Sequence[Sentence], split: Split) -> Reading:
    placed, rows = place(sentences), [row for sentence in sentences for row in sentence.rows]
    columns = bracketed([row.misc.get("Entity", "") for row in rows])
    if columns.unpaired:
        yield Skip(NAME, name, "a bracket of an entity without its partner")
    entities = [_entity(run.first, run.last, run.label) for run in columns.runs]
    mentions = [mention for entity in entities if (mention := _mention(entity, rows, placed))]
    sure, unsure = _times(entities, rows, placed)
    yield Document(
        id=name,
        dataset=NAME,
        split=split,
        text=placed.text,
        annotated=LAYERS,
        nominals_of=frozenset({PERSON, ORGANISATION, PLACE, STATE, GATHERING, INSTRUMENT}),
        chains_of=FORMS,
        genre=name.split("_")[1],
        sentences=placed.sentences,
        tokens=placed.tokens,
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end))),
        times=tuple(Time(span) for span in sure),
        chains=_chains([(entity.group, _span(placed, entity.first, entity.last)) for entity in entities]),
        masks=tuple(
            Mask(span, frozenset({Layer.TIMES}), "a time of GUM that TimeML may not mark, or the reverse") for span in unsure
        ),
    )


def _span(placed: Placed, first: int, last: int) -> Span:
    return placed.tokens[first].span.to(placed.tokens[last - 1].span)


def _entity(first: int, last: int, label: str) -> Entity:
    """``group-type-status-salience-centering-minimal-link…``; minimal counts from 1 within the phrase."""
    cells = label.split("-")
    minimal = tuple(first + int(number) - 1 for number in cells[5].split(",") if number.isdigit()) if len(cells) > 5 else ()
    return Entity(first, last, cells[0], cells[1] if len(cells) > 1 else "", tuple(at for at in minimal if first <= at < last))


def form_of(entity: Entity, rows: Sequence[Row]) -> Form:
    if not entity.minimal:
        return "nominal"
    if all(rows[at].xpos in ("NNP", "NNPS", "HYPH") for at in entity.minimal):  # UD calls "United" of "United States" a verb
        return "name"
    return "pronoun" if all(rows[at].upos in ("PRON", "DET") for at in entity.minimal) else "nominal"


def _mention(entity: Entity, rows: Sequence[Row], placed: Placed) -> Mention | None:
    form, span = form_of(entity, rows), _span(placed, entity.first, entity.last)
    head = _span(placed, min(entity.minimal), max(entity.minimal) + 1) if entity.minimal else None
    words = placed.text[head.start : head.end] if head else placed.text[span.start : span.end]
    kinds = _name_kinds(entity.label, words) if form != "nominal" else noun_kinds(words, entity.label)
    if form == "pronoun" and not kinds & {PERSON, PLACE, STATE, ORGANISATION}:
        return None
    return Mention(span, kinds, form, head, entity.label) if kinds else None


def _name_kinds(label: str, words: str) -> frozenset[MentionType]:
    if label == "place":
        return place_kinds(words)
    if label in ("event", "abstract", "object"):
        return named_kinds(words)
    return {"person": frozenset({PERSON}), "organization": frozenset({ORGANISATION})}.get(label, frozenset())


def _chains(grouped: Sequence[tuple[str, Span]]) -> tuple[Chain, ...]:
    groups = defaultdict(list)
    for group, span in grouped:
        groups[group].append(span)
    return tuple(Chain(group, tuple(dict.fromkeys(sorted(spans)))) for group, spans in groups.items())


def _times(entities: Sequence[Entity], rows: Sequence[Row], placed: Placed) -> tuple[list[Span], list[Span]]:
    """Times without nesting (the longer one stays), and what may or may not be one."""
    tagged = [_without_preposition(first, last, rows) for first, last in _dates(rows)]
    phrases = [(entity.first, entity.last) for entity in entities if entity.label == "time"]
    plain = [run for run in phrases if run[1] - run[0] <= LONGEST_TIME and _plain(rows[run[0] : run[1]])]
    sure: list[Span] = []
    for first, last in sorted({*tagged, *plain}, key=lambda run: (run[0], -run[1])):
        span = _span(placed, first, last)
        if not any(span.overlaps(other) for other in sure[-1:]):
            sure.append(span)
    unsure = [_span(placed, *run) for run in phrases]
    unsure += [placed.tokens[at].span for at, row in enumerate(rows) if row.form.lower() in UNSURE_TIMES]
    return sure, [span for span in unsure if not any(span in kept for kept in sure)]


def _plain(rows: Sequence[Row]) -> bool:
    return all(row.upos not in ("VERB", "AUX", "PRON") for row in rows)


def _without_preposition(first: int, last: int, rows: Sequence[Row]) -> tuple[int, int]:
    """GUM's <date> may hold the preposition, TimeML's does not."""
    return (first + 1, last) if rows[first].upos == "ADP" and last - first > 1 else (first, last)


def _dates(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    first = None
    for at, row in enumerate(rows):
        tags = row.misc.get("XML", "")
        if first is None and re.search(r"<(?:date|time)\b", tags):
            first = at
        if first is not None and re.search(r"</(?:date|time)>", tags):
            yield first, at + 1
            first = None


def _onto_columns(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Document -> (word, brackets) in order, from OntoGUM's files."""
    found = {}
    with tarfile.open(path) as archive:
        for member in archive:
            if "/ontogum/" in member.name and member.name.endswith(".conll") and (file := archive.extractfile(member)):
                rows = [line.split("\t") for line in file.read().decode().splitlines() if line and not line.startswith("#")]
                found[Path(member.name).stem] = [(row[1], row[-1]) for row in rows]
    return found


def _onto(name: str, sentences: Sequence[Sentence], split: Split, columns: dict[str, list[tuple[str, str]]]) -> Reading:
    placed, words = place(sentences), [row.form for sentence in sentences for row in sentence.rows]
    rows = columns.get(name)
    if rows is None or [word for word, _ in rows] != words:
        yield Skip(ONTO, name, "no file" if rows is None else "other words than in the treebank")
        return
    found = bracketed([cell for _, cell in rows])
    if found.unpaired:
        yield Skip(ONTO, name, "a bracket of coreference without its partner")
    yield Document(
        id=name,
        dataset=ONTO,
        split=split,
        text=placed.text,
        annotated=frozenset({Layer.SENTENCES, Layer.TOKENS, Layer.COREFERENCE}),
        chains_of=FORMS,
        genre=name.split("_")[1],
        sentences=placed.sentences,
        tokens=placed.tokens,
        chains=_chains([(run.label, _span(placed, run.first, run.last)) for run in found.runs]),
    )
