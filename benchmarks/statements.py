"""Statements: who said what to whom. Everything that the reading of statements is measured by, in one table.

    python -m benchmarks.statements                       PolNeAR dev, gold/dev, ELEVANT's pronouns
    python -m benchmarks.statements --only polnear gold   some of them
    python -m benchmarks.statements --errors              also the causes of all errors, and fifty of each set to benchmarks/out/
    python -m benchmarks.statements --rules               without the model: what the rules alone find

Must and aim stand beside each figure, and what others reach: pairs of PolNeAR's annotators (18 articles of train and dev, counted
by us), Citron on PARC3 (its model card; another set, nested attributions left out), two annotators of six pages like gold/dev.
Each page goes through ``dragoman.pipeline.read`` by itself, once a process. The data are found by DRAGOMAN_DATA. How much time
the stages after the model take is measured by ``speed_statements``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks import elevant, statements_causes, statements_gold, statements_polnear
from benchmarks.tagger.differences import Difference
from benchmarks.tagger.errors import OUT, page, sample
from benchmarks.tagger.linked import WAYS
from benchmarks.tagger.tables import Row, show

SETS = ("polnear", "gold", "elevant")
FIFTY, SEED = 50, 1

GOALS = {"all exact": (0.52, 0.62), "all overlapping": (0.75, 0.84), "half of the content": (0.73, 0.80)}
"""Must and aim."""


def figures() -> dict[str, float]:
    """Shares in 0..1. Those of gold/dev are among the figures of ``gold_pages``."""
    found = statements_polnear.scores(statements_polnear.articles())
    return {name: score.f1 for name, score in found.items()} | elevant.figures()


def show_polnear(*, rules: bool) -> None:
    read = statements_polnear.articles(rules=rules)
    found, plain = (statements_polnear.scores(read, mapped=mapped) for mapped in (True, False))
    rows: list[Row] = []
    for name, _, anchors in WAYS:
        others = (anchors.get("annotators"), anchors.get("Citron, PARC3"))
        rows.append([name, *found[name].cells, *GOALS.get(name, (None, None)), *others, plain[name].f1])
    ours, gold = (sum(len(one) for one in side) for side in ([r.ours for r in read], [r.gold for r in read]))
    lost = sum(one.record.article.text != one.document.text or bool(one.record.article.unread) for one in read)
    show(
        f"PolNeAR dev: {gold} attributions, {ours} statements, {lost} of {len(read)} articles not read",
        ["", "P", "R", "F1", "must", "aim", "annotators", "Citron, PARC3", "F1, own borders"],
        rows,
    )
    borders = statements_polnear.of_borders()
    show("The same after the record's borders and back", ["", "%"], [[role, score.recall] for role, score in borders.items()])


def show_gold(*, rules: bool) -> None:
    found = statements_gold.rows(statements_gold.records(rules=rules))
    rows: list[Row] = []
    for name, (told, must, aim, annotators) in statements_gold.MEASURES.items():
        if row := found.get(name):
            rows.append([told, row.share, must, aim, annotators, f"{row.matched}/{row.gold}/{row.read}"])
    show("gold/dev, nine pages", ["", "%", "must", "aim", "annotators", "right/gold/read"], rows)


def show_elevant(*, rules: bool) -> None:
    elevant.print_table(elevant.outcomes(rules=rules))


SHOWN = {"polnear": show_polnear, "gold": show_gold, "elevant": show_elevant}


# --- errors ------------------------------------------------------------------------------------------------------------------


def show_errors(name: str, found: Sequence[Difference]) -> None:
    """The causes of all; some of them, which quote the texts, into the folder that git ignores."""
    causes = Counter(one.cause for one in found)
    show(f"{name}: {len(found)} errors by cause", ["", "errors"], [[*one] for one in sorted(causes.items(), key=_by_group)])
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / f"statements-{name}.md"
    path.write_text("\n".join(page(name, sample(found, FIFTY, SEED))) + "\n", encoding="utf-8")
    print(f"{min(FIFTY, len(found))} of them are in {path.relative_to(Path(__file__).parents[1])}\n")


def _by_group(row: tuple[str, int]) -> tuple[str, int]:
    cause, count = row
    return cause.partition(":")[0], -count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", choices=SETS, default=SETS)
    parser.add_argument("--errors", action="store_true", help="what went wrong, by cause")
    parser.add_argument("--rules", action="store_true", help="without the model")
    options = parser.parse_args()
    for name in options.only:
        SHOWN[name](rules=options.rules)
    if options.errors and "polnear" in options.only:
        show_errors("polnear", list(statements_causes.differences(statements_polnear.articles(rules=options.rules))))
    if options.errors and "gold" in options.only:
        show_errors("gold", list(statements_gold.differences(statements_gold.records(rules=options.rules))))


if __name__ == "__main__":
    main()
