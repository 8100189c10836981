"""What time expressions come to: EDTF, the TIMEX3 value, and the days they may mean, each with what it was reckoned from."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.annotations import WhenKind
    from dragoman.article import Span
    from dragoman.assemble.days import Days

Anchor = Literal["none", "page", "told"]
"""What a value was reckoned from: nothing, the page's own day, or a time told before it."""


@dataclass(frozen=True, slots=True)
class Value:
    """One time.

    edtf    level 1, or level 2 for quarters and sets; None for durations, sets of times, vague words, and what no calendar has
    timex   the value in TIMEX3's notation, durations and sets too: ``2019-02-16``, ``2019-W07``, ``P3D``, ``PAST_REF``; None
            where there is none
    days    the days it may mean, from the first to the last; None where edtf is None
    anchor  what it was reckoned from
    basis   the same in plain words, with the day
    """

    edtf: str | None = None
    timex: str | None = None
    days: Days | None = None
    anchor: Anchor = "none"
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression of the page with its value."""

    span: Span
    kind: WhenKind
    value: Value


@dataclass(frozen=True)
class Times:
    """Every time expression of a page, in text order; none overlaps another."""

    every: tuple[Timed, ...] = ()

    def __iter__(self) -> Iterator[Timed]:
        return iter(self.every)

    @cached_property
    def _starts(self) -> list[int]:
        return [one.span.start for one in self.every]

    def at(self, span: Span) -> Timed | None:
        """The one that has just this span."""
        at = bisect_left(self._starts, span.start)
        return self.every[at] if at < len(self.every) and self.every[at].span == span else None

    def within(self, span: Span) -> Iterable[Timed]:
        """Those that lie in a span, in order."""
        first, beyond = (bisect_left(self._starts, edge) for edge in (span.start, span.end))
        return (one for one in self.every[first:beyond] if one.span in span)

    def overlapping(self, span: Span) -> Iterator[Timed]:
        """Those that share a character with a span, in order."""
        first = max(bisect_left(self._starts, span.start) - 1, 0)
        beyond = bisect_left(self._starts, span.end)
        return (one for one in self.every[first:beyond] if one.span.overlaps(span))
