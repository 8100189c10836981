"""Articles of a few lines, as the tests of the page's date need them."""

from __future__ import annotations

import re

from dragoman.annotate.whens import find_whens
from dragoman.annotations import Annotations, Sentence
from dragoman.article import Article, FrozenMap, Part, PartKind, Span, Stamp

Block = tuple[PartKind, str]


def page(*blocks: Block, stamps: tuple[Stamp, ...] = (), seen_at: str | None = None, **fields: str) -> Article:
    """An article of blocks, one a line; ``__`` in the name of a field stands for a colon."""
    parts, start = [], 0
    for kind, words in blocks:
        parts.append(Part(kind, Span(start, start + len(words))))
        start += len(words) + 1
    text = "\n".join(words for _, words in blocks)
    names = FrozenMap({name.replace("__", ":"): value for name, value in fields.items()})
    return Article("article-1", text, "en", tuple(parts), stamps=stamps, seen_at=seen_at, fields=names)


def noticed(article: Article) -> Annotations:
    """Its sentences and time expressions, by rules alone."""
    sentences = tuple(
        Sentence(Span(part.span.start + found.start(), part.span.start + found.end()))
        for part in article.parts_of("body", "dateline")
        for found in re.finditer(r"\S.*?[.!?]”?(?=\s|\Z)|\S.*", article[part.span])
    )
    return Annotations(sentences=sentences, whens=find_whens(article, sentences))


def body(text: str) -> tuple[Article, Annotations]:
    article = page(("body", text))
    return article, noticed(article)
