"""What speaks for and against each block being the article's own words: named signs, with weights in ``block_weights.tsv``.

A sign is a short readable name, there or not. Some look at the words, some at the elements around them, some at where the
article's prose lies on the page. The numbers below were set by hand on the development halves of two sets of pages, 2026-11.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.extract.html.blocks import Block, Place
from dragoman.extract.html.class_words import NONE

PROSE = 80
"""Characters from which a block without many links counts as prose when the article's place on the page is looked for."""
MUCH_LINKED = 0.5
FURNITURE = frozenset(
    "related caption figcaption share newsletter comment advert tags byline time navigation notice footer aside form button"
    " hiding".split()
)
LESS = {"footer": 0.15, "navigation": 0.3, "hiding": 0.3, "aside": 0.3, "article_body": 2.0, "in_article": 1.5}
"""What prose under a cue counts when the article's place is looked for; half under the other cues of furniture."""
LEAST = 0.1
FOREIGN = {"comment": 0.02, "notice": 0.05}
"""The same for prose that is long and well written, but never the article."""
HOME = 0.6
"""Share of the prose that the article's own element holds."""
TAGS = frozenset("p li h1 div td figcaption blockquote".split())
_STEPS = (0.0, 0.1, 0.3, 0.6, 0.9)
_STEP_NAMES = ("none", "<.1", "<.3", "<.6", "<.9", "most")
_ENDING = tuple(".!?…。！？।")
_CLOSING = "\"'”’»«)]"
_COPYRIGHT = re.compile(r"\bcopyright\b|\(c\) ?\d{4}")


def ends_sentence(text: str) -> bool:
    """Whether a line ends like a sentence, quotation marks and brackets aside."""
    return text.rstrip(_CLOSING).endswith(_ENDING)


def states_rights(text: str) -> bool:
    folded = text.lower()
    if "©" in folded or "all rights reserved" in folded:
        return True
    # Most lines have neither of these, and plain words are found much faster than a pattern that ignores case.
    return ("copyright" in folded or "(c)" in folded) and _COPYRIGHT.search(folded) is not None


def is_prose(block: Block, least: int = PROSE) -> bool:
    length = len(block.text)
    return length >= least and block.linked <= MUCH_LINKED * length


class Below:
    """What is said between an element of the page and the places inside it; words on outer elements say nothing about a block."""

    def __init__(self, outer: Place | None) -> None:
        self._known = dict.fromkeys(_upwards(outer), NONE)

    def cues(self, place: Place) -> frozenset[str]:
        """The cues said below the nearest element that holds both."""
        waiting = []
        here = place
        while (known := self._known.get(here)) is None:
            if here.above is None:
                known = NONE
                break
            waiting.append(here)
            here = here.above
        for one in reversed(waiting):
            known = self._known[one] = known | one.own if one.own else known
        return known


def _upwards(place: Place | None) -> Iterator[Place]:
    while place is not None:
        yield place
        place = place.above


class Layout:
    """Where the prose of a page lies.

    weights  of the blocks that are prose, by index
    under    weight of the prose under every element; ``beside`` of that right inside it
    home     the deepest element that holds most of it
    inside   the blocks of that element: they stand side by side, since a page is a tree
    prose    the blocks from the first to the last prose inside it
    """

    def __init__(self, found: Sequence[Block], title_at: int | None, least: int = PROSE) -> None:
        self.under: dict[Place, float] = {}
        self.beside: dict[Place, float] = {}
        below_title = Below(found[title_at].place if title_at is not None else None)
        prose = [i for i, block in enumerate(found) if is_prose(block, least)]
        self.weights = {i: prose_weight(found[i], below_title.cues(found[i].place)) for i in prose}
        self.total = sum(self.weights.values()) or 1.0
        for i, weight in self.weights.items():
            self._add(found[i].place, weight)
        self.home = self._home()
        first = next((i for i in prose if self._in_home(found[i].place)), 0)
        last = next((i for i in reversed(prose) if self._in_home(found[i].place)), -1)
        self.prose = range(first, last + 1)
        self.inside = self._spread(found)

    def _spread(self, found: Sequence[Block]) -> range:
        first, end = self.prose.start, self.prose.stop
        while first > 0 and self._in_home(found[first - 1].place):
            first -= 1
        while 0 < end < len(found) and self._in_home(found[end].place):
            end += 1
        return range(first, end)

    def _in_home(self, place: Place) -> bool:
        home = self.home
        here: Place | None = place
        while here is not None and home is not None and here.depth > home.depth:
            here = here.above
        return here is home

    def _add(self, place: Place, weight: float) -> None:
        if place.above is not None:
            self.beside[place.above] = self.beside.get(place.above, 0.0) + weight
        under = self.under
        here: Place | None = place
        while here is not None:
            under[here] = under.get(here, 0.0) + weight
            here = here.above

    def _home(self) -> Place | None:
        best = None
        for place, weight in self.under.items():
            if weight >= HOME * self.total and (best is None or place.depth > best.depth):
                best = place
        return best


