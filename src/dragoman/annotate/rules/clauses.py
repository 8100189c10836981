"""Clauses of a reading unit: where they begin and end, and what stands between a cue and its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.rules.phrases import ADVERBS, AUXILIARIES, DETERMINERS, PRONOUNS, is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.annotate.rules.phrases import Range
    from dragoman.annotate.rules.reports import Report
    from dragoman.annotate.rules.units import Unit

FAR = 30  # tokens between a cue and its "that"
ASKING = frozenset("whether if why how what when where who which about".split())
_OCCASION = frozenset(
    "in on at during after following to from via through with before while as for by amid under ahead upon when about of".split()
)
_FEELINGS = frozenset(
    "hope hopes concern concerns confidence belief regret aspiration satisfaction optimism conviction fear fears".split()
)
_OWN = frozenset("his her its their".split())
_CONNECTIVES = frozenset(
    "and but so yet however moreover meanwhile furthermore nevertheless nonetheless additionally also besides".split()
)
_CUTTING = frozenset("while whereas though although but and".split())
_DASHES = frozenset("— – - --".split())
_TELLING_ON = AUXILIARIES | frozenset("began took brought led came ran went broke left saw drew set".split())
_STOPS = frozenset(".?!")
_MARKS = frozenset(", . ; : - – — ? !".split())
_BETWEEN = frozenset('; : . " — – ( which who'.split())
_CLAUSE_WORDS = frozenset("there i we you all both some many most if more such no under".split())
_NO_PHRASE = frozenset("up out off over against into itself himself themselves than him her them me us".split())
_SOON = frozenset("soon shortly just only even days hours minutes weeks months years".split())
_NO_CLAUSE = frozenset(
    "in on at during after before following when while as speaking asked with writing citing amid since by despite although "
    "though if even under because responding commenting addressing referring".split()
)


def occasional(unit: Unit, at: int) -> bool:
    """Whether a word may open what tells place, time and occasion of speech, or the feeling that a cue expresses."""
    word = unit.lower(at)
    return word in _OCCASION | ADVERBS | _FEELINGS | _OWN or at in unit.times or word.endswith("ly")


def only_occasion(unit: Unit, start: int) -> int | None:
    """Index of the mark behind a cue, if nothing but place, time and occasion stands before it; else None."""
    at, relative = start, False
    while at < len(unit.tokens) and unit.lower(at) not in _MARKS - {"-"} and at not in unit.quoted:
        if at == start and not occasional(unit, at) and unit.lower(at) not in {"(", "speaking"}:
            return None
        relative = relative or _relative_that(unit, at, start)
        if not relative and (is_verb(unit, at) or unit.lower(at) in {"that", "whether"}):
            return None
        at += 1
    return None if unit.lower(at) == ":" else at


def opens_as(unit: Unit, at: int) -> bool:
    """``said as no vote had been held, he would wait``: whether a clause with "as" opens the content, and not the occasion."""
    if unit.lower(at) != "as":
        return False
    comma = next((i for i in range(at + 2, min(at + FAR, len(unit.tokens))) if unit.lower(i) == ","), None)
    if comma is None or not begins_clause(unit, comma + 1):
        return False
    given = unit.lower(at + 1) in {"part", "of"} or any(is_verb(unit, i) for i in range(at + 1, comma))
    following = (
        unit.lower(comma + 1) in PRONOUNS or unit.lower(comma + 1) in DETERMINERS | {"there"} or unit.tokens[comma + 1].capital
    )
    return given and following and any(is_verb(unit, i) for i in range(comma + 2, min(comma + FAR, len(unit.tokens))))


def that_behind(unit: Unit, start: int) -> int | None:
    """The "that" which opens the content, over adverbs, times, occasions and a pair of commas."""
    relative = False
    for at in range(start, min(start + FAR, len(unit.tokens))):
        word = unit.lower(at)
        if _relative_that(unit, at, start):
            relative = True
            continue
        if word == "that":
            return at if at == start or unit.lower(at + 1) != "of" else None
        paired = word == "," and any(unit.lower(i) == "," for i in range(at + 1, at + 12))
        if at == start and not paired and not occasional(unit, at):
            return None
        if word in _BETWEEN or (word == "," and not paired) or (is_verb(unit, at) and not relative):
            return None
    return None


def _relative_that(unit: Unit, at: int, start: int) -> bool:
    """Whether a "that" only describes the occasion before it: "said after talks that began on Friday"."""
    if unit.lower(at) != "that" or at <= start or at - 1 in unit.times or not unit.tokens[at - 1].word:
        return False
    verb = unit.lower(at + 1)
    return verb in _TELLING_ON or (verb.endswith("ed") and (unit.lower(at + 2) in _OCCASION or at + 2 in unit.times))


NEGATING = frozenset("not never no neither nor hardly barely scarcely".split())
"""Adverbs that belong to what is said: without them it says the opposite."""


def skip_times(unit: Unit, start: int) -> int:
    """Behind "on Saturday", "earlier today (Friday)", adverbs."""
    at = start
    while at < len(unit.tokens):
        word = unit.lower(at)
        opens = word in {"on", "in", "at", "("} and at + 1 in unit.times
        closes = word == ")" and at - 1 in unit.times
        if not (at in unit.times or opens or closes or (word in ADVERBS and word not in NEGATING)):
            return at
        at += 1
    return at


def begins_clause(unit: Unit, at: int) -> bool:
    """Whether a clause without "that" may begin at a token."""
    if at >= len(unit.tokens) or unit.tokens[at].quoted:
        return False
    token = unit.tokens[at]
    plain = token.word and not occasional(unit, at) and not is_verb(unit, at)
    return token.lower in DETERMINERS | PRONOUNS | NEGATING | _CLAUSE_WORDS or token.capital or token.text[0].isdigit() or plain


def begins_phrase(unit: Unit, at: int) -> bool:
    """Whether a noun phrase that is content may begin at a token: "condemned the raid"."""
    if at >= len(unit.tokens) or at in unit.times:
        return False
    word = unit.lower(at)
    barred = word in (_OCCASION | ASKING | PRONOUNS | ADVERBS | _NO_PHRASE)
    return unit.tokens[at].word and not barred


def finite(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb, or quoted words, which may."""
    return any(i in unit.quoted for i in range(start, end)) or any(
        is_verb(unit, i) or unit.lower(i) in {"'s", "'re"} for i in range(start, end)
    )


