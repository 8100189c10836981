"""Figures of a model on development documents, head by head, as training logs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import torch

from dragoman.tagger import labels
from dragoman.tagger.viterbi import labelled, spans
from dragoman.tagger.windows import LENGTH, batches, rows, stitched, windows_of
from training.gold import OPEN, Gold
from training.model import Tagger

Figures = dict[str, float]
Rows = npt.NDArray[np.float32]


def told(tagger: Tagger, golds: Sequence[Gold], budget: int = 8192) -> list[Rows]:
    """The model's rows for every wordpiece of every document, from overlapping windows."""
    tagger.eval()
    width = sum(end - start for start, end in labels.columns().values())
    parts: list[list[tuple[object, object]]] = [[] for _ in golds]
    every = [window for number, one in enumerate(golds) for window in windows_of(one.pieces, number)]
    for group in batches(every, budget):
        size = min(LENGTH, max(map(len, group)) + 2)
        stacks = zip(*(rows(golds[window.text].pieces, window, size) for window in group), strict=True)
        with torch.no_grad():
            figures = tagger(*(torch.from_numpy(np.stack(stack)) for stack in stacks)).float().numpy()
        for window, one in zip(group, figures, strict=True):
            parts[window.text].append((window, one[1 : len(window) + 1]))
    return [stitched(len(one.pieces), width, part) for one, part in zip(golds, parts, strict=True)]  # type: ignore[arg-type]


def measured(tagger: Tagger, golds: Sequence[Gold]) -> Figures:
    """All figures that these documents have gold for."""
    return figures_of(tagger, golds, told(tagger, golds))


def figures_of(tagger: Tagger, golds: Sequence[Gold], figures: Sequence[Rows]) -> Figures:
    """The same, of rows that the tagger, or its export, gave before."""
    found: Figures = {}
    for name in sorted({name for one in golds for name in one.sequences}):
        own = [(one, rows_) for one, rows_ in zip(golds, figures, strict=True) if name in one.sequences]
        start, end = labels.columns()[name]
        best = labelled([rows_[:, start:end] for _, rows_ in own], tagger.crfs[name].scores().detach().numpy())  # type: ignore[operator]
        found |= _span_figures(name, [one for one, _ in own], best)
    for name in sorted({name for one in golds for name in one.choices}):
        found |= _choice_figures(name, golds, figures)
    found |= _arc_figures(tagger, golds, figures)
    if any(one.links is not None for one in golds):
        from training.export import scorers
        from training.measure_attributions import attribution_figures

        found |= attribution_figures(golds, figures, scorers(tagger))
    return found


def _span_figures(name: str, golds: Sequence[Gold], best: Sequence[npt.NDArray[np.int64]]) -> Figures:
    """Exact F1 of contiguous spans, by type. Types that the gold leaves open are not scored."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    names = labels.SEQUENCES[name]
    for one, path in zip(golds, best, strict=True):
        flags = one.sequences[name]
        open_: npt.NDArray[np.bool_] = np.asarray(flags.all(axis=1))
        unsaid = {
            names[label].partition("-")[2]
            for label in range(1, len(names))
            if flags[:, 0].any() and flags[flags[:, 0], label].all()
        }
        gold = {span for span in closed(flags, names) if span[2] not in unsaid}
        ours = {span for span in spans(path.tolist(), names) if span[2] not in unsaid and not open_[span[0] : span[1]].any()}
        right.update(kind for _, _, kind in gold & ours)
        said.update(kind for _, _, kind in ours)
        wanted.update(kind for _, _, kind in gold)
    found = {f"{name}.{kind}": f1(right[kind], said[kind], wanted[kind]) for kind in sorted(wanted)}
    return found | {f"{name}.all": f1(right.total(), said.total(), wanted.total())}


def closed(flags: npt.NDArray[np.bool_], names: Sequence[str]) -> set[tuple[int, int, str]]:
    """The gold spans: one label a wordpiece, O where it is admitted, else the first admitted one."""
    return set(spans([int(label) for label in flags.argmax(axis=1)], names))


def f1(right: int, said: int, wanted: int) -> float:
    """In per cent, two decimals."""
    return round(200 * right / (said + wanted), 2) if said + wanted else 0.0


def share(right: int, count: int) -> float:
    return round(100 * right / count, 2) if count else 0.0


def _choice_figures(name: str, golds: Sequence[Gold], figures: Iterable[Rows]) -> Figures:
    """Share right; for sentence starts F1."""
    start, end = labels.columns()[name]
    pairs = [
        (one.choices[name], rows_[:, start:end].argmax(axis=1))
        for one, rows_ in zip(golds, figures, strict=True)
        if name in one.choices
    ]
    gold, ours = (np.concatenate(side) for side in zip(*pairs, strict=True))
    gold, ours = gold[gold != OPEN], ours[gold != OPEN]
    if name == "sentences":
        return {name: f1(int((gold & ours).sum()), int(ours.sum()), int(gold.sum()))}
    return {name: share(int((gold == ours).sum()), len(gold))}


def _arc_figures(tagger: Tagger, golds: Sequence[Gold], figures: Iterable[Rows]) -> Figures:
    """UAS and LAS over the words that have gold and a wordpiece of their own, in gold sentences."""
    if not any(one.heads is not None for one in golds):
        return {}
    from dragoman.tagger.trees import parsed
    from training.export import scorers

    weights = scorers(tagger)
    attached = labelled_ = count = 0
    for one, rows_ in zip(golds, figures, strict=True):
        if one.heads is None or one.deprels is None or one.trees is None:
            continue
        for sentence in range(int(one.trees.max(initial=-1)) + 1):
            words = np.flatnonzero(one.trees == sentence)
            gold, names = one.heads[words], one.deprels[words]
            heads, deprels = parsed(rows_[words], weights)
            ours = np.where(heads < 0, -1, words[heads])
            scored = gold != OPEN
            attached += int((ours == gold)[scored].sum())
            labelled_ += int(((ours == gold) & (deprels == names))[scored].sum())
            count += int(scored.sum())
    return {"uas": share(attached, count), "las": share(labelled_, count)} if count else {}
