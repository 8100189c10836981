"""Rounds of talks told with "last month" or "last week" as clues: the report is from the month or week after."""

from __future__ import annotations

import re
from datetime import date

from dragoman.annotations import Annotations, Sentence
from dragoman.article import Article, Span
from dragoman.assemble.dating.clues import Clue
from dragoman.assemble.dating.occasions import names_it
from dragoman.assemble.dating.readings import Reading, read
from dragoman.assemble.days import Days, month_after, shifted, year_of
from dragoman.lexicon.calendar import ORDINALS
from dragoman.lexicon.talks import Round, rounds
from dragoman.record import Evidence

TALKS_WEIGHT = 0.5
"""As a host's: it weighs days, names none."""
LONGEST_SENTENCE, MOST_CLUES = 2000, 20
_NUMBER = rf"(?P<number>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_ROUND = re.compile(rf"\b{_NUMBER}\sround\sof\s(?:[\w’'-]+\s){{0,3}}(?:talks|negotiations)\b", re.I)


def talk_clues(article: Article, annotations: Annotations) -> tuple[Clue, ...]:
    """One clue a sentence that counts a round of talks in the lexicon and tells it as last week's, month's or year's."""
    found = []
    for sentence in annotations.sentences:
        start = sentence.span.start
        words = article.text[start : min(sentence.span.end, start + LONGEST_SENTENCE)]
        counted = _ROUND.search(words) if "round" in words else None
        told = _told(article, annotations, sentence) if counted else None
        meant = [one for one in rounds() if counted and told and _fits(one, counted["number"], words)]
        if counted and told and meant:
            span = Span(start + counted.start(), start + counted.end())
            found.append(_clue(article, span, *told, meant))
    return tuple(found[:MOST_CLUES])


def _told(article: Article, annotations: Annotations, sentence: Sentence) -> tuple[Span, Reading] | None:
    """The first time expression of the sentence that says last week, month or year."""
    for when in annotations.whens:
        if when.span in sentence.span:
            reading = read(article[when.span])
            if reading.shift == -1 and reading.unit in ("week", "month", "year") and not reading.month:
                return when.span, reading
    return None


def _fits(one: Round, number: str, words: str) -> bool:
    """Whether the ordinal is this round's, and the talks or two of their sides are named."""
    said = ORDINALS.index(number.lower()) + 1 if number.lower() in ORDINALS else int(re.sub(r"\D", "", number))
    if one.edition.number != said:
        return False
    sides = sum(any(names_it(words, name) for name in side) for side in one.sides)
    return sides >= 2 or any(names_it(words, name) for name in one.called)


def _clue(article: Article, counted: Span, when: Span, reading: Reading, meant: list[Round]) -> Clue:
    return Clue(
        kind=f"round of talks at {counted.start}",
        weight=TALKS_WEIGHT,
        evidence=Evidence.of(article, counted.to(when)),
        says=f"“{article[when]}”: {' or '.join(f'the {one.edition.name}' for one in meant)}",
        windows=tuple(_after(one.edition.ends, reading) for one in meant),
        editions=tuple(one.edition for one in meant),
    )


def _after(day: date, reading: Reading) -> Days:
    """The week, from Monday, the month or the year after that of a day."""
    if reading.unit == "week":
        monday = shifted(day, 7 - day.weekday())
        return Days(monday, shifted(monday, 6))
    if reading.unit == "month":
        return month_after(day)
    return year_of(day.year + 1)