def clause_end(unit: Unit, start: int, others: Sequence[Report], report: Report) -> int:
    """Index behind the last token of a clause: its sentence's end, a colon that leads into quoted words, the next report."""
    later = (o.first for o in others if o.cue[0] > report.cue[0] and start < o.first and _leaves(unit, o))
    end = next(later, len(unit.tokens))
    stop = next((i for i in range(start, end - 1) if _stops(unit, i)), end)
    return trimmed(unit, start, stop)


def _stops(unit: Unit, at: int) -> bool:
    following = unit.tokens[at + 1]
    return (unit.lower(at) in _STOPS and following.capital) or (unit.lower(at) == ":" and following.quoted)


def _leaves(unit: Unit, other: Report) -> bool:
    """Whether a later report leaves the clause it follows, instead of standing inside it."""
    if other.shape == "noun":
        return False
    before = unit.lower(other.first - 1)
    if other.shape in {"participle", "shared"}:
        return unit.lower(other.first) in {",", "and", "but"} or before in _DASHES | {","}
    if other.shape in {"according", "as"}:
        return before == ","
    if before == "," and other.shape == "before" and only_occasion(unit, other.cue[1]) is not None:
        return True
    led = unit.lower(other.first - 2) in _DASHES | {",", ";"}
    return before in {";", "whereas", "though", "although"} or (before in _CUTTING and led)


def trimmed(unit: Unit, start: int, end: int) -> int:
    """End of a stretch without the marks and conjunctions behind it."""
    while end > start and unit.lower(end - 1) in _MARKS | _CUTTING and not unit.tokens[end - 1].quoted:
        end -= 1
    return end


def sentence_start(unit: Unit, end: int) -> int:
    """Where the sentence that ends before a token begins, for units of several sentences."""
    stops = (i for i in range(end - 2, -1, -1) if unit.lower(i) in _STOPS and unit.tokens[i + 1].capital)
    return next(stops, -1) + 1


def skip_connective(unit: Unit, start: int, end: int) -> int:
    """Behind "Moreover," and "But"."""
    while start < end and unit.lower(start) in _CONNECTIVES | {","}:
        start += 1
    return start


def clause_before(unit: Unit, end: int) -> Range | None:
    """The clause that ends at a comma before ``X said``; None where only an opening stands there ("At a meeting in Oslo,")."""
    start = skip_connective(unit, sentence_start(unit, end), end)
    verb = finite(unit, start, end)
    opens = start + (unit.lower(start) in ADVERBS | _SOON)
    opening = unit.lower(opens) in _NO_CLAUSE and not (verb and any(unit.lower(i) == "," for i in range(start, end)))
    if opening or end - start < 3 or not (verb or end - start >= 7):
        return None
    return start, trimmed(unit, start, end)
