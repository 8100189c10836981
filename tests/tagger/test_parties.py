from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.tagger import labels
from dragoman.tagger.decode import decoded
from dragoman.tagger.joined import Read, joined
from dragoman.tagger.pairs import party_features
from dragoman.tagger.parties import LONGEST, REACH, choices, noun_phrases
from dragoman.tagger.tags import TaggedTrigger
from dragoman.tagger.tokens import Words
from tests.tagger.models import Floats, pieces_of, rows_of, scorers, vector


def words(heads: list[int], upos: list[str], deprels: list[str] | None = None) -> Words:
    count = len(heads)
    at = np.arange(count)
    named = [labels.DEPRELS.index(one) for one in deprels or ["dep"] * count]
    tagged = [labels.UPOS.index(one) for one in upos]
    return Words(at, at + 1, at, np.asarray(heads), np.asarray(named), np.asarray(tagged), np.ones(count, dtype=np.float32))


@pytest.mark.parametrize(
    ("heads", "upos", "deprels", "wanted", "expected", "why"),
    [
        ([2, 2, -1], ["DET", "ADJ", "NOUN"], None, 2, (0, 3), "all that depends on a noun"),
        ([2, 2, -1], ["ADP", "DET", "NOUN"], None, 2, (1, 3), "but for the preposition before it"),
        ([1, -1, 1, 2], ["DET", "NOUN", "NOUN", "NOUN"], None, 1, (0, 4), "what depends on it further down too"),
        ([3, 0, 3, -1], ["NOUN", "ADJ", "PUNCT", "NOUN"], None, 3, (0, 4), "on either side"),
        ([1, -1, 1, 2], ["DET", "NOUN", "VERB", "NOUN"], ["det", "root", "acl:relcl", "obj"], 1, (0, 2), "no clause about it"),
        ([1, -1, 1], ["DET", "NOUN", "PUNCT"], None, 1, (0, 2), "no mark at its edge"),
        ([2, 3, 3, -1], ["NOUN", "NOUN", "ADJ", "NOUN"], None, 3, (0, 4), "a word of its dependent joins without a gap"),
        ([-1, 3, 3, 0], ["VERB", "DET", "ADJ", "NOUN"], None, 0, (0, 1), "a verb stands alone"),
        ([-1, 0, 0], ["PRON", "VERB", "NOUN"], ["root", "acl", "dep"], 0, (0, 1), "a gap ends it"),
    ],
)
def test_noun_phrases(
    heads: list[int], upos: list[str], deprels: list[str] | None, wanted: int, expected: tuple[int, int], why: str
) -> None:
    assert tuple(noun_phrases(words(heads, upos, deprels), np.array([wanted]))[0]) == expected, why


def test_a_phrase_that_is_too_long_is_its_word() -> None:
    for count, expected in ((LONGEST, (0, LONGEST)), (LONGEST + 1, (0, 1))):
        found = noun_phrases(words([-1] + [0] * (count - 1), ["NOUN"] * count), np.array([0]))
        assert tuple(found[0]) == expected


TEXT = "The envoy of Zenda denied the claim ."
SAID = {
    (0, "nominals"): "B-person",
    (1, "nominals"): "I-person",
    (2, "nominals"): "I-person",
    (3, "nominals"): "I-person",
    (3, "names"): "B-state",
    (4, "triggers"): "B-trigger",
    (6, "upos"): "NOUN",
    (5, "upos"): "DET",
}
AGENT, PATIENT = range(2)


def denied(rows: Floats) -> TaggedTrigger:
    own = scorers()
    own.deprels.bias[labels.DEPRELS.index("det")] = 1
    # The agent is sought by the first figure of the vectors alone, the patient by the second.
    own.parties.bilinear[:] = 0
    own.parties.bilinear[AGENT, 0, 0] = own.parties.bilinear[PATIENT, 1, 1] = 1
    (tags,) = decoded([Read(TEXT, pieces_of(TEXT), rows)], own)
    return tags.triggers[0]


def said(agent: int | None, patient: int | None) -> Floats:
    rows = rows_of(8, SAID)
    vector(rows, "arc_dependent", 5, 3)
    vector(rows, "arc_head", 6, 3)
    for place, at in enumerate((agent, patient)):
        vector(rows, "party_trigger", 4, 2, place)
        if at is not None:
            vector(rows, "party_word", at, 2, place)
    return rows


@pytest.mark.parametrize(
    ("agent", "patient", "expected"),
    [
        (3, 6, ("The envoy of Zenda", "the claim")),
        (1, None, ("The envoy of Zenda", None)),
        (None, None, (None, None)),
        (4, 7, ("denied", ".")),
    ],
)
def test_a_party_is_the_outermost_mention_else_the_noun_phrase_else_the_word(
    agent: int | None, patient: int | None, expected: tuple[str | None, str | None]
) -> None:
    one = denied(said(agent, patient))
    assert tuple(span and TEXT[span.start : span.end] for span in (one.agent, one.patient)) == expected


@given(st.integers(0, 10**6), st.lists(st.integers(0, 250), min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_each_trigger_chooses_as_if_it_were_alone(seed: int, counts: list[int]) -> None:
    """Against the scorer with its features, over the text's wordpieces within reach."""
    chance = np.random.default_rng(seed)
    own = scorers()
    for part in (own.parties.bilinear, own.parties.left, own.parties.right, own.parties.bias, *own.parties.features):
        part[:] = chance.normal(size=part.shape)
    reads = []
    for count in counts:
        text = "a " * count
        reads.append(Read(text, pieces_of(text), chance.normal(size=rows_of(count).shape).astype(np.float32)))
    texts = joined(reads)
    triggers = np.flatnonzero(chance.random(texts.bounds[-1]) < 0.2)
    found = choices(texts, triggers, own)
    for number, first in enumerate(triggers.tolist()):
        (text_,) = texts.text_of(np.array([first])).tolist()
        low, high = max(texts.bounds[text_], first - REACH), min(texts.bounds[text_ + 1], first + REACH + 1)
        rows = texts.rows[low:high]
        left = own.part(texts.rows[first : first + 1], "party_trigger")
        scores = own.parties(left, own.part(rows, "party_word"), party_features([first], range(low, high)))[:, 0]
        for kind in (AGENT, PATIENT):
            best = int(scores[kind].argmax())
            if abs(scores[kind, best]) > 1e-3:
                assert found[kind, number] == (best + low if scores[kind, best] > 0 else -1)
