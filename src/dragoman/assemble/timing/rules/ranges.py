"""Two ends of a time, and words around a time that don't change which it is: ``from 3 to 5 May``, ``about two years ago``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.assemble.timing.expressions import About, Between, Now
from dragoman.assemble.timing.patterns import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.patterns import Match, Rule

MOST_JOINTS = 4
"""Words between two ends that are tried: "from the end of March and up to and until 5 May" has as many as anybody needs."""

_JOINT = re.compile(r" ?- ?|~| (?:up )?(?:to|and|until|till|through) (?:the )?(?:and including )?")
_DAY_ALONE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_DAY_OF = re.compile(r"\b(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?=\b)(?!/)")
_MONTH_TOLD = re.compile(rf"\b(?:{MONTH}|month)\b")
_PART_ALONE = ("early", "mid", "late")
_PART_OF = re.compile(r"(?:early|mid|late) (.+)")


def _range(found: Match) -> Expression | None:
    """The first joint at which both ends are times."""
    for first, last in _ends(found["ends"]):
        ended = Now() if last == "date" else found.read_words(last)
        if ended and (begun := _begun(first, last, found)):
            return Between(begun, ended)
    return None


def _ends(words: str) -> Iterator[tuple[str, str]]:
    """Words join before dashes do: ``2019-aug-01 to today``"""
    joints = sorted(_JOINT.finditer(words), key=lambda joint: joint[0][:1] not in " " or "-" in joint[0])
    for joint in joints[:MOST_JOINTS]:
        yield words[: joint.start()], words[joint.end() :]


def _begun(first: str, last: str, found: Match) -> Expression | None:
    """The first of two ends; where it lacks the month or year, with that of the last: ``3 to 5 May``, ``early to mid-May``."""
    if _DAY_ALONE.fullmatch(first) and not _DAY_ALONE.fullmatch(last):
        return found.read_words(_DAY_OF.sub(first, last, count=1)) if _MONTH_TOLD.search(last) else None
    if first in _PART_ALONE and (rest := _PART_OF.match(last)):
        return found.read_words(f"{first} {rest[1]}")
    return found.read_words(first)


def _inside(found: Match) -> Expression | None:
    """``last week between Friday and Sunday``: each end is read with the week behind it"""
    first, last = (found.read_words(f"{found[end]} {found['rest']}") for end in ("first", "last"))
    return Between(first, last) if first and last else None


def _about(found: Match) -> Expression | None:
    inner = found.read("rest")
    return About(inner) if inner else None


def _same(found: Match) -> Expression | None:
    return found.read("rest")


_ABOUT = (
    r"about|around|circa|c|some|nearly|almost|roughly|approximately|more than|less than|(?:at )?least|(?:at )?most"
    r"|no more than|no less than|over|up to|under|just over|just under|well over|(?:as )?(?:early|late|recently|soon|far back) as"
    r"|only|just|fewer than|as long as"
)

RULES: tuple[Rule, ...] = (
    (rf"(?:{_ABOUT}) (?P<rest>.{{2,80}})", _about),
    (r"(?P<rest>.{2,80}?) or so", _about),
    (r"same (?:period|time|quarter|months?|days?) (?:in|of) (?P<rest>\d{4}|last year)", _same),
    (r"(?:all|much|most|part|good part|course|whole|entirety|fullness|month|year) of (?P<rest>.{2,80})", _same),
    (
        r"(?:a|strong|weak|flat|same|current|crucial|busy|entire|whole|full|calendar|most recently) (?P<rest>.{2,80})",
        _same,
    ),
    (r"(?P<rest>.{2,80}?)'s", _same),
    (
        r"(?P<rest>(?:last|this|next) (?:week|month|year)) (?:between|from) "
        r"(?P<first>.{2,20}?) (?:and|to|until|till) (?P<last>.{2,20})",
        _inside,
    ),
    (r"(?:from |between )?(?P<ends>.{3,118})", _range),
)
