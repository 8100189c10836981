"""Which statements go on where an earlier one left off: the same speaker on the same occasion, so at the same time and place.

One walk through the page. A statement follows the one before it as long as nobody else speaks, no other day is told between them,
and its cue tells of that one time: "said" and "adding" do, "has said" and "says" don't.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.article import Span
from dragoman.assemble.scene.scenes import NOUN_PATTERN, occasion_kinds
from dragoman.assemble.scene.told_times import DAY, holds
from dragoman.lexicon.cues import cue_forms
from dragoman.lexicon.verbs import IRREGULAR_PAST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.assemble.scene.cue_clause import Clauses
    from dragoman.assemble.scene.scenes import Scene
    from dragoman.record import Ref, Statement

GAP = 2
"""Sentences without any statement that may stand between two of one occasion."""
FURTHEST = 8
"""Sentences back to the occasion or day that "during the meeting" and "the same day" may mean."""

_NOT_THEN = re.compile(
    r"(?:\b(?:has|have|had|will|would|shall|should|may|might|can|could|must|to|is|are)|[’'](?:ve|d|ll))\s+(?:\w+\s+){0,2}\Z", re.I
)
"""Before a cue: it tells of another time than that of the report, or of no one time."""
_OPENS_NOT_THEN = re.compile(r"(?:has|have|had|will|would|shall|should|may|might|can|could|must|to|is|are)\b", re.I)
_PAST = re.compile(rf"\b(?:{IRREGULAR_PAST}|was|were|did|[a-z]{{2,}}ed)\b", re.I)
_ANOTHER_TIME = re.compile(
    r"\b(?:separate(?:ly)?|earlier|later|previously|formerly|once|repeatedly|often|frequently|consistently|always|in\s+the\s+past|"
    r"at\s+the\s+time|(?:in|with)\s+an?\s+(?:[\w’'-]+\s+){0,3}?(?:interview|op-ed|article|memoir|book|letter|tweet|post))\b",
    re.I,
)
_ANOTHER_PLACE = re.compile(rf"\b(?:at|in|during)\s+an?\s+(?:[\w’'-]+\s+){{0,3}}?(?:{NOUN_PATTERN}|rally|event)\b", re.I)
"""An occasion that the page tells of for the first time: maybe of the same day, but not of the same place."""
_SAME_DAY = re.compile(r"\b(?:(?:later|earlier)\s+(?:in\s+the|that)\s+day|(?:the|that)\s+same\s+day)\b", re.I)
THAT_OCCASION = re.compile(
    rf"\b(?:in|at|during|after|following)\s+(?:the|this|that|their)\s+(?:[\w’'-]+\s+){{0,2}}?{NOUN_PATTERN}\b", re.I
)
_ALSO = re.compile(r"\balso\b", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """When something was said, the words that say so, and why they count."""

    edtf: str
    span: Span
    why: str

    @property
    def is_day(self) -> bool:
        return len(self.edtf) == DAY and not self.edtf.endswith("~")


@dataclass(frozen=True, slots=True)
class Link:
    """Whose occasion a statement shares: that of another one, by its number, and the time that is told of it.

    scene   the sentence, by its number, that tells of the occasion, for the first statement made there
    """

    to: int | None
    told: Told | None
    scene: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a page tells of time beside its statements, each by the number of its sentence.

    days     where its own voice names days, months and years, in text order, with their values
    opening  the time that a sentence begins with: "In 1956, …"
    """

    scenes: Mapping[int, Scene]
    days: Sequence[tuple[int, str]]
    opening: Mapping[int, Told]


@dataclass(frozen=True, slots=True)
class _Occasion:
    """An occasion as far as it was read: who speaks at it, when it was, its last sentence and statement.

    open   each of them may speak for himself
    """

    speakers: frozenset[Ref]
    told: Told | None
    sentence: int
    statement: int | None = None
    open: bool = False

    def speaks(self, statement: Statement) -> bool:
        speakers = frozenset(statement.speakers)
        return bool(speakers) and (speakers == self.speakers or (self.open and speakers <= self.speakers))

    @property
    def reach(self) -> int:
        """A month or a year holds for the next sentence only."""
        return GAP if self.told is None or self.told.is_day else 0


def find_links(
    clauses: Clauses, statements: Sequence[Statement], own: Sequence[Told | None], times: Timeline
) -> tuple[Link | None, ...]:
    """For each statement the one whose occasion it shares; None for the first of an occasion, and for what stands inside another.

    own   what the clause of each statement's own cue tells
    """
    walk = _Walk(clauses, statements, own, times)
    for at in sorted(range(len(statements)), key=lambda at: (begins(statements[at]), at)):
        walk.read(at)
    walk.date_questions()
    return tuple(walk.links)


def tells_of_then(text: str, cue: Span) -> bool:
    """Whether a cue tells of one time in the past: "said", "adding", "was quoted as saying", "according to"."""
    words = " ".join(text[cue.start : cue.end].lower().split())
    if words == "according to":
        return True
    if _OPENS_NOT_THEN.match(words) or _NOT_THEN.search(text, max(0, cue.start - 30), cue.start):
        return False
    parts = tuple(words.split())
    forms = next((known[1] for length in range(len(parts), 0, -1) if (known := cue_forms().get(parts[:length]))), frozenset())
    return bool(forms & {"past", "ing"}) or (not forms and _PAST.search(words) is not None)


def begins(statement: Statement) -> int:
    """Where a statement begins: with its content, the words for its speaker, or its cue."""
    return min(span.start for span in (*statement.content, statement.mention, statement.cue) if span is not None)


def ends(statement: Statement) -> int:
    return max(span.end for span in (*statement.content, statement.mention, statement.cue) if span is not None)


