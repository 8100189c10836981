"""Mentions: names, offices and states beside them, descriptions, governments."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from dragoman.annotate.naming.mentions import find_mentions
from dragoman.annotate.sentences import find_sentences
from dragoman.annotations import Mention
from dragoman.article import Article
from tests.strategies import article_of, words


def mentions_in(text: str) -> tuple[Article, tuple[Mention, ...]]:
    article = article_of(text)
    return article, find_mentions(article, find_sentences(article))


@pytest.mark.parametrize(
    ("text", "head", "office", "state", "why"),
    [
        ("Foreign Minister Oleg Varin left.", "Oleg Varin", "Foreign Minister", None, "office without a state"),
        ("Norwegian Foreign Minister Kari Lund left.", "Kari Lund", "Foreign Minister", "Norwegian", "nationality before it"),
        ("He met his Chilean counterpart Ana Soto.", "Ana Soto", "counterpart", "Chilean", "a counterpart"),
        ("Kari Lund, Norway's foreign minister, left.", "Kari Lund", "foreign minister", "Norway", "in an apposition"),
        ("Kari Lund, the foreign minister of Norway, left.", "Kari Lund", "foreign minister", "Norway", "the state behind"),
        ("President Ana Soto of Chile left.", "Ana Soto", "President", "Chile", "the state behind the name"),
        (
            "United States Secretary of State Jo Pell left.",
            "Jo Pell",
            "Secretary of State",
            "United States",
            "two words and more",
        ),
        ("UN Secretary-General Ima Okoro left.", "Ima Okoro", "Secretary-General", "UN", "of an organisation"),
        (
            "Kenyan Deputy Foreign Minister for Political Affairs Ima Okoro left.",
            "Ima Okoro",
            "Deputy Foreign Minister",
            "Kenyan",
            "for",
        ),
        (
            "Egyptian Presidential Spokesperson Samir Adel left.",
            "Samir Adel",
            "Presidential Spokesperson",
            "Egyptian",
            "spokesperson",
        ),
        ("Chile's foreign minister, Ana Soto, left.", "Ana Soto", "foreign minister", "Chile", "set off by commas"),
        ("Prime Minister Abdul al-Karimi left.", "Abdul al-Karimi", "Prime Minister", None, "a particle in the name"),
    ],
)
def test_person(text: str, head: str, office: str | None, state: str | None, why: str) -> None:
    article, mentions = mentions_in(text)
    person = next(m for m in mentions if m.kind == "person" and m.form == "name" and article[m.head] == head)
    assert (person.office and article[person.office], person.state and article[person.state]) == (office, state), why


@pytest.mark.parametrize(
    ("text", "kind", "words_", "why"),
    [
        ("The Chilean minister left.", "person", "The Chilean minister", "office and nationality"),
        ("Talks with the prime minister of Japan ended.", "person", "the prime minister of Japan", "office of a state"),
        ("The Spanish government agreed.", "state", "The Spanish government", "a government"),
        ("Peru's foreign ministry agreed.", "state", "Peru's foreign ministry", "a ministry with its state"),
        ("The Kenyan side agreed.", "state", "The Kenyan side", "a side"),
    ],
)
def test_described(text: str, kind: str, words_: str, why: str) -> None:
    article, mentions = mentions_in(text)
    assert (kind, words_) in [(m.kind, article[m.span]) for m in mentions if m.form == "nominal"], why


@pytest.mark.parametrize(
    ("text", "nobody", "why"),
    [
        ("They met in Grand Harbour Hall and left.", "Grand Harbour Hall", "a place"),
        ("The Lake Treaty was signed.", "Lake Treaty", "an instrument"),
        ("On Monday March winds blew.", "Monday", "a day"),
        ("However the talks went on.", "However", "the first word of a sentence"),
        ("THE ENVOY SAID TALKS WENT ON.", "ENVOY", "capitals tell nothing"),
    ],
)
def test_no_person(text: str, nobody: str, why: str) -> None:
    article, mentions = mentions_in(text)
    assert nobody not in [article[m.head] for m in mentions if m.kind == "person" and m.form == "name"], why


@given(words)
@settings(max_examples=40)
def test_sound_spans(text: str) -> None:
    _, mentions = mentions_in(text)
    assert all(m.head in m.span for m in mentions)
    assert all(part in m.span for m in mentions for part in (m.office, m.state) if part and m.form == "nominal")


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Paris Hilton said the port was open.", [("person", "Paris Hilton")], "a capital as a first name"),
        ("Chad Smith said the port was open.", [("person", "Chad Smith")], "a state as a first name"),
        ("In Paris Macron said the port was open.", [("place", "Paris"), ("person", "Macron")], "a place before a name"),
        ("Chile President Ana Soto left.", [("person", "Ana Soto"), ("state", "Chile")], "an office between them"),
        ("Norway's Lund said the port was open.", [("state", "Norway"), ("person", "Lund")], "a genitive"),
    ],
)
def test_a_state_as_a_first_name(text: str, expected: list[tuple[str, str]], why: str) -> None:
    article, mentions = mentions_in(text)
    named = [(m.kind, article[m.head]) for m in mentions if m.form == "name" and m.kind in {"person", "state", "place"}]
    assert named == expected, why
