"""Statements: quotations with their speakers, addressees, act and manner."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, Span, content_id
from dragoman.assemble.acts import read_act
from dragoman.assemble.acts.manners import DENIED
from dragoman.assemble.acts.moods import READ
from dragoman.assemble.confidence import confidence
from dragoman.assemble.resolved import Resolved
from dragoman.assemble.speakers import Speakers
from dragoman.record import Evidence, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.annotations import Annotations, Quotation
    from dragoman.article import Article
    from dragoman.assemble.actors import Cast
    from dragoman.record import Act, Actor, Ref


_REPLY = re.compile(r"\b(?:answer|repl[iy]|respond|retort|counter|shot back)", re.I)
FURTHEST_ANSWER = 150
"""Characters between a question and what answers it."""
_NO_ONE = frozenset("neither nobody none no".split())
_NOBODY = frozenset("us me it you himself herself themselves itself".split())
_ASKING: frozenset[Act] = frozenset({"request", "demand"})
_ASKED = re.compile(r"(?P<who>\w[^\n,;.:]{1,60}?)\s+(?:[“\"‘]?to|not to)\s")


def find_statements(article: Article, annotations: Annotations, cast: Cast) -> tuple[tuple[Statement, ...], dict[Ref, Actor]]:
    """The statements of an article, and all its actors."""
    speakers = Speakers(article, annotations, cast)
    statements: list[Statement] = []
    for quotation in annotations.quotations:
        around = statements[quotation.inside] if quotation.inside is not None else None
        told_by = around.speakers if around is not None and around.form == "direct" else ()
        resolved = _speaker(speakers, quotation, told_by)
        addressees = _addressees(speakers, quotation, resolved) or _asked_of(speakers, quotation, resolved)
        statements.append(_statement(article, speakers, quotation, resolved, addressees, statements))
        if not quotation.headline and not told_by:
            speakers.note((quotation.source or quotation.content[0]).start, resolved.refs)
    speakers.mention_rest(_quoted(statements))
    return _linked(article, annotations, statements), speakers.actors()


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


def _addressees(speakers: Speakers, quotation: Quotation, speaker: Resolved) -> tuple[Ref, ...]:
    if quotation.addressee is None or speakers.article[quotation.addressee].lower() in _NOBODY:
        return ()
    refs = speakers.resolve(quotation.addressee, told_by=speaker.refs).refs
    return tuple(ref for ref in refs if ref not in speaker.refs)


def _asked_of(speakers: Speakers, quotation: Quotation, speaker: Resolved) -> tuple[Ref, ...]:
    """``called on all parties to return``: who is asked to do something, where the content begins with them and "to"."""
    first = quotation.content[0]
    asks = quotation.cue is not None and read_act(speakers.article[quotation.cue], "", form="indirect").act in _ASKING
    match = _ASKED.match(speakers.article.text, first.start, first.end) if asks and quotation.form != "direct" else None
    if match is None:
        return ()
    ref = speakers.called.named(asked := Span(*match.span("who"))) or speakers.called.governing(asked)
    return (ref,) if ref is not None and ref not in speaker.refs else ()


def _statement(
    article: Article,
    speakers: Speakers,
    quotation: Quotation,
    resolved: Resolved,
    addressees: tuple[Ref, ...],
    earlier: list[Statement],
) -> Statement:
    documents = bool(resolved.refs) and all(speakers.actor(ref).kind == "document" for ref in resolved.refs)
    act = read_act(
        article[quotation.cue] if quotation.cue else None,
        _words(article, quotation.content),
        form=quotation.form,
        question=quotation.question,
        document=documents,
        headline=quotation.headline,
        sourced=quotation.source is not None or quotation.cue is None,
    )
    inherited = _inherited(quotation, earlier)
    spans = [*([quotation.source] if quotation.source else []), *([quotation.cue] if quotation.cue else []), *quotation.content]
    basis = {"speakers": resolved.basis} if resolved.basis else {}
    if quotation.source and article[quotation.source].lower().split()[0] in _NO_ONE and act.manner != "held":
        act = replace(act, manner="held", basis=DENIED)
    if act.basis:
        basis["manner"] = act.basis
    if inherited and not addressees:
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
        addressees=addressees or inherited,
        headline=quotation.headline,
        basis=FrozenMap(basis),
        confidence=confidence(quotation, act.manner, resolved.how),
        evidence=tuple(Evidence.of(article, span) for span in dict.fromkeys(spans)),
    )


def _inherited(quotation: Quotation, earlier: list[Statement]) -> tuple[Ref, ...]:
    """``X told Y that A, adding that B``: B was said to Y as well."""
    same = quotation.source is not None and bool(earlier) and earlier[-1].mention == quotation.source
    return earlier[-1].addressees if same else ()


def _words(article: Article, content: Sequence[Span]) -> str:
    """The beginning of what was said, pieces joined."""
    return " ".join(article.text[piece.start : min(piece.end, piece.start + READ)] for piece in content[:4])[:READ]


def _answering(answer: Statement, question: Statement) -> Statement:
    """An answer, said to whom the page names, else to those who asked."""
    named = bool(answer.addressees) and "addressees" not in answer.basis
    if named or not question.speakers:
        return answer
    return replace(answer, addressees=question.speakers, basis=FrozenMap(answer.basis, addressees="inferred: those who asked"))


def _answered(article: Article, before: Statement | None, statement: Statement) -> bool:
    """``"Will you sign?" a reporter asked. "We will", she replied.``: whether a statement answers the one right before it."""
    if before is None or before.act != "ask" or statement.cue is None or before.speakers == statement.speakers:
        return False
    gap = article.text[before.content[-1].end : min(span.start for span in statement.content)]
    return len(gap) <= FURTHEST_ANSWER and _REPLY.search(article[statement.cue]) is not None


def _linked(article: Article, annotations: Annotations, statements: list[Statement]) -> tuple[Statement, ...]:
    """Statements with what they stand inside of, what they answer, and each asked and answered of the other."""
    linked = list(statements)
    outer: int | None = None
    for at, quotation in enumerate(annotations.quotations):
        before = statements[outer] if outer is not None else None
        if quotation.answers is None and quotation.inside is None and _answered(article, before, statements[at]):
            quotation = replace(quotation, answers=outer)
        outer = at if quotation.inside is None else outer
        if quotation.inside is not None:
            linked[at] = replace(linked[at], inside=statements[quotation.inside].id)
        if quotation.answers is not None:
            question = statements[quotation.answers]
            linked[at] = replace(_answering(linked[at], question), answers=question.id)
    return tuple({statement.id: statement for statement in linked}.values())
