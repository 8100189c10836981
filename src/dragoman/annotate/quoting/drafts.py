"""Drafts of quotations, from rules and from the tagger: made one list, in text order, each with what it stands inside of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.annotations import Quotation
    from dragoman.article import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation before it has a place in the list.

    construct   where cue and source stand
    question    it is asked, and what follows may answer it; answer: it answers the question before it
    """

    quotation: Quotation
    construct: Span
    question: bool = False
    answer: bool = False


def draft_of(quotation: Quotation) -> Draft:
    """A draft whose construct is what its cue and source cover, where they stand side by side."""
    cue, source = quotation.cue, quotation.source
    if cue is None:
        return Draft(quotation, source or quotation.content[0])
    near = source is not None and not any(_between(cue, source, piece) for piece in quotation.content)
    return Draft(quotation, cue.to(source) if source is not None and near else cue)


def _between(cue: Span, source: Span, piece: Span) -> bool:
    return min(cue.end, source.end) <= piece.start and piece.end <= max(cue.start, source.start)


def merged(ruled: Sequence[Draft], tagged: Iterable[Quotation]) -> list[Draft]:
    """One draft a cue. Where both found it the tagger's words count, with the addressee and the answers that rules know.

    What only the rules found is added; where its words were a piece of another's content, that piece leaves it.
    """
    found = _Found(list(tagged), ruled)
    for draft in ruled:
        if draft.quotation.by_form:
            found.give_way(draft)
    alone = [draft for draft in ruled if draft.quotation.by_form or not found.agrees(draft)]
    more = [draft for draft in alone if draft.quotation.by_form or found.yields_to(draft)]
    return [*found.drafts(), *more]


class _Found:
    """What the tagger found, by cue and by content."""

    def __init__(self, tagged: list[Quotation], ruled: Sequence[Draft]) -> None:
        self.shared: defaultdict[Span, list[Span]] = defaultdict(list)
        for draft in ruled:
            if draft.quotation.source is not None and draft.quotation.cue is not None:
                self.shared[draft.quotation.source].append(draft.quotation.cue)
        self.tagged = tagged
        self.ruled: dict[int, Draft] = {}
        cues = sorted((q.cue, at) for at, q in enumerate(tagged) if q.cue is not None)
        self.cues, self.of_cue = [cue for cue, _ in cues], [at for _, at in cues]
        pieces = sorted((piece, at) for at, q in enumerate(tagged) for piece in q.content)
        self.pieces, self.of_piece = [piece for piece, _ in pieces], [at for _, at in pieces]
        self.reach = furthest(self.pieces)

    def agrees(self, draft: Draft) -> bool:
        """Whether the tagger found the draft's cue too; it is noted then.

        Where the two found other words for one cue, those in quotation marks count, else those of the rules: the tagger mostly
        took the occasion then ("said at talks with").
        """
        cue = draft.quotation.cue
        for number in _overlapping(self.cues, cue) if cue is not None else ():
            at = self.of_cue[number]
            if at in self.ruled:
                continue
            self.ruled[at] = draft
            if not _near(self.tagged[at], draft.quotation) and self.tagged[at].form != "direct":
                own = draft.quotation
                self.tagged[at] = replace(self.tagged[at], cue=own.cue, content=own.content, form=own.form, antecedent=None)
            return True
        return False

    def give_way(self, draft: Draft) -> None:
        """Leave a draft by form its words: contents that are not told inside them lose the pieces that overlap them."""
        for number in range(*self._reach(draft.quotation.content)):
            at, piece = self.of_piece[number], self.pieces[number]
            other = self.tagged[at]
            told = any(draft_of(other).construct in mine for mine in draft.quotation.content) if other.content else True
            if not told and piece in other.content and any(piece.overlaps(mine) for mine in draft.quotation.content):
                self.tagged[at] = replace(other, content=tuple(one for one in other.content if one != piece))

    def yields_to(self, draft: Draft) -> bool:
        """Whether a draft of the rules alone is one more: not the same words as another's; a piece of another's leaves it."""
        own = draft.quotation.content
        for number in range(*self._reach(own)):
            at = self.of_piece[number]
            other, piece = self.tagged[at], self.pieces[number]
            if piece not in other.content or not any(_alike(piece, mine) for mine in own):
                continue
            if draft.construct in piece or any(draft_of(other).construct in mine for mine in own):
                continue  # one stands inside the other's words
            if len(other.content) == 1 or draft.quotation.cue is None:
                return False
            self.tagged[at] = replace(other, content=tuple(one for one in other.content if one != piece))
        return True

    def _reach(self, own: Sequence[Span]) -> tuple[int, int]:
        first = bisect_right(self.reach, own[0].start)
        return first, bisect_left(self.pieces, own[-1].end, key=lambda piece: piece.start)

    def _goes_on(self, own: Quotation, tagged: Quotation) -> bool:
        """``told X that A and accused Y of B``: whether only the tagger's words hold another cue of the same source."""
        cues = self.shared.get(own.source, ()) if own.source is not None else ()
        return any(
            any(cue in piece for piece in tagged.content) and not any(cue in piece for piece in own.content) for cue in cues
        )

    def drafts(self) -> Iterator[Draft]:
        told = sorted(piece for draft in self.ruled.values() for piece in draft.quotation.content)
        reach = furthest(told)
        for at, quotation in enumerate(self.tagged):
            if quotation.cue is None and _meets(told, reach, quotation.content):
                continue  # a part of what the rules found said: quoted by itself it would be said twice
            unsure = at not in self.ruled and (quotation.probability or 0) < LEAST
            if unsure or not quotation.content:
                continue
            rule = self.ruled.get(at)
            if rule is None:
                yield draft_of(quotation)
                continue
            own = rule.quotation
            ruled_words = _completes(own, quotation) or self._goes_on(own, quotation)
            source = quotation.source or own.source
            heard = quotation.addressee or own.addressee
            both = replace(
                quotation,
                content=own.content if ruled_words else quotation.content,
                form=own.form if ruled_words else quotation.form,
                source=source,
                addressee=None if heard is None or (source is not None and heard.overlaps(source)) else heard,
                antecedent=quotation.antecedent or _plainer(quotation.source, own.source),
                headline=own.headline or quotation.headline,
                by_rule=True,
            )
            yield replace(draft_of(both), question=rule.question, answer=rule.answer)


