"""CrossNER, politics: names in Wikipedia sentences about politics. MIT. A sentence is a document; both files are pooled and
split anew.

person and politician person; organisation and politicalparty organisation; country state; location state, nationality or place
by the words; event and misc gathering or instrument by their head noun; otherwise an event may be a gathering or other, misc is
other; an election is other: nobody gathers there.
"""

from __future__ import annotations

from pathlib import Path

from training.columns import Tagged, read_tagged, tagged_spans
from training.kinds import GATHERING, NATIONALITY, ORGANISATION, OTHER, PERSON, PLACE, STATE, named_kinds, place_kinds
from training.readers.redocred import NAMES
from training.rejoin import rejoin
from training.skips import Reading, held_out
from training.standoff import Document, Layer, Mention, MentionType

NAME = "crossner-politics"
FIXED = {
    "person": PERSON,
    "politician": PERSON,
    "organisation": ORGANISATION,
    "politicalparty": ORGANISATION,
    "election": OTHER,
}


def read(folder: Path) -> Reading:
    for part in ("train", "dev"):
        for number, sentence in enumerate(read_tagged(folder / f"{part}.txt")):
            yield _document(sentence, f"{part}-{number:03}")


def _document(sentence: Tagged, name: str) -> Document:
    placed = rejoin([sentence.words])
    (row,) = placed.words
    mentions = []
    for run in tagged_spans(sentence.tags()):
        span = row[run.first].to(row[run.last - 1])
        mentions.append(Mention(span, kinds_of(run.label, placed.text[span.start : span.end]), label=run.label))
    return Document(
        id=name,
        dataset=NAME,
        split=held_out(placed.text),
        text=placed.text,
        annotated=frozenset({Layer.MENTIONS}),
        names_of=NAMES,
        genre="encyclopaedia",
        spaced=False,
        sentences=placed.sentences,
        mentions=tuple(mentions),
    )


def kinds_of(label: str, words: str) -> frozenset[MentionType]:
    if label in FIXED:
        return frozenset({FIXED[label]})
    if label == "country":
        # A few demonyms stand under country; every other country is a state, those gone and not in the lexicon too.
        return found if NATIONALITY in (found := place_kinds(words)) else frozenset({STATE})
    if label == "location":
        return place_kinds(words) if words else frozenset({PLACE})
    return named_kinds(words, frozenset({OTHER, GATHERING}) if label == "event" else frozenset({OTHER}))
