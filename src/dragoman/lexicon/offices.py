"""Offices that stand beside names, and what they are called besides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from dragoman.lexicon import alternatives, table

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """``of``: whether it is held in a state, a body or either. ``function``: the same task under another title, or empty."""

    title: str
    of: Literal["state", "body", "either"]
    function: str


@cache
def office_titles() -> Mapping[str, OfficeTitle]:
    """Any wording of an office, in lower case -> the office."""
    found: dict[str, OfficeTitle] = {}
    for row in table("offices"):
        title = OfficeTitle(row["title"], _kind(row["of"]), row["function"])
        for wording in (row["title"], *alternatives(row["names"])):
            found.setdefault(wording.lower(), title)
    return MappingProxyType(found)


def _kind(cell: str) -> Literal["state", "body", "either"]:
    match cell:
        case "state" | "body" | "either":
            return cell
    raise ValueError(f"lexicon/offices.tsv: an office is of a state, a body or either, not of {cell!r}.")


def office_of(words: str) -> OfficeTitle | None:
    """The office that words name, its plural included; None where they name none."""
    plain = " ".join(words.lower().split())
    return office_titles().get(plain) or office_titles().get(plain.removesuffix("s"))
