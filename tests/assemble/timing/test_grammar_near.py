"""What lies beside now or beside what was told: yesterday, last month, that week, next Friday."""

from __future__ import annotations

import pytest

from dragoman.assemble.timing.moments import Moment
from tests.assemble.timing.reckoned import LED, PAGE, PAST, QUARTER, TO_COME, TOLD, Row, reckoned

NEAR: tuple[Row, ...] = (
    ('yesterday', PAGE, '2019-02-15', '2019-02-15', 'a day back'),
    ('today', PAGE, '2019-02-16', '2019-02-16', "the page's day"),
    ('tomorrow', PAGE, '2019-02-17', '2019-02-17', 'a day ahead'),
    ('the day before yesterday', PAGE, '2019-02-14', '2019-02-14', 'two days back'),
    ('the day after tomorrow', PAGE, '2019-02-18', '2019-02-18', 'two days ahead'),
    ('late yesterday', PAGE, '2019-02-15', '2019-02-15', 'a part that TIMEX3 leaves out'),
    ('tonight', PAGE, '2019-02-16', '2019-02-16TNI', 'a time of today'),
    ('two days after tomorrow', PAGE, '2019-02-19', '2019-02-19', 'counted on'),
    ('two days before yesterday', PAGE, '2019-02-13', '2019-02-13', 'counted back'),
    ('this morning', PAGE, '2019-02-16', '2019-02-16TMO', "of the page's day"),
    ('last night', PAGE, '2019-02-15', '2019-02-15TNI', 'of the day before'),
    ('later this afternoon', PAGE, '2019-02-16', '2019-02-16TAF', "of the page's day"),
    ('now', PAGE, '2019-02-16', 'PRESENT_REF', "the page's day"),
    ('currently', PAGE, '2019-02-16', 'PRESENT_REF', "the page's day"),
    ('at present', PAGE, '2019-02-16', 'PRESENT_REF', "the page's day"),
    ('to date', PAGE, '2019-02-16', 'PRESENT_REF', "the page's day"),
    ('this day', PAGE, None, 'PRESENT_REF', "no day of the story's"),
    ('to this day', PAGE, '2019-02-16', 'PRESENT_REF', "the page's day"),
    ('these days', PAGE, '2019-02-16', 'PRESENT_REF', "the page's day"),
)  # fmt: skip

UNITS_BESIDE: tuple[Row, ...] = (
    ('last month', PAGE, '2019-01', '2019-01', 'a month back'),
    ('this week', PAGE, '2019-02-11/2019-02-17', '2019-W07', 'Monday to Sunday'),
    ('next year', PAGE, '2020', '2020', 'a year ahead'),
    ('the previous day', TOLD, '2016-05-08', '2016-05-08', 'from what was told'),
    ('the following week', TOLD, '2016-05-16/2016-05-22', '2016-W20', 'from what was told'),
    ('the following week', PAGE, '2019-02-18/2019-02-24', '2019-W08', "from the page's day where nothing was told"),
    ('the past decade', PAGE, '2009-02-16/2019-02-15', 'P10Y', "up to the page's day"),
    ('the past century', PAGE, '1919-02-16/2019-02-15', 'P100Y', "up to the page's day"),
    ("last night's", PAGE, '2019-02-15', '2019-02-15TNI', 'an apostrophe'),
    ('the past weekend', PAGE, '2019-02-09/2019-02-10', '2019-W06-WE', 'the last one'),
    ('this past week', PAGE, '2019-02-04/2019-02-10', '2019-W06', 'the last one'),
    ('next workweek', PAGE, '2019-02-18/2019-02-22', '2019-W08', 'Monday to Friday'),
    ('the current quarter', PAGE, '2019-33', '2019-Q1', 'of the calendar'),
    ('the week before last', PAGE, '2019-01-28/2019-02-03', '2019-W05', 'two back'),
    ('the year after next', PAGE, '2021', '2021', 'two ahead'),
    ('the weekend after the next', PAGE, '2019-03-02/2019-03-03', '2019-W09-WE', 'two ahead'),
    ('the year-ago quarter', QUARTER, '2017-35', '2017-Q3', 'as long as what was told'),
    ('the year-ago quarter', PAGE, '2017-36', '2017-Q4', 'of the quarter that was reported last'),
    ('the year-earlier', TOLD, '2015-05-09', '2015-05-09', 'a year before what was told'),
    ('a year earlier period', QUARTER, '2017-35', '2017-Q3', 'with its article'),
    ('the same period last year', QUARTER, '2017-35', '2017-Q3', 'a year before what was told'),
    ('the quarter a year ago', QUARTER, '2017-35', '2017-Q3', 'a year before what was told'),
    ('the day before', TOLD, '2016-05-08', '2016-05-08', 'of what was told'),
    ('the day after', LED, None, 'P1D', 'of an event whose words follow'),
    ('the year before', TOLD, '2015', '2015', 'of what was told'),
    ('the week earlier', TOLD, '2016-05-02/2016-05-08', '2016-W18', 'of what was told'),
    ('that day', TOLD, '2016-05-09', '2016-05-09', 'what was told'),
    ('that same year', TOLD, '2016', '2016', 'the year of what was told'),
    ('later that week', TOLD, '2016-05-09/2016-05-15', '2016-W19', 'the week of what was told'),
    ('that day', PAGE, None, None, 'nothing was told'),
    ('the same day', PAGE, '2019-02-16', '2019-02-16', 'as long as nothing else was told'),
    ('that day', QUARTER, None, None, 'no day was told'),
    ('the latest quarter', PAGE, '2018-36', '2018-Q4', 'the last that is over'),
    ('the full year', PAGE, '2019', '2019', 'this one'),
    ('the fiscal year', PAGE, None, 'P1Y', 'how long, nothing more'),
    ('the year to date', PAGE, '2019', '2019', 'what is over of it'),
    ('so far this year', PAGE, '2019', '2019', 'what is over of it'),
    ('this month so far', PAGE, '2019-02', '2019-02', 'what is over of it'),
    ('the fortnight', PAGE, '2019-02-11/2019-02-24', 'P2W', 'two weeks from Monday'),
    ('next fortnight', PAGE, '2019-02-25/2019-03-10', 'P2W', 'two weeks from a Monday'),
    ('the quarter', QUARTER, '2018-35', '2018-Q3', 'the one spoken of'),
    ('the quarter', PAGE, '2018-36', '2018-Q4', 'the last that is over'),
    ('the weekend', PAGE, '2019-02-16/2019-02-17', '2019-W07-WE', 'on a Saturday this one'),
    ('the year', PAGE, None, 'P1Y', 'how long, nothing more'),
    ('day', PAGE, None, 'P1D', 'how long, nothing more'),
    ('the days', PAGE, None, 'PXD', 'how many, nobody says'),
    ('centuries', PAGE, None, 'PXC', 'how many, nobody says'),
)  # fmt: skip

