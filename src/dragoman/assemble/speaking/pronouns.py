"""Pronouns: whom "he" means, by who spoke and who opens the sentences before; the tagger's chains are a second opinion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Literal

from dragoman.article import Span
from dragoman.assemble.speaking.resolved import Resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dragoman.assemble.speaking.chains import Chains
    from dragoman.record import Actor, ActorKind, Ref

_BACK = 4
"""Sentences that a pronoun may look back."""
MOST_RANKED = 6
"""Mentions of actors who fit that are looked at: the first that fits is meant, a few more are kept as candidates."""
MOST_SPOKE = 10
"""Statements before a pronoun whose speakers are looked at."""
_PERSON: frozenset[ActorKind] = frozenset({"person"})
_BODIES: frozenset[ActorKind] = frozenset({"state", "organisation", "group", "document"})
_MANY: frozenset[ActorKind] = frozenset({"group", "unnamed", "organisation", "state"})
_MEANS: Mapping[str, tuple[str, frozenset[ActorKind]]] = {
    **dict.fromkeys("he him his himself".split(), ("he", _PERSON)),
    **dict.fromkeys("she her hers herself".split(), ("she", _PERSON)),
    **dict.fromkeys("it its itself".split(), ("it", _BODIES)),
    **dict.fromkeys("they them their theirs themselves".split(), ("they", _MANY)),
}
"""Pronoun -> its subject form, and what it can stand for."""
Gender = Literal["he", "she"]
_GENDERS: Mapping[str, Gender] = {"he": "he", "she": "she"}
FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
SELF = frozenset({"i", "me", "my", "mine", "myself"})
"""What somebody quoted says of himself."""
_CALLED: Mapping[str, Gender] = {
    **dict.fromkeys("mr mister sir lord king prince duke sheikh sultan emir".split(), "he"),
    **dict.fromkeys("mrs ms miss madam dame lady queen princess duchess sheikha".split(), "she"),
}
"""Titles that tell whether "he" or "she" is said of somebody: the text gives no other sign that is sure."""


def gender_by(title: str) -> Gender | None:
    """What a title before a name tells: ``Mr``, ``Duchess``."""
    words = title.lower().replace(".", " ").split()
    return next((_CALLED[word] for word in words if word in _CALLED), None)


def is_pronoun(word: str) -> bool:
    return word in _MEANS


@dataclass
class Pronouns:
    """Resolves pronouns in text order.

    sentences   of the article, in order
    openers     actors of some kinds in the order a stretch of text names them
    spoke       who spoke where, in text order
    genders     "he" or "she" of each person that a pronoun was resolved to
    """

    sentences: Sequence[Span]
    actor: Callable[[Ref], Actor]
    openers: Callable[[Span, frozenset[ActorKind]], Iterator[Ref]]
    chains: Chains
    spoke: list[tuple[int, tuple[Ref, ...]]] = field(default_factory=list)
    genders: dict[Ref, Gender] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = [sentence.start for sentence in self.sentences]

    def note(self, position: int, refs: tuple[Ref, ...]) -> None:
        """Remember who spoke where."""
        insort(self.spoke, (position, refs), key=lambda one: one[0])

    def resolve(self, word: str, span: Span, *, behind: bool = False, barred: tuple[Ref, ...] = ()) -> Resolved:
        """Whom a pronoun means.

        behind   what is said stands before it, so names there don't bind it
        barred   whom it can't mean: who speaks the words that it is quoted in, and would say "I"
        """
        subject, kinds = _MEANS[word]
        gender = _GENDERS.get(subject)

        def fits(ref: Ref) -> bool:
            return ref not in barred and (gender is None or self.genders.get(ref, gender) == gender)

        ranked = list(dict.fromkeys(islice(filter(fits, self._antecedents(span, kinds, behind=behind)), MOST_RANKED)))
        linked = [ref for ref in self.chains.named(span) if self.actor(ref).kind in kinds and fits(ref)]
        if not ranked and linked:
            ranked = linked[:1]
        if subject == "they" and (together := self.together(span)):
            return Resolved(together, tuple(ranked[:4]), f"{word!r}: those who spoke together before it", "pronoun")
        if not ranked or (subject == "they" and self.actor(ranked[0]).kind == "state"):
            return Resolved(candidates=tuple(ranked[:5]))
        if gender is not None:
            self.genders.setdefault(ranked[0], gender)
        if linked[:1] == ranked[:1]:
            why = f"{word!r}: the nearest who fits before it, and the tagger says the same"
            return Resolved((ranked[0],), tuple(ranked[1:5]), why, "pronoun, agreed")
        return Resolved((ranked[0],), tuple(ranked[1:5]), f"{word!r}: the nearest who fits before it", "pronoun")

    def together(self, span: Span) -> tuple[Ref, ...]:
        """Those who made the last joint statement, in the sentence before or the one before that."""
        here = bisect_right(self._starts, span.start) - 1
        since = self._starts[max(0, here - 2)] if self._starts else 0
        known = bisect_left(self.spoke, span.start, key=lambda one: one[0])
        last = (refs for position, refs in reversed(self.spoke[max(0, known - 5) : known]) if position >= since)
        return next((refs for refs in last if len(refs) > 1), ())

    def _antecedents(self, span: Span, kinds: frozenset[ActorKind], *, behind: bool) -> Iterator[Ref]:
        """Fitting actors, best first: the subject of its own sentence, then who spoke or opens the sentences before."""
        here = bisect_right(self._starts, span.start) - 1
        known = bisect_left(self.spoke, span.start, key=lambda one: one[0])
        for back in range(_BACK + 1):
            at = here - back
            if at < 0:
                break
            sentence = self.sentences[at]
            if back == 0:
                if not behind and kinds is not _MANY and span.start > sentence.start:
                    yield from self.openers(Span(sentence.start, span.start), kinds)
                continue
            spoken = [refs for position, refs in self.spoke[max(0, known - MOST_SPOKE) : known] if position in sentence]
            yield from (ref for refs in reversed(spoken) for ref in refs if self.actor(ref).kind in kinds)
            if kinds is not _MANY:  # a name in the singular is no "they", unless it spoke as one
                yield from self.openers(sentence, kinds)
        last = self.spoke[max(0, known - 3) : known]
        yield from (ref for _, refs in reversed(last) for ref in refs if self.actor(ref).kind in kinds)
