"""IOB tags and CoNLL brackets."""

from __future__ import annotations

import pytest

from training.columns import Run, bracketed, read_tagged, tagged_spans


@pytest.mark.parametrize(
    ("tags", "expected", "why"),
    [
        ("B-PER I-PER O", [Run(0, 2, "PER")], "IOB2"),
        ("I-PER I-PER O", [Run(0, 2, "PER")], "IOB1: the first name of a kind begins with I"),
        ("B-PER B-PER", [Run(0, 1, "PER"), Run(1, 2, "PER")], "B always begins"),
        ("I-PER I-ORG", [Run(0, 1, "PER"), Run(1, 2, "ORG")], "another label begins another name"),
        ("I-PER O I-PER", [Run(0, 1, "PER"), Run(2, 3, "PER")], "a gap ends it"),
        ("O 0 from _", [], "no tags"),
    ],
)
def test_spans_of_tags(tags: str, expected: list[Run], why: str) -> None:
    assert tagged_spans(tags.split()) == expected, why


@pytest.mark.parametrize(
    ("cells", "runs", "unpaired"),
    [
        (["(1", "_", "1)"], [Run(0, 3, "1")], 0),
        (["(1(2)", "1)"], [Run(0, 2, "1"), Run(0, 1, "2")], 0),
        (["(1|(2", "2)|1)"], [Run(0, 2, "1"), Run(0, 2, "2")], 0),
        (["(1", "(1", "1)", "1)"], [Run(0, 4, "1"), Run(1, 3, "1")], 0),
        (["(7-person-new-nnnnn-cf1-2-sgl", "7)"], [Run(0, 2, "7-person-new-nnnnn-cf1-2-sgl")], 0),
        (["(1", "2)"], [], 2),
    ],
)
def test_brackets(cells: list[str], runs: list[Run], unpaired: int) -> None:
    found = bracketed(cells)
    assert list(found.runs) == runs
    assert found.unpaired == unpaired


def test_reads_rows_comments_and_missing_columns() -> None:
    first, second = read_tagged("# sent_id = a-1\n1\tKesh\tB-LOC\n2\tleft\n\n#\tO\n", form=1, tags=(2,))
    assert first.comments == {"sent_id": "a-1"}
    assert first.words == ["Kesh", "left"]
    assert first.tags() == ["B-LOC", "O"]
    assert second.words == ["O"]
