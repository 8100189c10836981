"""When an event was: the time that its own clause tells, that of its sentence, of the statement that performs it, or none."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import Page, read
from dragoman.annotations import Annotations, Quotation, Sentence, Trigger, When
from dragoman.article import Span
from dragoman.assemble.days import days_of_stamp
from dragoman.assemble.events.event_days import date_events
from dragoman.assemble.events.told_before import EventDay
from dragoman.assemble.scene.cue_clause import Clauses
from dragoman.assemble.timing.values import Timed, Times, Value

FRIDAY = date(2025, 11, 14)
VALUES = {
    "Monday": "2025-11-10",
    "Tuesday": "2025-11-11",
    "next Thursday": "2025-11-20",
    "Thursday": "2025-11-13",
    "Friday": "2025-11-14",
    "11 November": "2025-11-11",
    "last month": "2025-10",
    "Last month": "2025-10",
    "March 2031": "2031-03",
    "March": "2025-03",
    "November": "2025-11",
    "1971": "1971",
    "1994": "1994",
    "2002": "2002",
    "2027": "2027",
    "3 to 5 November": "2025-11-03/2025-11-05",
    "10 a.m.": "2025-11-10T10:00",
    "recently": None,
}
"""The times of these tests, as a reader of the page of that Friday understands them."""
_WORDS = re.compile("|".join(sorted(map(re.escape, VALUES), key=len, reverse=True)))


def times_of(text: str) -> Times:
    return Times(tuple(_timed(Span(*match.span()), match[0]) for match in _WORDS.finditer(text)))


def _timed(span: Span, words: str) -> Timed:
    edtf = VALUES[words]
    days = days_of_stamp(edtf.split("/")[0]) if edtf else None
    return Timed(span, "date", Value(edtf, edtf, days))


def annotations_of(text: str, said: tuple[str, ...] = ()) -> Annotations:
    sentences = tuple(Sentence(Span(*match.span())) for match in re.finditer(r"\S[^\n]*?[.?!](?=\s|\Z)(?<!a\.m\.)", text))
    contents = [text.index(words) for words in said]
    quotations = (Quotation((Span(at, at + len(words)),), "indirect") for at, words in zip(contents, said, strict=True))
    whens = tuple(When(one.span, one.kind) for one in times_of(text))
    return Annotations(sentences=sentences, whens=whens, quotations=tuple(quotations))


def day_of(
    text: str, *words: str, status: str | None = "happened", said: tuple[str, ...] = (), anchor: date | None = FRIDAY
) -> EventDay | None:
    """The day of the last of some events, each given by its words in text order."""
    clauses = Clauses.of(text, annotations_of(text, said))
    triggers, at = [], 0
    for each in words:
        at = text.index(each, at)
        span = Span(at, at + len(each))
        triggers.append(Trigger(span, clauses.sentence_of(span) or span, "CONSULT", status))
        at = span.end
    return date_events(clauses, times_of(text), triggers, (), anchor)[-1]


def edtf_of(text: str, *words: str, status: str | None = "happened", said: tuple[str, ...] = ()) -> str | None:
    found = day_of(text, *words, status=status, said=said)
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "expected", "why"),
    [
        ("The ministers met on Monday.", "met", "2025-11-10", "right behind it"),
        ("The ministers met in Oslo on Monday.", "met", "2025-11-10", "behind the place"),
        ("The ministers met in Bergen, Norway, on Monday.", "met", "2025-11-10", "behind a place between commas"),
        (
            "The ministers of the Nordic Council (NC) met at the Maritime Institute (MI) on Monday.",
            "met",
            "2025-11-10",
            "brackets",
        ),
        ("On Monday, the ministers met.", "met", "2025-11-10", "at the head"),
        ("In 1971, Norway and Chile signed a protocol.", "signed", "1971", "a year at the head"),
        ("Last month, Solheim and Vega held the first round of talks.", "held the first round of talks", "2025-10", "a month"),
        ("Last month Solheim, who leads the party, opened the fair.", "opened", "2025-10", "over a relative clause"),
        ("The ministers on Monday signed the protocol.", "signed", "2025-11-10", "between subject and verb"),
        ("The ministers signed on Monday a protocol on fish.", "signed", "2025-11-10", "between verb and object"),
        ("Monday's talks were long.", "talks", "2025-11-10", "the day describes the event itself"),
        ("The port has been shut since the 1994 bombing.", "bombing", "1994", "also behind 'since'"),
        ("The 1971 signing changed little.", "signing", "1971", "a year before the noun for the event"),
        ("The signing of the 1971 protocol changed little.", "signing", None, "the year is the protocol's"),
        ("Vega praised the 1971 protocol.", "praised", None, "a year that describes something else"),
        ("Vega praised the protocol of 1971.", "praised", None, "behind 'of' too"),
        ("Vega praised Monday's talks.", "praised", None, "the day is that of the talks"),
        ("A bomb exploded on Monday, killing two people.", "killing", "2025-11-10", "what it did"),
        ("More than 40 ships sank by more than a foot on Monday.", "sank", "2025-11-10", "'than' that compares numbers"),
        ("Vega spoke at Monday's talks.", "spoke", "2025-11-10", "at which it was"),
        ("Vega attended the Monday rally in Oslo.", "attended", "2025-11-10", "at which she was"),
        ("He was killed on the night of Monday.", "killed", "2025-11-10", "'of' behind a part of the day"),
        ("The ministers met on 3 to 5 November.", "met", "2025-11-03/2025-11-05", "a stretch of days"),
        ("The ministers met from 3 to 5 November.", "met", "2025-11-03/2025-11-05", "'from' leads to both its ends"),
        ("The ministers met at 10 a.m. in Oslo.", "met", "2025-11-10", "an hour is told as its day"),
        ("Last month, on 3 to 5 November, the ministers met.", "met", "2025-10", "no days of that month"),
        ("The ministers met in November, on Monday.", "met", "2025-11-10", "the day of the month beside it"),
        ("The ministers have met since Monday.", "met", None, "a bound"),
        ("The strike lasted until Monday.", "strike", None, "a bound"),
        ("The ministers met before Monday.", "met", None, "some day before it"),
        ("The ministers met recently.", "met", None, "a time without value"),
        ("Vega met the minister who resigned on Monday.", "met", None, "a relative clause"),
        ("Vega met the man arrested on Monday.", "met", None, "a participle"),
        ("Vega met the man arrested on Monday.", "arrested", "2025-11-10", "and that is its own"),
        ("Vega spoke after troops crossed the river on Monday.", "spoke", None, "the crossing's"),
        ("Vega agreed to open the port on Monday.", "agreed", None, "the opening's"),
        ("Vega, who was elected in 2002, met Solheim.", "met", None, "her election's"),
        ("The ministers set Monday as the deadline.", "set", None, "what they set"),
        ("The talks were held in Oslo on Monday.", "talks", "2025-11-10", "the event is the subject"),
        ("It caused alarm in March when it closed the port.", "closed", "2025-03", "'when' goes on in that month"),
        ("Vega was hurt when a crane fell on Monday.", "hurt", "2025-11-10", "'when' makes both one"),
        ("At a meeting in Oslo on Monday, Vega praised the port.", "praised", "2025-11-10", "the occasion at the head"),
        ("In Monday's debate, Vega attacked the plan.", "attacked", "2025-11-10", "the occasion at the head"),
        ("Vega resigned on Monday, and Solheim praised her.", "praised", None, "another's clause"),
        ("Vega arrived on Monday and Solheim left.", "left", None, "another's clause, without a comma"),
        ("On Monday, Vega arrived and met Solheim.", "met", "2025-11-10", "the head of the sentence holds for both"),
        ("Vega resigned in 1994 after she fled in 1971.", "fled", "1971", "each its own"),
        ("Vega resigned in 1994 after she fled in 1971.", "resigned", "1994", "each its own"),
    ],
)
def test_the_time_that_its_clause_tells(text: str, trigger: str, expected: str | None, why: str) -> None:
    assert edtf_of(text, trigger) == expected, why


@pytest.mark.parametrize(
    ("text", "trigger", "status", "expected", "why"),
    [
        ("The ministers will meet next Thursday.", "meet", "planned", "2025-11-20", "still to come"),
        ("The talks will be held in Oslo next Thursday.", "talks", "planned", "2025-11-20", "the event is the subject"),
        ("The ministers meet on Friday.", "meet", "planned", "2025-11-14", "the very day"),
        ("The ministers planned on Monday to meet.", "meet", "planned", None, "the plan's day: what is planned is not over"),
        ("The meeting is set for March 2031.", "meeting", "planned", "2031-03", "'for' tells when"),
        ("A meeting was proposed in 1994.", "meeting", "proposed", None, "what is only proposed has no past date"),
        ("If they met in 2002, nobody knew.", "met", "hypothetical", None, "nor what may have been"),
        ("If they meet in 2027, all will know.", "meet", "hypothetical", "2027", "what may be"),
        ("The ministers met next Thursday.", "met", "happened", None, "what happened is not still to come"),
        ("The ministers are meeting on Friday.", "meeting", "ongoing", "2025-11-14", "goes on"),
        ("The ministers never met on Monday.", "met", "never", None, "what never was has no date"),
        ("Vega denied that they met on Monday.", "met", "denied", "2025-11-10", "the day of what is denied"),
    ],
)
def test_status_and_date_agree(text: str, trigger: str, status: str, expected: str | None, why: str) -> None:
    assert edtf_of(text, trigger, status=status) == expected, why


def test_where_the_pages_day_is_not_known_nothing_is_past_or_to_come() -> None:
    found = day_of("The ministers will meet in 1994.", "meet", status="planned", anchor=None)
    assert found is not None
    assert found.edtf == "1994"


@pytest.mark.parametrize(
    ("text", "triggers", "expected", "why"),
    [
        ("Rebels attacked the port on Monday. Two ships burned.", ("attacked", "burned"), "2025-11-10", "goes on then"),
        ("Rebels attacked the port on Monday. Two men were killed.", ("attacked", "killed"), "2025-11-10", "a passive too"),
        ("Rebels attacked the port on Monday. Two ships had burned.", ("attacked", "burned"), None, "before that"),
        ("Rebels attacked the port on Monday. Two ships have burned.", ("attacked", "burned"), None, "any time since"),
        ("Rebels attacked the port on Monday. Two ships burn.", ("attacked", "burn"), None, "no past"),
        ("Rebels attacked the port on Monday. It is old. Two ships burned.", ("attacked", "burned"), None, "too far"),
        ("Rebels attacked the port in March. Two ships burned.", ("attacked", "burned"), None, "a month holds more than one day"),
        ("Rebels attacked on Monday. Ships burned on Tuesday.", ("attacked", "burned"), "2025-11-11", "its own time"),
        ("Rebels attacked on Monday. Since 1994, ships burned.", ("attacked", "burned"), None, "another time is told"),
        ("Rebels attacked on Monday. Earlier they burned ships.", ("attacked", "burned"), None, "another time, by a word"),
        ("Rebels attacked on Monday. It is where ships burned.", ("attacked", "burned"), None, "a clause that describes"),
        ("The talks on Monday were long. It is old. The talks failed.", ("talks", "talks"), "2025-11-10", "the same talks"),
        ("Vega met Solheim on Monday. It is old. At the meeting, Vega praised it.", ("met", "praised"), "2025-11-10", "there"),
        ("Vega met Solheim on Monday. It is old. At a rally, Vega praised it.", ("met", "praised"), None, "elsewhere"),
        ("Talks on Monday were long. It is old. Other talks failed.", ("Talks", "talks"), None, "maybe others"),
    ],
)
def test_the_day_of_what_is_told_before(text: str, triggers: tuple[str, ...], expected: str | None, why: str) -> None:
    assert edtf_of(text, *triggers) == expected, why


def test_what_is_told_next_inside_what_was_said_is_of_the_same_day() -> None:
    text = "Vega said rebels attacked on Monday. Vega said two ships burned."
    said = ("rebels attacked on Monday", "two ships burned")
    assert edtf_of(text, "attacked", "burned", said=said) == "2025-11-10"
    assert edtf_of(text, "attacked", "burned", said=said[:1]) is None, "the page's own voice tells of any time"


@pytest.mark.parametrize(
    ("text", "said", "trigger", "expected", "why"),
    [
        ("Vega said on Monday that rebels attacked the port.", "rebels attacked the port", "attacked", None, "when she said so"),
        ("Vega said rebels attacked on Monday.", "rebels attacked on Monday", "attacked", "2025-11-10", "what she said"),
        ("Vega warned that rebels attacked on Monday.", "rebels attacked on Monday", "warned", None, "not when she warned"),
    ],
)
def test_a_time_outside_of_what_was_said_is_not_of_an_event_inside(
    text: str, said: str, trigger: str, expected: str | None, why: str
) -> None:
    assert edtf_of(text, trigger, said=(said,)) == expected, why


@pytest.mark.parametrize(
    ("then", "trigger", "kind", "expected", "why"),
    [
        ("Costa accused Norway of closing it.", "accused", "ACCUSE", "2025-11-10", "the cue is the event"),
        ("Costa demanded that Norway reopen it.", "reopen it", "REQUEST", "2025-11-10", "demanded by saying so"),
        ("Costa demanded that Norway reopen it.", "reopen it", "CONCEDE", None, "what is demanded is another event"),
        ("Costa said Norway attacked it.", "attacked", "ASSAULT", None, "what is told happened at another time"),
    ],
)
def test_what_is_done_by_saying_was_done_when_it_was_said(
    then: str, trigger: str, kind: str, expected: str | None, why: str
) -> None:
    text = f"OSLO, 14 November 2025 (Lakeside Wire) - The port was open, Ana Costa said on Monday.\n\n{then}\n"
    statements = tuple(read(Page("page.txt", text.encode())).statements)
    at = text.index(trigger)
    event = Trigger(Span(at, at + len(trigger)), Span(at, at + len(trigger)), kind, "happened")
    (found,) = date_events(Clauses.of(text, annotations_of(text)), Times(), [event], statements, FRIDAY)
    assert (found.edtf if found else None) == expected, why


@pytest.mark.parametrize(
    ("text", "trigger", "status", "expected", "why"),
    [
        ("Vega is visiting the port.", "visiting", "ongoing", "2025-11-14", "it goes on as the page appears"),
        ("Both are now taking part in the talks.", "taking part", "ongoing", "2025-11-14", "a word between"),
        ("Vega is visiting the port.", "visiting", "planned", None, "planned: no day is told"),
        ("Vega visited the port.", "visited", "ongoing", None, "told as past"),
        ("Vega is said to have left after visiting it.", "visiting", "ongoing", None, "another verb's"),
    ],
)
def test_what_goes_on_is_of_the_pages_day(text: str, trigger: str, status: str, expected: str | None, why: str) -> None:
    assert edtf_of(text, trigger, status=status) == expected, why
    found = day_of(text, trigger, status=status, anchor=None)
    assert found is None, "without the page's day nothing is known of it"


def test_the_words_that_say_so_are_shown() -> None:
    text = "The ministers met on Monday."
    found = day_of(text, "met")
    assert found is not None
    assert found.span is not None
    assert text[found.span.start : found.span.end] == "Monday"
    assert found.basis == "'Monday' in its clause"


_PIECES = st.sampled_from(
    [*VALUES, "met", "and", ", ", "who", "on", "the", "said", "to", "signed", ". ", "—", "(", "Oslo", "talks", "’s", "\n"]
)


@given(st.lists(_PIECES, max_size=40), st.sampled_from(["happened", "ongoing", "planned", "proposed", "hypothetical", "never"]))
def test_no_text_makes_the_past_planned_or_the_future_past(pieces: list[str], status: str) -> None:
    text = " ".join(pieces) + "."
    clauses = Clauses.of(text, annotations_of(text))
    triggers = [
        Trigger(Span(*match.span()), Span(*match.span()), "CONSULT", status) for match in re.finditer("met|talks|signed", text)
    ]
    for day in date_events(clauses, times_of(text), triggers, (), FRIDAY):
        if day is None:
            continue
        days = days_of_stamp(day.edtf.split("/")[0])
        assert days is not None
        assert status != "never"
        assert days.last >= FRIDAY if status in ("planned", "proposed", "hypothetical") else days.first <= FRIDAY
