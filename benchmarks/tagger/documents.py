"""The development documents that heads are measured on, read by ``training/readers``, and what the tagger says of them.

A set is tagged once a process, however many heads are measured on it. ``quick``: fewer documents, chosen by the hash of their
names, where the whole set takes too long for every change.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.halves import shared
from dragoman.tagger import Tagger, Tags
from dragoman.tagger.joined import Read
from dragoman.tagger.model_file import SHIPPED, open_model
from dragoman.tagger.pieces import cut_all
from dragoman.tagger.scorers import Scorers
from dragoman.tagger.session import encoded
from training.prepare import SOURCES, Source, settled
from training.skips import held_out
from training.standoff import Document, faults

READERS = {
    "polnear": "polnear",
    "ud-ewt": "ewt",
    "gum": "gum",
    "ontogum": "gum",
    "meantime": "meantime",
    "worldwide-newswire": "newswire",
    "timebank-aquaint": "timebank",
    "gap": "gap",
}
"""Data set -> the module of ``training/readers`` that reads it."""

QUICK = {"worldwide-newswire": 10, "timebank-aquaint": 3}
"""One document in so many; sets that are not named are always read whole."""

THREADS = min(2, os.cpu_count() or 1)
TOGETHER = 32
"""Documents whose rows are held at once: some 4 kB a wordpiece."""


@dataclass(frozen=True)
class Wanted:
    """Which model is measured, and on how much."""

    model: Path = SHIPPED
    quick: bool = False


def wanted(about: str | None) -> Wanted:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    return asked(parser.parse_args())


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", type=Path, default=SHIPPED, help="a model folder in place of the shipped one")
    parser.add_argument("--quick", action="store_true", help="fewer documents, as in `tasks.py bench --quick`")


def asked(options: argparse.Namespace) -> Wanted:
    return Wanted(options.model, options.quick)


def documents(name: str, *, quick: bool = False) -> tuple[Document, ...]:
    """The development documents of a data set, as ``training.prepare`` would write them, in the order of the set."""
    every = _documents(name)
    of = QUICK.get(name, 1) if quick else 1
    return tuple(one for one in every if of == 1 or held_out(f"quick {one.id}", of=of) == "dev")


@cache
def _documents(name: str) -> tuple[Document, ...]:
    source = source_of(name)
    read = source.read(*(shared() / "data" / folder for folder in source.folders))
    kept = (one for one in read if isinstance(one, Document) and one.dataset == name and one.split == "dev")
    return tuple(settled(one) for one in kept if not faults(one))


def source_of(name: str) -> Source:
    return next(source for source in SOURCES if source.read.__module__.endswith(f".{READERS[name]}"))


def tagged(name: str, of: Wanted) -> list[tuple[Document, Tags]]:
    """Every document with its tags."""
    own = documents(name, quick=of.quick)
    known = _known(name, of.model)
    if missing := [one for one in own if one.id not in known]:
        tags = Tagger(of.model, threads=THREADS).tag([one.text for one in missing])
        known.update(zip((one.id for one in missing), tags, strict=True))
    return [(one, known[one.id]) for one in own]


@cache
def _known(name: str, model: Path) -> dict[str, Tags]:
    return {}


def rows(own: Sequence[Document], model: Path) -> Iterator[tuple[Document, Read, Scorers]]:
    """Documents as the encoder saw them: for measures that give the tagger what it would otherwise find by itself."""
    opened = open_model(model)
    for at in range(0, len(own), TOGETHER):
        group = own[at : at + TOGETHER]
        pieces = cut_all([one.text for one in group], opened.tokenizer)
        for one, cut, told in zip(group, pieces, encoded(opened.session, pieces, THREADS), strict=True):
            yield one, Read(one.text, cut, told), opened.scorers
