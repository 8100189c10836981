"""The time expressions of an article, read in text order and valued one after the other.

Two anchors: the page's own day, and the time told last before, from which "two days earlier" and "the following week" count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.assemble.timing.beside import apposed, of_one_year
from dragoman.assemble.timing.business import of_a_year
from dragoman.assemble.timing.expressions import (
    NOTHING,
    About,
    AtTime,
    Lasting,
    Now,
    Only,
    Reckoned,
    Shifted,
    Weekday,
    Window,
    YearBefore,
)
from dragoman.assemble.timing.grammar import parse
from dragoman.assemble.timing.moments import Moment
from dragoman.assemble.timing.named_years import names_an_act
from dragoman.assemble.timing.values import Timed, Times, Value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dragoman.annotations import Annotations, When, WhenKind
    from dragoman.article import Article, Span
    from dragoman.assemble.timing.expressions import Expression
    from dragoman.assemble.timing.stretches import Stretch
    from dragoman.assemble.timing.values import Anchor

FAR = 12
"""Sentences back to the time that "two days earlier" may count from."""

SAME_BREATH = 0
"""Sentences back to the year that a month without its own may be of: "In 1990 … In August"."""

SAME_TALE = 2
"""Sentences back to a day or month from whose year a page without a date may go on: "In August 2019 … In September …"."""

_FINE = ("day", "weekend", "workweek", "week", "month", "season", "quarter")

_IN = re.compile(r"\bin\s\Z", re.I)
_BY = re.compile(r"\b(?:by|before|until|till|no\slater\sthan)\s(?:the\s)?\Z", re.I)
_ASIDE = re.compile(r"\([^()]{0,40}\Z")
_RUNS_ON, _RAN_BEFORE = re.compile(r"[-‐–—]\d"), re.compile(r"\d[-‐–—]\Z")
"""A dash with a digit behind it: "1990-1997", not "funded in 2021- and more"."""
_COMES_AGAIN = re.compile(r"(?:every|each|(?:once|twice|\w+[\s-]times)[\s-]an?)\b", re.I)
"""However the tagger took it: "every morning" is no one morning, and no duration."""
_LEADS = re.compile(r"\s+[^\W\d_]")
"""Words right behind "two days after": it counts from another event."""


def find_times(article: Article, annotations: Annotations, anchor: date | None, *, day_first: bool | None = None) -> Times:
    """Each time expression of the running text with its value.

    anchor     the page's own day; where it is not known, only times told in full, or reckoned from such, have values
    day_first  whether ``04/03/2019`` is 4 March, by the page's locale; None where nothing tells
    """
    starts = [sentence.span.start for sentence in annotations.sentences]
    walk = _Walk(article, starts, anchor, day_first)
    every = [walk.valued(when) for when in sorted(annotations.whens, key=lambda when: when.span)]
    return Times(tuple(apposed(article, of_one_year(article, every))))


@dataclass
class _Walk:
    """The reading of one page: what was told last, and in which sentence."""

    article: Article
    starts: Sequence[int]
    page: date | None
    day_first: bool | None
    told: tuple[int, Stretch] | None = None

    def valued(self, when: When) -> Timed:
        sentence = bisect_right(self.starts, when.span.start)
        expression = self._parsed(when)
        if not of_a_year(self.article.text, when.span, expression):
            return Timed(when.span, when.kind, Value())
        told = self._told(sentence)
        found = expression.reckon(self._moment(when, sentence, expression)) if expression else NOTHING
        if found.stretch is not None and _goes_on_from(expression, found.stretch) and not self._aside(when.span, found.stretch):
            self.told = sentence, found.stretch
        kind = _kind(when.kind, self.article[when.span], expression, found)
        return Timed(when.span, kind, self._value(expression, found, told))

    def _aside(self, span: Span, stretch: Stretch) -> bool:
        """Years of a life, a war, a book, an act: the story doesn't go on from them: "(1990-1997)", "the Ports Act 2016"."""
        if len(stretch.days) < 365:
            return False
        text = self.article.text
        if names_an_act(text, span):
            return True
        if _RUNS_ON.match(text, span.end) or _RAN_BEFORE.search(text, max(0, span.start - 2), span.start):
            return True
        return bool(_ASIDE.search(text, max(0, span.start - 40), span.start))

    def _parsed(self, when: When) -> Expression | None:
        """With "in" before it, where a length of time to come tells a day: "will vote in two weeks"."""
        if (
            when.kind == "duration"
            and when.tense == "future"
            and _IN.search(self.article.text, max(0, when.span.start - 4), when.span.start)
        ):
            return parse(f"in {self.article[when.span]}") or parse(self.article[when.span])
        return parse(self.article[when.span])

    def _told(self, sentence: int) -> Stretch | None:
        """The time told last, as far as it is near enough to count from."""
        return self.told[1] if self.told is not None and sentence - self.told[0] <= FAR else None

    def _moment(self, when: When, sentence: int, expression: Expression | None) -> Moment:
        near = self.told is not None and sentence - self.told[0] <= SAME_BREATH
        close = self.told is not None and sentence - self.told[0] <= SAME_TALE and self.told[1].unit in _FINE
        planned = when.tense == "present" and isinstance(expression, Weekday) and not _was_yesterday(expression, self.page)
        tense = "future" if planned else when.tense  # "Parliament votes on Sunday"
        leads = bool(_LEADS.match(self.article.text, when.span.end))
        bound = tense == "future" and bool(_BY.search(self.article.text, max(0, when.span.start - 20), when.span.start))
        return Moment(self.page, self._told(sentence), near, leads, bound, tense, self.day_first, close)

    def _value(self, expression: Expression | None, found: Reckoned, told: Stretch | None) -> Value:
        stretch = found.stretch
        timex = found.timex or (stretch.timex if stretch else None)
        basis = self._basis(found.anchor, told)
        if stretch is None:
            return Value(timex=timex)
        if _is_length(expression):
            return Value(timex=timex, days=stretch.days, anchor=found.anchor, basis=basis)
        edtf = f"{stretch.edtf}~" if found.about and not set("/[~") & set(stretch.edtf) else stretch.edtf
        return Value(edtf, timex, stretch.days, found.anchor, basis)

    def _basis(self, anchor: Anchor, told: Stretch | None) -> str:
        if anchor == "page":
            return f"reckoned from the page's day, {self.page}"
        if anchor == "told" and told is not None:
            return f"reckoned from the time told before, {told.edtf}"
        return "told in full"