def prose_weight(block: Block, cues: frozenset[str]) -> float:
    """How much a block tells of where the article is: its length, less of it for every cue that calls it furniture."""
    factor = 1.0
    for cue in cues:
        factor *= LESS.get(cue, 0.5 if cue in FURNITURE and cue not in FOREIGN else 1.0)
    factor = max(LEAST, factor)
    for cue in FOREIGN.keys() & cues:
        factor *= FOREIGN[cue]
    if block.tag != "p":
        factor *= 0.5
    if not ends_sentence(block.text):
        factor *= 0.4
    return factor * min(len(block.text), 1000)


def title_place(found: Sequence[Block], title: str) -> int | None:
    """The block that is the title; of several the one in a heading, else the first; the first long ``<h1>`` where none is."""
    folded_title = _folded(title)
    least, most = len(folded_title), 2 * len(folded_title) + 20
    same = [
        i
        for i, block in enumerate(found)
        if least <= len(block.text) <= most and folded_title and _folded(block.text) == folded_title
    ]
    if same:
        return next((i for i in same if found[i].tag == "h1"), same[0])
    return next((i for i, block in enumerate(found) if block.tag == "h1" and block.text.count(" ") >= 3), None)


def signs_of(found: Sequence[Block], layout: Layout) -> Iterator[tuple[int, list[str]]]:
    """The signs of every block that may be body, with its index: short lines outside the article's own element are not."""
    below_home = Below(layout.home)
    for i in sorted({*layout.weights, *layout.inside}):
        block = found[i]
        signs = _own_signs(block)
        signs += _around(below_home.cues(block.place))
        if i not in layout.inside:
            signs.append("outside home")
        above = block.place.above
        signs.append("beside: " + _step(layout.beside.get(above, 0.0) / layout.total if above else 0))
        signs.append("order: before" if i < layout.prose.start else "order: after" if i >= layout.prose.stop else "order: within")
        yield i, signs


@lru_cache(maxsize=4096)
def _around(cues: frozenset[str]) -> tuple[str, ...]:
    return tuple(f"around: {cue}" for cue in cues)


def _step(share: float) -> str:
    return _STEP_NAMES[bisect_left(_STEPS, share)]


def _links(share: float) -> str:
    return "none" if share == 0 else "few" if share < 0.25 else "some" if share < 0.8 else "all"


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _own_signs(block: Block) -> list[str]:
    text = block.text
    words = text.count(" ") + 1
    tag = block.tag
    signs = [
        "tag: " + ("h2-6" if len(tag) == 2 and tag[0] == "h" and tag[1] in "23456" else tag if tag in TAGS else "other"),
        "links: " + _links(block.linked / len(text)),
    ]
    if ends_sentence(text):
        signs.append("ends a sentence")
    elif text.endswith(":"):
        signs.append("ends with colon")
    elif words > 7:
        signs.append("long without end")
    if ", " in text or ". " in text:
        signs.append("inner punctuation")
    if text.isupper() and len(text) > 3:
        signs.append("all capitals")
    if states_rights(text):
        signs.append("copyright")
    return signs
