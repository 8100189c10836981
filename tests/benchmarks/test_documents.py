"""The development documents, where they are."""

from __future__ import annotations

import pytest

from benchmarks.tagger.documents import READERS, documents, source_of
from benchmarks.tagger.roles import versions

pytestmark = pytest.mark.shared


@pytest.mark.parametrize(("name", "count"), [("polnear", 84), ("gap", 454), ("timebank-aquaint", 256), ("meantime", 30)])
def test_counts_are_those_that_the_makers_state(name: str, count: int) -> None:
    assert len(documents(name)) == count


def test_polnear_has_the_94_files_of_cofenet() -> None:
    assert sum(len(versions(document)) for document in documents("polnear")) == 94


def test_quick_is_a_part_of_the_whole() -> None:
    whole, part = documents("timebank-aquaint"), documents("timebank-aquaint", quick=True)
    assert set(part) < set(whole)
    assert len(whole) / 5 < len(part) < len(whole) / 2
    assert documents("polnear", quick=True) == documents("polnear")


@pytest.mark.parametrize("name", READERS)
def test_every_set_has_its_reader(name: str) -> None:
    assert source_of(name).folders
