"""Tests marked ``shared`` need the development data; without it they are skipped, and say so."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from dragoman import pipeline
from tests.recorded import RecordedTagger

# How long an example takes says more of the machine than of the code: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

MISSING = "DRAGOMAN_DATA is not set to a folder with gold/dev: the development data are not here"


@pytest.fixture(autouse=True, scope="session")
def _no_model() -> Iterator[None]:
    """Pages are read with recorded tags: only the tagger's own tests load the model."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "shipped_tagger", RecordedTagger)
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: "hostile" in item.nodeid)  # the slow ones last
    if Path(os.environ.get("DRAGOMAN_DATA", ""), "gold", "dev").is_dir() and os.environ.get("DRAGOMAN_DATA"):
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason=MISSING))
