"""Statements are found by speaker, office, addressee, words, act, manner and day, over all articles, the latest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from dragoman.store import Asked, Store, Told, open_store
from dragoman.store import tables as t
from dragoman.store.statements import told_of
from tests.store.sayings import Saying, Who, page_with

MAY = (
    Saying(words="a treaty first", by=("Ana Costa",), act="demand", said_on="2026-05-03", to=("reporters",), confidence=0.9),
    Saying(words="the islets can wait", by=("Åsa Ibáñez",), said_on="2026-05", confidence=0.4),
    Saying(words="no treaty at all", by=("Leo Brandt",), act="reject", to=("Ana Costa", "reporters")),
    Saying(words="the Café Zürich round was useful", by=("Ana Costa", "Leo Brandt"), act="praise", manner="written"),
)
JUNE = (
    Saying(words="the islets are ours", by=("Norland",), manner="held", said_on="2026-06-02"),
    Saying(words="patrol-boats must leave", by=("Otto Costa-Lind",), act="demand", said_on="2026-06-01"),
    Saying(words="Norland wins", by=("Norland",), headline=True, said_on="2026-06-03"),
    Saying(words="nobody knows", candidates=("Ana Costa",)),
    Saying(words="ferries run", by=("Norland",), said_on="soon"),
)
UNDATED = (Saying(words="ferries stop", by=("Sudmark",)),)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("said") / "a.db") as made:
        fill(made)
        yield made


def fill(store: Store) -> None:
    store.add(*page_with(*MAY, origin="may.txt", published="2026-05-04"))
    store.add(*page_with(*UNDATED, origin="undated.txt"))
    store.add(*page_with(*JUNE, origin="june.txt", published="2026-06-02"))


def found(store: Store, **asked: Any) -> list[str]:
    return [told.words["content"][0]["text"] for told in store.statements(Asked(**asked))]


TREATY, WAIT, NO, ROUND = (saying.words for saying in MAY)
OURS, BOATS, HEADLINE, NOBODY, FERRIES = (saying.words for saying in JUNE)
STOP = UNDATED[0].words


@pytest.mark.parametrize(
    ("asked", "words", "why"),
    [
        ({"by": "Costa"}, {TREATY, ROUND, BOATS}, "a word of a name, a part of a hyphenated one too"),
        ({"by": "ana COSTA"}, {TREATY, ROUND}, "all words must be there; case does not count"),
        ({"by": "Costa Ana"}, {TREATY, ROUND}, "nor does their order"),
        ({"by": "Cost"}, set(), "half a word is none"),
        ({"by": "asa ibanez"}, {WAIT}, "nor do accents"),
        ({"by": "port elan"}, {FERRIES}, "any of the names"),
        ({"by": "Norland"}, {FERRIES}, "the state, not its ministers"),
        ({"by": "Nobody"}, set(), "a name that is not there"),
        ({"office": "Foreign Minister"}, {TREATY, NO, ROUND}, "neither the deputy nor a former one"),
        ({"office": "deputy foreign minister"}, {WAIT}, "unless asked for"),
        ({"office": "former foreign minister"}, {BOATS}, "unless asked for"),
        ({"office": "minister"}, {TREATY, NO, ROUND}, "a word of an office"),
        ({"office": "foreign minister", "of": "Norland"}, {TREATY, ROUND}, "of one state"),
        ({"office": "foreign minister", "of": "Council"}, set(), "both of one office: he is its chairman"),
        ({"office": "chairman", "of": "Council"}, {NO, ROUND}, "a body has offices too"),
        ({"of": "Sudmark"}, {NO, ROUND}, "any office"),
        ({"of": "Norland", "by": "Ana"}, {TREATY, ROUND}, "and a name"),
        ({"by": "Brandt", "of": "Norland"}, set(), "of one speaker, not of two who spoke together"),
        ({"addressee": "reporters"}, {TREATY, NO}, "to whom"),
        ({"addressee": "Costa", "by": "Brandt"}, {NO}, "who to whom"),
        ({"about": "TREATY"}, {TREATY, NO}, "a word of what was said"),
        ({"about": "cafe zurich"}, {ROUND}, "accents don't count"),
        ({"about": "treaty no"}, {NO}, "all of several words, in any order"),
        ({"about": '"treaty no"'}, set(), "side by side"),
        ({"about": '"no treaty" all'}, {NO}, "some of them"),
        ({"about": "patrol-boats"}, {BOATS}, "two words tied by a hyphen"),
        ({"about": "Costa"}, set(), "the name of the speaker is not what was said"),
        ({"acts": ("demand", "reject")}, {TREATY, NO, BOATS}, "any of several acts"),
        ({"manners": ("held",)}, {OURS}, "a belief"),
        ({"manners": ("written",)}, {ROUND}, "in writing"),
        ({"by": "Norland", "manners": (), "headlines": True}, {OURS, HEADLINE, FERRIES}, "whatever there is"),
        ({"min_confidence": 0.5}, {TREATY}, "those that nothing calibrated are left out too"),
        ({"min_confidence": 0.4}, {TREATY, WAIT}, "the threshold itself is enough"),
        ({"first": "2026-05-04", "last": "2026-05-04"}, {WAIT, NO, ROUND}, "published then; said in that month, perhaps then"),
        ({"first": "2026-06-01"}, {BOATS, NOBODY}, "a date that says no day is in no range"),
        ({"last": "2026-05-03"}, {TREATY, WAIT}, "undated ones are in no range"),
        ({"first": "2026-05-01", "last": "2026-05-02"}, {WAIT}, "the month reaches in"),
        ({"first": "2027-01-01"}, set(), "after all"),
    ],
)
def test_what_is_found(store: Store, asked: dict[str, Any], words: set[str], why: str) -> None:
    assert set(found(store, **asked)) == words, why


def test_the_latest_come_first_and_the_undated_last(store: Store) -> None:
    dated = [words for words in found(store) if words != FERRIES]
    assert dated == [NOBODY, BOATS, NO, ROUND, TREATY, WAIT, STOP]


def test_a_limit_takes_the_latest(store: Store) -> None:
    assert found(store, by="Costa", limit=2) == found(store, by="Costa")[:2]


def test_batches_make_no_difference(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(store.statements(Asked(manners=(), headlines=True)))
    assert len(whole) == 10
    monkeypatch.setattr("dragoman.store.statements.BATCH", 3)
    assert list(store.statements(Asked(manners=(), headlines=True))) == whole


def test_statements_are_read_as_they_are_taken(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[int] = []

    def counted(keys: Sequence[int], connection: Connection) -> Iterator[Told]:
        fetched.append(len(keys))
        return told_of(keys, connection)

    monkeypatch.setattr("dragoman.store.statements.BATCH", 2)
    monkeypatch.setattr("dragoman.store.statements.told_of", counted)
    some = store.statements(Asked())
    next(some)
    assert fetched == [2]
    next(some)
    next(some)
    assert fetched == [2, 2]


def test_a_statement_comes_with_its_page_its_words_and_its_parties(store: Store) -> None:
    (told,) = store.statements(Asked(about="treaty", addressee="Ana"))
    text = page_with(*MAY, origin="may.txt", published="2026-05-04")[1].article.text
    assert (told.row["origin"], told.row["published"], told.row["said_on"]) == ("may.txt", "2026-05-04", None)
    assert (told.row["act"], told.row["manner"], told.row["form"], told.row["headline"]) == ("reject", "said", "indirect", False)
    (content,), (mention,), (cue,) = (told.words[field] for field in ("content", "mention", "cue"))
    assert [text[each["start"] : each["end"]] for each in (content, mention, cue)] == [NO, "A speaker", "said"]
    (brandt,) = told.parties["speakers"]
    assert (brandt["name"], brandt["kind"]) == ("Leo Brandt", "person")
    assert brandt["offices"] == [
        {"title": "foreign minister", "of": "Sudmark"},
        {"title": "chairman", "of": "Reef Council"},
    ]
    assert [who["name"] for who in told.parties["addressees"]] == ["Ana Costa", "reporters"]


def test_only_the_newest_reading_of_a_page_is_asked(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add(*page_with(*MAY, reader="0.1"))
        page, record = page_with(*MAY, reader="0.2")
        store.add(page, record)
        assert len(found(store)) == len(MAY)


@pytest.mark.parametrize("words", [" ", "—", '""', '" "', "* ( ) ^"])
def test_words_without_a_letter_are_refused(store: Store, words: str) -> None:
    for asked in ({"by": words}, {"about": words}, {"office": words}):
        with pytest.raises(ValueError, match="no letter and no digit"):
            found(store, **asked)


@given(words=st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(lambda words: f"x{words}"))
def test_any_words_can_be_asked_for(store: Store, words: str) -> None:
    for asked in ({"by": words}, {"about": words}, {"office": words}, {"of": words}, {"addressee": words}):
        assert found(store, **asked) == []


@pytest.mark.parametrize(
    "words", ["treaty OR islets", "treaty NOT no", "treat*", "words:treaty", "NEAR(treaty no)", "^no", "-treaty"]
)
def test_no_word_is_a_command(store: Store, words: str) -> None:
    wanted = {"^no": [NO], "-treaty": [NO, TREATY]}
    assert found(store, about=words) == wanted.get(words, [])


LATIN = st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x17F), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def filling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("law") / "a.db") as made:
        yield made


@given(words=st.lists(LATIN, min_size=1, max_size=4), data=st.data())
def test_a_statement_is_found_by_every_word_of_it_and_every_name(filling: Store, words: list[str], data: st.DataObject) -> None:
    page, record = page_with(Saying(words=" ".join(words), by=("x",)), cast={"x": Who("x", names=tuple(words))})
    filling.add(page, record)
    one = data.draw(st.sampled_from(words))
    for asked in (Asked(about=one), Asked(about=f'"{" ".join(words)}"'), Asked(by=one), Asked(by=" ".join(words))):
        assert record.article.id in {told.row["article"] for told in filling.statements(asked)}


def test_an_older_store_is_searched_like_a_new_one(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as older:
        fill(older)
    as_it_was(path)
    with open_store(path, create=False) as again:
        assert again.revision() == t.HEAD
        for asked in ({"by": "elan"}, {"about": "treaty"}, {"office": "chairman", "of": "council"}, {"office": "envoy"}):
            assert found(again, **asked) == found(store, **asked) != []
    with closing(sqlite3.connect(f"{path}.before-{t.HEAD}-was-0001")) as copy:
        assert copy.execute("SELECT count(*) FROM facts WHERE kind = 'statement'").fetchone() == (10,)


def as_it_was(path: Path) -> None:
    """Make a store one of before migration 0002."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript("DROP TRIGGER searched_in; DROP TRIGGER searched_out; DROP TABLE searched; DROP TABLE offices;")
        raw.execute(f"UPDATE {t.VERSION_TABLE} SET version_num = '0001'")


def test_what_is_taken_out_of_the_store_is_found_no_more(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add(*page_with(*MAY))
        with store.database.begin() as connection:
            connection.execute(t.pages.delete())
        store.add(*page_with(*JUNE))  # SQLite gives its facts the keys that became free
        assert found(store, about="treaty") == []
        assert found(store, about="boats") == [BOATS]
        with store.database.connect() as connection:
            connection.exec_driver_sql("INSERT INTO searched(searched) VALUES ('integrity-check')")
