"""The page's own date, argued: every clue allows some days with a weight, the best day wins, what contradicts it is rejected.

Metadata normally rules. A live clock or a crawl stamp never does, a modified date only where nothing else tells a day: it is the
last resort, and the basis says so. Where no stamp can be trusted the words decide: weekdays, and recurring gatherings that were
past, going on, or still ahead. Where nothing speaks there is no date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from dragoman.annotations import Annotations
from dragoman.article import Article, FrozenMap
from dragoman.assemble.dating.age_clues import AGE_FROM_READING, age_clues
from dragoman.assemble.dating.clues import Clue, edition_row, edition_rows, lexicon_rows
from dragoman.assemble.dating.leanings import leanings
from dragoman.assemble.dating.reckoning import Reckoned, reckon
from dragoman.assemble.dating.stamp_clues import stamp_clues
from dragoman.assemble.dating.word_clues import word_clues
from dragoman.assemble.days import Days, days_of_stamp, month_of, shifted
from dragoman.lexicon.gatherings import Edition
from dragoman.record import Evidence, Published, RejectedDate

CARRIES_OVER = 0.71
"""Of what the calibration promises on its own articles, so much holds for others: of 41 answers on PolNeAR's development articles
and on newspapers of 2022 whose address tells the day, 23 were right where 32 were promised."""

LONGEST_WINDOW = 366
"""Clues that allow more days than these only weigh days that others name."""

ENOUGH = 2.0
"""Words without any stamp must weigh this much: one gathering whose edition is sure, or several that agree."""

AGREES = 0.35
"""A weekday agrees with a day that is at least this likely by its table, beside its likeliest."""


MOST_SAID = 6
"""Clues put into words in the basis; all of them are shown as evidence."""


def argue_published(article: Article, annotations: Annotations, read_at: datetime | None = None) -> Published | None:
    """The day, month or interval of publication as EDTF, None where nothing speaks.

    read_at   when the page was fetched or read, where that is known: nothing is published later
    """
    stamps = (*stamp_clues(article), *age_clues(article, read_at))
    barred = {clue: why for clue in stamps if (why := _barred(clue, article, read_at))}
    words = word_clues(article, annotations)
    barred |= {clue: why for clue in stamps if clue not in barred and (why := _contradicted(clue, words))}
    clues = (*(clue for clue in stamps if clue not in barred), *words)
    best = _best(clues)
    if best is None:
        reckoned = reckon(leanings(article, annotations, words), _until(article, read_at))
        modified = _last_resort(barred, article, read_at)
        if reckoned and not any(clue.windows[0] & reckoned.days for clue in modified):
            return _published_by_words(reckoned, barred)
        clues = (*modified, *words)
        barred = {clue: why for clue, why in barred.items() if why != MODIFIED}
        best = _best(clues)
    if best is None:
        return None
    support = _supporting(clues, best)
    coarse = _coarser(best, support)
    return Published(
        edtf=(coarse or best.edtf) + ("?" if _by_reading_alone(support) else ""),
        evidence=_evidence(support),
        rejected=_rejected(clues, barred, best, support),
        basis=_basis(support, best, coarse),
        confidence=_confidence(support) if len(best.days) == 1 else None,
    )


def _by_reading_alone(support: tuple[Clue, ...]) -> bool:
    """Whether a day rests on an age alone, counted from the reading: right for a page just saved, wrong for an old file."""
    return {clue.kind for clue in support if clue.exact} == {AGE_FROM_READING}


def _published_by_words(reckoned: Reckoned, barred: dict[Clue, str]) -> Published:
    """What the words alone come to, marked as not sure ("2022-05?/2022-10?"), and every stamp that was refused."""
    support = sorted(reckoned.support, key=lambda leaning: leaning.evidence.span.start if leaning.evidence.span else 0)
    pairs = {"edtf": "; ".join(leaning.says for leaning in support[:MOST_SAID])}
    for leaning in support:
        if leaning.clue:
            pairs |= lexicon_rows(leaning.clue, reckoned.days) | edition_rows(leaning.clue, reckoned.days)
    return Published(
        edtf="/".join(f"{end}?" for end in reckoned.edtf.split("/")),
        evidence=tuple(dict.fromkeys(leaning.evidence for leaning in support)),
        rejected=_refused(barred),
        basis=FrozenMap(pairs),
        confidence=round(CARRIES_OVER * reckoned.confidence, 2),
    )


def _until(article: Article, read_at: datetime | None) -> date | None:
    """The last day that a page can be from: when it was read, or its own clock says it was seen."""
    seen = days_of_stamp(article.seen_at or "")
    return min([day for day in (read_at.date() if read_at else None, seen.last if seen else None) if day], default=None)


@dataclass(frozen=True, slots=True)
class _Best:
    """The days that clues speak for most, and what they come to as EDTF: a day, a stretch that holds them, or one of a set."""

    days: tuple[date, ...]
    edtf: str

    @property
    def around(self) -> Days:
        return Days(self.days[0], self.days[-1])


WEAK_STAMP, OFFICES_AGAINST = 2.5, 2
"""An unlabelled stamp up to that weight falls where so many offices named were held at other times, and none then."""


def _contradicted(clue: Clue, words: tuple[Clue, ...]) -> str | None:
    """Why a weak stamp can't be the date: whoever is named with an office did not hold it then."""
    offices = [word for word in words if word.holders]
    if clue.weight > WEAK_STAMP or len(clue.windows) != 1:
        return None
    against = [office for office in offices if not any(window & clue.windows[0] for window in office.windows)]
    if len(against) < OFFICES_AGAINST or len(against) < len(offices):
        return None
    return "contradicted: " + "; ".join(office.says for office in against[:2])


