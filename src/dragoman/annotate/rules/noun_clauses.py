"""Where the clause behind a reporting noun ends: the noun may be the subject of a verb that stands behind its clause."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotate.rules.clauses import finite, trimmed
from dragoman.annotate.rules.phrases import ADVERBS, AUXILIARIES, DETERMINERS, is_verb
from dragoman.lexicon.cue_words import cue_words
from dragoman.lexicon.cues import cue_forms

if TYPE_CHECKING:
    from dragoman.annotate.rules.units import Unit

_OPENINGS = frozenset(
    "in on at during after before for with by under since from following amid despite throughout against given unlike "
    "besides regarding concerning about to contrary according citing responding rejecting".split()
)
_CLAUSES = frozenset(
    "that which who whom whose whether because if when while where although though what how why unless until".split()
)
_JOINING = frozenset("and or but".split())
_LEAVING = frozenset("but while whereas although though which who and yet".split())
_NO_VERB_BEHIND = DETERMINERS | frozenset("that of in on at by with from to for and or".split())
_IRREGULAR = frozenset(
    "meant means felt hit led cost hurt cut shut split spread drove seems seem shows showed comes goes gets got becomes remains "
    "makes takes gives brings keeps draws raises angers fell rose spurred sparked".split()
)
_SUBJECTS = frozenset("i we you he she they it who".split())
_LONGEST = 120  # tokens of a clause that are looked at
_REACH = 40  # tokens before a noun in which its verb may stand


def noun_clause_end(unit: Unit, first: int, opens: int, end: int) -> int | None:
    """Index behind the clause that begins at ``opens`` ("that" or "to"); None where it can't be told.

    first   where the noun with its source begins
    end     where the clause ends at the latest
    """
    if unit.lower(opens - 1) in {"is", "was"}:
        return _left(unit, opens + 1, end)
    lead = _lead(unit, first)
    verb = next((i for i in range(first - 1, lead - 1, -1) if _governs(unit, i)), None)
    if verb is not None and not _before_clause(unit, verb, first):
        return _left(unit, opens + 1, end)
    if verb is None and first > lead and (unit.lower(lead) in _OPENINGS or unit.lower(lead).endswith("ing")):
        return _to_comma(unit, opens, end)
    ends = _before_verb(unit, opens, end)
    behind_verb = verb is not None or first - lead > 1
    return ends if ends is not None or not behind_verb else _left(unit, opens + 1, end)


def _lead(unit: Unit, first: int) -> int:
    """Where the stretch before a noun begins: behind a mark or conjunction."""
    at = first
    while at > 0 and first - at < _REACH and unit.tokens[at - 1].word and unit.lower(at - 1) not in _CLAUSES | _JOINING:
        at -= 1
    return at


def _governs(unit: Unit, at: int) -> bool:
    """Whether a word before a noun is a verb: finite, an infinitive, or "-ed" that a preposition follows ("failed to")."""
    word = unit.lower(at)
    led = word.endswith("ed") and not unit.tokens[at].capital and unit.lower(at - 1) not in _NO_VERB_BEHIND
    return (
        is_verb(unit, at) or led or word in _IRREGULAR or (unit.lower(at - 1) == "to" and at > 1 and not unit.tokens[at].capital)
    )


def _before_clause(unit: Unit, verb: int, first: int) -> bool:
    """``said the minister's claim that``: whether a clause of which the noun is the subject may follow a verb."""
    known = cue_forms().get((unit.lower(verb),))
    return verb == first - 1 and known is not None and "bare" in known[0].takes


def _to_comma(unit: Unit, opens: int, end: int) -> int | None:
    """``Despite X's claim that A, Y``: the end of what leads in to a clause."""
    clause = unit.lower(opens) == "that"
    verb = next((i for i in range(opens + 2, end) if finite(unit, i, i + 1)), end) if clause else opens + 1
    comma = next((i for i in range(verb, end) if unit.lower(i) == ","), None)
    return trimmed(unit, opens + 1, comma) if comma is not None else None


def _left(unit: Unit, start: int, end: int) -> int:
    """Where a clause that holds a verb is left: ", but", ", which", ", adding"."""
    paired = False
    for at in range(start + 1, min(end - 1, start + _LONGEST)):
        behind = unit.lower(at + 1)
        if unit.lower(at) != "," or at in unit.times:
            continue
        if behind in _LEAVING or behind.endswith("ing") or (behind in AUXILIARIES and not paired):
            return trimmed(unit, start, at)
        paired = True
    return end


def _before_verb(unit: Unit, opens: int, end: int) -> int | None:
    """The end of the clause of a noun that is a subject: before the verb, or comma, that its clauses don't need."""
    needed = int(unit.lower(opens) == "that")
    found, unsure, at = 0, False, opens + 1
    while at < min(end, opens + _LONGEST):
        word = unit.lower(at)
        if word == "," and found >= needed and at > opens + 2 and at not in unit.times:
            return at
        if word in _CLAUSES or (word in _JOINING and _is_group(unit, at + 1)):
            needed += 1
        elif word in _JOINING and found:
            unsure = True
        elif _is_group(unit, at) or (found < needed and _may_be_verb(unit, at)):
            unsure = unsure or not _is_group(unit, at)
            found += 1
            if found > needed:
                return None if unsure else _without_adverbs(unit, opens + 1, at)
            at = _behind_group(unit, at)
            continue
        at += 1
    return None


def _is_group(unit: Unit, at: int) -> bool:
    """Whether a verb group begins at a token: no participle before a noun."""
    word = unit.lower(at)
    if word in AUXILIARIES:
        return True
    if at >= len(unit.tokens) or unit.tokens[at].quoted or unit.tokens[at].capital:
        return False
    if word.endswith("ed") and unit.lower(at - 1) in _NO_VERB_BEHIND:
        return False
    return is_verb(unit, at) or word in _only_past() or word in _IRREGULAR or unit.lower(at - 1) in _SUBJECTS


def _may_be_verb(unit: Unit, at: int) -> bool:
    """``ships seized in May``: a verb, or a participle that tells more of the noun."""
    return unit.lower(at).endswith("ed") and not unit.tokens[at].capital and unit.lower(at - 1) not in _NO_VERB_BEHIND


def _behind_group(unit: Unit, at: int) -> int:
    """Behind auxiliaries, adverbs and one verb."""
    while at < len(unit.tokens) and (unit.lower(at) in AUXILIARIES | ADVERBS or unit.lower(at).endswith("ly")):
        at += 1
    return at + (unit.lower(at).endswith(("ed", "en", "ing")) or _is_group(unit, at))


@cache
def _only_past() -> frozenset[str]:
    """Words that are a past of a verb of speech, and nothing else."""
    return frozenset(
        words[0]
        for words, meanings in cue_words().items()
        if len(words) == 1 and all(word.kind == "verb" and form == "past" for word, form in meanings)
    )


def _without_adverbs(unit: Unit, start: int, end: int) -> int:
    while end > start and unit.lower(end - 1) in ADVERBS:
        end -= 1
    return end
