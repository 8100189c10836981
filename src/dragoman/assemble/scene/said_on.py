"""When a statement was made: told in the clause of its cue, or by the occasion that it shares with an earlier one.

The day of the page alone is none: a statement of which nothing tells the time keeps ``said_on`` null.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, Span
from dragoman.assemble.matters.instrument_words import is_instrument
from dragoman.assemble.scene.continued import Timeline, Told, find_links, tells_of_then
from dragoman.assemble.scene.cue_clause import MOST_BESIDE
from dragoman.assemble.scene.told_times import past_day, past_time
from dragoman.lexicon.verbs import IRREGULAR_PAST
from dragoman.record import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from dragoman.article import Article
    from dragoman.assemble.scene.continued import Link
    from dragoman.assemble.scene.cue_clause import Clauses
    from dragoman.assemble.scene.scenes import Scene
    from dragoman.assemble.timing.values import Timed, Times
    from dragoman.record import Statement

_OPENS = re.compile(r"(?:(?:back\s+)?(?:in|on|during)\s+(?:the\s+)?)?", re.I)
_BOUNDS = re.compile(r"\b(?:since|until|till|by|before|after|from|for|through|to|ahead\s+of)\s+(?:the\s+)?\Z", re.I)
"""Before a day that only bounds a stretch of time: no other day of the story."""
_AHEAD = re.compile(r"(?:\b(?:will|would|shall|should|may|might|can|could|must|to)|[’']ll)\s+(?:\w+\s+){0,2}\Z", re.I)
"""Before a cue that tells what is still to be said: "will announce on Sunday"."""
_OPENS_AHEAD = re.compile(r"(?:will|would|shall|should|may|might|can|could|must|to|[’']ll)\b", re.I)
_NOW = re.compile(r"\b(?:has|have)\s+(now)\b", re.I)
_NAMED = re.compile(r"(?:[A-Z][\w.]*\s+Today|(?:Black|Good|Super|Bloody|Easter|Ash|Palm|Holy|Cyber|News)\s+[A-Z]\w+day)\Z")
"""Names that hold a word for a day: of a newspaper, a programme, a holiday."""
_COUNTED = re.compile(r"(?:(?:earlier|late|early|later)\s+)?(?:last|this|past)\b|.*\bago\Z", re.I)
_IN = re.compile(r"\b(?:in|during|back\s+in|late|early|mid)[\s-]\s*\Z", re.I)
_IN_A = re.compile(r"\b(?:in|during|at)\s+(?:an?|his|her|its|their)\s+\Z", re.I)
_UTTERANCE = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:speech|address|report|interview|statement|letter|article|essay|book|memo|ruling|decision|resolution|paper|"
    r"op-ed|lecture|briefing|conference|hearing|meeting|summit|rally|debate|manifesto|declaration)\b",
    re.I,
)
"""``in an August speech``, ``in a 2009 report``"""
_SIGNED = re.compile(
    r"\b(?:signed|adopted|concluded|issued|published|released|passed|approved|sealed|struck|reached)\s+(?:(?:an?|the|its|their)\s+)?\Z",
    re.I,
)
_STILL_TO_COME = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|can|could|next|upcoming|if|unless)\b"
    r"|\b(?:is|are|was|were|be|due|set|going|scheduled|plans?|planned|expects?|expected|hopes?|hoped)\s+to\b",
    re.I,
)
_HAPPENED = re.compile(rf"\b(?:[a-z]{{2,}}ed|{IRREGULAR_PAST}|was|were|had|did)\b")
_WHEN_MET = re.compile(r"\bwhen\s+(?:they|(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:leaders|ministers|presidents|sides))\s+met\b", re.I)
FIRST_WORDS = 300
"""Characters of what was said in which a day must stand to tell when it was said."""


def tell_times(
    article: Article,
    times: Times,
    anchor: date | None,
    scenes: Mapping[int, Scene],
    clauses: Clauses,
    statements: Sequence[Statement],
) -> tuple[Sequence[Told | None], Sequence[Link | None]]:
    """What its own words tell of the time of each statement, and with which earlier one it shares an occasion.

    anchor   the page's own day; what lies after it was not said yet
    """
    told = dict(_told(clauses, times, anchor))
    opening = dict(_opening(clauses, told))
    spans = [time.span for time in times]
    own = [_own(article, clauses, (times, spans), opening, anchor, statement) for statement in statements]
    days = [
        (span.start, edtf) for span, edtf in told.items() if not _BOUNDS.search(article.text, max(0, span.start - 14), span.start)
    ]
    return own, find_links(clauses, statements, own, Timeline(scenes, days, opening))


def date_statements(
    article: Article, statements: Sequence[Statement], own: Sequence[Told | None], links: Sequence[Link | None]
) -> tuple[Statement, ...]:
    """The statements, dated where their own words tell a time or that of the occasion which they share."""
    told = (here or (link.told if link else None) for here, link in zip(own, links, strict=True))
    return tuple(_dated(article, statement, time) for statement, time in zip(statements, told, strict=True))


def _dated(article: Article, statement: Statement, told: Told | None) -> Statement:
    if told is None:
        return statement
    shown = Evidence.of(article, told.span)
    return replace(
        statement,
        said_on=told.edtf,
        basis=FrozenMap(statement.basis, said_on=told.why),
        evidence=statement.evidence if shown in statement.evidence else (*statement.evidence, shown),
    )


def _told(clauses: Clauses, times: Times, anchor: date | None) -> Iterator[tuple[Span, str]]:
    """Days, months and years that the page's own voice tells, with their values."""
    for time in times:
        if (edtf := past_time(time, anchor)) and clauses.level(time.span.start) < 0 and clauses.sentence_of(time.span):
            yield time.span, edtf


