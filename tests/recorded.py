"""What the shipped model says of the pages of these tests, recorded, so that no other test than the tagger's own loads it.

    python -m tests.recorded      records it anew: after another model, another page, or another way of cutting a page's text

A recording belongs to the very text that was tagged. A page whose text is another by now has no tags and is read by the rules
alone: ``tests/tagger/test_recorded.py`` fails then.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from dragoman.annotate.running import running_text
from dragoman.article import Page
from dragoman.extract import extract
from dragoman.sources import demo
from dragoman.tagger import FakeTagger, Tagger, Tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGES = Path(__file__).with_name("pages")
RECORDED = Path(__file__).with_name("tags")
ENTRY = TypeAdapter(dict[str, Tags])
"""By the SHA-256 of the text that was tagged."""


class RecordedTagger(FakeTagger):
    """Gives the recorded tags of a text, none for one that was not recorded."""

    def tag(self, texts: Sequence[str]) -> list[Tags]:
        return [recordings().get(fingerprint(text), Tags()) for text in texts]


@cache
def recordings() -> dict[str, Tags]:
    found: dict[str, Tags] = {}
    for path in sorted(RECORDED.glob("*.json.gz")):
        found |= ENTRY.validate_json(gzip.decompress(path.read_bytes()))
    return found


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def pages() -> Iterator[Page]:
    """Every page that is recorded: those beside these tests that are read, and the bundled ones."""
    for path in sorted(PAGES.iterdir()):
        if path.suffix in {".txt", ".html"}:
            yield Page(path.name, path.read_bytes())
    yield from (page for page in demo() if isinstance(page, Page))


def texts() -> Iterator[tuple[str, str]]:
    """The name of each page and its text as the tagger reads it."""
    for page in pages():
        article = extract(page)
        if not article.unread:
            yield Path(page.origin).name, running_text(article)


def main() -> None:
    RECORDED.mkdir(exist_ok=True)
    for path in RECORDED.glob("*.json.gz"):
        path.unlink()
    named = list(texts())
    for (name, text), tags in zip(named, Tagger().tag([text for _, text in named]), strict=True):
        content = ENTRY.dump_json({fingerprint(text): tags})
        (RECORDED / f"{name}.json.gz").write_bytes(gzip.compress(content, mtime=0))


if __name__ == "__main__":
    main()
