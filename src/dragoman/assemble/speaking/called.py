"""Sources by name: persons, states with their governments, capitals and seats, bodies; and those that the page leaves unnamed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap
from dragoman.assemble.actors.cast import Cast, body_named, kind_of_source, state_actor, unnamed
from dragoman.assemble.actors.people import folded, same_person
from dragoman.assemble.speaking.resolved import Resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.annotations import Annotations, Mention
    from dragoman.article import Article, Span
    from dragoman.record import Actor, Ref

_LEADS_ON = re.compile(
    r"\b(?:of|for|from|to|with|in|at|on|about|against|near|by)\s+(?:(?:the|his|her|its|their)\s+)?(?:[a-z][a-z-]*\s+){0,2}\Z"
)
_LEADS = re.compile(r"\b(?:of|for|from|to|with|in|at|on|about|against|near|by|who|that|and)\b|,", re.I)
_QUALIFIED = re.compile(r"\s*(?:,|\(|(?:of|from|in|at|for)\b)")
_NAME = re.compile(r"(?!The |An? )(?:[A-Z][\w.’'-]*(?:\s+|\Z)){1,4}\Z")
_OPENING = re.compile(r"^(?:the|an?|one)\s+", re.I)
MOST_INSIDE = 40
"""Mentions of one source that are looked at."""


class Called:
    """Whom names mean; remembers who is described without one, and where each actor is mentioned beside its names."""

    def __init__(self, article: Article, annotations: Annotations, cast: Cast) -> None:
        self.article = article
        self.cast = cast
        self._mentions = sorted((m for m in annotations.mentions if m.form != "pronoun"), key=_begins)
        self._starts = [_begins(m) for m in self._mentions]
        self._extra: dict[Ref, Actor] = {}
        self._by_words: dict[str, Ref] = {}
        self._heard: defaultdict[Ref, list[Span]] = defaultdict(list)
        self._seats: defaultdict[Ref, list[Span]] = defaultdict(list)
        named = cast.actors.values()
        self._bodies = {n: a.id for a in named if a.kind == "organisation" for n in (a.name, *a.names)}
        self._people: defaultdict[str, dict[Ref, None]] = defaultdict(dict)
        for actor in (one for one in named if one.kind == "person"):
            for word in {word for name in (actor.name, *actor.names) for word in folded(name)}:
                self._people[word][actor.id] = None

    def actor(self, ref: Ref) -> Actor:
        return self._extra.get(ref) or self.cast.actors[ref]

    def heard(self, ref: Ref, span: Span) -> None:
        """Remember a place where an actor is mentioned without its name."""
        self._heard[ref].append(span)

    def inside(self, span: Span) -> list[Mention]:
        """Mentions in a stretch of text, pronouns aside."""
        first = bisect_right(self._starts, span.start - 1)
        last = bisect_right(self._starts, span.end - 1)
        return [m for m in self._mentions[first : min(last, first + MOST_INSIDE)] if m.head.end <= span.end]

    def named(self, span: Span) -> Ref | None:
        """The person or body whose name the source ends with, or begins with where a state or an apposition follows."""
        inside, text = self.inside(span), self.article.text
        for kind in ("person", "organisation"):
            for mention in (m for m in inside if m.kind == kind and m.form == "name"):
                rest = text[mention.head.end : span.end]
                begins = mention.span.start <= span.start or not _LEADS.search(text, span.start, mention.span.start)
                behind = rest.strip(" ,")
                closed = not behind or (behind[0] == "(" and behind.find(")") == len(behind) - 1)
                if not self._belongs(mention, span) and (closed or (begins and _QUALIFIED.match(rest))):
                    return self.cast.named.get(mention.head.start)
        return None

    def _belongs(self, mention: Mention, span: Span) -> bool:
        """Whether a name only tells whose people speak: "an official at the World Bank", "the lawyers of Ms Vale"."""
        before = self.article.text[span.start : mention.span.start] if mention.span.start > span.start else ""
        return _LEADS_ON.search(before) is not None

    def governing(self, span: Span) -> Ref | None:
        """The state that speaks by its name, government, capital or seat."""
        text = self.article[span]
        bare = text[4:] if text.lower().startswith("the ") else text
        inside = self.inside(span)
        for mention in inside:
            meant = body_named(self.article, mention, self.cast.lands)
            if meant and meant[0] == "state" and mention.span.end == span.end and mention.span.start <= span.start + 4:
                return self.cast.states.get(meant[1])
        if (state := self.cast.lands.of(bare)) and any(m.kind in {"place", "state", "organisation"} for m in inside):
            return self._state(state, span)
        return None

    def _state(self, name: str, span: Span) -> Ref:
        """The state's actor; made here where only its capital or seat names it. The words become one of its names."""
        ref = self.cast.states.get(name) or self._by_words.get(f"state:{name}")
        if ref is None:
            actor = state_actor(self.article, name, span)
            self._extra[actor.id] = actor
            ref = self._by_words[f"state:{name}"] = actor.id
        self._seats[ref].append(span)
        return ref

    def in_headline(self, span: Span) -> Resolved | None:
        """Whom a headline names: a state, the page's one person or body of that name."""
        words = " ".join(self.article[span].split())
        if state := self.cast.lands.of(words.removeprefix("The ")):
            return Resolved((self._state(state, span),), how="name")
        people = self.people(words)
        if len(people) == 1:
            return Resolved((people[0],), basis="the page's only person of that name", how="name")
        if body := next((self._bodies[tail] for tail in _tails(words) if tail in self._bodies), None):
            return Resolved((body,), how="name")
        return None

    def people(self, words: str) -> list[Ref]:
        """Persons of the page who may have that name."""
        name = folded(words)
        sharing = islice(self._people[name[-1]], 50) if name and name[-1] in self._people else ()
        return [ref for ref in sharing if _may_be(self.cast.actors[ref], name)]

    def unnamed(self, span: Span) -> Ref:
        """An actor as the page describes it; the same words are the same actor."""
        words = _OPENING.sub("", " ".join(self.article[span].lower().split()))
        if words not in self._by_words:
            kind = kind_of_source(words, named=_NAME.match(self.article[span]) is not None)
            actor = unnamed(self.article, kind, span)
            self._extra[actor.id] = actor
            self._by_words[words] = actor.id
        self.heard(self._by_words[words], span)
        return self._by_words[words]

    def actors(self) -> dict[Ref, Actor]:
        """All actors: those named, and those that only sources tell of, each with every place where it is mentioned."""
        return {ref: self._complete(actor) for ref, actor in {**self.cast.actors, **self._extra}.items()}

    def _complete(self, actor: Actor) -> Actor:
        heard, seats = self._heard.get(actor.id, ()), self._seats.get(actor.id, ())
        if not heard and not seats:
            return actor
        names = (" ".join(self.article[span].split()) for span in seats)
        mentions = tuple(sorted({*actor.mentions, *heard, *seats}))
        known = dict.fromkeys((*actor.names, *(name for name in names if name != actor.name)))
        basis = FrozenMap(actor.basis, names="lexicon: states, seats") if seats and len(known) > len(actor.names) else actor.basis
        return replace(actor, mentions=mentions, names=tuple(known), basis=basis)


def _begins(mention: Mention) -> int:
    """Where a name begins, whatever stands before it; a description as a whole."""
    return mention.head.start if mention.form == "name" else mention.span.start


def _may_be(actor: Actor, name: tuple[str, ...]) -> bool:
    return any(same_person(folded(one), name) for one in (actor.name, *actor.names))


def _tails(words: str) -> Iterator[str]:
    """``Kenyan NIS`` -> itself, ``NIS``."""
    parts = words.split()
    return (" ".join(parts[at:]) for at in range(len(parts)))
