"""The shipped model: texts in, tags out. Only here is onnxruntime known; nothing heavy is imported before a text is tagged."""

from collections.abc import Sequence
from typing import Protocol

from dragoman.tagger.fake import FakeTagger
from dragoman.tagger.session import Tagger
from dragoman.tagger.tags import Attribution, Chain, Clause, TaggedMention, TaggedRole, TaggedTrigger, TaggedWhen, Tags, Token

__all__ = [
    "Attribution",
    "Chain",
    "Clause",
    "FakeTagger",
    "TaggedMention",
    "TaggedRole",
    "TaggedTrigger",
    "TaggedWhen",
    "Tagger",
    "Tags",
    "TagsTexts",
    "Token",
]


class TagsTexts(Protocol):
    """What both taggers are. ``sha256``: tells one model from another, None where there is none."""

    @property
    def sha256(self) -> str | None: ...

    def tag(self, texts: Sequence[str]) -> list[Tags]: ...

    def types(self, text: str, clauses: Sequence[Clause]) -> list[dict[str, float]]: ...