WRITTEN_OUT = frozenset({"meta:last-modified", "meta:last_modified", "meta:lastmodified"})
"""What servers and site builders say of a file: as often as not the moment of the request."""
EMPTY_DATES = frozenset({date(1970, 1, 1), date(1900, 1, 1), date(1899, 12, 30)})


def _barred(clue: Clue, article: Article, read_at: datetime | None) -> str | None:
    """Why a stamp can't be the date of publication, None where it can."""
    first = clue.windows[0].first
    if clue.role == "clock":
        return "a live clock or crawl stamp: it shows when the page was seen, not when it was published"
    if clue.kind in WRITTEN_OUT:
        return "when a server wrote the page out, not when it was published"
    if first in EMPTY_DATES:
        return "what databases write where they hold no date"
    if clue.role == "modified":
        return MODIFIED
    if read_at and clue.role and len(clue.windows) == 1 and first > shifted(read_at.date(), 1):
        return f"later than the day the page was read, {read_at.date().isoformat()}"
    seen = days_of_stamp(article.seen_at or "")
    if seen and clue.role and len(clue.windows) == 1 and first > shifted(seen.last, 1):
        return f"later than the page's own clock, {seen.edtf()}"
    return None


MODIFIED = "the page was modified then, not published"
LAST_RESORT = "when the page was modified; it gives no other date"


def day_published(published: Published | None) -> date | None:
    """The day that a page's words are reckoned from: None where its date is no one day, not sure, or that of a modification."""
    if published is None or LAST_RESORT in published.basis.get("edtf", ""):
        return None
    return day_named(published.edtf)


def day_named(edtf: str) -> date | None:
    """The day of an EDTF value that is one day."""
    try:
        return date.fromisoformat(edtf) if len(edtf) == len("2019-02-16") else None
    except ValueError:
        return None


def _last_resort(barred: dict[Clue, str], article: Article, read_at: datetime | None) -> tuple[Clue, ...]:
    """Modified stamps, where no other date stands on the page: only those free of every other objection."""
    modified = (
        replace(clue, role="unknown", says=f"{clue.says}, {LAST_RESORT}") for clue, why in barred.items() if why == MODIFIED
    )
    return tuple(clue for clue in modified if not _barred(clue, article, read_at))


def _best(clues: tuple[Clue, ...]) -> _Best | None:
    """The days that the clues speak for most, None where too little speaks."""
    exact = [clue for clue in clues if clue.exact]
    pool = sorted({day for clue in exact for window in clue.windows if len(window) <= LONGEST_WINDOW for day in window.each()})
    scores = {day: _score(clues, day) for day in pool}
    if not scores:
        return None
    top = max(scores.values())
    days = [day for day in pool if scores[day] > top - 1e-9]
    stamped = any(clue.role for clue in exact if clue.speaks_for(days[0]))
    if not stamped and _score((clue for clue in clues if clue.windows and not clue.holders), days[0]) < ENOUGH:
        return None
    return _settled(days, exact)


def _score(clues: Iterable[Clue], day: date) -> float:
    """Weights of the clues that speak for a day; several of one kind count as the strongest of them."""
    by_kind: dict[str, float] = defaultdict(float)
    for clue in clues:
        by_kind[clue.kind] = max(by_kind[clue.kind], clue.speaks_for(day))
    return sum(by_kind.values())


