"""Speakers: whom the words beside a cue mean, by name, office, government, pronoun; nobody where that is not clear."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.article import Span
from dragoman.assemble.actors import Cast, body_named, state_actor, unnamed
from dragoman.assemble.offices import Described, holder_of, past_holders
from dragoman.assemble.people import folded, same_person
from dragoman.lexicon.cues import speaker_nouns
from dragoman.lexicon.offices import office_of
from dragoman.record import Actor, ActorKind, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.annotations import Annotations, Mention
    from dragoman.article import Article

_LEADS_ON = re.compile(r"\b(?:of|for|from|to|with|in|at|on|about|against|near)\s+(?:the\s+)?\Z", re.I)
_QUALIFIED = re.compile(r"\s*(?:,|\(|(?:of|from|in|at|for)\b)")
_SINGULAR = frozenset({"he", "she"})
_BACK = 4  # sentences that a pronoun may look back
_NAME = re.compile(r"(?!The |An? )(?:[A-Z][\w.’'-]*(?:\s+|\Z)){1,4}\Z")
_JOINT = re.compile(r",?\s+and\s+|,\s+")
_PERSON: frozenset[ActorKind] = frozenset({"person"})
_BODIES: frozenset[ActorKind] = frozenset({"state", "organisation", "group", "document"})
_MANY: frozenset[ActorKind] = frozenset({"group", "unnamed", "organisation", "state"})
_ANTECEDENTS = {"he": _PERSON, "she": _PERSON, "it": _BODIES, "they": _MANY}
_SOME_BODY = frozenset(
    "group organisation organization bloc movement party alliance agency watchdog union company militia".split()
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actors that words mean, or the candidates where they don't tell; and why, where it is inferred."""

    refs: tuple[Ref, ...] = ()
    candidates: tuple[Ref, ...] = ()
    basis: str | None = None


