"""States, offices, cues: the tables hold what their views promise."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from dragoman.lexicon import RECALLED, alternatives, table
from dragoman.lexicon.cues import act_of, cue_forms, noun_forms, plural, speaker_nouns
from dragoman.lexicon.offices import office_of, office_titles
from dragoman.lexicon.organisations import name_words, organisations
from dragoman.lexicon.states import readings, state_of, states
from dragoman.record import Act, ActorKind, Manner


@pytest.mark.parametrize(
    ("phrase", "state", "why"),
    [
        ("Russia", "Russia", "its name"),
        ("Russian Federation", "Russia", "its long name"),
        ("Chilean", "Chile", "nationality"),
        ("Danes", "Denmark", "its people"),
        ("Tokyo", "Japan", "its capital"),
        ("Downing Street", "United Kingdom", "a seat"),
        ("U.S.", "United States", "an abbreviation"),
        ("USSR", "Soviet Union", "a state that is no more"),
        ("NORWAY", "Norway", "in capitals"),
        ("Congolese", None, "two states: none"),
        ("Dominican", None, "two states: none"),
        ("us", None, "a word"),
        ("turkey", None, "a bird"),
        ("Atlantis", None, "no state"),
    ],
)
def test_state_of(phrase: str, state: str | None, why: str) -> None:
    assert state_of(phrase) == state, why


def test_codes_are_codes_and_unique() -> None:
    today = [state for state in states().values() if state.iso3]
    assert len({state.iso3 for state in today}) == len(today)
    assert all(len(state.iso3) == 3 and state.iso3.isupper() for state in today)
    numbers = [state.cow for state in today if state.cow]
    assert len(set(numbers)) == len(numbers)
    assert all(number.isdigit() for number in numbers)


def test_successors_and_seats_are_states() -> None:
    known = states()
    assert {state.successor for state in known.values()} - {""} <= known.keys()
    assert {row["state"] for row in table("seats")} <= {state.iso3 for state in known.values()}


@pytest.mark.parametrize(
    "name", ["states", "seats", "predecessors", "organisations", "offices", "cues", "speakers", "name_words"]
)
def test_every_row_has_a_source(name: str) -> None:
    assert all(row["source"] for row in table(name))


def test_what_was_only_recalled_decides_nothing() -> None:
    seats = [name for row in table("seats") if row["source"] == RECALLED for name in alternatives(row["names"])]
    assert seats
    assert [state_of(seat) for seat in seats] == [None] * len(seats)
    bodies = [name for row in table("organisations") if row["source"] == RECALLED for name in alternatives(row["names"])]
    assert [organisations()[name] for name in bodies] == bodies


def test_recalled_seats_are_marked() -> None:
    assert any(reading.recalled for found in readings().values() for reading in found)
    assert not any(reading.recalled for reading in readings()["Chile"])


@pytest.mark.parametrize(
    ("words", "title", "why"),
    [
        ("Minister of Foreign Affairs", "foreign minister", "another wording"),
        ("foreign ministers", "foreign minister", "a plural"),
        ("Foreign  Secretary", "foreign secretary", "blanks"),
        ("gardener", None, "no office"),
    ],
)
def test_office_of(words: str, title: str | None, why: str) -> None:
    found = office_of(words)
    assert (found.title if found else None) == title, why


def test_functions_are_titles() -> None:
    assert {office.function for office in office_titles().values()} - {""} <= {
        "head of state",
        "head of government",
        "foreign minister",
    }


@pytest.mark.parametrize(
    ("cue", "expected", "why"),
    [
        ("said", ("assert", "said"), "plain"),
        ("has said", None, "the table knows cues, not verb groups"),
        ("calling for", ("request", "said"), "two words, a participle"),
        ("accuses", ("accuse", "said"), "third person"),
        ("tweeted", ("assert", "written"), "in writing"),
        ("believe", ("assert", "held"), "an attitude"),
        ("walked", None, "no cue"),
    ],
)
def test_act_of(cue: str, expected: tuple[str, str] | None, why: str) -> None:
    assert act_of(cue) == expected, why


@pytest.mark.parametrize("form", ["dubbed", "dubbing", "labelled", "labeled", "signalling", "signaling", "forecast", "set out"])
def test_spellings_of_cues(form: str) -> None:
    assert cue_forms()[tuple(form.split())][1] & {"past", "ing"}


def test_short_cues_double_their_last_letter() -> None:
    """A verb of one syllable, one vowel and one consonant behind it: "dub", "dubbed", "dubbing"."""
    short = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
    rows = [row for row in table("cues") if short.fullmatch(row["base"].split()[0])]
    assert len(rows) > 3
    for row in rows:
        base, past, ing = (row[form].split()[0] for form in ("base", "past", "ing"))
        doubled = base + base[-1]
        assert ing == f"{doubled}ing"
        assert past == f"{doubled}ed" or not past.endswith("ed")


def test_cues_speak_the_contract() -> None:
    entries = [entry for entry, _ in cue_forms().values()]
    assert {entry.act for entry in entries} <= set(get_args(Act))
    assert {entry.manner for entry in entries} <= set(get_args(Manner))
    takes = {"that", "bare", "np", "to", "object", "of", "on", "against", "whether", "as", "quote", "after"}
    assert {what for entry in entries for what in entry.takes} <= takes
    assert noun_forms() <= {words[0] for words in cue_forms()}


def test_speakers() -> None:
    assert set(speaker_nouns().values()) <= set(get_args(ActorKind))
    assert [plural(noun) for noun in ("ministry", "spokesman", "envoy", "press", "army")] == [
        "ministries",
        "spokesmen",
        "envoys",
        "presses",
        "armies",
    ]


def test_organisations_by_every_name() -> None:
    assert organisations()["UN"] == organisations()["U.N."] == "United Nations"
    checked = {row["name"] for row in table("organisations") if row["source"] != RECALLED}
    assert checked < set(organisations().values())
    aliases = [alias for row in table("organisations") for alias in (row["name"], *alternatives(row["names"]))]
    assert len(aliases) == len(set(aliases))


def test_name_words_are_of_two_kinds() -> None:
    assert name_words("body")
    assert name_words("other")
    assert not name_words("body") & name_words("other")
