"""Years that are part of a name: ``the Ports Act 2016``, ``Regulation (EU) No 5 of 2004``. They tell of no story's time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.article import Span

_ACT = re.compile(
    r"\b(?:Act|Bill|Law|Decree|Ordinance|Order|Rules|Regulations?|Directive|Code)(?:\s\([^()]{1,20}\)){0,2}"
    r"(?:\s(?:No|Nr|Number)\.?\s?\d{1,4})?,?\s(?:of\s)?\(?\Z"
)
FURTHEST = 60
"""Characters before the year in which the name may end."""


def names_an_act(text: str, year: Span) -> bool:
    """Whether an act, a bill or the like has this year in its name."""
    return _ACT.search(text, max(0, year.start - FURTHEST), year.start) is not None
