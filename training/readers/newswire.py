"""Worldwide newswire: names in newspapers of 2022 from outside the US. No licence: measured on, never learnt from.

The outermost of nested names counts (the first tag column). Person person; Organization organisation; Location state,
nationality or place by the words; Facility place; NORP nationality if it is a demonym, else other; Date a time (money and such
are none of ours); Product and Misc gathering or instrument by their head noun, else other. The words are found again in the raw
article, so that spaces are the page's; where they are not there, the text is put together from the words. The address in the
first line is not part of the text.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from dragoman.article import Span
from training.columns import Tagged, read_tagged, tagged_spans
from training.kinds import NATIONALITY, ORGANISATION, OTHER, PERSON, PLACE, named_kinds, place_kinds
from training.readers.redocred import NAMES
from training.rejoin import find_words, rejoin
from training.skips import Reading
from training.standoff import Document, Layer, Mention, MentionType, Time

NAME = "worldwide-newswire"
FIXED = {"Person": PERSON, "Organization": ORGANISATION, "Facility": PLACE}
NOTHING = frozenset({"Date", "Money"})


def read(folder: Path) -> Reading:
    articles = {Path(name).name: text for name, text in _files(folder / "articles.tar.gz")}
    for name, source in sorted(_files(folder / "ner.tar.gz")):
        if name.endswith(".tsv"):
            stem = Path(name).name.removesuffix(".tsv")
            yield _document(stem.removesuffix(".txt"), list(read_tagged(source)), articles)


def _files(path: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile() and (file := archive.extractfile(member)):
                yield member.name, file.read().decode("utf-8", errors="replace")


def _document(name: str, sentences: Sequence[Tagged], articles: Mapping[str, str]) -> Document:
    sentences = [sentence for sentence in sentences if not sentence.rows[0][0].startswith("http")]
    text, rows = _placed(sentences, articles.get(f"{name}.txt", ""))
    spaced = bool(rows)
    if not rows:
        joined = rejoin([sentence.words for sentence in sentences], split_hyphens=True)
        text, rows = joined.text, joined.words
    found = [
        (run.label, row[run.first].to(row[run.last - 1]))
        for sentence, row in zip(sentences, rows, strict=True)
        for run in tagged_spans(sentence.tags())
    ]
    mentions = [
        Mention(span, kinds_of(label, text[span.start : span.end]), label=label) for label, span in found if label not in NOTHING
    ]
    return Document(
        id=name,
        dataset=NAME,
        split="dev",
        text=text,
        annotated=frozenset({Layer.SENTENCES, Layer.MENTIONS}),
        names_of=NAMES,
        genre="news",
        spaced=spaced,
        sentences=tuple(row[0].to(row[-1]) for row in rows),
        mentions=tuple(mentions),
        times=tuple(Time(span) for label, span in found if label == "Date"),
    )


def _placed(sentences: Sequence[Tagged], article: str) -> tuple[str, tuple[tuple[Span, ...], ...]]:
    """The article without its first line, and the words in it; no words where one is not there."""
    body = article.partition("\n")[2]
    spans = find_words(body, [word for sentence in sentences for word in sentence.words])
    if spans is None:
        return body, ()
    ends = [0]
    for sentence in sentences:
        ends.append(ends[-1] + len(sentence.rows))
    return body, tuple(spans[start:end] for start, end in pairwise(ends))


def kinds_of(label: str, words: str) -> frozenset[MentionType]:
    if label in FIXED:
        return frozenset({FIXED[label]})
    if label == "Location":
        return place_kinds(words)
    if label == "NORP":
        return frozenset({NATIONALITY}) if NATIONALITY in place_kinds(words) else frozenset({OTHER})
    return named_kinds(words)
