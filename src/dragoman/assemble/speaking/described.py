"""Sources by description, "the Chilean minister", "the group": the holder of that office, or who was named before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.assemble.actors.cast import kind_of_source
from dragoman.assemble.actors.offices import Described, holder_of, past_holders
from dragoman.assemble.speaking.resolved import Resolved
from dragoman.lexicon.cues import speaker_nouns
from dragoman.lexicon.offices import office_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.article import Article, Span
    from dragoman.assemble.actors.cast import Cast
    from dragoman.assemble.speaking.called import Called
    from dragoman.assemble.speaking.chains import Chains
    from dragoman.record import ActorKind, Ref

_DEFINITE = ("the ", "his ", "her ", "their ", "its ", "this ", "that ")
_SAME = ("the ", "this ", "that ")
"""What opens a description of somebody named before; "his spokesman" is somebody else."""
_PERSON: frozenset[ActorKind] = frozenset({"person"})
_BODIES: frozenset[ActorKind] = frozenset({"organisation", "state"})
_SOME_BODY = frozenset(
    "group organisation organization bloc movement party alliance agency watchdog union company militia".split()
)
_QUALIFYING = re.compile(r",|\s(?:of|for|by|at|in|from|with|on|to|who|that|which|familiar|close)\s")
_HIDDEN = frozenset({"source", "sources"})
"""Who wants no name is never taken for somebody named."""
_LONGEST_CHAINED = 5
"""Words of a description that the chain alone resolves: longer ones tell of somebody new."""


class Descriptions:
    """Whom a description means; remembers what the last source of each kind was.

    spoke   who spoke where, in text order
    """

    def __init__(
        self, article: Article, cast: Cast, called: Called, chains: Chains, spoke: Sequence[tuple[int, tuple[Ref, ...]]]
    ) -> None:
        self._article = article
        self._cast = cast
        self._called = called
        self._chains = chains
        self._spoke = spoke
        self._settled = {ref: actor.offices for ref, actor in cast.actors.items() if actor.offices}
        self._described = {one.span.end: one for one in cast.described}
        self._last_by_noun: dict[str, tuple[Ref, ...]] = {}

    def resolve(self, span: Span) -> Resolved:
        """Whom a source without a name means; somebody unnamed where nothing tells."""
        found = self._office(span) or self._some_body(span) or self._chained(span)
        return self.noted(span, found or Resolved((self._called.unnamed(span),), how="words"))

    def noted(self, span: Span, found: Resolved) -> Resolved:
        """The same, remembered by the noun that the source ends with."""
        words = self._article[span].lower()
        apposed = words.split()[-1] if found.how == "name" and "," in words else ""  # "Amnesty, a rights group"
        for noun in {_head(words), apposed} & speaker_nouns().keys() if len(found.refs) == 1 else ():
            self._last_by_noun[noun] = found.refs
        if len(found.refs) == 1 and found.how in {"office", "chain"}:
            self._called.heard(found.refs[0], span)
        return found

    def holder(self, span: Span) -> Ref | None:
        """The one who holds the office that a mention describes."""
        found = self._office(span)
        return found.refs[0] if found and found.refs else None

    def _office(self, span: Span) -> Resolved | None:
        """``the Chilean minister``, ``the council spokesman``: the holder of that office; who once was is a candidate."""
        words = self._described.get(span.end)
        if words is None or words.span.start > span.start + 4:
            words = self._by_last_words(span)
        if words is None:
            return None
        ref = holder_of(words, self._settled, self._cast.near(span.start, _PERSON))
        if ref is None:
            once = past_holders(words, self._settled)
            return Resolved(candidates=once[:5], basis="the page names only former holders of that office") if once else None
        return Resolved((ref,), basis=f"the page's holder of that office: {words.words!r}", how="office")

    def _by_last_words(self, span: Span) -> Described | None:
        text = self._article[span]
        if not text.lower().startswith(_DEFINITE[:5]):
            return None
        words = text.lower().split()
        for length in range(min(4, len(words) - 1), 0, -1):
            title = " ".join(words[-length:])
            if office_of(title) and not title.endswith("s"):
                once = words[-length - 1] in {"former", "then"}
                return Described(f"former {title}" if once else title, None, span, text)
        return None

    def _some_body(self, span: Span) -> Resolved | None:
        """``the group``: the organisation that spoke last."""
        words = self._article[span].lower().split()
        if len(words) != 2 or words[0] != "the" or words[1] == "government":
            return None
        if words[1] in self._last_by_noun:
            return Resolved(self._last_by_noun[words[1]], basis=f"the last source that was a {words[1]}", how="chain")
        if words[1] not in _SOME_BODY:
            return None
        last = [refs[0] for _, refs in reversed(self._spoke[-10:]) if len(refs) == 1]
        body = next((ref for ref in last if self._called.actor(ref).kind == "organisation"), None)
        return Resolved((body,), basis="the organisation that spoke last", how="chain") if body else None

    def _chained(self, span: Span) -> Resolved | None:
        """``the broker``, ``the council delegate``: who is named in its chain, if what it says of them may be so."""
        text = self._article[span]
        words = text.lower().split()
        if not text.lower().startswith(_SAME) or not 2 <= len(words) <= _LONGEST_CHAINED or _many(words[-1]):
            return None
        kind = kind_of_source(" ".join(words), named=False)
        fitting = _BODIES if kind == "organisation" else _PERSON if words[-1] in speaker_nouns() else _PERSON | _BODIES
        if kind == "document" or words[-1] == "government" or words[-1] in _HIDDEN:
            return None
        linked = [ref for ref in self._chains.named(span) if self._called.actor(ref).kind in fitting]
        if not linked:
            return None
        return Resolved(tuple(linked[:1]), tuple(linked[1:4]), f"{text!r} is taken for who was named before it", "chain")


def _head(words: str) -> str:
    """The noun that a description is about: ``aide`` of "a top aide of the prime minister"."""
    return _QUALIFYING.split(words.lower(), 1)[0].rstrip().rsplit(" ", 1)[-1]


def _many(noun: str) -> bool:
    """Whether a noun is a plural."""
    singular = noun.removesuffix("s")
    return noun.endswith("men") or (noun.endswith("s") and not noun.endswith("ss") and singular in speaker_nouns())
