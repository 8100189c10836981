"""What is counted from now or then, and how long."""

from __future__ import annotations

import pytest

from dragoman.assemble.timing.moments import Moment
from tests.assemble.timing.reckoned import LED, PAGE, PAST, QUARTER, TOLD, Row, reckoned

COUNTED: tuple[Row, ...] = (
    ('in two weeks', PAGE, '2019-02-25/2019-03-03', '2019-W09', 'a week ahead'),
    ('in two weeks', PAST, None, 'P2W', 'how long it took'),
    ("in three years' time", PAGE, '2022', '2022', 'a year ahead'),
    ('in half an hour', PAGE, None, 'PT30M', 'how long'),
    ("six months' time", PAGE, '2019-08', '2019-08', 'ahead, though "in" is no part of it'),
    ('in 48 hours', PAGE, None, 'PT48H', 'no day'),
    ('two years, one month and 21 days ago', PAGE, '2016-12-26', '2016-12-26', 'to the day'),
    ('1 month and 2 days from now', PAGE, '2019-03-18', '2019-03-18', 'to the day'),
    ('three weeks ago', PAGE, '2019-01-21/2019-01-27', '2019-W04', 'a week back'),
    ('ten days ago', PAGE, '2019-02-06', '2019-02-06', 'a day back'),
    ('two days earlier', TOLD, '2016-05-07', '2016-05-07', 'from what was told'),
    ('a year from now', PAGE, '2020', '2020', 'a year ahead'),
    ('two days after', LED, None, 'P2D', 'of an event whose words follow'),
    ('two and a half years ago', PAGE, '2016-08', '2016-08~', 'about, in months'),
    ('a year and a half ago', PAGE, '2017-08', '2017-08~', 'about, in months'),
    ('a month and a half ago', PAGE, '2018-12-31/2019-01-06', '2019-W01~', 'about, in weeks'),
    ('a week and a half ago', PAGE, '2019-02-06', '2019-02-06~', 'about, in days'),
    ('a decade and a half ago', PAGE, '2004', '2004~', 'about, in years'),
    ('five minutes ago', PAGE, '2019-02-16', 'PRESENT_REF', 'now'),
    ('a fortnight ago', PAGE, '2019-01-28/2019-02-03', '2019-W05', 'two weeks'),
    ('three decades ago', PAGE, '1989', '1989', 'a year'),
    ('two working days later', TOLD, '2016-05-11', '2016-05-11', 'over a weekend'),
    ('4 weeks in the future', PAGE, '2019-03-11/2019-03-17', '2019-W11', 'ahead'),
    ('a couple of days ago', PAGE, '2019-02-14', '2019-02-14', 'two'),
    ('a dozen years ago', PAGE, '2007', '2007', 'twelve'),
    ('a year ago', QUARTER, '2017-35', '2017-Q3', 'the same quarter'),
    ('a week or so ago', PAGE, '2019-02-04/2019-02-10', '2019-W06~', 'about'),
    ('two weeks before Christmas', PAGE, '2018-12-11', '2018-12-11', 'from a feast'),
    ('three days from Tuesday', PAGE, '2019-02-22', '2019-02-22', 'what is counted from is to come'),
    ('ten days after 3 May 2018', PAGE, '2018-05-13', '2018-05-13', 'from a day'),
    ('100 days before the summit', PAGE, None, None, 'no day is told'),
    ('a few days ago', PAGE, None, 'PAST_REF', 'vague'),
    ('several years later', PAGE, None, 'FUTURE_REF', 'vague'),
    ('not long ago', PAGE, None, 'PAST_REF', 'vague'),
    ('five to ten years ago', PAGE, None, 'PAST_REF', 'vague'),
    ('days ago', PAGE, None, 'PAST_REF', 'vague'),
    ('months later', PAGE, None, 'FUTURE_REF', 'vague'),
    ('earlier', PAGE, None, 'PAST_REF', 'vague'),
    ('later', PAGE, None, 'FUTURE_REF', 'vague'),
)  # fmt: skip

