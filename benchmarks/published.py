"""The day of publication, exact: saved modern news pages as they are, and with a live clock put at the top of each.

    python -m benchmarks.published            the development half, beside htmldate
    python -m benchmarks.published --wrong    also every wrong page, with what was found and what was meant

A clock shows a day 400 days after the true one, in three forms: a bare line, a classed span, ``<time datetime>``. Pages of
``gold/dev`` are counted apart: there a page without a date must come out without one. The data are found by DRAGOMAN_DATA.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.halves import Half, in_half, shared
from dragoman.annotate.sentences import find_sentences
from dragoman.annotate.whens import find_whens
from dragoman.annotations import Annotations
from dragoman.article import Page
from dragoman.assemble.dating.published import argue_published
from dragoman.errors import UnreadablePage
from dragoman.extract import extract

Dater = Callable[[bytes, str], str | None]

LATER = timedelta(days=400)
BODY = re.compile(rb"<body\b[^>]*>", re.I)


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


def with_clock(page: Saved, form: str) -> bytes:
    """The page with a clock right after ``<body>``; unchanged for the form ``as it is``."""
    day = date.fromisoformat(page.day) + LATER
    said = f"05:52 GMT {day.day} {day:%B %Y}"
    clock = {
        "as it is": "",
        "bare clock": f"<div>{said}</div>",
        "classed clock": f'<span class="date current-date">{said}</span>',
        "time clock": f'<time datetime="{day.isoformat()}T05:52:00Z">{said}</time>',
    }[form]
    body = BODY.search(page.html)
    at = body.end() if body else 0
    return page.html[:at] + clock.encode() + page.html[at:]


FORMS = ("as it is", "bare clock", "classed clock", "time clock")


def dragoman_day(html: bytes, url: str) -> str | None:
    return argued(Page("page.html", html, "text/html", url))


def htmldate_day(html: bytes, url: str) -> str | None:
    from htmldate import find_date

    found: str | None = find_date(html, extensive_search=True, original_date=True, url=url)
    return found


DATERS: dict[str, Dater] = {"dragoman": dragoman_day, "htmldate": htmldate_day}


def argued(page: Page) -> str | None:
    try:
        article = extract(page)
    except UnreadablePage:
        return None
    sentences = find_sentences(article)
    found = argue_published(article, Annotations(sentences=sentences, whens=find_whens(article, sentences)))
    return found.edtf if found else None


def wrong_pages(dater: Dater, form: str, half: Half = "dev") -> tuple[int, list[tuple[str, str, str | None]]]:
    """How many pages were read, and those dated wrong: name, day meant, what was found."""
    pages = list(saved_pages(half))
    found = [(page.name, page.day, dater(with_clock(page, form), page.url)) for page in pages]
    return len(pages), [row for row in found if row[1] != row[2]]


def wrong_gold() -> tuple[int, list[tuple[str, str, str | None]]]:
    """The same for the text dumps of ``gold/dev``, where null is right for null."""
    names: list[Path] = sorted((shared() / "gold" / "dev").glob("*.json"))
    rows = []
    for name in names:
        meant = json.loads(name.read_text(encoding="utf-8"))["published"]["date"]
        rows.append((name.stem, meant, argued(Page(name.stem, name.with_suffix(".txt").read_bytes(), "text/plain"))))
    return len(names), [row for row in rows if row[1] != row[2]]


def figures() -> dict[str, float]:
    """Shares of pages with the exact day."""
    shares = {}
    for form in FORMS:
        count, wrong = wrong_pages(dragoman_day, form)
        shares[f"published day, {form}"] = 1 - len(wrong) / count
    count, wrong = wrong_gold()
    return {**shares, "published day, gold pages": 1 - len(wrong) / count}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--wrong", action="store_true", help="list every wrong page")
    options.add_argument("--half", choices=("dev", "other", "all"), default="dev")
    options.add_argument("--only", choices=tuple(DATERS), action="append", help="leave the others out")
    chosen = options.parse_args()
    for form in FORMS:
        for name in chosen.only or DATERS:
            show(f"{form}, {name}", *wrong_pages(DATERS[name], form, chosen.half), listed=chosen.wrong)
    show("gold/dev, dragoman", *wrong_gold(), listed=chosen.wrong)


def show(title: str, count: int, wrong: list[tuple[str, str, str | None]], *, listed: bool) -> None:
    print(f"{title:32} {count - len(wrong):4} of {count:4}  {1 - len(wrong) / count:.3f}")
    for name, meant, found in wrong if listed else ():
        print(f"    {name}: {found}, meant {meant}")


if __name__ == "__main__":
    main()
