"""Recurring gatherings as a text speaks of them: which edition the words fit, and whether it was past, going on, or still ahead.

The words beside the name narrow the editions (ordinal, year, host, month); tense and cues place the report before, in or
after it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.annotations import Sentence
from dragoman.article import Article, Span
from dragoman.lexicon.calendar import MONTH_PATTERN, WEEKDAY_PATTERN, month_number
from dragoman.lexicon.gatherings import ORDINAL_PATTERN, Edition, Name, editions_of, names, ordinal_number

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
    r"\b(?:will|would|is to|are to|to be held|set to|due to|scheduled|expected to|plans? to|preparing to|starts?|begins?|opens"
    r"|open(?=\s(?:on|in|next|this)\b)|kicks off)\b"
)
_OVER = re.compile(
    r"\b(?:after|since|following|in the wake of)\s(?:the\s|last\s)?(?:\w+[\w'’]*\s){0,3}\Z|\blast\s(?:\w+[\w'’]*\s){0,3}\Z", re.I
)
_LONG_AGO = re.compile(r"\b(?:last (?:year|month|week|[A-Z][a-z]+)|earlier this (?:year|month)|(?:months|years|weeks) ago)\b")
_LATER = re.compile(
    r"\b(?:next (?:year|month|week|[A-Z][a-z]+)|later this (?:year|month|week)|in (?:two|three|a few) (?:days|weeks|months))\b"
)

_HEAD = re.compile(
    rf"(?:\b(?:(?P<number>{ORDINAL_PATTERN})|(?P<year>(?:19|20)\d\d)|(?P<place>[A-Z][\w’'-]{{2,30}}))\s){{1,3}}"
    r"(?:(?:annual|session of the|edition of the|meeting of the)\s)?\Z"
)
_TAIL = re.compile(
    r"\A(?:\s\([A-Z]{2,8}\))?(?:,?\s(?:(?:that|which)\s(?:will\s)?(?:opens?|begins?|starts?|opened|began|started)\s)?"
    r"(?:in|at|on|to be held in|held in|hosted by|of)\s(?:the\s)?[\w.'’-]{1,30}(?:\s[\w.'’-]{1,30}){0,2}"
    r"|,?\s(?P<year>(?:19|20)\d\d)\b|\s(?:last|this|next)\s[A-Z][a-z]{2,8}\b){0,3}"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(rf"\b(?:in|of|on|this|next|last|early|late|mid)[\s-](?:\d{{1,2}}\s)?({MONTH_PATTERN})")
_MONTH_BEFORE = re.compile(rf"\b({MONTH_PATTERN})")
_CLIMATE = Name(("UN Climate Change Conference",))
_OF_CLIMATE = re.compile(r"[Cc]limate|[Ww]arming|[Gg]reenhouse|[Ee]missions|[Cc]arbon|Kyoto|UNFCCC|\bU\.?N\b")
_OTHER_TREATY = re.compile(
    r"[Bb]iodiversity|[Bb]iological [Dd]iversity|\bCBD\b|[Dd]esertification|UNCCD|[Tt]obacco|FCTC|CITES|[Ww]etland|Ramsar"
)

HINTS = (
    *("ummit", "onference", "orum", "eaders", "COP", "high-level week", "eneral debate", "eneral Assembly", "climate talks"),
    *("annual meeting", "European Council", "Olymp", "Summer Games", "Winter Games", "lection", "idterms", "unoff", "un-off"),
    *("presidential vote", "presidential poll", "nauguration", "State of the Union", "ialogue", "Wehrkunde", "CHOGM", "eads of"),
    *("ollective Security",),
)
"""One of these is in every name. Looked for in the whole text first: a third of the time that a pattern took."""


def find_occasions(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Occasion]:
    """Gatherings and votes of the lexicon named in the sentences, in text order; only those that some edition fits."""
    hints = [hint for hint in HINTS if hint in article.text]
    for sentence in sentences if hints else ():
        start = sentence.span.start
        words = article.text[start : min(sentence.span.end, start + LONGEST_SENTENCE)]
        if any(hint in words for hint in hints):
            yield from (occasion for match in _names().finditer(words) if (occasion := _occasion(words, match, start)))


@cache
def _names() -> re.Pattern[str]:
    """All names, longest first, by their first letter: a text is then read against some thirty branches, not four hundred."""
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names(), key=len, reverse=True):
        spelled = re.escape(name[1:]).replace("'", "['’]").replace("\\ ", r"\s")
        by_letter[name[0]].append(re.sub(r"^([KNSU])\b", r"\\.?\1\\.?", spelled) if name[0] in "UE" else spelled)
    branches = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"(?:(?<![\w/–-])(?P<name>{branches})|(?<!\w)COP[ -]?(?P<cop>\d{{1,2}}))(?!\w)")


_DOTTED = re.compile(r"\b([UE])\.([KNSU])\.")
_NOT_THE_DAY = re.compile(
    r"\A\s(?:campaigns?|candidates?|commission|observers?|debates?|race|season|cycle|system|laws?|rally|rallies|trail|hopefuls?"
    r"|contenders?|bid|boycott|committee|interference|meddling)\b"
)


def _occasion(words: str, match: re.Match[str], offset: int) -> Occasion | None:
    name = _CLIMATE if match["cop"] else names()[_plain(match["name"])]
    before, after = words[: match.start()], words[match.end() :]
    if _NOT_THE_DAY.match(after) or (match["cop"] and not _is_climate(words, int(match["cop"]))):
        return None
    head, tail = _HEAD.search(before[-60:]), _TAIL.match(after[:160])
    heading, tailing = head[0] if head else "", tail[0] if tail else ""
    number = int(match["cop"]) if match["cop"] else ordinal_number(head["number"]) if head and head["number"] else None
    known = tuple(edition for series in name.series for edition in editions_of(series))
    cues = _cues(known, heading, match[0], tailing, number)
    fitting = tuple(edition for edition in known if cues.fit(edition))
    if not fitting or not _counts(name, cues, words, heading, tailing):
        return None
    end = match.end() + cues.last_in(tailing)
    kinds, tense = cues.kinds(), _tense(before, after, words)
    return Occasion(Span(offset + match.start() - cues.reach_into(heading), offset + end), fitting, kinds, tense)


def _plain(name: str) -> str:
    """As the table writes it: a straight apostrophe, single spaces, no full stops in ``U.S.``."""
    return " ".join(_DOTTED.sub(r"\1\2", name).replace("’", "'").split())


def _is_climate(words: str, number: int) -> bool:
    """Other treaties have conferences called COP as well; the early ones are seldom called so without a word of the climate."""
    return not _OTHER_TREATY.search(words) and (number > 10 or _OF_CLIMATE.search(words) is not None)


_PLACE_BEHIND = re.compile(r"\b(?:in|of)\s(?:the\s)?[A-Z]")
_PLACE_BEFORE = re.compile(r"\b[A-Z][\w’'-]+")
_NO_PLACE = re.compile(
    rf"(?:{WEEKDAY_PATTERN}|{MONTH_PATTERN}|{ORDINAL_PATTERN}"
    r"|The|This|That|These|Those|Last|Next|His|Her|Its|Their|Our|And|But|After|Before|During|Since|Until|Both|Early)\b"
)


def _counts(name: Name, cues: _Cues, words: str, heading: str, tailing: str) -> bool:
    """Whether a name that may be another country's, or no gathering at all, has beside it what makes it ours."""
    if not (name.needs or name.near):
        return True
    if name.needs and not name.needs & cues.kinds():
        return False
    if name.near and not any(names_it(words, word) for word in name.near):
        return False
    for own in cues.words():
        heading, tailing = heading.replace(own, ""), tailing.replace(own, "")
    return not _PLACE_BEHIND.search(tailing) and all(_NO_PLACE.match(word) for word in _PLACE_BEFORE.findall(heading))


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
            and (not self.years or not self.years.isdisjoint((str(edition.begins.year), str(edition.called))))
            and (not self.cities or bool(self.cities & set(edition.cities)))
            and (not self.countries or bool(self.countries & set(edition.countries)))
            and (not months or bool({edition.begins.month, edition.ends.month} & months))
        )

    def kinds(self) -> frozenset[str]:
        there = {"number": self.number, "year": self.years, "city": self.cities, "country": self.countries, "month": self.months}
        return frozenset(kind for kind, value in there.items() if value)

    def words(self) -> list[str]:
        """Longest first: "United States" before "US"."""
        return sorted(self.years | self.cities | self.countries | self.months, key=len, reverse=True)

    def reach_into(self, heading: str) -> int:
        """How far before the name the first of them begins, 0 where none stands there."""
        starts = [heading.find(word) for word in self.words() if word in heading]
        if self.number is not None and (numbered := re.search(rf"\b{ORDINAL_PATTERN}\s", heading)):
            starts.append(numbered.start())
        return len(heading) - min(starts, default=len(heading))

    def last_in(self, tailing: str) -> int:
        """Where the last of them ends in the words after the name, 0 where none stands there."""
        return max((at + len(word) for word in self.words() if (at := tailing.rfind(word)) >= 0), default=0)


def _cues(known: tuple[Edition, ...], heading: str, named: str, tailing: str, number: int | None) -> _Cues:
    """``named``, the name itself, may hold the city (Davos), but its country is that of every edition and narrows nothing."""
    said = heading + named + tailing
    cities = frozenset(city for city in {city for edition in known for city in edition.cities} if names_it(said, city))
    countries = {country for edition in known for country in edition.countries}
    beside = frozenset(country for country in countries if names_it(f"{heading}| {tailing}", country))
    months = frozenset((*_MONTH.findall(said), *_MONTH_BEFORE.findall(heading)))
    return _Cues(number, frozenset(_YEAR.findall(said)), cities, beside - cities, months)


def names_it(said: str, name: str) -> bool:
    """Whether a name stands in some words, whole."""
    return name in said and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


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
