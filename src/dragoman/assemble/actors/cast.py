"""Actors: one for each person, state and organisation of the article, with the names, offices and codes that go with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.article import FrozenMap, Span, content_id
from dragoman.assemble.actors.lands import Lands, lands_of
from dragoman.assemble.actors.offices import Described, Held, settle
from dragoman.assemble.actors.people import NameAt, folded, group_people, same_person, spelled_otherwise
from dragoman.lexicon.cues import speaker_nouns
from dragoman.lexicon.organisations import organisation_sources, organisations
from dragoman.lexicon.states import states
from dragoman.record import Actor, ActorKind, Evidence, Office, Ref, Succession

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.annotations import Annotations, Mention
    from dragoman.article import Article


_IN_BRACKETS = re.compile(r"\s?\(([A-Z][A-Za-z.&-]{1,9})\)")
_QUALIFIED = re.compile(r"(?<!\w)(former|acting|ex|(?<!since )(?<!and )(?<!until )(?<!by )then)[\s-]+\Z", re.I)
MOST_OFFICES = 500
"""Offices that are weighed against each other; a page with more is a list of names."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the article: the actors, and whom each mention names (by where its head begins)."""

    actors: Mapping[Ref, Actor]
    named: Mapping[int, Ref]
    states: Mapping[str, Ref]
    lands: Lands
    described: tuple[Described, ...] = ()
    starts: tuple[int, ...] = field(default=())

    def near(self, position: int, kinds: frozenset[ActorKind]) -> list[Ref]:
        """Actors of some kinds named before a position, nearest first, at most twenty mentions back."""
        at = bisect_right(self.starts, position - 1)
        refs = (self.named[start] for start in reversed(self.starts[max(0, at - 20) : at]))
        return list(dict.fromkeys(ref for ref in refs if self.actors[ref].kind in kinds))


def find_cast(article: Article, annotations: Annotations) -> Cast:
    """The persons, states and organisations that the article names."""
    mentions = annotations.mentions
    people = _people(article, mentions)
    lands = lands_of(article, mentions)
    bodies = _bodies(article, mentions, lands)
    groups = {**people, **bodies}
    named = {name.span.start: ref for ref, (_, names) in groups.items() for name in names}
    by_state = {kind_name[1]: ref for ref, (kind_name, _) in groups.items() if kind_name[0] == "state"}
    described = _described(article, mentions, named)
    offices = settle(_held(article, mentions, named)[:MOST_OFFICES], described[:MOST_OFFICES])
    actors = {
        ref: _actor(article, ref, kind, name, names, offices.get(ref, ()), by_state)
        for ref, ((kind, name), names) in groups.items()
    }
    return Cast(actors, named, by_state, lands, described, tuple(sorted(named)))


_Groups = dict[Ref, tuple[tuple[ActorKind, str], tuple[NameAt, ...]]]


def _people(article: Article, mentions: Iterable[Mention]) -> _Groups:
    heads = [NameAt(article[m.head], m.head) for m in mentions if m.kind == "person" and m.form == "name"]
    groups: _Groups = {}
    tags = [NameAt(tag.text, tag.span) for tag in article.tags if tag.span is not None and len(tag.text.split()) > 1]
    for names in group_people(heads):
        tagged = tuple(tag for tag in tags if any(same_person(folded(n.text), folded(tag.text)) for n in names[:20]))
        ref = content_id("actor", article.id, "person", names[0].span)
        groups[ref] = ("person", fullest(names)), (*names, *tagged)
    return groups


def fullest(names: Sequence[NameAt]) -> str:
    """The fullest form of a name in the text; of equals one that is not in capitals, then the first."""
    return max(names, key=lambda name: (len(name.text.split()), not name.text.isupper(), -name.span.start)).text


def _bodies(article: Article, mentions: Iterable[Mention], lands: Lands) -> _Groups:
    """States and organisations by their canonical names; a seat or capital is a place until it speaks."""
    found: defaultdict[tuple[ActorKind, str], list[NameAt]] = defaultdict(list)
    mentions = tuple(mentions)
    short = _abbreviations(article, mentions)
    for mention in mentions:
        if (meant := body_named(article, mention, lands)) is not None:
            meant = ("organisation", short.get(meant[1], meant[1])) if meant[0] == "organisation" else meant
            where = mention.state if mention.form == "nominal" and mention.state else mention.head
            found[meant].append(NameAt(article[where], where))
    for owner in (m.state for m in mentions if m.kind == "person" and m.state is not None):
        if (state := lands.of(article[owner])) is not None:
            found["state", state].append(NameAt(article[owner], owner))
    return {
        content_id("actor", article.id, kind, name): ((kind, name), tuple(sorted(set(names), key=lambda n: n.span.start)))
        for (kind, name), names in found.items()
    }


def _abbreviations(article: Article, mentions: Iterable[Mention]) -> dict[str, str]:
    """What the page itself abbreviates: "the Harbour Commission (HC)"."""
    bodies = [m.head for m in mentions if m.kind == "organisation" and m.form == "name"]
    given = [(article[head], _IN_BRACKETS.match(article.text, head.end, head.end + 14)) for head in bodies]
    return {match[1]: organisations().get(name, name) for name, match in given if match and match[1] not in organisations()}


