"""Statements: quotations with their speakers, addressees, act and manner."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, content_id
from dragoman.assemble.speakers import Resolved, Speakers
from dragoman.lexicon.cues import act_of
from dragoman.record import Evidence, Statement

if TYPE_CHECKING:
    from dragoman.annotations import Annotations, Quotation
    from dragoman.article import Article
    from dragoman.assemble.actors import Cast
    from dragoman.record import Act, Actor, Manner, Ref

_REFUSED = "accept agree allow sign recogni[sz]e join attend tolerate negotiate permit support back give trade".replace(" ", "|")
_WORDS_OF_ACT: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (
        "reject",
        re.compile(rf"\b(?:(?:(?:will|would|can) ?not|won't|wouldn't|never) (?:{_REFUSED})|unwilling\w*|refus\w+)\b", re.I),
    ),
    ("demand", re.compile(r"\b(?:must|should|(?:ha(?:s|ve)|ought) to|(?<!the )needs? to)\b", re.I)),
    (
        "condemn",
        re.compile(
            r"\b(?:unacceptable|(?:not|never|hardly) (?:an? )?acceptable|condemn\w*|outrageous|shameful|barbaric)\b", re.I
        ),
    ),
    (
        "promise",
        re.compile(
            r"\b(?:(?:remains?|is|are|was|were) committed to|(?:we|i) (?:will|shall) (?:continue|keep|stand|help))\b", re.I
        ),
    ),
    ("offer", re.compile(r"\b(?:(?:is|are|was|were|stands?) (?:ready|willing|prepared) to|readiness|willingness)\b", re.I)),
)
"""For cues that only say that something was said: the first 400 characters of the content tell the act."""

_EXPRESSED: dict[str, Act] = {
    "concern": "warn",
    "concerns": "warn",
    "readiness": "offer",
    "willingness": "offer",
    "unwillingness": "reject",
    "opposition": "reject",
    "rejection": "reject",
    "gratitude": "praise",
    "appreciation": "praise",
    "thanks": "praise",
    "support": "praise",
    "satisfaction": "praise",
    "condemnation": "condemn",
    "outrage": "condemn",
    "anger": "condemn",
    "defiance": "reject",
    "commitment": "promise",
}


def find_statements(article: Article, annotations: Annotations, cast: Cast) -> tuple[tuple[Statement, ...], dict[Ref, Actor]]:
    """The statements of an article, and the actors that only they name."""
    speakers = Speakers(article, annotations, cast)
    statements: list[Statement] = []
    for at, quotation in enumerate(annotations.quotations):
        resolved = _speaker(speakers, annotations, at)
        addressees = _addressees(speakers, quotation, resolved)
        statements.append(_statement(article, speakers, quotation, resolved, addressees, statements))
        if not quotation.headline:
            speakers.note((quotation.source or quotation.content[0]).start, resolved.refs)
    return _linked(annotations, statements), speakers.described_actors()


def _speaker(speakers: Speakers, annotations: Annotations, at: int) -> Resolved:
    quotation = annotations.quotations[at]
    if quotation.source is not None:
        if quotation.headline:
            return speakers.resolve_headline(quotation.source)
        return speakers.resolve(quotation.source, behind=quotation.content[0].start < quotation.source.start)
    if speakers.spoke and not quotation.headline:
        return Resolved(speakers.spoke[-1][1], basis="quoted alone, right behind a statement of the same source")
    return Resolved()


def _addressees(speakers: Speakers, quotation: Quotation, speaker: Resolved) -> tuple[Ref, ...]:
    if quotation.addressee is None or speakers.article[quotation.addressee].lower() in {"him", "her", "them", "us", "me", "it"}:
        return ()
    refs = speakers.resolve(quotation.addressee).refs
    return tuple(ref for ref in refs if ref not in speaker.refs)


def _statement(
    article: Article,
    speakers: Speakers,
    quotation: Quotation,
    resolved: Resolved,
    addressees: tuple[Ref, ...],
    earlier: list[Statement],
) -> Statement:
    act, manner = _act(article, quotation)
    inherited = _inherited(quotation, earlier)
    documents = resolved.refs and all(speakers.actor(ref).kind == "document" for ref in resolved.refs)
    spans = [*([quotation.source] if quotation.source else []), *([quotation.cue] if quotation.cue else []), *quotation.content]
    basis = {"speakers": resolved.basis} if resolved.basis else {}
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
        manner="written" if documents and manner == "said" else manner,
        act=act,
        addressees=addressees or inherited,
        headline=quotation.headline,
        basis=FrozenMap(basis),
        evidence=tuple(Evidence.of(article, span) for span in dict.fromkeys(spans)),
    )


def _inherited(quotation: Quotation, earlier: list[Statement]) -> tuple[Ref, ...]:
    """``X told Y that A, adding that B``: B was said to Y as well."""
    same = quotation.source is not None and bool(earlier) and earlier[-1].mention == quotation.source
    return earlier[-1].addressees if same else ()


def _act(article: Article, quotation: Quotation) -> tuple[Act, Manner]:
    """The act of the cue; where it only says that something was said, that of the content's words."""
    act, manner = (act_of(article[quotation.cue]) if quotation.cue else None) or ("assert", "said")
    if act not in {"assert", "announce"}:
        return act, manner
    words = article.text[quotation.content[0].start : min(quotation.content[-1].end, quotation.content[0].start + 400)]
    expressing = quotation.cue is not None and article[quotation.cue].lower().startswith(("express", "voic", "convey"))
    first = [word.strip(",.").lower() for word in words.split()[:3]]
    if expressing and (told := next((_EXPRESSED[word] for word in first if word in _EXPRESSED), None)):
        return told, manner
    return next((told for told, pattern in _WORDS_OF_ACT if pattern.search(words)), act), manner


def _answering(answer: Statement, question: Statement) -> Statement:
    """An answer, said to whom the page names, else to those who asked."""
    named = bool(answer.addressees) and "addressees" not in answer.basis
    if named or not question.speakers:
        return answer
    return replace(answer, addressees=question.speakers, basis=FrozenMap(answer.basis, addressees="inferred: those who asked"))


def _linked(annotations: Annotations, statements: list[Statement]) -> tuple[Statement, ...]:
    """Statements with what they stand inside of, what they answer, and each asked and answered of the other."""
    linked = list(statements)
    for at, quotation in enumerate(annotations.quotations):
        if quotation.inside is not None:
            linked[at] = replace(linked[at], inside=statements[quotation.inside].id)
        if quotation.answers is not None:
            question = statements[quotation.answers]
            linked[at] = replace(_answering(linked[at], question), answers=question.id)
    return tuple({statement.id: statement for statement in linked}.values())
