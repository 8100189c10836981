"""One text's rows of figures become its tags."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from dragoman.annotations import MentionForm
from dragoman.article import Span
from dragoman.tagger import labels
from dragoman.tagger.chains import chains
from dragoman.tagger.links import attributions
from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.pieces import Pieces
from dragoman.tagger.scorers import Scorers, probabilities
from dragoman.tagger.tags import TaggedMention, TaggedTrigger, TaggedWhen, Tags, Token
from dragoman.tagger.trees import ROOT, parsed
from dragoman.tagger.viterbi import labelled, spans
from dragoman.tagger.words import words


@dataclass(frozen=True, slots=True)
class Found:
    """A span that a head tagged: wordpieces ``[first, last)``, what it is, how sure."""

    first: int
    last: int
    kind: str
    probability: float


@dataclass(frozen=True, slots=True)
class Read:
    """One text as the encoder saw it: its wordpieces and the model's row for each."""

    text: str
    pieces: Pieces
    rows: Floats

    def span(self, first: int, last: int) -> Span:
        """Wordpieces ``[first, last)`` as code points of the text."""
        return Span(int(self.pieces.starts[first]), int(self.pieces.ends[last - 1]))


def decoded(reads: Sequence[Read], scorers: Scorers) -> list[Tags]:
    """Tags of every text; the CRFs of all texts run together."""
    tagged = {name: _spans(reads, name, scorers) for name in labels.SEQUENCES}
    return [_tags(read, {name: found[number] for name, found in tagged.items()}, scorers) for number, read in enumerate(reads)]


def _spans(reads: Sequence[Read], name: str, scorers: Scorers) -> list[list[Found]]:
    rows = [scorers.part(read.rows, name) for read in reads]
    return spans_found(rows, name, scorers.transitions[name], scorers.temperature(name))


def spans_found(rows: Sequence[Floats], name: str, transitions: Floats, temperature: float) -> list[list[Found]]:
    """The spans that one head finds in each text. ``rows``: that head's columns."""
    best = labelled(rows, transitions)
    return [_sure(one, path, labels.SEQUENCES[name], transitions, temperature) for one, path in zip(rows, best, strict=True)]


def _sure(rows: Floats, path: Ints, names: Sequence[str], transitions: Floats, temperature: float) -> list[Found]:
    """Spans with the product of the probabilities of their labels and of the label after, each given the label before it.

    Emissions alone are no probabilities: after O they may well favour an inside label, since the CRF bars it.
    """
    found = spans(path.tolist(), names)
    if not found:
        return []
    given = rows.copy()
    given[1:] += transitions[path[:-1]]
    each = np.log(np.take_along_axis(probabilities(given, temperature), path[:, None], axis=1)[:, 0] + 1e-9)
    summed = np.concatenate([[0.0], np.cumsum(each, dtype=np.float64)])
    count = len(path)
    return [Found(first, last, kind, float(np.exp(summed[min(last + 1, count)] - summed[first]))) for first, last, kind in found]


def _tags(read: Read, tagged: dict[str, list[Found]], scorers: Scorers) -> Tags:
    if not len(read.pieces):
        return Tags()
    starts = _sentence_starts(read, scorers)
    tokens, places = _tokens(read, starts, scorers)
    mentions = _mentions(read, tagged, tokens, places)
    return Tags(
        sentences=tuple(int(read.pieces.starts[at]) for at in starts),
        tokens=tuple(tokens),
        mentions=tuple(mention for mention, _ in mentions),
        whens=tuple(TaggedWhen(read.span(one.first, one.last), cast(Any, one.kind), one.probability) for one in tagged["whens"]),
        attributions=tuple(attributions(read.rows, read.span, tagged["roles"], scorers)),
        triggers=tuple(_trigger(read, one, starts, scorers) for one in tagged["triggers"]),
        chains=tuple(chains(read.rows, [(mention.span, place) for mention, place in mentions], read.text, scorers)),
    )


def _sentence_starts(read: Read, scorers: Scorers) -> list[int]:
    said = scorers.part(read.rows, "sentences").argmax(axis=1)
    said[0] = 1
    return [int(at) for at in np.flatnonzero(said)]


