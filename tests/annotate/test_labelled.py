"""Speech whose speaker is told by form alone, inside a report."""

from __future__ import annotations

import pytest

from dragoman.annotate.quoting.labelled import labelled
from dragoman.annotate.tokens import body_runs
from tests.strategies import article_of


def found(text: str) -> list[tuple[str, str]]:
    article = article_of(text)
    told = labelled(article, body_runs(article))
    return [(article[one.source] if one.source else "", " ".join(article[piece] for piece in one.content)) for one in told]


@pytest.mark.parametrize(
    ("text", "quotations", "why"),
    [
        ("“The bridge is ours.” ― Ana Costa.", [("Ana Costa", "The bridge is ours.")], "signed on its own line"),
        ("“The bridge is ours.”\n— Ana Costa, ferry owner", [("Ana Costa", "The bridge is ours.")], "signed on the next"),
        ("“The bridge is ours,” — said nobody yet.", [], "no name behind the dash"),
        ("The bridge — Ana Costa's — is old.", [], "no quotation"),
        ("“The bridge is ours.” - Reuters", [], "an agency signs its report"),
        (
            "They met on Monday.\nCOSTA: Who pays?\nLUND: You do.\nCOSTA: We shall see.",
            [("COSTA", "Who pays?"), ("LUND", "You do."), ("COSTA", "We shall see.")],
            "labels in capitals",
        ),
        ("They met on Monday.\nVIDEO: The bridge at night\nUPDATE: More to come\nNOTE: Corrected", [], "labels of furniture"),
        ("They met on Monday.\nCOSTA: Who pays?", [], "one label may be anything"),
    ],
)
def test_signed_and_labelled(text: str, quotations: list[tuple[str, str]], why: str) -> None:
    assert found(text) == quotations, why
