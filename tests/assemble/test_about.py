"""``about``: what the content of a statement names."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dragoman.article import Page
from dragoman.pipeline import read
from dragoman.record import Record
from tests.assemble.test_where import record_of


def matters(record: Record) -> list[list[str]]:
    """What each statement is about, by name, in text order; what stands inside another is left out."""
    names = {place.id: place.name for place in record.places}
    names |= {one.id: one.name for one in record.instruments} | {one.id: one.name for one in record.gatherings}
    return [[names[ref] for ref in s.about] for s in sorted(record.statements, key=lambda s: s.content) if not s.inside]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "Ana Costa said the Bergen Protocol covered Ilmar Sound.",
            [["Bergen Protocol", "Ilmar Sound"]],
            "in the order of the text",
        ),
        ("Ana Costa said the Bergen Protocol was old.", [["Bergen Protocol"]], "a name inside another is no place"),
        ("Ana Costa said Ilmar Sound was Ilmar Sound.", [["Ilmar Sound"]], "each once"),
        ("Ana Costa said the Bergen Sea Conference was open.", [["Bergen Sea Conference"]], "a gathering"),
        ("The port was open, Ana Costa said in Quillay.", [[]], "where it was said"),
        ("The port was open, Ana Costa said at the Bergen Sea Conference.", [[]], "at what it was said"),
        ("Ana Costa said Norway was ready.", [[]], "states are actors"),
        (
            "They signed the Bergen Protocol. Ana Costa said the protocol was old.",
            [["Bergen Protocol"]],
            "a short form",
        ),
        (
            '"We keep the Bergen Protocol", Ana Costa said, adding that she expected "more of it".',
            [["Bergen Protocol"], ["Bergen Protocol"]],
            "in the same breath",
        ),
        (
            '"We keep the Bergen Protocol", Ana Costa said, adding that Ilmar Sound was deep.',
            [["Bergen Protocol"], ["Ilmar Sound"]],
            "it names something itself",
        ),
        (
            '"We keep the Bergen Protocol", Ana Costa said.\n\nShe said the port was deep.',
            [["Bergen Protocol"], []],
            "another sentence",
        ),
    ],
)
def test_what_a_statement_names(text: str, expected: list[list[str]], why: str) -> None:
    assert matters(record_of(text)) == expected, why


def test_what_is_inferred_says_so() -> None:
    record = record_of('"We keep the Bergen Protocol", Ana Costa said, adding that she expected "more of it".')
    assert sorted("about" in s.basis for s in record.statements if not s.inside) == [False, True]


@pytest.mark.shared
def test_the_page_to_get_right() -> None:
    """A direct and a mixed statement of one sentence, said on the day in the dateline's city, about the dated instrument."""
    folder = Path(os.environ["DRAGOMAN_DATA"], "gold", "dev")
    gold = json.loads((folder / "seed.json").read_text("utf-8"))
    record = read(Page("seed.txt", (folder / "seed.txt").read_bytes()))
    (instrument,) = [one for one in gold["instruments"] if one["date"] and len(one["date"]) == len("1956")]
    (wanted,) = [
        i for i in record.instruments if i.name in {instrument["name"], *instrument["also"]} and i.date == instrument["date"]
    ]
    places = {place.id: place.name for place in record.places}
    people = {actor.id: actor.name for actor in record.actors}
    rows = [s for s in gold["statements"] if s["cue"] in {"said", "adding"} and s["form"] in {"direct", "mixed"}]
    assert [row["form"] for row in rows] == ["direct", "mixed"]
    for row in rows:
        (told,) = [
            s
            for s in record.statements
            if s.cue and record.article[s.cue] == row["cue"] and s.form == row["form"] and not s.inside
        ]
        assert [people[ref] for ref in told.speakers] == [row["speaker"]]
        assert told.said_on == row["said_on"]
        assert record.article.dateline is not None
        assert told.where is not None
        assert places[told.where] == record.article.dateline.place
        assert wanted.id in told.about
