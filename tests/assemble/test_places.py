"""Places of an article: one for each, by its name, apart from states, bodies and gatherings."""

from __future__ import annotations

import pytest

from dragoman.annotations import Annotations, Mention, MentionKind
from dragoman.article import Article, Dateline, Part, Span
from dragoman.assemble.scene.places import country_of, find_places, folded_place


def span_of(text: str, words: str, nth: int = 1) -> Span:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def annotated(text: str, *named: tuple[str, MentionKind], dateline: Dateline | None = None) -> tuple[Article, Annotations]:
    """A text, and names in it, each at its next place behind the one before."""
    mentions, at = [], 0
    for words, kind in named:
        first = text.index(words, at)
        span = Span(first, first + len(words))
        mentions.append(Mention(span, kind, "name", span))
        at = first
    article = Article("page", text, "en", (Part("body", Span(0, len(text))),), dateline=dateline)
    return article, Annotations(mentions=tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.kind))))


@pytest.mark.parametrize(
    ("text", "named", "expected", "why"),
    [
        ("They met in Bergen, and left Bergen.", ["Bergen", "Bergen"], {"Bergen": 2}, "one place, two mentions"),
        ("They met in São Tavo, not Sao Tavo.", ["São Tavo", "Sao Tavo"], {"São Tavo": 2}, "accents are folded"),
        ("They crossed the Ilm Strait in BERGEN.", ["Ilm Strait", "BERGEN"], {"Ilm Strait": 1, "BERGEN": 1}, "two places"),
        ("They met in Oslo.", ["Oslo"], {"Oslo": 1}, "a capital as a city"),
        ("They met in Oslo and Santiago.", ["Oslo", "Santiago"], {"Oslo": 1, "Santiago": 1}, "joined to a city"),
        ("Oslo and Santiago signed it.", ["Oslo", "Santiago"], {}, "capitals that stand for governments"),
        ("Oslo signed it in Oslo.", ["Oslo", "Oslo"], {"Oslo": 1}, "only where it is meant as a city"),
        ("It is a European matter.", ["European"], {}, "an adjective"),
    ],
)
def test_one_place_for_each_name(text: str, named: list[str], expected: dict[str, int], why: str) -> None:
    mentions: list[Mention] = []
    for words in named:
        first = text.index(words, mentions[-1].span.end if mentions else 0)
        span = Span(first, first + len(words))
        mentions.append(Mention(span, "place", "name", span))
    article = Article("page", text, "en", (Part("body", Span(0, len(text))),))
    places = find_places(article, Annotations(mentions=tuple(mentions))).places.values()
    assert {place.name: len(place.mentions) for place in places} == expected, why
    assert all(folded_place(article[span]) == folded_place(place.name) for place in places for span in place.mentions)


@pytest.mark.parametrize("kind", ["gathering", "organisation", "instrument"])
def test_a_name_inside_another_is_no_place(kind: MentionKind) -> None:
    article, annotations = annotated("The Bergen Port Forum met.", ("Bergen Port Forum", kind), ("Bergen", "place"))
    assert not find_places(article, annotations).places


def test_states_are_no_places() -> None:
    article, annotations = annotated("They met in Norway.", ("Norway", "state"))
    assert not find_places(article, annotations).places


def test_the_datelines_city_is_a_place_by_its_usual_name() -> None:
    text = "BERGEN (Lakeside Wire) - They met."
    dateline = Dateline("Bergen", "Lakeside Wire", Span(0, text.index(" They")))
    article, annotations = annotated(text, dateline=dateline)
    (place,) = find_places(article, annotations).places.values()
    assert (place.name, place.mentions) == ("Bergen", (Span(0, 6),))


@pytest.mark.parametrize(
    ("name", "expected", "why"),
    [
        ("Oslo", "NOR", "a capital"),
        ("Norway", "NOR", "a state where somebody spoke"),
        ("Bergen", None, "no capital"),
        ("Norwegian", None, "no place"),
        ("Jerusalem", None, "whose country is disputed"),
    ],
)
def test_the_country_of_a_place(name: str, expected: str | None, why: str) -> None:
    assert country_of(name) == expected, why


def test_a_country_says_that_it_is_the_lexicons() -> None:
    article, annotations = annotated("They met in Oslo, not in Bergen.", ("Oslo", "place"), ("Bergen", "place"))
    reasons = {place.name: dict(place.basis) for place in find_places(article, annotations).places.values()}
    assert reasons == {"Oslo": {"country": "lexicon: states"}, "Bergen": {}}
