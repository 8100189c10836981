"""Stamps as clues: metadata, visible dates, the address, the dateline, a column that came with the page."""

from __future__ import annotations

import re

from dragoman.article import Article, Span, Stamp, StampRole
from dragoman.assemble.dating.clues import Clue, in_any_year
from dragoman.assemble.dating.readings import read
from dragoman.assemble.days import days_of_stamp, month_of
from dragoman.errors import UngroundedEvidence
from dragoman.record import Evidence

# Weights by where a stamp stood; the first pattern that fits counts. The order is that of the comparison of metadata readers of
# November 2026 (structured fields are almost never wrong, visible stamps and addresses more often); agreement of weaker ones may
# outvote one stronger. Set on the development half of the saved pages, see docs/decisions/0004-publication-date.md.
STAMP_WEIGHTS: tuple[tuple[str, float], ...] = (
    (r"supplied:", 100.0),
    (r"json-ld:datePublished", 10.0),
    (r"meta:article:published_time", 8.0),
    (r"(?:meta|microdata|itemprop):.*(?:publi|pubdate|issued)", 7.0),
    (r"(?:meta|microdata|itemprop):", 4.0),
    (r"json-ld:", 3.0),
    (r"time:", 5.0),
    (r"timestamp|dateline", 4.5),
    (r"byline", 4.0),
    (r"address|title", 3.0),
    (r"htmldate", 2.0),
)
OTHER_STAMP_WEIGHT = 1.5
UNLABELLED_TIME_WEIGHT = 2.5
"""A ``<time>`` that nothing labels may be a clock, or another page's date."""
FOOT_WEIGHT = 2.0
"""A date that nothing labels, below the text: newspapers print the day of a correction there."""


# Right days among the pages where such a stamp was the strongest clue, as (right + 1) / (pages + 2), so that few pages promise
# little. Development half of the saved modern pages, November 2026, the stronger stamps taken away in turn; a `<time>` that
# nothing labels also with a live clock put in. Datelines are not there: no set told their day independently.
STAMP_CONFIDENCE: tuple[tuple[str, float], ...] = (
    (r"json-ld:datePublished", 0.98),  # 59 of 59
    (r"meta:.*(?:publi|pubdate|issued)", 0.98),  # 40 of 40
    (r"meta:", 0.73),  # 7 of 9
    (r"time:", 0.91),  # 9 of 9
    (r"timestamp|byline", 0.92),  # 11 of 11
    (r"address", 0.94),  # 15 of 15
)
UNLABELLED_TIME_CONFIDENCE = 0.52  # 28 of 54


def stamp_confidence(where: str, role: StampRole) -> float | None:
    """None for a modified date, a supplied one, a dateline, and places too few pages have."""
    if role == "modified":
        return None
    if role == "unknown" and where.startswith("time:"):
        return UNLABELLED_TIME_CONFIDENCE
    return next((share for place, share in STAMP_CONFIDENCE if re.match(place, where)), None)


def stamp_weight(where: str, role: StampRole = "published") -> float:
    if role == "unknown" and where.startswith("time:"):
        return UNLABELLED_TIME_WEIGHT
    return next((weight for place, weight in STAMP_WEIGHTS if re.match(place, where)), OTHER_STAMP_WEIGHT)


MOST_STAMPS = 40
"""A page with more dates than these is a list of pages; the first ones are its own, if any are."""


def stamp_clues(article: Article) -> tuple[Clue, ...]:
    """One clue a stamp that can be shown on the page; a stamp without a valid day, or without its characters, is none."""
    foot = max((part.span.end for part in article.parts_of("body", "question")), default=len(article.text))
    clues = [clue for stamp in article.stamps[:MOST_STAMPS] if (clue := _stamp_clue(article, stamp, foot))]
    return (*_supplied_clues(article), *clues, *_address_clues(article), *_dateline_clues(article))


def _stamp_clue(article: Article, stamp: Stamp, foot: int) -> Clue | None:
    days, evidence = days_of_stamp(stamp.value), _shown(article, stamp.span, stamp.field or stamp.where)
    if days is None or evidence is None:
        return None
    if stamp.span and stamp.span.start >= foot and stamp.role == "unknown":
        says = f"{stamp.where} below the text says {days.edtf()}"
        return Clue(f"{stamp.where} below", FOOT_WEIGHT, evidence, says, (days,), role=stamp.role, exact=True)
    return Clue(
        kind=_COUNTED.sub("", stamp.where),
        weight=stamp_weight(stamp.where, stamp.role),
        evidence=evidence,
        says=f"{stamp.where} says {days.edtf()}",
        windows=(days,),
        role=stamp.role,
        exact=True,
        confidence=stamp_confidence(stamp.where, stamp.role),
    )


_COUNTED = re.compile(r":\d+\Z")
"""``time:datetime:2`` is the second of one kind."""


def _shown(article: Article, span: Span | None, field: str) -> Evidence | None:
    try:
        return Evidence.of(article, span) if span else Evidence.in_field(article, field)
    except UngroundedEvidence:
        return None


def _supplied_clues(article: Article) -> list[Clue]:
    """A date that came beside the page, such as a column of a CSV row."""
    if any(stamp.where.startswith("supplied:") for stamp in article.stamps):
        return []
    found = []
    for name in ("supplied:date", "supplied:published"):
        days = days_of_stamp(article.fields.get(name, ""))
        if days:
            evidence = Evidence.in_field(article, name)
            says = f"{name} says {days.edtf()}"
            found.append(Clue(name, stamp_weight(name), evidence, says, (days,), role="published", exact=True))
    return found


_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(?!\d{1,2}/)")


def _address_clues(article: Article) -> list[Clue]:
    """The month that an address tells where it tells no day."""
    url = (article.url or article.fields.get("address", ""))[:2000]
    found = _ADDRESS_MONTH.search(url)
    if not found or any(stamp.where == "address" for stamp in article.stamps):
        return []
    at = article.text.find(url)
    span = Span(at + found.start(1), at + found.end(2)) if at >= 0 else None
    evidence = _shown(article, span, "address")
    if evidence is None:
        return []
    month = month_of(int(found[1]), int(found[2]))
    says = f"the address says {month.edtf()}"
    return [Clue("address", stamp_weight("address"), evidence, says, (month,), role="published", exact=True)]


def _dateline_clues(article: Article) -> list[Clue]:
    """The dateline's date where extract gave no stamp of it; a day without its year only weighs days named elsewhere."""
    dateline = article.dateline
    if dateline is None or dateline.date is None or any(stamp.where == "dateline" for stamp in article.stamps):
        return []
    reading = read(dateline.date.text)
    evidence = Evidence.of(article, dateline.date.span or dateline.span)
    weight = stamp_weight("dateline")
    if days := reading.days():
        return [Clue("dateline", weight, evidence, f"the dateline says {days.edtf()}", (days,), role="published", exact=True)]
    if reading.month and reading.day:
        says = f"the dateline says day {reading.day} of month {reading.month}, without the year"
        windows = in_any_year(reading)
        return [Clue("dateline", weight, evidence, says, windows, role="published")]
    return []
