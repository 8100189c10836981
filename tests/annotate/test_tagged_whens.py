"""Time expressions of the tagger and of the rules, made one list."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.tagged_whens import all_whens
from dragoman.annotations import Sentence, WhenKind
from dragoman.article import Span
from dragoman.tagger import TaggedWhen, Tags
from tests.strategies import article_of, words


def found(text: str, *tagged: tuple[str, WhenKind]) -> list[str]:
    article = article_of(text)
    spans = [(text.index(said), said, kind) for said, kind in tagged]
    tags = Tags(whens=tuple(TaggedWhen(Span(at, at + len(said)), kind, 0.9) for at, said, kind in sorted(spans)))
    return [article[when.span] for when in all_whens(article, (Sentence(Span(0, len(text))),), tags, None)]


@pytest.mark.parametrize(
    ("text", "tagged", "expected", "why"),
    [
        (
            "Sales rose in the quarter ended Sept. 30.",
            [("the quarter ended Sept. 30", "date")],
            ["the quarter", "Sept. 30"],
            "a verb parts two times",
        ),
        (
            "He left in the early hours of Friday.",
            [("the early hours of Friday", "time")],
            ["the early hours of Friday"],
            "the longer one counts",
        ),
        ("They spoke on Friday here.", [("on Friday here", "date")], ["Friday"], "what is no time is left out"),
        ("Good evening, he said.", [("Good evening", "time")], [], "a greeting"),
        ("The 44-year-old envoy left.", [("44-year-old", "duration")], [], "somebody's age dates nothing"),
        ("The envoy, 44 years old, left.", [("44 years", "duration")], [], "nor does it before 'old'"),
        ("Only 14 years old, she left; he was 30 years of age.", [], [], "for the rules too"),
        ("A guard aged 60 years left.", [("60 years", "duration")], [], "nor behind 'aged'"),
        ("She told the Sunday Telegraph and TODAY ASIA.", [], [], "names of newspapers"),
        ("He reads The Daily Star daily.", [("Daily", "set"), ("daily", "set")], ["daily"], "another newspaper"),
        ("A plan called Tomorrow's Roads failed.", [], [], "a name"),
        ("They will weigh tomorrow's vote.", [], ["tomorrow"], "no name"),
        ("He waited until the last moment.", [("the last moment", "date")], [], "of what, nothing tells"),
        ("Claims open today (July 5).", [("today (July 5", "date")], ["today", "July 5"], "the same day told twice"),
        ("It fell in the 26th rainy week.", [("the 26th rainy week", "date")], [], "a number without its noun"),
        ("By Ministerial Decision 72/2019 it ended.", [("72/2019", "date")], [], "the number of a paper"),
        (
            "He told them today that before the next vote it ends.",
            [("today that before the next", "date")],
            ["today"],
            "words of another clause",
        ),
        ("It comes sooner rather than later.", [("than later", "date")], [], "a saying"),
        ("He fell at about 7:20pm in Lund.", [("about 7:20pm", "time")], ["about 7:20pm"], "a clock's time"),
        ("So 120 years ago it stood.", [("So 120 years ago", "date")], ["120 years ago"], "a word that leads on"),
        ("Lund made it 2-0 on its 160th day.", [("2-0", "date"), ("160th", "date")], [], "a score; what only counts"),
        ("The Arab Spring began in spring.", [("Spring", "date"), ("spring", "date")], ["spring"], "a name"),
        ("TODAY they met.", [], ["TODAY"], "a word in capitals"),
        ("They lost a lot of time.", [("time", "duration")], [], "time that is spent"),
        ("She was a minister at the time.", [("the time", "date")], ["the time"], "a time told before"),
        ("He signed the minutes.", [("the minutes", "duration")], [], "what a secretary writes"),
        ("They met day after day.", [("day after day", "set")], [], "no day of their own"),
        ("It flies on Monday, Friday and Sunday.", [("Monday, Friday", "date")], ["Monday", "Friday", "Sunday"], "a list"),
        ("It fell in March, April and June.", [("March, April", "date")], ["March", "April", "June"], "a list of months"),
        ("It opens on Sunday, March 9.", [("Sunday, March 9", "date")], ["Sunday, March 9"], "one day"),
        ("Thousands joined the march.", [("the march", "date")], [], "a month has its capital"),
        ("After the talks of recent months it fell.", [("recent months", "date")], ["recent months"], "found twice, kept once"),
        ("It ended at 5 p.m. EST on Friday.", [("Friday", "date")], ["5 p.m. EST on Friday"], "the rule's longer span"),
        ("They signed in nineteen ninety-six.", [], ["nineteen ninety-six"], "a year in words"),
        ("It fell after the end of World War II.", [], ["the end of World War II"], "an edge of history"),
        ("World War II shaped them both.", [], [], "a war that dates nothing here"),
        ("Aid came before Eid al-Fitr and last Christmas.", [], ["Eid al-Fitr", "last Christmas"], "feasts"),
        ("He will soon travel, as he recently said.", [], ["soon", "recently"], "vague words are times without a value"),
        ("Do it as soon as you can.", [], [], "soon as"),
        ("Resolution 2254 and the Group of 7 remain.", [], [], "numbers that count no years"),
        ("Call +44 20 7946 0958 now; they won 21-19.", [], ["now"], "telephones and scores"),
    ],
)
def test_spans(text: str, tagged: list[tuple[str, WhenKind]], expected: list[str], why: str) -> None:
    assert found(text, *tagged) == expected, why


@given(
    words,
    st.lists(
        st.tuples(st.integers(0, 200), st.integers(1, 40), st.sampled_from(["date", "time", "duration", "set"])), max_size=8
    ),
)
@settings(max_examples=150)
def test_none_overlaps_another_and_all_are_words(text: str, spans: list[tuple[int, int, WhenKind]]) -> None:
    article = article_of(text)
    inside = sorted({(at, min(at + size, len(text)), kind) for at, size, kind in spans if at < len(text)})
    tags = Tags(whens=tuple(TaggedWhen(Span(first, last), kind) for first, last, kind in inside if first < last))
    whens = all_whens(article, (Sentence(Span(0, len(text))),), tags, None)
    assert all(one.span.end <= other.span.start for one, other in pairwise(whens))
    assert all(article[when.span] == article[when.span].strip() for when in whens)
