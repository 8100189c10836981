"""The bundled pages from end to end, as a stranger's first command reads them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from sqlalchemy import select

from dragoman.cli import main
from dragoman.contract import from_json, to_json
from dragoman.store import open_store
from dragoman.store import tables as t


@pytest.fixture
def _read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["read", "--demo"])
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) <= 15


@pytest.mark.usefixtures("_read")
def test_every_stored_range_is_its_words() -> None:
    stands = select(t.spans.c.words, t.spans.c.span_start, t.spans.c.span_end, t.articles.c.text).select_from(t.spans)
    stands = stands.join(t.facts, t.facts.c.key == t.spans.c.fact_key).join(t.articles, t.articles.c.key == t.facts.c.article_key)
    with open_store("dragoman.db") as store, store.database.connect() as connection:
        rows = connection.execute(stands).all()
    assert rows
    assert all(row.text[row.span_start : row.span_end] == row.words for row in rows)


@pytest.mark.usefixtures("_read")
def test_statements_have_speakers_and_a_page_its_date() -> None:
    with open_store("dragoman.db") as store:
        records = [store.record(row.id) for row in store.articles()]
    assert sorted(record.published.edtf for record in records if record.published) == ["2025-09-25", "2025-09-29", "2025-11-14"]
    assert all(any(statement.speakers for statement in record.statements) for record in records)


@pytest.mark.usefixtures("_read")
def test_the_records_fit_the_published_schema_and_come_back_byte_for_byte() -> None:
    schema = json.loads((Path(__file__).parents[1] / "docs" / "record.schema.json").read_text(encoding="utf-8"))
    with open_store("dragoman.db") as store:
        lines = [to_json(store.record(row.id)) for row in store.articles()]
    assert len(lines) == 3
    for line in lines:
        jsonschema.validate(json.loads(line), schema)
        assert to_json(from_json(line)) == line


@pytest.mark.usefixtures("_read")
def test_a_second_reading_adds_nothing() -> None:
    again = CliRunner().invoke(main, ["read", "--demo"])
    assert again.exit_code == 0
    assert "0 new in dragoman.db, 3 already there" in again.stdout
