"""What words lean to that name no day, one kind at a time: where each is highest, and what it does not count."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.assemble.dating.leanings import Leaning, leanings
from dragoman.assemble.dating.word_clues import word_clues
from tests.assemble.dating.pages import body

A_YEAR = "The pier was built in 2012."
"""Without anything that narrows the year there are no leanings at all."""


def leaning(text: str) -> list[Leaning]:
    article, annotations = body(text)
    return list(leanings(article, annotations, word_clues(article, annotations)))


def only(text: str, kind: str) -> Leaning:
    (found,) = [one for one in leaning(text) if one.kind.startswith(kind)]
    return found


@pytest.mark.parametrize(
    ("text", "kind", "likelier", "than", "why"),
    [
        (A_YEAR, "year named", "2012-07-01", "2011-07-01", "the year itself before the one before it"),
        (A_YEAR, "year named", "2013-07-01", "2018-07-01", "soon after before long after"),
        ("It opened in 1999 and closed in 2012.", "year named", "2012-07-01", "1999-07-01", "the last year counts"),
        ("The 2016 election was on every screen.", "year of an election", "2016-05-01", "2012-05-01", "not long before it"),
        ("The 2016 election was on every screen.", "year of an election", "2015-05-01", "2014-05-01", "the year before"),
        ("The pier fell on 4 May 2012.", "day in full", "2012-05-05", "2012-05-20", "papers name yesterday so"),
        ("The pier fell on 4 May 2012.", "day in full", "2012-05-20", "2012-04-20", "a past day is past"),
        (A_YEAR + " It fell on 4 May.", "day without a year", "2012-05-06", "2012-11-06", "lately past"),
        (A_YEAR + " It fell on 4 May.", "day without a year", "2013-05-06", "2013-11-06", "in every year"),
        (A_YEAR + " It will reopen on 4 May.", "day without a year", "2012-05-01", "2012-05-20", "still ahead"),
        (A_YEAR + " It fell on Friday, 4 May.", "day without a year", "2012-05-06", "2013-05-06", "a Friday in 2012 only"),
        (A_YEAR + " It fell in May.", "month named", "2012-06-10", "2012-04-10", "the month after before the month before"),
        (A_YEAR + " It will reopen in May.", "month named", "2012-04-10", "2012-06-10", "still ahead"),
        (A_YEAR + " It fell last month, on 4 May.", "last month", "2012-06-10", "2012-07-10", "the month after the day's"),
        ("President Barack Obama opened the pier.", "president of", "2012-05-01", "2018-05-01", "in office"),
        ("President Barack Obama opened the pier.", "president of", "2018-05-01", "2003-05-01", "called so after, never before"),
        (A_YEAR + " It fell on Friday.", "weekday", "2012-05-04", "2012-05-03", "the day itself before the day before"),
    ],
)
def test_what_is_likelier(text: str, kind: str, likelier: str, than: str, why: str) -> None:
    found = only(text, kind)
    assert found.at(date.fromisoformat(likelier)) > found.at(date.fromisoformat(than)), why


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("The pier will be built by 2030.", "year named", "a year ahead"),
        ("It was barred by the Ports Act (No. 3) of 2012.", "year named", "a year that an act is named by"),
        ("The 2016 election was in 2016.", "year named", "a year that an election is named by"),
        (A_YEAR + " It fell on 4 May 2012.", "day without a year", "the year is there"),
        (A_YEAR + " It fell last month.", "last month", "no month beside it"),
        (A_YEAR + " It was built in May last year but opened last month.", "last month", "the month is another year's"),
        ("They play at the 2016 World Cup.", "year named", "a year that games are named by"),
        (A_YEAR + " It fell last month. It reopens in May.", "last month", "the month is another sentence's"),
        ("The pier fell on Friday, 4 May.", "day without a year", "nothing narrows the year"),
    ],
)
def test_what_does_not_count(text: str, kind: str, why: str) -> None:
    assert [one.kind for one in leaning(text) if one.kind.startswith(kind)] == [], why


def test_every_leaning_keeps_its_words() -> None:
    text = A_YEAR + " It fell on Friday, 4 May, and President Barack Obama came in June."
    found = leaning(text)
    assert len(found) == 4
    assert all(one.evidence.text in text and one.says.startswith("“") for one in found)
