"""What a statement stands inside of, and which question it answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap

if TYPE_CHECKING:
    from dragoman.annotations import Annotations
    from dragoman.article import Article
    from dragoman.record import Statement

_REPLY = re.compile(r"\b(?:answer|repl[iy]|respond|retort|counter|shot back)", re.I)
FURTHEST_ANSWER = 150
"""Characters between a question and what answers it."""


def linked(article: Article, annotations: Annotations, statements: list[Statement]) -> tuple[Statement, ...]:
    """Statements with what they stand inside of, what they answer, and each asked and answered of the other."""
    told = list(statements)
    outer: int | None = None
    for at, quotation in enumerate(annotations.quotations):
        before = statements[outer] if outer is not None else None
        if quotation.answers is None and quotation.inside is None and _answered(article, before, statements[at]):
            quotation = replace(quotation, answers=outer)
        outer = at if quotation.inside is None else outer
        if quotation.inside is not None:
            told[at] = replace(told[at], inside=statements[quotation.inside].id)
        if quotation.answers is not None:
            question = statements[quotation.answers]
            told[at] = replace(_answering(told[at], question), answers=question.id)
    return tuple({statement.id: statement for statement in told}.values())


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
    apart = min(span.start for span in statement.content) - before.content[-1].end
    return apart <= FURTHEST_ANSWER and _REPLY.search(article[statement.cue]) is not None
