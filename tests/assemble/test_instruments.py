"""Instruments of an article: what counts as one, and which mentions are the same."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotations import Annotations, Mention, Sentence
from dragoman.article import Article, Part, Span
from dragoman.assemble.matters.instruments import Instruments, find_instruments


def read(text: str, *names: str) -> tuple[Article, Instruments]:
    """The instruments of a text whose sentences end with a stop; names are those that the tagger would give."""
    sentences = tuple(Sentence(Span(*match.span())) for match in re.finditer(r"\S[^.]*\.?", text))
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    mentions = tuple(Mention(span, "instrument", "name", span) for span in spans)
    article = Article("page", text, "en", (Part("body", Span(0, len(text))),) if text.strip() else ())
    return article, find_instruments(article, Annotations(sentences, mentions))


def told(text: str, *names: str) -> dict[str, list[str]]:
    article, found = read(text, *names)
    return {one.name: [article[span] for span in one.mentions] for one in found.instruments.values()}


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("They signed the declaration of 1971.", ["declaration of 1971"], "a year"),
        ("They signed the 1971 declaration.", ["1971 declaration"], "a year before it"),
        ("They keep the Norwegian-Chilean declaration.", ["Norwegian-Chilean declaration"], "nationalities"),
        ("They keep the Bergen Protocol.", ["Bergen Protocol"], "a name"),
        ("They keep the Treaty of Bergen.", ["Treaty of Bergen"], "a name behind it"),
        ("They keep the Convention on Migratory Fish.", ["Convention on Migratory Fish"], "a name behind it"),
        ("They broke resolution 1455.", ["resolution 1455"], "a number"),
        ("They want a peace treaty.", ["peace treaty"], "what it is about"),
        ("They want a permanent peace treaty.", ["permanent peace treaty"], "its qualities go with it"),
        ("They hold to the ceasefire.", ["ceasefire"], "one that the page knows"),
        ("They broke the Freedom of Movement Act.", ["Freedom of Movement Act"], "joined words of a name"),
        ("They read the Chilean constitution.", ["Chilean constitution"], "a state's"),
        ("They want a deal.", [], "nothing specifies it"),
        ("They want the agreement.", [], "nothing was named before"),
        ("They want a new agreement.", [], "a quality is too little"),
        ("They reached an agreement on Tuesday.", [], "a day is too little"),
        ("They deal with the nuclear question.", [], "a verb"),
        ("They broke international law.", [], "no one law"),
        ("He spoke at the party convention.", [], "a gathering"),
        ("She teaches at Bergen Law School.", [], "a school"),
        ("They want more trade deals.", [], "no one deal"),
        ("They met for the resolution of the conflict.", [], "no document"),
        ("The truce ended one war, and a truce began another.", ["truce"], "spoken of twice"),
        ("They want a truce.", [], "spoken of once, as unknown"),
    ],
)
def test_what_is_an_instrument(text: str, expected: list[str], why: str) -> None:
    assert list(told(text)) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "They signed the Norwegian-Chilean declaration of 1971. The declaration of 1971 is old. The 1971 declaration holds.",
            {"Norwegian-Chilean declaration of 1971": 3},
            "the same year",
        ),
        (
            "They signed the declaration of 1971. They signed the declaration of 1988.",
            {"declaration of 1971": 1, "declaration of 1988": 1},
            "two years",
        ),
        ("They broke resolution 1455. They broke resolution 1456.", {"resolution 1455": 1, "resolution 1456": 1}, "two numbers"),
        (
            "They want a peace treaty. The peace agreement is near. The deal is dead.",
            {"peace treaty": 3},
            "one matter, then a short form",
        ),
        ("They want a peace treaty. They have a trade agreement.", {"peace treaty": 1, "trade agreement": 1}, "two matters"),
        ("They keep the Bergen Protocol. The protocol is old. This protocol holds.", {"Bergen Protocol": 3}, "short forms"),
        ("They keep the Bergen Protocol. The treaty is old.", {"Bergen Protocol": 1}, "a treaty is no protocol"),
        (
            "They keep the Bergen Protocol. The protocol of the two ministers is new.",
            {"Bergen Protocol": 1},
            "it says itself which",
        ),
        ("They keep the Bergen Protocol. They want a new protocol.", {"Bergen Protocol": 1}, "another one"),
        (
            "They keep the declaration of 1971. In 1971, they signed a joint declaration.",
            {"declaration of 1971": 2},
            "the year that its sentence opens with",
        ),
        (
            "They keep the Chilean-Norwegian trade deal. They have the Kenyan-Norwegian trade deal.",
            {"Chilean-Norwegian trade deal": 1, "Kenyan-Norwegian trade deal": 1},
            "one matter, other names",
        ),
        (
            "They keep the Treaty on Migratory Fish (TMF). The TMF is old, and the TMFs are not it.",
            {"Treaty on Migratory Fish": 3},
            "its short name, where it is given and where it is used",
        ),
        (
            "They keep the 2015 fishing deal, officially known as the Bergen Fisheries Accord.",
            {"Bergen Fisheries Accord": 2},
            "the page says they are one",
        ),
    ],
)
def test_which_mentions_are_one(text: str, expected: dict[str, int], why: str) -> None:
    assert {name: len(mentions) for name, mentions in told(text).items()} == expected, why


def test_a_name_that_only_the_tagger_knows() -> None:
    text = "They keep the Common Plan of Action on Fish. They love the Bergen Bridge Project."
    assert list(told(text, "Common Plan of Action on Fish", "Bergen Bridge Project")) == ["Common Plan of Action on Fish"]


def test_the_date_is_the_year_in_its_own_words() -> None:
    _, found = read("They signed the declaration of 1971. They want a peace treaty, as in 1988.")
    assert {one.name: one.date for one in found.instruments.values()} == {"declaration of 1971": "1971", "peace treaty": None}


def test_nothing_is_said_of_what_nothing_reads() -> None:
    _, found = read("Norway and Chile signed the declaration of 1971.")
    (one,) = found.instruments.values()
    assert (one.parties, one.status, one.provides) == ((), "unknown", ())


def test_a_short_form_is_inferred_and_says_so() -> None:
    _, found = read("They keep the Bergen Protocol. The protocol is old.")
    (one,) = found.instruments.values()
    assert "inferred" in one.basis["mentions"]
    assert "mentions" not in next(iter(read("They keep the Bergen Protocol.")[1].instruments.values())).basis


WORDS = st.sampled_from(
    "the a peace nuclear treaty deal of 1956 1988 Treaty Bergen (TB) declaration In and on resolution 1701 . truce TB new".split()
)


@given(st.lists(WORDS, max_size=60))
def test_mentions_are_apart_and_each_of_one_instrument(words: list[str]) -> None:
    article, found = read(" ".join(words))
    spans = [span for span, _ in found.mentions]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert {ref for _, ref in found.mentions} == set(found.instruments)
    assert all(len(article[span]) > 0 for span in spans)