LEAST = 0.45
"""What the tagger alone found is kept from this probability on: from here F1 on PolNeAR's development half no longer rises."""


def _plainer(tagged: Span | None, ruled: Span | None) -> Span | None:
    """The rules' source where it is the end of the tagger's: the name without what is told of it before."""
    return ruled if tagged and ruled and ruled != tagged and ruled in tagged and ruled.start > tagged.start else None


def _completes(rule: Quotation, tagged: Quotation) -> bool:
    """``"A", X said. "B"``: whether the rules have the whole of a quotation that the tagger has a part of."""
    more = rule.form == tagged.form == "direct" and len(rule.content) > len(tagged.content)
    return more and all(any(piece.overlaps(mine) for mine in rule.content) for piece in tagged.content)


def _meets(told: Sequence[Span], reach: Sequence[int], content: Sequence[Span]) -> bool:
    """Whether a piece of content overlaps what is told. ``reach``: as ``furthest`` gives it."""
    for piece in content:
        at = bisect_right(reach, piece.start)
        if at < len(told) and told[at].start < piece.end:
            return True
    return False


def furthest(spans: Sequence[Span]) -> list[int]:
    """How far spans in text order reach, up to and with each: what ends before a place is found by bisection."""
    return list(accumulate((span.end for span in spans), max))


def _overlapping(spans: Sequence[Span], span: Span) -> Iterator[int]:
    """Indices of the spans, sorted and apart from each other, that share a character with one."""
    at = max(bisect_right(spans, span.start, key=lambda one: one.start) - 1, 0)
    while at < len(spans) and spans[at].start < span.end:
        if spans[at].overlaps(span):
            yield at
        at += 1


def _near(one: Quotation, other: Quotation) -> bool:
    """Whether two quotations with one cue speak of the same words: a cue may have two contents ("said A and B")."""
    return any(mine.overlaps(theirs) for mine in one.content for theirs in other.content)


def _alike(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common >= len(one.to(other))


def ordered(drafts: Sequence[Draft]) -> tuple[Quotation, ...]:
    """Quotations in text order, with the indices of what they stand inside of and what they answer."""
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].quotation.content[0].start, -drafts[i].quotation.content[-1].end))
    placed = [drafts[i] for i in order]
    containers = _containers(placed)
    found: list[Quotation] = []
    asked: int | None = None
    for at, draft in enumerate(placed):
        inside, answers = containers[at], asked if draft.answer else None
        same = inside is None and answers is draft.quotation.answers
        found.append(draft.quotation if same else replace(draft.quotation, inside=inside, answers=answers))
        asked = at if draft.question else asked
    return tuple(found)


def _containers(placed: list[Draft]) -> list[int | None]:
    """For each draft the innermost one whose content holds its cue and source."""
    open_: list[int] = []
    found: list[int | None] = []
    for at, draft in enumerate(placed):
        start = min(draft.construct.start, draft.quotation.content[0].start)
        open_ = [i for i in open_ if placed[i].quotation.content[-1].end > start][-MOST_OPEN:]
        holders = [i for i in open_ if any(draft.construct in piece for piece in placed[i].quotation.content)]
        found.append(holders[-1] if holders else None)
        open_.append(at)
    return found


MOST_OPEN = 50
"""Quotations that may be open at once: deeper nesting than anybody reports."""
