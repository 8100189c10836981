"""What holds for any words at all, and for any that are made of the grammar's own."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dragoman.assemble.timing import stretches
from dragoman.assemble.timing.grammar import DEEPEST, parse
from dragoman.assemble.timing.moments import Moment
from dragoman.assemble.timing.patterns import MONTH_NAMES, WEEKDAY_NAMES
from dragoman.assemble.timing.wording import LONGEST, plain
from dragoman.store.days import days_of
from tests.assemble.timing.reckoned import PAGE, reading, reckoned
from tests.assemble.timing.test_grammar_rules import TABLES

LINES = sorted({words for rows in TABLES.values() for words, *_ in rows})
PIECES = (
    *MONTH_NAMES, *WEEKDAY_NAMES, "the", "of", "in", "last", "next", "this", "early", "late", "mid-", "end", "first", "half",
    "two", "3", "16", "31", "1998", "2019", "'98", "-", "/", ",", ":", "(", "to", "and", "from", "between", "until", "ago",
    "later", "before", "week", "weeks", "day", "days", "month", "year", "years", "quarter", "decade", "morning", "noon",
    "4 p.m.", "GMT", "every", "about", "Christmas", "fiscal", "winter", "now", "yesterday",
    "rest", "ten", "-first", "hundred", "thousand", "9999",
)  # fmt: skip

any_words = st.text(max_size=2 * LONGEST)
made_words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join)
known_words = st.sampled_from(LINES)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
told = st.none() | days.map(stretches.day) | st.integers(1, 9998).map(stretches.year) | st.just(stretches.quarter(2018, 3))
moments = st.builds(
    Moment,
    page=st.none() | days,
    told=told,
    near=st.booleans(),
    leads=st.booleans(),
    bound=st.booleans(),
    tense=st.sampled_from([None, "past", "present", "future"]),
    day_first=st.none() | st.booleans(),
)


@given(any_words | made_words | known_words, moments)
def test_every_value_is_one_of_edtf_with_just_its_days(words: str, moment: Moment) -> None:
    expression = parse(words)
    found = expression.reckon(moment) if expression else None
    if found is None or found.stretch is None:
        return
    assert found.stretch.first <= found.stretch.last
    known = days_of(found.stretch.edtf)
    assert known is not None, found.stretch.edtf
    assert known[0] <= found.stretch.first.isoformat(), "no day before what EDTF says"
    if found.stretch.unit == "season":
        return  # the winter of 2018 ends in 2019; the shelf has all of a year for a season
    assert known[1] >= found.stretch.last.isoformat(), "no day behind what EDTF says"


@given(any_words | made_words | known_words)
def test_one_spelling_is_its_own(words: str) -> None:
    assert plain(plain(words)) == plain(words)


@given(known_words)
def test_capitals_blanks_and_marks_around_change_nothing(words: str) -> None:
    value = reckoned(words, PAGE)
    assert reckoned(words.upper(), PAGE) == value
    assert reckoned(f"  {words.replace(' ', '  ')}, ", PAGE) == value


@given(any_words | st.lists(st.sampled_from(PIECES), max_size=200).map(" ".join))
def test_what_is_read_is_bounded_by_the_words_length(words: str) -> None:
    """Each part of the words is read once; its rules cut off at an end or at a joint, so there are not many parts."""
    spelled = plain(words)
    assert len(spelled) <= LONGEST + LONGEST // 4, "spelling numbers out in digits adds no more than blanks"
    assert reading(words).characters <= 60 * DEEPEST * max(1, len(spelled))
