"""``dragoman statements`` and ``dragoman show`` as a user meets them, over records made by hand."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.store import open_store
from dragoman.views.table import COLUMNS
from tests.store.sayings import CAST, Saying, Who, page_with

SAYINGS = (
    Saying(
        words="a treaty first",
        by=("Ana Costa",),
        to=("reporters",),
        act="demand",
        form="direct",
        said_on="2026-05-03",
        confidence=0.9,
    ),
    Saying(words="no treaty at all", by=("Leo Brandt",), act="reject", manner="written"),
    Saying(words="the islets\r\nare ours", by=("Norland",), manner="held", said_on="2026-05-02"),
    Saying(words="Norland wins", by=("Norland",), headline=True, said_on="2026-05-02"),
    Saying(words="nobody knows", called="an official", candidates=("Ana Costa", "Leo Brandt"), said_on="2026-05-01"),
    Saying(words="ask me not", called="an envoy", said_on="2026-04"),
)


@pytest.fixture(autouse=True)
def _filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("dragoman.db") as store:
        store.add(*page_with(*SAYINGS, origin="news/talks.txt", published="2026-05-04"))
        store.add(*page_with(Saying(words="ferries stop", by=("Sudmark",)), origin="undated.txt"))


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["statements", *words])


def test_each_statement_is_two_lines_with_all_that_is_needed_to_look_it_up() -> None:
    done = run()
    assert (done.exit_code, done.stderr) == (0, "")
    _, record = page_with(*SAYINGS, origin="news/talks.txt", published="2026-05-04")
    at, ident = record.article.text.index, record.article.id.removeprefix("article-")[:8]
    treaty = at("a treaty first")
    assert done.stdout.splitlines()[2:4] == [
        f"2026-05-03 · Ana Costa (foreign minister, Norland) → reporters · demand · talks.txt:{treaty}-{treaty + 14} · {ident}",
        "    “a treaty first”",
    ]
    heads = [line.partition(" · talks.txt")[0].partition(" · undated.txt")[0] for line in done.stdout.splitlines()[::2]]
    assert heads == [
        "published 2026-05-04 · Leo Brandt (foreign minister, Sudmark; chairman, Reef Council) · reject, written",
        "2026-05-03 · Ana Costa (foreign minister, Norland) → reporters · demand",
        "2026-05-01 · ? Ana Costa (foreign minister, Norland) or Leo Brandt (foreign minister, Sudmark; chairman, Reef Council)"
        " · assert",
        "2026-04 · ? “an envoy” · assert",
        "no date · Sudmark · assert",
    ]


def test_the_id_leads_to_the_article() -> None:
    ident = run("--about", "treaty first").stdout.splitlines()[0].rpartition(" ")[2]
    shown = CliRunner().invoke(main, ["show", ident])
    assert "{1 A speaker} <1 said> [1 a treaty first 1]" in shown.stdout.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("words", "found", "why"),
    [
        (("--by", "COSTA"), {"a treaty first"}, "by name"),
        (("--office", "foreign minister"), {"a treaty first", "no treaty at all"}, "by office"),
        (("--office", "foreign minister", "--of", "Sudmark"), {"no treaty at all"}, "of a state"),
        (("--addressee", "reporters"), {"a treaty first"}, "by addressee"),
        (("--about", "treaty"), {"a treaty first", "no treaty at all"}, "by words"),
        (("--act", "demand", "--act", "reject"), {"a treaty first", "no treaty at all"}, "by several acts"),
        (("--manner", "written"), {"no treaty at all"}, "by manner"),
        (("--manner", "held"), {"the islets\r\nare ours"}, "beliefs alone"),
        (("--manner", "written", "--held"), {"no treaty at all", "the islets\r\nare ours"}, "beliefs too"),
        (("--by", "Norland", "--held", "--headlines"), {"the islets\r\nare ours", "Norland wins"}, "headlines too"),
        (("--from", "2026-05-03"), {"a treaty first", "no treaty at all"}, "from a day on"),
        (("--from", "2026", "--to", "2026-04"), {"ask me not"}, "from a year's first day to a month's last"),
        (("--to", "2026-05-03"), {"a treaty first", "nobody knows", "ask me not"}, "until a day"),
        (("--min-confidence", "0.5"), {"a treaty first"}, "calibrated and sure enough"),
        (("--limit", "1"), {"no treaty at all"}, "the latest"),
    ],
)
def test_options(words: tuple[str, ...], found: set[str], why: str) -> None:
    done = run("--json", *words)
    assert (done.exit_code, done.stderr) == (0, "")
    assert {json.loads(line)["content"][0]["text"] for line in done.stdout.splitlines()} == found, why


def test_json_is_the_view_field_by_field() -> None:
    row = json.loads(run("--json", "--about", "treaty first").stdout)
    _, record = page_with(*SAYINGS, origin="news/talks.txt", published="2026-05-04")
    start = record.article.text.index("A speaker")
    (said,) = (s for s in record.statements if s.act == "demand")
    assert row == {
        "id": said.id,
        "article": record.article.id,
        "origin": "news/talks.txt",
        "url": None,
        "outlet": None,
        "title": None,
        "published": "2026-05-04",
        "day": "2026-05-03",
        "day_from": "said",
        "speakers": [{"name": "Ana Costa", "kind": "person", "offices": [{"title": "foreign minister", "of": "Norland"}]}],
        "candidates": [],
        "addressees": [{"name": "reporters", "kind": "group", "offices": []}],
        "act": "demand",
        "manner": "said",
        "form": "direct",
        "headline": False,
        "content": [{"text": "a treaty first", "start": start + 15, "end": start + 29}],
        "mention": {"text": "A speaker", "start": start, "end": start + 9},
        "cue": {"text": "said", "start": start + 10, "end": start + 14},
        "confidence": 0.9,
    }


@pytest.mark.parametrize(
    ("about", "day", "day_from"),
    [("treaty first", "2026-05-03", "said"), ("no treaty", "2026-05-04", "published"), ("ferries", None, None)],
)
def test_a_day_says_where_it_is_from(about: str, day: str | None, day_from: str | None) -> None:
    row = json.loads(run("--json", "--about", about).stdout)
    assert (row["day"], row["day_from"]) == (day, day_from)


def table(*words: str) -> list[dict[str, str]]:
    done = run("--csv", *words)
    assert done.exit_code == 0
    return list(csv.DictReader(io.StringIO(done.stdout_bytes.decode(), newline="")))


def test_csv_is_rfc_4180() -> None:
    done = run("--csv", "--held", "--by", "Norland")
    head, row, end = done.stdout_bytes.decode().split("\r\n")
    assert head == ",".join(COLUMNS)
    assert end == ""
    assert "the islets are ours" in row, "a cell is one line"
    (both,) = table("--about", "nobody")
    assert (both["candidates"], both["speakers"], both["mention"]) == ("Ana Costa; Leo Brandt", "", "an official")
    (brandt,) = table("--by", "Brandt")
    assert brandt["offices"] == "foreign minister, Sudmark / chairman, Reef Council"
    assert (brandt["day"], brandt["day_from"], brandt["headline"], brandt["confidence"]) == ("2026-05-04", "published", "no", "")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "\t=", "\n+"])
def test_no_cell_is_a_formula(sign: str) -> None:
    evil = f'{sign}HYPERLINK("http://example.org")'
    cast = CAST | {"evil": Who(evil, "unnamed")}
    with open_store("dragoman.db") as store:
        store.add(*page_with(Saying(words=f"{evil} zebra", called=evil, cue="says", by=("evil",)), origin=evil, cast=cast))
    (row,) = table("--about", "zebra")
    for column in ("content", "mention", "speakers", "origin"):
        assert row[column].startswith(f"'{sign.strip()}HYPERLINK("), column


HOSTILE = "we \x1b[31mwill\x1b]0;owned\x07 \u202esign \x9b2J[bold]now[/bold] zebra"


@pytest.mark.parametrize("how", ["--csv", "--limit=9"])
def test_pages_cannot_command_the_terminal(how: str) -> None:
    cast = CAST | {"evil": Who(f"Ev {HOSTILE}", offices=((f"king {HOSTILE}", "Norland"),))}
    with open_store("dragoman.db") as store:
        store.add(*page_with(Saying(words=HOSTILE, called=HOSTILE, by=("evil",), to=("evil",)), origin=HOSTILE, cast=cast))
    done = run(how, "--about", "zebra")
    assert done.exit_code == 0
    assert not set(done.stdout) & set("\x1b\x07\x9b\u202e")
    assert "\\x1b[31m" in done.stdout
    assert "[bold]now[/bold]" in done.stdout


@pytest.mark.parametrize(
    ("words", "told", "why"),
    [
        (("--from", "2019-13"), "'2019-13' is no day. Give a year (2019), a month (2019-02) or a day (2019-02-16)", "no month"),
        (("--to", "2019-02-30"), "'2019-02-30' is no day", "no such day"),
        (("--from", "2019-21"), "'2019-21' is no day", "a season"),
        (("--from", "yesterday"), "'yesterday' is no day", "words"),
        (("--from", "2019/2020"), "'2019/2020' is no day", "an interval"),
        (("--to", ""), "'' is no day", "nothing"),
        (("--from", "2020", "--to", "2019"), "--from 2020-01-01 is after --to 2019-12-31", "the wrong way round"),
        (("--by", "!?"), "'!?' holds no word", "no letter"),
        (("--about", ""), "'' holds no word", "nothing"),
        (("--office", "half \ud800"), "is no text that could be searched for", "half a character"),
        (("--act", "sing"), "'sing' is not one of 'assert'", "no act"),
        (("--manner", "sung"), "'sung' is not one of 'said'", "no manner"),
        (("--min-confidence", "2"), "2.0 is not in the range", "no probability"),
        (("--limit", "0"), "0 is not in the range", "nothing to show"),
        (("--json", "--csv"), "Give --json or --csv, not both", "two shapes at once"),
        (("--store", "gone.db"), "gone.db: there is no store yet. Read something first", "no store"),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], told: str, why: str) -> None:
    done = run(*words)
    assert done.exit_code == 2, why
    assert done.stdout == ""
    assert told in " ".join(done.stderr.split())
    assert not Path("gone.db").exists()


def test_when_nothing_fits_it_says_so() -> None:
    done = run("--by", "Nobody")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "No statement in dragoman.db fits. What --held and --headlines would add was left out.\n"
    assert run("--by", "Nobody", "--held", "--headlines").stdout == "No statement in dragoman.db fits.\n"
    json_lines = run("--by", "Nobody", "--json")
    assert (json_lines.exit_code, json_lines.stdout) == (0, "")
    assert json_lines.stderr.startswith("No statement in dragoman.db fits.")
    assert run("--by", "Nobody", "--csv").stdout_bytes.decode() == ",".join(COLUMNS) + "\r\n"


def test_on_a_narrow_terminal_the_words_are_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store("dragoman.db") as store:
        store.add(*page_with(Saying(words="zebra " * 40 + "end", by=("Norland",))))
    assert run("--about", "zebra").stdout.splitlines()[1].endswith(" zebra end")
    monkeypatch.setenv("COLUMNS", "60")
    words = run("--about", "zebra").stdout.splitlines()[-1]
    assert words.endswith("…")
    assert len(words) <= 60


@pytest.mark.parametrize("how", [(), ("--json",), ("--csv",)])
def test_a_closed_pipe_is_quiet(how: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    code = f"from dragoman.cli import main; main(['statements', *{how!r}])"
    ended = subprocess.run([sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, "")


HEAVY = {"sqlalchemy", "alembic", "rich.console", "numpy", "pydantic"}


def test_help_is_light() -> None:
    code = "import sys; from dragoman.cli import main; main(['statements', '--help'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "click" in loaded
    assert not HEAVY & set(loaded)
