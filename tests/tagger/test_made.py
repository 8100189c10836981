from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError

import pytest

from dragoman.article import Span
from dragoman.tagger.made import made
from dragoman.tagger.tags import Token


def test_many_are_made_as_one_by_one() -> None:
    columns = (
        [Span(0, 1), Span(2, 4)],
        ["NOUN", "VERB"],
        [None, 0],
        ["root", "obj"],
        [None] * 2,
        ["Sing", None],
        [None] * 2,
        [1.0, 0.5],
    )
    found = made(Token, *columns)
    assert found == [Token(*row) for row in zip(*columns, strict=True)]
    assert pickle.loads(pickle.dumps(found)) == found
    assert len(set(found)) == 2
    with pytest.raises(FrozenInstanceError):
        found[0].upos = "X"  # type: ignore[misc]


def test_what_a_kind_checks_is_checked() -> None:
    with pytest.raises(ValueError, match="empty or negative"):
        made(Span, [0, 5], [1, 5])


@pytest.mark.parametrize("columns", [([1],), ([1], [2, 3]), ([1], [2], [3])])
def test_every_field_needs_a_column_of_one_length(columns: tuple[list[int], ...]) -> None:
    with pytest.raises(ValueError, match="2 fields"):
        made(Span, *columns)


def test_none_are_made_of_empty_columns() -> None:
    assert made(Span, [], []) == []
