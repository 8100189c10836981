"""QA-SRL (verbs) and QANom (nouns made of verbs): who did what to whom, as questions and answers over single sentences. MIT.

Both sets share sentences, so they are one data set here, gathered and held back by sentence. A question becomes a role by the
place of its gap: asking for the subject agent, or patient in the passive; for the object patient; for a prepositional object
that preposition; when time; where place; why cause; how, how much, how long manner. QANom's nouns that are no event are not
taken. Triggers are not complete: EVENTS is not in ``annotated``.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.article import Span
from training.rejoin import rejoin
from training.skips import Reading, Skip, held_out
from training.standoff import Document, Event, Layer, Participant

NAME = "qasrl"
BETWEEN = "~!~"
ADVERBIAL = {"when": "time", "where": "place", "why": "cause"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One question about one predicate of one sentence, with the word ranges that answer it."""

    sentence: str
    predicate: int
    word: str
    role: str
    ranges: tuple[tuple[int, int], ...]
    kind: str


def read(verbs: Path, nouns: Path) -> Reading:
    words = {
        row["qasrl_id"]: row["tokens"].split(" ") for path in sorted((verbs / "sentences").glob("*.csv")) for row in _rows(path)
    }
    answers = [answer for path in sorted((verbs / "gold").glob("*.csv")) for answer in map(_verb, _rows(path)) if answer]
    with zipfile.ZipFile(nouns / "qanom_dataset.zip") as archive:
        for part in ("train", "dev", "test"):
            for row in csv.DictReader(io.StringIO(archive.read(f"annot.{part}.csv").decode("utf-8-sig"))):
                words.setdefault(row["qasrl_id"], row["sentence"].split(" "))
                if answer := _noun(row):
                    answers.append(answer)
    by_sentence = defaultdict(list)
    for answer in answers:
        by_sentence[answer.sentence].append(answer)
    for name in sorted(by_sentence):
        if name in words:
            yield from _document(name, words[name], by_sentence[name])
        else:
            yield Skip(NAME, name, "no sentence")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def _verb(row: Mapping[str, str]) -> Answer | None:
    return (
        Answer(row["qasrl_id"], int(row["verb_idx"]), row["verb"], role_of(row), _ranges(row), "verb")
        if row["question"]
        else None
    )


def _noun(row: Mapping[str, str]) -> Answer | None:
    if row["is_verbal"] != "True":
        return None
    role = role_of(row) if row["question"] else ""
    return Answer(row["qasrl_id"], int(row["target_idx"]), row["noun"], role, _ranges(row), "noun")


def _ranges(row: Mapping[str, str]) -> tuple[tuple[int, int], ...]:
    pairs = (part.split(":") for part in row["answer_range"].split(BETWEEN) if part)
    return tuple((int(first), int(last)) for first, last in pairs)


def role_of(row: Mapping[str, str]) -> str:
    """The gap that a question asks for, from its slots."""
    wh = row["wh"].lower()
    if wh not in ("who", "what", "which"):
        return ADVERBIAL.get(wh, "manner")
    passive = row["is_passive"] == "True"
    if not row["subj"]:
        return "patient" if passive else "agent"
    if row["prep"] == "by" and passive:
        return "agent"
    if not row["obj"] and not passive and (not row["prep"] or row["obj2"]):
        return "patient"
    return row["prep"] or "other"


def _document(name: str, words: Sequence[str], answers: Sequence[Answer]) -> Reading:
    blank = any(not word for word in words)
    off = [answer for answer in answers if not _fits(answer, words)]
    if blank or off:
        yield Skip(NAME, name, "a blank word" if blank else "another word at the predicate's number")
        return
    placed = rejoin([words])
    (row,) = placed.words
    said = defaultdict[tuple[int, str], dict[str, set[Span]]](lambda: defaultdict(set))
    for answer in answers:
        roles = said[answer.predicate, answer.kind]
        for first, last in answer.ranges:
            roles[answer.role].add(row[first].to(row[last - 1]))
    events = [
        Event(
            placed.sentences[0],
            row[predicate],
            participants=tuple(Participant(role, tuple(sorted(spans))) for role, spans in sorted(roles.items())),
            label=kind,
        )
        for (predicate, kind), roles in sorted(said.items())
    ]
    yield Document(
        id=name,
        dataset=NAME,
        split=held_out(name),
        text=placed.text,
        annotated=frozenset({Layer.PARTICIPANTS}),
        genre=name.split(":")[1],
        spaced=False,
        sentences=placed.sentences,
        events=tuple(events),
    )


def _fits(answer: Answer, words: Sequence[str]) -> bool:
    ranges = all(0 <= first < last <= len(words) for first, last in answer.ranges)
    return ranges and answer.predicate < len(words) and words[answer.predicate].lower() == answer.word.lower()
