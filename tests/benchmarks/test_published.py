"""What the benchmark of the page's date puts into pages and takes out, how it counts answers and fits confidence."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fit_published import Answer, confidence, fitted
from benchmarks.published_forms import FORMS, saved_by_age, without_dates
from benchmarks.published_words import days_of, without_date_line

DAY = date(2020, 2, 1)
LATER = ("2021-03-07", "7 March 2021", "Mar 07, 2021", "07 Mar 2021")
HEAD = b'<meta name="pubdate" content="2020-02-01"><script type="application/ld+json">{"datePublished":"2020-02-01"}</script>'
TIME = b'<time datetime="2020-02-01">1 February 2020</time>'
PAGE = b"<html><head>%b</head><body><h1>Strait reopens</h1>%b<p>Boats may pass.</p></body></html>" % (HEAD, TIME)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_puts_in_a_later_day_or_an_age_and_takes_nothing_out(form: str) -> None:
    made = FORMS[form](PAGE, DAY).decode()
    if form == "as it is":
        assert made == PAGE.decode()
        return
    assert any(day in made for day in LATER) or " ago" in made
    assert made.count("2020-02-01") == 3
    assert "<p>Boats may pass.</p>" in made


def test_a_page_without_dates_keeps_its_words() -> None:
    assert without_dates(PAGE) == b"<html><head></head><body><h1>Strait reopens</h1><p>Boats may pass.</p></body></html>"


@pytest.mark.parametrize(
    ("seen", "shown"), [("a clock", "2020-02-04T18:20Z"), ("a crawl stamp", "crawl-date"), ("read then", "3 days ago")]
)
def test_a_page_saved_by_its_age(seen: str, shown: str) -> None:
    made = saved_by_age(PAGE, DAY, seen).decode()
    assert shown in made
    assert "<span>3 days ago</span><p>Boats" in made, "where its own date stood"
    assert "2020-02-01" not in made


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2020-02", ["2020-02"]),
        ("2019-11/2020-02", ["2019-11-01/2020-02-29"]),
        ("[2021-03-04,2021-04-03]", ["2021-03-04", "2021-04-03"]),
        ("soon", []),
    ],
)
def test_days_of_an_answer(edtf: str, days: list[str]) -> None:
    assert [each.edtf() for each in days_of(edtf)] == days


def test_a_date_line_is_blanked_in_place() -> None:
    words = "Strait reopens\n\nFebruary 1, 2020\n\nBoats may pass the strait again, the harbour master said on Saturday."
    blanked = without_date_line(words)
    assert len(blanked) == len(words)
    assert "2020" not in blanked
    assert blanked.endswith("on Saturday.")


@given(st.lists(st.builds(Answer, st.floats(0, 1), st.booleans()), min_size=1, max_size=300))
def test_fitted_steps_rise(answers: list[Answer]) -> None:
    steps = fitted(answers)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(steps))
    assert all(0 < right < 1 for _, right in steps)
    assert confidence(steps, -1.0) == 0.0
