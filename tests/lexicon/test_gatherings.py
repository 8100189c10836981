"""The table of gatherings: dates that can be, names that lead to it, sources that are stated, words that find an edition."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotations import Sentence
from dragoman.article import Article, Part, Span
from dragoman.assemble.dating.occasions import Occasion, find_occasions
from dragoman.lexicon import RECALLED, table
from dragoman.lexicon.calendar import month_number, small_number, weekday_number
from dragoman.lexicon.gatherings import Edition, editions, editions_of, names, ordinal, ordinal_number

SERIES = sorted({edition.series for edition in editions()})


def occasions(text: str) -> list[Occasion]:
    """What one sentence names."""
    span = Span(0, len(text))
    return list(find_occasions(Article("article-1", text, "en", (Part("body", span),)), (Sentence(span),)))


def test_an_edition_lasts_one_day_to_three_weeks() -> None:
    assert [edition.name for edition in editions() if not 0 <= (edition.ends - edition.begins).days <= 21] == []
    assert {edition.begins.year for edition in editions()} == set(range(1990, 2027))


def test_an_edition_has_a_host_and_a_source() -> None:
    stated = ("http", "computed: ", "REIGN election list 2021-03")
    assert [edition.name for edition in editions() if not edition.countries] == []
    assert [e.name for e in editions() if not (e.source.startswith(stated) or e.source == RECALLED)] == []
    assert [edition.name for edition in editions() if edition.checked != edition.source.startswith(stated)] == []


@pytest.mark.parametrize("series", SERIES)
def test_a_series_is_in_order_and_counts_upwards(series: str) -> None:
    held = editions_of(series)
    assert [edition.begins for edition in held] == sorted(edition.begins for edition in held)
    numbers = [edition.number for edition in held if edition.number is not None]
    assert all(first < second for first, second in pairwise(numbers))
    assert len({edition.name for edition in held}) == len(held), "a name of its own for each"


@pytest.mark.parametrize("series", SERIES)
def test_editions_of_a_series_never_overlap(series: str) -> None:
    """Save for two that were counted apart and held as one: the 28th and 29th ASEAN summits."""
    together = [
        (first.name, second.name)
        for first, second in pairwise(editions_of(series))
        if second.begins <= first.ends and (first.begins, first.ends) != (second.begins, second.ends)
    ]
    assert together == []


def test_a_vote_has_no_city_and_lasts_three_days_at_most() -> None:
    votes = [edition for edition in editions() if edition.vote]
    assert {edition.series for edition in votes} == {
        *("US presidential election", "US midterm elections", "Russian presidential election", "French presidential election"),
        *("French presidential runoff", "Japanese general election", "German federal election", "UK general election"),
    }
    assert [vote.name for vote in votes if vote.cities or (vote.ends - vote.begins).days > 2] == []


@pytest.mark.parametrize(("series", "first"), [("US presidential election", 1992), ("US midterm elections", 1990)])
def test_americans_vote_on_the_tuesday_after_the_first_monday_of_november(series: str, first: int) -> None:
    days = [edition.begins for edition in editions_of(series)]
    assert [day.year for day in days] == list(range(first, 2027, 4))
    assert all(day.month == 11 and day.weekday() == 1 and 2 <= day.day <= 8 for day in days)


@pytest.mark.parametrize(
    ("series", "weekday", "why"),
    [
        ("German federal election", 6, "by law a Sunday or a holiday"),
        ("French presidential election", 6, "Sundays"),
        ("French presidential runoff", 6, "two weeks later"),
        ("Japanese general election", 6, "Sundays by custom"),
        ("UK general election", 3, "Thursdays by custom"),
    ],
)
def test_the_weekday_that_a_country_votes_on(series: str, weekday: int, why: str) -> None:
    assert [edition.name for edition in editions_of(series) if edition.begins.weekday() != weekday] == [], why


def test_every_name_leads_to_a_series_that_was_held() -> None:
    assert {series for name in names().values() for series in name.series} == set(SERIES), "and every series has a name"
    assert len(names()) == sum(len(row["names"].split("|")) for row in table("gathering_names")), "a name stands in one row"
    kinds = {"number", "year", "city", "country", "month"}
    assert [name for name, meant in names().items() if not meant.needs <= kinds] == []


def test_every_name_that_stands_alone_is_found() -> None:
    alone = {name: meant.series for name, meant in names().items() if meant.series and not meant.needs and not meant.near}
    told = {
        name: {edition.series for one in occasions(f"It was at the {name} there.") for edition in one.editions} for name in alone
    }
    assert [name for name, series in alone.items() if told[name] != set(series)] == []


@pytest.mark.parametrize(
    ("text", "edition", "why"),
    [
        ("Athletes marched at the opening of the 2008 Beijing Olympics.", "29th Summer Olympics", "year and city before it"),
        ("The Games of the XXXIII Olympiad opened on the Seine.", "33rd Summer Olympics", "counted in Roman numbers"),
        ("The XXIV Olympic Winter Games were held without guests.", "24th Winter Olympics", "the same"),
        ("The minister met him at the Tokyo 2020 Olympics.", "32nd Summer Olympics", "held in 2021, called by 2020"),
        ("The 2021 Olympics were played in empty halls.", "32nd Summer Olympics", "... or by the year it was held"),
        ("He flew to the Salt Lake City Winter Olympics.", "19th Winter Olympics", "a city of three words"),
        (
            "The envoys met at the Winter Olympics in Beijing.",
            "24th Winter Olympics",
            "the summer ones of 2008 are another series",
        ),
        ("He wrote of meddling in the 2016 U.S. presidential election.", "2016 US presidential election", "full stops"),
        ("The US elections of November 2018 changed the House.", "2018 US midterm elections", "a year tells which of the two"),
        ("The November election in the United States in 2020 was close.", "2020 US presidential election", "country behind it"),
        ("Democrats won the midterm elections of 2006.", "2006 US midterm elections", "a party of theirs in the sentence"),
        ("Russia's presidential election in March 2018 was no surprise.", "2018 Russian presidential election", "country before"),
        ("He lost the presidential election in Russia in 2012.", "2012 Russian presidential election", "country behind it"),
        (
            "The French presidential election in May 2017 cheered him.",
            "2017 French presidential runoff",
            "the month tells the round",
        ),
        (
            "She came second in the first round of the French presidential election in 2017.",
            "2017 French presidential election",
            "",
        ),
        ("The 2022 French presidential runoff was theirs again.", "2022 French presidential runoff", "the second round by name"),
        ("Britain's general election in 2019 settled it.", "2019 UK general election", "country before"),
        ("A snap election in Britain in 2017 cost her the majority.", "2017 UK general election", "country behind it"),
        ("Japan's lower house election in February 2026 was a landslide.", "2026 Japanese general election", ""),
        ("The Bundestag election of 2017 was held in autumn.", "2017 German federal election", "a name that is one country's"),
        ("Germany's federal election in 2021 ended an era.", "2021 German federal election", "Australia has them too"),
        ("Leaders made a promise at the Thessaloniki European Council.", "European Council of 19 June 2003", "city before it"),
        ("The European Council in Nice agreed on a treaty.", "European Council of 7 December 2000", "city behind it"),
        ("The December 2013 European Council spoke of defence.", "European Council of 19 December 2013", "month before it"),
        ("The EU summit in Salzburg went badly.", "European Council of 19 September 2018", "what reports call it"),
        ("Kyoto gave its name to the protocol of the COP3 climate talks.", "3rd UN Climate Change Conference", "one digit"),
        (
            "The sixty-ninth session of the United Nations General Assembly began.",
            "69th UN General Assembly general debate",
            "in words",
        ),
        ("The Denver Summit of the Eight had a new guest.", "23rd G8 summit", "Russia was new, the name too"),
        ("He spoke at the Wehrkunde conference in Munich in 1999.", "35th Munich Security Conference", "its earlier name"),
        ("The NATO summit in Madrid in July 1997 invited three states.", "NATO summit of 8 July 1997", "two in that year"),
        ("The Arab summit in Beirut made an offer.", "14th Arab League summit", "without the League"),
        ("The China-EU summit in Brussels in 2019 was a long one.", "21st EU-China summit", "not an EU summit"),
        (
            "President Clinton gave his State of the Union address in 1998.",
            "1998 State of the Union address",
            "a president's name",
        ),
        ("The CHOGM in Perth was opened by the Queen.", "2011 Commonwealth summit", "its short name"),
    ],
)
def test_words_find_an_edition(text: str, edition: str, why: str) -> None:
    assert [one.name for occasion in occasions(text) for one in occasion.editions] == [edition], why


@pytest.mark.parametrize(
    ("text", "series", "why"),
    [
        (
            "France's presidential election in 2022 was watched.",
            {"French presidential election", "French presidential runoff"},
            "",
        ),
        ("The November election in the United States is near.", {"US presidential election", "US midterm elections"}, "no year"),
        ("They met at the Beijing Olympics.", {"Summer Olympics", "Winter Olympics"}, "the city had both"),
        ("It was his first NATO summit.", {"NATO summit"}, "first, second ... count something else"),
    ],
)
def test_words_that_leave_it_open(text: str, series: set[str], why: str) -> None:
    (occasion,) = occasions(text)
    assert {edition.series for edition in occasion.editions} == series, why
    assert len(occasion.editions) > 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The presidential election in Belarus in March 2018 was disputed.", "another country's"),
        ("Ukraine's presidential election in 2019 brought a newcomer.", "another country's, before"),
        ("They voted in the Ukrainian presidential election in Russia.", "a vote abroad"),
        ("The presidential election was near.", "nobody's"),
        ("The general election in Pakistan in July 2024 was late.", "another country's"),
        ("The federal election in Australia in 2022 was close.", "another country's"),
        (
            "Argentina's midterm elections cost him seats, a US bank said.",
            "another country's, in a sentence that speaks of the US",
        ),
        ("The midterm elections in Argentina hurt him, a US bank said.", "the same, behind it"),
        ("The midterm elections went badly.", "nobody's"),
        ("The US presidential election campaign of 2016 was long.", "months of campaign, not the day"),
        ("Japan's upper house election in July 2025 was lost.", "the other chamber"),
        ("The European Council is an institution of the Union.", "not a meeting"),
        ("The US-EU summit in Prague in April 2009 was short.", "a summit with the EU"),
        ("The Youth Olympic Games in Nanjing in 2014 were small.", "other games"),
        ("He played at the 44th Chess Olympiad in Chennai.", "other games"),
        ("COP15 in Montreal adopted a plan for biodiversity.", "another treaty's conference"),
        ("The COP9 adopted new rules on tobacco.", "another treaty's conference"),
        ("The tenth emergency special session of the UN General Assembly met.", "not a regular session"),
        ("The 99th NATO summit was made up.", "no such number"),
        ("The State of the Union address was given in Strasbourg.", "the other Union's"),
    ],
)
def test_words_that_name_no_edition(text: str, why: str) -> None:
    assert occasions(text) == [], why


def test_a_name_s_own_country_narrows_nothing() -> None:
    (occasion,) = occasions("Both sides waited for the US presidential election.")
    assert occasion.narrowed == frozenset()


def test_the_words_of_an_edition_begin_with_the_first_that_tells_it() -> None:
    text = "President Bush praised the 2008 Beijing Olympics in August."
    (occasion,) = occasions(text)
    assert text[occasion.span.start : occasion.span.end] == "2008 Beijing Olympics in August"


def test_a_name_tells_editions_of_one_year_apart() -> None:
    one = Edition("G8 summit", 23, date(1997, 6, 20), date(1997, 6, 22), ("Denver",), ("United States",), RECALLED)
    assert (one.name, one.checked, one.vote) == ("23rd G8 summit", False, False)
    assert [edition.name for edition in editions_of("NATO summit") if edition.begins.year == 1997] == [
        "NATO summit of 27 May 1997",
        "NATO summit of 8 July 1997",
    ]


@pytest.mark.parametrize(
    ("series", "day", "name", "why"),
    [
        ("Munich Security Conference", date(2007, 2, 10), "43rd Munich Security Conference", "counted, three days"),
        ("NATO summit", date(2018, 7, 11), "2018 NATO summit", "NATO counts none: the year names it"),
        ("G20 summit", date(2019, 6, 28), "14th G20 summit", "two days"),
        ("UN Climate Change Conference", date(2022, 11, 18), "27th UN Climate Change Conference", "two weeks"),
    ],
)
def test_a_day_finds_its_edition(series: str, day: date, name: str, why: str) -> None:
    assert [edition.name for edition in editions_of(series) if edition.begins <= day <= edition.ends] == [name], why


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (21, "21st"), (55, "55th"), (113, "113th")],
)
def test_ordinals(number: int, said: str) -> None:
    assert ordinal(number) == said


@given(st.integers(0, 999))
def test_an_ordinal_is_read_back(number: int) -> None:
    assert ordinal_number(ordinal(number)) == number


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("eleventh", 11),
        ("Nineteenth", 19),
        ("twentieth", 20),
        ("Sixty-ninth", 69),
        ("eighty first", 81),
        ("XIX", 19),
        ("XLIV", 44),
    ],
)
def test_ordinals_in_words_and_roman_numbers(said: str, number: int) -> None:
    assert ordinal_number(said) == number


def test_names_of_the_calendar_by_their_first_letters() -> None:
    assert [month_number(name) for name in ("January", "Sept.", "dec", "Monday")] == [1, 9, 12, None]
    assert [weekday_number(name) for name in ("Monday", "sunday", "Thurs.", "May")] == [0, 6, 3, None]
    assert [small_number(word) for word in ("3", "three", "a", "several")] == [3, 3, 1, None]
