"""Times of a whole text: from what each is reckoned, what is told before, two names for one time, gatherings as anchors."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.annotate.sentences import find_sentences
from dragoman.annotate.tagged_whens import all_whens
from dragoman.annotations import Annotations, When, WhenKind
from dragoman.article import Article, FrozenMap, Part, Span
from dragoman.assemble.timing.beside import anchored
from dragoman.assemble.timing.dates import find_dates
from dragoman.assemble.timing.locales import day_first
from dragoman.assemble.timing.times import find_times
from dragoman.assemble.timing.values import Timed, Times
from dragoman.record import Evidence, Gathering
from tests.strategies import article_of

PAGE = date(2019, 2, 16)
"""A Saturday."""


def times_of(article: Article, page: date | None = PAGE, **told: bool) -> Times:
    sentences = find_sentences(article)
    return find_times(article, Annotations(sentences=sentences, whens=all_whens(article, sentences, None, None)), page, **told)


def values(text: str, page: date | None = PAGE) -> list[tuple[str, str | None]]:
    article = article_of(text)
    return [(article[one.span], one.value.edtf) for one in times_of(article, page)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("They met on Friday.", [("Friday", "2019-02-15")], "the last one before the page"),
        ("They will meet on Friday.", [("Friday", "2019-02-22")], "the next one, told as to come"),
        ("The council votes on Sunday.", [("Sunday", "2019-02-17")], "a plan told in the present"),
        ("They open the fair on Friday.", [("Friday", "2019-02-15")], "of a day before the page's, whatever the tense"),
        ("It was signed in June. They will meet in June.", [("June", "2018-06"), ("June", "2019-06")], "past and to come"),
        (
            "The truce of 9 May 2018 broke two days later. The following week talks began.",
            [("9 May 2018", "2018-05-09"), ("two days later", "2018-05-11"), ("The following week", "2018-05-14/2018-05-20")],
            "counted from what was told",
        ),
        (
            "It began in 2003. Nine months earlier, in May 2002, a warning had come.",
            [("2003", "2003"), ("Nine months earlier", "2002-05"), ("May 2002", "2002-05")],
            "one time named twice",
        ),
        ("He spoke two days after the vote.", [("two days after", None)], "counted from an event that has no day here"),
        (
            "It lasted three days and ended every Friday.",
            [("three days", None), ("every Friday", None)],
            "durations and sets have none",
        ),
        ("Talks will resume in two weeks.", [("two weeks", "2019-02-25/2019-03-03")], "so long from now"),
        ("It will be over in five to ten years.", [("ten years", None)], "how many, nobody says"),
        (
            "It began in May 2018. Two days later it was over.",
            [("May 2018", "2018-05"), ("Two days later", None)],
            "no day to count from",
        ),
        ("In two weeks it was over.", [("two weeks", None)], "how long it took"),
        (
            "The bank (1990-1997) was wound up. It reopened on November 7.",
            [("1990", "1990"), ("November 7", "2018-11-07")],
            "a life in brackets is no year to go on from",
        ),
        (
            "Its founder (1931) left on November 7.",
            [("1931", "1931"), ("November 7", "2018-11-07")],
            "nor is a year in brackets",
        ),
        (
            "At war since 1990- and tired- it met on November 7.",
            [("1990", "1990"), ("November 7", "1990-11-07")],
            "a clause's dash",
        ),
        ("In 1990 it reopened on November 7.", [("1990", "1990"), ("November 7", "1990-11-07")], "a year told before is"),
        (
            "The Ports Act of 2016 went out of force on November 7.",
            [("2016", "2016"), ("November 7", "2018-11-07")],
            "an act's name",
        ),
        (
            "In 2016 crowds wept, after the fires of Easter Sunday.",
            [("2016", "2016"), ("Easter Sunday", "2016-03-27")],
            "a feast of the year told before",
        ),
        (
            "It was sold between January and May 2017.",
            [("January", "2017-01"), ("May 2017", "2017-05")],
            "the year of the month beside it",
        ),
        (
            "It was shut from November 3 until May 2017.",
            [("November 3", "2016-11-03"), ("May 2017", "2017-05")],
            "or the one before it",
        ),
        ("It fell on July 19 (2017).", [("July 19", "2017-07-19"), ("2017", "2017")], "the year behind it"),
        (
            "It fell on 9 May 2017 and was found the next day.",
            [("9 May 2017", "2017-05-09"), ("the next day", "2017-05-10")],
            "told",
        ),
        ("Shops shut in 2016; two days later he rang.", [("2016", "2016"), ("two days later", None)], "no day to count from"),
        ("It was shut in January, and sold in May 2017.", [("January", "2019-01"), ("May 2017", "2017-05")], "not beside it"),
        ("They will pay by the end of December.", [("the end of December", "2019-12-21/2019-12-31")], "a deadline is ahead"),
        ("It fell soon after, in recent years.", [("soon", None), ("recent years", None)], "vague"),
    ],
)
def test_values_in_a_text(text: str, expected: list[tuple[str, str | None]], why: str) -> None:
    assert values(text) == expected, why


def tagged(text: str, words: str, kind: WhenKind) -> Timed:
    """The one time that the tagger found."""
    article = article_of(text)
    at = text.index(words)
    whens = (When(Span(at, at + len(words)), kind, "past"),)
    (found,) = find_times(article, Annotations(sentences=find_sentences(article), whens=whens), PAGE)
    return found


@pytest.mark.parametrize(
    ("text", "words", "expected", "why"),
    [
        ("Sales fell in the third quarter.", "the third quarter", "2018-35", "of a year"),
        ("Exports rose 3 percent in the first half.", "the first half", "2019-40", "of a year"),
        ("Its loss grew in the quarter.", "the quarter", "2018-36", "the one that is over"),
        ("Lund led by a point in the third quarter.", "the third quarter", None, "of a match"),
        ("The first half of the book is dull.", "The first half", None, "of a book"),
        ("She scored in the first half; 3 percent had bet on her.", "the first half", None, "of a match, with money"),
        ("They met in the first half of 2018.", "the first half of 2018", "2018-40", "its year is told"),
    ],
)
def test_quarters_and_halves_without_a_year(text: str, words: str, expected: str | None, why: str) -> None:
    assert tagged(text, words, "date").value.edtf == expected, why


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("They speak every morning.", "every morning", "set"),
        ("They meet twice a year.", "twice a year", "set"),
        ("They met for three days.", "three days", "duration"),
    ],
)
def test_what_comes_again_is_a_set(text: str, words: str, expected: str) -> None:
    """Whatever kind the tagger gave it."""
    assert tagged(text, words, "duration").kind == expected


def test_without_the_pages_day_only_what_is_told_in_full_has_a_value() -> None:
    found = values("They met on Friday, 9 May 2018, and again two days later; last month it ended.", None)
    assert found == [("Friday, 9 May 2018", "2018-05-09"), ("two days later", "2018-05-11"), ("last month", None)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("In 2015 he left; in August he was back.", ["2015", "2015-08"], "in one breath"),
        ("In May 2015 he left. He wrote. In August he came back.", ["2015-05", "2015-08"], "a tale that goes on"),
        ("It was won in 1967. Nine have died since late March.", ["1967", None], "a year alone holds for its sentence"),
        ("In May 2015 it fell. The court will sit in August.", ["2015-05", None], "not what is to come"),
        ("In May 2015 it fell, as did many last August.", ["2015-05", None], "counted from a day nobody knows"),
        ("The Trade Act of 2015 took effect in August.", ["2015", None], "an act's name"),
    ],
)
def test_without_the_pages_day_years_go_on_from_what_is_told(text: str, expected: list[str | None], why: str) -> None:
    assert [value for _, value in values(text, None)] == expected, why


def test_each_value_says_what_it_was_reckoned_from() -> None:
    every = list(times_of(article_of("On 9 May 2018 they met; they left on Friday. Two days later it rained.")))
    assert [(one.value.anchor, one.value.basis) for one in every] == [
        ("none", "told in full"),
        ("page", "reckoned from the page's day, 2019-02-16"),
        ("told", "reckoned from the time told before, 2019-02-15"),
    ]


def summit(article: Article, words: str) -> tuple[Span, Gathering]:
    at = article.text.index(words)
    span = Span(at, at + len(words))
    evidence = (Evidence.of(article, span),)
    return span, Gathering(
        id="gathering-1", evidence=evidence, name=words, mentions=(span,), begins="2018-07-11", ends="2018-07-12"
    )


@pytest.mark.parametrize(
    ("words", "noticed", "kind", "why"),
    [
        ("each year", "duration", "set", "each"),
        ("Fridays", "date", "set", "any Friday"),
        ("a month", "duration", "duration", "how long"),
        ("a month", "set", "set", "as in so much a month"),
        ("three days", "date", "duration", "how long"),
        ("last year", "duration", "date", "it has a day"),
    ],
)
def test_kinds_by_the_value(words: str, noticed: WhenKind, kind: WhenKind, why: str) -> None:
    when = When(Span(0, len(words)), noticed)
    (found,) = find_times(article_of(words), Annotations(whens=(when,)), PAGE)
    assert found.kind == kind, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The two met a day after the Lund summit.", "2018-07-13", "from its last day"),
        ("The two met two days before the Lund summit.", "2018-07-09", "from its first day"),
        ("The two met a day after the vote, long before the Lund summit of all states.", None, "counted from another event"),
    ],
)
def test_gatherings_as_anchors(text: str, expected: str | None, why: str) -> None:
    article = article_of(text)
    found = anchored(article, times_of(article), [summit(article, "Lund summit")])
    assert next(iter(found)).value.edtf == expected, why


@pytest.mark.parametrize(
    ("text", "fields", "expected", "why"),
    [
        ("Seen 25/12/2018, due 04/03/2019.", {}, True, "another date of the page can only be read so"),
        ("Seen 12/25/2018, due 04/03/2019.", {}, False, "and so"),
        ("Due 04/03/2019.", {"html:lang": "en-US"}, False, "the page's language tag"),
        ("Due 04/03/2019.", {"html:lang": "en-GB"}, True, "of another land"),
        ("Due 04/03/2019.", {"address": "https://news.example.in/1"}, True, "a land's own address"),
        ("Due 04/03/2019.", {"address": "https://news.example.com/1"}, None, "an address of no land"),
        ("Due 04.03.2019.", {}, True, "with points the day comes first"),
        ("Due 04/03/2019.", {}, None, "nothing tells"),
    ],
)
def test_order_of_day_and_month(text: str, fields: dict[str, str], expected: bool | None, why: str) -> None:
    article = Article("page", text, "en", (Part("body", Span(0, len(text))),), fields=FrozenMap(fields))
    assert day_first(article) is expected, why


def test_dates_of_a_record_have_their_words() -> None:
    article = article_of("They met on Friday for three days.")
    dates = find_dates(article, times_of(article), PAGE)
    assert [(one.edtf, one.kind, one.timex, one.evidence[0].text) for one in dates] == [
        ("2019-02-15", "date", "2019-02-15", "Friday"),
        (None, "duration", "P3D", "three days"),
    ]
    assert dates[0].basis["edtf"] == "reckoned from the page's day, 2019-02-16"
