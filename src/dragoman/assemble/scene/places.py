"""Places: one for each place that the article names as a place, with every mention of it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, Span, content_id
from dragoman.lexicon.states import readings, states
from dragoman.record import Evidence, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.annotations import Annotations, Mention
    from dragoman.article import Article
    from dragoman.record import Ref

_LOCATIVE = re.compile(
    r"\b(?:in|at|to|from|near|into|outside|around|through|inside|across|toward|towards|via|beyond|above|off|visit|visited|visiting|"
    r"left|leave|leaving|reached|entered|city\s+of|town\s+of|capital,?(?:\s+of)?|of\s+(?:eastern|western|northern|southern|central))\s+"
    r"(?:the\s+)?(?:(?:city|town|capital|port|village|centre|center|streets)\s+(?:of\s+)?)?\Z",
    re.I,
)
"""Before a capital that is meant as a city. "Oslo and Quito signed" means governments, which are actors."""
_JOINED = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|\s(?:and|or)\s)\s*")
_NO_PLACES = frozenset(
    "european american african asian western eastern northern southern arab latin earth world internet web".split()
)

DISPUTED = frozenset({"Jerusalem"})
"""Capitals of the lexicon whose country is disputed."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one article: by id, by folded name, and what each mention names, by where it begins."""

    places: Mapping[Ref, Place]
    named: Mapping[str, Ref]
    mentions: Sequence[tuple[Span, Ref]]


def find_places(article: Article, annotations: Annotations, instruments: Sequence[Span] = ()) -> Places:
    """The places that the running text and the dateline name, not those that are only part of another name, as in "Oslo Forum".

    States and governments are actors and no places here, so a capital counts only where it is meant as a city.

    instruments   mentions of instruments, in text order
    """
    groups: defaultdict[str, list[Span]] = defaultdict(list)
    city = city_of_dateline(article)
    if city is not None:
        groups[folded_place(article[city])].append(city)
    last = None
    for mention in names_apart(annotations, instruments):
        if mention.kind != "place":
            continue
        if not is_capital(article[mention.head]) or _is_city(article.text, mention.head, last):
            groups[folded_place(article[mention.head])].append(mention.head)
            last = mention.head
    places = [_place(article, key, tuple(sorted(set(spans)))) for key, spans in groups.items() if key and key not in _NO_PLACES]
    mentions = sorted((span, place.id) for place in places for span in place.mentions)
    return Places({place.id: place for place in places}, {folded_place(place.name): place.id for place in places}, mentions)


def names_apart(annotations: Annotations, instruments: Sequence[Span]) -> Iterator[Mention]:
    """Names of places and states that are not only part of the name of a body, gathering or instrument, in text order."""
    reach, at = 0, 0
    for mention in annotations.mentions:
        while at < len(instruments) and instruments[at].start <= mention.span.start:
            reach, at = max(reach, instruments[at].end), at + 1
        if mention.form == "name" and mention.kind in {"gathering", "organisation", "instrument"}:
            reach = max(reach, mention.span.end)
        elif mention.form == "name" and mention.kind in {"place", "state"} and mention.span.end > reach:
            yield mention


def city_of_dateline(article: Article) -> Span | None:
    """The words of the first city inside the dateline."""
    dateline = article.dateline
    if dateline is None or dateline.place is None:
        return None
    at = article[dateline.span].casefold().find(dateline.place.casefold())
    first = dateline.span.start + at
    return Span(first, first + len(dateline.place)) if at >= 0 and first + len(dateline.place) <= dateline.span.end else None


def folded_place(name: str) -> str:
    """A name without article, accents, case and doubled blanks: one place's names are equal then."""
    plain = unicodedata.normalize("NFKD", " ".join(name.split())).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c)).removeprefix("the ").replace("’", "'").removesuffix("'s")


def is_capital(name: str) -> bool:
    return any(reading.how == "capital" for reading in readings().get(" ".join(name.split()), ()))


def _is_city(text: str, span: Span, last: Span | None) -> bool:
    """Whether a capital is meant as a city: by the word before it, or joined to one that is: "in Oslo and Quito"."""
    if _LOCATIVE.search(text, max(0, span.start - 40), span.start):
        return True
    return last is not None and last.end < span.start and _JOINED.fullmatch(text, last.end, span.start) is not None


def _place(article: Article, key: str, spans: tuple[Span, ...]) -> Place:
    """A place by its most frequent spelling, the dateline's capitals last of all."""
    spellings = Counter(" ".join(article[span].split()) for span in spans)
    name = max(spellings, key=lambda name: (not _is_shouted(name), spellings[name], len(name)))
    if _is_shouted(name) and article.dateline is not None and folded_place(article.dateline.place or "") == key:
        name = article.dateline.place or name
    return make_place(article, key, name, spans)


def _is_shouted(name: str) -> bool:
    return name.isupper() and len(name) > 3


def make_place(article: Article, key: str, name: str, spans: tuple[Span, ...]) -> Place:
    """A place with what the lexicon knows of it: a capital's or a state's country."""
    country = country_of(name)
    return Place(
        id=content_id("place", article.id, key),
        name=name,
        mentions=spans,
        country=country,
        basis=FrozenMap({"country": "lexicon: states"} if country else {}),
        evidence=(Evidence.of(article, spans[0]),),
    )


def country_of(name: str) -> str | None:
    """ISO 3166-1 alpha-3 of the one state that a name means as its name or its capital; None where it means none or several."""
    known = [reading for reading in readings().get(name, ()) if reading.how in {"capital", "name"} and not reading.recalled]
    codes = {states()[reading.state].iso3 for reading in known}
    return codes.pop() or None if len(codes) == 1 and name not in DISPUTED else None
