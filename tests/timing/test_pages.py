"""Whole pages: their own day, every time expression, the days of gatherings, of statements and of events.

The pages in ``tests/pages`` were written for these tests; ``annotated`` says how the annotations beside them are read.
"""

from __future__ import annotations

import pytest

from tests.statements.reading import read_page
from tests.timing.annotated import Dated, differences, pages, place
from tests.timing.event_days import MISSING, WantedEvent, event_differences

each_page = pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)


@each_page
def test_every_time_of_a_page(page: Dated) -> None:
    different = differences(page, read_page(page.path))
    assert not different, "\n" + "\n".join(different)


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
@each_page
def test_the_days_of_events(page: Dated) -> None:
    record = read_page(page.path)
    different = list(event_differences(record, [WantedEvent.of(record.article.text, *row) for row in page.gold["events"]]))
    assert not different, "\n" + "\n".join(different)


@each_page
def test_annotations_stand_in_the_page(page: Dated) -> None:
    text = read_page(page.path).article.text
    spans = [place(text, words, nth) for words, nth, *_ in page.gold["dates"]]
    assert len(set(spans)) == len(spans)
    shown = {tuple(span) for span, row in zip(spans, page.gold["dates"], strict=True) if "furniture" in row}
    running = [tuple(span) for span in spans if tuple(span) not in shown]
    assert running == sorted(running), "rows stand in text order: a slip of nth shows"
    for span in spans:
        assert not text[span.start - 1 : span.start].isalnum(), f"{text[slice(*span)]!r} begins inside a word"
    for key in ("gatherings", "said_on"):
        for words, *_ in page.gold[key]:
            assert place(text, words).start >= 0
    for words, clause, *_ in page.gold["events"]:
        assert text.count(clause) == 1, clause
        assert words in clause


def test_three_pages_with_other_clocks_and_clues() -> None:
    assert len(pages()) == 3
    assert sum(len(page.gold["dates"]) for page in pages()) > 40
