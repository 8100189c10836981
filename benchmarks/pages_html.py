"""The body of saved HTML pages: F1 of 4-gram shingles as Scrapinghub's article-extraction-benchmark defines it, pages a second.

    python -m benchmarks.pages_html                      the development half: ours, trafilatura, Resiliparse
    python -m benchmarks.pages_html --half all --peers   the peers alone on every page, to check the metric
    python -m benchmarks.pages_html --pages              also each page's F1, worst first

Speed is processor time in one thread for bytes to body in a warm process: decoding, parsing, extraction. ``dragoman`` makes the
whole Article (metadata, parts, stamps, hash of the page), ``dragoman, body alone`` stops at the lines. The data are found by
DRAGOMAN_DATA.
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
from statistics import mean

from benchmarks.halves import Half, in_half, shared
from dragoman.article import Article, Page
from dragoman.errors import UnreadablePage
from dragoman.extract import extract
from dragoman.extract.encoding import decode
from dragoman.extract.html import class_words
from dragoman.extract.wording import furniture

TOKEN = re.compile(r"\w+")
SHINGLE = 4
REPEATS = 3
"""Runs of which the fastest is told: the machine is never quite idle."""
Extractor = Callable[["Saved"], str]


@dataclass(frozen=True)
class Saved:
    """A saved page with its gold body."""

    name: str
    url: str
    content: bytes
    body: str


@dataclass(frozen=True)
class Counts:
    """Shingles found, invented and missed on one page, as shares of all three."""

    found: float
    invented: float
    missed: float

    @property
    def precision(self) -> float:
        return share(self.found, self.invented, perfect=self.invented == self.missed == 0)

    @property
    def recall(self) -> float:
        return share(self.found, self.missed, perfect=self.invented == self.missed == 0)

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True)
class Scores:
    """Means over pages; ``f1`` is that of mean precision and recall, ``exact`` the share of pages with the gold's very tokens."""

    f1: float
    precision: float
    recall: float
    exact: float


def saved_pages(half: Half = "dev") -> Iterator[Saved]:
    folder = shared() / "data" / "pages-html"
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, gold in sorted(truth.items()):
        if in_half(name, half):
            content = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
            yield Saved(name, gold["url"], content, gold["articleBody"])


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four tokens with its count; of a shorter text the whole of it."""
    tokens = TOKEN.findall(text)
    runs = (tuple(tokens[i : i + SHINGLE]) for i in range(max(1, len(tokens) - SHINGLE + 1)))
    return Counter(run for run in runs if run)


def compare(gold: str, predicted: str) -> Counts:
    true, told = shingles(gold), shingles(predicted)
    found = sum((true & told).values())
    counts = (found, sum(told.values()) - found, sum(true.values()) - found)
    total = sum(counts) or 1
    return Counts(*(count / total for count in counts))


def share(found: float, other: float, *, perfect: bool) -> float:
    if perfect:
        return 1.0
    return found / (found + other) if found else 0.0


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(pairs: Sequence[tuple[str, str]]) -> Scores:
    """Of (gold, predicted) bodies; pages where nothing was predicted count for recall alone, as in its evaluate.py."""
    counts = [compare(gold, told) for gold, told in pairs]
    precision = mean(c.precision for c in counts if c.found + c.invented > 0)
    recall = mean(c.recall for c in counts if c.found + c.missed > 0)
    exact = mean(TOKEN.findall(gold) == TOKEN.findall(told) for gold, told in pairs)
    return Scores(harmonic(precision, recall), precision, recall, exact)


def body_of(article: Article) -> str:
    """The body with its dateline, as a reader sees it."""
    return "\n".join(article[part.span] for part in article.parts_of("body", "dateline"))


def by_dragoman(page: Saved) -> str:
    try:
        return body_of(extract(Page(f"{page.name}.html", page.content, "text/html", url=page.url)))
    except UnreadablePage:
        return ""


def by_dragoman_body_alone(page: Saved) -> str:
    from dragoman.extract.html import composition
    from dragoman.extract.html.blocks import blocks
    from dragoman.extract.html.page import parsed

    tree = parsed(page.content, decode(page.content, "text/html"))
    title = tree.css_first("h1")
    lines = composition.compose(blocks(tree), title.text() if title else "")
    return "\n".join(line.text for line in lines if line.kind == "body")


def by_trafilatura(page: Saved) -> str:
    import trafilatura

    return trafilatura.extract(decode(page.content, "text/html").text, favor_precision=True, include_comments=False) or ""


def by_resiliparse(page: Saved) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    # List bullets and texts of images are no words of the page, and the published figure is without them.
    text = decode(page.content, "text/html").text
    return extract_plain_text(text, main_content=True, list_bullets=False, alt_texts=False)


PEERS: dict[str, Extractor] = {"trafilatura favor_precision": by_trafilatura, "resiliparse main_content": by_resiliparse}
OURS: dict[str, Extractor] = {"dragoman": by_dragoman, "dragoman, body alone": by_dragoman_body_alone}


def run(extractor: Extractor, pages: Sequence[Saved], repeats: int = REPEATS) -> tuple[list[str], float]:
    """Bodies, and pages a second in the fastest of several runs after one to warm up."""
    bodies = [extractor(page) for page in pages]
    fastest = float("inf")
    for _ in range(repeats):
        forget()
        start = time.process_time()
        for page in pages:
            extractor(page)
        fastest = min(fastest, time.process_time() - start)
    return bodies, len(pages) / fastest


def forget() -> None:
    """Empty what Dragoman remembers of the pages it has read, so that a second run over them is no faster than the first."""
    for remembered in (class_words.cues_of_names, furniture.read):
        remembered.cache_clear()


def figures() -> dict[str, float]:
    """Figures of the development half for the floors."""
    pages = list(saved_pages())
    scores = score([(page.body, by_dragoman(page)) for page in pages])
    return {"f1": scores.f1, "precision": scores.precision, "recall": scores.recall, "exact": scores.exact}


def report(extractors: dict[str, Extractor], pages: Sequence[Saved], *, each: bool) -> None:
    print(f"{len(pages)} pages   F1 precision recall exact | pages/s")
    for name, extractor in extractors.items():
        bodies, speed = run(extractor, pages)
        pairs = [(page.body, body) for page, body in zip(pages, bodies, strict=True)]
        s = score(pairs)
        print(f"{name:28} {s.f1:.3f} {s.precision:.3f} {s.recall:.3f} {s.exact:.3f} | {speed:.0f}", flush=True)
        if each:
            for f1, page in sorted(
                (compare(page.body, body).f1, page.name) for page, (_, body) in zip(pages, pairs, strict=True)
            ):
                print(f"    {f1:.2f} {page}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["dev", "other", "all"], default="dev")
    parser.add_argument("--peers", action="store_true", help="leave ours out")
    parser.add_argument("--pages", action="store_true", help="show each page")
    options = parser.parse_args()
    report(PEERS if options.peers else OURS | PEERS, list(saved_pages(options.half)), each=options.pages)


if __name__ == "__main__":
    main()
