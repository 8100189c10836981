"""Rounds of talks told as last week's or last month's: the report is from the week or month after."""

from __future__ import annotations

import pytest

from dragoman.assemble.dating.talk_clues import talk_clues
from tests.assemble.dating.pages import body


@pytest.mark.parametrize(
    ("text", "windows", "why"),
    [
        ("Last month the six-party talks went into a third round of talks.", ["2004-07"], "by the talks' name"),
        (
            "Russian and Ukrainian envoys held the second round of talks last week.",
            ["2022-03-07/2022-03-13", "2025-06-09/2025-06-15"],
            "both series fit",
        ),
        ("Russia and Ukraine ended a fourth round of peace negotiations last month.", ["2022-04"], "the month after"),
        ("Russian envoys held the second round of talks last week.", [], "one side alone"),
        ("Russia and Ukraine held the ninth round of talks last week.", [], "no such round in the table"),
        ("Russia and Ukraine held the second round of talks.", [], "nothing counts from the report"),
        ("Russia and Ukraine held the second round of talks on Monday.", [], "a weekday says it by itself"),
        ("Last month Russia and Ukraine played the second round of the cup.", [], "no talks"),
    ],
)
def test_rounds(text: str, windows: list[str], why: str) -> None:
    assert [window.edtf() for clue in talk_clues(*body(text)) for window in clue.windows] == windows, why


def test_the_clue_shows_both_and_names_no_day() -> None:
    (clue,) = talk_clues(*body("Last month, Russia and Ukraine held the third round of talks."))
    assert clue.evidence.text == "Last month, Russia and Ukraine held the third round of talks"
    assert not clue.exact
    assert {edition.name for edition in clue.editions} == {
        "3rd round of the Russia-Ukraine talks",
        "3rd round of the Russia-Ukraine talks in Istanbul",
    }