def body_named(article: Article, mention: Mention, lands: Lands) -> tuple[ActorKind, str] | None:
    """The state or organisation that a mention names."""
    words = " ".join(article[mention.head].split())
    if mention.kind == "state":
        state = lands.of(article[mention.state] if mention.form == "nominal" and mention.state else words)
        return ("state", state) if state else None
    if mention.kind == "organisation" and mention.form == "name":
        state = lands.of(words)
        return ("state", state) if state else ("organisation", organisations().get(words, words))
    return None


def _held(article: Article, mentions: Iterable[Mention], named: Mapping[int, Ref]) -> list[Held]:
    return [
        Held(named[m.head.start], title_of(article, m), owner_of(m, named), m.office)
        for m in mentions
        if m.kind == "person" and m.form == "name" and m.office is not None and m.head.start in named
    ]


def title_of(article: Article, mention: Mention) -> str:
    """The words of a mention's office, in lower case, with "former", "then" or "acting" before them."""
    if mention.office is None:
        return ""
    words = " ".join(article[mention.office].lower().split())
    first = min(span.start for span in (mention.office, mention.state) if span is not None)
    qualified = any((found := _QUALIFIED.search(article.text, max(0, at - 18), at)) for at in (mention.office.start, first))
    return f"{found[1].lower().replace('ex', 'former')} {words}" if qualified and found else words


def owner_of(mention: Mention, named: Mapping[int, Ref]) -> Ref | None:
    """The state or body that the office in a mention is of."""
    return named.get(mention.state.start) if mention.state is not None else None


def _described(article: Article, mentions: Iterable[Mention], named: Mapping[int, Ref]) -> tuple[Described, ...]:
    return tuple(
        Described(title_of(article, m), owner_of(m, named), m.span, article[m.span])
        for m in mentions
        if m.kind == "person" and m.form == "nominal" and m.office is not None
    )


def _actor(
    article: Article,
    ref: Ref,
    kind: ActorKind,
    name: str,
    names: tuple[NameAt, ...],
    offices: tuple[Office, ...],
    by_state: Mapping[str, Ref],
) -> Actor:
    state = states().get(name) if kind == "state" else None
    codes = {k: v for k, v in (("iso3", state.iso3), ("cow", state.cow)) if v} if state else {}
    before = [s for s in states().values() if state and s.successor == state.name and s.name in by_state]
    basis = {"codes": "lexicon: states"} if codes else {}
    if kind == "state" and state is None:
        basis["kind"] = "inferred: the page speaks of its government or of an office that states have; no table knows it"
    if source := _source_of_name(kind, name, names):
        basis["name"] = source
    if kind == "person" and (two := spelled_otherwise(names)):
        basis["names"] = f"inferred: {two[0]!r} and {two[1]!r} are taken for two spellings of one name"
    if any(o.basis for o in offices):
        basis["offices"] = "; ".join(o.basis for o in offices if o.basis)
    return Actor(
        id=ref,
        kind=kind,
        name=name,
        names=tuple(dict.fromkeys(one.text for one in names if one.text != name)),
        mentions=tuple(dict.fromkeys(one.span for one in names)),
        offices=offices,
        codes=FrozenMap(codes),
        succeeds=tuple(Succession(by_state[s.name], "lexicon: predecessors") for s in before),
        basis=FrozenMap(basis),
        evidence=(Evidence.of(article, names[0].span),),
    )


def _source_of_name(kind: ActorKind, name: str, names: Sequence[NameAt]) -> str | None:
    """Where the name of a state or body comes from that none of the page's words is; None where the page has it."""
    if any(" ".join(one.text.split()) == name for one in names):
        return None
    if kind == "state" and (state := states().get(name)):
        return "lexicon: states" if state.iso3 else "lexicon: predecessors"
    source = organisation_sources().get(name) if kind == "organisation" else None
    return f"lexicon: organisations ({source})" if source else None


def state_actor(article: Article, name: str, span: Span) -> Actor:
    """A state that only its capital or seat names on this page."""
    ref = content_id("actor", article.id, "state", name)
    actor = _actor(article, ref, "state", name, (NameAt(article[span], span),), (), {})
    return replace(actor, basis=FrozenMap(actor.basis, name="lexicon: states, seats"))


def kind_of_source(words: str, *, named: bool) -> ActorKind:
    """What a source without a name is, by its last word for a speaker."""
    kinds = [speaker_nouns()[word] for word in re.findall(r"[\w-]+", words.split(" of ")[0]) if word in speaker_nouns()]
    if not kinds or kinds[-1] == "person":
        return "person" if not kinds and named else "unnamed"
    return kinds[-1]


def unnamed(article: Article, kind: ActorKind, span: Span) -> Actor:
    """An actor that the page describes without a name, as it describes it."""
    words = " ".join(article[span].split())
    ref = content_id("actor", article.id, kind, span)
    return Actor(id=ref, kind=kind, name=words, mentions=(span,), evidence=(Evidence.of(article, span),))
