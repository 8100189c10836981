"""The language of words, named where there are enough of them."""

from __future__ import annotations

import pytest

from dragoman.extract.language import language_of, unread_for


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The ministers met in Geneva on Monday and agreed to resume the talks that were broken off in the spring.", "en"),
        ("Envoys to resume Geneva talks: officials expect first round in early May, second round to follow in June.", "en"),
        ("Die Minister trafen sich am Montag in Genf und einigten sich darauf, die Gespräche im Mai wieder aufzunehmen.", "de"),
        ("Les ministres se sont réunis lundi à Genève et sont convenus de reprendre les pourparlers au mois de mai.", "fr"),
        ("Министры встретились в понедельник в Женеве и договорились возобновить переговоры в мае этого года.", "ru"),
        ("Talks in Geneva", None),
        ("1956 1957 1958 2019 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31", None),
        ("", None),
    ],
)
def test_language_of(words: str, language: str | None) -> None:
    assert language_of(words) == language


def test_unread_for() -> None:
    assert unread_for("en") is None
    assert unread_for(None) is None
    assert unread_for("de") == "language: de (only English is read)"
