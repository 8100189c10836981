"""Addressees: to whom the text says that something was said, by the tree around its cue."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.lexicon.cues import cue_forms, speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.annotate.trees import Trees
    from dragoman.article import Span

_MEETINGS = frozenset(
    "meeting meetings talks call conversation session summit interview discussion discussions dinner lunch negotiations".split()
)
_WRITINGS = frozenset("letter message note address remarks speech telegram".split())
_OCCASIONS = _MEETINGS | _WRITINGS
_NOUNS = frozenset({"NOUN", "PROPN"})
_OBLIQUE = frozenset({"obl", "nmod", "obl:unmarked"})


def addressee(trees: Trees, cue: Span, source: Span | None, content: Sequence[Span], sentences: Sequence[int]) -> Span | None:
    """The words for whom it was said to, outside what was said; None where the text has none.

    sentences   where each sentence starts, in order
    """
    verb = trees.head_of(cue)
    if verb is None:
        return None
    taken = [cue, *content, *([source] if source is not None else [])]
    for noun in (*_objects(trees, verb, cue), *_told_to(trees, verb), *_met(trees, cue, content, sentences)):
        phrase = trees.phrase(noun)
        if not any(phrase.overlaps(other) for other in taken):
            return phrase
    return None


def _objects(trees: Trees, verb: int, cue: Span) -> Iterator[int]:
    """``told reporters``: the object of a cue that takes whom it is said to; the accused are spoken of, not to."""
    known = cue_forms().get((trees.lower(verb),))
    takes = known[0].takes if known else frozenset[str]()
    if "object" in takes and not ("of" in takes and "that" not in takes):
        yield from (child for child in trees.children.get(verb, ()) if trees.tokens[child].deprel in {"obj", "iobj"})
        behind = trees.words(cue).stop
        if behind < len(trees.tokens) and trees.lower(behind) in speaker_nouns():
            yield behind  # "told reporters outside the customs house", whatever the tree makes of it
    else:
        yield from (child for child in trees.children.get(verb, ()) if trees.tokens[child].deprel == "iobj")


def _told_to(trees: Trees, verb: int) -> Iterator[int]:
    """``said to the council``: a noun led to by "to", if it is somebody."""
    for child in trees.children.get(verb, ()):
        somebody = trees.tokens[child].upos == "PROPN" or trees.lower(child) in speaker_nouns()
        if somebody and trees.tokens[child].deprel in _OBLIQUE and _case(trees, child) == "to":
            yield child


def _met(trees: Trees, cue: Span, content: Sequence[Span], sentences: Sequence[int]) -> Iterator[int]:
    """``said at a meeting with X``, ``in a letter to X``: in the cue's sentence, outside what was said."""
    here = trees.sentence(cue, sentences)
    occasions = trees.places(_OCCASIONS)
    for word in occasions[bisect_left(occasions, here.start) : bisect_left(occasions, here.stop)]:
        token, meets = trees.tokens[word], trees.lower(word) in _MEETINGS
        if any(token.span in piece for piece in content):
            continue
        for child in trees.children.get(word, ()):
            if trees.tokens[child].upos in _NOUNS and _case(trees, child) == ("with" if meets else "to"):
                yield child


def _case(trees: Trees, noun: int) -> str:
    """The preposition that leads to a noun."""
    return next((trees.lower(child) for child in trees.children.get(noun, ()) if trees.tokens[child].deprel == "case"), "")
