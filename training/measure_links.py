"""How many whole attributions are right: source, cue and content linked to each other, all exact, or all overlapping."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.article import Span
from dragoman.tagger.decode import Read, decoded
from dragoman.tagger.pairs import Floats
from dragoman.tagger.scorers import Scorers
from dragoman.tagger.tags import Attribution as Tagged
from training.gold import Gold
from training.standoff import Attribution

Roles = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]
"""Spans of source, cue, content."""


def linked_figures(golds: Sequence[Gold], rows: Sequence[Floats], scorers: Scorers) -> dict[str, float]:
    """F1 in per cent. All gold attributions count, without source too; one of ours without cue is wrong."""
    own = [(one, figures) for one, figures in zip(golds, rows, strict=True) if one.links is not None]
    tags = decoded([Read(one.document.text, one.pieces, figures) for one, figures in own], scorers)
    pairs = [
        ([_gold(a) for a in one.document.attributions], [_ours(a) for a in tag.attributions])
        for (one, _), tag in zip(own, tags, strict=True)
    ]
    return {"linked.exact": _f1(pairs, exact), "linked.overlap": _f1(pairs, overlapping)}


def _gold(one: Attribution) -> Roles:
    return one.sources, one.cues, one.contents


def _ours(one: Tagged) -> Roles:
    return one.source, (one.cue,) if one.cue else (), one.content


def exact(one: Roles, two: Roles) -> bool:
    """Every fragment of every role is the same."""
    return one == two


def overlapping(one: Roles, two: Roles) -> bool:
    """Each role shares a character with its counterpart, or both lack it."""
    return all((not a and not b) or any(x.overlaps(y) for x in a for y in b) for a, b in zip(one, two, strict=True))


def _f1(pairs: Sequence[tuple[list[Roles], list[Roles]]], same: Callable[[Roles, Roles], bool]) -> float:
    """Precision over ours, recall over gold, each by any match in the document."""
    hit = sum(any(same(one, two) for two in gold) for gold, ours in pairs for one in ours)
    found = sum(any(same(one, two) for two in ours) for gold, ours in pairs for one in gold)
    said, wanted = sum(len(ours) for _, ours in pairs), sum(len(gold) for gold, _ in pairs)
    precision, recall = hit / max(said, 1), found / max(wanted, 1)
    return round(200 * precision * recall / (precision + recall), 2) if hit else 0.0
