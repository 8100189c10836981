"""Addressees by occasion, read from text to record by the rules."""

from __future__ import annotations

import pytest

from dragoman.article import Page
from dragoman.pipeline import read


@pytest.mark.parametrize(
    ("text", "words", "addressees", "why"),
    [
        (
            "OSLO, March 3 2024 (Agency) - Foreign Minister Kari Lund met Chilean Foreign Minister Ana Soto on Friday, "
            "March 1, 2024. "
            "Lund said the border would stay open. She added that the ferries would sail in June.",
            "the border would stay open",
            {"Ana Soto"},
            "the other one at the meeting",
        ),
        (
            "OSLO, March 3 2024 (Agency) - Foreign Minister Kari Lund told Radio Oslo that the border would stay open. "
            "She added that the ferries would sail in June.",
            "the ferries would sail in June",
            {"Radio Oslo"},
            "she goes on",
        ),
        (
            "OSLO, March 3 2024 (Agency) - Kenyan Foreign Minister Ima Okoro, Foreign Minister Kari Lund and Chilean "
            "Foreign Minister "
            "Ana Soto met on Friday, March 1, 2024. Lund said the border would stay open.",
            "the border would stay open",
            set(),
            "three met: to which of the others it was said is not told",
        ),
    ],
)
def test_who_hears_it(text: str, words: str, addressees: set[str], why: str) -> None:
    record = read(Page("a.txt", text.encode()))
    names = {actor.id: actor.name for actor in record.actors}
    (found,) = [one for one in record.statements if record.article[one.content[0]] == words]
    assert {names[ref] for ref in found.addressees} == addressees, why
