from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.tagger.words import RULES, placed, words


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("They don't agree.", ["They", "do", "n't", "agree", "."], "clitics of negation are words"),
        ("Ruritania's envoy", ["Ruritania", "'s", "envoy"], "so is the genitive"),
        ("They’re late, we'll wait", ["They", "’re", "late", ",", "we", "'ll", "wait"], "with either apostrophe"),
        ("Mr. O'Neill of the U.N. left", ["Mr.", "O'Neill", "of", "the", "U.N.", "left"], "abbreviations and names stay whole"),
        ("It ended.", ["It", "ended", "."], "a full stop after a word is its own"),
        ("1,956 men at 4:30 on the 12th", ["1,956", "men", "at", "4:30", "on", "the", "12th"], "figures stay whole"),
        ("the 1990s", ["the", "1990s"], "decades too"),
        ("a vice-minister", ["a", "vice", "-", "minister"], "hyphens part words, as in EWT"),
        ("“Never...” -- she", ["“", "Never", "...", "”", "--", "she"], "runs of marks are one word"),
        ("see https://example.org/a-b.", ["see", "https://example.org/a-b."], "addresses stay whole"),
        ("desk@example.org", ["desk@example.org"], "mail too"),
        ("", [], "nothing"),
        (" \n\t ", [], "nothing but blanks"),
    ],
)
def test_words_are_those_of_universal_dependencies(text: str, expected: list[str], why: str) -> None:
    assert [text[start:end] for start, end in words(text)] == expected, why


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_words_cover_all_that_is_not_blank_and_nothing_twice(text: str) -> None:
    found = words(text)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(found))
    covered = {at for start, end in found for at in range(start, end)}
    assert {at for at, letter in enumerate(text) if not letter.isspace()} <= covered


PARTS = (
    "talks Talks U.S. a.m. Mr. Prof. don't o'clock O'Neill 's ’re 1,956 4:30 70th 1990s -- ... ?! . , ; : ( “ ” \" ' - @ _ + # "
    "a@b.org www.x.org https://x.org/y vice-minister İzmir ſo 会議 é \n \t \u2028 \x1c No. vs. no. minister. end."
).split(" ")


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=3)), st.lists(st.sampled_from(["", " "]), min_size=1))
@settings(max_examples=300)
def test_the_shortcuts_cut_as_the_rules_do(parts: list[str], glue: list[str]) -> None:
    text = "".join(part + between for part, between in zip(parts, itertools.cycle(glue), strict=False))
    by_rules = [match.span() for match in re.finditer(RULES, text, re.VERBOSE | re.IGNORECASE)]
    assert words(text) == by_rules


def test_lone_surrogates_are_words_like_others() -> None:
    assert placed("a \ud83d b").tolist() == [[0, 1], [2, 3], [4, 5]]
