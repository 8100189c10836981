"""What the tagger says with what probability, and whether it is right: one claim a span, choice or arc, by head.

Probabilities are the heads' own, before any calibration. Spans are right if both ends and the type are; what the annotators of
a set leave open (other types, masked stretches) is no claim. ``training/calibrate.py`` fits curves to these claims,
``confidence.py`` measures them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.halves import Half, half_of
from benchmarks.tagger import coreference, linked, names, roles
from benchmarks.tagger.documents import rows
from dragoman.article import Span
from dragoman.tagger import Tags, labels
from dragoman.tagger.chains import antecedents
from dragoman.tagger.decode import decoded
from dragoman.tagger.joined import Read
from dragoman.tagger.links import Role, chosen
from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.scorers import Scorers, probabilities
from dragoman.tagger.tagged import spans_found
from dragoman.tagger.trees import ROOT, stretches
from training.standoff import Document, Layer, Mention

Claim = tuple[float, bool]
Calibration = Mapping[str, tuple[float, float]]
"""Head -> slope and shift."""
Told = tuple[Document, Read, Tags, Scorers]
"""A document, how the encoder saw it, and what was read from that without calibration."""


def of_roles(told: Told) -> Iterator[Claim]:
    document, _, tags, _ = told
    gold = set(roles.roles_of(document.attributions))
    yield from ((one.probability, (one.span, one.kind) in gold) for one in tags.roles)


def of_links(told: Told) -> Iterator[Claim]:
    """Choices of cues and contents that stand exactly where the annotators have one."""
    document, read, _, scorers = told
    (found,) = spans_found([scorers.part(read.rows, "roles")], "roles", scorers.transitions["roles"])
    cues, sources, contents = ([one for one in found if one.kind == kind] for kind in ("cue", "source", "content"))
    of_cue = partners((span, one.sources) for one in document.attributions for span in one.cues)
    of_content = partners((span, one.cues) for one in document.attributions for span in one.contents)
    for choosers, candidates, kind, gold in ((cues, sources, "source", of_cue), (contents, cues, "content", of_content)):
        for one, (choice, sure) in zip(choosers, chosen(read.rows, choosers, candidates, kind, scorers), strict=True):
            wanted = gold.get(place(read, one))
            if wanted is not None:
                said = None if choice is None else place(read, candidates[choice])
                yield sure, any(said.overlaps(span) for span in wanted) if said else not wanted


def place(read: Read, one: Role) -> Span:
    return read.span(one.first, one.last)


def partners(pairs: Iterable[tuple[Span, tuple[Span, ...]]]) -> Mapping[Span, list[Span]]:
    found: dict[Span, list[Span]] = {}
    for span, others in pairs:
        found.setdefault(span, []).extend(others)
    return found


def of_attributions(told: Told) -> Iterator[Claim]:
    """Whole attributions, right where all three roles overlap those of an annotated one."""
    document, _, tags, _ = told
    gold = list(linked.annotated(document.attributions))
    for one, whole in zip(tags.attributions, linked.said(tags.attributions), strict=True):
        yield one.probability, any(linked.overlapping(whole, other) for other in gold)


def of_names(told: Told) -> Iterator[Claim]:
    document, _, tags, _ = told
    gold = set(names.annotated(document, names.NEWSWIRE))
    for one in tags.mentions:
        if one.form == "name" and one.kind in names.OURS:
            yield one.probability, (one.span.start, one.span.end, names.OURS[one.kind]) in gold


def of_nominals(told: Told) -> Iterator[Claim]:
    document, _, tags, _ = told
    gold: dict[Span, Mention] = {one.span: one for one in document.mentions if one.form == "nominal"}
    for one in tags.mentions:
        if one.form == "nominal" and one.kind in document.nominals_of:
            yield one.probability, one.span in gold and one.kind in gold[one.span].types


def of_whens(told: Told) -> Iterator[Claim]:
    document, _, tags, _ = told
    gold = {(one.span, (one.kind or "").lower()) for one in document.times}
    yield from ((one.probability, (one.span, one.kind) in gold) for one in tags.whens)


def of_triggers(told: Told) -> Iterator[Claim]:
    """That there is an event; its type is another head's."""
    document, read, _, scorers = told
    gold = {event.trigger for event in document.events}
    open_ = [mask.span for mask in document.masks if Layer.EVENTS in mask.layers]
    (found,) = spans_found([scorers.part(read.rows, "triggers")], "triggers", scorers.transitions["triggers"])
    for one in found:
        span = place(read, one)
        if not any(span.overlaps(mask) for mask in open_):
            yield one.probability, span in gold


def of_sentences(told: Told) -> Iterator[Claim]:
    """Starts, but for the text's own."""
    document, read, tags, scorers = told
    gold = {span.start for span in document.sentences}
    at = np.searchsorted(read.pieces.starts, tags.sentences[1:])
    sure = probabilities(scorers.part(read.rows[at], "sentences"))[:, 1]
    yield from ((float(one), start in gold) for one, start in zip(sure, tags.sentences[1:], strict=True))


def of_upos(told: Told) -> Iterator[Claim]:
    """Of words that the annotators cut alike."""
    document, _, tags, _ = told
    gold = {token.span: token.upos for token in document.tokens}
    yield from ((one.probability, gold[one.span] == one.upos) for one in tags.tokens if one.span in gold)


