"""Files, folders, wildcards, standard input: what is found, what is refused, and how it is said."""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dragoman.article import Page
from dragoman.sources import Failure, demo, find, load, pages


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.html", "a.txt", "notes.md", ".hidden.txt", "deep/er/c.HTM", "deep/d.text", ".git/e.txt", "empty/f.png"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"I am {name}.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("paths", "found", "why"),
    [
        (["in"], ["in/a.txt", "in/b.html", "in/deep/d.text", "in/deep/er/c.HTM"], "known suffixes, sorted, hidden ones left out"),
        (["in/notes.md"], ["in/notes.md"], "a named file is always tried"),
        (["in/.hidden.txt"], ["in/.hidden.txt"], "even a hidden one"),
        (["in/*.txt"], ["in/a.txt"], "a wildcard that the shell left alone"),
        (["in/**/*.text"], ["in/deep/d.text"], "through folders too"),
        (["in/b.html", "in/a.txt"], ["in/b.html", "in/a.txt"], "in the order given"),
        (["-"], ["-"], "standard input"),
        ([], [], "nothing asked, nothing found"),
    ],
)
def test_what_is_found(paths: list[str], found: list[str], why: str) -> None:
    assert [page.as_posix() if isinstance(page, Path) else page for page in find(paths)] == found, why


@pytest.mark.parametrize(
    ("path", "cause", "told"),
    [
        ("http://example.org/a", "missing", "http://example.org/a: addresses are not fetched; save the page and name its file."),
        ("gone.txt", "missing", "gone.txt: there is no such file or folder. Check the path."),
        ("in/*.pdf", "missing", "in/*.pdf: no file or folder matches this pattern."),
        (
            "in/empty",
            "folder without pages",
            "in/empty: no page in this folder; it is searched for .html .htm .xhtml .txt .text. Name a file to have it tried.",
        ),
    ],
)
def test_what_is_not_found_is_one_line_and_the_rest_goes_on(path: str, cause: str, told: str) -> None:
    assert list(pages([path, "in/a.txt"])) == [Failure(path, cause, told), Page("in/a.txt", b"I am a.txt.", "text/plain")]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    try:
        (tmp_path / "in" / "deep" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
        (tmp_path / "in" / "dead.txt").symlink_to(tmp_path / "nowhere.txt")
    except OSError:
        pytest.skip("links are not allowed here")
    assert list(find(["in"])) == ["in/a.txt", "in/b.html", "in/deep/d.text", "in/deep/er/c.HTM"]


@pytest.mark.parametrize("limit", [0, 10, 11])
def test_a_page_over_the_limit_is_refused_before_it_is_loaded(limit: int) -> None:
    found = load("in/a.txt", limit=limit)
    assert isinstance(found, Page) == (limit >= 11)
    assert isinstance(found, Page) or (found.cause, "larger than" in found.message) == ("too large", True)


@pytest.mark.skipif(sys.platform != "linux", reason="there is no such device")
def test_a_file_without_end_is_left_after_the_limit() -> None:
    found = load("/dev/zero", limit=1000)
    assert isinstance(found, Failure)
    assert found.cause == "too large"


def test_a_file_that_can_not_be_opened_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "in/a.txt")

    monkeypatch.setattr(Path, "open", refuse)
    told = "in/a.txt: can't be opened (permission denied). Check its permissions."
    assert load("in/a.txt") == Failure("in/a.txt", "unreadable", told)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("in/a.txt", "text/plain"), ("in/b.html", "text/html"), ("in/deep/er/c.HTM", "text/html"), ("in/notes.md", None)],
)
def test_the_suffix_tells_the_media_type_and_the_bytes_are_unchanged(name: str, media_type: str | None) -> None:
    page = load(name)
    assert isinstance(page, Page)
    assert (page.origin, page.media_type, page.content) == (name, media_type, Path(name).read_bytes())
    assert page.read_at is not None
    assert abs((datetime.now(UTC) - page.read_at).total_seconds()) < 3600


def test_standard_input_is_a_page_of_unknown_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"<p>Hello</p>")))
    assert list(pages(["-"])) == [Page("-", b"<p>Hello</p>", None)]


def test_the_demo_is_pages_of_both_kinds() -> None:
    found = list(demo())
    assert {page.media_type for page in found} == {"text/html", "text/plain"}
    assert all(page.origin.startswith("demo/") and page.content for page in found)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("target", ["nowhere.txt", "broken.txt"], ids=["to a file that is gone", "to itself"])
def test_a_link_that_leads_nowhere_is_one_failure(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.txt").symlink_to(target)
    Path("good.txt").write_text("Talks.", encoding="utf-8")
    for named in (["good.txt", "broken.txt"], ["*.txt"]):
        found = list(pages(named))
        (failure,) = [thing for thing in found if isinstance(thing, Failure)]
        assert failure.message == "broken.txt: this link leads nowhere, or to itself. Name the file itself."
        assert len(found) == 2
