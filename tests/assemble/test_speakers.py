"""Who speaks, from text to record, by the rules: names, offices, pronouns, those who speak together, those nobody names."""

from __future__ import annotations

import pytest

from dragoman.article import Page
from dragoman.pipeline import read
from dragoman.record import Record, Statement

LEAD = "OSLO, March 3 2024 (Agency) - Norwegian Foreign Minister Kari Lund met Chilean Foreign Minister Ana Soto on Friday. "


def statement_of(text: str, words: str) -> tuple[Record, Statement]:
    record = read(Page("a.txt", text.encode()))
    return record, next(one for one in record.statements if record.article[one.content[0]].startswith(words))


def speakers(text: str, words: str) -> set[str]:
    record, statement = statement_of(text, words)
    names = {actor.id: actor.name for actor in record.actors}
    return {names[ref] for ref in statement.speakers}


@pytest.mark.parametrize(
    ("text", "words", "names", "why"),
    [
        (LEAD + "Lund said the ferry would sail.", "the ferry", {"Kari Lund"}, "a surname"),
        (LEAD + "The Chilean minister said the ferry would sail.", "the ferry", {"Ana Soto"}, "an office with a state"),
        (LEAD + "Lund said it was late. She added that the ferry would sail.", "the ferry", {"Kari Lund"}, "she who spoke"),
        (LEAD + "Oslo said the ferry would sail.", "the ferry", {"Norway"}, "a capital that speaks for its government"),
        (LEAD + "The Norwegian government said the ferry would sail.", "the ferry", {"Norway"}, "a government"),
        (LEAD + "Lund and Soto said the ferry would sail.", "the ferry", {"Kari Lund", "Ana Soto"}, "two by name"),
        (
            LEAD + "In a joint statement, Lund and Soto said it was late. Both ministers said the ferry would sail.",
            "the ferry",
            {"Kari Lund", "Ana Soto"},
            "both of those who spoke together",
        ),
        (
            LEAD + "Chilean officials and Soto said the ferry would sail.",
            "the ferry",
            {"Chilean officials", "Ana Soto"},
            "a noun and a name",
        ),
        (
            LEAD + "Lund, who also heads the port council, said the ferry would sail.",
            "the ferry",
            {"Kari Lund"},
            "a clause about her",
        ),
        (
            LEAD + "Gen. Iver Dahl said it was late. Gen Dahl said the ferry would sail.",
            "the ferry",
            {"Iver Dahl"},
            "ranks are no names",
        ),
        (
            LEAD + "An official at the World Bank said the ferry would sail.",
            "the ferry",
            {"An official at the World Bank"},
            "nobody named",
        ),
        (
            LEAD + "A source close to Soto said it was late. The source said the ferry would sail.",
            "the ferry",
            {"A source close to Soto"},
            "the same source",
        ),
        (
            LEAD + "Soto spoke with Lund. His spokesman said the ferry would sail.",
            "the ferry",
            {"His spokesman"},
            "somebody's spokesman is another",
        ),
        (
            LEAD + "“I know that Lund said the ferry would sail,” Soto said.",
            "the ferry would",
            {"Kari Lund"},
            "told by somebody quoted",
        ),
    ],
)
def test_who(text: str, words: str, names: set[str], why: str) -> None:
    assert speakers(text, words) == names, why


def test_an_inference_says_why() -> None:
    record, statement = statement_of(LEAD + "Lund said it was late. She added that the ferry would sail.", "the ferry")
    assert "she" in statement.basis["speakers"]
    said = {record.article[span] for actor in record.actors if actor.name == "Kari Lund" for span in actor.mentions}
    assert "She" in said


def test_whom_a_pronoun_can_not_mean() -> None:
    """Who is quoted would say "I"."""
    text = LEAD + 'Soto told reporters: "Lund knows the bay. She said the ferry would sail."'
    assert speakers(text, "the ferry would sail") == {"Kari Lund"}


def test_nobody_is_made_up() -> None:
    record, statement = statement_of("OSLO (Agency) - They said the ferry would sail.", "the ferry")
    assert statement.speakers == ()
    assert statement.mention is not None
    assert record.article[statement.mention] == "They"
