"""Sources: the words for who speaks, as the tagger links them, or the subject of the cue; what a relative pronoun stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.annotate.running import within
from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.annotate.trees import Trees
    from dragoman.annotations import Quotation
    from dragoman.tagger import Attribution

_TAILING = re.compile(r",?\s+(?:who|which|that|whom)\Z")
RELATIVES = frozenset("who which that whom".split())


def source_of(text: str, one: Attribution, cue: Span | None, sentences: Sequence[int], runs: Sequence[Span]) -> Span | None:
    """The source that the tagger linked, if it stands in the sentence of the cue: from elsewhere it is rather wrong."""
    source = next(within(one.source[0], runs), None) if one.source else None
    if source is None or (cue is not None and bisect_right(sentences, source.start) != bisect_right(sentences, cue.start)):
        return None
    return _without_relative(text, source)


def _without_relative(text: str, source: Span) -> Span:
    """``courts that`` -> ``courts``; a lone "who" stays."""
    match = _TAILING.search(text, source.start + 1, source.end)
    return Span(source.start, match.start()) if match else source


def antecedent(text: str, words: Span | None, trees: Trees) -> Span | None:
    """What a lone relative pronoun stands for."""
    if words is None or text[words.start : words.end].lower() not in RELATIVES:
        return None
    return trees.antecedent(words)


def with_subject(quotation: Quotation, trees: Trees, runs: Sequence[Span]) -> Quotation:
    """A quotation that neither tagger nor rules found a source for, with the subject of its cue; not if that is what is said."""
    cue = quotation.cue
    if quotation.source is not None or cue is None or quotation.probability is None:
        return quotation
    verb = trees.head_of(cue)
    subject = trees.subject(verb) if verb is not None and trees.tokens[verb].upos == "VERB" else None
    phrase = next(within(trees.phrase(subject), runs), None) if subject is not None else None
    if phrase is None or any(phrase.overlaps(other) for other in (cue, *quotation.content)):
        return quotation
    return replace(quotation, source=phrase, antecedent=antecedent(trees.text, phrase, trees))