def _was_yesterday(weekday: Weekday, page: date | None) -> bool:
    """Nobody names the day six days ahead by its weekday alone, in the present: that is how pages tell of the day before."""
    return page is not None and weekday.side is None and page.weekday() == (weekday.number + 1) % 7


def _goes_on_from(expression: Expression | None, stretch: Stretch) -> bool:
    """Whether the story may go on from there: not from "now", from a whole decade, from a year that is only compared with."""
    compared = isinstance(expression, YearBefore) or (
        isinstance(expression, Shifted) and expression.counted and expression.unit == "year"
    )
    return not (compared or isinstance(expression, Now) or _is_length(expression) or stretch.unit in ("decade", "century"))


def _is_length(expression: Expression | None) -> bool:
    """A duration whose days are known all the same: ``the past three months``."""
    return isinstance(expression.what if isinstance(expression, About) else expression, Window | Lasting)


def _kind(told: WhenKind, words: str, expression: Expression | None, found: Reckoned) -> WhenKind:
    """What kind of time it is, by the value where there is one."""
    if isinstance(expression, AtTime):
        return "time"
    if isinstance(expression, Only) and (expression.repeats or _COMES_AGAIN.match(words)):
        return "set"
    if _is_length(expression) or (
        isinstance(expression, Only) and expression.timex.startswith("P") and not expression.timex.endswith("_REF")
    ):
        return "set" if told == "set" else "duration"
    if found.stretch is not None and told in ("duration", "set"):
        return "date"
    return told
