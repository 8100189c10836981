"""Tokens back into text, and words found again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Span
from training.rejoin import find_words, rejoin


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("The envoy , Mr. Orlo , left .", "The envoy, Mr. Orlo, left.", "commas and stops cling to the left"),
        ("She said : `` Never ! ''", 'She said: "Never!"', "Penn quotes become straight ones, inside without blanks"),
        ('" Yes , " he said , " we did n\'t . "', '"Yes," he said, "we didn\'t."', "straight quotes open and close by turns"),
        ("talks ( in Vell ) ended", "talks (in Vell) ended", "brackets cling inwards"),
        ("a -LRB- closed -RRB- door", "a (closed) door", "Penn brackets are brackets"),
        ("$ 5 and 30 %", "$5 and 30%", "signs of money and of per cent"),
        ("Tarvos 's and the ministers ' plan", "Tarvos's and the ministers' plan", "both genitives"),
        ('so it ended . "', 'so it ended."', "a quote at the end closes what began sentences ago"),
    ],
)
def test_rejoins(words: str, expected: str, why: str) -> None:
    assert rejoin([words.split(" ")]).text == expected, why


def test_hyphens_join_only_where_the_tokeniser_split_them() -> None:
    words = ["Jean", "-", "Luc", "left"]
    assert rejoin([words], split_hyphens=True).text == "Jean-Luc left"
    assert rejoin([words]).text == "Jean - Luc left"


@given(st.lists(st.lists(st.text("aB9.,\"'()-%é", min_size=1, max_size=4), min_size=1, max_size=8), min_size=1, max_size=4))
@settings(max_examples=60)
def test_every_word_stands_at_its_span(sentences: list[list[str]]) -> None:
    placed = rejoin(sentences)
    for sentence, row, span in zip(sentences, placed.words, placed.sentences, strict=True):
        written = ['"' if word in ("``", "''") else word for word in sentence]
        assert [placed.text[word.start : word.end] for word in row] == written
        assert span == row[0].to(row[-1])


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kesh  agreed.", ["Kesh", "agreed", "."], (Span(0, 4), Span(6, 12), Span(12, 13))),
        ("Kesh agreed.", ["Kesh", "disagreed"], None),
        ("Kesh", ["Kesh", "agreed"], None),
        ("Kesh", [""], None),
    ],
)
def test_finds_words(text: str, words: list[str], expected: tuple[Span, ...] | None) -> None:
    assert find_words(text, words) == expected
