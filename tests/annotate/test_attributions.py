"""The tagger's attributions as quotations: hand-written tags, no model."""

from __future__ import annotations

import re

import pytest

from dragoman.annotate import annotate
from dragoman.article import Article, Span
from dragoman.tagger import Attribution, FakeTagger, Tags, Token
from tests.strategies import article_of


def span(text: str, words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def read(
    text: str, content: tuple[str, ...], cue: str, source: str | None, tokens: tuple[Token, ...] = ()
) -> list[tuple[str, ...]]:
    """Contents of the quotation with that cue, as strings: first the cue, then the source."""
    article = article_of(text)
    sentences = (0, *(match.end() for match in re.finditer(r"\.”? (?=[A-Z“])", text)))
    one = Attribution(
        tuple(span(text, piece) for piece in content), span(text, cue), (span(text, source),) if source else (), probability=0.9
    )
    tagger = FakeTagger({text: Tags(sentences=sentences, tokens=tokens, attributions=(one,))})
    return [shown(article, quotation) for quotation in annotate(article, tagger).quotations if quotation.probability]


def shown(article: Article, quotation: object) -> tuple[str, ...]:
    told = [getattr(quotation, name) for name in ("cue", "source")]
    return tuple(article[one] if one else "" for one in told) + tuple(article[piece] for piece in quotation.content)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "expected", "why"),
    [
        ("Lund bemoaned for an hour the toll.", ("the toll",), "bemoaned", "Lund", ("bemoaned", "Lund", "the toll"), "as tagged"),
        (
            "Lund railed against the toll.",
            ("against the toll",),
            "railed",
            "Lund",
            ("railed against", "Lund", "the toll"),
            "preposition",
        ),
        (
            "Lund bemoaned the toll. The road is long. It is old. Nobody pays.",
            ("the toll", "It is old"),
            "bemoaned",
            "Lund",
            ("bemoaned", "Lund", "the toll"),
            "a clause of another sentence is nobody's",
        ),
        (
            "Lund mused “it is old” at noon. “Nobody pays.” The rest left.",
            ("“it is old”", "“Nobody pays.”"),
            "mused",
            "Lund",
            ("mused", "Lund", "it is old", "Nobody pays"),
            "a quotation that is the next sentence",
        ),
        (
            "Lund bemoaned the toll: “Nobody pays it.”",
            ("the toll: “Nobody pays it.”",),
            "bemoaned",
            "Lund",
            ("bemoaned", "Lund", "the toll", "Nobody pays it"),
            "what a colon leads into is said by itself",
        ),
        (
            "Soto left early. Somebody bemoaned the toll.",
            ("the toll",),
            "bemoaned",
            "Soto",
            ("bemoaned", "", "the toll"),
            "a source of another sentence is dropped",
        ),
        (
            "Tolls that bemoaned the road.",
            ("the road",),
            "bemoaned",
            "Tolls that",
            ("bemoaned", "Tolls", "the road"),
            "no tailing that",
        ),
    ],
)
def test_pieces_cue_and_source(
    text: str, content: tuple[str, ...], cue: str, source: str, expected: tuple[str, ...], why: str
) -> None:
    assert expected in read(text, content, cue, source), why


def test_the_subject_is_the_source_where_none_is_tagged() -> None:
    text = "Lund bemoaned the toll."
    words = [
        ("Lund", "PROPN", 1, "nsubj"),
        ("bemoaned", "VERB", None, "root"),
        ("the", "DET", 3, "det"),
        ("toll", "NOUN", 1, "obj"),
    ]
    tokens = tuple(Token(span(text, word), upos, head, deprel) for word, upos, head, deprel in words)
    assert ("bemoaned", "Lund", "the toll") in read(text, ("the toll",), "bemoaned", None, tokens)


def test_what_was_said_begins_behind_whom_it_was_said_to() -> None:
    text = "Lund bemoaned neighbours in letters that nobody pays."
    words = [
        ("Lund", "PROPN", 1, "nsubj"),
        ("bemoaned", "VERB", None, "root"),
        ("neighbours", "NOUN", 1, "iobj"),
        ("in", "ADP", 4, "case"),
        ("letters", "NOUN", 1, "obl"),
        ("that", "SCONJ", 7, "mark"),
        ("nobody", "PRON", 7, "nsubj"),
        ("pays", "VERB", 1, "ccomp"),
    ]
    tokens = tuple(Token(span(text, word), upos, head, deprel) for word, upos, head, deprel in words)
    content = "neighbours in letters that nobody pays"
    assert read(text, (content,), "bemoaned", "Lund", tokens) == [("bemoaned", "Lund", "nobody pays")]
    assert read(text, (content,), "bemoaned", "Lund") == [("bemoaned", "Lund", content)], "without a tree nothing is taken off"


def test_furniture_is_no_running_text() -> None:
    from dragoman.annotate.running import running_text
    from dragoman.article import Part

    text = "One.\nSHARE\nTwo."
    parts = (Part("body", Span(0, 4)), Part("share_control", Span(5, 10)), Part("body", Span(11, 15)))
    article = Article("a", text, "en", parts)
    assert running_text(article) == "One.\n     \nTwo."
