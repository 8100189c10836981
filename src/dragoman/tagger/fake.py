"""A tagger for tests: it knows what it was told, and loads nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.tagger.tags import Tags


class FakeTagger:
    """Gives hand-written tags.

    >>> FakeTagger({"He left.": Tags(sentences=(0,))}).tag(["He left.", "Unknown."])
    [Tags(sentences=(0,), ...), Tags(sentences=(), ...)]

    A text it was not told of gets empty tags, or KeyError with ``strict=True``.
    """

    def __init__(self, tags: Mapping[str, Tags] | None = None, *, strict: bool = False) -> None:
        self._tags = dict(tags or {})
        self._strict = strict

    def tag(self, texts: Sequence[str]) -> list[Tags]:
        """The tags written for each text."""
        if self._strict:
            return [self._tags[text] for text in texts]
        return [self._tags.get(text, Tags()) for text in texts]
