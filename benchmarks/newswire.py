"""Every article of the newswire through the whole line into a store, twice: what fails, how long, how much memory.

    python -m benchmarks.newswire

The articles are found by DRAGOMAN_DATA and unpacked into a temporary folder. Times are of this machine, in one process; they tell
what a page costs, not how fast the model will be. Members of the archive that are no text are left out and counted.
"""

from __future__ import annotations

import resource
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.halves import shared
from dragoman.article import Page
from dragoman.errors import DragomanError
from dragoman.pipeline import read
from dragoman.store import Store, open_store


def main() -> None:
    pages, others = articles()
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "newswire.db") as store:
        print(f"{len(pages)} texts, {others} other files in the archive")
        for run in ("first", "second"):
            began, worked = time.perf_counter(), time.process_time()
            counts = Counter(outcome for page in pages for outcome in reading(page, store))
            print(f"{run} run: {time.perf_counter() - began:.1f} s, {time.process_time() - worked:.1f} s of processor time")
            print("  " + ", ".join(f"{counts[name]} {name}" for name in sorted(counts)))
        size = (Path(folder) / "newswire.db").stat().st_size
    print(f"store {size / 2**20:.0f} MiB, peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10:.0f} MiB")


def articles() -> tuple[list[Page], int]:
    """The texts of the archive in the order of their names, and how many members are no text."""
    with tarfile.open(shared() / "data" / "worldwide-newswire" / "articles.tar.gz") as archive:
        members = sorted((member for member in archive if member.isfile()), key=lambda member: member.name)
        texts = [member for member in members if member.name.endswith(".txt")]
        pages = [Page(member.name, stream.read()) for member in texts if (stream := archive.extractfile(member))]
    return pages, len(members) - len(texts)


def reading(page: Page, store: Store) -> Iterator[str]:
    """What became of one page, in words that are counted."""
    try:
        record = read(page)
        added = store.add(page, record)
    except DragomanError:
        yield "refused"
        return
    yield "new" if added.new else "already there"
    if not record.article.parts_of("body"):
        yield "without a body"
    if record.article.unread:
        yield "not read for facts"
    if not added.new:
        return
    yield from ("statements" for _ in record.statements)
    yield from ("statements without a speaker" for statement in record.statements if not statement.speakers)
    yield from ("dated" for _ in [0] if record.published)


if __name__ == "__main__":
    main()
