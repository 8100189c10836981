"""One article with its parts, its statements marked where they stand, and why it was dated so."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.views.shown import StatementLine, names_of, one_line, shown, statement_lines

if TYPE_CHECKING:
    from dragoman.article import Article, Span
    from dragoman.record import Evidence, Record

READ_PARTS = frozenset({"title", "byline", "dateline", "body", "question", "speaker_label", "caption"})
"""Parts that are the article itself; all others are furniture of its page."""


Role = Literal["content", "source", "cue"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Mark:
    """What words are to one or more statements."""

    role: Role = shown("content: what was said; source: who said it; cue: the words that tell so.")  # noqa: RUF009
    numbers: tuple[int, ...] = shown("Numbers of the statements.")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a part with the same marks throughout."""

    text: str = shown("The characters, unchanged.")
    roles: tuple[Role, ...] = shown("What they are to any statement: content, source, cue; nothing for most.")
    opens: tuple[Mark, ...] = shown("Marks that begin here, the longest first.")
    closes: tuple[Mark, ...] = shown("Marks that end here, those that began last first.")


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of the page, with the blanks before it."""

    kind: str = shown("What the part does on the page: title, body, page_clock, read_more …")
    furniture: bool = shown("Whether it is furniture of the page and not the article.")
    before: str = shown("Blank characters between the part before and this one.")
    pieces: tuple[Piece, ...] = shown("Its text, cut where a mark begins or ends.")


@dataclass(frozen=True, slots=True)
class TimeLine:
    """One time expression or stamp of a page."""

    words: str = shown("The words, as the page has them.")
    start: int = shown("Where they begin.")
    end: int = shown("Where they end.")
    edtf: str | None = shown("When that is, as an EDTF date; empty for durations, repeated times and vague words.")
    timex: str | None = shown("The value in TIMEX3's notation, of durations and repeated times too.")
    kind: str = shown("date, time (of day), duration, or set (of times).")
    basis: str | None = shown("What it was reckoned from; empty where it is told in full.")


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as it is shown."""

    id: str = shown("Content id of the article.")
    origin: str = shown("Where the page came from.")
    url: str | None = shown("Its own address, where the page or its source gives one.")
    title: str | None = shown("The page's title; empty where it has none.")
    outlet: str | None = shown("Who published it, as far as the page says.")
    language: str | None = shown("Language of the text, as an ISO 639-1 code.")
    reader: str = shown("The version of Dragoman that read it, and the model if one did.")
    unread: str | None = shown("Why no facts were read from it; empty where they were.")
    published: str | None = shown("The day the page was published, as an EDTF date.")
    reasons: tuple[str, ...] = shown("What speaks for that date.")
    reckoned: str | None = shown("How that date follows from them, in words; empty where the page gives none.")
    rejected: tuple[tuple[str, str], ...] = shown("Dates that were considered and rejected, each with why.")
    parts: tuple[ShownPart, ...] = shown("The whole text, part by part.")
    statements: tuple[StatementLine, ...] = shown("Its statements in the order of the text.")
    times: tuple[TimeLine, ...] = shown("Its time expressions and stamps in the order of the text.")
    people: tuple[tuple[str, tuple[str, ...]], ...] = shown("Who is named, each with the other spellings of the name.")


def article_view(record: Record) -> ArticleView:
    article, published = record.article, record.published
    names, lines = names_of(record), statement_lines(record)
    model = f", model {record.reader.model[:19]}…" if record.reader.model else ", no model"
    return ArticleView(
        id=article.id,
        origin=record.page.origin,
        url=article.url,
        title=article.title.text if article.title else None,
        outlet=article.outlet,
        language=article.language,
        reader=f"dragoman {record.reader.version}{model}",
        unread=article.unread,
        published=published.edtf if published else None,
        reasons=tuple(cited(evidence) for evidence in published.evidence) if published else (),
        reckoned=published.basis.get("edtf") if published else None,
        rejected=tuple((date.edtf, date.why) for date in published.rejected) if published else (),
        parts=tuple(shown_parts(article, marks_of(record, lines))),
        statements=lines,
        times=tuple(time_lines(record)),
        people=tuple(
            (names[actor.id], tuple(name for name in actor.names if name != actor.name))
            for actor in sorted(record.actors, key=lambda a: (a.kind != "person", a.name, a.id))
        ),
    )


def time_lines(record: Record) -> Iterator[TimeLine]:
    for date in sorted(record.dates, key=lambda date: date.span):
        words = one_line(record.article[date.span])
        yield TimeLine(words, date.span.start, date.span.end, date.edtf, date.timex, date.kind, date.basis.get("edtf"))


def cited(evidence: Evidence) -> str:
    if evidence.span is None:
        return f"{evidence.field}: {one_line(evidence.text)}"
    return f"“{one_line(evidence.text)}” {evidence.span.start}-{evidence.span.end}"


@dataclass(frozen=True, slots=True)
class Marks:
    """Where marks begin and end: position -> what."""

    opens: dict[int, list[Mark]]
    closes: dict[int, list[Mark]]


def marks_of(record: Record, lines: Iterable[StatementLine]) -> Marks:
    """One mark for each role and span, however many statements share it."""
    by_id = {statement.id: statement for statement in record.statements}
    stand: defaultdict[tuple[Span, int], list[int]] = defaultdict(list)
    for line in lines:
        statement = by_id[line.id]
        for role, spans in enumerate((statement.content, (statement.mention,), (statement.cue,))):
            for span in dict.fromkeys(spans):
                if span is not None:
                    stand[span, role].append(line.number)
    marks = Marks(defaultdict(list), defaultdict(list))
    inner_first = sorted(stand, key=lambda at: (-at[0].start, at[0].end, -at[1]))
    for span, role in inner_first:
        marks.closes[span.end].append(Mark(ROLES[role], tuple(stand[span, role])))
    for span, role in reversed(inner_first):
        marks.opens[span.start].append(Mark(ROLES[role], tuple(stand[span, role])))
    return marks


def shown_parts(article: Article, marks: Marks) -> Iterator[ShownPart]:
    """The parts in order, cut at the marks. One pass over text and marks, however they overlap."""
    bounds = {place for part in article.parts for place in part.span}
    places = sorted(bounds.union(marks.opens, marks.closes))
    stretches = tuple(pieces(article.text, places, marks))
    last = 0
    for part in article.parts:
        own = stretches[bisect_left(places, part.span.start) : bisect_left(places, part.span.end)]
        yield ShownPart(part.kind, part.kind not in READ_PARTS, article.text[last : part.span.start], own)
        last = part.span.end


def pieces(text: str, places: list[int], marks: Marks) -> Iterator[Piece]:
    """What lies between each place and the next."""
    open_now: Counter[Role] = Counter()
    for start, end in pairwise(places):
        open_now.subtract(mark.role for mark in marks.closes.get(start, ()))
        open_now.update(mark.role for mark in marks.opens.get(start, ()))
        yield Piece(
            text=text[start:end],
            roles=tuple(role for role in ROLES if open_now[role] > 0),
            opens=tuple(marks.opens.get(start, ())),
            closes=tuple(marks.closes.get(end, ())),
        )
