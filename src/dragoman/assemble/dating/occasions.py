"""Recurring gatherings as a text speaks of them: which edition the words fit, and whether it was past, going on, or still ahead.

The words beside the name narrow the editions (ordinal, year, host, month); tense and cues place the report before, in or
after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.annotations import Sentence
from dragoman.article import Article, Span
from dragoman.lexicon.calendar import MONTH_PATTERN, WEEKDAY_PATTERN, month_number
from dragoman.lexicon.gatherings import Edition, editions_of, names

Tense = Literal["past", "present", "unfinished", "future"]
"""``unfinished``: going on or still ahead, as in "before the end of the conference"."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A gathering named in the text.

    editions   those that the words fit, oldest first; several where the words leave it open
    narrowed   what narrowed them: ``number``, ``year``, ``city``, ``country``, ``month``
    tense      where the report stands to it, None where no cue says so
    """

    span: Span
    editions: tuple[Edition, ...]
    narrowed: frozenset[str]
    tense: Tense | None


LONGEST_SENTENCE = 2000
"""Sentences beyond this many characters are read only so far: no newsroom writes them."""

_GOING_ON = re.compile(
    r"\b(?:is|are)\s(?:\w+\s){0,2}?(?:attending|participating|taking part|gathered|gathering|meeting|hosting|holding|convening"
    r"|under way|underway|being held|taking place|in session)\b"
)
_WAS_GOING_ON = re.compile(
    r"\b(?:was|were)\s(?:\w+\s){0,2}?(?:attending|participating|taking part|gathered|gathering|meeting|hosting|under way"
    r"|underway)\b|\bon the (?:sidelines|margins|fringes) of\b"
    r"|\b(?:addressing|addressed|opened|kicked off|began|wrapped up|ended|closed)\b"
)
_AT = re.compile(r"\b(?:at|to|during|attending)\s(?:the\s)?(?:\w+[\w'’]*\s){0,3}\Z")
_REPORTED = re.compile(
    r"\b(?:said|told|met|announced|stressed|declared|warned|called|agreed|spoke|urged|held|discussed|noted|added)\b"
)
_DAY_OF_REPORT = re.compile(rf"\b(?:{WEEKDAY_PATTERN}|today|yesterday)\b")
_AHEAD = re.compile(
    r"\b(?:ahead of|before|until|till|by|prior to|in the run-up to|run-up to|upcoming|forthcoming|next|coming|preparing for"
    r"|preparations? for|invited to|due at|plans? to attend)\s(?:the\s|this\s|a\s|an\s)?(?:\w+[\w'’]*\s){0,3}\Z",
    re.I,
)
_BEFORE_END = re.compile(r"\b(?:before|by|until|till)\s(?:the\s)?(?:end|close|conclusion|last day)\sof\s(?:\w+[\w'’]*\s){0,3}\Z")
_WILL = re.compile(
    r"\b(?:will|would|is to|are to|to be held|set to|due to|scheduled|expected to|plans? to|preparing to|starts?|begins?|opens?"
    r"|kicks off)\b"
)
_OVER = re.compile(
    r"\b(?:after|since|following|in the wake of)\s(?:the\s|last\s)?(?:\w+[\w'’]*\s){0,3}\Z|\blast\s(?:\w+[\w'’]*\s){0,3}\Z", re.I
)
_LONG_AGO = re.compile(r"\b(?:last (?:year|month|week|[A-Z][a-z]+)|earlier this (?:year|month)|(?:months|years|weeks) ago)\b")
_LATER = re.compile(
    r"\b(?:next (?:year|month|week|[A-Z][a-z]+)|later this (?:year|month|week)|in (?:two|three|a few) (?:days|weeks|months))\b"
)

_HEAD = re.compile(
    r"(?:\b(?P<number>\d{1,3})(?:st|nd|rd|th)\s|\b(?P<year>(?:19|20)\d\d)\s|\b(?P<place>[A-Z][\w’'-]{2,30})\s)"
    r"(?:(?:annual|session of the|edition of the|meeting of the)\s)?\Z"
)
_TAIL = re.compile(
    r"\A(?:\s\([A-Z]{2,8}\))?(?:,?\s(?:in|at|on|to be held in|held in|hosted by|of)\s(?:the\s)?(?:[\w.'’-]{1,30}\s?){1,3}"
    r"|,?\s(?P<year>(?:19|20)\d\d)\b){0,3}"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(rf"\b(?:in|of|on|this|next|last|early|late|mid)[\s-](?:\d{{1,2}}\s)?({MONTH_PATTERN})")
_CLIMATE = "UN Climate Change Conference"


_HINT = re.compile(
    r"[Ss]ummit|[Cc]onference|[Ff]orum|[Ll]eaders|COP[ -]?\d|high-level week|[Gg]eneral (?:debate|Assembly)|climate talks"
    r"|annual meeting"
)


def find_occasions(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Occasion]:
    """Gatherings of the lexicon named in the sentences, in text order; only those that some edition fits."""
    for sentence in sentences:
        start = sentence.span.start
        words = article.text[start : min(sentence.span.end, start + LONGEST_SENTENCE)]
        if _HINT.search(words):
            yield from (occasion for match in _names().finditer(words) if (occasion := _occasion(words, match, start)))


@cache
def _names() -> re.Pattern[str]:
    longest_first = sorted(names(), key=len, reverse=True)
    spelled = "|".join(re.escape(name).replace("'", "['’]").replace("\\ ", r"\s") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:(?P<name>{spelled})|COP[ -]?(?P<cop>\d\d))(?!\w)")


def _occasion(words: str, match: re.Match[str], offset: int) -> Occasion | None:
    series = _CLIMATE if match["cop"] else names()[" ".join(match["name"].replace("’", "'").split())]
    before, after = words[: match.start()], words[match.end() :]
    head, tail = _HEAD.search(before[-60:]), _TAIL.match(after[:160])
    heading, tailing = head[0] if head else "", tail[0] if tail else ""
    number = int(match["cop"]) if match["cop"] else int(head["number"]) if head and head["number"] else None
    cues = _cues(editions_of(series), heading + match[0] + tailing, number)
    fitting = tuple(edition for edition in editions_of(series) if cues.fit(edition))
    if not fitting:
        return None
    start = match.start() - (len(heading) if heading and (number or cues.stand_in(heading)) else 0)
    end = match.end() + cues.last_in(tailing)
    return Occasion(Span(offset + start, offset + end), fitting, cues.kinds(), _tense(before, after, words))


@dataclass(frozen=True, slots=True)
class _Cues:
    """The words beside a name that say which edition is meant."""

    number: int | None
    years: frozenset[str]
    cities: frozenset[str]
    countries: frozenset[str]
    months: frozenset[str]

    def fit(self, edition: Edition) -> bool:
        months = {month_number(name) for name in self.months}
        return (
            (self.number is None or edition.number == self.number)
            and (not self.years or str(edition.begins.year) in self.years)
            and (not self.cities or bool(self.cities & set(edition.cities)))
            and (not self.countries or bool(self.countries & set(edition.countries)))
            and (not months or bool({edition.begins.month, edition.ends.month} & months))
        )

    def kinds(self) -> frozenset[str]:
        there = {"number": self.number, "year": self.years, "city": self.cities, "country": self.countries, "month": self.months}
        return frozenset(kind for kind, value in there.items() if value)

    def stand_in(self, heading: str) -> bool:
        return any(word in heading for word in self.years | self.cities | self.countries)

    def last_in(self, tailing: str) -> int:
        """Where the last of them ends in the words after the name, 0 where none stands there."""
        words = self.years | self.cities | self.countries | self.months
        return max((at + len(word) for word in words if (at := tailing.rfind(word)) >= 0), default=0)


def _cues(known: tuple[Edition, ...], said: str, number: int | None) -> _Cues:
    cities = frozenset(city for edition in known for city in edition.cities if _names_place(said, city))
    countries = frozenset(country for edition in known for country in edition.countries if _names_place(said, country))
    return _Cues(number, frozenset(_YEAR.findall(said)), cities, countries - cities, frozenset(_MONTH.findall(said)))


def _names_place(said: str, place: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(place)}(?!\w)", said) is not None


def _tense(before: str, after: str, words: str) -> Tense | None:
    """By the words right before the name, then those right after it, then the sentence."""
    near_before, near_after = before[-80:], after[:80]
    if _LONG_AGO.search(near_after) or _OVER.search(near_before):
        return "past"
    if _BEFORE_END.search(near_before):
        return "unfinished"
    if _LATER.search(near_after) or _AHEAD.search(near_before):
        return "future"
    if _GOING_ON.search(words):
        return "present"
    if _WILL.search(words):
        return "future"
    told = _WAS_GOING_ON.search(words) or (_AT.search(near_before) and _REPORTED.search(words))
    if told and _DAY_OF_REPORT.search(words):
        return "present"
    return None
