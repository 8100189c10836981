"""The words of a text as clues to its day: weekdays, days named beside "today", gatherings that are past, going on, or ahead."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from dragoman.annotations import Annotations, Sentence
from dragoman.article import Article, Span
from dragoman.assemble.dating.clues import Clue, in_any_year
from dragoman.assemble.dating.holder_clues import holder_clues
from dragoman.assemble.dating.occasions import Occasion, find_occasions
from dragoman.assemble.dating.readings import Reading, read
from dragoman.assemble.dating.talk_clues import talk_clues
from dragoman.assemble.days import Days, month_after, shifted, year_of
from dragoman.lexicon.gatherings import Edition, editions
from dragoman.record import Evidence

MOST_CLUES = 20
"""Of one sort; later ones in a text tell little more."""


def word_clues(article: Article, annotations: Annotations) -> tuple[Clue, ...]:
    """Every clue that the running text gives."""
    return (
        *weekday_clues(article, annotations),
        *dated_clues(article, annotations),
        *occasion_clues(article, annotations.sentences),
        *host_clues(article, annotations),
        *talk_clues(article, annotations),
        *holder_clues(article, annotations.sentences),
    )


# Share of reports published so many days after the first weekday that they name ("on Saturday"), as a part of the share
# published on that day itself: 108 English reports of 2022 with a day in their address, counted November 2026
# (.44 .27 .17 .05 .03 .03 .02).
AFTER_WEEKDAY = (1.0, 0.6, 0.38, 0.1, 0.06, 0.06, 0.04)
# ... and before a weekday still ahead ("starts Saturday"): the day before most often. Set by judgement, not counted.
BEFORE_WEEKDAY = (0.3, 0.1, 0.15, 0.25, 0.4, 0.6, 1.0)
FIRST_WEEKDAY_WEIGHT, LATER_WEEKDAY_WEIGHT, MOST_WEEKDAYS = 1.0, 0.2, 6
_AHEAD = re.compile(
    r"\b(?:will(?:\s\w+){0,4}|would(?:\s\w+){0,3}|(?:is|are|was|were|set|due|scheduled|expected|plans?|hopes?) to(?:\s\w+){0,3}"
    r"|starts|begins|opens|meets|visits|arrives|(?:next|coming|until|till|by|before|ahead of|due|scheduled for)(?=\s*\Z))\b"
)
_TOLD = re.compile(r"\b(?:said|told|met|held|spoke|began|took|made|gave|put|wrote|went|left|\w{3,}ed)\b")
_NOT_ONE_DAY = re.compile(r"\b(?:every|each|since|from|last|a|previous)\s\Z", re.I)


def weekday_clues(article: Article, annotations: Annotations) -> tuple[Clue, ...]:
    """Weekdays named in the running text: reports mostly appear on the day they tell of, or in the days after it."""
    clues: list[Clue] = []
    for when in annotations.whens:
        reading = read(article[when.span])
        if reading.weekday is None or reading.month or reading.shift is not None or when.kind != "date":
            continue
        before = words_before(article.text, when.span)
        if not _NOT_ONE_DAY.search(before):
            weight = LATER_WEEKDAY_WEIGHT if clues else FIRST_WEEKDAY_WEIGHT
            clues.append(_weekday_clue(article, when.span, reading.weekday, is_ahead(before), weight))
        if len(clues) == MOST_WEEKDAYS:
            break
    return tuple(clues)


def is_ahead(before: str) -> bool:
    """Whether the words before a weekday tell of what is to come: the verb nearest to it decides."""
    ahead = max((match.end() for match in _AHEAD.finditer(before)), default=-1)
    return ahead >= max((match.end() for match in _TOLD.finditer(before)), default=0)


def words_before(text: str, span: Span) -> str:
    """What stands before a span in its sentence, at most 80 characters."""
    before = text[max(0, span.start - 80) : span.start]
    return re.split(r"[.!?;\n]\s", before)[-1]


def _weekday_clue(article: Article, span: Span, weekday: int, ahead: bool, weight: float) -> Clue:
    later = BEFORE_WEEKDAY if ahead else AFTER_WEEKDAY
    shares = tuple(later[(day - weekday) % 7] for day in range(7))
    words = article[span]
    says = f"“{words}” is still ahead" if ahead else f"“{words}”: reports appear that day or soon after"
    return Clue(f"weekday at {span.start}", weight, Evidence.of(article, span), says, by_weekday=shares)


# A day named in full beside a word that ties it to the report: "today (March 16, 2023)", "yesterday, 3 May".
TIED_DAY_WEIGHT = 4.0
_TIED = re.compile(r"\b(today|tonight|this\s(?:morning|afternoon|evening|\w+)|yesterday|tomorrow)[\s,(]{1,3}\Z", re.I)
_TIED_SHIFTS = {"yesterday": 1, "tomorrow": -1}
# A day in full with its weekday, told as news at the top of the text: published that day or within the week after.
LEAD_DAY_WEIGHT, LEAD_SENTENCES, LEAD_DAYS = 2.0, 3, 6


def dated_clues(article: Article, annotations: Annotations) -> tuple[Clue, ...]:
    """Days named in the text so that the day of the report follows from them."""
    lead_end = annotations.sentences[:LEAD_SENTENCES][-1].span.end if annotations.sentences else 0
    readings = [(when.span, read(article[when.span])) for when in annotations.whens]
    latest = max((reading.year or 0 for _, reading in readings), default=0)
    found = []
    for span, reading in readings:
        if reading.month and reading.day and not reading.last_day:
            before = words_before(article.text, span)
            if tied := _TIED.search(before):
                found.append(_tied_clue(article, span, reading, tied[1].casefold()))
            elif span.end <= lead_end and _is_news(reading, before, latest):
                found.append(_lead_clue(article, span, reading))
    return tuple(clue for clue in found if clue)[:MOST_CLUES]


def _tied_clue(article: Article, span: Span, reading: Reading, word: str) -> Clue | None:
    shift = _TIED_SHIFTS.get(word, 0)
    named = reading.days()
    if reading.year and named is None:
        return None
    windows = (Days(shifted(named.first, shift), shifted(named.first, shift)),) if named else in_any_year(reading, shift)
    says = f"“{word}” is “{article[span]}”"
    return Clue("day tied to the report", TIED_DAY_WEIGHT, Evidence.of(article, span), says, windows, exact=named is not None)


def _is_news(reading: Reading, before: str, latest: int) -> bool:
    """A past day in full whose weekday fits it, in a text that names no later year: not an anniversary, not a slip of the pen."""
    day = reading.days()
    return day is not None and reading.weekday == day.first.weekday() and not is_ahead(before) and latest <= day.first.year


def _lead_clue(article: Article, span: Span, reading: Reading) -> Clue | None:
    day = reading.days()
    if day is None:
        return None
    window = Days(day.first, shifted(day.first, LEAD_DAYS))
    says = f"“{article[span]}” is told as news"
    return Clue(f"day told as news at {span.start}", LEAD_DAY_WEIGHT, Evidence.of(article, span), says, (window,), exact=True)


# How much a gathering says, by what tells which edition is meant; how long ahead reports speak of it.
OCCASION_WEIGHTS = (("number", 3.0), ("year", 3.0), ("city", 2.5), ("month", 2.0), ("country", 2.0))
BARE_OCCASION_WEIGHT = 0.5
PAST_WEIGHT = 0.5
LONGEST_AHEAD = 366


def occasion_clues(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Clue, ...]:
    """Gatherings that are going on, still ahead, or over."""
    told = (occasion for occasion in find_occasions(article, sentences) if occasion.tense)
    return tuple(_occasion_clue(article, occasion) for occasion in islice(told, MOST_CLUES))


def _named(occasion: Occasion) -> str:
    """Up to three editions by name, more by their series."""
    if len(occasion.editions) > 3:
        return f"one of {len(occasion.editions)} meetings of the {occasion.editions[0].series}"
    return " or ".join(f"the {edition.name}" for edition in occasion.editions)


def _occasion_clue(article: Article, occasion: Occasion) -> Clue:
    weight = next((weight for kind, weight in OCCASION_WEIGHTS if kind in occasion.narrowed), BARE_OCCASION_WEIGHT)
    weight = min(weight, PAST_WEIGHT) if occasion.tense == "past" else weight
    stand = {"present": "was going on", "future": "was still ahead", "past": "was over", "unfinished": "was not over"}[
        occasion.tense or "past"
    ]
    return Clue(
        kind=f"{occasion.editions[0].series} {occasion.tense}",
        weight=weight / len(occasion.editions),
        evidence=Evidence.of(article, occasion.span),
        says=f"{_named(occasion)} {stand}",
        windows=tuple(_window(occasion, number) for number in range(len(occasion.editions))),
        exact=occasion.tense == "present",
        editions=occasion.editions,
    )


def _window(occasion: Occasion, number: int) -> Days:
    edition = occasion.editions[number]
    if occasion.tense == "future":
        return Days(shifted(edition.begins, -LONGEST_AHEAD), shifted(edition.begins, -1))
    if occasion.tense == "past":
        return Days(edition.ends, date.max)
    if occasion.tense == "unfinished":
        return Days(shifted(edition.begins, -LONGEST_AHEAD), edition.ends)
    return Days(edition.begins, edition.ends)


# A city where leaders met "last month" or "at the end of last year", though no gathering is named: weighs days, names none.
HOST_WEIGHT = 0.5
_HOST_BEFORE = re.compile(r"\b(?:in|at)\s((?:[A-Z][\w.’'-]+\s?){1,3}),?\s?(?:at\s|in\s)?\Z")
_HOST_AFTER = re.compile(r"\A,?\s(?:in|at)\s((?:[A-Z][\w.’'-]+\s?){1,3})")
_LEADERS = re.compile(r"\b(?:leaders?|presidents?|prime ministers?|ministers?|summit|conference)\b")
_PARTS = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}


def host_clues(article: Article, annotations: Annotations) -> tuple[Clue, ...]:
    """Cities where leaders lately met, by the gatherings held there."""
    found = []
    for when in annotations.whens:
        reading = read(article[when.span])
        if reading.shift == -1 and reading.unit in ("month", "year"):
            host = _host_beside(article.text, when.span)
            held = [edition for edition in editions() if host and article[host] in edition.cities and _fits(edition, reading)]
            if host and held:
                found.append(_host_clue(article, host.to(when.span), reading, held))
    return tuple(found[:MOST_CLUES])


def _host_beside(text: str, span: Span) -> Span | None:
    """The name of a place right before or after a time expression, where leaders are spoken of close by."""
    start = max(0, span.start - 60)
    if not _LEADERS.search(text[max(0, span.start - 150) : span.end + 100]):
        return None
    if before := _HOST_BEFORE.search(text[start : span.start]):
        return Span(start + before.start(1), start + before.start(1) + len(before[1].rstrip(" ,\u00a0\n")))
    if after := _HOST_AFTER.match(text[span.end : span.end + 60]):
        return Span(span.end + after.start(1), span.end + after.start(1) + len(after[1].rstrip(" ,.\u00a0\n")))
    return None


def _fits(edition: Edition, reading: Reading) -> bool:
    first, last = _PARTS.get(reading.part or "", (1, 12))
    return reading.unit == "month" or first <= edition.begins.month <= last


def _host_clue(article: Article, span: Span, reading: Reading, held: list[Edition]) -> Clue:
    return Clue(
        kind=f"host at {span.start}",
        weight=HOST_WEIGHT,
        evidence=Evidence.of(article, span),
        says=f"“{article[span]}”: leaders met there then",
        windows=tuple(
            month_after(edition.ends) if reading.unit == "month" else year_of(edition.begins.year + 1) for edition in held
        ),
        editions=tuple(held),
    )
