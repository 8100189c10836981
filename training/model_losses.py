"""What each head is told of its mistakes: one loss a head, over the windows of a batch."""

from __future__ import annotations

from typing import cast

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from dragoman.tagger import labels
from dragoman.tagger.pairs import link_features, mention_features, party_features
from dragoman.tagger.parties import REACH
from training.batches import Batch, Example
from training.gold import NOT_HAPPENED, OPEN, ROOT, Range
from training.model import Crf, PairScorer, Tagger

WEIGHTS = {"arcs": 1.0, "deprels": 0.5, "links": 0.5, "coreference": 0.3, "pronouns": 0.5, "parties": 0.5, "plover": 0.5}
"""Beside 1 for the heads that speak of every wordpiece."""


def losses(tagger: Tagger, told: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Loss by head, of the heads that the batch has gold for. ``told``: what the tagger gave for the batch."""
    found: dict[str, Tensor] = {}
    for name in sorted({name for one in batch.examples for name in one.gold.sequences}):
        crf = cast(Crf, tagger.crfs[name])
        start, end = _trimmed(batch)
        found[name] = crf.loss(tagger.part(told, name)[:, start:end], _allowed(batch, name), batch.mask[:, start:end])
    for name in sorted({name for one in batch.examples for name in one.gold.choices}):
        gold = _filled(batch, name)
        if (gold != OPEN).any():
            found[name] = _choice(tagger.part(told, name)[gold != OPEN], gold[gold != OPEN])
    for one_window in (_syntax, _links, _coreference, _pronouns, _parties, _plover):
        for number, example in enumerate(batch.examples):
            for head, loss in one_window(tagger, told[number, 1 : len(example.window) + 1], example).items():
                found[head] = found.get(head, torch.zeros(())) + loss * WEIGHTS.get(head, 1.0) / len(batch.examples)
    return found


def _choice(scores: Tensor, gold: Tensor) -> Tensor:
    """Mean loss of choosing the right label. ``gold`` may say NOT_HAPPENED of a status: any label but the first is right."""
    several = gold == NOT_HAPPENED if scores.shape[1] == NOT_HAPPENED else torch.zeros_like(gold, dtype=torch.bool)
    logs = scores.log_softmax(dim=1)
    one = logs.gather(1, gold.where(~several, 0)[:, None])[:, 0]
    return -torch.where(several, torch.logsumexp(logs[:, 1:], 1), one).mean()


def _trimmed(batch: Batch) -> tuple[int, int]:
    return 1, batch.ids.shape[1] - 1


def _allowed(batch: Batch, name: str) -> Tensor:
    """[windows, length without end marks, labels]."""
    start, end = _trimmed(batch)
    allowed = np.ones((len(batch.examples), end - start, len(labels.SEQUENCES[name])), dtype=np.bool_)
    for number, one in enumerate(batch.examples):
        if name in one.gold.sequences:
            flags = one.gold.sequences[name][one.window.start : one.window.end]
            allowed[number, : len(flags)] = flags
    return torch.from_numpy(allowed)


def _filled(batch: Batch, name: str) -> Tensor:
    """[windows, length]: OPEN where there is no gold."""
    filled = np.full(batch.ids.shape, OPEN, dtype=np.int64)
    for number, one in enumerate(batch.examples):
        if name in one.gold.choices:
            filled[number, 1 : len(one.window) + 1] = one.gold.choices[name][one.window.start : one.window.end]
    return torch.from_numpy(filled)


def inside(example: Example, span: Range) -> Range | None:
    """A range of the document's wordpieces as one of the window's; None if the window cuts it off."""
    start = example.window.start
    return (span[0] - start, span[1] - start) if start <= span[0] and span[1] <= example.window.end else None


def _syntax(tagger: Tagger, rows: Tensor, example: Example) -> dict[str, Tensor]:
    """Head of every word among the words of its sentence and the root; label of the gold arc."""
    if example.gold.heads is None or example.gold.deprels is None or example.gold.trees is None:
        return {}
    window = slice(example.window.start, example.window.end)
    heads, deprels, trees = (
        torch.from_numpy(one[window].copy()) for one in (example.gold.heads, example.gold.deprels, example.gold.trees)
    )
    heads = torch.where(heads >= 0, heads - example.window.start, heads)
    words = (trees != OPEN).nonzero().flatten()
    place = torch.full((len(trees),), OPEN)
    place[words] = torch.arange(len(words))
    known = ((heads == ROOT) | ((heads >= 0) & (heads < len(trees))))[words]
    if not known.any():
        return {}
    target = torch.where(heads[words] == ROOT, len(words), place[heads[words].clamp(0, len(trees) - 1)])
    above = torch.cat([tagger.part(rows[words], "arc_head"), tagger.arc_root[None]])
    below = tagger.part(rows[words], "arc_dependent")
    scores = tagger.arcs(below, above, _nothing(len(words), len(words) + 1))[0]
    same = trees[words][:, None] == trees[words][None, :]
    same = torch.cat([same, torch.ones(len(words), 1, dtype=torch.bool)], dim=1)
    scores = scores.masked_fill(~same, -1e4)
    known &= (target != OPEN) & same.gather(1, target.clamp(min=0)[:, None])[:, 0]
    found = {"arcs": F.cross_entropy(scores[known], target[known])}
    labelled = known & (deprels[words] != OPEN)
    named = torch.cat([tagger.part(rows[words], "label_head"), tagger.label_root[None]])[target[labelled]]
    found["deprels"] = F.cross_entropy(
        along(tagger.deprels, tagger.part(rows[words[labelled]], "label_dependent"), named), deprels[words][labelled]
    )
    return found


def along(scorer: PairScorer, left: Tensor, right: Tensor) -> Tensor:
    """[pairs, kinds] of left [pairs, width] with its own right [pairs, width]."""
    crossed = torch.einsum("nd,kde,ne->nk", left, scorer.bilinear, right)
    scores: Tensor = crossed + scorer.left(left) + scorer.right(right)
    return scores


def _nothing(left: int, right: int) -> Tensor:
    return torch.zeros(left, right, 0, dtype=torch.long)


def vectors(tagger: Tagger, rows: Tensor, name: str, spans: list[Range]) -> Tensor:
    """Each span as the mean of its first and last row."""
    part = tagger.part(rows, name)
    ends = torch.tensor(spans, dtype=torch.long).view(-1, 2)
    return (part[ends[:, 0]] + part[ends[:, 1] - 1]) / 2


def _links(tagger: Tagger, rows: Tensor, example: Example) -> dict[str, Tensor]:
    """Every cue chooses its source (or none), every piece of content its cue (or none); a window cut hides some."""
    links = example.gold.links
    if links is None:
        return {}
    cues = {number: found for number, span in enumerate(links.cues) if (found := inside(example, span))}
    if not cues:
        return {}
    total: list[Tensor] = []
    for kind, (spans, pairs) in enumerate(((links.sources, links.to_sources), (links.contents, links.to_contents))):
        arguments = {number: found for number, span in enumerate(spans) if (found := inside(example, span))}
        if not arguments:
            continue
        left, right = list(cues.values()), list(arguments.values())
        features = torch.from_numpy(link_features(left, right))
        scores = tagger.links(vectors(tagger, rows, "link_cue", left), vectors(tagger, rows, "link_argument", right), features)[
            kind
        ]
        right_ones = torch.tensor([[(cue, argument) in pairs for argument in arguments] for cue in cues])
        if kind == 0:
            lost = torch.tensor([any(pair[0] == cue and pair[1] not in arguments for pair in pairs) for cue in cues])
        else:
            lost = torch.tensor([any(pair[1] == one and pair[0] not in cues for pair in pairs) for one in arguments])
            scores, right_ones = scores.T, right_ones.T
        total.append(chosen(scores, right_ones, lost))
    return {"links": torch.stack(total).mean()} if total else {}


def chosen(scores: Tensor, right: Tensor, lost: Tensor) -> Tensor:
    """Mean loss of choosing, in each row, one of the right columns, or none (score 0) where no column is right.

    lost   rows whose right column may lie outside: they count only if a right one is inside
    """
    scores = torch.cat([scores, torch.zeros(len(scores), 1)], dim=1)
    right = torch.cat([right, ~right.any(dim=1, keepdim=True)], dim=1)
    counted = right[:, :-1].any(dim=1) | ~lost
    if not counted.any():
        return scores.sum() * 0
    each = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)
    return each[counted].mean()


def _coreference(tagger: Tagger, rows: Tensor, example: Example) -> dict[str, Tensor]:
    """Every mention chooses an earlier one of its chain, or none."""
    placed = [(found, span, chain) for span, chain in example.gold.mentions if (found := inside(example, span))]
    if len(placed) < 2:
        return {}
    gold = example.gold
    words = [gold.document.text[gold.pieces.starts[span[0]] : gold.pieces.ends[span[1] - 1]] for _, span, _ in placed]
    own = vectors(tagger, rows, "mention", [found for found, _, _ in placed])
    features = torch.from_numpy(mention_features(words, [found for found, _, _ in placed]))
    scores = tagger.coreference(own, own, features)[0]
    chains = torch.tensor([chain for _, _, chain in placed])
    earlier = torch.ones_like(scores, dtype=torch.bool).tril(-1)
    right = (chains[:, None] == chains[None, :]) & earlier
    kept = {chain for span, chain in gold.mentions if span[0] < example.window.start}
    lost = torch.tensor([int(chain) in kept for chain in chains])
    return {"coreference": chosen(scores.masked_fill(~earlier, -1e4), right, lost)}


def _pronouns(tagger: Tagger, rows: Tensor, example: Example) -> dict[str, Tensor]:
    """Every pronoun chooses one of its names, or none; a name may stand after it."""
    total: list[Tensor] = []
    for pronoun, names in example.gold.pronouns:
        place = inside(example, pronoun)
        found = [(own, right) for span, right in names if (own := inside(example, span))]
        if place is None or len(found) < len(names):
            continue
        scores = pronoun_scores(tagger, rows, example, [place, *(own for own, _ in found)])
        right = torch.tensor([[right for _, right in found]])
        total.append(chosen(scores[None], right, torch.zeros(1, dtype=torch.bool)))
    return {"pronouns": torch.stack(total).mean()} if total else {}


def pronoun_scores(tagger: Tagger, rows: Tensor, example: Example, placed: list[Range]) -> Tensor:
    """Score of each other place as what the first one stands for."""
    pieces, start = example.gold.pieces, example.window.start
    words = [
        example.gold.document.text[int(pieces.starts[first + start]) : int(pieces.ends[last - 1 + start])]
        for first, last in placed
    ]
    own = vectors(tagger, rows, "mention", placed)
    features = torch.from_numpy(mention_features(words, placed))[:1, 1:]
    return tagger.coreference(own[:1], own[1:], features)[0, 0]


def _parties(tagger: Tagger, rows: Tensor, example: Example) -> dict[str, Tensor]:
    """Every trigger chooses a wordpiece of its agent, and of its patient, or none."""
    acts = [(found, act) for act in example.gold.acts if (found := inside(example, act.trigger))]
    if not acts:
        return {}
    first = [found[0] for found, _ in acts]
    scores = tagger.parties(
        tagger.part(rows[first], "party_trigger"),
        tagger.part(rows, "party_word"),
        torch.from_numpy(party_features(first, range(len(rows)))),
    )
    apart = (torch.arange(len(rows))[None] - torch.tensor(first)[:, None]).abs()
    scores = scores.masked_fill((apart > REACH)[None], -1e4)
    right = torch.zeros(scores.shape, dtype=torch.bool)
    lost = torch.zeros(scores.shape[:2], dtype=torch.bool)
    for number, (_, act) in enumerate(acts):
        for kind, spans in enumerate(act.parties):
            for span in spans:
                if (own := inside(example, span)) is not None:
                    right[kind, number, slice(*own)] = True
                else:
                    lost[kind, number] = True
    return {"parties": torch.stack([chosen(*each) for each in zip(scores, right, lost, strict=True)]).mean()}


PARTY_HIDDEN = 0.2
"""Share of the events whose parties are hidden in training, so that a type can be told without them."""


def _plover(tagger: Tagger, rows: Tensor, example: Example) -> dict[str, Tensor]:
    total: list[Tensor] = []
    for event in example.gold.events:
        clause = inside(example, event.clause)
        if clause is None:
            continue
        parties = [one and inside(example, one) for one in (event.source, event.target)]
        if torch.rand(()) < PARTY_HIDDEN:
            parties = [None, None]
        scores = plover_scores(tagger, tagger.part(rows, "event"), clause, *parties)
        total.append(torch.logsumexp(scores, 0) - torch.logsumexp(scores[list(event.types)], 0))
    return {"plover": torch.stack(total).mean()} if total else {}


def plover_scores(tagger: Tagger, event: Tensor, clause: Range, source: Range | None, target: Range | None) -> Tensor:
    """Scores of the types, from the clause as a whole (mean and maximum) and its two parties (zeros where none is known)."""
    inside_clause = event[slice(*clause)]
    parties = [event[slice(*one)].mean(0) if one else torch.zeros(event.shape[1]) for one in (source, target)]
    scores: Tensor = tagger.plover(torch.cat([inside_clause.mean(0), inside_clause.max(0).values, *parties]))
    return scores
