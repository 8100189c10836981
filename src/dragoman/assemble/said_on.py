"""When a statement was made, where the clause of its cue tells the day: ``said on Saturday``, reckoned from the page's date.

A first version: a clause without a day of its own leaves ``said_on`` null, and so does a page dated only by its modification.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap
from dragoman.assemble.days import day_of, read, shifted
from dragoman.assemble.published import day_published
from dragoman.record import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from dragoman.annotations import Annotations
    from dragoman.article import Article, Span
    from dragoman.record import Published, Statement

_OCCASION = (
    r"(?:meetings?|talks|calls?|conversations?|sessions?|summits?|interviews?|discussions?|dinner|lunch|negotiations|conference|"
    r"briefing|hearing|speech|visit|debate|ceremony)"
)
_AFTER_OCCASION = re.compile(rf"\b(?:after|following)\s+(?:(?!(?:he|she|they|it|we)\b)[\w’'-]+\s+){{0,4}}?{_OCCASION}\b", re.I)
"""``after a meeting with her counterpart on Thursday``: the words were said there."""

_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|that|when|whenever|where|while|whereas|since|until|till|before|because|although|though|if|once|"
    r"whether|after|following|as|ahead|amid|over|responding|referring|commenting|reacting|being|having)\b|;",
    re.I,
)
"""Words that open a clause or phrase whose day is another's: of an arrival, a vote, an attack that is spoken of."""

_RELATIVE = re.compile(r"\s*(?:who|whom|whose|which|where)\b", re.I)
_COORDINATE = re.compile(r"(?:,|\A)\s*(?:and|but|while|so|yet)\b", re.I)
_JOINED = re.compile(r"\b(?:and|but|then)\b", re.I)
_DESCRIBED = re.compile(r"\b(?!(?:issued|published|released|dated|posted|aired|delivered|held)\b)[a-z]{3,}ed\s+(?:on\s+)?\Z")
"""``the man arrested on Monday``; not ``a statement issued on Monday``."""

_TELLING = re.compile(
    r"\s*(?:(?:on|in|at|during|after|following|late|early|earlier|later|speaking|meanwhile|however|also|the same day)\b|\Z)", re.I
)
"""How time and occasion between commas open; anything else there describes somebody: ``Ana Costa, elected on Monday, said``."""


