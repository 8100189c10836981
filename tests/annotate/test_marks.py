"""Quotation marks: which open, which close, what an unclosed one reaches."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.quoting.marks import find_quoted
from dragoman.annotate.tokens import body_runs
from tests.strategies import article_of


def quoted_in(text: str) -> list[str]:
    article = article_of(text)
    return [article[q.inner] for q in find_quoted(article, body_runs(article))]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ('He said: "We go."', ["We go."], "straight"),
        ("He said: “We go.”", ["We go."], "curly"),
        ("Er sagte: „We go.“", ["We go."], "low and high"),
        ("Il a dit : « We go. »", ["We go."], "angles with blanks inside"),
        ("He said: ''We go.''", ["We go."], "two single marks"),
        ("He said: ``We go.''", ["We go."], "typewriter"),
        ("He said: ‘We go.’", ["We go."], "single curly"),
        ("The envoys' talks and Iran's answer", [], "apostrophes"),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"], "the outer one holds the inner one"),
        ("“A. B.\nC.” He left.", ["A. B.\nC."], "over lines"),
        ("“One paragraph.\n\n“And the next,” he said.", ["One paragraph.", "And the next,"], "paragraphs that open anew"),
        ("“Never closed\n\nNext paragraph.", ["Never closed"], "unclosed: to the end of its paragraph"),
        ('Six feet 2" and more', [], "a mark that opens nothing"),
    ],
)
def test_pairs(text: str, expected: list[str], why: str) -> None:
    assert quoted_in(text) == expected, why


@given(st.text(alphabet="ab. ,\n\"“”'‘’«»", min_size=1, max_size=80).filter(lambda s: bool(s.strip())))
@settings(max_examples=60)
def test_sound_spans(text: str) -> None:
    article = article_of(text)
    found = find_quoted(article, body_runs(article))
    assert all(q.inner in q.span and article[q.inner].strip() == article[q.inner] for q in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
