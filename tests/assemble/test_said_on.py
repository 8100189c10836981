"""``said_on``: the time that a statement's own sentence tells, or that of the occasion it shares with an earlier one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman import Page, read
from dragoman.annotate.running import running_text
from dragoman.annotations import Annotations, When
from dragoman.article import Span
from dragoman.assemble.dating.published import day_named
from dragoman.assemble.scene.continued import tells_of_then
from dragoman.assemble.scene.told_times import holds, past_day, past_time
from dragoman.assemble.timing.times import find_times
from dragoman.extract import extract
from dragoman.tagger import Attribution, FakeTagger, Tags

if TYPE_CHECKING:
    from dragoman.assemble.timing.values import Timed

FRIDAY = date(2025, 11, 14)
HEAD = "OSLO, 14 November 2025 (Lakeside Wire) - "


def time_of(words: str) -> Timed:
    """A time expression of a page of that Friday, beside a verb in the past."""
    article = extract(Page("page.txt", f"Ana Costa said so {words}, and went home again.\n".encode()))
    at = article.text.index(words)
    when = When(Span(at, at + len(words)), "date", "past")
    (time,) = find_times(article, Annotations(whens=(when,)), FRIDAY)
    return time


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("Friday", "2025-11-14", "the day of the report itself"),
        ("Monday", "2025-11-10", "the last one before it"),
        ("Saturday", "2025-11-08", "six days back is still the last one"),
        ("yesterday", "2025-11-13", "a day back"),
        ("today", "2025-11-14", "no day back"),
        ("tomorrow", None, "nothing was said tomorrow"),
        ("now", None, "about then, and no day"),
        ("last Friday", "2025-11-07", "not the day itself"),
        ("Monday evening", "2025-11-10", "a part of the day is its day"),
        ("three days ago", "2025-11-11", "counted back from the report"),
        ("3 November", "2025-11-03", "the year of the report"),
        ("3 November 2023", "2023-11-03", "told whole"),
        ("3 December 2025", None, "after the report"),
        ("November", None, "no day"),
        ("31 November", None, "no such day"),
        ("last week", None, "no day"),
    ],
)
def test_the_day_that_words_name(words: str, expected: str | None, why: str) -> None:
    assert past_day(time_of(words), FRIDAY) == expected, why


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("Monday", "2025-11-10", "a day is itself"),
        ("April 2006", "2006-04", "a month told whole"),
        ("1956", "1956", "a year"),
        ("2026", None, "still to come"),
        ("March", "2025-03", "the last one"),
        ("December", "2024-12", "this year's has not been yet"),
        ("last November", "2024-11", "not the month of the report"),
        ("last month", "2025-10", "counted back"),
        ("last year", "2024", "counted back"),
        ("last week", "2025-11-03/2025-11-09", "from Monday to Sunday"),
        ("this week", "2025-11-10/2025-11-16", "has begun"),
        ("next month", None, "still to come"),
        ("two days", None, "a duration is no time"),
    ],
)
def test_the_time_that_words_name(words: str, expected: str | None, why: str) -> None:
    assert past_time(time_of(words), FRIDAY) == expected, why


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2012-12-07", "2012-12-07", True),
        ("2012", "2012-12-07", True),
        ("2012-12-07", "2012-12", True),
        ("2012-12-06", "2012-12-07", False),
        ("2012-1", "2012-12", False),
        ("2012-12-03/2012-12-09", "2012-12-07", True),
        ("2012-12-10", "2012-12-03/2012-12-09", False),
        ("2012~", "2012-12-07", True),
    ],
)
def test_one_time_may_hold_the_other(one: str, other: str, expected: bool) -> None:
    assert holds(one, other) == holds(other, one) == expected


@pytest.mark.parametrize(
    ("sentence", "cue", "expected"),
    [
        ("She said so.", "said", True),
        ("She went out, adding that it rained.", "adding", True),
        ("According to her it rained.", "According to", True),
        ("She was quoted as saying so.", "was quoted as saying", True),
        ("She has said so.", "said", False),
        ("She has repeatedly said so.", "said", False),
        ("She’d said so.", "said", False),
        ("She says so.", "says", False),
        ("She will say so.", "say", False),
        ("She would not say so.", "say", False),
        ("She has denied it.", "has denied", False),
    ],
)
def test_which_cues_tell_of_that_time(sentence: str, cue: str, expected: bool) -> None:
    at = sentence.index(cue)
    assert tells_of_then(sentence, Span(at, at + len(cue))) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [("2025-11-14", FRIDAY), ("2025-11", None), ("2025-11-14/2025-11-16", None), ("2025-11~", None), ("2025-13-40", None)],
)
def test_only_a_single_day_anchors(edtf: str, expected: date | None) -> None:
    assert day_named(edtf) == expected


def test_without_the_pages_day_nothing_is_still_to_come() -> None:
    assert past_day(time_of("5 March 2031"), None) == "2031-03-05"
    assert past_day(None, FRIDAY) is None


PAGE = """OSLO, 14 November 2025 (Lakeside Wire) - Norway will host the talks, Foreign Minister Ingrid Solheim said on Wednesday.

