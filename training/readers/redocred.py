"""Re-DocRED: names with entity clusters in the first paragraphs of Wikipedia articles. MIT.

PER person; ORG organisation; LOC state, nationality or place by the words; MISC gathering or instrument by its head noun, else
other; TIME a time; only dates and the like are marked, so other temporal words are masked; NUM nothing. Clusters link names
only.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from dragoman.article import Span
from training.kinds import GATHERING, INSTRUMENT, NATIONALITY, ORGANISATION, OTHER, PERSON, PLACE, STATE, named_kinds, place_kinds
from training.rejoin import Rejoined, rejoin
from training.skips import Reading, Skip, held_out
from training.standoff import Chain, Document, Layer, Mask, Mention, MentionType, Time
from training.temporal import unsure_times

NAME = "redocred"
NAMES = frozenset({PERSON, ORGANISATION, PLACE, STATE, NATIONALITY, GATHERING, INSTRUMENT, OTHER})


def read(folder: Path) -> Reading:
    for path in sorted(folder.glob("*_revised.json.gz")):
        for number, article in enumerate(json.loads(gzip.decompress(path.read_bytes()))):
            yield from _document(article, f"{path.name.split('_')[0]}-{number:03}")


def _document(article: dict[str, Any], name: str) -> Reading:
    placed = rejoin([[word for word in sentence if word.strip()] for sentence in article["sents"]], split_hyphens=True)
    # Some words are blank. They stand in no text, but the names' numbers count them.
    numbers = [[at for at, word in enumerate(sentence) if word.strip()] for sentence in article["sents"]]
    mentions, times, chains = [], [], []
    for number, cluster in enumerate(article["vertexSet"]):
        found: set[Span] = set()
        for one in cluster:
            span = _span(one, placed, numbers)
            if span is None:
                yield Skip(NAME, f"{name} {one['index']}", "a name outside its sentence")
            elif one["type"] == "TIME":
                times.append(span)
            elif one["type"] != "NUM" and span not in found:
                found.add(span)
                mentions.append(Mention(span, _kinds(one["type"], placed.text[span.start : span.end]), label=one["type"]))
        if found:
            chains.append(Chain(str(number), tuple(sorted(found))))
    sure = outermost(times)
    unsure = unsure_times(placed.text, sure)
    yield Document(
        id=name,
        dataset=NAME,
        split=held_out(article["title"]),
        text=placed.text,
        annotated=frozenset({Layer.SENTENCES, Layer.MENTIONS, Layer.TIMES, Layer.COREFERENCE}),
        names_of=NAMES,
        chains_of=frozenset({"name"}),
        genre="encyclopaedia",
        spaced=False,
        sentences=placed.sentences,
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.span, mention.label))),
        times=tuple(Time(span) for span in sure),
        chains=tuple(chains),
        masks=tuple(Mask(span, frozenset({Layer.TIMES}), "times that are no dates are left out") for span in unsure),
    )


def outermost(spans: Iterable[Span]) -> list[Span]:
    """Without what lies in, or overlaps, an earlier or longer one; in the order of the text."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _span(one: dict[str, Any], placed: Rejoined, numbers: Sequence[Sequence[int]]) -> Span | None:
    """None where the name's words are not in its sentence, or begin or end with a blank one."""
    first, last = one["pos"]
    own = numbers[one["sent_id"]] if 0 <= one["sent_id"] < len(numbers) else ()
    if first not in own or last - 1 not in own or first >= last:
        return None
    row: Sequence[Span] = placed.words[one["sent_id"]]
    return row[own.index(first)].to(row[own.index(last - 1)])


def _kinds(label: str, words: str) -> frozenset[MentionType]:
    if label == "LOC":
        return place_kinds(words)
    if label == "MISC":
        return named_kinds(words)
    return frozenset({PERSON if label == "PER" else ORGANISATION})