def _settled(days: list[date], exact: list[Clue]) -> _Best:
    """Of days that weigh the same: the stretch that one clue names around them; both readings of one stamp; else the earliest.

    Of two unlabelled stamps the earlier is kept, since pages print the day they were published beside the day they were changed.
    """
    around = Days(days[0], days[-1])
    stretches = [window for clue in exact for window in clue.windows if around.first in window and around.last in window]
    if stretches:
        stretch = around if len(around) == len(days) else min(stretches, key=len)
        return _Best(tuple(days), stretch.edtf())
    shown = [{clue.evidence for clue in exact if clue.speaks_for(day)} for day in days]
    if set.intersection(*shown):
        return _Best(tuple(days), "[" + ",".join(day.isoformat() for day in days) + "]")
    return _Best((days[0],), days[0].isoformat())


def _supporting(clues: tuple[Clue, ...], best: _Best) -> tuple[Clue, ...]:
    """The clues that agree, strongest first: stamps and gatherings that allow the days, weekdays that make one day likely."""
    return tuple(sorted((clue for clue in clues if _agrees(clue, best)), key=lambda clue: -clue.weight))


def _agrees(clue: Clue, best: _Best) -> bool:
    if clue.by_weekday:
        return len(best.days) == 1 and clue.speaks_for(best.days[0]) >= AGREES * clue.weight
    return any(clue.speaks_for(day) for day in best.days)


def _coarser(best: _Best, support: tuple[Clue, ...]) -> str | None:
    """The month, where days rest on one gathering recalled from memory alone and nothing else agrees; otherwise None."""
    if any(clue.role for clue in support):
        return None
    told = [edition for clue in support if (edition := _edition(clue, best))]
    if not told or any(edition.checked for edition in told) or len({clue.kind for clue in support if not clue.holders}) > 1:
        return None
    first, last = best.around.first, best.around.last
    months = month_of(first.year, first.month), month_of(last.year, last.month)
    return "/".join(dict.fromkeys(month.edtf() for month in months))


def _edition(clue: Clue, best: _Best) -> Edition | None:
    """The edition of a gathering by which a clue speaks for these days."""
    meant = [edition for edition, window in zip(clue.editions, clue.windows, strict=False) if best.days[0] in window]
    return max(meant, key=lambda edition: edition.checked, default=None)


def _confidence(support: tuple[Clue, ...]) -> float | None:
    """That of the strongest stamp that names the day, None where words outweigh every stamp."""
    stamps = [clue for clue in support if clue.role and clue.exact]
    return stamps[0].confidence if stamps and support[0].role else None


def _evidence(support: tuple[Clue, ...]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(clue.evidence for clue in support))


def _rejected(
    clues: tuple[Clue, ...], barred: dict[Clue, str], best: _Best, support: tuple[Clue, ...]
) -> tuple[RejectedDate, ...]:
    """Every stamp, and every gathering going on, that names other days, with the reason; equal ones together."""
    outweighed = {clue: _outweighed(clue, support) for clue in clues if clue.exact and clue not in support}
    return _refused({clue: why for clue, why in {**barred, **outweighed}.items() if clue.windows[0].edtf() != best.edtf})


def _refused(refused: dict[Clue, str]) -> tuple[RejectedDate, ...]:
    """Clues that name one stretch of days, with the reason; equal ones together."""
    together: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for clue, why in refused.items():
        if len(clue.windows) == 1:
            together[clue.windows[0].edtf(), why].append(clue.evidence)
    return tuple(RejectedDate(edtf, tuple(dict.fromkeys(shown)), why) for (edtf, why), shown in together.items())


def _outweighed(clue: Clue, support: tuple[Clue, ...]) -> str:
    stronger = [other.says for other in support if other.weight >= clue.weight] or [other.says for other in support]
    return "outweighed: " + "; ".join(stronger[:2])


def _basis(support: tuple[Clue, ...], best: _Best, coarse: str | None) -> FrozenMap:
    """What the date rests on, and the lexicon's rows with their sources."""
    pairs = {"edtf": "; ".join(clue.says for clue in support[:MOST_SAID])}
    if coarse:
        pairs["edtf"] += "; only the month is given, since the gathering's days are recalled, unchecked"
    for clue in support:
        if edition := _edition(clue, best):
            pairs |= dict([edition_row(edition)])
        pairs |= lexicon_rows(clue, best.around)
    return FrozenMap(pairs)
