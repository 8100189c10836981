"""Statements: quotations with their speakers, addressees, act and manner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, Span, content_id
from dragoman.assemble.saying.acts import ActRead, read_act
from dragoman.assemble.saying.acts.manners import DENIED
from dragoman.assemble.saying.acts.moods import READ
from dragoman.assemble.saying.addressed import addressees
from dragoman.assemble.saying.confidence import confidence
from dragoman.assemble.saying.linked import linked
from dragoman.assemble.speaking.resolved import Resolved
from dragoman.assemble.speaking.speakers import Speakers
from dragoman.record import Evidence, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.annotations import Annotations, Quotation
    from dragoman.article import Article
    from dragoman.assemble.actors.cast import Cast
    from dragoman.record import Actor, Ref


_NO_ONE = frozenset("neither nobody none no".split())


def find_statements(article: Article, annotations: Annotations, cast: Cast) -> tuple[tuple[Statement, ...], dict[Ref, Actor]]:
    """The statements of an article, and all its actors."""
    speakers = Speakers(article, annotations, cast)
    statements: list[Statement] = []
    for quotation in annotations.quotations:
        around = statements[quotation.inside] if quotation.inside is not None else None
        told_by = around.speakers if around is not None and around.form == "direct" else ()
        resolved = _speaker(speakers, quotation, told_by)
        act = _act(article, speakers, quotation, resolved)
        heard = addressees(speakers, quotation, act.act, resolved)
        statements.append(_statement(article, quotation, resolved, act, heard, statements[-1] if statements else None))
        if not quotation.headline and not told_by:
            speakers.note((quotation.source or quotation.content[0]).start, resolved.refs)
    speakers.mention_rest(_quoted(statements))
    return linked(article, annotations, statements), speakers.actors()


def _quoted(statements: Sequence[Statement]) -> list[tuple[Span, tuple[Ref, ...]]]:
    """What stands in quotation marks, with who is quoted; of what overlaps the first."""
    found: list[tuple[Span, tuple[Ref, ...]]] = []
    pieces = sorted((piece, one.speakers) for one in statements if one.form == "direct" for piece in one.content)
    for piece, speakers in pieces:
        if not found or found[-1][0].end <= piece.start:
            found.append((piece, speakers))
    return found


def _speaker(speakers: Speakers, quotation: Quotation, told_by: tuple[Ref, ...]) -> Resolved:
    """Who speaks. ``told_by``: who is quoted with the words that it stands in."""
    if quotation.source is not None:
        if quotation.headline:
            return speakers.resolve_headline(quotation.source)
        behind = quotation.content[0].start < quotation.source.start
        return speakers.resolve(quotation.source, behind=behind, antecedent=quotation.antecedent, told_by=told_by)
    if quotation.cue is None and not quotation.headline and (last := speakers.last_speakers()):
        return Resolved(last, basis="quoted alone, right behind a statement of the same source", how="before")
    return Resolved()


def _act(article: Article, speakers: Speakers, quotation: Quotation, speaker: Resolved) -> ActRead:
    documents = bool(speaker.refs) and all(speakers.actor(ref).kind == "document" for ref in speaker.refs)
    act = read_act(
        article[quotation.cue] if quotation.cue else None,
        _words(article, quotation.content),
        form=quotation.form,
        question=quotation.question,
        document=documents,
        headline=quotation.headline,
        sourced=quotation.source is not None or quotation.cue is None,
        source=article[quotation.source] if quotation.source else "",
    )
    nobody = quotation.source is not None and article[quotation.source].lower().split(" ", 1)[0] in _NO_ONE
    return replace(act, manner="held", basis=DENIED) if nobody and act.manner != "held" else act


def _statement(
    article: Article,
    quotation: Quotation,
    resolved: Resolved,
    act: ActRead,
    heard: tuple[Ref, ...],
    before: Statement | None,
) -> Statement:
    inherited = _inherited(quotation, before)
    spans = [*([quotation.source] if quotation.source else []), *([quotation.cue] if quotation.cue else []), *quotation.content]
    basis = {"speakers": resolved.basis} if resolved.basis else {}
    if act.basis:
        basis["manner"] = act.basis
    if inherited and not heard:
        basis["addressees"] = "the same source, in the same breath as the statement before"
    return Statement(
        id=content_id("statement", article.id, *quotation.content, quotation.source or "", quotation.cue or ""),
        speakers=resolved.refs,
        candidates=resolved.candidates if not resolved.refs else (),
        mention=quotation.source,
        cue=quotation.cue,
        content=quotation.content,
        form=quotation.form,
        manner=act.manner,
        act=act.act,
        addressees=heard or inherited,
        headline=quotation.headline,
        basis=FrozenMap(basis),
        confidence=confidence(quotation, act.manner, resolved.how),
        evidence=tuple(Evidence.of(article, span) for span in dict.fromkeys(spans)),
    )


def _inherited(quotation: Quotation, before: Statement | None) -> tuple[Ref, ...]:
    """``X told Y that A, adding that B``: B was said to Y as well."""
    same = before is not None and quotation.source is not None and before.mention == quotation.source
    return before.addressees if same and before is not None else ()


def _words(article: Article, content: Sequence[Span]) -> str:
    """The beginning of what was said, pieces joined."""
    return " ".join(article.text[piece.start : min(piece.end, piece.start + READ)] for piece in content[:4])[:READ]