@dataclass
class Speakers:
    """Resolves sources in text order; remembers who spoke, and whom the page describes without a name."""

    article: Article
    annotations: Annotations
    cast: Cast
    extra: dict[Ref, Actor] = field(default_factory=dict)
    spoke: list[tuple[int, tuple[Ref, ...]]] = field(default_factory=list)
    pronouns: dict[Ref, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mentions = [m for m in self.annotations.mentions if m.form != "pronoun"]
        self.mention_starts = [m.span.start for m in self.mentions]
        self.sentence_starts = [s.span.start for s in self.annotations.sentences]
        self.settled = {ref: actor.offices for ref, actor in self.cast.actors.items() if actor.offices}
        self.by_words: dict[str, Ref] = {}
        self.last_by_noun: dict[str, tuple[Ref, ...]] = {}
        self.places: defaultdict[Ref, list[Span]] = defaultdict(list)
        self.described = {d.span.end: d for d in self.cast.described}
        named = self.cast.actors.values()
        self.bodies = {n: a.id for a in named if a.kind == "organisation" for n in (a.name, *a.names)}
        self.people: defaultdict[str, dict[Ref, None]] = defaultdict(dict)
        for actor in named:
            for word in {word for name in (actor.name, *actor.names) for word in folded(name)} if actor.kind == "person" else ():
                self.people[word][actor.id] = None

    def actor(self, ref: Ref) -> Actor:
        return self.extra.get(ref) or self.cast.actors[ref]

    def resolve(self, span: Span, *, behind: bool = False) -> Resolved:
        """Whom a source means. ``behind``: its content stands before it, so names there don't bind its pronoun."""
        found = self._resolve(span, behind=behind)
        noun = self.article[span].lower().split()[-1]
        if len(found.refs) == 1 and noun in speaker_nouns():
            self.last_by_noun[noun] = found.refs
        return found

    def _resolve(self, span: Span, *, behind: bool) -> Resolved:
        words = self.article[span].lower()
        if words in {"he", "she", "it", "they"}:
            return self._pronoun(words, span, behind=behind)
        if parts := self._joint(span):
            return Resolved(parts)
        if (ref := self._named(span)) or (ref := self._governing(span)):
            return Resolved((ref,))
        return self._described(span) or self._some_body(span) or Resolved((self._unnamed(span),))

    def resolve_headline(self, span: Span) -> Resolved:
        """Whom a headline means: a state, or whoever the page names so; else a source of its own."""
        words = " ".join(self.article[span].split())
        if state := self.cast.lands.of(words.removeprefix("The ")):
            return Resolved((self._state(state, span),))
        name = folded(words)
        sharing = islice(self.people[name[-1]], 50) if name and name[-1] in self.people else ()
        people = [ref for ref in sharing if _called(self.cast.actors[ref], name)]
        if len(people) == 1:
            return Resolved((people[0],), basis="the page's only person of that name")
        body = next((self.bodies[tail] for tail in _tails(words) if tail in self.bodies), None)
        return Resolved((body,)) if body else Resolved((self._unnamed(span),), tuple(people[:5]))

    def note(self, position: int, refs: tuple[Ref, ...]) -> None:
        """Remember who spoke here."""
        if refs:
            self.spoke.append((position, refs))

    # --- by name ------------------------------------------------------------------------------------------------------------

    def _inside(self, span: Span) -> list[Mention]:
        first = bisect_right(self.mention_starts, span.start - 1)
        last = bisect_right(self.mention_starts, span.end - 1)
        return [m for m in self.mentions[first : min(last, first + 40)] if m.head.end <= span.end]

    def _joint(self, span: Span) -> tuple[Ref, ...]:
        """``A and B``: several speakers, if each part is one by name or office."""
        pieces = list(_split(self.article.text, span))
        if len(pieces) < 2:
            return ()
        refs = [self._named(piece) or self._governing(piece) for piece in pieces]
        return tuple(dict.fromkeys(ref for ref in refs if ref)) if all(refs) else ()

    def _named(self, span: Span) -> Ref | None:
        """The person or body whose name the source ends with, or begins with where a state or an apposition follows."""
        inside = self._inside(span)
        people = [m for m in inside if m.kind == "person" and m.form == "name"]
        for mention in people:
            rest = self.article.text[mention.head.end : span.end]
            if self._belongs(mention, span):
                continue
            if not rest or (mention.span.start <= span.start + 4 and _QUALIFIED.match(rest)):
                return self.cast.named.get(mention.head.start)
        for mention in inside:
            named = mention.kind == "organisation" and mention.form == "name"
            if named and self._ends(mention, span) and not self._belongs(mention, span):
                return self.cast.named.get(mention.head.start)
        return None

    def _ends(self, mention: Mention, span: Span) -> bool:
        """Whether a name ends the source, a bracket behind it aside."""
        rest = self.article.text[mention.head.end : span.end].strip()
        return not rest or (rest.startswith("(") and rest.find(")") == len(rest) - 1)

    def _belongs(self, mention: Mention, span: Span) -> bool:
        """Whether a name only tells whose people speak: "an official at the World Bank", "the lawyers of Ms Vale"."""
        return (
            mention.span.start > span.start and _LEADS_ON.search(self.article.text[span.start : mention.span.start]) is not None
        )

    def _governing(self, span: Span) -> Ref | None:
        """The state that speaks by its name, government, capital or seat."""
        text = self.article[span]
        bare = text[4:] if text.lower().startswith("the ") else text
        for mention in self._inside(span):
            meant = body_named(self.article, mention, self.cast.lands)
            if meant and meant[0] == "state" and mention.span.end == span.end and mention.span.start <= span.start + 4:
                return self.cast.states.get(meant[1])
        if (state := self.cast.lands.of(bare)) and any(m.kind in {"place", "state", "organisation"} for m in self._inside(span)):
            return self._state(state, span)
        return None

    def _state(self, name: str, span: Span) -> Ref:
        """The state's actor; made here where only its capital or seat names it."""
        if name in self.cast.states:
            return self.cast.states[name]
        key = f"state:{name}"
        if key not in self.by_words:
            actor = state_actor(self.article, name, span)
            self.extra[actor.id] = actor
            self.by_words[key] = actor.id
        return self.by_words[key]

    # --- by description -----------------------------------------------------------------------------------------------------

    def _described(self, span: Span) -> Resolved | None:
        """``the Chilean minister``, ``the council spokesman``: the holder of that office; who once was is a candidate."""
        words = self.described.get(span.end)
        if words is None or words.span.start > span.start + 4:
            words = self._by_last_words(span)
        if words is None:
            return None
        ref = holder_of(words, self.settled, self.cast.near(span.start, _PERSON))
        if ref is None:
            once = past_holders(words, self.settled)
            return Resolved(candidates=once[:5], basis="the page names only former holders of that office") if once else None
        return Resolved((ref,), basis=f"the page's holder of that office: {words.words!r}")

    def _by_last_words(self, span: Span) -> Described | None:
        text = self.article[span]
        if not text.lower().startswith(("the ", "his ", "her ", "their ", "its ")):
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
        words = self.article[span].lower().split()
        if len(words) != 2 or words[0] != "the":
            return None
        if words[1] in self.last_by_noun:
            return Resolved(self.last_by_noun[words[1]], basis=f"the last source that was a {words[1]}")
        if words[1] not in _SOME_BODY:
            return None
        spoken = [
            refs[0] for _, refs in reversed(self.spoke[-10:]) if len(refs) == 1 and self.actor(refs[0]).kind == "organisation"
        ]
        return Resolved((spoken[0],), basis="the organisation that spoke last") if spoken else None

    def _unnamed(self, span: Span) -> Ref:
        """An actor as the page describes it; the same words are the same actor."""
        words = re.sub(r"^(the|an?|one)\s+", "", " ".join(self.article[span].lower().split()))
        if words not in self.by_words:
            actor = unnamed(self.article, _kind(words, named=_NAME.match(self.article[span]) is not None), span)
            self.extra[actor.id] = actor
            self.by_words[words] = actor.id
        self.places[self.by_words[words]].append(span)
        return self.by_words[words]

    def described_actors(self) -> dict[Ref, Actor]:
        """The actors that only sources name, each with every place where it is a source."""
        places = {ref: tuple(dict.fromkeys((*actor.mentions, *self.places[ref]))) for ref, actor in self.extra.items()}
        return {ref: replace(actor, mentions=places[ref]) for ref, actor in self.extra.items()}

    # --- by pronoun ---------------------------------------------------------------------------------------------------------

    def _pronoun(self, word: str, span: Span, *, behind: bool) -> Resolved:
        kinds = _ANTECEDENTS[word]
        ranked = list(dict.fromkeys(islice(self._antecedents(span, kinds, behind=behind), 12)))
        if word in _SINGULAR:
            ranked = [ref for ref in ranked if self.pronouns.get(ref, word) == word]
        if not ranked or (word == "they" and self.actor(ranked[0]).kind == "state"):
            return Resolved(candidates=tuple(ranked[:5]))
        if word in _SINGULAR:
            self.pronouns[ranked[0]] = word
        return Resolved((ranked[0],), tuple(ranked[1:5]), f"{word!r}: the nearest who fits before it")

    def _antecedents(self, span: Span, kinds: frozenset[ActorKind], *, behind: bool) -> Iterator[Ref]:
        """Fitting actors, best first: the subject of its own sentence, then who spoke or opens the sentences before."""
        here = bisect_right(self.sentence_starts, span.start) - 1
        for back in range(_BACK + 1):
            at = here - back
            if at < 0:
                break
            sentence = self.annotations.sentences[at].span
            if back == 0:
                if not behind and kinds is not _MANY:
                    yield from self._openers(Span(sentence.start, span.start) if span.start > sentence.start else None, kinds)
                continue
            spoken = [refs for position, refs in self.spoke[-30:] if position in sentence]
            yield from (ref for refs in reversed(spoken) for ref in refs if self.actor(ref).kind in kinds)
            if kinds is not _MANY:  # a name in the singular is no "they", unless it spoke as one
                yield from self._openers(sentence, kinds)
        yield from (ref for _, refs in reversed(self.spoke[-3:]) for ref in refs if self.actor(ref).kind in kinds)

    def _openers(self, span: Span | None, kinds: frozenset[ActorKind]) -> Iterator[Ref]:
        """Actors in the order a stretch of text names them, described ones included."""
        for mention in self._inside(span) if span else ():
            ref = self.cast.named.get((mention.state or mention.head).start if mention.kind == "state" else mention.head.start)
            if ref is None and mention.form == "nominal" and mention.kind == "person":
                resolved = self._described(mention.span)
                ref = resolved.refs[0] if resolved and resolved.refs else None
            if ref is not None and self.actor(ref).kind in kinds:
                yield ref


def _split(text: str, span: Span) -> Iterator[Span]:
    """The parts of a source that "and" or a comma joins."""
    start = span.start
    for joint in _JOINT.finditer(text, span.start, span.end):
        if joint.start() > start:
            yield Span(start, joint.start())
        start = joint.end()
    if start < span.end:
        yield Span(start, span.end)


def _called(actor: Actor, name: tuple[str, ...]) -> bool:
    return any(same_person(folded(one), name) for one in (actor.name, *actor.names))


def _tails(words: str) -> Iterator[str]:
    """``Kenyan NIS`` -> itself, ``NIS``."""
    parts = words.split()
    return (" ".join(parts[at:]) for at in range(len(parts)))


def _kind(words: str, *, named: bool) -> ActorKind:
    """What an undescribed source is, by its last word for a speaker."""
    kinds = [speaker_nouns()[word] for word in re.findall(r"[\w-]+", words.split(" of ")[0]) if word in speaker_nouns()]
    if not kinds or kinds[-1] == "person":
        return "person" if not kinds and named else "unnamed"
    return kinds[-1]
