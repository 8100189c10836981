from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Span
from dragoman.tagger.chains import AHEAD, _chosen, _scorer, _together, antecedents, chains, scored
from dragoman.tagger.joined import Read, joined
from dragoman.tagger.mentions import NAME, PRONOUN, Mentions
from dragoman.tagger.pairs import MENTION_FEATURES, mention_features, spelled
from dragoman.tagger.scorers import Scorers
from tests.tagger.models import Floats, pair_scorer, pieces_of, rows_of, scorers, vector


def shy() -> Scorers:
    """Mentions that have nothing in common are not joined."""
    found = scorers()
    found.coreference.bias[:] = -1
    return found


def chained(text: str, rows: Floats, forms: Sequence[int]) -> list[tuple[str, ...]]:
    """Chains of one-word mentions, by their words."""
    pieces = pieces_of(text)
    count = len(pieces)
    own = Mentions(
        np.arange(count), np.arange(count) + 1, np.zeros(count, np.int64), np.asarray(forms), np.ones(count, np.float32)
    )
    spans = [Span(*place) for place in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)]
    (found,) = chains(joined([Read(text, pieces, rows)]), own, spans, shy())
    return [tuple(text[span.start : span.end] for span in chain.mentions) for chain in found]


def alike(count: int, pairs: Sequence[tuple[int, int]]) -> Floats:
    """Rows of mentions that stand for one thing where they are paired, and are unlike all others."""
    rows = rows_of(count)
    for place, (one, other) in enumerate(pairs):
        vector(rows, "mention", one, 2, place)
        vector(rows, "mention", other, 2, place)
    return rows


def test_mentions_of_one_thing_are_chained() -> None:
    assert chained("Zenda met Zenda", alike(3, [(0, 2)]), [NAME] * 3) == [("Zenda", "Zenda")]
    assert chained("Zenda met Zenda", alike(3, []), [NAME] * 3) == []


def test_chains_grow_by_what_their_members_choose() -> None:
    assert chained("a b c d e", alike(5, [(0, 2), (2, 4), (1, 3)]), [NAME] * 5) == [("a", "c", "e"), ("b", "d")]


def test_only_a_pronoun_may_choose_what_follows_it() -> None:
    """A name that stands behind its pronoun does not choose it here: a score of its own holds it back."""
    rows = alike(3, [(0, 2)])
    text = "his met Zenda"
    vectors = rows[:, slice(*scorers().columns["mention"])]
    places, none = np.array([[0, 1], [1, 2], [2, 3]]), np.zeros(3, dtype=np.int64)
    forward = [_chosen(rows, places, none, text.split(), np.array([one, False, False]), shy())[0][0] for one in (True, False)]
    assert forward == [2, -1]
    assert vectors[0] @ vectors[2] > 0


def test_what_follows_a_pronoun_must_be_near() -> None:
    for apart, expected in ((AHEAD, 1), (AHEAD + 1, -1)):
        rows = alike(apart + 1, [(0, apart)])
        places, words = np.array([[0, 1], [apart, apart + 1]]), ["his", "Zenda"]
        choices, _ = _chosen(rows, places, np.zeros(2, dtype=np.int64), words, np.array([True, False]), shy())
        assert choices[0] == expected


def test_a_pronoun_in_a_mention_does_not_choose_a_mention_that_holds_it() -> None:
    rows = alike(4, [(1, 2)])
    choices, _ = _chosen(
        rows, np.array([[1, 3], [1, 2]]), np.zeros(2, np.int64), ["his wife", "his"], np.array([False, True]), shy()
    )
    assert choices[0] == -1


def test_forms_tell_what_a_pronoun_is() -> None:
    rows = alike(3, [(0, 2)])
    assert chained("his met Zenda", rows, [PRONOUN, NAME, NAME]) == [("his", "Zenda")]


