"""Which days a stored date may mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.days import FIRST, LAST, days_of


@pytest.mark.parametrize(
    ("edtf", "days", "why"),
    [
        ("2019-02-16", ("2019-02-16", "2019-02-16"), "a day"),
        ("2019-02", ("2019-02-01", "2019-02-28"), "a month"),
        ("2020-02", ("2020-02-01", "2020-02-29"), "in a leap year"),
        ("2019", ("2019-01-01", "2019-12-31"), "a year"),
        ("2019-21", ("2019-01-01", "2019-12-31"), "a season: its months depend on where one is"),
        ("2019-02~", ("2019-02-01", "2019-02-28"), "about then"),
        ("2019?", ("2019-01-01", "2019-12-31"), "perhaps then"),
        ("2019-02-16T10:30Z", ("2019-02-16", "2019-02-16"), "with a time of day"),
        ("201X", ("2010-01-01", "2019-12-31"), "some year of ten"),
        ("2019-XX", ("2019-01-01", "2019-12-31"), "some month"),
        ("2019-02-XX", ("2019-02-01", "2019-02-28"), "some day"),
        ("2019-02-16/2019-03", ("2019-02-16", "2019-03-31"), "from a day to a month"),
        ("2019-02-16/..", ("2019-02-16", LAST), "open at its end"),
        ("/2019", (FIRST, "2019-12-31"), "at its beginning"),
        ("2019-13", None, "no such month"),
        ("2019-02-29", None, "no such day"),
        ("0000", None, "no such year"),
        ("2019/2018", None, "it ends before it begins"),
        ("../..", None, "it says nothing"),
        ("", None, "nothing"),
        ("last Friday", None, "words"),
        ("２０１９", None, "digits of another script"),
        ("2019-02-16 ", None, "a blank too many"),
    ],
)
def test_days_of(edtf: str, days: tuple[str, str] | None, why: str) -> None:
    assert days_of(edtf) == days, why


@given(st.dates())
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    iso = day.isoformat()
    assert days_of(iso) == (iso, iso)
    for wider in (iso[:7], iso[:4]):
        first, last = days_of(wider) or ("", "")
        assert first <= iso <= last
        assert date.fromisoformat(first).day == 1
        assert last == "9999-12-31" or (date.fromisoformat(last) + timedelta(days=1)).day == 1


@given(st.text() | st.text("0123456789X-/.~?T", max_size=30))
def test_any_text_has_days_in_order_or_none(text: str) -> None:
    first, last = days_of(text) or (FIRST, LAST)
    assert date.fromisoformat(first) <= date.fromisoformat(last)
