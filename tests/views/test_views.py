"""Views say what each field means; the terminal shows the same objects."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings

from dragoman.record import Record
from dragoman.views import article, shown, summary
from dragoman.views.article import article_view
from dragoman.views.summary import page_summary
from dragoman.views.terminal import MOST_LINES, article_lines, page_lines, plain
from tests.store.whole_records import records, whole

VIEWS = [
    shown.StatementLine,
    summary.PageSummary,
    summary.BatchSummary,
    article.Piece,
    article.ShownPart,
    article.ArticleView,
]


@pytest.mark.parametrize("view", VIEWS)
def test_every_field_says_what_it_means(view: Any) -> None:
    for field in fields(view):
        assert field.metadata["help"].endswith((".", "…")), field.name


def test_a_statement_line_is_read_off_the_record() -> None:
    (line,) = page_summary(whole(), new=True).statements
    assert line.speakers == ("Ana Costa (minister, Gotland)",)
    assert line.words == "We will … in May"
    assert (line.said_on, line.form, line.act, line.mention) == ("2026-05-01", "mixed", "promise", "Minister Ana Costa")
    assert whole().article.text[line.start : line.end] == "We will sign in May"


def test_how_sure_the_date_is_stands_beside_it() -> None:
    page = page_summary(whole(), new=True)
    assert (page.published, page.published_how) == ("2026-05-01", "1 clue; not 1974; confidence 0.50")
    assert article_view(whole()).rejected == (("1974", "a year in the text"),)
    assert article_view(whole()).reasons[0].startswith("“Friday” ")


def test_what_was_not_resolved_is_said() -> None:
    (said,) = whole().statements
    (date,) = whole().dates
    vague = replace(
        whole(),
        published=None,
        statements=frozenset([replace(said, speakers=(), said_on=None)]),
        dates=frozenset([replace(date, edtf=None)]),
    )
    assert summary.unresolved(vague) == (
        "1 statement without a speaker",
        "1 statement without a date",
        "1 time expression without a date",
        "the day it was published",
    )
    assert summary.unresolved(whole()) == ()


@settings(max_examples=40, deadline=None)
@given(record=records())
def test_the_shown_text_is_the_text_and_its_marks_close(record: Record) -> None:
    view = article_view(record)
    text = "".join(part.before + "".join(piece.text for piece in part.pieces) for part in view.parts)
    assert text == record.article.text
    pieces = [piece for part in view.parts for piece in part.pieces]
    opened = sorted(number for piece in pieces for number in piece.opens)
    closed = sorted(number for piece in pieces for number in piece.closes)
    assert opened == closed == sorted(line.number for line in view.statements for _ in said_in_pieces(record, line.id))


def said_in_pieces(record: Record, statement: str) -> tuple[object, ...]:
    return next(s.content for s in record.statements if s.id == statement)


@settings(max_examples=40, deadline=None)
@given(record=records())
def test_nothing_of_a_page_commands_the_terminal_and_a_summary_is_short(record: Record) -> None:
    lines = page_lines(page_summary(record, new=True), "dragoman.db", 100)
    assert len(lines) <= MOST_LINES
    assert all(line.cell_len <= 100 for line in lines)
    for line in [*lines, *article_lines(article_view(record))]:
        assert not set(line.plain) & {chr(n) for n in (*range(9), *range(11, 32), *range(127, 160), 0x202E, 0x2066, 0x2028)}


@pytest.mark.parametrize(
    ("words", "safe", "why"),
    [
        ("Ana Costa", "Ana Costa", "nothing to do"),
        ("\x1b[2J", "\\x1b[2J", "an escape sequence"),
        ("\x9b31m", "\\x9b31m", "one in a single character"),
        ("a\rb", "a\\x0db", "a carriage return overwrites the line"),
        ("a\r\nb", "a\nb", "two characters that end a line"),
        ("abc\u202edef", "abc\\u202edef", "an override of direction"),
        ("می\u200cخواهم", "می\u200cخواهم", "the joiner that Persian needs"),
        ("👩\u200d🚀", "👩\u200d🚀", "and the one that emoji need"),
        ("\ud800", "\\ud800", "half a character"),
        ("Übergabe – 日内瓦", "Übergabe – 日内瓦", "other scripts"),
    ],
)
def test_plain(words: str, safe: str, why: str) -> None:
    assert plain(words) == safe, why
