"""States of one page: those of the lexicon, and those that only the page uses as such."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.lexicon.states import readings, share_stem, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.annotations import Mention
    from dragoman.article import Article


@dataclass(frozen=True, slots=True)
class Lands:
    """``local``: words that the page uses as a state's name or demonym, and no table knows -> the name it uses."""

    local: Mapping[str, str]

    def of(self, words: str) -> str | None:
        """The state that a name, demonym, capital or seat means; None where it means none, or several."""
        plain = " ".join(words.split())
        return state_of(plain) or self.local.get(plain)


def lands_of(article: Article, mentions: Iterable[Mention]) -> Lands:
    """The page's own states, by name. A demonym whose state the page never names means none: "Marenian" is nobody's name."""
    names, demonyms = set[str](), set[str]()
    for mention in mentions:
        words = article[mention.head]
        if mention.form == "name" and mention.kind in {"state", "nationality"} and words not in readings():
            (names if mention.kind == "state" else demonyms).add(words)
    of = {word: min((n for n in names if share_stem(n, word)), default=None) for word in demonyms} if len(names) < 50 else {}
    return Lands(MappingProxyType({**{name: name for name in names}, **{word: name for word, name in of.items() if name}}))
