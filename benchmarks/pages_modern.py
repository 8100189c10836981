"""Modern news pages of many countries: body, title and authors. The day of publication is measured in ``benchmarks.published``.

    python -m benchmarks.pages_modern           the development half
    python -m benchmarks.pages_modern --wrong   also every wrong title and author set

A title is right if its words are the gold's, case, punctuation and invisible characters aside; authors if the whole set is. The
gold was read by per-outlet parsers and often follows JSON-LD or OpenGraph. The data are found by DRAGOMAN_DATA.
"""

from __future__ import annotations

import argparse
import ast
import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.halves import Half, in_half, shared
from benchmarks.pages_html import OURS, PEERS, Saved, body_of, report, score
from dragoman.article import Article, Page
from dragoman.errors import UnreadablePage
from dragoman.extract import extract

INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\ufeff")


@dataclass(frozen=True)
class Modern(Saved):
    """A saved page with its gold title and authors; no authors where the gold has none."""

    title: str = ""
    authors: tuple[str, ...] = field(default=())


def saved_pages(half: Half = "dev") -> Iterator[Modern]:
    folder = shared() / "data" / "pages-modern"
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if in_half(row["page"], half):
            content = gzip.decompress((folder / "html" / row["page"]).read_bytes())
            yield Modern(row["page"], row["url"], content, row["body"], row["title"] or "", listed(row["authors"]))


def listed(value: object) -> tuple[str, ...]:
    """The gold's authors, written as a list or as the words of one."""
    names = ast.literal_eval(value) if isinstance(value, str) and value.startswith("[") else value
    return tuple(str(name) for name in names) if isinstance(names, list) else ()


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text).translate(INVISIBLE)).strip().casefold()


def read(page: Modern) -> Article | None:
    try:
        return extract(Page(page.name.removesuffix(".gz"), page.content, "text/html", url=page.url))
    except UnreadablePage:
        return None


def title_is_right(page: Modern, article: Article | None) -> bool:
    return article is not None and article.title is not None and plain(article.title.text) == plain(page.title)


def authors_are_right(page: Modern, article: Article | None) -> bool:
    return article is not None and {plain(author.text) for author in article.authors} == {plain(name) for name in page.authors}


def figures() -> dict[str, float]:
    """Figures of the development half for the floors."""
    pages = list(saved_pages())
    articles = [read(page) for page in pages]
    scores = score([(page.body, body_of(article) if article else "") for page, article in zip(pages, articles, strict=True)])
    pairs = list(zip(pages, articles, strict=True))
    signed = [(page, article) for page, article in pairs if page.authors]
    return {
        "body f1": scores.f1,
        "title": sum(title_is_right(*pair) for pair in pairs) / len(pairs),
        "authors": sum(authors_are_right(*pair) for pair in signed) / len(signed),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["dev", "other", "all"], default="dev")
    parser.add_argument("--wrong", action="store_true", help="show what is wrong")
    options = parser.parse_args()
    pages = list(saved_pages(options.half))
    pairs = [(page, read(page)) for page in pages]
    signed = [(page, article) for page, article in pairs if page.authors]
    titled = [pair for pair in pairs if title_is_right(*pair)]
    named = [pair for pair in signed if authors_are_right(*pair)]
    print(f"title   {len(titled)} of {len(pairs)} ({len(titled) / len(pairs):.1%})")
    print(f"authors {len(named)} of {len(signed)} ({len(named) / len(signed):.1%})")
    if options.wrong:
        for page, article in pairs:
            if not title_is_right(page, article):
                print(f"    {page.name}: {page.title!r} {article.title if article else None}")
            if page.authors and not authors_are_right(page, article):
                print(f"    {page.name}: {page.authors} {[author.text for author in article.authors] if article else None}")
    report(OURS | PEERS, pages, each=False)


if __name__ == "__main__":
    main()