"We open the doors on Saturday", Solheim told reporters.

Solheim said Marenia's delegation had arrived on Tuesday.
"""


def test_a_day_outside_what_was_said_dates_the_statement_and_is_evidence() -> None:
    statements = sorted(read(Page("page.txt", PAGE.encode())).statements, key=lambda statement: statement.content)
    said = [(PAGE[s.content[0].start : s.content[0].end], s.said_on) for s in statements]
    assert said[0] == ("Norway will host the talks", "2025-11-12")
    assert said[1] == ("We open the doors on Saturday", "2025-11-12"), (
        "that day is what was said; it was said where the first was"
    )
    assert said[2][1] == "2025-11-12", "the delegation's day is what was said as well"
    assert "Wednesday" in {evidence.text.removeprefix("on ") for evidence in statements[0].evidence}
    assert "reckoned from 2025-11-14" in statements[0].basis["said_on"]


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("Ana Costa, who was elected on Monday, said the port was open.", [None], "a relative clause of the source"),
        ('"The port is open," said Ana Costa, who was elected on Monday.', [None], "behind the cue"),
        ('"The port is open," said Ana Costa, elected on Monday.', [None], "an apposition"),
        ("Ana Costa, the winner of Monday's vote, said the port was open.", [None], "an apposition before the cue"),
        ("The port was open, said a man arrested on Monday.", [None], "a participle"),
        (
            "The port was open, Ana Costa said on Monday after talks that began on Friday.",
            ["2025-11-10"],
            "the nearer is its own",
        ),
        ("The port was open, Ana Costa said after talks that began on Friday.", [None], "the talks' own day"),
        ("The port was open, Ana Costa said after a meeting with her counterpart on Thursday.", ["2025-11-13"], "said there"),
        ("The port was open, Ana Costa said after she arrived in Oslo on Thursday.", [None], "her arrival"),
        ("The port was open, Ana Costa said before a vote on Thursday.", [None], "the vote"),
        ("The port was open, Ana Costa said, a day after the attack on Monday.", [None], "the attack"),
        ("The port was open, Ana Costa said at talks in Oslo, Norway, on Thursday.", ["2025-11-13"], "a place between commas"),
        ("The port was open, Ana Costa said in a statement issued on Monday.", ["2025-11-10"], "that is how it was said"),
        ("On Monday, Ana Costa said the port was open.", ["2025-11-10"], "at the head"),
        ("When fighting broke out on Monday, Ana Costa said that the port was open.", [None], "a clause before it"),
        ("Ana Costa resigned on Monday, and Bob Ray said the port was open.", [None], "another's clause"),
        ("Ana Costa met Bob Ray on Monday and said the port was open.", [None], "another verb's"),
        ("Ana Costa, speaking on Monday, said the port was open.", ["2025-11-10"], "between commas, of the speech"),
        ("Ana Costa told reporters on Monday that the port was open.", ["2025-11-10"], "behind the addressee"),
        ("Ana Costa told USA Today that the port was open.", [None], "a newspaper's name"),
        ("The port was open, Ana Costa told Fox News Sunday.", [None], "a programme's name"),
        ("Ana Costa warned on Monday that the port was open.", ["2025-11-10"], "a cue that ends in -ed is no participle"),
        ("In March 2025, Ana Costa said the port was open.", ["2025-03"], "a month"),
        ("The port was open, Ana Costa said in 2006.", ["2006"], "a year"),
        ("For the third quarter of 2009, Ana Costa said the port had been open.", [None], "the year of what was said"),
        ("In an August speech, Ana Costa said the port was open.", ["2025-08"], "the month of what she said it in"),
        ("In a 2009 report, Ana Costa said the port was open.", ["2009"], "the year of what she said it in"),
        ("Ana Costa told the 2009 commission that the port was open.", [None], "the year of something else"),
        ("Norway caused alarm in April 2006 when it announced that the port was closed.", ["2006-04"], "it did so by announcing"),
        ("On Monday, Ana Costa opened the fair, where she said the port was open.", ["2025-11-10"], "said there"),
        (
            "Ana Costa said on Monday that the port was open and added that it would close.",
            ["2025-11-10"] * 2,
            "in one breath",
        ),
    ],
)
def test_only_the_clause_of_the_cue_dates(sentence: str, expected: list[str | None], why: str) -> None:
    text = f"OSLO, 14 November 2025 (Lakeside Wire) - {sentence}\n"
    found = read(Page("page.txt", text.encode())).statements
    assert [statement.said_on for statement in sorted(found, key=lambda one: one.content)] == expected, why


def test_what_is_still_to_be_said_has_no_day() -> None:
    text = f"{HEAD}Ana Costa will announce on Monday that the port is open.\n"
    spans = {
        words: Span(text.index(words), text.index(words) + len(words)) for words in ("Ana Costa", "announce", "the port is open")
    }
    told = Attribution((spans["the port is open"],), spans["announce"], (spans["Ana Costa"],), 0.9)
    page = Page("page.txt", text.encode())
    tags = Tags(attributions=(told,), roles=())
    (statement,) = read(page, tagger=FakeTagger({running_text(extract(page)): tags})).statements
    assert statement.said_on is None


def test_nothing_is_reckoned_from_a_modified_date() -> None:
    body = (
        "<p>Norway will host the talks, Foreign Minister Ingrid Solheim said on Wednesday in the harbour city of Bergen.</p>" * 3
    )
    head = '<meta property="article:{}_time" content="2025-11-14T10:00:00Z">'
    html = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    days = {}
    for role in ("published", "modified"):
        record = read(Page("page.html", html.format(role).encode()))
        assert record.published is not None
        days[role] = (record.published.edtf, {statement.said_on for statement in record.statements})
    assert days == {"published": ("2025-11-14", {"2025-11-12"}), "modified": ("2025-11-14", {None})}


def days_of(text: str) -> list[str | None]:
    """The days of a page's statements, in text order; those inside another left out."""
    found = [s for s in read(Page("page.txt", text.encode())).statements if not s.headline and not s.inside]
    return [s.said_on for s in sorted(found, key=lambda s: (s.mention or s.cue or s.content[0]).start)]


