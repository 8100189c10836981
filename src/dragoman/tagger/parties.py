"""Triggers find who did it and whom it was done to: a word for each, then the words around that word."""

from __future__ import annotations

import numpy as np

from dragoman.tagger import labels
from dragoman.tagger.joined import Joined
from dragoman.tagger.mentions import Mentions, holder
from dragoman.tagger.pairs import Ints, party_features
from dragoman.tagger.scorers import Scorers
from dragoman.tagger.tokens import Words
from dragoman.tagger.trees import ROOT

REACH = 96
"""Wordpieces before and after a trigger among which its parties are looked for, in training too."""
AT_ONCE = 16
"""Triggers that choose together: neighbours, that look at much the same words."""
LONGEST = 12
"""Words of a noun phrase, at most."""

_NOUNS = np.isin(labels.UPOS, ["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"])
_ADPOSITION, _PUNCTUATION = labels.UPOS.index("ADP"), labels.UPOS.index("PUNCT")
_APART = np.isin(labels.DEPRELS, ["acl", "acl:relcl", "advcl", "advcl:relcl", "parataxis", "ccomp", "cop", "csubj", "nsubj"])
"""Arcs to what is said of a noun, or by its means, and does not name it."""


def parties(texts: Joined, triggers: Ints, words: Words, mentions: Mentions, scorers: Scorers) -> Ints:
    """[kinds, triggers, 2]: wordpieces ``[first, last)`` of each party, by labels.SCORERS["party"]; -1 where there is none.

    A party is the outermost mention that holds the chosen word, else its noun phrase.

    triggers   the first wordpiece of each, in order
    """
    chosen = choices(texts, triggers, scorers)
    found = np.full((*chosen.shape, 2), -1, dtype=np.int64)
    if not len(words):
        return found
    held = holder(mentions, len(texts.rows))[chosen]
    held[chosen < 0] = -1
    inside = held >= 0
    found[inside] = mentions.ranges()[held[inside]]
    word = words.of(chosen)
    alone = (chosen >= 0) & ~inside
    # A wordpiece before the text's first word belongs to none.
    alone &= (word >= 0) & (texts.text_of(words.places[word]) == texts.text_of(np.maximum(chosen, 0)))
    phrases = noun_phrases(words, word[alone])
    after = np.append(words.places, len(texts.rows))[phrases[:, 1]]
    found[alone] = np.stack([words.places[phrases[:, 0]], np.minimum(after, texts.end_of(chosen[alone]))], axis=1)
    return found


def choices(texts: Joined, triggers: Ints, scorers: Scorers) -> Ints:
    """[kinds, triggers]: the wordpiece that each trigger chooses within REACH in its text, or -1 where none scores above 0."""
    own = scorers.parties
    told = scorers.part(texts.rows, "party_word")
    of_trigger = scorers.part(texts.rows, "party_trigger")[triggers]
    bent = of_trigger @ own.bilinear
    shift = (of_trigger @ own.left.T + own.bias).T
    word = own.right @ told.T
    away = np.arange(-REACH, REACH + 1)
    distance = np.ascontiguousarray(own.features[0][party_features([0], away)[0, :, 0]].T)
    # One step further than REACH stands for all that is out of it.
    distance = np.pad(distance, ((0, 0), (1, 1)), constant_values=-1e9)
    found = np.full((len(bent), len(triggers)), -1, dtype=np.int64)
    for part, low, high in zip(texts.by_text(triggers), texts.bounds, texts.bounds[1:], strict=False):
        for at in range(part.start, part.stop, AT_ONCE):
            group = slice(at, min(at + AT_ONCE, part.stop))
            first = triggers[group]
            seen = slice(max(low, int(first[0]) - REACH), min(high, int(first[-1]) + REACH + 1))
            scores = bent[:, group] @ told[seen].T
            scores += word[:, None, seen]
            apart = np.arange(seen.start, seen.stop) - first[:, None]
            scores += distance[:, np.clip(apart, -REACH - 1, REACH + 1) + REACH + 1]
            best = scores.argmax(axis=2)
            found[:, group] = np.where(scores.max(axis=2) + shift[:, group] > 0, best + seen.start, -1)
    return found


def noun_phrases(words: Words, wanted: Ints) -> Ints:
    """[words, 2]: the words ``[first, last)`` around each wanted one that depend on it without gap, itself among them.

    Adpositions before it and marks at its edges are left out, as are clauses that say something of it. A word that is no noun, or
    whose phrase is longer than LONGEST, stands alone.
    """
    heads, upos = words.heads.tolist(), words.upos.tolist()
    apart = _APART[words.deprels].tolist()
    found = [_phrase(word, heads, upos, apart) if _NOUNS[upos[word]] else (word, word + 1) for word in wanted.tolist()]
    return np.asarray(found, dtype=np.int64).reshape(-1, 2)


def _phrase(word: int, heads: list[int], upos: list[int], apart: list[bool]) -> tuple[int, int]:
    def depends(at: int) -> bool:
        for _ in range(LONGEST):
            if at == word:
                return True
            if at == ROOT or apart[at]:
                return False
            at = heads[at]
        return False

    first, last = word, word + 1
    while first > 0 and last - first <= LONGEST and depends(first - 1):
        first -= 1
    while last < len(heads) and last - first <= LONGEST and depends(last):
        last += 1
    while first < word and upos[first] in (_ADPOSITION, _PUNCTUATION):
        first += 1
    while last - 1 > word and upos[last - 1] == _PUNCTUATION:
        last -= 1
    return (first, last) if last - first <= LONGEST else (word, word + 1)
