"""Addressees by occasion: who is spoken with at a meeting or on the telephone hears what is said there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.assemble.scene.continued import Link
    from dragoman.assemble.scene.scenes import Scene
    from dragoman.record import Actor, Ref, Statement

_TALKS = frozenset({"meeting", "call"})


def tell_addressees(
    statements: Sequence[Statement], links: Sequence[Link | None], scenes: Mapping[int, Scene], actors: Mapping[Ref, Actor]
) -> tuple[Statement, ...]:
    """The statements, those that name no addressee with whom they were said to by the occasion that they share.

    links    with which earlier statement or scene each shares an occasion
    scenes   by the number of their sentence
    """
    told: list[Statement] = []
    for statement, link in zip(statements, links, strict=True):
        told.append(statement)
        if link is None or statement.addressees or statement.headline or not statement.speakers:
            continue
        if link.to is not None and link.to < len(told) - 1:
            before = told[link.to]
            asked = before.answers is not None and "addressees" in before.basis
            refs, why = () if asked else before.addressees, "the same speaker goes on, on the same occasion"
        else:
            refs, why = (
                _other(scenes.get(link.scene) if link.scene is not None else None, statement, actors),
                "who was spoken with",
            )
        refs = tuple(ref for ref in refs if ref not in statement.speakers)
        if refs:
            told[-1] = replace(statement, addressees=refs, basis=FrozenMap(statement.basis, addressees=f"inferred: {why}"))
    return tuple(told)


def _other(scene: Scene | None, statement: Statement, actors: Mapping[Ref, Actor]) -> tuple[Ref, ...]:
    """The one other person at a meeting or on the telephone; nobody where several took part."""
    if scene is None or not scene.kinds & _TALKS:
        return ()
    others = [ref for ref in scene.parties if ref not in statement.speakers and actors[ref].kind == "person"]
    return tuple(others) if len(others) == 1 else ()
