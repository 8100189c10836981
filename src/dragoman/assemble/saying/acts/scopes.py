"""Scopes: the words of a sentence that are not its own point: relative clauses, and what others are reported to say or ask.

"He welcomed the minister's warning that the dam may break" warns nobody, "those who broke the law must go" only demands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.saying.acts.manners import BE, MODALS
from dragoman.assemble.saying.acts.wording import longest_at
from dragoman.lexicon.content_words import content_words
from dragoman.lexicon.cues import cue_forms, longest_cue, noun_forms

if TYPE_CHECKING:
    from dragoman.assemble.saying.acts.subjects import Clauses
    from dragoman.lexicon.cues import Cue, CueForm

_RELATIVE = frozenset("who which whose whom".split())
_REPORTS = frozenset(
    form
    for noun in (
        "accusation allegation announcement appeal argument assertion assurance belief call charge claim comment complaint "
        "condemnation criticism declaration demand denial fear forecast idea notion offer order plea pledge prediction promise "
        "proposal protest remark report request rumor rumour speculation statement suggestion suspicion threat vow warning worry"
    ).split()
    for form in (noun, noun + "s")
)
"""Nouns for what others say: what stands behind them is theirs."""
_MAY_BE_MEANT = frozenset("threat threats fear fears worry warning belief".split())
"""Of these only the ones that are said to be somebody's."""
_BEFORE_REPORTED = frozenset("of to for about against".split())
_OWN = frozenset("my our his her its their".split())
_PRONOUNS = frozenset("i we he she it they you".split())
FINITE = (BE - {"be", "been", "being"}) | MODALS | frozenset("have has had do does did".split())
_BEFORE_VERBS = _PRONOUNS | MODALS | frozenset("to not do does did have has had".split())
_SAYS_OF = BE | frozenset("about against with from facing".split())
_POINTS = frozenset("it there that this they he she".split())
_ONES = frozenset("one ones those people some many".split())
_JOINS = frozenset("and or but not to that because".split())
_PERFORMED_BY_OTHERS = frozenset(
    "urge|demand|condemn|denounce|accuse|blame|deny|refute|warn|welcome|praise|thank|criticise|criticize|call on|call upon|"
    "call for|appeal for|request|ask|caution|slam|decry|deplore|call".split("|")
)
"""Others' speech that does what it says; what they ask or blame is not the speaker's."""
_HEARSAY = frozenset("say report allege accuse claim tell charge".split())
_DONE_BY_SAYING = frozenset("promise pledge vow guarantee assure protest propose recommend agree swear offer threaten".split())
"""What others are told to have done rather than said."""
_REACH = 6
"""Words before a relative pronoun among which its noun is looked for."""


def not_its_own(clauses: Clauses) -> list[bool]:
    """Which words stand in a relative clause, or behind a noun for what others say; for sentences as short as those of moods."""
    marks = [False] * len(clauses.words)
    at = 0
    while at < len(clauses.words):
        end = (_relative(clauses, at) if at or clauses.words[0].behind else 0) or _reported(clauses, at) or at
        if at == 0 and clauses.mark(end):
            end = 0  # the whole content is "the claim that …"
        for k in range(at, end):
            marks[k] = True
        at = max(end, at + 1)
    return marks


def others_report(clauses: Clauses, at: int) -> bool:
    """Whether somebody else is reported from here on: "the deputies stressed that", "was accused of"."""
    known = None if at == 0 or clauses.words[at].behind else _cue_at(clauses, at)
    if known is None:
        return False
    cue, forms = known
    before = clauses.before(at)
    if before.auxiliaries & BE and "past" in forms:
        return cue.base in _HEARSAY and not before.infinitive and before.modal not in {"must", "should"}
    if cue.manner != "said" or not forms & {"third", "past"} or before.infinitive or clauses.own(before.subject):
        return False
    if cue.base in _PERFORMED_BY_OTHERS:
        performed = clauses.form == "indirect" and clauses.party(before.subject) and "third" in forms
        return not performed and clauses.plain(at + 1) != "by"
    return "that" in cue.takes and cue.base not in _DONE_BY_SAYING


