"""Our own training sentences: markup read as it says, every template good, the same documents every time."""

from __future__ import annotations

import random
import re

import pytest

from training.markup import MarkupError, Page, fill
from training.readers import written
from training.standoff import Document, Layer, faults, to_json

PARTS = "leads body quotes wants times finance headlines releases transcripts bullets negatives".split()


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [one for one in written.read() if isinstance(one, Document)]


def page_of(marked: str) -> Page:
    page = Page()
    page.add("", marked)
    return page


def test_brackets_become_spans() -> None:
    page = page_of(
        '[c "we wait,"] [s [off Foreign Minister] [per Ada Venn]] [q said] [date Monday], [c "for the [nins pact]."] // so it is'
    )
    text = page.text
    assert text == '"We wait," Foreign Minister Ada Venn said Monday, "for the pact." So it is'
    assert [text[one.start : one.end] for one in page.sentences] == [text[:-9].rstrip(), "So it is"]
    assert [(text[one.span.start : one.span.end], one.form, *one.types) for one in page.mentions] == [
        ("Foreign Minister", "nominal", "office"),
        ("Ada Venn", "name", "person"),
        ("pact", "nominal", "instrument"),
    ]
    assert [(text[one.span.start : one.span.end], one.kind) for one in page.times] == [("Monday", "DATE")]
    (said,) = page.attributions
    assert [text[one.start : one.end] for one in (*said.sources, *said.cues, *said.contents)] == [
        "Foreign Minister Ada Venn",
        "said",
        '"We wait,"',
        '"for the pact."',
    ]


def test_two_attributions_are_told_apart_and_doubt_is_masked() -> None:
    page = page_of("[s Ada] [q said] [c it rained], [s2 Eva] [q2 that] [c2 it did not] /n [?t once] more")
    assert [[page.text[one.start : one.end] for one in said.contents] for said in page.attributions] == [
        ["it rained"],
        ["it did not"],
    ]
    assert [(page.text[one.span.start : one.span.end], one.layers) for one in page.masks] == [("Once", frozenset({Layer.TIMES}))]
    assert "\n" in page.text


@pytest.mark.parametrize("wrong", ["[per Ada", "Ada]", "[nobody Ada]", "[s Ada] [q said] so"])
def test_what_cannot_be_read_is_said(wrong: str) -> None:
    with pytest.raises(MarkupError):
        page_of(wrong)


def test_choices_slots_figures_and_articles() -> None:
    slots = {"who": "[per <Ada|Eva>]", "what": "a~ [nins accord]", "land": "[st Kesh]"}
    chance = random.Random(1)
    assert re.fullmatch(r"\[per (Ada|Eva)\] signs an \[nins accord\]", fill("{who} signs {what}", chance, slots.__getitem__))
    assert fill("[ins {land.} Pact], {land^}", chance, slots.__getitem__) == "[ins Kesh Pact], KESH"
    assert re.fullmatch(r"[2-4] (five|six)", fill("{n:2-4} {w:5-6}", chance, slots.__getitem__))
    assert fill("a~ unit, a~ [nat Ukrainian] hour, a~ [dur eight-hour] day", chance, slots.__getitem__) == (
        "a unit, a [nat Ukrainian] hour, an [dur eight-hour] day"
    )
    assert fill("[c at [time 3 p.m.].]", chance, slots.__getitem__) == "[c at [time 3 p.m.]]"


@pytest.mark.parametrize("part", PARTS)
def test_every_template_parses(part: str) -> None:
    chance = random.Random(5)
    for template in written.templates()[part]:
        for _ in range(3):
            page = page_of(written.Cast(chance).sentence(template))
            assert not set(page.text) & set("[]{}<>|~^"), template
            assert "  " not in page.text, template


def test_every_slot_value_can_be_filled() -> None:
    chance = random.Random(5)
    for name in sorted(set(written.templates()) - {*PARTS, "states", "people"}):
        for value in written.templates()[name]:
            fill(value, chance, written.Cast(chance))


def test_no_document_is_faulty_and_all_layers_are_there(documents: list[Document]) -> None:
    assert len(documents) == written.DOCUMENTS
    assert [fault for one in documents for fault in faults(one)] == []
    assert {one.annotated for one in documents} == {written.ANNOTATED}
    said = {(one.form, kind) for page in documents for one in page.mentions for kind in one.types}
    assert said == {*(("name", kind) for kind in written.NAMES), *(("nominal", kind) for kind in written.NOMINALS)}
    assert {time.kind for page in documents for time in page.times} == {"DATE", "TIME", "DURATION", "SET"}
    assert sum(len(page.attributions) for page in documents) > 2_000
    assert any("\n\n" in page.text for page in documents)
    assert any("“" in page.text for page in documents)


def test_spans_are_what_they_claim(documents: list[Document]) -> None:
    for page in documents:
        for one in page.mentions:
            assert not re.match(r"(the|a|an) ", page.words(one.span)), page.words(one.span)
        for time in page.times:
            assert not re.match(r"(on|in|at(?! least)|by|since|until|from) ", page.words(time.span)), page.words(time.span)
        for said in page.attributions:
            assert said.contents
            assert all("told " not in page.words(cue) for cue in said.cues)


def test_the_same_seed_gives_the_same_documents() -> None:
    def lines(seed: int) -> list[bytes]:
        written._made.cache_clear()
        return [to_json(one) for one in written.read(seed=seed, documents=40) if isinstance(one, Document)]

    assert lines(3) == lines(3)
    assert lines(3) != lines(4)
