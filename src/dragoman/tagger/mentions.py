"""Names, nominals and personal pronouns as one list of mentions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.annotations import MentionForm, MentionKind
from dragoman.tagger import labels
from dragoman.tagger.joined import Joined
from dragoman.tagger.made import made
from dragoman.tagger.pairs import Floats, Ints
from dragoman.tagger.tagged import Spans
from dragoman.tagger.tags import TaggedMention
from dragoman.tagger.tokens import Words

FORMS: tuple[MentionForm, ...] = ("name", "nominal", "pronoun")
NAME, NOMINAL, PRONOUN = range(3)
KINDS: list[MentionKind] = sorted({*labels.NAMES, *labels.NOMINALS})
PERSONAL = frozenset(
    "i me my we us our he him his she her hers they them their theirs himself herself themselves who whom whose".split()
)
_PRON = labels.UPOS.index("PRON")


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of all texts, by their first wordpiece, the longer before the shorter.

    first, last   wordpieces ``[first, last)``
    kind, form    indexes into KINDS and FORMS
    """

    first: Ints
    last: Ints
    kind: Ints
    form: Ints
    probability: Floats

    def __len__(self) -> int:
        return len(self.first)

    def ranges(self) -> Ints:
        """[mentions, 2]"""
        return np.stack([self.first, self.last], axis=1)


def mentions(texts: Joined, names: Spans, nominals: Spans, words: Words) -> Mentions:
    """What the two heads tagged, and the pronouns among the words."""
    pronouns = _pronouns(texts, words)
    place = words.places[pronouns]
    parts = [
        (names.first, names.last, _kinds(names, labels.NAMES), names.probability),
        (nominals.first, nominals.last, _kinds(nominals, labels.NOMINALS), nominals.probability),
        (place, place + 1, np.full(len(place), KINDS.index("person")), words.sure[pronouns]),
    ]
    first, last, kind, sure = (np.concatenate(column) for column in zip(*parts, strict=True))
    form = np.repeat(np.arange(len(FORMS)), [len(part[0]) for part in parts])
    order = np.lexsort((form, -last, first))
    return Mentions(first[order], last[order], kind[order], form[order], sure[order])


def _kinds(spans: Spans, kinds: tuple[MentionKind, ...]) -> Ints:
    return np.array([KINDS.index(kind) for kind in kinds], dtype=np.int64)[spans.kind]


def _pronouns(texts: Joined, words: Words) -> Ints:
    """Words that are personal pronouns."""
    tagged = np.flatnonzero(words.upos == _PRON)
    text = texts.text_of(words.places[tagged]).tolist()
    places = zip(text, words.starts[tagged].tolist(), words.ends[tagged].tolist(), strict=True)
    personal = [texts.reads[number].text[start:end].casefold() in PERSONAL for number, start, end in places]
    return tagged[np.asarray(personal, dtype=np.bool_)]


def objects(texts: Joined, own: Mentions) -> list[TaggedMention]:
    """The same as what the tagger gives."""
    kinds, forms = np.array(KINDS, dtype=object), np.array(FORMS, dtype=object)
    return made(
        TaggedMention,
        texts.spans(own.first, own.last),
        kinds[own.kind].tolist(),
        forms[own.form].tolist(),
        own.probability.tolist(),
    )


def holder(own: Mentions, count: int) -> Ints:
    """Index of the outermost mention that holds each of ``count`` wordpieces, or -1."""
    found = np.full(count, -1, dtype=np.int64)
    length = own.last - own.first
    for number in np.argsort(length, kind="stable").tolist():
        found[own.first[number] : own.last[number]] = number
    return found
