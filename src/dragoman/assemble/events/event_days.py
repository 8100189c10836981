"""When an event was, is or will be: told in its clause or sentence, by the statement that performs it, or by what is told before.

The day of the page alone dates nothing but what is going on: of 49 events in first sentences without any time on the timelines
of SemEval-2015, 29 are of the page's own day, 10 of another, 10 of none (``benchmarks.event_dates``). What is still to
come never gets a time that is over, what happened never one that is still to come.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.assemble.events.event_clause import tie
from dragoman.assemble.events.told_before import EventDay, ToldBefore
from dragoman.assemble.scene.cue_clause import LONGEST_SENTENCE, MOST_BESIDE
from dragoman.assemble.scene.told_times import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from dragoman.annotations import Trigger
    from dragoman.article import Span
    from dragoman.assemble.events.event_clause import Tie
    from dragoman.assemble.scene.cue_clause import Clauses
    from dragoman.assemble.timing.values import Timed, Times
    from dragoman.record import Statement

_AHEAD = frozenset({"planned", "proposed", "hypothetical"})
_OVER = frozenset({"happened", "ongoing"})
PERFORMED = {
    "REQUEST": frozenset({"request", "demand"}),
    "ACCUSE": frozenset({"accuse", "condemn"}),
    "REJECT": frozenset({"reject"}),
    "THREATEN": frozenset({"threaten"}),
    "SUPPORT": frozenset({"praise"}),
}
"""Events that are done by saying so: by which acts."""

_ANNOUNCED = re.compile(r"(?:\w+\s+)?(?!said\b)(?:[a-z]{2,}ed|made|gave|took|sent)(?:\s+to)?", re.I)
_BARE = re.compile(
    r"(?:(?!\b(?:that|to|he|she|it|they|we|I|is|are|was|were|has|have|had|will|would|who|which|[a-z]+(?:ed|ing))\b)[^\"“”‘,;:]){1,80}"
)
"""What is announced without a verb: "the company's move on "."""
_GOES_ON = re.compile(r"\b(?:is|are)\s+(?:(?:now|also|currently|both)\s+)?[a-z]+ing\b", re.I)
_BESIDE = re.compile(r",?\s+(?:(?:on|in|at|during|early|late)\s+)?(?:the\s+)?", re.I)
"""Between two times of which one tells the other more closely."""


def date_events(
    clauses: Clauses, times: Times, triggers: Sequence[Trigger], statements: Sequence[Statement], anchor: date | None
) -> tuple[EventDay | None, ...]:
    """The time of each event, None where the page doesn't tell it.

    triggers   in any order; with a status that is None nothing is held against a time for being past or to come
    anchor     the page's own day; where it is not known, nothing is either
    """
    page = _Page(clauses, times, anchor, {one.cue: one for one in statements if one.cue}, statements)
    found: dict[int, EventDay | None] = {}
    for at in sorted(range(len(triggers)), key=lambda at: triggers[at].span):
        found[at] = page.day_of(triggers[at])
    return tuple(found[at] for at in range(len(triggers)))


@dataclass
class _Page:
    """The reading of one page: its times, its statements by their cues, and the events told so far."""

    clauses: Clauses
    times: Times
    anchor: date | None
    cues: Mapping[Span, Statement]
    statements: Sequence[Statement]

    def __post_init__(self) -> None:
        self.before = ToldBefore(self.clauses, self.times)
        self.contents = sorted((piece, at) for at, one in enumerate(self.statements) for piece in one.content)
        self.cue_order = sorted(self.cues)
        self.starts = [one.span.start for one in self.times]

    def day_of(self, trigger: Trigger) -> EventDay | None:
        if trigger.status == "never":
            return None
        own = self._beside(trigger)
        day = own or self._performed(trigger) or self.before.day_of(trigger) or self._going_on(trigger)
        if day is not None:
            self.before.note(trigger, day, main=own is not None)
        return day

    def _beside(self, trigger: Trigger) -> EventDay | None:
        """What its clause tells, else what its sentence begins with: the nearest first."""
        sentence = self.clauses.sentence_of(trigger.span)
        if sentence is None or len(sentence) > LONGEST_SENTENCE:
            return None
        tied = [
            (how != "own", _gap(one.span, trigger.span), one)
            for one in self._candidates(trigger, sentence)
            if self._fits(trigger, one) and (how := self._tie(trigger, one, sentence))
        ]
        if not tied:
            return None
        beyond, _, time = min(tied, key=lambda one: one[:2])
        fitting = (one for one in self._candidates(trigger, sentence) if self._fits(trigger, one))
        time = next((one for one in fitting if self._names_finer(one, time)), time)
        where = "in its sentence" if beyond or time.span not in trigger.clause else "in its clause"
        return self._told(time, where)

    def _tie(self, trigger: Trigger, time: Timed, sentence: Span) -> Tie | None:
        is_stretch = "/" in (time.value.edtf or "")
        return tie(self.clauses, time.span, trigger.span, sentence, interval=is_stretch, ahead=_is_ahead(trigger))

    def _names_finer(self, one: Timed, than: Timed) -> bool:
        """``last month, on Easter Monday``: a day right behind the month that it lies in, or right before."""
        days, whole = one.value.days, than.value.days
        if days is None or whole is None or days == whole or days.first not in whole or days.last not in whole:
            return False
        first, second = sorted((one.span, than.span))
        return _BESIDE.fullmatch(self.clauses.text, first.end, second.start) is not None

    def _candidates(self, trigger: Trigger, sentence: Span) -> Iterator[Timed]:
        """Times of the sentence that nothing said parts from the event; where there are many, those next to it."""
        at = bisect_left(self.starts, trigger.span.start)
        for one in self.times.every[max(0, at - MOST_BESIDE) : at + MOST_BESIDE]:
            told = one.value.edtf and one.value.timex != NOW
            if told and one.span in sentence and self._on_one_level(trigger, one.span, sentence):
                yield one

    def _on_one_level(self, trigger: Trigger, time: Span, sentence: Span) -> bool:
        """Whether both stand in the same quotation or outside of all: "announced" and "Monday" in "announced the move on Monday".

        What somebody plans to do may be of the time with which the sentence begins.
        """
        level = self.clauses.level(time.start)
        if level in (self.clauses.level(trigger.span.start), self.clauses.level(trigger.span.end - 1)):
            return True
        text, first = self.clauses.text, min(trigger.span.start, time.start)
        edge = self.clauses.edges[bisect_right(self.clauses.edges, max(trigger.span.start, time.start)) - 1]
        if first == trigger.span.start:
            near = 0 <= edge - trigger.span.end <= len(" to ") and _ANNOUNCED.fullmatch(text, *trigger.span) is not None
            return near and _BARE.fullmatch(text, edge, time.start) is not None
        return _is_ahead(trigger) and text.startswith("to ", edge) and time.start - sentence.start <= len("On the ")

    def _fits(self, trigger: Trigger, time: Timed) -> bool:
        """Whether an event of this status can be of that time."""
        days, anchor = time.value.days, self.anchor
        if days is None or anchor is None:
            return True
        if _is_ahead(trigger):
            return days.last >= anchor
        return trigger.status not in _OVER or days.first <= anchor

    def _told(self, time: Timed, where: str) -> EventDay:
        words = " ".join(self.clauses.text[slice(*time.span)].split())
        why = f"{words!r} {where}" + (f": {time.value.basis}" if time.value.basis else "")
        return EventDay((time.value.edtf or "").split("T")[0], time.span, why)

    def _performed(self, trigger: Trigger) -> EventDay | None:
        """When it was said, of what is done by saying: its cue tells the event, or the statement's act is one of its type."""
        if _is_ahead(trigger):
            return None
        statement = self._by_cue(trigger.span) or self._by_act(trigger)
        if statement is None or statement.said_on is None:
            return None
        return EventDay(statement.said_on, None, f"said then: {statement.basis.get('said_on', '')}".rstrip(": "))

    def _by_cue(self, trigger: Span) -> Statement | None:
        at = bisect_right(self.cue_order, trigger.start, key=lambda cue: cue.start) - 1
        near = self.cue_order[max(at, 0) : at + 2]
        return next((self.cues[cue] for cue in near if cue.overlaps(trigger)), None)

    def _by_act(self, trigger: Trigger) -> Statement | None:
        acts = PERFORMED.get(trigger.type, frozenset())
        beyond = bisect_right(self.contents, trigger.span.start, key=lambda one: one[0].start)
        for piece, at in reversed(self.contents[max(0, beyond - MOST_BESIDE) : beyond]):
            if trigger.span in piece:
                return self.statements[at] if self.statements[at].act in acts else None
        return None

    def _going_on(self, trigger: Trigger) -> EventDay | None:
        """``is visiting``, ``are taking part``: what goes on is of the page's own day."""
        if self.anchor is None or trigger.status != "ongoing" or self.clauses.level(trigger.span.start) >= 0:
            return None
        found = _GOES_ON.search(self.clauses.text, max(0, trigger.span.start - 20), trigger.span.end)
        if found is None or found.end() <= trigger.span.start:
            return None
        return EventDay(self.anchor.isoformat(), None, f"going on when the page was published, {self.anchor}")


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _is_ahead(trigger: Trigger) -> bool:
    return trigger.status in _AHEAD
