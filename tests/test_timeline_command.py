"""``dragoman timeline`` as a user meets it, over records made by hand."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.article import Span, Words
from dragoman.cli import main
from dragoman.store import open_store
from dragoman.views.timeline_table import TIMELINE_COLUMNS
from tests.store.dated_facts import talks, visby
from tests.store.sayings import CAST, Saying, Who, page_with


@pytest.fixture(autouse=True)
def _filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("dragoman.db") as store:
        store.add(*talks())
        store.add(*visby())


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["timeline", *words])


def short(record_id: str) -> str:
    return record_id.removeprefix("article-")[:8]


def test_each_date_stands_once_in_words_and_below_it_what_it_is_the_date_of() -> None:
    done = run("--by", "Gotland")
    assert (done.exit_code, done.stderr) == (0, "")
    text = visby()[1].article.text
    accord, sign, page = text.index("Reef Accord"), text.index("We will sign"), short(visby()[1].article.id)
    source = "      Harbour Wire · Maria Sund: Ferries First · published 2026-05-01 · visby.txt:"
    assert done.stdout.splitlines() == [
        "In 1974  1974",
        "  Reef Accord · instrument, sought · parties Gotland",
        f"{source}{accord}-{accord + 11} · {page}",
        "",
        "In May 2026  2026-05",
        "  planned · told by a source · denied by a source · Gotland → Gotland · event AGREE, sign · in Visby",
        "      We will sign in May",
        f"{source}{sign}-{sign + 19} · {page}",
        "",
        "From 3 to 5 May 2026  2026-05-03/2026-05-05",
        "  Gotland → Gotland · event AGREE · in Visby",
        "      We will sign in May",
        f"{source}{sign}-{sign + 19} · {page}",
    ]


def test_the_order_is_that_of_the_earliest_day() -> None:
    lines = run("--reported").stdout.splitlines()
    assert [line.partition("  ")[0] for line in lines if line and not line.startswith(" ")] == [
        "By 20 May 2026",
        "In 1974",
        "On 1 May 2026",
        "From 1 to 2 May 2026",
        "In May 2026",
        "On 3 May 2026",
        "From 3 to 5 May 2026",
        "On 4 May 2026",
        "In June 2026",
        "On 5 June 2026",
        "On 30 June 2026",
        "soon",
    ]


@pytest.mark.parametrize(
    ("words", "told", "why"),
    [
        (("--about", "treaty first"), "  Ana Costa (foreign minister, Norland) · demand", "a statement by its own day"),
        (
            ("--about", "no treaty", "--reported"),
            "  reported · Leo Brandt (foreign minister, Sudmark; chairman, Reef Council) · reject",
            "a statement by the day of its page says so",
        ),
        (("--about", "ferries"), "  ? “an envoy” · assert", "nobody who could be resolved"),
        (("--held", "--about", "islets"), "  Norland · assert, held", "a belief"),
        (("--headlines", "--about", "wins"), "  Norland · assert, headline", "a headline"),
        (
            ("--to", "1900", "--kind", "event"),
            "  hypothetical · Ana Costa (minister, Gotland) → Gotland · event AGREE, sign · in Visby",
            "no fact",
        ),
        (("--kind", "gathering", "--to", "2026-05"), "  Visby round · gathering · in Visby", "a gathering"),
        (
            ("--kind", "gathering", "--from", "2026-06-30"),
            "  Visby round · gathering begins · in Visby",
            "of which one end is known",
        ),
        (("--kind", "gathering", "--from", "2026-06-30"), "  Visby round · gathering ends · in Visby", "the other end"),
    ],
)
def test_an_entry_says_what_it_is(words: tuple[str, ...], told: str, why: str) -> None:
    assert told in run(*words).stdout.splitlines(), why


def test_a_reported_statement_is_told_from_one_of_that_day() -> None:
    assert "no treaty at all" not in run().stdout
    rows = [json.loads(line) for line in run("--json", "--reported", "--about", "treaty").stdout.splitlines()]
    assert [(row["edtf"], row["dated_by"], row["published"]) for row in rows] == [
        ("2026-05-03", "said", "2026-05-04"),
        ("2026-05-04", "published", "2026-05-04"),
    ]


def test_the_id_leads_to_the_article() -> None:
    ident = run("--about", "treaty first").stdout.splitlines()[-1].rpartition(" ")[2]
    shown = CliRunner().invoke(main, ["show", ident])
    assert "[1 a treaty first 1]" in shown.stdout.replace("\u00a0", " ")


def test_options_are_passed_on() -> None:
    done = run("--json", "--kind", "statement", "--from", "2026-05", "--to", "2026", "--min-confidence", "0.3", "--limit", "2")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["edtf"] for row in rows] == ["2026-05-01", "2026-05"]


def test_json_is_the_view_field_by_field() -> None:
    record = visby()[1]
    start = record.article.text.index("We will sign")
    gotland = {"name": "Gotland", "kind": "state", "offices": []}
    row = json.loads(run("--json", "--kind", "event", "--about", "sign").stdout.splitlines()[1])
    assert row == {
        "edtf": "2026-05",
        "in_words": "in May 2026",
        "first": "2026-05-01",
        "last": "2026-05-31",
        "dated_by": "happened",
        "kind": "event",
        "status": "planned",
        "id": "event-1",
        "article": record.article.id,
        "origin": "news/visby.txt",
        "url": "https://example.org/visby",
        "outlet": "Harbour Wire",
        "title": "Maria Sund: Ferries First",
        "published": "2026-05-01",
        "name": None,
        "who": [gotland],
        "whom": [gotland],
        "agents": [{"name": "Ana Costa", "kind": "person", "offices": [{"title": "minister", "of": "Gotland"}]}],
        "candidates": [],
        "act": None,
        "manner": None,
        "form": None,
        "headline": None,
        "type": "AGREE",
        "mode": "sign",
        "where": "Visby",
        "words": [{"text": "We will sign in May", "start": start, "end": start + 19}],
        "mention": None,
        "according_to": ["statement-1"],
        "contested_by": ["statement-1"],
        "confidence": 0.75,
    }


def test_csv_is_rfc_4180() -> None:
    done = run("--csv", "--about", "accord")
    head, row, end = done.stdout_bytes.decode().split("\r\n")
    assert (head, end) == (",".join(TIMELINE_COLUMNS), "")
    assert row.startswith("1974,in 1974,1974-01-01,1974-12-31,dated,instrument,sought,Reef Accord,Gotland,")
    (said,) = csv.DictReader(io.StringIO(run("--csv", "--about", "cafe").stdout_bytes.decode(), newline=""))
    assert (said["who"], said["offices"]) == ("Leo Brandt", "foreign minister, Sudmark / chairman, Reef Council")
    assert (said["in_words"], said["headline"], said["confidence"]) == ("in May 2026", "no", "0.4000")


HOSTILE = "we \x1b[31mwill\x1b]0;owned\x07 \u202esign \x9b2J[bold]now[/bold] zebra"


@pytest.mark.parametrize("how", ["--csv", "--limit=99"])
def test_pages_cannot_command_the_terminal(how: str) -> None:
    cast = CAST | {"evil": Who(f"Ev {HOSTILE}", offices=((f"king {HOSTILE}", "Norland"),))}
    said = Saying(words=HOSTILE, called=HOSTILE, by=("evil",), to=("evil",), said_on=HOSTILE)
    page, record = page_with(said, origin=HOSTILE, cast=cast, published="2019")
    start = record.article.text.index(HOSTILE)
    article = replace(record.article, outlet=HOSTILE, title=Words(HOSTILE, Span(start, start + len(HOSTILE))))
    other, whole = visby()
    events = frozenset(replace(event, mode=HOSTILE, when=f"2019 {HOSTILE}") for event in whole.events)
    instruments = frozenset(replace(one, name=HOSTILE) for one in whole.instruments)
    gatherings = frozenset(replace(one, name=HOSTILE) for one in whole.gatherings)
    with open_store("evil.db") as store:
        store.add(page, replace(record, article=article))
        store.add(other, replace(whole, events=events, instruments=instruments, gatherings=gatherings))
    done = run(how, "--store", "evil.db")
    assert done.exit_code == 0
    assert not set(done.stdout) & set("\x1b\x07\x9b\u202e")
    assert done.stdout.count("\\x1b[31m") > 10
    assert "[bold]now[/bold]" in done.stdout


@pytest.mark.parametrize(
    ("words", "told", "why"),
    [
        (("--from", "2019-13"), "'2019-13' is no day. Give a year (2019), a month (2019-02) or a day (2019-02-16)", "no month"),
        (("--from", "2019-21"), "'2019-21' is no day", "a season"),
        (("--to", "2019-33"), "'2019-33' is no day", "a quarter"),
        (("--to", "199X"), "'199X' is no day", "a decade"),
        (("--from", "2020", "--to", "2019"), "--from 2020-01-01 is after --to 2019-12-31", "the wrong way round"),
        (("--by", "!?"), "'!?' holds no word", "no letter"),
        (("--about", ""), "'' holds no word", "nothing"),
        (("--kind", "dispute"), "'dispute' is not one of 'statement', 'event', 'instrument', 'gathering'", "it has no date"),
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


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Nothing dated in dragoman.db fits. What --reported, --held and --headlines would add was left out.\n"),
        (("--reported", "--held"), "Nothing dated in dragoman.db fits. What --headlines would add was left out.\n"),
        (("--kind", "event"), "Nothing dated in dragoman.db fits.\n"),
        (("--reported", "--held", "--headlines"), "Nothing dated in dragoman.db fits.\n"),
    ],
)
def test_when_nothing_fits_it_says_so(words: tuple[str, ...], told: str) -> None:
    done = run("--about", "nobody", *words)
    assert (done.exit_code, done.stderr, done.stdout) == (0, "", told)
    done = run("--about", "nobody", "--json", *words)
    assert (done.exit_code, done.stderr, done.stdout) == (0, told, "")
    assert run("--about", "nobody", "--csv", *words).stdout_bytes.decode() == ",".join(TIMELINE_COLUMNS) + "\r\n"


def test_an_empty_store_says_so() -> None:
    with open_store("empty.db"):
        pass
    assert run("--store", "empty.db").stdout.startswith("Nothing dated in empty.db fits.")


@pytest.mark.parametrize("width", [60, 100, 30])
def test_on_a_terminal_lines_are_wrapped_below_their_beginning_and_words_shortened(
    monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    with open_store("dragoman.db") as store:
        store.add(*page_with(Saying(words="zebra " * 40 + "end", by=("Leo Brandt",), said_on="2019"), origin="z" * 80))
    assert run("--about", "zebra").stdout.splitlines()[2].endswith(" zebra end")
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("--about", "zebra").stdout.splitlines()
    assert all(len(line) <= width and line == line.rstrip() for line in lines)
    heads = [line for line in lines[1:] if line.startswith("  ") and not line.startswith("      ")]
    assert [line.startswith("    ") for line in heads] == [False] + [True] * (len(heads) - 1)
    (words,) = (line for line in lines if "zebra" in line)
    assert words.endswith("…")
    assert "".join(lines).replace(" ", "").count("z" * 80) == 1, "the name of the file is whole"


def test_a_title_is_shortened_or_left_out_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = {}
    for width in ("100", "80", "60"):
        monkeypatch.setenv("COLUMNS", width)
        ends[width] = run("--about", "accord").stdout.splitlines()[2].partition(" · published 2026-05-01 · ")[0].strip()
    assert ends == {
        "100": "Harbour Wire · Maria Sund: Ferries First",
        "80": "Harbour Wire · Mari…",
        "60": f"published 2026-05-01 · visby.txt:133-144 · {short(visby()[1].article.id)}",
    }


@pytest.mark.parametrize("how", [(), ("--json",), ("--csv",)])
def test_a_closed_pipe_is_quiet(how: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    code = f"from dragoman.cli import main; main(['timeline', *{how!r}])"
    ended = subprocess.run([sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, "")


HEAVY = {"sqlalchemy", "alembic", "rich.console", "numpy", "pydantic"}


def test_help_is_light() -> None:
    code = "import sys; from dragoman.cli import main; main(['timeline', '--help'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "click" in loaded
    assert not HEAVY & set(loaded)
