"""Words that may be times, where a set leaves some out."""

from __future__ import annotations

import pytest

from dragoman.article import Span
from training.temporal import unsure_times


@pytest.mark.parametrize(
    ("text", "sure", "expected"),
    [
        ("They met two years later in Vell.", [], ["two years", "later"]),
        ("They met in May 1911 and the following week.", [Span(12, 20)], ["the following week"]),
        ("The harbour has nine gates.", [], []),
    ],
)
def test_masks_temporal_words_outside_the_given_times(text: str, sure: list[Span], expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in unsure_times(text, sure)] == expected
