"""The real data, where they are: counts as their makers state them, and no fault."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from training.prepare import SOURCES, Prepared, prepare
from training.standoff import Layer, faults

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    if "DRAGOMAN_DATA" not in os.environ:
        pytest.skip("DRAGOMAN_DATA is not set: the development data are not here")
    return prepare(Path(os.environ["DRAGOMAN_DATA"], "data"), SOURCES)


def test_counts_are_those_that_the_makers_state(prepared: Prepared) -> None:
    count: Counter[tuple[str, str, str]] = Counter()
    for one in prepared.documents:
        count[one.dataset, one.split, "documents"] += 1
        count[one.dataset, one.split, "attributions"] += len(one.attributions)
        count[one.dataset, one.split, "sentences"] += len(one.sentences)
    assert count["polnear", "train", "documents"] == 840
    assert count["polnear", "dev", "documents"] == 84
    assert count["polnear", "train", "attributions"] == 19_868
    assert count["polnear", "dev", "attributions"] == 2_193
    assert count["ud-ewt", "train", "sentences"] == 12_544
    assert count["ud-ewt", "dev", "sentences"] == 2_001
    assert count["gap", "dev", "documents"] + count["gap", "train", "documents"] == 2_454
    assert count["worldwide-newswire", "dev", "documents"] == 1_065
    assert count["timebank-aquaint", "dev", "documents"] == 256


def test_nothing_is_faulty_and_little_is_left_out(prepared: Prepared) -> None:
    assert [one.id for one in prepared.documents if faults(one)] == []
    assert len(prepared.skipped) < 100


def test_measures_teach_nothing(prepared: Prepared) -> None:
    learnt = {one.dataset for one in prepared.documents if one.split == "train"}
    assert not learnt & {"worldwide-newswire", "timebank-aquaint"}
    assert all(one.fold is not None for one in prepared.documents if Layer.EVENT_TYPES in one.annotated)
