"""Sentences: where one ends, and what only looks like an end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from dragoman.annotate.sentences import find_sentences
from dragoman.article import Article, Part, Span
from tests.strategies import article_of, words


def sentences_in(text: str) -> list[str]:
    article = article_of(text)
    return [article[sentence.span] for sentence in find_sentences(article)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Talks began. They went on.", ["Talks began.", "They went on."], "two plain sentences"),
        ("Mr. Oru met Gen. Tal in St. Anne.", ["Mr. Oru met Gen. Tal in St. Anne."], "titles and saints"),
        ("J. R. Vane of the U.S. Senate left.", ["J. R. Vane of the U.S. Senate left."], "initials and letters of a state"),
        ("“We go.” She left.", ["“We go.”", "She left."], "the closing mark belongs to its sentence"),
        ('"We go.", Vane said.', ['"We go.", Vane said.'], "a comma behind the quotation"),
        ("It rose 3.5 per cent. Then it fell.", ["It rose 3.5 per cent.", "Then it fell."], "a decimal point"),
        ("Not now... perhaps later.", ["Not now... perhaps later."], "an ellipsis before a small letter"),
        ("Really? Yes!", ["Really?", "Yes!"], "question and exclamation"),
        ("First line of a page\n\nSecond block.", ["First line of a page", "Second block."], "a blank line"),
        ("Envoys met.\nThey left.", ["Envoys met.", "They left."], "a line a sentence"),
        ("Envoys met in\nthe old town.", ["Envoys met in\nthe old town."], "a hard wrap before a small letter"),
        ("A Short Heading\nEnvoys met.", ["A Short Heading", "Envoys met."], "a heading is no part of what follows"),
        (" \n", [], "blank"),
    ],
)
def test_split(text: str, expected: list[str], why: str) -> None:
    if not text.strip():
        assert list(find_sentences(Article("a", text, "en", ()))) == [], why
    else:
        assert sentences_in(text) == expected, why


def test_furniture_is_never_crossed() -> None:
    text = "The envoy said\nListen Live\nthat talks went on."
    parts = (Part("body", Span(0, 14)), Part("audio_link", Span(15, 26)), Part("body", Span(27, len(text))))
    article = Article("a", text, "en", parts)
    assert [article[s.span] for s in find_sentences(article)] == ["The envoy said", "that talks went on."]


@given(words)
@settings(max_examples=40)
def test_sound_spans(text: str) -> None:
    article = article_of(text)
    spans = [sentence.span for sentence in find_sentences(article)]
    assert all(article[span] == article[span].strip() for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join(article[span] for span in spans).split() == [] or "".join(text.split()) == "".join(
        "".join(article[span].split()) for span in spans
    )
