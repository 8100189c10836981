"""All data sets into one form: ``python -m training.prepare --data FOLDER --out training/work/prepared``.

Writes one JSON Lines file a set and split (``polnear.train.jsonl``) and ``manifest.json``: hashes of what was read and written,
counts of every layer, what was left out and why, and which training sentences were masked because a measure holds them too. Two
runs over the same data write the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training import kept_apart, leaks
from training.readers import (
    crossner,
    ewt,
    gap,
    gum,
    litbank,
    meantime,
    newswire,
    plv,
    polnear,
    qasrl,
    re3d,
    redocred,
    timebank,
    wikigold,
    written,
)
from training.skips import Reading, Skip
from training.standoff import Document, Layer, Mask, MentionType, faults, to_json

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """A reader with the folders that it reads, in the order of its arguments."""

    read: Callable[..., Reading]
    folders: tuple[str, ...]
    licensed: bool = True


SOURCES = (
    Source(polnear.read, ("polnear",), licensed=False),
    Source(ewt.read, ("ud-ewt", "uner-ewt", "uds2")),
    Source(gum.read, ("ud-gum-open", "gum-coref")),
    Source(redocred.read, ("redocred",)),
    Source(crossner.read, ("crossner-politics",)),
    Source(wikigold.read, ("wikigold",)),
    Source(re3d.read, ("re3d",)),
    Source(meantime.read, ("meantime",)),
    Source(litbank.read, ("litbank",)),
    Source(gap.read, ("gap",)),
    Source(qasrl.read, ("qasrl-gs", "qanom")),
    Source(plv.read, ("plv",), licensed=False),
    Source(written.read, ()),  # our own templates, in training/written
    Source(newswire.read, ("worldwide-newswire",)),  # measured on only
    Source(timebank.read, ("timebank-aquaint",)),  # measured on only
)


@dataclass(frozen=True, slots=True)
class Prepared:
    documents: tuple[Document, ...]
    skipped: tuple[Skip, ...]
    shared: Mapping[str, Mapping[str, int]]  # training set -> what was masked or dropped


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m training.prepare", description="All data sets into one stand-off form.")
    parser.add_argument("--data", type=Path, required=True, help="folder with one folder a data set")
    parser.add_argument("--out", type=Path, required=True, help="folder for the JSON Lines files and the manifest")
    parser.add_argument("--gold", type=Path, help="folder with our own annotated pages, to hold against the training texts")
    parser.add_argument(
        "--without-unlicensed", action="store_true", help="leave out the sets without a stated licence (PolNeAR, PLV)"
    )
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    sources = [source for source in SOURCES if source.licensed or not options.without_unlicensed]
    found = prepare(options.data, sources, kept_apart.read(options.data, options.gold))
    write(found, options.out, hashes(options.data, sources))


def prepare(data: Path, sources: Iterable[Source], others: Iterable[Document] = ()) -> Prepared:
    """Everything read, settled and cleaned. ``others``: texts of measures that no head is measured on here."""
    documents, skipped = [], []
    for source in sources:
        for item in source.read(*(data / folder for folder in source.folders)):
            if isinstance(item, Skip):
                skipped.append(item)
            elif wrong := faults(item):
                skipped.append(Skip(item.dataset, item.id, f"faulty document: {wrong[0].split(':')[0]}"))
            else:
                documents.append(settled(item))
    kept, shared = cleaned(documents, others)
    return Prepared(tuple(kept), tuple(skipped), shared)


def settled(document: Document) -> Document:
    """A mention that may also be none of ours (an event that may be a gathering) becomes a mask: it teaches neither."""
    unsure = [one for one in document.mentions if MentionType.OTHER in one.types and len(one.types) > 1]
    if not unsure:
        return document
    masks = (Mask(one.span, frozenset({Layer.MENTIONS}), "one of ours, or not") for one in unsure)
    kept = tuple(one for one in document.mentions if one not in unsure)
    return replace(document, mentions=kept, masks=(*document.masks, *masks))


def cleaned(documents: Sequence[Document], others: Iterable[Document]) -> tuple[list[Document], dict[str, dict[str, int]]]:
    known = leaks.measured([*(one for one in documents if one.split == "dev"), *others])
    kept, counts = [], defaultdict[str, Counter[str]](Counter)
    for document in documents:
        if document.split == "dev":
            kept.append(document)
            continue
        found = leaks.clean(document, known)
        if found.document:
            kept.append(found.document)
        if found.shared:
            counts[document.dataset]["documents dropped" if found.document is None else "documents with masked sentences"] += 1
            counts[document.dataset]["sentences dropped" if found.document is None else "sentences masked"] += found.sentences
            counts[document.dataset].update({f"shared with {name}": number for name, number in found.shared.items()})
    return kept, {name: dict(sorted(count.items())) for name, count in sorted(counts.items())}


def counted(documents: Iterable[Document]) -> dict[str, int]:
    """Items a layer, in words that go into the notes."""
    total: Counter[str] = Counter()
    for one in documents:
        total.update(documents=1, characters=len(one.text), words=len(one.text.split()))
        total.update(sentences=len(one.sentences), tokens=len(one.tokens), times=len(one.times), masks=len(one.masks))
        total.update(attributions=len(one.attributions), versions=len(one.versions), events=len(one.events))
        total.update(chains=len(one.chains), chained=sum(len(chain.spans) for chain in one.chains), pronouns=len(one.pronouns))
        total.update(mentions=len(one.mentions))
        total.update(f"{mention.form} {'/'.join(sorted(mention.types))}" for mention in one.mentions)
        total.update(f"event {'/'.join(sorted(event.types))}" for event in one.events if event.types)
        total.update(f"status {event.status}" for event in one.events if event.status)
        total.update(factuality=sum(event.factuality is not None for event in one.events))
        total.update(participants=sum(len(event.participants) for event in one.events))
    return {name: number for name, number in sorted(total.items()) if number}


def write(found: Prepared, out: Path, sources: Mapping[str, str]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    files = defaultdict[str, list[Document]](list)
    for document in found.documents:
        files[f"{document.dataset}.{document.split}.jsonl"].append(document)
    written: dict[str, Any] = {}
    for name, documents in sorted(files.items()):
        content = b"".join(to_json(document) + b"\n" for document in documents)
        (out / name).write_bytes(content)
        written[name] = {"sha256": hashlib.sha256(content).hexdigest(), "counts": counted(documents)}
        log.info("%s: %d documents", name, len(documents))
    skipped = Counter(f"{skip.dataset}: {skip.why}" for skip in found.skipped)
    manifest = {
        "sources": sources,
        "written": written,
        "left out": dict(sorted(skipped.items())),
        "shared with measures": found.shared,
    }
    (out / "manifest.json").write_text(
        json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def hashes(data: Path, sources: Iterable[Source]) -> dict[str, str]:
    """sha256 of every file in the folders that are read, by its path below ``data``."""
    folders = sorted({folder for source in sources for folder in source.folders})
    paths = (path for folder in folders for path in sorted((data / folder).rglob("*")) if path.is_file())
    return {path.relative_to(data).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


if __name__ == "__main__":
    main()
