"""Feasts and times of history that have names: ``Christmas``, ``last Ramadan``, ``Easter 2019``, ``World War II``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import Named
from dragoman.assemble.timing.patterns import MONTH
from dragoman.assemble.timing.rules.days import side_of_words
from dragoman.assemble.timing.wording import plain
from dragoman.lexicon import alternatives, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match, Rule


_DATE = re.compile(rf"{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}")


@cache
def _names() -> Mapping[str, str]:
    """Each name of the table by its one spelling, but for those that are dates anyway: ``the Fourth of July``."""
    every = ((_key(plain(name)), name) for row in table("named_days") for name in alternatives(row["names"]))
    return {key: name for key, name in every if not _DATE.fullmatch(key)}


def _key(words: str) -> str:
    """Words without apostrophes and hyphens, on which writers disagree"""
    return words.replace("'", "").replace("-", " ").removeprefix("the ")


def _named(found: Match) -> Expression | None:
    side, year = side_of_words(found["side"]), found["year"]
    if name := _names().get(_key(found["name"] + found["rest"])):
        return Named(name, side=side)
    name = _names().get(_key(found["name"])) if year else None
    told = found.read("year") if name else None
    return Named(name, told, side) if name and told else None


RULES: tuple[Rule, ...] = (
    (
        r"(?:(?P<side>this past|this coming|last|this|next|previous|following) )?(?:the )?(?P<name>.{2,60}?)"
        r"(?P<rest>,? (?:of |in )?(?:the )?(?P<year>\d{4}|(?:last|this|next) year))?",
        _named,
    ),
)
