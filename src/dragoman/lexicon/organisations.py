"""Organisations that speak in the news of diplomacy, and the names they go by."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.lexicon import RECALLED, alternatives, table

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def organisations() -> Mapping[str, str]:
    """Any name of an organisation -> its canonical one; of a row that was only recalled each name -> itself."""
    pairs: dict[str, str] = {}
    for row in table("organisations"):
        recalled = row["source"] == RECALLED
        pairs.update({name: name if recalled else row["name"] for name in (row["name"], *alternatives(row["names"]))})
    return MappingProxyType(pairs)


@cache
def organisation_sources() -> Mapping[str, str]:
    """Canonical name -> the source of its row, for rows that were checked."""
    return MappingProxyType({row["name"]: row["source"] for row in table("organisations") if row["source"] != RECALLED})


@cache
def name_words(kind: str) -> frozenset[str]:
    """Words inside names, in lower case, that tell a body (``body``) or something that is nobody (``other``)."""
    return frozenset(row["word"] for row in table("name_words") if row["kind"] == kind)
