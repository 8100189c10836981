"""Fit ``extract/html/block_weights.tsv`` on the development halves, and judge the points on pages they were not fitted on.

    python -m benchmarks.fit_html            judge: folds by page, several draws
    python -m benchmarks.fit_html --write    fit on all pages of the development halves and write the table

Needs scikit-learn, which is no dependency of Dragoman. A block is content if half of its 4-grams are in the gold body
(of fewer than four tokens: if it is a whole line there). The data are found by DRAGOMAN_DATA.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from statistics import mean

import numpy as np
from selectolax.lexbor import LexborHTMLParser
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks import pages_html, pages_modern
from dragoman.extract import names
from dragoman.extract.encoding import decode
from dragoman.extract.head import metadata
from dragoman.extract.html.blocks import Block, blocks
from dragoman.extract.html.signs import Layout, signs_of, title_place

STRENGTH = 0.3
"""C of the regression. 0.1, 0.6 and 1 gave the same F1 within .002."""
LENGTH_POWER = 0.7
"""Blocks weigh by their share of the page's words to this power: 1 forgets short lines, 0.4 was .002 worse."""
FOLDS = 8
DRAWS = (1, 2, 3)
SETS = {"pages-html": pages_html.saved_pages, "pages-modern": pages_modern.saved_pages}


@dataclass(frozen=True)
class Judged:
    """A page's blocks that may be body, their signs, and which are content."""

    source: str
    gold: str
    blocks: tuple[Block, ...]
    signs: tuple[tuple[str, ...], ...]
    content: tuple[bool, ...]


def judged_pages() -> Iterator[Judged]:
    for source, saved in SETS.items():
        for page in saved():
            tree = LexborHTMLParser(decode(page.content, "text/html").text)
            head = metadata.read(tree, page.url)
            title = names.best_title(head.titles, names.outlet_names([field.value for field in head.outlets], head.url))
            found = blocks(tree)
            layout = Layout(found, title_place(found, title.text if title else ""))
            chosen = list(signs_of(found, layout))
            kept = tuple(found[i] for i, _ in chosen)
            content = tuple(is_content(block.text, page.body) for block in kept)
            yield Judged(source, page.body, kept, tuple(tuple(signs) for _, signs in chosen), content)


def is_content(line: str, gold: str) -> bool:
    tokens = pages_html.TOKEN.findall(line)
    if len(tokens) < pages_html.SHINGLE:
        return bool(tokens) and line.strip() in {one.strip() for one in gold.split("\n")}
    known, mine = pages_html.shingles(gold), pages_html.shingles(line)
    return sum(count for run, count in mine.items() if run in known) >= 0.5 * sum(mine.values())


def length_weight(block: Block, page: Judged) -> float:
    tokens = max(2, len(pages_html.TOKEN.findall(block.text)))
    return float((tokens / max(50, len(pages_html.TOKEN.findall(page.gold)))) ** LENGTH_POWER + 0.002)


def fitted(matrix: object, content: object, weights: object) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=3000).fit(matrix, content, sample_weight=weights)


def judge(pages: Sequence[Judged], matrix: object, content: object, weights: object, groups: object) -> None:
    """Print F1 on pages left out, mean of several draws, by source and threshold."""
    results: dict[tuple[str, float], list[pages_html.Scores]] = {}
    for draw in DRAWS:
        points = np.zeros(len(content))  # type: ignore[arg-type]
        for seen, unseen in GroupKFold(FOLDS, shuffle=True, random_state=draw).split(matrix, content, groups):
            model = fitted(matrix[seen], content[seen], weights[seen])  # type: ignore[index]
            points[unseen] = model.decision_function(matrix[unseen])  # type: ignore[index]
        for source in SETS:
            for threshold in (-0.5, -0.25, 0.0, 0.25):
                results.setdefault((source, threshold), []).append(scores_of(pages, groups, points, source, threshold))
    for (source, threshold), draws in results.items():
        means = " ".join(f"{mean(getattr(s, name) for s in draws):.4f}" for name in ("f1", "precision", "recall", "exact"))
        print(f"{source:13} threshold {threshold:5}: F1 precision recall exact {means}")


def scores_of(pages: Sequence[Judged], groups: object, points: object, source: str, threshold: float) -> pages_html.Scores:
    pairs = []
    for number, page in enumerate(pages):
        if page.source == source:
            mine = points[groups == number]  # type: ignore[index]
            pairs.append((page.gold, "\n".join(block.text for block, p in zip(page.blocks, mine, strict=True) if p > threshold)))
    return pages_html.score(pairs)


def table(points: dict[str, float], always: float, pages: Sequence[Judged]) -> str:
    counts = {source: sum(page.source == source for page in pages) for source in SETS}
    drawn = " and ".join(f"{count} of {source}" for source, count in counts.items())
    head = f"""# What each sign of a block says about its being body (dragoman/extract/html/signs.py), in points: a sum above
# verdicts.THRESHOLD is body. Fitted by one logistic regression (L2, C = {STRENGTH}; blocks weighted by their share of the
# page's words to the power {LENGTH_POWER}) on the development halves of two sets: {drawn}. The signs are written
# by hand, no word of a page is among them. Made by benchmarks/fit_html.py; figures on pages left out:
# docs/decisions/0002-html-blocks.md
sign\tpoints
always\t{always:.2f}
"""
    return head + "".join(f"{sign}\t{value:.2f}\n" for sign, value in sorted(points.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the table")
    options = parser.parse_args()
    pages = list(judged_pages())
    rows = [dict.fromkeys(signs, 1) for page in pages for signs in page.signs]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    content = np.array([one for page in pages for one in page.content])
    weights = np.array([length_weight(block, page) for page in pages for block in page.blocks])
    weights *= len(weights) / weights.sum()
    groups = np.array([number for number, page in enumerate(pages) for _ in page.blocks])
    judge(pages, matrix, content, weights, groups)
    if options.write:
        model = fitted(matrix, content, weights)
        points = dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
        path = Path(str(resources.files("dragoman.extract.html") / "block_weights.tsv"))
        path.write_text(table(points, float(model.intercept_[0]), pages), encoding="utf-8")


if __name__ == "__main__":
    main()
