"""Scenes: sentences in which people meet, speak or gather on a day, so that what they say next was said then."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.assemble.scene.cue_clause import LONGEST_SENTENCE
from dragoman.assemble.scene.told_times import past_day

if TYPE_CHECKING:
    from datetime import date

    from dragoman.article import Span
    from dragoman.assemble.actors.cast import Cast
    from dragoman.assemble.scene.cue_clause import Clauses
    from dragoman.assemble.timing.values import Times
    from dragoman.record import Ref

_KINDS = {
    "meeting": "meeting talks negotiations discussions consultations session round",
    "call": "call conversation telephone phone",
    "summit": "summit forum",
    "conference": "conference briefing",
    "speech": "speech address",
    "interview": "interview",
    "visit": "visit trip",
    "hearing": "hearing",
    "ceremony": "ceremony signing",
    "debate": "debate",
}
_NOUNS = {noun: kind for kind, nouns in _KINDS.items() for noun in nouns.split()}
NOUN_PATTERN = f"(?:{'|'.join(_NOUNS)})"
_NOUN = re.compile(rf"\b{NOUN_PATTERN}\b", re.I)
_HELD = r"held|had|attended|opened|joined|chaired|gave|delivered|began|concluded|hosted|(?:took\s+part|participated)\s+in"
_ENCOUNTER = re.compile(
    rf"\b(?:(?P<met>met|visited)\b|(?P<spoke>(?:spoke|talked)\s+(?:over|by|on|via|with))\b|(?P<signed>signed)\b"
    rf"|(?:{_HELD})\s+(?:(?!(?:who|which|that)\b)[\w’'-]+\s+){{0,5}}?{NOUN_PATTERN}\b"
    rf"|{NOUN_PATTERN}\s+(?:(?!(?:who|which|that)\b)[\w’'-]+\s+){{0,6}}?(?:was\s+held|were\s+held|took\s+place|began|opened)\b)",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:will|would|shall|may|might|could|not|never|ahead\s+of|before|until|upcoming|scheduled|planned)\b"
    r"|\b(?:is|are|was|were|plans?|planned|expects?|expected|hopes?|hoped|due|set|going)\s+to\b",
    re.I,
)
_ANOTHER_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|when|where|while|since|because|although|though|if|after|following|amid|"
    r"and\s+(?:then|[a-z]+ed))\b|;",
    re.I,
)
_QUOTES = "\"'“”‘’«»„"
MOST_DAYS = 3
"""Days of one sentence that are looked at."""
MOST_PARTIES = 12
"""A sentence that names more is a list, and no meeting of them all."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Who met on which day, as a sentence tells it; ``kinds`` say what sort of occasion it was.

    reported   by somebody, of whom and of what is said next nothing follows: "they met on Monday, officials said"
    """

    sentence: int
    when: Span
    day: str
    parties: frozenset[Ref]
    kinds: frozenset[str]
    reported: bool = False


def find_scenes(clauses: Clauses, times: Times, cast: Cast, anchor: date | None) -> dict[int, Scene]:
    """The scenes that the page tells, in its own voice or in that of a source behind them, by the number of their sentence."""
    found: dict[int, Scene] = {}
    looked = Counter[int]()
    for time in times:
        when = time.span
        at = clauses.sentence_at(when.start)
        if at in found or at < 0 or looked[at] == MOST_DAYS:
            continue
        looked[at] += 1
        sentence = clauses.sentences[at]
        level = clauses.level(when.start)
        if level >= 0 and (level != clauses.level(sentence.start) or clauses.text[sentence.start] in _QUOTES):
            continue
        if when not in sentence or len(sentence) > LONGEST_SENTENCE:
            continue
        day = past_day(time, anchor)
        if day and (kinds := _encounter(clauses.text, sentence, when)):
            parties = frozenset(_parties(clauses, sentence, cast)) if level < 0 else frozenset()
            if len(parties) <= MOST_PARTIES:
                found[at] = Scene(at, when, day, parties, kinds, level >= 0)
    return found


def occasion_kinds(words: str) -> frozenset[str]:
    """The sorts of occasion that words name: "during the talks" -> meeting."""
    return frozenset(_NOUNS[noun[0].lower()] for noun in _NOUN.finditer(words))


def _encounter(text: str, sentence: Span, when: Span) -> frozenset[str]:
    """The sorts of occasion that the sentence tells of in the clause of the day; none where they are yet to come."""
    told = _ENCOUNTER.search(text, sentence.start, sentence.end)
    if told is None or _NOT_YET.search(text, sentence.start, sentence.end):
        return frozenset()
    first, last = (when.end, told.start()) if when.end <= told.start() else (told.end(), when.start)
    if first < last and _ANOTHER_CLAUSE.search(text, first, last):
        return frozenset()
    leading = text[sentence.start : when.start].rsplit(",", 1)[-1]
    if when.end <= told.start() and _ANOTHER_CLAUSE.search(leading):
        return frozenset()  # "a year after the vote that was held on Monday, the two met"
    named = occasion_kinds(told[0])
    if told["met"]:
        return named | {"meeting" if told["met"].lower() == "met" else "visit"}
    if told["spoke"]:
        return named | {"call", "meeting"}
    return named | {"ceremony"} if told["signed"] else named


def _parties(clauses: Clauses, sentence: Span, cast: Cast) -> list[Ref]:
    """Whom the sentence names, outside what anybody said."""
    first, beyond = (bisect_left(cast.starts, edge) for edge in (sentence.start, sentence.end))
    return [cast.named[start] for start in cast.starts[first : min(beyond, first + 100)] if clauses.level(start) < 0]
