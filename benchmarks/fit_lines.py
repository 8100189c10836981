"""Fit ``extract/text/line_weights.tsv``: which lines of a text dump are the article.

    DRAGOMAN_DATA=… python -m benchmarks.fit_lines [--write]

Logistic regression over the cues of ``extract.lines``, ``prose`` and ``stretches``, on the dev half of the saved pages, dumped
both ways (see ``benchmarks.text_dumps``). Prints cross-validated figures (six folds by page; both dumps of a page stay in one
fold) and, with ``--write``, writes weights fitted on the whole half. Needs scikit-learn, which is no dependency of Dragoman.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.halves import Half
from benchmarks.text_dumps import Dump, corpora, score
from dragoman.extract.text import lines, prose, roles

WEIGHTS = Path(lines.__file__).with_name("line_weights.tsv")
LOOKS = ("first", "second", "third")
FOLDS, INNER = 6, 4
STRENGTH = 0.02
"""C of the regression: .02, .1 and .3 were tried by cross-validation; weaker ties follow single pages."""
LEFTOVERS = 3.0
"""Weight of a line of a ``resid`` dump: there are six times fewer of them."""
LONG_PAGE = 60
"""A page counts by the square root of its lines beyond so many, or three long lists decide every weight."""
HALF: Half = "dev"

Weights = dict[str, float]


@dataclass(frozen=True)
class Seen:
    """One dump with everything that does not change while weights are fitted."""

    corpus: str
    dump: Dump
    page: list[lines.Seen]
    cues: list[lines.Cues]
    weight: float


def look_at(corpus: str, dump: Dump) -> Seen:
    page = lines.see(dump.lines)
    weight = (LEFTOVERS if corpus.endswith("resid") else 1.0) * (LONG_PAGE / max(10, len(page))) ** 0.5
    return Seen(corpus, dump, page, lines.page_cues(page), weight)


def fit(pages: Sequence[Seen], cues: Sequence[Sequence[Mapping[str, float]]]) -> Weights:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = DictVectorizer()
    rows = vectors.fit_transform([row for page in cues for row in page])
    gold = [content for page in pages for content in page.dump.content]
    weight = [page.weight for page in pages for _ in page.page]
    found = LogisticRegression(C=STRENGTH, max_iter=300, fit_intercept=False).fit(rows, gold, sample_weight=weight)
    return {name: round(float(value), 2) for name, value in zip(vectors.feature_names_, found.coef_[0], strict=True)}


def train(pages: Sequence[Seen]) -> list[Weights]:
    """Weights for every look; a later look is fitted on scores that its pages' own lines had no part in."""
    cues: list[list[lines.Cues]] = [page.cues for page in pages]
    found = []
    for _ in LOOKS:
        found.append(fit(pages, cues))
        scores = held_out(pages, cues)
        cues = [
            [{**own, **near} for own, near in zip(page.cues, prose.neighbour_cues(page.page, mine), strict=True)]
            for page, mine in zip(pages, scores, strict=True)
        ]
    return found


def held_out(pages: Sequence[Seen], cues: Sequence[Sequence[lines.Cues]]) -> list[list[float]]:
    names = sorted({page.dump.page for page in pages})
    fold = {name: index % INNER for index, name in enumerate(names)}
    scores: list[list[float]] = [[] for _ in pages]
    for held in range(INNER):
        inside = [index for index, page in enumerate(pages) if fold[page.dump.page] != held]
        weights = fit([pages[index] for index in inside], [cues[index] for index in inside])
        for index, page in enumerate(pages):
            if fold[page.dump.page] == held:
                scores[index] = [prose.chance(row, weights) for row in cues[index]]
    return scores


def kept(page: Seen, weights: Sequence[Weights]) -> list[bool]:
    """The whole decision, as ``plaintext.read`` makes it, with these weights."""
    scores = prose.likelihoods(page.page, dict(zip(LOOKS, weights, strict=True)))
    return [kind == "body" for kind in roles.assign(page.page, scores, None).kinds]


def cross_validate(pages: Sequence[Seen]) -> list[list[bool]]:
    names = sorted({page.dump.page for page in pages})
    random.Random(5).shuffle(names)
    fold = {name: index % FOLDS for index, name in enumerate(names)}
    found: list[list[bool]] = [[] for _ in pages]
    for held in range(FOLDS):
        weights = train([page for page in pages if fold[page.dump.page] != held])
        for index, page in enumerate(pages):
            if fold[page.dump.page] == held:
                found[index] = kept(page, weights)
    return found


def report(pages: Sequence[Seen], decided: Sequence[Sequence[bool]]) -> None:
    for corpus in dict.fromkeys(page.corpus for page in pages):
        mine = [index for index, page in enumerate(pages) if page.corpus == corpus]
        found = score([pages[index].dump for index in mine], [decided[index] for index in mine])
        print(
            f"  {corpus:30} content {found.content:.3f}  furniture {found.furniture:.3f}  document {found.document:.3f}"
            f"  content by page {found.page:.3f}"
        )


def write(weights: Sequence[Weights]) -> None:
    names = list(dict.fromkeys(name for look in weights for name in look))
    rows = ["\t".join([name, *(f"{look[name]:g}" if look.get(name) else "" for look in weights)]) for name in names]
    head = [
        "# Weights of the cues of lines.py (first look), prose.py and stretches.py (second, third):"
        " a line is body where its sum is above 0.",
        "# Made by benchmarks/fit_lines.py on the dev half of the saved pages. Figures: docs/decisions/0003-text-dumps.md",
        "\t".join(["cue", *LOOKS]),
    ]
    WEIGHTS.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--write", action="store_true", help="write the weights fitted on the whole half")
    options = arguments.parse_args()
    pages = [look_at(corpus, dump) for corpus, dumps in corpora(HALF) for dump in dumps]
    print(f"cross-validated in {FOLDS} folds by page")
    report(pages, cross_validate(pages))
    weights = train(pages)
    print("fitted")
    report(pages, [kept(page, weights) for page in pages])
    if options.write:
        write(weights)


if __name__ == "__main__":
    main()
