"""Whether the words between a cue and a place say that the telling happened there: "told reporters in Oslo", "at talks in Oslo".

Not "said of the fighting in Oslo", and not "officials in Oslo said", which tells only whose officials they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.assemble.scene.cue_clause import without
from dragoman.assemble.scene.scenes import NOUN_PATTERN

if TYPE_CHECKING:
    from dragoman.article import Span
    from dragoman.assemble.scene.cue_clause import Clauses
    from dragoman.record import Statement

NEAR = 160
"""Characters before a place that may tell what happened there."""

HEARERS = (
    r"(?:reporters|journalists|newsmen|media|press|lawmakers|parliament|senate|congress|deputies|delegates|supporters|crowds?|audience|"
    r"students|diplomats|troops|soldiers|rally)"
)
SPOTS = (
    r"(?:airport|embassy|headquarters|palace|hotel|offices?|residence|ministry|university|stadium|hall|square|port|base|event|"
    r"gathering|rally|service|mosque|cathedral|church|museum|library|cent(?:re|er)|institute|consulate|mission)"
)
_CITY = r"(?:the\s+)?(?:(?:[\w-]+\s+){0,2}?(?:city|town|capital|port|village|resort|state|province|region)(?:\s+of|,)?\s+)?"
_DAY = r"(?:(?:late\s+|early\s+|earlier\s+)?(?:on\s+)?[A-Z][a-z]+day\s+)?"
_WITH = r"(?:with\s+(?:(?!(?:in|at)\b)[\w’'.-]+\s+){1,8}?)?"
_IN = rf"(?:in|at|near|outside)\s+{_CITY}\Z"
_HELD_IN = re.compile(
    rf"\b(?:{NOUN_PATTERN}|{HEARERS}|{SPOTS}|speaking)\s+{_WITH}{_DAY}{_IN}|\bspeaking\s+from\s+{_CITY}\Z"
    rf"|\b(?:during|on)\s+(?:an?|his|her|their|the)\s+(?:[\w-]+\s+){{0,3}}?(?:visit|trip|tour)\s+(?:to|of|in)\s+{_CITY}\Z"
    rf"|\b(?:up)?on\s+(?:(?:his|her|their)\s+)?(?:arrival|arriving)\s+(?:in|at)\s+{_CITY}\Z|\bafter\s+arriving\s+in\s+{_CITY}\Z",
    re.I,
)
_MET_IN = re.compile(rf"\bmet\s+(?:(?!(?:in|at)\b)[\w’'.-]+\s+){{0,10}}?{_IN}", re.I)
_STRAIGHT = re.compile(rf"\s*(?:,\s*)?(?:(?P<speaking>speaking)\s+(?:in|at|from)|{_DAY}(?:in|at))\s+{_CITY}", re.I)
"""Right behind the cue: "said in Oslo", "said, speaking from Oslo"."""
_ENDS = re.compile(r"\s*(?:[,.;:“\"]|(?:on|that|late|earlier|last|this|after|during|at|yesterday|today|[A-Z][a-z]+day)\b|\Z)")
_SETS_OUT = re.compile(
    r"[\s,]*(?:(?:but|and|meanwhile|later|also),?\s+)?(?:speaking|talking|addressing|at|during|on|in|up|after|following)", re.I
)
_MATTER = re.compile(r"\b(?:about|regarding|concerning|against|over)\b", re.I)


def said_in(clauses: Clauses, statement: Statement, cue: Span, place: Span) -> bool:
    """Whether a place that stands in the clause of the cue is where it was said."""
    sentence = clauses.sentence_of(cue)
    if sentence is None:
        return False
    source = statement.mention or cue
    nearest = max((one for one in (source, cue) if one.end <= place.start), key=lambda one: one.end, default=None)
    words = without(clauses.text, nearest.end if nearest else sentence.start, place.start, statement.content)[-NEAR:]
    if _MATTER.search(words):
        return False
    between = nearest is not None and place.end <= cue.start
    if nearest is not None and (straight := _STRAIGHT.fullmatch(words)) and _ENDS.match(clauses.text, place.end):
        return straight["speaking"] is not None or (not between and (nearest == cue or _is_name(clauses.text, nearest)))
    if (nearest is None or between) and not _SETS_OUT.match(words):
        return False
    return _HELD_IN.search(words) is not None


def met_in(words: str) -> bool:
    """Whether words right before a place tell that an occasion was held there: "the two met on Monday in"."""
    words = words[-NEAR:]
    return not _MATTER.search(words) and bool(_HELD_IN.search(words) or _MET_IN.search(words))


def _is_name(text: str, span: Span) -> bool:
    return text[span.start : span.end].split()[-1][0].isupper()
