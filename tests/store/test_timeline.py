"""What has a date is found by words, party, kind and day, and comes in the order of the days it may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store import Store, TimelineAsked, days_of, open_store
from dragoman.store.migrations import upgrade
from dragoman.store.opening import opened, writing
from dragoman.store.tables import HEAD, pages
from dragoman.store.timeline import in_order
from tests.store.dated_facts import TALKS, label, talks, visby
from tests.store.edtf import dates

FIRST, ROUND, NO, OURS, HEADLINE, FERRIES = (saying.words for saying in TALKS)
SAID, PLANNED, MET, SUPPOSED = "statement-1", "event-1", "event-met", "event-supposed"
ACCORD, HELD, BEGINS, ENDS, ONE_DAY = "instrument-1", "gathering-1", "gathering-begins", "gathering-ends", "gathering-one-day"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("dated") / "a.db") as made:
        made.add(*talks())
        made.add(*visby())
        yield made


def found(store: Store, **asked: Any) -> list[str]:
    return [label(dated) for dated in store.timeline(TimelineAsked(**asked))]


def test_the_earliest_comes_first_then_the_narrower_then_what_means_no_day(store: Store) -> None:
    assert found(store) == [SUPPOSED, ACCORD, SAID, HELD, *of_may(), FIRST, MET, BEGINS, ONE_DAY, ENDS, FERRIES]


def of_may() -> list[str]:
    """What is dated 2026-05: the order of its two pages is that of their ids."""
    by_page = {talks()[1].article.id: ROUND, visby()[1].article.id: PLANNED}
    return [by_page[ident] for ident in sorted(by_page)]


@pytest.mark.parametrize(
    ("asked", "facts", "why"),
    [
        ({"about": "TREATY"}, {FIRST}, "a word of what was said"),
        ({"about": "treaty", "reported": True}, {FIRST, NO}, "by statements without a day too"),
        ({"about": "cafe zurich"}, {ROUND}, "accents don't count"),
        ({"about": "sign may"}, {PLANNED, MET, SUPPOSED}, "of what was done"),
        ({"about": '"sign may"'}, set(), "side by side"),
        ({"about": "reef accord"}, {ACCORD}, "of the name of an instrument"),
        ({"about": "VISBY"}, {HELD, BEGINS, ENDS, ONE_DAY}, "of a gathering"),
        ({"about": "visb"}, set(), "half a word is none"),
        ({"about": "accord", "kinds": ("event",)}, set(), "of another kind"),
        ({"by": "Brandt"}, {ROUND}, "who said it"),
        ({"by": "Gotland"}, {PLANNED, MET, ACCORD}, "who did it, who is a party to it"),
        ({"by": "costa"}, {FIRST, SAID, PLANNED, MET, SUPPOSED}, "the persons who acted"),
        ({"kinds": ("event",)}, {PLANNED, MET, SUPPOSED}, "one kind"),
        ({"kinds": ("instrument", "gathering", "instrument")}, {ACCORD, HELD, BEGINS, ENDS, ONE_DAY}, "several"),
        ({"kinds": ("statement",), "held": True}, {SAID, FIRST, ROUND, FERRIES, OURS}, "a belief"),
        ({"kinds": ("statement",), "headlines": True}, {SAID, FIRST, ROUND, FERRIES, HEADLINE}, "a headline"),
        ({"kinds": ("statement",), "reported": True}, {SAID, FIRST, ROUND, FERRIES, NO}, "one without a day"),
        ({"min_confidence": 0.8}, {FIRST}, "sure enough"),
        ({"first": "2026-06-30"}, {BEGINS, ENDS}, "a month reaches in; what means no day does not"),
        ({"last": "1974-01-01"}, {ACCORD, SUPPOSED}, "so does a year, and all that came before a day"),
        ({"first": "2026-05-05", "last": "2026-05-05"}, {PLANNED, MET, SUPPOSED, ROUND}, "one day"),
        ({"first": "2026-05-04", "last": "2026-05-04", "reported": True}, {PLANNED, MET, SUPPOSED, ROUND, NO}, "the page's too"),
        ({"first": "2027-01-01"}, set(), "after all"),
    ],
)
def test_what_is_found(store: Store, asked: dict[str, Any], facts: set[str], why: str) -> None:
    assert set(found(store, **asked)) == facts, why


def test_a_limit_takes_the_earliest(store: Store) -> None:
    assert found(store, limit=3) == found(store)[:3]


def test_batches_make_no_difference(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(store.timeline(TimelineAsked(reported=True)))
    assert len(whole) == 13
    monkeypatch.setattr("dragoman.store.timeline.BATCH", 2)
    assert list(store.timeline(TimelineAsked(reported=True))) == whole


def test_each_says_what_its_date_is_the_date_of(store: Store) -> None:
    everything = store.timeline(TimelineAsked(reported=True))
    assert {label(dated): (dated.row["edtf"], dated.row["dated_by"]) for dated in everything} == {
        SAID: ("2026-05-01", "said"),
        FIRST: ("2026-05-03", "said"),
        ROUND: ("2026-05", "said"),
        NO: ("2026-05-04", "published"),
        FERRIES: ("soon", "said"),
        PLANNED: ("2026-05", "happened"),
        MET: ("2026-05-03/2026-05-05", "happened"),
        SUPPOSED: ("../2026-05-20", "happened"),
        ACCORD: ("1974", "dated"),
        HELD: ("2026-05-01/2026-05-02", "held"),
        BEGINS: ("2026-06", "begins"),
        ENDS: ("2026-06-30", "ends"),
        ONE_DAY: ("2026-06-05", "held"),
    }


def test_under_one_date_what_is_reported_comes_last(tmp_path: Path) -> None:
    page, record = visby()
    (said,) = record.statements
    undated = replace(said, id="statement-0", said_on=None)
    with open_store(tmp_path / "a.db") as store:
        store.add(page, replace(record, statements=frozenset([said, undated])))
        told = store.timeline(TimelineAsked(kinds=("statement",), reported=True))
        assert [(dated.row["id"], dated.row["edtf"]) for dated in told] == [
            ("statement-1", "2026-05-01"),
            ("statement-0", "2026-05-01"),
        ]


def test_a_fact_comes_with_its_page_its_words_its_parties_and_what_it_leads_to(store: Store) -> None:
    event = next(dated for dated in store.timeline(TimelineAsked(kinds=("event",))) if label(dated) == PLANNED)
    assert (event.row["type"], event.row["mode"], event.row["status"]) == ("AGREE", "sign", "planned")
    assert (event.row["outlet"], event.row["published"]) == ("Harbour Wire", "2026-05-01")
    assert [piece["text"] for piece in event.words["clause"]] == ["We will sign in May"]
    assert {role: [who["name"] for who in parties] for role, parties in event.parties.items() if parties} == {
        "actors": ["Gotland"],
        "targets": ["Gotland"],
        "agents.actor": ["Ana Costa"],
    }
    assert event.links == {
        "where": [],
        "place": [{"id": "place-1", "words": "Visby"}],
        "according_to": [{"id": "statement-1", "words": "We will … in May"}],
        "contested_by": [{"id": "statement-1", "words": "We will … in May"}],
    }


def test_a_bare_time_expression_is_no_fact(store: Store) -> None:
    assert [date.edtf for date in visby()[1].dates] == ["2026-05-01"]
    assert "date-1" not in found(store, reported=True, held=True, headlines=True)


def test_only_the_newest_reading_of_a_page_is_asked(tmp_path: Path) -> None:
    page, record = visby()
    with open_store(tmp_path / "a.db") as store:
        store.add(page, record)
        store.add(page, replace(record, reader=replace(record.reader, version="0.2")))
        assert len(found(store)) == 9


@pytest.mark.parametrize("words", [" ", "—", '""', "* ( ) ^"])
def test_words_without_a_letter_are_refused(store: Store, words: str) -> None:
    for asked in ({"by": words}, {"about": words}):
        with pytest.raises(ValueError, match="no letter and no digit"):
            found(store, **asked)


@given(words=st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(lambda words: f"x{words}"))
def test_any_words_can_be_asked_for(store: Store, words: str) -> None:
    for asked in ({"by": words}, {"about": words}):
        assert found(store, **asked) == []


anything = st.lists(dates | st.tuples(dates, dates).map("/".join) | st.text(max_size=8), unique=True)


@given(anything)
def test_dates_come_by_first_day_then_by_last_then_those_that_mean_none(values: list[str]) -> None:
    ordered = in_order(iter(values), TimelineAsked())
    assert sorted(ordered) == sorted(values)
    days = [days_of(value) for value in ordered]
    known = [both for both in days if both]
    assert days[: len(known)] == known == sorted(known)


@given(values=anything, bounds=st.tuples(st.dates(), st.dates()).map(sorted))
def test_a_range_holds_what_may_mean_a_day_of_it(values: list[str], bounds: list[Any]) -> None:
    first, last = (day.isoformat() for day in bounds)
    kept = in_order(iter(values), TimelineAsked(first=first, last=last))
    for value in values:
        begins, ends = days_of(value) or ("9999-12-32", "0000-00-00")
        assert (value in kept) == (begins <= last and ends >= first)


def test_an_older_store_is_searched_like_a_new_one(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "a.db"
    database = opened(path)
    with writing(database) as connection:
        upgrade(connection, "0002")
    with Store(path, database) as older:
        older.add(*talks())
        older.add(*visby())
        assert found(older, about="sign") == []
    with open_store(path, create=False) as again:
        assert again.revision() == HEAD
        for words in ("sign", "accord", "visby", "treaty"):
            assert found(again, about=words) == found(store, about=words) != []
        with again.database.begin() as connection:
            connection.execute(pages.delete())
            connection.exec_driver_sql("INSERT INTO searched(searched) VALUES ('integrity-check')")
        again.add(*talks())  # SQLite gives its facts the keys that became free
        assert found(again, about="treaty") == [FIRST]
        assert found(again, about="visby") == []
