"""Words of what is said that tell the act of saying it: ``content_words.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dragoman.lexicon import alternatives, table
from dragoman.lexicon.bending import bent, objects_bent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.lexicon.bending import VerbForm, WordKind

Tell = Literal[
    "wrongs", "harms", "guilt", "duty", "faults", "outrage", "untrue", "thanks", "good", "bad", "vice", "lapse",
    "steps", "helps", "bends", "danger", "worsens", "reprisal", "need", "willing", "refusal",
]  # fmt: skip
"""What a word tells; the head of ``content_words.tsv`` says what each means."""


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word of contents, in one of its forms."""

    word: str
    kind: WordKind
    tells: frozenset[Tell]
    form: VerbForm


@cache
def content_words() -> Mapping[tuple[str, ...], tuple[ContentWord, ...]]:
    """Words in lower case, without articles and possessives -> what they may be."""
    found: dict[tuple[str, ...], list[ContentWord]] = {}
    for row in table("content_words"):
        kind = cast("WordKind", row["kind"])
        tells = frozenset(cast("tuple[Tell, ...]", alternatives(row["tells"])))
        forms = bent(row["word"], kind, alternatives(row["forms"]))
        for spelling, form in (objects_bent(forms) if kind == "verb" else forms).items():
            found.setdefault(tuple(spelling.split()), []).append(ContentWord(row["word"], kind, tells, form))
    return MappingProxyType({words: tuple(meanings) for words, meanings in found.items()})
