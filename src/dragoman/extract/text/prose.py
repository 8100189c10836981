"""Which lines of a dump are the article: a score added up over cues, three times.

The first look scores each line by its own cues. The second adds what the first says of the lines around it, of the main run of
the page, and how many words the line shares with the prose there; the third does so with what the second said. Weights are in
``line_weights.tsv``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from dragoman.extract.text import stretches
from dragoman.extract.text.lines import Cues, Seen, page_cues
from dragoman.extract.text.runs import shape

LOOKS = ("first", "second", "third")
SWITCH = 0.15
"""What it costs to pass from body to furniture or back between two lines, in the units of the score. Cross-validated on the
dev half at 0, .15, .3, .6, 1: more helps whole pages (up to .01 content F1) and costs leftovers as much: promotions inside."""
BESIDE = 0.3
"""Share of the heaviest run's words that another run needs to be of the article, too; .1 joins comments and teasers to it."""
LONG_WORD = 5
"""Letters of a word that is likely to tell what a page is about."""


def likelihoods(page: Sequence[Seen], by_look: Mapping[str, Mapping[str, float]] | None = None) -> list[float]:
    """For every line of a page, how likely it is body, 0..1; other weights than the shipped ones are for fitting them."""
    first = page_cues(page)
    table = by_look or {look: weights(look) for look in LOOKS}
    scores = [chance(cues, table["first"]) for cues in first]
    for look in LOOKS[1:]:
        around = neighbour_cues(page, scores)
        scores = [chance({**mine, **near}, table[look]) for mine, near in zip(first, around, strict=True)]
    return scores


def body(page: Sequence[Seen], chances: Sequence[float]) -> list[bool]:
    """Which lines are body: the cheapest way through the page, where every change between body and furniture has its cost."""
    out, inside = 0.0, -SWITCH
    came: list[tuple[bool, bool]] = []
    for likely in chances:
        score = math.log((likely + 1e-6) / (1 - likely + 1e-6))
        came.append((inside - SWITCH > out, inside >= out - SWITCH))
        out, inside = max(out, inside - SWITCH) - score / 2, max(inside, out - SWITCH) + score / 2
    state, found = inside > out, []
    for from_inside, stayed in reversed(came):
        found.append(state)
        state = stayed if state else from_inside
    return found[::-1]


def _is_control(seen: Seen) -> bool:
    return seen.reading.coverage >= 0.6 or seen.reading.stamped >= 0.7


def neighbour_cues(page: Sequence[Seen], scores: Sequence[float]) -> list[Cues]:
    """What the scores of a page say about each line: its own, those before and after, the run it stands in, its words."""
    total = len(page)
    begin, end = _heaviest_run(page, scores)
    shared = _shared_words(page, scores)
    labels = _labels_since(page, begin, end)
    sure = [score > 0.8 and seen.words >= 12 for score, seen in zip(scores, page, strict=True)]
    above, below = _nearest(sure), _nearest(sure[::-1])[::-1]
    controls = _running([float(_is_control(seen)) for seen in page])
    found = []
    for index in range(total):
        away = begin - index if index < begin else index - end + 1 if index >= end else 0
        near = {"score": scores[index]}
        for step in (1, 2, 3):
            near[f"score, {step} before"] = scores[index - step] if index >= step else 0.0
            near[f"score, {step} after"] = scores[index + step] if index + step < total else 0.0
        near["scores of 4-8 before"] = _mean(scores[max(0, index - 8) : max(0, index - 3)])
        near["scores of 4-8 after"] = _mean(scores[index + 4 : index + 9])
        near["between prose"] = min(
            max(scores[max(0, index - 3) : index], default=0.0), max(scores[index + 1 : index + 4], default=0.0)
        )
        near["in the main run"] = float(away == 0)
        near["next to the main run"] = float(1 <= away <= 2)
        near["near the main run"] = float(3 <= away <= 8)
        near["far from the main run"] = float(away > 25)
        near["above the main run"] = float(index < begin)
        near["below the main run"] = float(index >= end)
        near["a section label since the main run"] = float(labels[index] >= 1)
        near["section labels since the main run"] = float(labels[index] >= 3)
        near["shares words with the prose"] = shared[index]
        near["shares few words with the prose"] = float(shared[index] < 0.15)
        gap = max(above[index], below[index])
        near["prose within 5 on both sides"] = float(gap <= 5)
        near["prose within 15 on both sides"] = float(gap <= 15)
        near["prose on both sides"] = float(gap < total)
        low, high = max(0, index - 4), min(total, index + 5)
        near["controls around"] = (controls[high] - controls[low]) / (high - low)
        near["shaped as the line above"] = float(index > 0 and _alike(page[index], page[index - 1]))
        near["shaped as the line below"] = float(index + 1 < total and _alike(page[index], page[index + 1]))
        near["as the line above, its score"] = scores[index - 1] if near["shaped as the line above"] else 0.0
        near["as the line below, its score"] = scores[index + 1] if near["shaped as the line below"] else 0.0
        found.append({name: value for name, value in near.items() if value})
    return [{**near, **more} for near, more in zip(found, stretches.cues(page, scores), strict=True)]


