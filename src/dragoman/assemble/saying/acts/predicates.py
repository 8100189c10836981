"""Predicates: what a sentence says that somebody or something is: "is a farce", "amounts to robbery", "was an act of war"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.assemble.saying.acts.manners import BE

if TYPE_CHECKING:
    from dragoman.assemble.saying.acts.subjects import Before, Clauses

_AS_GOOD_AS_IS = frozenset(
    "constitute constitutes constituted represent represents represented become becomes became becoming remain remains "
    "remained equal equals amount amounts amounted look looks looked sound sounds sounded seem seems seemed behave behaves "
    "behaved prove proves proved proven resemble resembles resembled smacks smacked reeks amounting".split()
)
_FRAMES = frozenset(
    "act acts form forms kind sort type piece case instance example exercise campaign policy gang band bunch clique pack "
    "group family nation crew collection symbol display height embodiment epitome definition product matter smacks smacked "
    "reeks lot house den web series string full".split()
)
"""Words before "of" that are no more than what stands behind it: "an act of", "a gang of"."""
_LIKENED = frozenset("similar akin equivalent tantamount equal comparable close amounts amount amounted amounting".split())
_NOTHING = frozenset("nothing no little none not anything much".split())
_MORE = frozenset("less more better other".split())
_HELD_TO_BE = frozenset("considered deemed regarded widely clearly plainly so".split())
_NOT = frozenset("not no never neither nor hardly".split())
_NOT_ALONE = frozenset("only just merely simply".split())
_BARS = frozenset(
    "of by for with from about against in on at over under into through between among behind and or but because who which "
    "that when where while as than to has have had if do does did may might can could will would shall should must".split()
)
_BEHIND = (
    _BARS
    | BE
    | frozenset(
        "today here there now again yet since until if by this it they we he she i you this one ones too before after".split()
    )
)
_TURNS_OUT = frozenset("out prove proves proved proven happens".split())
_CALLED = frozenset("called named made seen told put given sent taken held kept hit met cut shot led".split())
_REACH = 9


@dataclass(frozen=True, slots=True)
class Predicate:
    """That something is said to be so.

    at        place of the verb
    negated   it is said not to be so
    framed    "an act of", "nothing but", "similar to" stand before it
    before    what stands before the verb
    """

    at: int
    negated: bool
    framed: bool
    before: Before


def predicated(clauses: Clauses, at: int) -> Predicate | None:
    """The predicate that the noun or adjective at a place belongs to; None where it is not what something is said to be."""
    framed = negated = False
    k = at - 1
    while k >= max(0, at - _REACH):
        plain = clauses.plain(k)
        if plain in BE or (plain in _AS_GOOD_AS_IS and not clauses.words[k].behind):
            return _of_verb(clauses, k, framed=framed, negated=negated)
        if skipped := _frame(clauses, k):
            framed, k = True, k - skipped
        elif plain in _NOT:
            negated, k = negated or clauses.plain(k + 1) not in _NOT_ALONE, k - 1
        elif clauses.mark(k) or plain in _BARS or _acts(clauses, k):
            return None
        else:
            k -= 1
    return None


def ends_phrase(clauses: Clauses, end: int) -> bool:
    """Whether a noun phrase may end before a place: not "a murder" in "a murder case"."""
    plain = clauses.plain(end)
    return clauses.mark(end) or bool(clauses.words[end].behind) or plain in _BEHIND or plain.endswith(("ed", "ing", "ly"))


def _of_verb(clauses: Clauses, at: int, *, framed: bool, negated: bool) -> Predicate | None:
    before = clauses.before(at)
    if before.infinitive and clauses.plain(before.subject) not in _TURNS_OUT:
        return None
    return Predicate(at, negated or before.negated, framed, before)


def _frame(clauses: Clauses, at: int) -> int:
    """How many words a frame that ends here has: "nothing short of", "an act of", "tantamount to", "like"; 0 where none does."""
    plain, one, two = clauses.plain(at), clauses.plain(at - 1), clauses.plain(at - 2)
    if plain == "like":
        return 1
    if plain == "of" and one == "short":
        return 3 if two in _NOTHING else 0
    if plain == "in" and one in {"exercise", "lesson", "study", "masterclass"}:
        return 2
    if (plain == "of" and one in _FRAMES) or (plain == "to" and one in _LIKENED):
        return 1 if one in _AS_GOOD_AS_IS else 2
    if plain == "but" and one in _NOTHING:
        return 2
    if plain == "than" and one in _MORE and two in _NOTHING:
        return 3
    return 3 if plain == "from" and one == "different" and two in _NOTHING else 0


def _acts(clauses: Clauses, at: int) -> bool:
    """Whether a participle without an article makes another verb of "is": "is fighting thieves", "was called a thief"."""
    plain = clauses.plain(at)
    if clauses.words[at].behind or plain in _HELD_TO_BE:
        return False
    return plain.endswith(("ing", "ed")) or plain in _CALLED
