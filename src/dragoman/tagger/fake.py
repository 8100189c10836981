"""A tagger for tests: it knows what it was told, and loads nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.tagger.tags import Clause, Tags


class FakeTagger:
    """Gives hand-written tags, and hand-written types of clauses.

    >>> FakeTagger({"He left.": Tags(sentences=(0,))}).tag(["He left.", "Unknown."])
    [Tags(sentences=(0,), ...), Tags(sentences=(), ...)]
    >>> FakeTagger(types={"He left.": {Clause(Span(0, 7)): {"RETREAT": 0.9}}}).types("He left.", [Clause(Span(0, 7))])
    [{'RETREAT': 0.9}]

    What it was not told of gets empty tags and no types, or KeyError with ``strict=True``.
    """

    def __init__(
        self,
        tags: Mapping[str, Tags] | None = None,
        *,
        types: Mapping[str, Mapping[Clause, Mapping[str, float]]] | None = None,
        strict: bool = False,
    ) -> None:
        self._tags = dict(tags or {})
        self._types = dict(types or {})
        self._strict = strict

    @property
    def sha256(self) -> None:
        """No model."""
        return None

    def tag(self, texts: Sequence[str]) -> list[Tags]:
        """The tags written for each text."""
        if self._strict:
            return [self._tags[text] for text in texts]
        return [self._tags.get(text, Tags()) for text in texts]

    def types(self, text: str, clauses: Sequence[Clause]) -> list[dict[str, float]]:
        """The types written for each clause of the text."""
        if self._strict:
            return [dict(self._types[text][one]) for one in clauses]
        known = self._types.get(text, {})
        return [dict(known.get(one, {})) for one in clauses]
