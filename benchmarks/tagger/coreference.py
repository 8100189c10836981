"""Chains of mentions on GUM dev, mentions found by the tagger itself: the CoNLL score, mean F1 of MUC, B³ and CEAFe.

    python -m benchmarks.tagger.coreference [--model FOLDER]

GUM's scheme: every noun phrase is a mention, most of abstract things, and a phrase mentioned once is a chain of its own.
Dragoman marks people, states, organisations, places, instruments, gatherings, offices and personal pronouns, so much of GUM is
out of its reach: ``of our kinds`` holds only those mentions of GUM against ours. ``same span``: both ends right. ``same head``:
the head word by GUM's own syntax is the same, one to one, as CorefUD's scorer does; GUM's phrases hold their clauses and
articles, our names do not. Without singletons: chains of one are left out on both sides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.tagger.clusters import Cluster, Coreference, compared
from benchmarks.tagger.documents import Wanted, tagged, wanted
from benchmarks.tagger.scores import Score
from benchmarks.tagger.tables import Row, show
from dragoman.article import Span
from dragoman.tagger import Tags
from training.standoff import Document

SET = "gum"
WAYS = (
    ("GUM, same span", False, False, True),
    ("GUM, same head", False, True, True),
    ("GUM, same head, without singletons", False, True, False),
    ("of our kinds, same head", True, True, True),
    ("of our kinds, same head, without singletons", True, True, False),
)
"""Name; only mentions of our kinds; by heads; with singletons."""

ANCHOR = "CorPipe, best of CRAC 2024: 73.9 without singletons, 75.7 with (mean of 21 sets, GUM among them; same head)"

Chains = list[frozenset[Span]]


def scores(of: Wanted) -> dict[str, Coreference]:
    found = {name: Coreference() for name, *_ in WAYS}
    for document, tags in tagged(SET, of):
        ours = said(tags)
        for name, narrow, by_head, singletons in WAYS:
            gold = annotated(document, narrow=narrow)
            keys = met(document, gold, ours) if by_head else {}
            found[name] += compared(
                list(clusters(gold, {}, singletons=singletons)), list(clusters(ours, keys, singletons=singletons))
            )
    return found


def annotated(document: Document, *, narrow: bool) -> Chains:
    """``narrow``: mentions of the kinds that Dragoman marks."""
    kept = {mention.span for mention in document.mentions} if narrow else None
    chains = (frozenset(span for span in chain.spans if kept is None or span in kept) for chain in document.chains)
    return [chain for chain in chains if chain]


def said(tags: Tags) -> Chains:
    """The chains, and every mention in none of them as one of its own."""
    chains = [frozenset(chain.mentions) for chain in tags.chains]
    inside = frozenset().union(*chains)
    return chains + [frozenset({span}) for span in dict.fromkeys(mention.span for mention in tags.mentions) if span not in inside]


def clusters(chains: Chains, keys: Mapping[Span, Span], *, singletons: bool) -> Iterator[Cluster]:
    for chain in chains:
        if singletons or len(chain) > 1:
            yield frozenset(keys.get(span, span) for span in chain)


def met(document: Document, gold: Chains, ours: Chains) -> dict[Span, Span]:
    """Our spans that mean an annotated one, with it; what means none keeps a span that is nobody's."""
    waiting: dict[int, list[Span]] = {}
    known = {span for chain in gold for span in chain}
    mine = sorted({span for chain in ours for span in chain})
    found = {span: span for span in mine if span in known}
    for span in sorted(known - found.keys()):
        waiting.setdefault(head(document, span), []).append(span)
    for span in mine:
        if span not in found:
            candidates = [one for one in waiting.get(head(document, span), []) if one.overlaps(span)]
            if candidates:
                best = max(candidates, key=lambda one: likeness(one, span))
                waiting[head(document, span)].remove(best)
                found[span] = best
    return found


def likeness(one: Span, two: Span) -> float:
    return (min(one.end, two.end) - max(one.start, two.start)) / (max(one.end, two.end) - min(one.start, two.start))


def head(document: Document, span: Span) -> int:
    """The first word of a span whose own head stands outside it, as an index; -1 where no word is in it."""
    tokens = document.tokens
    first = bisect_left(tokens, span.start, key=lambda token: token.span.end - 1)
    last = bisect_left(tokens, span.end, lo=first, key=lambda token: token.span.start)
    for at in range(first, last):
        above = tokens[at].head
        if above is None or not first <= above < last:
            return at
    return -1


def figures(*, quick: bool = False) -> dict[str, float]:
    return {name: one.conll for name, one in scores(Wanted(quick=quick)).items()}


def main() -> None:
    rows: list[Row] = [[name, *(part.f1 for part in parts(one)), one.conll] for name, one in scores(wanted(__doc__)).items()]
    show("Coreference, GUM dev, mentions found, F1", ["", "mentions", "MUC", "B³", "CEAFe", "CoNLL"], rows)
    print(f"  {ANCHOR}\n")


def parts(one: Coreference) -> Sequence[Score]:
    return one.mentions, one.muc, one.b3, one.ceafe


if __name__ == "__main__":
    main()
