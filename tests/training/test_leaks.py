"""What training and measures share is found, masked or dropped."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Span
from training.leaks import clean, cut, key, measured
from training.standoff import Document, Layer

SHARED = "The envoys of Kesh met in Vell on a rainy Tuesday."
OWN = [
    f"Sentence number {number} speaks of harbours, tariffs and the price of salt." for number in "one two three four five".split()
]


def document(text: str, *, split: str = "train") -> Document:
    return Document("a", "own", "dev" if split == "dev" else "train", text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SHARED, "the envoys of KESH met in Vell , on a rainy Tuesday", True),
        (SHARED, "The envoys of Kesh met in Vell on a rainy\u00a0Tuesday .", True),
        (SHARED, "The envoys of Kesh met in Vell on a rainy Wednesday.", False),
    ],
)
def test_sentences_are_known_by_letters_and_digits(one: str, other: str, same: bool) -> None:
    assert (key(one) == key(other)) is same


def test_short_sentences_are_not_compared() -> None:
    assert key("He declined to comment.") is None


def test_one_shared_sentence_among_many_is_masked_in_all_layers() -> None:
    text = " ".join([*OWN, SHARED])
    found = clean(document(text), measured([document(f"Before it. {SHARED} After it.", split="dev")]))
    assert found.document is not None
    (mask,) = found.document.masks
    assert text[mask.span.start : mask.span.end].strip() == SHARED
    assert mask.layers == frozenset(Layer)
    assert found.sentences == 1
    assert found.shared == {"own": 1}


def test_a_copy_is_dropped() -> None:
    known = measured([document(SHARED, split="dev")])
    assert clean(document(f"{OWN[0]} {SHARED}"), known).document is None


def test_what_shares_nothing_stays_as_it_is() -> None:
    one = document(" ".join(OWN))
    assert clean(one, measured([document(SHARED, split="dev")])).document == one


@given(st.text('aB.!?\n" ', max_size=40))
@settings(max_examples=80)
def test_cuts_cover_all_words_without_overlap(text: str) -> None:
    spans = list(cut(text))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join(text[span.start : span.end] for span in spans).split() == text.split()
    assert all(isinstance(span, Span) for span in spans)
