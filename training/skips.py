"""What a reader leaves out, and the rule by which documents are held back for development."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from training.standoff import Document, Split


@dataclass(frozen=True, slots=True)
class Skip:
    """One thing of a source file that was not read: never repaired by guessing. ``why`` is the same words for the same cause."""

    dataset: str
    where: str
    why: str


Reading = Iterator[Document | Skip]


def held_out(key: str, *, of: int = 10) -> Split:
    """One document in ``of`` is kept for development, by a hash of its name: for sets that come without a split."""
    return "dev" if int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) % of == 0 else "train"