def _cue_at(clauses: Clauses, at: int) -> tuple[Cue, frozenset[CueForm]] | None:
    plain = clauses.plain(at)
    if plain not in longest_cue() or plain in noun_forms():
        return None
    return next((known for length in (2, 1) if (known := cue_forms().get(_spelled(clauses, at, length)))), None)


def _spelled(clauses: Clauses, at: int, length: int) -> tuple[str, ...]:
    return tuple(word.plain for word in clauses.words[at : at + length])


def _relative(clauses: Clauses, at: int) -> int:
    """Where a relative clause that begins here ends; 0 where none begins, or where it is what the sentence says of somebody."""
    word, before = clauses.words[at], clauses.words[at - 1]
    if word.plain in _RELATIVE:
        if _said_of(clauses, at):
            return 0
        subject = clauses.plain(at + 1) in _PRONOUNS or (at + 1 < len(clauses.words) and bool(clauses.words[at + 1].behind))
        end = _end(clauses, at + 1, inside=1 if subject else 0)
        closing = before.plain == "," and word.plain == "which" and end >= len(clauses.words) - 1
        return 0 if closing else end
    if word.plain != "that" or clauses.mark(at - 1) or before.plain in _JOINS or not finite_verb(clauses, at + 1):
        return 0
    if (before.plain,) in cue_forms() or before.plain in BE | _REPORTS:
        return 0  # "claimed that has changed", "is that"
    return 0 if _said_of(clauses, at) else _end(clauses, at + 1, inside=0)


def _said_of(clauses: Clauses, at: int) -> bool:
    """Whether a relative clause is the point: "is a state that sponsors", "it is they who", "there are those who"."""
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        plain = clauses.plain(k)
        if plain == "not" or clauses.mark(k):
            return False
        if plain in _SAYS_OF:
            between = clauses.words[k + 1 : at]
            named = any(word.behind in {"a", "an"} or word.plain in _ONES for word in between)
            return clauses.plain(k + 1) != "not" and (named or clauses.plain(k - 1) in _POINTS)
    return False


def _reported(clauses: Clauses, at: int) -> int:
    """Where what stands behind a noun for others' words ends; 0 where no such noun stands here."""
    word, plain = clauses.words[at], clauses.plain(at)
    if plain not in _REPORTS or word.behind in _OWN or at + 1 >= len(clauses.words):
        return 0
    if not word.behind and (plain,) in cue_forms() and (clauses.plain(at - 1) in _BEFORE_VERBS or clauses.party(at - 1)):
        return 0  # "we request that"
    theirs = word.behind == "'s" or (at > 0 and clauses.words[at - 1].upper)
    if plain in _MAY_BE_MEANT and not theirs:
        return 0
    if clauses.plain(at + 1) == "that":
        return _end(clauses, at + 2, inside=1)
    return _end(clauses, at + 1, inside=0) if clauses.plain(at + 1) in _BEFORE_REPORTED else 0


def _end(clauses: Clauses, start: int, *, inside: int) -> int:
    """The end of a clause that begins at a word: a mark, or the finite verb of the clause around it.

    inside   finite verbs that stand in it behind its first word
    """
    at = start + 1
    while not clauses.mark(at):
        group = clauses.plain(at - 1) in FINITE | _JOINS
        if not group and _finite_at(clauses, at):
            if inside == 0 and clauses.plain(at) in FINITE:
                return at
            inside = max(0, inside - 1)
        at += 1
    return min(at, len(clauses.words))


def _finite_at(clauses: Clauses, at: int) -> bool:
    return clauses.plain(at) in FINITE or (not clauses.words[at].behind and finite_verb(clauses, at))


def finite_verb(clauses: Clauses, at: int) -> bool:
    """Whether a finite verb stands here, as far as the tables know verbs."""
    if clauses.plain(at) in FINITE:
        return True
    hit = longest_at(content_words(), clauses.words, at)
    if hit and any(word.kind == "verb" and word.form in {"third", "past"} for word in hit[1]):
        return True
    known = cue_forms().get((clauses.plain(at),))
    return known is not None and bool(known[1] & {"third", "past"}) and clauses.plain(at) not in noun_forms()
