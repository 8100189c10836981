"""Content lines of text dumps: how well ``extract.plaintext`` parts an article's body from the furniture around it.

    DRAGOMAN_DATA=… python -m benchmarks.text_dumps [--half dev|other|all]

Saved pages are dumped to text with their tags thrown away, one block a line, in two ways:

all     all the text of the page (Resiliparse, ``main_content=False``)
resid   what a body extractor leaves (Resiliparse, ``main_content=True``): text with leftovers

A line is content if it is in the gold body: word for word where it has fewer than four tokens, otherwise by 70 % of its 4-grams.
Blank lines are dropped. ``prose`` shows what is lost if only ends of sentences are kept (the rule of C4, curly quotes allowed).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.halves import Half, in_half, shared
from dragoman.article import Page
from dragoman.extract.text import plaintext

TOKEN = re.compile(r"\w+")
C4_END = re.compile(r"[.!?\"”’»'…][)\]]*$")


@dataclass(frozen=True)
class Dump:
    """One page as lines, each with whether it is content."""

    page: str
    lines: tuple[str, ...]
    content: tuple[bool, ...]
    body: str
    language: str | None = None


def tokens(text: str) -> list[str]:
    return TOKEN.findall(text.casefold())


def grams(text: str) -> Counter[tuple[str, ...]]:
    toks = tokens(text)
    if len(toks) < 4:
        return Counter([tuple(toks)] if toks else [])
    return Counter(tuple(toks[i : i + 4]) for i in range(len(toks) - 3))


def label(lines: Sequence[str], body: str) -> tuple[bool, ...]:
    whole, known = {" ".join(tokens(line)) for line in body.splitlines()}, grams(body)
    return tuple(_is_content(line, whole, known) for line in lines)


def _is_content(line: str, whole: set[str], known: Counter[tuple[str, ...]]) -> bool:
    toks = tokens(line)
    if len(toks) < 4:
        return bool(toks) and " ".join(toks) in whole
    mine = grams(line)
    return sum(count for gram, count in mine.items() if gram in known) >= 0.7 * sum(mine.values())


def dump(html: str, *, main: bool) -> tuple[str, ...]:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(html, main_content=main, alt_texts=False, links=False, list_bullets=False, noscript=False)
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def pages_html(half: Half) -> Iterator[tuple[str, str, str, str | None]]:
    folder = shared() / "data" / "pages-html"
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(truth):
        if in_half(name, half):
            html = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
            yield name, html, truth[name]["articleBody"], "en"


def pages_modern(half: Half) -> Iterator[tuple[str, str, str, str | None]]:
    from resiliparse.parse.lang import detect_fast

    folder = shared() / "data" / "pages-modern"
    for row in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        name = Path(row["page"]).name
        if in_half(name, half) and row["body"]:
            html = gzip.decompress((folder / "html" / name).read_bytes()).decode("utf-8", "replace")
            yield name, html, row["body"], detect_fast(row["body"])[0]


def dumps(pages: Iterator[tuple[str, str, str, str | None]], *, main: bool) -> list[Dump]:
    made = []
    for name, html, body, language in pages:
        lines = dump(html, main=main)
        content = label(lines, body)
        if any(content):
            made.append(Dump(name, lines, content, body, language))
    return made


def keep_all(page: Dump) -> list[bool]:
    return [True] * len(page.lines)


def keep_sentences(page: Dump) -> list[bool]:
    return [bool(C4_END.search(line)) and len(tokens(line)) >= 3 for line in page.lines]


def keep_body(page: Dump) -> list[bool]:
    text = "\n".join(page.lines)
    article = plaintext.read(Page(page.page, text.encode(), "text/plain"), text, language=page.language)
    inside = bytearray(len(text) + 1)
    for part in article.parts_of("body", "dateline"):
        inside[part.span.start : part.span.end] = b"\1" * len(part.span)
    kept, start = [], 0
    for line in page.lines:
        kept.append(sum(inside[start : start + len(line)]) * 2 > len(line))
        start += len(line) + 1
    return kept


def f1(right: float, wrong: float, missed: float) -> float:
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


@dataclass(frozen=True)
class Score:
    content: float
    furniture: float
    document: float
    page: float
    """Content F1 of a page, on the mean of all pages: a long list counts for one."""
    pages: int
    lines: int
    furniture_share: float


def score(pages: Sequence[Dump], kept: Sequence[Sequence[bool]]) -> Score:
    pairs = Counter(
        (gold, mine) for page, keep in zip(pages, kept, strict=True) for gold, mine in zip(page.content, keep, strict=True)
    )
    precisions, recalls, alone = [], [], []
    for page, keep in zip(pages, kept, strict=True):
        gold, mine = grams(page.body), grams("\n".join(line for line, k in zip(page.lines, keep, strict=True) if k))
        both = sum((gold & mine).values())
        marks = Counter(zip(page.content, keep, strict=True))
        alone.append(f1(marks[True, True], marks[False, True], marks[True, False]))
        precisions.append(both / max(1, sum(mine.values())))
        recalls.append(both / max(1, sum(gold.values())))
    precision, recall = sum(precisions) / len(pages), sum(recalls) / len(pages)
    total = sum(pairs.values())
    return Score(
        content=f1(pairs[True, True], pairs[False, True], pairs[True, False]),
        furniture=f1(pairs[False, False], pairs[True, False], pairs[False, True]),
        document=2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        page=sum(alone) / len(alone),
        pages=len(pages),
        lines=total,
        furniture_share=(pairs[False, True] + pairs[False, False]) / total,
    )


METHODS: dict[str, Callable[[Dump], list[bool]]] = {
    "keep everything": keep_all,
    "prose (C4, curly quotes)": keep_sentences,
    "dragoman": keep_body,
}


def corpora(half: Half) -> Iterator[tuple[str, list[Dump]]]:
    for name, pages in (("pages-html", pages_html), ("pages-modern", pages_modern)):
        for way in ("all", "resid"):
            made = dumps(pages(half), main=way == "resid")
            if name == "pages-modern":
                yield f"{name} English {way}", [d for d in made if d.language == "en"]
                yield f"{name} other {way}", [d for d in made if d.language != "en"]
            else:
                yield f"{name} {way}", made


def figures() -> dict[str, float]:
    """Content-line and document F1 of every corpus of the dev half, for the floors."""
    found: dict[str, float] = {}
    for name, pages in corpora("dev"):
        mine = score(pages, [keep_body(page) for page in pages])
        found |= {f"{name} content": mine.content, f"{name} document": mine.document}
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--half", choices=("dev", "other", "all"), default="dev")
    half: Half = arguments.parse_args().half
    for name, pages in corpora(half):
        print(f"\n{name}, {half} half: {len(pages)} pages")
        for method, keep in METHODS.items():
            began = time.perf_counter()
            found = score(pages, [keep(page) for page in pages])
            seconds = time.perf_counter() - began
            print(
                f"  {method:26} content {found.content:.3f}  furniture {found.furniture:.3f}  document {found.document:.3f}"
                f"  content by page {found.page:.3f}"
                f"  ({found.lines} lines, {found.furniture_share:.0%} furniture, {seconds:.1f} s)"
            )


if __name__ == "__main__":
    main()
