"""The tables of named days: days that can be looked up elsewhere, names the pattern finds, words it leaves alone."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon import RECALLED, alternatives, table
from dragoman.lexicon.named_days import NAMED_DAY_PATTERN, named_days, occurrences, period

NAMED = re.compile(NAMED_DAY_PATTERN)
ROWS = table("named_days")
NAMES = [name for row in ROWS for name in alternatives(row["names"])]
YEARLY = [alternatives(row["names"])[0] for row in ROWS if not row["anchor"][:4].isdecimal()]
HISTORY = [alternatives(row["names"])[0] for row in ROWS if row["anchor"][:4].isdecimal()]
MOVEABLE = [row["feast"] for row in table("moveable_feasts")]


@pytest.mark.parametrize(
    ("words", "year", "first", "last", "why"),
    [
        ("Christmas", 2018, "2018-12-25", "2018-12-25", "fixed"),
        ("New Year’s Eve", 2016, "2016-12-31", "2016-12-31", "curly apostrophe"),
        ("the New Year", 2020, "2020-01-01", "2020-01-01", "an article"),
        ("christmas day", 2018, "2018-12-25", "2018-12-25", "capitals are the pattern's business"),
        ("Thanksgiving", 2010, "2010-11-25", "2010-11-25", "fourth Thursday"),
        ("Black Friday", 2024, "2024-11-29", "2024-11-29", "the day after Thanksgiving, here on its latest day but one"),
        ("Cyber Monday", 2019, "2019-12-02", "2019-12-02", "falls into December"),
        ("Thanksgiving weekend", 2023, "2023-11-23", "2023-11-26", "Thursday to Sunday"),
        ("Canadian Thanksgiving", 2022, "2022-10-10", "2022-10-10", "second Monday of October"),
        ("Memorial Day", 2021, "2021-05-31", "2021-05-31", "last Monday of May"),
        ("Labor Day weekend", 2021, "2021-09-04", "2021-09-06", "Saturday to Monday"),
        ("Labour Day", 2021, "2021-05-01", "2021-05-01", "spelt with u it is May Day"),
        ("Martin Luther King Day", 2019, "2019-01-21", "2019-01-21", "third Monday"),
        ("Presidents Day", 2017, "2017-02-20", "2017-02-20", "no apostrophe"),
        ("Fathers Day", 2015, "2015-06-21", "2015-06-21", "third Sunday"),
        ("Election Day", 2016, "2016-11-08", "2016-11-08", "Tuesday after the first Monday, which is the 7th"),
        ("Election Day", 2022, "2022-11-08", "2022-11-08", "between presidents"),
        ("Election Day", 2020, "2020-11-03", "2020-11-03", "first Monday is the 2nd"),
        ("Inauguration Day", 2021, "2021-01-20", "2021-01-20", "every fourth year"),
        ("the Fourth of July", 2019, "2019-07-04", "2019-07-04", "told by its date"),
        ("Easter", 2018, "2018-04-01", "2018-04-01", "early"),
        ("Easter", 2000, "2000-04-23", "2000-04-23", "late"),
        ("Good Friday", 1998, "1998-04-10", "1998-04-10", "of the Belfast agreement"),
        ("Holy Week", 2019, "2019-04-14", "2019-04-20", "Palm Sunday to Saturday"),
        ("Lent", 2024, "2024-02-14", "2024-03-30", "from Ash Wednesday on St Valentine's Day"),
        ("Pentecost", 2023, "2023-05-28", "2023-05-28", "seventh Sunday after Easter"),
        ("Orthodox Easter", 2024, "2024-05-05", "2024-05-05", "five weeks after the western one"),
        ("Orthodox Easter", 2017, "2017-04-16", "2017-04-16", "the same day as the western one"),
        ("Ramadan", 2021, "2021-04-13", "2021-05-12", "thirty days"),
        ("Ramadan", 2019, "2019-05-06", "2019-06-03", "twenty-nine days"),
        ("Ramzan", 2030, "2030-01-05", "2030-02-03", "twice in the year: the first"),
        ("Eid al-Fitr", 2019, "2019-06-04", "2019-06-06", "three days"),
        ("Eid-ul-Fitr", 2000, "2000-01-08", "2000-01-10", "twice in the year: the first"),
        ("Eid al-Adha", 2022, "2022-07-09", "2022-07-12", "four days"),
        ("Ashura", 2024, "2024-07-16", "2024-07-16", "tenth of Muharram"),
        ("Quds Day", 2018, "2018-06-08", "2018-06-08", "last Friday of Ramadan"),
        ("Rosh Hashanah", 2023, "2023-09-16", "2023-09-17", "two days"),
        ("Yom Kippur", 1973, "1973-10-06", "1973-10-06", "the day the war began"),
        ("Passover", 2024, "2024-04-23", "2024-04-29", "seven days in Israel"),
        ("Simchat Torah", 2023, "2023-10-07", "2023-10-07", "the day Hamas attacked"),
        ("Hanukkah", 2016, "2016-12-25", "2017-01-01", "ends in the next year"),
        ("Purim", 2024, "2024-03-24", "2024-03-24", "in the second Adar of a leap year"),
        ("Israel's Independence Day", 2023, "2023-04-26", "2023-04-26", "moves with the moon"),
        ("Chinese New Year", 2020, "2020-01-25", "2020-01-25", "Lunar New Year by its other name"),
        ("Tet", 1968, "1968-01-29", "1968-01-29", "by Hanoi's new calendar a day before Saigon's"),
        ("Tet", 2007, "2007-02-17", "2007-02-17", "a day before the Chinese one"),
        ("Nowruz", 2024, "2024-03-20", "2024-03-20", "leap year"),
        ("Diwali", 2021, "2021-11-04", "2021-11-04", "new moon"),
        ("Holi", 2022, "2022-03-18", "2022-03-18", "after the full moon"),
        ("India's Republic Day", 2015, "2015-01-26", "2015-01-26", "a day of one country"),
    ],
)
def test_the_days_of_a_year(words: str, year: int, first: str, last: str, why: str) -> None:
    found = named_days(words, year)
    assert found is not None, why
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last)), why
    assert period(words) is None, why


@pytest.mark.parametrize(
    ("words", "first", "last", "why"),
    [
        ("World War I", "1914-07-28", "1918-11-11", "to the armistice"),
        ("the Second World War", "1939-09-01", "1945-09-02", "to the surrender of Japan"),
        ("the Korean war", "1950-06-25", "1953-07-27", "war written small"),
        ("the Six-Day War", "1967-06-05", "1967-06-10", "a hyphen"),
        ("Six Day War", "1967-06-05", "1967-06-10", "none"),
        ("Yom Kippur War", "1973-10-06", "1973-10-25", "not the feast"),
        ("the Iran–Iraq War", "1980-09-22", "1988-08-20", "a dash"),
        ("the Gulf War", "1990-08-02", "1991-02-28", "from the invasion of Kuwait"),
        ("the Cold War", "1947-03-12", "1991-12-26", "bounds by convention"),
        ("9/11", "2001-09-11", "2001-09-11", "not 9 November"),
        ("the Sept. 11 attacks", "2001-09-11", "2001-09-11", "with the month"),
        ("the fall of the Berlin Wall", "1989-11-09", "1989-11-09", "an event of one day"),
    ],
)
def test_times_of_history(words: str, first: str, last: str, why: str) -> None:
    found = period(words)
    assert found is not None, why
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last)), why
    assert [named_days(words, year) for year in (found.first.year, 2020)] == [None, None], why


@pytest.mark.parametrize(
    ("words", "year", "why"),
    [
        ("Eid", 2019, "one of two"),
        ("Election Day", 2019, "an odd year"),
        ("Inauguration Day", 2020, "not after an election"),
        ("Martin Luther King Day", 1980, "not kept yet"),
        ("Ramadan", 1900, "before the table"),
        ("Ramadan", 2099, "after the table"),
        ("Easter", 0, "no year of the calendar"),
        ("Christmas", 99999, "no year that dates hold"),
        ("Independence Day", 2019, "whose, the words don't say"),
        ("Tuesday", 2019, "no feast"),
        ("", 2019, "no words"),
    ],
)
def test_no_days(words: str, year: int, why: str) -> None:
    assert named_days(words, year) is None, why


def test_a_bare_eid_is_either_feast() -> None:
    told = [(found.name, found.first.isoformat()) for found in occurrences("Eid", 2019)]
    assert told == [("Eid al-Fitr", "2019-06-04"), ("Eid al-Adha", "2019-08-11")]


def test_both_of_two_in_one_year_can_be_had() -> None:
    assert [found.first.isoformat() for found in occurrences("Ramadan", 2030)] == ["2030-01-05", "2030-12-26"]


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("They met on Christmas Eve in Minsk.", ["Christmas Eve"], "the longer name"),
        ("Talks paused for Eid al-Adha.", ["Eid al-Adha"], "not the bare Eid"),
        ("since the end of World War II and", ["World War II"], "not World War I"),
        ("during the holy month of Ramadan, he", ["the holy month of Ramadan"], "with its epithet"),
        ("before St. Patrick’s Day", ["St. Patrick’s Day"], "curly apostrophe"),
        ("after the 9/11 attacks", ["the 9/11 attacks"], "with its noun"),
        ("Israel’s Memorial Day is not America's Memorial Day.", ["Israel’s Memorial Day", "Memorial Day"], "two countries'"),
        ("Eid's first day", ["Eid"], "a possessive"),
        ("It may day by day", [], "ordinary words"),
        ("in the new year, after a cold war of words", [], "written small"),
        ("the post-Cold War order and pre-Easter sales", [], "part of a word"),
        ("a new Cold War", [], "another one"),
        ("the Good Friday Agreement", [], "a treaty"),
        ("detained on Christmas Island", [], "a place"),
        ("Chechen leader Ramzan Kadyrov", [], "a person"),
        ("Taha Yassin Ramadan said", [], "a person"),
        ("dated 9/11/2003, page 19/11", [], "other numbers"),
        ("the Khmer New Year and Eid al-Ghadir", [], "feasts that are not in the table"),
        ("at the Kargil War Memorial", [], "a building"),
        ("Moscow's main New Year's tree", [], "a thing of the season"),
        ("the Orthodox Epiphany", ["the Orthodox Epiphany"], "thirteen days later"),
        ("Happy New Year!", [], "a wish"),
        ("the Independence Day parade", [], "whose, the words don't say"),
    ],
)
def test_what_the_pattern_finds(text: str, found: list[str], why: str) -> None:
    assert [match.group() for match in NAMED.finditer(text)] == found, why


def test_the_pattern_finds_every_name_in_full() -> None:
    assert [name for name in NAMES if NAMED.fullmatch(name) is None] == []
    assert [name for name in NAMES if NAMED.fullmatch(name.replace("'", "’")) is None] == []
    assert [name for name in NAMES if (match := NAMED.search(f"On {name}, they met.")) is None or match.group() != name] == []
    assert NAMED.groups == 0


def test_a_name_written_small_is_found_only_where_the_table_writes_it_so() -> None:
    found = {match.group() for name in NAMES if name != name.lower() and (match := NAMED.search(f"on {name.lower()} here"))}
    assert {words for words in found if words not in NAMES and words.replace(" war", " War") not in NAMES} == set()
    assert not found & {"may day", "new year", "easter", "lent", "eid", "holi", "tet", "cold war", "great war", "victory day"}


@pytest.mark.parametrize("name", YEARLY + HISTORY)
def test_a_name_is_of_one_kind_and_has_a_source(name: str) -> None:
    assert (period(name) is None) == any(occurrences(name, year) for year in range(1900, 2031))
    found = occurrences(name, 2024) or occurrences(name, 2025) or tuple(filter(None, [period(name)]))
    assert all(one.source == RECALLED or one.source.startswith("http") or one.source[-1].isdigit() for one in found)
    assert found, "kept in 2024 or in 2025, or dated"


def test_one_name_leads_to_one_row() -> None:
    told = {(alternatives(row["names"])[0], name) for row in ROWS for name in alternatives(row["names"])}
    other = {(ours, name) for ours, name in told if (found := period(name) or named_days(name, 2024)) and found.name != ours}
    assert other == set()
    assert len(set(NAMES)) == len(NAMES)


@given(st.sampled_from(YEARLY), st.integers(1960, 2040))
def test_an_occurrence_begins_in_its_year_and_lasts_seven_weeks_at_most(name: str, year: int) -> None:
    for found in occurrences(name, year):
        assert found.first.year == year
        assert timedelta(0) <= found.last - found.first <= timedelta(days=46)


@given(st.sampled_from(HISTORY))
def test_a_time_of_history_ends_after_it_begins(name: str) -> None:
    found = period(name)
    assert found is not None
    assert found.first <= found.last < date(2026, 1, 1)


@given(st.sampled_from(MOVEABLE), st.integers(1980, 2039))
def test_a_moveable_feast_comes_back_after_twelve_or_thirteen_moons(feast: str, year: int) -> None:
    here, there = occurrences(feast, year)[-1].first, occurrences(feast, year + 1)[0].first
    assert 350 <= (there - here).days <= 386, "some days on top: put off for the Sabbath, or the last Friday of a month"


def test_moveable_feasts_move() -> None:
    fixed = [
        feast
        for feast in MOVEABLE
        if len({(day := named_days(feast, year)) and day.first.strftime("%m-%d") for year in range(1990, 2030)}) < 2
    ]
    assert fixed == []


@given(st.text(max_size=30), st.integers())
def test_any_words_and_year_give_days_or_none(words: str, year: int) -> None:
    found = named_days(words, year)
    assert found is None or found.first.year == year
