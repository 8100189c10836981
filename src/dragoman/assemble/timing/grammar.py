"""What the words of a time expression say: a table of patterns over the words in one spelling, each with what it makes of them.

The first pattern that fits the whole of the words counts. Parts of a match are read by the same table, so "the end of last year"
is an edge of "last year". Every repetition is bounded and the words are short, so the time taken is linear.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.assemble.timing import absolute, counted
from dragoman.assemble.timing.expressions import (
    About,
    AtTime,
    Between,
    Fixed,
    FromThat,
    Named,
    Numeric,
    PartOf,
    DayOfMonth,
    Yearless,
)
from dragoman.assemble.timing.patterns import CLOCK, MONTH, PART_OF_DAY, UNIT, WEEKDAY, ZONE
from dragoman.assemble.timing.times_of_day import clock_time, part_of_day
from dragoman.assemble.timing.wording import plain
from dragoman.lexicon.named_days import NAMED_DAY_PATTERN

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match
    from dragoman.assemble.timing.stretches import Part

    Rule = tuple[re.Pattern[str], Callable[[Match], Expression | None]]

DEEPEST = 6
"""Expressions inside expressions that are read: "early on the morning of the last day of the first week of May"."""

_PARTS: dict[str, Part] = {
    "beginning": "beginning", "start": "beginning", "opening": "beginning", "turn": "beginning", "early": "early", "mid": "middle",
    "middle": "middle", "late": "late", "close": "end", "end": "end", "earlier": "earlier", "later": "later",
}  # fmt: skip


def parse(words: str) -> Expression | None:
    """What a time expression says; None where no rule reads it.

    parse("the end of last year") == PartOf("end", Shifted(-1, "year"))
    """
    return _parsed(words[:200])


@lru_cache(maxsize=8192)
def _parsed(words: str) -> Expression | None:
    return _named(words.strip()) or read(plain(words), 0)


def read(words: str, depth: int) -> Expression | None:
    """The words in one spelling, by the first rule that fits."""
    words = words.removeprefix("the ")
    if depth > DEEPEST or not words:
        return None
    for pattern, make in _rules():
        found = pattern.fullmatch(words)
        if found and (said := make(_Inner(found, depth))):
            return said
    return None


class _Inner:
    """A match whose parts can be read as expressions of their own."""

    def __init__(self, found: re.Match[str], depth: int) -> None:
        self.found, self.depth = found, depth

    def __getitem__(self, name: str) -> str:
        return self.found[name] or ""

    def read(self, name: str) -> Expression | None:
        return read(self[name].strip(" ,"), self.depth + 1)


_NAMED = re.compile(
    rf"(?:(?P<side>last|this(?: past| coming)?|next|previous|following)\s)?(?:the\s)?(?P<name>{NAMED_DAY_PATTERN})"
    r"(?:,?\s(?:of\s|in\s)?(?P<year>\d{4}|(?:last|this|next)\syear))?",
    re.IGNORECASE,
)
_EDGE_OF = re.compile(
    r"(?:the\s)?(?:very\s)?(?P<part>beginning|start|outbreak|onset|end|close)\sof\s(?P<rest>.{3,80})", re.IGNORECASE
)


def _named(words: str) -> Expression | None:
    """Named days by their table, before the words lose their shape."""
    words = " ".join(words.split()).strip(" .,;:")
    if found := _NAMED.fullmatch(words):
        year = read(plain(found["year"]), 1) if found["year"] else None
        return Named(found["name"], year, absolute.side_of_words((found["side"] or "").lower()))
    edge = _EDGE_OF.fullmatch(words)
    inner = _named(edge["rest"]) if edge else None
    return PartOf("end" if edge["part"].lower() in ("end", "close") else "beginning", inner) if edge and inner else None


def _part(found: Match) -> Expression | None:
    whole = found.read("rest")
    return PartOf(_PARTS[found["part"]], whole) if whole else None


def _about(found: Match) -> Expression | None:
    inner = found.read("rest")
    return About(inner) if inner else None


def _inner(found: Match) -> Expression | None:
    return found.read("rest")


def _clock(found: Match) -> Expression | None:
    time = clock_time(found["clock"], found["zone"])
    return _at_time(time, found) if time else None


def _part_of_day(found: Match) -> Expression | None:
    return _at_time(part_of_day(found["time"]), found)


def _at_time(time: str, found: Match) -> Expression | None:
    rest = found["rest"] if "rest" in found.found.groupdict() else ""
    if not rest.strip(" ,"):
        return AtTime(time)
    day = found.read("rest")
    return AtTime(time, day) if day else None


def _from_that(found: Match) -> Expression | None:
    """``two weeks before Christmas``"""
    base = found.read("rest") or _named(found["rest"])
    steps = counted.steps(found["count"], found["unit"], back=found["side"] in ("before", "prior to"))
    return FromThat(steps, base) if base and steps else None


def _range(found: Match) -> Expression | None:
    last = found.read("last")
    first = found.read("first") or absolute.completed(found["first"], found["last"], read)
    return Between(first, last) if first and last else None


def _beside(found: Match) -> Expression | None:
    """``yesterday (Friday)``, ``tomorrow, 3 May``: the second tells it as well; what is told in full counts."""
    first, second = found.read("first"), found.read("second")
    if first is None or second is None:
        return None
    return second if isinstance(second, Fixed | Numeric | Yearless | DayOfMonth) else first


_EDGE = "beginning|start|opening|turn|middle|close|end"
_ABOUT = (
    r"about|around|circa|c|some|nearly|almost|roughly|approximately|more than|less than|at least|at most|no more than|no less than|"
    r"over|up to|under|just over|just under|well over|as early as|as late as|as recently as|only|just|fewer than"
)


def _rules() -> tuple[Rule, ...]:
    return _RULES


def _table(*rows: tuple[str, Callable[[Match], Expression | None]]) -> tuple[Rule, ...]:
    return tuple((re.compile(pattern), make) for pattern, make in rows)


_RULES: tuple[Rule, ...] = (
    *_table(*absolute.RULES, *counted.RULES),
    *_table(
        (rf"(?:very )?(?P<part>{_EDGE}) (?:of|in) (?P<rest>.{{2,80}})", _part),
        (r"(?P<part>early|mid|middle|late|earlier|later)(?: on)?(?: in| of)?(?: the)? (?P<rest>.{2,80})", _part),
        (r"(?P<rest>.{2,40}?)(?:'s)? (?P<part>end|start|beginning|close)", _part),
        (rf"(?:{_ABOUT}) (?P<rest>.{{2,80}})", _about),
        (r"(?P<rest>.{2,80}?) or so", _about),
        (r"(?:all|much|most|rest|remainder|part|good part|course|balance|whole|entirety|fullness|month|year) of (?P<rest>.{2,80})", _inner),
        (r"(?:a |strong |weak |flat |same |current |crucial |busy |entire |whole |full |calendar )(?P<rest>.{2,80})", _inner),
        (r"(?P<rest>.{2,80}?)'s", _inner),
        (rf"(?P<clock>{CLOCK})(?: (?P<zone>{ZONE}))?(?:,? (?:on |of |in )?(?:the )?(?P<rest>.{{2,80}}))?", _clock),
        (rf"(?P<rest>.{{2,80}}?),? (?:at |around |about )?(?P<clock>{CLOCK})(?: (?P<zone>{ZONE}))?", _clock),
        (rf"(?:early |late |later |mid )?(?:in )?(?:the )?(?P<time>{PART_OF_DAY})(?:,? (?:of |on )?(?:the )?(?P<rest>.{{2,80}}))?", _part_of_day),
        (rf"(?P<rest>.{{2,80}}?),? (?:early |late |mid |at |in the )?(?P<time>{PART_OF_DAY})", _part_of_day),
        (rf"(?P<count>\d{{1,4}}) (?P<unit>{UNIT})s? (?P<side>from|after|before|prior to|since) (?P<rest>.{{3,60}})", _from_that),
        (r"(?:from |between )?(?P<first>.{1,60}?)(?: ?- ?|~| (?:to|and|until|till|through) )(?:the )?(?P<last>.{2,60})", _range),
        (r"(?P<first>.{3,60}?),? \((?P<second>.{3,60})", _beside),
        (rf"(?P<first>yesterday|today|tomorrow|{WEEKDAY}),? (?:the )?(?P<second>.{{3,60}})", _beside),
        (rf"(?:last|this|next) (?P<rest>{MONTH} \d.{{0,20}})", _inner),
        (rf"(?P<rest>{MONTH} .{{1,12}}), (?:local time|gmt|utc)", _inner),
    ),
)  # fmt: skip
