"""From the sets' types to ours."""

from __future__ import annotations

import pytest

from training.kinds import (
    GATHERING,
    INSTRUMENT,
    NATIONALITY,
    ORGANISATION,
    OTHER,
    PERSON,
    PLACE,
    STATE,
    named_kinds,
    noun_kinds,
    place_kinds,
)
from training.readers.crossner import kinds_of as crossner_kinds
from training.readers.newswire import kinds_of as newswire_kinds
from training.standoff import MentionType


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("France", {STATE}, "the lexicon names a state so"),
        ("the Netherlands", {STATE}, "with its article"),
        ("Soviet Union", {STATE}, "states gone are states"),
        ("French", {NATIONALITY}, "a demonym"),
        ("Paris", {PLACE}, "a capital is a place; whom it stands for is another question"),
        ("Bavaria", {PLACE}, "no state of today's"),
        ("Georgia", {STATE, PLACE}, "nobody can tell by the word"),
    ],
)
def test_places(words: str, expected: set[MentionType], why: str) -> None:
    assert place_kinds(words) == expected, why


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Treaty of Orlo", {INSTRUMENT}),
        ("Vell Accords", {INSTRUMENT}),
        ("Convention on Salt Fish", {INSTRUMENT}),
        ("Vell Summit", {GATHERING}),
        ("Salt Conference Declaration", {INSTRUMENT}),
        ("Charter Conference", {GATHERING}),
        ("Armistice Day", {OTHER}),
        ("Long Road to Vell", {OTHER}),
        ("German", {NATIONALITY}),
        ("Bavarian", {OTHER, NATIONALITY}),
    ],
)
def test_names_by_their_head_noun(words: str, expected: set[MentionType]) -> None:
    assert named_kinds(words) == expected


@pytest.mark.parametrize(
    ("head", "label", "expected"),
    [
        ("minister", "person", {PERSON}),
        ("ministry", "organization", {ORGANISATION}),
        ("government", "organization", {STATE, ORGANISATION}),
        ("country", "place", {STATE}),
        ("harbour", "FAC", {PLACE}),
        ("talks", "event", {GATHERING}),
        ("treaty", "abstract", {INSTRUMENT}),
        ("idea", "abstract", set()),
        ("dog", "animal", set()),
    ],
)
def test_nouns(head: str, label: str, expected: set[MentionType]) -> None:
    assert noun_kinds(head, label) == expected


@pytest.mark.parametrize(
    ("label", "words", "expected"),
    [
        ("politician", "Ada Venn", {PERSON}),
        ("politicalparty", "Salt Party", {ORGANISATION}),
        ("country", "Kesh", {STATE}),
        ("country", "French", {NATIONALITY}),
        ("location", "Vell", {PLACE}),
        ("election", "1999 Vell election", {OTHER}),
        ("event", "Salt War", {OTHER, GATHERING}),
        ("misc", "Salt Quarterly", {OTHER}),
    ],
)
def test_crossner(label: str, words: str, expected: set[MentionType]) -> None:
    assert crossner_kinds(label, words) == expected


@pytest.mark.parametrize(
    ("label", "words", "expected"),
    [
        ("Person", "Ada Venn", {PERSON}),
        ("Facility", "Vell Bridge", {PLACE}),
        ("NORP", "French", {NATIONALITY}),
        ("NORP", "Saltist", {OTHER}),
        ("Misc", "Vell Summit", {GATHERING}),
    ],
)
def test_newswire(label: str, words: str, expected: set[MentionType]) -> None:
    assert newswire_kinds(label, words) == expected
