"""What each head can say. Written into a model file at export; a file that says otherwise is refused."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dragoman.annotations import MentionKind

FORMAT = 2
"""Version of the model file's layout. Raise it when a head, its labels or the graph's inputs change."""


def bio(*types: str) -> tuple[str, ...]:
    """``O``, then ``B-`` and ``I-`` of each type."""
    return ("O", *(f"{mark}-{name}" for name in types for mark in "BI"))


NAMES: tuple[MentionKind, ...] = ("person", "state", "organisation", "place", "nationality", "instrument", "gathering")
NOMINALS: tuple[MentionKind, ...] = ("person", "state", "organisation", "place", "instrument", "gathering", "office")
WHENS = ("date", "time", "duration", "set")
ROLES = ("source", "cue", "content")
PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
STATUSES = ("happened", "denied", "planned", "uncertain")
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
DEPRELS = (
    "root acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound "
    "compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat "
    "flat:foreign goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass "
    "nummod obj obl obl:agent obl:npmod obl:tmod obl:unmarked orphan parataxis punct reparandum vocative "
).split()

SEQUENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "roles": bio(*ROLES),
        "names": bio(*NAMES),
        "nominals": bio(*NOMINALS),
        "whens": bio(*WHENS),
        "triggers": bio("trigger"),
    }
)
"""Heads that tag spans, one label a wordpiece, read by a CRF."""

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sentences": ("inside", "start"),
        "upos": tuple(UPOS),
        "tense": ("none", "Past", "Pres"),
        "number": ("none", "Sing", "Plur"),
        "mood": ("none", "Ind", "Imp", "Sub"),
        "status": STATUSES,
    }
)
"""Heads that choose one label a wordpiece (of a word: its first own wordpiece)."""

VECTORS: Mapping[str, int] = MappingProxyType(
    {
        "arc_dependent": 96,
        "arc_head": 96,
        "label_dependent": 32,
        "label_head": 32,
        "link_cue": 64,
        "link_argument": 64,
        "party_trigger": 32,
        "party_word": 32,
        "event": 96,
        "mention": 96,
    }
)
"""Heads that give each wordpiece a vector, for the scorers that run after the encoder; with its width."""

SCORERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "deprel": tuple(DEPRELS),
        "link": ("source", "content"),
        "party": ("agent", "patient"),
        "plover": tuple(PLOVER),
    }
)
"""Scorers over vectors, with their labels."""


def columns() -> dict[str, tuple[int, int]]:
    """Where each head's figures stand in one row of the graph's output: name -> first and last-plus-one column."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    widths = {name: len(labels) for name, labels in (*SEQUENCES.items(), *CHOICES.items())} | dict(VECTORS)
    for name, width in widths.items():
        found[name] = (at, at + width)
        at += width
    return found
