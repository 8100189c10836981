"""Words for treaties, declarations, resolutions, deals and laws, noticed in sentences with what specifies them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.article import Span
from dragoman.lexicon.calendar import MONTH_PATTERN, WEEKDAY_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAMILIES = {
    "deal": "treaty treaties agreement agreements accord accords pact pacts deal deals",
    "declaration": "declaration declarations communique communiques communiqué communiqués",
    "truce": "ceasefire ceasefires cease-fire cease-fires truce truces armistice armistices",
    "resolution": "resolution resolutions",
    "convention": "convention conventions",
    "protocol": "protocol protocols",
    "memorandum": "memorandum memorandums memoranda",
    "roadmap": "roadmap roadmaps",
    "law": "constitution charter law laws act acts",
}
_FAMILY = {word: family for family, words in _FAMILIES.items() for word in words.split()}
TRUCE = re.compile(rf"\b(?:{_FAMILIES['truce'].replace(' ', '|')})\b", re.I)
_TOPICS = frozenset(
    """peace nuclear trade free-trade arms arms-control disarmament border boundary demarcation ceasefire cease-fire truce
    grain gas oil energy climate defence defense security military non-aggression nonaggression non-proliferation
    nonproliferation prisoner prisoner-swap hostage exchange migration readmission extradition fisheries fishing tax
    investment maritime visa withdrawal power-sharing water aid debt friendship cooperation partnership accession
    association normalisation normalization reconciliation surrender basing transit customs sanctions disengagement de-
    escalation repatriation plastics pandemic ocean oceans tariff dairy fish asylum lithium""".split()
)
"""What an agreement is about. One topic on one page is one agreement, unless years or names tell two apart."""
_QUALITIES = frozenset(
    """joint permanent final comprehensive bilateral trilateral multilateral international draft interim provisional temporary
    historic landmark formal lasting long-term binding strategic regional political preliminary tentative original limited
    partial full framework test-ban control swap""".split()
)
_AT_THE_TIME = frozenset("recent current existing latest present most last".split())
"""Between "the" and a thing that the page knows; "new" and "potential" tell of another one."""
_DEFINITE = frozenset("the this that these those its their his her our said".split())
_JOINTS = frozenset("of on for and against".split())
_NO_NAMES = frozenset("i a an any every each no some such many most several republican democratic national party".split())
_TOKEN = re.compile(r"[^\W_](?:[\w.’'&–-]*\w)?")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_DAY_OR_MONTH = re.compile(rf"(?:{WEEKDAY_PATTERN}|{MONTH_PATTERN})")
_POSSESSIVE = re.compile(r".*(?:['’]s|s['’])", re.S)
BRACKET = re.compile(r"\s?\(([A-Z][A-Za-z-]{1,9})\)")
_OF_YEAR = re.compile(
    rf"\s+(?:of|from|dated)\s+(?:(?:\d{{1,2}}\s+)?{MONTH_PATTERN}\s+(?:\d{{1,2}},?\s+)?)?((?:1[6-9]|20)\d\d)\b(?!\s*[-–]\s*\d)"
)
_NUMBER = re.compile(r"\s+(?:No\.?\s*)?(\d{2,4})\b(?:\s*\(((?:19|20)\d\d)\))?")
_TAIL = re.compile(
    r"\s+(?:of|on|for|against|concerning)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:of|on|and|the|for|in)\s+){0,2}[A-Z][\w’'-]*){0,8}"
)
_OWN_MATTER = re.compile(r"\s+(?:of|between|on|to|with|that|reached|by|for|over|under\s+which|from)\b")
_HEAD = rf"(?:{'|'.join(sorted(_FAMILY, key=len, reverse=True))})\b"
_HEADS = re.compile(rf"\b{_HEAD}(?!\s+{_HEAD})", re.I)
MOST_WORDS = 6
"""Words before the head that may belong to it."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """Words for an instrument.

    family    what its head is one of: ``deal`` for treaty, pact, accord …
    topics    what it is about; names: capitalised words beside its head; both in lower case
    short     whether it stands for one named before, "the deal", where nothing behind it says which
    """

    span: Span
    family: str
    topics: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    year: str | None = None
    number: str | None = None
    acronym: str | None = None
    definite: bool = False
    short: bool = False

    @property
    def specific(self) -> bool:
        return bool(self.year or self.number or self.names or self.topics)


def is_instrument(words: str) -> bool:
    """Whether words name a document of the kind that states agree on."""
    return any(_FAMILY[word[0].lower()] != "law" for word in _HEADS.finditer(words[-200:]))


def notice_instruments(text: str, sentence: Span) -> Iterator[Noticed]:
    """The words for instruments in one sentence, in text order: specified ones, and those that may stand for one of them."""
    last = sentence.start
    for head in _HEADS.finditer(text, sentence.start, sentence.end):
        if head.start() >= last and (noticed := _noticed(text, last, sentence, head)) is not None:
            yield noticed
            last = noticed.span.end


def _noticed(text: str, last: int, sentence: Span, head: re.Match[str]) -> Noticed | None:
    before = _Before.of(text, last, sentence.start, head)
    family = _FAMILY[head[0].lower()]
    year, number, names, end = before.year, None, before.names, head.end()
    if family == "resolution" and (numbered := _NUMBER.match(text, end, sentence.end)):
        number, year, end = numbered[1], numbered[2] or year, numbered.end()
    elif dated := _OF_YEAR.match(text, end, sentence.end):
        year, end = dated[1], dated.end()
    elif head[0][0].isupper() and (tail := _TAIL.match(text, end, sentence.end)):
        names, end = names | {word.lower() for word in re.findall(r"\b[A-Z][\w’'-]*", tail[0])}, tail.end()
    bracket = BRACKET.match(text, end, sentence.end)
    found = Noticed(
        Span(before.start, end),
        family,
        before.topics,
        names,
        year,
        number,
        bracket[1] if bracket else None,
        before.definite,
        before.definite and _OWN_MATTER.match(text, end, sentence.end) is None,
    )
    return found if _is_meant(found, head[0], text[end : end + 6]) else None


def _is_meant(found: Noticed, head: str, behind: str) -> bool:
    """Whether the words can be an instrument: not "to deal with", "international law", "the party's convention"."""
    capital, plural = head[0].isupper(), head.lower().endswith("s") and head.lower() != "s"
    if head.lower() in {"deal", "act"} and behind.startswith(" with"):
        return False
    if found.family == "law":
        named = capital and not re.match(r"\s[A-Z]", behind)  # not Harvard Law School
        return bool(found.names) and (named or head.lower() in {"constitution", "charter"}) and not plural
    if found.family in {"convention", "protocol"}:
        return bool(found.year or (capital and found.names) or (found.short and not plural))
    if found.family == "resolution":
        return bool(found.number or not plural)
    return not plural or bool(found.year or (found.names and head.lower() != "deals")) or found.family == "truce"


@dataclass(frozen=True, slots=True)
class _Before:
    """The words before a head that belong to it."""

    start: int
    topics: frozenset[str]
    names: frozenset[str]
    year: str | None
    definite: bool

    @classmethod
    def of(cls, text: str, last: int, sentence: int, head: re.Match[str]) -> _Before:
        tokens = list(_TOKEN.finditer(text, max(last, head.start() - 150), head.start()))[-MOST_WORDS - 1 :]
        start, topics, names, year = head.start(), set[str](), set[str](), None
        while tokens and text[tokens[-1].end() : start].isspace():
            word, lower = tokens[-1][0], tokens[-1][0].lower()
            opens = tokens[-1].start() == sentence
            if _YEAR.fullmatch(word):
                year = word
            elif lower in _TOPICS:
                topics.add(lower)
            elif _is_name(word, lower, head[0], opens=opens):
                names.add(lower)
            elif not (
                lower in _QUALITIES
                or ("-" in word and word[0].islower())
                or _DAY_OR_MONTH.fullmatch(word)
                or (lower in _JOINTS and head[0][0].isupper() and names and len(tokens) > 1 and _is_joined(text, tokens, start))
            ):
                break
            start = tokens.pop().start()
        edge = start
        while tokens and tokens[-1][0].lower() in _AT_THE_TIME and text[tokens[-1].end() : edge].isspace():
            edge = tokens.pop().start()
        determiner = tokens[-1][0] if tokens and text[tokens[-1].end() : edge].isspace() else ""
        definite = determiner.lower() in _DEFINITE or _POSSESSIVE.fullmatch(determiner) is not None
        return cls(start, frozenset(topics), frozenset(names), year, definite)


def _is_joined(text: str, tokens: list[re.Match[str]], start: int) -> bool:
    """Whether "of" or "and" joins two words of one name: "Freedom of Information Act", not "the text of Information Act"."""
    left, right = tokens[-2], text[start]
    return left[0][0].isupper() and right.isupper() and left[0].lower() not in _NO_NAMES | _DEFINITE


def _is_name(word: str, lower: str, head: str, *, opens: bool) -> bool:
    """Whether a word is part of a name: it has a capital that is not only that of the sentence's beginning."""
    if not word[0].isupper() or lower in _NO_NAMES | _DEFINITE | _QUALITIES or _POSSESSIVE.fullmatch(word):
        return False
    if _DAY_OR_MONTH.fullmatch(word):
        return False
    return not opens or head[0].isupper() or "-" in word or word.isupper()
