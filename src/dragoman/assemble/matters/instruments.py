"""Instruments: one for each treaty, declaration, resolution, deal or law of the article, with every mention of it.

Two mentions are one instrument by a year, a number, a name or a matter that they share, or where a short form ("the deal") stands
for the last one of its kind. What nothing specifies ("a deal") is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, Span, content_id
from dragoman.assemble.matters.instrument_words import BRACKET, TRUCE, Noticed, notice_instruments
from dragoman.assemble.scene.cue_clause import LONGEST_SENTENCE
from dragoman.record import Evidence, Instrument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dragoman.annotations import Annotations
    from dragoman.article import Article
    from dragoman.record import Ref

_OTHER_HEADS = re.compile(
    r"\b(?:plan|covenant|compact|statute|framework|understanding|act|law|treaty|arrangement|accords?|settlement|initiative|principles|"
    r"agreements?|convention|protocol|declaration|charter|constitution|resolution|pact|deal|formula)\b",
    re.I,
)
"""What the name of an instrument that only the tagger knows holds: "Joint Comprehensive Plan of Action"."""
_IN_YEAR = re.compile(r"\b[Ii]n\s+((?:1[6-9]|20)\d\d)\b")
FURTHEST = 15
"""Sentences back to what a short form may stand for."""
_SAME = re.compile(
    r",?\s*(?:(?:officially|formally|also|commonly|better|otherwise)\s+)?(?:known|referred\s+to)\s+as\s+(?:the\s+)?|,?\s+or\s+(?:the\s+)?"
)
"""Between two names of one: "the 2015 nuclear deal, officially known as the …"."""


@dataclass
class _Group:
    """Mentions that are one instrument, and what they share."""

    family: str
    noticed: list[Noticed] = field(default_factory=list)
    topics: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    sentence: int = 0

    def fits(self, one: Noticed) -> bool:
        """Whether nothing tells them apart: another year, number, or name."""
        if one.year and self.years and one.year not in self.years:
            return False
        if one.number and self.numbers and one.number not in self.numbers:
            return False
        if not one.names or not self.names:
            return True
        return one.names <= self.names or one.names >= self.names

    def keys(self) -> Iterator[tuple[str, str]]:
        for kind, values in (("topic", self.topics), ("name", self.names), ("year", self.years), ("number", self.numbers)):
            yield from ((f"{self.family} {kind}", value) for value in values)

    def take(self, one: Noticed, sentence: int) -> None:
        self.noticed.append(one)
        self.topics |= one.topics
        self.names |= one.names
        self.years |= {one.year} if one.year else set()
        self.numbers |= {one.number} if one.number else set()
        self.acronyms |= {one.acronym} if one.acronym else set()
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Instruments:
    """The instruments of one article by id, and what each mention means, in text order."""

    instruments: Mapping[Ref, Instrument]
    mentions: Sequence[tuple[Span, Ref]]


def find_instruments(article: Article, annotations: Annotations) -> Instruments:
    """The instruments that the running text specifies; nothing is said yet of their parties and status."""
    sentences = [sentence.span for sentence in annotations.sentences]
    noticed = _noticed(article, annotations, sentences)
    groups = _grouped(article, noticed)
    more = _acronyms(article, sentences, groups, [one.span for one, _ in noticed])
    found = [_instrument(article, group, more.get(at, ())) for at, group in enumerate(groups)]
    mentions = sorted((span, one.id) for one in found for span in one.mentions)
    return Instruments({one.id: one for one in found}, mentions)


def _noticed(article: Article, annotations: Annotations, sentences: Sequence[Span]) -> list[tuple[Noticed, int]]:
    """Words for instruments with the number of their sentence: those that words show, and names that only the tagger knows."""
    others = _apart(m.span for m in annotations.mentions if m.kind in {"organisation", "gathering"} and m.form == "name")
    found = [
        (one, number)
        for number, sentence in enumerate(sentences)
        if len(sentence) <= LONGEST_SENTENCE
        for one in notice_instruments(article.text, sentence)
        if not any(one.span in other for other in _beside(one.span, others))
    ]
    spans = [one.span for one, _ in found]
    for mention in annotations.mentions:
        if mention.kind == "instrument" and mention.form == "name" and not _beside(mention.span, spans):
            number = bisect_left(sentences, mention.span.end, key=lambda span: span.start) - 1
            names = frozenset(word.lower() for word in re.findall(r"\b[A-Z][\w’'-]*", article[mention.span][:200]))
            if names and _OTHER_HEADS.search(article[mention.span][-120:]):
                found.append((Noticed(mention.span, "deal", names=names, acronym=_bracket(article, mention.span)), number))
    return sorted(_truces(article, found), key=lambda pair: pair[0].span)


def _bracket(article: Article, span: Span) -> str | None:
    bracket = BRACKET.match(article.text, span.end)
    return bracket[1] if bracket else None


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, without those that overlap one before."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or not kept[-1].overlaps(span):
            kept.append(span)
    return kept


def _beside(span: Span, spans: Sequence[Span]) -> Sequence[Span]:
    """The last of others, which are in order and apart from each other, that begins before a span ends, if it overlaps it."""
    at = bisect_left(spans, span.end, key=lambda other: other.start) - 1
    return spans[at : at + 1] if at >= 0 and spans[at].overlaps(span) else ()


def _truces(article: Article, found: Sequence[tuple[Noticed, int]]) -> Iterator[tuple[Noticed, int]]:
    """A truce that the page speaks of as one it knows, or twice, is specified by that alone."""
    truces = [one for one, _ in found if one.family == "truce"]
    titled = article.title is not None and TRUCE.search(article.title.text[:300]) is not None
    known = len(truces) + titled > 1 or any(one.definite for one in truces)
    for one, number in found:
        yield (replace(one, topics=frozenset({"truce"})) if known and one.family == "truce" else one), number


def _grouped(article: Article, noticed: Iterable[tuple[Noticed, int]]) -> list[_Group]:
    """Groups of mentions that are one instrument, in the order of their first specific mention."""
    groups: list[_Group] = []
    known: dict[tuple[str, str], _Group] = {}
    last: dict[str, _Group] = {}
    before: tuple[Span, _Group] | None = None
    for one, sentence in noticed:
        renamed = before is not None and _SAME.fullmatch(article.text, before[0].end, one.span.start) is not None
        group = before[1] if before and renamed else _known(one, known, last, sentence, article)
        if group is None and one.specific:
            group = _Group(one.family)
            groups.append(group)
        if group is None:
            continue
        group.take(one, sentence)
        known.update(dict.fromkeys(group.keys(), group))
        last[group.family] = group
        before = one.span, group
    return groups


def _known(
    one: Noticed, known: Mapping[tuple[str, str], _Group], last: Mapping[str, _Group], sentence: int, article: Article
) -> _Group | None:
    """The instrument named before that a mention can be: by what specifies it, else by its being the last of its kind."""
    if one.specific:
        told = (
            ("number", one.number),
            ("year", one.year),
            *(("name", n) for n in one.names),
            *(("topic", t) for t in one.topics),
        )
        candidates = (known.get((f"{one.family} {kind}", value)) for kind, value in told if value)
        return next((group for group in candidates if group is not None and group.fits(one)), None)
    if one.short:
        group = last.get(one.family)
        return group if group is not None and sentence - group.sentence <= FURTHEST else None
    year = _IN_YEAR.search(article.text, max(0, one.span.start - 80), one.span.start)
    return known.get((f"{one.family} year", year[1])) if year else None


def _acronyms(
    article: Article, sentences: Iterable[Span], groups: Sequence[_Group], taken: Sequence[Span]
) -> dict[int, list[Span]]:
    """Where the page uses a short name that it gave in brackets, by the number of the group."""
    owners = {acronym: at for at, group in reversed(list(enumerate(groups))) for acronym in group.acronyms}
    found: defaultdict[int, list[Span]] = defaultdict(list)
    if not owners:
        return found
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(acronym) for acronym in sorted(owners))})\b")
    for sentence in sentences:
        for match in pattern.finditer(article.text, sentence.start, sentence.end):
            if not _beside(span := Span(match.start(), match.end()), taken):
                found[owners[match[0]]].append(span)
    return found


def _instrument(article: Article, group: _Group, more: Iterable[Span]) -> Instrument:
    own = [one for one in group.noticed if one.specific]
    fullest = max(own, key=lambda one: _fullness(article[one.span]))
    dated = next((one for one in own if one.year), None)
    basis = {"mentions": "inferred: short forms stand for the last one of their kind"} if len(own) < len(group.noticed) else {}
    shown = (own[0].span, fullest.span, *((dated.span,) if dated else ()))
    return Instrument(
        id=content_id("instrument", article.id, own[0].span),
        name=" ".join(article[fullest.span].split()),
        mentions=tuple(sorted({*(one.span for one in group.noticed), *more})),
        date=dated.year if dated and len(group.years) == 1 else None,
        basis=FrozenMap(basis),
        evidence=tuple(Evidence.of(article, span) for span in dict.fromkeys(shown)),
    )


def _fullness(words: str) -> tuple[int, int]:
    """How full a form of a name is: by its capitalised words, then by all."""
    parts = words.split()
    return sum(part[0].isupper() for part in parts), len(parts)
