from __future__ import annotations

import pytest

from dragoman.tagger.pieces import GAPS, SHAPES, gap, shape


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
