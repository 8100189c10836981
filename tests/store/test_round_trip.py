"""What is put in comes out: records, pages, lists; ranges in the tables are their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, func, select

from dragoman.article import Article, FrozenMap, Page, Part, Span
from dragoman.contract import to_json
from dragoman.errors import IncompatibleRecords, StoreError, UngroundedEvidence, UnreadablePage
from dragoman.record import MEMBER_KINDS, REFERENCE_FIELDS, Evidence, Provenance, Reader, Record, Statement, references, walk
from dragoman.store import Added, Store, open_store
from dragoman.store import tables as t
from dragoman.store.rows import FACETS, KINDS, rows_of
from tests.store.whole_records import page, pages_of, records, whole
from tests.strategies import article_of, provenance_of


def test_a_record_of_every_kind_comes_out_equal_to_the_byte(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        assert store.add(page(), whole()) == Added(True, 10)
        again = store.record(whole().article.id)
    assert again == whole()
    assert to_json(again) == to_json(whole())  # time and confidence too, which equality leaves out


def test_the_example_leaves_no_kind_out() -> None:
    assert all(getattr(whole(), kind) for kind in MEMBER_KINDS)
    assert set(KINDS) == set(MEMBER_KINDS)
    assert {table for table, _ in FACETS.values()} <= set(t.metadata.tables)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("shared") / "a.db") as store:
        yield store


turns = count()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=records())
def test_any_record_comes_out_equal(shared: Store, record: Record) -> None:
    read_now = replace(record, reader=Reader(f"0.{next(turns)}"))  # else a page drawn twice would add nothing
    assert shared.add(pages_of(read_now), read_now).new
    assert shared.record(record.article.id) == read_now


@settings(max_examples=30, deadline=None)
@given(record=records())
def test_every_span_and_reference_of_a_record_has_its_row(record: Record) -> None:
    _, facts = rows_of(record)
    members = {member.id: member for member in record.members()}
    assert {fact.row["id"] for fact in facts} == set(members)
    for fact in facts:
        member = members[fact.row["id"]]
        stands = [thing.span if isinstance(thing, Evidence) else thing for thing in walk(member)]
        spans = sorted((s.start, s.end) for s in stands if isinstance(s, Span))
        assert spans == sorted((row["span_start"], row["span_end"]) for row in fact.spans)
        assert all(record.article.text[row["span_start"] : row["span_end"]] == row["words"] for row in fact.spans)
        assert sorted(references(member)) == sorted(row["target"] for row in fact.refs)


def test_references_and_columns_are_where_facets_look_for_them(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store, store.database.connect() as connection:
        store.add(page(), whole())
        speaker = (
            select(t.actors.c.name, t.actors.c.iso3, t.statements.c.act, t.statements.c.said_on, t.facts.c.words)
            .select_from(t.statements)
            .join(t.facts, t.facts.c.key == t.statements.c.fact_key)
            .join(t.refs, t.refs.c.fact_key == t.facts.c.key)
            .join(t.actors, t.actors.c.fact_key == t.refs.c.target_key)
            .where(t.refs.c.role == "speakers")
        )
        assert connection.execute(speaker).all() == [("Ana Costa", "GOT", "promise", "2026-05-01", "We will … in May")]
        roles = set(connection.execute(select(t.refs.c.role)).scalars())
    assert {role.rpartition(".")[2] for role in roles} == REFERENCE_FIELDS


def test_reading_again_adds_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add(page(), whole())
        before = rows_in(store.database)
        assert store.add(page(), whole()) == Added(False, 0)
        assert rows_in(store.database) == before


def test_a_newer_reader_stands_beside_the_older_and_is_shown(tmp_path: Path) -> None:
    newer = replace(whole(), reader=Reader("0.2"), dates=frozenset())
    with open_store(tmp_path / "a.db") as store:
        store.add(page(), whole())
        assert store.add(page(), newer) == Added(True, 9)
        assert store.record(whole().article.id) == newer
        assert [row.reader for row in store.articles()] == ["0.2"]
        assert rows_in(store.database)["facts"] == 19
        assert rows_in(store.database)["pages"] == 1


def test_a_page_comes_out_as_it_came(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add(page(), whole())
        again = store.page(whole().article.id)
    assert (again, again.read_at) == (page(), page().read_at)


def test_without_a_snapshot_the_hash_is_kept_and_a_later_reading_can_add_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add(page(), whole(), snapshot=False)
        with pytest.raises(StoreError, match=r"stored without a snapshot. Read news/visby.txt again"):
            store.page(whole().article.id)
        assert store.record(whole().article.id).page.sha256 == page().sha256
        store.add(page(), whole())
        assert store.page(whole().article.id) == page()


def test_a_snapshot_that_was_changed_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add(page(), whole())
        with store.database.begin() as connection:
            connection.execute(t.pages.update().values(sha256="0" * 64))
        with pytest.raises(StoreError, match="its hash differs"):
            store.page(whole().article.id)


def test_a_changed_text_is_refused_when_it_is_read(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add(page(), whole())
        with store.database.begin() as connection:
            connection.execute(t.articles.update().values(text=whole().article.text.replace("May", "Mai")))
        with pytest.raises(UngroundedEvidence, match="does not stand at"):
            store.record(whole().article.id)


def broken(record: Record) -> Record:
    """A record whose one statement claims other words than the text's, slipped past the constructor as a bug would."""
    (said,) = record.statements
    false = said.evidence[0]
    lie = object.__new__(Evidence)
    for name, value in (("span", false.span), ("text", "We will not sign in Ma"), ("field", None)):
        object.__setattr__(lie, name, value)
    return swap(record, replace(said, evidence=(lie,)))