def date_statements(
    article: Article, annotations: Annotations, published: Published | None, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """The statements, those dated whose own clause names a day outside what was said.

    Where the page's own day is not known, only a day told with its year dates a statement.
    """
    anchor, page = day_published(published), Timed.of(annotations)
    return tuple(dated(article, page, anchor, statement) for statement in statements)


@dataclass(frozen=True, slots=True)
class Timed:
    """What a page's annotations tell of time, each sorted, so that a sentence is found without reading the page again.

    said  stretches of content, those that overlap made one
    """

    sentences: Sequence[Span]
    whens: Sequence[Span]
    said: Sequence[Span]
    cues: Mapping[Span, Sequence[Span]]

    @classmethod
    def of(cls, annotations: Annotations) -> Timed:
        said: list[Span] = []
        for span in sorted(span for quotation in annotations.quotations for span in quotation.content):
            if said and said[-1].overlaps(span):
                said[-1] = said[-1].to(span)
            else:
                said.append(span)
        cues: defaultdict[Span, list[Span]] = defaultdict(list)
        for quotation in annotations.quotations:
            if quotation.cue and quotation.source:
                cues[quotation.source].append(quotation.cue)
        whens = sorted(when.span for when in annotations.whens if when.kind == "date")
        return cls(sorted(sentence.span for sentence in annotations.sentences), whens, said, cues)

    def sentence_of(self, cue: Span) -> Span | None:
        at = bisect_right(self.sentences, cue.start, key=lambda span: span.start) - 1
        return self.sentences[at] if at >= 0 and cue in self.sentences[at] else None

    def outside_speech(self, sentence: Span) -> list[Span]:
        """Time expressions of a sentence that are no part of what anybody said."""
        first = bisect_left(self.whens, sentence.start, key=lambda span: span.start)
        beyond = bisect_left(self.whens, sentence.end, key=lambda span: span.start)
        return [when for when in self.whens[first:beyond] if when in sentence and not self.is_said(when)]

    def is_said(self, when: Span) -> bool:
        at = bisect_left(self.said, when.end, key=lambda span: span.start) - 1
        return at >= 0 and self.said[at].overlaps(when)


def dated(article: Article, page: Timed, anchor: date | None, statement: Statement) -> Statement:
    if statement.cue is None or statement.headline:
        return statement
    for span in days_beside(article, page, statement, statement.cue):
        if day := day_before(article[span], anchor):
            words = article[span]
            why = f"{words!r} in the clause of the cue" + ("" if day_before(words, None) else f", reckoned from {anchor}")
            return replace(
                statement,
                said_on=day.isoformat(),
                basis=FrozenMap(statement.basis, said_on=why),
                evidence=(*statement.evidence, Evidence.of(article, span)),
            )
    return statement


def days_beside(article: Article, page: Timed, statement: Statement, cue: Span) -> list[Span]:
    """Time expressions in the clause of the cue, outside what was said, those nearest to the cue first."""
    sentence = page.sentence_of(cue)
    if sentence is None:
        return []
    same = page.cues.get(statement.mention, ()) if statement.mention else ()
    cues = [other for other in same if other in sentence]
    own = [span for span in page.outside_speech(sentence) if _own(article.text, span, statement, cue, sentence, cues)]
    return sorted(own, key=lambda span: (max(span.start - cue.end, cue.start - span.end), span.start))


def _own(text: str, when: Span, statement: Statement, cue: Span, sentence: Span, cues: Sequence[Span]) -> bool:
    """Whether a day stands in the clause of the cue itself, and not in one that only describes somebody or something.

    cues   those of the sentence that have the same source: what stands in the clause of one is of the others as well
    """
    source = statement.mention or cue
    if when.overlaps(source) or when.overlaps(cue):
        return False
    if when.start < min(source.start, cue.start):
        before = _without(text, sentence.start, when.start, statement.content)
        behind = _without(text, when.end, min(source.start, cue.start), statement.content)
        return _leads(before.rsplit(",", 1)[-1]) and not _COORDINATE.search(behind) and not _SUBORDINATE.search(behind)
    nearest = max((span for span in (source, cue) if span.start < when.start), key=lambda span: span.end)
    between = _without(text, when.end, cue.start, statement.content)
    if _JOINED.search(between) and not any(source.end <= other.start < when.start for other in cues):
        return False
    if _DESCRIBED.search(text[nearest.start : when.start]):
        return False
    return _attached(_without(text, nearest.end, when.start, statement.content))


def _leads(words: str) -> bool:
    return _SUBORDINATE.search(_AFTER_OCCASION.sub("", words)) is None


def _attached(words: str) -> bool:
    """Whether what stands between a cue or source and the day leaves it to them: "after talks", "at a meeting in Oslo"."""
    first, *rest = _AFTER_OCCASION.sub(" on ", words).split(",")
    if not rest:
        return _leads(first)
    closed = [piece for piece in rest[:-1] if not _RELATIVE.match(piece)]
    return all(_SUBORDINATE.search(piece) is None for piece in (first, *closed, rest[-1])) and bool(_TELLING.match(rest[-1]))


def _without(text: str, start: int, end: int, content: Iterable[Span]) -> str:
    """The words of a stretch that are not content; none where it ends before it begins."""
    kept, at = [], start
    for piece in sorted(content):
        if piece.start < end and piece.end > at:
            kept.append(text[at : max(at, piece.start)])
            at = piece.end
    return "".join((*kept, text[at : max(at, end)]))


def day_before(words: str, anchor: date | None) -> date | None:
    """The day that the words name for a report of the anchor's day, which is not yet to come; None where they name none.

    Without an anchor only words that need none name a day.
    """
    reading = read(words)
    if anchor is None:
        whole = reading.days()
        return whole.first if whole is not None and len(whole) == 1 else None
    if (whole := reading.days()) is not None:
        return whole.first if len(whole) == 1 and whole.first <= anchor else None
    if reading.month is not None and reading.day is not None:
        named = [day_of(year, reading.month, reading.day) for year in (anchor.year, anchor.year - 1)]
        return next((days.first for days in named if days and days.first <= anchor), None)
    if reading.weekday is not None and reading.shift in (None, 0):
        return shifted(anchor, -((anchor.weekday() - reading.weekday) % 7))
    if reading.unit == "day" and reading.shift is not None and reading.shift <= 0:
        return shifted(anchor, reading.shift)
    return None
