"""Precision, recall and F1, and how what was found is matched with what was annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Self, TypeVar

One = TypeVar("One")
Other = TypeVar("Other")


class Added:
    """Dataclasses that are added up field by field, document by document."""

    __slots__ = ()

    def __add__(self, other: Self) -> Self:
        own: Any = self
        return type(self)(*(getattr(own, one.name) + getattr(other, one.name) for one in fields(own)))


@dataclass(frozen=True, slots=True)
class Score(Added):
    """``hit`` of ``said`` are right, ``found`` of ``wanted`` were found: the same number where matching is one to one.

    Whole numbers of things, or parts of them where things are right in part.
    """

    hit: float = 0
    said: float = 0
    found: float = 0
    wanted: float = 0

    @property
    def precision(self) -> float:
        return self.hit / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def cells(self) -> tuple[float, float, float]:
        """Precision, recall, F1: a row of a table."""
        return self.precision, self.recall, self.f1


NOTHING = Score()


def total(scores: Iterable[Score]) -> Score:
    return sum(scores, NOTHING)


def same(gold: Iterable[object], ours: Iterable[object]) -> Score:
    """Of sets of things that are equal or not."""
    wanted, said = set(gold), set(ours)
    return one_to_one(len(wanted & said), len(said), len(wanted))


def one_to_one(matched: float, said: float, wanted: float) -> Score:
    return Score(matched, said, matched, wanted)


def any_match(gold: Sequence[One], ours: Sequence[Other], fits: Callable[[One, Other], bool]) -> Score:
    """Each of ours is right if it fits any gold, each gold is found if any of ours fits it."""
    return Score(
        hit=sum(any(fits(one, other) for one in gold) for other in ours),
        said=len(ours),
        found=sum(any(fits(one, other) for other in ours) for one in gold),
        wanted=len(gold),
    )


def matched(gold: Sequence[One], ours: Sequence[Other], fits: Callable[[One, Other], bool]) -> list[tuple[int, int]]:
    """Pairs of indexes, each used once: as many pairs that fit as there can be (Kuhn's augmenting paths)."""
    fitting = [[at for at, other in enumerate(ours) if fits(one, other)] for one in gold]
    taken: dict[int, int] = {}

    def place(one: int, seen: set[int]) -> bool:
        for other in fitting[one]:
            if other not in seen:
                seen.add(other)
                if other not in taken or place(taken[other], seen):
                    taken[other] = one
                    return True
        return False

    for one in range(len(gold)):
        place(one, set())
    return sorted((one, other) for other, one in taken.items())


def paired(gold: Sequence[One], ours: Sequence[Other], fits: Callable[[One, Other], bool]) -> Score:
    """One to one, as many as there can be."""
    return one_to_one(len(matched(gold, ours, fits)), len(ours), len(gold))
