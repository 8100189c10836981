"""Fit ``assemble/saying/statement_weights.tsv``: how likely a statement's words and source are right.

    DRAGOMAN_DATA=… python -m benchmarks.fit_confidence [--write]

Logistic regression over the signs of ``assemble.confidence``, on the quotations read from PolNeAR's development half, those that
stand inside another left out. Right: contents share half of the characters of their union with an annotated one, sources overlap.
Prints the expected calibration error and the Brier score, cross-validated by article (ten folds), beside those of one rate for
all, and how right statements are by tenths of confidence. With ``--write``, weights fitted on all articles are written. Needs
scikit-learn, which is no dependency of Dragoman.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.statements_borders import widened
from benchmarks.tagger.documents import documents
from benchmarks.tagger.linked import Whole, annotated, half_of_content
from dragoman.annotate import annotate
from dragoman.annotations import Quotation
from dragoman.article import Article, Page
from dragoman.assemble.saying import confidence
from dragoman.assemble.saying.acts import read_act
from dragoman.extract import extract
from dragoman.pipeline import shipped_tagger
from dragoman.record import Manner

WEIGHTS = Path(confidence.__file__).with_name("statement_weights.tsv")
FOLDS = 10
STRENGTH = 1.0
HEAD = """# Weights of what speaks for and against a statement's words and source being right: see confidence.py.
# Fitted by benchmarks/fit_confidence.py on PolNeAR's development half ({rows} statements).
"""


@dataclass(frozen=True)
class Example:
    """One quotation: its article's number, its signs, whether it is right."""

    article: int
    signs: dict[str, float]
    right: bool


def examples() -> Iterator[Example]:
    for number, document in enumerate(documents("polnear")):
        article = extract(Page(f"{document.id}.txt", document.text.encode()))
        if article.text != document.text or article.unread:
            continue
        read = [one for one in annotate(article, shipped_tagger()).quotations if one.inside is None]
        ours = [widened(article.text, whole(one)) for one in read]
        gold = list(annotated(document.attributions))
        for one, spans in zip(read, ours, strict=True):
            right = any(half_of_content(other, spans) for other in gold)
            yield Example(number, dict(confidence.signs(one, manner(article, one))), right)


def whole(one: Quotation) -> Whole:
    return Whole((one.source,) if one.source else (), (one.cue,) if one.cue else (), one.content)


def manner(article: Article, one: Quotation) -> Manner:
    content = " ".join(article[piece] for piece in one.content)
    sourced = one.source is not None or one.cue is None
    cue, source = (article[span] if span else "" for span in (one.cue, one.source))
    return read_act(cue or None, content, form=one.form, headline=one.headline, sourced=sourced, source=source).manner


def fitted(rows: Sequence[Example]) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression

    names = list(rows[0].signs)
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=1000)
    model.fit([[row.signs[name] for name in names] for row in rows], [row.right for row in rows])
    return dict(zip(names, model.coef_[0].tolist(), strict=True))


def told(row: Example, weights: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in row.signs.items())))


def crossed(rows: Sequence[Example]) -> list[tuple[float, bool]]:
    """Each example with the probability that the weights of the other articles give it."""
    found = []
    for fold in range(FOLDS):
        weights = fitted([row for row in rows if row.article % FOLDS != fold])
        found += [(told(row, weights), row.right) for row in rows if row.article % FOLDS == fold]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    rows = list(examples())
    pairs = crossed(rows)
    rate = sum(row.right for row in rows) / len(rows)
    print(f"{len(rows)} statements, {100 * rate:.1f} % right")
    print(f"Brier score {brier(pairs):.4f}, of one rate for all {brier([(rate, right) for _, right in pairs]):.4f}")
    print(f"expected calibration error, ten bins: {calibration_error(pairs):.4f}")
    for low, high, count, sure, right in tenths(pairs):
        print(f"  {low:.1f}-{high:.1f}  {count:5d}  told {sure:.3f}  right {right:.3f}")
    if wanted.write:
        lines = [f"{name}\t{weight:.3f}" for name, weight in fitted(rows).items()]
        WEIGHTS.write_text(HEAD.format(rows=len(rows)) + "\n".join(lines) + "\n", encoding="utf-8")


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    return sum((sure - right) ** 2 for sure, right in pairs) / len(pairs)


def tenths(pairs: Sequence[tuple[float, bool]]) -> Iterator[tuple[float, float, int, float, float]]:
    """Bins of a tenth: bounds, how many, mean probability, share that is right."""
    for tenth in range(10):
        own = [(sure, right) for sure, right in pairs if tenth <= 10 * sure < tenth + 1 or (sure == 1 and tenth == 9)]
        if own:
            count = len(own)
            yield (
                tenth / 10,
                tenth / 10 + 0.1,
                count,
                sum(sure for sure, _ in own) / count,
                sum(right for _, right in own) / count,
            )


def calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    return sum(count * abs(sure - right) for _, _, count, sure, right in tenths(pairs)) / len(pairs)


if __name__ == "__main__":
    main()
