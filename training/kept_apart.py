"""Texts that something other than a head is measured on: read as bare documents, to hold them against the training texts."""

from __future__ import annotations

import gzip
import json
import re
import tarfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from training.standoff import Document

# SemEval's timelines are told over the very articles of MEANTIME. The first corpus (Airbus) is kept for measuring: MEANTIME's
# articles of it are dev there. The other two and the trial corpus are learnt from, so no timeline over them is a fair figure.
TIMELINES_MEASURED = "SemEval_Task4_corpus_1/"


def read(data: Path, gold: Path | None) -> Iterator[Document]:
    """Our own annotated pages, the raw newswire, SemEval's timelines, entity links and place names, each where it is there."""
    if gold:
        for path in sorted(gold.glob("*.txt")):
            yield Document(path.stem, "gold", "dev", path.read_text(encoding="utf-8-sig"))
    newswire, timelines = (
        data / "worldwide-newswire" / "articles.tar.gz",
        data / "semeval2015-timelines" / "SemEval2015-Task4.tar.gz",
    )
    if newswire.exists():
        yield from (Document(name, "newswire-articles", "dev", text) for name, text in _members(newswire, ".txt"))
    if timelines.exists():
        found = _members(timelines, ".tml", TIMELINES_MEASURED)
        yield from (Document(name, "semeval2015-timelines", "dev", _words_of(text)) for name, text in found)
    for path in sorted((data / "elevant-fair").glob("*.jsonl.gz")):
        articles = map(json.loads, gzip.decompress(path.read_bytes()).decode().splitlines())
        yield from (Document(str(article["id"]), "elevant-fair", "dev", article["text"]) for article in articles)
    for path in sorted((data / "geoparsing").glob("*.xml.gz")):
        texts = re.findall(
            r"<text>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</text>", gzip.decompress(path.read_bytes()).decode(), re.DOTALL
        )
        yield from (Document(f"{path.stem}-{number}", "geoparsing", "dev", unescape(text)) for number, text in enumerate(texts))


def _words_of(xml: str) -> str:
    """The running text of a TimeML file, a sentence a line."""
    body = xml.partition("<TEXT>")[2].partition("</TEXT>")[0]
    return unescape(re.sub(r"<[^>]*>", "", body.replace("</s>", "\n")))


def _members(path: Path, ending: str, within: str = "") -> Iterator[tuple[str, str]]:
    with tarfile.open(path) as archive:
        for member in archive:
            if (
                member.isfile()
                and member.name.endswith(ending)
                and within in member.name
                and (file := archive.extractfile(member))
            ):
                yield Path(member.name).stem, file.read().decode("utf-8", errors="replace")