LENGTHS: tuple[Row, ...] = (
    ('three years now', PAGE, None, 'P3Y', 'how long'),
    ('the past five years', PAGE, '2014-02-16/2019-02-15', 'P5Y', "up to the page's day"),
    ('the next two quarters', PAGE, '2019-04-01/2019-09-30', 'P2Q', 'whole ones'),
    ('the last three decades', PAGE, '198X/200X', 'P3E', 'whole ones'),
    ('three past months', PAGE, '2018-11-16/2019-02-15', 'P3M', 'counted first'),
    ('only the last two weeks', PAGE, '2019-02-02/2019-02-15', 'P2W', "up to the page's day"),
    ('the first two weeks', PAGE, None, 'P2W', "of what, the words don't say"),
    ('within two weeks', PAGE, '2019-02-16/2019-03-01', 'P2W', "from the page's day on"),
    ('within 24 hours', PAGE, None, 'PT24H', 'no day'),
    ('for three days from today', PAGE, '2019-02-16/2019-02-18', 'P3D', "from the page's day on"),
    ('within 30 days of 3 May 2018', PAGE, '2018-05-03/2018-06-01', 'P30D', 'from a day on'),
    ('two weeks starting 20 May 2018', PAGE, '2018-05-20/2018-06-02', 'P2W', 'from a day on'),
    ('the past few years', PAGE, None, 'PXY', 'how many, nobody says'),
    ('the coming few weeks', PAGE, None, 'PXW', 'how many, nobody says'),
    ('the weeks ahead', PAGE, None, 'PXW', 'how many, nobody says'),
    ('three days', PAGE, None, 'P3D', 'a duration'),
    ('a 10-year', PAGE, None, 'P10Y', 'a duration'),
    ('two and a half years', PAGE, None, 'P2Y6M', 'with a half'),
    ('5 1/2 hours', PAGE, None, 'PT5H30M', 'with a half'),
    ('a minute and a half', PAGE, None, 'PT1M30S', 'with a half'),
    ('three hundred years', PAGE, None, 'P300Y', 'in words'),
    ('a 44-year-old', PAGE, None, 'P44Y', 'an age'),
    ('70 years old', PAGE, None, 'P70Y', 'an age'),
    ('12 years of age', PAGE, None, 'P12Y', 'an age'),
    ('15-20 years', PAGE, None, 'PXY', 'how many, nobody says'),
    ('five or six weeks', PAGE, None, 'PXW', 'how many, nobody says'),
    ('30 to 35 days old', PAGE, None, 'PXD', 'ages'),
    ('those two days', PAGE, None, 'P2D', 'a duration'),
    ('two-and-a-half years', PAGE, None, 'P2Y6M', 'with dashes'),
    ('half an hour', PAGE, None, 'PT30M', 'half'),
    ('the last half century', PAGE, None, 'P0.5C', 'half, not the second half of one'),
    ('a period of three years', PAGE, None, 'P3Y', 'how long'),
    ('a maximum of two weeks', PAGE, None, 'P2W', 'how long'),
    ('the last 4,200 years', PAGE, None, 'P4200Y', 'with a comma'),
    ('half a century', PAGE, None, 'P0.5C', 'half'),
    ('several months', PAGE, None, 'PXM', 'how many, nobody says'),
    ('decades-long', PAGE, None, 'PXE', 'how many, nobody says'),
    ('day-long', PAGE, None, 'P1D', 'one'),
)  # fmt: skip


@pytest.mark.parametrize(("words", "moment", "edtf", "timex", "why"), [*COUNTED, *LENGTHS])
def test_each_means(words: str, moment: Moment, edtf: str | None, timex: str | None, why: str) -> None:
    assert reckoned(words, moment) == (edtf, timex), why
