"""What a statement is about: the instruments, places and gatherings named in its content.

What a speaker adds in the same breath ("…, adding that he expected more of it") is about the same, where it names nothing itself.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article import Article, Span
    from dragoman.assemble.scene.continued import Link
    from dragoman.record import Ref, Statement

_GOES_ON = frozenset({"adding", "continuing", "going", "concluding"})

MOST = 200
"""Mentions in one piece of content that are looked at."""


def tell_matters(
    article: Article, statements: Sequence[Statement], links: Sequence[Link | None], named: Sequence[tuple[Span, Ref]]
) -> tuple[Statement, ...]:
    """The statements with what their content names, each once, in the order of the text.

    links   with which earlier statement each shares an occasion
    named   mentions in text order with what they name
    """
    starts = [span.start for span, _ in named]
    about = [_about(statement, named, starts) for statement in statements]
    told = []
    for statement, own, link in zip(statements, about, links, strict=True):
        before = statements[link.to] if link is not None and link.to is not None else None
        if (
            not own
            and link is not None
            and link.to is not None
            and before
            and before.mention
            and _in_one_breath(article, before, statement)
        ):
            basis = FrozenMap(statement.basis, about="said in the same breath as the statement before, which names it")
            told.append(replace(statement, about=about[link.to], basis=basis if about[link.to] else statement.basis))
        else:
            told.append(replace(statement, about=own) if own else statement)
    return tuple(told)


def _in_one_breath(article: Article, before: Statement, statement: Statement) -> bool:
    """Whether a participle with the same source goes on from another cue: "said …, adding …"."""
    cue = statement.cue
    return before.mention == statement.mention and cue is not None and article[cue].split()[0].lower() in _GOES_ON


def _about(statement: Statement, named: Sequence[tuple[Span, Ref]], starts: Sequence[int]) -> tuple[Ref, ...]:
    found: dict[Ref, None] = {}
    for piece in statement.content:
        first, beyond = bisect_left(starts, piece.start), bisect_left(starts, piece.end)
        for span, ref in named[first : min(beyond, first + MOST)]:
            if span in piece:
                found[ref] = None
    return tuple(found)
