"""``said_on``: the day that a statement's own sentence tells, reckoned from the page's date."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import Page, read
from dragoman.assemble.said_on import day_before, day_named

FRIDAY = date(2025, 11, 14)


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("Friday", "2025-11-14", "the day of the report itself"),
        ("Monday", "2025-11-10", "the last one before it"),
        ("Saturday", "2025-11-08", "six days back is still the last one"),
        ("yesterday", "2025-11-13", "a day back"),
        ("today", "2025-11-14", "no day back"),
        ("tomorrow", None, "nothing was said tomorrow"),
        ("last Monday", None, "this week's or the week before's: not decided here"),
        ("3 November", "2025-11-03", "the year of the report"),
        ("December 3", "2024-12-03", "the coming December has not been yet"),
        ("3 November 2023", "2023-11-03", "told whole"),
        ("3 December 2025", None, "after the report"),
        ("November", None, "no day"),
        ("31 November", None, "no such day"),
        ("30 February", None, "no year had one"),
    ],
)
def test_the_day_that_words_name(words: str, expected: str | None, why: str) -> None:
    found = day_before(words, FRIDAY)
    assert (found.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [("2025-11-14", FRIDAY), ("2025-11", None), ("2025-11-14/2025-11-16", None), ("2025-11~", None), ("2025-13-40", None)],
)
def test_only_a_single_day_anchors(edtf: str, expected: date | None) -> None:
    assert day_named(edtf) == expected


PAGE = """OSLO, 14 November 2025 (Lakeside Wire) - Norway will host the talks, Foreign Minister Ingrid Solheim said on Wednesday.

"We open the doors on Saturday", Solheim told reporters.

Solheim said Marenia's delegation had arrived on Tuesday.
"""


def test_a_day_outside_what_was_said_dates_the_statement_and_is_evidence() -> None:
    statements = sorted(read(Page("page.txt", PAGE.encode())).statements, key=lambda statement: statement.content)
    said = [(PAGE[s.content[0].start : s.content[0].end], s.said_on) for s in statements]
    assert said[0] == ("Norway will host the talks", "2025-11-12")
    assert said[1] == ("We open the doors on Saturday", None), "the day is what was said, not when"
    assert said[2][1] is None, "so is the delegation's day"
    assert "Wednesday" in {evidence.text.removeprefix("on ") for evidence in statements[0].evidence}
    assert "reckoned from 2025-11-14" in statements[0].basis["said_on"]
