"""No sentence that a head is measured on may have taught it: found by its letters and digits alone.

A sentence is known by its key: case, spaces and punctuation away. Short ones ("He declined to comment.") say nothing of a
document and are not compared. Documents are cut by their own sentence annotation and, besides, by a plain rule, since two sets
may cut one text differently.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.article import Span
from training.standoff import Document, Layer, Mask

SHORTEST = 6  # words; below, the sets share greetings, bylines and "READ MORE" lines
MOST_SHARED = 0.25  # a document with more of its sentences shared is a copy or a reworking: it goes as a whole

_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """``document`` is None where it was dropped; ``shared``: number of its sentences that stand in each measure."""

    document: Document | None
    shared: Mapping[str, int]
    sentences: int


def key(words: str) -> str | None:
    """What two copies of a sentence have in common; None for one too short to tell."""
    parts = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", words).casefold())
    return "".join(parts) if len(parts) >= SHORTEST else None


def cut(text: str) -> Iterator[Span]:
    """Stretches of a text between sentence ends and line feeds, in linear time."""
    start = 0
    for match in _END.finditer(text):
        if text[start : match.end()].strip():
            yield Span(start, match.end())
        start = match.end()
    if text[start:].strip():
        yield Span(start, len(text))


def keyed(document: Document) -> dict[Span, str]:
    spans = (*document.sentences, *cut(document.text))
    return {span: found for span in spans if (found := key(document.words(span)))}


def measured(documents: Iterable[Document]) -> dict[str, frozenset[str]]:
    """Key of every sentence of the measures -> the data sets that it stands in."""
    found = defaultdict[str, set[str]](set)
    for document in documents:
        for sentence in keyed(document).values():
            found[sentence].add(document.dataset)
    return {sentence: frozenset(names) for sentence, names in found.items()}


def clean(document: Document, measures: Mapping[str, frozenset[str]]) -> Cleaned:
    """A training document without what it shares: such sentences masked in all layers, or the document dropped."""
    sentences = keyed(document)
    shared = {span: measures[found] for span, found in sentences.items() if found in measures}
    counts = defaultdict[str, int](int)
    for name in {(found, name) for span, found in sentences.items() if span in shared for name in shared[span]}:
        counts[name[1]] += 1
    if not shared:
        return Cleaned(document, {}, 0)
    different = {sentences[span] for span in shared}
    if len(different) > MOST_SHARED * len(set(sentences.values())):
        return Cleaned(None, counts, len(different))
    masks = (Mask(span, frozenset(Layer), f"shared with {', '.join(sorted(names))}") for span, names in sorted(shared.items()))
    return Cleaned(replace(document, masks=(*document.masks, *masks)), counts, len(different))
