"""The table of gatherings: dates that can be, names that lead to it, sources that are stated."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from dragoman.lexicon import table
from dragoman.lexicon.calendar import month_number, small_number, weekday_number
from dragoman.lexicon.gatherings import editions, editions_of, names, ordinal

SERIES = sorted({edition.series for edition in editions()})


def test_an_edition_lasts_one_day_to_three_weeks() -> None:
    assert [edition.name for edition in editions() if not 0 <= (edition.ends - edition.begins).days <= 21] == []


def test_an_edition_has_a_host_and_a_source() -> None:
    assert [edition.name for edition in editions() if not edition.countries] == []
    assert [e.name for e in editions() if not (e.source.startswith("http") or e.source == "recalled, unchecked")] == []
    assert [edition.name for edition in editions() if edition.checked != edition.source.startswith("http")] == []


@pytest.mark.parametrize("series", SERIES)
def test_a_series_is_in_order_and_counts_upwards(series: str) -> None:
    held = editions_of(series)
    assert [edition.begins for edition in held] == sorted(edition.begins for edition in held)
    numbers = [edition.number for edition in held if edition.number is not None]
    assert all(first < second for first, second in pairwise(numbers))


@pytest.mark.parametrize("series", SERIES)
def test_reports_have_a_name_for_every_series(series: str) -> None:
    assert series in names().values()


def test_every_name_leads_to_a_series_that_was_held() -> None:
    assert set(names().values()) == set(SERIES)
    assert len(names()) == sum(len(row["names"].split("|")) for row in table("gathering_names")), "one name, one series"


@pytest.mark.parametrize(
    ("series", "day", "name", "why"),
    [
        ("Munich Security Conference", date(2007, 2, 10), "43rd Munich Security Conference", "counted, three days"),
        ("NATO summit", date(2018, 7, 11), "2018 NATO summit", "NATO counts none: the year names it"),
        ("G20 summit", date(2019, 6, 28), "14th G20 summit", "two days"),
        ("UN Climate Change Conference", date(2022, 11, 18), "27th UN Climate Change Conference", "two weeks"),
    ],
)
def test_a_day_finds_its_edition(series: str, day: date, name: str, why: str) -> None:
    assert [edition.name for edition in editions_of(series) if edition.begins <= day <= edition.ends] == [name], why


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (21, "21st"), (55, "55th"), (113, "113th")],
)
def test_ordinals(number: int, said: str) -> None:
    assert ordinal(number) == said


def test_names_of_the_calendar_by_their_first_letters() -> None:
    assert [month_number(name) for name in ("January", "Sept.", "dec", "Monday")] == [1, 9, 12, None]
    assert [weekday_number(name) for name in ("Monday", "sunday", "Thurs.", "May")] == [0, 6, 3, None]
    assert [small_number(word) for word in ("3", "three", "a", "several")] == [3, 3, 1, None]
