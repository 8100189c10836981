"""What words lean to that name no day: years and months named, days without a year, weekdays, offices, gatherings.

A leaning gives stretches of days a weight: the logarithm of how much likelier a report is from one of them. Nothing here decides
a day by itself; ``reckoning`` sums what all lean to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import cycle
from math import log

from dragoman.annotations import Annotations, When
from dragoman.article import Article
from dragoman.assemble.dating.clues import Clue
from dragoman.assemble.dating.readings import Reading, read
from dragoman.assemble.dating.word_clues import is_ahead, words_before
from dragoman.assemble.days import Days, day_of, month_of, shifted
from dragoman.assemble.timing.named_years import names_an_act
from dragoman.lexicon.calendar import MONTHS
from dragoman.record import Evidence

FIRST_YEAR, LAST_YEAR = 1990, 2060
"""Years that a page may be from. The day of the reading ends them sooner."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """What one clue leans to: weights of stretches, in natural logarithms; 0 for the likeliest, less for all others.

    otherwise    the weight of days in no stretch
    by_weekday   a weight for each weekday, Monday first, where weekdays tell
    checked      it rests on the words alone, or on rows of the lexicon that were compared with a source
    clue         what it was made of, where that stands for itself
    """

    kind: str
    evidence: Evidence
    says: str
    stretches: tuple[tuple[Days, float], ...] = ()
    otherwise: float = 0.0
    by_weekday: tuple[float, ...] = ()
    checked: bool = True
    clue: Clue | None = None

    def at(self, day: date) -> float:
        found = next((weight for days, weight in self.stretches if day in days), self.otherwise)
        return found + (self.by_weekday[day.weekday()] if self.by_weekday else 0.0)


def leanings(article: Article, annotations: Annotations, words: Iterable[Clue]) -> tuple[Leaning, ...]:
    """Every leaning of the running text; none where only weekdays, days and months are named, which come back every year.

    words   what ``word_clues`` makes of it
    """
    words = tuple(words)
    named = [clue.evidence.span for clue in words if clue.editions and clue.evidence.span]
    whens = [when for when in annotations.whens if when.kind == "date" and not any(when.span in span for span in named)]
    told = [(when, read(article[when.span])) for when in whens]
    narrowing = (
        *_years(article, told),
        *_days_in_full(article, told),
        *(_of_clue(clue) for clue in words if not clue.by_weekday),
    )
    if not narrowing:
        return ()
    weekdays = (_of_weekday(clue) for clue in words if clue.by_weekday)
    return (
        *narrowing,
        *_days_without_year(article, told),
        *_months(article, told),
        *_last_months(article, told),
        *weekdays,
    )


Told = list[tuple[When, Reading]]

# Share of reports published so many years after the last year that they name as past, a year each; made smooth, since the peaks
# at four and eight years are those of one country's elections. PolNeAR's training articles, November 2026: 420 name one.
AFTER_YEAR = (
    (-60, -2, 0.004), (-1, -1, 0.025), (0, 0, 0.2), (1, 1, 0.13), (2, 4, 0.11), (5, 8, 0.045), (9, 15, 0.015), (16, 60, 0.004),
)  # fmt: skip
# ... and after the last election, race or budget named with its year ("the 2016 election"), of 140: it is often still ahead.
AFTER_EVENT_YEAR = ((-60, -2, 0.012), (-1, -1, 0.15), (0, 0, 0.33), (1, 3, 0.05), (4, 4, 0.1), (5, 8, 0.05), (9, 60, 0.006))
YEAR_DAMPING = 0.8
_EVENT_AFTER = re.compile(
    r"\A\s(?:presidential|general|midterm|primary|election|campaign|race|cycle|primaries|convention|nominat|Olympic|Republican"
    r"|Democrat|GOP|contest|White House|candidate|budget|season|(?:World|Asian|African|Nations)\sCup|Games|Championship)"
)
_FISCAL = re.compile(r"\bfiscal\s(?:year\s)?\Z", re.I)


def _years(article: Article, told: Told) -> Iterator[Leaning]:
    """The last year named as past, and the last one that names an election or a budget."""
    past: list[tuple[int, When]] = []
    events: list[tuple[int, When]] = []
    for when, reading in told:
        if reading.year is None or reading.year > LAST_YEAR + 10 or reading.day:
            continue
        before = words_before(article.text, when.span)
        if _EVENT_AFTER.match(article.text[when.span.end : when.span.end + 20]) or _FISCAL.search(before):
            events.append((reading.year, when))
        elif not is_ahead(before) and not names_an_act(article.text, when.span):
            past.append((reading.year, when))
    past = [one for one in past if one[0] not in {year for year, _ in events}]
    for kind, named, shares in (("year named", past, AFTER_YEAR), ("year of an election or budget", events, AFTER_EVENT_YEAR)):
        if named:
            year, when = max(named, key=lambda one: one[0])
            top = max(share for _, _, share in shares)
            stretches = tuple(
                (Days(date(first, 1, 1), date(last, 12, 31)), YEAR_DAMPING * log(share / top))
                for after, until, share in shares
                if (first := max(year + after, FIRST_YEAR)) <= (last := min(year + until, LAST_YEAR))
            )
            says = f"“{article[when.span]}”: the last {kind}"
            yield Leaning(kind, Evidence.of(article, when.span), says, stretches, otherwise=YEAR_DAMPING * log(0.002 / top))


# Share of reports published so many days after the last day that they name in full as past, per day of the stretch, of 71:
# papers that write the year out name yesterday so, the others leave it out until the year is over.
AFTER_FULL_DAY = ((-1, 2, 0.09), (3, 14, 0.008), (15, 60, 0.002), (61, 365, 0.0009), (366, 3650, 0.00009))


def _days_in_full(article: Article, told: Told) -> Iterator[Leaning]:
    named = [(days.first, when) for when, reading in told if reading.day and (days := reading.days())]
    past = [(day, when) for day, when in named if not is_ahead(words_before(article.text, when.span))]
    if past:
        day, when = max(past, key=lambda one: one[0])
        top = max(share for _, _, share in AFTER_FULL_DAY)
        stretches = tuple(
            (Days(shifted(day, first), shifted(day, last)), 0.8 * log(share / top)) for first, last, share in AFTER_FULL_DAY
        )
        says = f"“{article[when.span]}”: the last day named in full as past"
        yield Leaning("day in full", Evidence.of(article, when.span), says, stretches, otherwise=0.8 * log(0.00001 / top))


# Share of reports published so many days after (negative: before) the nearest day of that name, per day of the stretch; of 287
# days told as past and 47 as still ahead, same articles, made smooth.
AFTER_DAY = (
    (-182, -61, 0.0006), (-60, -31, 0.0035), (-30, -15, 0.006), (-14, -8, 0.018), (-7, -2, 0.005), (-1, 0, 0.02), (1, 4, 0.012),
    (5, 14, 0.013), (15, 30, 0.0065), (31, 60, 0.003), (61, 100, 0.0016), (101, 182, 0.0008),
)  # fmt: skip
BEFORE_DAY = ((-182, -61, 0.0008), (-60, -31, 0.004), (-30, -15, 0.02), (-14, -1, 0.035), (0, 0, 0.02), (1, 182, 0.0008))
DAYS_COUNTED, LESS_EACH, WRONG_WEEKDAY = 4, 0.7, -3.0
"""Later days in a text add less: they tell of one story. A weekday beside the day fixes the year, slips of the pen aside."""


def _days_without_year(article: Article, told: Told) -> Iterator[Leaning]:
    seen: set[tuple[int, int]] = set()
    for when, reading in told:
        if reading.year or not (reading.month and reading.day) or (reading.month, reading.day) in seen:
            continue
        seen.add((reading.month, reading.day))
        ahead = is_ahead(words_before(article.text, when.span))
        damping = 0.8 * LESS_EACH ** (len(seen) - 1)
        named = reading.month, reading.day, reading.weekday
        stretches = _around(*named, BEFORE_DAY if ahead else AFTER_DAY, damping)
        if stretches:
            says = f"“{article[when.span]}” is " + ("still ahead" if ahead else "lately past or soon")
            yield Leaning(f"day without a year at {when.span.start}", Evidence.of(article, when.span), says, stretches, -6.0)
        if len(seen) == DAYS_COUNTED:
            return


@lru_cache(maxsize=1024)
def _around(
    month: int, number: int, weekday: int | None, shares: tuple[tuple[int, int, float], ...], damping: float
) -> tuple[tuple[Days, float], ...]:
    """Stretches around the day in every year, less where its weekday is another; kept, since many pages name one day."""
    found = []
    top = max(share for _, _, share in shares)
    around = [(first, last, damping * log(share / top)) for first, last, share in shares]
    for year in range(FIRST_YEAR - 1, LAST_YEAR + 2):
        day = day_of(year, month, number)
        if day is not None:
            wrong = WRONG_WEEKDAY if weekday not in (None, day.first.weekday()) else 0.0
            for first, last, weight in around:
                found.append((Days(shifted(day.first, first), shifted(day.first, last)), weight + wrong))
    return tuple(found)


# Share of reports published so many months after a month that they name without its year, of 606, same articles.
AFTER_MONTH = (0.044, 0.154, 0.153, 0.109, 0.093, 0.083, 0.063, 0.064, 0.063, 0.069, 0.059, 0.046)
# ... and of 74 told as still ahead: eleven months after is one month before.
BEFORE_MONTH = (0.07, 0.04, 0.03, 0.03, 0.06, 0.06, 0.07, 0.11, 0.1, 0.12, 0.16, 0.13)
MONTHS_COUNTED, MONTH_DAMPING = 3, 0.6


def _months(article: Article, told: Told) -> Iterator[Leaning]:
    named: dict[int, When] = {}
    for when, reading in told:
        if reading.month and not reading.day and not reading.year and reading.shift is None:
            named.setdefault(reading.month, when)
    for count, (month, when) in enumerate(list(named.items())[:MONTHS_COUNTED]):
        damping = MONTH_DAMPING * LESS_EACH**count
        ahead = is_ahead(words_before(article.text, when.span))
        shares = {number: (BEFORE_MONTH if ahead else AFTER_MONTH)[(number - month) % 12] for number in range(1, 13)}
        stretches = tuple(_every_year(shares, damping))
        says = f"“{article[when.span]}”: months are named so " + ("in the year before" if ahead else "until a year later")
        yield Leaning(f"month named at {when.span.start}", Evidence.of(article, when.span), says, stretches)


def _every_year(shares: dict[int, float], damping: float) -> Iterator[tuple[Days, float]]:
    top = max(shares.values())
    weights = [damping * log(shares[month] / top) for month in range(1, 13)]
    return zip(_calendar(), cycle(weights), strict=False)


@cache
def _calendar() -> tuple[Days, ...]:
    """Every month of the years that count, in order."""
    return tuple(month_of(year, month) for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(1, 13))


_OF_YEAR = re.compile(r",?\s(?:of\s)?(?:the\s)?(?:last|this|next|same|previous|following)\syear")
NEAR_LAST_MONTH, LAST_MONTH_WRONG = 60, 0.03


def _last_months(article: Article, told: Told) -> Iterator[Leaning]:
    """``last month`` beside a day or month without its year: the month after it. Beside one with its year: that very month."""
    for when, reading in told:
        if (reading.shift, reading.unit) != (-1, "month") or reading.part:
            continue
        for other, beside in told:
            near = other is not when and max(other.span.start - when.span.end, when.span.start - other.span.end) < NEAR_LAST_MONTH
            between = article.text[min(when.span.end, other.span.end) : max(when.span.start, other.span.start)]
            of_year = _OF_YEAR.match(article.text, other.span.end) or "year" in article[other.span]
            if near and beside.month and not of_year and not re.search(r"[.!?;\n]", between):
                months = {number: 1.0 if number == beside.month % 12 + 1 else LAST_MONTH_WRONG for number in range(1, 13)}
                says = f"“{article[when.span]}” is {MONTHS[beside.month - 1]}"
                yield Leaning("last month", Evidence.of(article, when.span), says, tuple(_every_year(months, 1.0)))
                return


EXACT_STRENGTH, OTHER_STRENGTH = 2.5, 1.0
"""How much a clue's weight is worth: one that names days itself, and one that only weighs them."""


