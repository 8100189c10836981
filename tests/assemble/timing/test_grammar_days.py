"""Days of the calendar: in numbers, by their month's name, by their number alone."""

from __future__ import annotations

import pytest

from dragoman.assemble.timing.moments import Moment
from tests.assemble.timing.reckoned import DAY_FIRST, MONTH_FIRST, PAGE, PAST, TO_COME, TOLD, Row, reckoned

DAYS: tuple[Row, ...] = (
    ('2019-02-16', PAGE, '2019-02-16', '2019-02-16', 'ISO 8601'),
    ('2020-02-30', PAGE, None, None, 'no such day'),
    ('2019-02-16T17:05:00+03:00', PAGE, '2019-02-16', '2019-02-16T17:05:00+03:00', 'with its time and zone'),
    ('Friday, 2019-02-15 17:05 UTC', PAGE, '2019-02-15', '2019-02-15T17:05Z', 'a time behind a blank'),
    ('2019/2/16', PAGE, '2019-02-16', '2019-02-16', 'with slashes'),
    ('2019.02.16', PAGE, '2019-02-16', '2019-02-16', 'with points'),
    ('20190216', PAGE, '2019-02-16', '2019-02-16', 'without marks'),
    ('2019-W07', PAGE, '2019-02-11/2019-02-17', '2019-W07', 'an ISO week'),
    ('2019-W07-6', PAGE, '2019-02-16', '2019-02-16', 'a day of an ISO week'),
    ('2019-W60', PAGE, None, None, 'no such week'),
    ('2015-W53', PAGE, '2015-12-28/2016-01-03', '2015-W53', "a long year's last week"),
    ('2019-W53', PAGE, None, None, '2019 has 52 weeks'),
    ('4/3', DAY_FIRST, '2019-03-04', '2019-03-04', "day first by the page's locale"),
    ('4/3', MONTH_FIRST, '2019-04-03', '2019-04-03', "month first by the page's locale"),
    ('4/3', PAGE, '[2019-03-04,2019-04-03]', '2019-03-04|2019-04-03', 'nothing tells which'),
    ('25/12', MONTH_FIRST, '2018-12-25', '2018-12-25', 'only one reading is sound'),
    ('Friday 3.5', DAY_FIRST, '2019-05-03', '2019-05-03', 'a weekday tells that it is a date'),
    ('04/03/2019', DAY_FIRST, '2019-03-04', '2019-03-04', 'day first'),
    ('04/03/2019', PAGE, '[2019-03-04,2019-04-03]', '2019-03-04|2019-04-03', 'either of two days'),
    ('03.05.19', DAY_FIRST, '2019-05-03', '2019-05-03', 'two digits of a year'),
    ('31/12/99', MONTH_FIRST, '1999-12-31', '1999-12-31', 'two digits of the last century'),
    ('32/13/2019', PAGE, None, None, 'no such day'),
    ('08/12, 2015', MONTH_FIRST, '2015-08-12', '2015-08-12', 'a comma before the year'),
    ('16 February 2019', PAGE, '2019-02-16', '2019-02-16', 'day, month, year'),
    ('Saturday, 16th of February, 2019', PAGE, '2019-02-16', '2019-02-16', 'with its weekday'),
    ('16-Feb-2019', PAGE, '2019-02-16', '2019-02-16', 'with dashes'),
    ('16/feb/2019', PAGE, '2019-02-16', '2019-02-16', 'with slashes'),
    ('the twenty-first of September', PAGE, '2018-09-21', '2018-09-21', 'in words'),
    ('twenty second of June 2017', PAGE, '2017-06-22', '2017-06-22', 'second is an ordinal behind twenty'),
    ('2 Sept. 2018', PAGE, '2018-09-02', '2018-09-02', 'an abbreviated month'),
    ('February 16, 2019', PAGE, '2019-02-16', '2019-02-16', 'month first'),
    ('Feb.16, 2019', PAGE, '2019-02-16', '2019-02-16', 'no blank behind the point'),
    ('Feb-16', TO_COME, '2019-02-16', '2019-02-16', 'a dash, no year'),
    ('Feb 16-2019', PAGE, None, None, 'not a day'),
    ('Dec/2', PAGE, '2018-12-02', '2018-12-02', 'a slash'),
    ('feb-16-2019', PAGE, '2019-02-16', '2019-02-16', 'dashes'),
    ('March 8', PAGE, '2019-03-08', '2019-03-08', 'the nearest'),
    ('January 8', PAST, '2019-01-08', '2019-01-08', 'the last one'),
    ('March 8', PAST, '2019-03-08', '2019-03-08', 'close by: a trip to come, told in the past'),
    ('Friday, Oct. 13', PAGE, '2018-10-13', '2018-10-13', 'no near year agrees: the weekday may be wrong'),
    ('Monday, March 11', PAGE, '2019-03-11', '2019-03-11', "the weekday agrees with this year's"),
    ('next Friday, 22 February', PAGE, '2019-02-22', '2019-02-22', "the side is the weekday's"),
    ('May 7', TOLD, '2016-05-07', '2016-05-07', 'of the year told in the same breath'),
    ('29 February', PAGE, '2020-02-29', '2020-02-29', 'the nearest year that has it'),
    ('31 February 2019', PAGE, None, None, 'no such day'),
    ('31 February', PAGE, None, None, 'in no year'),
    ('30 February', PAGE, None, None, 'in no year'),
    ('25 March this year', PAGE, '2019-03-25', '2019-03-25', 'the year told another way'),
    ('March 25 of last year', PAGE, '2018-03-25', '2018-03-25', 'the year told another way'),
    ('31 June last year', PAGE, None, None, 'in no year'),
    ('2019-feb-16', PAGE, '2019-02-16', '2019-02-16', 'month in letters'),
    ('2019 February 16', PAGE, '2019-02-16', '2019-02-16', 'year first'),
    ("'98 May 5", PAGE, '1998-05-05', '1998-05-05', 'two digits of a year first'),
    ('from 3 to 5 May 2018', PAGE, '2018-05-03/2018-05-05', '2018-05-03/2018-05-05', 'two days of a month'),
    ('15-17 February 2019', PAGE, '2019-02-15/2019-02-17', '2019-02-15/2019-02-17', 'with a dash'),
    ('2 and 3 March', PAGE, '2019-03-02/2019-03-03', '2019-03-02/2019-03-03', 'two days in a row'),
    ('5 to 3 May 2018', PAGE, None, None, 'ends before it begins'),
    ('May 9-11', PAGE, '2019-05-09/2019-05-11', '2019-05-09/2019-05-11', 'month first'),
    ('February 27 to 31', PAGE, None, None, 'no such end'),
    ('November between 19 and 20', PAGE, '2018-11-19/2018-11-20', '2018-11-19/2018-11-20', 'month before the words'),
    ('the 15th', PAGE, '2019-02-15', '2019-02-15', 'of the nearest month'),
    ('Friday the 15th', PAGE, '2019-02-15', '2019-02-15', 'the weekday decides the month'),
    ('the 31st', TO_COME, '2019-03-31', '2019-03-31', 'the next month that has it'),
    ('Friday 15', PAGE, '2019-02-15', '2019-02-15', 'a number behind a weekday'),
    ('the 20th of next month', PAGE, '2019-03-20', '2019-03-20', 'of a month told beside it'),
    ('the 3rd day of May', PAGE, '2019-05-03', '2019-05-03', 'of a month'),
    ('the 3rd of this month', PAGE, '2019-02-03', '2019-02-03', 'of this month'),
    ('15 next month', PAGE, '2019-03-15', '2019-03-15', 'without of'),
)  # fmt: skip


@pytest.mark.parametrize(("words", "moment", "edtf", "timex", "why"), [*DAYS])
def test_each_means(words: str, moment: Moment, edtf: str | None, timex: str | None, why: str) -> None:
    assert reckoned(words, moment) == (edtf, timex), why
