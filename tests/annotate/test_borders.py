"""Borders of contents: marks, "that" and stops taken off; and whether words are quoted, reported, or both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.quoting.borders import form_of, trimmed
from dragoman.annotate.quoting.marks import find_quoted
from dragoman.annotate.tokens import body_runs
from dragoman.article import Span
from tests.strategies import article_of, spans_in, words


def cut(text: str, piece: str) -> str | None:
    article = article_of(text)
    start = text.index(piece)
    found = trimmed(text, Span(start, start + len(piece)), find_quoted(article, body_runs(article)))
    return article[found] if found else None


@pytest.mark.parametrize(
    ("text", "piece", "content", "why"),
    [
        ("He said that it was over.", "that it was over.", "it was over", "that before, stop behind"),
        ("He said that, since May, it was over.", "that, since May, it was over", "since May, it was over", "that with a comma"),
        ("“It is over,” he said.", "“It is over,”", "It is over", "a quotation loses marks and comma"),
        ("“It is over.” He left.", "“It is over.”", "It is over", "and its stop"),
        ("He said it was “over” for now.", "it was “over” for now", "it was “over” for now", "its own marks stay"),
        ("She called for an end to it.", "for an end to it", "an end to it", "a preposition"),
        ("“Wait...” he said.", "“Wait...”", "Wait...", "words left out stay told"),
        ("He said: ''Go home''.", "''Go home''", "Go home", "doubled marks"),
        ("He said “...” and left.", "“...”", None, "no word"),
    ],
)
def test_a_piece_in_the_records_borders(text: str, piece: str, content: str | None, why: str) -> None:
    assert cut(text, piece) == content, why


@pytest.mark.parametrize(
    ("text", "pieces", "form"),
    [
        ("“A is so,” he said. “B too.”", ("A is so", "B too"), "direct"),
        ("He said A was so.", ("A was so",), "indirect"),
        ("He said A was “so”.", ("A was “so”",), "mixed"),
        ("He said A was “so so”, and “B”.", ("A was “so so”, and “B”",), "mixed"),
        ("He said “so”.", ("so",), "direct"),
    ],
)
def test_form(text: str, pieces: tuple[str, ...], form: str) -> None:
    article = article_of(text)
    content = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    assert form_of(text, content, find_quoted(article, body_runs(article))) == form


@given(words.flatmap(lambda text: st.tuples(st.just(text), spans_in(text) if len(text) > 1 else st.just(Span(0, 1)))))
def test_a_cut_piece_lies_inside_and_is_cut_no_further(drawn: tuple[str, Span]) -> None:
    text, piece = drawn
    article = article_of(text)
    quoted = find_quoted(article, body_runs(article))
    found = trimmed(text, piece, quoted)
    if found is not None:
        assert found in piece
        assert any(c.isalnum() or c == "_" for c in article[found])
