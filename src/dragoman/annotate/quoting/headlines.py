"""Headlines that give a statement with its source: "Talks Near — Envoy", "Minister: Talks Go On", "Envoy condemns raid"."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.annotate.quoting.drafts import furthest
from dragoman.annotate.rules.contents import content_of
from dragoman.annotate.rules.reports import find_reports
from dragoman.annotate.rules.units import Unit
from dragoman.annotate.tokens import tokens_of
from dragoman.annotations import Quotation
from dragoman.article import Span
from dragoman.lexicon.cues import speaker_nouns
from dragoman.lexicon.organisations import organisations
from dragoman.lexicon.states import state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.annotations import Mention
    from dragoman.article import Article

_BEHIND = re.compile(r"\s+(?P<dash>[-–—])\s+(?P<source>[^-–—:|]{2,60}?)\s*(?:\((?:VIDEO|PHOTOS?|WATCH|LIVE|[A-Z]{4,10})\))?\s*\Z")
_BEFORE = re.compile(r"\A(?P<source>[^:|–—]{2,60}?)(?P<colon>:)\s+(?=\S)")
_SURNAME = re.compile(r"[^\W\d_a-z]\w+(?:[-’'][^\W\d_a-z]\w+)?\Z")
_SAYS = re.compile(
    r",\s+(?P<cue>(?:says?|said|warns?|claims?|insists?|tells?|finds?|reveals?|admits?|vows?|urges?))\s+(?P<source>[^,:–—|]{2,60}?)\s*\Z"
)
_LONGEST = 300  # characters; a longer "headline" is none


def find_headlines(article: Article, mentions: tuple[Mention, ...]) -> tuple[Quotation, ...]:
    """The statements that the title and the links to other pages make, in text order."""
    known = {article[mention.head].lower() for mention in mentions if mention.kind == "person" and mention.form == "name"}
    surnames = known | {name.split()[-1] for name in known}
    found = [quotation for span in headline_spans(article) if (quotation := _read(article, span, surnames))]
    return tuple(sorted(found, key=lambda q: q.content[0].start))


def headline_spans(article: Article) -> tuple[Span, ...]:
    """Where headlines stand: the title, links to other pages, and lines of parts that hold such links."""
    spans = {article.title.span} if article.title and article.title.span else set()
    for link in article.links:
        start = article.text.find(link.title, link.span.start, link.span.end)
        spans.add(Span(start, start + len(link.title)) if start >= 0 and link.title else link.span)
    links = sorted(spans)
    reach = furthest(links)
    for part in article.parts_of("read_more", "related_headline"):
        at = bisect_right(reach, part.span.start)
        if at == len(links) or links[at].start >= part.span.end:
            spans.update(_lines(article.text, part.span))
    return tuple(sorted(span for span in spans if span is not None and len(span) <= _LONGEST))


def _lines(text: str, span: Span) -> Iterator[Span]:
    for line in re.finditer(r"\S[^\n]*\S", text[span.start : span.end]):
        label = re.match(r"[A-Z ]{4,20}:\s+", line.group())
        yield Span(span.start + line.start() + (label.end() if label else 0), span.start + line.end())


def _read(article: Article, span: Span, surnames: set[str]) -> Quotation | None:
    text = article[span]
    linked = article.title is None or article.title.span != span
    if (match := _BEHIND.search(text)) and _is_source(match["source"], surnames, article.outlet, linked=linked):
        content = Span(span.start, span.start + len(text[: match.start()].rstrip()))
        return _quotation(content, span.start, match.span("dash"), match.span("source"))
    if (match := _SAYS.search(text)) and match.start() > 10:
        content = Span(span.start, span.start + len(text[: match.start()].rstrip()))
        return _quotation(content, span.start, match.span("cue"), match.span("source"))
    if (match := _BEFORE.match(text)) and _is_source(match["source"], surnames, article.outlet) and len(text) - match.end() > 10:
        return _quotation(Span(span.start + match.end(), span.end), span.start, match.span("colon"), match.span("source"))
    return _cued(article, span)


def _quotation(content: Span, offset: int, cue: tuple[int, int], source: tuple[int, int]) -> Quotation | None:
    if len(content) < 10:
        return None
    at = Span(offset + source[0], offset + source[1])
    return Quotation((content,), "indirect", Span(offset + cue[0], offset + cue[1]), at, headline=True, by_form=True)


def _is_source(words: str, surnames: set[str], outlet: str | None, *, linked: bool = False) -> bool:
    """Whether a headline's tail or head names somebody who speaks, and not the paper it stands in.

    ``linked``: it is the tail of a link's words, where a single capitalised word is somebody's name.
    """
    plain = " ".join(words.split())
    if outlet and (plain.lower() in outlet.lower() or outlet.lower() in plain.lower()):
        return False
    last = plain.lower().split()[-1] if plain else ""
    known = state_of(plain) or plain in organisations() or plain.lower() in surnames or last in surnames
    if linked and _SURNAME.match(plain) and plain not in organisations():
        return True
    return bool(known) or (len(plain.split()) <= 4 and last in speaker_nouns())


def _cued(article: Article, span: Span) -> Quotation | None:
    """``Envoy condemns raid on convoy``: a headline with its cue in the present tense."""
    tokens = tuple(tokens_of(article.text, span.start, span.end))
    unit = Unit(span, tokens, {}, frozenset())
    for report in find_reports(unit, headline=True):
        spoken = (
            report.source is not None and report.form == "third" and report.entry is not None and report.entry.manner != "held"
        )
        if spoken and report.source and report.source[0] == 0 and (content := content_of(unit, report, ())):
            pieces = tuple(unit.over(*piece) for piece in content.pieces)
            return Quotation(pieces, "indirect", unit.over(*report.cue), unit.over(*report.source), headline=True)
    return None