def _opening(clauses: Clauses, told: Mapping[Span, str]) -> Iterator[tuple[int, Told]]:
    """The time that a sentence begins with, by the sentence's number."""
    for span, edtf in told.items():
        at = clauses.sentence_at(span.start)
        if _OPENS.fullmatch(clauses.text, clauses.sentences[at].start, span.start):
            yield at, Told(edtf, span, f"{clauses.text[slice(*span)]!r}, with which its sentence begins")


def _own(
    article: Article,
    clauses: Clauses,
    told: tuple[Times, Sequence[Span]],
    opening: Mapping[int, Told],
    anchor: date | None,
    statement: Statement,
) -> Told | None:
    """What the statement's own words tell of its time. ``told``: the times of the page, and their spans."""
    if statement.cue is None or statement.headline or _is_ahead(article.text, statement.cue):
        return None
    if statement.mention is None and not tells_of_then(article.text, statement.cue):
        return None
    times, every = told
    spans = clauses.beside(statement, every)
    beside = [(past_day, span) for span in spans if not _is_name(article.text, span)]
    beside += [(past_time, span) for span in spans if _tells_when(article.text, span, statement.cue)]
    for tells, span in beside:
        time = times.at(span)
        if time and (edtf := tells(time, anchor)):
            return Told(edtf, span, f"{article[span]!r} in the clause of the cue{_reckoned(time, anchor)}")
    return (
        _now(article, anchor, statement.cue)
        or _signed(clauses, opening, statement)
        or _when_they_met(article, times, anchor, statement)
        or _at_once(article, clauses, times, anchor, statement)
    )


def _is_ahead(text: str, cue: Span) -> bool:
    return bool(_OPENS_AHEAD.match(text, cue.start, cue.end) or _AHEAD.search(text, max(0, cue.start - 30), cue.start))


def _is_name(text: str, span: Span) -> bool:
    """``told USA Today``, ``on Super Tuesday``"""
    return _NAMED.search(text, max(0, span.start - 20), span.end) is not None


def _tells_when(text: str, span: Span, cue: Span) -> bool:
    """Whether a month or year tells when, as in "in 1956", "last month"; not which: "for the third quarter of 2009"."""
    if text[cue.start : cue.end].lower() == "according to" or text[span.end : span.end + 2] in {"'s", "’s"}:
        return False
    if _COUNTED.match(text, span.start, span.end) or _IN.search(text, max(0, span.start - 12), span.start):
        return True
    return bool(_IN_A.search(text, max(0, span.start - 12), span.start) and _UTTERANCE.match(text, span.end))


def _reckoned(time: Timed, anchor: date | None) -> str:
    return {"page": f", reckoned from {anchor}", "told": f", {time.value.basis}"}.get(time.value.anchor, "")


def _now(article: Article, anchor: date | None, cue: Span) -> Told | None:
    """``officials have now told a newspaper``: about when the page was published."""
    found = _NOW.search(article.text, max(0, cue.start - 20), cue.end)
    if anchor is None or found is None:
        return None
    return Told(f"{anchor:%Y-%m}~", Span(*found.span(1)), f"'now' beside the cue, about {anchor}")


def _signed(clauses: Clauses, opening: Mapping[int, Told], statement: Statement) -> Told | None:
    """``In 1956, the two signed a declaration that provided for …``: a document says what it says since it was signed."""
    mention = statement.mention
    if mention is None or not is_instrument(clauses.text[slice(*mention)]):
        return None
    begun = opening.get(clauses.sentence_at(mention.start))
    if begun is None or not _SIGNED.search(clauses.text, begun.span.end, mention.start):
        return None
    return replace(begun, why=f"{begun.why}: the document is of that time")


def _when_they_met(article: Article, times: Times, anchor: date | None, statement: Statement) -> Told | None:
    """``agreed to build it when they met in Oslo in April 2008``: what was agreed there was agreed then."""
    said = statement.content[-1]
    met = _WHEN_MET.search(article.text, *said) if statement.act == "agree" and statement.form == "indirect" else None
    if met is None:
        return None
    for time in islice(times.within(Span(met.end(), said.end)), 1):
        if edtf := past_time(time, anchor):
            return Told(edtf, time.span, f"{article[time.span]!r}, when they met")
    return None


def _at_once(article: Article, clauses: Clauses, times: Times, anchor: date | None, statement: Statement) -> Told | None:
    """What is told as past of the very day of the page was told on that day: not before it, and not after the page.

    "Troops crossed the border on Sunday, a spokesman said", in a page of that Sunday.
    """
    said = statement.content[0]
    if anchor is None or statement.cue is None or statement.inside or statement.form != "indirect":
        return None
    if statement.manner == "held" or not tells_of_then(article.text, statement.cue):
        return None
    first = Span(said.start, min(said.end, said.start + FIRST_WORDS))
    if _STILL_TO_COME.search(article.text, *first):
        return None
    for time in islice(times.within(first), MOST_BESIDE):
        span = time.span
        past = _HAPPENED.search(article.text, first.start, span.start) and not _BOUNDS.search(
            article.text, first.start, span.start
        )
        today = past_day(time, anchor) == anchor.isoformat()
        if past and today and clauses.level(span.start) == clauses.level(said.start):
            return Told(anchor.isoformat(), span, f"it tells of {article[span]!r} as past, and the page is of that day")
    return None
