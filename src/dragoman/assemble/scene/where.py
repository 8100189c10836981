"""Where a statement was made, and at which gathering: told beside its cue, by the dateline, or by the occasion that it shares.

A dateline is where the reporter filed; often nobody in the report spoke there. It tells the place of a statement only where the
words do ("told reporters here"), or where the first sentence tells of an occasion in those days and the page itself puts one in
the dateline's city. A wrong place is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, Span
from dragoman.assemble.dating.published import day_named
from dragoman.assemble.scene.continued import begins
from dragoman.assemble.scene.cue_clause import MOST_BESIDE, within
from dragoman.assemble.scene.places import city_of_dateline, folded_place, make_place
from dragoman.assemble.scene.said_in import HEARERS, NEAR, SPOTS, met_in, said_in
from dragoman.assemble.scene.scenes import NOUN_PATTERN
from dragoman.record import Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dragoman.article import Article
    from dragoman.assemble.scene.continued import Link
    from dragoman.assemble.scene.cue_clause import Clauses
    from dragoman.assemble.scene.gatherings import Gatherings
    from dragoman.assemble.scene.places import Places
    from dragoman.record import Place, Ref, Statement

_AT = re.compile(
    r"\b(?:at|during|addressing|addressed|told|attending|opening|(?:speech|address|remarks)\s+to|"
    r"on\s+the\s+(?:sidelines|margins|fringes)\s+of)\s+(?:the\s+|this\s+year[’']s\s+|an?\s+)?\Z",
    re.I,
)
_HERE = re.compile(rf"\b(?:{HEARERS}|{NOUN_PATTERN}|{SPOTS}|said|told|speaking)\s+here\b", re.I)
_IN_PERSON = re.compile(
    rf"\b(?:at|during|in)\s+(?:(?:an?|the|his|her|their)\s+)?(?:(?!of\b)[\w’'-]+\s+){{0,3}}?{NOUN_PATTERN}\b"
    rf"|\btold\s+(?:[\w’'-]+\s+){{0,2}}?{HEARERS}\b",
    re.I,
)
_AFAR = re.compile(r"\b(?:phone|telephone|call|video|online|virtual\w*|television|tv|radio|interview|twitter)\b", re.I)
RECENT = timedelta(days=2)
"""A dateline tells of no occasion longer before the page than this."""
SAME = "the same occasion"


@dataclass(frozen=True, slots=True)
class _Put:
    """A place or gathering, the words that name it, and why it counts."""

    ref: Ref
    span: Span
    why: str


@dataclass
class _Page:
    """What a page tells of places.

    spans, gathered   names of places and states, and of gatherings, in text order
    lead              the number of the first sentence behind the dateline, -1 where there is none
    more              places that only a statement refers to, made when it does
    """

    article: Article
    clauses: Clauses
    places: Places
    gatherings: Gatherings
    anchor: date | None
    spans: Sequence[Span]
    more: dict[Ref, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        dateline = self.article.dateline
        self.gathered = [span for span, _ in self.gatherings.mentions]
        self.lead = bisect_right(self.clauses.sentences, dateline.span.end, key=lambda span: span.end) if dateline else -1

    def put(self, span: Span, why: str, name: str | None = None) -> _Put:
        """The place that words mean."""
        name = name or " ".join(self.article[span].split())
        key = folded_place(name)
        ref = self.places.named.get(key)
        if ref is None:
            place = make_place(self.article, key, name, (span,))
            ref = place.id
            self.more.setdefault(ref, place)
        return _Put(ref, span, why)


def place_statements(
    article: Article,
    clauses: Clauses,
    named: Sequence[Span],
    found: tuple[Places, Gatherings],
    statements: Sequence[Statement],
    links: Sequence[Link | None],
    anchor: date | None,
) -> tuple[tuple[Statement, ...], Mapping[Ref, Place]]:
    """The statements with their places and gatherings, and all places: those of the article and those that only they refer to.

    named   names of places and states, in text order
    """
    page = _Page(article, clauses, *found, anchor, named)
    at = [_gathering(page, statement) if _is_told(statement) else None for statement in statements]
    where = [
        _where(page, statement, link, put) if _is_told(statement) else None
        for statement, link, put in zip(statements, links, at, strict=True)
    ]
    where, at = _carried(where, statements, links), _carried(at, statements, links)
    placed = (_placed(article, *each) for each in zip(statements, where, at, strict=True))
    return tuple(placed), {**page.places.places, **page.more}


def _is_told(statement: Statement) -> bool:
    """Whether a cue tells that something was said or written."""
    return statement.cue is not None and not statement.headline and statement.manner != "held"


def _where(page: _Page, statement: Statement, link: Link | None, at: _Put | None) -> _Put | None:
    """What tells the place of a statement, the nearest first."""
    scene = link.scene if link is not None else None
    return (
        _beside(page, statement)
        or _of_gathering(page, at)
        or (_of_scene(page, scene) if scene is not None else None)
        or _by_dateline(page, statement)
    )


def _placed(article: Article, statement: Statement, where: _Put | None, at: _Put | None) -> Statement:
    if where is None and at is None:
        return statement
    reasons = {name: put.why for name, put in (("where", where), ("at", at)) if put is not None}
    shown = (Evidence.of(article, put.span) for put in (where, at) if put is not None)
    return replace(
        statement,
        where=where.ref if where else None,
        at=at.ref if at else None,
        basis=FrozenMap(statement.basis, **reasons),
        evidence=tuple(dict.fromkeys((*statement.evidence, *shown))),
    )


def _carried(told: Sequence[_Put | None], statements: Sequence[Statement], links: Sequence[Link | None]) -> list[_Put | None]:
    """What is told of one statement holds for those after it on the same occasion, and that of an answer for its question."""
    known = list(told)
    order = sorted(range(len(statements)), key=lambda at: (begins(statements[at]), at))
    for at in (*order, *order):
        link = links[at]
        other = known[link.to] if link is not None and link.to is not None else None
        if known[at] is None and other is not None:
            known[at] = replace(other, why=f"{SAME}: {other.why.removeprefix(f'{SAME}: ')}")
    return known


def _beside(page: _Page, statement: Statement) -> _Put | None:
    """The place that the clause of the cue tells."""
    for span in page.clauses.beside(statement, page.spans):
        if statement.cue is not None and said_in(page.clauses, statement, statement.cue, span):
            return page.put(span, f"{page.article[span]!r} in the clause of the cue")
    return None


def _gathering(page: _Page, statement: Statement) -> _Put | None:
    """The gathering at which the clause of the cue says that it was said."""
    for span in page.clauses.beside(statement, page.gathered):
        if _AT.search(page.article.text, max(0, span.start - 50), span.start):
            ref = page.gatherings.mentions[bisect_left(page.gathered, span)][1]
            return _Put(ref, span, f"{page.article[span]!r} in the clause of the cue")
    return None


def _of_gathering(page: _Page, at: _Put | None) -> _Put | None:
    """The city of the gathering, where the lexicon tells it and the page names it."""
    gathering = page.gatherings.gatherings[at.ref] if at is not None else None
    if at is None or gathering is None or gathering.place is None:
        return None
    return _Put(gathering.place, at.span, f"where {gathering.name} was held: {gathering.basis['place']}")


def _of_scene(page: _Page, number: int) -> _Put | None:
    """Where the occasion was, in the sentence that tells of it."""
    sentence, text = page.clauses.sentences[number], page.article.text
    for span in islice(within(page.spans, sentence), MOST_BESIDE):
        if page.clauses.level(span.start) < 0 and met_in(text[max(sentence.start, span.start - NEAR) : span.start]):
            return page.put(span, f"{page.article[span]!r}, where the occasion told before was held")
    return None


def _by_dateline(page: _Page, statement: Statement) -> _Put | None:
    """The dateline's city, where words beside the cue and the page say so."""
    dateline, cue = page.article.dateline, statement.cue
    if dateline is None or dateline.place is None or statement.inside or cue is None:
        return None
    words = page.clauses.around(statement)
    span = city_of_dateline(page.article) or dateline.span
    if _HERE.search(words):
        return page.put(span, "'here', and the city of the dateline", dateline.place)
    in_person = _IN_PERSON.search(words) and not _AFAR.search(words)
    if page.clauses.sentence_at(cue.start) != page.lead or not in_person or not _is_recent(statement, page.anchor):
        return None
    why = _placed_there(page, dateline.place)
    return page.put(span, f"dateline, first sentence, and {why}", dateline.place) if why else None


def _is_recent(statement: Statement, anchor: date | None) -> bool:
    day = day_named(statement.said_on) if statement.said_on else None
    return anchor is not None and day is not None and timedelta(0) <= anchor - day <= RECENT


def _placed_there(page: _Page, city: str) -> str | None:
    """The words of the page that tell of an occasion in a city."""
    key = folded_place(city)
    for gathering in page.gatherings.gatherings.values():
        if f" {key} " in f" {folded_place(gathering.name)} ":
            return f"the page tells of {gathering.name}"
    for span in page.spans:
        if folded_place(page.article[span]) == key and met_in(page.article.text[max(0, span.start - NEAR) : span.start]):
            return f"the page tells of an occasion in {page.article[span]}"
    return None
