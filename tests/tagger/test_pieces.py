from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Span
from dragoman.tagger.pieces import GAPS, SHAPES, Pieces, cut, cut_all, gap, shape
from tests.tagger.models import pieces_of, tokenizer


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("talks", "lower"),
        ("Talks", "title"),
        ("A", "title"),
        ("NATO", "upper"),
        ("1956", "digit"),
        ("...", "punctuation"),
        ("“", "punctuation"),
        ("McAllen", "mixed"),
        ("G20", "upper"),
        ("70th", "lower"),
        ("会議", "other"),
        ("Зима", "title"),
    ],
)
def test_shapes(word: str, expected: str) -> None:
    assert SHAPES[shape(word)] == expected


@pytest.mark.parametrize(
    ("between", "expected"), [("", "glued"), (" ", "space"), ("  ", "space"), (" \n", "newline"), ("\n\n", "blank line")]
)
def test_gaps(between: str, expected: str) -> None:
    assert GAPS[gap(between)] == expected


@pytest.fixture(scope="module")
def letters() -> Any:
    return tokenizer()


@given(st.lists(st.sampled_from(["Talks", "failed", "1956", ".", "“", "会", "é", " ", "\n", "\n\n", "\u200b", "\ud83d", "x\n"])))
@settings(max_examples=100, deadline=None)
def test_shapes_and_gaps_are_those_of_each_word_and_of_what_stands_between(letters: Any, parts: list[str]) -> None:
    text = "".join(parts)
    found = cut(text, letters)
    before = 0
    for at, (start, end) in enumerate(zip(found.starts.tolist(), found.ends.tolist(), strict=True)):
        assert before <= start < end <= len(text)
        assert found.gaps[at] == (gap(text[before:start]) if at else GAPS.index("blank line"))
        before = end
    words = [place for part in parts if part.isalnum() and part.isascii() for place in [text.find(part)]]
    assert all(found.shapes[found.starts == start] > 0 for start in words)


def test_wordpieces_of_one_word_share_its_shape(letters: Any) -> None:
    found = cut("Talks, NATO 1956", letters)
    named = [(SHAPES[shape_]) for shape_ in found.shapes.tolist()]
    assert named == ["title"] * 5 + ["punctuation"] + ["upper"] * 4 + ["digit"] * 4


def test_texts_are_cut_alike_alone_and_together(letters: Any) -> None:
    texts = ["Talks failed.", "", "Talks\nfailed"]
    for one, text in zip(cut_all(texts, letters), texts, strict=True):
        alone = cut(text, letters)
        assert all((getattr(one, name) == getattr(alone, name)).all() for name in ("ids", "starts", "ends", "shapes", "gaps"))


def lines(text: str) -> Pieces:
    """``pieces_of`` with the full stop's real number, and another one for all else."""
    found = pieces_of(text)
    found.ids[:] = [1012 if text[start] == "." else 2000 for start in found.starts.tolist()]
    return found


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("They met.\nThey left.", [3], "a new line after a full stop"),
        ("They met\nand left.", [], "a line may end inside a sentence"),
        ("A headline\n\nThey left.", [2], "a blank line always parts"),
        ("\n\nThey left.", [], "nothing stands before the first"),
        ("", [], "nothing at all"),
    ],
)
def test_where_paragraphs_begin(text: str, expected: list[int], why: str) -> None:
    assert lines(text).breaks().tolist() == expected, why


def test_wordpieces_of_a_span_are_those_that_hold_some_of_it() -> None:
    found = pieces_of("Both sides met")
    assert found.within(Span(5, 10)) == (1, 2)
    assert found.within(Span(6, 12)) == (1, 3)
    assert found.within(Span(4, 5)) is None