def of_arcs(told: Told) -> Iterator[Claim]:
    yield from (arc for arc, _ in arcs(told))


def of_deprels(told: Told) -> Iterator[Claim]:
    """Labels of arcs that are right."""
    yield from (label for arc, label in arcs(told) if arc[1])


def arcs(told: Told) -> Iterator[tuple[Claim, Claim]]:
    """Head and label of every word that the annotators cut alike."""
    document, read, tags, scorers = told
    gold = {token.span: token for token in document.tokens}
    spans = [token.span for token in tags.tokens]
    rows = read.rows[np.searchsorted(read.pieces.starts, [span.start for span in spans])]
    heads = np.asarray([ROOT if token.head is None else token.head for token in tags.tokens])
    of_head, of_label = shares(rows, heads, [token.deprel for token in tags.tokens], sentence_firsts(tags), scorers)
    for token, head, label in zip(tags.tokens, of_head, of_label, strict=True):
        if (one := gold.get(token.span)) is not None:
            above = None if one.head is None else document.tokens[one.head].span
            right = above == (None if token.head is None else spans[token.head])
            yield (float(head), right), (float(label), right and one.deprel == token.deprel)


def sentence_firsts(tags: Tags) -> list[int]:
    """The first word of each sentence."""
    starts = [token.span.start for token in tags.tokens]
    firsts = np.unique(np.concatenate([[0], np.searchsorted(starts, tags.sentences)]))
    return [int(one) for one in firsts if one < len(starts)]


def shares(
    rows: Floats, heads: Ints, deprels: list[str], firsts: list[int], scorers: Scorers
) -> tuple[npt.NDArray[np.floating], npt.NDArray[np.floating]]:
    """Probability of each word's head among the words of its sentence and the root, and of its label among the labels."""
    of_head = np.zeros(len(rows))
    if not len(rows):
        return of_head, of_head
    above = scorers.part(rows, "arc_head")
    bent = scorers.part(rows, "arc_dependent") @ scorers.arcs.bilinear[0] + scorers.arcs.right[0]
    for start, end in stretches(firsts, len(rows)):
        scores = bent[start:end] @ np.concatenate([above[start:end], scorers.arc_root[None]]).T
        np.fill_diagonal(scores, -np.inf)
        at = np.where(heads[start:end] == ROOT, end - start, heads[start:end] - start)
        of_head[start:end] = np.take_along_axis(probabilities(scores), at[:, None], axis=1)[:, 0]
    named = np.concatenate([scorers.part(rows, "label_head"), scorers.label_root[None]])[heads]
    labelled = probabilities(scorers.deprels.along(scorers.part(rows, "label_dependent"), named))
    return of_head, labelled[np.arange(len(rows)), [labels.DEPRELS.index(deprel) for deprel in deprels]]


def of_coreference(told: Told) -> Iterator[Claim]:
    """Choices of mentions that the annotators have too, by their head words: an earlier mention, or that it is the first."""
    document, read, tags, scorers = told
    gold = coreference.annotated(document, narrow=False)
    chain_of = {span: number for number, chain in enumerate(gold) for span in chain}
    keys = coreference.met(document, gold, coreference.said(tags))
    chain = [chain_of.get(keys[one.span]) if one.span in keys else None for one in tags.mentions]
    placed = [(one.span, places) for one in tags.mentions if (places := read.pieces.within(one.span))]
    for number, (choice, sure) in enumerate(antecedents(read.rows, placed, read.text, scorers)):
        if (own := chain[number]) is not None:
            yield sure, own not in chain[:number] if choice is None else chain[choice] == own


JUDGED: Mapping[str, tuple[tuple[str, ...], Callable[[Told], Iterator[Claim]]]] = {
    "roles": (("polnear",), of_roles),
    "links": (("polnear",), of_links),
    "attributions": (("polnear",), of_attributions),
    "names": (("worldwide-newswire",), of_names),
    "nominals": (("gum",), of_nominals),
    "whens": (("timebank-aquaint",), of_whens),
    "triggers": (("meantime", "timebank-aquaint"), of_triggers),
    "sentences": (("ud-ewt",), of_sentences),
    "upos": (("ud-ewt",), of_upos),
    "arcs": (("ud-ewt",), of_arcs),
    "deprels": (("ud-ewt",), of_deprels),
    "coreference": (("gum",), of_coreference),
}
"""Head -> the sets that its claims are judged on. PLOVER's types are judged by fold models, see ``plover.py``."""


def told_of(seen: Iterable[tuple[Document, Read, Scorers]], calibration: Calibration) -> Iterator[Told]:
    """Documents with what is read of them under a calibration; an empty one leaves the heads' own probabilities."""
    for document, read, scorers in seen:
        own = replace(scorers, calibration=dict(calibration))
        (tags,) = decoded([read], own)
        yield document, read, tags, own


def gathered(
    own: Iterable[Document], heads: Iterable[str], model: Path, calibration: Calibration
) -> dict[tuple[str, Half], list[Claim]]:
    """All claims of some heads over some documents, by head and half of the documents."""
    found: dict[tuple[str, Half], list[Claim]] = {}
    for told in told_of(rows(list(own), model), calibration):
        for head in heads:
            found.setdefault((head, half_of(told[0].id)), []).extend(JUDGED[head][1](told))
    return found
