"""Whether what a time expression dates is past or to come: by the verb that governs it, and by words alone."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.tenses import tense_of
from dragoman.annotate.trees import Trees
from dragoman.article import Span
from dragoman.tagger import Token

BY_WORDS = [
    ("The envoys met on [Monday].", "past", "a past verb before it"),
    ("The envoys will meet on [Monday].", "future", "will"),
    ("They are to meet again on [Sunday].", "future", "are to"),
    ("They agreed to meet on [Monday].", "future", "agreed to"),
    ("The border has been closed since [Monday].", "past", "since reaches back"),
    ("The parties spoke ahead of [Sunday]'s vote.", "future", "what one speaks ahead of is to come"),
    ("She hopes to go on, the envoy said on [Monday].", "past", "said on"),
    ("The envoy said on [Monday] that she would go on.", "past", "said on"),
    ("Officials condemned [Sunday]'s attack.", None, "whose attack: nothing tells"),
    ("Parliament votes on [Sunday].", "present", "what is planned is told in the present"),
    ("They vote on [Sunday].", "present", "however near the beginning"),
    ("A meeting is scheduled for [Tuesday].", "future", "scheduled for"),
    ("They extended the truce until [Friday].", "future", "what reaches so far reaches past the page"),
    ("It had held until [Friday].", "past", "but not in a tale of what had been"),
    ("They hoped to sail before the rains end in [November].", "future", "a present behind before"),
    ("They sailed before the rains ended in [November].", "past", "a past behind before"),
    ("Oslo, [Friday].", None, "no verb at all"),
    ("It will respond, a spokesman said on [Friday].", "past", "the day of what was said"),
    ("It will be shut, he explained [Friday] in Lund.", "past", "other words for saying"),
    ("He will go, she told the two envoys [Friday].", "past", "told whom"),
]

TREES = [
    (
        "The ministry said [Friday] would be calm .",
        "DET:1 NOUN:2 VERB:- PROPN:6:nsubj AUX:6:aux AUX:6:cop ADJ:2:ccomp PUNCT:2",
        "future",
        "what was said begins with the day",
    ),
    (
        "Winners will be announced on [Friday] .",
        "NOUN:3 AUX:3:aux AUX:3:aux:pass VERB:- ADP:5 PROPN:3 PUNCT:3",
        "future",
        "nobody has said it yet",
    ),
    (
        "The minister , who arrived on [Monday] , will meet the king .",
        "DET:1 NOUN:9 PUNCT:4 PRON:4 VERB:1:acl:relcl ADP:6 PROPN:4 PUNCT:4 AUX:9:aux VERB:- DET:11 NOUN:9 PUNCT:9",
        "past",
        "the verb of its own clause, not the main one",
    ),
    (
        "The summit , to be attended by leaders on [Saturday] , was called by Norway .",
        "DET:1 NOUN:12 PUNCT:5 PART:5:mark AUX:5:aux:pass VERB:1:acl ADP:7 NOUN:5 ADP:9 PROPN:5 PUNCT:5 AUX:12:aux:pass VERB:- "
        "ADP:14 PROPN:12 PUNCT:12",
        "future",
        "an infinitive is still to come",
    ),
    (
        "He was to have met her on [Friday] .",
        "PRON:4 VERB:- PART:4:mark AUX:4:aux VERB:1:xcomp PRON:4 ADP:7 PROPN:4 PUNCT:1",
        "past",
        "to have met",
    ),
    (
        "The president had planned to visit in [May] .",
        "DET:1 NOUN:3 AUX:3:aux VERB:- PART:5:mark VERB:3:xcomp ADP:7 PROPN:5 PUNCT:3",
        "past",
        "had planned to",
    ),
    (
        "The ministers are meeting in Bonn on [Thursday] .",
        "DET:1 NOUN:3 AUX:3:aux VERB:- ADP:5 PROPN:3 ADP:7 PROPN:3 PUNCT:3",
        "future",
        "are meeting",
    ),
    (
        "A spokesman says so on [Friday] .",
        "DET:1 NOUN:2 VERB:- ADV:2 ADP:5 PROPN:2 PUNCT:2",
        "past",
        "a report in the present is of what was said",
    ),
    ("The court meets on [Friday] .", "DET:1 NOUN:2 VERB:- ADP:4 PROPN:2 PUNCT:2", "present", "a plan told in the present"),
    (
        "The envoy is in Cairo on [Friday] .",
        "DET:1 NOUN:4 AUX:4:cop ADP:4 PROPN:- ADP:6 PROPN:4 PUNCT:4",
        "present",
        "a predicate that is no verb",
    ),
]


def marked(text: str) -> tuple[str, Span]:
    first, last = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), Span(first, last)


def trees_of(text: str, arcs: str) -> Trees:
    """``UPOS:head:deprel`` of each word between blanks; ``-`` for the root; the tense is left to the form of the verb."""
    tokens = []
    for word, arc in zip(re.finditer(r"\S+", text), arcs.split(), strict=True):
        upos, head, *deprel = arc.split(":")
        tense: Literal["Pres"] | None = "Pres" if word[0] in ("says", "meets", "is", "are") else None
        tokens.append(Token(Span(*word.span()), upos, None if head == "-" else int(head), ":".join(deprel) or "dep", tense))
    return Trees(text, tokens)


@pytest.mark.parametrize(("text", "expected", "why"), BY_WORDS)
def test_by_words(text: str, expected: str | None, why: str) -> None:
    assert tense_of(*marked(text), None) == expected, why


@pytest.mark.parametrize(("text", "arcs", "expected", "why"), TREES)
def test_by_the_verb_that_governs_it(text: str, arcs: str, expected: str | None, why: str) -> None:
    words, span = marked(text)
    assert tense_of(words, span, trees_of(words, arcs)) == expected, why


@given(st.text(max_size=300), st.integers(0, 299), st.integers(1, 20))
@settings(max_examples=200)
def test_any_text_has_a_tense_or_none(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    if start < len(text):
        assert tense_of(text, Span(start, min(len(text), start + length)), None) in {"past", "present", "future", None}
