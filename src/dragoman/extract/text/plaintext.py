"""Text dumps -> Article: every non-blank character in exactly one part, and the head read from the parts.

The text stays as it came. Paragraphs are judged in two steps: body or not (``prose``), then which part (``roles``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import SplitResult, urlsplit

from dragoman.article import Article, Dateline, FrozenMap, Link, Page, Part, PartKind, Span, Stamp, Words, article_id
from dragoman.errors import UnreadablePage
from dragoman.extract import bylines, dateline
from dragoman.extract.language import unread_for
from dragoman.extract.text import lines, prose, roles
from dragoman.extract.text.paragraphs import Paragraph, paragraphs
from dragoman.extract.turns import Turn, turns_of
from dragoman.extract.wording import furniture, stamps, wordings

MOST_LINES = 50_000
"""Lines of the longest page that is read; whole pages of news have some 200, a long transcript 5,000."""

Pairs = Sequence[tuple[Paragraph, PartKind]]

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LABEL = re.compile(r"\s*[:\-–—|»>/·•]+\s*")
_ZONED_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ")


def read(page: Page, text: str, *, language: str | None) -> Article:
    """Read a text dump; ``text`` becomes the article's text unchanged.

    Raises UnreadablePage where the text is blank.
    """
    split = lines.split(text)
    if not split:
        raise UnreadablePage(f"{page.origin}: it holds nothing but blanks. Nothing was read from it.")
    if len(split) > MOST_LINES:
        raise UnreadablePage(f"{page.origin}: it has {len(split)} lines, a page at most {MOST_LINES}. Nothing was read from it.")
    found = paragraphs(split)
    address = _address(page, found)
    seen = lines.see([paragraph.text for paragraph in found])
    role = roles.assign(seen, prose.likelihoods(seen), address)
    pairs = list(zip(found, role.kinds, strict=True))
    turns = turns_of([text[paragraph.start : paragraph.end] for paragraph in found], role.kinds)
    origin = _dateline(text, pairs, turns)
    parts = tuple(_parts(pairs, origin, text, turns))
    seen_stamps = tuple(_stamps(text, parts, origin, address))
    byline = next((_words(text, paragraph) for paragraph, kind in pairs if kind == "byline"), None)
    return Article(
        id=article_id(page, address, "text/plain"),
        text=text,
        language=language,
        parts=parts,
        genre="transcript" if turns else role.genre,
        outlet=_outlet(address),
        url=address,
        title=_words(text, found[role.title]) if role.title is not None else None,
        byline=byline,
        authors=bylines.authors(byline.text, byline.span.start) if byline and byline.span else (),
        dateline=origin,
        tags=tuple(_tags(text, parts)),
        links=tuple(_links(text, parts)),
        seen_at=_seen_at(seen_stamps),
        unread=unread_for(language),
        fields=_fields(page, address),
        stamps=seen_stamps,
    )


def _words(text: str, paragraph: Paragraph) -> Words:
    return Words(text[paragraph.start : paragraph.end], Span(paragraph.start, paragraph.end))


def _address(page: Page, found: Sequence[Paragraph]) -> str | None:
    """The page's address: as its source knows it, or alone on a line at either end."""
    if page.url:
        return page.url
    for paragraph in (*found[:3], found[-1]):
        if _ADDRESS.fullmatch(paragraph.text) and _split(paragraph.text).path.strip("/"):
            return paragraph.text
    return None


def _outlet(address: str | None) -> str | None:
    """The host of the page's address, the only word for its outlet that a text dump has."""
    host = _split(address).hostname if address else None
    return host.removeprefix("www.") if host else None


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:  # brackets that hold no IPv6 address
        return urlsplit("")


def _fields(page: Page, address: str | None) -> FrozenMap:
    supplied = {f"supplied:{name}": value for name, value in page.supplied.items()}
    return FrozenMap({**supplied, "address": address} if address else supplied)


def _dateline(text: str, pairs: Pairs, turns: Mapping[int, Turn]) -> Dateline | None:
    """The dateline of the first body paragraph that has one; a short heading or summary may stand before it, no speaker."""
    body = [(at, paragraph) for at, (paragraph, kind) in enumerate(pairs) if kind == "body"][:3]
    for paragraph in [paragraph for at, paragraph in body if at not in turns]:
        if found := dateline.find(text, Span(paragraph.start, paragraph.end)):
            return found
    return None


def _parts(pairs: Pairs, origin: Dateline | None, text: str, turns: Mapping[int, Turn]) -> Iterator[Part]:
    """One part a paragraph; the one that opens with the dateline or with a speaker's label gives two."""
    for at, (paragraph, kind) in enumerate(pairs):
        start = paragraph.start
        if at in turns:
            yield from turns[at].parts(text, Span(start, paragraph.end))
            continue
        if kind == "body" and origin is not None and origin.span.start == start:
            yield Part("dateline", origin.span)
            rest = text[origin.span.end : paragraph.end]
            start = origin.span.end + len(rest) - len(rest.lstrip())
        if start < paragraph.end:
            yield Part(kind, Span(start, paragraph.end))


def _stamps(text: str, parts: Sequence[Part], origin: Dateline | None, address: str | None) -> Iterator[Stamp]:
    """Every date that the furniture, the dateline and the address show."""
    if address and (day := stamps.in_address(address)):
        yield Stamp(day, "address", "unknown", field="address")
    begun = False
    for part in parts:
        begun = begun or part.kind == "body"
        if part.kind in ("page_clock", "timestamp", "byline"):
            yield from stamps.in_part(text[part.span.start : part.span.end], part.span.start, part.kind)
        elif part.kind == "counter" and not begun:
            yield from stamps.in_part(text[part.span.start : part.span.end], part.span.start, "timestamp")
    if origin is not None and origin.date is not None and origin.date.span is not None:
        yield from stamps.in_part(origin.date.text, origin.date.span.start, "dateline")


def _seen_at(found: Sequence[Stamp]) -> str | None:
    """When the page was seen, by its own clock, where that tells the minute in UTC."""
    return next((s.value for s in found if s.role == "clock" and _ZONED_MINUTE.fullmatch(s.value)), None)


def _tags(text: str, parts: Sequence[Part]) -> Iterator[Words]:
    for part in parts:
        if part.kind != "tags":
            continue
        at = part.span.start + _label_length(text[part.span.start : part.span.end], "tags")
        for item in furniture.topics(text[at : part.span.end]):
            start = text.index(item, at)
            yield Words(item, Span(start, start + len(item)))
            at = start + len(item)


def _links(text: str, parts: Sequence[Part]) -> Iterator[Link]:
    """Links to other pages by their words, without the label before them; a label alone is no link."""
    for part in parts:
        if part.kind not in ("read_more", "related_headline"):
            continue
        line = text[part.span.start : part.span.end]
        if furniture.read(line).coverage >= 0.95:
            continue
        start = part.span.start + _label_length(line, "read_more")
        if start < part.span.end:
            yield Link(part.kind, text[start : part.span.end], Span(start, part.span.end))


def _label_length(line: str, kind: str) -> int:
    """How far the label reaches that opens a line, its colon and blanks included; 0 where there is none."""
    best = 0
    for match in _LABEL.finditer(line[:80]):
        label = wordings.words(line[: match.start()])
        if " ".join(label) in wordings.phrases(kind) and ":" in match.group() + line[match.end() : match.end() + 1]:
            best = match.end()
    return best
