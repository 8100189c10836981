"""Offices held as clues: whoever is named with an office held it, unless a word says otherwise.

They bound the day, never name it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

from dragoman.annotations import Sentence
from dragoman.article import Article, Span
from dragoman.assemble.dating.clues import Clue
from dragoman.assemble.days import Days
from dragoman.lexicon.holders import TITLES, Holder, holders, terms
from dragoman.record import Evidence

HOLDER_WEIGHT = 0.5
"""Of an office, beside stamps and gatherings: it tips a balance, it carries nothing."""

LONGEST_SENTENCE = 2000
_MOST_NAMED = 60
_FORMERLY = re.compile(
    r"\b(?:former|formerly|ex|then|late|past|old|onetime|one-time|sometime|deputy|vice|acting|assistant|under|like|since|unlike"
    r"|incoming|outgoing|designate|presumptive|presumed|likely|expected|eventual|next|an?|any|first lady|predecessor|successor"
    r"|son of|widow of|biographer of)[\s-]{1,2}(?:[\w.]{1,15}\s){0,2}\Z",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def holder_clues(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Clue, ...]:
    """One clue an office: of several holders named, the last in time is nearest to the page's day."""
    named: dict[tuple[str, str], list[tuple[Span, tuple[Holder, ...]]]] = defaultdict(list)
    for span, held in _named(article, sentences):
        named[held[0].office, held[0].of].append((span, held))
    return tuple(_clue(article, found) for found in named.values())


def _clue(article: Article, found: list[tuple[Span, tuple[Holder, ...]]]) -> Clue:
    span, held = max(found, key=lambda one: one[1][-1].begins)
    windows = tuple(Days(term.begins, term.ends or date.max) for term in held)
    told = " or ".join(window.edtf().removesuffix("/9999-12-31") for window in windows)
    office = f"{held[0].office} of {held[0].of}"
    return Clue(
        kind=office,
        weight=HOLDER_WEIGHT,
        evidence=Evidence.of(article, span),
        says=f"“{article[span]}”: {office}, {told}",
        windows=windows,
        holders=held,
    )


def _named(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Span, tuple[Holder, ...]]]:
    """Names with their offices, in sentences that name no year: those tell of the past as often as not."""
    count = 0
    for sentence in sentences:
        start = sentence.span.start
        words = article.text[start : min(sentence.span.end, start + LONGEST_SENTENCE)]
        for match in _pattern().finditer(words):
            held = _held(match["title"], match["name"]) if match["title"] else _running(match["runner"])
            if held and not _FORMERLY.search(words[max(0, match.start() - 40) : match.start()]) and not _YEAR.search(words):
                end = match.start("name") + len(held[0]) if match["title"] else match.end()
                yield Span(start + match.start(), start + end), held[1]
                count += 1
        if count >= _MOST_NAMED:
            return


@cache
def _pattern() -> re.Pattern[str]:
    titles = sorted({title for spelled in TITLES.values() for title in spelled}, key=len, reverse=True)
    spelled = "|".join(re.escape(title).replace(r"\ ", r"\s") for title in titles)
    runners = "|".join(sorted(_runners(), key=len, reverse=True))
    campaign = rf"(?P<runner>{runners})(?:['’]s)?\s(?:presidential\s)?campaign\b"
    further = r"(?:[A-Z]|al-|el-|bin\b|de\b|da\b|van\b|von\b|la\b|der\b)[\w.'’-]{0,30}"
    name = rf"[A-Z][\w.'’-]{{0,30}}(?:\s{further}){{0,5}}"
    return re.compile(rf"(?<![\w-])(?:{campaign}|(?P<title>{spelled}),?\s(?P<name>{name}))")


@cache
def _runners() -> dict[str, tuple[Holder, ...]]:
    """Surnames of those who stood for president -> the times they did."""
    found: dict[str, tuple[Holder, ...]] = {}
    for holder in holders():
        if holder.office == "presidential candidate":
            surname = holder.names[0].split()[-1]
            found[surname] = (*found.get(surname, ()), holder)
    return found


def _running(surname: str) -> tuple[str, tuple[Holder, ...]]:
    """``the Romney campaign``: the times that somebody of that name stood."""
    return surname, _runners()[surname]


def _held(title: str, name: str) -> tuple[str, tuple[Holder, ...]] | None:
    """The longest beginning of the words that names a holder of the office, and the terms meant."""
    title = " ".join(title.split())
    words = name.split(" ")
    for count in range(min(len(words), 6), 0, -1):
        said = " ".join(words[:count])
        plain = re.sub(r"['’]s?\Z|[.,]\Z", "", said)
        for spelled in dict.fromkeys((said, plain)):
            if held := terms().get((title, " ".join(spelled.split()).replace("’", "'"))):
                return spelled, held
    return None
