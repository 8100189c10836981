"""All leanings summed: the shares of days, the best run of months, what is given and with what confidence."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Span
from dragoman.assemble.dating.leanings import FIRST_YEAR, LAST_YEAR, Leaning
from dragoman.assemble.dating.published import CARRIES_OVER, argue_published
from dragoman.assemble.dating.reckoning import (
    AT_LEAST,
    CALIBRATION,
    FIRST_DAY,
    GRAINS,
    LAST_DAY,
    Grain,
    Reckoned,
    calibrated,
    likeliest,
    reckon,
)
from dragoman.assemble.days import Days
from dragoman.record import Evidence
from tests.assemble.dating.pages import body, page

WORDS = Evidence.of(page(("body", "May")), Span(0, 3))


def leaning(kind: str, *stretches: tuple[str, str, float], otherwise: float = 0.0, checked: bool = True) -> Leaning:
    days = tuple((Days(date.fromisoformat(a), date.fromisoformat(b)), weight) for a, b, weight in stretches)
    return Leaning(kind, WORDS, kind, days, otherwise, checked=checked)


ONE_MONTH = leaning("a", ("2012-05-01", "2012-05-31", 0.0), otherwise=-9.0)
ITS_YEAR = leaning("b", ("2012-01-01", "2012-12-31", 0.0), otherwise=-9.0)

days = st.dates(FIRST_DAY, LAST_DAY)
stretches = st.lists(st.tuples(days, st.integers(0, 4000), st.floats(-6, 0)), max_size=4)
weekdays = st.one_of(st.just(()), st.tuples(*[st.floats(-3, 0)] * 7))


@st.composite
def some_leaning(draw: st.DrawFn) -> Leaning:
    """Stretches that do not overlap, as those of every leaning."""
    made: list[tuple[Days, float]] = []
    for first, length, weight in sorted(draw(stretches)):
        if not made or first > made[-1][0].last:
            made.append((Days(first, min(first + timedelta(days=length), LAST_DAY)), weight))
    return Leaning("some", WORDS, "some", tuple(made), draw(st.floats(-6, 0)), draw(weekdays))


def share_by_days(found: list[Leaning], asked: Days, last: date) -> float:
    """The share of some days, summed day by day: slow, and plain to see."""
    every = [exp(sum(one.at(day) for one in found)) for day in Days(FIRST_DAY, last).each()]
    inside = sum(belief for day, belief in zip(Days(FIRST_DAY, last).each(), every, strict=True) if day in asked)
    return inside / sum(every)


@given(st.lists(some_leaning(), min_size=1, max_size=3), st.dates(date(1990, 3, 1), LAST_DAY))
@settings(max_examples=12, deadline=None)
def test_shares_are_those_of_days_summed_one_by_one(found: list[Leaning], last: date) -> None:
    for best in likeliest(tuple(found), last):
        assert best.share == pytest.approx(share_by_days(found, best.days, last), rel=1e-6, abs=1e-12)


@given(st.lists(some_leaning(), min_size=1, max_size=4), st.one_of(st.none(), st.dates(date(1989, 1, 1), date(2030, 1, 1))))
@settings(deadline=None)
def test_longer_runs_hold_more_and_none_begins_after_the_last_day(found: list[Leaning], until: date | None) -> None:
    best = list(likeliest(tuple(found), until))
    assert all(a.share <= b.share + 1e-9 for a, b in pairwise(best))
    assert all(0.0 <= one.share <= 1.0 + 1e-9 for one in best)
    assert all(one.days.first <= (until or LAST_DAY) for one in best)
    assert [one.grain for one in best] == [grain for grain in GRAINS if grain in {one.grain for one in best}]
    assert bool(best) == (until is None or until >= FIRST_DAY)


def test_the_whole_is_one() -> None:
    """Where a leaning allows one day only, day and month hold all there is."""
    one_day = leaning("a", ("2012-05-04", "2012-05-04", 0.0), otherwise=-500.0)
    day, month, *_ = likeliest((one_day,))
    assert (day.days.edtf(), month.days.edtf()) == ("2012-05-04", "2012-05")
    assert (day.share, month.share) == pytest.approx((1.0, 1.0))


def test_nothing_leans_to_nothing() -> None:
    assert list(likeliest(())) == []
    assert reckon(()) is None


@pytest.mark.parametrize("grain", GRAINS)
def test_confidence_rises_with_the_share(grain: Grain) -> None:
    steps = CALIBRATION[grain]
    assert all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(steps))
    told = [calibrated(grain, share / 100) for share in range(101)]
    assert told == sorted(told)
    assert max(told) < 0.9


def test_two_kinds_that_agree_are_given_with_their_confidence() -> None:
    found = reckon((ONE_MONTH, ITS_YEAR))
    assert found is not None
    assert found.edtf == "2012-05"
    assert found.confidence >= AT_LEAST
    assert [one.kind for one in found.support] == ["a", "b"]


@pytest.mark.parametrize(
    ("found", "until", "why"),
    [
        ((ONE_MONTH,), None, "one kind of clue alone"),
        ((ONE_MONTH, ONE_MONTH), None, "the same kind twice"),
        ((leaning("a", ("2012-01-01", "2019-12-31", 0.0), otherwise=-9.0), leaning("b")), None, "eight years: too wide"),
        ((ONE_MONTH, ITS_YEAR), date(1989, 12, 31), "read before all the days there are"),
    ],
)
def test_nothing_is_given(found: tuple[Leaning, ...], until: date | None, why: str) -> None:
    assert reckon(found, until) is None, why


def test_rows_recalled_from_memory_decide_nothing_alone() -> None:
    recalled = (
        leaning("a", ("2012-05-01", "2012-05-31", 0.0), otherwise=-9.0, checked=False),
        leaning("b", ("2012-05-01", "2012-06-30", 0.0), otherwise=-9.0, checked=False),
    )
    assert reckon(recalled) is None
    assert reckon((*recalled, ITS_YEAR)) is not None


@pytest.mark.parametrize(
    ("days", "edtf"),
    [
        (Days(date(2012, 5, 4), date(2012, 5, 4)), "2012-05-04"),
        (Days(date(2012, 5, 1), date(2012, 5, 31)), "2012-05"),
        (Days(date(2012, 1, 1), date(2012, 12, 31)), "2012"),
        (Days(date(2012, 3, 1), date(2012, 5, 31)), "2012-03/2012-05"),
        (Days(date(2011, 7, 1), date(2012, 6, 30)), "2011-07/2012-06"),
    ],
)
def test_the_answer_as_edtf(days: Days, edtf: str) -> None:
    assert Reckoned(days, "month", 0.5, 0.7, ()).edtf == edtf


FLOOD = (
    "The harbour flooded on Friday, 4 May, and again in June 2012. President Barack Obama sent two envoys. "
    "The 2012 election is months away, and the pier of 2011 is gone."
)


def test_a_page_of_words_gets_months_with_what_they_rest_on() -> None:
    article, annotations = body(FLOOD)
    found = argue_published(article, annotations)
    assert found is not None
    assert all(end.endswith("?") and len(end) <= len("2012-06?") for end in found.edtf.split("/")), "months, and not sure"
    assert found.edtf.startswith("2012")
    assert found.confidence is not None
    assert AT_LEAST * CARRIES_OVER <= found.confidence < 0.9
    assert len(found.evidence) > 1
    assert all(evidence.span and article[evidence.span] == evidence.text for evidence in found.evidence)


def test_gatherings_that_months_rest_on_are_named_with_their_source() -> None:
    text = "The G20 summit in Osaka will be held in June. Prime Minister Shinzo Abe spoke. The pier fell in 2018."
    article, annotations = body(text)
    found = argue_published(article, annotations)
    assert found is not None
    assert "2018-06" <= found.edtf < "2019-06-28"
    assert found.basis["lexicon: 14th G20 summit"].startswith("2019-06-28/2019-06-29 (http")


def test_days_and_months_alone_give_no_date() -> None:
    article, annotations = body("The harbour flooded on Friday, 4 May, and again in June. It reopens on 3 July.")
    assert argue_published(article, annotations) is None


def test_the_years_are_those_of_the_tables() -> None:
    assert (FIRST_DAY.year, LAST_DAY.year) == (FIRST_YEAR, LAST_YEAR)
