from __future__ import annotations

import numpy as np
import pytest

from dragoman.article import Span
from dragoman.tagger import labels
from dragoman.tagger.decode import decoded
from dragoman.tagger.joined import Read
from dragoman.tagger.pairs import distance_bucket, link_features
from dragoman.tagger.tagged import spans_found
from dragoman.tagger.tags import Tags
from tests.tagger.models import Floats, bio_transitions, pieces_of, rounded, rows_of, scorers, vector

TEXT = "The envoy said talks had failed . Zenda denied it ."
SAID = {
    (0, "roles"): "B-source",
    (1, "roles"): "I-source",
    (2, "roles"): "B-cue",
    (3, "roles"): "B-content",
    (4, "roles"): "I-content",
    (5, "roles"): "I-content",
    (0, "nominals"): "B-person",
    (1, "nominals"): "I-person",
    (7, "names"): "B-state",
    (7, "sentences"): "start",
    (9, "upos"): "PRON",
    (5, "upos"): "VERB",
    (5, "tense"): "Past",
    (8, "triggers"): "B-trigger",
    (8, "status"): "denied",
}


def tagged(rows: Floats, text: str = TEXT) -> Tags:
    (tags,) = decoded([Read(text, pieces_of(text), rows)], scorers())
    return tags


def said_rows() -> Floats:
    rows = rows_of(11, SAID)
    vector(rows, "link_cue", 2, 3)
    vector(rows, "link_argument", slice(0, 6), 3)
    return rows


def test_spans_are_those_of_the_text() -> None:
    tags = tagged(said_rows())
    assert [TEXT[start:] for start in tags.sentences] == [TEXT, "Zenda denied it ."]
    assert [TEXT[token.span.start : token.span.end] for token in tags.tokens] == TEXT.split()
    assert [(TEXT[m.span.start : m.span.end], m.kind, m.form) for m in tags.mentions] == [
        ("The envoy", "person", "nominal"),
        ("Zenda", "state", "name"),
    ], "a pronoun that names no person is no mention"
    assert tags.tokens[5].tense == "Past"
    assert tags.tokens[5].number is None


def test_roles_that_belong_together_become_one_attribution() -> None:
    (one,) = tagged(said_rows()).attributions
    assert [TEXT[span.start : span.end] for span in (*one.source, one.cue or Span(0, 1), *one.content)] == [
        "The envoy",
        "said",
        "talks had failed",
    ]
    assert 0.9 < one.probability < 1


def test_content_that_no_cue_wants_stands_alone() -> None:
    rows = said_rows()
    vector(rows, "link_cue", 2, -3)
    (one,) = tagged(rows).attributions
    assert (one.cue, one.source) == (None, ())


def test_content_in_two_pieces_is_joined_by_its_cue() -> None:
    text = "“ Never , ” she said , “ never again . ”"
    said = {
        (1, "roles"): "B-content",
        (4, "roles"): "B-source",
        (5, "roles"): "B-cue",
        (8, "roles"): "B-content",
        (9, "roles"): "I-content",
    }
    rows = rows_of(12, said)
    vector(rows, "link_cue", 5, 3)
    vector(rows, "link_argument", slice(0, 12), 3)
    (one,) = tagged(rows, text).attributions
    assert [text[span.start : span.end] for span in one.content] == ["Never", "never again"]


def test_triggers_have_a_status() -> None:
    (one,) = tagged(said_rows()).triggers
    assert (TEXT[one.span.start : one.span.end], one.status) == ("denied", "denied")


def test_an_empty_text_has_empty_tags() -> None:
    assert tagged(rows_of(0), "") == Tags()


def test_texts_read_together_are_read_as_each_alone() -> None:
    """Whatever stands before or behind: links, chains, parties and sentences stay in their text."""
    chance = np.random.default_rng(4)
    reads = []
    for text in ("Zenda met her envoy . She left .", "", "They denied it", TEXT, "x"):
        pieces = pieces_of(text)
        reads.append(Read(text, pieces, chance.normal(scale=2, size=rows_of(len(pieces)).shape).astype(np.float32)))
    together = decoded(reads, scorers())
    for one, tags in zip(reads, together, strict=True):
        (alone,) = decoded([one], scorers())
        assert rounded(tags) == rounded(alone)


def test_a_probability_is_that_of_the_whole_span() -> None:
    """Of three paths of like weight two have a span, each another one."""
    rows = np.full((1, 3), -50, dtype=np.float32)
    rows[0, :2] = 1, 2
    names = labels.SEQUENCES["triggers"]
    (found,) = spans_found([rows], "triggers", bio_transitions(names))
    assert [(one.first, one.last, one.kind) for one in found] == [(0, 1, "trigger")]
    assert found[0].probability == pytest.approx(1 / (1 + np.exp(-1)), abs=1e-5)


def test_features_of_links_tell_side_distance_and_what_stands_between() -> None:
    found = link_features([(4, 5), (10, 11)], [(0, 2), (5, 9), (20, 30)])
    assert found[0, :, 0].tolist() == [2, 10, 15]
    assert found[:, :, 1].tolist() == [[0, 0, 1], [1, 0, 0]]


def test_cues_that_are_not_asked_stand_between_too() -> None:
    cues, arguments = [(0, 1), (4, 5), (8, 9)], [(20, 21)]
    every = np.array([0, 4, 8])
    whole = link_features(cues, arguments)
    assert [link_features([one], arguments, every)[0].tolist() for one in cues] == whole.tolist()


def test_distance_buckets_double() -> None:
    assert distance_bucket(np.array([0, 1, 4, 5, 8, 16, 32, 10_000]), 9).tolist() == [0, 1, 4, 4, 5, 6, 7, 9]
