"""HTML -> Article: the title, its byline and time, and the main content, one block a line, each line body or named furniture."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from dragoman.article import Article, Dateline, Engine, FrozenMap, Genre, Link, Page, Part, Span, Stamp, Words, article_id
from dragoman.errors import UnreadablePage
from dragoman.extract import bylines, dateline, names
from dragoman.extract.encoding import Decoded
from dragoman.extract.genre import genre_of
from dragoman.extract.head import metadata
from dragoman.extract.html.blocks import blocks
from dragoman.extract.html.composition import Line, compose, placed
from dragoman.extract.html.depth import check_nesting
from dragoman.extract.language import language_of, unread_for
from dragoman.extract.turns import Turn, turns_of
from dragoman.extract.wording import stamps

SHORT_BODY = 400
"""Characters of body below which a page's JSON-LD ``articleBody`` is preferred if it has more, and a page that says it is not
free to read is taken for a stub."""
MOST_CANDIDATES = 3
"""Body lines in which a dateline is looked for."""
LONGEST_GUESSED = 2_000_000
"""Characters of the longest page shown to htmldate, which takes a second for a megabyte of small elements."""
_MARKUP = re.compile(r"<[^<>]{0,300}>")
_DATELINE_MARK = re.compile(r"[-‒–—―:|(/\[（]|\.\s")
_ZONED_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ")


def read(page: Page, decoded: Decoded, *, engine: Engine = "blocks") -> Article:
    """The article of an HTML page. Raises UnreadablePage where it holds no words or is nested too deep."""
    check_nesting(decoded.text, page.origin)
    tree = parsed(page.content, decoded)
    head = metadata.read(tree, page.url)
    outlets = names.outlet_names([field.value for field in head.outlets], head.url)
    title = names.best_title(head.titles, outlets)
    lines = _lines(tree, decoded.text, head, title.text if title else "", engine)
    if not lines:
        raise UnreadablePage(f"{page.origin}: the HTML holds no running text that a reader would see. Nothing was read from it.")
    words = "\n".join([line.text for line in lines])
    body = [line for line in lines if line.kind == "body"]
    language = language_of(" ".join([line.text for line in body[:20]]))
    turns = turns_of([line.text for line in lines], [line.kind for line in lines])
    origin = _dateline(words, [line for at, line in enumerate(lines) if line.kind == "body" and at not in turns])
    byline = next((line for line in lines if line.kind == "byline"), None)
    line_stamps = tuple(_line_stamps(lines, origin))
    return Article(
        id=article_id(page, head.url, "text/html"),
        text=words,
        language=language,
        parts=tuple(_parts(lines, origin, words, turns)),
        genre="transcript" if turns else _genre(head, title, lines),
        outlet=outlets[0] if outlets else None,
        url=head.url,
        title=_title(title, lines),
        byline=Words(byline.text, byline.span) if byline else None,
        authors=_authors(head, byline, outlets),
        dateline=origin,
        tags=tuple(Words(tag.value, field=tag.name) for tag in head.tags),
        links=tuple(_links(lines, head.url)),
        seen_at=next(
            (stamp.value for stamp in line_stamps if stamp.role == "clock" and _ZONED_MINUTE.fullmatch(stamp.value)), None
        ),
        unread=unread_for(language) or _stub(head, sum(len(line.text) for line in body)),
        fields=_fields(page, head, decoded),
        stamps=head.stamps + (line_stamps or _guessed(decoded.text, head)),
    )


def parsed(content: bytes, decoded: Decoded) -> LexborHTMLParser:
    """The tree of a page; of its very bytes where they are UTF-8, since encoding the text again takes 0.1 of a page's 3 ms."""
    as_they_are = decoded.encoding == "utf-8" and not decoded.note and not content.startswith(BOM_UTF8)
    return LexborHTMLParser(content if as_they_are else decoded.text)


def _lines(tree: LexborHTMLParser, html: str, head: metadata.Head, title: str, engine: Engine) -> list[Line]:
    """The lines of the article; from JSON-LD only where the page itself shows little."""
    if engine == "trafilatura":
        return placed([(line, "body") for line in _by_trafilatura(html)])
    lines = compose(blocks(tree), title)
    if head.body and sum(len(line.text) for line in lines if line.kind == "body") < SHORT_BODY:
        stated = [" ".join(line.split()) for line in _MARKUP.sub("\n", unescape(head.body)).split("\n") if line.strip()]
        if sum(map(len, stated)) >= SHORT_BODY:
            return placed(
                [*[(line.text, line.kind) for line in lines if line.kind != "body"], *[(line, "body") for line in stated]]
            )
    return lines


def _by_trafilatura(html: str) -> list[str]:
    import trafilatura

    text = trafilatura.extract(html, favor_precision=True, include_comments=False) or ""
    return [line for raw in text.splitlines() if (line := " ".join(raw.split()))]


