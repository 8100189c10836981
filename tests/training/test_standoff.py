"""The one form: written and read alike, and its faults named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.article import Span
from training.skips import held_out
from training.standoff import (
    Attribution,
    Chain,
    Document,
    Event,
    EventType,
    Layer,
    Mask,
    Mention,
    MentionType,
    Participant,
    PronounCase,
    Time,
    Token,
    Version,
    faults,
    from_json,
    spans_of,
    to_json,
)

TEXT = "Ada Venn said Kesh would sign on Monday."
SAID = Attribution("E1", (Span(0, 8),), (Span(9, 13),), (Span(14, 39),))
FULL = Document(
    id="a",
    dataset="own",
    split="train",
    text=TEXT,
    annotated=frozenset(Layer),
    names_of=frozenset(MentionType),
    chains_of=frozenset({"name", "pronoun"}),
    fold=3,
    sentences=(Span(0, 40),),
    tokens=(Token(Span(0, 3), "PROPN", ("Number=Sing",), 1, "nsubj"), Token(Span(9, 13), "VERB", (), None, "root")),
    mentions=(Mention(Span(14, 18), frozenset({MentionType.STATE, MentionType.PLACE}), head=Span(14, 18)),),
    times=(Time(Span(33, 39), "DATE", "2021-05-10"),),
    attributions=(SAID,),
    versions=(Version("x", (SAID,)),),
    events=(
        Event(
            Span(0, 40), Span(25, 29), frozenset({EventType.AGREE}), "planned", -1.0, (Participant("source", (Span(14, 18),)),)
        ),
    ),
    chains=(Chain("1", (Span(0, 8),)),),
    pronouns=(PronounCase(Span(0, 3), ((Span(4, 8), False),)),),
    masks=(Mask(Span(0, 3), frozenset({Layer.TIMES, Layer.EVENTS}), "own"),),
)


def test_reads_what_it_wrote() -> None:
    assert from_json(to_json(FULL)) == FULL


def test_sets_are_written_in_one_order() -> None:
    line = to_json(FULL).decode()
    assert '"types":["place","state"]' in line
    assert '"layers":["events","times"]' in line


def test_a_sound_document_has_no_faults_and_all_its_spans_are_seen() -> None:
    assert faults(FULL) == []
    assert {layer for layer, _ in spans_of(FULL)} == {
        "sentences", "tokens", "mentions", "times", "attributions", "events", "participants", "chains", "pronouns", "masks",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (replace(FULL, times=(Time(Span(33, 99)),)), "ends after the text"),
        (replace(FULL, times=(Time(Span(32, 39)),)), "begins or ends with a blank"),
        (replace(FULL, tokens=(Token(Span(0, 3), head=7),)), "head outside"),
        (replace(FULL, tokens=(Token(Span(4, 8)), Token(Span(0, 3)))), "out of order"),
        (replace(FULL, sentences=(Span(0, 20), Span(14, 40))), "overlapping"),
    ],
)
def test_names_faults(document: Document, words: str) -> None:
    assert any(words in fault for fault in faults(document))


def test_holding_back_is_by_name_alone_and_about_a_tenth() -> None:
    names = [f"document {number}" for number in range(2000)]
    kept = [name for name in names if held_out(name) == "dev"]
    assert [name for name in reversed(names) if held_out(name) == "dev"] == kept[::-1]
    assert 150 < len(kept) < 250
