"""Speakers: whom the words beside a cue mean, by name, office, government, pronoun; nobody where that is not clear."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.article import Span
from dragoman.assemble.speaking.called import Called
from dragoman.assemble.speaking.chains import Chains
from dragoman.assemble.speaking.described import Descriptions
from dragoman.assemble.speaking.pronouns import FIRST, SELF, Pronouns, gender_by, is_pronoun
from dragoman.assemble.speaking.resolved import Resolved
from dragoman.lexicon.cues import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.annotations import Annotations
    from dragoman.article import Article
    from dragoman.assemble.actors.cast import Cast
    from dragoman.assemble.speaking.resolved import How
    from dragoman.record import Actor, ActorKind, Ref

_AND = re.compile(r"\s(?:and|&|with)\s", re.I)
_BOTH = re.compile(
    r"(?:both(?: of them)?|both (?:sides|countries|leaders|ministers|states|parties)|the (?:two|pair|duo)(?: [a-z]+)?)\Z"
)
_JOINT = re.compile(r",?\s+(?:and|&|(?:along|together)\s+with)\s+|,\s+", re.I)
_RELATIVE = re.compile(r",?\s+(?:who|which|whose|whom|where)\b|\s+-+\s|\s[–—]\s")
_LATTER = re.compile(r"(?:the )?(?P<which>latter|former)\Z", re.I)
MOST_PARTS = 12
"""Speakers of one joint statement that are looked for."""


class Speakers:
    """Resolves sources in text order; remembers who spoke, and whom the page describes without a name."""

    def __init__(self, article: Article, annotations: Annotations, cast: Cast) -> None:
        self.article = article
        self.called = Called(article, annotations, cast)
        self.chains = Chains(article, annotations, cast.named)
        self.pronouns = Pronouns([s.span for s in annotations.sentences], self.actor, self._openers, self.chains)
        self.described = Descriptions(article, cast, self.called, self.chains, self.pronouns.spoke)
        self._pronoun_spans = [m.span for m in annotations.mentions if m.form == "pronoun"]
        for m in annotations.mentions:
            titled = m.kind == "person" and m.form == "name" and m.span.start < m.head.start
            gender = gender_by(article.text[m.span.start : m.head.start]) if titled else None
            if gender is not None and m.head.start in cast.named:
                self.pronouns.genders[cast.named[m.head.start]] = gender

    def actor(self, ref: Ref) -> Actor:
        return self.called.actor(ref)

    def resolve(
        self, span: Span, *, behind: bool = False, antecedent: Span | None = None, told_by: tuple[Ref, ...] = ()
    ) -> Resolved:
        """Whom a source means.

        behind      what is said stands before it, so that names there don't bind its pronoun
        antecedent  the words that it stands for, where it is "who" or "which"
        told_by     who is quoted with the words that it is part of: whom "I" and "we" mean, and "he" does not
        """
        words = " ".join(self.article[span].lower().split())
        if is_pronoun(words):
            return self.pronouns.resolve(words, span, behind=behind, barred=told_by)
        if words in FIRST:
            why = f"{words!r} in the words of the one who is quoted"
            return Resolved(told_by, basis=why, how="before") if told_by else Resolved()
        if antecedent is not None:
            meant = self.resolve(antecedent, behind=behind, told_by=told_by)
            plainer = antecedent in span
            return meant if plainer else replace(meant, basis=f"{words!r} stands for {self.article[antecedent]!r}")
        return self._latter(words, span) or self._both(words, span) or self._resolve(self._core(span))

    def _resolve(self, span: Span) -> Resolved:
        if joint := self._joint(span):
            return joint
        if (ref := self.called.named(span)) or (ref := self.called.governing(span)):
            return self.described.noted(span, Resolved((ref,), how="name"))
        return self.described.resolve(span)

    def _core(self, span: Span) -> Span:
        """A source without the clause about it: "the Chilean president, who also heads the council"."""
        match = _RELATIVE.search(self.article.text, span.start + 1, span.end)
        return Span(span.start, match.start()) if match else span

    def _latter(self, words: str, span: Span) -> Resolved | None:
        """``the latter``: the one named last before it; ``the former``: the one before that."""
        match = _LATTER.match(words)
        if match is None:
            return None
        near = self.called.cast.near(span.start, frozenset({"person", "state", "organisation"}))[:2]
        at = 0 if match["which"] == "latter" else 1
        refs = tuple(near[at : at + 1])
        return Resolved(refs, tuple(near) if not refs else (), f"{words!r} of those named before it", "pronoun")

    def resolve_headline(self, span: Span) -> Resolved:
        """Whom a headline means: a state, or whoever the page names so; else a source of its own."""
        return self.called.in_headline(span) or Resolved((self.called.unnamed(span),), how="words")

    def note(self, position: int, refs: tuple[Ref, ...]) -> None:
        """Remember who spoke here."""
        if refs:
            self.pronouns.note(position, refs)

    def _joint(self, span: Span) -> Resolved | None:
        """``A, B and C``: several speakers, each by name, office, pronoun or a noun for those who speak.

        ``the director, A``: one, by the name; ``the four lawmakers, A, B, C and D``: four.
        """
        pieces = list(islice(_split(self.article.text, span), MOST_PARTS + 1))
        if not 2 <= len(pieces) <= MOST_PARTS:
            return None
        named = [self.called.named(piece.span) or self.called.governing(piece.span) for piece in pieces]
        kept = [
            (piece, ref)
            for at, (piece, ref) in enumerate(zip(pieces, named, strict=True))
            if ref or not _beside(pieces, named, at)
        ]
        if not any(piece.joined for piece, _ in kept):
            people = [ref for _, ref in kept if ref and self.actor(ref).kind == "person"]
            refs = people or [ref for _, ref in kept if ref]
            return Resolved(tuple(refs[:1]), how="name") if refs and all(ref for _, ref in kept) else None
        return self._together(kept)

    def _together(self, pieces: Sequence[tuple[_Piece, Ref | None]]) -> Resolved | None:
        known = tuple(ref for _, ref in pieces if ref)
        found: list[Ref] = []
        for piece, ref in pieces:
            words = " ".join(self.article[piece.span].lower().split())
            if ref is not None:
                found.append(ref)
            elif is_pronoun(words):
                found.extend(self.pronouns.resolve(words, piece.span, barred=known).refs)
            elif words.rsplit(" ", 1)[-1] in speaker_nouns():
                found.extend(self.described.resolve(piece.span).refs)
            else:
                return None
        every = tuple(dict.fromkeys(found))
        how: How = "name" if len(known) == len(pieces) else "words"
        return Resolved(every, how=how) if len(every) >= 2 else None

    def _both(self, words: str, span: Span) -> Resolved | None:
        """``both sides``, ``the two leaders``: those who spoke together last, or were named together."""
        if not _BOTH.match(words):
            return None
        refs = self.pronouns.together(span)
        return Resolved(refs, basis=f"{words!r}: those who spoke together before it", how="pronoun") if refs else None

    def last_speakers(self) -> tuple[Ref, ...]:
        return self.pronouns.spoke[-1][1] if self.pronouns.spoke else ()

    def mention_rest(self, quoted: Sequence[tuple[Span, tuple[Ref, ...]]]) -> None:
        """Resolve the pronouns that are no sources, in text order, so that actors have all their mentions.

        quoted   stretches in quotation marks with who is quoted, in order, none overlapping another
        """
        at = 0
        for span in self._pronoun_spans:
            while at < len(quoted) and quoted[at][0].end <= span.start:
                at += 1
            told_by = quoted[at][1] if at < len(quoted) and span in quoted[at][0] else ()
            word = self.article[span].lower()
            if word in SELF:
                if len(told_by) == 1 and self.actor(told_by[0]).kind == "person":
                    self.called.heard(told_by[0], span)
            elif is_pronoun(word):
                found = self.pronouns.resolve(word, span, barred=told_by)
                if len(found.refs) == 1:
                    self.called.heard(found.refs[0], span)

    def actors(self) -> dict[Ref, Actor]:
        """All actors, with every place where they are mentioned."""
        return self.called.actors()

    def _openers(self, span: Span, kinds: frozenset[ActorKind]) -> Iterator[Ref]:
        """Actors in the order a stretch of text names them, described ones included."""
        for mention in self.called.inside(span):
            place = mention.state if mention.kind == "state" and mention.state else mention.head
            ref = self.called.cast.named.get(place.start)
            if ref is None and mention.form == "nominal" and mention.kind == "person":
                ref = self.described.holder(mention.span)
            if ref is not None and self.actor(ref).kind in kinds:
                yield ref


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a source; ``joined``: an "and" stands before it, not a comma alone."""

    span: Span
    joined: bool


def _split(text: str, span: Span) -> Iterator[_Piece]:
    """The parts of a source that "and" or a comma joins."""
    start, joined = span.start, False
    for joint in _JOINT.finditer(text, span.start, span.end):
        if joint.start() > start:
            yield _Piece(Span(start, joint.start()), joined)
        start, joined = joint.end(), _AND.search(joint[0]) is not None
    if start < span.end:
        yield _Piece(Span(start, span.end), joined)


def _beside(pieces: Sequence[_Piece], named: Sequence[Ref | None], at: int) -> bool:
    """Whether a part only describes the name beside it, over a comma."""
    before = at > 0 and named[at - 1] is not None and not pieces[at].joined
    behind = at + 1 < len(pieces) and named[at + 1] is not None and not pieces[at + 1].joined
    return before or behind
