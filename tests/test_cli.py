"""The command line as a user meets it. Pages are read by a stand-in, so that no reading rule is tested here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman import from_json
from dragoman.article import Article, Page, Part, Span, article_id, content_id
from dragoman.cli import main
from dragoman.errors import UnreadablePage
from dragoman.record import Actor, Date, Evidence, Provenance, Reader, Record, Statement
from dragoman.store import open_store
from dragoman.version import __version__

SAID = re.compile(r"\u201c([^\u201d]+)\u201d, (?:(\w+) )?said")


def stand_in(page: Page, *, engine: str = "blocks") -> Record:
    """Reads `“words”, Name said` and nothing else; ``binary`` in a page makes it unreadable."""
    text = page.content.decode("utf-8", "replace")
    if "binary" in text:
        raise UnreadablePage(f"{page.origin}: this is no text. Nothing was stored of it.")
    article = Article(
        article_id(page, None, "text/plain"), text, "en", tuple(parts(text)), unread="it is in verse" if "verse" in text else None
    )
    actors: dict[str, Actor] = {}
    statements = []
    for found in SAID.finditer(text):
        speaker: tuple[str, ...] = ()
        if found[2]:
            span = Span(*found.span(2))
            actor = Actor(id=f"actor-{found[2]}", evidence=(Evidence.of(article, span),), kind="person", name=found[2])
            actors.setdefault(actor.id, actor)
            speaker = (actor.id,)
        words = Span(*found.span(1))
        statements.append(
            Statement(
                id=content_id("statement", article.id, words),
                evidence=(Evidence.of(article, words),),
                content=(words,),
                form="direct",
                speakers=speaker,
                said_on="2026-05-01",
            )
        )
    dates = [
        Date(id=f"date-{m.start()}", evidence=(Evidence.of(article, Span(*m.span())),), span=Span(*m.span()))
        for m in re.finditer("soon", text)
    ]
    return Record(
        Reader("0.1"),
        Provenance.of(page, article, "text/plain"),
        article,
        actors=frozenset(actors.values()),
        statements=frozenset(statements),
        dates=frozenset(dates),
    )


def parts(text: str) -> Iterator[Part]:
    """A line each: furniture where it begins with ``>``."""
    for line in re.finditer(r"\S[^\n]*", text):
        yield Part("share_control" if line[0].startswith(">") else "body", Span(*line.span()))


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dragoman.pipeline.read", stand_in)


def run(*words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, words, input=stdin)


def write(name: str, text: str) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


TALKS = (
    "> Share\n"
    "\u201cWe will sign in May\u201d, Costa said.\n"
    "\u201cNot before the ferries run\u201d, said a note. Talks go on soon.\n"
)


def test_one_page_is_summed_up() -> None:
    done = run("read", write("news/talks.txt", TALKS))
    assert done.exit_code == 0
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "(no title)"
    assert "Costa · “We will sign in May” · 2026-05-01 · talks.txt:9-28" in lines
    assert any(line.startswith("? (nobody named) · “Not before") for line in lines)
    assert "Not resolved: 1 statement without a speaker, 1 time expression without a date, the day it was published." in lines
    assert "Stored in dragoman.db: 4 facts." in lines
    assert re.fullmatch(r"Open it: dragoman show [0-9a-f]{8}", lines[-1])
    assert TALKS[9:28] == "We will sign in May"


def test_the_printed_next_step_works() -> None:
    step = run("read", write("talks.txt", TALKS)).stdout.splitlines()[-1]
    shown = run(*step.removeprefix("Open it: dragoman ").split())
    assert shown.exit_code == 0
    assert "[share_control] > Share" in shown.stdout
    assert "“[1 We will sign in May 1]”, Costa said." in shown.stdout.replace("\u00a0", " ")
    assert "[1] Costa · direct, assert · 2026-05-01 · 9-28" in shown.stdout


def test_a_summary_has_at_most_fifteen_lines() -> None:
    many = "\n".join(f"\u201cPoint {n} of many\u201d, Costa said." for n in range(40))
    lines = run("read", write("many.txt", many)).stdout.splitlines()
    assert len(lines) == 15
    assert "… and 31 more statements" in lines


def test_reading_again_says_that_nothing_was_added() -> None:
    run("read", write("talks.txt", TALKS))
    done = run("read", "talks.txt")
    assert (done.exit_code, "Already in dragoman.db: nothing was added." in done.stdout) == (0, True)


def test_a_few_pages_get_a_few_lines_each() -> None:
    for name in ("a", "b", "c"):
        write(f"{name}.txt", TALKS.replace("ferries", name))
    done = run("read", ".")
    assert len(done.stdout.splitlines()) <= 15
    assert done.stdout.count("We will sign in May") == 3
    assert "3 pages read: 3 new in dragoman.db." in done.stdout


def test_many_pages_are_counted() -> None:
    for n in range(5):
        write(f"in/{n}.txt", f"{n} {TALKS}")
    write("in/verse.txt", "verse and more verse")
    write("in/bad.txt", "binary")
    done = run("read", "in", "gone.txt")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "dragoman: in/bad.txt: this is no text. Nothing was stored of it.",
        "dragoman: gone.txt: there is no such file or folder. Check the path.",
    ]
    assert done.stdout.splitlines() == [
        "5 actors, 10 statements, 5 dates",
        "1 page kept without facts: see dragoman list.",
        "2 pages failed: 1 unreadable, 1 missing.",
        "6 pages read: 6 new in dragoman.db.",
        "Open them: dragoman list, dragoman show ID",
    ]
    with open_store("dragoman.db") as store:
        assert [failure.origin for failure in store.failures()] == ["gone.txt", "in/bad.txt"]


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("read", "talks.txt"), 0, "all were read"),
        (("read", "talks.txt", "gone.txt"), 1, "some failed"),
        (("read", "gone.txt"), 2, "none could be read"),
        (("read",), 2, "nothing was asked"),
        (("read", "talks.txt", "--demo"), 2, "two things were asked"),
        (("read", "talks.txt", "--store", "gone/a.db"), 2, "the store can't be made"),
        (("show", "abc"), 2, "there is no store"),
        (("list", "--store", "gone.db"), 2, "there is no store"),
    ],
)
def test_exit_codes(words: tuple[str, ...], code: int, why: str) -> None:
    write("talks.txt", TALKS)
    done = run(*words)
    assert done.exit_code == code, why
    assert code == 0 or done.stderr
    assert "Traceback" not in done.output


def test_no_store_is_made_for_nothing() -> None:
    assert run("read", "gone.txt", "*.zzz").exit_code == 2
    assert not Path("dragoman.db").exists()


def test_json_is_the_contract_and_nothing_else() -> None:
    done = run("read", write("talks.txt", TALKS), "gone.txt", "--json")
    assert done.exit_code == 1
    lines = done.stdout_bytes.splitlines()
    assert len(lines) == 1
    record = from_json(lines[0])
    with open_store("dragoman.db") as store:
        assert store.record(record.article.id) == record
    assert run("show", record.article.id, "--json").stdout_bytes == lines[0] + b"\n"


def test_standard_input_is_read() -> None:
    done = run("read", "-", stdin=TALKS.encode())
    assert done.exit_code == 0
    assert "-:9-28" in done.stdout


def test_quiet_prints_failures_alone() -> None:
    done = run("read", "--quiet", write("talks.txt", TALKS), "gone.txt")
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1


def test_without_a_snapshot_the_page_is_not_kept() -> None:
    run("read", "--no-snapshot", write("talks.txt", TALKS))
    with open_store("dragoman.db") as store, store.database.connect() as connection:
        assert connection.exec_driver_sql("SELECT content FROM pages").scalar_one() is None


def test_the_store_can_be_named_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_STORE", "other.db")
    run("read", write("talks.txt", TALKS))
    assert Path("other.db").exists()
    assert not Path("dragoman.db").exists()


def test_list_shows_what_is_there_and_as_json_too() -> None:
    run("read", write("talks.txt", TALKS), write("verse.txt", "verse"))
    done = run("list")
    assert done.stdout.splitlines()[0].split() == ["id", "published", "outlet", "facts", "title"]
    assert "(no title) talks.txt" in done.stdout
    assert "unread" in done.stdout
    rows = [json.loads(line) for line in run("list", "--json").stdout.splitlines()]
    assert sorted((row["origin"], row["facts"]) for row in rows) == [("talks.txt", 4), ("verse.txt", 0)]


def test_an_empty_store_says_what_to_do() -> None:
    with open_store("dragoman.db"):
        pass
    assert "Read something: dragoman read PATH" in run("list").stdout


def test_doctor_names_versions_and_the_store() -> None:
    before = run("doctor")
    assert before.exit_code == 0
    assert re.search(rf"dragoman +{re.escape(__version__)}", before.stdout)
    assert "none yet, dragoman read PATH makes it" in before.stdout
    run("read", write("talks.txt", TALKS))
    assert re.search(r"store +dragoman.db: 1 article, 0 failed pages, .* store version 0003", run("doctor").stdout)
    write("odd.db", "not a database, but long enough to be looked at as one " * 20)
    odd = run("doctor", "--store", "odd.db")
    assert (odd.exit_code, "UNUSABLE" in odd.stdout) == (1, True)


def test_an_interrupt_says_what_was_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(3):
        write(f"{n}.txt", f"{n} {TALKS}")

    def interrupted(page: Page, *, engine: str) -> Record:
        if page.origin == "1.txt":
            raise KeyboardInterrupt
        return stand_in(page)

    monkeypatch.setattr("dragoman.pipeline.read", interrupted)
    done = run("read", ".")
    assert done.exit_code == 130
    assert "Interrupted: 1 page had been read and stored in dragoman.db" in done.stderr
    assert len(run("list", "--json").stdout.splitlines()) == 1


def test_an_interrupt_that_a_library_made_an_error_of_is_still_one(monkeypatch: pytest.MonkeyPatch) -> None:
    write("1.txt", TALKS)

    def wrapped(page: Page, *, engine: str) -> Record:
        raise ValueError("Error calling function `tuple`: KeyboardInterrupt: ")

    monkeypatch.setattr("dragoman.pipeline.read", wrapped)
    assert run("read", "1.txt").exit_code == 130


def test_a_fault_of_ours_on_one_page_does_not_cost_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(3):
        write(f"{n}.txt", f"{n} {TALKS}")

    def stumbles(page: Page, *, engine: str) -> Record:
        if page.origin == "1.txt":
            raise ZeroDivisionError("1/0")
        return stand_in(page)

    monkeypatch.setattr("dragoman.pipeline.read", stumbles)
    done = run("read", ".")
    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert re.search(
        r"1\.txt: Dragoman has a fault here \(ZeroDivisionError: 1/0; test_cli\.py, line \d+\)\. Please report", line
    )
    assert len(run("list", "--json").stdout.splitlines()) == 2


def test_a_store_that_fails_on_the_way_ends_the_run_and_says_what_was_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlalchemy import Engine, event

    for n in range(4):
        write(f"{n}.txt", f"{n} {TALKS}" + "more of it. " * 9000)

    def limit(raw: object, _: object) -> None:
        raw.execute("PRAGMA max_page_count = 90")  # type: ignore[attr-defined]

    event.listen(Engine, "connect", limit)
    try:
        done = run("read", ".")
    finally:
        event.remove(Engine, "connect", limit)
    assert done.exit_code == 2
    assert re.search(r"the disk is full.* [12] pages? had been read and stored", done.stderr)
    assert len(done.stderr.splitlines()) == 1


HOSTILE = "\u201cWe \x1b[31mwill\x1b]0;owned\x07 \u202esign \x9b2J[bold]now[/bold] :smile:\u201d, Costa said."


@pytest.mark.parametrize("words", [("read", "hostile.txt"), ("show", "")], ids=["summary", "article"])
def test_pages_cannot_command_the_terminal(words: tuple[str, ...]) -> None:
    write("hostile.txt", HOSTILE)
    run("read", "hostile.txt")
    shown = run(*words).output
    assert not set(shown) & set("\x1b\x07\x9b\u202e\r")
    assert "\\x1b[31m" in shown
    assert "\\u202e" in shown
    assert "[bold]now[/bold] :smile:" in shown


def test_names_of_files_cannot_command_the_terminal() -> None:
    done = run("read", "gone\x1b[2J.txt")
    assert "\x1b" not in done.output
    assert "gone\\x1b[2J.txt: there is no such file" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_text_is_spelled_out() -> None:
    name = "caf\udce9.txt"
    Path(name).write_text(TALKS, encoding="utf-8")
    done = run("read", name, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["page"]["origin"] == "caf\\xe9.txt"


HEAVY = {"sqlalchemy", "alembic", "rich.table", "rich.console", "trafilatura", "numpy", "pydantic", "resiliparse", "htmldate"}


@pytest.mark.parametrize("words", ["--help", "--version", "read --help"])
def test_help_is_light(words: str) -> None:
    code = f"import sys; from dragoman.cli import main; main({words.split()!r}, standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "click" in loaded
    assert not HEAVY & set(loaded)


@pytest.mark.parametrize(
    "words", ["read talks.txt", "read talks.txt --json", "list", "list --json", "show {id}", "show {id} --json"]
)
def test_a_closed_pipe_is_quiet(words: str) -> None:
    with open_store("dragoman.db") as store:
        page = Page(write("talks.txt", TALKS), TALKS.encode())
        store.add(page, stand_in(page))
    reading, writing = os.pipe()
    os.close(reading)
    code = f"from dragoman.cli import main; main({words.format(id=article_id(page, None, 'text/plain')).split()!r})"
    ended = subprocess.run([sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, "")
