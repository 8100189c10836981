"""Rounds of talks that an article puts a month, week or year back: "last month the two held the first round of talks".

They weigh days that something else names, and name none: a round is known by its parties and topic alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.article import Span
from dragoman.assemble.dating.clues import Clue
from dragoman.assemble.dating.days import Days, month_of, read, shifted, year_of
from dragoman.lexicon.calendar import ORDINALS
from dragoman.lexicon.negotiations import Round, negotiations
from dragoman.record import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.annotations import Annotations
    from dragoman.article import Article
    from dragoman.assemble.dating.days import Unit

ROUND_WEIGHT = 0.5
"""As much as a city where leaders met then."""
MOST_CLUES = 4
NEAR = 160
"""Characters from the time to the words for the round."""
LONGEST_TEXT = 20_000
"""Characters of an article in which its parties and topic are looked for."""

_ROUND = re.compile(
    rf"(?:\b(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s)?\b(?:round|session)\s(?:of\s)?(?:[\w-]+\s){{0,3}}?"
    r"(?:talks|negotiations|consultations)\b|\b(?:talks|negotiations|summit)\b",
    re.I,
)


def round_clues(article: Article, annotations: Annotations) -> tuple[Clue, ...]:
    """One clue for each time that counts back from the page's day to a round that the lexicon knows."""
    found: list[Clue] = []
    for when in annotations.whens:
        reading = read(article[when.span])
        if reading.shift != -1 or reading.unit is None or reading.unit == "day" or reading.weekday is not None:
            continue
        told = _ROUND.search(article.text, when.span.end, when.span.end + NEAR)
        if told and _in_one_sentence(article, when.span, told):
            found += _clues(article, when.span, told, reading.unit)
        if len(found) >= MOST_CLUES:
            break
    return tuple(found[:MOST_CLUES])


def _in_one_sentence(article: Article, span: Span, told: re.Match[str]) -> bool:
    return not re.search(r"[.!?]\s|\n", article.text[span.end : told.start()])


def _clues(article: Article, span: Span, told: re.Match[str], unit: Unit) -> Iterator[Clue]:
    number = _number(told["nth"]) if told["nth"] else None
    text = article.text[:LONGEST_TEXT]
    for negotiation in negotiations():
        if not all(words.search(text) for words in negotiation.told):
            continue
        meant = [one for one in negotiation.rounds if number in (None, one.number)]
        if meant:
            yield _clue(article, Span(span.start, told.end()), meant, unit)


def _number(nth: str) -> int:
    return ORDINALS.index(nth.lower()) + 1 if nth.lower() in ORDINALS else int(nth[:-2])


def _clue(article: Article, span: Span, meant: list[Round], unit: Unit) -> Clue:
    which = (
        f"{meant[0].name} ({meant[0].begins}, {meant[0].source})"
        if len(meant) == 1
        else f"one of {len(meant)} rounds of {meant[0].series}"
    )
    return Clue(
        kind=f"round at {span.start}",
        weight=ROUND_WEIGHT,
        evidence=Evidence.of(article, span),
        says=f"“{article[span]}”: {which} was then",
        windows=tuple(_from_where_it_was(one, unit) for one in meant),
    )


def _from_where_it_was(one: Round, unit: Unit) -> Days:
    """The days from which the round was a month, a week or a year back."""
    if unit == "year":
        return year_of(one.begins.year + 1)
    if unit == "month":
        following = shifted(one.begins.replace(day=28), 10)
        return month_of(following.year, following.month)
    monday = shifted(one.begins, 7 - one.begins.weekday())
    return Days(monday, shifted(monday, 6))
