"""Why a statement and an annotated attribution do not meet, as far as their spans tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.statements_polnear import Read
from benchmarks.tagger.differences import Difference, part_cause
from benchmarks.tagger.differences import whole as named
from benchmarks.tagger.linked import Whole, exact, meet, overlapping, shared
from dragoman.article import Article, Span
from dragoman.lexicon.cues import act_of
from dragoman.record import Statement

READ_FOR_FACTS = ("body", "title")


def differences(read: Sequence[Read]) -> Iterator[Difference]:
    """Attributions that no statement overlaps in all roles, and statements that overlap none; then those found inexactly."""
    for one in read:
        yield from missed(one)
        yield from extra(one)
        yield from inexact(one)


def missed(read: Read) -> Iterator[Difference]:
    ours = [spans for _, spans in read.ours]
    for one in read.gold:
        if not any(overlapping(one, other) for other in ours):
            near = nearest(one, ours)
            yield _difference(read, one, one, near, why_missed(one, near, read))


def nearest(one: Whole, others: Sequence[Whole]) -> Whole | None:
    """The one that shares most of its content, if any does."""
    near = [other for other in others if meet(one.content, other.content)]
    return max(near, key=lambda other: shared(one.content, other.content), default=None)


def why_missed(one: Whole, near: Whole | None, read: Read) -> str:
    if (kind := furniture(read.record.article, (*one.content, *one.cue))) is not None:
        return f"missed: extract has it as {kind}"
    if near is not None:
        return why_apart(one, near, read)
    if read.record.article.unread:
        return "missed: the page is not read"
    if any(overlapping(one, other) for other in read.nested):
        return "missed: read inside another"
    if one.cue and any(meet(one.cue, other.cue) for _, other in read.ours if other.cue):
        return "missed: the cue has other content"
    if not one.cue or not one.content:
        return f"missed: annotated without {'a cue' if one.content else 'content'}"
    known = act_of(" ".join(read.record.article[cue] for cue in one.cue)) is not None
    return f"missed: cue not found, {'known' if known else 'not known'} to the lexicon"


def why_apart(one: Whole, near: Whole, read: Read) -> str:
    """For an attribution whose content meets a statement's."""
    others = [other for other in read.gold if other != one and overlapping(other, near)]
    if others:
        return "missed: two merged" if any(meet(one.cue, other.cue) for other in others) else "missed: part of another's content"
    if not near.source and one.source and meet(one.cue, near.cue):
        return "missed: source missing"
    causes = [part_cause(role, getattr(one, role), getattr(near, role)) for role in ("cue", "source")]
    return "missed: " + " and ".join(cause for cause in causes if cause)


def furniture(article: Article, spans: Sequence[Span]) -> str | None:
    """What extract took a line for, where one of the spans lies outside title and body."""
    for part in article.parts:
        if part.kind not in READ_FOR_FACTS and any(part.span.overlaps(span) for span in spans):
            return part.kind
    return None


def extra(read: Read) -> Iterator[Difference]:
    ours = [spans for _, spans in read.ours]
    found = [one for one in read.gold if any(overlapping(one, other) for other in ours)]
    for statement, spans in read.ours:
        if any(overlapping(one, spans) for one in read.gold):
            continue
        touched = [one for one in read.gold if meet(one.content, spans.content) or (spans.cue and meet(one.cue, spans.cue))]
        if all(one in found for one in touched):  # else it is told of at what was missed
            yield _difference(read, spans, None, spans, why_extra(statement, spans, touched))


def why_extra(statement: Statement, spans: Whole, touched: Sequence[Whole]) -> str:
    if any(cue in piece for cue in spans.cue for one in touched for piece in one.content):
        return "extra: stands inside an annotated one"
    if touched:
        return "extra: one split, or read twice"
    if statement.headline:
        return "extra: headline"
    if statement.cue is None:
        return "extra: without a cue"
    return f"extra: {statement.manner}{'' if statement.mention else ', without a source'}"


def inexact(read: Read) -> Iterator[Difference]:
    """Attributions found, but none in the very same spans."""
    ours = [spans for _, spans in read.ours]
    for one in read.gold:
        fitting = [other for other in ours if overlapping(one, other)]
        if fitting and not any(exact(one, other) for other in fitting):
            near = max(fitting, key=lambda other: shared(one.content, other.content))
            yield _difference(read, one, one, near, "borders: " + why_inexact(one, near))


def why_inexact(one: Whole, near: Whole) -> str:
    if shared(one.content, near.content) < 0.5:
        return "content by more than half"
    roles = [role for role in ("content", "cue", "source") if getattr(one, role) != getattr(near, role)]
    if len(roles) > 1:
        return ", ".join(roles)
    (role,) = roles
    gold, ours = getattr(one, role), getattr(near, role)
    edges = [
        *(["begins early"] if ours[0].start < gold[0].start else ["begins late"] if ours[0].start > gold[0].start else []),
        *(["ends early"] if ours[-1].end < gold[-1].end else ["ends late"] if ours[-1].end > gold[-1].end else []),
    ]
    return f"{role} {' and '.join(edges) or 'in other pieces'}"


def _difference(read: Read, where: Whole, gold: Whole | None, ours: Whole | None, cause: str) -> Difference:
    text = read.document.text
    place = next(iter((*where.content, *where.cue, *where.source)), Span(0, 1))
    return Difference(read.document.id, text, place, named(text, gold), named(text, ours), cause)
