"""According to whom: the source behind "according to", "in the words of", "as per"; what tells nothing is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.rules.phrases import PREPOSITIONS, head_noun, phrase_right
from dragoman.lexicon.cue_words import cue_words
from dragoman.lexicon.cues import speaker_nouns

if TYPE_CHECKING:
    from dragoman.annotate.rules.phrases import Range
    from dragoman.annotate.rules.units import Unit

_ACCORDING = (("according", "to"), ("in", "the", "words", "of"), ("as", "per"))
OPENINGS = frozenset(words[0] for words in _ACCORDING)
"""Words that such a cue begins with."""
_TELLING = frozenset(
    "research census result results count tally database minutes updates index indicators findings terms provisions portal probe "
    "examinations tests calculations locals investigators eyewitnesses onlookers rescuers firefighters users viewers".split()
)
"""Nouns that tell something, besides those for speakers and for what is said."""
_RULES = frozenset("law laws protocol order orders demand demands".split())
"""What one goes by "according to" it, and nobody's words."""
_OTHERS = frozenset("him her them".split())


def according_to(unit: Unit, at: int) -> tuple[Range, Range] | None:
    """Cue and source of ``according to X`` at a token."""
    for words in _ACCORDING:
        if unit.lower(at) == words[0] and all(unit.lower(at + i) == word for i, word in enumerate(words)):
            behind = at + len(words)
            source = phrase_right(unit, behind, prepositions=frozenset("of for by in at from".split())) or _loose(unit, behind)
            source = _dated(unit, source) if source else None
            bound = source is None or (words[0] == "according" and _is_rule(unit, source))
            return ((at, behind), source) if source and not bound else None
    return None


def _dated(unit: Unit, source: Range) -> Range:
    """``the survey of 1969``: with the year that tells which one."""
    last = source[1]
    if unit.lower(last) in {"of", "from"} and last + 1 in unit.times:
        last += 1
        while last in unit.times:
            last += 1
    return source[0], last


def _is_rule(unit: Unit, source: Range) -> bool:
    """``according to the law``: what one goes by, and nobody's words."""
    plain = not any(_is_name(unit, i) for i in range(*source))
    head = head_noun(unit, *source)
    return plain and head is not None and unit.lower(head) in _RULES


def _loose(unit: Unit, start: int) -> Range | None:
    """Whatever stands between "according to" and its comma, if it tells something: a name, a report, figures."""
    last = start
    while last < len(unit.tokens) and last - start < 15 and unit.tokens[last].word:
        last += 1
    if last == start or unit.lower(last) not in {",", ".", ""} or unit.lower(start) in {"which", "that", "whom"}:
        return None
    ends = next((i for i in range(start + 1, last) if unit.lower(i) in PREPOSITIONS | {"who"}), last)
    named = any(_is_name(unit, i) for i in range(start, ends)) or (last - start == 1 and unit.lower(start) in _OTHERS)
    head = head_noun(unit, start, last)
    heads = {start, head} if unit.lower(start + 1).endswith("ed") else {head}
    return (start, last) if named or any(at is not None and _tells(unit.lower(at)) for at in heads) else None


def _is_name(unit: Unit, at: int) -> bool:
    return unit.tokens[at].capital and at not in unit.times


def _tells(noun: str) -> bool:
    """Whether what a noun means can be a source: somebody, or something said, written or counted."""
    known = cue_words().get((noun,), ())
    told = any(word.kind == "noun" and word.manner != "held" for word, _ in known)
    return noun in speaker_nouns() or noun in _TELLING or (told and noun not in _RULES)
