"""The tags that other tests replay are those of the shipped model."""

from __future__ import annotations

import pytest

from dragoman.tagger import Tagger, Tags
from tests.recorded import fingerprint, recordings, texts

NAMED = list(texts())
ALIKE = 0.97
"""Share of the tags that must be the same: processors multiply bytes by different instructions, which round otherwise."""


@pytest.fixture(scope="module")
def said() -> dict[str, Tags]:
    return {name: tags for (name, _), tags in zip(NAMED, Tagger().tag([text for _, text in NAMED]), strict=True)}


def facts(tags: Tags) -> set[object]:
    attributions = {(one.content, one.cue, one.source) for one in tags.attributions}
    return (
        {(one.span, one.kind, one.form) for one in tags.mentions}
        | attributions
        | {(t.span, t.head, t.deprel) for t in tags.tokens}
    )


@pytest.mark.parametrize(("name", "text"), NAMED, ids=[name for name, _ in NAMED])
def test_a_recording_is_what_the_model_says(name: str, text: str, said: dict[str, Tags]) -> None:
    recorded = recordings().get(fingerprint(text))
    assert recorded is not None, f"{name} is not recorded as it is read now: python -m tests.recorded"
    mine, theirs = facts(recorded), facts(said[name])
    assert len(mine & theirs) >= ALIKE * len(mine | theirs)


def test_something_is_recorded() -> None:
    assert len(NAMED) >= 10
    assert sum(len(tags.attributions) for tags in recordings().values()) > 50
