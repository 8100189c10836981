"""``said_on``: the day that a statement's own sentence tells, reckoned from the page's date."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import Page, read
from dragoman.assemble.published import day_named
from dragoman.assemble.said_on import day_before

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


def test_without_the_pages_day_only_whole_dates_name_one() -> None:
    assert day_before("5 March 2024", None) == date(2024, 3, 5)
    assert day_before("Monday", None) is None
    assert day_before("March 2024", None) is None


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


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("Ana Costa, who was elected on Monday, said the port was open.", [None], "a relative clause of the source"),
        ('"The port is open," said Ana Costa, who was elected on Monday.', [None], "behind the cue"),
        ('"The port is open," said Ana Costa, elected on Monday.', [None], "an apposition"),
        ("Ana Costa, the winner of Monday's vote, said the port was open.", [None], "an apposition before the cue"),
        ("The port was open, said a man arrested on Monday.", [None], "a participle"),
        (
            "The port was open, Ana Costa said on Monday after talks that began on Friday.",
            ["2025-11-10"],
            "the nearer is its own",
        ),
        ("The port was open, Ana Costa said after talks that began on Friday.", [None], "the talks' own day"),
        ("The port was open, Ana Costa said after a meeting with her counterpart on Thursday.", ["2025-11-13"], "said there"),
        ("The port was open, Ana Costa said after she arrived in Oslo on Thursday.", [None], "her arrival"),
        ("The port was open, Ana Costa said before a vote on Thursday.", [None], "the vote"),
        ("The port was open, Ana Costa said, a day after the attack on Monday.", [None], "the attack"),
        ("The port was open, Ana Costa said at talks in Oslo, Norway, on Thursday.", ["2025-11-13"], "a place between commas"),
        ("The port was open, Ana Costa said in a statement issued on Monday.", ["2025-11-10"], "that is how it was said"),
        ("On Monday, Ana Costa said the port was open.", ["2025-11-10"], "at the head"),
        ("When fighting broke out on Monday, Ana Costa said that the port was open.", [None], "a clause before it"),
        ("Ana Costa resigned on Monday, and Bob Ray said the port was open.", [None], "another's clause"),
        ("Ana Costa met Bob Ray on Monday and said the port was open.", [None], "another verb's"),
        ("Ana Costa, speaking on Monday, said the port was open.", ["2025-11-10"], "between commas, of the speech"),
        ("Ana Costa told reporters on Monday that the port was open.", ["2025-11-10"], "behind the addressee"),
        (
            "Ana Costa said on Monday that the port was open and added that it would close.",
            ["2025-11-10"] * 2,
            "in one breath",
        ),
    ],
)
def test_only_the_clause_of_the_cue_dates(sentence: str, expected: list[str | None], why: str) -> None:
    text = f"OSLO, 14 November 2025 (Lakeside Wire) - {sentence}\n"
    found = read(Page("page.txt", text.encode())).statements
    assert [statement.said_on for statement in sorted(found, key=lambda one: one.content)] == expected, why


def test_nothing_is_reckoned_from_a_modified_date() -> None:
    body = (
        "<p>Norway will host the talks, Foreign Minister Ingrid Solheim said on Wednesday in the harbour city of Bergen.</p>" * 3
    )
    head = '<meta property="article:{}_time" content="2025-11-14T10:00:00Z">'
    html = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    days = {}
    for role in ("published", "modified"):
        record = read(Page("page.html", html.format(role).encode()))
        assert record.published is not None
        days[role] = (record.published.edtf, {statement.said_on for statement in record.statements})
    assert days == {"published": ("2025-11-14", {"2025-11-12"}), "modified": ("2025-11-14", {None})}
