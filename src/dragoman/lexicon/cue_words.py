"""Words of cues, and what each does in a cue: ``cue_words.tsv``, and behind it the reporting verbs of ``cues.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dragoman.lexicon import alternatives, table
from dragoman.lexicon.bending import bent
from dragoman.lexicon.cues import cue_forms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.lexicon.bending import VerbForm, WordKind
    from dragoman.record import Act, Manner

CuePart = Literal[
    "settles", "opens", "names", "proposes", "asks", "doubts", "bids", "insists", "topics", "glosses", "senses", "light",
    "passes", "awaits", "withholds",
]  # fmt: skip

_FIRST_OF: tuple[VerbForm, ...] = ("past", "third", "ing", "base")
"""Of a verb whose forms are spelled alike ("put"), the one it is read as."""


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word of cues, as the columns of ``cue_words.tsv`` have it; ``denied`` is None where "not" leaves nothing said."""

    word: str
    kind: WordKind
    act: Act
    manner: Manner
    part: CuePart
    denied: Act | None = None


@cache
def cue_words() -> Mapping[tuple[str, ...], tuple[tuple[CueWord, VerbForm], ...]]:
    """Words in lower case, without articles and possessives -> what they may be, verbs first, each with its form.

    Example: cue_words()[("claims",)] -> the verb as third person, and the noun
    """
    found: dict[tuple[str, ...], list[tuple[CueWord, VerbForm]]] = {}
    for row in table("cue_words"):
        kind = cast("WordKind", row["kind"])
        denied = cast("Act", row["denied"]) if row["denied"] else None
        word = CueWord(
            row["word"], kind, cast("Act", row["act"]), cast("Manner", row["manner"]), cast("CuePart", row["part"]), denied
        )
        for spelling, form in bent(row["word"], kind, alternatives(row["forms"])).items():
            found.setdefault(tuple(spelling.split()), []).append((word, form))
    for spelled, (cue, forms) in cue_forms().items():
        own = {word.word for word, _ in found.get(spelled, ()) if word.kind == "verb"}
        if not own:
            part: CuePart = "opens" if cue.act in {"assert", "announce"} else "settles"
            known = next((word for word, _ in found.get(tuple(cue.base.split()), ()) if word.kind == "verb"), None)
            word = known or CueWord(cue.base, "verb", cue.act, cue.manner, part)
            found.setdefault(spelled, []).insert(0, (word, next(which for which in _FIRST_OF if which in forms)))
    return MappingProxyType({words: tuple(meanings) for words, meanings in found.items()})
