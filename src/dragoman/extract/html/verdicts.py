"""Body or not: the points of every sign of a block added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from dragoman.extract.html.blocks import Block
from dragoman.extract.html.signs import PROSE, Layout, signs_of, title_place

THRESHOLD = 0.0
"""Points above which a block is body. Between -0.5 and 0.25 the F1 of the development halves moved by .003 on both sets, judged
by weights that were fitted without the page (2026-11)."""
SHORT_PROSE = 20
"""Characters of prose on a page that has no longer paragraphs: a brief, a list of rulings."""
ALWAYS = "always"


@cache
def weights() -> Mapping[str, float]:
    """Points by sign."""
    lines = resources.files(__package__).joinpath("block_weights.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return MappingProxyType({sign: float(points) for sign, points in rows})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Blocks by their index: which are body, which is the title, which stand in the article's own element."""

    body: tuple[int, ...]
    title: int | None
    inside: range


def judge(found: Sequence[Block], title: str) -> Verdict:
    """Judge every block; the title of the page helps to see where the article begins."""
    points = weights()
    start = points[ALWAYS]
    title_at = title_place(found, title)
    for least in (PROSE, SHORT_PROSE):
        layout = Layout(found, title_at, least)
        scored = ((i, start + sum([points.get(sign, 0.0) for sign in signs])) for i, signs in signs_of(found, layout))
        if body := tuple(i for i, score in scored if score > THRESHOLD):
            return Verdict(body, title_at, layout.inside)
    return Verdict((), title_at, range(0))