def adrift(record: Record) -> Record:
    (said,) = record.statements
    return swap(record, replace(said, content=(Span(5, 10_000),)))


def swap(record: Record, statement: Statement) -> Record:
    made = object.__new__(Record)
    for field in fields(record):
        object.__setattr__(made, field.name, getattr(record, field.name))
    object.__setattr__(made, "statements", frozenset([statement]))
    return made


@pytest.mark.parametrize("wrong", [broken(whole()), adrift(whole())], ids=["other words", "outside the text"])
def test_ungrounded_facts_are_refused_and_nothing_of_the_page_is_stored(tmp_path: Path, wrong: Record) -> None:
    with open_store(tmp_path / "a.db") as store:
        with pytest.raises(UngroundedEvidence):
            store.add(page(), wrong)
        assert not any(rows_in(store.database).values())


def test_a_reference_to_nothing_is_refused(tmp_path: Path) -> None:
    lost = replace(whole(), places=frozenset())
    with open_store(tmp_path / "a.db") as store:
        with pytest.raises(IncompatibleRecords, match="place-1"):
            store.add(page(), lost)
        assert not any(rows_in(store.database).values())


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("zzz", "no article's id begins with 'zzz'"),
        ("article-", "begins the ids of several articles"),
        ("", "begins the ids of several articles"),
        ("%", "no article's id begins with '%'"),
    ],
)
def test_an_id_that_names_no_or_several_articles(tmp_path: Path, asked: str, told: str) -> None:
    with open_store(tmp_path / "a.db") as store:
        for text in ("One page of news.", "Another page of news."):
            record = record_over(text)
            store.add(pages_of(record), record)
        with pytest.raises(StoreError, match=told):
            store.record(asked)
        assert store.record(record.article.id[:16]) == record
        assert store.record(record.article.id.removeprefix("article-")[:8]) == record


def test_the_list_is_by_date_with_the_undated_last(tmp_path: Path) -> None:
    undated = record_over("Some page.")
    with open_store(tmp_path / "a.db") as store:
        store.add(pages_of(undated), undated)
        store.add(page(), whole())
        first, last = store.articles()
    assert (first.published, first.outlet, first.title) == ("2026-05-01", "Harbour Wire", "Maria Sund: Ferries First")
    assert (first.facts, first.statements, first.origin) == (10, 1, "news/visby.txt")
    assert (last.published, last.facts) == (None, 0)


def test_failures_are_kept_until_the_page_is_read(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add_failure("news/visby.txt", "missing", "no such file")
        store.add_failure("news/visby.txt", "unreadable", "binary")
        assert [(row.origin, row.cause, row.message) for row in store.failures()] == [("news/visby.txt", "unreadable", "binary")]
        store.add(page(), whole())
        assert list(store.failures()) == []


HALF = "half \ud800 a character"


@pytest.mark.parametrize("where", ["text", "head"])
def test_a_page_with_half_a_character_is_refused_and_the_store_goes_on(tmp_path: Path, where: str) -> None:
    text = HALF if where == "text" else "Whole words."
    a = Article("article-1", text, None, (Part("body", Span(0, len(text))),), fields=FrozenMap(headline=HALF))
    odd = Page("a.html", b"0")
    record = Record(Reader("0.1"), Provenance.of(odd, a, "text/html"), a)
    with open_store(tmp_path / "a.db") as store:
        with pytest.raises(UnreadablePage, match=r"a.html: its text or head holds half a character"):
            store.add(odd, record)
        assert store.add(page(), whole()).new


def test_a_page_that_is_not_the_records_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        with pytest.raises(IncompatibleRecords, match="is not the page that"):
            store.add(Page("other.html", b"totally other bytes"), whole())
        assert not list(store.articles())


def test_the_reading_that_was_asked_for_last_is_shown(tmp_path: Path) -> None:
    first = whole()
    second = replace(first, reader=Reader("0.1+trafilatura"))
    with open_store(tmp_path / "a.db") as store:
        assert [store.add(page(), record).new for record in (first, second, first)] == [True, True, False]
        assert [row.reader for row in store.articles()] == [first.reader.version]
        assert store.record(first.article.id) == first


def test_text_that_is_no_text_is_refused_plainly(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store, pytest.raises(StoreError, match="can't be stored as text"):
        store.add_failure("half \ud800 a character", "odd", "")


def record_over(text: str) -> Record:
    article = article_of(text)
    return Record(Reader("0.1"), provenance_of(article), article)


def rows_in(database: Engine) -> dict[str, int]:
    with database.connect() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in t.metadata.tables.items()
        }
