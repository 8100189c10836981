"""Page -> Article."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.article import Article, Engine, FrozenMap, Page
from dragoman.errors import UnreadablePage
from dragoman.extract.encoding import MARKS, Decoded, decode
from dragoman.extract.language import language_of

__all__ = ["extract", "media_type"]

MOST_HTML = 32 * 2**20
MOST_TEXT = 128 * 2**20
MOST_READ = 1_000_000
"""Characters of the longest article whose facts are read: a long feature has 60,000, a book of 150,000 words a million."""

_BINARIES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite file"),
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|link|style|article|main|section|div|table|p|h1|a|span|ul|br|img|!--)\b",
    re.IGNORECASE,
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x08\x1b"))
_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx")
_TEXT_SUFFIXES = (".txt", ".text", ".md")


def extract(page: Page, engine: Engine = "blocks") -> Article:
    """The article of a page: its canonical text, parts and head.

    ``engine="trafilatura"`` lets trafilatura choose the body of an HTML page, slower. Raises UnreadablePage where the page is
    empty, binary, too large, or holds no words.
    """
    check_content(page)
    kind = media_type(page)
    check_size(page, kind)
    decoded = decode(page.content, page.media_type, html=kind == "text/html")
    if not decoded.text.strip():
        raise UnreadablePage(f"{page.origin}: it holds nothing but blanks. Nothing was read from it.")
    if kind == "text/html":
        from dragoman.extract.html.page import read as read_html

        return noted(read_html(page, decoded, engine=engine), decoded)
    from dragoman.extract.text.plaintext import read as read_text

    return noted(read_text(page, decoded.text, language=language_of(decoded.text)), decoded)


def noted(article: Article, decoded: Decoded) -> Article:
    """The article with a note on its decoding, and left unread where it is no article by its length."""
    if decoded.note:
        article = replace(article, fields=FrozenMap(article.fields, decoding=decoded.note))
    if len(article.text) > MOST_READ and not article.unread:
        article = replace(article, unread=f"longer than {MOST_READ:,} characters: split it into its articles")
    return article


def media_type(page: Page) -> str:
    """``text/html`` or ``text/plain``: the type given, else the suffix of where it came from, else its first bytes."""
    given = (page.media_type or "").split(";")[0].strip().lower()
    if given in ("text/html", "application/xhtml+xml"):
        return "text/html"
    if given == "text/plain":
        return "text/plain"
    suffix = page.origin.lower().split("?")[0].split("#")[0]
    if suffix.endswith(_TEXT_SUFFIXES):
        return "text/plain"
    if suffix.endswith(_HTML_SUFFIXES):
        return "text/html"
    beginning = page.content[:2048]
    for mark, encoding in MARKS:
        if beginning.startswith(mark):
            beginning = beginning[len(mark) :].decode(encoding, "ignore").encode("utf-8")
    return "text/html" if _HTML.search(beginning) else "text/plain"


def check_content(page: Page) -> None:
    """Raise UnreadablePage for empty and binary pages."""
    if not page.content.strip():
        raise UnreadablePage(f"{page.origin}: it is empty. Nothing was read from it.")
    for mark, what in _BINARIES:
        if page.content.startswith(mark):
            raise UnreadablePage(f"{page.origin}: it is {what}; only HTML and plain text are read. Nothing was read from it.")
    if any(page.content.startswith(mark) for mark, _ in MARKS):
        return
    sample = page.content[:4096]
    if len(sample) - len(sample.translate(None, _CONTROL)) > 0.02 * len(sample):
        raise UnreadablePage(f"{page.origin}: it is binary; only HTML and plain text are read. Nothing was read from it.")


def check_size(page: Page, kind: str) -> None:
    """Raise UnreadablePage for pages too large to be articles."""
    most = MOST_HTML if kind == "text/html" else MOST_TEXT
    if len(page.content) > most:
        raise UnreadablePage(
            f"{page.origin}: it is {len(page.content) / 2**20:.0f} MiB of {kind}, at most {most / 2**20:.0f} MiB are read. "
            "Nothing was read from it."
        )