def _dateline(text: str, body: Sequence[Line]) -> Dateline | None:
    """The dateline of the first body line that has one; a heading or summary may stand before it."""
    marked = [line for line in body[:MOST_CANDIDATES] if _DATELINE_MARK.search(line.text, 0, dateline.LONGEST)]
    return next((found for line in marked if (found := dateline.find(text, line.span))), None)


def _parts(lines: Sequence[Line], origin: Dateline | None, text: str, turns: Mapping[int, Turn]) -> Iterator[Part]:
    """One part a line; the one that opens with the dateline or with a speaker's label gives two."""
    for at, line in enumerate(lines):
        if at in turns:
            yield from turns[at].parts(text, line.span)
            continue
        if origin is None or origin.span not in line.span:
            yield Part(line.kind, line.span)
            continue
        end = line.span.end
        rest = line.text[origin.span.end - line.start :]
        start = end - len(rest.lstrip())
        if line.start < origin.span.start:
            yield Part(line.kind, Span(line.start, origin.span.start))
        yield Part("dateline", origin.span)
        if start < end:
            yield Part(line.kind, Span(start, end))


def _title(stated: Words | None, lines: Sequence[Line]) -> Words | None:
    """The title where it stands in the text; as the head states it where the page shows none, or another one."""
    shown = next((line for line in lines if line.kind == "title"), None)
    if shown is not None and (stated is None or names.plain(shown.text) == names.plain(stated.text)):
        return Words(shown.text, shown.span)
    return stated


def _authors(head: metadata.Head, byline: Line | None, outlets: Sequence[str]) -> tuple[Words, ...]:
    """Names from the head; from the byline where the head has none, or names but the outlet."""
    stated = names.best_authors(head.authors)
    known = {names.plain(outlet) for outlet in outlets}
    if byline is not None and all(names.plain(author.text) in known for author in stated):
        return bylines.authors(byline.text, byline.start) or tuple(_named(byline)) or stated
    return stated


def _named(byline: Line) -> Iterator[Words]:
    for name in names.author_names(byline.text):
        if (at := byline.text.find(name)) >= 0:
            yield Words(name, Span(byline.start + at, byline.start + at + len(name)))


def _links(lines: Sequence[Line], url: str | None) -> Iterator[Link]:
    for line in lines:
        if line.kind in ("read_more", "related_headline"):
            after = 0
            for anchor in line.anchors:
                at = line.text.find(anchor.words, after)
                if at >= 0:
                    after = at + len(anchor.words)
                    yield Link(line.kind, anchor.words, Span(line.start + at, line.start + after), _joined(url, anchor.href))


def _joined(url: str | None, href: str) -> str | None:
    try:
        joined = urljoin(url or "", href.strip())
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None


def _line_stamps(lines: Sequence[Line], origin: Dateline | None) -> Iterator[Stamp]:
    """Dates in lines that show when, or how long a reading takes over the text; and in the dateline."""
    begun = False
    for line in lines:
        begun = begun or line.kind == "body"
        if line.kind in ("timestamp", "byline", "page_clock"):
            yield from stamps.in_part(line.text, line.start, line.kind)
        elif line.kind == "counter" and not begun:
            yield from stamps.in_part(line.text, line.start, "timestamp")
    if origin is not None and origin.date is not None and origin.date.span is not None:
        yield from stamps.in_part(origin.date.text, origin.date.span.start, "dateline")


def _guessed(html: str, head: metadata.Head) -> tuple[Stamp, ...]:
    """What htmldate takes for the date, where nothing in the head or on the page was seen to be one: slow, and often wrong."""
    if len(html) > LONGEST_GUESSED or any(stamp.role == "published" for stamp in head.stamps):
        return ()
    from htmldate import find_date

    try:
        day = find_date(html, original_date=True, url=head.url)
    except (ValueError, TypeError, RecursionError):
        return ()
    return (Stamp(day, "htmldate", "unknown"),) if day else ()


def _fields(page: Page, head: metadata.Head, decoded: Decoded) -> FrozenMap:
    """All that the head said, and what was supplied with the page."""
    supplied = {f"supplied:{name}": value for name, value in page.supplied.items()}
    return FrozenMap({**head.fields, **supplied})


def _genre(head: metadata.Head, title: Words | None, lines: Sequence[Line]) -> Genre:
    opening = next((line.text for line in lines if line.kind == "body"), "")
    return genre_of(head.kinds, title.text if title else "", head.fields, opening)


def _stub(head: metadata.Head, length: int) -> str | None:
    """Why a page is only the beginning of an article: it says so itself, and hardly any of it is there."""
    if head.free is False and length < SHORT_BODY:
        return f"behind a paywall: only {length} characters of the article are on the page"
    return None
