"""What is told before an event and dates it: the same thing, an occasion, or the main event in the sentence just before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.assemble.scene.continued import FURTHEST, THAT_OCCASION
from dragoman.assemble.scene.cue_clause import AROUND
from dragoman.assemble.scene.scenes import occasion_kinds
from dragoman.assemble.scene.told_times import DAY
from dragoman.lexicon.verbs import IRREGULAR_PAST

if TYPE_CHECKING:
    from dragoman.annotations import Trigger
    from dragoman.article import Span
    from dragoman.assemble.scene.cue_clause import Clauses
    from dragoman.assemble.timing.values import Times

_SIMPLE_PAST = re.compile(
    rf"(?!said\b)(?:[a-z]{{2,}}ed|{IRREGULAR_PAST}|hurt)\b",
    re.I,
)
_NOT_THEN = re.compile(
    r"(?:(?:\b(?:has|have|had|will|would|shall|should|may|might|can|could|must|to|is|are|be|been|being|never|often|previously|"
    r"earlier|once|already|recently)|[’'](?:ve|d|ll|s))\s+(?:\w+\s+){0,2}|\b(?:the|an?|of|in|by|with|for)\s+)\Z",
    re.I,
)
"""Before a verb: it tells of another time than the sentence before, or it is no verb."""
_PASSIVE = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?\Z", re.I)
_ANOTHER_TIME = re.compile(
    r"\b(?:earlier|previously|formerly|once|repeatedly|often|always|ago|years?|months?|decades?|since|until|in\s+the\s+past|"
    r"at\s+the\s+time|days?\s+(?:after|before)|last|meanwhile|separately|elsewhere)\b",
    re.I,
)
_DEFINITE = re.compile(r"\b(?:the|this|these|those|their|[\w-]+[’']s)\s+(?:[\w-]+\s+)?\Z", re.I)
_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|that|when|where|while|after|before|since|because|although|though|if|as|than|days?|weeks?)\b", re.I
)
LONGEST_LEAD = 300
"""Characters of its sentence before a verb that tells what happened next."""
NEAR = 30
"""Characters behind such a verb that may tell another time."""
STEM = 5
"""Letters that a word and its derivations share: ``attack``, ``attacked``, ``attacks``."""


@dataclass(frozen=True, slots=True)
class EventDay:
    """When an event is told to be: EDTF, the words that say so, and why they count."""

    edtf: str
    span: Span | None
    basis: str


@dataclass
class ToldBefore:
    """The events of one page told so far.

    last    the sentence of the main event told last, by its number, and its day: of one inside what was said (True), and outside
    named   the day of events, by type and stem
    kinds   the sentence and day of the last meeting, visit, …, by the sort of occasion
    """

    clauses: Clauses
    times: Times
    last: dict[bool, tuple[int, EventDay]] = field(default_factory=dict)
    named: dict[tuple[str, str], EventDay] = field(default_factory=dict)
    kinds: dict[str, tuple[int, EventDay]] = field(default_factory=dict)

    def day_of(self, trigger: Trigger) -> EventDay | None:
        """The day of what is told before: of the same thing, or of the main event in the sentence just before."""
        if trigger.status not in ("happened", None):
            return None
        return self._named_before(trigger) or self._at_occasion(trigger) or self._same_day(trigger)

    def _named_before(self, trigger: Trigger) -> EventDay | None:
        """``The attack on Monday … . The attack …``"""
        start = trigger.span.start
        known = self.named.get((trigger.type, self._stem(trigger.span)))
        if known is None or _SIMPLE_PAST.match(self.clauses.text, *trigger.span):
            return None
        if not _DEFINITE.search(self.clauses.text, max(0, start - 30), start):
            return None
        return EventDay(known.edtf, known.span, f"told before: {known.basis}")

    def _at_occasion(self, trigger: Trigger) -> EventDay | None:
        """``Vega met Solheim on Monday. … At the meeting, Vega accused …``"""
        sentence = self.clauses.sentence_of(trigger.span)
        if sentence is None or self.clauses.level(trigger.span.start) >= 0:
            return None
        first, last = max(sentence.start, trigger.span.start - AROUND), min(sentence.end, trigger.span.end + AROUND)
        there = THAT_OCCASION.search(self.clauses.text, first, last)
        kinds = occasion_kinds(there[0]) if there and self.clauses.level(there.start()) < 0 else ()
        known = max((self.kinds[kind] for kind in kinds if kind in self.kinds), key=lambda one: one[0], default=None)
        if known is None or self.clauses.sentence_at(sentence.start) - known[0] > FURTHEST:
            return None
        return EventDay(known[1].edtf, known[1].span, f"at the occasion told before: {known[1].basis}")

    def _same_day(self, trigger: Trigger) -> EventDay | None:
        """A main event in the simple past, in a sentence that tells no time of its own, right behind one that tells a day."""
        last = self.last.get(self.clauses.level(trigger.span.start) >= 0)
        if last is None:
            return None
        at = self.clauses.sentence_at(trigger.span.start)
        if at != last[0] + 1 or not self._goes_on(trigger.span, self.clauses.sentences[at]):
            return None
        known = last[1]
        return EventDay(known.edtf, known.span, f"the day of what is told just before: {known.basis}")

    def _goes_on(self, trigger: Span, sentence: Span) -> bool:
        """Whether a verb tells what happened next: in the simple past, in a main clause, with no other time before it."""
        text = self.clauses.text
        if trigger.start - sentence.start > LONGEST_LEAD or not _SIMPLE_PAST.match(text, trigger.start):
            return False
        before = text[sentence.start : trigger.start]
        near = text[sentence.start : trigger.end + NEAR]
        told = any(one.value.edtf for one in self.times.within(sentence) if one.span.start < trigger.start)
        if told or _ANOTHER_TIME.search(near) or _SUBORDINATE.search(before.rsplit(",", 1)[-1]):
            return False
        return bool(_PASSIVE.search(before)) or not _NOT_THEN.search(before)

    def note(self, trigger: Trigger, day: EventDay, *, main: bool) -> None:
        """What is told from here on may be of that day."""
        if trigger.status not in ("happened", None):
            return
        self.named.setdefault((trigger.type, self._stem(trigger.span)), day)
        if not main or len(day.edtf) != DAY:
            return
        inside = self.clauses.level(trigger.span.start) >= 0
        here = self.last[inside] = self.clauses.sentence_at(trigger.span.start), day
        if not inside:
            words = self.clauses.text[slice(*trigger.span)]
            kinds = occasion_kinds(words) | ({"meeting"} if words.startswith("met") else frozenset())
            self.kinds.update(dict.fromkeys(kinds, here))

    def _stem(self, span: Span) -> str:
        return self.clauses.text[slice(*span)].split()[-1].casefold()[:STEM]
