"""Polities that no table knows: shown by how the page speaks of them."""

from __future__ import annotations

import pytest

from dragoman.annotate.naming.mentions import find_mentions
from dragoman.annotate.sentences import find_sentences
from tests.strategies import article_of


def states_in(text: str) -> set[tuple[str, str]]:
    article = article_of(text)
    found = find_mentions(article, find_sentences(article))
    return {(m.kind, article[m.head]) for m in found if m.form == "name" and m.kind in {"state", "nationality"}}


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "Orlovia signed. Orlovian Foreign Minister Ada Crane left.",
            {("state", "Orlovia"), ("nationality", "Orlovian")},
            "a demonym before an office shows its state",
        ),
        ("Ada Crane, the foreign minister of Tarvo, left.", {("state", "Tarvo")}, "an office of states"),
        ("The Orlovian government left.", {("nationality", "Orlovian")}, "a government"),
        ("The Orlovian Foreign Ministry left.", {("nationality", "Orlovian")}, "a ministry"),
        ("She met her Tarvosian counterpart in Tarvos.", {("nationality", "Tarvosian"), ("state", "Tarvos")}, "a counterpart"),
        ("The Koskinen government left.", set(), "a government named after a person"),
        ("Ada Crane, the president of Riverside, left.", set(), "clubs and colleges have presidents"),
        ("The African president left Africa.", set(), "a continent"),
        ("Orlovian songs were sung.", set(), "a word alone shows nothing"),
    ],
)
def test_shown(text: str, expected: set[tuple[str, str]], why: str) -> None:
    assert states_in(text) == expected, why
