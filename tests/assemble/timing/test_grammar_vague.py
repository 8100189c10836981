"""Times that come again, and words that tell no day."""

from __future__ import annotations

import pytest

from dragoman.assemble.timing.moments import Moment
from tests.assemble.timing.reckoned import PAGE, Row, reckoned

SETS: tuple[Row, ...] = (
    ('daily', PAGE, None, 'P1D', 'each day'),
    ('annually', PAGE, None, 'P1Y', 'each year'),
    ('all year round', PAGE, None, 'P1Y', 'each year'),
    ('twice-a-decade', PAGE, None, 'P1E', 'with hyphens'),
    ('a very long time ago', PAGE, None, 'PAST_REF', 'vague'),
    ('every two years', PAGE, None, 'P2Y', 'each second'),
    ('every other day', PAGE, None, 'P2D', 'each second'),
    ('twice a week', PAGE, None, 'P1W', 'in each'),
    ('each month', PAGE, None, 'P1M', 'each'),
    ('once every quarter', PAGE, None, 'P1Q', 'each'),
    ('every Friday', PAGE, None, 'XXXX-WXX-5', 'each'),
    ('every Sunday morning', PAGE, None, 'XXXX-WXX-7TMO', 'each'),
    ('Tuesday nights', PAGE, None, 'XXXX-WXX-2TNI', 'each'),
    ('Mondays', PAGE, None, 'XXXX-WXX-1', 'each'),
    ('every May', PAGE, None, 'XXXX-05', 'each'),
    ('every summer', PAGE, None, 'XXXX-SU', 'each'),
    ('every morning', PAGE, None, 'XXXX-XX-XXTMO', 'each'),
)  # fmt: skip

VAGUE: tuple[Row, ...] = (
    ('recent years', PAGE, None, 'PAST_REF', 'before'),
    ('recent days and weeks', PAGE, None, 'PAST_REF', 'before'),
    ('recently', PAGE, None, 'PAST_REF', 'before'),
    ('lately', PAGE, None, 'PAST_REF', 'before'),
    ('previously', PAGE, None, 'PAST_REF', 'before'),
    ('in the past', PAGE, None, 'PAST_REF', 'before'),
    ('once', PAGE, None, 'PAST_REF', 'before'),
    ('at the time', PAGE, None, 'PAST_REF', 'then'),
    ('the near future', PAGE, None, 'FUTURE_REF', 'after'),
    ('soon', PAGE, None, 'FUTURE_REF', 'after'),
    ('one day', PAGE, None, 'P1D', 'how long: one can\'t tell from "some day"'),
    ('in due course', PAGE, None, 'FUTURE_REF', 'after'),
    ('a later date', PAGE, None, 'FUTURE_REF', 'after'),
    ('from time to time', PAGE, None, 'FUTURE_REF', 'at some times'),
    ('the coming months', PAGE, None, 'FUTURE_REF', 'after'),
    ('a while', PAGE, None, 'PXX', 'for some time'),
)  # fmt: skip


@pytest.mark.parametrize(("words", "moment", "edtf", "timex", "why"), [*SETS, *VAGUE])
def test_each_means(words: str, moment: Moment, edtf: str | None, timex: str | None, why: str) -> None:
    assert reckoned(words, moment) == (edtf, timex), why
