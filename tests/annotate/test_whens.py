"""Time expressions noticed: what is one, how far it goes, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from dragoman.annotate.whens import find_whens
from dragoman.annotations import Sentence, When
from dragoman.article import Article, Part, Span
from tests.strategies import article_of, words


def whens_in(text: str) -> list[str]:
    article = article_of(text)
    return [article[when.span] for when in find_whens(article, (Sentence(Span(0, len(text))),))]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Envoys met on Saturday.", ["Saturday"], "weekday without its preposition"),
        ("It opened in 2019-W07 or 2019-W53.", ["2019-W07", "2019-W53"], "weeks by their number, one that no calendar has"),
        ("They spoke by phone on Sunday evening.", ["Sunday evening"], "with the part of the day"),
        ("Talks broke off last Tuesday.", ["last Tuesday"], "with what shifts it"),
        ("The accord of 12 March 2014 lapsed.", ["12 March 2014"], "day first"),
        ("The accord of March 12, 2014, lapsed.", ["March 12, 2014"], "month first"),
        ("It was signed on Monday, the 3rd of June 1996.", ["Monday, the 3rd of June 1996"], "long form with weekday"),
        ("The summit of 14-15 July 2016 ended.", ["14-15 July 2016"], "two days of one month"),
        ("The fair runs February 3-5.", ["February 3-5"], "two days, month first"),
        ("He visited in Sept. 2003 and in June.", ["Sept. 2003", "June"], "short month with year, month alone"),
        ("By mid-March and in early May 2020 it held.", ["mid-March", "early May 2020"], "part of a month"),
        ("Last month they agreed to meet next year.", ["Last month", "next year"], "shifts either way"),
        (
            "It opens at the start of\u00a0next month.",
            ["the start of\u00a0next month"],
            "an edge of a shifted month, across a hard space",
        ),
        ("The hearings run from April 1 through 14.", ["April 1 through 14"], "two days, with through"),
        ("A contentious May amendment; the March peace talks.", ["May", "March"], "what was held in that month"),
        ("The twice-a-decade congress ended.", ["twice-a-decade"], "how often, with hyphens"),
        ("Yesterday it rained; tomorrow it will not.", ["Yesterday", "tomorrow"], "days by name"),
        ("Two weeks ago, and three days later.", ["Two weeks ago", "three days later"], "counted shifts"),
        ("In 1956 they signed; the 1972 accord followed.", ["1956", "1972"], "years after a preposition or an article"),
        ("Since the 1990s (2004)", ["the 1990s", "2004"], "a decade; a year in brackets"),
        ("It was filed 2020-03-14T10:30Z.", ["2020-03-14T10:30Z"], "machine style"),
        ("Envoys met at\nlate\nlast\nweek.", ["late\nlast\nweek"], "over the line ends of a hard-wrapped text"),
    ],
)
def test_found(text: str, expected: list[str], why: str) -> None:
    assert whens_in(text) == expected, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("They may march on the capital.", "small letters: verbs"),
        ("May God help them. March for peace!", "a sentence begins with the verb"),
        ("Theresa May spoke.", "a name"),
        ("She lives in Mar del Plata, he by Jan Mayen, they in Mar-a-Lago.", "names of places"),
        ("Resolution 2254 stands; so does resolution 1973.", "numbers of resolutions"),
        ("Flight 1992 carried 2000 troops.", "numbers of flights and people"),
        ("It cost $1999 or 1,956 dollars.", "money"),
        ("Call 555-1987 or write to room 2010.", "telephone and room"),
        ("The Group of 7 won 3-2 on Route 1960.", "scores, groups, roads"),
        ("Marchers, Mayors, Sundays' Fridaynight", "words that begin like names of the calendar"),
        ("In 99999 or 0000 or 3021 nothing happened.", "no year of ours"),
    ],
)
def test_not_a_time(text: str, why: str) -> None:
    assert whens_in(text) == [], why


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A two-hour meeting", "duration"),
        ("It lasted three days", "duration"),
        ("They meet every year", "set"),
        ("On Friday", "date"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    article = article_of(text)
    assert [when.kind for when in find_whens(article, (Sentence(Span(0, len(text))),))] == [kind]


def test_only_running_text_is_searched() -> None:
    text = "05:52 19 Aug 2022\nEnvoys met on Saturday.\nPosted 3 June 2020"
    lines = [Span(0, 17), Span(18, 41), Span(42, 60)]
    parts = (Part("page_clock", lines[0]), Part("body", lines[1]), Part("timestamp", lines[2]))
    article = Article("article-1", text, "en", parts)
    assert [article[when.span] for when in find_whens(article, tuple(map(Sentence, lines)))] == ["Saturday"]


@settings(max_examples=60)
@given(words)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    article = article_of(text)
    found = find_whens(article, (Sentence(Span(0, len(text))),))
    assert all(isinstance(when, When) and article[when.span].strip() for when in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


@pytest.mark.parametrize("piece", ["the end of the ", "last ", "Monday, the 3rd of ", "June 12-", "1 ", "a year ", "\n", "COP"])
def test_hostile_repetition_ends(piece: str) -> None:
    """Half a million characters of the beginnings of expressions: every rule looks a bounded way ahead, so this ends."""
    text = piece * (500_000 // len(piece))
    if text.strip():
        assert all(len(found) < 80 for found in whens_in(text))
