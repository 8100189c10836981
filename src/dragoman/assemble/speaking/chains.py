"""The tagger's chains as a second opinion: which actors are named in the chain of some words."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.annotations import Annotations
    from dragoman.article import Article, Span
    from dragoman.record import Ref

_LEADS = frozenset("of for from to with in at on by".split())


class Chains:
    """Chains by their mentions; an actor is in a chain where a mention of it ends with the actor's name, or begins with it.

    The tagger joins mentions with each other, one by one, and so puts two persons with one title into one chain now and then:
    nobody is resolved by a chain alone.
    """

    def __init__(self, article: Article, annotations: Annotations, named: Mapping[int, Ref]) -> None:
        heads = sorted((m.head, named[m.head.start]) for m in annotations.mentions if m.head.start in named and m.form == "name")
        self._article = article
        self._heads = [head for head, _ in heads]
        self._refs = [ref for _, ref in heads]
        self._of: dict[Span, int] = {}
        self._ends: dict[int, list[Span]] = {}
        self._chains = annotations.chains
        self._named: dict[int, list[tuple[int, Ref]]] = {}
        for number, chain in enumerate(annotations.chains):
            for mention in chain:
                self._of[mention] = number
                self._ends.setdefault(mention.end, []).append(mention)

    def _name_in(self, mention: Span) -> Ref | None:
        at = bisect_left(self._heads, mention.start, key=lambda head: head.start)
        while at < len(self._heads) and self._heads[at].end <= mention.end:
            head = self._heads[at]
            before = self._article.text[mention.start : head.start].lower().split()
            if (head.end == mention.end and _LEADS.isdisjoint(before)) or head.start == mention.start:
                return self._refs[at]
            at += 1
        return None

    def _names_of(self, chain: int) -> list[tuple[int, Ref]]:
        """Who is named in a chain, and where; looked for when it is first asked."""
        if chain not in self._named:
            found = ((mention.start, self._name_in(mention)) for mention in self._chains[chain])
            self._named[chain] = [(start, ref) for start, ref in found if ref is not None]
        return self._named[chain]

    def named(self, span: Span) -> Sequence[Ref]:
        """Actors in the chain of a mention, those named before it first, the nearest first; then those named behind it."""
        chain = self._of.get(span)
        if chain is None:
            ending = [mention for mention in self._ends.get(span.end, ()) if mention in span]
            chain = self._of[ending[0]] if ending else None
        if chain is None:
            return ()
        named = self._names_of(chain)
        before = [ref for start, ref in reversed(named) if start < span.start]
        behind = [ref for start, ref in named if start >= span.end]
        return tuple(dict.fromkeys((*before, *behind)))
