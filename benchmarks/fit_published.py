"""How far the page's date can be trusted where the words alone decide it: fitted on PolNeAR's training articles and our own half.

    DRAGOMAN_DATA=… python -m benchmarks.fit_published            what the best day, month … were worth, by their share
    DRAGOMAN_DATA=… python -m benchmarks.fit_published --table    the calibration as ``assemble/dating/reckoning.py`` keeps it

Texts come without any date line (``benchmarks/published_words.py``). A step of the table is the share of right answers among those
with at least such a share of the whole and less than the next step's, made monotone by pooling (isotonic regression), as
(right + 1) / (answers + 2), so that few answers promise little. Without ``--table`` the steps are fitted on four fifths and held
against the fifth left out, in turn.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.published_words import Text, own_pages, polnear, read_text
from dragoman.assemble.dating.leanings import leanings
from dragoman.assemble.dating.reckoning import CALIBRATION, Grain, likeliest

FOLDS = 5
FEWEST = 20
"""Answers a step rests on, at least."""

Steps = list[tuple[float, float]]


class Answer(NamedTuple):
    """The share that the best of one grain had, and whether it was right."""

    share: float
    right: bool


def answers_of(texts: Sequence[Text]) -> dict[Grain, list[Answer]]:
    """What the best day, month, three months and year of every text are worth; a text without any leaning gives share 0, wrong."""
    found: dict[Grain, list[Answer]] = {grain: [] for grain in CALIBRATION}
    for text in texts:
        best = {one.grain: one for one in likeliest(leanings(*read_text(text.words)))}
        for grain, answers in found.items():
            one = best.get(grain)
            answers.append(Answer(one.share, text.day in one.days) if one and len(one.support) > 1 else Answer(0.0, False))
    return found


def fitted(answers: Sequence[Answer]) -> Steps:
    """Steps of (least share, share right), rising in both: neighbours that fall are pooled."""
    ranked = sorted(answers)
    blocks: list[list[Answer]] = [list(ranked[at : at + FEWEST]) for at in range(0, len(ranked), FEWEST)]
    if len(blocks) > 1 and len(blocks[-1]) < FEWEST:
        blocks[-2:] = [blocks[-2] + blocks[-1]]
    pooled: list[list[Answer]] = []
    for block in blocks:
        pooled.append(block)
        while len(pooled) > 1 and _right(pooled[-1]) <= _right(pooled[-2]):
            pooled[-2:] = [pooled[-2] + pooled[-1]]
    return [(round(block[0].share, 3), round(_right(block), 2)) for block in pooled]


def _right(block: Sequence[Answer]) -> float:
    return (sum(answer.right for answer in block) + 1) / (len(block) + 2)


def confidence(steps: Steps, share: float) -> float:
    return max((right for least, right in steps if share >= least), default=0.0)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--table", action="store_true", help="fit on everything and print the steps")
    chosen = options.parse_args()
    found = answers_of([*polnear("train"), *own_pages()])
    for grain, answers in found.items():
        if chosen.table:
            print(grain, [step for step in fitted(answers) if step[1] >= 0.3])
        else:
            held_out(grain, answers)


def held_out(grain: str, answers: Sequence[Answer]) -> None:
    """How right answers are by tenths of the confidence that the other folds give them."""
    told: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        steps = fitted([answer for at, answer in enumerate(answers) if at % FOLDS != fold])
        told += [(confidence(steps, one.share), one.right) for at, one in enumerate(answers) if at % FOLDS == fold]
    print(f"{grain}: {sum(right for _, right in told)} of {len(told)} right")
    for tenth in range(10):
        rights = [right for sure, right in told if tenth / 10 <= sure < (tenth + 1) / 10 + (tenth == 9)]
        if rights:
            print(f"    confidence {tenth / 10:.1f}: {len(rights):4} answers, {sum(rights) / len(rights):.2f} right")


if __name__ == "__main__":
    main()
