"""A tagger that guesses: as much for the reading to sort out as the model gives, in texts that nothing was recorded of.

Its trees are by turns as deep and as wide as trees can be; every word for speech is a cue, the word before it the source, which
every third cue is left without, and what stands on either side of the two the content.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.article import Span
from dragoman.tagger import Attribution, FakeTagger, TaggedMention, Tags, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STOP = re.compile(r"[.!?][”\"’']?\s+(?=\S)|\n\s*(?=\S)")
_WORD = re.compile(r"\w+|[^\w\s]")
_CUE = re.compile(r"\b(?:said|says|told|added|adding|asked|according|stressed|wrote)\b", re.I)
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_DEPRELS = ("conj", "nsubj", "conj", "nmod", "acl:relcl", "case", "flat")


class GuessingTagger(FakeTagger):
    """Tags of any text, by a few patterns; each kind in text order, as the model gives them."""

    def tag(self, texts: Sequence[str]) -> list[Tags]:
        return [_tags(text) for text in texts]


def _tags(text: str) -> Tags:
    first = len(text) - len(text.lstrip())
    starts = tuple(dict.fromkeys((first, *(stop.end() for stop in _STOP.finditer(text))))) if text.strip() else ()
    return Tags(
        sentences=starts,
        tokens=tuple(_tokens(text, starts)),
        mentions=tuple(TaggedMention(Span(*name.span()), "person", "name", 0.8) for name in _NAME.finditer(text)),
        attributions=tuple(_attributions(text, starts)),
    )


def _tokens(text: str, starts: Sequence[int]) -> Iterator[Token]:
    """Each sentence's words, of one sentence each below the word before it, of the next all below the first."""
    sentence = first = -1
    for at, word in enumerate(_WORD.finditer(text)):
        here = bisect_right(starts, word.start())
        if here != sentence:
            sentence, first, head = here, at, None
        else:
            head = at - 1 if sentence % 2 else first
        deprel = _DEPRELS[at % len(_DEPRELS)] if head is not None else "root"
        upos = "VERB" if _CUE.fullmatch(word[0]) else "PUNCT" if not word[0].isalnum() else "NOUN"
        yield Token(Span(*word.span()), upos, head, deprel, probability=0.9)


def _attributions(text: str, starts: Sequence[int]) -> Iterator[Attribution]:
    """One a cue; its content reaches from the cue before, or the sentence's start, to the next cue or the sentence's end."""
    cues = list(_CUE.finditer(text))
    words = [word.span() for word in _WORD.finditer(text)]
    begins = [start for start, _ in words]
    bounds = (0, *starts, len(text))
    ends = [0, *(cue.end() for cue in cues)]
    following = [*(cue.start() for cue in cues[1:]), len(text)]
    for number, cue in enumerate(cues):
        at = bisect_right(starts, cue.start())
        low, high = max(bounds[at], ends[number]), min(bounds[at + 1], following[number])
        before = bisect_right(begins, cue.start() - 1) - 1
        source = Span(*words[before]) if before >= 0 and words[before][0] >= low else None
        sides = ((low, source.start if source else cue.start()), (cue.end(), high))
        content = tuple(Span(start, end) for start, end in sides if text[start:end].strip())
        if content:
            named = (source,) if source and number % 3 else ()
            yield Attribution(content, Span(*cue.span()), named, 0.3 + number % 7 / 10)
