"""Which days a stored date may mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.days import FIRST, LAST, days_of
from tests.store.edtf import dates


@pytest.mark.parametrize(
    ("edtf", "days", "why"),
    [
        ("2019-02-16", ("2019-02-16", "2019-02-16"), "a day"),
        ("2019-02", ("2019-02-01", "2019-02-28"), "a month"),
        ("2020-02", ("2020-02-01", "2020-02-29"), "in a leap year"),
        ("2019", ("2019-01-01", "2019-12-31"), "a year"),
        ("2019-21", ("2019-01-01", "2019-12-31"), "a season: its months depend on where one is"),
        ("2019-24", ("2019-01-01", "2019-12-31"), "winter lies in two years in the north"),
        ("2019-29", ("2019-01-01", "2019-12-31"), "a season of the south"),
        ("2019-33", ("2019-01-01", "2019-03-31"), "the first quarter"),
        ("2019-34", ("2019-04-01", "2019-06-30"), "the second"),
        ("2019-36", ("2019-10-01", "2019-12-31"), "the last"),
        ("2019-37", ("2019-01-01", "2019-04-30"), "the first third"),
        ("2019-39", ("2019-09-01", "2019-12-31"), "the last"),
        ("2019-40", ("2019-01-01", "2019-06-30"), "the first half"),
        ("2019-41", ("2019-07-01", "2019-12-31"), "the second"),
        ("2019-42", None, "no such part"),
        ("2019-33-01", None, "a quarter has no days of its own"),
        ("2019-02~", ("2019-02-01", "2019-02-28"), "about then"),
        ("2019?", ("2019-01-01", "2019-12-31"), "perhaps then"),
        ("2019-02-16T10:30Z", ("2019-02-16", "2019-02-16"), "with a time of day"),
        ("2019%", ("2019-01-01", "2019-12-31"), "perhaps about then"),
        ("2019-02~-16", ("2019-02-16", "2019-02-16"), "doubt about a part of it"),
        ("?2019-02", ("2019-02-01", "2019-02-28"), "the sign before it"),
        ("20?19", None, "the sign inside a year"),
        ("2019-02-16T10:30+09:00", ("2019-02-16", "2019-02-16"), "as its zone writes it"),
        ("201X", ("2010-01-01", "2019-12-31"), "some year of ten"),
        ("19XX", ("1900-01-01", "1999-12-31"), "some year of a hundred"),
        ("000X", (FIRST, "0009-12-31"), "there is no year 0"),
        ("2019-XX", ("2019-01-01", "2019-12-31"), "some month"),
        ("2019-02-XX", ("2019-02-01", "2019-02-28"), "some day"),
        ("2019-02-16/2019-03", ("2019-02-16", "2019-03-31"), "from a day to a month"),
        ("2019-02-16/..", ("2019-02-16", LAST), "open at its end"),
        ("/2019", (FIRST, "2019-12-31"), "at its beginning"),
        ("../2019-05-14", (FIRST, "2019-05-14"), "at its beginning, as level 1 writes it"),
        ("2012/", ("2012-01-01", LAST), "at its end, as level 0 did"),
        ("2019-02~/2019-34?", ("2019-02-01", "2019-06-30"), "signs of doubt at both ends"),
        ("199X/200X", ("1990-01-01", "2009-12-31"), "from a decade to another"),
        ("2019-02-16T10:00/2019-02-17T01:30", ("2019-02-16", "2019-02-17"), "with times of day"),
        ("[2021-03-04,2021-04-03]", ("2021-03-04", "2021-04-03"), "one of two days"),
        ("[2021-04-03, 2021-03-04]", ("2021-03-04", "2021-04-03"), "in any order"),
        ("{1960,1961-12}", ("1960-01-01", "1961-12-31"), "all of two"),
        ("[1667,1670..1672]", ("1667-01-01", "1672-12-31"), "one of several in a row"),
        ("[..1760-12-03]", (FIRST, "1760-12-03"), "that day or an earlier one"),
        ("[1760-12..]", ("1760-12-01", LAST), "that month or a later one"),
        ("[2021-03-04,2021-02-30]", None, "one of them is no day"),
        ("[2021-03-04,]", None, "one of them is nothing"),
        ("[2021,2022", None, "not closed"),
        ("[]", None, "one of none"),
        ("[", None, "nor that"),
        ("[..]", None, "it says nothing"),
        ("2019/2020/2021", None, "no interval has three ends"),
        ("2006-02-29", None, "no leap year"),
        ("2XX6-02-29", None, "not in all of them"),
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


@given(ends=st.tuples(dates, dates))
def test_an_interval_reaches_from_its_beginning_to_its_end(ends: tuple[str, str]) -> None:
    (begins, ends_), (first, last) = ends, (days_of(ends[0]) or ("", ""), days_of(ends[1]) or ("", ""))
    whole = days_of(f"{begins}/{ends_}")
    assert whole == ((first[0], last[1]) if first[0] <= last[1] else None)
    assert days_of(f"{begins}/..") == (first[0], LAST)
    assert days_of(f"../{ends_}") == (FIRST, last[1])


@given(members=st.lists(dates, min_size=1, max_size=5))
def test_a_set_covers_each_of_its_members(members: list[str]) -> None:
    each = [days_of(member) or ("", "") for member in members]
    for brackets in ("[]", "{}"):
        whole = days_of(brackets[0] + ",".join(members) + brackets[1])
        assert whole == (min(first for first, _ in each), max(last for _, last in each))


@given(st.text() | st.text("0123456789X-/.~?T[]{},", max_size=30))
def test_any_text_has_days_in_order_or_none(text: str) -> None:
    first, last = days_of(text) or (FIRST, LAST)
    assert date.fromisoformat(first) <= date.fromisoformat(last)
