"""What words were found to mean, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dragoman.record import Ref

How = Literal["name", "office", "pronoun, agreed", "pronoun", "chain", "words", "before", "nobody"]
"""What told whom words mean: their own name; an office; a pronoun's place, with the tagger's chain agreeing or not; the chain
alone; their own words, for somebody unnamed; the statement before; nothing."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actors that words mean, or the candidates where they don't tell, best first; and why, where it is inferred."""

    refs: tuple[Ref, ...] = ()
    candidates: tuple[Ref, ...] = ()
    basis: str | None = None
    how: How = "nobody"
