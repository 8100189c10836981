"""First guesses at why the tagger and the annotators differ."""

from __future__ import annotations

import pytest

from benchmarks.tagger.differences import Labelled, of_spans
from benchmarks.tagger.errors import page, quoted, sample
from training.standoff import Document

TEXT = "Ada Venn of the Salt Board left Vell on Monday."
DOCUMENT = Document("own", "own", "dev", TEXT)


@pytest.mark.parametrize(
    ("gold", "ours", "expected", "why"),
    [
        ([(0, 8, "person")], [(0, 8, "person")], [], "nothing differs"),
        ([(0, 8, "person")], [], ["missed"], ""),
        ([], [(0, 8, "person")], ["too much"], ""),
        ([(0, 8, "person")], [(0, 8, "place")], ["other type"], ""),
        ([(0, 8, "person")], [(0, 3, "place")], ["other type and ends"], ""),
        ([(0, 8, "person")], [(4, 8, "person")], ["too short: begins"], ""),
        ([(0, 8, "person")], [(0, 3, "person")], ["too short: ends"], ""),
        ([(12, 26, "organisation")], [(0, 26, "organisation")], ["too long: begins"], ""),
        ([(0, 8, "person")], [(4, 12, "person")], ["shifted"], ""),
        ([(0, 8, "person")], [(0, 3, "person"), (4, 8, "person")], ["split"], ""),
        ([(0, 3, "person"), (4, 8, "person")], [(0, 8, "person")], ["joined with another"] * 2, "told once for each"),
    ],
)
def test_causes_of_spans(gold: list[Labelled], ours: list[Labelled], expected: list[str], why: str) -> None:
    assert [one.cause for one in of_spans(DOCUMENT, gold, ours)] == expected, why


def test_a_sample_is_the_same_for_a_seed_and_quotes_its_place() -> None:
    found = list(of_spans(DOCUMENT, [(at, at + 1, "person") for at in range(0, 40, 2)], []))
    assert sample(found, 5, 1) == sample(found, 5, 1)
    assert len(sample(found, 30, 1)) == len(found)
    (only,) = of_spans(DOCUMENT, [(16, 26, "organisation")], [])
    assert quoted(only) == "Ada Venn of the **Salt Board** left Vell on Monday."
    written = "\n".join(page("names", [only]))
    assert "own [16,26]: missed" in written
    assert "gold: organisation [16,26] 'Salt Board'" in written