def _of_weekday(clue: Clue) -> Leaning:
    top = max(clue.by_weekday)
    weights = tuple(clue.weight * log(share / top) for share in clue.by_weekday)
    return Leaning(clue.kind, clue.evidence, clue.says, by_weekday=weights)


def _of_clue(clue: Clue) -> Leaning:
    """An office by its terms; of all others the windows, and nothing else as likely."""
    if clue.holders:
        return _of_holder(clue)
    stretches = tuple((window, 0.0) for window in _together(clue.windows))
    checked = not clue.editions or any(edition.checked for edition in clue.editions)
    strength = EXACT_STRENGTH if clue.exact else OTHER_STRENGTH
    return Leaning(clue.kind, clue.evidence, clue.says, stretches, -strength * clue.weight, checked=checked, clue=clue)


# Of 513 offices named in PolNeAR's articles 484 were held that day; 20 holders had left, 9 were yet to come.
AFTER_TERM, BEFORE_TERM = -2.2, -3.5


def _of_holder(clue: Clue) -> Leaning:
    """The term; before the first term one can't have held the office, after the last one may be named by it still."""
    first = min(window.first for window in clue.windows)
    before = ((Days(date(1900, 1, 1), shifted(first, -1)), BEFORE_TERM),)
    stretches = (*((window, 0.0) for window in _together(clue.windows)), *before)
    return Leaning(clue.kind, clue.evidence, clue.says, stretches, AFTER_TERM, (), any(h.checked for h in clue.holders), clue)


def _together(windows: tuple[Days, ...]) -> list[Days]:
    """The same days in stretches that do not overlap."""
    found: list[Days] = []
    for window in sorted(windows):
        if found and window.first <= found[-1].last:
            found[-1] = Days(found[-1].first, max(found[-1].last, window.last))
        else:
            found.append(window)
    return found
