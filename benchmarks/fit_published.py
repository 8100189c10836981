"""How far the page's date can be trusted where the words alone decide it: fitted on PolNeAR's training articles and our own half.

    python -m benchmarks.fit_published            steps fitted on four fifths, held against the fifth left out, in turn
    python -m benchmarks.fit_published --table    fitted on everything: what ``assemble/dating/reckoning.py`` keeps

Texts come without any date line (``benchmarks/published_words.py``). A step of the table is the share of right answers among
those with at least such a share of the whole and less than the next step's, made monotone by pooling (isotonic regression), as
(right + 1) / (answers + 2), so that few answers promise little. The weights of the leanings were counted on the same articles, so
that the held out figures are a little kind; PolNeAR's development articles, by which nothing is fitted, are kept for the report.
The data are found by DRAGOMAN_DATA.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.published_words import Text, own_pages, polnear, read_text
from dragoman.assemble.dating.leanings import leanings
from dragoman.assemble.dating.reckoning import AT_LEAST, GRAINS, Grain, likeliest, speaking_for
from dragoman.assemble.dating.word_clues import word_clues

FOLDS = 5
FEWEST = 20
"""Answers a step rests on, at least."""
LEAST = (0.5, 0.6, AT_LEAST, 0.8)
"""Confidences tried as the least that an answer needs."""

WORTH = 0.3
"""Steps below are left out of the table: nothing is answered at such odds."""

Steps = list[tuple[float, float]]


class Answer(NamedTuple):
    """The share that the best of one grain had, and whether it was right."""

    share: float
    right: bool


def answers_of(texts: Sequence[Text]) -> dict[Grain, list[Answer]]:
    """What the best of each grain is worth, text by text; where fewer than two kinds of clue speak for it, share 0, wrong."""
    found: dict[Grain, list[Answer]] = {grain: [] for grain in GRAINS}
    for text in texts:
        article, annotations = read_text(text.words)
        leans = leanings(article, annotations, word_clues(article, annotations))
        best = {one.grain: one for one in likeliest(leans)}
        for grain, answers in found.items():
            one = best.get(grain)
            sound = one is not None and len({leaning.kind for leaning in speaking_for(one.days, leans)}) > 1
            answers.append(Answer(one.share, text.day in one.days) if one and sound else Answer(0.0, False))
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
    if chosen.table:
        for grain, answers in found.items():
            print(grain, [step for step in fitted(answers) if step[1] >= WORTH])
        return
    told = {grain: held_out(answers) for grain, answers in found.items()}
    for grain, each_told in told.items():
        print_told(grain, each_told)
    for least in LEAST:
        given = [sound[0] for each in zip(*told.values(), strict=True) if (sound := [one for one in each if one[0] >= least])]
        print_told(f"the finest with {least} or more", given)


def held_out(answers: Sequence[Answer]) -> list[tuple[float, bool]]:
    """Every answer with the confidence that the other folds give it, and whether it was right, in the texts' order."""
    steps = [fitted([answer for at, answer in enumerate(answers) if at % FOLDS != fold]) for fold in range(FOLDS)]
    return [(confidence(steps[at % FOLDS], answer.share), answer.right) for at, answer in enumerate(answers)]


def print_told(title: str, told: Sequence[tuple[float, bool]]) -> None:
    """How right answers are by tenths of their confidence."""
    print(f"{title}: {sum(right for _, right in told)} of {len(told)} right")
    for tenth in range(10):
        rights = [right for sure, right in told if tenth / 10 <= sure < (tenth + 1) / 10 + (tenth == 9)]
        if rights:
            print(f"    confidence {tenth / 10:.1f}: {len(rights):4} answers, {sum(rights) / len(rights):.2f} right")


if __name__ == "__main__":
    main()
