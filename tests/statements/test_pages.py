"""Whole pages: who said what to whom, how, when and in answer to what, statement by statement.

The pages in ``tests/pages`` were written for these tests; ``annotated`` says how the annotations beside them are read.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from tests.statements.annotated import Annotated, Compared, Row, compare, expected, pages, place
from tests.statements.reading import read_page

ROWS = [pytest.param(page, row, id=f"{page.path.stem}: {row['id']}") for page in pages() for row in page.statements]
PEOPLE = [pytest.param(page, person, id=f"{page.path.stem}: {person['name']}") for page in pages() for person in page.people]
MOST_MORE = 1
"""Statements said or written that a page may be read to hold beyond the annotation: readers differ on so many."""


@cache
def compared(page: Annotated) -> Compared:
    return compare(page, read_page(page.path))


each_page = pytest.mark.parametrize("page", pages(), ids=lambda page: page.path.stem)


@pytest.mark.parametrize(("page", "row"), ROWS)
def test_a_statement(page: Annotated, row: Row) -> None:
    told = compared(page).told(row)
    assert told is not None, f"not read: {row['content']}"
    assert told == expected(row)


@each_page
def test_hardly_more_than_the_statements_of_the_page(page: Annotated) -> None:
    text = compared(page).record.article.text
    more = [s for s in compared(page).more if s.manner != "held"]
    assert len(more) <= MOST_MORE, [[text[slice(*piece)] for piece in s.content] for s in more]


@pytest.mark.parametrize(("page", "person"), PEOPLE)
def test_a_person_is_one_with_office_and_state(page: Annotated, person: dict[str, Any]) -> None:
    known = {actor.id: actor.name for actor in compared(page).record.actors}
    names = {person["name"], *person["names"]}
    found = [a for a in compared(page).record.actors if a.kind == "person" and names & {a.name, *a.names}]
    assert [sorted({a.name, *a.names}) for a in found] == [sorted(names)]
    held = {(office.title, known.get(office.of or "")) for actor in found for office in actor.offices}
    assert (person["office"], person["of"]) in held


@each_page
def test_the_day_of_the_page(page: Annotated) -> None:
    published = compared(page).record.published
    assert published is not None
    assert published.edtf == page.published


@each_page
def test_annotations_stand_in_the_page(page: Annotated) -> None:
    text = compared(page).record.article.text
    ids = [row["id"] for row in page.statements]
    assert len(set(ids)) == len(ids)
    for row in page.statements:
        for key in ("mention", "cue"):
            start, end = place(text, row[key], row.get(f"{key}_nth", 1))
            assert text[start:end] == row[key]
            assert not text[start - 1].isalnum() if start else True, f"{row['id']}: {key} begins inside a word"
        assert [text.count(words) for words in row["content"]] == [1] * len(row["content"]), row["id"]
        assert row.get("inside") is None or (row["inside"] in ids and row["nested"])
        assert row.get("answers") is None or row["answers"] in ids
