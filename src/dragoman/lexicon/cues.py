"""Cues: the words that report speech, and the nouns for those who speak."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dragoman.lexicon import alternatives, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.record import Act, ActorKind, Manner

CueForm = Literal["base", "third", "past", "ing"]
_FORMS: tuple[CueForm, ...] = ("base", "third", "past", "ing")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: the act it performs, how it was said, and what it takes (columns of ``cues.tsv``)."""

    base: str
    act: Act
    manner: Manner
    takes: frozenset[str]


@cache
def cue_forms() -> Mapping[tuple[str, ...], tuple[Cue, frozenset[CueForm]]]:
    """Words of a cue, in lower case -> the cue, and which forms of it these words may be."""
    found: dict[tuple[str, ...], tuple[Cue, frozenset[CueForm]]] = {}
    for row in table("cues"):
        takes = frozenset(alternatives(row["takes"]))
        cue = Cue(row["base"], cast("Act", row["act"]), cast("Manner", row["manner"]), takes)
        for form in _FORMS:
            for spelling in alternatives(row[form]):
                words = tuple(spelling.split())
                _, forms = found.get(words, (cue, frozenset[CueForm]()))
                found[words] = (cue, forms | {form})
    return MappingProxyType(found)


@cache
def noun_forms() -> frozenset[str]:
    """Forms of cues that are nouns as well ("claims", "reports"): verbs only before a clause or quotation."""
    return frozenset(word for row in table("cues") for word in alternatives(row["nouns"]))


@cache
def longest_cue() -> Mapping[str, int]:
    """First word -> number of words of the longest cue that begins with it."""
    lengths: dict[str, int] = {}
    for words in cue_forms():
        lengths[words[0]] = max(len(words), lengths.get(words[0], 0))
    return MappingProxyType(lengths)


@cache
def act_of(cue: str) -> tuple[Act, Manner] | None:
    """The act and manner of a cue as it stands in a text; None where the table has no such cue."""
    words = tuple(cue.lower().split())
    for length in range(len(words), 0, -1):
        if known := cue_forms().get(words[:length]):
            return known[0].act, known[0].manner
    return None


@cache
def speaker_nouns() -> Mapping[str, ActorKind]:
    """Nouns for those who speak, singular and plural, in lower case -> person, organisation or document."""
    found: dict[str, ActorKind] = {}
    for row in table("speakers"):
        kind = cast("ActorKind", row["kind"])
        found.update(dict.fromkeys((row["noun"].lower(), plural(row["noun"].lower())), kind))
    return MappingProxyType(found)


def plural(noun: str) -> str:
    """``ministry`` -> ``ministries``, ``spokesman`` -> ``spokesmen``."""
    if noun.endswith("man") and noun != "human":
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
