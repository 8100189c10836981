"""What arrives broken: one clear line each, and the rest goes on. Real files, the real reader, the command a user types."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.sources import MAX_BYTES
from dragoman.store import open_store
from dragoman.store.tables import VERSION_TABLE

GOOD = (
    "BERGEN (Coast Wire) - Both ministers met for three hours in the old customs house on Tuesday.\n\n"
    "\u201cWe have agreed on the order of the talks\u201d, Foreign Minister Ilva Rosten said. "
    "She added that a second round would follow in the autumn and that the fleets could leave their harbours until then.\n"
)
HTML = "<html><head><title>Talks in Bergen</title></head><body>{}</body></html>"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def nothing() -> None:
    """The file is missing."""


def folder() -> None:
    Path("bad.txt").mkdir()


def content(of: bytes) -> Callable[[], None]:
    def make() -> None:
        Path("bad.txt").write_bytes(of)

    return make


@pytest.mark.parametrize(
    ("make", "told"),
    [
        pytest.param(nothing, "there is no such file or folder", id="missing file"),
        pytest.param(folder, "no page in this folder", id="folder without pages"),
        pytest.param(content(b""), "it is empty", id="empty file"),
        pytest.param(content(b" \n\t\n"), "it is empty", id="blank file"),
        pytest.param(content(bytes(range(256)) * 40), "it is binary", id="binary"),
        pytest.param(content(b"\x89PNG\r\n\x1a\n" + bytes(900)), "it is a PNG image", id="picture"),
        pytest.param(content(b"%PDF-1.7\n" + bytes(900)), "it is a PDF document", id="PDF"),
        pytest.param(content(GOOD.encode("utf-16-le")), "it is binary", id="two bytes a letter, unmarked"),
        pytest.param(content(b"x" * (MAX_BYTES + 1)), "larger than 16 MB", id="too large"),
    ],
)
def test_a_page_that_can_not_be_read_is_one_line_and_the_rest_goes_on(make: Callable[[], None], told: str) -> None:
    make()
    done = run("read", "bad.txt", "good.txt")
    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("dragoman: bad.txt: ")
    assert told in line
    with open_store("dragoman.db") as store:
        assert [row.origin for row in store.articles()] == ["good.txt"]
        assert [failure.origin for failure in store.failures()] == ["bad.txt"]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        pytest.param(HTML.format("<div>" * 100_000 + GOOD), "nested 100,002 deep", id="nested 100,000 deep"),
        pytest.param(HTML.format("<p><b><i>" * 50_000 + GOOD), "deep", id="never closed"),
        pytest.param(
            "<html><head><script>var a = 1</script></head><body><img src='a.png'></body></html>", "holds no", id="no text"
        ),
    ],
)
def test_html_that_can_not_be_read_is_one_line(page: str, told: str) -> None:
    Path("bad.html").write_text(page, encoding="utf-8")
    done = run("read", "bad.html", "good.txt")
    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("dragoman: bad.html: ")
    assert told in line


@pytest.mark.parametrize(
    ("page", "why"),
    [
        pytest.param(GOOD.encode("utf-16"), "the mark at its start tells", id="two bytes a letter, marked"),
        pytest.param(b"\xef\xbb\xbf" + GOOD.encode(), "a mark that means nothing is taken off", id="marked UTF-8"),
        pytest.param(GOOD.encode("cp1252"), "curly quotes in one byte each", id="Windows"),
        pytest.param(GOOD.replace("\n", "\r\n").encode(), "line ends of another system", id="CRLF"),
        pytest.param((GOOD * 3).replace("\n", " ").encode(), "no line ends at all", id="one line"),
        pytest.param((GOOD + "\x00" + GOOD).encode(), "a character that ends strings elsewhere", id="NUL"),
        pytest.param((GOOD + "A" * 10_000 + "\n").encode(), "one word of capitals: no turn of a transcript", id="capitals"),
        pytest.param((GOOD + "A'" * 5_000 + "\n").encode(), "joints in every second place", id="apostrophes"),
    ],
)
def test_an_odd_page_that_can_be_read_is_read(page: bytes, why: str) -> None:
    Path("odd.txt").write_bytes(page)
    done = run("read", "odd.txt")
    assert (done.exit_code, done.stderr) == (0, ""), why
    with open_store("dragoman.db") as store:
        (row,) = store.articles()
        text = store.record(row.id).article.text
    assert "\u201cWe have agreed on the order of the talks\u201d" in text, why


def test_a_stub_before_a_paywall_is_read_and_says_that_it_has_nothing() -> None:
    teaser = (
        "<p>Both ministers met for three hours in the old customs house, and came out without a text to show to the press.</p>"
    )
    stub = f"<article><h1>Talks in Bergen</h1>{teaser}<p>To go on, subscribe now. Already a subscriber? Log in.</p></article>"
    Path("stub.html").write_text(HTML.format(stub), encoding="utf-8")
    done = run("read", "stub.html")
    assert done.exit_code == 0
    assert "no statement was found" in done.stdout


def newer_store() -> None:
    with open_store("a.db"):
        pass
    with closing(sqlite3.connect("a.db")) as raw, raw:
        raw.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")


def prose() -> None:
    Path("a.db").write_text("Minutes of a meeting. " * 100, encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "store", "told"),
    [
        pytest.param(newer_store, "a.db", "was written by a newer Dragoman", id="newer store"),
        pytest.param(prose, "a.db", "it is no SQLite database", id="another file"),
        pytest.param(lambda: Path("a.db").mkdir(), "a.db", "is a folder", id="a folder"),
        pytest.param(nothing, "gone/a.db", "the folder gone does not exist", id="no folder"),
        pytest.param(nothing, "good.txt/a.db", "the folder good.txt does not exist", id="a file for a folder"),
    ],
)
def test_a_store_that_can_not_be_used_is_one_line_before_anything_is_read(
    make: Callable[[], None], store: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make()
    monkeypatch.setattr("dragoman.pipeline.read", None)
    done = run("read", "good.txt", "--store", store)
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert told in line
    assert done.stdout == ""


LIMITED = """
import glob, resource
from dragoman import Page, read
from dragoman.cli import main
read(Page("good.txt", open("good.txt", "rb").read()))  # loads what it loads before the disk is full
resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
main(["read", *sorted(glob.glob("in*.txt"))])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are set another way")
def test_a_disk_that_fills_up_on_the_way_is_one_line_and_whole_pages_stay() -> None:
    for n in range(9):
        Path(f"in{n}.txt").write_text(
            f"{GOOD}\n\nNumber {n}. " + "The talks go on without a word to the press. " * 1500, encoding="utf-8"
        )
    ended = subprocess.run([sys.executable, "-c", LIMITED], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert "The store dragoman.db could not be used: the disk" in line
    assert "had been read and stored" in line
    with open_store("dragoman.db") as store:
        kept = [row.origin for row in store.articles()]
        assert kept
        assert all(store.record(row.id).statements for row in store.articles())
    assert f"{len(kept)} page" in line


def test_no_room_for_a_temporary_file_is_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(page: object, *, engine: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("dragoman.pipeline.read", no_room)
    done = run("read", "good.txt")
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert "good.txt was not read: No space left on device. Make room on the disk" in line
