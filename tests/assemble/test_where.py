"""``where`` and ``at``: the place and the gathering of a statement, told beside its cue, by the dateline or by its occasion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dragoman import Page
from dragoman.annotate.running import running_text
from dragoman.article import Span
from dragoman.extract import extract
from dragoman.pipeline import read
from dragoman.tagger import FakeTagger, TaggedMention, Tags

if TYPE_CHECKING:
    from dragoman.annotations import MentionKind
    from dragoman.record import Record

NAMES: dict[str, MentionKind] = {
    "Bergen Sea Conference": "gathering",
    "Bergen": "place",
    "Quillay": "place",
    "Ilmar Sound": "place",
    "Tore Lind": "person",
}
"""What the tagger would name in the texts of these tests."""
HEAD = "BERGEN, 14 November 2025 (Lakeside Wire) - "


def record_of(text: str) -> Record:
    page = Page("page.txt", f"{text}\n".encode())
    article = extract(page)
    found = [(match.span(), kind) for name, kind in NAMES.items() for match in re.finditer(name, article.text)]
    mentions = tuple(TaggedMention(Span(*span), kind, "name", 0.95) for span, kind in sorted(found))
    record = read(page, tagger=FakeTagger({running_text(article): Tags(mentions=mentions)}))
    record.check_references()
    return record


def places_of(text: str) -> list[str | None]:
    """Where the page's statements were made, in text order; headlines and what stands inside another left out."""
    record = record_of(text)
    names = {place.id: place.name for place in record.places}
    found = [s for s in record.statements if not s.headline and not s.inside]
    return [names[s.where] if s.where else None for s in sorted(found, key=lambda s: (s.mention or s.cue or s.content[0]).start)]


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("The port was open, Ana Costa said in Bergen.", "Bergen", "right behind the cue"),
        ("The port was open, Ana Costa said in Bergen on Monday.", "Bergen", "before the day"),
        ("The port was open, Ana Costa said on Monday in Bergen.", "Bergen", "behind the day"),
        ("Ana Costa told reporters in Bergen that the port was open.", "Bergen", "behind those who heard it"),
        ("Ana Costa told reporters at the airport in Bergen that the port was open.", "Bergen", "at a spot in it"),
        ("The port was open, Ana Costa said at a meeting in the city of Bergen.", "Bergen", "at an occasion"),
        ("The port was open, Ana Costa said at a meeting with Tore Lind in Bergen.", "Bergen", "at an occasion with somebody"),
        ("The port was open, Ana Costa said after talks in Bergen.", "Bergen", "after an occasion"),
        ("The port was open, Ana Costa said during a visit to Bergen.", "Bergen", "on a trip"),
        ("Speaking in Bergen, Ana Costa said the port was open.", "Bergen", "at the head"),
        ("At a meeting in Bergen, Ana Costa said the port was open.", "Bergen", "an occasion at the head"),
        ("Ana Costa, speaking in Bergen, said the port was open.", "Bergen", "between commas"),
        ("The port was open, Ana Costa said in Norway.", "Norway", "a state as a place"),
        ("The port was open, said Ana Costa, a banker in Bergen.", None, "where she works"),
        ("The port was open, officials in Bergen said.", None, "whose officials they are"),
        ("The port was open, Ana Costa said of the fighting in Bergen.", None, "what she spoke of"),
        ("The port was open, Ana Costa said after talks about the port in Bergen.", None, "what the talks were about"),
        ("The port was open, Ana Costa said after the attack in Bergen.", None, "where the attack was"),
        ("Ana Costa said the port was open in Bergen.", None, "what was said"),
        ("In Bergen, shops closed, and Ana Costa said the port was open.", None, "another clause"),
        ("Ana Costa met Tore Lind in Bergen and said the port was open.", None, "another verb's"),
    ],
)
def test_the_place_beside_the_cue(sentence: str, expected: str | None, why: str) -> None:
    assert places_of(f"Ana Costa is a minister. {sentence}") == [expected], why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The port was open, Ana Costa told reporters here on Friday.", ["Bergen"], "here"),
        ('"The port is open", Ana Costa told journalists here.', ["Bergen"], "here"),
        ("The port was open, Ana Costa said on Friday.", [None], "agencies file from where they are"),
        ("The port was open, Ana Costa said at a meeting on Friday.", [None], "nothing tells of one there"),
        (
            "The port was open, Ana Costa said at a meeting on Friday.\n\nShe is attending the Bergen Sea Conference.",
            ["Bergen"],
            "the page tells of an occasion there",
        ),
        (
            "The port was open, Ana Costa said at a meeting on Friday.\n\nShe arrived for talks in Bergen.",
            ["Bergen"],
            "the page tells of an occasion there",
        ),
        (
            "The port was open, Ana Costa said in a phone call on Friday.\n\nShe is attending the Bergen Sea Conference.",
            [None],
            "said from afar",
        ),
        (
            "The port was open, Ana Costa said at a meeting on 3 November.\n\nShe is attending the Bergen Sea Conference.",
            [None],
            "long before the page",
        ),
        (
            "It rained.\n\nThe port was open, Ana Costa said at talks on Friday.\n\nShe is attending the Bergen Sea Conference.",
            [None],
            "not in the first sentence",
        ),
        ("The port was open, Ana Costa told reporters in Quillay on Friday.", ["Quillay"], "its own words go before"),
    ],
)
def test_the_datelines_city_only_where_the_page_says_so(text: str, expected: list[str | None], why: str) -> None:
    assert places_of(HEAD + text) == expected, why