WEEKDAYS: tuple[Row, ...] = (
    ('Friday', PAGE, '2019-02-15', '2019-02-15', 'the last one'),
    ('Friday', TO_COME, '2019-02-22', '2019-02-22', 'the next one'),
    ('Saturday', PAGE, '2019-02-16', '2019-02-16', "the page's own"),
    ('last Friday', PAGE, '2019-02-15', '2019-02-15', 'the one before'),
    ('next Friday', PAGE, '2019-02-22', '2019-02-22', 'of next week'),
    ('this Friday', PAGE, '2019-02-15', '2019-02-15', 'of this week'),
    ('this Friday', TO_COME, '2019-02-22', '2019-02-22', 'told on a Saturday, of next week'),
    ('this Sunday', PAST, '2019-02-10', '2019-02-10', 'told as past, of last week'),
    ('the previous Tuesday', TOLD, '2016-05-03', '2016-05-03', 'before what was told'),
    ('the previous Tuesday', PAGE, '2019-02-12', '2019-02-12', 'before the page where nothing was told'),
    ('this coming Friday', PAGE, '2019-02-22', '2019-02-22', 'the first ahead'),
    ("Friday's", PAGE, '2019-02-15', '2019-02-15', 'an apostrophe'),
    ('Fri.', PAGE, '2019-02-15', '2019-02-15', 'short'),
    ('the following Tuesday', TOLD, '2016-05-10', '2016-05-10', 'after what was told'),
    ('the preceding Tuesday', TOLD, '2016-05-03', '2016-05-03', 'before what was told'),
    ('Tuesday of next week', PAGE, '2019-02-19', '2019-02-19', 'of a week'),
    ('Wednesday last week', PAGE, '2019-02-06', '2019-02-06', 'of a week'),
    ("next week's Tuesday", PAGE, '2019-02-19', '2019-02-19', 'of a week'),
    ('last week on Friday', PAGE, '2019-02-08', '2019-02-08', 'of a week'),
    ('two Sundays ago', PAGE, '2019-02-03', '2019-02-03', 'counted back'),
    ('two Fridays from now', PAGE, '2019-03-01', '2019-03-01', 'counted ahead'),
    ('yesterday (Friday)', PAGE, '2019-02-15', '2019-02-15', 'told twice'),
    ('tomorrow, 17 February', PAGE, '2019-02-17', '2019-02-17', 'the day told in full counts'),
    ('Monday two weeks ago', PAGE, '2019-01-28', '2019-01-28', 'the day in a week'),
    ('Friday, the 15th of February', PAGE, '2019-02-15', '2019-02-15', 'the day told in full counts'),
)  # fmt: skip


@pytest.mark.parametrize(("words", "moment", "edtf", "timex", "why"), [*NEAR, *UNITS_BESIDE, *WEEKDAYS])
def test_each_means(words: str, moment: Moment, edtf: str | None, timex: str | None, why: str) -> None:
    assert reckoned(words, moment) == (edtf, timex), why
