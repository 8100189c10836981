"""What reckoning an expression gives, and the expressions that need no calendar for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol

from dragoman.assemble.timing import stretches as s

if TYPE_CHECKING:
    from dragoman.assemble.timing.moments import Moment
    from dragoman.assemble.timing.stretches import Stretch
    from dragoman.assemble.timing.values import Anchor

Side = Literal["last", "this", "next", "coming"]
"""Which of several of one name: ``last Friday``, ``this May``. ``coming`` is the first ahead, ``next`` may be the one after."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An expression at its moment: the stretch it means, None where it means none, and what it was reckoned from.

    timex   where it is not that of the stretch: of durations, sets, vague words, times of day
    about   the words say that it is not exact
    """

    stretch: Stretch | None = None
    anchor: Anchor = "none"
    timex: str | None = None
    about: bool = False


NOTHING = Reckoned()


class Expression(Protocol):
    """What the words say before they are anchored. Frozen: the same words are parsed once."""

    def reckon(self, moment: Moment) -> Reckoned: ...


def on_page(moment: Moment) -> Reckoned:
    """The page's own day; nothing where it is not known."""
    return Reckoned(s.day(moment.page), "page") if moment.page else NOTHING


@dataclass(frozen=True, slots=True)
class Fixed:
    """Named in full: ``16 February 2019``, ``1956``, ``the 1990s``."""

    stretch: Stretch

    def reckon(self, moment: Moment) -> Reckoned:
        return Reckoned(self.stretch)


@dataclass(frozen=True, slots=True)
class Now:
    """``now``, ``currently``, ``at present``: the page's day."""

    timex: str = "PRESENT_REF"

    def reckon(self, moment: Moment) -> Reckoned:
        return replace(on_page(moment), anchor="page", timex=self.timex)


@dataclass(frozen=True, slots=True)
class Only:
    """What has no day: a duration, a set of times (``repeats``), a vague word."""

    timex: str
    repeats: bool = False

    def reckon(self, moment: Moment) -> Reckoned:
        return Reckoned(timex=self.timex)


@dataclass(frozen=True, slots=True)
class About:
    """``around April``, ``some three years ago``, ``fiscal 1990``: the words themselves say that it is not exact."""

    what: Expression

    def reckon(self, moment: Moment) -> Reckoned:
        return replace(self.what.reckon(moment), about=True)
