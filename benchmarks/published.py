"""The day of publication, exact: saved modern news pages as they are, and with what misleads put into each.

    python -m benchmarks.published            the development half, beside htmldate and newspaper4k
    python -m benchmarks.published --wrong    also every wrong page, with what was found and what was meant
    python -m benchmarks.published --only dragoman --form "crawl line"

What is put in shows a day 400 days after the true one (``benchmarks/published_forms.py``). A page saved by its age has no date
but "3 days ago" under the headline, and a live clock, a crawl stamp, or the moment it was read. Pages of ``gold/dev`` are counted
apart: there a page without a date must come out without one. The data are found by DRAGOMAN_DATA. Peers are compared where they
are installed; ``pip install newspaper4k`` brings the one that nothing else here needs.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib.util import find_spec
from pathlib import Path

from benchmarks.halves import Half, in_half, shared
from benchmarks.published_forms import FORMS, LATER, saved_by_age, without_dates
from dragoman.annotate.sentences import find_sentences
from dragoman.annotate.whens import find_whens
from dragoman.annotations import Annotations
from dragoman.article import Page
from dragoman.assemble.dating.published import argue_published
from dragoman.errors import UnreadablePage
from dragoman.extract import extract

Dater = Callable[[bytes, str], str | None]

Wrong = list[tuple[str, str, str | None]]
"""Pages dated wrong: name, day meant, what was found."""


@dataclass(frozen=True)
class Saved:
    """A saved page, its address, and the day it was published."""

    name: str
    url: str
    day: str
    html: bytes


def saved_pages(half: Half = "dev") -> Iterator[Saved]:
    root = shared() / "data" / "pages-modern"
    for line in (root / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if in_half(row["page"], half):
            html = gzip.decompress((root / "html" / row["page"]).read_bytes())
            yield Saved(row["page"], row["url"], row["published"][:10], html)


def dragoman_day(html: bytes, url: str) -> str | None:
    return argued(Page("page.html", html, "text/html", url))


def htmldate_day(html: bytes, url: str) -> str | None:
    from htmldate import find_date

    found: str | None = find_date(html, extensive_search=True, original_date=True, url=url)
    return found


def newspaper_day(html: bytes, url: str) -> str | None:
    """Its date reader alone: the whole of it asks the web for a list of domains, and wants a package more for some languages."""
    from newspaper import parsers
    from newspaper.configuration import Configuration
    from newspaper.extractors.pubdate_extractor import PubdateExtractor

    tree = parsers.fromstring(html.decode("utf-8", "replace"))
    found = PubdateExtractor(Configuration()).parse(url, tree) if tree is not None else None
    return found.date().isoformat() if found else None


DATERS: dict[str, Dater] = {"dragoman": dragoman_day, "htmldate": htmldate_day, "newspaper4k": newspaper_day}
MODULES = {"dragoman": "dragoman", "htmldate": "htmldate", "newspaper4k": "newspaper"}


def argued(page: Page) -> str | None:
    try:
        article = extract(page)
    except UnreadablePage:
        return None
    sentences = find_sentences(article)
    annotations = Annotations(sentences=sentences, whens=find_whens(article, sentences))
    found = argue_published(article, annotations, page.read_at)
    return found.edtf if found else None


def wrong_pages(dater: Dater, form: str, half: Half = "dev") -> tuple[int, Wrong]:
    """How many pages were read, and those dated wrong."""
    pages = list(saved_pages(half))
    put_in = FORMS[form]
    found = [(page.name, page.day, dater(put_in(page.html, date.fromisoformat(page.day)), page.url)) for page in pages]
    return len(pages), [row for row in found if row[1] != row[2]]


def fooled_pages(dater: Dater, form: str, half: Half = "dev") -> tuple[int, Wrong]:
    """Pages without their own dates that give the false day put in: how many were asked, and which."""
    asked = 0
    fooled: Wrong = []
    for page in saved_pages(half):
        day, asked = date.fromisoformat(page.day), asked + 1
        found = dater(FORMS[form](without_dates(page.html), day), "https://example.org/story")
        if found == (day + LATER).isoformat():
            fooled.append((page.name, page.day, found))
    return asked, fooled


def wrong_by_age(seen: str, half: Half = "dev") -> tuple[int, Wrong]:
    """The same for pages that nothing but an age tells of: those that without their dates come out without any.

    Counted from the reading the day has a question mark, which is not compared.
    """
    rows = []
    for page in saved_pages(half):
        if argued(Page("page.html", without_dates(page.html), "text/html")) is None:
            day = date.fromisoformat(page.day)
            read_at = None if seen != "read then" else datetime.combine(day + timedelta(days=3), time(18, 20), UTC)
            html = saved_by_age(page.html, day, seen)
            found = argued(Page("page.html", html, "text/html", read_at=read_at))
            rows.append((page.name, page.day, found and found.removesuffix("?")))
    return len(rows), [row for row in rows if row[1] != row[2]]


NEVER = ("bare clock", "classed clock", "time clock", "crawl meta", "crawl banner", "crawl line")
"""What never is the date, even where the page has no other; a modified date is the last resort then, and says so."""
BY_AGE = ("a clock", "a crawl stamp", "read then")


def wrong_gold() -> tuple[int, Wrong]:
    """The same for the text dumps of ``gold/dev``, where null is right for null."""
    names: list[Path] = sorted((shared() / "gold" / "dev").glob("*.json"))
    rows = []
    for name in names:
        meant = json.loads(name.read_text(encoding="utf-8"))["published"]["date"]
        rows.append((name.stem, meant, argued(Page(name.stem, name.with_suffix(".txt").read_bytes(), "text/plain"))))
    return len(names), [row for row in rows if row[1] != row[2]]


def figures() -> dict[str, float]:
    """Shares of pages with the exact day."""
    counted = {form: wrong_pages(dragoman_day, form) for form in FORMS}
    counted |= {f"saved by age, {seen}": wrong_by_age(seen) for seen in BY_AGE}
    counted |= {f"without its dates, {form} not taken": fooled_pages(dragoman_day, form) for form in FORMS if form in NEVER}
    counted["gold pages"] = wrong_gold()
    return {f"published day, {name}": 1 - len(wrong) / count for name, (count, wrong) in counted.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--wrong", action="store_true", help="list every wrong page")
    options.add_argument("--half", choices=("dev", "other", "all"), default="dev")
    options.add_argument("--only", choices=tuple(DATERS), action="append", help="leave the others out")
    options.add_argument("--form", choices=tuple(FORMS), action="append", help="leave the other forms out")
    chosen = options.parse_args()
    daters = [name for name in chosen.only or DATERS if is_here(name)]
    for form in chosen.form or FORMS:
        for name in daters:
            show(f"{form}, {name}", *wrong_pages(DATERS[name], form, chosen.half), listed=chosen.wrong)
    for form in [form for form in NEVER if form in (chosen.form or FORMS)]:
        for name in daters:
            show(f"{form} not taken, {name}", *fooled_pages(DATERS[name], form, chosen.half), listed=chosen.wrong)
    if not chosen.form:
        for seen in BY_AGE:
            show(f"saved by age, {seen}", *wrong_by_age(seen, chosen.half), listed=chosen.wrong)
        show("gold/dev, dragoman", *wrong_gold(), listed=chosen.wrong)


def is_here(name: str) -> bool:
    """Whether a dater is installed; says how to get one that is not."""
    if find_spec(MODULES[name]) is None:
        print(f"{name} is left out: it is not installed. pip install {name} brings it.")
        return False
    return True


def show(title: str, count: int, wrong: Wrong, *, listed: bool) -> None:
    print(f"{title:36} {count - len(wrong):4} of {count:4}  {1 - len(wrong) / max(count, 1):.3f}")
    for name, meant, found in wrong if listed else ():
        print(f"    {name}: {found}, meant {meant}")


if __name__ == "__main__":
    main()
