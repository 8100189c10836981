"""What a line is part of: a stretch between prose and furniture, a list of lines of one shape, a refrain of the article.

These cues have two weights: one for the full text of a page and one for a tidy page, from which most furniture is gone already.
What stands below the article is furniture on the one and often the rest of the article on the other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from dragoman.extract.text import runs
from dragoman.extract.text.lines import PROSE_WORDS, Cues, Seen

PROSE = 0.55
"""Likelihood above which a line of PROSE_WORDS bounds a stretch. At .8 a page in a language less known to the cues has none."""
FULL = 0.2
"""Share of lines named furniture from which a page is full: the dumps of whole pages have .3 in the middle, leftovers .09."""
PERIODS = (1, 2, 3)
"""Shapes that take turns in a list: items, items with an address, items with two lines each."""
SHORTEST_LIST = 4
LONG_LIST = 10
REFRAIN = 3
"""Times that a line stands between paragraphs of prose, so that it belongs to them: the questions of a round of interviews."""


KINDS = ("full", "tidy")
BOUNDS = ("prose", "furniture", "nothing")
NAMES = frozenset(
    {f"{above} ... {below}{more}" for above in BOUNDS for below in BOUNDS for more in ("", ", length")}
    | {"score of its stretch", "stretch of short lines", "stretch of long lines", "stretch after a colon"}
    | {"in a list", "in a long list", "list after a colon", "list after prose", "list before prose"}
    | {"score of its list", "list with furniture", "refrain", "next to a refrain"}
)
"""What the cues are called, behind the kind of page."""


def cues(page: Sequence[Seen], scores: Sequence[float]) -> list[Cues]:
    """The cues of every line; ``scores`` are the likelihoods of the last look."""
    prose = [score > PROSE and seen.words >= PROSE_WORDS for score, seen in zip(scores, page, strict=True)]
    named = [runs.is_named(seen) for seen in page]
    kind = "full" if sum(named) >= FULL * len(page) else "tidy"
    found: list[Cues] = [{f"{kind} page": 1.0} for _ in page]
    for begin, end, mine in (*_stretches(page, scores, prose, named), *_lists(page, scores, named), *_refrains(page, prose)):
        shown = {f"{kind}: {name}": float(value) for name, value in mine.items() if value}
        for index in range(begin, end):
            found[index].update(shown)
    return found


Marked = Iterator[tuple[int, int, Cues]]
"""First line, the one after the last, and the cues of the lines between."""


def _stretches(page: Sequence[Seen], scores: Sequence[float], prose: Sequence[bool], named: Sequence[bool]) -> Marked:
    """The lines between two that are prose or named furniture, by what stands at either end."""
    bounds = ["prose" if flows else "furniture" if name else "" for flows, name in zip(prose, named, strict=True)]
    end = 0
    for bound, group in groupby(bounds):
        begin, end = end, end + len(list(group))
        if bound:
            continue
        above = bounds[begin - 1] if begin else "nothing"
        below = bounds[end] if end < len(page) else "nothing"
        words = sum(seen.words for seen in page[begin:end]) / (end - begin)
        yield (
            begin,
            end,
            {
                f"{above} ... {below}": 1.0,
                f"{above} ... {below}, length": min(1.0, math.log2(end - begin) / 5),
                "score of its stretch": sum(scores[begin:end]) / (end - begin),
                "stretch of short lines": words < 6,
                "stretch of long lines": words >= PROSE_WORDS,
                "stretch after a colon": begin > 0 and page[begin - 1].text.endswith(runs.COLON),
            },
        )


def _lists(page: Sequence[Seen], scores: Sequence[float], named: Sequence[bool]) -> Marked:
    """Lines shaped as those one, two or three above them; of two lists over one line the one of shorter period counts."""
    for period in reversed(PERIODS):
        begin = 0
        for end in range(period, len(page) + 1):
            if end < len(page) and runs.alike(page[end], page[end - period]):
                continue
            if end - begin >= max(SHORTEST_LIST, 3 * period):
                yield begin, end, _list_cues(page, scores, named, begin, end)
            begin = end - period + 1


def _list_cues(page: Sequence[Seen], scores: Sequence[float], named: Sequence[bool], begin: int, end: int) -> Cues:
    announced = any(seen.text.endswith(runs.COLON) for seen in page[max(0, begin - 1) : begin + 1])
    return {
        "in a list": 1.0,
        "in a long list": end - begin >= LONG_LIST,
        "list after a colon": announced,
        "list after prose": begin > 0 and scores[begin - 1] > 0.5,
        "list before prose": end < len(page) and scores[end] > 0.5,
        "score of its list": sum(scores[begin:end]) / (end - begin),
        "list with furniture": sum(named[begin:end]) / (end - begin),
    }


def _refrains(page: Sequence[Seen], prose: Sequence[bool]) -> Marked:
    """Lines that come again with prose between every two of them on the average, and the lines beside them."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, seen in enumerate(page):
        places[seen.text.casefold()].append(index)
    flowing = [0, *accumulate(prose)]
    refrains = {
        index
        for where in places.values()
        if len(where) >= REFRAIN and flowing[where[-1]] - flowing[where[0]] >= len(where) - 1
        for index in where
    }
    for index in sorted(refrains):
        for beside in (index - 1, index + 1):
            if 0 <= beside < len(page) and beside not in refrains:
                yield beside, beside + 1, {"next to a refrain": 1.0}
        yield index, index + 1, {"refrain": 1.0}