@dataclass
class _Walk:
    """The reading of one page: the occasion that is going on, and what was told of earlier ones."""

    clauses: Clauses
    statements: Sequence[Statement]
    own: Sequence[Told | None]
    times: Timeline
    links: list[Link | None] = field(init=False)
    now: _Occasion | None = None
    kinds: dict[str, tuple[int, Told]] = field(default_factory=dict)
    last_told: tuple[int, Told] | None = None

    def __post_init__(self) -> None:
        self.links = [None] * len(self.statements)
        self.coming = sorted(self.times.scenes, reverse=True)
        self.numbers = {statement.id: at for at, statement in enumerate(self.statements)}
        self.questions = {statement.answers: at for at, statement in enumerate(self.statements) if statement.answers}

    def read(self, at: int) -> None:
        """Take one statement into the occasion that is going on, or let it begin another."""
        statement, own = self.statements[at], self.own[at]
        first = self.clauses.sentence_at(begins(statement))
        self._enter_scenes(first)
        if statement.headline or statement.inside or (statement.cue and not statement.mention):
            return
        if own is not None:
            self._note(at, frozenset(statement.speakers), own)
        elif statement.manner != "held":
            self._take(at, statement, first)

    def date_questions(self) -> None:
        """A question was asked when it was answered."""
        for question, answer in self.questions.items():
            at = self.numbers.get(question)
            told = self._told(answer)
            if at is not None and self._told(at) is None and told is not None:
                self.links[at] = Link(answer, replace(told, why=f"answered then: {told.why}"))

    def _take(self, at: int, statement: Statement, first: int) -> None:
        same = self.now is not None and self.now.speaks(statement)
        if not same and (statement.act == "ask" or statement.id in self.questions):
            return
        if statement.cue and not tells_of_then(self.clauses.text, statement.cue):
            self.now = self.now if same else None
            return
        words = self.clauses.around(statement)
        goes_on = self.now is not None and same and self._follows(self.now, statement, words, first)
        told = self._by_words(statement, words, first) or (self.now.told if self.now and goes_on else None)
        if self.now and goes_on:
            scene = self.now.sentence if self.now.statement is None else None
            carried = replace(told, why=f"the same speaker goes on: {told.why}") if told and scene is None else told
            elsewhere = _ANOTHER_PLACE.search(words) is not None
            self.links[at] = Link(None, carried) if elsewhere else Link(self.now.statement, carried, scene)
            self._note(at, self.now.speakers, told, still_open=self.now.open)
        else:
            told = told or self._also(words, first)
            self.links[at] = Link(None, told) if told else None
            self._note(at, frozenset(statement.speakers), told)

    def _note(self, at: int, speakers: frozenset[Ref], told: Told | None, *, still_open: bool = False) -> None:
        """The occasion that is going on, after this statement."""
        sentence = self.clauses.sentence_at(ends(self.statements[at]) - 1)
        self.now = _Occasion(speakers, told, sentence, at, still_open)
        if told is not None:
            self.last_told = sentence, told
            self.kinds.update(dict.fromkeys(occasion_kinds(self.clauses.around(self.statements[at])), (sentence, told)))

    def _enter_scenes(self, sentence: int) -> None:
        while self.coming and self.coming[-1] <= sentence:
            scene = self.times.scenes[self.coming.pop()]
            words = self.clauses.text[scene.when.start : scene.when.end]
            told = Told(scene.day, scene.when, f"{words!r}: the day of what the page tells just before")
            self.kinds.update(dict.fromkeys(scene.kinds, (scene.sentence, told)))
            if not scene.reported:
                self.now = _Occasion(scene.parties, told, scene.sentence, open=True)
                self.last_told = scene.sentence, told

    def _told(self, at: int) -> Told | None:
        link = self.links[at]
        return self.own[at] or (link.told if link else None)

    def _by_words(self, statement: Statement, words: str, first: int) -> Told | None:
        """The time of an earlier occasion that the words beside the cue point to."""
        if statement.answers and (asked := self.own[self.numbers[statement.answers]]):
            return replace(asked, why=f"asked then: {asked.why}")
        if _SAME_DAY.search(words):
            return self._near(self.last_told, first)
        if there := THAT_OCCASION.search(words):
            known = [self.kinds[kind] for kind in occasion_kinds(there[0]) if kind in self.kinds]
            return self._near(max(known, key=lambda one: one[0], default=None), first)
        return None

    def _near(self, known: tuple[int, Told] | None, sentence: int) -> Told | None:
        return known[1] if known is not None and known[1].is_day and sentence - known[0] <= FURTHEST else None

    def _also(self, words: str, first: int) -> Told | None:
        """``In 1956, the two signed a declaration. Norway also agreed …``"""
        before = self.times.opening.get(first - 1)
        if before is None or len(before.edtf) > len("1956") or not _ALSO.search(words):
            return None
        return replace(before, why=f"also then: {before.why}")

    def _follows(self, now: _Occasion, statement: Statement, words: str, first: int) -> bool:
        """Whether a statement of the same speaker still belongs to the occasion that is going on."""
        if first <= now.sentence:
            return True
        gap = first - now.sentence - 1
        if gap > (now.reach if statement.cue else 0) or _ANOTHER_TIME.search(words):
            return False
        since = self.clauses.sentences[now.sentence].end
        until = self.clauses.sentences[self.clauses.sentence_at(ends(statement) - 1)].end
        low, high = (bisect_left(self.times.days, (edge, "")) for edge in (since, until))
        others = self.times.days[low : min(high, low + 20)]
        return all(now.told is not None and holds(edtf, now.told.edtf) for _, edtf in others)
