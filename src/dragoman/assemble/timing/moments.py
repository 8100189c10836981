"""From where a time expression is reckoned: the page's day, a time told before, and whether what it dates is past or to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from dragoman.annotations import Tense
    from dragoman.assemble.timing.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Moment:
    """Where one expression stands.

    page   the page's own day, None where it is not known
    told   the time told last before it in the text, as far as it is near enough to count from
    near   it was told in the same sentence or just before
    close  it is a day, week, season or month told a sentence or two before
    leads  words of another event follow it: "two days after the vote"
    bound  words before it tell that it is to come, however far: "by the end of March"
    tense  of the verb that it goes with, or of the words around it
    day_first  ``04/03/2019`` is 4 March: by the page's locale; None where nothing tells
    """

    page: date | None = None
    told: Stretch | None = None
    near: bool = False
    leads: bool = False
    bound: bool = False
    tense: Tense | None = None
    day_first: bool | None = None
    close: bool = False