DATED = HEAD + "The port was open, Ana Costa said on Monday.\n\n"
MONDAY = "2025-11-10"


@pytest.mark.parametrize(
    ("then", "expected", "why"),
    [
        ('"It is ours", Costa said.', [MONDAY], "the same speaker goes on"),
        ('"It is ours", she said, adding that it was deep.', [MONDAY] * 2, "and on, in the same breath"),
        ('"It is ours", Costa said.\n\nShe stressed that it was deep.', [MONDAY] * 2, "in the next paragraph"),
        ("It lies in the north.\n\nCosta said it was deep.", [MONDAY], "a sentence about something else between"),
        ("It is old. It is big. It is deep.\n\nCosta said it was deep.", [None], "too much between"),
        ("Costa has said that it was deep.", [None], "any time before"),
        ("Costa says that it is deep.", [None], "no one time"),
        ("Costa had said that it was deep.", [None], "before that"),
        ("Bob Ray said it was deep.", [None], "another speaker"),
        ("Bob Ray said it was deep.\n\nCosta said it was not.", [None, None], "another speaker between"),
        ("Costa said on Tuesday that it was deep.\n\nShe said it was ours.", ["2025-11-11"] * 2, "another day, then that one"),
        ("The ferry came on Tuesday.\n\nCosta said it was deep.", [None], "another day told between"),
        ("The ferry has come since Tuesday.\n\nCosta said it was deep.", [MONDAY], "a day that only bounds a time"),
        ("The ferry came on Monday.\n\nCosta said it was deep.", [MONDAY], "the same day told between"),
        ("In a separate interview, Costa said it was deep.", [None], "another occasion"),
        ("Costa earlier said it was deep.", [None], "another time"),
        ("Bob Ray said later in the day that it was deep.", [MONDAY], "the day told last, whoever spoke then"),
        (
            "When asked by reporters whether it was deep, Costa said it was.",
            [MONDAY] * 2,
            "a question is asked when it is answered",
        ),
        ("READ MORE: Port Is Deep — Costa\n\nCosta said it was deep.", [MONDAY], "a headline is no speaker between"),
    ],
)
def test_what_goes_on_from_a_dated_statement(then: str, expected: list[str | None], why: str) -> None:
    assert days_of(f"{DATED}{then}\n") == [MONDAY, *expected], why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "As the strike that began on Monday went on, President Ana Costa met Bob Ray.\n\nCosta said the port was open.",
            [None],
            "the day is the strike's",
        ),
        (
            "President Ana Costa and President Bob Ray spoke by phone on Monday.\n\n"
            "Costa said the port was open.\n\nRay said it was not.",
            [MONDAY, MONDAY],
            "those who met speak then",
        ),
        (
            "President Ana Costa met President Bob Ray on Monday.\n\nEva Lind said the port was open.",
            [None],
            "who was not there speaks at another time",
        ),
        (
            "President Ana Costa will meet President Bob Ray on Monday.\n\nCosta said the port was open.",
            [None],
            "they have not met yet",
        ),
        (
            "President Ana Costa met President Bob Ray on Monday.\n\nDuring the meeting, Eva Lind said the port was open.",
            [MONDAY],
            "said to be there",
        ),
        (
            "President Ana Costa met President Bob Ray on Monday.\n\nAfter the long meeting, Eva Lind said the port was open.",
            [MONDAY],
            "said right after it",
        ),
        (
            "Norway and Chile signed a protocol on Monday.\n\nEva Lind said at the ceremony that the port was open.",
            [MONDAY],
            "where they signed",
        ),
        (
            'The deputies met on Monday, officials said.\n\n"It is open", Eva Lind told reporters after the meeting.',
            [None, MONDAY],
            "a meeting that officials tell of",
        ),
        (
            "The deputies met on Monday, officials said.\n\nEva Lind said the port was open.",
            [None, None],
            "whether she was there nobody says",
        ),
        (
            "In 1971, Norway and Chile signed a protocol. Norway also agreed to open the port.",
            ["1971"],
            "also then",
        ),
        ("In 1971, Norway built a port. Norway agreed to open the port.", [None], "nothing says it was then"),
        ("Troops crossed the river on Friday, Ana Costa said.", ["2025-11-14"], "not before it happened, and not after the page"),
        ("Troops crossed the river on Monday, Ana Costa said.", [None], "on any day since"),
        ("Troops will cross the river on Friday, Ana Costa said.", [None], "the coming Friday, or this one"),
        ("The port has been open since Friday, Ana Costa said.", [None], "a day that bounds a time"),
        ("Officials have now told the Oslo Post that the port was open.", ["2025-11~"], "about then"),
        ("The port is open, a statement issued on Monday by the agency said.", [MONDAY], "when it was issued"),
        (
            "The ministers agreed to close it when they met in Oslo in 2019.",
            ["2019"],
            "what they agreed on, they agreed on there",
        ),
        ("Ana Costa said the port was open.", [None], "the page's own day is no reason"),
    ],
)
def test_what_else_tells_when(text: str, expected: list[str | None], why: str) -> None:
    assert days_of(f"{HEAD}{text}\n") == expected, why


def test_what_stands_inside_another_statement_has_its_own_time_or_none() -> None:
    record = read(Page("page.txt", f"{DATED}Costa said Norway had promised in March 2025 to open it.\n".encode()))
    inner = [s.said_on for s in record.statements if s.inside]
    assert inner in ([], ["2025-03"])
    undated = read(Page("page.txt", f"{HEAD}Ana Costa said on Monday that Bob Ray told her it was open.\n".encode()))
    assert [s.said_on for s in undated.statements if s.inside] == [None]


def test_a_carried_day_says_where_it_comes_from() -> None:
    record = read(Page("page.txt", f'{DATED}"It is ours", Costa said.\n'.encode()))
    (second,) = [s for s in record.statements if s.form == "direct"]
    assert second.basis["said_on"].startswith("the same speaker goes on")
    assert "Monday" in [evidence.text for evidence in second.evidence]
