"""PLV: sentences with a marked source and target and the PLOVER type of what passes between them. No licence stated.

The adjudicated type (gold_root) is taken. YIELD was since parted into CONCEDE and RETREAT: the event is one of both. The set is
measured by five folds: a sentence is in one fold with all its rows, and sentences are dealt out type by type,
so that all folds are alike. Where a sentence lacks one of the marks, the participant is missing.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.article import Span
from training.skips import Reading, Skip
from training.standoff import Document, Event, EventType, Layer, Participant

NAME = "plv"
FOLDS = 5
_MARK = re.compile(r"</?([st])>")
ROLES = {"s": "source", "t": "target"}


def read(folder: Path) -> Reading:
    with (folder / "train.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    folds = deal(rows)
    for number, row in enumerate(rows):
        name = f"{row['sentence_id']}-{number}"
        spans = marked(row["marked_sentence"], row["sentence"])
        if spans is None:
            yield Skip(NAME, name, "the marked sentence is another")
            continue
        whole = Span(0, len(row["sentence"]))
        participants = tuple(Participant(role, found) for role, found in sorted(spans.items()) if found)
        event = Event(whole, types=types_of(row["gold_root"]), participants=participants, label=row["gold_root"])
        yield Document(
            id=name,
            dataset=NAME,
            split="train",
            text=row["sentence"],
            annotated=frozenset({Layer.EVENT_TYPES, Layer.PARTICIPANTS}),
            fold=folds[row["sentence"]],
            genre="news",
            events=(event,),
        )


def types_of(label: str) -> frozenset[EventType]:
    if label == "YIELD":
        return frozenset({EventType.CONCEDE, EventType.RETREAT})
    return frozenset({EventType(label)})


def deal(rows: Sequence[Mapping[str, str]]) -> dict[str, int]:
    """Sentence -> fold. Sentences of a type (of their first row) are dealt in turn, in the order of the file."""
    types: dict[str, str] = {}
    for row in rows:
        types.setdefault(row["sentence"], row["gold_root"])
    dealt = defaultdict[str, int](int)
    folds = {}
    for sentence, label in types.items():
        folds[sentence] = (
            dealt[label] + sum(label.encode())
        ) % FOLDS  # types begin at different folds, or small ones crowd the first
        dealt[label] += 1
    return folds


def marked(with_marks: str, sentence: str) -> dict[str, tuple[Span, ...]] | None:
    """Spans of source and target in the sentence; None if the sentence without its marks is another."""
    if _MARK.sub("", with_marks) != sentence:
        return None
    found = defaultdict[str, list[Span]](list)
    opened: dict[str, int] = {}
    gone = 0
    for match in _MARK.finditer(with_marks):
        place = match.start() - gone
        gone += len(match[0])
        if match[0][1] != "/":
            opened[match[1]] = place
        elif match[1] in opened and (start := opened.pop(match[1])) < place:
            words = sentence[start:place]
            found[ROLES[match[1]]].append(Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
    return {role: tuple(spans) for role, spans in found.items()}