@pytest.mark.parametrize(
    ("then", "expected", "why"),
    [
        ('"It is ours", she said, adding that it was deep.', ["Bergen", "Bergen"], "the same speaker goes on"),
        ("Tore Lind said it was deep.", [None], "another speaker"),
        ("At a rally, Costa said it was deep.", [None], "another occasion"),
        ("Costa has said it was deep.", [None], "any time"),
        ("Costa said in Quillay that it was deep.", ["Quillay"], "another place"),
        ("When asked by reporters whether it was deep, Costa said it was.", ["Bergen", "Bergen"], "asked where it was answered"),
    ],
)
def test_a_place_holds_for_the_occasion(then: str, expected: list[str | None], why: str) -> None:
    text = f"{HEAD}The port was open, Ana Costa told reporters in Bergen on Friday.\n\n{then}"
    assert places_of(text) == ["Bergen", *expected], why


def test_those_who_met_there_spoke_there() -> None:
    text = f"{HEAD}President Ana Costa met President Bob Ray in Quillay on Monday.\n\nCosta said the port was open."
    assert places_of(text) == ["Quillay"]


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("The port was open, Ana Costa said at the Bergen Sea Conference.", "Bergen Sea Conference", "at it"),
        ("Ana Costa told the Bergen Sea Conference that the port was open.", "Bergen Sea Conference", "to it"),
        (
            "The port was open, Ana Costa said on the sidelines of the Bergen Sea Conference.",
            "Bergen Sea Conference",
            "beside it",
        ),
        ("The port was open, Ana Costa said ahead of the Bergen Sea Conference.", None, "before it"),
        ("Ana Costa said the Bergen Sea Conference was open.", None, "about it"),
        ("The port was open, Ana Costa said.", None, "nothing tells"),
    ],
)
def test_at_which_gathering(sentence: str, expected: str | None, why: str) -> None:
    record = record_of(sentence)
    names = {gathering.id: gathering.name for gathering in record.gatherings}
    (statement,) = record.statements
    assert (names[statement.at] if statement.at else None) == expected, why


def test_a_gathering_of_the_lexicon_has_its_days_and_its_city() -> None:
    text = "MUNICH, 16 February 2019 (Lakeside Wire) - The port was open, Ana Costa said at the 55th Munich Security Conference."
    record = record_of(text)
    (gathering,) = record.gatherings
    (munich,) = [place for place in record.places if place.name == "Munich"]
    (statement,) = record.statements
    assert (gathering.begins, gathering.ends, gathering.place) == ("2019-02-15", "2019-02-17", munich.id)
    assert all("lexicon" in gathering.basis[field] for field in ("begins", "ends", "place"))
    assert (statement.at, statement.where) == (gathering.id, munich.id)


@pytest.mark.parametrize(
    ("words", "names", "why"),
    [
        ("met at the G20 summit in Osaka", ["G20 summit"], "without where it was held"),
        ("met at the G20 summit of leaders", ["G20 summit"], "without who came"),
        ("met at the G20 summit of 2018", ["G20 summit"], "without its year"),
        ("will meet at the Summit of the Americas", ["Summit of the Americas"], "of belongs to its name"),
        ("spoke in the high-level week of the UN General Assembly", ["high-level week of the UN General Assembly"], "and so"),
    ],
)
def test_a_gathering_has_its_whole_name(words: str, names: list[str], why: str) -> None:
    record = record_of(f"OSLO, 16 February 2019 (Lakeside Wire) - Ana Costa and Bob Ray {words}.")
    assert [gathering.name for gathering in record.gatherings] == names, why


@pytest.mark.parametrize(
    ("words", "begins", "why"),
    [
        ("will meet at the G20 summit in June", "2019-06-28", "the next one"),
        ("met at the NATO summit last July", "2018-07-11", "the last one"),
        ("will meet at the G20 summit", None, "no month is told"),
    ],
)
def test_the_edition_by_its_month(words: str, begins: str | None, why: str) -> None:
    record = record_of(f"OSLO, 16 February 2019 (Lakeside Wire) - Ana Costa and Bob Ray {words}.")
    assert [gathering.begins for gathering in record.gatherings] == [begins], why


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Munich Security Conference", "no edition is told, nor that it is going on"),
        ("45th Bergen Fair", "unknown"),
    ],
)
def test_a_gathering_whose_days_nothing_tells(name: str, why: str) -> None:
    record = record_of(f"{HEAD}The port was open, Ana Costa said of the {name}.")
    assert all(gathering.begins is None for gathering in record.gatherings), why


def test_a_place_has_its_reason_and_its_words() -> None:
    record = record_of(f"{HEAD}The port was open, Ana Costa told reporters in Quillay on Friday.\n\nShe said it was deep.")
    told = sorted(record.statements, key=lambda s: s.content)
    assert [s.basis["where"] for s in told] == [
        "'Quillay' in the clause of the cue",
        "the same occasion: 'Quillay' in the clause of the cue",
    ]
    assert all("Quillay" in [evidence.text for evidence in s.evidence] for s in told)
