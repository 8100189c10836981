"""Gatherings: one for each summit, conference or session that the article names, with its days where the lexicon knows them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, Span, content_id
from dragoman.assemble.dating.occasions import find_occasions
from dragoman.assemble.scene.places import folded_place
from dragoman.record import Evidence, Gathering

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dragoman.annotations import Annotations
    from dragoman.article import Article
    from dragoman.assemble.dating.occasions import Occasion, Tense
    from dragoman.assemble.scene.places import Places
    from dragoman.lexicon.gatherings import Edition
    from dragoman.record import Ref

_HEAD = re.compile(
    r"\b(summit|conference|forum|congress|session|assembly|meeting|talks|dialogue|convention|symposium|games|expo|round|roundtable|"
    r"consultations|workshop|debate|week)\b",
    re.I,
)
_COUNT = re.compile(r"^(?:the\s+)?(?:\d{1,3}(?:st|nd|rd|th)\s+|(?:19|20)\d\d\s+|annual\s+)*|\s+(?:19|20)\d\d$", re.I)
_BEHIND_NAME = re.compile(
    r",|\s+(?:in|at|on|that|which|last|next|this|held|hosted|to\s+be|of\s+(?:\d{4}|the\s+[a-z]+|(?!the\b)[a-z]+))\b"
)
"""``of`` too, but not before a name: "the G20 summit of leaders", "the Summit of the Americas"."""
ABOUT_A_YEAR = timedelta(days=400)
"""An edition told without its year is the last, the present or the next one: other series may count by the same numbers."""
NEAR = timedelta(days=3)
"""A report of a gathering that is going on is of one of its days, or of one so close to them."""


@dataclass(frozen=True, slots=True)
class Gatherings:
    """The gatherings of one article by id, and what each mention means, in text order."""

    gatherings: Mapping[Ref, Gathering]
    mentions: Sequence[tuple[Span, Ref]]


def find_gatherings(article: Article, annotations: Annotations, places: Places, anchor: date | None) -> Gatherings:
    """The gatherings that the running text names: by the lexicon's names, and by the tagger's.

    anchor   the page's own day: what is going on then is of that year
    """
    groups: defaultdict[str, list[Span]] = defaultdict(list)
    told: defaultdict[str, list[Occasion]] = defaultdict(list)
    occasions = [one for one in find_occasions(article, annotations.sentences) if not one.editions[0].vote]
    known = [_name(article, occasion.span) for occasion in occasions]
    for span, occasion in zip(known, occasions, strict=True):
        key = _key(occasion, occasions)
        groups[key].append(span)
        told[key].append(occasion)
    named = [mention for mention in annotations.mentions if mention.kind == "gathering"]
    for mention in named:
        words = article[mention.span]
        if mention.form == "name" and _HEAD.search(words[-60:]) and not overlaps_any(mention.span, known):
            groups[folded_place(_COUNT.sub("", words))].append(mention.span)
    heads = _heads(article, groups)
    for mention in named:
        meant = _short_for(article, mention.span, heads) if mention.form == "nominal" else None
        if meant is not None:
            groups[meant].append(mention.span)
    found = [_gathering(article, key, spans, told.get(key, ()), places, anchor) for key, spans in groups.items() if key]
    return Gatherings({one.id: one for one in found}, sorted((span, one.id) for one in found for span in one.mentions))


def _name(article: Article, span: Span) -> Span:
    """The name alone, without where and when it was held: "G20 summit in Japan"."""
    behind = _BEHIND_NAME.search(article.text, span.start, span.end)
    return Span(span.start, behind.start()) if behind and _HEAD.search(article.text, span.start, behind.start()) else span


def _key(occasion: Occasion, others: Sequence[Occasion]) -> str:
    """The edition that the words tell, else the one that every other mention of the series tells, else the series."""
    series = occasion.editions[0].series
    editions = {
        other.editions[0].name for other in others[:50] if len(other.editions) == 1 and other.editions[0].series == series
    }
    if len(occasion.editions) == 1:
        return occasion.editions[0].name
    return editions.pop() if len(editions) == 1 else series


def _heads(article: Article, groups: Mapping[str, Sequence[Span]]) -> dict[str, set[str]]:
    """What each named gathering is, a summit or a forum, with those that are the same."""
    heads: defaultdict[str, set[str]] = defaultdict(set)
    for key, spans in groups.items():
        if sorts := _HEAD.findall(article[spans[0]][-60:]):
            heads[sorts[-1].lower()].add(key)
    return heads


def _short_for(article: Article, span: Span, heads: Mapping[str, set[str]]) -> str | None:
    """The one gathering that "the summit" can stand for."""
    words = article.text[max(0, span.start - 5) : span.end].lower().split()
    meant = heads.get(words[-1], set()) if words[-2:-1] in (["the"], ["this"]) else set()
    return min(meant) if len(meant) == 1 else None


def _gathering(
    article: Article, key: str, spans: Sequence[Span], told: Sequence[Occasion], places: Places, anchor: date | None
) -> Gathering:
    fullest = max(spans, key=lambda span: (len(article[span].split()), -span.start))
    edition = _edition(told, anchor)
    city = next((ref for name in edition.cities if (ref := places.named.get(folded_place(name)))), None) if edition else None
    known = edition is not None and edition.checked
    basis = {}
    if edition is not None and known:
        basis = dict.fromkeys(("begins", "ends"), f"lexicon: {edition.name} ({edition.source})")
        basis |= {"place": f"lexicon: {edition.name}"} if city else {}
    return Gathering(
        id=content_id("gathering", article.id, key),
        name=" ".join(article[fullest].split()),
        mentions=tuple(sorted(set(spans))),
        begins=edition.begins.isoformat() if edition and known else None,
        ends=edition.ends.isoformat() if edition and known else None,
        place=city if known else None,
        basis=FrozenMap(basis),
        evidence=(Evidence.of(article, fullest),),
    )


def _edition(told: Sequence[Occasion], anchor: date | None) -> Edition | None:
    """The edition that the words allow; of several the one that is going on, where the page says it is."""
    if not told:
        return None
    fitting = set(told[0].editions).intersection(*(occasion.editions for occasion in told[1:20]))
    if len(fitting) > 1 and anchor is not None:
        in_month = any("month" in occasion.narrowed for occasion in told[:20])
        fitting = _by_tense(fitting, {occasion.tense for occasion in told[:20]}, anchor, in_month=in_month)
    edition = fitting.pop() if len(fitting) == 1 else None
    by_year = any("year" in occasion.narrowed for occasion in told[:20])
    return None if edition is None or (anchor and not by_year and abs(edition.begins - anchor) > ABOUT_A_YEAR) else edition


def _by_tense(fitting: set[Edition], tenses: set[Tense | None], anchor: date, *, in_month: bool) -> set[Edition]:
    """Of several editions the one that is going on; where a month is told, the next to come or the last that is over."""
    if "present" in tenses:
        return {edition for edition in fitting if edition.begins - NEAR <= anchor <= edition.ends + NEAR}
    if in_month and tenses == {"future"}:
        return set(sorted((one for one in fitting if one.begins > anchor), key=lambda one: one.begins)[:1])
    if in_month and tenses == {"past"}:
        return set(sorted((one for one in fitting if one.ends <= anchor), key=lambda one: one.ends)[-1:])
    return fitting


def overlaps_any(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a span overlaps one of others that are in order and apart from each other."""
    at = bisect_left(spans, span.end, key=lambda other: other.start) - 1
    return at >= 0 and spans[at].overlaps(span)
