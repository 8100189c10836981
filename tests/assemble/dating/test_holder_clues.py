"""Offices named with their holders: they bound the page's day, unless a word or a year says that the past is told."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.annotations import Sentence
from dragoman.article import Article, Stamp, StampRole
from dragoman.assemble.dating.holder_clues import holder_clues
from dragoman.assemble.dating.published import argue_published
from tests.assemble.dating.pages import body, noticed, page


@pytest.mark.parametrize(
    ("text", "windows", "why"),
    [
        ("President Emmanuel Macron opened the ferry line.", ["2017-05-14/.."], "in full"),
        ("President Macron opened the ferry line.", ["2017-05-14/.."], "by the last name"),
        ("Chancellor Angela Merkel’s office had no comment.", ["2005-11-22/2021-12-08"], "before an apostrophe"),
        ("President Donald Trump spoke.", ["2017-01-20/2021-01-20", "2025-01-20/.."], "two terms apart"),
        ("Former President Barack Obama spoke.", [], "no longer"),
        ("Vice President Joe Biden spoke.", ["2009-01-20/2017-01-20"], "the longer title counts, not the one inside it"),
        ("Deputy Prime Minister David Cameron spoke.", [], "somebody's deputy"),
        ("In 2011 President Barack Obama spoke.", [], "a sentence with a year may tell of the past"),
        ("President Quentin Nobody spoke.", [], "nobody the table knows"),
        ("The Romney campaign denied it.", ["2007-02-13/2008-02-07", "2011-06-02/2012-11-06"], "who stood twice"),
        ("The president spoke.", [], "no name"),
    ],
)
def test_offices_in_a_sentence(text: str, windows: list[str], why: str) -> None:
    told = [f"{w.first}/{'..' if w.last == date.max else w.last}" for clue in holder_clues(*_of(text)) for w in clue.windows]
    assert told == windows, why


def _of(text: str) -> tuple[Article, tuple[Sentence, ...]]:
    article, annotations = body(text)
    return article, annotations.sentences


def test_the_last_holder_in_time_is_nearest_to_the_page() -> None:
    clues = holder_clues(*_of("Chancellor Angela Merkel never met him. Chancellor Olaf Scholz did."))
    assert [clue.evidence.text for clue in clues] == ["Chancellor Olaf Scholz"]


def test_offices_alone_never_name_a_day() -> None:
    article, annotations = body("Prime Minister Liz Truss met President Emmanuel Macron and Chancellor Olaf Scholz.")
    found = argue_published(article, annotations)
    assert found is not None
    assert len(found.edtf) == len("2022-09?/2023-08?"), "months at best, and not sure"
    assert len([name for name in found.basis if name.startswith("lexicon: ")]) == 3


MET = "Secretary-General Ban Ki-moon met Secretary of State Hillary Clinton."


@pytest.mark.parametrize(
    ("where", "text", "edtf", "rejected", "why"),
    [
        (
            "time:datetime",
            MET,
            None,
            [],
            "nobody held the offices named; nothing else tells a day",
        ),
        (
            "time:datetime",
            MET + " The pier fell in June 2012.",
            "2012?",
            ["2021-06-01"],
            "the same, beside what the words say",
        ),
        ("time:datetime", "Secretary-General Ban Ki-moon spoke.", "2021-06-01", [], "one office alone is not enough"),
        ("time:datetime", MET + " President Joe Biden spoke.", "2021-06-01", [], "one of them was held then: the past is told"),
        ("json-ld:datePublished", MET, "2021-06-01", [], "what a head states is not thrown out for it"),
    ],
)
def test_a_stamp_against_offices(where: str, text: str, edtf: str | None, rejected: list[str], why: str) -> None:
    role: StampRole = "published" if where.startswith("json-ld") else "unknown"
    article = page(("body", text), stamps=(Stamp("2021-06-01", where, role, field=where),), **{where: "2021-06-01"})
    found = argue_published(article, noticed(article))
    assert (found.edtf if found else None) == edtf, why
    assert [no.edtf for no in found.rejected if no.why.startswith("contradicted: ")] == rejected if found else not rejected
