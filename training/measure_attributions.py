"""Roles and whole attributions as ``benchmarks/tagger`` counts them, straight from the network's rows."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.tagger.linked import annotated, exact, overlapping, said
from benchmarks.tagger.roles import ROLES, fragments, roles_of, versions
from benchmarks.tagger.roles import said as roles_said
from benchmarks.tagger.scores import Score, any_match, same
from dragoman.tagger.decode import decoded
from dragoman.tagger.joined import Read
from dragoman.tagger.pairs import Floats
from dragoman.tagger.scorers import Scorers
from training.gold import Gold


def attribution_figures(golds: Sequence[Gold], rows: Sequence[Floats], scorers: Scorers) -> dict[str, float]:
    """F1 in per cent: by role, over all annotators' versions of a document, and of whole attributions, over the chosen one's."""
    own = [(one, figures) for one, figures in zip(golds, rows, strict=True) if one.links is not None]
    tags = decoded([Read(one.document.text, one.pieces, figures) for one, figures in own], scorers)
    found = dict.fromkeys([*(f"cofenet.{role}" for role in ROLES), "linked.exact", "linked.overlap"], Score())
    for (one, _), tag in zip(own, tags, strict=True):
        document = one.document
        ours = set(fragments(document.text, roles_said(tag)))
        for version in versions(document):
            gold = set(fragments(document.text, roles_of(version)))
            for role in ROLES:
                found[f"cofenet.{role}"] += same((g for g in gold if g[2] == role), (o for o in ours if o[2] == role))
        whole, linked = list(annotated(document.attributions)), list(said(tag.attributions))
        found["linked.exact"] += any_match(whole, linked, exact)
        found["linked.overlap"] += any_match(whole, linked, overlapping)
    return {name: round(100 * score.f1, 2) for name, score in found.items()}