def _nearest(sure: Sequence[bool]) -> list[int]:
    """How many lines up the nearest sure line of prose is; the number of lines where there is none."""
    away, last = [], None
    for index, flag in enumerate(sure):
        away.append(len(sure) if last is None else index - last)
        if flag:
            last = index
    return away


def _alike(one: Seen, other: Seen) -> bool:
    """Two lines of about one length that open and end in the same manner, as the items of a list do."""
    if not (abs(one.words - other.words) <= 2 + one.words // 3):
        return False
    return shape(one.text[0]) == shape(other.text[0]) and shape(one.text[-1]) == shape(other.text[-1])


def _mean(scores: Sequence[float]) -> float:
    return sum(scores) / len(scores) if scores else 0.0


def _running(mass: Sequence[float]) -> list[float]:
    sums = [0.0]
    for value in mass:
        sums.append(sums[-1] + value)
    return sums


def _heaviest_run(page: Sequence[Seen], scores: Sequence[float]) -> tuple[int, int]:
    """First line and the one after the last of the heaviest runs: those with most body words, less what is no body in them.

    A long list or a row of headings parts an article into runs: all that have BESIDE of the heaviest count, and what is between.
    """
    runs, total, best, begin, end = [(0.0, 0, 0)], 0.0, 0.0, 0, 0
    for index, (seen, score) in enumerate(zip(page, scores, strict=True)):
        if total <= 0:
            runs.append((best, begin, end))
            total, best, begin, end = 0.0, 0.0, index, index
        total += (score - 0.5) * (4 + min(seen.words, 40)) if score > 0.5 else (score - 0.5) * 24
        if total > best:
            best, end = total, index + 1
    runs.append((best, begin, end))
    heaviest = max(runs)[0]
    heavy = [run for run in runs if run[0] > 0 and run[0] >= BESIDE * heaviest]
    return (heavy[0][1], heavy[-1][2]) if heavy else (0, 0)


def _labels_since(page: Sequence[Seen], begin: int, end: int) -> list[int]:
    """How many section labels stand between a line and the main run."""
    counts = [0] * len(page)
    for index in range(max(end, 1), len(page)):
        counts[index] = counts[index - 1] * (index > end) + page[index].reading.ends
    for index in range(begin - 1, -1, -1):
        counts[index] = counts[index + 1] * (index < begin - 1) + page[index].reading.ends
    return counts


def _shared_words(page: Sequence[Seen], scores: Sequence[float]) -> list[float]:
    """Share of a line's long words that also stand in other lines judged to be body."""
    weight: Counter[str] = Counter()
    mine = [frozenset(token for token in seen.tokens if len(token) >= LONG_WORD) for seen in page]
    for words, score in zip(mine, scores, strict=True):
        if score > 0.5:
            weight.update(words)
    shares = []
    for words, score in zip(mine, scores, strict=True):
        own = 1 if score > 0.5 else 0
        shares.append(sum(weight[word] > own for word in words) / len(words) if words else 0.0)
    return shares


def chance(cues: Mapping[str, float], weight: Mapping[str, float]) -> float:
    """The likelihood of body that cues add up to."""
    total = sum(weight.get(name, 0.0) * value for name, value in cues.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def weights(look: str) -> Mapping[str, float]:
    """Weight by cue for one look."""
    rows = resources.files(__package__).joinpath("line_weights.tsv").read_text(encoding="utf-8").splitlines()
    header, *cells = [row.split("\t") for row in rows if row and not row.startswith("#")]
    column = header.index(look)
    return {row[0]: float(row[column]) for row in cells if row[column]}