def _tokens(read: Read, starts: Sequence[int], scorers: Scorers) -> tuple[list[Token], Ints]:
    """The words that have a wordpiece of their own, with its number."""
    ends = np.asarray(words(read.text), dtype=np.int64).reshape(-1, 2)
    places = np.searchsorted(read.pieces.starts, ends[:, 0])
    own = places < len(read.pieces)
    own[own] = read.pieces.starts[places[own]] < ends[own, 1]
    ends, places = ends[own], places[own]
    if not len(places):
        return [], places
    rows = read.rows[places]
    firsts = np.unique(np.concatenate([[0], np.searchsorted(places, np.asarray(starts))]))
    heads, deprels = parsed(rows, scorers, [int(one) for one in firsts if one < len(places)])
    sure = probabilities(scorers.part(rows, "upos"), scorers.temperature("upos"))
    said = {name: _said(scorers.part(rows, name), labels.CHOICES[name]) for name in ("tense", "number", "mood")}
    upos = sure.argmax(axis=1)
    return [
        Token(
            span=Span(int(start), int(end)),
            upos=labels.UPOS[upos[at]],
            head=None if heads[at] == ROOT else int(heads[at]),
            deprel=labels.DEPRELS[deprels[at]],
            **{name: cast(Any, one[at]) for name, one in said.items()},
            probability=float(sure[at, upos[at]]),
        )
        for at, (start, end) in enumerate(ends.tolist())
    ], places


def _said(scores: Floats, names: Sequence[str]) -> list[str | None]:
    """The best label of each row; None for the first one, ``none``."""
    return [names[best] if best else None for best in scores.argmax(axis=1).tolist()]


def _mentions(
    read: Read, tagged: dict[str, list[Found]], tokens: Sequence[Token], places: Ints
) -> list[tuple[TaggedMention, tuple[int, int]]]:
    """Names, nominals and personal pronouns, in text order, each with its wordpieces."""
    found = [
        (TaggedMention(read.span(one.first, one.last), cast(Any, one.kind), form, one.probability), (one.first, one.last))
        for form, name in FORMS
        for one in tagged[name]
    ]
    for token, place in zip(tokens, places.tolist(), strict=True):
        if token.upos == "PRON" and read.text[token.span.start : token.span.end].casefold() in PERSONAL:
            found.append((TaggedMention(token.span, "person", "pronoun", token.probability), (place, place + 1)))
    return sorted(found, key=lambda one: (one[0].span.start, -one[0].span.end, one[0].form))


FORMS: tuple[tuple[MentionForm, str], ...] = (("name", "names"), ("nominal", "nominals"))
PERSONAL = frozenset(
    "i me my we us our he him his she her hers they them their theirs himself herself themselves who whom whose".split()
)


def _trigger(read: Read, one: Found, starts: Sequence[int], scorers: Scorers) -> TaggedTrigger:
    after = bisect_right(starts, one.first)
    clause = (starts[after - 1], starts[after] if after < len(starts) else len(read.pieces))
    types = probabilities(plover_scores(read.rows, clause, None, None, scorers), scorers.temperature("plover"))
    status = int(scorers.part(read.rows[one.first], "status").argmax())
    best = int(types.argmax())
    return TaggedTrigger(
        read.span(one.first, one.last),
        labels.PLOVER[best],
        cast(Any, labels.STATUSES[status]),
        one.probability * float(types[best]),
    )


def plover_scores(
    rows: Floats, clause: tuple[int, int], source: tuple[int, int] | None, target: tuple[int, int] | None, scorers: Scorers
) -> Floats:
    """Scores of the PLOVER types, from the clause as a whole (mean and maximum) and its parties (zeros where none is known)."""
    event = scorers.part(rows, "event")
    inside = event[slice(*clause)]
    parties = [event[slice(*one)].mean(axis=0) if one else np.zeros(event.shape[1], dtype=np.float32) for one in (source, target)]
    return np.asarray(scorers.plover @ np.concatenate([inside.mean(axis=0), inside.max(axis=0), *parties]) + scorers.plover_bias)
