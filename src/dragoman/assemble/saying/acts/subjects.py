"""Subjects: who does what a verb of a content says, as far as plain words show it.

Who "we" or "they" is, is not known here: a pronoun is taken for the speaker, a name for somebody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.assemble.saying.acts.manners import BE, MODALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.assemble.saying.acts.wording import Word
    from dragoman.record import StatementForm

FIRST = frozenset("i we us".split())
_THIRD = frozenset("he she it they".split())
_POSSESSIVES = frozenset("my our his her its their".split())
_OWN_NOUNS = frozenset(
    "country government ministry side nation people party administration army military forces organisation members".split()
)
_PARTIES = frozenset(
    "army forces troops soldiers military regime government authorities group side sides party rebels separatists security "
    "occupation administration country countries state powers police navy airforce warplanes jets tanks militia militias".split()
)
_DECIDERS = frozenset(
    "minister ministers president presidents premier premiers chancellor king queen prince emir ambassador ambassadors envoy "
    "envoys delegation delegations team cabinet parliament court commission council committee ministry bank leader leaders "
    "officials inspectors mission ships navy agency assembly alliance union bloc senate congress".split()
)
AUXILIARIES = (
    BE
    | MODALS
    | frozenset(
        "have has had do does did not never to going 'd getting got only just simply soon then all both therefore".split()
    )
)
_JOINS = frozenset("and but that so because since then yet or while although though as if when therefore what why".split())
_CONDITIONS = frozenset("if unless whether lest".split())
_ENDS_CONDITION = frozenset("then will would shall may might could must".split())
_REACH = 8
"""Words before a verb among which its subject is looked for."""


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a verb.

    subject      place of the word before it and its auxiliaries: its subject, or what governs the infinitive; -1 where none is
    modal        the modal verb nearest to it, or empty
    infinitive   "to" stands right before it
    """

    subject: int
    modal: str = ""
    negated: bool = False
    infinitive: bool = False
    auxiliaries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Clauses:
    """One sentence of a content, asked about by the places of its words."""

    words: Sequence[Word]
    form: StatementForm
    headline: bool

    def plain(self, at: int) -> str:
        """The word at a place, empty outside the sentence."""
        return self.words[at].plain if 0 <= at < len(self.words) else ""

    def mark(self, at: int) -> bool:
        """Whether no word stands at a place: a mark, or the end."""
        plain = self.plain(at)
        return len(plain) < 2 and not plain.isalnum()

    def near(self, at: int, reach: int = 4) -> frozenset[str]:
        """The words right before a place."""
        return frozenset(word.plain for word in self.words[max(0, at - reach) : at])

    def before(self, at: int) -> Before:
        """What stands before the verb at a place."""
        passed: list[str] = []
        subject = at - 1
        while subject >= 0 and subject > at - _REACH and self.words[subject].plain in AUXILIARIES:
            passed.append(self.words[subject].plain)
            subject -= 1
        modal = next((word for word in passed if word in MODALS or word == "'d"), "")
        negated = not {"not", "never"}.isdisjoint(passed) or self.plain(subject) in {"nor", "neither", "nobody"}
        return Before(subject, modal, negated, passed[:1] == ["to"], frozenset(passed))

    def own(self, subject: int) -> bool:
        """Whether the word before a verb is the speaker; behind "and" and commas it is who begins the sentence."""
        if subject < 0:
            return True
        word = self.words[0] if self.words[subject].plain in {"and", "or", "but", ","} else self.words[subject]
        pronoun = word.plain in FIRST or (word.plain in _THIRD and self.form != "direct")
        return pronoun or (word.plain in _OWN_NOUNS and word.behind in _POSSESSIVES)

    def party(self, subject: int) -> bool:
        """Whether the word before a verb names a party: a capital, an army, a group."""
        return subject >= 0 and (self.words[subject].upper or self.words[subject].plain in _PARTIES)

    def decides(self, subject: int) -> bool:
        """Whether the word before a verb is somebody whose next steps are announced."""
        return subject >= 0 and (self.own(subject) or self.party(subject) or self.words[subject].plain in _DECIDERS)

    def begins_clause(self, at: int) -> bool:
        """Whether a pronoun begins a clause, and not one that tells more of a noun ("the plan he has proposed")."""
        return at <= 0 or self.words[at - 1].plain in _JOINS or not self.words[at - 1].plain.isalnum()

    def sets_condition(self) -> bool:
        return any(word.plain in {"if", "unless"} for word in self.words)

    def conditional(self) -> list[bool]:
        """Which words stand in a condition: from "if" to a mark, to the main clause's "will", or to the end."""
        marks, inside = [], False
        for word in self.words:
            inside = word.plain in _CONDITIONS or (inside and word.plain.isalnum() and word.plain not in _ENDS_CONDITION)
            marks.append(inside)
        return marks
