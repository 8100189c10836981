"""The tables of words of cues and contents, and the forms that are made of them."""

from __future__ import annotations

from typing import get_args

import pytest

from dragoman.lexicon import table
from dragoman.lexicon.bending import WordKind, bent, objects_bent
from dragoman.lexicon.content_words import Tell, content_words
from dragoman.lexicon.cue_words import CuePart, cue_words
from dragoman.lexicon.cues import act_of, cue_forms
from dragoman.record import Act, Manner

BENT: list[tuple[str, WordKind, tuple[str, ...], set[str], str]] = [
    ("urge", "verb", (), {"urge", "urges", "urged", "urging"}, "silent e"),
    ("deny", "verb", (), {"deny", "denies", "denied", "denying"}, "consonant and y"),
    ("delay", "verb", (), {"delay", "delays", "delayed", "delaying"}, "vowel and y"),
    ("agree", "verb", (), {"agree", "agrees", "agreed", "agreeing"}, "double e"),
    ("lie", "verb", (), {"lie", "lies", "lied", "lying"}, "ie"),
    ("press", "verb", (), {"press", "presses", "pressed", "pressing"}, "hissing sound"),
    ("say", "verb", ("said",), {"say", "says", "said", "saying"}, "irregular past"),
    ("put", "verb", ("put", "putting"), {"put", "puts", "putting"}, "all alike"),
    ("point out", "verb", (), {"point out", "points out", "pointed out", "pointing out"}, "the first word bends"),
    ("fish tank", "noun", (), {"fish tank", "fish tanks"}, "the last word bends"),
    ("query", "noun", (), {"query", "queries"}, "plural in -ies"),
    ("angry", "adjective", (), {"angry"}, "no forms"),
    ("in spite of", "phrase", (), {"in spite of"}, "no forms"),
]


@pytest.mark.parametrize(("word", "kind", "irregular", "forms", "why"), BENT)
def test_forms(word: str, kind: WordKind, irregular: tuple[str, ...], forms: set[str], why: str) -> None:
    assert set(bent(word, kind, irregular)) == forms, why


def test_a_last_consonant_may_be_doubled() -> None:
    assert {"admitted", "admitting"} <= set(bent("admit", "verb"))
    assert {"labeled", "labelled"} <= set(bent("label", "verb"))
    assert "warnned" not in bent("warn", "verb")


def test_which_form() -> None:
    assert bent("say", "verb", ("said",)) == {"saying": "ing", "said": "past", "says": "third", "say": "base"}


def test_objects_are_bent_unless_they_are_no_nouns() -> None:
    assert "broke promises" in objects_bent(bent("break promise", "verb", ("broke", "broken")))
    assert "points outs" not in objects_bent(bent("point out", "verb"))


@pytest.mark.parametrize("name", ["cue_words", "content_words"])
def test_rows_of_the_tables(name: str) -> None:
    rows = table(name)
    assert len({(row["word"], row["kind"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["kind"] in get_args(WordKind), row
        assert row["word"] == row["word"].lower().strip() != "", row
        assert row["source"], row


def test_values_of_cue_words() -> None:
    for row in table("cue_words"):
        assert row["act"] in get_args(Act), row
        assert row["manner"] in get_args(Manner), row
        assert row["part"] in get_args(CuePart), row
        assert row["denied"] in {*get_args(Act), ""}, row


def test_values_of_content_words() -> None:
    told = {tell for row in table("content_words") for tell in row["tells"].split("|")}
    assert told == set(get_args(Tell))


def test_every_reporting_verb_is_a_word_of_cues() -> None:
    assert {words for words in cue_forms() if not any(word.kind == "verb" for word, _ in cue_words().get(words, ()))} == set()


def test_a_word_may_be_verb_and_noun() -> None:
    assert [(word.kind, form) for word, form in cue_words()["claims",]] == [("verb", "third"), ("noun", "base")]


def test_forms_of_the_older_table_belong_to_the_newer_one() -> None:
    assert {word.word for word, _ in cue_words()["told",]} == {"tell"}
    assert {word.part for word, _ in cue_words()["told",]} == {"bids"}


def test_a_content_word_knows_its_form() -> None:
    (word,) = content_words()["violated",]
    assert (word.word, word.form) == ("violate", "past")
    assert set(word.tells) == {"wrongs"}


def test_the_rules_that_find_reports_keep_their_table() -> None:
    assert act_of("supports") is None
    assert act_of("expects") == ("assert", "held")
    assert act_of("urged on") == ("request", "said")