@given(st.lists(st.tuples(st.integers(-1, 11), st.floats(0.1, 1.0)), min_size=0, max_size=12))
@settings(max_examples=200)
def test_chains_are_what_choices_join_in_any_order(drawn: list[tuple[int, float]]) -> None:
    """Against sets that are joined one by one; rings of mentions that choose each other are among them."""
    choices = [choice if choice < len(drawn) and choice != at else -1 for at, (choice, _) in enumerate(drawn)]
    sure = [probability for _, probability in drawn]
    groups = [{at} for at in range(len(drawn))]
    for at, choice in enumerate(choices):
        if choice >= 0:
            whole = next(one for one in groups if at in one) | next(one for one in groups if choice in one)
            groups = [one for one in groups if not one & whole] + [whole]
    expected = sorted((sorted(one), min(sure[at] for at in one if choices[at] >= 0)) for one in groups if len(one) > 1)
    found = list(_together(choices, sure))
    assert [members for members, _ in found] == [members for members, _ in expected]
    assert [least for _, least in found] == pytest.approx([least for _, least in expected])


@given(st.integers(0, 10**6), st.integers(1, 12))
@settings(max_examples=30, deadline=None)
def test_scores_are_those_that_training_learns(seed: int, count: int) -> None:
    """The quick way to them, against the scorer with all its features."""
    chance = np.random.default_rng(seed)
    scorer = pair_scorer(8, 1, MENTION_FEATURES)
    for part in (scorer.bilinear, scorer.left, scorer.right, scorer.bias, *scorer.features):
        part[:] = chance.normal(size=part.shape)
    vectors = chance.normal(size=(count, 8)).astype(np.float32)
    first = np.sort(chance.integers(0, 5000, size=count))
    words = chance.choice(["Zenda", "the envoy", "an Envoy", "his"], size=count).tolist()
    places = [(int(at), int(at) + 1) for at in first]
    whole = slice(0, count)
    found = _scorer(vectors, first, spelled(words), scorer)(whole, whole)
    assert np.abs(found - scorer(vectors, vectors, mention_features(words, places))[0]).max() < 1e-3


def test_choices_of_one_text_can_be_asked_for() -> None:
    rows = alike(3, [(0, 2)])
    spans = [(Span(at, at + 1), (at, at + 1)) for at in range(3)]
    found = list(antecedents(rows, spans, "abc", shy()))
    assert [choice for choice, _ in found] == [None, None, 0]
    assert all(0 < sure <= 1 for _, sure in found)


def test_a_pronoun_scores_each_candidate() -> None:
    text = "his , met Zenda  "
    rows = alike(4, [(0, 3)])
    spans = [Span(0, 3), Span(4, 5), Span(10, 15), Span(16, 17)]
    found = scored(rows, pieces_of(text), text, spans, shy())
    assert found[0] == -1
    assert found[1] > 0
    assert found[2] == -np.inf, "there is no word"
    assert scored(rows, pieces_of(text), text, spans[-1:] + spans[:2], scorers()) == [-np.inf] * 2
    assert scored(rows, pieces_of(text), text, spans[:1], scorers()) == []


def test_blocks_of_many_mentions_choose_as_one_would(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(0)
    count = 200
    rows = chance.normal(size=rows_of(count).shape).astype(np.float32)
    places = np.stack([np.arange(count), np.arange(count) + 1], axis=1)
    text = np.repeat([0, 1], count // 2)
    words = [str(number % 7) for number in range(count)]
    given_ = (rows, places, text, words, chance.random(count) < 0.3, scorers())
    in_blocks = _chosen(*given_)
    monkeypatch.setattr("dragoman.tagger.chains.AT_ONCE", 1000)
    for one, other in zip(in_blocks, _chosen(*given_), strict=True):
        assert one == pytest.approx(other, abs=1e-4)
    assert all(choice < 0 or text[at] == text[choice] for at, choice in enumerate(in_blocks[0]))
    assert any(choice > at for at, choice in enumerate(in_blocks[0]))
    assert all(itertools.starmap(lambda at, choice: choice <= at or given_[4][at], enumerate(in_blocks[0])))
